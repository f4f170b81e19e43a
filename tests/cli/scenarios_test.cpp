#include <gtest/gtest.h>

#include "office.h"

namespace chancery::cli {
namespace {

constexpr const char* kWorkflow =
    R"(<workflow xmlns="urn:chancery:workflow" id="memo" title="Записка" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="sign" kind="sign" by="role:head" due="1wd" on-overdue="return"/>
</workflow>
)";

std::string scenarios(const std::string& steps) {
  return R"(<scenarios xmlns="urn:chancery:scenario" workflow="memo">
  <person id="lugov"/>
  <person id="vesnina" roles="head"/>
  <scenario title="Подписано" time="2026-06-05T09:00">
)" + steps +
         "  </scenario>\n</scenarios>\n";
}

constexpr const char* kJournal = R"(    <start by="lugov"/>
    <act by="vesnina" answer="sign"/>
    <journal>
      2026-06-05 09:00 start lugov
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 act 1 sign vesnina (sign)
      2026-06-05 09:00 done render-final (sign)
    </journal>
)";

void write(const ProgramOffice& office, const std::string& steps) {
  writeFile(office.path("memo.workflow.xml"), kWorkflow);
  writeFile(office.path("memo.scenario.xml"), scenarios(steps));
}

TEST(Scenarios, ArePassedAndWhatTheyLeaveOutIsTold) {
  const ProgramOffice office;
  write(office, kJournal);
  const Ended ended = office.run({"test", "memo.workflow.xml"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out,
            "memo: сценариев 1\n"
            "  прошёл    Подписано\n"
            "Пройдено переходов маршрута: 4 из 8, 50 %\n"
            "Не пройдены:\n"
            "  «Подготовка проекта»: проект не изготовлен\n"
            "  «Подписание» (role:head): Вернуть на доработку\n"
            "  «Подписание» (role:head): срок истёк\n"
            "  «Подписание»: документ не изготовлен\n");
  const Ended json = office.run({"test", "memo.workflow.xml", "--format", "json"});
  EXPECT_TRUE(json.out.starts_with(
      R"({"workflow":"memo","file":"memo.scenario.xml","scenarios":[{"title":"Подписано","passed":true,"events":4}],"coverage":{"taken":4,"all":8,"percent":50,"missing":[)"))
      << json.out;
}

TEST(Scenarios, TheFirstDifferenceIsShownAndMayBeTakenOver) {
  const ProgramOffice office;
  std::string wrong = kJournal;
  wrong.replace(wrong.find("act 1 sign"), 10, "act 1 agree");
  write(office, wrong);
  const Ended ended = office.run({"test", "memo.workflow.xml"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.out, "  НЕ ПРОШЁЛ Подписано\n")) << ended.out;
  EXPECT_EQ(ended.err,
            "memo.scenario.xml:10:7: ошибка [J207]: в истории другое: «2026-06-05 09:00 act 1 sign "
            "vesnina (sign)», ожидалось «2026-06-05 09:00 act 1 agree vesnina (sign)»\n"
            "    подсказка: если так и должно быть: chancery test … --update\n");
  const Ended updated = office.run({"test", "memo.workflow.xml", "--update"});
  EXPECT_EQ(updated.code, 0) << updated.err;
  EXPECT_TRUE(has(updated.out, "История записана: memo.scenario.xml\n")) << updated.out;
  EXPECT_EQ(readFile(office.path("memo.scenario.xml"), 1 << 20), scenarios(kJournal));
  EXPECT_EQ(office.run({"test", "memo.workflow.xml"}).code, 0);
}

TEST(Scenarios, AStepThatFailsIsNotTakenOver) {
  const ProgramOffice office;
  const std::string steps =
      "    <start by=\"lugov\"/>\n    <act by=\"lugov\" answer=\"sign\"/>\n"
      "    <journal/>\n";
  write(office, steps);
  const Ended ended = office.run({"test", "memo.workflow.xml", "--update"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.err, "memo.scenario.xml:6:5: ошибка [J202]")) << ended.err;
  EXPECT_EQ(readFile(office.path("memo.scenario.xml"), 1 << 20), scenarios(steps));
}

TEST(Scenarios, AreCheckedAndMissed) {
  const ProgramOffice office;
  write(office, "    <start by=\"lugov\"/>\n    <act by=\"max\" answer=\"sign\"/>\n");
  const Ended checked = office.run({"check", "memo.scenario.xml"});
  EXPECT_EQ(checked.code, 1);
  EXPECT_TRUE(has(checked.err, "memo.scenario.xml:6:10: ошибка [J102]")) << checked.err;
  std::filesystem::remove(office.path("memo.scenario.xml"));
  const Ended missing = office.run({"test", "memo.workflow.xml"});
  EXPECT_EQ(missing.code, 1);
  EXPECT_TRUE(has(missing.err, "A231")) << missing.err;
  EXPECT_EQ(office.run({"test", "memmo"}).code, 1);
}

TEST(Scenarios, OfANewOfficePass) {
  const ProgramOffice office;
  for (const char* workflow : {"order", "personnel-order", "report", "roadmap"}) {
    const Ended ended =
        office.inOffice({"check", std::string("o/workflows/") + workflow + ".workflow.xml"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    const Ended tested = office.run({"test", workflow, "--office", "o"});
    EXPECT_EQ(tested.code, 0) << tested.err;
    EXPECT_TRUE(has(tested.out, " 100 %")) << tested.out;
  }
}

}  // namespace
}  // namespace chancery::cli
