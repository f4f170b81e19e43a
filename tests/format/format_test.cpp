#include "format/format.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/reading.h"

namespace chancery::format {
namespace {

class Format : public ::testing::Test {
 protected:
  Format() {
    testing::ReadText text;
    readInto(text, readFile(std::string(CHANCERY_PROJECT_DIR) +
                                "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                            1 << 20));
    profile_ = readProfile(text.root, text.sources, text.diagnostics).value();
  }

  Document formatDocument(const std::string& content) {
    testing::ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
    document::Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(testing::codesOf(text.diagnostics), "");
    document::completeAppendixMarks(document);
    Diagnostics diagnostics;
    Document formatted = apply(document, profile_, {}, text.sources, diagnostics);
    codes_ = testing::codesOf(diagnostics);
    return formatted;
  }

  /// The dump of the first part's blocks.
  std::string blocksOf(const std::string& content) {
    const std::string dumped = dump(formatDocument("<part>" + content + "</part>"));
    const std::size_t section = dumped.find("  section ");
    return dumped.substr(dumped.find('\n', section) + 1);
  }

  Profile profile_;
  std::string codes_;
};

TEST_F(Format, RequisitesHaveTheirStylesAndTheTitleIsTheHeading) {
  EXPECT_EQ(blocksOf("<letterhead><line>РАЙОН</line><line>ОТДЕЛ</line></letterhead><kind>ПРИКАЗ</kind>"
                     "<place>г. Озёрный</place><title>О плане</title><subtitle>(проект)</subtitle>"
                     "<p>Текст</p><command>ПРИКАЗЫВАЮ:</command>"),
            "    Letterhead \"РАЙОН\" \"\\nОТДЕЛ\"\n"
            "    DocumentKind \"ПРИКАЗ\"\n"
            "    Place \"г. Озёрный\"\n"
            "    DocumentTitle heading1 \"О плане\"\n"
            "    Subtitle \"(проект)\"\n"
            "    BodyText \"Текст\"\n"
            "    Command \"ПРИКАЗЫВАЮ:\"\n");
}

TEST_F(Format, RegistrationStandsSideBySideWithBlanksForWhatIsToCome) {
  EXPECT_EQ(blocksOf("<registration><date>5 июня 2026 г.</date><number/></registration>"),
            "    table 0 side-by-side 1* 1*\n"
            "      row keep-next\n"
            "        cell\n          RegistrationDate \"5 июня 2026 г.\"\n"
            "        cell\n          RegistrationNumber \"№ \" \"_____\"\n");
}

TEST_F(Format, ClausesAreNumberedInFourLevels) {
  EXPECT_EQ(blocksOf("<clauses><clause>а<clause>б<clause>в<clause>г</clause></clause></clause></clause>"
                     "<clause>д\nе</clause></clauses>"),
            "    Clause item label \"1.\"@0.0 \"а\"\n"
            "    Clause item label \"1.1.\"@0.1 \"б\"\n"
            "    Clause item label \"1.1.1.\"@0.2 \"в\"\n"
            "    Clause item label \"1.1.1.1.\"@0.3 \"г\"\n"
            "    Clause item label \"2.\"@0.0 \"д\"\n"
            "    BodyText \"е\"\n");
}

TEST_F(Format, ALeadInStaysWithWhatItLeadsIn) {
  EXPECT_EQ(blocksOf("<p>Цели:</p><p>а: б</p><clauses><clause>Руководителям:<clause>в</clause></clause>"
                     "</clauses><table><column/><row><cell>г:</cell></row></table>"),
            "    BodyText keep-next \"Цели:\"\n"
            "    BodyText \"а: б\"\n"
            "    Clause item keep-next label \"1.\"@0.0 \"Руководителям:\"\n"
            "    Clause item label \"1.1.\"@0.1 \"в\"\n"
            "    table 0 auto\n      row\n        cell\n          TableText \"г:\"\n");
}

TEST_F(Format, AClauseWithoutTextOfItsOwnKeepsItsNumber) {
  EXPECT_EQ(blocksOf("<clauses><clause><clause>б</clause></clause></clauses>"),
            "    Clause item label \"1.\"@0.0\n"
            "    Clause item label \"1.1.\"@0.1 \"б\"\n");
}

TEST_F(Format, ListsHaveTheirLabelsAndNest) {
  EXPECT_EQ(blocksOf("<list style=\"paren\"><item>а<list style=\"dash\"><item>б</item></list></item>"
                     "<item>в</item></list><list><item>г</item></list><list style=\"bullet\">"
                     "<item>д</item></list>"),
            "    ListItem item label \"1)\"@0.0 \"а\"\n"
            "    ListItem item label \"–\"@1.1 \"б\"\n"
            "    ListItem item label \"2)\"@0.0 \"в\"\n"
            "    ListItem item label \"1.\"@2.0 \"г\"\n"
            "    ListItem item label \"•\"@3.0 \"д\"\n");
}

TEST_F(Format, HeadingsHaveLevelsAndNumbers) {
  EXPECT_EQ(blocksOf("<heading>а</heading><heading level=\"2\" number=\"2.1.\">б</heading>"
                     "<heading level=\"3\">в</heading>"),
            "    Heading1 heading2 \"а\"\n"
            "    Heading2 heading3 \"2.1. \" \"б\"\n"
            "    Heading3 heading4 \"в\"\n");
}

TEST_F(Format, InlineLooksAreStatedOnlyWhereTheyDiffer) {
  EXPECT_EQ(blocksOf("<p>а <b>б</b> <i>в</i></p><title><b>г</b></title>"),
            "    BodyText \"а\" b\" б\" i\" в\"\n"
            "    DocumentTitle heading1 \"г\"\n");
}

TEST_F(Format, SignatureHoldsTheLinesBeforeIt) {
  const std::string longText(130, 'x');
  EXPECT_EQ(blocksOf("<p>" + longText + "</p><p>б</p><signature><post>Начальник</post>"
                     "<organisation>отдела</organisation><name>О.П. Веснина</name></signature>"
                     "<signature><post>Глава</post><name>П.А. Лугов</name></signature>"),
            "    BodyText keep-next keep-lines \"" + longText + "\"\n"
            "    BodyText keep-next keep-lines \"б\"\n"
            "    table 0 side-by-side 1* 60.00mm\n"
            "      row keep-next\n"
            "        cell bottom\n          Signature \"Начальник\" \"\\nотдела\"\n"
            "        cell bottom\n          SignatureName \"О.П. Веснина\"\n"
            "      row\n"
            "        cell bottom\n          Signature \"Глава\"\n"
            "        cell bottom\n          SignatureName \"П.А. Лугов\"\n");
}

TEST_F(Format, ThreeLinesAreEnoughForTheSignature) {
  const std::string threeLines(150, 'x');
  const std::string blocks = blocksOf("<p>а</p><p>" + threeLines +
                                      "</p><signature><post>П</post><name>И</name></signature>");
  EXPECT_TRUE(blocks.starts_with("    BodyText \"а\"\n    BodyText keep-next keep-lines \"xxx"))
      << blocks;
}

TEST_F(Format, ExecutorIsOneSmallParagraph) {
  EXPECT_EQ(blocksOf("<executor><name>Иванова Мария</name><phone>8 (495) 1-23</phone></executor>"),
            "    Executor \"Иванова Мария\" \"\\n8 (495) 1-23\"\n");
}

TEST_F(Format, StampsFaceEachOther) {
  EXPECT_EQ(blocksOf("<stamps><agreed><post>Глава</post><name>П.А. Лугов</name></agreed>"
                     "<approved caption=\"УТВЕРДИЛ\"><post>Начальник</post><organisation>отдела</organisation>"
                     "<name>О.П. Веснина</name><date>5 июня 2026 г.</date></approved></stamps>"),
            "    table 0 side-by-side 80.00mm 1* 80.00mm\n"
            "      row keep-next\n"
            "        cell\n          Agreed \"СОГЛАСОВАНО\" \"\\nГлава\" \"\\n________________ \" "
            "\"П.А. Лугов\" \"\\n«___» _________ 20__ г.\"\n"
            "        cell\n"
            "        cell\n          Approved \"УТВЕРДИЛ\" \"\\nНачальник\" \"\\nотдела\" "
            "\"\\n________________ \" \"О.П. Веснина\" \"\\n5 июня 2026 г.\"\n");
}

TEST_F(Format, SeveralAgreementsStandBelowEachOther) {
  const std::string blocks = blocksOf(
      "<stamps><agreed><name>А.А. Первый</name></agreed><agreed><name>Б.Б. Вторая</name></agreed></stamps>");
  EXPECT_NE(blocks.find("\n          Agreed\n          Agreed \"СОГЛАСОВАНО\""), std::string::npos)
      << blocks;
}

TEST_F(Format, ApprovalByAnActAgreesWithTheTitle) {
  EXPECT_EQ(blocksOf("<stamps><approved-by><text>приказом отдела</text><date>5 июня 2026 г.</date>"
                     "<number>217</number></approved-by></stamps><title>Дорожная карта</title>"),
            "    ApprovedBy \"УТВЕРЖДЕНА\" \"\\nприказом отдела\" \"\\nот\u00a0\" \"5 июня 2026 г.\" "
            "\" № \" \"217\"\n    DocumentTitle heading1 \"Дорожная карта\"\n");
  EXPECT_EQ(blocksOf("<stamps><approved-by><text>Утверждена приказом</text></approved-by></stamps>"),
            "    ApprovedBy \"Утверждена приказом\"\n");
}

TEST_F(Format, AppendixMarkTakesNumberAndDateOfTheOrder) {
  const std::string dumped = dump(formatDocument(
      "<part><kind>ПРИКАЗ</kind><registration><date>5 июня 2026 г.</date><number>217</number>"
      "</registration></part><appendix><part orientation=\"landscape\"><p>а</p></part></appendix>"
      "<appendix><part><p>б</p></part></appendix>"));
  EXPECT_NE(dumped.find("    AppendixMarkLandscape \"Приложение\" \"\u00a0№ \" \"1\" \"\\nк приказу\" "
                        "\"\\nот\u00a0\" \"5 июня 2026 г.\" \" № \" \"217\"\n"),
            std::string::npos)
      << dumped;
  EXPECT_NE(dumped.find("    AppendixMark \"Приложение\" \"\u00a0№ \" \"2\""), std::string::npos);
}

TEST_F(Format, TableRowsHeaderAndSections) {
  EXPECT_EQ(
      blocksOf("<table><column id=\"no\" align=\"center\">№</column><column width=\"3*\">Что</column>"
               "<column-number>1</column-number><column-number>2</column-number>"
               "<section-row keep=\"with-next\"><p>I. Раздел</p><p>Задачи</p>"
               "<column>№</column><column>Меры</column></section-row>"
               "<row><cell>1.</cell><cell>а\nб</cell></row>"
               "<row split=\"yes\" keep=\"with-next\"><cell columns=\"2\" align=\"right\">в</cell></row></table>"),
      "    table 0 auto 3*\n"
      "      row repeat keep-next\n"
      "        header-cell middle\n          TableHeader \"№\"\n"
      "        header-cell middle\n          TableHeader \"Что\"\n"
      "      row repeat keep-next\n"
      "        header-cell middle\n          TableColumnNumber \"1\"\n"
      "        header-cell middle\n          TableColumnNumber \"2\"\n"
      "      row keep-next\n"
      "        cell columns 2\n          TableSection \"I. Раздел\"\n"
      "      row split\n"
      "        cell columns 2\n          TableText \"Задачи\"\n"
      "      row keep-next\n"
      "        header-cell middle\n          TableHeader \"№\"\n"
      "        header-cell middle\n          TableHeader \"Меры\"\n"
      "      row\n"
      "        cell\n          TableText center \"1.\"\n"
      "        cell\n          TableText \"а\"\n          TableText \"б\"\n"
      "      row split\n"
      "        cell columns 2\n          TableText right \"в\"\n");
}

TEST_F(Format, SectionsWithoutBodyOrTitle) {
  EXPECT_EQ(blocksOf("<table><column/><section-row keep=\"with-next\">а</section-row><section-row>б</section-row>"
                     "<section-row><list style=\"dash\"><item>в</item></list></section-row><section-row/></table>"),
            "    table 0 auto\n"
            "      row keep-next\n        cell\n          TableSection \"а\"\n"
            "      row\n        cell\n          TableSection \"б\"\n"
            "      row split\n        cell\n          TableText item label \"–\"@0.0 \"в\"\n"
            "      row\n        cell\n");
}

TEST_F(Format, HeaderOnceDoesNotRepeat) {
  const std::string blocks =
      blocksOf("<table header=\"once\"><column>а</column><row><cell>б</cell></row></table>");
  EXPECT_NE(blocks.find("      row keep-next\n        header-cell"), std::string::npos) << blocks;
}

TEST_F(Format, FewerAndMoreColumnNumbersThanColumnsLoseNothing) {
  EXPECT_EQ(blocksOf("<table><column>а</column><column>б</column><column-number>1</column-number></table>"),
            "    table 0 auto auto\n"
            "      row repeat keep-next\n"
            "        header-cell middle\n          TableHeader \"а\"\n"
            "        header-cell middle\n          TableHeader \"б\"\n"
            "      row repeat\n"
            "        header-cell middle\n          TableColumnNumber \"1\"\n"
            "        header-cell middle\n");
  const std::string blocks = blocksOf(
      "<table><column>а</column><column-number>1</column-number><column-number>2</column-number></table>");
  EXPECT_NE(blocks.find("TableColumnNumber \"1\"\n          TableColumnNumber \"2\"\n"),
            std::string::npos);
}

TEST_F(Format, ColumnWidths) {
  const Document document = formatDocument(
      "<part><table><column width=\"25mm\">а</column><column width=\"2*\">б</column>"
      "<column width=\"auto\">в</column><column width=\"*\">г</column></table></part>");
  EXPECT_EQ(codes_, "");
  const auto& columns = std::get<Table>(document.sections[0].blocks[0]).columns;
  EXPECT_EQ(columns[0].width, Column::Width::fixed);
  EXPECT_EQ(columns[0].fixed, Length::mm(25));
  EXPECT_EQ(columns[1].share, 2);
  EXPECT_EQ(columns[2].width, Column::Width::content);
  EXPECT_EQ(columns[3].width, Column::Width::share);
  EXPECT_EQ(columns[3].share, 1);
  for (const char* wrong : {"wide", "-5mm", "0*", "101*", "x*", "0mm"}) {
    formatDocument(std::string("<part><table><column width=\"") + wrong + "\">а</column></table></part>");
    EXPECT_EQ(codes_, "F109 1:54\n") << wrong;
  }
}

TEST_F(Format, AbbreviationsReadAsAList) {
  EXPECT_EQ(blocksOf("<abbreviations><abbreviation><short>ИМЦ</short><full>центр</full></abbreviation>"
                     "</abbreviations>"),
            "    Abbreviation \"ИМЦ\" \"\u00a0– \" \"центр\"\n");
}

TEST_F(Format, SectionsTurnTheBindingEdge) {
  const Document document = formatDocument(
      "<part><p>а</p></part><appendix><part orientation=\"landscape\"><p>б</p></part></appendix>");
  const Section& portrait = document.sections[0];
  const Section& landscape = document.sections[1];
  EXPECT_EQ(portrait.pageWidth, Length::mm(210));
  EXPECT_FALSE(portrait.headerOnFirst);
  EXPECT_EQ(landscape.pageWidth, Length::mm(297));
  EXPECT_EQ(landscape.pageHeight, Length::mm(210));
  EXPECT_EQ(landscape.top, Length::mm(30));
  EXPECT_EQ(landscape.left, Length::mm(20));
  EXPECT_EQ(landscape.right, Length::mm(20));
  EXPECT_EQ(landscape.bottom, Length::mm(10));
  EXPECT_TRUE(landscape.landscape);
  EXPECT_TRUE(landscape.headerOnFirst);
  EXPECT_FALSE(landscape.firstPageNumber);
  ASSERT_TRUE(portrait.header);
  EXPECT_EQ(portrait.header->runs[0].field, Run::Field::pageNumber);
  EXPECT_EQ(portrait.pageNumberOffset, Length::mm(10));
}

TEST_F(Format, AppendicesCanBeNumberedAnew) {
  profile_.restartInAppendices = true;
  const Document document =
      formatDocument("<part><p>а</p></part><appendix><part><p>б</p></part><part><p>в</p></part></appendix>");
  EXPECT_EQ(document.sections[1].firstPageNumber, 1);
  EXPECT_FALSE(document.sections[1].headerOnFirst);
  EXPECT_FALSE(document.sections[2].firstPageNumber);
  EXPECT_TRUE(document.sections[2].headerOnFirst);
}

TEST_F(Format, NumbersOnFirstPagesWhereTheProfileWantsThem) {
  profile_.numberPagesFrom = 1;
  EXPECT_TRUE(formatDocument("<part><p>а</p></part>").sections[0].headerOnFirst);
}

TEST_F(Format, LandscapeMayKeepItsMargins) {
  profile_.rotateLandscape = false;
  const Document document = formatDocument("<part orientation=\"landscape\"><p>а</p></part>");
  EXPECT_EQ(document.sections[0].left, Length::mm(30));
  EXPECT_EQ(document.sections[0].top, Length::mm(20));
}

TEST_F(Format, LongestLineBecomesIndents) {
  const Document document = formatDocument(
      "<part><title>а</title></part><part orientation=\"landscape\"><title>б</title></part>"
      "<appendix><part><p>в</p></part></appendix>");
  const auto style = [&](const std::string& id) {
    for (const ParagraphStyle& s : document.styles) {
      if (s.id == id) return s;
    }
    ADD_FAILURE() << "no style " << id;
    return ParagraphStyle();
  };
  // Text areas: 170 mm on a portrait sheet, 257 mm on a landscape one; titles are 120 mm wide.
  EXPECT_EQ(style("DocumentTitle").left, Length::mm(25));
  EXPECT_EQ(style("DocumentTitle").right, Length::mm(25));
  EXPECT_EQ(style("DocumentTitleLandscape").left, Length::mm(68.5));
  EXPECT_EQ(style("DocumentTitleLandscape").name, "Заголовок к тексту (альбомный лист)");
  EXPECT_EQ(style("AppendixMark").left, Length::mm(90));
  EXPECT_EQ(style("AppendixMark").right, Length());
  EXPECT_EQ(style("PageNumber").align, Align::center);
}

TEST_F(Format, LeftAlignedLongestLineEndsEarlier) {
  StyleLook& title = profile_.styles[static_cast<std::size_t>(StyleName::title)];
  title.align = Align::left;
  title.width = Length::mm(80);
  const Document document = formatDocument("<part><title>а</title></part>");
  EXPECT_EQ(document.styles.back().id, "DocumentTitle");
  EXPECT_EQ(document.styles.back().right, Length::mm(90));
  EXPECT_EQ(document.styles.back().left, Length());
}

TEST_F(Format, PropertiesOfTheFile) {
  const Document document = formatDocument(
      "<part><letterhead><line>РАЙОН</line><line>ОТДЕЛ</line></letterhead><title>О\nплане</title></part>");
  EXPECT_EQ(document.title, "О плане");
  EXPECT_EQ(document.author, "РАЙОН, ОТДЕЛ");
  EXPECT_EQ(document.language, "ru-RU");
  EXPECT_EQ(formatDocument("<part><p>а</p></part>").title, "Документ");
}

}  // namespace
}  // namespace chancery::format
