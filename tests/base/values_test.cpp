#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/length.h"
#include "base/suggest.h"
#include "base/utf8.h"

namespace chancery {
namespace {

TEST(Length, UnitsAreExact) {
  EXPECT_EQ(Length::pt(1).toEmu(), 12700);
  EXPECT_EQ(Length::mm(1).toEmu(), 36000);
  EXPECT_EQ(Length::twips(1).toEmu(), 635);
  EXPECT_EQ(Length::pt(0.5).toEmu(), 6350);
  EXPECT_EQ(Length::mm(-12.5).toEmu(), -450000);
  EXPECT_EQ(Length::mm(30).toPt(), 30 * 36000.0 / 12700);
  EXPECT_EQ(Length::emu(90000).toMm(), 2.5);
}

TEST(Length, RoundsToTwipsAwayFromZero) {
  EXPECT_EQ(Length::emu(317).toTwips(), 0);
  EXPECT_EQ(Length::emu(318).toTwips(), 1);
  EXPECT_EQ(Length::emu(-317).toTwips(), 0);
  EXPECT_EQ(Length::emu(-318).toTwips(), -1);
  EXPECT_EQ(Length::pt(14).toTwips(), 280);
}

TEST(Length, Arithmetic) {
  EXPECT_EQ(Length::pt(2) + Length::pt(3), Length::pt(5));
  EXPECT_EQ(Length::pt(2) - Length::pt(3), -Length::pt(1));
  EXPECT_EQ(Length::pt(2) * 3, Length::pt(6));
  EXPECT_EQ(Length::pt(7) / Length::pt(2), 3);
  EXPECT_EQ(Length::emu(7) / 2, Length::emu(3));
  EXPECT_EQ(Length::emu(7).scaled(1, 2), Length::emu(4));
  EXPECT_EQ(Length::emu(-7).scaled(1, 2), Length::emu(-4));
  EXPECT_LT(Length::pt(1), Length::mm(1));
  Length sum = Length::pt(1);
  sum += Length::pt(2);
  sum -= Length::pt(4);
  EXPECT_EQ(sum, Length::pt(-1));
}

TEST(Utf8, CountsAndDecodes) {
  EXPECT_EQ(utf8::countCharacters("Ёлка №1 €𝄞"), 10u);
  EXPECT_EQ(utf8::countCharacters("Об утверждении плана"), 20u);
  EXPECT_EQ(utf8::countCharacters(""), 0u);
  std::size_t offset = 0;
  std::u32string decoded;
  const std::string text = "aЖ€𝄞";
  while (offset < text.size()) decoded += utf8::next(text, offset);
  EXPECT_EQ(decoded, U"aЖ€𝄞");
  std::string encoded;
  for (const char32_t c : decoded) utf8::append(encoded, c);
  EXPECT_EQ(encoded, text);
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(utf8::findInvalid("Приказ"), std::nullopt);
  EXPECT_EQ(utf8::findInvalid("\xF4\x8F\xBF\xBF"), std::nullopt);       // U+10FFFF
  EXPECT_EQ(utf8::findInvalid("\xED\x9F\xBF\xEE\x80\x80"), std::nullopt);  // around the surrogates
  EXPECT_EQ(utf8::findInvalid("\xE0\xA0\x80\xF0\x90\x80\x80"), std::nullopt);
  EXPECT_EQ(utf8::findInvalid("ab\xFF"), 2u);
  EXPECT_EQ(utf8::findInvalid("a\x80"), 1u);
  EXPECT_EQ(utf8::findInvalid("a\xC0\x80"), 1u);              // overlong
  EXPECT_EQ(utf8::findInvalid("\xE0\x9F\xBF"), 0u);           // overlong
  EXPECT_EQ(utf8::findInvalid("\xF0\x8F\xBF\xBF"), 0u);       // overlong
  EXPECT_EQ(utf8::findInvalid("\xED\xA0\x80"), 0u);           // surrogate
  EXPECT_EQ(utf8::findInvalid("\xF4\x90\x80\x80"), 0u);       // above U+10FFFF
  EXPECT_EQ(utf8::findInvalid("\xF5\x80\x80\x80"), 0u);
  EXPECT_EQ(utf8::findInvalid("aa\xD0"), 2u);                 // cut off
  EXPECT_EQ(utf8::findInvalid("\xE2\x82"), 0u);
  EXPECT_EQ(utf8::findInvalid("\xE2\x28\xA1"), 0u);
}

TEST(Date, ParsesDaysThatExist) {
  EXPECT_EQ(parseDate("2026-06-05"), (Date{2026, 6, 5}));
  EXPECT_EQ(parseDate("2024-02-29"), (Date{2024, 2, 29}));
  for (const char* wrong : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-06-31",
                            "05.06.2026", "2026-6-5", "2026-06-05T", "2026/06-05", "2026-06/05", "abcd-ef-gh", ""}) {
    EXPECT_EQ(parseDate(wrong), std::nullopt) << wrong;
  }
  EXPECT_EQ(toIso(Date{2026, 6, 5}), "2026-06-05");
}

TEST(Date, DayNumbers) {
  EXPECT_EQ(toDayNumber({1970, 1, 1}), 0);
  EXPECT_EQ(toDayNumber({2000, 3, 1}), 11017);
  EXPECT_EQ(toDayNumber({1969, 12, 31}), -1);
  EXPECT_EQ(fromDayNumber(11017), (Date{2000, 3, 1}));
  EXPECT_EQ(fromDayNumber(-1), (Date{1969, 12, 31}));
}

TEST(Moment, ParsesAndPrintsUtc) {
  EXPECT_EQ(parseMoment("1970-01-01T00:00:00Z"), Moment{0});
  EXPECT_EQ(parseMoment("2026-06-05T09:30:15.250Z")->milliseconds, 1780651815250);
  EXPECT_EQ(toIso(Moment{1780651815250}), "2026-06-05T09:30:15.250Z");
  EXPECT_EQ(toIso(Moment{-1}), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(toIso(Moment{-86'400'000}), "1969-12-31T00:00:00.000Z");
  for (const char* wrong : {"2026-06-05", "2026-06-05T09:30:15", "2026-06-05T24:00:00Z", "2026-06-05T23:60:00Z",
                            "2026-06-05T23:00:60Z", "2026-06-05 09:30:15Z", "2026-06-05T09-30:15Z",
                            "2026-06-05T09:30-15Z", "2026-06-05T09:30:15.25Z", "2026-06-05T09:30:15,250Z",
                            "2026-02-30T09:30:15Z", "2026-06-05T0x:30:15Z"}) {
    EXPECT_EQ(parseMoment(wrong), std::nullopt) << wrong;
  }
}

TEST(Clock, FixedOneStandsStillUntilSet) {
  FixedClock clock(Moment{5});
  EXPECT_EQ(clock.now().milliseconds, 5);
  clock.set(Moment{7});
  EXPECT_EQ(clock.now().milliseconds, 7);
  EXPECT_GT(SystemClock().now().milliseconds, 1'700'000'000'000);
}

TEST(Hash, KnownDigests) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Json, QuotesText) {
  EXPECT_EQ(json::quoted("Приказ «О»"), "\"Приказ «О»\"");
  EXPECT_EQ(json::quoted("a\"b\\c\n\t\x1f\x7f"), "\"a\\\"b\\\\c\\n\\u0009\\u001f\\u007f\"");
}

TEST(Suggest, FindsSlipsOfTheHand) {
  const std::vector<std::string> names{"title", "preamble", "clauses", "signature", "дата"};
  EXPECT_EQ(suggest("titel", names), "title");
  EXPECT_EQ(suggest("Title", names), "title");
  EXPECT_EQ(suggest("preambel", names), "preamble");
  EXPECT_EQ(suggest("clause", names), "clauses");
  EXPECT_EQ(suggest("ДАТА", names), "дата");
  EXPECT_EQ(suggest("signatory", names), "signature");
  EXPECT_EQ(suggest("footer", names), std::nullopt);
  EXPECT_EQ(suggest("xy", names), std::nullopt);
  EXPECT_EQ(suggest(std::string(65, 'a'), {std::string(64, 'a')}), std::nullopt);
  EXPECT_EQ(suggest(std::string(64, 'a'), {std::string(64, 'a') + "b", std::string(63, 'a')}),
            std::string(63, 'a'));
}

TEST(Suggest, PrefersTheNearest) {
  EXPECT_EQ(suggest("kinds", {"kine", "kind", "bind"}), "kind");
}

TEST(Joined, PutsSeparatorsBetween) {
  EXPECT_EQ(joined({"a", "b", "c"}), "a, b, c");
  EXPECT_EQ(joined({}), "");
  EXPECT_EQ(joined({"a", "b"}, " | "), "a | b");
}

}  // namespace
}  // namespace chancery
