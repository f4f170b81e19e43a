#include <gtest/gtest.h>

#include "support.h"
#include "xml/reader.h"

namespace chancery::templates {
namespace {

/// A template of fields alone, filled and shown as the data that came out.
struct Prepared : Job {
  explicit Prepared(const std::string& fields, const std::string& json, Input given = {}) {
    input = std::move(given);
    parseContent("<t:fields>" + fields + "</t:fields>");
    EXPECT_EQ(found(), Found{});
    fill(json);
  }
  std::string dump() const { return data ? data->dom().dump() : ""; }
};

const std::string kOrder = R"(<t:field name="title" label="Заголовок" type="text"/>
<t:field name="kind" label="Вид" default="ПРИКАЗ"/><t:field name="place" optional="true"/>
<t:field name="date" label="Дата" type="date" optional="true"/>
<t:group name="clauses" label="Пункты" repeat="true" recursive="2">
<t:field name="text" label="Текст пункта" type="text"/><t:field name="who" repeat="true" optional="true"/></t:group>)";

TEST(PrepareTest, AbsentValuesAreDroppedAndDefaultsPutIn) {
  const Prepared job(kOrder, R"({"title": "О", "kind": "", "place": "", "date": null,
    "clauses": [{"text": "а", "who": ["", "x", ""]}, {"text": "б", "who": [], "clauses": []}]})");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.dump(),
            "data\n  title \"О\"\n  clauses\n    text \"а\"\n    who \"x\"\n  clauses\n"
            "    text \"б\"\n  kind \"ПРИКАЗ\"\n");
}

TEST(PrepareTest, AStatedValueGoesBeforeTheDefault) {
  EXPECT_EQ(Prepared(R"(<t:field name="a" default="x"/>)", R"({"a": "y"})").dump(),
            "data\n  a \"y\"\n");
}

TEST(PrepareTest, KeptEmptyValuesStay) {
  const Prepared job(
      R"(<t:group name="to"><t:field name="number" keep-empty="true" optional="true"/>
<t:field name="date" optional="true"/></t:group><t:field name="n" repeat="true" keep-empty="true"/>)",
      R"({"to": {"number": "", "date": ""}, "n": ["1", "", "3"]})");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.dump(), "data\n  to\n    number\n  n \"1\"\n  n\n  n \"3\"\n");
}

TEST(PrepareTest, AKeptEmptyTextFitsEveryType) {
  for (const char* type : {"date", "number", "money", "integer", "boolean", "line"}) {
    const std::string fields =
        std::string("<t:field name=\"a\" keep-empty=\"true\" type=\"") + type + "\"/>";
    const Prepared job(fields, R"({"a": ""})");
    EXPECT_EQ(job.found(), Found{}) << type;
    EXPECT_EQ(job.dump(), "data\n  a\n") << type;
  }
  const Prepared choice(R"(<t:field name="a" keep-empty="true" type="choice" values="x|y"/>)",
                        R"({"a": ""})");
  EXPECT_EQ(choice.found(), Found{});
  const Prepared blank(R"(<t:field name="a" keep-empty="true" type="number"/>)",
                       R"({"a": "\u00A0"})");
  EXPECT_EQ(blank.found(), Found{"T164 d.json:1:7"});
  EXPECT_EQ(blank.diagnostics.all()[0].hintText(Language::russian),
            "пишите цифрами с точкой, например 1250.5");
}

TEST(PrepareTest, EveryMissingFieldIsReportedAtItsObject) {
  const Prepared job(kOrder, "{\"clauses\": [\n {\"text\": \"а\"},\n {\"who\": \"x\"}\n]}");
  EXPECT_EQ(job.found(), (Found{"T150 d.json:1:1", "T150 d.json:3:2"}));
  EXPECT_EQ(job.message(0), "не заполнено обязательное поле «Заголовок» (title)");
  EXPECT_EQ(job.message(1), "не заполнено обязательное поле «Текст пункта» (text)");
  EXPECT_FALSE(job.document);
}

