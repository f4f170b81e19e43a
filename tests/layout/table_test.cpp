#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using test::SeenLine;
using Texts = std::vector<std::string>;

constexpr int kLine = 276;  // 12 pt

class TableTest : public testing::Test {
 protected:
  TableTest() { table.border = Length::twips(10); }

  format::Document document = test::document();
  format::Section& section = test::addSection(document, 8000, 20000);
  format::Table& table = test::addTable(document, section.blocks, 2);
  test::Laid laid;

  void widths(std::vector<int> twips) {
    table.columns.clear();
    for (const int width : twips) {
      table.columns.push_back({format::Column::Width::fixed, Length::twips(width), 1});
    }
  }
  void height(int twips) { section.pageHeight = Length::twips(twips); }
  format::Row& row(std::vector<std::string> texts) {
    table.rows.push_back(test::row(std::move(texts)));
    return table.rows.back();
  }
  // After a section's last table there is an empty paragraph a point high; a paragraph instead
  // leaves the table's last row free.
  void end(std::string text = "конец") {
    section.blocks.emplace_back(test::paragraph(std::move(text)));
  }
  std::vector<SeenLine> lines(bool artifacts = false) {
    laid = test::layout(document);
    return test::lines(laid.result.pages, artifacts);
  }
  Texts texts() {
    laid = test::layout(document);
    return test::texts(laid.result.pages);
  }
  // Rules as "x y width height" in twips.
  Texts rules(std::size_t page = 0) {
    Texts result;
    for (const pages::Rule& rule : laid.result.pages.pages.at(page).rules) {
      result.push_back(std::to_string(rule.x.toTwips()) + " " + std::to_string(rule.y.toTwips()) +
                       " " + std::to_string(rule.width.toTwips()) + " " +
                       std::to_string(rule.height.toTwips()));
    }
    return result;
  }
};

TEST_F(TableTest, TextStandsAtPaddingAndHalfABorder) {
  widths({4000, 4000});
  table.paddingX = Length::twips(80);
  table.paddingY = Length::twips(30);
  row({"а", "б"});
  row({"в", "г"});
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(seen[0].x, 85);
  EXPECT_EQ(seen[0].y, 10 + 30 + 224);
  EXPECT_EQ(seen[1].x, 4085);
  EXPECT_EQ(seen[2].y - seen[0].y, kLine + 2 * 30 + 10);
}

TEST_F(TableTest, WithoutPaddingTextStandsBesideTheBorder) {
  widths({4000, 4000});
  row({"а", "б"});
  EXPECT_EQ(lines()[1].x, 4010);
}

TEST_F(TableTest, CellsMeasureTheirColumnLessThePadding) {
  table.paddingX = Length::twips(80);
  widths({4 * 120 + 60 + 160, 7300});
  row({"оо оо", "б"});
  EXPECT_EQ(texts(), (Texts{"|оо оо", "б"}));
  widths({4 * 120 + 60 + 159, 7301});
  EXPECT_EQ(texts(), (Texts{"|оо", "оо", "б"}));
}

TEST_F(TableTest, TheTallestCellMakesTheRow) {
  widths({4000, 4000});
  row({"а\nб\nв", "г"});
  row({"д", "е"});
  end();
  const auto seen = lines();
  EXPECT_EQ(seen[4].y, 10 + 3 * kLine + 10 + 224);
  EXPECT_EQ(seen.back().y, 3 * kLine + 10 + kLine + 10 + 10 + 224);  // below the closing line
}

TEST_F(TableTest, SpacesAroundParagraphsCountInCells) {
  document.styles[0].before = Length::twips(50);
  document.styles[0].after = Length::twips(70);
  widths({4000, 4000});
  row({"а", "б"});
  row({"в", "г"});
  const auto seen = lines();
  EXPECT_EQ(seen[0].y, 10 + 50 + 224);
  EXPECT_EQ(seen[2].y - seen[0].y, kLine + 50 + 70 + 10);
}

