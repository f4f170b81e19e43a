#include "runtime/view.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "office.h"
#include "store/sqlite/database.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;

TEST(Inbox, ShowsEverybodyTheirOwnTasks) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  const auto tasks = office.view.inbox("deputy");
  ASSERT_EQ(tasks.size(), 1u);
  const TaskView& task = tasks.front();
  EXPECT_EQ(task.caseId, id);
  EXPECT_EQ(task.document, "О школе");
  EXPECT_EQ(task.id, "1");
  EXPECT_EQ(task.kind, flow::StageKind::coordinate);
  EXPECT_EQ(task.stage, "Согласование");
  EXPECT_EQ(task.holders, "<deputy>");
  EXPECT_EQ(task.selector, "role:deputy-head");
  EXPECT_EQ(task.opened, *parseMoment("2026-06-05T09:00:00Z"));
  EXPECT_EQ(task.due, (flow::Term{3, true}));
  EXPECT_EQ(task.dueOn, (Date{2026, 6, 8}));
  EXPECT_EQ(task.outcomes,
            (std::vector<Outcome>{Outcome::agree, Outcome::agreeWithRemarks, Outcome::refuse}));
  EXPECT_EQ(office.view.inbox("accountant").front().id, "2");
  EXPECT_TRUE(office.view.inbox("lawyer").empty());
  EXPECT_TRUE(office.view.inbox("author").empty());
  EXPECT_TRUE(office.view.inbox("ghost").empty());
}

TEST(Inbox, CountsCalendarTermsFromTheNextDay) {
  TestOffice office;
  office.startAndCoordinate();
  const auto tasks = office.view.inbox("head");
  ASSERT_EQ(tasks.size(), 1u);
  EXPECT_EQ(tasks.front().due, (flow::Term{5, false}));
  EXPECT_EQ(tasks.front().dueOn, (Date{2026, 6, 10}));
}

TEST(Inbox, LeavesOutWhatTheAuthorMayNotAnswer) {
  TestOffice office;
  office.directory.roles["author"] = {"deputy-head"};
  office.start();
  office.work();
  EXPECT_TRUE(office.view.inbox("author").empty());
  EXPECT_EQ(office.view.inbox("deputy").size(), 1u);
  EXPECT_EQ(office.view.inbox("deputy").front().holders, "<deputy>");
}

TEST(Inbox, SaysWhyNobodyMayAnswer) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  const auto first = [&] { return office.view.find(id)->tasks.front(); };
  EXPECT_EQ(first().stuck, std::nullopt);
  Diagnostics told;
  ASSERT_TRUE(
      office.desk.handOver({flow::Event::Kind::claim, id, "1", "deputy", {}, {}}, told));
  office.directory.roles["deputy"].clear();  // somebody else's post now
  office.directory.roles["other"] = {"deputy-head"};
  EXPECT_EQ(first().holders, "<deputy>");
  EXPECT_EQ(first().stuck, Stuck::taken);
  EXPECT_TRUE(office.view.inbox("other").empty());
  ASSERT_TRUE(
      office.desk.handOver({flow::Event::Kind::putBack, id, "1", "deputy", {}, {}}, told));
  EXPECT_EQ(first().holders, "<other>");
  EXPECT_EQ(first().stuck, std::nullopt);
  office.directory.roles.erase("other");
  EXPECT_EQ(first().holders, "role:deputy-head");
  EXPECT_EQ(first().stuck, Stuck::vacant);
}

TEST(Card, ShowsRoundVisasAndWhatIsPossible) {
  TestOffice office;
  const std::string id = office.start();
  EXPECT_FALSE(office.view.find("2"));
  CaseView view = *office.view.find(id);
  ASSERT_EQ(view.effects.size(), 1u);
  EXPECT_EQ(view.effects[0].kind, flow::EffectKind::renderDraft);
  EXPECT_EQ(view.effects[0].stage, "Подготовка проекта");
  office.bench.fail(office.bench.pending().front(), "disk full");
  view = *office.view.find(id);
  EXPECT_EQ(view.effects[0].attempts, 1);
  EXPECT_EQ(view.effects[0].failure, "disk full");
  office.work();
  office.act(id, "1", Outcome::refuse, "deputy", "срок");
  view = *office.view.find(id);
  ASSERT_EQ(view.visas.size(), 1u);
  EXPECT_EQ(view.visas[0].person, "<deputy>");
  EXPECT_EQ(view.visas[0].stage, "Согласование");
  EXPECT_EQ(view.visas[0].outcome, Outcome::refuse);
  EXPECT_EQ(view.visas[0].remark, "срок");
  EXPECT_EQ(view.withdrawals,
            (std::vector<std::pair<flow::Allow::Act, std::string>>{
                {flow::Allow::Act::recall, "<author>"}, {flow::Allow::Act::cancel, "<head>"}}));
  EXPECT_TRUE(view.effects.empty());
}

TEST(Card, NothingIsPossibleAfterTheEnd) {
  TestOffice office;
  const std::string id = office.startAndCoordinate();
  office.act(id, "4", Outcome::sign, "head");
  EXPECT_TRUE(office.view.find(id)->withdrawals.empty());
  office.work();
  const CaseView view = *office.view.find(id);
  EXPECT_TRUE(view.withdrawals.empty());
  EXPECT_TRUE(view.tasks.empty());
}

