#include "layout/structure.h"

#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using pages::StructureType;

// The structure as indented text: type, then children.
std::string tree(const pages::StructureElements& elements, pages::ElementId of = 0,
                 int depth = 0) {
  static const char* names[] = {
      "document", "part", "section", "division", "h1",     "h2",   "h3",    "h4",    "h5",
      "h6",       "p",    "list",    "item",     "label",  "body", "table", "thead", "tbody",
      "tr",       "th",   "td",      "span",     "figure", "note", "link"};
  const pages::StructureElement& element = elements[static_cast<std::size_t>(of)];
  std::string text = std::string(static_cast<std::size_t>(depth), ' ') +
                     names[static_cast<std::size_t>(element.type)];
  if (element.columnSpan > 1) text += " c" + std::to_string(element.columnSpan);
  if (element.rowSpan > 1) text += " r" + std::to_string(element.rowSpan);
  if (element.numberedList) text += " numbered";
  if (element.rowHeader) text += " of row";
  text += '\n';
  for (std::size_t i = 1; i < elements.size(); ++i) {
    if (elements[i].parent == of) {
      text += tree(elements, static_cast<pages::ElementId>(i), depth + 1);
    }
  }
  return text;
}

std::string treeOf(const format::Document& document) {
  return tree(test::layout(document).result.pages.structure);
}

class StructureTest : public testing::Test {
 protected:
  format::Document document = test::document();
  std::vector<format::Block>& blocks = test::addSection(document, 8000, 8000).blocks;
};

TEST_F(StructureTest, HeadingsAndParagraphs) {
  format::Paragraph heading = test::paragraph("Заголовок");
  for (const auto role : {format::Role::heading1, format::Role::heading2, format::Role::heading3,
                          format::Role::heading4}) {
    heading.role = role;
    blocks.emplace_back(heading);
  }
  blocks.emplace_back(test::paragraph("Текст"));
  EXPECT_EQ(treeOf(document), "document\n section\n  h1\n  h2\n  h3\n  h4\n  p\n");
}

TEST_F(StructureTest, ListItemsMakeOneList) {
  blocks.emplace_back(test::item("1.", "один"));
  blocks.emplace_back(test::item("2.", "два"));
  EXPECT_EQ(treeOf(document),
            "document\n section\n  list numbered\n   item\n    label\n    body\n"
            "   item\n    label\n    body\n");
}

TEST_F(StructureTest, AParagraphEndsAList) {
  blocks.emplace_back(test::item("1.", "один"));
  blocks.emplace_back(test::paragraph("текст"));
  blocks.emplace_back(test::item("2.", "два"));
  EXPECT_EQ(treeOf(document),
            "document\n section\n  list numbered\n   item\n    label\n    body\n  p\n"
            "  list numbered\n   item\n    label\n    body\n");
}

TEST_F(StructureTest, DeeperItemsNestInTheItemBefore) {
  blocks.emplace_back(test::item("1.", "один", 0));
  blocks.emplace_back(test::item("1.1.", "один-один", 1));
  blocks.emplace_back(test::item("1.2.", "один-два", 1));
  blocks.emplace_back(test::item("2.", "два", 0));
  EXPECT_EQ(treeOf(document),
            "document\n section\n  list numbered\n   item\n    label\n    body\n     p\n"
            "     list numbered\n      item\n       label\n       body\n"
            "      item\n       label\n       body\n"
            "   item\n    label\n    body\n");
}

TEST_F(StructureTest, AnotherInstanceIsAnotherList) {
  document.instances.push_back({0, 1});
  blocks.emplace_back(test::item("1.", "один"));
  format::Paragraph other = test::item("1.", "снова один");
  other.label->instance = 1;
  blocks.emplace_back(other);
  EXPECT_EQ(treeOf(document),
            "document\n section\n  list numbered\n   item\n    label\n    body\n"
            "  list numbered\n   item\n    label\n    body\n");
}

TEST_F(StructureTest, BulletsAreNoNumbers) {
  document.numberings[0].levels[0].kind = format::NumberingLevel::Kind::bullet;
  blocks.emplace_back(test::item("–", "один"));
  EXPECT_EQ(treeOf(document), "document\n section\n  list\n   item\n    label\n    body\n");
}

TEST_F(StructureTest, ALabelledHeadingIsAHeading) {
  format::Paragraph heading = test::item("1.", "Глава");
  heading.role = format::Role::heading1;
  blocks.emplace_back(heading);
  EXPECT_EQ(treeOf(document), "document\n section\n  h1\n");
}

TEST_F(StructureTest, TableWithHeader) {
  format::Table& table = test::addTable(document, blocks, 2);
  table.rows.push_back(test::row({"а", "б"}));
  table.rows.back().repeat = true;
  table.rows.push_back(test::row({"в", "г"}));
  table.rows.back().cells[0].header = true;
  format::Row wide;
  wide.cells.push_back(test::cell("раздел"));
  wide.cells[0].columnSpan = 2;
  table.rows.push_back(wide);
  EXPECT_EQ(treeOf(document),
            "document\n section\n  table\n   thead\n    tr\n     th\n     th\n"
            "   tbody\n    tr\n     th of row\n     td\n    tr\n     td c2\n");
}

TEST_F(StructureTest, CellsWithSeveralBlocksHaveParagraphs) {
  format::Table& table = test::addTable(document, blocks, 2);
  format::Row row;
  row.cells.push_back(test::cell({test::paragraph("а"), test::paragraph("б")}));
  row.cells.push_back(test::cell({format::Block(test::item("1.", "в"))}));
  row.cells[0].rowSpan = 2;
  table.rows.push_back(row);
  table.rows.push_back(test::row({"г"}));
  EXPECT_EQ(treeOf(document),
            "document\n section\n  table\n   tbody\n    tr\n     td r2\n      p\n      p\n"
            "     td\n      list numbered\n       item\n        label\n        body\n"
            "    tr\n     td\n");
}

TEST_F(StructureTest, PresentationalTablesAreNoTables) {
  format::Table& table = test::addTable(document, blocks, 2);
  table.presentational = true;
  table.rows.push_back(test::row({"Начальник", "М.В. Киреева"}));
  EXPECT_EQ(treeOf(document), "document\n section\n  p\n  p\n");
}

TEST_F(StructureTest, EverySectionIsASection) {
  blocks.emplace_back(test::paragraph("а"));
  test::addSection(document, 8000, 8000).blocks.emplace_back(test::paragraph("б"));
  EXPECT_EQ(treeOf(document), "document\n section\n  p\n section\n  p\n");
}

TEST_F(StructureTest, ContinuedParagraphsKeepTheirElement) {
  document.sections[0].pageHeight = Length::twips(3 * 276);
  blocks.emplace_back(test::paragraph("а\nб\nв\nг\nд"));
  const auto laid = test::layout(document);
  const auto& pages = laid.result.pages.pages;
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].runs[0].element, 2);
  EXPECT_EQ(pages[1].runs[0].element, 2);
}

TEST_F(StructureTest, LabelsAndTextsHangOnTheirElements) {
  blocks.emplace_back(test::item("1.", "один"));
  const auto laid = test::layout(document);
  const pages::Page& page = laid.result.pages.pages[0];
  ASSERT_EQ(page.runs.size(), 2u);
  const auto& structure = laid.result.pages.structure;
  EXPECT_EQ(structure[static_cast<std::size_t>(page.runs[0].element)].type, StructureType::label);
  EXPECT_EQ(structure[static_cast<std::size_t>(page.runs[1].element)].type,
            StructureType::listBody);
}

}  // namespace
}  // namespace chancery::layout
