#include "document/support.h"

namespace chancery::document {
namespace {

using test::dumpOf;
using test::errorsOf;
using test::wrap;
using testing::codesOf;
using testing::ReadText;

TEST(DocumentReader, CollapsesSpacesAndTrimsParagraphs) {
  EXPECT_EQ(dumpOf("<p>  Утвердить \t план <b> работы </b> . </p>"),
            "    p \"Утвердить план\" b\" работы\" \" .\"\n");
}

TEST(DocumentReader, KeepsNoBreakSpaces) {
  EXPECT_EQ(dumpOf("<p>№\u00a0 5</p>"), "    p \"№\u00a0 5\"\n");
}

TEST(DocumentReader, LineEndsSplitParagraphs) {
  EXPECT_EQ(dumpOf("<p>один\n\n два </p>"), "    p \"один\"\n    p \"два\"\n");
}

TEST(DocumentReader, LineEndsStayInOneRequisite) {
  EXPECT_EQ(dumpOf("<title>Об утверждении\nплана</title>"), "    title \"Об утверждении\\nплана\"\n");
}

TEST(DocumentReader, LineBreakElementKeepsParagraphWhole) {
  EXPECT_EQ(dumpOf("<p>один <br/> два\nтри</p>"), "    p \"один\" \"\\nдва\"\n    p \"три\"\n");
}

TEST(DocumentReader, NestedLooksAddUp) {
  EXPECT_EQ(dumpOf("<p><b>а<i>б</i></b><i>в</i></p>"), "    p b\"а\" bi\"б\" i\"в\"\n");
}

TEST(DocumentReader, EmptyRequisitesAndListsLeaveNothing) {
  EXPECT_EQ(dumpOf("<p> </p><title/><list><item/></list><clauses/><stamps><agreed/></stamps>"
                   "<letterhead><line/></letterhead><executor><name/></executor>"),
            "");
}

TEST(DocumentReader, MarksThatAreAWordWhenEmptyStay) {
  EXPECT_EQ(dumpOf("<seal/><control/><reply-to/>"), "    seal\n    control\n    reply-to\n");
}

TEST(DocumentReader, RequisitesToldByAttributesAloneStay) {
  EXPECT_EQ(dumpOf("<letterhead><coat-of-arms href=\"герб.svg\"/></letterhead>"
                   "<enclosures><enclosure sheets=\"3\" copies=\"1\"/></enclosures>"
                   "<electronic-signature place=\"keep\"/>"),
            "    letterhead\n      coat-of-arms href=герб.svg\n"
            "    enclosures\n      enclosure sheets=3 copies=1\n"
            "    electronic-signature place=keep\n");
}

TEST(DocumentReader, RequisitesThatSayNothingLeaveNothing) {
  EXPECT_EQ(dumpOf("<letterhead><coat-of-arms alt=\"герб\"/><emblem href=\"\"/><trademark/>"
                   "<contacts><phone/></contacts></letterhead><enclosures><enclosure/></enclosures>"
                   "<electronic-signature><owner/></electronic-signature><qr-code/><addressee/>"
                   "<access><text/></access><visa/><joint-signature/><resolution><performer/></resolution>"),
            "");
}

TEST(DocumentReader, TellsWrongValuesOfRequisites) {
  EXPECT_EQ(errorsOf("<letterhead form=\"round\"><line>а</line></letterhead>\n"
                     "<enclosures><enclosure sheets=\"три\"/></enclosures>\n"
                     "<electronic-signature place=\"drop\"/>\n<qr-code position=\"left\">а</qr-code>\n"
                     "<addressee>школа</addressee>\n<coat-of-arms href=\"a\"/>"),
            "C104 2:13\nC104 3:24\nC104 4:23\nC104 5:10\nC105 6:1\nC102 7:1\n");
}

TEST(DocumentReader, EmptyDateAndNumberKeepTheirPlace) {
  EXPECT_EQ(dumpOf("<registration><date/><number/></registration>"),
            "    registration\n      date\n      number\n");
}

TEST(DocumentReader, LooseTextOfAClauseBecomesParagraphs) {
  EXPECT_EQ(dumpOf("<clauses><clause>Утвердить:\nплан<clause>а</clause>после</clause></clauses>"),
            "    clauses\n      clause\n        p \"Утвердить:\"\n        p \"план\"\n"
            "        clause\n          p \"а\"\n        p \"после\"\n");
}

TEST(DocumentReader, AttributesAreKeptAndEmptyOnesDropped) {
  EXPECT_EQ(dumpOf("<heading level=\"2\" number=\"\">Цели</heading><p align=\"right\">а</p>"),
            "    heading level=2 \"Цели\"\n    p align=right \"а\"\n");
}

TEST(DocumentReader, IncludedDocumentsAreTheirParts) {
  ReadText text;
  readInto(text,
           "<document xmlns=\"urn:chancery:document\"><part><p>а</p></part><appendix>"
           "<document><part><p>б</p></part></document></appendix></document>");
  const Node document = read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(dump(document),
            "document\n  part\n    p \"а\"\n  appendix\n    part\n      p \"б\"\n");
}

TEST(DocumentReader, TellsUnknownElementWithHint) {
  ReadText text;
  readInto(text, wrap("<titel>О плане</titel>"));
  read(text.root, text.sources, text.diagnostics);
  ASSERT_EQ(codesOf(text.diagnostics), "C101 2:1\n");
  EXPECT_EQ(text.diagnostics.all()[0].hintText(Language::russian),
            "возможно, вы имели в виду «title»");
}

TEST(DocumentReader, TellsElementsInWrongPlaces) {
  EXPECT_EQ(errorsOf("<p>а<title>б</title></p>\n<row/>"), "C102 2:5\nC102 3:1\n");
}

TEST(DocumentReader, TellsEveryFindingOfOneRun) {
  EXPECT_EQ(errorsOf("<p algin=\"left\">а</p>\n<p align=\"middle\">б</p>\n<letterhead>в</letterhead>"),
            "C103 2:4\nC104 3:4\nC105 4:1\n");
}

TEST(DocumentReader, SpansMustBeWholeNumbers) {
  EXPECT_EQ(errorsOf("<table><column>а</column><row><cell columns=\"0\">б</cell></row></table>"),
            "C104 2:37\n");
}

TEST(DocumentReader, TellsUnevenRows) {
  EXPECT_EQ(errorsOf("<table><column>а</column><column>б</column>\n<row><cell>в</cell></row></table>"),
            "C107 3:1\n");
}

TEST(DocumentReader, CountsSpansOfColumnsAndRows) {
  EXPECT_EQ(errorsOf("<table><column>а</column><column>б</column><column>в</column>"
                     "<row><cell rows=\"2\">1</cell><cell columns=\"2\">2</cell></row>"
                     "<row><cell>3</cell><cell>4</cell></row>"
                     "<row><cell>5</cell><cell>6</cell><cell>7</cell></row></table>"),
            "");
  EXPECT_EQ(errorsOf("<table><column>а</column><column>б</column>"
                     "<row><cell rows=\"2\">1</cell><cell>2</cell></row>\n"
                     "<row><cell>3</cell><cell>4</cell></row></table>"),
            "C107 3:1\n");
}

TEST(DocumentReader, TableNeedsColumns) {
  EXPECT_EQ(errorsOf("<table><row/></table>"), "C108 2:1\n");
}

TEST(DocumentReader, FourLevelsOfClausesAreTheMost) {
  const auto nested = [](int levels) {
    std::string open, close;
    for (int i = 0; i < levels; ++i) {
      open += "<clause>а";
      close += "</clause>";
    }
    return "<clauses>" + open + close + "</clauses>";
  };
  EXPECT_EQ(errorsOf(nested(4)), "");
  EXPECT_EQ(errorsOf(nested(5)), "C109 2:46\n");
}

TEST(DocumentReader, DocumentNeedsAPart) {
  ReadText text;
  readInto(text, "<document xmlns=\"urn:chancery:document\"/>");
  read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(codesOf(text.diagnostics), "C106 1:1\n");
}

TEST(DocumentReader, RootMustBeADocument) {
  ReadText text;
  readInto(text, "<order/>");
  read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(codesOf(text.diagnostics), "C101 1:1\n");
}

TEST(DocumentReader, LongTextIsCutInMessages) {
  ReadText text;
  readInto(text, wrap("<letterhead>" + std::string(50, 'x') + "</letterhead>"));
  read(text.root, text.sources, text.diagnostics);
  ASSERT_EQ(text.diagnostics.all().size(), 1u);
  EXPECT_EQ(text.diagnostics.all()[0].arguments[1], std::string(40, 'x') + "…");
}

}  // namespace
}  // namespace chancery::document
