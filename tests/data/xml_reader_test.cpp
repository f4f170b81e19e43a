#include <gtest/gtest.h>

#include "data/text.h"
#include "support.h"

namespace chancery::data {
namespace {

TEST(XmlDataTest, TheSameTreeAsFromJson) {
  EXPECT_EQ(xmlData("<order xmlns='urn:any'>\n  <kind>ПРИКАЗ</kind>\n  <clauses><text>а</text>"
                    "</clauses>\n  <clauses><text>б &amp; в</text></clauses>\n</order>")
                .dump(),
            "data\n  kind \"ПРИКАЗ\"\n  clauses\n    text \"а\"\n  clauses\n    text \"б & в\"\n");
}

TEST(XmlDataTest, AttributesAreValues) {
  EXPECT_EQ(xmlData("<d><row no='1' xml:space='preserve'><term>май</term></row></d>").dump(),
            "data\n  row\n    no \"1\"\n    term \"май\"\n");
}

TEST(XmlDataTest, EntriesKeepTheirKeys) {
  EXPECT_EQ(xmlData("<d><entry key='2021-I'>план</entry><entry key='name'>x</entry></d>").dump(),
            "data\n  entry @key=\"2021-I\" \"план\"\n  name \"x\"\n");
  EXPECT_EQ(xmlData("<d><entry>x</entry></d>").dump(), "data\n  entry \"x\"\n");
}

TEST(XmlDataTest, IndentationIsNotContent) {
  EXPECT_EQ(xmlData("<d><p>\n    Первая строка \n    вторая\n  </p><q> </q></d>").dump(),
            "data\n  p \"Первая строка\nвторая\"\n  q\n");
}

TEST(XmlDataTest, PositionsAreThoseOfTheTags) {
  const Reading reading = xmlData("<d>\n <a no='1'/>\n <b>x</b></d>");
  const xml::DomNode a = reading.data->root().firstElement();
  EXPECT_EQ(reading.sources.place(a.position()).line, 2);
  EXPECT_EQ(reading.sources.place(a.position()).column, 2);
  EXPECT_EQ(reading.sources.place(a.firstElement().position()).column, 5);
  EXPECT_EQ(keyPosition(reading.sources, a).offset, a.position().offset);
}

TEST(XmlDataTest, TextAmongElementsIsReportedEverywhere) {
  const Reading reading = xmlData("<d>\n<a>слово<b/></a>\n<c n='1'>ещё</c></d>");
  EXPECT_EQ(reading.found(), (Found{"D120 2:1", "D120 3:1"}));
  EXPECT_EQ(reading.message(), "в элементе «a» стоят и текст, и элементы");
  EXPECT_FALSE(reading.data);
}

TEST(XmlDataTest, BrokenFilesAreRefused) {
  EXPECT_EQ(xmlData("<d><a></d>").found(), Found{"X110 1:7"});
  EXPECT_EQ(xmlData("<!DOCTYPE d [<!ENTITY a 'aa'>]><d>&a;</d>").found(), Found{"X103 1:1"});
  EXPECT_EQ(xmlData("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>").found(), Found{"X103 1:1"});
  EXPECT_EQ(xmlData("<?xml version='1.0' encoding='cp1251'?><d/>").found(), Found{"X102 1:31"});
  EXPECT_EQ(xmlData("").found(), Found{"X118 1:1"});
}

TEST(XmlDataTest, LimitsHold) {
  Limits limits;
  limits.depth = 2;
  EXPECT_TRUE(xmlData("<d><a/></d>", limits).data);
  EXPECT_EQ(xmlData("<d><a><b/></a></d>", limits).found(), Found{"X105 1:7"});
  limits = {};
  limits.values = 2;
  EXPECT_EQ(xmlData("<d><a/><b/></d>", limits).found(), Found{"X106 1:8"});
  limits = {};
  limits.bytes = 3;
  EXPECT_EQ(xmlData("<d></d>", limits).found(), Found{"X104 1:1"});
}

TEST(TextTest, LineEndsBecomeOne) {
  EXPECT_EQ(cleanText("a\r\nb\rc\nd\r"), "a\nb\nc\nd\n");
  EXPECT_EQ(cleanText(""), "");
}

TEST(TextTest, ForbiddenCharactersAreNamed) {
  EXPECT_EQ(findForbidden("a\tb\nc\rd"), std::nullopt);
  EXPECT_EQ(findForbidden(std::string("a\0", 2)), "0000");
  EXPECT_EQ(findForbidden("\x1b"), "001B");
  EXPECT_EQ(findForbidden("\xEF\xBF\xBE"), "FFFE");
  EXPECT_EQ(findForbidden("\xEF\xBF\xBF"), "FFFF");
  EXPECT_EQ(findForbidden("\xEF\xBF\xBD я"), std::nullopt);
}

TEST(TextTest, IndentationIsCut) {
  EXPECT_EQ(withoutIndent("\n  a b \n\t c\n\n d  \n "), "a b\nc\n\nd");
  EXPECT_EQ(withoutIndent(" x "), "x");
  EXPECT_EQ(withoutIndent(" \n "), "");
  EXPECT_EQ(withoutIndent(""), "");
}

}  // namespace
}  // namespace chancery::data
