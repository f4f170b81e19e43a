#include "support/formatting.h"

namespace chancery::format {
namespace {

using Blocks = testing::Formatting;

TEST_F(Blocks, ListsOfEveryStyle) {
  std::string labels;
  for (const char* style : {"number", "paren", "letter", "latin", "roman", "bullet", "dash"}) {
    const std::string dumped = blocksOf(std::string("<list style=\"") + style +
                                        "\"><item>а</item><item>б</item></list>");
    for (std::size_t at = 0; (at = dumped.find("label \"", at)) != std::string::npos;) {
      at += 7;
      labels += dumped.substr(at, dumped.find('"', at) - at) + ' ';
    }
  }
  EXPECT_EQ(labels, "1. 2. 1) 2) а) б) a) b) I. II. • • – – ");
}

TEST_F(Blocks, ListsBeginAnewUnlessTheyContinue) {
  EXPECT_EQ(blocksOf("<list><item>а</item></list><list style=\"paren\"><item>б</item></list>"
                     "<list continue=\"yes\"><item>в</item></list><list><item>г</item></list>"
                     "<list continue=\"yes\"><item>д</item></list>"),
            "    ListItem item label \"1.\"@0.0 \"а\"\n"
            "    ListItem item label \"1)\"@1.0 \"б\"\n"
            "    ListItem item label \"2.\"@0.0 \"в\"\n"
            "    ListItem item label \"1.\"@2.0 \"г\"\n"
            "    ListItem item label \"2.\"@2.0 \"д\"\n");
}

TEST_F(Blocks, ListsBeginWhereTheySay) {
  const Document document = formatPart(
      "<list start=\"5\"><item>а<list style=\"letter\" start=\"3\"><item>б</item><item>в</item></list></item>"
      "<item>г</item></list>");
  EXPECT_EQ(document.instances[0].start, 5);
  EXPECT_EQ(document.instances[1].start, 3);
  std::string labels;
  for (const Block& block : document.sections[0].blocks) {
    labels += std::get<Paragraph>(block).label->text + ' ';
  }
  EXPECT_EQ(labels, "5. в) г) 6. ");
}

TEST_F(Blocks, MultilevelListsNumberTheirLevelsTogether) {
  EXPECT_EQ(blocksOf("<list style=\"multilevel\"><item>а<list><item>б<list><item>в</item></list></item>"
                     "<item>г</item></list></item><item>д<list style=\"dash\"><item>е</item></list></item></list>"),
            "    ListItem item label \"1.\"@0.0 \"а\"\n"
            "    ListItem item label \"1.1.\"@0.1 \"б\"\n"
            "    ListItem item label \"1.1.1.\"@0.2 \"в\"\n"
            "    ListItem item label \"1.2.\"@0.1 \"г\"\n"
            "    ListItem item label \"2.\"@0.0 \"д\"\n"
            "    ListItem item label \"–\"@1.1 \"е\"\n");
}

TEST_F(Blocks, NothingToContinueIsTold) {
  formatPart("<list style=\"paren\"><item>а</item></list><list continue=\"yes\"><item>б</item></list>");
  EXPECT_EQ(codes_, "F114 1:88\n");
  EXPECT_EQ(hint_, "уберите continue");
  formatDocument("<part><list><item>а</item></list></part>"
                 "<appendix><part><list continue=\"yes\"><item>б</item></list></part></appendix>");
  EXPECT_EQ(codes_, "F114 1:97\n");
}

TEST_F(Blocks, HeadingsAreNumberedInFourLevels) {
  const Document document = formatDocument(
      "<part><heading number=\"auto\">а</heading><heading level=\"2\" number=\"auto\">б</heading>"
      "<heading level=\"3\" number=\"auto\">в</heading><heading level=\"4\" number=\"auto\">г</heading>"
      "<heading level=\"2\">без номера</heading><heading level=\"2\" number=\"auto\">д</heading>"
      "<heading number=\"auto\">е</heading></part>"
      "<appendix><part><heading number=\"auto\">ж</heading></part></appendix>");
  std::string labels;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto& paragraph = std::get<Paragraph>(block);
      if (paragraph.label) labels += paragraph.label->text + '@' + std::to_string(paragraph.label->instance) + ' ';
    }
  }
  EXPECT_EQ(labels, "1.@0 1.1.@0 1.1.1.@0 1.1.1.1.@0 1.2.@0 2.@0 1.@1 ");
  // Each level keeps the indents of its heading's style.
  ASSERT_EQ(document.numberings.size(), 1u);
  EXPECT_EQ(document.numberings[0].levels[0].firstLine, Length());
  EXPECT_EQ(document.numberings[0].levels[1].firstLine, Length::mm(12.5));
  const auto& fourth = std::get<Paragraph>(document.sections[0].blocks[3]);
  EXPECT_EQ(fourth.role, Role::heading4);
  EXPECT_EQ(document.styles[static_cast<std::size_t>(fourth.style)].outlineLevel, 4);
}

