#include "support.h"

namespace chancery::diff {
namespace {

std::string clauses(const std::vector<std::string>& texts) {
  std::string content = "<clauses>";
  for (const std::string& text : texts) content += "<clause>" + text + "</clause>";
  return content + "</clauses>";
}

TEST(Compare, EqualDocumentsDoNotDiffer) {
  EXPECT_EQ(partChanges(clauses({"Открыть школу."}), clauses({"Открыть школу."})), "");
  EXPECT_EQ(partChanges("", ""), "");
}

TEST(Compare, ChangedWordsAreMarkedInTheirClause) {
  EXPECT_EQ(partChanges(clauses({"Открыть школу.", "Провести проверку до 1 мая."}),
                        clauses({"Открыть школу.", "Провести проверку до 15 июня."})),
            "пункт 2: Провести проверку до [-1 мая-] {+15 июня+}.\n");
}

TEST(Compare, AClauseAtTheTopShiftsTheOthersAndChangesNone) {
  EXPECT_EQ(partChanges(clauses({"Открыть школу.", "Закрыть клуб.", "Принять детей."}),
                        clauses({"Создать комиссию.", "Открыть школу.", "Закрыть клуб.",
                                 "Принять детей."})),
            "пункт 1 добавлен: {+Создать комиссию.+}\n"
            "пункты 1–3 перенумерованы: теперь 2–4\n");
}

TEST(Compare, ARemovedClauseHasItsOldNumber) {
  EXPECT_EQ(partChanges(clauses({"Открыть школу.", "Закрыть клуб.", "Принять детей."}),
                        clauses({"Открыть школу.", "Принять детей."})),
            "пункт 2 исключён: [-Закрыть клуб.-]\n"
            "пункт 2 (был 3) перенумерован\n");
}

TEST(Compare, AShiftedClauseThatChangedNamesBothNumbers) {
  EXPECT_EQ(partChanges(clauses({"Открыть новую школу в посёлке."}),
                        clauses({"Закрыть клуб.", "Открыть новую школу в городе."})),
            "пункт 1 добавлен: {+Закрыть клуб.+}\n"
            "пункт 2 (был 1): Открыть новую школу в [-посёлке-] {+городе+}.\n"
            "пункт 2 (был 1) перенумерован\n");
}

TEST(Compare, SubclausesHaveTheirWholeNumber) {
  const std::string before =
      "<clauses><clause>Рабочей группе:<clause>Собраться.</clause>"
      "<clause>Представить отчёт до 1 мая.</clause></clause></clauses>";
  const std::string after =
      "<clauses><clause>Открыть школу.</clause><clause>Рабочей группе:<clause>Собраться.</clause>"
      "<clause>Представить отчёт до 2 мая.</clause></clause></clauses>";
  EXPECT_EQ(partChanges(before, after),
            "пункт 1 добавлен: {+Открыть школу.+}\n"
            "пункт 2.2 (был 1.2): Представить отчёт до [-1-] {+2+} мая.\n"
            "пункт 2 (был 1) перенумерован\n");
}

TEST(Compare, AMovedClauseIsNeitherRemovedNorAdded) {
  EXPECT_EQ(partChanges(clauses({"Открыть новую школу.", "Закрыть старый клуб.",
                                 "Принять всех детей.", "Назначить директора школы."}),
                        clauses({"Назначить директора школы.", "Открыть новую школу.",
                                 "Закрыть старый клуб.", "Принять всех детей."})),
            "пункт 1 перенесён (прежде: пункт 4): Назначить директора школы.\n"
            "пункты 1–3 перенумерованы: теперь 2–4\n");
}

TEST(Compare, AMovedClauseMayHaveChanged) {
  const std::string before =
      "<clauses><clause>Отделу кадров:<clause>Подготовить список учителей школы к маю."
      "</clause></clause><clause>Бухгалтерии:<clause>Рассчитать премии.</clause></clause></clauses>";
  const std::string after =
      "<clauses><clause>Отделу кадров:</clause><clause>Бухгалтерии:<clause>Рассчитать премии."
      "</clause><clause>Подготовить список учителей школы к июню.</clause></clause></clauses>";
  EXPECT_EQ(partChanges(before, after),
            "пункт 2.2 перенесён (прежде: пункт 1.1): Подготовить список учителей школы к июню.\n"
            "пункт 2.2 (был 1.1): Подготовить список учителей школы к [-маю-] {+июню+}.\n");
}

TEST(Compare, RequisitesAreNamed) {
  const auto order = [](const std::string& title, const std::string& name) {
    return "<kind>ПРИКАЗ</kind><title>" + title + "</title><p>В целях развития</p>" +
           clauses({"Открыть школу."}) + "<signature><post>Начальник отдела</post><name>" + name +
           "</name></signature>";
  };
  EXPECT_EQ(partChanges(order("О школе", "О.П. Веснина"), order("О лицее", "П.А. Лугов")),
            "заголовок: О [-школе-] {+лицее+}\n"
            "подпись, инициалы и фамилия: [-О.П. Веснина-] {+П.А. Лугов+}\n");
}

TEST(Compare, WhatOneVersionLacksIsAddedOrRemoved) {
  const std::string clause = clauses({"Открыть школу."});
  EXPECT_EQ(partChanges("<kind>ПРИКАЗ</kind>" + clause,
                        clause + "<executor><name>Камышин Денис Олегович</name></executor>"),
            "вид документа исключён: [-ПРИКАЗ-]\n"
            "отметка об исполнителе добавлена: {+Камышин Денис Олегович+}\n");
}

TEST(Compare, ThePreambleHasItsName) {
  const auto order = [](const std::string& preamble) {
    return preamble + "<command>ПРИКАЗЫВАЮ:</command>" + clauses({"Открыть школу."}) +
           "<p>Приложение на двух листах.</p>";
  };
  EXPECT_EQ(partChanges(order("<p>В целях развития школы</p>"), order("<p>В целях развития лицея</p>")),
            "преамбула: В целях развития [-школы-] {+лицея+}\n");
  EXPECT_EQ(partChanges(order("<p>По закону</p><p>В целях развития школы</p>"),
                        order("<p>По закону</p><p>В целях развития лицея</p>")),
            "преамбула, абзац 2: В целях развития [-школы-] {+лицея+}\n");
}

TEST(Compare, ParagraphsStandUnderTheirHeadings) {
  const auto report = [](const std::string& words) {
    return "<heading number=\"auto\">Кадры</heading><p>В школах работают учителя.</p><p>" + words +
           "</p>";
  };
  EXPECT_EQ(partChanges(report("Принято 12 человек."), report("Принято 14 человек.")),
            "раздел 1 «Кадры», абзац 2: Принято [-12-] {+14+} человек.\n");
}

TEST(Compare, ListsAndNotes) {
  EXPECT_EQ(partChanges("<list><item>школы города</item><item>клубы</item></list>",
                        "<list><item>школы района</item><item>клубы</item></list>"),
            "элемент 1: школы [-города-] {+района+}\n");
  EXPECT_EQ(partChanges("<p>Принято 12.<note>На 1 мая.</note></p>",
                        "<p>Принято 12.<note>На 1 июня.</note></p>"),
            "абзац 1, сноска: На 1 [-мая-] {+июня+}.\n");
}

TEST(Compare, AppendicesHaveTheirNumbers) {
  const auto document = [](const std::string& second) {
    return "<part>" + clauses({"Утвердить (приложения 1, 2)."}) +
           "</part><appendix><part><title>Состав</title><p>Лугов П.А.</p></part></appendix>"
           "<appendix><part><title>План</title><p>" + second + "</p></part></appendix>";
  };
  EXPECT_EQ(changes(document("Собрание в мае."), document("Собрание в июне.")),
            "приложение 2, абзац 1: Собрание в [-мае-] {+июне+}.\n");
  EXPECT_EQ(changes(document("Собрание в мае."), document("Собрание в июне."), Language::english),
            "appendix 2, paragraph 1: Собрание в [-мае-] {+июне+}.\n");
}

TEST(Compare, AFileOfTheSameNameMayHaveOtherContent) {
  const document::Node shown =
      documentOf("<part><figure href=\"plan.svg\" alt=\"План\" title=\"План\"/></part>");
  const Version before{shown, {{"plan.svg", "a"}}}, after{shown, {{"plan.svg", "b"}}};
  EXPECT_EQ(toText(compare(before, after), Language::russian, Look::marks),
            "рисунок «План», файл: [-plan.svg-] {+plan.svg+}\n");
  EXPECT_TRUE(compare(before, before).empty());
}

TEST(Compare, TitlesOfSeriesAndAbbreviationsAreWords) {
  const auto chart = [](const std::string& title) {
    return "<chart kind=\"bar\" title=\"Приём\"><category>2025</category><series title=\"" + title +
           "\"><value>1</value></series></chart>";
  };
  EXPECT_EQ(partChanges(chart("план"), chart("факт")),
            "диаграмма «Приём», ряд «факт»: [-план-] {+факт+}\n");
  const auto list = [](const std::string& shortForm, const std::string& fullForm) {
    return "<abbreviations><abbreviation><short>" + shortForm + "</short><full>" + fullForm +
           "</full></abbreviation></abbreviations>";
  };
  EXPECT_EQ(partChanges(list("ОО", "организации района"), list("ОУ", "организации района")),
            "сокращение «ОУ»: [-ОО-] {+ОУ+}\n");
  EXPECT_EQ(partChanges(list("ОО", "организации района"), list("ОО", "организации города")),
            "сокращение «ОО»: организации [-района-] {+города+}\n");
}

TEST(Compare, ChartsAreTheirFigures) {
  const auto chart = [](const std::string& value) {
    return "<chart kind=\"bar\" title=\"Приём\"><category>2025</category><category>2026</category>"
           "<series title=\"план\"><value>1</value><value>" + value + "</value></series></chart>";
  };
  EXPECT_EQ(partChanges(chart("2"), chart("3")), "диаграмма «Приём», ряд «план»: 1; [-2-] {+3+}\n");
}

}  // namespace
}  // namespace chancery::diff
