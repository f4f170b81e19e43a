#include "runtime/number_pattern.h"

#include <gtest/gtest.h>

#include "runtime/directory.h"

namespace chancery::runtime {
namespace {

std::string printed(const std::string& pattern, std::int64_t value, int year = 2026) {
  return Series{"s", "", pattern, 1, true, "12", "01-05"}.print(value, year);
}

// "" of a right pattern.
std::string fault(const std::string& pattern) {
  const auto parsed = parsePattern(pattern);
  const auto* found = std::get_if<PatternFault>(&parsed);
  if (!found) return "";
  switch (found->kind) {
    case PatternFault::Kind::unknownWord:
      return "word " + found->word;
    case PatternFault::Kind::brace:
      return "brace " + found->word;
    case PatternFault::Kind::noNumber:
      return "none";
    case PatternFault::Kind::numberTwice:
      return "twice";
  }
  return "?";
}

TEST(NumberPattern, PrintsItsWordsAndTheTextAroundThem) {
  EXPECT_EQ(printed("{n}", 7), "7");
  EXPECT_EQ(printed("01-{n}/к", 104), "01-104/к");
  EXPECT_EQ(printed("{group}-{file}-{n:06}/{y}", 15), "12-01-05-000015/2026");
  EXPECT_EQ(printed("{y:2}/{n}-од", 15, 2007), "07/15-од");
  EXPECT_EQ(printed("{y}{y:2}{n}", 3, 5), "0005053");
}

TEST(NumberPattern, ZerosFillANumberAndNeverCutIt) {
  EXPECT_EQ(printed("{n:03}", 7), "007");
  EXPECT_EQ(printed("{n:03}", 999), "999");
  EXPECT_EQ(printed("{n:03}", 1000), "1000");
  EXPECT_EQ(printed("{n:01}", 7), "7");
  EXPECT_EQ(printed("{n:09}", 7), "000000007");
}

TEST(NumberPattern, WhatIsNoPatternIsToldFromWhatItLacks) {
  EXPECT_EQ(fault("{n}"), "");
  EXPECT_EQ(fault(""), "none");
  EXPECT_EQ(fault("од/{y}"), "none");
  EXPECT_EQ(fault("{n}-{n:02}"), "twice");
  for (const char* word : {"N", "", "n:6", "n:00", "n:010", "n:0x", "y:4", "Y", "grup", " n"}) {
    EXPECT_EQ(fault("{n}-{" + std::string(word) + "}"), "word " + std::string(word));
  }
  EXPECT_EQ(fault("{n"), "brace {n");
  EXPECT_EQ(fault("{{n}"), "brace {");
  EXPECT_EQ(fault("{n}}"), "brace }");
  EXPECT_EQ(fault("n}{"), "brace }");
}

}  // namespace
}  // namespace chancery::runtime