TEST(History, TellsEveryEventWithItsStage) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  office.act(id, "2", Outcome::refuse, "accountant", "нет денег");
  office.act(id, "1", Outcome::agree, "deputy");
  office.act(id, "3", Outcome::submit, "author");
  office.work();
  std::string text;
  for (const HistoryLine& line : office.view.history(id)) {
    text += std::to_string(line.round) + ' ' + std::string(flow::wordOf(line.event.kind)) + ' ' +
            line.event.person + ' ' + line.stage +
            (line.effect ? ' ' + std::string(flow::wordOf(*line.effect)) : "") + '\n';
  }
  EXPECT_EQ(text,
            "1 start author Подготовка проекта\n"
            "1 done  Подготовка проекта render-draft\n"
            "1 act accountant Согласование\n"
            "1 act deputy Согласование\n"
            "2 act author Подготовка проекта\n"
            "2 done  Подготовка проекта render-draft\n");
  EXPECT_TRUE(office.view.history("9").empty());
}

// ---- verify ----

class Tampered : public testing::Test {
 protected:
  Tampered() {
    id_ = office_.startAndCoordinate();
    office_.act(id_, "4", Outcome::sign, "head");
    office_.step();
  }
  std::string codes() {
    Diagnostics found;
    verify(*office_.store, office_.blobs, found);
    std::string result;
    for (const Diagnostic& d : found.all()) result += std::string(d.message->code) + ' ';
    return result;
  }
  void change(const std::string& sql);
  TestOffice office_;
  std::string id_;
};

void Tampered::change(const std::string& sql) {
  store::sqlite::Database database((office_.folder.path() / "office.db").string());
  database.execute(sql.c_str());
}

TEST_F(Tampered, AnUntouchedStoreHolds) {
  EXPECT_EQ(codes(), "");
  Diagnostics found;
  const Verification result = verify(*office_.store, office_.blobs, found);
  EXPECT_EQ(result.cases, 1u);
  EXPECT_EQ(result.entries, 7u);
}

TEST_F(Tampered, APayload) {
  change("UPDATE entries SET payload = replace(payload, 'deputy', 'lawyer') WHERE sequence = 3");
  EXPECT_NE(codes().find("S201 "), std::string::npos);
  EXPECT_NE(
      office_.verify().find("история документа 1 нарушена: запись 3, содержание записи изменено"),
      std::string::npos);
}

TEST_F(Tampered, AMissingEntry) {
  change("DELETE FROM entries WHERE sequence = 7");
  EXPECT_NE(codes().find("S202 S201 "), std::string::npos);
}

TEST_F(Tampered, TheState) {
  change("UPDATE cases SET state = replace(state, 'author=\"author\"', 'author=\"deputy\"')");
  EXPECT_EQ(codes(), "S204 ");
}

TEST_F(Tampered, AStateThatNamesWhatIsNotThere) {
  change("UPDATE cases SET state = replace(state, 'node=\"', 'node=\"99')");
  EXPECT_THROW(office_.view.find(id_), WorldError);
  change("UPDATE cases SET state = 'nonsense'");
  EXPECT_THROW(office_.view.find(id_), WorldError);
  EXPECT_EQ(codes(), "S204 ");
}

TEST_F(Tampered, TheStatus) {
  change("UPDATE cases SET status = 'finished'");
  EXPECT_EQ(codes(), "S204 ");
}

TEST_F(Tampered, TheTasks) {
  change("INSERT INTO tasks VALUES (1, '9', 'role:head', 'sign', '2026-06-05T09:00:00.000Z')");
  EXPECT_EQ(codes(), "S205 ");
}

TEST_F(Tampered, TheOutbox) {
  change("DELETE FROM outbox");
  EXPECT_EQ(codes(), "S206 ");
}

TEST_F(Tampered, TheRegister) {
  change("UPDATE numbers SET date = '2026-01-01'");
  EXPECT_EQ(codes(), "S207 ");
}

TEST_F(Tampered, ANumberThatNoHistoryKnows) {
  change("INSERT INTO numbers VALUES ('orders', 2026, 9, '9-од', '2026-06-05', 1, 'annulled', '', '')");
  EXPECT_EQ(codes(), "S207 ");
}

TEST_F(Tampered, ABlob) {
  writeFile(office_.blobs.pathOf(office_.view.find(id_)->state.files.front().hash), "other");
  EXPECT_EQ(codes(), "S209 ");
}

TEST_F(Tampered, TheBundle) {
  std::filesystem::remove(office_.blobs.pathOf(office_.view.find(id_)->row.bundle));
  EXPECT_EQ(codes(), "S210 S207 S209 ");
}

TEST_F(Tampered, AnErasedPayloadLeavesTheChainWhole) {
  change("UPDATE entries SET payload = NULL WHERE sequence = 3");
  EXPECT_EQ(codes(), "");
  EXPECT_EQ(office_.view.history(id_).size(), 6u);
}

TEST_F(Tampered, AForgedContinuation) {
  store::Change forged;
  forged.caseId = id_;
  forged.version = 7;
  forged.payload =
      "event version=\"1\" kind=\"act\" moment=\"2026-06-05T09:00:00.000Z\" "
      "person=\"lawyer\" task=\"99\" outcome=\"sign\"\n";
  forged.status = "running";
  forged.state = office_.view.find(id_)->row.state;
  const auto t = office_.store->begin(store::Access::write);
  t->append(forged);
  t->commit();
  EXPECT_NE(codes().find("S203 "), std::string::npos);
}

}  // namespace
}  // namespace chancery::runtime
