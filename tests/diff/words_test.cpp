#include "diff/words.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace chancery::diff {
namespace {

std::string joined(const std::vector<Piece>& pieces, Piece::Kind without) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (piece.kind != without) text += piece.text;
  }
  return text;
}

std::string marked(std::string_view before, std::string_view after) {
  std::string text;
  for (const Piece& piece : compareWords(before, after)) {
    text += piece.kind == Piece::Kind::same      ? piece.text
            : piece.kind == Piece::Kind::removed ? "[" + piece.text + "]"
                                                 : "{" + piece.text + "}";
  }
  return text;
}

std::string split(std::string_view text) {
  std::string result;
  for (const Word& word : wordsOf(text)) result += '<' + std::string(word.text) + '>';
  return result;
}

TEST(Words, MarksAtTheEdgesStandAlone) {
  EXPECT_EQ(split("(приложение 1), «школа»."), "<(><приложение><1><)><,><«><школа><»><.>");
  EXPECT_EQ(split("до 01.05.2026, п. 3.2"), "<до><01.05.2026><,><п><.><3.2>");
  EXPECT_EQ(split(" – "), "<–>");
  EXPECT_EQ(split(""), "");
}

TEST(Words, PlainTextHasOrdinarySpaces) {
  EXPECT_EQ(plain("  №\u00A05 \n\n от\u202F1  мая "), "№ 5\nот 1 мая");
}

TEST(Words, ChangesOfWordsAreTold) {
  EXPECT_EQ(marked("до 1 мая", "до 15 мая"), "до [1]{15} мая");
  EXPECT_EQ(marked("Открыть школу.", "Открыть новую школу."), "Открыть{ новую} школу.");
  EXPECT_EQ(marked("один", "два"), "[один]{два}");
  EXPECT_EQ(marked("", "два"), "{два}");
  EXPECT_EQ(marked("а б", "а б"), "а б");
}

TEST(Words, ChangesPartedByAShortWordAreOne) {
  EXPECT_EQ(marked("с 1 по 5 мая здесь", "с 2 по 6 мая здесь"), "с [1 по 5]{2 по 6} мая здесь");
}

TEST(Words, TextsThatDifferAltogetherAreReplaced) {
  std::string before, after;
  for (int i = 0; i < 1000; ++i) {
    before += "а" + std::to_string(i) + ' ';
    after += "б" + std::to_string(i) + ' ';
  }
  EXPECT_EQ(compareWords(before, after).size(), 2u);
}

TEST(Words, PiecesMakeBothTexts) {
  static const std::vector<std::string> kWords = {"а", "школа", "1,", "до", "«мая»", "мая", "\n"};
  const auto text = [] {
    std::string made;
    for (const int word : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 7))) {
      made += kWords[static_cast<std::size_t>(word)] + ' ';
    }
    return plain(made);
  };
  EXPECT_TRUE(rc::check([&] {
    const std::string before = text(), after = text();
    const auto pieces = compareWords(before, after);
    RC_ASSERT(joined(pieces, Piece::Kind::added) == before);
    RC_ASSERT(joined(pieces, Piece::Kind::removed) == after);
    RC_ASSERT(before != after || pieces.size() <= 1);
  }));
}

}  // namespace
}  // namespace chancery::diff
