#include "app/forecast.h"

#include <gtest/gtest.h>

#include "app/calendars.h"
#include "flow/step.h"

namespace chancery::app {
namespace {

const Resources kProduct{CHANCERY_PROJECT_DIR};

constexpr const char* kOffice =
    R"(<office xmlns="urn:chancery:office" id="o" timezone="Asia/Yekaterinburg">
  <posts><post id="head" title="Начальник отдела" role="head"/><post id="deputy" title="Заместитель начальника" role="deputy-head"/>
    <post id="lawyer" title="Юрисконсульт" role="lawyer"/><post id="clerk" title="Делопроизводитель" role="clerk"/></posts>
  <people>
    <person id="vesnina" surname="Веснина" name="Ольга" patronymic="Павловна" post="head"/>
    <person id="lugov" surname="Лугов" name="Пётр" patronymic="Андреевич" post="deputy"/>
    <person id="svetlova" surname="Светлова" name="Ирина" patronymic="Дмитриевна" post="lawyer"/>
    <person id="yaseneva" surname="Ясенева" name="Анна" patronymic="Игоревна" post="clerk"/>{0}
  </people>{1}
</office>)";

constexpr const char* kAway =
    R"(<substitution post="head" by="lugov" from="2026-06-15" to="2026-06-20" basis="приказ от 01.06.2026 № 61-л" shown-as="И.о. начальника отдела"/>)";

Office officeOf(const std::string& people, const std::string& rest) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("office.xml", fill(kOffice, {people, rest}));
  auto office = parseOffice(sources, source, diagnostics);
  EXPECT_TRUE(office) << formatText(diagnostics, Language::english);
  return *office;
}

/// A document by Yaseneva, just begun on Friday 5 June 2026 in Yekaterinburg, and its forecast.
struct Begun {
  explicit Begun(const std::string& stages, const std::string& rest = {},
                 const std::string& people = {}, std::string caseData = "{}")
      : office(officeOf(people, rest)), data(std::move(caseData)) {
    Sources sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add(
        "w",
        "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"Приказ\" template=\"order\">"
        "<stage id=\"draft\" kind=\"draft\"/>" +
            stages + "</workflow>");
    auto definition = flow::parse(sources, source, {}, diagnostics);
    EXPECT_TRUE(definition) << formatText(diagnostics, Language::english);
    open.row.id = "1";
    open.row.title = "О школе";
    open.row.workflow = "w";
    open.core = std::make_shared<const flow::Core>(flow::compile(std::move(*definition)));
    flow::Event start;
    start.moment = now;
    start.person = "yaseneva";
    take(start);
    flow::Event done;
    done.kind = flow::Event::Kind::done;
    done.moment = now;
    done.key = open.state.tokens.front().id;
    take(done);
    calendar = openCalendar({"ru", {}}, kProduct, diagnostics);
  }
  void take(const flow::Event& event) {
    open.state = std::get<flow::Next>(flow::step(*open.core, open.state, event)).state;
  }
  void make() {
    outlook.emplace(office, calendar);
    expected = runtime::forecast(open, {"data.json", data, {}}, *outlook, now);
    directory.emplace(office, calendar, &clock);
  }
  ForecastReport report() { return {open, office, *directory, expected, Date{2026, 6, 5}}; }
  std::string text(Language language) {
    make();
    return forecastText(report(), language);
  }
  std::string json() {
    make();
    return forecastJson(report());
  }
  std::string warnings(Language language = Language::english) {
    make();
    Diagnostics diagnostics;
    warnOfDelays(report(), diagnostics);
    return formatText(diagnostics, language);
  }

  Moment now = *parseMoment("2026-06-05T03:00:00Z");
  Office office;
  std::string data;
  std::optional<lang::Calendar> calendar;
  runtime::OpenCase open;
  FixedClock clock{now};
  std::optional<OfficeOutlook> outlook;
  std::optional<OfficeDirectory> directory;
  runtime::Forecast expected;
};

