#include <gtest/gtest.h>

#include "fonts/library.h"
#include "pages/pages.h"

namespace chancery::pages {
namespace {

Pages emptyPages() {
  static const fonts::Library library;
  Pages pages;
  pages.title = "Приказ";
  pages.author = "Управа";
  pages.language = "ru-RU";
  pages.faces = {library.find({"Tinos", false, false}), library.find({"Tinos", true, false})};
  pages.structure.resize(1);
  pages.pages.resize(1);
  pages.pages[0].width = Length::mm(210);
  pages.pages[0].height = Length::mm(297);
  return pages;
}

ElementId addElement(Pages& pages, StructureType type, ElementId parent) {
  StructureElement element;
  element.type = type;
  element.parent = parent;
  pages.structure.push_back(element);
  return static_cast<ElementId>(pages.structure.size()) - 1;
}

TextRun& addRun(Pages& pages, const std::string& text, ElementId element) {
  Page& page = pages.pages.back();
  TextRun run;
  run.size = Length::pt(14);
  run.x = Length::pt(10);
  run.y = Length::pt(20);
  run.firstGlyph = static_cast<std::uint32_t>(page.glyphs.size());
  run.glyphCount = 2;
  run.textOffset = static_cast<std::uint32_t>(page.text.size());
  run.textLength = static_cast<std::uint32_t>(text.size());
  run.element = element;
  page.glyphs.push_back({3, 12700});
  page.glyphs.push_back({4, 25527});
  page.text += text;
  page.runs.push_back(run);
  return page.runs.back();
}

// The dump without its head of three lines and the blank line.
std::string body(const Pages& pages) {
  const std::string all = dump(pages);
  return all.substr(all.find("\n\n") + 2);
}

TEST(Dump, BeginsWithTheDocumentAndThePage) {
  EXPECT_EQ(dump(emptyPages()),
            "title: Приказ\nauthor: Управа\nlanguage: ru-RU\n\npage 1: 595.28 x 841.89\n");
}

TEST(Dump, NumbersPages) {
  Pages pages = emptyPages();
  pages.pages.push_back(pages.pages[0]);
  pages.pages[1].width = Length::pt(100);
  EXPECT_EQ(body(pages), "page 1: 595.28 x 841.89\n\npage 2: 100.00 x 841.89\n");
}

TEST(Dump, ShowsPlaceWidthFaceSizeAndText) {
  Pages pages = emptyPages();
  addRun(pages, "да", 0).face = 1;
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument\n  10.00 20.00 +3.01 Tinos-Bold 14 \"да\"\n");
}

TEST(Dump, TextOfARunIsItsOwnPart) {
  Pages pages = emptyPages();
  addRun(pages, "раз ", 0);
  addRun(pages, "\"два\"", 0);
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument\n  10.00 20.00 +3.01 Tinos 14 \"раз \"\n"
            "  10.00 20.00 +3.01 Tinos 14 \"\\\"два\\\"\"\n");
}

TEST(Dump, SizesLoseIdleZeros) {
  Pages pages = emptyPages();
  addRun(pages, "a", 0).size = Length::pt(10.5);
  addRun(pages, "b", 0).size = Length::pt(100);
  const std::string text = body(pages);
  EXPECT_NE(text.find("Tinos 10.5 \"a\""), std::string::npos);
  EXPECT_NE(text.find("Tinos 100 \"b\""), std::string::npos);
}

TEST(Dump, PathsCountSiblingsOfOneType) {
  Pages pages = emptyPages();
  addElement(pages, StructureType::paragraph, 0);
  const auto table = addElement(pages, StructureType::table, 0);
  const auto second = addElement(pages, StructureType::paragraph, 0);
  addElement(pages, StructureType::tableRow, table);
  const auto row = addElement(pages, StructureType::tableRow, table);
  const auto header = addElement(pages, StructureType::tableHeader, row);
  const auto cell = addElement(pages, StructureType::tableCell, row);
  for (const auto element : {second, header, cell, cell, kArtifact}) addRun(pages, "x", element);
  const std::string run = "  10.00 20.00 +3.01 Tinos 14 \"x\"\n";
  EXPECT_EQ(body(pages), "page 1: 595.28 x 841.89\nDocument/P[2]\n" + run +
                             "Document/Table/TR[2]/TH\n" + run + "Document/Table/TR[2]/TD\n" + run +
                             run + "Artifact\n" + run);
}

