#include "docx/styles.h"

#include <gtest/gtest.h>

#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using test::compact;
using test::Node;

std::string styleXml(const format::Document& document, const std::string& id) {
  const Node root = test::parse(stylesPart(document));
  for (const Node& style : root.children) {
    if (style.attribute("w:styleId") == id) return compact(style);
  }
  return "";
}

TEST(DocxStyles, DefaultsNameFontSizeKerningAndLanguage) {
  const Node root = test::parse(stylesPart(sample::document()));
  EXPECT_EQ(compact(root.child("w:docDefaults")),
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
            "w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>"
            "<w:kern w:val=\"1\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
            "<w:lang w:bidi=\"ar-SA\" w:eastAsia=\"ru-RU\" w:val=\"ru-RU\"/></w:rPr></w:rPrDefault>"
            "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:before=\"0\" w:line=\"240\" "
            "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
}

TEST(DocxStyles, LanguageIsRussianUnlessStated) {
  format::Document document = sample::document();
  document.language = "";
  EXPECT_NE(stylesPart(document).find("w:val=\"ru-RU\""), std::string::npos);
  document.language = "en-GB";
  EXPECT_NE(stylesPart(document).find("w:val=\"en-GB\""), std::string::npos);
}

TEST(DocxStyles, EveryStyleIsBasedOnNormal) {
  EXPECT_EQ(styleXml(sample::document(), "BodyText"),
            "<w:style w:customStyle=\"1\" w:styleId=\"BodyText\" w:type=\"paragraph\">"
            "<w:name w:val=\"Текст документа\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
            "<w:pPr><w:tabs><w:tab w:leader=\"dot\" w:pos=\"9354\" w:val=\"right\"/></w:tabs>"
            "<w:ind w:firstLine=\"709\" w:left=\"0\" w:right=\"0\"/>"
            "<w:jc w:val=\"both\"/></w:pPr></w:style>");
  EXPECT_EQ(styleXml(sample::document(), "Note"),
            "<w:style w:customStyle=\"1\" w:styleId=\"Note\" w:type=\"paragraph\">"
            "<w:name w:val=\"Примечание\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
            "<w:pPr><w:widowControl w:val=\"0\"/><w:spacing w:after=\"0\" w:before=\"0\" "
            "w:line=\"240\" w:lineRule=\"exact\"/></w:pPr>"
            "<w:rPr><w:i/><w:iCs/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>");
}

TEST(DocxStyles, NormalStandsInWithoutOneOfTheDocuments) {
  EXPECT_EQ(styleXml(sample::document(), "Normal"),
            "<w:style w:default=\"1\" w:styleId=\"Normal\" w:type=\"paragraph\">"
            "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
}

TEST(DocxStyles, TheDocumentsOwnNormalIsTheBase) {
  format::Document document = sample::document();
  document.styles[1].id = "Normal";
  document.styles[1].outlineLevel = 0;
  EXPECT_EQ(styleXml(document, "Normal"),
            "<w:style w:default=\"1\" w:styleId=\"Normal\" w:type=\"paragraph\">"
            "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"
            "<w:spacing w:after=\"240\" w:before=\"240\" w:line=\"240\" w:lineRule=\"auto\"/>"
            "<w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>");
  EXPECT_EQ(styleXml(document, "TableText"),
            "<w:style w:customStyle=\"1\" w:styleId=\"TableText\" w:type=\"paragraph\">"
            "<w:name w:val=\"Текст таблицы\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
            "<w:pPr><w:keepNext w:val=\"0\"/><w:keepLines w:val=\"0\"/><w:spacing w:after=\"0\" "
            "w:before=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"left\"/></w:pPr>"
            "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:sz w:val=\"24\"/>"
            "<w:szCs w:val=\"24\"/></w:rPr></w:style>");
}

TEST(DocxStyles, HeadingsTakeBuiltInNames) {
  EXPECT_EQ(styleXml(sample::document(), "Heading1"),
            "<w:style w:styleId=\"Heading1\" w:type=\"paragraph\"><w:name w:val=\"heading 1\"/>"
            "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:uiPriority w:val=\"9\"/>"
            "<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>"
            "<w:spacing w:after=\"240\" w:before=\"240\" w:line=\"240\" w:lineRule=\"auto\"/>"
            "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
            "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>");
}

TEST(DocxStyles, TheFirstStyleOfALevelIsItsHeading) {
  format::Document document = sample::document();
  document.styles[2].outlineLevel = 2;
  document.styles[2].name = "Раздел, часть";
  document.styles[3].outlineLevel = 2;
  const Node root = test::parse(stylesPart(document));
  std::string names;
  for (const Node* name : root.all("w:name")) names += name->val() + ";";
  EXPECT_EQ(names,
            "Normal;Default Paragraph Font;Normal Table;No List;Текст документа;heading 1;"
            "heading 2;Текст таблицы;Примечание;");
  EXPECT_NE(styleXml(document, "Clause").find("<w:aliases w:val=\"Раздел  часть\"/>"),
            std::string::npos);
  EXPECT_NE(styleXml(document, "TableText").find("<w:next w:val=\"BodyText\"/>"),
            std::string::npos);
  EXPECT_EQ(styleXml(document, "TableText").find("uiPriority"), std::string::npos);
}

TEST(DocxStyles, AStyleNamedAsTheHeadingComesBeforeTheFirst) {
  format::Document document = sample::document();
  document.styles[0].outlineLevel = 1;
  EXPECT_NE(styleXml(document, "BodyText").find("<w:name w:val=\"Текст документа\"/>"),
            std::string::npos);
  EXPECT_NE(styleXml(document, "BodyText").find("<w:outlineLvl w:val=\"0\"/>"), std::string::npos);
  EXPECT_NE(styleXml(document, "Heading1").find("<w:name w:val=\"heading 1\"/><w:basedOn"),
            std::string::npos);
}

TEST(DocxStyles, ANamelessStyleShowsItsId) {
  format::Document document = sample::document();
  document.styles[0].name = "";
  document.styles[1].name = "";
  EXPECT_NE(styleXml(document, "BodyText").find("<w:name w:val=\"BodyText\"/>"), std::string::npos);
  EXPECT_NE(styleXml(document, "Heading1").find("<w:name w:val=\"heading 1\"/><w:basedOn"),
            std::string::npos);
}

TEST(DocxStyles, ADocumentWithoutStylesHasNormal) {
  EXPECT_NE(stylesPart({}).find("w:styleId=\"Normal\""), std::string::npos);
}

TEST(DocxStyles, StopsOfNormalAreCleared) {
  format::Document document = sample::document();
  document.styles[1].id = "Normal";
  document.styles[1].tabs = {
      {Length::mm(10)}, {Length::mm(20), format::Align::center}, {Length::mm(30)}};
  document.styles[2].tabs = {{Length::mm(20), format::Align::right, true},
                             {Length::mm(30)},
                             {Length::mm(40), format::Align::justify}};
  const std::string style = styleXml(document, "Clause");
  EXPECT_NE(style.find("<w:tabs><w:tab w:pos=\"567\" w:val=\"clear\"/>"
                       "<w:tab w:leader=\"dot\" w:pos=\"1134\" w:val=\"right\"/>"
                       "<w:tab w:pos=\"2268\" w:val=\"left\"/></w:tabs>"),
            std::string::npos)
      << style;
}

TEST(DocxStyles, EachStyleSaysWhetherItIsHyphenated) {
  format::Document document = sample::document();
  EXPECT_EQ(stylesPart(document).find("suppressAutoHyphens"), std::string::npos);
  EXPECT_FALSE(hyphenates(document));
  document.styles[2].hyphenate = true;
  EXPECT_TRUE(hyphenates(document));
  // Normal is what most are: not hyphenated.
  EXPECT_NE(styleXml(document, "Normal").find("<w:suppressAutoHyphens/>"), std::string::npos);
  EXPECT_NE(styleXml(document, "Clause").find("<w:suppressAutoHyphens w:val=\"0\"/>"),
            std::string::npos);
  EXPECT_EQ(styleXml(document, "BodyText").find("suppressAutoHyphens"), std::string::npos);
}

}  // namespace
}  // namespace chancery::docx
