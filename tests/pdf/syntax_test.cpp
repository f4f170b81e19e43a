#include "pdf/syntax.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

std::string decimal(std::int64_t value, int decimals) {
  std::string out;
  addDecimal(out, value, decimals);
  return out;
}

std::string literal(std::string_view bytes) {
  std::string out;
  addLiteral(out, bytes);
  return out;
}

std::string textString(std::string_view text) {
  std::string out;
  addTextString(out, text);
  return out;
}

TEST(Syntax, Integers) {
  std::string out = "x";
  addInteger(out, -120);
  addInteger(out, 0);
  EXPECT_EQ(out, "x-1200");
}

TEST(Syntax, DecimalsHaveNoIdleZeros) {
  EXPECT_EQ(decimal(0, 2), "0");
  EXPECT_EQ(decimal(8504, 2), "85.04");
  EXPECT_EQ(decimal(8500, 2), "85");
  EXPECT_EQ(decimal(8550, 2), "85.5");
  EXPECT_EQ(decimal(10, 2), ".1");
  EXPECT_EQ(decimal(5, 3), ".005");
  EXPECT_EQ(decimal(100, 0), "100");
}

TEST(Syntax, DecimalsKeepTheirSign) {
  EXPECT_EQ(decimal(-50, 2), "-.5");
  EXPECT_EQ(decimal(-12345, 3), "-12.345");
  EXPECT_EQ(decimal(-100, 2), "-1");
}

TEST(Syntax, References) {
  std::string out;
  addReference(out, 12);
  EXPECT_EQ(out, "12 0 R");
}

TEST(Syntax, NamesEscapeWhatIsNotRegular) {
  std::string out;
  addName(out, "application/json #1~!");
  EXPECT_EQ(out, "/application#2Fjson#20#231~!");
  out.clear();
  addName(out, "\x7F\xD0");
  EXPECT_EQ(out, "/#7F#D0");
}

TEST(Syntax, LiteralsEscapeTheLeastThatWillDo) {
  EXPECT_EQ(literal("a(b)c\\d"), "(a\\(b\\)c\\\\d)");
  EXPECT_EQ(literal("\r\n"), "(\\r\n)");
  EXPECT_EQ(literal(std::string_view("\0\xFF", 2)), std::string("(\0\xFF)", 4));
}

TEST(Syntax, TextStringsAreAsciiOrUtf16) {
  EXPECT_EQ(textString("Plain ~"), "(Plain ~)");
  EXPECT_EQ(textString("Ж"), "(\xFE\xFF\x04\x16)");
  EXPECT_EQ(textString("\x1F"), std::string("(\xFE\xFF\0\x1F)", 6));
  EXPECT_EQ(textString("😀"), std::string("(\xFE\xFF\xD8\x3D\xDE\0)", 8));
}

TEST(Syntax, DatesAreUtcToTheSecond) {
  std::string out;
  addDate(out, *parseMoment("2026-06-05T09:30:07.250Z"));
  EXPECT_EQ(out, "(D:20260605093007+00'00')");
}

TEST(Syntax, Utf16InHexadecimalDigits) {
  std::string out;
  addUtf16Hex(out, U'Ж');
  addUtf16Hex(out, U'\U0001F600');
  EXPECT_EQ(out, "0416D83DDE00");
}

TEST(Syntax, HundredthsAreRoundedHalfAwayFromZero) {
  EXPECT_EQ(toHundredths(Length::pt(85.04)), 8504);
  EXPECT_EQ(toHundredths(Length::mm(297)), 84189);
  EXPECT_EQ(toHundredths(Length::emu(64)), 1);
  EXPECT_EQ(toHundredths(Length::emu(63)), 0);
  EXPECT_EQ(toHundredths(Length::emu(-64)), -1);
  EXPECT_EQ(toHundredths(Length::emu(-63)), 0);
}

}  // namespace
}  // namespace chancery::pdf
