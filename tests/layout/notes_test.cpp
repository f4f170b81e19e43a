// Footnotes. Places are those that LibreOffice 7.4 gives to the same documents (a page of 5669 ×
// 4000 twips with margins of 567, text of 12 pt, notes of 10 pt), to a twip or two.
#include <gtest/gtest.h>

#include <algorithm>

#include "build.h"

namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;

std::string repeated(const std::string& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word + " ";
  text.pop_back();
  return text;
}

class NotesTest : public testing::Test {
 protected:
  NotesTest() {
    section.left = section.right = section.top = section.bottom = Length::twips(567);
    document.footnoteStyle = document.styles[0];
    document.footnoteStyle.text.size = Length::pt(10);
    document.footnoteRule = Length::twips(1134);
  }

  // A paragraph that ends with the mark of a new note.
  format::Paragraph noted(const std::string& text, const std::string& note) {
    format::Paragraph result = test::paragraph(text);
    test::addNote(document, result, note);
    return result;
  }
  void add(format::Paragraph paragraph) { section.blocks.emplace_back(std::move(paragraph)); }
  void addLines(int count, int from = 0) {
    for (int i = 0; i < count; ++i) add(test::paragraph("l" + std::to_string(from + i)));
  }
  // "baseline text" of each line; "|" before a page's first one. Marks join their line.
  Texts lines() {
    laid = test::layout(document);
    Texts result;
    int page = 0;
    for (const test::SeenLine& line : test::lines(laid.result.pages)) {
      std::string text = line.text.substr(0, line.text.find("word word"));
      while (text.ends_with(' ')) text.pop_back();
      result.push_back((line.page != page ? "|" : "") + std::to_string(line.y) + " " + text);
      page = line.page;
    }
    return result;
  }
  int pages() {
    laid = test::layout(document);
    return static_cast<int>(laid.result.pages.pages.size());
  }

  format::Document document = test::document();
  format::Section& section = test::addSection(document, 5669, 4000);
  test::Laid laid;
};

TEST_F(NotesTest, LeaveRoomForTheRuleAndItsSpace) {
  // 2866 for text, 231 of the note, 124 of the rule with its space: 2511 are left.
  document.styles.push_back(document.styles[0]);
  auto& spacing = document.styles.back().spacing;
  spacing.rule = format::LineSpacing::Rule::exact;
  add(noted("aaa", "note"));
  add(test::paragraph("tall", 1));
  spacing.length = Length::twips(2511 - 276);
  EXPECT_EQ(pages(), 1);
  spacing.length = Length::twips(2511 - 276 + 1);
  EXPECT_EQ(pages(), 2);
}

TEST_F(NotesTest, AMarkMovesWithItsNote) {
  addLines(9);
  add(noted("ref", "note"));
  EXPECT_EQ(lines()[9], "|791 ref");
  EXPECT_EQ(lines().size(), 13u);
}

TEST_F(NotesTest, ALongNoteGoesOnAndLeavesAFifthOfThePageToText) {
  addLines(2);
  add(noted("r1", repeated("word", 400)));
  const Texts seen = lines();
  EXPECT_EQ(Texts(seen.begin(), seen.begin() + 7),
            (Texts{"|791 l0", "1067 l1", "1343 r1", "1249 1", "1693 1", "1772 ", "2003 "}));
  EXPECT_EQ(std::count(seen.begin(), seen.end(), "|1541 "), 4);
  EXPECT_EQ(seen.back(), "|3389 ");
  EXPECT_EQ(laid.result.pages.pages.size(), 6u);
}

TEST_F(NotesTest, EachNoteOfALineMustBegin) {
  addLines(4);
  format::Paragraph both = noted("ref", repeated("word", 150));
  both.runs.push_back({" and "});
  test::addNote(document, both, "two");
  add(both);
  addLines(3, 20);
  const Texts seen = lines();
  EXPECT_EQ(seen[4], "|791 ref");
  const auto two = std::find(seen.begin(), seen.end(), "3389  two");
  ASSERT_NE(two, seen.end());
  EXPECT_EQ(std::count_if(seen.begin(), two, [](const auto& line) { return line[0] == '|'; }), 3);
}

TEST_F(NotesTest, StandAtTheFootOfTheirPage) {
  format::Paragraph first = noted("aaa", "note one");
  first.runs.push_back({" x"});
  add(first);
  add(noted("bbb", "note two"));
  add(test::paragraph("ccc"));
  EXPECT_EQ(lines(), (Texts{"|791 aaa", "697 1", "791  x", "1067 bbb", "973 2", "1343 ccc",
                            "3079 1", "3158  note one", "3310 2", "3389  note two"}));
}

}  // namespace
}  // namespace chancery::layout