TEST(Dump, TellsAttributesOfAnElement) {
  Pages pages = emptyPages();
  pages.structure[0].columnSpan = 2;
  pages.structure[0].rowSpan = 3;
  pages.structure[0].rowHeader = true;
  pages.structure[0].alternative = "Герб";
  addRun(pages, "x", 0);
  EXPECT_NE(body(pages).find("Document colspan 2 rowspan 3 of row alt \"Герб\"\n"),
            std::string::npos);
}

TEST(Dump, ShowsRulesAfterText) {
  Pages pages = emptyPages();
  Rule rule;
  rule.x = Length::pt(1);
  rule.y = Length::pt(2.5);
  rule.width = Length::pt(100);
  rule.height = Length::pt(0.48);
  pages.pages[0].rules.push_back(rule);
  rule.y = Length::pt(-0.256);
  rule.color = {255, 0, 16};
  pages.pages[0].rules.push_back(rule);
  addRun(pages, "x", 0);
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument\n  10.00 20.00 +3.01 Tinos 14 \"x\"\nArtifact\n"
            "  rule 1.00 2.50 100.00 x 0.48\n  rule 1.00 -0.26 100.00 x 0.48 #ff0010\n");
}

TEST(Dump, ShowsImagesWithTheirNumberAndPlace) {
  Pages pages = emptyPages();
  pages.pictures.resize(3);
  Image image;
  image.x = Length::pt(1);
  image.y = Length::pt(2);
  image.width = Length::pt(30.5);
  image.height = Length::pt(40);
  image.picture = 2;
  image.element = addElement(pages, StructureType::figure, 0);
  pages.structure[1].alternative = "Герб";
  pages.pages[0].images.push_back(image);
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument/Figure alt \"Герб\"\n"
            "  image 2: 1.00 2.00 30.50 x 40.00\n");
}

image::Segment step(image::Segment::Type type, double x = 0, double y = 0) {
  image::Segment segment;
  segment.type = type;
  segment.x = Length::pt(x);
  segment.y = Length::pt(y);
  return segment;
}

TEST(Dump, ShowsEveryStepOfAShape) {
  using Type = image::Segment::Type;
  Pages pages = emptyPages();
  Shape shape;
  image::Segment curve = step(Type::curve, 5, 6);
  curve.x1 = Length::pt(1);
  curve.y1 = Length::pt(2);
  curve.x2 = Length::pt(3);
  curve.y2 = Length::pt(4);
  shape.path.segments = {step(Type::move, 10, 20), step(Type::line, 30.5, 20), curve,
                         step(Type::close)};
  shape.path.fill = image::Color{0, 128, 0};
  pages.pages[0].shapes.push_back(shape);
  shape.path.evenOdd = true;
  shape.path.stroke = image::Color{};
  shape.path.strokeWidth = Length::pt(0.5);
  shape.path.dashes = {Length::pt(3), Length::pt(1.5)};
  shape.path.segments.resize(1);
  pages.pages[0].shapes.push_back(shape);
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nArtifact\n"
            "  shape fill #008000: M 10 20 L 30.5 20 C 1 2 3 4 5 6 Z\n"
            "  shape fill even-odd #008000 stroke #000000 0.5 dashes 3,1.5: M 10 20\n");
}

