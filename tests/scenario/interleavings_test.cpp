#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "flow/entitled.h"
#include "on_store.h"
#include "runtime/answerers.h"
#include "runtime/verify.h"
#include "runtime/visas.h"
#include "store/sqlite/database.h"

// Two people (or one twice, or the engine, or the clock) act on one document at once: both look at
// the same state, then one commits, then the other. In every state that the scenarios of the
// ready-made workflows come to, for every ordered pair of what is allowed there.

namespace chancery::scenario {
namespace {

namespace fs = std::filesystem;
using flow::Event;

/// What somebody has decided to do, having looked at a state.
struct Decision {
  Event event;  ///< as `step` would see it
  std::string words;
};

/// One program that works with the office: a connection of its own.
class Program {
 public:
  Program(const fs::path& file, const OnStore& way)
      : way_(way),
        store_(store::openSqlite(file)),
        desk_(*store_, way.blobs(), way.office(), way.clock()),
        bench_(*store_, way.blobs(), way.office(), way.clock()),
        cases_(way.blobs()) {}

  store::Store& store() { return *store_; }
  runtime::OpenCase open() { return *cases_.find(*store_->begin(store::Access::read), "1"); }

  /// The program looks: what the engine would work on is read now, and carried out later.
  void prepare(const Decision& decision) {
    seen_ = open().row.version;
    if (decision.event.key.empty()) return;
    for (const store::OutboxRow& row : bench_.pending()) {
      if (row.key == decision.event.key) work_ = bench_.take(row);
    }
    ASSERT_TRUE(work_) << decision.words;
  }

  /// Whether it was done; else `told` says why not.
  bool commit(const Decision& decision, bool isBound, Diagnostics& told) {
    const Event& event = decision.event;
    switch (event.kind) {
      case Event::Kind::act: {
        runtime::ActRequest request{"1", event.task, event.outcome, event.person, event.remark,
                                    {},  {}};
        if (isBound) request.version = seen_;
        return desk_.act(request, told);
      }
      case Event::Kind::recall:
        return desk_.withdraw("1", flow::Allow::Act::recall, event.person, event.remark, told);
      case Event::Kind::cancel:
        return desk_.withdraw("1", flow::Allow::Act::cancel, event.person, event.remark, told);
      case Event::Kind::done: {
        const std::uint64_t before = open().row.version;
        carryOut(bench_, *work_, way_.blobs());
        return open().row.version != before;
      }
      case Event::Kind::remind:
      case Event::Kind::lapse: {
        const auto transaction = store_->begin(store::Access::write);
        auto now = *cases_.find(*transaction, "1");
        if (cases_.apply(*transaction, now, event)) return false;
        transaction->commit();
        return true;
      }
      default:
        return desk_.handOver({event.kind, "1", event.task, event.person, event.to, event.remark},
                              told);
    }
  }

  std::vector<Event> journal() {
    std::vector<Event> events;
    for (const store::Entry& entry : store_->begin(store::Access::read)->journal("1")) {
      events.push_back(*flow::parseEvent(*entry.payload));
    }
    return events;
  }

  std::vector<runtime::GivenVisa> visas() {
    return runtime::visasOf(*store_->begin(store::Access::read), cases_, "1");
  }

 private:
  const OnStore& way_;
  std::unique_ptr<store::Store> store_;
  runtime::Desk desk_;
  runtime::Workbench bench_;
  runtime::Cases cases_;
  std::uint64_t seen_ = 0;
  std::optional<runtime::Work> work_;
};

/// Everything that may happen next to a document.
class Decisions {
 public:
  Decisions(const runtime::OpenCase& open, const OnStore& way) : open_(open), way_(way) {}

  std::vector<Decision> all() {
    for (const flow::Token& token : open_.state.tokens) {
      const flow::Node& node = open_.nodeOf(token);
      if (node.kind == flow::Node::Kind::effect) add(engine(token));
      if (node.kind == flow::Node::Kind::ask) ofTask(token, node);
    }
    for (const Person& person : people()) {
      for (const Event::Kind kind : {Event::Kind::recall, Event::Kind::cancel}) {
        add(byPerson(kind, person.id));
      }
    }
    return std::move(all_);
  }

 private:
  const std::vector<Person>& people() const { return way_.people(); }

