#include <gtest/gtest.h>

#include "base/error.h"
#include "effects/worker.h"
#include "fake_renderer.h"
#include "runtime/office.h"
#include "runtime/parts.h"

// Parts of a document that go their own way: cases of their own, whose end the whole waits for.

namespace chancery::effects {
namespace {

using flow::Outcome;
using runtime::TestOffice;

constexpr const char* kWhole =
    R"(<workflow xmlns="urn:chancery:workflow" id="order" title="Приказ" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="plans" kind="parts" items="appendices[kind='plan']" workflow="plan"/>
  <stage id="sign" kind="sign" by="role:head"/>
  <allow act="recall" by="author" before="sign" to="draft"/>
</workflow>)";
constexpr const char* kPart =
    R"(<workflow xmlns="urn:chancery:workflow" id="plan" title="План" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="visa" kind="coordinate"><reviewer by="role:deputy-head"/></stage>
  <stage id="rich" kind="coordinate"><reviewer by="role:accountant" when="cost > 10"/></stage>
  <allow act="cancel" by="author" before="rich"/>
</workflow>)";
constexpr const char* kData = R"({"title": "О планах", "appendices": [
  {"kind": "plan", "heading": "План А", "cost": 5, "picture": "a.png"},
  {"kind": "list", "heading": "Состав"},
  {"kind": "plan", "cost": 50}]})";

struct Parts {
  Parts()
      : office(kWhole),
        worker(office.bench, renderer, office.blobs, Site(office.folder.path() / "site"),
               Site(office.folder.path() / "outgoing")) {
    office.bundle.files.push_back({"plan.workflow.xml", kPart});
  }

  std::string start(const std::string& data = kData) {
    office.diagnostics = {};
    const auto id = office.desk.start(office.bundle, "author",
                                      {"data.json", data, {{"a.png", "bytes of a"}, {"b.png", "b"}}},
                                      office.diagnostics);
    drain();
    return id.value_or(office.findings());
  }
  void drain() {
    Worker fresh(office.bench, renderer, office.blobs, Site(office.folder.path() / "site"),
                 Site(office.folder.path() / "outgoing"));
    const auto failures = fresh.drain();
    EXPECT_TRUE(failures.empty()) << failures.front().failure;
  }
  std::string act(const std::string& id, const std::string& task, Outcome outcome,
                  const std::string& person, const std::string& data = {}) {
    office.diagnostics = {};
    runtime::ActRequest request;
    request.caseId = id;
    request.task = task;
    request.outcome = outcome;
    request.person = person;
    request.remark = outcome == Outcome::refuse ? "нет" : "";
    if (!data.empty()) {
      request.data = runtime::HandedData{"data.json", data, {{"a.png", "bytes of a"}}};
    }
    office.desk.act(request, office.diagnostics);
    drain();
    return office.findings();
  }
  const runtime::CaseView view(const std::string& id) { return *office.view.find(id); }
  /// «N: KIND CASE subject» of what the whole waits for.
  std::string waiting(const std::string& id) {
    std::string text;
    const runtime::CaseView found = view(id);
    for (const runtime::EffectView& effect : found.effects) {
      text += std::string(flow::wordOf(effect.kind)) + ' ' + effect.child + ' ' + effect.subject + '\n';
    }
    return text + office.tasks(id);
  }
  std::string data(const std::string& id) {
    return runtime::openData(office.blobs, view(id).state.data.back()).text;
  }

  TestOffice office;
  FakeRenderer renderer;
  Worker worker;
};

TEST(Parts, EachIsACaseOfItsOwnAndTheWholeWaitsForAll) {
  Parts parts;
  const std::string id = parts.start();
  EXPECT_EQ(parts.waiting(id), "await-part 2 План А\nawait-part 3 Приложение 2\n");
  EXPECT_EQ(parts.view("2").row.title, "План А");
  EXPECT_EQ(parts.view("2").row.author, "author");
  EXPECT_EQ(parts.view("2").state.parent, id);
  EXPECT_EQ(parts.data("2"),
            R"({"kind":"plan","heading":"План А","cost":"5","picture":"a.png"})");
  EXPECT_EQ(runtime::openData(parts.office.blobs, parts.view("2").state.data.back()).files.size(),
            2u);  // those of the whole: a template may name them
  EXPECT_EQ(parts.act("2", "1", Outcome::agree, "deputy"), "");
  EXPECT_EQ(parts.view("2").state.status, flow::CaseStatus::finished);  // cheap: no accountant
  EXPECT_EQ(parts.waiting(id), "await-part 3 Приложение 2\n");
  EXPECT_EQ(parts.act("3", "1", Outcome::agree, "deputy"), "");
  EXPECT_EQ(parts.waiting(id), "await-part 3 Приложение 2\n");
  EXPECT_EQ(parts.act("3", "2", Outcome::agree, "accountant"), "");
  EXPECT_EQ(parts.waiting(id), "1 role:head\n");
  EXPECT_EQ(parts.office.verify(), "");
}

