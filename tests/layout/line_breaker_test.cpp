#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using test::SeenLine;
using Texts = std::vector<std::string>;

// Tinos 12 pt: «о» 120 twips, «н» 129 at most, a space 60.
constexpr int kLetter = 129;
constexpr int kSpace = 60;

class LineBreakerTest : public testing::Test {
 protected:
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 8000, 20000);
  format::ParagraphStyle& style = document.styles[0];

  void add(std::string text) { section.blocks.emplace_back(test::paragraph(std::move(text))); }
  void measure(int twips) { section.pageWidth = Length::twips(twips); }
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

TEST_F(LineBreakerTest, TakesWhatFits) {
  add("ннн ннн ннн");
  measure(6 * kLetter + kSpace);
  EXPECT_EQ(texts(), (Texts{"|ннн ннн", "ннн"}));
}

TEST_F(LineBreakerTest, TheMeasureItselfStillFits) {
  add("оооо оооо");  // 120 twips a letter
  measure(8 * 120 + kSpace);
  EXPECT_EQ(texts(), (Texts{"|оооо оооо"}));
  measure(8 * 120 + kSpace - 1);
  EXPECT_EQ(texts(), (Texts{"|оооо", "оооо"}));
}

TEST_F(LineBreakerTest, SpacesAtTheEndHangOutAndStayInTheText) {
  add("оо   оо");
  measure(2 * 120);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].text, "оо   ");
  EXPECT_EQ(seen[0].width, 2 * 120 + 3 * kSpace);
  EXPECT_EQ(seen[1].x, 0);
  EXPECT_EQ(seen[1].y - seen[0].y, 276);
}

TEST_F(LineBreakerTest, WidthsAreRoundedAsOnTheReferenceDevice) {
  // «н» is 770.6 pixels of the device, which counts as 771: eight need 1,028 twips, not 1,027.5.
  add("нннн нннн");
  measure(8 * 771 / 6 + kSpace);
  EXPECT_EQ(texts(), (Texts{"|нннн нннн"}));
  measure(8 * 771 / 6 + kSpace - 1);
  EXPECT_EQ(texts(), (Texts{"|нннн", "нннн"}));
}

TEST_F(LineBreakerTest, HyphensEndLines) {
  add("оо оо-оо");
  measure(4 * 120 + kSpace + 90);  // a hyphen is 80
  EXPECT_EQ(texts(), (Texts{"|оо оо-", "оо"}));
  measure(4 * 120 + kSpace + 79);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо-оо"}));
}

TEST_F(LineBreakerTest, TheLastOfSeveralHyphensThatFits) {
  add("оо-оо-оо-оо");
  measure(6 * 120 + 3 * 80);
  EXPECT_EQ(texts(), (Texts{"|оо-оо-оо-", "оо"}));
  measure(6 * 120 + 3 * 80 - 10);
  EXPECT_EQ(texts(), (Texts{"|оо-оо-", "оо-оо"}));
}

TEST_F(LineBreakerTest, ASoftHyphenShowsOnlyAtALineEnd) {
  add("оо оо\u00ADоо");
  measure(4 * 120 + kSpace + 80);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].text, "оо оо\u00AD");
  EXPECT_EQ(seen[0].width, 4 * 120 + kSpace + 80);
  EXPECT_EQ(seen[1].text, "оо");
  measure(4 * 120 + kSpace + 79);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо\u00ADоо"}));
  EXPECT_EQ(lines()[1].width, 4 * 120);
}

TEST_F(LineBreakerTest, NoBreakSpacesHold) {
  add("оо оо\u00A0оо");
  measure(5 * 120 + 2 * kSpace);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо\u00A0оо"}));
}

TEST_F(LineBreakerTest, ASlashEndsALineOnlyAsALastResort) {
  add("оо оо/оо");
  measure(4 * 120 + 2 * kSpace + 80);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо/оо"}));
  measure(3 * 120 + 10);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо/", "оо"}));
  EXPECT_TRUE(test::codes(laid.diagnostics).empty());
}

TEST_F(LineBreakerTest, ASlashAfterASpaceBeginsALineWhenItWouldHaveFitted) {
  add("о о /ооо");  // the slash is 67 wide
  measure(3 * 120 + 2 * kSpace + 67 + 10);
  EXPECT_EQ(texts(), (Texts{"|о о", "/ооо"}));
  measure(2 * 120 + 2 * kSpace + 67 + 10);
  EXPECT_EQ(texts(), (Texts{"|о", "о", "/ооо"}));
}

TEST_F(LineBreakerTest, CommasStayWithTheWordUnlessTheSpaceItselfIsTooMuch) {
  add("оо оо , оо");
  measure(4 * 120 + 2 * kSpace + 20);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо ,", "оо"}));
  measure(4 * 120 + kSpace + 20);
  EXPECT_EQ(texts(), (Texts{"|оо оо", ", оо"}));
}

TEST_F(LineBreakerTest, ATooWideWordIsBrokenBetweenCharacters) {
  add("оо ооооо");
  measure(3 * 120 + 20);
  EXPECT_EQ(texts(), (Texts{"|оо", "ооо", "оо"}));
  ASSERT_EQ(test::codes(laid.diagnostics), (Texts{"L111"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"ооооо"}));
  EXPECT_EQ(laid.diagnostics.all()[0].severity, Severity::warning);
}

TEST_F(LineBreakerTest, ATooWideWordIsToldOnce) {
  add("ооооо ооооо");
  measure(3 * 120 + 20);
  texts();
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L111"}));
}