  void ofTask(const flow::Token& token, const flow::Node& node) {
    for (const Person& person : people()) {
      for (const flow::Outcome outcome : node.outcomes) {
        if (outcome == flow::Outcome::agreeWithRemarks) continue;  // as `agree`, with words
        Event event = byPerson(Event::Kind::act, person.id, token.id);
        event.outcome = outcome;
        add(event);
      }
      add(byPerson(Event::Kind::claim, person.id, token.id));
      add(byPerson(Event::Kind::putBack, person.id, token.id));
      for (const Event::Kind kind : {Event::Kind::delegate, Event::Kind::reassign}) {
        Event event = byPerson(kind, person.id, token.id);
        event.to = people().front().id == person.id ? people().back().id : people().front().id;
        add(event);
      }
    }
    for (const Event::Kind kind : {Event::Kind::remind, Event::Kind::lapse}) {
      Event event;
      event.kind = kind;
      event.task = token.id;
      add(event);
    }
  }

  Event engine(const flow::Token& token) const {
    Event event;
    event.kind = Event::Kind::done;
    event.key = token.id;
    return event;
  }

  Event byPerson(Event::Kind kind, const std::string& person, const std::string& task = {}) const {
    Event event;
    event.kind = kind;
    event.person = person;
    event.roles = way_.office().rolesOf(person);
    event.task = task;
    event.remark = "замечание";
    return event;
  }

  // Only what the workflow allows now.
  void add(Event event) {
    event.moment = way_.clock().now();
    const flow::Answer answer = flow::step(*open_.core, open_.state, event);
    if (std::holds_alternative<flow::Refusal>(answer)) return;
    std::string words(flow::wordOf(event.kind));
    for (const std::string& word :
         {event.person, event.task, event.key,
          event.kind == Event::Kind::act ? std::string(flow::wordsOf(event.outcome).word)
                                         : std::string()}) {
      if (!word.empty()) words += ' ' + word;
    }
    all_.push_back({std::move(event), std::move(words)});
  }

  const runtime::OpenCase& open_;
  const OnStore& way_;
  std::vector<Decision> all_;
};

bool isSame(const Event& done, const Event& decided) {
  return done.kind == decided.kind && done.person == decided.person && done.task == decided.task &&
         done.key == decided.key && done.to == decided.to &&
         (done.kind != Event::Kind::act || done.outcome == decided.outcome);
}

std::size_t countOf(const std::vector<Event>& journal, const Event& decided) {
  return static_cast<std::size_t>(std::count_if(
      journal.begin(), journal.end(), [&](const Event& done) { return isSame(done, decided); }));
}

/// Two decisions on one state, one after the other.
class Pair {
 public:
  Pair(const OnStore& way, const fs::path& snapshot, const Decision& first, const Decision& second)
      : way_(way), file_(way.folder() / "pair.db"), first_(first), second_(second) {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file_.string() + ending);
    fs::copy_file(snapshot, file_);
  }

  /// `isBound`: who answers a task does so only in the state that was looked at.
  void run(bool isBound) {
    SCOPED_TRACE(first_.words + " | " + second_.words + (isBound ? ", bound" : ""));
    Program a(file_, way_);
    Program b(file_, way_);
    const std::vector<Event> before = a.journal();
    a.prepare(first_);
    b.prepare(second_);
    if (testing::Test::HasFatalFailure()) return;
    Diagnostics told;
    EXPECT_TRUE(a.commit(first_, isBound, told)) << formatText(told, Language::russian);
    const auto between = a.open();
    const bool isStale = isBound && second_.event.kind == Event::Kind::act;
    const bool isPossible = !isStale && std::holds_alternative<flow::Next>(flow::step(
                                            *between.core, between.state, second_.event));
    Diagnostics answer;
    EXPECT_EQ(b.commit(second_, isBound, answer), isPossible);
    expectClear(answer, isPossible);
    const std::vector<Event> after = b.journal();
    EXPECT_EQ(after.size(), before.size() + 1 + isPossible);
    const bool isSameTwice = isSame(first_.event, second_.event);
    EXPECT_EQ(countOf(after, first_.event),
              countOf(before, first_.event) + 1 + (isSameTwice && isPossible));
    if (!isSameTwice) {
      EXPECT_EQ(countOf(after, second_.event), countOf(before, second_.event) + isPossible);
    }
    expectVisas(b, after);
    expectNothingTwice(a, after.size(), isBound);
    Diagnostics broken;
    runtime::verify(b.store(), way_.blobs(), broken);
    EXPECT_EQ(formatText(broken, Language::russian), "");
  }

 private:
  // The engine and the clock need no words; a person is told what happened and what to do.
  void expectClear(const Diagnostics& answer, bool isPossible) const {
    if (isPossible || second_.event.person.empty()) {
      EXPECT_TRUE(answer.all().empty()) << formatText(answer, Language::russian);
      return;
    }
    ASSERT_EQ(answer.all().size(), 1u);
    const Diagnostic& told = answer.all().front();
    EXPECT_EQ(told.severity, Severity::error);
    EXPECT_EQ(told.message->code.substr(0, 2), "S1") << told.text(Language::russian);
    EXPECT_NE(told.hintText(Language::russian), "") << told.text(Language::russian);
  }

