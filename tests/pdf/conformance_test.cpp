// The clauses of PDF/A-2a (ISO 19005-2), PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) that a
// machine can look at, one test a clause, over the objects that qpdf reads out of a sample of every
// kind of element that the writer knows. A test's name begins with its clause.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/tools.h"
#include "pdf/writer.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::Json;
using pdf_test::PdfObjects;
using pdf_test::ReadElement;
using pdf_test::ReadFont;
using pdf_test::ReadPdf;

/// The sample with an unusual and a missing character, so that every path of the fonts is taken.
pages::Pages fullSample() {
  pdf_test::PageBuilder builder;
  builder.pages = pdf_test::sampleOrder();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.face("DejaVu Sans").text(paragraph, 85, 500, "☎ α ").face("Tinos").more("中");
  builder.page(Length::mm(297), Length::mm(210));
  builder.text(pages::kArtifact, 85, 560, "Приложение");
  return builder.pages;
}

struct Sample {
  explicit Sample(Level level) : pdf(Writer().write(fullSample(), options(level))), read(pdf) {}

  static Options options(Level level) {
    Options options{level, *parseMoment("2026-06-05T09:30:00Z"), {}};
    if (level == Level::a3a) options.attachments = {{"data.xml", "text/xml", "Data", "<a/>"}};
    return options;
  }

  std::string pdf;
  ReadPdf read;
};

class Conformance : public testing::TestWithParam<Level> {
 protected:
  static const Sample& sample() {
    static const Sample a2a(Level::a2a);
    static const Sample a3a(Level::a3a);
    return GetParam() == Level::a2a ? a2a : a3a;
  }
  static const std::string& pdf() { return sample().pdf; }
  static const ReadPdf& read() { return sample().read; }
  static const PdfObjects& objects() { return read().objects; }
  static const Json& catalog() { return objects().catalog(); }
  static std::string xmp() { return objects().streamOf(catalog(), "/Metadata"); }
  static std::string text(const Json& value, const char* key) {
    return PdfObjects::text(value, key);
  }

  /// Calls `see` for every dictionary of the file, nested ones included.
  template <typename See>
  static void eachDictionary(See see) {
    for (const std::string& number : objects().numbers()) walk(objects().at(number), see);
  }
  static void expectNowhere(const char* key) {
    eachDictionary([&](const Json& dictionary) { EXPECT_FALSE(dictionary.HasMember(key)) << key; });
  }
  static void expectNoValue(const char* key, const char* value) {
    eachDictionary([&](const Json& dictionary) { EXPECT_NE(text(dictionary, key), value); });
  }
  static const ReadElement& parentOf(const ReadElement& element) {
    return read().elements.at(static_cast<std::size_t>(element.parent));
  }
  static std::vector<const ReadElement*> elementsOf(const std::string& type) {
    std::vector<const ReadElement*> found;
    for (const ReadElement& element : read().elements) {
      if (element.type == type) found.push_back(&element);
    }
    EXPECT_FALSE(found.empty()) << "the sample has no " << type;
    return found;
  }

 private:
  template <typename See>
  static void walk(const Json& value, See& see) {
    if (value.IsObject()) {
      see(value);
      for (const auto& entry : value.GetObject()) walk(entry.value, see);
    } else if (value.IsArray()) {
      for (const Json& item : value.GetArray()) walk(item, see);
    }
  }
};

// ---- ISO 19005-2 and -3, clause 6.1: the file -------------------------------------------------

TEST_P(Conformance, A_6_1_2_HeaderAndBinaryComment) {
  EXPECT_EQ(pdf().substr(0, 9), "%PDF-1.7\n");
  EXPECT_EQ(pdf()[9], '%');
  for (std::size_t i = 10; i < 14; ++i) EXPECT_GT(static_cast<unsigned char>(pdf()[i]), 127);
}

