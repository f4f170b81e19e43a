#include "docx/package.h"

#include <gtest/gtest.h>

#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using test::Node;

TEST(DocxPackage, PartsStandInAFixedOrder) {
  std::string names;
  for (const auto& [name, bytes] : test::unpack(test::packed(sample::everything()))) {
    names += name + "\n";
  }
  EXPECT_EQ(names,
            "[Content_Types].xml\n_rels/.rels\nword/document.xml\nword/_rels/document.xml.rels\n"
            "word/styles.xml\nword/settings.xml\nword/fontTable.xml\nword/header1.xml\n"
            "word/header2.xml\nword/numbering.xml\ndocProps/core.xml\ndocProps/app.xml\n");
}

TEST(DocxPackage, EveryPartHasAType) {
  const std::string docx = test::packed(sample::everything());
  const Node types = test::parse(test::part(docx, "[Content_Types].xml"));
  std::set<std::string> typed;
  for (const Node& node : types.children) {
    if (node.name == "Override") {
      EXPECT_TRUE(typed.insert(node.attribute("PartName")).second);
    }
  }
  for (const auto& [name, bytes] : test::unpack(docx)) {
    if (name == "[Content_Types].xml" || name.ends_with(".rels")) continue;
    EXPECT_EQ(typed.erase("/" + name), 1u) << name;
  }
  EXPECT_TRUE(typed.empty());
}

TEST(DocxPackage, RelationshipsReachTheirParts) {
  const std::string docx = test::packed(sample::everything());
  const Node relations = test::parse(test::part(docx, "word/_rels/document.xml.rels"));
  std::string found;
  for (const Node& node : relations.children) {
    const std::string type = node.attribute("Type");
    found += node.attribute("Id") + " " + type.substr(type.rfind('/') + 1) + " " +
             node.attribute("Target") + "\n";
  }
  EXPECT_EQ(found,
            "rId1 styles styles.xml\nrId2 settings settings.xml\nrId3 fontTable fontTable.xml\n"
            "rId4 header header1.xml\nrId5 header header2.xml\nrId6 numbering numbering.xml\n");
}

TEST(DocxPackage, ADocumentWithoutListsHasNoNumbering) {
  const std::string docx = test::packed(sample::document());
  EXPECT_EQ(test::part(docx, "word/numbering.xml"), "");
  EXPECT_EQ(test::part(docx, "[Content_Types].xml").find("numbering"), std::string::npos);
  EXPECT_EQ(test::part(docx, "word/_rels/document.xml.rels").find("numbering"), std::string::npos);
}

TEST(DocxPackage, CorePropertiesTellTitleAuthorAndTime) {
  const std::string docx = test::packed(sample::document());
  const Node core = test::parse(test::part(docx, "docProps/core.xml"));
  EXPECT_EQ(test::compact(core.child("dc:title")), "<dc:title>Об утверждении плана</dc:title>");
  EXPECT_EQ(test::compact(core.child("dc:creator")), "<dc:creator>Отдел образования</dc:creator>");
  EXPECT_EQ(test::compact(core.child("dcterms:created")),
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-06-05T09:30:15Z</dcterms:created>");
  EXPECT_EQ(test::compact(core.child("dcterms:modified")),
            "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-06-05T09:30:15Z"
            "</dcterms:modified>");
  EXPECT_EQ(test::compact(core.child("dc:language")), "<dc:language>ru-RU</dc:language>");
  format::Document silent;
  EXPECT_EQ(corePropertiesPart(silent, {}).find("dc:language"), std::string::npos);
}

TEST(DocxPackage, ExtendedPropertiesTellThePages) {
  const std::string docx = test::packed(sample::document());
  const Node app = test::parse(test::part(docx, "docProps/app.xml"));
  EXPECT_EQ(test::compact(app.child("Pages")), "<Pages>2</Pages>");
  EXPECT_EQ(test::compact(app.child("Application")), "<Application>Chancery</Application>");
  EXPECT_EQ(test::compact(app.child("Company")), "<Company>Отдел образования</Company>");
}

TEST(DocxPackage, SettingsChooseTheCompatibilityMode) {
  format::Document document = sample::document();
  const Node settings = test::parse(settingsPart(document));
  std::string compat;
  for (const Node& node : settings.child("w:compat").children) {
    compat += node.attribute("w:name") + "=" + node.attribute("w:val") + ";";
  }
  EXPECT_EQ(compat,
            "compatibilityMode=15;overrideTableStyleFontSizeAndJustification=1;"
            "enableOpenTypeFeatures=1;doNotFlipMirrorIndents=1;"
            "differentiateMultirowTableHeaders=1;");
  EXPECT_EQ(settings.child("w:autoHyphenation").val(), "0");
  EXPECT_EQ(settings.child("w:defaultTabStop").val(), "709");
  EXPECT_EQ(settings.child("w:themeFontLang").val(), "ru-RU");
  EXPECT_FALSE(settings.has("w:mirrorMargins"));
  document.language = "";
  EXPECT_EQ(settingsPart(document), settingsPart(sample::document()));
}

TEST(DocxPackage, HyphenationIsSwitchedOnForAStyleThatWantsIt) {
  format::Document document = sample::document();
  document.styles[0].hyphenate = true;
  EXPECT_TRUE(test::parse(settingsPart(document)).has("w:autoHyphenation"));
  EXPECT_EQ(test::parse(settingsPart(document)).child("w:autoHyphenation").val(), "");
}

TEST(DocxPackage, FontsNameTheirKind) {
  const Node fonts = test::parse(fontTablePart({"Arial", "Courier New", "Tinos"}));
  ASSERT_EQ(fonts.children.size(), 3u);
  EXPECT_EQ(test::compact(fonts.children[0]),
            "<w:font w:name=\"Arial\"><w:charset w:val=\"CC\"/><w:family w:val=\"swiss\"/>"
            "<w:pitch w:val=\"variable\"/></w:font>");
  EXPECT_EQ(fonts.children[1].child("w:family").val(), "modern");
  EXPECT_EQ(fonts.children[2].child("w:family").val(), "roman");
}

}  // namespace
}  // namespace chancery::docx
