#include "text/hyphenator.h"

#include <gtest/gtest.h>

#include <string>

#include "base/file.h"
#include "support/temp_folder.h"

namespace chancery::text {
namespace {

const Hyphenator& russian() {
  static const std::optional<Hyphenator> found =
      Hyphenator::load(std::string(Hyphenator::kSystemPatterns));
  return *found;
}

// The chunk with «|» where it may be divided.
std::string divided(std::string_view chunk, const Hyphenator& hyphenator = russian()) {
  std::vector<std::size_t> offsets{99};
  hyphenator.divide(chunk, offsets);
  std::string text;
  std::size_t from = 0;
  for (const std::size_t offset : offsets) {
    text.append(chunk.substr(from, offset - from)).append("|");
    from = offset;
  }
  return text.append(chunk.substr(from));
}

#define EXPECT_WHOLE(chunk) EXPECT_EQ(divided(chunk), chunk)

TEST(Hyphenator, DividesBySyllables) {
  EXPECT_EQ(divided("ответственность"), "от|вет|ствен|ность");
  EXPECT_EQ(divided("предпринимательство"), "пред|при|ни|ма|тель|ство");
  EXPECT_EQ(divided("государственный"), "го|су|дар|ствен|ный");
  EXPECT_EQ(divided("электронный"), "элек|трон|ный");
  EXPECT_EQ(divided("подпись"), "под|пись");
}

TEST(Hyphenator, KeepsClingingLettersWithTheirVowel) {
  EXPECT_EQ(divided("подъезд"), "подъ|езд");
  EXPECT_EQ(divided("районный"), "рай|он|ный");
  EXPECT_EQ(divided("объявление"), "объ|яв|ле|ние");
}

TEST(Hyphenator, KnowsIo) {
  EXPECT_EQ(divided("заключённого"), "за|клю|чён|но|го");
  EXPECT_EQ(divided("Ёлочка"), "Ёлоч|ка");
}

TEST(Hyphenator, LeavesTwoLettersOnEitherSide) {
  EXPECT_EQ(divided("организация"), "ор|га|ни|за|ция");
  EXPECT_EQ(divided("осина"), "оси|на");
  EXPECT_EQ(divided("линия"), "ли|ния");
}

TEST(Hyphenator, DividesAmongMarks) {
  EXPECT_EQ(divided("«Ответственность»,"), "«От|вет|ствен|ность»,");
  EXPECT_EQ(divided("(подпись)."), "(под|пись).");
  EXPECT_EQ(divided("приложению…"), "при|ло|же|нию…");
}

TEST(Hyphenator, DividesEachWordBetweenNoBreakSpaces) {
  EXPECT_EQ(divided("в\u00A0приложении\u00A0–"), "в\u00A0при|ло|же|нии\u00A0–");
  EXPECT_EQ(divided("5\u202Fкилограммов"), "5\u202Fки|ло|грам|мов");
}

TEST(Hyphenator, AccentsStayWithTheirLetters) {
  EXPECT_EQ(divided("Каме\u0301нский"), "Ка|ме\u0301н|ский");
  EXPECT_WHOLE("\u0301каменский");
}

TEST(Hyphenator, LeavesWholeWhatIsNoPlainWord) {
  EXPECT_WHOLE("МБОУ");
  EXPECT_WHOLE("ПРИКАЗЫВАЮ");
  EXPECT_WHOLE("РосОбрНадзор");
  EXPECT_WHOLE("11-классников");
  EXPECT_WHOLE("документ2");
  EXPECT_WHOLE("научно-практическая");
  EXPECT_WHOLE("обра\u00ADзование");
  EXPECT_WHOLE("родители/представители");
  EXPECT_WHOLE("Microsoft");
  EXPECT_WHOLE("доменaдрес");  // a Latin letter inside
  EXPECT_WHOLE("почта@школа");
  EXPECT_WHOLE("уч.годовой");
  EXPECT_WHOLE("(не)обходимый");
  EXPECT_WHOLE("обще\u2060ственный");
  EXPECT_WHOLE("");
  EXPECT_WHOLE("–");
}

TEST(Hyphenator, LeavesWholeShortWordsAndPerhapsAbbreviations) {
  EXPECT_WHOLE("мама");
  EXPECT_EQ(divided("школа"), "шко|ла");
  EXPECT_WHOLE("школа.");
  EXPECT_EQ(divided("школа,"), "шко|ла,");
  EXPECT_WHOLE("подразд.");
  EXPECT_EQ(divided("подразд,"), "под|разд,");
  EXPECT_EQ(divided("приказам."), "при|ка|зам.");
  EXPECT_EQ(divided("школа»."), "шко|ла».");
}

TEST(Hyphenator, ReadsBothEncodings) {
  const auto utf = Hyphenator::parse("UTF-8\r\n% comment\nLEFTHYPHENMIN 2\n1ка\r\nм2а\nкa1\n\n");
  ASSERT_TRUE(utf);
  EXPECT_EQ(divided("карамака", *utf), "карама|ка");
  const auto koi = Hyphenator::parse("KOI8-R\n1\xCB\xC1\n");  // 1ка
  ASSERT_TRUE(koi);
  EXPECT_EQ(divided("маркабар", *koi), "мар|кабар");
  const auto io = Hyphenator::parse("KOI8-R\n\xCE\xA3" "1\n");  // нё1
  ASSERT_TRUE(io);
  EXPECT_EQ(divided("зелёнёмка", *io), "зелёнё|мка");
}

TEST(Hyphenator, TheHighestLevelCounts) {
  const auto made = Hyphenator::parse("UTF-8\nа1р\nа2ра\nба3ра\n.т1\nс1т.\n");
  ASSERT_TRUE(made);
  EXPECT_EQ(divided("кабара", *made), "каба|ра");
  EXPECT_EQ(divided("какара", *made), "какара");
  EXPECT_EQ(divided("какаре", *made), "кака|ре");
}

TEST(Hyphenator, APartNeedsAVowelAndNoSignInFront) {
  const auto made = Hyphenator::parse("UTF-8\n1л\n1к\n1ь\n1й\n1ъ\n");
  ASSERT_TRUE(made);
  EXPECT_EQ(divided("вскольз", *made), "вскольз");   // no vowel before к, л stands before ь …
  EXPECT_EQ(divided("стелька", *made), "сте|ль|ка");
  EXPECT_EQ(divided("майский", *made), "майс|кий");
  EXPECT_EQ(divided("волокл", *made), "во|локл");
}

TEST(Hyphenator, NothingWithoutPatterns) {
  const testing::TempFolder folder;
  EXPECT_FALSE(Hyphenator::load((folder.path() / "missing.dic").string()));
  for (const char* text : {"", "UTF-8\n", "ISO8859-1\n1ka\n", "UTF-8\n% none\n1ka\n", "1ка\n",
                           "UTF-8\n1\n", "UTF-8\n\xFF\xFE\n"}) {
    EXPECT_FALSE(Hyphenator::parse(text)) << text;
  }
}

}  // namespace
}  // namespace chancery::text
