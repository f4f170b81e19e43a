#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>

#include "base/file.h"
#include "flow/generator.h"
#include "office.h"
#include "trial_store.h"

// What `why` names as allowed moves the case, and nothing else does: in every state that random
// ways through random sound definitions and the ready-made ones come to.
//
// CHANCERY_RANDOM=N makes N/100 ways (10,000: 100), CHANCERY_SEED=N is the first one's seed. A
// failure names the seed: run that one alone with CHANCERY_RANDOM=100 CHANCERY_SEED=<seed>.

namespace chancery::runtime {
namespace {

using flow::Chance;
using flow::Event;
using flow::Outcome;

unsigned environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

constexpr unsigned kWaysPerWalk = 100;

std::string definitionOf(unsigned seed) {
  static const std::vector<std::string> kReady = {"order", "roadmap", "personnel-order", "report"};
  if (seed % 4 != 0) return flow::soundDefinition(seed);
  const std::string& name = kReady[seed / 4 % kReady.size()];
  return readFile(CHANCERY_PROJECT_DIR "/workflows/" + name + ".workflow.xml", 1 << 20);
}

/// «<a>; <b>» as a screen shows people: a, b.
std::set<std::string> peopleIn(const std::string& words) {
  std::set<std::string> people;
  for (std::size_t at = words.find('<'); at != std::string::npos; at = words.find('<', at + 1)) {
    people.insert(words.substr(at + 1, words.find('>', at) - at - 1));
  }
  return people;
}

struct Possible {
  std::string task;
  Outcome outcome = Outcome::agree;
  std::string person;
};

/// One document's way through an office where people come and go.
class Walk {
 public:
  Walk(TestOffice& office, unsigned seed)
      : office_(office),
        chance_(seed),
        trial_(*office.store),
        trialDesk_(trial_, office.blobs, office.directory, office.clock) {
    office_.bundle.workflow = definitionOf(seed);
    trial_.look = [this](store::Transaction& transaction) { look(transaction); };
    const auto core = Cases(office_.blobs).coreOf(keepBundle(office_.blobs, office_.bundle));
    collectRoles(*core);
    staff();
  }

  void run() {
    id_ = office_.start(data());
    ASSERT_NE(id_, "") << office_.findings() << office_.bundle.workflow;
    for (int i = 0; i < 40 && !testing::Test::HasFailure(); ++i) {
      checkState();
      if (view_->state.status != flow::CaseStatus::running) return;
      move();
    }
  }

  static inline std::size_t accepted = 0;
  static inline std::size_t refused = 0;

 private:
  // ---- the office ----

  void add(const flow::Selector& by) {
    const auto& known = roles_;
    if (by.kind != flow::Selector::Kind::role) return;
    if (std::find(known.begin(), known.end(), by.name) == known.end()) roles_.push_back(by.name);
  }

  void collectRoles(const flow::Core& core) {
    for (const flow::Node& node : core.nodes) add(node.by);
    for (const flow::Stage& stage : core.definition.stages) add(stage.escalateTo);
    for (const flow::Allow& allow : core.definition.allows) add(allow.by);
    if (core.definition.supervisor) add(*core.definition.supervisor);
  }

  // Most roles are held by one, some by two, few by the author alone or by nobody.
  void staff() {
    auto& held = office_.directory.roles;
    held = {{"author", {}}, {"other", {}}};
    for (const std::string& role : roles_) {
      if (chance_.in(90)) held["of-" + role].push_back(role);
      if (chance_.in(20)) held["second-" + role].push_back(role);
      if (chance_.in(12)) held["author"].push_back(role);
    }
    people_.clear();
    for (const auto& [person, roles] : held) people_.push_back(person);
  }

  // Somebody loses a role, or gets one.
  void reappoint() {
    auto& roles = office_.directory.roles[chance_.of(people_)];
    if (!roles.empty() && chance_.in(40)) {
      roles.pop_back();
    } else if (!roles_.empty()) {
      const std::string& role = chance_.of(roles_);
      if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
    }
  }

  std::string data() {
    std::string text = R"({"title": "T", "cost": )" + std::to_string(chance_.below(2));
    for (const char* name : {"c0", "c1", "c2"}) {
      if (chance_.in(50)) text += ", \"" + std::string(name) + "\": \"yes\"";
    }
    for (const char* name : {"p0", "p1", "p2", "sections"}) {
      text += ", \"" + std::string(name) + "\": \"" + std::to_string(chance_.below(2)) + '"';
    }
    std::string people;
    for (std::size_t i = chance_.below(3); i > 0; --i) {
      people += (people.empty() ? "\"" : ", \"") + chance_.of(people_) + '"';
    }
    return text + ", \"people\": [" + people +
           R"(], "clauses": [{"text": "A", "due": "до 10 июля 2026 года", "responsible": [)" +
           people + R"(]}, {"text": "B", "responsible": []}]})";
  }

  // ---- what is true of every state ----

