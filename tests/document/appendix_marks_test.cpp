#include <gtest/gtest.h>

#include "document/document.h"
#include "support/reading.h"

namespace chancery::document {
namespace {

/// The marks of all appendices, as dumped.
std::string marksOf(const std::string& order, const std::vector<std::string>& appendices,
                    Registration registration = Registration::typed) {
  std::string xml = "<document xmlns=\"urn:chancery:document\"><part>" + order + "</part>";
  for (const std::string& content : appendices) {
    xml += "<appendix><part>" + content + "</part></appendix>";
  }
  testing::ReadText text;
  readInto(text, xml + "</document>");
  Node document = read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(testing::codesOf(text.diagnostics), "");
  completeAppendixMarks(document, registration);
  std::string result;
  for (const Node& child : document.children) {
    if (child.kind == Kind::appendix) result += dump(*child.find(Kind::part));
  }
  return result;
}

const std::string kOrder =
    "<kind>П Р И К А З</kind><registration><date>5 июня 2026 г.</date><number>217</number>"
    "</registration>";

TEST(AppendixMarks, OneAppendixHasNoNumber) {
  EXPECT_EQ(marksOf(kOrder, {"<p>а</p>"}),
            "part\n  appendix-mark\n    to\n      text \"к приказу\"\n"
            "      date \"5 июня 2026 г.\"\n      number \"217\"\n  p \"а\"\n");
}

TEST(AppendixMarks, SeveralAreNumberedInOrder) {
  const std::string marks = marksOf(kOrder, {"<p>а</p>", "<p>б</p>"});
  EXPECT_NE(marks.find("appendix-mark\n    number \"1\"\n"), std::string::npos);
  EXPECT_NE(marks.find("appendix-mark\n    number \"2\"\n"), std::string::npos);
}

TEST(AppendixMarks, StatedNumberWordsAndDateWin) {
  const std::string marks =
      marksOf(kOrder, {"<appendix-mark><number>7</number><to><text>к распоряжению</text>"
                       "<date>1 мая 2026 г.</date></to></appendix-mark>",
                       "<p>б</p>"});
  EXPECT_TRUE(marks.starts_with(
      "part\n  appendix-mark\n    number \"7\"\n    to\n      text \"к распоряжению\"\n"
      "      date \"1 мая 2026 г.\"\n      number \"217\"\n"))
      << marks;
}

TEST(AppendixMarks, EmptyNumberLeavesItsPlace) {
  const std::string marks =
      marksOf(kOrder, {"<appendix-mark><to><number/></to></appendix-mark>"});
  EXPECT_NE(marks.find("      number\n"), std::string::npos);
  EXPECT_EQ(marks.find("217"), std::string::npos);
}

TEST(AppendixMarks, RegistrationWinsOverWhatWasTyped) {
  EXPECT_EQ(marksOf(kOrder,
                    {"<appendix-mark><to><date>1 января 2020 г.</date><number/></to></appendix-mark>"},
                    Registration::given),
            "part\n  appendix-mark\n    to\n      text \"к приказу\"\n"
            "      date \"5 июня 2026 г.\"\n      number \"217\"\n");
}

TEST(AppendixMarks, RegistrationFillsThePlacesOfApprovalStamps) {
  const std::string stamps =
      "<stamps><approved-by><date/><number/></approved-by>"
      "<approved-by><date>1 мая 2026 г.</date><number>7</number></approved-by>"
      "<approved-by><text>приказом</text></approved-by></stamps>";
  const std::string given = marksOf(kOrder, {stamps}, Registration::given);
  EXPECT_NE(given.find("    approved-by\n      date \"5 июня 2026 г.\"\n      number \"217\"\n"
                       "    approved-by\n      date \"1 мая 2026 г.\"\n      number \"7\"\n"
                       "    approved-by\n      text \"приказом\"\n"),
            std::string::npos)
      << given;
  const std::string typed = marksOf(kOrder, {stamps});
  EXPECT_NE(typed.find("    approved-by\n      date\n      number\n"), std::string::npos) << typed;
}

TEST(AppendixMarks, RegistrationWithoutANumberLeavesWhatIsStated) {
  const std::string marks = marksOf("<kind>ПРИКАЗ</kind><registration><date/><number/></registration>",
                                    {"<appendix-mark><to><number>7</number></to></appendix-mark>"},
                                    Registration::given);
  EXPECT_NE(marks.find("number \"7\""), std::string::npos) << marks;
}

TEST(AppendixMarks, DraftHasEmptyDateAndNumber) {
  EXPECT_EQ(marksOf("<kind>РАСПОРЯЖЕНИЕ</kind><registration><date/><number/></registration>",
                    {"<p>а</p>"}),
            "part\n  appendix-mark\n    to\n      text \"к распоряжению\"\n      date\n      number\n"
            "  p \"а\"\n");
}

TEST(AppendixMarks, WhatIsNoActGivesNothingButTheNumber) {
  EXPECT_EQ(marksOf("<title>Отчёт</title>", {"<p>а</p>", "<p>б</p>"}),
            "part\n  appendix-mark\n    number \"1\"\n  p \"а\"\n"
            "part\n  appendix-mark\n    number \"2\"\n  p \"б\"\n");
}

TEST(AppendixMarks, UnknownKindGivesNoWords) {
  EXPECT_EQ(marksOf("<kind>МЕМОРАНДУМ</kind>", {"<p>а</p>"}),
            "part\n  appendix-mark\n    to\n      date\n      number\n  p \"а\"\n");
}

TEST(AppendixMarks, NumberAttributeOfTheAppendixCounts) {
  testing::ReadText text;
  readInto(text,
           "<document xmlns=\"urn:chancery:document\"><part><p>а</p></part>"
           "<appendix number=\"3\"><part><p>б</p></part></appendix></document>");
  Node document = read(text.root, text.sources, text.diagnostics);
  completeAppendixMarks(document);
  EXPECT_NE(dump(document).find("appendix-mark\n        number \"3\""), std::string::npos);
}

}  // namespace
}  // namespace chancery::document
