#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using test::SeenLine;
using Texts = std::vector<std::string>;

// Pages without margins, text of 12 pt: a line is 276 twips high.
class PaginatorTest : public testing::Test {
 protected:
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 8000, 4 * 276);
  format::ParagraphStyle& style = document.styles[0];

  format::Paragraph& add(std::string text, int number = 0) {
    section.blocks.emplace_back(test::paragraph(std::move(text), number));
    return std::get<format::Paragraph>(section.blocks.back());
  }
  void height(int twips) { section.pageHeight = Length::twips(twips); }
  Texts texts() {
    laid = test::layout(document);
    return test::texts(laid.result.pages);
  }
  std::vector<SeenLine> lines() {
    laid = test::layout(document);
    return test::lines(laid.result.pages);
  }
  test::Laid laid;
};

TEST_F(PaginatorTest, APageTakesWhatFits) {
  for (const char* text : {"а", "б", "в", "г", "д"}) add(text);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д"}));
  height(4 * 276 - 1);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "|г", "д"}));
  EXPECT_EQ(laid.result.resolved.pageCount, 2);
}

TEST_F(PaginatorTest, MarginsLeaveRoom) {
  section.left = Length::twips(300);
  section.top = Length::twips(400);
  section.bottom = Length::twips(200);
  height(600 + 2 * 276);
  for (const char* text : {"а", "б", "в"}) add(text);
  const auto seen = lines();
  EXPECT_EQ(seen[0].x, 300);
  EXPECT_EQ(seen[0].y, 400 + 224);
  EXPECT_EQ(seen[2].page, 2);
  EXPECT_EQ(seen[2].y, 400 + 224);
}

TEST_F(PaginatorTest, TheLargerOfAfterAndBeforeStandsBetweenParagraphs) {
  height(8000);
  style.before = Length::twips(100);
  style.after = Length::twips(60);
  add("а");
  add("б");
  auto seen = lines();
  EXPECT_EQ(seen[0].y, 100 + 224);  // kept at the section's start
  EXPECT_EQ(seen[1].y, 100 + 276 + 100 + 224);
  style.after = Length::twips(150);
  EXPECT_EQ(lines()[1].y, 100 + 276 + 150 + 224);
}

TEST_F(PaginatorTest, BeforeIsDroppedAfterAnAutomaticBreak) {
  style.before = Length::twips(100);
  height(2 * 276 + 150);
  add("а");
  add("б");
  const auto seen = lines();
  EXPECT_EQ(seen[1].page, 2);
  EXPECT_EQ(seen[1].y, 224);
}

TEST_F(PaginatorTest, AfterNeedNotFit) {
  style.after = Length::twips(500);
  height(276);
  add("а");
  add("б");
  EXPECT_EQ(texts(), (Texts{"|а", "|б"}));
}

TEST_F(PaginatorTest, TheExtraOfAMultipleIsIgnoredOnThePagesLastLine) {
  style.spacing.multiple240 = 480;
  height(552 + 276);
  for (const char* text : {"а", "б", "в"}) add(text);
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в"}));
  EXPECT_EQ(lines()[1].y, 552 + 224);
}

TEST_F(PaginatorTest, WidowsAndOrphansAreTwoLines) {
  add("а");
  add("б\nв\nг\nд\nе");  // four of five lines would fit: the last takes one with it
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д", "е"}));
}

TEST_F(PaginatorTest, AThreeLineParagraphMovesWhole) {
  add("а");
  add("б");
  add("в\nг\nд");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г", "д"}));
}

TEST_F(PaginatorTest, ATwoLineParagraphMovesWhole) {
  add("а\nб\nв");
  add("г\nд");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "|г", "д"}));
}

TEST_F(PaginatorTest, WithoutWidowControlEveryLineMayStandAlone) {
  style.widowControl = false;
  add("а\nб\nв");
  add("г\nд");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д"}));
}

TEST_F(PaginatorTest, KeepLinesMovesWhole) {
  add("а");
  add("б\nв\nг\nд").keepLines = true;
  EXPECT_EQ(texts(), (Texts{"|а", "|б", "в", "г", "д"}));
}

TEST_F(PaginatorTest, KeepLinesLongerThanAPageIsSplit) {
  add("а\nб\nв\nг\nд\nе").keepLines = true;
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д", "е"}));
}

TEST_F(PaginatorTest, KeepWithNextMovesWithTheNext) {
  add("а");
  add("б");
  add("в");
  add("г").keepWithNext = true;
  add("д");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "|г", "д"}));
}

TEST_F(PaginatorTest, KeepWithNextMovesTheWholeParagraph) {
  add("а");
  add("б\nв\nг").keepWithNext = true;
  add("д");
  EXPECT_EQ(texts(), (Texts{"|а", "|б", "в", "г", "д"}));
}

TEST_F(PaginatorTest, KeepWithNextOfTheStyleCounts) {
  const int kept = test::addStyle(document);
  document.styles.back().keepWithNext = true;
  add("а");
  add("б");
  add("в");
  add("г", kept);
  add("д");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "|г", "д"}));
}

TEST_F(PaginatorTest, ChainsMoveTogether) {
  add("а");
  add("б").keepWithNext = true;
  add("в").keepWithNext = true;
  add("г").keepWithNext = true;
  add("д");
  EXPECT_EQ(texts(), (Texts{"|а", "|б", "в", "г", "д"}));
}