TEST_P(Conformance, A_6_1_3_TrailerHasIdAndNoEncryption) {
  const Json& id = objects().get(objects().trailer(), "/ID");
  ASSERT_TRUE(id.IsArray());
  ASSERT_EQ(id.Size(), 2u);
  EXPECT_EQ(std::string(id[0].GetString()).size(), 2u + 32u) << "sixteen bytes";
  EXPECT_FALSE(objects().has(objects().trailer(), "/Encrypt"));
  EXPECT_EQ(pdf().substr(pdf().size() - 6), "%%EOF\n");
}

TEST_P(Conformance, A_6_1_7_1_StreamsKeepTheirBytesInTheFile) {
  for (const std::string& number : objects().numbers()) {
    const Json& value = objects().at(number);
    for (const char* key : {"/FFilter", "/FDecodeParms"}) EXPECT_FALSE(objects().has(value, key));
    EXPECT_FALSE(objects().isStream(number) && objects().has(value, "/F")) << number;
  }
}

TEST_P(Conformance, A_6_1_7_2_NoFilterButFlate) {
  for (const char* filter : {"/LZWDecode", "/Crypt", "/JPXDecode"}) {
    EXPECT_EQ(pdf().find(filter), std::string::npos);
  }
}

TEST_P(Conformance, A_6_1_13_Limits) {
  for (const auto& content : read().contents) EXPECT_LE(content.longestString, 32'767u);
  EXPECT_LE(objects().numbers().size(), 8'388'607u);
  for (const std::string& page : read().pages) {
    const Json& box = objects().get(objects().at(page), "/MediaBox");
    for (const rapidjson::SizeType edge : {2u, 3u}) {
      EXPECT_GE(PdfObjects::number(box[edge]), 3);
      EXPECT_LE(PdfObjects::number(box[edge]), 14'400);
    }
  }
}

// ---- 6.2: graphics ----------------------------------------------------------------------------

TEST_P(Conformance, A_6_2_2_PagesNameTheirResources) {
  for (const std::string& page : read().pages) {
    EXPECT_TRUE(objects().has(objects().at(page), "/Resources")) << page;
  }
  const std::set<std::string> known = {"BT",  "ET", "Tf", "Td", "TJ", "BDC",
                                       "EMC", "re", "f",  "g",  "rg"};
  for (const auto& content : read().contents) {
    for (const std::string& name : content.operators) EXPECT_EQ(known.count(name), 1u) << name;
  }
}

TEST_P(Conformance, A_6_2_3_OneOutputIntentWithAnRgbProfile) {
  const Json& intents = objects().get(catalog(), "/OutputIntents");
  ASSERT_EQ(intents.Size(), 1u);
  const Json& intent = objects().resolve(intents[0]);
  EXPECT_EQ(text(intent, "/S"), "/GTS_PDFA1");
  EXPECT_EQ(text(intent, "/OutputConditionIdentifier"), "sRGB IEC61966-2.1");
  EXPECT_EQ(objects().get(intent, "/DestOutputProfile")["/N"].GetInt(), 3);
  const std::string profile = objects().streamOf(intent, "/DestOutputProfile");
  ASSERT_GT(profile.size(), 128u);
  EXPECT_EQ(profile.substr(12, 4), "mntr");
  EXPECT_EQ(profile.substr(16, 4), "RGB ");
  EXPECT_EQ(profile[8], 2);
}

TEST_P(Conformance, A_6_2_5_to_6_2_10_NoGraphicsStateNoImagesNoTransparency) {
  for (const char* key : {"/ExtGState", "/XObject", "/Group", "/SMask", "/Shading", "/Pattern",
                          "/TR", "/HTP", "/BM"}) {
    expectNowhere(key);
  }
}

// ---- 6.2.11: fonts ----------------------------------------------------------------------------

TEST_P(Conformance, A_6_2_11_2_FontDictionaries) {
  EXPECT_GE(read().fonts.size(), 3u);
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.composite, "/Type"), "/Font") << name;
    EXPECT_EQ(text(*font.composite, "/Subtype"), "/Type0");
    EXPECT_EQ(text(*font.descendant, "/Type"), "/Font");
    EXPECT_EQ(text(*font.descendant, "/Subtype"), "/CIDFontType2");
    EXPECT_EQ(text(*font.descriptor, "/Type"), "/FontDescriptor");
    EXPECT_EQ(text(*font.descendant, "/BaseFont"), font.baseName);
    EXPECT_EQ(text(*font.descriptor, "/FontName"), font.baseName);
    EXPECT_EQ(font.baseName.find('+'), 7u) << font.baseName;
    for (const char* key :
         {"/Flags", "/Ascent", "/Descent", "/CapHeight", "/ItalicAngle", "/StemV", "/FontBBox"}) {
      EXPECT_TRUE(objects().has(*font.descriptor, key)) << key;
    }
  }
}

