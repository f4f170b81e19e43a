#include "lang/numbers.h"

#include <gtest/gtest.h>

namespace chancery::lang {
namespace {

std::int64_t millionths(std::string_view text) {
  return Decimal::parse(text)->toMillionths();
}

TEST(DecimalTest, ParsesExactly) {
  EXPECT_EQ(millionths("0"), 0);
  EXPECT_EQ(millionths("12"), 12'000'000);
  EXPECT_EQ(millionths("-0.5"), -500'000);
  EXPECT_EQ(millionths("1.000001"), 1'000'001);
  EXPECT_EQ(millionths("007.10"), 7'100'000);
  EXPECT_EQ(millionths("9000000000000"), 9'000'000'000'000'000'000);
  EXPECT_EQ(millionths("-9000000000000"), -9'000'000'000'000'000'000);
}

TEST(DecimalTest, RefusesWhatIsNoDecimal) {
  for (const char* text : {"", "-", ".5", "5.", "1,5", "1 000", "+1", "1e3", "1.2.3", "--1",
                           "0.0000001", "9000000000000.000001", "-9000000000000.000001",
                           "9223372036854.775808", "99999999999999999999", "x", "1."}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(DecimalTest, WritesTheShortestText) {
  for (const char* text : {"0", "12", "-0.5", "1.000001", "0.000001", "-1200", "1250.5"}) {
    EXPECT_EQ(Decimal::parse(text)->toText(), text);
  }
  EXPECT_EQ(Decimal::parse("7.10")->toText(), "7.1");
  EXPECT_EQ(Decimal::parse("-0")->toText(), "0");
}

TEST(DecimalTest, AddsAndTellsOverflow) {
  const Decimal most = *Decimal::parse("9000000000000");
  const Decimal least = *Decimal::parse("-9000000000000");
  EXPECT_EQ(Decimal::parse("0.1")->plus(*Decimal::parse("0.2"))->toText(), "0.3");
  EXPECT_FALSE(most.plus(Decimal::millionths(1)));
  EXPECT_EQ(most.plus(Decimal::millionths(-1))->toText(), "8999999999999.999999");
  EXPECT_EQ(most.plus({})->toText(), "9000000000000");
  EXPECT_FALSE(least.plus(Decimal::millionths(-1)));
  EXPECT_EQ(least.plus({})->toText(), "-9000000000000");
  EXPECT_FALSE(most.plus(most));
}

TEST(DecimalTest, RoundsHalvesAwayFromZero) {
  const auto rounded = [](std::string_view text, int places) {
    return Decimal::parse(text)->rounded(places).toText();
  };
  EXPECT_EQ(rounded("2.5", 0), "3");
  EXPECT_EQ(rounded("-2.5", 0), "-3");
  EXPECT_EQ(rounded("2.49", 0), "2");
  EXPECT_EQ(rounded("-2.49", 0), "-2");
  EXPECT_EQ(rounded("1.005", 2), "1.01");
  EXPECT_EQ(rounded("1.004999", 2), "1");
  EXPECT_EQ(rounded("12.345678", 6), "12.345678");
  EXPECT_EQ(rounded("12.345678", 9), "12.345678");
  EXPECT_EQ(rounded("12.6", -1), "13");
  EXPECT_EQ(rounded("8999999999999.5", 0), "9000000000000");
  EXPECT_EQ(rounded("-8999999999999.5", 0), "-9000000000000");
}

TEST(FormatNumberTest, AsOfficesWrite) {
  const auto written = [](std::string_view text, int places = -1) {
    return formatNumber(*Decimal::parse(text), places);
  };
  EXPECT_EQ(written("1234.5"), "1234,5");
  EXPECT_EQ(written("12345"), "12\u00A0345");
  EXPECT_EQ(written("1234567.891", 2), "1\u00A0234\u00A0567,89");
  EXPECT_EQ(written("100000", 2), "100\u00A0000,00");
  EXPECT_EQ(written("-98765.4", 0), "-98\u00A0765");
  EXPECT_EQ(written("0.5", 0), "1");
  EXPECT_EQ(written("7", 1), "7,0");
  EXPECT_EQ(written("7", 9), "7,000000");
  EXPECT_EQ(written("0"), "0");
}

TEST(PlainNumberTest, WhatPeopleWrite) {
  EXPECT_EQ(plainNumber("12,5"), "12.5");
  EXPECT_EQ(plainNumber("12.50"), "12.50");
  EXPECT_EQ(plainNumber("007"), "007");
  EXPECT_EQ(plainNumber("1 234,50"), "1234.50");
  EXPECT_EQ(plainNumber("1\u00A0234"), "1234");
  EXPECT_EQ(plainNumber("1\u202F2\u20093"), "123");
  EXPECT_EQ(plainNumber("-3"), "-3");
  EXPECT_EQ(plainNumber("\u22123,1"), "-3.1");
}

TEST(PlainNumberTest, NoValue) {
  for (const char* none : {"", "-", "–", "—"}) EXPECT_EQ(plainNumber(none), "") << none;
}

TEST(PlainNumberTest, NoNumber) {
  for (const char* bad : {"нет", "1.", "1,", ".5", "1.2.3", "1,2.3", "5 %", "1e5", "--1", "1-2",
                          "- ", "\u2212", " "}) {
    EXPECT_EQ(plainNumber(bad), std::nullopt) << bad;
  }
}

TEST(PluralTest, RussianForms) {
  const auto days = [](std::int64_t count) { return plural(count, "день", "дня", "дней"); };
  for (const int count : {1, 21, 101, 1001, -1}) EXPECT_EQ(days(count), "день") << count;
  for (const int count : {2, 3, 4, 22, 104, -3}) EXPECT_EQ(days(count), "дня") << count;
  for (const int count : {0, 5, 10, 11, 12, 14, 15, 20, 111, 112, 114, -11}) {
    EXPECT_EQ(days(count), "дней") << count;
  }
}

}  // namespace
}  // namespace chancery::lang
