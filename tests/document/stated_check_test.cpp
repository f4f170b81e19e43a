#include <gtest/gtest.h>

#include "document/vocabulary.h"
#include "support/reading.h"

namespace chancery::document {
namespace {

std::string errorsOf(const std::string& content) {
  testing::ReadText text;
  readInto(text,
           "<template xmlns=\"urn:chancery:document\" xmlns:t=\"urn:chancery:template\" id=\"x\">\n" +
               content + "</template>");
  EXPECT_FALSE(text.diagnostics.hasErrors());
  checkStated(text.root, text.sources, text.diagnostics);
  return testing::codesOf(text.diagnostics);
}

TEST(StatedCheck, LooksThroughControlElements) {
  EXPECT_EQ(errorsOf("<part><t:if test=\"a\"><p>а</p><titel/></t:if></part>"), "C101 2:30\n");
}

TEST(StatedCheck, ValueTemplatesFitEveryAttribute) {
  EXPECT_EQ(errorsOf("<part><list style=\"{style}\"/><list style=\"dots\"/></part>"), "C104 2:36\n");
}

TEST(StatedCheck, FieldsAreNoDocumentElements) {
  EXPECT_EQ(errorsOf("<t:fields><t:field name=\"a\"/></t:fields><part/>"), "");
}

TEST(StatedCheck, DefinitionsMayHoldAnyElement) {
  EXPECT_EQ(errorsOf("<t:define name=\"d\"><row><cell/></row><rwo/></t:define>"), "C101 2:38\n");
}

TEST(StatedCheck, TellsWrongPlacesBelowDefinitions) {
  EXPECT_EQ(errorsOf("<t:define name=\"d\"><row><p/></row></t:define>"), "C102 2:25\n");
}

TEST(StatedCheck, TextOutsideParagraphsIsTold) {
  EXPECT_EQ(errorsOf("<part>слова</part>"), "C105 2:1\n");
}

TEST(StatedCheck, UnknownElementsContentIsStillChecked) {
  EXPECT_EQ(errorsOf("<part><blok><titel/></blok></part>"), "C101 2:7\nC101 2:13\n");
}

TEST(StatedCheck, CountsTheCellsOfStatedTables) {
  const std::string table = "<part><table><column/><column>а<column/><column/></column>";
  EXPECT_EQ(errorsOf(table + "<row><cell/><cell/></row></table></part>"), "C107 2:59\n");
  EXPECT_EQ(errorsOf(table + "<t:for-each select=\"a\"><row><cell columns=\"3\"/><cell/></row></t:for-each>"
                             "</table></part>"),
            "C107 2:82\n");
  EXPECT_EQ(errorsOf(table + "<row><cell columns=\"2\"/><cell/></row></table></part>"), "");
}

TEST(StatedCheck, LeavesTablesToTheDataThatDecideAboutThem) {
  const std::string two = "<part><table><column/><column/>";
  EXPECT_EQ(errorsOf(two + "<row><t:if test=\"a\"><cell/></t:if></row></table></part>"), "");
  EXPECT_EQ(errorsOf(two + "<row><cell columns=\"{n}\"/></row></table></part>"), "");
  EXPECT_EQ(errorsOf(two + "<row><cell rows=\"2\"/><cell/></row><row><cell/></row></table></part>"), "");
  EXPECT_EQ(errorsOf("<part><table><t:if test=\"a\"><column/></t:if><row><cell/></row></table></part>"), "");
  EXPECT_EQ(errorsOf("<part><table><t:call name=\"c\"/><column/><row><cell/><cell/></row></table></part>"), "");
  EXPECT_EQ(errorsOf("<part><table><column>а<t:for-each select=\"a\"><column/></t:for-each></column>"
                     "<row><cell/><cell/></row></table></part>"),
            "");
  EXPECT_EQ(errorsOf("<part><table><column><t:value-of select=\"a\"/></column><row/></table></part>"),
            "C107 2:55\n");
}

TEST(StatedCheck, AsksForWhatAnElementMustHave) {
  EXPECT_EQ(errorsOf("<part><figure href=\"{a}\" alt=\"{b}\"/><figure/></part>"),
            "C115 2:37\nC112 2:37\n");
  EXPECT_EQ(errorsOf("<part><heading>а<b><note>1</note></b></heading></part>"), "C102 2:20\n");
}

}  // namespace
}  // namespace chancery::document