TEST(PrepareTest, ARequiredGroupMayNotBeMissing) {
  EXPECT_EQ(Prepared(kOrder, R"({"title": "О"})").found(), Found{"T150 d.json:1:1"});
  EXPECT_EQ(Prepared(kOrder, R"({"title": "О", "clauses": []})").found(), Found{"T150 d.json:1:1"});
}

TEST(PrepareTest, AnEmptyRequiredFieldIsReportedAtItsValue) {
  const Prepared job(kOrder, "{\"clauses\": {\"text\": \"а\"},\n\"title\": \"\"}");
  EXPECT_EQ(job.found(), Found{"T151 d.json:2:10"});
  EXPECT_EQ(job.message(), "обязательное поле «Заголовок» (title) пусто");
}

TEST(PrepareTest, MisspeltKeysAreErrorsWithAHint) {
  const Prepared job(kOrder,
                     "{\"titel\": \"О\",\n\"clauses\": [{\"text\": \"а\", \"hwo\": \"x\"}]}");
  EXPECT_EQ(job.found(), (Found{"T150 d.json:1:1", "T152 d.json:1:2", "T152 d.json:2:27"}));
  EXPECT_EQ(job.message(1), "поля «titel» в шаблоне нет");
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «title»");
  EXPECT_EQ(job.hint(2), "возможно, вы имели в виду «who»");
}

TEST(PrepareTest, OtherUnknownKeysAreWarnings) {
  const Prepared job(kOrder, R"({"title": "О", "titles": "x", "comment": "y",
"clauses": [{"text": "а", "note": 1}, {"text": "б", "note": 2}]})");
  EXPECT_EQ(job.found(),
            (Found{"T153 d.json:1:16 (w)", "T153 d.json:1:31 (w)", "T153 d.json:2:27 (w)"}));
  EXPECT_EQ(job.message(1), "поля «comment» в шаблоне нет: значение не попадёт в документ");
  EXPECT_TRUE(job.document);
}

TEST(PrepareTest, OneValueWhereOneIsWanted) {
  const Prepared job(kOrder,
                     "{\"title\": [\"а\",\n\"б\", \"в\"], \"clauses\": [{\"text\": \"а\"}]}");
  EXPECT_EQ(job.found(), Found{"T154 d.json:2:1"});
  EXPECT_EQ(job.message(), "поле «Заголовок» (title) допускает одно значение, а дано несколько");
}

TEST(PrepareTest, ObjectsAndTextsAreNotMixedUp) {
  const Prepared job(kOrder, "{\"title\": {\"x\": 1},\n\"clauses\": \"слова\"}");
  EXPECT_EQ(job.found(), (Found{"T155 d.json:1:11", "T156 d.json:2:12"}));
  EXPECT_EQ(job.message(0), "в поле «Заголовок» (title) нужен текст, а стоит объект");
  EXPECT_EQ(job.message(1), "«Пункты» (clauses) — группа полей, а стоит текст");
  EXPECT_EQ(job.hint(1), "поля группы: text, who, clauses");
}

TEST(PrepareTest, EmptyOptionalGroupsAreAbsent) {
  const std::string group =
      "<t:group name='g' optional='true'><t:field name='a' optional='true'/></t:group>";
  EXPECT_EQ(Prepared(group, R"({"g": {}})").dump(), "data\n");
  EXPECT_EQ(Prepared(group, R"({"g": ""})").dump(), "data\n");
  EXPECT_EQ(Prepared(group, R"({"g": {"a": "x"}})").dump(), "data\n  g\n    a \"x\"\n");
  EXPECT_EQ(
      Prepared("<t:group name='g'><t:field name='a' optional='true'/></t:group>", R"({"g": {}})")
          .dump(),
      "data\n  g\n");
}

TEST(PrepareTest, EmptyOpenRowsStay) {
  EXPECT_EQ(Prepared("<t:group name='r' repeat='true' optional='true' open='true'/>",
                     R"({"r": [{}, {"a": "", "b": "x"}]})")
                .dump(),
            "data\n  r\n  r\n    a\n    b \"x\"\n");
}