TEST(Parts, WithoutAnyTheDocumentGoesOn) {
  Parts parts;
  EXPECT_EQ(parts.waiting(parts.start(R"({"title": "О планах"})")), "1 role:head\n");
}

TEST(Parts, ACancelledOneSendsTheDocumentBackOnceAllHaveEnded) {
  Parts parts;
  const std::string id = parts.start();
  runtime::TestOffice& office = parts.office;
  ASSERT_TRUE(
      office.desk.withdraw("2", flow::Allow::Act::cancel, "author", "", office.diagnostics));
  parts.drain();
  EXPECT_EQ(parts.waiting(id), "await-part 3 Приложение 2\n");
  parts.act("3", "1", Outcome::agree, "deputy");
  parts.act("3", "2", Outcome::agree, "accountant");
  EXPECT_EQ(parts.waiting(id), "1 author\n");
  EXPECT_EQ(parts.view(id).state.rejection, "План А: снято с рассмотрения (документ 2)");
  // Handed in unchanged, what was agreed to is not reviewed again.
  EXPECT_EQ(parts.act(id, "1", Outcome::submit, "author"), "");
  EXPECT_EQ(parts.waiting(id), "await-part 4 План А\n");
  EXPECT_EQ(parts.office.verify(), "");
}

TEST(Parts, AnEditionAgreedToInItsPlaceIsTakenOverByTheAuthor) {
  Parts parts;
  const std::string id = parts.start(R"({"title": "О планах",
    "appendices": [{"kind": "plan", "heading": "План А", "cost": 5, "picture": "a.png"}]})");
  EXPECT_EQ(parts.act("2", "1", Outcome::refuse, "deputy"), "");
  const std::string other = R"({"kind": "plan", "heading": "План Б", "cost": 5, "picture": "a.png"})";
  EXPECT_EQ(parts.act("2", "2", Outcome::submit, "author", other), "");
  EXPECT_EQ(parts.act("2", "3", Outcome::agree, "deputy"), "");
  EXPECT_EQ(parts.waiting(id), "1 author\n");
  EXPECT_NE(parts.view(id).state.rejection.find("согласовано в другой редакции (документ 2)"),
            std::string::npos);
  EXPECT_EQ(parts.act(id, "1", Outcome::submit, "author",
                      R"({"title": "О планах", "appendices": [)" + parts.data("2") + "]}"),
            "");
  EXPECT_EQ(parts.waiting(id), "2 role:head\n");
  EXPECT_EQ(parts.office.verify(), "");
}

TEST(Parts, AnotherPictureUnderTheSameNameIsAnotherEdition) {
  const runtime::HandedData one{"data.json", R"({"p": "a.png"})", {{"a.png", "1"}, {"b.png", "2"}}};
  runtime::HandedData other = one;
  other.files[0].bytes = "x";
  EXPECT_NE(runtime::hashOfPart(one), runtime::hashOfPart(other));
  other = one;
  other.files[1].bytes = "x";  // not named
  EXPECT_EQ(runtime::hashOfPart(one), runtime::hashOfPart(other));
}

TEST(Parts, RecallOfTheDocumentEndsTheirCases) {
  Parts parts;
  const std::string id = parts.start();
  parts.act("2", "1", Outcome::agree, "deputy");
  runtime::TestOffice& office = parts.office;
  ASSERT_TRUE(
      office.desk.withdraw(id, flow::Allow::Act::recall, "author", "", office.diagnostics));
  EXPECT_EQ(parts.view("2").state.status, flow::CaseStatus::finished);
  EXPECT_EQ(parts.view("3").state.status, flow::CaseStatus::cancelled);
  EXPECT_EQ(office.tasks("3"), "");
  parts.drain();
  EXPECT_EQ(parts.act(id, "1", Outcome::submit, "author"), "");
  EXPECT_EQ(parts.waiting(id), "await-part 4 Приложение 2\n");  // План А stays agreed to
  EXPECT_EQ(office.verify(), "");
}

TEST(Parts, DataThatTheirWorkflowCannotReadSendTheDocumentBack) {
  Parts parts;
  const std::size_t from = parts.office.bundle.files.size() - 1;
  std::string& workflow = parts.office.bundle.files[from].bytes;
  workflow.replace(workflow.find("id=\"visa\" kind=\"coordinate\""), 27,
                   "id=\"visa\" kind=\"coordinate\" due=\"date:term\"");
  const std::string id = parts.start(R"({"title": "О планах",
    "appendices": [{"kind": "plan", "term": "скоро"}]})");
  EXPECT_EQ(parts.waiting(id), "1 author\n");
  EXPECT_NE(parts.view(id).state.rejection.find("Приложение 1: "), std::string::npos);
  EXPECT_NE(parts.view(id).state.rejection.find("скоро"), std::string::npos);
  EXPECT_FALSE(parts.office.view.find("2"));
}

