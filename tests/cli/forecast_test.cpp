#include <gtest/gtest.h>

#include "office.h"

// What lies ahead of a document, as people ask for it.
namespace chancery::cli {
namespace {

constexpr const char* kWorkflow =
    R"(<workflow xmlns="urn:chancery:workflow" id="secret" title="Приказ" template="order" access="closed">
  <stage id="draft" kind="draft"/>
  <stage id="visas" kind="coordinate" due="3wd"><group><reviewer by="role:deputy-head"/><reviewer by="role:accountant"/></group>
    <reviewer by="role:lawyer"/></stage>
  <stage id="sign" kind="sign" by="role:head" due="2wd"><registration series="orders"/></stage>
</workflow>)";

class ForecastCommand : public testing::Test {
 protected:
  void start(const char* workflow) {
    writeFile(office_.path("o/workflows/secret.workflow.xml"), kWorkflow);
    const Ended started =
        office_.inOffice({"start", workflow, "--data", "order.json", "--as", "yaseneva"});
    EXPECT_EQ(started.code, 0) << started.err;
  }
  void change(const std::string& from, const std::string& to) {
    std::string text = readFile(office_.path("o/office.xml"), 100000);
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), to);
    writeFile(office_.path("o/office.xml"), text);
  }
  ProgramOffice office_;
};

TEST_F(ForecastCommand, TellsTheWayToTheEnd) {
  start("order");
  change("  <store",
         "  <substitution post=\"head\" by=\"lugov\" from=\"2026-06-16\" to=\"2026-06-20\" "
         "basis=\"приказ от 01.06.2026 № 61-л\" shown-as=\"И.о. начальника отдела\"/>\n  <store");
  const Ended told = office_.inOffice({"forecast", "1"});
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_EQ(told.err, "");
  EXPECT_TRUE(has(told.out, "Прогноз на 05.06.2026: документ 1 «О школе»")) << told.out;
  // 11 June is worked, the 12th is a holiday, the 13th and 14th a weekend.
  EXPECT_TRUE(has(told.out, "       с 10.06.2026 до 16.06.2026, срок 3\u00A0рабочих дня\n"))
      << told.out;
  EXPECT_TRUE(has(told.out, "И.о. начальника отдела, замещает: О.\u00A0П.\u00A0Веснина"))
      << told.out;
  EXPECT_TRUE(has(told.out, "  Окончание: 18.06.2026\n  Самое раннее: 05.06.2026,")) << told.out;
  const Ended english = office_.inOffice({"forecast", "1", "--lang", "en"});
  EXPECT_TRUE(has(english.out, "  The end: 18.06.2026\n")) << english.out;
  const Ended json = office_.inOffice({"forecast", "1", "--format", "json"});
  EXPECT_TRUE(has(json.out,
                  "\"outcome\":\"finished\",\"end\":\"2026-06-18\",\"exact\":true,"
                  "\"earliest\":\"2026-06-05\"}\n"))
      << json.out;
  EXPECT_EQ(office_.run({"verify", "o"}).code, 0);
}

TEST_F(ForecastCommand, WarnsOfARoleThatNobodyHolds) {
  start("order");
  change("role=\"lawyer\"", "");
  const Ended told = office_.inOffice({"forecast", "1"});
  EXPECT_EQ(told.code, 0);
  EXPECT_TRUE(has(told.err, "A232")) << told.err;
  EXPECT_TRUE(has(told.out, "некому (роль lawyer)")) << told.out;
}

TEST_F(ForecastCommand, ExpectsOverdueTasksNow) {
  start("order");
  const Ended told =
      office_.run({"forecast", "1", "--office", "o", "--time", "2026-07-06T09:00:00Z"});
  EXPECT_TRUE(has(told.out, "срок истёк 10.06.2026, ожидается теперь, 06.07.2026")) << told.out;
}