constexpr const char* kStages = R"(
  <stage id="visas" kind="coordinate" title="Согласование" due="3wd"><reviewer by="role:deputy-head"/><reviewer by="role:lawyer"/></stage>
  <stage id="sign" kind="sign" title="Подписание" by="role:head"/>
  <stage id="send" kind="distribute" title="Рассылка" to="list:schools" by="role:clerk" due="P1D"/>)";
constexpr const char* kSchools =
    R"(<list id="schools" title="Школы"><addressee title="Школа 1"/><addressee title="Школа 2"/></list>)";

TEST(ForecastText, TellsPeopleDaysAndWhatIsAssumed) {
  Begun begun(kStages, std::string(kAway) + kSchools);
  EXPECT_EQ(begun.text(Language::russian),
            "Прогноз на 05.06.2026: документ 1 «О школе», маршрут «Приказ»\n"
            "  1. Согласование: 05.06.2026 – 16.06.2026\n"
            "     П.\u00A0А.\u00A0Лугов, заместитель начальника (роль deputy-head), задача 1\n"
            "       с 05.06.2026 до 10.06.2026, срок 3\u00A0рабочих дня\n"
            "     И.\u00A0Д.\u00A0Светлова, юрисконсульт (роль lawyer)\n"
            "       с 10.06.2026 до 16.06.2026, срок 3\u00A0рабочих дня\n"
            "  2. Подписание: 16.06.2026\n"
            "     П.\u00A0А.\u00A0Лугов, заместитель начальника (роль head)\n"
            "       И.о. начальника отдела, замещает: О.\u00A0П.\u00A0Веснина, начальник отдела – "
            "с 15.06.2026 по 20.06.2026, приказ от 01.06.2026 № 61-л\n"
            "       с 16.06.2026, срок не задан\n"
            "  3. Рассылка: 16.06.2026 – 17.06.2026\n"
            "     А.\u00A0И.\u00A0Ясенева, делопроизводитель (роль clerk)\n"
            "       с 16.06.2026 до 17.06.2026, срок 1\u00A0день; адресатов: 2\n"
            "  Окончание: не раньше 17.06.2026 – там, где срок не задан, время не считается\n"
            "  Самое раннее: 05.06.2026, если каждый ответит сразу\n"
            "  При условии, что каждый соглашается в последний день своего срока, документ не "
            "возвращают, не\n"
            "  отзывают и не снимают с рассмотрения, а данные и office.xml остаются такими, как "
            "сегодня.\n");
  EXPECT_EQ(begun.warnings(), "");
}

TEST(ForecastText, SpeaksEnglish) {
  Begun begun(kStages, std::string(kAway) + kSchools);
  const std::string text = begun.text(Language::english);
  EXPECT_EQ(text.substr(0, text.find("  2. ")),
            "Forecast on 05.06.2026: document 1 “О школе”, workflow “Приказ”\n"
            "  1. Согласование: 05.06.2026 – 16.06.2026\n"
            "     П.\u00A0А.\u00A0Лугов, заместитель начальника (role deputy-head), task 1\n"
            "       from 05.06.2026 to 10.06.2026, term 3 working days\n"
            "     И.\u00A0Д.\u00A0Светлова, юрисконсульт (role lawyer)\n"
            "       from 10.06.2026 to 16.06.2026, term 3 working days\n");
  EXPECT_NE(text.find("И.о. начальника отдела, stands in for: О.\u00A0П.\u00A0Веснина"),
            std::string::npos);
  EXPECT_NE(text.find("  The end: 17.06.2026 at the earliest"), std::string::npos) << text;
}

