#include "effects/worker.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "fake_renderer.h"
#include "runtime/office.h"

namespace chancery::effects {
namespace {

using flow::Outcome;
using runtime::TestOffice;

struct Works {
  explicit Works(std::string workflow = runtime::kOrderWorkflow)
      : office(std::move(workflow)),
        worker(office.bench, renderer, office.blobs, Site(office.folder.path() / "site"),
               Site(office.folder.path() / "outgoing")) {}

  std::string file(const std::string& id, bool isFinal) {
    const auto view = office.view.find(id);
    for (const flow::File& kept : view->state.files) {
      if (kept.isFinal == isFinal && kept.round == view->state.round) {
        return office.blobs.require(kept.hash);
      }
    }
    return "";
  }
  std::string coordinate(const std::string& data = runtime::kData) {
    const std::string id = office.start(data);
    worker.drain();
    office.act(id, "1", Outcome::agree, "deputy");
    office.act(id, "2", Outcome::agree, "accountant");
    office.act(id, "3", Outcome::agree, "lawyer");
    return id;
  }
  std::filesystem::path published() const {
    return office.folder.path() / "site/orders/order-2026-06-05-1-од.pdf";
  }

  TestOffice office;
  FakeRenderer renderer;
  Worker worker;
};

TEST(Worker, NothingToDo) {
  Works works;
  EXPECT_FALSE(works.worker.runOnce());
  EXPECT_TRUE(works.worker.drain().empty());
}

TEST(Worker, ADraftsFilesAreKeptForTheRound) {
  Works works;
  const std::string id = works.office.start();
  const auto attempt = works.worker.runOnce();
  ASSERT_TRUE(attempt);
  EXPECT_EQ(attempt->caseId, id);
  EXPECT_EQ(attempt->kind, flow::EffectKind::renderDraft);
  EXPECT_EQ(attempt->failure, "");
  EXPECT_EQ(works.file(id, false),
            std::string("pdf of order/ ") + runtime::kData + " at 2026-06-05T09:00:00.000Z");
  EXPECT_FALSE(works.worker.runOnce());
  EXPECT_EQ(works.office.verify(), "");
}

TEST(Worker, SignsRegistersAndPublishesWhatWasRendered) {
  Works works;
  const std::string id = works.coordinate();
  works.office.act(id, "4", Outcome::sign, "head");
  EXPECT_TRUE(works.worker.drain().empty());
  const std::string expected = std::string("pdf of order/ ") + runtime::kData +
                               " at 2026-06-05T09:00:00.000Z date=2026-06-05 number=1-од";
  EXPECT_EQ(works.file(id, true), expected);
  EXPECT_EQ(readFile(works.published(), 1000), expected);
  EXPECT_EQ(works.renderer.count, 2);
  EXPECT_EQ(works.office.view.find(id)->row.status, "finished");
  const auto history = works.office.view.history(id);
  EXPECT_EQ(history.back().event.facts.front().first, "orders/order-2026-06-05-1-од.pdf");
  EXPECT_EQ(works.office.verify(), "");
}

TEST(Worker, TheSheetBearsWhoSignedInAnothersPlace) {
  Works works;
  works.office.directory.roles["deputy"].push_back("head");
  works.office.directory.capacities["deputy head"] = {"И.о. начальника", "П. Лугов", "приказ 61-л"};
  const std::string id = works.coordinate();
  EXPECT_EQ(works.office.act(id, "4", Outcome::sign, "deputy"), "");
  EXPECT_TRUE(works.worker.drain().empty());
  const std::string bytes = works.file(id, true);
  EXPECT_NE(bytes.find("signature/post=И.о. начальника signature/name=П. Лугов"),
            std::string::npos)
      << bytes;
}

constexpr const char* kAfterwards =
    R"(<workflow xmlns="urn:chancery:workflow" id="order" title="Приказ" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="sign" kind="sign" by="role:head"/>
  <stage id="send" kind="distribute" to="list:schools"/>
  <stage id="read" kind="acquaint" each="readers" after="P1D"/>
</workflow>)";

TEST(Worker, CopiesGoOutAndPeopleAreFoundOnceTheDayHasCome) {
  Works works{std::string(kAfterwards)};
  works.office.directory.roles["stranger"] = {};
  const std::string id = works.office.start(R"({"readers": ["lawyer", "stranger"]})");
  works.worker.drain();
  works.office.act(id, "1", Outcome::sign, "head");
  EXPECT_TRUE(works.worker.drain().empty());
  EXPECT_TRUE(std::filesystem::exists(works.office.folder.path() / "outgoing/schools/order-1.pdf"));
  EXPECT_EQ(works.office.tasks(id), "");  // it waits for tomorrow
  works.office.clock.set(*parseMoment("2026-06-06T09:00:00Z"));
  works.office.directory.roles.erase("stranger");  // who has left meanwhile
  const auto later = [&] {
    return Worker(works.office.bench, works.renderer, works.office.blobs,
                  Site(works.office.folder.path() / "site"),
                  Site(works.office.folder.path() / "outgoing"))
        .drain();
  };
  const auto failures = later();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_NE(failures.front().failure.find("stranger"), std::string::npos);
  works.office.directory.roles["stranger"] = {};
  EXPECT_TRUE(later().empty());
  EXPECT_EQ(works.office.view.inbox("lawyer").size(), 1u);
  EXPECT_EQ(works.office.act(id, "2", Outcome::acquaint, "lawyer"), "");
  EXPECT_EQ(works.office.act(id, "3", Outcome::acquaint, "stranger"), "");
  EXPECT_EQ(works.office.view.find(id)->row.status, "finished");
  EXPECT_EQ(works.office.verify(), "");
}

TEST(Worker, DataThatCannotBeRenderedGoBackWithTheReason) {
  Works works;
  const std::string id = works.office.start(R"({"title": "BROKEN"})");
  works.worker.drain();
  EXPECT_EQ(works.office.tasks(id), "1 author\n");
  EXPECT_EQ(works.office.view.find(id)->state.rejection,
            "data.json:3:4: ошибка [E900]: нет печати");
}

TEST(Worker, TheFormIsCheckedByTheStagesRulesOnTheOfficesDay) {
  Works works(R"(<workflow xmlns="urn:chancery:workflow" id="order" title="Приказ" template="order">
    <stage id="draft" kind="draft"/>
    <stage id="norms" kind="check" profile="strict" on-errors="draft"/>
    <stage id="sign" kind="sign" by="role:head"/>
  </workflow>)");
  works.office.clock.set(*parseMoment("2026-06-05T22:00:00Z"));  // the 6th in the office
  const std::string unfit = works.office.start(R"({"title": "UNFIT"})");
  works.worker.drain();
  EXPECT_EQ(works.office.tasks(unfit), "1 author\n");
  EXPECT_EQ(works.office.view.find(unfit)->state.rejection,
            "strict 2026-06-06:5:6: ошибка [E900]: нет печати");
  const std::string fit = works.office.start();
  works.worker.drain();
  EXPECT_EQ(works.office.tasks(fit), "1 role:head\n");
}

TEST(Worker, AFinalFileThatCannotBeMadeGivesItsNumberBack) {
  Works works;
  const std::string id = works.coordinate(R"({"title": "SEALED", "cost": 1})");
  works.office.act(id, "4", Outcome::sign, "head");
  EXPECT_TRUE(works.worker.drain().empty());
  EXPECT_EQ(works.office.tasks(id), "5 author\n");
  EXPECT_TRUE(works.office.store->begin(store::Access::read)->numbers("").empty());
}

TEST(Worker, AFailureIsNotedAndTheRestGoesOn) {
  Works works;
  const std::string first = works.coordinate();
  works.office.act(first, "4", Outcome::sign, "head");
  writeFile(works.office.folder.path() / "site", "not a folder");
  const std::string second = works.office.start();
  const auto failures = works.worker.drain();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].caseId, first);
  EXPECT_EQ(failures[0].kind, flow::EffectKind::publish);
  EXPECT_FALSE(failures[0].failure.empty());
  EXPECT_EQ(works.office.tasks(second), "1 role:deputy-head\n2 role:accountant\n");
  EXPECT_EQ(works.office.view.find(first)->effects.front().attempts, 1);

  std::filesystem::remove(works.office.folder.path() / "site");
  Worker later(works.office.bench, works.renderer, works.office.blobs,
               Site(works.office.folder.path() / "site"),
               Site(works.office.folder.path() / "outgoing"));
  const int rendered = works.renderer.count;
  EXPECT_TRUE(later.drain().empty());
  EXPECT_EQ(works.renderer.count, rendered);  // published bytes are never rendered again
  EXPECT_TRUE(std::filesystem::exists(works.published()));
}