TEST_P(Conformance, A_6_2_11_3_1_CharacterCollectionIsIdentity) {
  for (const auto& [name, font] : read().fonts) {
    const Json& info = objects().get(*font.descendant, "/CIDSystemInfo");
    EXPECT_EQ(text(info, "/Registry"), "Adobe") << name;
    EXPECT_EQ(text(info, "/Ordering"), "Identity");
    EXPECT_EQ(info["/Supplement"].GetInt(), 0);
  }
}

TEST_P(Conformance, A_6_2_11_3_2_CidToGidMapIsIdentity) {
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.descendant, "/CIDToGIDMap"), "/Identity") << name;
  }
}

TEST_P(Conformance, A_6_2_11_3_3_EncodingIsIdentityH) {
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.composite, "/Encoding"), "/Identity-H") << name;
  }
}

int number16(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

// Offset of a table in a font program; 0 when it has none.
std::size_t tableOf(const std::string& program, const char* tag) {
  for (int i = 0; i < number16(program, 4); ++i) {
    const std::size_t entry = 12 + 16 * static_cast<std::size_t>(i);
    if (program.compare(entry, 4, tag) != 0) continue;
    return static_cast<std::size_t>(number16(program, entry + 8)) << 16 |
           static_cast<std::size_t>(number16(program, entry + 10));
  }
  return 0;
}

TEST_P(Conformance, A_6_2_11_4_1_FontsAreEmbeddedWithEveryGlyphShown) {
  for (const auto& [name, font] : read().fonts) {
    ASSERT_GT(font.program.size(), 100u) << name;
    EXPECT_EQ(font.program.substr(0, 4), std::string("\0\1\0\0", 4));
    EXPECT_EQ(objects().get(*font.descriptor, "/FontFile2")["/Length1"].GetInt(),
              static_cast<int>(font.program.size()));
    for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
      EXPECT_NE(tableOf(font.program, tag), 0u) << tag;
    }
  }
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      const ReadFont& font = read().fonts.at(glyph.font);
      EXPECT_LT(glyph.code, number16(font.program, tableOf(font.program, "maxp") + 4));
    }
  }
}

TEST_P(Conformance, A_6_2_11_4_2_NoIncompleteCidSet) {
  expectNowhere("/CIDSet");
}

TEST_P(Conformance, A_6_2_11_5_WidthsAreThoseOfTheFontProgram) {
  for (const auto& [name, font] : read().fonts) {
    const int unitsPerEm = number16(font.program, tableOf(font.program, "head") + 18);
    const int full = number16(font.program, tableOf(font.program, "hhea") + 34);
    const std::size_t hmtx = tableOf(font.program, "hmtx");
    for (const auto& [glyph, width] : font.widths) {
      const auto entry = static_cast<std::size_t>(std::min(glyph, full - 1));
      const double own = number16(font.program, hmtx + 4 * entry) * 1000.0 / unitsPerEm;
      EXPECT_NEAR(width, own, 0.001) << name << " glyph " << glyph;
    }
  }
}