TEST(ForecastText, TellsWhatWillHoldTheDocumentUp) {
  Begun begun(
      R"(<stage id="visas" kind="coordinate" title="Согласование" due="3wd" on-overdue="return">
                   <reviewer by="role:accountant"/></stage>
                 <stage id="sign" kind="sign" title="Подписание" by="person:vesnina" due="3wd"/>)",
      kAway);
  begun.now = *parseMoment("2026-06-12T03:00:00Z");
  EXPECT_EQ(
      begun.warnings(),
      "warning [A232]: nobody holds the role “accountant” on 12.06.2026: the document will stop at "
      "the stage “Согласование”\n    hint: appoint somebody in office.xml\n"
      "warning [A236]: the term of the stage “Согласование” ended on 10.06.2026: the next look at "
      "terms sends the document back\n    hint: answer before “chancery tick” runs\n"
      "warning [A235]: О.\u00A0П.\u00A0Веснина, начальник отдела is away from 15.06.2026 to "
      "20.06.2026, and nobody else has the task of the stage “Подписание”\n    hint: ask for an "
      "answer before, or wait; a task that is not personal is handed on: chancery delegate\n");
  const std::string text = begun.text(Language::russian);
  EXPECT_NE(text.find("     некому (роль accountant), задача 1\n"
                      "       срок истёк 10.06.2026, ожидается теперь, 12.06.2026\n"
                      "       внимание: роль никто не занимает\n"
                      "       внимание: ближайшая проверка сроков вернёт документ на доработку\n"),
            std::string::npos)
      << text;
  EXPECT_NE(
      text.find(
          "     О.\u00A0П.\u00A0Веснина, начальник отдела\n"
          "       внимание: отсутствует с 15.06.2026 по 20.06.2026, приказ от 01.06.2026 № 61-л\n"
          "       с 12.06.2026 до 17.06.2026, срок 3\u00A0рабочих дня\n"),
      std::string::npos)
      << text;
}