TEST(Worker, ADamagedCaseDoesNotHoldUpTheOthers) {
  Works works;
  const std::string first = works.office.start();
  works.office.bundle.files.front().bytes = "<other/>";
  const std::string second = works.office.start();
  writeFile(works.office.blobs.pathOf(works.office.view.find(first)->row.bundle), "damaged");
  const auto failures = works.worker.drain();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].caseId, first);
  EXPECT_EQ(failures[0].kind, flow::EffectKind::renderDraft);
  EXPECT_EQ(works.office.tasks(second), "1 role:deputy-head\n2 role:accountant\n");
  EXPECT_EQ(works.office.store->begin(store::Access::read)->outbox().front().attempts, 1);
}

TEST(Worker, TheCheckOfFormIsAStageOfItsOwn) {
  const char* workflow =
      R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t" profile="p">
    <stage id="d" kind="draft"/><stage id="c" kind="check" profile="strict"/>
    <stage id="s" kind="approve" by="role:head"/><stage id="p" kind="publish"/></workflow>)";
  Works works(workflow);
  const std::string id = works.office.start("{}");
  works.worker.drain();
  EXPECT_EQ(works.office.tasks(id), "1 role:head\n");
  works.office.act(id, "1", Outcome::approve, "head");
  works.worker.drain();
  EXPECT_EQ(works.file(id, true),
            "pdf of t/p {} at 2026-06-05T09:00:00.000Z approvalDate=2026-06-05");
  EXPECT_EQ(readFile(works.office.folder.path() / "site/w-1.docx", 1000),
            "docx of t/p {} at 2026-06-05T09:00:00.000Z approvalDate=2026-06-05");
}