TEST_F(ForecastCommand, OfARestrictedDocumentIsNotShownToOthers) {
  start("secret");
  const Ended nobody = office_.inOffice({"forecast", "1"});
  EXPECT_EQ(nobody.code, 1);
  EXPECT_TRUE(has(nobody.err, "A172")) << nobody.err;
  EXPECT_EQ(nobody.out, "");
  EXPECT_EQ(office_.inOffice({"forecast", "1", "--as", "svetlova"}).code, 0);
}

TEST_F(ForecastCommand, SaysThatNothingLiesAhead) {
  start("order");
  ASSERT_EQ(
      office_.inOffice({"act", "1", "cancel", "--remark", "не нужен", "--as", "vesnina"}).code, 0);
  const Ended told = office_.inOffice({"forecast", "1"});
  EXPECT_EQ(told.code, 0);
  EXPECT_EQ(told.out, "У документа 1 впереди ничего нет: Снято с рассмотрения\n");
  const Ended json = office_.inOffice({"forecast", "1", "--format", "json"});
  EXPECT_TRUE(has(json.out, "\"status\":\"cancelled\",\"stages\":[]")) << json.out;
}

constexpr const char* kWhole =
    R"(<workflow xmlns="urn:chancery:workflow" id="whole" title="Приказ с планом" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="visas" kind="coordinate" due="1wd"><reviewer by="role:lawyer"/></stage>
  <stage id="plans" kind="parts" items="appendices" workflow="appendix"/>
  <stage id="sign" kind="sign" by="role:head" due="2wd"/>
</workflow>)";
constexpr const char* kAppendix = R"("appendices": [{"template": "roadmap", "heading": "План",
  "columns": [{"id": "no", "title": "№"}, {"id": "measure", "title": "Мероприятие"}],
  "rows": [{"no": "1", "measure": "Открыть школу"}]}], "clauses": [{"text": "Утвердить план (приложение)."}])";

TEST_F(ForecastCommand, WaitsForAppendicesByTheirOwnForecast) {
  std::string data = kOrderData;
  const std::string clauses = R"("clauses": [{"text": "Открыть школу."}])";
  data.replace(data.find(clauses), clauses.size(), kAppendix);
  writeFile(office_.path("order.json"), data);
  writeFile(office_.path("o/workflows/whole.workflow.xml"), kWhole);
  start("whole");
  const Ended before = office_.inOffice({"forecast", "1"});
  EXPECT_EQ(before.code, 0) << before.err;
  EXPECT_TRUE(has(before.out, "     «План»: ещё не начато, его время не считается\n"))
      << before.out;
  EXPECT_TRUE(has(before.out, "  Окончание: не раньше 10.06.2026")) << before.out;
  ASSERT_EQ(office_.inOffice({"act", "1", "agree", "--as", "svetlova"}).code, 0);
  const Ended begun = office_.inOffice({"forecast", "1"});
  EXPECT_TRUE(
      has(begun.out, "     документ 2, «План»: до 10.06.2026; подробнее – chancery forecast 2\n"))
      << begun.out;
  EXPECT_TRUE(has(begun.out, "  Окончание: 15.06.2026\n  Самое раннее: 05.06.2026,")) << begun.out;
  EXPECT_TRUE(has(office_.inOffice({"forecast", "2"}).out, "  Окончание: 10.06.2026\n"));
  EXPECT_TRUE(has(office_.inOffice({"forecast", "1", "--format", "json"}).out,
                  R"("parts":[{"case":"2","title":"План","to":"2026-06-10"}])"));
}

TEST_F(ForecastCommand, NamesADocumentThatIsNotThere) {
  start("order");
  const Ended told = office_.inOffice({"forecast", "7"});
  EXPECT_EQ(told.code, 1);
  EXPECT_TRUE(has(told.err, "S101")) << told.err;
  EXPECT_TRUE(has(told.err, "chancery inbox --as")) << told.err;
  EXPECT_EQ(office_.inOffice({"forecast"}).code, 2);
  EXPECT_TRUE(has(office_.run({"forecast", "--help"}).out, "chancery forecast 1 --format json"));
}

}  // namespace
}  // namespace chancery::cli
