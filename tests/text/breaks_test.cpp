#include "text/breaks.h"

#include <gtest/gtest.h>

#include <string>

namespace chancery::text {
namespace {

// The chunk with «|» at each place where a line may end; «/|» stands for one after a slash.
std::string marked(std::string_view chunk) {
  Breaks breaks;
  std::vector<Breaks::Inside> places;
  breaks.inside(chunk, places);
  std::string text;
  std::size_t from = 0;
  for (const auto& place : places) {
    text += chunk.substr(from, place.offset - from);
    text += place.afterSlash ? "~" : "|";
    from = place.offset;
  }
  return text + std::string(chunk.substr(from));
}

TEST(BreaksInside, WordsHaveNone) {
  EXPECT_EQ(marked("образование"), "образование");
  EXPECT_EQ(marked("«Школа»,"), "«Школа»,");
  EXPECT_EQ(marked("(далее)."), "(далее).");
  EXPECT_EQ(marked("Ё"), "Ё");
  EXPECT_EQ(marked("1.2.3."), "1.2.3.");
}

TEST(BreaksInside, AfterAHyphenBetweenLetters) {
  EXPECT_EQ(marked("научно-практическая"), "научно-|практическая");
  EXPECT_EQ(marked("Санкт-Петербург"), "Санкт-|Петербург");
}

TEST(BreaksInside, AfterAHyphenBeforeADigit) {
  EXPECT_EQ(marked("2021-2023"), "2021-|2023");
  EXPECT_EQ(marked("И-10"), "И-|10");
}

TEST(BreaksInside, AfterAHyphenThatBeginsAWord) {
  EXPECT_EQ(marked("-слово"), "-|слово");
}

TEST(BreaksInside, AfterADashButNotBeforeAnEnDash) {
  EXPECT_EQ(marked("январь–март"), "январь–|март");
  EXPECT_EQ(marked("а–"), "а–");
}

TEST(BreaksInside, AfterASlashOnlyAsALastResort) {
  EXPECT_EQ(marked("и/или"), "и/~или");
  EXPECT_EQ(marked("п/п"), "п/~п");
}

TEST(BreaksInside, NeverBesideGlue) {
  EXPECT_EQ(marked("№\u00A05"), "№\u00A05");
  EXPECT_EQ(marked("-\u00A05"), "-\u00A05");
  EXPECT_EQ(marked("а-\u2060б"), "а-\u2060б");
  EXPECT_EQ(marked("а\u2011б"), "а\u2011б");
  EXPECT_EQ(marked("а-\u202Fб"), "а-\u202Fб");
}

TEST(BreaksInside, AfterASoftHyphen) {
  EXPECT_EQ(marked("обра\u00ADзование"), "обра\u00AD|зование");
}

TEST(BreaksInside, BeforeAnOpeningBracketAfterPunctuation) {
  EXPECT_EQ(marked("слово,(б)"), "слово,|(б)");
}

TEST(BreaksInside, CountsCharactersOutsideTheBasicPlane) {
  EXPECT_EQ(marked("😀-а"), "😀-|а");
}

struct Pair {
  char32_t before, after;
  bool allowed;
};

class AfterSpaces : public testing::TestWithParam<Pair> {};

TEST_P(AfterSpaces, FollowsTheRules) {
  Breaks breaks;
  const Pair& pair = GetParam();
  EXPECT_EQ(breaks.afterSpaces(pair.before, pair.after), pair.allowed);
  EXPECT_EQ(breaks.afterSpaces(pair.before, pair.after), pair.allowed) << "remembered";
}

INSTANTIATE_TEST_SUITE_P(
    Breaks, AfterSpaces,
    testing::Values(Pair{U'а', U'б', true}, Pair{U',', U'б', true}, Pair{U'.', U'1', true},
                    Pair{U'а', U'«', true}, Pair{U'»', U'а', true}, Pair{U'а', U'–', true},
                    Pair{U'–', U'а', true}, Pair{U'а', U',', false}, Pair{U'а', U'.', false},
                    Pair{U'а', U')', false}, Pair{U'а', U':', false}, Pair{U'а', U'!', false},
                    Pair{U'(', U'а', false}, Pair{U'а', U'/', false}, Pair{U'»', U'(', true},
                    Pair{U'"', U'(', true}, Pair{U'а', 0xA0, false}, Pair{0x2060, U'а', false},
                    Pair{U'а', U'№', true}, Pair{U'5', U'%', true}));

TEST(BreaksBetween, RunsThatTouch) {
  Breaks breaks;
  EXPECT_FALSE(breaks.between(U'а', U'б'));
  EXPECT_FALSE(breaks.between(U'а', U'1'));
  EXPECT_TRUE(breaks.between(U'-', U'1'));
  EXPECT_TRUE(breaks.between(U'-', U'б'));
  EXPECT_FALSE(breaks.between(U'/', U'б'));
  EXPECT_FALSE(breaks.between(0xA0, U'б'));
  EXPECT_FALSE(breaks.between(U'а', U','));
}

}  // namespace
}  // namespace chancery::text