// The office's day begins three hours before that of Greenwich.
TEST(Worker, TheFinalFileBearsTheOfficesDayOfTheApproval) {
  Works works(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/><stage id="s" kind="approve" by="role:head"/></workflow>)");
  const std::string id = works.office.start("{}");
  works.worker.drain();
  EXPECT_EQ(works.file(id, false), "pdf of t/ {} at 2026-06-05T09:00:00.000Z");
  works.office.clock.set(*parseMoment("2026-06-05T21:30:00Z"));
  works.office.act(id, "1", Outcome::approve, "head");
  works.office.clock.set(*parseMoment("2026-06-09T09:00:00Z"));
  works.worker.drain();
  EXPECT_EQ(works.file(id, true),
            "pdf of t/ {} at 2026-06-05T21:30:00.000Z approvalDate=2026-06-06");
}

TEST(Worker, TwoDocumentsWithOneNameAreBothPublished) {
  Works works;
  works.office.directory.series["orders"].pattern = "{n}";
  const auto folder = works.office.folder.path() / "site/orders";
  std::filesystem::create_directories(folder);
  writeFile(folder / "order-2026-06-05-1.pdf", "of another workflow called order");
  const std::string id = works.coordinate();
  works.office.act(id, "4", Outcome::sign, "head");
  EXPECT_TRUE(works.worker.drain().empty());
  EXPECT_EQ(readFile(folder / "order-2026-06-05-1_1.pdf", 1000), works.file(id, true));
  EXPECT_EQ(works.office.view.history(id).back().event.facts.front().first,
            "orders/order-2026-06-05-1_1.pdf");
  EXPECT_EQ(readFile(folder / "order-2026-06-05-1.pdf", 1000), "of another workflow called order");
}

TEST(Worker, AnyExceptionHoldsUpOneDocumentOnly) {
  Works works;
  const std::string first = works.office.start();
  const std::string second = works.office.start();
  works.renderer.onCall = [&] {
    if (works.renderer.count == 1) throw std::length_error("too long");
  };
  const auto failures = works.worker.drain();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].caseId, first);
  EXPECT_EQ(failures[0].failure, "too long");
  EXPECT_EQ(works.office.tasks(second), "1 role:deputy-head\n2 role:accountant\n");
}

TEST(Worker, NothingToPublishIsAFailure) {
  Works works;
  const std::string id = works.coordinate();
  works.office.act(id, "4", Outcome::sign, "head");
  works.office.step();  // reserve
  const auto found = works.office.bench.take(works.office.bench.pending().front());
  works.office.bench.finish(*found, {});  // rendered to no file
  const auto failures = works.worker.drain();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].failure, "publish order-2026-06-05-1-од: the document has no final file");
  EXPECT_EQ(works.office.view.find(id)->row.status, "running");
}

TEST(Worker, AFormThatIsNotInOrderGoesBack) {
  const char* workflow = R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/><stage id="c" kind="check"/></workflow>)";
  Works works(workflow);
  const std::string id = works.office.start("{}");
  works.worker.runOnce();
  const auto rows = works.office.bench.pending();
  const auto work = works.office.bench.take(rows.front());
  works.office.bench.reject(*work, "нет подписи");
  EXPECT_EQ(works.office.view.find(id)->state.rejection, "нет подписи");
  EXPECT_EQ(works.office.tasks(id), "1 author\n");
}

TEST(Worker, TheTimeInTheFilesIsThatOfTheEffectNotOfTheAttempt) {
  Works works;
  const std::string id = works.office.start();
  works.office.clock.set(*parseMoment("2026-06-07T09:00:00Z"));
  works.worker.drain();
  EXPECT_NE(works.file(id, false).find(" at 2026-06-05T09:00:00.000Z"), std::string::npos);
}

}  // namespace
}  // namespace chancery::effects
