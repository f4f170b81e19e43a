#include "diff/text.h"

#include "support.h"

namespace chancery::diff {
namespace {

std::vector<Difference> between(const std::string& before, const std::string& after) {
  const document::Node was = documentOf("<part>" + before + "</part>");
  const document::Node is = documentOf("<part>" + after + "</part>");
  return compare({was}, {is});
}

TEST(DiffText, NothingChangedIsNoText) {
  EXPECT_EQ(toText({}, Language::russian, Look::marks), "");
  EXPECT_EQ(toJson({}, Language::russian), "[]");
}

TEST(DiffText, ColoursStandAroundTheMarks) {
  EXPECT_EQ(toText(between("<title>О школе</title>", "<title>О лицее</title>"), Language::russian,
                   Look::colors),
            "заголовок: О \x1B[31m[-школе-]\x1B[0m \x1B[32m{+лицее+}\x1B[0m\n");
}

TEST(DiffText, LongStretchesWithoutAChangeAreShortened) {
  std::string words;
  for (int i = 1; i <= 30; ++i) words += " слово" + std::to_string(i);
  EXPECT_EQ(partChanges("<title>О школе" + words + "</title>", "<title>О лицее" + words + "</title>"),
            "заголовок: О [-школе-] {+лицее+} слово1 слово2 слово3 слово4 слово5 слово6 …\n");
  EXPECT_EQ(partChanges("<title>О" + words + " школе</title>", "<title>О" + words + " лицее</title>"),
            "заголовок: … слово25 слово26 слово27 слово28 слово29 слово30 [-школе-] {+лицее+}\n");
}

TEST(DiffText, LinesOfATextStandUnderEachOther) {
  EXPECT_EQ(partChanges("<clauses><clause>Открыть.</clause></clauses>",
                        "<clauses><clause>Открыть.</clause><clause>Отделу:<clause>учить;</clause>"
                        "</clause></clauses>"),
            "пункт 2 добавлен: {+Отделу:\n    2.1. учить;+}\n");
}

TEST(DiffText, InEnglishToo) {
  EXPECT_EQ(changes("<part><clauses><clause>Открыть школу.</clause></clauses></part>",
                    "<part><clauses><clause>Закрыть клуб.</clause><clause>Открыть школу.</clause>"
                    "</clauses></part>",
                    Language::english),
            "clause 1 added: {+Закрыть клуб.+}\nclause 2 (was 1) renumbered\n");
}

TEST(DiffJson, ChangedWords) {
  EXPECT_EQ(toJson(between("<clauses><clause>До 1 мая</clause></clauses>",
                           "<clauses><clause>До 2 мая</clause></clauses>"),
                   Language::russian),
            R"([{"change":"changed","where":"пункт 1","path":[{"kind":"clause","number":"1"}],)"
            R"("before":"До 1 мая","after":"До 2 мая","words":[{"kind":"same","text":"До "},)"
            R"({"kind":"removed","text":"1"},{"kind":"added","text":"2"},)"
            R"({"kind":"same","text":" мая"}]}])");
}

TEST(DiffJson, AddedRowsAndShiftedNumbers) {
  const std::string head = "<table><column>№</column><column>Мероприятие</column>";
  EXPECT_EQ(toJson(between(head + "<row><cell>1</cell><cell>Семинар</cell></row></table>",
                           head + "<row><cell>1</cell><cell>Олимпиада</cell></row>"
                                  "<row><cell>2</cell><cell>Семинар</cell></row></table>"),
                   Language::russian),
            R"([{"change":"added","where":"мероприятие 1","path":[{"kind":"table"},)"
            R"({"kind":"row","number":"1","row":1}],"after":"Олимпиада"},)"
            R"x({"change":"renumbered","where":"мероприятие 2 (было 1)","path":[{"kind":"table"},)x"
            R"({"kind":"row","number":"2","numberBefore":"1","row":2}],"last":"2","lastBefore":"1"}])");
}

}  // namespace
}  // namespace chancery::diff
