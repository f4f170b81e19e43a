#pragma once

#include <map>
#include <memory>
#include <string>

#include "runtime/desk.h"
#include "runtime/verify.h"
#include "runtime/view.h"
#include "runtime/workbench.h"
#include "store/sqlite_store.h"
#include "store/temporary_folder.h"

namespace chancery::runtime {

/// Five people of an invented office: author (clerk), deputy, accountant, lawyer, head.
class TestDirectory : public Directory {
 public:
  bool knows(std::string_view person) const override { return roles.contains(std::string(person)); }
  std::vector<std::string> rolesOf(std::string_view person) const override {
    const auto found = roles.find(std::string(person));
    return found == roles.end() ? std::vector<std::string>{} : found->second;
  }
  std::vector<std::string> holdersOf(std::string_view role) const override {
    std::vector<std::string> result;
    for (const auto& [person, held] : roles) {
      for (const std::string& name : held) {
        if (name == role) result.push_back(person);
      }
    }
    return result;
  }
  std::optional<Capacity> capacityOf(std::string_view person,
                                     std::string_view role) const override {
    const auto found = capacities.find(std::string(person) + " " + std::string(role));
    return found == capacities.end() ? std::nullopt : std::optional(found->second);
  }
  std::optional<Capacity> ownCapacityOf(std::string_view person) const override {
    return Capacity{"post of " + std::string(person), nameOf(person), {}};
  }
  std::string nameOf(std::string_view person) const override {
    return "<" + std::string(person) + ">";
  }
  std::vector<std::string> findPeople(std::string_view printed) const override {
    return knows(printed) ? std::vector<std::string>{std::string(printed)}
                          : std::vector<std::string>{};
  }
  // Every seventh day is a day off, as 1970-01-01 is.
  std::optional<Date> dayBehind(Date from, int days, bool working) const override {
    std::int64_t day = toDayNumber(from);
    for (int left = days < 0 ? -days : days; left > 0;) {
      day += days < 0 ? -1 : 1;
      if (!working || day % 7 != 0) --left;
    }
    return fromDayNumber(day);
  }
  Date dayOf(Moment moment) const override {
    constexpr std::int64_t kHour = 3'600'000;
    return fromDayNumber((moment.milliseconds + 3 * kHour) / (24 * kHour));
  }
  std::string timeOf(Moment moment) const override { return toIso(moment).substr(0, 16); }
  std::optional<Series> findSeries(std::string_view id) const override {
    const auto found = series.find(std::string(id));
    if (found == series.end()) return std::nullopt;
    return found->second;
  }

  std::map<std::string, std::vector<std::string>> roles = {{"author", {"clerk"}},
                                                           {"deputy", {"deputy-head"}},
                                                           {"accountant", {"accountant"}},
                                                           {"lawyer", {"lawyer"}},
                                                           {"head", {"head"}}};
  std::map<std::string, Capacity> capacities = {};  ///< by person and role
  std::map<std::string, Series> series = {{"orders", {"orders", "Приказы", "{n}-од", 1, true}}};
};

/// The order's workflow, shortened: two in parallel, then the lawyer, signing, the site.
inline constexpr const char* kOrderWorkflow =
    R"(<workflow xmlns="urn:chancery:workflow" id="order" title="Приказ" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="visas" kind="coordinate" due="3wd">
    <group><reviewer by="role:deputy-head"/><reviewer by="role:accountant" when="cost > 0"/></group>
    <reviewer by="role:lawyer"/>
  </stage>
  <stage id="sign" kind="sign" by="role:head" due="P5D" remark="required"><registration series="orders"/></stage>
  <stage id="publish" kind="publish" to="orders" formats="pdf"/>
  <allow act="recall" by="author" before="sign" to="draft"/>
  <allow act="cancel" by="role:head" before="sign" remark="required"/>
</workflow>)";

inline constexpr const char* kData = R"({"title": "О школе", "cost": 5})";

/// An office on disk with everything that acts in it, at 2026-06-05T09:00Z until told.
class TestOffice {
 public:
  explicit TestOffice(std::string workflow = kOrderWorkflow)
      : bundle{std::move(workflow), {{"order.template.xml", "<template/>"}}},
        blobs(folder.path() / "blobs"),
        clock(*parseMoment("2026-06-05T09:00:00Z")),
        store(store::openSqlite(folder.path() / "office.db")),
        desk(*store, blobs, directory, clock),
        bench(*store, blobs, directory, clock),
        view(*store, blobs, directory) {}

  std::string start(const std::string& data = kData, const std::string& person = "author") {
    diagnostics = {};
    return desk.start(bundle, person, {"data.json", data}, diagnostics).value_or("");
  }
  /// "" when it was done, else the findings in Russian.
  std::string act(const std::string& caseId, const std::string& task, flow::Outcome outcome,
                  const std::string& person, const std::string& remark = {}) {
    diagnostics = {};
    desk.act({caseId, task, outcome, person, remark, {}, {}}, diagnostics);
    return findings();
  }
  std::string findings() const { return formatText(diagnostics, Language::russian); }

  /// Carries out everything that waits, as if rendering always succeeded.
  void work() {
    for (auto rows = bench.pending(); !rows.empty(); rows = bench.pending()) step();
  }
  /// Carries out the oldest effect; its word.
  std::string step() {
    const auto rows = bench.pending();
    if (rows.empty()) return "";
    const auto found = bench.take(rows.front());
    if (!found) return "stale";
    switch (found->kind) {
      case flow::EffectKind::reserve:
        bench.reserve(*found);
        break;
      case flow::EffectKind::release:
        bench.release(*found);
        break;
      case flow::EffectKind::registration:
        bench.enter(*found);
        break;
      case flow::EffectKind::renderDraft:
      case flow::EffectKind::renderFinal: {
        const std::string hash = blobs.put("file of " + found->row.key);
        bench.finish(*found, {{"pdf", hash}}, {{hash, 1}});
        break;
      }
      default:
        bench.finish(*found, {});
    }
    return std::string(flow::wordOf(found->kind));
  }

  /// «TASK HOLDER» of each open task.
  std::string tasks(const std::string& caseId) {
    std::string result;
    const auto found = view.find(caseId);
    for (const TaskView& task : found->tasks) {
      result += task.id + ' ' + task.selector + '\n';
    }
    return result;
  }
  /// Brings a case to the head's task, which is number 4.
  std::string startAndCoordinate() {
    const std::string id = start();
    work();
    act(id, "1", flow::Outcome::agree, "deputy");
    act(id, "2", flow::Outcome::agree, "accountant");
    act(id, "3", flow::Outcome::agree, "lawyer");
    return id;
  }
  /// "" when everything holds.
  std::string verify() {
    Diagnostics found;
    runtime::verify(*store, blobs, found);
    return formatText(found, Language::russian);
  }

  TemporaryFolder folder;
  Bundle bundle;
  store::Blobs blobs;
  FixedClock clock;
  TestDirectory directory;
  std::unique_ptr<store::Store> store;
  Desk desk;
  Workbench bench;
  View view;
  Diagnostics diagnostics;
};

}  // namespace chancery::runtime