  void checkState() {
    view_ = office_.view.find(id_);
    possible_.clear();
    std::map<std::string, std::set<std::string>> named;  // by task
    for (const TaskView& task : view_->tasks) {
      if (!task.stuck) named[task.id] = peopleIn(task.holders);
      for (const std::string& person : named[task.id]) {
        for (const Outcome outcome : task.outcomes) possible_.push_back({task.id, outcome, person});
      }
    }
    for (const Possible& act : possible_) expectTaken(act);
    for (const std::string& person : people_) {
      expectInbox(person, named);
      for (const TaskView& task : view_->tasks) {
        const bool isNamed = named[task.id].contains(person);
        for (const flow::OutcomeWords& words : flow::allOutcomes()) {
          const Outcome outcome = words.outcome;
          const auto& offered = task.outcomes;
          const bool isOffered =
              std::find(offered.begin(), offered.end(), outcome) != offered.end();
          if ((isNamed && isOffered) || !chance_.in(30)) continue;
          expectRefused({task.id, outcome, person});
        }
      }
    }
    expectRefused({closedTask(), chance_.of(possibleOutcomes()), chance_.of(people_)});
    checkWithdrawals();
  }

  static std::vector<Outcome> possibleOutcomes() {
    return {Outcome::submit, Outcome::agree, Outcome::refuse, Outcome::sign, Outcome::approve};
  }

  // One that is not open: answered, or of no document.
  std::string closedTask() {
    const std::string task = std::to_string(chance_.below(view_->state.lastTask + 2));
    return view_->state.findToken(task) ? "no" : task;
  }

  void expectInbox(const std::string& person,
                   const std::map<std::string, std::set<std::string>>& named) {
    std::set<std::string> expected;
    for (const auto& [task, people] : named) {
      if (people.contains(person)) expected.insert(task);
    }
    std::set<std::string> inbox;
    for (const TaskView& task : office_.view.inbox(person)) {
      if (task.caseId == id_) inbox.insert(task.id);
    }
    EXPECT_EQ(inbox, expected) << person << " in\n" << where();
  }

  void checkWithdrawals() {
    for (const flow::Allow::Act act : {flow::Allow::Act::recall, flow::Allow::Act::cancel}) {
      std::set<std::string> named;
      for (const auto& [allowed, by] : view_->withdrawals) {
        if (allowed == act) named.merge(peopleIn(by));
      }
      for (const std::string& person : people_) {
        const bool isNamed = named.contains(person);
        attempt(isNamed, std::string(buttonOf(act).english) + ' ' + person, [&](Diagnostics& told) {
          return trialDesk_.withdraw(id_, act, person, "remark", told);
        });
        if (!isNamed || !written_) continue;
        EXPECT_EQ(written_->event.person, person);
        EXPECT_NE(written_->open, openNow()) << where();
      }
    }
  }

  void expectTaken(const Possible& act) {
    attempt(true, wordsOf(act), [&](Diagnostics& told) { return tryAct(act, told); });
    if (!written_) return;
    EXPECT_EQ(written_->event.kind, Event::Kind::act);
    EXPECT_EQ(written_->event.person, act.person);
    EXPECT_EQ(written_->event.task, act.task);
    EXPECT_EQ(written_->event.outcome, act.outcome);
    EXPECT_FALSE(written_->open.contains(act.task)) << wordsOf(act) << " left it open\n" << where();
  }

  void expectRefused(const Possible& act) {
    attempt(false, wordsOf(act), [&](Diagnostics& told) { return tryAct(act, told); });
  }

  bool tryAct(const Possible& act, Diagnostics& told) {
    return trialDesk_.act({id_, act.task, act.outcome, act.person, "remark", {}, {}}, told);
  }

  template <typename Do>
  void attempt(bool isAllowed, const std::string& what, const Do& act) {
    written_.reset();
    Diagnostics told;
    const bool isDone = act(told);
    const std::string findings = formatText(told, Language::russian);
    EXPECT_EQ(isDone, isAllowed) << what << ": " << findings << where();
    EXPECT_EQ(written_.has_value(), isAllowed) << what << where();
    EXPECT_EQ(told.hasErrors(), !isAllowed) << what << where();
    ++(isAllowed ? accepted : refused);
    if (!written_) return;
    EXPECT_EQ(written_->version, view_->row.version + 1) << what;
    EXPECT_EQ(written_->sequence, view_->state.sequence + 1) << what;
  }

  // What a trial would have written.
  struct Written {
    std::uint64_t version = 0;
    std::uint64_t sequence = 0;
    Event event;
    std::set<std::string> open;  // tasks and effects
  };

  void look(store::Transaction& transaction) {
    const auto row = transaction.findCase(id_);
    const auto state = flow::parseState(row->state);
    ASSERT_TRUE(state);
    written_ = Written{row->version, state->sequence, {}, tokensOf(*state)};
    const auto entries = transaction.journal(id_);
    ASSERT_EQ(entries.size(), row->version);
    written_->event = *flow::parseEvent(*entries.back().payload);
  }