TEST_F(LineBreakerTest, OneCharacterALineAtLeast) {
  add("ооо");
  measure(60);
  EXPECT_EQ(texts(), (Texts{"|о", "о", "о"}));
  add("о о");
  EXPECT_EQ(texts(), (Texts{"|о", "о", "о", "о", "о"}));
}

TEST_F(LineBreakerTest, MarksStayWithTheirBase) {
  add("о\u0301о\u0301о\u0301");
  measure(130);
  EXPECT_EQ(texts(), (Texts{"|о\u0301", "о\u0301", "о\u0301"}));
}

TEST_F(LineBreakerTest, LongWordsAreTakenInPieces) {
  const std::string word = [] {
    std::string text;
    for (int i = 0; i < 700; ++i) text += "о";
    return text;
  }();
  add(word);
  measure(8000);  // 66 letters
  const auto seen = lines();
  EXPECT_EQ(seen.size(), 11u);
  EXPECT_EQ(test::allText(laid.result.pages), word);
}

TEST_F(LineBreakerTest, StatedLineEnds) {
  add("а\n\nб\n");
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].y, 224);
  EXPECT_EQ(seen[1].y, 224 + 2 * 276);
  section.blocks.emplace_back(test::paragraph("в"));
  EXPECT_EQ(lines()[2].y, 224 + 4 * 276);  // a line end at the end begins one more line
}

TEST_F(LineBreakerTest, AnEmptyParagraphIsOneLine) {
  add("");
  add("а");
  EXPECT_EQ(lines()[0].y, 224 + 276);
}

TEST_F(LineBreakerTest, FirstLineIndent) {
  style.firstLine = Length::twips(500);
  style.left = Length::twips(300);
  style.right = Length::twips(200);
  add("оо оо оо");
  measure(500 + 500 + 4 * 120 + kSpace);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].x, 800);
  EXPECT_EQ(seen[0].text, "оо оо ");
  EXPECT_EQ(seen[1].x, 300);
  measure(500 + 500 + 4 * 120 + kSpace - 1);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо оо"}));
}

TEST_F(LineBreakerTest, HangingIndent) {
  style.firstLine = Length::twips(-300);
  style.left = Length::twips(300);
  add("оо оо оо");
  measure(300 + 2 * 120);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].x, 0);
  EXPECT_EQ(seen[0].text, "оо оо ");
  EXPECT_EQ(seen[1].x, 300);
}

TEST_F(LineBreakerTest, LabelsTakeTheFirstLine) {
  section.blocks.emplace_back(test::item("1.", "оо оо"));
  measure(120 + 60 + kSpace + 2 * 120);
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].text, "1. оо ");
  EXPECT_EQ(seen[1].text, "оо");
}

TEST_F(LineBreakerTest, LabelsUseTheIndentsOfTheirLevel) {
  document.numberings[0].levels[1].left = Length::twips(400);
  document.numberings[0].levels[1].firstLine = Length::twips(100);
  section.blocks.emplace_back(test::item("1.1.", "о\nо", 1));
  const auto seen = lines();
  EXPECT_EQ(seen[0].x, 500);
  EXPECT_EQ(seen[1].x, 400);
}

TEST_F(LineBreakerTest, LetterSpacingCountsButNotAfterTheLastCharacter) {
  style.text.letterSpacing = Length::twips(40);
  add("ооо ооо");
  measure(6 * 120 + kSpace + 6 * 40);
  EXPECT_EQ(texts(), (Texts{"|ооо ооо"}));
  measure(6 * 120 + kSpace + 6 * 40 - 1);
  EXPECT_EQ(texts(), (Texts{"|ооо", "ооо"}));
  EXPECT_EQ(lines()[1].width, 3 * 160);
}

TEST_F(LineBreakerTest, RunsOfSeveralStylesMakeOneWord) {
  format::Paragraph paragraph = test::paragraph("оо о");
  format::TextStyle bold = style.text;
  bold.bold = true;
  paragraph.runs.push_back({"оо", bold, {}, {}});
  section.blocks.emplace_back(paragraph);
  measure(4 * 120 + kSpace);
  EXPECT_EQ(texts(), (Texts{"|оо", "ооо"}));
}

TEST_F(LineBreakerTest, ALineIsAsTallAsItsTallestStyle) {
  format::Paragraph paragraph = test::paragraph("а ");
  format::TextStyle large = style.text;
  large.size = Length::pt(24);
  paragraph.runs.push_back({"Б", large, {}, {}});
  section.blocks.emplace_back(paragraph);
  add("в");
  const auto seen = lines();
  EXPECT_EQ(seen[0].y, 448);  // 24 pt: 428 + leading 20
  EXPECT_EQ(seen.back().y, 552 + 224);
}

TEST_F(LineBreakerTest, SpacesOfAnotherStyleKeepTheirPlace) {
  format::Paragraph paragraph = test::paragraph("оо");
  format::TextStyle large = style.text;
  large.size = Length::pt(24);
  paragraph.runs.push_back({" ", large, {}, {}});
  paragraph.runs.push_back({"оо", {}, {}, {}});
  section.blocks.emplace_back(paragraph);
  EXPECT_EQ(texts(), (Texts{"|оо оо"}));
  measure(4 * 120 + 119);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо"}));
}

TEST_F(LineBreakerTest, TabsAreSpaces) {
  add("оо\tоо");
  measure(3 * 120);
  EXPECT_EQ(texts(), (Texts{"|оо", "оо"}));
}

}  // namespace
}  // namespace chancery::layout
