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

}  // namespace
}  // namespace chancery::document
