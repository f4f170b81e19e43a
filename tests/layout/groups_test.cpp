// Groups of rows whose label stands again on each page.
#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;

class GroupsTest : public testing::Test {
 protected:
  GroupsTest() {
    table.border = Length();
    table.columns = {{format::Column::Width::fixed, Length::twips(2000), 1},
                     {format::Column::Width::fixed, Length::twips(2000), 1}};
  }
  // A group of `rows` rows with its label.
  void addGroup(const std::string& label, int rows) { addGroup(table, label, rows); }
  void addGroup(format::Table& to, const std::string& label, int rows) {
    for (int i = 0; i < rows; ++i) {
      format::Row row;
      row.split = split;
      if (i == 0) {
        row.cells.push_back(test::cell(label));
        row.cells.back().rowSpan = rows;
        row.cells.back().repeatLabel = true;
      }
      row.cells.push_back(test::cell(std::to_string(i)));
      to.rows.push_back(std::move(row));
    }
  }
  Texts texts() {
    section.blocks.emplace_back(test::paragraph("конец"));
    laid = test::layout(document);
    Texts result;
    int page = 0;
    for (const test::SeenLine& line : test::lines(laid.result.pages, true)) {
      const std::string text = line.text.substr(0, line.text.find(' '));
      result.push_back((line.page != page ? "|" : "") + text);
      page = line.page;
    }
    return result;
  }

  // Pages of five lines.
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 4000, 5 * 276);
  format::Table& table = test::addTable(document, section.blocks, 2);
  bool split = true;
  test::Laid laid;
};

TEST_F(GroupsTest, TheLabelStandsAgainAsAnArtifact) {
  addGroup("группа", 12);
  EXPECT_EQ(texts(), (Texts{"|группа", "0", "1", "2", "3", "4", "|группа", "5", "6", "7", "8", "9",
                            "|группа", "10", "11", "конец"}));
  EXPECT_EQ(test::allText(laid.result.pages), "группа01234567891011конец");
  EXPECT_EQ(laid.result.resolved.groupBreaks,
            (std::vector<format::GroupBreak>{{0, 5, 0}, {0, 10, 0}}));
}

TEST_F(GroupsTest, AGroupThatEndsWithItsPageHasNone) {
  addGroup("а", 5);
  addGroup("б", 5);
  EXPECT_EQ(texts(),
            (Texts{"|а", "0", "1", "2", "3", "4", "|б", "0", "1", "2", "3", "4", "|конец"}));
  EXPECT_TRUE(laid.result.resolved.groupBreaks.empty());
}

TEST_F(GroupsTest, ALabelThatHadNoRoomGoesOnFirst) {
  section.blocks.insert(section.blocks.begin(), test::paragraph("x\ny\nz"));
  addGroup(std::get<format::Table>(section.blocks[1]), "а\nб\nв", 10);
  EXPECT_EQ(texts(), (Texts{"|x", "y", "z", "а",  "б", "0", "1", "|в", "2", "3",
                            "4",  "5", "6", "|а", "б", "в", "7", "8",  "9", "конец"}));
  EXPECT_EQ(laid.result.resolved.groupBreaks, (std::vector<format::GroupBreak>{{0, 7, 0}}));
}

TEST_F(GroupsTest, NoLabelStandsBesideTheRestOfARow) {
  addGroup("группа", 3);
  table.rows[1].cells[0] = test::cell("а\nб\nв\nг\nд\nе\nж");
  EXPECT_EQ(texts(), (Texts{"|группа", "0", "а", "б", "в", "г", "|д", "е", "ж", "2", "конец"}));
  EXPECT_TRUE(laid.result.resolved.groupBreaks.empty());
}

TEST_F(GroupsTest, WithoutRepeatLabelNothingStandsAgain) {
  addGroup("группа", 7);
  table.rows[0].cells[0].repeatLabel = false;
  EXPECT_EQ(texts(), (Texts{"|группа", "0", "1", "2", "3", "4", "|5", "6", "конец"}));
  EXPECT_TRUE(laid.result.resolved.groupBreaks.empty());
}

TEST_F(GroupsTest, NotesOfALabelStandOnce) {
  document.footnoteStyle = document.styles[0];
  addGroup("группа", 7);
  auto& label = std::get<format::Paragraph>(table.rows[0].cells[0].blocks[0]);
  test::addNote(document, label, "сноска");
  texts();
  const std::string all = test::allText(laid.result.pages);
  EXPECT_EQ(all.find("сноска"), all.rfind("сноска"));
}

TEST_F(GroupsTest, ACellOfManyPagesIsCutWhole) {
  std::string text = "0";
  for (int i = 1; i < 400; ++i) text += "\n" + std::to_string(i);
  table.rows.push_back(test::row({text, "x"}));
  const Texts seen = texts();
  EXPECT_EQ(laid.result.pages.pages.size(), 81u);
  EXPECT_EQ(seen[seen.size() - 2], "399");
}

}  // namespace
}  // namespace chancery::layout