  static std::set<std::string> tokensOf(const flow::State& state) {
    std::set<std::string> ids;
    for (const flow::Token& token : state.tokens) ids.insert(token.id);
    return ids;
  }
  std::set<std::string> openNow() const { return tokensOf(view_->state); }

  // ---- the way on ----

  void move() {
    office_.clock.set({office_.clock.now().milliseconds + 1'000});
    if (chance_.in(10)) return reappoint();
    if (chance_.in(5)) return withdraw();
    const bool isEffect = !view_->effects.empty() && (possible_.empty() || chance_.in(50));
    if (isEffect) return carryOut();
    if (view_->tasks.empty()) return;
    if (chance_.in(20)) return hand();
    if (chance_.in(10)) return lapse();
    if (possible_.empty()) return reappoint();
    const Possible& act = chance_.of(possible_);
    std::optional<HandedData> handed;
    if (act.outcome == Outcome::submit && chance_.in(70)) handed = HandedData{"d.json", data(), {}};
    Diagnostics told;
    EXPECT_TRUE(
        office_.desk.act({id_, act.task, act.outcome, act.person, "remark", handed, {}}, told))
        << formatText(told, Language::russian) << where();
  }

  void withdraw() {
    Diagnostics told;
    office_.desk.withdraw(id_, chance_.in(75) ? flow::Allow::Act::recall : flow::Allow::Act::cancel,
                          chance_.of(people_), "remark", told);
  }

  void hand() {
    const std::vector<Event::Kind> kinds = {Event::Kind::claim, Event::Kind::claim,
                                            Event::Kind::putBack, Event::Kind::delegate,
                                            Event::Kind::reassign};
    const TaskView& task = chance_.of(view_->tasks);
    std::vector<std::string> inOffice = people_;
    for (const std::string& person : peopleIn(task.holders))
      inOffice.insert(inOffice.end(), 5, person);
    Diagnostics told;
    office_.desk.handOver(
        {chance_.of(kinds), id_, task.id, chance_.of(inOffice), chance_.of(people_), "remark"},
        told);
  }

  void lapse() {
    const auto transaction = office_.store->begin(store::Access::write);
    const Cases cases(office_.blobs);
    auto open = cases.find(*transaction, id_);
    Event event;
    event.kind = Event::Kind::lapse;
    event.moment = office_.clock.now();
    event.task = chance_.of(view_->tasks).id;
    if (!cases.apply(*transaction, *open, event)) transaction->commit();
  }

  void carryOut() {
    std::vector<store::OutboxRow> rows = office_.bench.pending();
    std::erase_if(rows, [&](const store::OutboxRow& row) { return row.caseId != id_; });
    const auto work = office_.bench.take(chance_.of(rows));
    ASSERT_TRUE(work);
    switch (work->kind) {
      case flow::EffectKind::reserve:
        return office_.bench.reserve(*work);
      case flow::EffectKind::release:
        return office_.bench.release(*work);
      case flow::EffectKind::registration:
        return office_.bench.enter(*work);
      case flow::EffectKind::findPeople:
        return office_.bench.findPeople(*work);
      case flow::EffectKind::renderDraft:
      case flow::EffectKind::renderFinal:
      case flow::EffectKind::checkForm:
        if (chance_.in(15)) return office_.bench.reject(*work, "reason");
        break;
      default:
        break;
    }
    office_.bench.finish(*work, {});
  }

  std::string wordsOf(const Possible& act) const {
    return act.person + ' ' + std::string(flow::wordsOf(act.outcome).word) + ' ' + act.task;
  }
  std::string where() const {
    return "\nin the state\n" + flow::toText(view_->state) + office_.bundle.workflow;
  }

  TestOffice& office_;
  Chance chance_;
  store::TrialStore trial_;
  Desk trialDesk_;
  std::vector<std::string> roles_;
  std::vector<std::string> people_;
  std::string id_;
  std::optional<CaseView> view_;
  std::vector<Possible> possible_;
  std::optional<Written> written_;
};

TEST(Allowed, WhatWhyNamesMovesTheCaseAndNothingElseDoes) {
  const unsigned count = std::max(environment("CHANCERY_RANDOM", 10'000) / kWaysPerWalk, 1u);
  const unsigned first = environment("CHANCERY_SEED", 1);
  std::cout << count << " ways from seed " << first << '\n';
  TestOffice office;
  for (const char* id : {"o", "personnel"})
    office.directory.series[id] = {id, "Приказы", "{n}", 1, true};
  for (unsigned seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk(office, seed).run();
    if (HasFailure()) return;
  }
  std::cout << Walk::accepted << " acts taken, " << Walk::refused << " refused\n";
  EXPECT_GT(Walk::accepted, 20 * count);
  EXPECT_GT(Walk::refused, 20 * count);
  EXPECT_EQ(office.verify(), "");
}

}  // namespace
}  // namespace chancery::runtime