TEST_P(Conformance, A_6_2_11_7_2_EveryGlyphShownHasUnicode) {
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      const ReadFont& font = read().fonts.at(glyph.font);
      ASSERT_EQ(font.texts.count(glyph.code), 1u) << font.baseName << ' ' << glyph.code;
      const std::string& unicode = font.texts.at(glyph.code);
      EXPECT_TRUE(unicode != "0000" && unicode != "FEFF" && unicode != "FFFE") << unicode;
    }
  }
}

TEST_P(Conformance, A_6_2_11_8_NotdefIsNeverShown) {
  int shown = 0;
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      EXPECT_NE(glyph.code, 0);
      ++shown;
    }
  }
  EXPECT_GT(shown, 150);
}

// ---- 6.3 to 6.5, 6.9, 6.10: nothing interactive
// --------------------------------------------------

TEST_P(Conformance, A_6_3_to_6_5_NoAnnotationsFormsOrActions) {
  for (const char* key : {"/Annots", "/AcroForm", "/NeedsRendering", "/OpenAction", "/AA", "/JS"}) {
    expectNowhere(key);
  }
  expectNoValue("/S", "/JavaScript");
}

TEST_P(Conformance, A_6_9_and_6_10_NoOptionalContentNoPresentations) {
  for (const char* key :
       {"/OCProperties", "/AlternatePresentations", "/PresSteps", "/Requirements", "/Perms"}) {
    expectNowhere(key);
  }
}

// ---- 6.6: metadata ----------------------------------------------------------------------------

TEST_P(Conformance, A_6_6_2_1_MetadataIsAPlainXmpStream) {
  const Json& metadata = objects().get(catalog(), "/Metadata");
  EXPECT_EQ(text(metadata, "/Type"), "/Metadata");
  EXPECT_EQ(text(metadata, "/Subtype"), "/XML");
  EXPECT_NE(pdf().find(xmp()), std::string::npos) << "not compressed";
  EXPECT_EQ(xmp().compare(0, 17, "<?xpacket begin=\""), 0);
  EXPECT_EQ(xmp().find("bytes="), std::string::npos);
  EXPECT_EQ(xmp().find("encoding="), std::string::npos);
}

TEST_P(Conformance, A_6_6_2_3_ForeignSchemaIsDescribed) {
  for (const char* part :
       {"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "<pdfaProperty:name>part<",
        "<pdfaProperty:valueType>Integer<", "<pdfaProperty:category>internal<",
        "<pdfaProperty:description>", "<pdfaSchema:schema>"}) {
    EXPECT_NE(xmp().find(part), std::string::npos) << part;
  }
}

