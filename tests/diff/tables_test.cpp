#include "support.h"

namespace chancery::diff {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string table(const std::vector<std::string>& columns, const Rows& rows) {
  std::string content = "<table>";
  for (const std::string& column : columns) content += "<column>" + column + "</column>";
  for (const auto& row : rows) {
    content += row.size() == 1 ? "<section-row>" + row[0] + "</section-row>" : "<row>";
    if (row.size() == 1) continue;
    for (const std::string& cell : row) content += "<cell>" + cell + "</cell>";
    content += "</row>";
  }
  return content + "</table>";
}

const std::vector<std::string> kRoadMap = {"№ п/п", "Мероприятие", "Срок"};

TEST(CompareTables, ACellIsNamedByItsMeasureAndColumn) {
  EXPECT_EQ(partChanges(table(kRoadMap, {{"Организация"}, {"1.1.", "Семинар учителей", "до 1 мая"}}),
                        table(kRoadMap, {{"Организация"}, {"1.1.", "Семинар учителей", "до 15 мая"}})),
            "мероприятие 1.1 (строка 1), столбец «Срок»: до [-1-] {+15+} мая\n");
}

TEST(CompareTables, ARowAtTheTopLeavesTheOthersAlone) {
  const Rows rows = {{"1", "Семинар учителей", "май"}, {"2", "Олимпиада", "июнь"}};
  const Rows longer = {{"1", "Собрание", "апрель"}, {"2", "Семинар учителей", "май"},
                       {"3", "Олимпиада", "июнь"}};
  EXPECT_EQ(partChanges(table(kRoadMap, rows), table(kRoadMap, longer)),
            "мероприятие 1 добавлено: {+Собрание | апрель+}\n"
            "мероприятия 1–2 перенумерованы: теперь 2–3\n");
  EXPECT_EQ(partChanges(table(kRoadMap, longer), table(kRoadMap, rows)),
            "мероприятие 1 исключено: [-Собрание | апрель-]\n"
            "мероприятия 2–3 перенумерованы: теперь 1–2\n");
}

TEST(CompareTables, AnInsertedMeasureTellsItsRow) {
  EXPECT_EQ(partChanges(table(kRoadMap, {{"Работа"}, {"3.1", "Семинар учителей", "май"}}),
                        table(kRoadMap, {{"Работа"}, {"3.1", "Семинар учителей", "май"},
                                         {"3.2", "Олимпиада школьников", "июнь"}})),
            "мероприятие 3.2 (строка 2) добавлено: {+Олимпиада школьников | июнь+}\n");
}

TEST(CompareTables, RowsThatTheEngineCountsHaveNumbersToo) {
  const auto counted = [](const std::string& term) {
    return "<table><column number=\"section\">№</column><column>Мероприятие</column>"
           "<column>Срок</column><section-row>А</section-row>"
           "<row><cell/><cell>Семинар</cell><cell>май</cell></row>"
           "<row total=\"yes\"><cell/><cell>Итого</cell><cell>1</cell></row>"
           "<section-row>Б</section-row>"
           "<row><cell/><cell>Олимпиада школьников</cell><cell>" + term + "</cell></row></table>";
  };
  EXPECT_EQ(partChanges(counted("июнь"), counted("июль")),
            "мероприятие 1 (строка 3), столбец «Срок»: [-июнь-] {+июль+}\n");
}

TEST(CompareTables, AMovedRow) {
  const Rows rows = {{"1", "Семинар всех учителей", "май"}, {"2", "Районная олимпиада", "июнь"},
                     {"3", "Летняя смена", "июль"}};
  const Rows moved = {{"1", "Летняя смена", "июль"}, {"2", "Семинар всех учителей", "май"},
                      {"3", "Районная олимпиада", "июнь"}};
  EXPECT_EQ(partChanges(table(kRoadMap, rows), table(kRoadMap, moved)),
            "мероприятие 1 перенесено (прежде: мероприятие 3): Летняя смена | июль\n"
            "мероприятия 1–2 перенумерованы: теперь 2–3\n");
}

TEST(CompareTables, ColumnsComeGoAndAreRenamed) {
  EXPECT_EQ(partChanges(table({"Дело", "Срок"}, {{"Семинар учителей", "май"}}),
                        table({"Дело", "Срок", "Кто"}, {{"Семинар врачей", "май", "Лугов"}})),
            "таблица, столбец «Кто» добавлен: {+Кто+}\n"
            "строка 1, столбец «Дело»: Семинар [-учителей-] {+врачей+}\n");
  EXPECT_EQ(partChanges("<table><column id=\"a\">Срок</column><row><cell>май</cell></row></table>",
                        "<table><column id=\"a\">Срок исполнения</column><row><cell>май</cell></row>"
                        "</table>"),
            "таблица, столбец «Срок исполнения»: Срок {+исполнения+}\n");
}

TEST(CompareTables, TheNoteAndTheCaption) {
  EXPECT_EQ(partChanges("<table title=\"Приём\"><column>А</column><row><cell>1</cell></row>"
                        "<source>Данные отдела</source></table>",
                        "<table title=\"Приём детей\"><column>А</column><row><cell>1</cell></row>"
                        "<source>Данные школы</source></table>"),
            "таблица «Приём детей», название: Приём {+детей+}\nпримечание к таблице: Данные [-отдела-] {+школы+}\n");
}

TEST(CompareTables, AThousandRowsThatAllChangedAreComparedRowByRow) {
  Rows before, after;
  for (int i = 1; i <= 1000; ++i) {
    const std::string work = "Семинар школы " + std::to_string(i % 40) + " по теме " +
                             std::to_string(i) + " для учителей района";
    before.push_back({std::to_string(i), work, "май 2026 года"});
    after.push_back({std::to_string(i), work, "июнь 2027 года"});
  }
  const document::Node was = documentOf("<part>" + table(kRoadMap, before) + "</part>");
  const document::Node is = documentOf("<part>" + table(kRoadMap, after) + "</part>");
  const auto differences = compare({was}, {is});
  ASSERT_EQ(differences.size(), 1000u);
  for (std::size_t i = 0; i < 1000; ++i) {
    ASSERT_EQ(differences[i].change, Change::changed);
    ASSERT_EQ(differences[i].where.back().title, "Срок");
    ASSERT_EQ(differences[i].where[differences[i].where.size() - 2].number, std::to_string(i + 1));
  }
}

TEST(CompareTables, SeveralTablesAreToldApart) {
  const auto two = [](const std::string& cell) {
    return table({"А", "Б"}, {{"1", "2"}}) + table({"А", "Б"}, {{"3", cell}});
  };
  EXPECT_EQ(partChanges(two("4"), two("5")),
            "таблица 2, строка 1, столбец «Б»: [-4-] {+5+}\n");
}

}  // namespace
}  // namespace chancery::diff