TEST_F(Blocks, HeadingsMayBeginPages) {
  profile_.styles[static_cast<std::size_t>(StyleName::heading1)].newPage = true;
  EXPECT_EQ(blocksOf("<heading>а</heading><heading level=\"2\">б</heading><heading>в</heading>"),
            "    Heading1 heading2 \"а\"\n"
            "    Heading2 heading3 \"б\"\n"
            "    Heading1 heading2 page-break \"в\"\n");
}

TEST_F(Blocks, NotesAreNumberedThroughTheDocument) {
  const std::string dumped = blocksOf(
      "<p>а<note>один <b>раз</b>\nещё</note>.</p><table><column/><row><cell>б<note>два</note>"
      "<note>три</note></cell></row></table>");
  EXPECT_EQ(dumped,
            "    BodyText \"а\" ^{note 0}\"1\" \".\"\n"
            "    table 0 auto\n      row\n        cell\n"
            "          TableText \"б\" ^{note 1}\"2\" ^\",\u00a0\" ^{note 2}\"3\"\n"
            "  footnote \"1\"\n    FootnoteText \"один\" b\" раз\"\n    FootnoteText \"ещё\"\n"
            "  footnote \"2\"\n    FootnoteText \"два\"\n"
            "  footnote \"3\"\n    FootnoteText \"три\"\n");
  const Document document = formatPart("<p>а<note>б</note></p>");
  EXPECT_EQ(document.footnoteStyle.id, "FootnoteText");
  EXPECT_EQ(document.footnoteStyle.text.size, Length::pt(10));
  EXPECT_EQ(document.footnoteRule, Length::mm(50));
  const auto& mark = std::get<Paragraph>(document.sections[0].blocks[0]).runs[1];
  EXPECT_EQ(mark.style->raise, Raise::superscript);
  EXPECT_EQ(mark.style->size, Length::pt(14));
  profile_.blocks.noteMark = "%1)";
  EXPECT_EQ(formatPart("<p>а<note>б</note></p>").footnotes[0].label, "1)");
}

TEST_F(Blocks, ReferencesNameWhatTheyLeadTo) {
  EXPECT_EQ(blocksOf("<p><ref to=\"h\"/>, <ref to=\"n\" case=\"prepositional\"/>, "
                     "<ref to=\"t\" case=\"accusative\" show=\"both\"/>, <b><ref to=\"t\" show=\"page\"/></b>, "
                     "<ref to=\"c\" words=\"no\"/>, <ref to=\"c\" case=\"genitive\"/></p>"
                     "<heading id=\"h\" number=\"auto\">а</heading><heading id=\"n\">Итоги</heading>"
                     "<table id=\"t\"><column/></table>"
                     "<clauses><clause>а</clause><clause>б<clause id=\"c\">в</clause></clause></clauses>"),
            "    BodyText \"раздел\u00a01\"->heading-1 \", \" \"разделе «Итоги»\"->heading-2 \", \" "
            "\"таблицу\u00a01, стр.\u00a0\"->table-1 {page-of table-1}->table-1 \", \" "
            "b\"стр.\u00a0\"->table-1 b{page-of table-1}->table-1 \", \" "
            "\"2.1\"->clause-1 \", \" \"пункта\u00a02.1\"->clause-1\n"
            "    Heading1 heading2 #heading-1 label \"1.\"@0.0 \"а\"\n"
            "    Heading1 heading2 #heading-2 \"Итоги\"\n"
            "    TableCaption caption keep-next #table-1 \"Таблица\u00a01\"\n"
            "    table 0 auto\n"
            "    ClauseAfterTable item label \"1.\"@1.0 \"а\"\n"
            "    Clause item label \"2.\"@1.0 \"б\"\n"
            "    Clause item #clause-1 label \"2.1.\"@1.1 \"в\"\n");
}