TEST(ForecastText, TellsWhoMayNotAnswer) {
  Begun begun(
      R"(<stage id="visas" kind="coordinate" title="Согласование" due="3wd"><reviewer by="role:lawyer"/></stage>
         <stage id="sign" kind="sign" title="Подписание" by="role:clerk" due="P1D"/>)");
  begun.open.state.tokens.front().person = "lugov";
  EXPECT_EQ(
      begun.warnings(),
      "warning [A234]: at the stage “Согласование” the task will lie on 10.06.2026 with somebody "
      "who is not entitled to it\n    hint: let them put it back (chancery put-back), or a "
      "supervisor give it on (chancery reassign)\n"
      "warning [A233]: “role:clerk” is nobody but the author on 11.06.2026, who does not judge "
      "the own document: it will stop at the stage “Подписание”\n    hint: appoint somebody else "
      "in office.xml, or allow it in the workflow: author=\"allowed\"\n");
  const std::string text = begun.text(Language::english);
  EXPECT_NE(text.find("     nobody can (role lawyer), task 1\n"
                      "       from 05.06.2026 to 10.06.2026, term 3 working days\n"
                      "       attention: who has the task is not entitled to it\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("attention: this is only the author"), std::string::npos) << text;
}

TEST(ForecastText, TellsManyPeopleInOneLine) {
  std::string people;
  std::string names;
  for (const char* surname : {"Аистов", "Белов", "Волков", "Гусев", "Дроздов", "Ежов", "Жуков"}) {
    const std::string id = "p" + std::to_string(names.size());
    people +=
        "<person id=\"" + id + "\" surname=\"" + surname + "\" name=\"Иван\" post=\"clerk\"/>";
    names += (names.empty() ? "\"" : ",\"") + id + '"';
  }
  Begun begun(
      "<stage id=\"sign\" kind=\"sign\" title=\"Подписание\" by=\"role:head\" due=\"P1D\"/>"
      "<stage id=\"read\" kind=\"acquaint\" title=\"Ознакомление\" each=\"who\" due=\"3wd\"/>",
      {}, people, "{\"who\": [" + names + ",\"lugov\",\"nobody\"]}");
  const std::string text = begun.text(Language::russian);
  const std::string post = ", делопроизводитель";
  EXPECT_NE(text.find("  2. Ознакомление: 06.06.2026 – 10.06.2026\n"
                      "     внимание: в office.xml нет таких сотрудников: nobody\n"
                      "     И.\u00A0Аистов" +
                      post + "; И.\u00A0Белов" + post + "; И.\u00A0Волков" + post +
                      "; И.\u00A0Гусев" + post + "; И.\u00A0Дроздов" + post +
                      " и ещё 3\n"
                      "       с 06.06.2026 до 10.06.2026, срок 3\u00A0рабочих дня\n"
                      "  Окончание: 10.06.2026\n"),
            std::string::npos)
      << text;
  EXPECT_NE(begun.warnings().find("warning [A237]: “nobody”"), std::string::npos);
}

TEST(ForecastText, TellsOfAClosedDocumentThatNothingLiesAhead) {
  Begun begun(kStages, kSchools);
  begun.open.state.status = flow::CaseStatus::cancelled;
  EXPECT_EQ(begun.text(Language::russian),
            "У документа 1 впереди ничего нет: Снято с рассмотрения\n");
  EXPECT_EQ(begun.json(),
            "{\"case\":\"1\",\"title\":\"О школе\",\"workflow\":\"w\",\"on\":\"2026-06-05\","
            "\"status\":\"cancelled\",\"stages\":[],\"outcome\":null,\"end\":null,\"exact\":false,"
            "\"earliest\":null}\n");
}

TEST(ForecastJson, HoldsEverythingThatTheTextTells) {
  Begun begun(
      "<stage id=\"sign\" kind=\"sign\" title=\"Подписание\" by=\"role:head\" after=\"P10D\" "
      "due=\"1wd\"/>",
      kAway);
  EXPECT_EQ(
      begun.json(),
      "{\"case\":\"1\",\"title\":\"О "
      "школе\",\"workflow\":\"w\",\"on\":\"2026-06-05\",\"status\":\"running\","
      "\"stages\":[{\"stage\":\"sign\",\"title\":\"Подписание\",\"kind\":\"sign\",\"from\":\"2026-"
      "06-05\","
      "\"to\":\"2026-06-16\",\"term\":\"1wd\",\"begins\":\"2026-06-15\",\"unknown\":[],\"parts\":[]"
      ",\"tasks\":[{"
      "\"task\":null,"
      "\"asked\":\"role:head\",\"subject\":null,\"from\":\"2026-06-15\",\"to\":\"2026-06-16\","
      "\"due\":\"2026-06-16\",\"pace\":\"term\",\"gap\":null,\"silent\":false,\"escalated\":false,"
      "\"spared\":false,\"returning\":false,\"people\":[{\"person\":\"lugov\",\"name\":\"П.\u00A0А."
      "\u00A0Лугов, "
      "заместитель "
      "начальника\",\"insteadOf\":{\"person\":\"vesnina\",\"by\":\"lugov\",\"post\":\"И.о. "
      "начальника отдела\",\"basis\":\"приказ от 01.06.2026 № 61-л\",\"from\":\"2026-06-15\","
      "\"to\":\"2026-06-20\"},\"away\":null}]}]}],\"outcome\":\"finished\",\"end\":\"2026-06-16\","
      "\"exact\":true,\"earliest\":\"2026-06-05\"}\n");
}

TEST(OfficeOutlook, KnowsWhoStandsInOnEachDay) {
  const Office office = officeOf({}, kAway);
  OfficeOutlook outlook(office, {});
  const auto holders = [&](const char* moment) {
    return outlook.at(*parseMoment(moment)).holdersOf("head");
  };
  EXPECT_EQ(holders("2026-06-14T18:59:00Z"), std::vector<std::string>{"vesnina"});
  EXPECT_EQ(holders("2026-06-14T19:00:00Z"), std::vector<std::string>{"lugov"});  // the 15th there
  EXPECT_EQ(holders("2026-06-20T19:00:00Z"), std::vector<std::string>{"vesnina"});
  EXPECT_TRUE(outlook.absencesOn({2026, 6, 14}).empty());
  EXPECT_TRUE(outlook.absencesOn({2026, 6, 21}).empty());
  const runtime::Absence absence{
      "vesnina",     "lugov",      "head", "И.о. начальника отдела", "приказ от 01.06.2026 № 61-л",
      {2026, 6, 15}, {2026, 6, 20}};
  EXPECT_EQ(outlook.absencesOn({2026, 6, 15}), std::vector<runtime::Absence>{absence});
  EXPECT_EQ(outlook.absencesOn({2026, 6, 20}), std::vector<runtime::Absence>{absence});
}

}  // namespace
}  // namespace chancery::app