TEST_F(TableTest, SpaceAboveATableIsThatAfterTheParagraph) {
  document.styles[0].after = Length::twips(90);
  document.styles[0].before = Length::twips(40);
  section.blocks.insert(section.blocks.begin(), test::paragraph("до"));
  auto& moved = std::get<format::Table>(section.blocks[1]);
  moved.columns.resize(1);
  moved.rows.push_back(test::row({"а"}));
  section.blocks.emplace_back(test::paragraph("после"));
  const auto seen = lines();
  EXPECT_EQ(seen[1].y, 40 + kLine + 90 + 10 + 40 + 224);
  EXPECT_EQ(seen[2].y, seen[1].y - 224 + kLine + 90 + 10 + 40 + 224);
}

TEST_F(TableTest, TablesInARowStandAPointApart) {
  table.columns.resize(1);
  row({"а"});
  format::Table& second = test::addTable(document, section.blocks, 1);
  second.rows.push_back(test::row({"б"}));
  const auto seen = lines();
  EXPECT_EQ(seen[1].y, 10 + kLine + 10 + 20 + 224);
}

TEST_F(TableTest, EmptyCellsHaveALineOfTheRowsStyle) {
  test::addStyle(document);
  document.styles.back().text.size = Length::pt(24);
  widths({4000, 4000});
  format::Row large;
  large.cells.push_back(test::cell({format::Block(test::paragraph("", 1))}));
  large.cells.emplace_back();
  table.rows.push_back(large);
  format::Row nothing;
  nothing.cells.resize(2);
  table.rows.push_back(nothing);
  row({"а", ""});
  EXPECT_EQ(lines()[0].y, 2 * (552 + 10) + 10 + 224);
}

TEST_F(TableTest, VerticalAlignment) {
  widths({2000, 3000, 3000});
  row({"а\nб\nв", "г", "д"});
  table.rows[0].cells[1].verticalAlign = format::VerticalAlign::center;
  table.rows[0].cells[2].verticalAlign = format::VerticalAlign::bottom;
  const auto seen = lines();
  EXPECT_EQ(seen[3].y, 10 + kLine + 224);
  EXPECT_EQ(seen[4].y, 10 + 2 * kLine + 224);
}

TEST_F(TableTest, BordersAreDrawnOnce) {
  widths({3000, 5000});
  row({"а", "б"});
  row({"в", "г"});
  lines();
  EXPECT_EQ(rules(), (Texts{"0 0 8010 10", "0 286 8010 10", "0 572 8010 10",  // across
                            "0 0 10 582", "3000 0 10 582", "8000 0 10 582"}));
  for (const pages::Rule& rule : laid.result.pages.pages[0].rules) {
    EXPECT_EQ(rule.element, pages::kArtifact);
  }
}

TEST_F(TableTest, NoBorderNoRules) {
  table.border = Length();
  widths({3000, 5000});
  row({"а", "б"});
  lines();
  EXPECT_TRUE(rules().empty());
}

TEST_F(TableTest, BordersGoRoundSpans) {
  widths({3000, 2000, 3000});
  format::Row wide;
  wide.cells.push_back(test::cell("раздел"));
  wide.cells[0].columnSpan = 3;
  table.rows.push_back(wide);
  row({"а", "б", "в"});
  table.rows[1].cells[0].rowSpan = 2;
  row({"г", "д"});
  lines();
  EXPECT_EQ(rules(), (Texts{"0 0 8010 10", "0 286 8010 10", "3000 572 5010 10", "0 858 8010 10",
                            "0 0 10 868", "3000 286 10 582", "5000 286 10 582", "8000 0 10 868"}));
}

TEST_F(TableTest, ColumnSpansMeasureTheirColumns) {
  widths({600, 600, 6800});
  row({"оооо оооо", "а"});
  table.rows[0].cells[0].columnSpan = 2;
  row({"б", "в", "г"});
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 5u);
  EXPECT_EQ(seen[0].text, "оооо оооо");
  EXPECT_EQ(seen[1].x, 1210);
}