TEST(Dump, ShowsLinksWithWhatTheyLeadTo) {
  Pages pages = emptyPages();
  Link link;
  link.x = Length::pt(1);
  link.y = Length::pt(2);
  link.width = Length::pt(3);
  link.height = Length::pt(4);
  link.page = 2;
  link.top = Length::pt(120);
  link.description = "Раздел 2";
  link.element = addElement(pages, StructureType::link, 0);
  pages.pages[0].links.push_back(link);
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument/Link\n"
            "  link to page 3 at 120.00: 1.00 2.00 3.00 x 4.00 \"Раздел 2\"\n");
}

TEST(Dump, TellsAForeignPageFirst) {
  Pages pages = emptyPages();
  addRun(pages, "x", 0);
  pages.pages[0].foreign = ForeignPage{1, 4, addElement(pages, StructureType::figure, 0)};
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\nDocument/Figure\n  page 5 of file 1\nDocument\n"
            "  10.00 20.00 +3.01 Tinos 14 \"x\"\n");
}

TEST(Dump, LabelsAreToldWhereTheyAreNotTheSheetsNumber) {
  Pages pages = emptyPages();
  pages.pages.resize(3, pages.pages[0]);
  pages.pages[1].label = "2";
  pages.pages[2].label = "1";
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\n\npage 2: 595.28 x 841.89\n\n"
            "page 3: 595.28 x 841.89 label \"1\"\n");
}

TEST(Dump, EndsWithTheOutline) {
  Pages pages = emptyPages();
  pages.outline = {{"Раздел \"1\"", 1, 0, Length::pt(70)}, {"1.1", 2, 1, Length::pt(80.5)}};
  EXPECT_EQ(body(pages),
            "page 1: 595.28 x 841.89\n\noutline\n  page 1 at 70.00 \"Раздел \\\"1\\\"\"\n"
            "    page 2 at 80.50 \"1.1\"\n");
}

TEST(Dump, TellsOfTurnedText) {
  Pages pages = emptyPages();
  addRun(pages, "x", 0).turned = true;
  EXPECT_NE(body(pages).find("  10.00 20.00 +3.01 turned Tinos 14 \"x\"\n"), std::string::npos);
}

TEST(Dump, PathIsShownAgainOnANewPage) {
  Pages pages = emptyPages();
  addRun(pages, "x", 0);
  pages.pages.push_back(pages.pages[0]);
  const std::string text = body(pages);
  EXPECT_NE(text.find("Document\n"), text.rfind("Document\n"));
}

TEST(Dump, TinyNegativeIsZero) {
  Pages pages = emptyPages();
  addRun(pages, "x", 0).x = Length::emu(-60);
  EXPECT_NE(body(pages).find("  0.00 20.00"), std::string::npos);
}

TEST(Structure, EveryTypeHasItsStandardName) {
  const std::pair<StructureType, const char*> names[] = {
      {StructureType::document, "Document"},  {StructureType::part, "Part"},
      {StructureType::section, "Sect"},       {StructureType::division, "Div"},
      {StructureType::heading1, "H1"},        {StructureType::heading2, "H2"},
      {StructureType::heading3, "H3"},        {StructureType::heading4, "H4"},
      {StructureType::heading5, "H5"},        {StructureType::heading6, "H6"},
      {StructureType::paragraph, "P"},        {StructureType::list, "L"},
      {StructureType::listItem, "LI"},        {StructureType::label, "Lbl"},
      {StructureType::listBody, "LBody"},     {StructureType::table, "Table"},
      {StructureType::tableHead, "THead"},    {StructureType::tableBody, "TBody"},
      {StructureType::tableRow, "TR"},        {StructureType::tableHeader, "TH"},
      {StructureType::tableCell, "TD"},       {StructureType::span, "Span"},
      {StructureType::figure, "Figure"},      {StructureType::note, "Note"},
      {StructureType::link, "Link"},          {StructureType::caption, "Caption"},
      {StructureType::contents, "TOC"},       {StructureType::contentsItem, "TOCI"},
      {StructureType::reference, "Reference"}};
  for (const auto& [type, name] : names) EXPECT_EQ(structureName(type), name);
}

}  // namespace
}  // namespace chancery::pages
