// The clauses of PDF/A-2a (ISO 19005-2), PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) that a
// machine can look at, one test a clause, over the objects that qpdf reads out of a sample of every
// kind of element that the writer knows. A test's name begins with its clause.
// Here: metadata, logical structure, embedded files and universal access.
#include <algorithm>
#include <cctype>
#include <set>

#include "pdf/conformance.h"

namespace chancery::pdf {
namespace {

class StructureConformance : public Conformance {};

// ---- 6.6: metadata ----------------------------------------------------------------------------

TEST_P(StructureConformance, A_6_6_2_1_MetadataIsAPlainXmpStream) {
  const Json& metadata = objects().get(catalog(), "/Metadata");
  EXPECT_EQ(text(metadata, "/Type"), "/Metadata");
  EXPECT_EQ(text(metadata, "/Subtype"), "/XML");
  EXPECT_NE(pdf().find(xmp()), std::string::npos) << "not compressed";
  EXPECT_EQ(xmp().compare(0, 17, "<?xpacket begin=\""), 0);
  EXPECT_EQ(xmp().find("bytes="), std::string::npos);
  EXPECT_EQ(xmp().find("encoding="), std::string::npos);
}

TEST_P(StructureConformance, A_6_6_2_3_ForeignSchemaIsDescribed) {
  for (const char* part :
       {"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "<pdfaProperty:name>part<",
        "<pdfaProperty:valueType>Integer<", "<pdfaProperty:category>internal<",
        "<pdfaProperty:description>", "<pdfaSchema:schema>"}) {
    EXPECT_NE(xmp().find(part), std::string::npos) << part;
  }
}

TEST_P(StructureConformance, A_6_6_3_InfoAgreesWithXmp) {
  const Json& info = objects().get(objects().trailer(), "/Info");
  EXPECT_NE(xmp().find(">" + text(info, "/Title") + "</rdf:li></rdf:Alt></dc:title>"),
            std::string::npos);
  EXPECT_NE(xmp().find("<rdf:li>" + text(info, "/Author") + "</rdf:li></rdf:Seq></dc:creator>"),
            std::string::npos);
  EXPECT_NE(xmp().find("<pdf:Producer>" + text(info, "/Producer") + "<"), std::string::npos);
  EXPECT_EQ(text(info, "/CreationDate"), "D:20260605093000+00'00'");
  EXPECT_EQ(text(info, "/ModDate"), "D:20260605093000+00'00'");
  EXPECT_NE(xmp().find("<xmp:CreateDate>2026-06-05T09:30:00+00:00<"), std::string::npos);
  EXPECT_NE(xmp().find("<xmp:ModifyDate>2026-06-05T09:30:00+00:00<"), std::string::npos);
}

TEST_P(StructureConformance, A_6_6_4_VersionIdentification) {
  const char* part = GetParam() == Level::a2a ? "2" : "3";
  EXPECT_NE(xmp().find(std::string("<pdfaid:part>") + part + "</pdfaid:part>"), std::string::npos);
  EXPECT_NE(xmp().find("<pdfaid:conformance>A</pdfaid:conformance>"), std::string::npos);
}

// ---- 6.7: logical structure -------------------------------------------------------------------

TEST_P(StructureConformance, A_6_7_2_2_FileIsMarked) {
  EXPECT_TRUE(objects().get(catalog(), "/MarkInfo")["/Marked"].GetBool());
}

TEST_P(StructureConformance, A_6_7_3_2_AllContentIsTaggedOrAnArtifact) {
  for (const auto& content : read().contents) {
    EXPECT_TRUE(content.isBalanced);
    EXPECT_EQ(content.paintedOutside, 0);
    EXPECT_EQ(content.nestedArtifacts, 0);
    for (const auto& glyph : content.glyphs) {
      EXPECT_TRUE(glyph.isMarked);
      EXPECT_NE(glyph.mcid >= 0, glyph.isArtifact);
    }
  }
}

TEST_P(StructureConformance, A_6_7_3_3_StructureTreeLeadsToAllContent) {
  const Json& root = objects().get(catalog(), "/StructTreeRoot");
  EXPECT_EQ(text(root, "/Type"), "/StructTreeRoot");
  std::set<std::pair<int, int>> referred;
  for (const ReadElement& element : read().elements) {
    for (const auto& content : element.content) {
      EXPECT_TRUE(referred.insert(content).second) << "content in two elements";
    }
  }
  std::set<std::pair<int, int>> shown;
  for (std::size_t i = 0; i < read().contents.size(); ++i) {
    for (const int mcid : read().contents[i].mcids) {
      EXPECT_TRUE(shown.emplace(static_cast<int>(i), mcid).second) << "an MCID twice on a page";
    }
  }
  EXPECT_EQ(referred, shown);
}

TEST_P(StructureConformance, A_6_7_3_3_ParentTreeLeadsBackFromContent) {
  const Json& nums = objects().get(
      objects().get(objects().get(catalog(), "/StructTreeRoot"), "/ParentTree"), "/Nums");
  const std::size_t links = 3;
  ASSERT_EQ(nums.Size(), 2 * (read().pages.size() + links));
  for (const ReadElement& element : read().elements) {
    for (const auto& [page, mcid] : element.content) {
      const auto index = static_cast<rapidjson::SizeType>(page);
      EXPECT_EQ(nums[2 * index].GetInt(), page);
      EXPECT_EQ(PdfObjects::text(nums[2 * index + 1][static_cast<rapidjson::SizeType>(mcid)]),
                element.reference);
    }
  }
  for (std::size_t i = 0; i < read().pages.size(); ++i) {
    const Json& page = objects().at(read().pages[i]);
    EXPECT_EQ(page["/StructParents"].GetInt(), static_cast<int>(i));
  }
}

TEST_P(StructureConformance, A_6_7_3_3_ElementsNameTheirParents) {
  const std::string root = text(catalog(), "/StructTreeRoot");
  for (const ReadElement& element : read().elements) {
    EXPECT_EQ(text(*element.dictionary, "/P"),
              element.parent < 0 ? root : parentOf(element).reference);
  }
}

TEST_P(StructureConformance, A_6_7_3_4_TypesAreStandard) {
  const std::set<std::string> standard = {
      "/Document", "/Part",    "/Sect", "/Div",   "/H1",       "/H2",   "/H3",     "/H4",
      "/H5",       "/H6",      "/P",    "/L",     "/LI",       "/Lbl",  "/LBody",  "/Table",
      "/TR",       "/TH",      "/TD",   "/THead", "/TBody",    "/Span", "/Figure", "/Note",
      "/Link",     "/Caption", "/TOC",  "/TOCI",  "/Reference"};
  EXPECT_GT(read().elements.size(), 20u);
  for (const ReadElement& element : read().elements) {
    EXPECT_EQ(standard.count(element.type), 1u) << element.type;
  }
  expectNowhere("/RoleMap");
}

TEST_P(StructureConformance, A_6_7_4_NaturalLanguage) {
  EXPECT_EQ(text(catalog(), "/Lang"), "ru-RU");
}

// ---- 6.8: embedded files ----------------------------------------------------------------------

TEST_P(StructureConformance, A_6_8_EmbeddedFiles) {
  if (GetParam() == Level::a2a) {
    expectNowhere("/EmbeddedFiles");
    expectNowhere("/EF");
    expectNowhere("/AF");
    return;
  }
  const Json& associated = objects().get(catalog(), "/AF");
  ASSERT_EQ(associated.Size(), 1u);
  const Json& file = objects().resolve(associated[0]);
  EXPECT_EQ(text(file, "/Type"), "/Filespec");
  EXPECT_EQ(text(file, "/F"), "data.xml");
  EXPECT_EQ(text(file, "/UF"), "data.xml");
  EXPECT_EQ(text(file, "/Desc"), "Data");
  EXPECT_EQ(text(file, "/AFRelationship"), "/Source");
  const Json& embedded = objects().get(file, "/EF");
  EXPECT_EQ(text(embedded, "/F"), text(embedded, "/UF"));
  const Json& stream = objects().get(embedded, "/F");
  EXPECT_EQ(text(stream, "/Type"), "/EmbeddedFile");
  EXPECT_EQ(text(stream, "/Subtype"), "/text/xml");
  EXPECT_EQ(text(objects().get(stream, "/Params"), "/ModDate"), "D:20260605093000+00'00'");
  EXPECT_EQ(objects().streamOf(embedded, "/F"), "<a/>");
  const Json& names = objects().get(objects().get(catalog(), "/Names"), "/EmbeddedFiles");
  EXPECT_EQ(PdfObjects::text(names["/Names"][0]), "data.xml");
  EXPECT_EQ(PdfObjects::text(names["/Names"][1]), PdfObjects::text(associated[0]));
}

// ---- ISO 14289-1: universal access --------------------------------------------------------------

TEST_P(StructureConformance, UA_5_VersionIdentification) {
  EXPECT_NE(xmp().find("<pdfuaid:part>1</pdfuaid:part>"), std::string::npos);
}

TEST_P(StructureConformance, UA_7_1_TitleIsStatedAndShown) {
  EXPECT_NE(xmp().find("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Приказ № 15-р<"),
            std::string::npos);
  EXPECT_TRUE(objects().get(catalog(), "/ViewerPreferences")["/DisplayDocTitle"].GetBool());
  EXPECT_FALSE(objects().has(objects().get(catalog(), "/MarkInfo"), "/Suspects"));
}

TEST_P(StructureConformance, UA_7_1_DocumentIsTheOnlyRoot) {
  EXPECT_EQ(read().elements.at(0).type, "/Document");
  EXPECT_EQ(std::count_if(read().elements.begin(), read().elements.end(),
                          [](const ReadElement& element) { return element.parent < 0; }),
            1);
}

TEST_P(StructureConformance, UA_7_2_LanguageOfAllText) {
  EXPECT_FALSE(text(catalog(), "/Lang").empty());
}

TEST_P(StructureConformance, UA_7_3_FiguresHaveAlternativesAndAPlace) {
  std::vector<std::string> alternatives;
  for (const ReadElement* figure : elementsOf("/Figure")) {
    alternatives.push_back(text(*figure->dictionary, "/Alt"));
    const Json& attributes = objects().get(*figure->dictionary, "/A");
    EXPECT_EQ(text(attributes, "/O"), "/Layout");
    const Json& box = objects().get(attributes, "/BBox");
    ASSERT_EQ(box.Size(), 4u);
    EXPECT_LT(PdfObjects::number(box[0]), PdfObjects::number(box[2]));
    EXPECT_LT(PdfObjects::number(box[1]), PdfObjects::number(box[3]));
  }
  EXPECT_EQ(alternatives, (std::vector<std::string>{"Печать «Для документов»", "План этажа",
                                                    "Приложение: скан"}));
}

TEST_P(StructureConformance, UA_7_1_NoTagsInsideOfForms) {
  eachDictionary([&](const Json& dictionary) {
    if (text(dictionary, "/Subtype") != "/Form") return;
    EXPECT_FALSE(dictionary.HasMember("/StructParent"));
    EXPECT_FALSE(dictionary.HasMember("/StructParents"));
  });
  for (const std::string& number : objects().numbers()) {
    if (text(objects().at(number), "/Subtype") != "/Form") continue;
    EXPECT_EQ(objects().streamAt(number), "q\n200 0 0 100 0 0 cm\n/Im Do\nQ\n");
  }
}

TEST_P(StructureConformance, UA_7_4_2_HeadingsBeginWithTheFirstAndSkipNone) {
  int last = 0;
  for (const ReadElement& element : read().elements) {
    if (element.type.size() != 3 || element.type[1] != 'H' || !std::isdigit(element.type[2])) {
      continue;
    }
    const int level = element.type[2] - '0';
    EXPECT_LE(level, last + 1);
    last = level;
  }
  EXPECT_EQ(last, 2);
}

TEST_P(StructureConformance, UA_7_5_TablesAreRowsOfCellsUnderScopedHeaders) {
  for (const ReadElement* row : elementsOf("/TR")) {
    const std::string parent = parentOf(*row).type;
    EXPECT_TRUE(parent == "/THead" || parent == "/TBody" || parent == "/Table") << parent;
  }
  for (const char* type : {"/TH", "/TD"}) {
    for (const ReadElement* cell : elementsOf(type)) EXPECT_EQ(parentOf(*cell).type, "/TR");
  }
  for (const char* type : {"/THead", "/TBody"}) {
    for (const ReadElement* group : elementsOf(type)) EXPECT_EQ(parentOf(*group).type, "/Table");
  }
  std::vector<std::string> scopes;
  for (const ReadElement* header : elementsOf("/TH")) {
    const Json& attributes = objects().get(*header->dictionary, "/A");
    EXPECT_EQ(text(attributes, "/O"), "/Table");
    scopes.push_back(text(attributes, "/Scope"));
  }
  EXPECT_EQ(scopes, (std::vector<std::string>{"/Column", "/Column", "/Row"}));
}

TEST_P(StructureConformance, UA_7_6_ListsAreItemsOfLabelAndBody) {
  for (const ReadElement* list : elementsOf("/L")) {
    const Json& attributes = objects().get(*list->dictionary, "/A");
    EXPECT_EQ(text(attributes, "/O"), "/List");
    EXPECT_EQ(text(attributes, "/ListNumbering"), "/Decimal");
  }
  for (const ReadElement* item : elementsOf("/LI")) EXPECT_EQ(parentOf(*item).type, "/L");
  for (const char* type : {"/Lbl", "/LBody"}) {
    for (const ReadElement* part : elementsOf(type)) EXPECT_EQ(parentOf(*part).type, "/LI");
  }
}

TEST_P(StructureConformance, UA_7_8_RunningHeadsAndFeetAreClassified) {
  const auto& contents = read().contents;
  EXPECT_EQ(contents.at(0).artifacts,
            (std::vector<std::string>{"<</Type/Pagination/Subtype/Header>>"}));
  EXPECT_EQ(contents.at(1).artifacts,
            (std::vector<std::string>{"<</Type/Layout>>", "<</Type/Pagination/Subtype/Header>>"}));
  EXPECT_EQ(contents.at(2).artifacts,
            (std::vector<std::string>{"<</Type/Pagination/Subtype/Footer>>"}));
  EXPECT_EQ(contents.at(3).artifacts,
            (std::vector<std::string>{"<</Type/Layout>>", "<</Type/Layout>>",
                                      "<</Type/Pagination/Subtype/Header>>"}));
}

TEST_P(StructureConformance, UA_7_9_NotesHaveUniqueIds) {
  const Json& tree = objects().get(objects().get(catalog(), "/StructTreeRoot"), "/IDTree");
  const Json& names = objects().get(tree, "/Names");
  const auto notes = elementsOf("/Note");
  ASSERT_EQ(names.Size(), 2 * notes.size());
  std::set<std::string> ids;
  rapidjson::SizeType at = 0;
  for (const ReadElement* note : notes) {
    const std::string id = text(*note->dictionary, "/ID");
    EXPECT_FALSE(id.empty());
    EXPECT_TRUE(ids.insert(id).second);
    EXPECT_EQ(PdfObjects::text(names[at]), id);
    EXPECT_EQ(PdfObjects::text(names[at + 1]), note->reference);
    at += 2;
  }
}

TEST_P(StructureConformance, UA_7_11_FileSpecificationsHaveBothNames) {
  eachDictionary([](const Json& dictionary) {
    if (text(dictionary, "/Type") != "/Filespec") return;
    EXPECT_TRUE(dictionary.HasMember("/F"));
    EXPECT_TRUE(dictionary.HasMember("/UF"));
  });
}

TEST_P(StructureConformance, UA_7_18_3_TabsFollowTheStructure) {
  for (const std::string& page : read().pages) {
    EXPECT_EQ(text(objects().at(page), "/Tabs"), "/S") << page;
  }
}

TEST_P(StructureConformance, UA_7_18_1_and_7_18_5_LinksStandInLinkElements) {
  const Json& nums = objects().get(
      objects().get(objects().get(catalog(), "/StructTreeRoot"), "/ParentTree"), "/Nums");
  int links = 0;
  for (const ReadElement& element : read().elements) {
    for (const auto& [page, reference] : element.annotations) {
      ++links;
      EXPECT_EQ(element.type, "/Link");
      const Json& annotation = objects().at(reference);
      EXPECT_NE(text(annotation, "/Contents"), "");
      const auto key = static_cast<rapidjson::SizeType>(annotation["/StructParent"].GetInt());
      EXPECT_EQ(nums[2 * key].GetUint(), key);
      EXPECT_EQ(PdfObjects::text(nums[2 * key + 1]), element.reference);
      bool isOnPage = false;
      const Json& onPage = objects().at(read().pages[static_cast<std::size_t>(page)]);
      for (const Json& one : objects().get(onPage, "/Annots").GetArray()) {
        isOnPage |= PdfObjects::text(one) == reference;
      }
      EXPECT_TRUE(isOnPage) << reference;
    }
  }
  EXPECT_EQ(links, 3);
}

TEST_P(StructureConformance, UA_7_2_ContentsAreItemsOfReferences) {
  for (const ReadElement* item : elementsOf("/TOCI")) EXPECT_EQ(parentOf(*item).type, "/TOC");
  for (const ReadElement* reference : elementsOf("/Reference")) {
    EXPECT_EQ(parentOf(*reference).type, "/TOCI");
  }
}

TEST_P(StructureConformance, UA_7_17_OutlineIsShownWithTheDocument) {
  EXPECT_EQ(text(catalog(), "/PageMode"), "/UseOutlines");
  const Json& outline = objects().get(catalog(), "/Outlines");
  EXPECT_EQ(text(objects().get(outline, "/First"), "/Title"), "План работ");
  EXPECT_EQ(text(objects().get(objects().get(outline, "/First"), "/First"), "/Title"), "Таблица 1");
}

TEST_P(StructureConformance, PagesBearTheirLabels) {
  const Json& nums = objects().get(objects().get(catalog(), "/PageLabels"), "/Nums");
  ASSERT_EQ(nums.Size(), 4u);
  EXPECT_EQ(nums[2].GetInt(), 3);
  EXPECT_EQ(nums[3]["/St"].GetInt(), 1);
}

// 7.20 (XObjects) and 7.21 (fonts) ask what ISO 19005-2, 6.2.11 asks: see A_6_2_11 above.

INSTANTIATE_TEST_SUITE_P(Levels, StructureConformance, testing::Values(Level::a2a, Level::a3a),
                         [](const auto& level) {
                           return level.param == Level::a2a ? "A2a" : "A3a";
                         });

}  // namespace
}  // namespace chancery::pdf
