#include "support/formatting.h"

namespace chancery::format {
namespace {

using Sections = testing::Formatting;

TEST_F(Sections, PageNumbersStandWhereTheProfileWantsThem) {
  profile_.pageNumberAtFoot = true;
  profile_.pageNumberPattern = "стр. %1 из %2 (%3)";
  const std::string dumped = dump(formatDocument("<part><p>а</p></part><part><p>б</p></part>"));
  const std::string footer =
      "    footer\n      PageNumber \"стр. \" {page} \" из \" {pages} \" (\" {section-pages} \")\"\n";
  EXPECT_NE(dumped.find(" no-footer-on-first\n    no header\n" + footer + "    BodyText \"а\"\n"),
            std::string::npos)
      << dumped;
  EXPECT_NE(dumped.find(" header-on-first\n    no header\n" + footer + "    BodyText \"б\"\n"),
            std::string::npos)
      << dumped;
}

TEST_F(Sections, PartsHaveHeadersAndFootersOfTheirOwn) {
  EXPECT_EQ(blocksOf("<header align=\"right\">Отчёт</header><footer>стр. <page-number/> из <section-page-count/>"
                     "</footer><p>а</p>"),
            "    header\n      Header right \"Отчёт\" \"\\n\" {page}\n"
            "    footer\n      Footer \"стр. \" {page} \" из \" {section-pages}\n"
            "    BodyText \"а\"\n");
  EXPECT_EQ(blocksOf("<header><page-number/>/<page-count/></header><p>а</p>"),
            "    header\n      Header {page} \"/\" {pages}\n    BodyText \"а\"\n");
  const Document document =
      formatDocument("<part><header first=\"yes\">а</header><footer first=\"no\">б</footer></part>"
                     "<part><header first=\"no\">в</header><footer>г</footer></part>");
  EXPECT_TRUE(document.sections[0].headerOnFirst);
  EXPECT_FALSE(document.sections[0].footerOnFirst);
  EXPECT_FALSE(document.sections[1].headerOnFirst);
  EXPECT_TRUE(document.sections[1].footerOnFirst);
  EXPECT_EQ(document.sections[0].footerOffset, Length::mm(10));
}

TEST_F(Sections, ATitlePageHasNoNumberAndTheNextOneHas) {
  const Document document = formatDocument(
      "<part page-number=\"no\"><p>а</p></part><part start=\"odd\"><p>б</p></part>");
  EXPECT_FALSE(document.sections[0].header);
  EXPECT_FALSE(document.sections[0].footer);
  EXPECT_TRUE(document.sections[1].header);
  EXPECT_TRUE(document.sections[1].headerOnFirst);
  EXPECT_FALSE(document.sections[0].startsOdd);
  EXPECT_TRUE(document.sections[1].startsOdd);
}

TEST_F(Sections, ACoverHasLooksOfItsOwnAndNoNumber) {
  const Document document = formatDocument(
      "<part cover=\"yes\"><title>Отчёт</title><subtitle>за 2025 год</subtitle><place>р.п. Озёрный</place></part>"
      "<part><title>а</title></part>");
  const auto styleAt = [&](std::size_t i) {
    return document.styles[static_cast<std::size_t>(std::get<Paragraph>(document.sections[0].blocks[i]).style)].id;
  };
  EXPECT_EQ(styleAt(0), "CoverTitle");
  EXPECT_EQ(styleAt(1), "CoverSubtitle");
  EXPECT_EQ(styleAt(2), "CoverPlace");
  EXPECT_FALSE(document.sections[0].header);
  EXPECT_TRUE(document.sections[1].header);
}

TEST_F(Sections, MirroredMargins) {
  EXPECT_FALSE(formatPart("<p>а</p>").mirrorMargins);
  profile_.mirrorMargins = true;
  EXPECT_TRUE(formatPart("<p>а</p>").mirrorMargins);
}

TEST_F(Sections, WhatFollowsABreakBeginsAPage) {
  EXPECT_EQ(blocksOf("<page-break/><p>а</p><page-break/><p>б</p><page-break/><page-break/><table title=\"в\">"
                     "<column/></table><page-break/><contents of=\"tables\"/><page-break/>"),
            "    BodyText \"а\"\n"
            "    BodyText page-break \"б\"\n"
            "    TableCaption caption keep-next page-break #table-1 \"Таблица\u00a01\u00a0– в\"\n"
            "    table 0 auto\n"
            "    contents of tables 3\n"
            "      TableofFigures contents-item page-break \"Таблица\u00a01\u00a0– в\"->table-1 "
            "\"\\t\"->table-1 {page-of table-1}->table-1\n");
}

TEST_F(Sections, ATableWithoutCaptionBeginsASectionAfterABreak) {
  const Document document = formatDocument(
      "<part start=\"odd\"><p>а</p><page-break/><table><column/></table><p>б</p>"
      "<page-break/><table><column/></table></part>");
  ASSERT_EQ(document.sections.size(), 3u);
  EXPECT_EQ(document.sections[0].blocks.size(), 1u);
  EXPECT_EQ(document.sections[1].blocks.size(), 2u);
  EXPECT_EQ(document.sections[2].blocks.size(), 1u);
  EXPECT_TRUE(document.sections[0].startsOdd);
  EXPECT_FALSE(document.sections[0].headerOnFirst);
  EXPECT_FALSE(document.sections[1].startsOdd);
  EXPECT_TRUE(document.sections[1].headerOnFirst);
  EXPECT_TRUE(document.sections[1].header);
  EXPECT_EQ(document.sections[1].top, Length::mm(20));
}

TEST_F(Sections, LandscapeTablesTurnTheSheet) {
  const Document document = formatDocument(
      "<part><header>к</header><title>я</title><p>а</p>"
      "<table orientation=\"landscape\" title=\"т\"><column width=\"240mm\"/><source>и</source></table>"
      "<title>б</title></part>");
  EXPECT_EQ(codes_, "");
  ASSERT_EQ(document.sections.size(), 3u);
  EXPECT_FALSE(document.sections[0].landscape);
  EXPECT_TRUE(document.sections[1].landscape);
  EXPECT_EQ(document.sections[1].top, Length::mm(30));
  EXPECT_EQ(document.sections[1].blocks.size(), 3u);  // caption, table, source
  EXPECT_TRUE(document.sections[1].headerOnFirst);
  EXPECT_EQ(document.sections[1].header->runs[0].text, "к");
  EXPECT_FALSE(document.sections[2].landscape);
  EXPECT_EQ(document.sections[2].blocks.size(), 1u);
  // After the turn lines are as long as on portrait sheets again.
  EXPECT_EQ(std::get<Paragraph>(document.sections[0].blocks[0]).style,
            std::get<Paragraph>(document.sections[2].blocks[0]).style);
}

TEST_F(Sections, ALandscapeTableAtTheStartTakesOverWhatTheSectionSays) {
  const Document document = formatDocument(
      "<part start=\"odd\"><table orientation=\"landscape\"><column/></table></part>");
  ASSERT_EQ(document.sections.size(), 1u);
  EXPECT_TRUE(document.sections[0].landscape);
  EXPECT_TRUE(document.sections[0].startsOdd);
  EXPECT_FALSE(document.sections[0].headerOnFirst);
  EXPECT_TRUE(document.sections[0].header);
}

TEST_F(Sections, WideTablesTurnTheSheetByRule) {
  std::string wide, cells;
  for (int i = 0; i < 9; ++i) {
    wide += "<column>Показатель</column>";
    cells += "<cell>обоснование</cell>";
  }
  const auto sections = [&](const std::string& orientation, const std::string& content) {
    return formatPart("<table" + orientation + ">" + content + "</table>").sections;
  };
  EXPECT_TRUE(sections(" orientation=\"auto\"", wide + "<row>" + cells + "</row>")[0].landscape);
  EXPECT_FALSE(sections("", wide)[0].landscape);
  EXPECT_FALSE(sections(" orientation=\"auto\"", "<column>а б в г д е ж з и к л м н</column>")[0].landscape);
  EXPECT_TRUE(sections(" orientation=\"auto\"", "<column width=\"171mm\"/>")[0].landscape);
  EXPECT_FALSE(sections(" orientation=\"auto\"", "<column width=\"170mm\"/>")[0].landscape);
}

TEST_F(Sections, TablesTooWideAreTold) {
  formatPart("<table><column width=\"100mm\"/><column width=\"71mm\"/></table>");
  EXPECT_EQ(codes_, "F111 1:47\n");
  EXPECT_EQ(hint_,
            "сделайте столбцы уже или поставьте таблице orientation=\"auto\": она встанет на альбомный лист");
  formatPart("<table><column width=\"100mm\"/><column width=\"70mm\"/></table>");
  EXPECT_EQ(codes_, "");
}

TEST_F(Sections, TablesOfAppendicesAreNumberedAsTheProfileSays) {
  const std::string content =
      "<part><table title=\"а\"><column/></table></part><appendix><part><table title=\"б\"><column/></table>"
      "</part></appendix><appendix><part><table title=\"в\"><column/></table></part></appendix>"
      "<part><table title=\"г\"><column/></table></part>";
  const auto numbers = [&](BlockLook::InAppendices way) {
    profile_.blocks.inAppendices = way;
    profile_.blocks.tableCaption = "%1 %2";
    std::string found;
    for (const Section& section : formatDocument(content).sections) {
      for (const Block& block : section.blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block);
        if (paragraph && paragraph->role == Role::caption) found += paragraph->runs[0].text + ", ";
      }
    }
    return found;
  };
  EXPECT_EQ(numbers(BlockLook::InAppendices::continued), "1 а, 2 б, 3 в, 4 г, ");
  EXPECT_EQ(numbers(BlockLook::InAppendices::restarted), "1 а, 1 б, 1 в, 2 г, ");
  EXPECT_EQ(numbers(BlockLook::InAppendices::prefixed), "1 а, 1.1 б, 2.1 в, 2 г, ");
}

}  // namespace
}  // namespace chancery::format