TEST_F(TableTest, RowSpansWidenTheirLastRow) {
  widths({4000, 4000});
  row({"а\nб\nв\nг", "д"});
  table.rows[0].cells[0].rowSpan = 2;
  row({"е"});
  row({"ж", "з"});
  const auto seen = lines();
  EXPECT_EQ(seen[5].text, "е");
  EXPECT_EQ(seen[5].x, 4010);
  EXPECT_EQ(seen[5].y, 286 + 10 + 224);
  EXPECT_EQ(seen[6].y, 4 * kLine + 10 + 10 + 224);
}

TEST_F(TableTest, RowSpansEndWithTheTable) {
  widths({4000, 4000});
  row({"а", "б"});
  table.rows[0].cells[0].rowSpan = 9;
  row({"в"});
  EXPECT_EQ(lines()[2].x, 4010);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в"}));
}

TEST_F(TableTest, RowsThatLackCells) {
  widths({2000, 3000, 3000});
  row({"а"});
  row({"б", "в", "г"});
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г"}));
}

TEST_F(TableTest, CellsPastTheLastColumnAreCutToIt) {
  widths({4000, 4000});
  row({"а", "б"});
  table.rows[0].cells[1].columnSpan = 5;
  EXPECT_EQ(texts(), (Texts{"|а", "б"}));
}

TEST_F(TableTest, NestedTables) {
  widths({4000, 4000});
  format::Row outer;
  outer.cells.emplace_back();
  auto& inner = outer.cells[0].blocks;
  inner.emplace_back(test::paragraph("а"));
  format::Table& nested = test::addTable(document, inner, 1);
  nested.border = Length::twips(10);
  nested.rows.push_back(test::row({"б"}));
  outer.cells.push_back(test::cell("в"));
  table.rows.push_back(outer);
  row({"г", "д"});
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 5u);
  EXPECT_EQ(seen[1].text, "б");
  EXPECT_EQ(seen[1].x, 20);
  EXPECT_EQ(seen[1].y, 10 + kLine + 10 + 224);
  // The outer row: a line, and the nested row with its two borders.
  EXPECT_EQ(seen[3].y, 10 + kLine + 286 + 10 + 10 + 224);
  ASSERT_EQ(laid.result.resolved.columnWidths.size(), 2u);
  EXPECT_EQ(laid.result.resolved.columnWidths[1], (std::vector<Length>{Length::twips(3990)}));
}

class TablePages : public TableTest {
 protected:
  TablePages() { widths({4000, 4000}); }
};