  // Every answer is a visa, and a task is answered once.
  static void expectVisas(Program& program, const std::vector<Event>& journal) {
    std::multiset<std::string> answered;
    std::multiset<std::string> expected;
    for (const runtime::GivenVisa& given : program.visas()) {
      if (!given.visa.isSilent) answered.insert(given.visa.task + ' ' + given.visa.person);
    }
    std::set<std::string> tasks;
    for (const Event& event : journal) {
      if (event.kind != Event::Kind::act) continue;
      EXPECT_TRUE(tasks.insert(event.task).second) << "task " << event.task << " twice";
      if (event.outcome == flow::Outcome::submit) continue;
      expected.insert(event.task + ' ' + event.person);
    }
    EXPECT_EQ(answered, expected);
  }

  // Who did not see the answer and does the same again is refused.
  void expectNothingTwice(Program& program, std::size_t entries, bool isBound) const {
    Diagnostics told;
    EXPECT_FALSE(program.commit(first_, isBound, told)) << "it landed twice";
    EXPECT_EQ(program.journal().size(), entries);
    if (first_.event.person.empty()) return;
    EXPECT_TRUE(told.hasErrors());
  }

  const OnStore& way_;
  fs::path file_;
  const Decision& first_;
  const Decision& second_;
};

/// What tells states apart for whoever acts in them: not times, numbers of tasks or of rounds.
std::string shapeOf(const flow::State& state) {
  std::string text = state.round > 1 ? "again" : "first";
  for (const flow::Token& token : state.tokens) {
    text += '|' + std::to_string(token.node) + ' ' + token.person + ' ' + token.from + ' ' +
            std::to_string(static_cast<int>(token.arrival)) + (token.isReminded ? "r" : "") +
            (token.isLapsed ? "l" : "");
  }
  for (const flow::Visa& visa : state.visas) text += "|v" + std::to_string(visa.node);
  return text;
}

class Interleavings : public testing::TestWithParam<const char*> {};

TEST_P(Interleavings, OfTwoActsLoseNothingAndAreAnsweredClearly) {
  const Story story = readStory(GetParam());
  std::set<std::string> shapes;
  std::size_t pairs = 0;
  for (const Scenario& scenario : story.script.scenarios) {
    OnStore way(story, scenario);
    SCOPED_TRACE(scenario.title);
    way.run([&] {
      const runtime::OpenCase open = way.open();
      if (HasFailure() || !shapes.insert(shapeOf(open.state)).second) return;
      SCOPED_TRACE(flow::toText(open.state));
      const fs::path snapshot = way.folder() / "snapshot.db";
      fs::remove(snapshot);
      store::sqlite::Database(way.file().string())
          .execute(("VACUUM INTO '" + snapshot.string() + "'").c_str());
      const std::vector<Decision> decisions = Decisions(open, way).all();
      for (const Decision& first : decisions) {
        for (const Decision& second : decisions) {
          for (const bool isBound : {false, true}) {
            if (isBound && second.event.kind != Event::Kind::act) continue;
            Pair(way, snapshot, first, second).run(isBound);
            ++pairs;
          }
        }
      }
    });
  }
  std::cout << shapes.size() << " states, " << pairs << " pairs\n";
  EXPECT_GT(shapes.size(), 10u);
  EXPECT_GT(pairs, 200u);
}

INSTANTIATE_TEST_SUITE_P(ReadyMade, Interleavings,
                         testing::Values("order", "roadmap", "personnel-order", "report"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::erase(name, '-');
                           return name;
                         });

// A look that began before somebody else's act stays what it was to its end.
TEST(Looks, AreOfOneMoment) {
  const Story story = readStory("order");
  OnStore way(story, story.script.scenarios.front());
  bool isDone = false;
  way.run([&] {
    const runtime::OpenCase open = way.open();
    const std::vector<Decision> decisions = Decisions(open, way).all();
    if (isDone || decisions.empty() || decisions.front().event.person.empty()) return;
    isDone = true;
    const fs::path copy = way.folder() / "copy.db";
    store::sqlite::Database(way.file().string())
        .execute(("VACUUM INTO '" + copy.string() + "'").c_str());
    Program a(copy, way);
    Program b(copy, way);
    const auto look = a.store().begin(store::Access::read);
    const auto before = look->findCase("1");
    Diagnostics told;
    EXPECT_TRUE(b.commit(decisions.front(), false, told));
    EXPECT_EQ(look->findCase("1"), before);
    EXPECT_EQ(look->journal("1").size(), before->version);
    EXPECT_EQ(b.open().row.version, before->version + 1);
  });
  EXPECT_TRUE(isDone);
}

}  // namespace
}  // namespace chancery::scenario
