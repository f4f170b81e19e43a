#include "document/support.h"

namespace chancery::document {
namespace {

using test::dumpOf;
using test::errorsOf;
using test::hintOf;
using test::wrap;
using testing::codesOf;
using testing::ReadText;

TEST(Notes, TheMarkClingsToItsWordAndTheTextIsKept) {
  EXPECT_EQ(dumpOf("<p>слово <note>пояснение <b>одно</b></note> далее</p>"),
            "    p \"слово\" <note> \" далее\"\n"
            "      note\n"
            "        p \"пояснение\" b\" одно\"\n");
}

TEST(Notes, TheMarkGoesBeforeTheStopThatItFollows) {
  const auto marked = [](const std::string& text) {
    const std::string dumped = dumpOf("<p>" + text + "<note>н</note></p>");
    return dumped.substr(4, dumped.find('\n') - 4);
  };
  EXPECT_EQ(marked("а."), "p \"а\" <note> \".\"");
  EXPECT_EQ(marked("а,"), "p \"а\" <note> \",\"");
  EXPECT_EQ(marked("а;"), "p \"а\" <note> \";\"");
  EXPECT_EQ(marked("а:"), "p \"а\" <note> \":\"");
  EXPECT_EQ(marked("а?"), "p \"а?\" <note>");
  EXPECT_EQ(marked("а!"), "p \"а!\" <note>");
  EXPECT_EQ(marked("а…"), "p \"а…\" <note>");
  EXPECT_EQ(marked("а..."), "p \"а...\" <note>");
  EXPECT_EQ(marked("2026 г."), "p \"2026 г.\" <note>");
  EXPECT_EQ(marked("2026\u00a0г."), "p \"2026\u00a0г.\" <note>");
  EXPECT_EQ(marked("и т.д."), "p \"и т.д.\" <note>");
  EXPECT_EQ(marked("(тыс."), "p \"(тыс.\" <note>");
  EXPECT_EQ(marked("школ."), "p \"школ\" <note> \".\"");
  EXPECT_EQ(marked("б <b>а</b>."), "p \"б\" b\" а\" <note> \".\"");
}

TEST(Notes, SeveralMarksGoTogether) {
  EXPECT_EQ(dumpOf("<p>а.<note>1</note><note>2</note> б.<note>3</note></p>"),
            "    p \"а\" <note> <note> \".\" \" б\" <note> \".\"\n"
            "      note\n        p \"1\"\n      note\n        p \"2\"\n      note\n        p \"3\"\n");
}

TEST(Notes, StayWithTheirParagraph) {
  EXPECT_EQ(dumpOf("<list><item>а<note>1</note>\nб<note>2</note></item></list>"),
            "    list\n      item\n"
            "        p \"а\" <note>\n          note\n            p \"1\"\n"
            "        p \"б\" <note>\n          note\n            p \"2\"\n");
}

TEST(Notes, EmptyOnesLeaveNothing) { EXPECT_EQ(dumpOf("<p>а<note> </note>.</p>"), "    p \"а\" \".\"\n"); }

TEST(Notes, MayNotStandInHeadingsColumnsAndNotes) {
  EXPECT_EQ(errorsOf("<heading>а<note>1</note></heading>"), "C102 2:11\n");
  EXPECT_EQ(errorsOf("<heading>а<b><note>1</note></b></heading>"), "C102 2:14\n");
  EXPECT_EQ(errorsOf("<table><column>а<note>1</note></column></table>"), "C102 2:17\n");
  EXPECT_EQ(errorsOf("<p>а<note>1<note>2</note></note></p>"), "C102 2:12\n");
  EXPECT_EQ(errorsOf("<p><b>а<note>1</note></b></p>"), "");
}

TEST(References, StandInTheTextAsWordsOfTheirOwn) {
  EXPECT_EQ(dumpOf("<p>см. <ref to=\"a\" show=\"both\" case=\"accusative\"/> далее</p>"
                   "<heading id=\"a\">б</heading>"),
            "    p \"см. \" <ref> \" далее\"\n"
            "      ref to=a show=both case=accusative\n"
            "    heading id=a \"б\"\n");
}

TEST(References, LeadToNamesThatExist) {
  EXPECT_EQ(errorsOf("<p><ref to=\"tabel\"/></p><table id=\"table\"><column/></table>"), "C114 2:4\n");
  EXPECT_EQ(hintOf("<p><ref to=\"tabel\"/></p><table id=\"table\"><column/></table>"),
            "возможно, вы имели в виду «table»");
  EXPECT_EQ(hintOf("<p><ref to=\"x\"/></p><table id=\"table\"><column/></table>"), "допустимо: table");
  EXPECT_EQ(hintOf("<p><ref to=\"x\"/></p>"),
            "имя дают атрибутом id: у заголовка, таблицы, рисунка, диаграммы, пункта или приложения");
  EXPECT_EQ(errorsOf("<p><ref/></p>"), "C115 2:4\n");
  EXPECT_EQ(errorsOf("<table><column id=\"no\"/></table><p><ref to=\"no\"/></p>"), "C114 2:36\n");
}

TEST(References, ANameIsGivenOnce) {
  EXPECT_EQ(errorsOf("<heading id=\"a\">а</heading><heading id=\"a\">б</heading>"), "C113 2:28\n");
}

TEST(References, AppendicesHaveNamesOfTheirOwn) {
  ReadText text;
  readInto(text, "<document xmlns=\"urn:chancery:document\"><part><heading id=\"a\">а</heading></part>"
                 "<appendix id=\"b\"><part><heading id=\"a\">б</heading></part></appendix>"
                 "<appendix id=\"c\"><part><heading id=\"a\">в</heading><p><ref to=\"c\"/></p></part>"
                 "</appendix><appendix id=\"b\"/></document>");
  read(text.root, text.sources, text.diagnostics);
  ASSERT_EQ(text.diagnostics.all().size(), 1u);
  EXPECT_EQ(text.diagnostics.all()[0].text(Language::russian), "имя «b» дано дважды");
}

TEST(References, APartNamesItsAppendix) {
  const auto errors = [](const std::string& content) {
    ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
    read(text.root, text.sources, text.diagnostics);
    return codesOf(text.diagnostics);
  };
  EXPECT_EQ(errors("<part><p><ref to=\"a\"/></p></part><appendix><part id=\"a\"/></appendix>"), "");
  EXPECT_EQ(errors("<part id=\"a\"><p><ref to=\"a\"/></p></part>"), "C114 1:57\n");
}

TEST(Figures, TellWhatTheyShow) {
  EXPECT_EQ(dumpOf("<figure href=\"plan.svg\" alt=\"План\" title=\"План здания\" width=\"120mm\"/>"),
            "    figure href=plan.svg alt=План title=План здания width=120mm\n");
  EXPECT_EQ(dumpOf("<figure href=\"line.png\" decorative=\"yes\"/>"),
            "    figure href=line.png decorative=yes\n");
  EXPECT_EQ(errorsOf("<figure href=\"plan.svg\"/>"), "C112 2:1\n");
  EXPECT_EQ(errorsOf("<figure href=\"plan.svg\" alt=\"\" decorative=\"no\"/>"), "C112 2:1\n");
  EXPECT_EQ(errorsOf("<figure alt=\"а\"/>"), "C115 2:1\n");
}

TEST(Figures, PicturesAreNamedOnceInOrder) {
  ReadText text;
  readInto(text, wrap("<figure href=\"b.png\" alt=\"б\"/><table><column/><row><cell>"
                      "<figure href=\"a.png\" alt=\"а\"/><figure href=\"b.png\" alt=\"б\"/></cell></row></table>"));
  const auto names = pictureNames(read(text.root, text.sources, text.diagnostics));
  EXPECT_EQ(codesOf(text.diagnostics), "");
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].name, "b.png");
  EXPECT_EQ(text.sources.place(names[0].origin.stated).column, 1);
  EXPECT_EQ(names[1].name, "a.png");
}

