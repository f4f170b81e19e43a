#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <set>

#include "generator.h"
#include "model.h"
#include "proof_support.h"
#include "support.h"

// Random sound definitions and random ways through them.
//
// CHANCERY_RANDOM=N ways (10,000), CHANCERY_SEED=N the first one's seed. A failure names the seed: run
// that one alone with CHANCERY_RANDOM=1 CHANCERY_SEED=<seed>.

namespace chancery::flow {
namespace {

unsigned environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

/// One document's way, taken by `step` and by the model at once.
class Walk {
 public:
  using Look = std::function<void(const Core&, const State&)>;

  /// `look` sees every state.
  explicit Walk(std::uint64_t seed, Look look = {})
      : look_(std::move(look)),
        chance_(seed),
        text_(soundDefinition(seed)),
        definition_(*read(text_).definition),
        core_(compile(definition_)),
        model_(definition_) {}

  void run() {
    begin();
    const std::size_t steps = 5 + chance_.below(50);
    for (std::size_t i = 0; i < steps && isRunning(); ++i) wander();
    for (std::size_t i = 0; i < 300 && isRunning(); ++i) goOn();
    EXPECT_FALSE(isRunning()) << "it never ends\n" << text_;
    const auto replayed = replay(core_, journal_);
    ASSERT_TRUE(replayed) << text_;
    EXPECT_EQ(*replayed, state_);
  }

 private:
  bool isRunning() const {
    return !testing::Test::HasFailure() && state_.status == CaseStatus::running;
  }