TEST_F(Blocks, ReferencesToAppendices) {
  const std::string dumped = dump(formatDocument(
      "<part><p><ref to=\"b\" case=\"instrumental\"/> <ref to=\"a\" show=\"page\"/></p></part>"
      "<appendix id=\"a\"><part><p>а</p></part></appendix>"
      "<appendix id=\"b\" number=\"5\"><part><p>б</p></part></appendix>"));
  EXPECT_NE(dumped.find("    BodyText \"приложением\u00a05\"->appendix-2 \" \" \"стр.\u00a0\"->appendix-1 "
                        "{page-of appendix-1}->appendix-1\n"),
            std::string::npos)
      << dumped;
  EXPECT_NE(dumped.find("AppendixMark #appendix-2 \"Приложение\""), std::string::npos) << dumped;
  const std::string alone = dump(formatDocument(
      "<part><p><ref to=\"a\"/></p></part><appendix id=\"a\"><part><p>а</p></part></appendix>"));
  EXPECT_NE(alone.find("\"приложение\"->appendix-1\n"), std::string::npos) << alone;
}

TEST_F(Blocks, AnAppendixMayBeNamedByItsPart) {
  const std::string dumped = dump(formatDocument(
      "<part><p><ref to=\"b\"/></p></part><appendix><part><p>а</p></part></appendix>"
      "<appendix><part id=\"b\"><p>б</p></part></appendix>"));
  EXPECT_NE(dumped.find("    BodyText \"приложение\u00a02\"->appendix-2\n"), std::string::npos) << dumped;
}

TEST_F(Blocks, ReferencesMeanTheirOwnAppendixFirst) {
  const std::string appendix = "<appendix id=\"%\"><part><heading id=\"h\" number=\"%\">а</heading>"
                               "<p><ref to=\"h\"/> <ref to=\"m\"/></p></part></appendix>";
  std::string first = appendix, second = appendix;
  for (std::size_t at; (at = first.find('%')) != std::string::npos;) first.replace(at, 1, "1");
  for (std::size_t at; (at = second.find('%')) != std::string::npos;) second.replace(at, 1, "2");
  const std::string dumped =
      dump(formatDocument("<part><p><ref to=\"h\"/></p><heading id=\"m\" number=\"7.\">б</heading></part>" +
                          first + second));
  EXPECT_NE(dumped.find("BodyText \"раздел\u00a01\"->heading-2\n"), std::string::npos) << dumped;
  EXPECT_NE(dumped.find("BodyText \"раздел\u00a02\"->heading-3 \" \" \"раздел\u00a07\"->heading-1\n"),
            std::string::npos)
      << dumped;
}

TEST_F(Blocks, NothingIsMarkedThatNothingLeadsTo) {
  const Document document = formatPart("<heading id=\"a\">а</heading><table id=\"b\"><column/></table>");
  EXPECT_TRUE(document.bookmarks.empty());
}

TEST_F(Blocks, ContentsListHeadingsAndAppendices) {
  const std::string dumped = dump(formatDocument(
      "<part><contents title=\"Содержание\" levels=\"2\"/><heading number=\"auto\">Ввод\nное</heading>"
      "<heading level=\"2\" number=\"1.1.\">б</heading><heading level=\"3\">в</heading></part>"
      "<appendix><part><title>Перечень школ</title><heading>г</heading></part></appendix>"
      "<appendix><part><p>д</p></part></appendix>"));
  const std::string expected =
      "    TOCHeading keep-next \"Содержание\"\n"
      "    contents of headings 2\n"
      "      TOC1 contents-item \"1. Ввод ное\"->heading-1 \"\\t\"->heading-1 {page-of heading-1}->heading-1\n";
  EXPECT_NE(dumped.find(expected), std::string::npos) << dumped;
  EXPECT_NE(dumped.find("      TOC2 contents-item \"1.1. б\"->heading-2 "), std::string::npos) << dumped;
  EXPECT_EQ(dumped.find("contents-item \"в\""), std::string::npos);
  EXPECT_EQ(dumped.find("contents-item \"г\""), std::string::npos);
  EXPECT_NE(dumped.find("      TOC1 contents-item \"Приложение\u00a01. Перечень школ\"->appendix-1 "),
            std::string::npos)
      << dumped;
  EXPECT_NE(dumped.find("      TOC1 contents-item \"Приложение\u00a02\"->appendix-2 "), std::string::npos);
  EXPECT_NE(dumped.find("style TOC1 Times New Roman/Tinos 14.00pt left left 0.00mm right 0.00mm first 0.00mm "
                        "before 0.00pt after 3.00pt spacing 240 tab 170.00mm right dots\n"),
            std::string::npos)
      << dumped;
}