TEST_P(Conformance, A_6_6_3_InfoAgreesWithXmp) {
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

TEST_P(Conformance, A_6_6_4_VersionIdentification) {
  const char* part = GetParam() == Level::a2a ? "2" : "3";
  EXPECT_NE(xmp().find(std::string("<pdfaid:part>") + part + "</pdfaid:part>"), std::string::npos);
  EXPECT_NE(xmp().find("<pdfaid:conformance>A</pdfaid:conformance>"), std::string::npos);
}

// ---- 6.7: logical structure -------------------------------------------------------------------

TEST_P(Conformance, A_6_7_2_2_FileIsMarked) {
  EXPECT_TRUE(objects().get(catalog(), "/MarkInfo")["/Marked"].GetBool());
}

TEST_P(Conformance, A_6_7_3_2_AllContentIsTaggedOrAnArtifact) {
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

TEST_P(Conformance, A_6_7_3_3_StructureTreeLeadsToAllContent) {
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

TEST_P(Conformance, A_6_7_3_3_ParentTreeLeadsBackFromContent) {
  const Json& nums = objects().get(
      objects().get(objects().get(catalog(), "/StructTreeRoot"), "/ParentTree"), "/Nums");
  ASSERT_EQ(nums.Size(), 2 * read().pages.size());
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

TEST_P(Conformance, A_6_7_3_3_ElementsNameTheirParents) {
  const std::string root = text(catalog(), "/StructTreeRoot");
  for (const ReadElement& element : read().elements) {
    EXPECT_EQ(text(*element.dictionary, "/P"),
              element.parent < 0 ? root : parentOf(element).reference);
  }
}

TEST_P(Conformance, A_6_7_3_4_TypesAreStandard) {
  const std::set<std::string> standard = {
      "/Document", "/Part",  "/Sect",  "/Div",  "/H1",     "/H2",    "/H3",    "/H4", "/H5",
      "/H6",       "/P",     "/L",     "/LI",   "/Lbl",    "/LBody", "/Table", "/TR", "/TH",
      "/TD",       "/THead", "/TBody", "/Span", "/Figure", "/Note",  "/Link"};
  EXPECT_GT(read().elements.size(), 20u);
  for (const ReadElement& element : read().elements) {
    EXPECT_EQ(standard.count(element.type), 1u) << element.type;
  }
  expectNowhere("/RoleMap");
}

TEST_P(Conformance, A_6_7_4_NaturalLanguage) {
  EXPECT_EQ(text(catalog(), "/Lang"), "ru-RU");
}

// ---- 6.8: embedded files ----------------------------------------------------------------------

TEST_P(Conformance, A_6_8_EmbeddedFiles) {
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

TEST_P(Conformance, UA_5_VersionIdentification) {
  EXPECT_NE(xmp().find("<pdfuaid:part>1</pdfuaid:part>"), std::string::npos);
}

TEST_P(Conformance, UA_7_1_TitleIsStatedAndShown) {
  EXPECT_NE(xmp().find("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Приказ № 15-р<"),
            std::string::npos);
  EXPECT_TRUE(objects().get(catalog(), "/ViewerPreferences")["/DisplayDocTitle"].GetBool());
  EXPECT_FALSE(objects().has(objects().get(catalog(), "/MarkInfo"), "/Suspects"));
}

TEST_P(Conformance, UA_7_1_DocumentIsTheOnlyRoot) {
  EXPECT_EQ(read().elements.at(0).type, "/Document");
  EXPECT_EQ(std::count_if(read().elements.begin(), read().elements.end(),
                          [](const ReadElement& element) { return element.parent < 0; }),
            1);
}

TEST_P(Conformance, UA_7_2_LanguageOfAllText) {
  EXPECT_FALSE(text(catalog(), "/Lang").empty());
}

TEST_P(Conformance, UA_7_3_FiguresHaveAlternatives) {
  for (const ReadElement* figure : elementsOf("/Figure")) {
    EXPECT_EQ(text(*figure->dictionary, "/Alt"), "Печать «Для документов»");
  }
}

TEST_P(Conformance, UA_7_4_2_HeadingsBeginWithTheFirstAndSkipNone) {
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

TEST_P(Conformance, UA_7_5_TablesAreRowsOfCellsUnderScopedHeaders) {
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

TEST_P(Conformance, UA_7_6_ListsAreItemsOfLabelAndBody) {
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

TEST_P(Conformance, UA_7_8_RunningHeadsAndFeetAreClassified) {
  const auto& contents = read().contents;
  EXPECT_EQ(contents.at(0).artifacts,
            (std::vector<std::string>{"<</Type/Pagination/Subtype/Header>>"}));
  EXPECT_EQ(contents.at(1).artifacts,
            (std::vector<std::string>{"<</Type/Layout>>", "<</Type/Pagination/Subtype/Header>>"}));
  EXPECT_EQ(contents.at(2).artifacts,
            (std::vector<std::string>{"<</Type/Pagination/Subtype/Footer>>"}));
}

TEST_P(Conformance, UA_7_9_NotesHaveUniqueIds) {
  const Json& tree = objects().get(objects().get(catalog(), "/StructTreeRoot"), "/IDTree");
  const Json& names = objects().get(tree, "/Names");
  std::set<std::string> ids;
  for (const ReadElement* note : elementsOf("/Note")) {
    const std::string id = text(*note->dictionary, "/ID");
    EXPECT_FALSE(id.empty());
    EXPECT_TRUE(ids.insert(id).second);
    EXPECT_EQ(PdfObjects::text(names[0]), id);
    EXPECT_EQ(PdfObjects::text(names[1]), note->reference);
  }
}

TEST_P(Conformance, UA_7_11_FileSpecificationsHaveBothNames) {
  eachDictionary([](const Json& dictionary) {
    if (text(dictionary, "/Type") != "/Filespec") return;
    EXPECT_TRUE(dictionary.HasMember("/F"));
    EXPECT_TRUE(dictionary.HasMember("/UF"));
  });
}

TEST_P(Conformance, UA_7_18_3_TabsFollowTheStructure) {
  for (const std::string& page : read().pages) {
    EXPECT_EQ(text(objects().at(page), "/Tabs"), "/S") << page;
  }
}

// 7.20 (XObjects) and 7.21 (fonts) ask what ISO 19005-2, 6.2.11 asks: see A_6_2_11 above.

INSTANTIATE_TEST_SUITE_P(Levels, Conformance, testing::Values(Level::a2a, Level::a3a),
                         [](const auto& level) {
                           return level.param == Level::a2a ? "A2a" : "A3a";
                         });

// ---- ISO 19005-1, level B ---------------------------------------------------------------------

class ConformanceOf1b : public testing::Test {
 protected:
  static const Sample& sample() {
    static const Sample sample(Level::b1);
    return sample;
  }
};

TEST_F(ConformanceOf1b, A1_6_1_2_and_6_1_4_VersionAndPlainCrossReferences) {
  EXPECT_EQ(sample().pdf.substr(0, 9), "%PDF-1.4\n");
  EXPECT_EQ(sample().pdf.find("/ObjStm"), std::string::npos);
  EXPECT_EQ(sample().pdf.find("/XRef"), std::string::npos);
  EXPECT_NE(sample().pdf.find("\nxref\n0 "), std::string::npos);
}

TEST_F(ConformanceOf1b, A1_6_3_5_CidSetNamesTheGlyphsOfTheProgram) {
  const auto& objects = sample().read.objects;
  for (const auto& [name, font] : sample().read.fonts) {
    const std::string bits = objects.streamOf(*font.descriptor, "/CIDSet");
    std::set<int> named;
    for (std::size_t i = 0; i < 8 * bits.size(); ++i) {
      if (static_cast<unsigned char>(bits[i / 8]) >> (7 - i % 8) & 1) {
        named.insert(static_cast<int>(i));
      }
    }
    std::set<int> measured;
    for (const auto& [glyph, width] : font.widths) measured.insert(glyph);
    EXPECT_EQ(named, measured) << name;
  }
}

TEST_F(ConformanceOf1b, A1_6_7_11_VersionIdentification) {
  const auto& objects = sample().read.objects;
  const std::string xmp = objects.streamOf(objects.catalog(), "/Metadata");
  EXPECT_NE(xmp.find("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B<"), std::string::npos);
  EXPECT_EQ(xmp.find("pdfuaid"), std::string::npos);
}

TEST_F(ConformanceOf1b, A1_6_1_12_ArraysAreShort) {
  for (const std::string& number : sample().read.objects.numbers()) {
    const Json& value = sample().read.objects.at(number);
    if (!value.IsArray()) continue;
    EXPECT_LE(value.Size(), 8191u);
  }
  for (const auto& content : sample().read.contents) EXPECT_LE(content.longestString, 65'535u);
}

}  // namespace
}  // namespace chancery::pdf