TEST_F(PaginatorTest, TheNextParagraphMayGoOnAfterTwoLines) {
  add("а");
  add("б").keepWithNext = true;
  add("в\nг\nд\nе");
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д", "е"}));
}

TEST_F(PaginatorTest, AChainLongerThanAPageIsParted) {
  for (const char* text : {"а", "б", "в", "г", "д", "е"}) add(text).keepWithNext = true;
  EXPECT_EQ(texts(), (Texts{"|а", "б", "в", "г", "|д", "е"}));
}

TEST_F(PaginatorTest, ATooLongChainIsPartedBetweenParagraphs) {
  add("а").keepWithNext = true;
  add("б").keepWithNext = true;
  add("в\nг\nд").keepWithNext = true;
  EXPECT_EQ(texts(), (Texts{"|а", "б", "|в", "г", "д"}));
}

TEST_F(PaginatorTest, TheLastLinesGoWithTheSignature) {
  add("а");
  format::Paragraph& last = add("б\nв");
  last.keepLines = last.keepWithNext = true;
  format::Table& signature = test::addTable(document, section.blocks, 2);
  signature.presentational = true;
  signature.rows.push_back(test::row({"Начальник\nотдела", "М.В."}));
  signature.rows.back().split = false;
  EXPECT_EQ(texts(), (Texts{"|а", "|б", "в", "Начальник", "отдела", "М.В."}));
}

TEST_F(PaginatorTest, ALineTallerThanThePageIsKeptAndTold) {
  height(200);
  add("а");
  add("б");
  EXPECT_EQ(texts(), (Texts{"|а", "|б"}));
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L113", "L113"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"а"}));
}

TEST_F(PaginatorTest, SectionsBeginNewPages) {
  add("а");
  format::Section second = section;
  second.landscape = true;
  second.pageWidth = Length::twips(9000);
  second.left = Length::twips(70);
  std::get<format::Paragraph>(second.blocks[0]).runs[0].text = "б";
  document.sections.push_back(second);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[1].page, 2);
  EXPECT_EQ(seen[1].x, 70);
  EXPECT_EQ(laid.result.pages.pages[1].width, Length::twips(9000));
  EXPECT_EQ(laid.result.pages.pages[1].height, Length::twips(4 * 276));
}

TEST_F(PaginatorTest, AnEmptySectionIsAPage) {
  EXPECT_TRUE(texts().empty());
  EXPECT_EQ(laid.result.pages.pages.size(), 1u);
}

TEST_F(PaginatorTest, ADocumentWithoutSectionsIsAnEmptySheet) {
  document.sections.clear();
  laid = test::layout(document);
  ASSERT_EQ(laid.result.pages.pages.size(), 1u);
  EXPECT_EQ(laid.result.pages.pages[0].width, Length::mm(210));
  EXPECT_EQ(laid.result.pages.pages[0].height, Length::mm(297));
  EXPECT_EQ(laid.result.resolved.pageCount, 1);
}

TEST_F(PaginatorTest, LengthsAreTakenInTwips) {
  section.left = Length::emu(635 * 10 + 400);
  style.firstLine = Length::emu(635 * 10 + 200);
  add("а");
  laid = test::layout(document);
  EXPECT_EQ(laid.result.pages.pages[0].runs[0].x, Length::twips(21));
}

TEST(Limits, Pages) {
  format::Document document = test::document();
  auto& blocks = test::addSection(document, 8000, 276).blocks;
  for (int i = 0; i < 5; ++i) blocks.emplace_back(test::paragraph("а"));
  Limits limits;
  limits.pages = 3;
  const auto laid = test::layout(document, limits);
  ASSERT_EQ(test::codes(laid.diagnostics), (Texts{"L101"}));
  EXPECT_TRUE(laid.diagnostics.hasErrors());
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"3"}));
  EXPECT_EQ(laid.result.pages.pages.size(), 3u);
  limits.pages = 5;
  EXPECT_TRUE(test::layout(document, limits).diagnostics.all().empty());
}

TEST(Limits, Nesting) {
  format::Document document = test::document();
  auto& blocks = test::addSection(document, 8000, 8000).blocks;
  std::vector<format::Block>* inner = &blocks;
  for (int i = 0; i < 3; ++i) {
    format::Table& table = test::addTable(document, *inner, 1);
    table.rows.push_back(test::row({"а"}));
    inner = &table.rows[0].cells[0].blocks;
  }
  Limits limits;
  limits.nesting = 3;
  EXPECT_TRUE(test::layout(document, limits).diagnostics.all().empty());
  limits.nesting = 2;
  const auto laid = test::layout(document, limits);
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L102"}));
  EXPECT_TRUE(laid.diagnostics.hasErrors());
}

TEST(Limits, NoRoomForText) {
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 1000, 8000);
  section.left = Length::twips(1000);
  section.blocks.emplace_back(test::paragraph("а"));
  const auto laid = test::layout(document);
  ASSERT_EQ(test::codes(laid.diagnostics), (Texts{"L103"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"1"}));
  section.left = Length();
  section.top = Length::twips(5000);
  section.bottom = Length::twips(3000);
  EXPECT_EQ(test::codes(test::layout(document).diagnostics), (Texts{"L103"}));
}

}  // namespace
}  // namespace chancery::layout