TEST(PrepareTest, WrongTypesAreAllReported) {
  const std::string fields = R"(<t:field name="d" label="Д" type="date"/>
<t:field name="n" type="number"/><t:field name="m" type="money"/><t:field name="i" type="integer"/>
<t:field name="b" type="boolean"/><t:field name="c" type="choice" values="в работе|готово"/>)";
  const Prepared job(fields,
                     "{\"d\": \"32.01.2026\",\n\"n\": \"много\",\n\"m\": 1.005,\n\"i\": 1.5,\n"
                     "\"b\": \"да\",\n\"c\": \"готова\"}");
  EXPECT_EQ(job.found(), (Found{"T157 d.json:1:7", "T164 d.json:2:6", "T165 d.json:3:6",
                                "T166 d.json:4:6", "T167 d.json:5:6", "T168 d.json:6:6"}));
  EXPECT_EQ(job.message(0), "поле «Д» (d): «32.01.2026» — не дата");
  EXPECT_EQ(job.hint(0), "пишите ГГГГ-ММ-ДД, например 2026-06-05");
  EXPECT_EQ(job.hint(1), "пишите цифрами с точкой, например 1250.5");
  EXPECT_EQ(job.hint(2), "пишите рубли и копейки через точку, например 1250.50");
  EXPECT_EQ(job.hint(3), "пишите одни цифры, например 12");
  EXPECT_EQ(job.hint(4), "допустимо: true, false");
  EXPECT_EQ(job.hint(5), "возможно, вы имели в виду «готово»");
}

TEST(PrepareTest, RightTypesPass) {
  const std::string fields = R"(<t:field name="d" type="date"/><t:field name="n" type="number"/>
<t:field name="m" type="money"/><t:field name="i" type="integer"/><t:field name="b" type="boolean"/>
<t:field name="c" type="choice" values="в работе|готово"/><t:field name="p" type="person"/>)";
  EXPECT_EQ(Prepared(fields, R"({"d": "2026-02-28", "n": -0.125, "m": "1250.50", "i": -7, "b": true,
                                 "c": "в работе", "p": "О.П. Веснина"})")
                .found(),
            Found{});
}

TEST(PrepareTest, CommonSlipsOfDatesAndNumbersAreCorrectedInTheHint) {
  const auto hint = [](const std::string& type, const std::string& value) {
    return Prepared("<t:field name='a' type='" + type + "'/>", "{\"a\": \"" + value + "\"}").hint();
  };
  EXPECT_EQ(hint("date", "05.06.2026"), "напишите 2026-06-05");
  EXPECT_EQ(hint("date", "5.6.2026 г."), "напишите 2026-06-05");
  EXPECT_EQ(hint("date", "31.06.2026"), "пишите ГГГГ-ММ-ДД, например 2026-06-05");
  EXPECT_EQ(hint("date", "5.6"), "пишите ГГГГ-ММ-ДД, например 2026-06-05");
  EXPECT_EQ(hint("date", "5 июня"), "пишите ГГГГ-ММ-ДД, например 2026-06-05");
  EXPECT_EQ(hint("money", "1 250,50"), "напишите 1250.50");
  EXPECT_EQ(hint("number", "12\u00A0500"), "напишите 12500");
  EXPECT_EQ(hint("integer", "1,5"), "пишите одни цифры, например 12");
}

TEST(PrepareTest, LongWrongValuesAreShortened) {
  const std::string value(60, 'x');
  const Prepared job("<t:field name='a' type='integer'/>", "{\"a\": \"" + value + "\"}");
  EXPECT_EQ(job.message(), "поле «a» (a): «" + std::string(40, 'x') + "…» — не целое число");
}

TEST(PrepareTest, ALineBreakInALineIsAWarning) {
  const Prepared job("<t:field name='a'/><t:field name='b' type='text'/>",
                     R"({"a": "x\ny", "b": "x\ny"})");
  EXPECT_EQ(job.found(), Found{"T162 d.json:1:7 (w)"});
  EXPECT_TRUE(job.document);
}