TEST(Charts, KeepEmptyValues) {
  EXPECT_EQ(dumpOf("<chart kind=\"line\"><category>2025</category><series title=\"план\"><value>1</value>"
                   "<value/></series></chart><chart/>"),
            "    chart kind=line\n      category \"2025\"\n      series title=план\n"
            "        value \"1\"\n        value\n");
}

TEST(Tables, ColumnsInsideColumnsAreGroups) {
  EXPECT_EQ(dumpOf("<table><column>№</column><column>2026 <b>год</b><column>план</column><column/></column>"
                   "<row><cell/><cell/><cell/></row></table>"),
            "    table\n      column \"№\"\n      column \"2026\" b\" год\"\n"
            "        column \"план\"\n        column\n"
            "      row\n        cell\n        cell\n        cell\n");
  EXPECT_EQ(errorsOf("<table><column>а<column/><column/></column><row><cell/></row></table>"),
            "C107 2:44\n");
}

TEST(Tables, SpansFitTheGrid) {
  const std::string columns = "<table><column/><column/>";
  EXPECT_EQ(errorsOf(columns + "<row><cell rows=\"2\"/><cell/></row><row><cell/></row></table>"), "");
  EXPECT_EQ(errorsOf(columns + "<row><cell rows=\"3\"/><cell/></row>\n<row><cell/></row></table>"),
            "C110 2:31\n");
  EXPECT_EQ(errorsOf(columns + "<row><cell rows=\"2\"/><cell/></row>\n<section-row>а</section-row>"
                               "<row><cell/><cell/></row></table>"),
            "C110 2:31\n");
  EXPECT_EQ(errorsOf(columns + "<row><cell columns=\"2\" rows=\"2\"/></row></table>"), "C110 2:31\n");
  EXPECT_EQ(errorsOf(columns + "<row><cell/><cell rows=\"2\"/></row>\n<row><cell columns=\"2\"/></row></table>"),
            "C111 3:6\n");
}

TEST(Keep, HoldsBlocksAndIsDroppedWhenEmpty) {
  EXPECT_EQ(dumpOf("<keep><p>а</p><table><column/></table></keep><keep/>"),
            "    keep\n      p \"а\"\n      table\n        column\n");
  EXPECT_EQ(errorsOf("<keep><page-break/></keep>"), "C102 2:7\n");
}

TEST(RunningText, HoldsPageNumbers) {
  EXPECT_EQ(dumpOf("<footer>стр. <page-number/> из <page-count/></footer><header/>"),
            "    footer \"стр. \" <page-number> \" из \" <page-count>\n"
            "      page-number\n      page-count\n");
  EXPECT_EQ(errorsOf("<p><page-number/></p>"), "C102 2:4\n");
}

TEST(Contents, AndBreaksStandAlone) {
  EXPECT_EQ(dumpOf("<contents title=\"Содержание\" levels=\"2\"/><page-break/>"),
            "    contents title=Содержание levels=2\n    page-break\n");
}

}  // namespace
}  // namespace chancery::document