TEST_F(TablePages, ThereMustBeRoomForTheClosingLine) {
  row({"а", "б"});
  row({"в", "г"});
  end();
  height(2 * 286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|конец"}));
  height(2 * 286 + 9);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г", "конец"}));
}

TEST_F(TablePages, TheLastRowOfASectionLeavesRoomForWhatFollowsInADocx) {
  row({"а", "б"});
  row({"в", "г"});
  height(2 * 286 + 10 + 20);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г"}));
  height(2 * 286 + 10 + 19);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г"}));
}

TEST_F(TablePages, EveryPageIsClosedByLines) {
  row({"а", "б"});
  row({"в", "г"});
  end();
  height(300);
  lines();
  EXPECT_EQ(rules(0), (Texts{"0 0 8010 10", "0 286 8010 10", "0 0 10 296", "4000 0 10 296",
                             "8000 0 10 296"}));
  EXPECT_EQ(rules(1), rules(0));
}

TEST_F(TablePages, HeaderRowsAreRepeatedAsArtifacts) {
  row({"Ш", "Ш"}).repeat = true;
  row({"1", "2"}).repeat = true;
  row({"а", "б"});
  row({"в", "г"});
  row({"д", "е"});
  end();
  height(4 * 286 + 10);
  EXPECT_EQ(texts(), (Texts{"|Ш", "Ш", "1", "2", "а", "б", "в", "г", "|д", "е", "конец"}));
  const auto seen = lines(true);
  ASSERT_EQ(seen.size(), 15u);
  EXPECT_EQ(seen[8].text, "Ш");
  EXPECT_EQ(seen[8].page, 2);
  EXPECT_EQ(seen[8].y, 10 + 224);
  EXPECT_EQ(seen[12].text, "д");
  EXPECT_EQ(seen[12].y, 2 * 286 + 10 + 224);
  EXPECT_EQ(laid.result.pages.pages[1].runs[0].element, pages::kArtifact);
}

TEST_F(TablePages, AHeaderNeverStandsAlone) {
  section.blocks.insert(section.blocks.begin(), test::paragraph("до"));
  auto& moved = std::get<format::Table>(section.blocks[1]);
  moved.rows.push_back(test::row({"Ш", "Ш"}));
  moved.rows.back().repeat = true;
  moved.rows.push_back(test::row({"а", "б"}));
  section.blocks.emplace_back(test::paragraph("конец"));
  height(276 + 286 + 200);
  EXPECT_EQ(texts(), (Texts{"|до", "|Ш", "Ш", "а", "б", "|конец"}));
}

TEST_F(TablePages, AHeaderTallerThanHalfAPageIsNotRepeated) {
  row({"Ш\nШ\nШ", "Ш"}).repeat = true;
  row({"а", "б"});
  row({"в", "г"});
  end();
  height(3 * kLine + 10 + 286 + 10);
  lines(true);
  const auto& runs = laid.result.pages.pages.at(1).runs;
  EXPECT_NE(runs[0].element, pages::kArtifact);
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L114"}));
}

TEST_F(TablePages, AParagraphMayStandWithATable) {
  section.blocks.insert(section.blocks.begin(), test::paragraph("до"));
  section.blocks.insert(section.blocks.begin() + 1, test::paragraph("заголовок"));
  std::get<format::Paragraph>(section.blocks[1]).keepWithNext = true;
  auto& moved = std::get<format::Table>(section.blocks[2]);
  moved.rows.push_back(test::row({"а", "б"}));
  moved.rows.back().split = false;
  section.blocks.emplace_back(test::paragraph("конец"));
  height(2 * 276 + 200);
  EXPECT_EQ(texts(), (Texts{"|до", "|заголовок", "а", "б", "|конец"}));
}

TEST_F(TablePages, RowsAreSplitBetweenLines) {
  row({"а\nб\nв", "г\nд"});
  end();
  height(286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "г", "|б", "д", "|в", "|конец"}));
}

TEST_F(TablePages, ARowIsSplitOnlyIfEveryCellGetsALine) {
  document.styles.push_back(document.styles[0]);
  document.styles[1].text.size = Length::pt(24);  // 552 twips
  row({"а", "б"});
  row({"в\nг", ""});
  table.rows[1].cells[1].blocks.emplace_back(test::paragraph("Д", 1));
  end();
  height(286 + 10 + 400 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г", "Д", "|конец"}));
}

TEST_F(TablePages, RowsThatMayNotBeSplitMove) {
  row({"а", "б"});
  row({"в\nг", "д"}).split = false;
  end();
  height(286 + 286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г", "д", "|конец"}));
}

TEST_F(TablePages, ARowTallerThanThePageIsSplitAllTheSame) {
  row({"а\nб\nв", "г"}).split = false;
  end();
  height(286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "г", "|б", "|в", "|конец"}));
  EXPECT_TRUE(test::codes(laid.diagnostics).empty());
}

