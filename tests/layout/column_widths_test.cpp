#include <gtest/gtest.h>

#include <numeric>

#include "build.h"

namespace chancery::layout {
namespace {

using Width = format::Column::Width;

class ColumnWidthsTest : public testing::Test {
 protected:
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 8000, 20000);
  format::Table& table = test::addTable(document, section.blocks, 2);
  test::Laid laid;

  std::vector<long> widths() {
    laid = test::layout(document);
    std::vector<long> result;
    for (const Length width : laid.result.resolved.columnWidths.at(0)) {
      result.push_back(static_cast<long>(width.toTwips()));
    }
    return result;
  }
  static long sum(const std::vector<long>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0L);
  }
  static std::string times(std::string word, int count) {
    std::string text = word;
    for (int i = 1; i < count; ++i) text += " " + word;
    return text;
  }
  void fix(std::size_t column, int twips) {
    table.columns[column] = {Width::fixed, Length::twips(twips), 1};
  }
};

TEST_F(ColumnWidthsTest, FixedColumnsHaveWhatTheyAskFor) {
  fix(0, 3000);
  fix(1, 5000);
  table.rows.push_back(test::row({"а", "б"}));
  EXPECT_EQ(widths(), (std::vector<long>{3000, 5000}));
}

TEST_F(ColumnWidthsTest, FixedColumnsMayLeaveRoom) {
  fix(0, 1000);
  fix(1, 2000);
  table.rows.push_back(test::row({"а", "б"}));
  EXPECT_EQ(widths(), (std::vector<long>{1000, 2000}));
}

TEST_F(ColumnWidthsTest, SharesDivideTheRest) {
  table.columns.resize(3);
  fix(0, 2000);
  table.columns[1] = {Width::share, Length(), 1};
  table.columns[2] = {Width::share, Length(), 2};
  table.rows.push_back(test::row({"а", "б", "в"}));
  EXPECT_EQ(widths(), (std::vector<long>{2000, 2000, 4000}));
}

TEST_F(ColumnWidthsTest, ContentBesideAShareGetsItsLongestLine) {
  table.columns[1] = {Width::share, Length(), 1};
  table.rows.push_back(test::row({"оо оо", "б"}));
  EXPECT_EQ(widths(), (std::vector<long>{550, 7450}));  // 4 × 120 + 60 and 10 to spare
}

TEST_F(ColumnWidthsTest, ASingleColumnTakesAll) {
  table.columns.resize(1);
  table.rows.push_back(test::row({"а"}));
  EXPECT_EQ(widths(), (std::vector<long>{8000}));
}

TEST_F(ColumnWidthsTest, WhatAllFitsIsWidenedByNeed) {
  table.rows.push_back(test::row({"оо", "оооооо"}));
  // 250 and 730 of 980.
  EXPECT_EQ(widths(), (std::vector<long>{2040, 5960}));
}

TEST_F(ColumnWidthsTest, TheTablesOwnWidthCounts) {
  table.width = Length::twips(5000);
  table.rows.push_back(test::row({"оо", "оо"}));
  EXPECT_EQ(widths(), (std::vector<long>{2500, 2500}));
}

TEST_F(ColumnWidthsTest, NumbersStayNarrowAndNoWordIsBroken) {
  table.columns.resize(3);
  table.paddingX = Length::twips(85);
  table.border = Length::twips(10);
  table.rows.push_back(test::row({"№ п/п", "Мероприятие", "Ответственный"}));
  table.rows.back().repeat = true;
  for (int i = 0; i < 6; ++i) {
    table.rows.push_back(test::row({std::to_string(i) + ".", times("слово", 30), "Директор"}));
  }
  const std::vector<long> found = widths();
  EXPECT_EQ(sum(found), 8000);
  EXPECT_EQ(found[0], 816);  // «№ п/п» on one line
  EXPECT_GT(found[1], found[2]);
  EXPECT_TRUE(laid.diagnostics.all().empty());
  for (const auto& line : test::lines(laid.result.pages)) EXPECT_NE(line.text, "п/");
}

TEST_F(ColumnWidthsTest, MoreTextGetsMoreRoom) {
  for (int i = 0; i < 4; ++i) {
    table.rows.push_back(test::row({times("слово", 20), times("слово", 60)}));
  }
  const std::vector<long> found = widths();
  EXPECT_EQ(sum(found), 8000);
  EXPECT_GT(found[1], 2 * found[0]);
  EXPECT_LT(found[1], 5 * found[0]);
}

TEST_F(ColumnWidthsTest, RowsBecomeLow) {
  // One tall cell in a column of short ones must not stay in a narrow column.
  for (int i = 0; i < 5; ++i) table.rows.push_back(test::row({times("слово", 24), "да"}));
  table.rows.push_back(test::row({times("слово", 12), times("слово", 40)}));
  const std::vector<long> found = widths();
  EXPECT_GT(found[1], 2000);
  EXPECT_GT(found[0], 3000);
}

