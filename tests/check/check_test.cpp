#include "check/check.h"

#include <gtest/gtest.h>

#include "support.h"

namespace chancery::check {
namespace {

std::string act(const std::string& content) {
  return "<part><kind>ПРИКАЗ</kind>" + content + "</part>\n";
}

TEST(Requisite, OneOfTheNamedMustStandInTheMainPart) {
  const std::string rule = "<requisite any=\"signature joint-signature\" source=\"S\"/>";
  EXPECT_EQ(findings(rule, act("<p>Слова.</p>")),
            "error O201 2: the document lacks a requisite: Подпись / Подписи лиц, равных по "
            "должности, рядом (S)\n");
  EXPECT_EQ(findings(rule, act("<signature><name>А.И. Петрова</name></signature>")), "");
  EXPECT_EQ(findings("<requisite any=\"clause\" source=\"S\"/>",
                     act("<clauses><clause>Один.</clause></clauses>")),
            "");
}
TEST(Requisite, AnAppendixHasItsOwn) {
  EXPECT_NE(
      findings("<requisite any=\"table\" source=\"S\"/>",
               act("<p>x</p>") + "<appendix><part><table><column>а</column><row><cell>1</cell>"
                                 "</row></table></part></appendix>"),
      "");
}

TEST(Rule, HoldsForItsKinds) {
  const std::string rule = "<requisite any=\"place\" of=\"постановление, приказ\" source=\"S\"/>";
  EXPECT_NE(findings(rule, act("<p>x</p>")), "");
  EXPECT_NE(findings(rule, "<part><kind>П Р И К А З</kind><p>x</p></part>"), "");
  EXPECT_EQ(findings(rule, "<part><kind>РАСПОРЯЖЕНИЕ</kind><p>x</p></part>"), "");
  EXPECT_EQ(findings(rule, "<part><p>x</p></part>"), "");
  // Without a kind the title tells what it is.
  const std::string plan = "<requisite any=\"place\" of=\"план\" source=\"S\"/>";
  EXPECT_NE(findings(plan, "<part><title>План мероприятий</title></part>"), "");
}

TEST(Title, BeginsAsTheRuleSays) {
  const std::string rule = "<title words=\"О Об\" source=\"S\" severity=\"warning\"/>";
  EXPECT_EQ(findings(rule, act("<title>Про школы</title>")),
            "warning O202 2: the title begins with “Про”; it must answer “about what?” (S)\n");
  EXPECT_EQ(findings(rule, act("<title>Об отпусках</title>")), "");
  EXPECT_EQ(findings(rule, act("<title>О ЕГЭ</title>")), "");
  EXPECT_EQ(findings(rule, act("<p>x</p>")), "");
}

std::string appendix(const std::string& content) {
  return "<appendix><part>" + content + "<p>Слова.</p></part></appendix>\n";
}
std::string mark(const std::string& number) {
  return "<appendix-mark><number>" + number + "</number></appendix-mark>";
}

TEST(AppendixNumbers, RunInOrder) {
  const std::string rule = "<appendix-numbers source=\"S\"/>";
  EXPECT_EQ(findings(rule, act("") + appendix(mark("1")) + appendix(mark("3"))),
            "error O203 4: the appendix “3” stands in place 2 (S)\n");
  EXPECT_EQ(findings(rule, act("") + appendix("") + appendix(mark("2"))), "");
  EXPECT_EQ(findings(rule, act("") + appendix("")), "");
}

TEST(AppendixReferences, HaveTheRulesSeverity) {
  const std::string rest = act("<p>Утвердить (приложение 2).</p>") + appendix("") + appendix("");
  EXPECT_EQ(findings("<appendix-references source=\"S\"/>", rest).substr(0, 5), "error");
  EXPECT_EQ(findings("<appendix-references severity=\"warning\" source=\"S\"/>", rest).substr(0, 7),
            "warning");
}

TEST(Registration, MarksAndStampsBearTheActsFigures) {
  const std::string rule = "<registration source=\"S\"/>";
  const std::string registered =
      act("<registration><date>2026-06-05</date><number>104</number></registration>");
  EXPECT_EQ(findings(rule, registered + appendix("")), "");
  EXPECT_EQ(findings(rule, registered + appendix("<appendix-mark><to><date>2026-06-04</date></to>"
                                                 "</appendix-mark>")),
            "error O204 3: the date “2026-06-04” differs from the document's “2026-06-05” (S)\n");
  EXPECT_EQ(findings(rule, registered + appendix("<stamps><approved-by><text>приказом отдела</text>"
                                                 "<number>105</number></approved-by></stamps>")),
            "error O205 3: the number “105” differs from the document's “104” (S)\n");
  // What is spaced for show is the same kind.
  EXPECT_NE(findings(rule,
                     "<part><kind>П Р И К А З</kind><registration><number>104</number>"
                     "</registration></part>" +
                         appendix("<stamps><approved-by><text>приказом отдела</text>"
                                  "<number>105</number></approved-by></stamps>")),
            "");
  // Another act's figures are its own affair.
  EXPECT_EQ(
      findings(rule, registered + appendix("<stamps><approved-by><text>постановлением главы</text>"
                                           "<number>105</number></approved-by></stamps>")),
      "");
  EXPECT_EQ(
      findings(rule, act("<registration><date/><number/></registration>") +
                         appendix("<appendix-mark><to><number>7</number></to></appendix-mark>")),
      "");
}

TEST(Names, OneSpellingForOnePerson) {
  const std::string rule = "<names source=\"S\" severity=\"warning\"/>";
  EXPECT_EQ(findings(rule, act("<p>Назначить Петрову А.И. и Королёва Б.В.</p>\n"
                               "<p>Контроль возложить на Петрову А.\n</p>"
                               "<signature><name>А.И. Петрова</name></signature>")),
            "warning O206 3: one person's name is written in two ways: “Петрову А.” and “Петрову "
            "А.И.” (S)\n");
  EXPECT_EQ(findings(rule, act("<p>Петрову А.И. и Петрову О.И.</p>")), "");
}
TEST(Names, WithoutAUsualSpellingNoneIsAdvised) {
  const std::string text =
      findings("<names source=\"S\"/>", act("<p>Королева Б.В.</p>\n<p>Королёва Б.В.</p>"));
  EXPECT_EQ(text.substr(0, 11), "error O206 ");
}
TEST(Names, TheRareSpellingIsTheOneTold) {
  const std::string text =
      findings("<names source=\"S\"/>", act("<p>Королева Б.В.</p>\n<p>Королёва Б.В.</p>"
                                            "<p>Королёву Б.В.</p>"));
  EXPECT_EQ(text,
            "error O206 2: one person's name is written in two ways: “Королева Б.В.” and "
            "“Королёва Б.В.” (S)\n");
}

TEST(Terms, AreNotOverBeforeTheDocumentsDay) {
  const std::string rule = "<terms source=\"S\"/>";
  const std::string table =
      "<table><column>№</column><column>Срок</column><column>Прошлое</column>\n"
      "<row><cell>1</cell><cell>до 30.05.2026</cell><cell>до 01.01.2020</cell></row>\n"
      "<row><cell>2</cell><cell>до 05.06.2026</cell><cell/></row>\n"
      "<row><cell>3</cell><cell>постоянно</cell><cell/></row>\n"
      "<row><cell>4</cell><cell>до 31.06.2026</cell><cell/></row></table>";
  EXPECT_EQ(findings(rule, act(table)),
            "error O207 3: the term “до 30.05.2026” was over on 30.05.2026, before the document's "
            "date 05.06.2026 (S)\n"
            "error O208 6: there is no such term as “до 31.06.2026” (S)\n");
}
TEST(Terms, TheDocumentsOwnDateCounts) {
  const std::string prose = "<p>Отчитаться в срок до 1 июня 2026 года.</p>";
  const std::string rule = "<terms source=\"S\"/>";
  const auto dated = [&](const std::string& date) {
    return findings(rule, act("<registration><date>" + date + "</date></registration>" + prose));
  };
  EXPECT_EQ(dated(""),
            "error O207 2: the term “до 1 июня 2026” was over on 01.06.2026, before the "
            "document's date 05.06.2026 (S)\n");
  EXPECT_EQ(dated("2026-05-20"), "");
  EXPECT_EQ(dated("20 мая 2026 г."), "");
  EXPECT_NE(dated("02.06.2026"), "");
}
TEST(Terms, OfSeveralDaysTheLastCounts) {
  const std::string rule = "<terms source=\"S\"/>";
  const auto cell = [&](const std::string& term) {
    return findings(rule, act("<table><column>Срок</column><row><cell><p>" + term +
                              "</p></cell></row></table>"));
  };
  EXPECT_EQ(cell("15.05.2026, 15.12.2026"), "");
  EXPECT_EQ(cell("не позднее 01.02.2020"),
            "error O207 2: the term “не позднее 01.02.2020” was over on 01.02.2020, before the "
            "document's date 05.06.2026 (S)\n");
}
TEST(Terms, ProseHoldsOtherDatesToo) {
  const std::string rule = "<terms source=\"S\"/>";
  EXPECT_EQ(findings(rule, act("<p>В редакции от 01.02.2020, не позднее 10 дней, до 2020 "
                               "года; не позднее 1 июня.</p>")),
            "");
  EXPECT_NE(findings(rule, act("<p>Сдать не позднее 01.02.2020.</p>")), "");
}
TEST(Terms, AClausesDatesAreItsTerms) {
  const std::string rule = "<terms source=\"S\"/>";
  const auto clause = [&](const std::string& text) {
    return findings(rule, act("<clauses><clause>" + text + "</clause></clauses>"));
  };
  EXPECT_EQ(clause("Утвердить план до 4 мая 2026 г."),
            "error O207 2: the term “до 4 мая 2026” was over on 04.05.2026, before the document's "
            "date 05.06.2026 (S)\n");
  EXPECT_EQ(clause("Утвердить план до 4 октября 2026 г."), "");
  EXPECT_NE(clause("Сдать (до 31.11.2026) отчёт."), "");
  EXPECT_EQ(findings(rule, act("<p>За время до 4 мая 2026 г. сделано много.</p>")), "");
}

TEST(Pairs, QuotesAndBrackets) {
  const std::string rule = "<pairs source=\"S\"/>";
  EXPECT_EQ(findings(rule, act("<p>План «Школа (2026» утвердить.</p>")),
            "error O209 2: » closes nothing: План «Школа (2026» утвердить. (S)\n"
            "error O210 2: « is not closed: План «Школа (2026» утвердить. (S)\n"
            "error O210 2: ( is not closed: План «Школа (2026» утвердить. (S)\n");
  EXPECT_EQ(findings(rule, act("<p>«Школа „Росток“ (2026)» [1]</p>")), "");
  EXPECT_EQ(findings(rule, act("<p>Школа \"Росток</p>")),
            "error O210 2: \" is not closed: Школа \"Росток (S)\n");
  EXPECT_EQ(findings(rule, act("<p>\"Школа\"</p>")), "");
}
TEST(Pairs, LabelsOfListsAreNoBrackets) {
  const std::string rule = "<pairs source=\"S\"/>";
  EXPECT_EQ(findings(rule, act("<p>1) первое; 2) второе; а) третье</p>")), "");
  EXPECT_EQ(findings(rule, act("<p>Слово) второе</p>")),
            "error O209 2: ) closes nothing: Слово) второе (S)\n");
}
TEST(Pairs, ALongRunOfMarksIsNoLabel) {
  EXPECT_NE(findings("<pairs source=\"S\"/>", act("<p>" + std::string(100'000, ')') + "</p>")), "");
}
TEST(Pairs, ALongTextIsShownAroundTheMark) {
  const std::string text(100, 'x');
  EXPECT_EQ(findings("<pairs source=\"S\"/>", act("<p>" + text + "(" + text + "</p>")),
            "error O210 2: ( is not closed: …" + std::string(30, 'x') + '(' + std::string(29, 'x') +
                "… (S)\n");
}

std::string rows(const std::string& title, std::initializer_list<const char*> numbers) {
  std::string text = "<table>" + title + "<column>Мера</column>\n";
  for (const std::string number : numbers) {
    text += number == "-" ? "<section-row>Раздел</section-row>\n"
                          : "<row><cell>" + number + "</cell><cell>x</cell></row>\n";
  }
  return act(text + "</table>");
}

TEST(Numbering, TypedNumbersHaveNoHoles) {
  const std::string rule = "<numbering source=\"S\"/>";
  const std::string number = "<column>№ п/п</column>";
  EXPECT_EQ(findings(rule, rows(number, {"1", "2", "4"})),
            "error O211 5: the number “2” is followed by “4” (S)\n");
  EXPECT_EQ(findings(rule, rows(number, {"1.", "2.", "2."})),
            "error O211 5: the number “2.” is followed by “2.” (S)\n");
  EXPECT_EQ(findings(rule, rows(number, {"2", "3"})),
            "error O212 3: the numbering begins with “2” (S)\n");
  EXPECT_EQ(findings(rule, rows(number, {"1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2"})), "");
  EXPECT_EQ(findings(rule, rows(number, {"1", "1.2"})),
            "error O211 4: the number “1” is followed by “1.2” (S)\n");
  EXPECT_EQ(findings(rule, rows(number, {"1.1", "2.1"})),
            "error O211 4: the number “1.1” is followed by “2.1” (S)\n");
}
TEST(Numbering, SectionsBeginAnewOrGoOn) {
  const std::string rule = "<numbering source=\"S\"/>";
  const std::string number = "<column>№</column>";
  EXPECT_EQ(findings(rule, rows(number, {"-", "1", "2", "-", "1", "-", "2"})), "");
  EXPECT_EQ(findings(rule, rows(number, {"1.1", "1.2", "-", "2.1", "2.2"})), "");
  EXPECT_EQ(findings(rule, rows(number, {"1", "2", "1"})),
            "error O211 5: the number “2” is followed by “1” (S)\n");
  EXPECT_EQ(findings(rule, rows("<column>Год</column>", {"2025", "2020"})), "");
  EXPECT_EQ(findings(rule, rows(number, {"1", "ПР-7", "2"})), "");
}
TEST(Numbering, TheLargestNumbers) {
  const std::string rule = "<numbering source=\"S\"/>";
  EXPECT_EQ(findings(rule, rows("<column>№</column>", {"1", "2147483647", "5", "99999999999"})),
            "error O211 4: the number “1” is followed by “2147483647” (S)\n"
            "error O211 5: the number “2147483647” is followed by “5” (S)\n");
}
TEST(Numbering, CellsOfSeveralRowsCountOnce) {
  EXPECT_EQ(
      findings("<numbering source=\"S\"/>", act("<table><column>№</column><column>Мера</column>"
                                                "<row><cell rows=\"2\">1</cell><cell>5</cell></row>"
                                                "<row><cell>7</cell></row>"
                                                "<row><cell>2</cell><cell>9</cell></row></table>")),
      "");
}
TEST(Numbering, AClauseBringsNoNumberOfItsOwn) {
  const std::string rule = "<numbering source=\"S\"/>";
  const auto clause = [&](const std::string& text) {
    return findings(rule, act("<clauses><clause>" + text + "</clause></clauses>"));
  };
  EXPECT_EQ(clause("2.1. Провести совещание."),
            "error O213 2: a clause begins with the typed number “2.1.”: two numbers will be "
            "printed (S)\n");
  EXPECT_NE(clause("3) провести"), "");
  EXPECT_EQ(clause("5 рабочих дней дать на ответ."), "");
  EXPECT_EQ(clause("01.09.2026 начать занятия."), "");
  EXPECT_EQ(clause("Провести совещание."), "");
}

}  // namespace
}  // namespace chancery::check