  // Where the document stands, in the words of the model.
  std::string waiting() const {
    std::vector<std::string> lines;
    for (const Token& token : state_.tokens) {
      const Node& node = core_.nodes[token.node];
      if (node.kind == Node::Kind::ask) lines.push_back("ask " + core_.stageOf(node).id + ' ' + whoOf(token));
      if (node.kind == Node::Kind::effect) lines.push_back("do " + std::string(wordOf(node.effect)));
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    static constexpr const char* kNumbers[] = {"", "reserved", "registered"};
    return text + std::string(wordOf(state_.status)) + ' ' +
           kNumbers[static_cast<std::size_t>(state_.registration.status)];
  }

  std::string whoOf(const Token& token) const {
    const Node& node = core_.nodes[token.node];
    return node.by.kind == Selector::Kind::named ? token.person : node.by.text();
  }

  bool take(Event event) {
    event.moment = {static_cast<std::int64_t>(1'000 * (journal_.size() + 1))};
    Answer answer = step(core_, state_, event);
    if (std::holds_alternative<Refusal>(answer)) return false;
    state_ = std::move(std::get<Next>(answer).state);
    journal_.push_back(std::move(event));
    // The next step begins with what a table would keep.
    const auto kept = parseState(toText(state_));
    EXPECT_TRUE(kept && *kept == state_);
    if (kept) state_ = *kept;
    if (look_) look_(core_, state_);
    return true;
  }

  void compare(const std::string& what) {
    EXPECT_EQ(waiting(), model_.waiting()) << "after " << what << " in\n" << text_;
  }

  void takeData(Event& event) {
    const auto questions = definition_.questions();
    event.data = "data " + std::to_string(journal_.size());
    for (const std::string& when : questions.conditions) {
      if (chance_.in(50)) event.holds.push_back(when);
    }
    for (const std::string& part : questions.parts) {
      // Where a hash is not known, visas fall at once: to a proof, as if the part had changed.
      if (look_ || chance_.in(95)) event.parts.emplace_back(part, "h" + std::to_string(chance_.below(2)));
    }
  }

  void begin() {
    Event event;
    event.kind = Event::Kind::start;
    event.person = "author";
    takeData(event);
    ASSERT_TRUE(take(event)) << text_;
    model_.start(event.holds, event.parts);
    compare("start");
  }

  Token anyToken() {
    std::vector<Token> open;
    for (const Token& token : state_.tokens) {
      const Node::Kind kind = core_.nodes[token.node].kind;
      if (kind == Node::Kind::ask || kind == Node::Kind::effect) open.push_back(token);
    }
    return chance_.of(open);
  }

  void wander() {
    if (chance_.in(6)) return withdraw(chance_.in(80));
    const Token token = anyToken();
    const Node& node = core_.nodes[token.node];
    if (node.kind == Node::Kind::effect) return carryOut(token, chance_.in(80));
    if (chance_.in(12)) return hand(token);
    if (chance_.in(10)) return lapse(token);
    answer(token, chance_.of(node.outcomes));
  }

  // The shortest way on: everybody agrees.
  void goOn() {
    const Token token = anyToken();
    const Node& node = core_.nodes[token.node];
    if (node.kind == Node::Kind::effect) return carryOut(token, true);
    answer(token, node.outcomes.front());
  }

  Event eventOf(Event::Kind kind, const Token& token) const {
    const Node& node = core_.nodes[token.node];
    Event event;
    event.kind = kind;
    event.task = token.id;
    event.remark = "remark";
    event.person = !token.person.empty()                       ? token.person
                   : node.by.kind == Selector::Kind::author ? state_.author
                                                              : "of " + node.by.name;
    if (node.by.kind == Selector::Kind::role) event.roles = {node.by.name};
    return event;
  }

  void answer(const Token& token, Outcome outcome) {
    const std::string who = whoOf(token);
    Event event = eventOf(Event::Kind::act, token);
    event.outcome = outcome;
    if (outcome == Outcome::submit) takeData(event);
    ASSERT_TRUE(take(event)) << who << text_;
    model_.answer(who, outcome, event.holds, event.parts);
    compare(who + " answers " + std::string(wordsOf(outcome).word));
  }

  // In whose hands a task lies changes nothing for the model.
  void hand(const Token& token) {
    const std::vector<Event::Kind> kinds = {Event::Kind::claim, Event::Kind::putBack,
                                            Event::Kind::delegate, Event::Kind::remind};
    Event event = eventOf(chance_.of(kinds), token);
    event.to = "somebody";
    take(event);
    compare("a task is handed on");
  }

  void lapse(const Token& token) {
    const Stage& stage = core_.stageOf(core_.nodes[token.node]);
    const std::string who = whoOf(token);
    Event event;
    event.kind = Event::Kind::lapse;
    event.task = token.id;
    const bool isTaken = take(event);
    EXPECT_FALSE(isTaken && stage.overdue == Overdue::wait);
    if (isTaken && stage.overdue == Overdue::agree) model_.answer(who, Outcome::agree, {}, {}, true);
    if (isTaken && stage.overdue == Overdue::sendBack) model_.answer(who, Outcome::sendBack);
    compare("a term of " + who + " ends");
  }

  void carryOut(const Token& token, bool isDone) {
    const Node& node = core_.nodes[token.node];
    Event event;
    event.kind = isDone ? Event::Kind::done : Event::Kind::rejected;
    event.key = token.id;
    event.remark = "reason";
    std::vector<std::string> people;
    const bool isRendered =
        node.effect == EffectKind::renderDraft || node.effect == EffectKind::renderFinal;
    if (isDone && isRendered) event.facts = {{"docx", "h1"}, {"pdf", "h2"}};
    if (isDone && node.effect == EffectKind::findPeople) {
      const auto& by = core_.stageOf(node).by;
      const std::size_t count = chance_.below(3);
      for (std::size_t i = 0; i < count; ++i) {
        const std::string person = "p" + std::to_string(i);
        event.facts.emplace_back("person", by ? "" : person);
        people.push_back(by ? by->text() : person);
      }
    }
    const std::string what = std::string(wordOf(node.effect)) + (isDone ? " done" : " rejected");
    ASSERT_TRUE(take(event)) << what << text_;
    isDone ? model_.done(people) : model_.rejected();
    compare(what);
  }

  void withdraw(bool isRecall) {
    Event event;
    event.kind = isRecall ? Event::Kind::recall : Event::Kind::cancel;
    event.person = isRecall ? "author" : "boss";
    event.roles = {"boss"};
    const bool isTaken = take(event);
    EXPECT_EQ(isTaken, isRecall ? model_.recall() : model_.cancel()) << text_;
    compare(isRecall ? "a recall" : "a cancel");
  }

  Look look_;
  Chance chance_;
  std::string text_;
  Definition definition_;
  Core core_;
  Model model_;
  State state_;
  std::vector<Event> journal_;
};

TEST(RandomWays, GoAsTheModelSaysAndCanEnd) {
  const unsigned count = environment("CHANCERY_RANDOM", 10'000);
  const unsigned first = environment("CHANCERY_SEED", 1);
  std::cout << count << " ways from seed " << first << '\n';
  for (unsigned seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Walk(seed).run();
    if (HasFailure()) return;
  }
}

/// Keeps what tells apart the states that an exploration visits.
class Keys : public Onlooker {
 public:
  explicit Keys(const Abstraction& abstraction) : abstraction_(abstraction) {}
  void reached(std::size_t, const State& state) override { all.insert(abstraction_.key(state)); }
  void moved(std::size_t, const State&, const Move&, const Visit&, const State&) override {}
  void unanswerable(std::size_t, const Token&) override { ADD_FAILURE() << "nobody answers"; }
  void notTaken(std::size_t, const Move&) override { ADD_FAILURE() << "an answer is not taken"; }

  std::set<std::string> all;

 private:
  const Abstraction& abstraction_;
};

std::vector<Colleague> everybodyOf(const Core& core) {
  std::vector<Colleague> people = {{"author", {}}, {"boss", {"boss"}}};
  for (const Node& node : core.nodes) {
    if (node.by.kind == Selector::Kind::role) people.push_back({node.by.text(), {node.by.name}});
  }
  return people;
}

// States are counted, not enumerated: none that a document comes to may be missed.
TEST(RandomWays, LeadOnlyThroughStatesThatAProofVisits) {
  const unsigned count = std::max(environment("CHANCERY_RANDOM", 10'000) / 50, 1u);
  const unsigned first = environment("CHANCERY_SEED", 1);
  std::size_t seen = 0;
  for (unsigned seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Core core = compile(*read(soundDefinition(seed)).definition);
    const std::vector<Colleague> people = everybodyOf(core);
    const Abstraction abstraction(core, std::vector<bool>(core.nodes.size(), true));
    Keys keys(abstraction);
    Explorer explorer(core, people, people.front(), keys);
    if (!explorer.run(3'000)) continue;
    Walk(seed, [&](const Core&, const State& state) {
      ++seen;
      EXPECT_TRUE(keys.all.contains(abstraction.key(abstraction.representative(state))))
          << toText(state);
    }).run();
    if (HasFailure()) return;
  }
  EXPECT_GT(seen, 10 * count);
}

// Nothing but that visas of earlier rounds may suffice, which a definition may want.
TEST(RandomDefinitions, AreProvenSound) {
  const unsigned count = std::max(environment("CHANCERY_RANDOM", 10'000) / 50, 1u);
  const unsigned first = environment("CHANCERY_SEED", 1);
  constexpr std::size_t kMost = 3'000;
  std::cout << count << " definitions from seed " << first << '\n';
  unsigned whole = 0;
  for (unsigned seed = first; seed < first + count; ++seed) {
    const std::string text = soundDefinition(seed);
    const Proven result = proven(text, {}, kMost);
    whole += result.proof.isWhole;
    std::string unexpected;
    for (std::size_t at = 0; at < result.findings.size();) {
      const std::size_t end = result.findings.find('\n', at);
      const std::string line = result.findings.substr(at, end - at);
      const bool isExpected = line.find(" K218 ") != std::string::npos ||
                              (!result.proof.isWhole && line.find(" K219 ") != std::string::npos);
      if (!isExpected) unexpected += line + '\n';
      at = end + 1;
    }
    ASSERT_EQ(unexpected, "") << "seed " << seed << '\n' << text;
  }
  EXPECT_GE(whole * 10, count * 6);
}

}  // namespace
}  // namespace chancery::flow