TEST(Parts, TheWholeGoesOnInTheSameDrainAsTheLastWorkOfAPart) {
  Parts parts;
  std::string& workflow = parts.office.bundle.files.back().bytes;
  workflow.insert(workflow.find("  <allow"), "  <stage id=\"approve\" kind=\"approve\" by=\"role:head\"/>\n");
  const std::string id = parts.start(R"({"title": "О планах", "appendices": [{"kind": "plan"}]})");
  parts.act("2", "1", Outcome::agree, "deputy");
  EXPECT_EQ(parts.act("2", "2", Outcome::approve, "head"), "");  // its final file is made last
  EXPECT_EQ(parts.waiting(id), "1 role:head\n");
}

TEST(Parts, AnAuthorWhoMayNotBeginThemIsToldAndNothingIsLeft) {
  Parts parts;
  std::string& workflow = parts.office.bundle.files.back().bytes;
  workflow.insert(workflow.find("kind=\"draft\"") + 12, " by=\"role:lawyer\"");
  const std::string id = parts.start();
  EXPECT_EQ(parts.waiting(id), "1 author\n");
  EXPECT_NE(parts.view(id).state.rejection.find("автор не может начать"), std::string::npos);
  EXPECT_FALSE(parts.office.view.find("2"));
  EXPECT_EQ(parts.office.verify(), "");
}

TEST(Parts, FiguresUnderKeysThatAreNoNamesCount) {
  const auto hash = [](const char* data) { return runtime::hashOfPart({"data.json", data}); };
  EXPECT_NE(hash(R"({"2026": "100", "2027": "200"})"), hash(R"({"2026": "200", "2027": "100"})"));
  EXPECT_NE(hash(R"({"2026": "100", "2027": "200"})"), hash(R"({"2027": "100", "2026": "200"})"));
}

TEST(Parts, EachStageReviewsThemItself) {
  Parts parts;
  std::string& workflow = parts.office.bundle.workflow;
  workflow.insert(workflow.find("<stage id=\"sign\""),
                  "<stage id=\"again\" kind=\"parts\" items=\"appendices\" workflow=\"plan\"/>");
  const std::string id =
      parts.start(R"({"title": "О планах", "appendices": [{"kind": "plan", "heading": "План"}]})");
  parts.act("2", "1", Outcome::agree, "deputy");
  EXPECT_EQ(parts.waiting(id), "await-part 3 План\n");
  parts.act("3", "1", Outcome::agree, "deputy");
  EXPECT_EQ(parts.waiting(id), "1 role:head\n");
}

TEST(Parts, DataInXmlMayMixTheirElements) {
  Parts parts;
  const std::string id = parts.start(
      "<order><title>О планах</title><appendices><kind>plan</kind><a>1</a><b>2</b><a>3</a>"
      "</appendices></order>");
  EXPECT_EQ(parts.data("2"), R"({"kind":"plan","a":["1","3"],"b":"2"})");
  parts.act("2", "1", Outcome::agree, "deputy");
  EXPECT_EQ(parts.waiting(id), "1 role:head\n");
}

TEST(Parts, ThatAreNoObjectsAreAFailure) {
  Parts parts;
  std::string& workflow = parts.office.bundle.workflow;
  const std::string items = "appendices[kind='plan']";
  workflow.replace(workflow.find(items), items.size(), "title");
  parts.office.desk.start(parts.office.bundle, "author", {"data.json", kData},
                          parts.office.diagnostics);
  const auto failures = parts.worker.drain();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_NE(failures[0].failure.find("object"), std::string::npos);
}

TEST(Parts, AStartThatIsRepeatedBeginsOneCase) {
  Parts parts;
  parts.office.desk.start(parts.office.bundle, "author", {"data.json", kData},
                          parts.office.diagnostics);
  while (parts.office.bench.pending().front().kind != "start-part") parts.worker.runOnce();
  const auto rows = parts.office.bench.pending();
  const auto work = parts.office.bench.take(rows.front());
  parts.office.bench.startPart(*work);
  parts.office.bench.startPart(*work);  // reported already: nothing happens
  parts.drain();
  EXPECT_EQ(parts.waiting("1"), "await-part 2 План А\nawait-part 3 Приложение 2\n");
  EXPECT_FALSE(parts.office.view.find("4"));
  EXPECT_EQ(parts.office.verify(), "");
}

TEST(Parts, AWorkflowThatTheDocumentDidNotBringAlongIsToldAndTriedAgain) {
  Parts parts;
  parts.office.bundle.files.pop_back();
  parts.office.desk.start(parts.office.bundle, "author", {"data.json", kData},
                          parts.office.diagnostics);
  const auto failures = parts.worker.drain();
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_NE(failures[0].failure.find("plan.workflow.xml"), std::string::npos);
}

}  // namespace
}  // namespace chancery::effects