TEST(PrepareTest, RecursionIsBounded) {
  const Prepared good(kOrder,
                      R"({"title": "О", "clauses": [{"text": "1", "clauses": [{"text": "2"}]}]})");
  EXPECT_EQ(good.found(), Found{});
  const Prepared deep(kOrder, R"({"title": "О", "clauses": [{"text": "1", "clauses": [{"text": "2",
"clauses": [{"text": "3"}]}]}]})");
  EXPECT_EQ(deep.found(), Found{"T158 d.json:2:13"});
  EXPECT_EQ(deep.message(), "«Пункты» (clauses) вложены глубже 2 уровней");
}

TEST(PrepareTest, OneLevelOfRecursionIsNone) {
  const Prepared job("<t:group name='g' recursive='1'><t:field name='a'/></t:group>",
                     R"({"g": {"a": "1", "g": {"a": "2"}}})");
  EXPECT_EQ(job.found(), Found{"T158 d.json:1:23"});
}

const std::string kRows = R"(<t:group name="columns" repeat="true"><t:field name="id"/></t:group>
<t:group name="rows" repeat="true" open="columns/id"><t:field name="section" optional="true"/></t:group>)";

TEST(PrepareTest, OpenRowsTakeTheKeysThatAreListed) {
  const Prepared job(kRows, R"({"columns": [{"id": "no"}, {"id": "2021-I"}],
"rows": [{"no": "1", "2021-I": "x"}, {"section": "I"}]})");
  EXPECT_EQ(job.found(), Found{});
}

TEST(PrepareTest, OpenRowsReportKeysThatAreNotListed) {
  const Prepared job(kRows,
                     "{\"columns\": [{\"id\": \"term\"}],\n\"rows\": [{\"trem\": \"1\"},\n"
                     "{\"term\": \"2\", \"extra\": \"x\"},\n{\"sectoin\": \"I\"}]}");
  EXPECT_EQ(job.found(), (Found{"T152 d.json:2:11", "T153 d.json:3:15 (w)", "T152 d.json:4:2"}));
  EXPECT_EQ(job.hint(0), "возможно, вы имели в виду «term»");
  EXPECT_EQ(job.hint(2), "возможно, вы имели в виду «section»");
}

TEST(PrepareTest, TheTemplateKeyIsKnown) {
  EXPECT_EQ(Prepared("", R"({"template": "x"})").found(), Found{});
  const Prepared other("", R"({"template": "y"})");
  EXPECT_EQ(other.found(), Found{"T161 d.json:1:14 (w)"});
  EXPECT_EQ(other.message(), "данные составлены для шаблона «y», а заполняется «x»");
  EXPECT_EQ(Prepared("<t:group name='g'><t:field name='a'/></t:group>",
                     R"({"g": {"a": "1", "template": "x"}})")
                .found(),
            Found{"T153 d.json:1:18 (w)"});
}

TEST(PrepareTest, GivenFieldsAreNotAskedOfTheClerk) {
  const std::string fields = "<t:field name='number' from='registration'/>";
  EXPECT_EQ(Prepared(fields, "{}").found(), Found{});
  Input input;
  input.given = {{"number", "104"}};
  EXPECT_EQ(Prepared(fields, R"({"number": ["1", "2"]})", input).dump(),
            "data\n  number \"104\"\n");
}

TEST(PrepareTest, FieldsOfTheOneGroupAreGiven) {
  const std::string fields =
      "<t:group name='signature' repeat='true'><t:field name='post'/><t:field name='name'/></t:group>";
  Input input;
  input.given = {{"signature/post", "И.о. начальника"}, {"approved/post", "x"}, {"signature/x", "y"}};
  EXPECT_EQ(Prepared(fields, R"({"signature": {"post": "Начальник", "name": "А"}})", input).dump(),
            "data\n  signature\n    name \"А\"\n    post \"И.о. начальника\"\n");
  const std::string two = R"({"signature": [{"post": "1", "name": "А"}, {"post": "2", "name": "Б"}]})";
  EXPECT_EQ(Prepared(fields, two, input).dump(), Prepared(fields, two).dump());
}