TEST_F(TablePages, ARowKeptWithTheNextMoves) {
  row({"а", "б"});
  row({"раздел", ""}).keepWithNext = true;
  row({"в", "г"});
  end();
  height(2 * 286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|раздел", "в", "г", "|конец"}));
}

TEST_F(TablePages, ARowKeptWithTheNextIsNotSplit) {
  row({"а", "б"});
  row({"раздел\nраздел", ""}).keepWithNext = true;
  row({"в", "г"});
  end();
  height(286 + 286 + 10 + 276);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|раздел", "раздел", "в", "г", "|конец"}));
}

TEST_F(TablePages, TheOnlyRowOfATableMovesWholeWhenKept) {
  section.blocks.insert(section.blocks.begin(), test::paragraph("до"));
  section.blocks.insert(section.blocks.begin(), test::paragraph("и"));
  auto& kept = std::get<format::Table>(section.blocks[2]);
  kept.rows.push_back(test::row({"а\nб\nв", "г"}));
  section.blocks.emplace_back(test::paragraph("конец"));
  height(5 * kLine + 19);
  EXPECT_EQ(texts(), (Texts{"|и", "до", "а", "б", "г", "|в", "конец"}));
  kept.rows[0].keepWithNext = true;
  EXPECT_EQ(texts(), (Texts{"|и", "до", "|а", "б", "в", "г", "конец"}));
  height(6 * kLine + 20);
  EXPECT_EQ(texts(), (Texts{"|и", "до", "а", "б", "в", "г", "конец"}));
  height(6 * kLine + 19);
  EXPECT_EQ(texts(), (Texts{"|и", "до", "|а", "б", "в", "г", "конец"}));
}

TEST_F(TablePages, AKeptRowTallerThanThePageIsSplitAtItsTop) {
  row({"а\nб\nв\nг", "д"}).keepWithNext = true;
  end();
  height(3 * kLine + 20);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "д", "|г", "конец"}));
}

TEST_F(TablePages, ThePartsOfASplitCellRepeatTheSpaceAbove) {
  document.styles[0].before = Length::twips(40);
  row({"а\nб", "в"});
  end();
  height(10 + 40 + kLine + 10);
  const auto seen = lines();
  ASSERT_GE(seen.size(), 3u);
  EXPECT_EQ(seen[2].text, "б");
  EXPECT_EQ(seen[2].y, 10 + 40 + 224);
}

TEST_F(TablePages, SpaceAfterAParagraphMustFitInASplitCell) {
  document.styles[0].after = Length::twips(60);
  format::Row both;
  both.cells.push_back(
      test::cell({test::paragraph("а"), test::paragraph("б"), test::paragraph("в")}));
  table.rows.push_back(both);
  end();
  height(10 + kLine + 60 + kLine + 60 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "конец"}));
  height(10 + kLine + 60 + kLine + 59 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "|б", "|в", "конец"}));
}

TEST_F(TablePages, OnlyTheLastPartOfASplitCellIsCentred) {
  row({"а\nб\nв\nг", "д\nе"});
  table.rows[0].cells[1].verticalAlign = format::VerticalAlign::center;
  end();
  height(2 * kLine + 10 + 10 + 100);
  const auto seen = lines();
  EXPECT_EQ(seen[2].text, "д ");
  EXPECT_EQ(seen[2].y, 10 + 224);
}

TEST_F(TablePages, SpannedCellsGoOnBelowTheBreak) {
  row({"а\nб\nв", "1"});
  table.rows[0].cells[0].rowSpan = 3;
  row({"2"});
  row({"3"});
  end();
  height(2 * 286 + 10);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "1", "2", "|в", "3", "конец"}));
  const auto seen = lines();
  EXPECT_EQ(seen[4].y, 10 + 224);
  EXPECT_EQ(rules(1), (Texts{"0 0 8010 10", "0 286 8010 10", "0 0 10 296", "4000 0 10 296",
                             "8000 0 10 296"}));
}

TEST_F(TablePages, NestedRowsAreSplitToo) {
  format::Row outer;
  outer.cells.emplace_back();
  format::Table& nested = test::addTable(document, outer.cells[0].blocks, 1);
  nested.rows.push_back(test::row({"а\nб"}));
  nested.rows.push_back(test::row({"в"}));
  outer.cells.push_back(test::cell("г"));
  table.rows.push_back(outer);
  end();
  height(300);
  EXPECT_EQ(texts(), (Texts{"|а", "г", "|б", "|в", "|конец"}));
}

}  // namespace
}  // namespace chancery::layout
