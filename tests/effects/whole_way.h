#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/error.h"
#include "base/file.h"
#include "effects/worker.h"
#include "fake_renderer.h"
#include "runtime/office.h"
#include "runtime/registrar.h"

/// A whole way of an order – refused, reworked, its plan reviewed in a case of its own, sent back,
/// signed, published – beside a number kept by hand. Whoever begins it again goes on where the store stands.
namespace chancery::effects {

/// What people would do next, told from what they see.
inline flow::Outcome answerTo(const runtime::TaskView& task, int round) {
  switch (task.kind) {
    case flow::StageKind::draft:
      return flow::Outcome::submit;
    case flow::StageKind::sign:
      return round == 2 ? flow::Outcome::sendBack : flow::Outcome::sign;
    default:
      return round == 1 && task.selector == "role:accountant" ? flow::Outcome::refuse
                                                              : flow::Outcome::agree;
  }
}

/// The order's workflow, with a stage at which its plan goes a workflow of its own.
inline runtime::Bundle bundleWithParts() {
  std::string workflow = runtime::kOrderWorkflow;
  workflow.insert(workflow.find("<stage id=\"sign\""),
                  R"(<stage id="plans" kind="parts" items="plans" workflow="plan"/>)");
  constexpr const char* kPlan =
      R"(<workflow xmlns="urn:chancery:workflow" id="plan" title="План" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="visa" kind="coordinate"><reviewer by="role:deputy-head"/></stage>
</workflow>)";
  return {workflow, {{"order.template.xml", "<template/>"}, {"plan.workflow.xml", kPlan}}};
}

inline constexpr const char* kDataWithPlan =
    R"({"title": "О школе", "cost": 5, "plans": [{"title": "План"}]})";

/// The first document that somebody has to do something about; else the order.
inline std::optional<runtime::CaseView> nextCase(const runtime::View& view) {
  for (int id = 1; auto card = view.find(std::to_string(id)); ++id) {
    if (!card->tasks.empty()) return card;
  }
  return view.find("1");
}

/// One life of the program in the office's folder. `seen` grows to the entries that people have
/// seen in the document's journal. Errors: WorldError also when an effect fails.
inline void wholeWay(const std::filesystem::path& folder, store::Store& store,
                 const std::function<void()>& onRender, std::uint64_t& seen) {
  const store::Blobs blobs(folder / "blobs");
  const runtime::TestDirectory directory;
  const FixedClock clock(*parseMoment("2026-06-05T09:00:00Z"));
  runtime::Desk desk(store, blobs, directory, clock);
  runtime::Workbench bench(store, blobs, directory, clock);
  runtime::Registrar registrar(store, directory, clock);
  const runtime::View view(store, blobs, directory);
  FakeRenderer renderer;
  renderer.onCall = onRender;
  Worker worker(bench, renderer, blobs, Site(folder / "site"), Site(folder / "outgoing"));

  const runtime::Bundle bundle = bundleWithParts();
  const runtime::Series& series = directory.series.at("orders");
  for (;;) {
    if (!worker.drain().empty()) throw WorldError("carry out", "effect", "it failed");
    const auto card = nextCase(view);
    Diagnostics diagnostics;
    if (!card) {
      ASSERT_EQ(desk.start(bundle, "author", {"data.json", kDataWithPlan}, diagnostics), "1");
      continue;
    }
    seen = std::max(seen, view.find("1")->row.version);
    if (card->tasks.empty()) return;
    if (card->state.round == 2 && view.registerOf(series).empty()) {
      ASSERT_TRUE(registrar.reserve(series, "на бумаге", "author", diagnostics));
    }
    const runtime::TaskView& task = card->tasks.front();
    const std::string person =
        task.selector == "author" ? "author" : directory.holdersOf(task.selector.substr(5)).front();
    const flow::Outcome outcome = answerTo(task, card->state.round);
    ASSERT_TRUE(desk.act({card->row.id, task.id, outcome, person, "замечание", {}, {}}, diagnostics))
        << formatText(diagnostics, Language::english);
  }
}

inline std::string endState(const std::filesystem::path& folder) {
  const auto store = store::openSqlite(folder / "office.db");
  const auto transaction = store->begin(store::Access::read);
  std::string text;
  for (const store::CaseRow& row : transaction->cases()) text += row.state + row.head + '\n';
  for (const store::NumberRow& row : transaction->numbers("")) {
    text += row.text + ' ' + std::string(store::wordOf(row.status)) + '\n';
  }
  text += std::to_string(transaction->outbox().size()) + " effects\n";
  return text + readFile(folder / "site/orders/order-2026-06-05-2-од.pdf", 1000);
}

inline std::string verify(const std::filesystem::path& folder) {
  const auto store = store::openSqlite(folder / "office.db");
  const store::Blobs blobs(folder / "blobs");
  Diagnostics diagnostics;
  runtime::verify(*store, blobs, diagnostics);
  return formatText(diagnostics, Language::english);
}

}  // namespace chancery::effects