TEST_F(Blocks, ContentsOfAnAppendixListIts) {
  const std::string dumped = dump(formatDocument(
      "<part><heading>а</heading></part><appendix><part><contents/><heading>б</heading></part></appendix>"));
  EXPECT_NE(dumped.find("    contents of headings 3\n      TOC1 contents-item \"б\""), std::string::npos);
  EXPECT_EQ(dumped.find("contents-item \"а\""), std::string::npos);
}

TEST_F(Blocks, ListsOfTablesAndFigures) {
  EXPECT_EQ(blocksOf("<contents of=\"tables\" title=\"Таблицы\"/><contents of=\"figures\" title=\"Рисунки\"/>"
                     "<table title=\"Итоги\"><column/></table><table id=\"t\"><column/></table><table><column/></table>"),
            "    TOCHeading keep-next \"Таблицы\"\n"
            "    contents of tables 3\n"
            "      TableofFigures contents-item \"Таблица\u00a01\u00a0– Итоги\"->table-1 \"\\t\"->table-1 "
            "{page-of table-1}->table-1\n"
            "      TableofFigures contents-item \"Таблица\u00a02\"->table-2 \"\\t\"->table-2 "
            "{page-of table-2}->table-2\n"
            "    TableCaption caption keep-next #table-1 \"Таблица\u00a01\u00a0– Итоги\"\n"
            "    table 0 auto\n"
            "    TableCaption caption keep-next #table-2 \"Таблица\u00a02\"\n"
            "    table 1 auto\n"
            "    table 2 auto\n");
}

TEST_F(Blocks, KeepHoldsItsBlocksTogether) {
  EXPECT_EQ(blocksOf("<keep><p>а</p><table><column/><row split=\"yes\"><cell>б</cell></row><row><cell>в</cell></row></table>"
                     "<p>г</p></keep><p keep=\"with-next\">д</p><p keep=\"lines\">е</p>"),
            "    BodyText keep-next keep-lines \"а\"\n"
            "    table 0 auto\n"
            "      row keep-next\n        cell\n          TableText \"б\"\n"
            "      row keep-next\n        cell\n          TableText \"в\"\n"
            "    BodyTextAfterTable keep-lines \"г\"\n"
            "    BodyText keep-next \"д\"\n"
            "    BodyText keep-lines \"е\"\n");
  const std::string last = blocksOf("<keep><p>а</p><table><column/><row><cell>б</cell></row></table></keep>");
  EXPECT_NE(last.find("      row\n"), std::string::npos) << last;
}

TEST_F(Blocks, SpaceComesAfterTables) {
  const Document document = formatPart(
      "<table><column/></table><p>а</p><table><column/></table><heading>б</heading><p>в</p>");
  const auto styleAt = [&](std::size_t i) {
    return document.styles[static_cast<std::size_t>(std::get<Paragraph>(document.sections[0].blocks[i]).style)];
  };
  EXPECT_EQ(styleAt(1).id, "BodyTextAfterTable");
  EXPECT_EQ(styleAt(1).name, "Текст документа (после таблицы)");
  EXPECT_EQ(styleAt(1).before, Length::pt(6));
  EXPECT_EQ(styleAt(3).id, "Heading1");  // has more space of its own
  EXPECT_EQ(styleAt(4).id, "BodyText");
}

}  // namespace
}  // namespace chancery::format