TEST_F(ColumnWidthsTest, TooNarrowTablesAreSqueezedByOneMeasure) {
  table.width = Length::twips(900);
  table.rows.push_back(test::row({"оооооо", "оооооооооооо"}));  // 730 and 1,450
  EXPECT_EQ(sum(widths()), 900);
  EXPECT_EQ(widths()[0], 302);  // 900 × 730 / 2180, at the next edge that LibreOffice keeps
  const auto codes = test::codes(laid.diagnostics);
  ASSERT_GE(codes.size(), 2u);
  EXPECT_EQ(codes[0], "L112");
  EXPECT_EQ(codes[1], "L111");
}

TEST_F(ColumnWidthsTest, TooWideFixedColumnsAreSqueezed) {
  fix(0, 8000);
  fix(1, 8000);
  table.rows.push_back(test::row({"а", "б"}));
  EXPECT_EQ(widths(), (std::vector<long>{4000, 4000}));
}

TEST_F(ColumnWidthsTest, SpansWidenTheirColumns) {
  table.columns.resize(3);
  table.columns[2] = {Width::share, Length(), 1};
  format::Row wide = test::row({"оооооооооооо", "а"});  // 1,450 over two columns
  wide.cells[0].columnSpan = 2;
  table.rows.push_back(wide);
  table.rows.push_back(test::row({"о", "о", "о"}));
  const std::vector<long> found = widths();
  EXPECT_EQ(found[0] + found[1], 1450);
  EXPECT_EQ(found[0], 724);  // half, at the next edge that LibreOffice keeps
}

TEST_F(ColumnWidthsTest, ARowOverTheWholeTableDoesNotCount) {
  table.columns[1] = {Width::share, Length(), 1};
  format::Row wide = test::row({times("о", 50)});
  wide.cells[0].columnSpan = 2;
  table.rows.push_back(wide);
  table.rows.push_back(test::row({"оо", "о"}));
  EXPECT_EQ(widths(), (std::vector<long>{250, 7750}));
}

TEST_F(ColumnWidthsTest, CellsBelowASpanBelongToTheNextColumn) {
  table.columns[1] = {Width::share, Length(), 1};
  format::Row first = test::row({"о", "о"});
  first.cells[0].rowSpan = 2;
  table.rows.push_back(first);
  table.rows.push_back(test::row({"оооооо"}));
  EXPECT_EQ(widths(), (std::vector<long>{130, 7870}));
}

TEST_F(ColumnWidthsTest, NestedTablesAskForTheirColumns) {
  table.columns[1] = {Width::share, Length(), 1};
  format::Row outer;
  outer.cells.resize(2);
  format::Table& nested = test::addTable(document, outer.cells[0].blocks, 2);
  nested.rows.push_back(test::row({"оо", "оо"}));
  nested.columns[1] = {Width::fixed, Length::twips(700), 1};
  table.rows.push_back(outer);
  EXPECT_EQ(widths()[0], 250 + 700 + 10);
  std::get<format::Table>(table.rows[0].cells[0].blocks[0]).width = Length::twips(1500);
  EXPECT_EQ(widths()[0], 1510);
}

TEST_F(ColumnWidthsTest, IndentsAndLineEndsCount) {
  document.styles[0].firstLine = Length::twips(100);
  document.styles[0].left = Length::twips(30);
  document.styles[0].right = Length::twips(20);
  table.columns[1] = {Width::share, Length(), 1};
  table.rows.push_back(test::row({"оо\nооо", "о"}));
  EXPECT_EQ(widths()[0], 50 + 10 + 360);
  table.rows.push_back(test::row({"оооо", "о"}));
  EXPECT_EQ(widths()[0], 150 + 10 + 480);
}

TEST_F(ColumnWidthsTest, HyphensMakeWordsNarrower) {
  table.width = Length::twips(1070);  // 570 and 490 with 10 to spare
  table.rows.push_back(test::row({"оооо-оооо", "оооо"}));
  EXPECT_EQ(sum(widths()), 1070);
  EXPECT_TRUE(laid.diagnostics.all().empty());
  EXPECT_GE(widths()[0], 570);
  EXPECT_GE(widths()[1], 490);
}

TEST_F(ColumnWidthsTest, EdgesAreWholePartsOfTheTable) {
  // LibreOffice keeps edges as ten-thousandths of the width; 2,888 of 9,638 would become 2,887.
  section.pageWidth = Length::twips(9638);
  fix(0, 2888);
  table.columns[1] = {Width::share, Length(), 1};
  table.rows.push_back(test::row({"а", "б"}));
  const std::vector<long> found = widths();
  EXPECT_EQ(sum(found), 9638);
  EXPECT_EQ(found[0], 2889);
  const long part = (2 * found[0] * 10'000 + 9638) / (2 * 9638);
  EXPECT_EQ(part * 9638 / 10'000, found[0]);
}

TEST_F(ColumnWidthsTest, TheLongestWordNeedNotBeTheLongestLine) {
  table.columns[1] = {Width::fixed, Length::twips(7400), 1};
  table.rows.push_back(test::row({"оо ооо", "о"}));
  EXPECT_EQ(widths()[0], 600);
  EXPECT_TRUE(laid.diagnostics.all().empty());
}

}  // namespace
}  // namespace chancery::layout