struct Office {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<xml::Node> root = xml::read(
      sources, sources.add("office.xml", R"(<office xmlns="urn:chancery:office"><letterhead coat-of-arms="герб.svg">
<line>АДМИНИСТРАЦИЯ</line><line>ОТДЕЛ</line></letterhead>
<posts><post id="p1" title="Начальник отдела" role="head"/><post id="p2" title="Юрист"/></posts>
<people><person id="k1" surname="Веснина" name="Ольга" patronymic="Павловна" post="p1"/></people></office>)"),
      {}, diagnostics);
};

TEST(PrepareTest, DefaultsComeFromTheOffice) {
  const Office office;
  const std::string fields =
      R"X(<t:field name="lines" repeat="true" default-select="office:letterhead()"/>
<t:field name="first" default-select="office:letterhead()"/>
<t:field name="post" default-select="office:post('head')"/>
<t:field name="name" default-select="office:person('p1')"/>
<t:field name="coat" optional="true" default-select="office:coat-of-arms()"/>)X";
  Input input;
  input.office = &*office.root;
  const Prepared job(fields, "{}", input);
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.dump(),
            "data\n  lines \"АДМИНИСТРАЦИЯ\"\n  lines \"ОТДЕЛ\"\n  first \"АДМИНИСТРАЦИЯ\"\n"
            "  post \"Начальник отдела\"\n  name \"О.П. Веснина\"\n  coat \"герб.svg\"\n");
}

TEST(PrepareTest, AnOfficeWithoutACoatOfArmsLeavesItOut) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = xml::read(
      sources, sources.add("office.xml", R"(<office xmlns="urn:chancery:office"/>)"), {}, diagnostics);
  Input input;
  input.office = &*root;
  const Prepared job(
      "<t:field name='a' optional='true' default-select='office:coat-of-arms()'/>", "{}", input);
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.dump(), "data\n");
}

TEST(PrepareTest, WithoutAnOfficeItsDefaultsAreMissing) {
  const Prepared job(
      "<t:field name='a' repeat='true' default-select='office:letterhead()'/>"
      "<t:field name='b' optional='true' default-select=\"office:person('x')\"/>",
      "{}");
  EXPECT_EQ(job.found(), (Found{"T150 d.json:1:1", "T182 x.template.xml:2:115 (w)"}));
}

TEST(PrepareTest, APostThatTheOfficeLacksIsAnErrorEvenOfAnOptionalField) {
  const Office office;
  Input input;
  input.office = &*office.root;
  const Prepared job("<t:field name='a' optional='true' default-select=\"office:person('hed')\"/>",
                     "{}", input);
  EXPECT_EQ(job.found(), Found{"T180 x.template.xml:2:45"});
  EXPECT_EQ(job.hint(0), "возможно, вы имели в виду «head»");
}

TEST(PrepareTest, AVacantPostIsToldAndLeavesTheNameOut) {
  const Office office;
  Input input;
  input.office = &*office.root;
  const Prepared job("<t:field name='a' optional='true' default-select=\"office:person('p2')\"/>",
                     "{}", input);
  EXPECT_EQ(job.found(), Found{"T181 x.template.xml:2:45 (w)"});
  EXPECT_EQ(job.dump(), "data\n");
}

TEST(PrepareTest, DefaultsMayLookAtOtherFields) {
  EXPECT_EQ(Prepared("<t:field name='a'/><t:field name='b' default-select='upper(a)'/>",
                     R"({"a": "приказ"})")
                .dump(),
            "data\n  a \"приказ\"\n  b \"ПРИКАЗ\"\n");
}

TEST(PrepareTest, XmlDataAreCheckedTheSameWay) {
  Job job("<t:fields>" + kOrder + "</t:fields>");
  job.data = data::readXml(job.sources,
                           job.sources.add("d.xml",
                                           "<order>\n<title>О</title>\n<clauses>"
                                           "<txt>а</txt></clauses></order>"),
                           {}, job.diagnostics);
  EXPECT_FALSE(prepare(*job.compiled, *job.data, job.input, job.sources, job.diagnostics));
  job.diagnostics.sort();
  EXPECT_EQ(job.found(), (Found{"T150 d.xml:3:1", "T152 d.xml:3:10"}));
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «text»");
}

}  // namespace
}  // namespace chancery::templates
