#include "runtime/people.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "office.h"
#include "runtime/timekeeper.h"

namespace chancery::runtime {
namespace {

std::string names(const Found& found) {
  std::string text;
  for (const flow::Asked& asked : found.asked) {
    text += asked.person + "|" + asked.subject + "|" + asked.due + "\n";
  }
  for (const std::string& name : found.unknown) text += "?" + name + "\n";
  return text;
}

constexpr const char* kClauses = R"({"clauses": [
  {"text": "Провести", "responsible": ["lawyer", "deputy"], "due": "2026-12-11"},
  {"text": "Доложить", "responsible": [{"name": "lawyer"}], "due": "до 24 декабря 2027 г."},
  {"text": "Следить", "due": "постоянно"}]})";

TEST(People, AreFoundByThePathsOfADefinition) {
  const TestDirectory directory;
  EXPECT_EQ(names(findPeople("clauses/responsible", kClauses, directory)), "lawyer||\ndeputy||\n");
  EXPECT_EQ(names(findPeople("role:head", kClauses, directory)), "head||\n");
  EXPECT_EQ(names(findPeople("role:nobody", kClauses, directory)), "");
  EXPECT_EQ(names(findPeople("nothing/here", kClauses, directory)), "");
  EXPECT_EQ(names(findPeople("clauses/text", kClauses, directory)),
            "?Провести\n?Доложить\n?Следить\n");
  EXPECT_THROW(findPeople("count(clauses)", kClauses, directory), WorldError);
  EXPECT_THROW(findPeople("clauses", "{", directory), WorldError);
}

TEST(Items, HaveASubjectAndTheOneDayOfTheirTerm) {
  EXPECT_EQ(names(findItems("clauses[due]", kClauses, {2026, 6, 5})),
            "|Провести|2026-12-11\n|Доложить|2027-12-24\n|Следить|\n");
  const std::string longText(1000, 'x');
  const Found found = findItems("rows", R"({"rows": [{"measure": ")" + longText + R"("}]})", {});
  EXPECT_EQ(found.asked.front().subject, std::string(200, 'x') + "…");
}

constexpr const char* kTermsWorkflow =
    R"(<workflow xmlns="urn:chancery:workflow" id="order" title="Приказ" template="order" supervisor="role:head"
  access="closed">
  <stage id="draft" kind="draft"/>
  <stage id="visas" kind="coordinate" due="3wd" remind="1wd" on-overdue="escalate" escalate-to="role:head"
    mode="parallel"><reviewer by="role:deputy-head"/><reviewer by="role:lawyer"/></stage>
  <stage id="sign" kind="sign" by="role:head" due="date:deadline" remind="P2D"/>
  <stage id="read" kind="acquaint" each="readers" after="P1D" due="P3D"/>
  <stage id="watch" kind="control" by="role:clerk" items="clauses"/>
</workflow>)";
constexpr const char* kTermsData = R"({"title": "О школе", "deadline": "2026-07-01",
  "readers": ["lawyer"], "clauses": [{"text": "Сделать", "due": "2026-08-01"}]})";

std::string ticks(TestOffice& office, const char* time) {
  office.clock.set(*parseMoment(time));
  std::string text;
  for (const Tick& tick :
       Timekeeper(*office.store, office.blobs, office.directory, office.clock).run()) {
    text += std::string(flow::wordOf(tick.kind)) + " " + tick.task + " " + tick.stage + " " +
            toIso(tick.due) + " " + tick.holders + "\n";
  }
  return text;
}

TEST(Timekeeper, RemindsAndEscalatesOnce) {
  TestOffice office{std::string(kTermsWorkflow)};
  const std::string id = office.start(kTermsData);
  office.work();
  // 2026-06-05 and three working days of the test's calendar.
  EXPECT_EQ(ticks(office, "2026-06-06T09:00:00Z"), "");
  EXPECT_EQ(ticks(office, "2026-06-07T09:00:00Z"),
            "remind 1 Согласование 2026-06-08 <deputy>\nremind 2 Согласование 2026-06-08 <lawyer>\n");
  EXPECT_EQ(ticks(office, "2026-06-08T20:59:00Z"), "");
  EXPECT_EQ(office.act(id, "2", flow::Outcome::agree, "lawyer"), "");
  EXPECT_EQ(ticks(office, "2026-06-08T21:01:00Z"),
            "lapse 1 Согласование 2026-06-08 <deputy>; <head>\n");
  // What is overdue is told again and again; nothing more is done.
  EXPECT_EQ(ticks(office, "2026-06-09T21:01:00Z"),
            "remind 1 Согласование 2026-06-08 <deputy>; <head>\n");
  EXPECT_EQ(office.view.inbox("head").size(), 1u);
  EXPECT_EQ(office.view.inbox("deputy").size(), 1u);
  EXPECT_EQ(office.act(id, "1", flow::Outcome::agree, "head"), "");
  EXPECT_EQ(ticks(office, "2026-06-29T09:00:00Z"), "remind 3 Подписание 2026-07-01 <head>\n");
}

TEST(Timekeeper, AJournalWithTermsReplays) {
  TestOffice office{std::string(kTermsWorkflow)};
  office.start(kTermsData);
  office.work();
  ticks(office, "2026-06-09T09:00:00Z");
  EXPECT_EQ(office.verify(), "");
}

TEST(Closed, ADocumentIsShownToThoseWhoTakePart) {
  TestOffice office{std::string(kTermsWorkflow)};
  const std::string id = office.start(kTermsData);
  EXPECT_TRUE(office.view.mayLook(id, "author"));
  EXPECT_TRUE(office.view.mayLook(id, "head"));
  EXPECT_FALSE(office.view.mayLook(id, "accountant"));
  EXPECT_FALSE(office.view.mayLook(id, ""));
  TestOffice open;
  EXPECT_TRUE(open.view.mayLook(open.start(), ""));
}

TEST(Terms, ThatGiveNoDayAreToldWhileTheAuthorCanMendThem) {
  TestOffice office(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/>
    <stage id="s" kind="sign" by="role:head"/>
    <stage id="c" kind="control" items="clauses" by="role:lawyer" title="Контроль"/></workflow>)");
  const auto started = [&](const std::string& term) {
    EXPECT_NE(office.start(R"({"clauses": [{"text": "A", "due": "постоянно"}, {"text": "B", "due": ")" +
                           term + "\"}]}"),
              "");
    return office.findings();
  };
  const std::string hint =
      "    подсказка: напишите день («до 10 июля 2026 года») или открытый срок («постоянно»); как "
      "понят срок, показывает chancery deadline\n";
  EXPECT_EQ(started("2026-02-30"),
            "data.json: предупреждение [S141]: пункт 2, срок «2026-02-30»: дня 2026-02-30 нет; на "
            "этапе «Контроль» у задачи не будет срока\n" + hint);
  EXPECT_EQ(started("скоро"),
            "data.json: предупреждение [S142]: пункт 2, срок «скоро» не понят или понятен двояко: "
            "на этапе «Контроль» у задачи не будет срока\n" + hint);
  EXPECT_EQ(started("до 10 июля 2026 года"), "");
  EXPECT_EQ(started("по мере необходимости"), "");
  EXPECT_EQ(started("ежемесячно"), "");
}

}  // namespace
}  // namespace chancery::runtime
