// What keeping a document's way safe costs, beside what SQLite itself needs for commits of the same
// size in the same run. Ratios within one run are what counts; no figure here is a test's limit.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "flow/event.h"
#include "runtime/office.h"
#include "store/sqlite/database.h"

namespace chancery::bench {
namespace {

using runtime::TestOffice;
using store::sqlite::Database;
using store::sqlite::Statement;

double secondsOf(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "bench: %s\n", what);
  std::abort();
}

/// An office with one document that waits for the deputy, and copies of it made by SQL: equal
/// states and journals, each with a chain of its own.
class CopiedOffice {
 public:
  CopiedOffice() : database_((office.folder.path() / "office.db").string()) {
    require(office.start() == "1", "the first document begins");
    office.work();
    const auto read = office.store->begin(store::Access::read);
    first_ = *read->findCase("1");
    for (const store::Entry& entry : read->journal("1")) payloads_.push_back(*entry.payload);
  }

  /// Documents 2 … count, with their journals and open tasks.
  void copy(int count) {
    database_.execute("BEGIN IMMEDIATE");
    for (int id = 2; id <= count; ++id) copyOne(id);
    database_.execute("COMMIT");
  }

  /// Documents 2 … count without journals; every `running`-th has its tasks open, in turn for each
  /// of `people`.
  void copyCards(int count, int running, int people) {
    const std::string number = std::to_string(count);
    database_.execute("BEGIN IMMEDIATE");
    database_.execute(
        ("INSERT INTO cases SELECT n, workflow, title, author, bundle, started, "
         "iif(n % " +
         std::to_string(running) +
         " = 0, status, 'finished'), version, head, state "
         "FROM cases, (WITH RECURSIVE ids (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM ids WHERE "
         "n < " +
         number + ") SELECT n FROM ids) WHERE id = 1")
            .c_str());
    database_.execute(
        ("INSERT INTO tasks SELECT c.id, t.id, iif(t.id = '1', 'person:k' || (c.id / " +
         std::to_string(running) + " % " + std::to_string(people) +
         "), t.holder || '-of-others'), t.stage, t.opened FROM cases c, tasks t WHERE t.case_id = "
         "1 "
         "AND c.id > 1 AND c.status = 'running'")
            .c_str());
    database_.execute("COMMIT");
  }

  /// A long history for document 1: its first task claimed and put back, again and again.
  void lengthen(std::uint64_t entries) {
    const std::string claim = eventText(flow::Event::Kind::claim);
    const std::string putBack = eventText(flow::Event::Kind::putBack);
    std::string head = first_.head;
    database_.execute("BEGIN IMMEDIATE");
    std::uint64_t sequence = first_.version;
    while (sequence + 2 <= entries) {
      for (const std::string& payload : {claim, putBack}) {
        head = addEntry(1, ++sequence, head, payload);
      }
    }
    flow::State state = *flow::parseState(first_.state);
    state.sequence = sequence;
    Statement update =
        database_.prepare("UPDATE cases SET version = ?, head = ?, state = ? WHERE id = 1");
    update.bind(static_cast<std::int64_t>(sequence)).bind(head).bind(flow::toText(state)).run();
    database_.execute("COMMIT");
  }

  /// Bytes that an act writes, but for the tables' own: entry, state, tasks.
  std::size_t bytesOfAct() {
    Statement size = database_.prepare(
        "SELECT (SELECT max(length(payload)) + 128 FROM entries) + (SELECT length(state) + 64 FROM "
        "cases WHERE id = 1) + (SELECT sum(length(holder) + length(stage) + length(opened)) FROM "
        "tasks WHERE case_id = 1)");
    size.step();
    return static_cast<std::size_t>(size.number(0));
  }
  double bytesPerCase() {
    Statement size = database_.prepare(
        "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM "
        "pragma_page_size) * 1.0 / (SELECT count(*) FROM cases)");
    size.step();
    return static_cast<double>(size.number(0));
  }

  TestOffice office;

 private:
  std::string eventText(flow::Event::Kind kind) const {
    flow::Event event;
    event.kind = kind;
    event.moment = office.clock.now();
    event.person = "deputy";
    event.roles = office.directory.rolesOf("deputy");
    event.task = "1";
    return flow::toText(event);
  }

  std::string addEntry(std::int64_t id, std::uint64_t sequence, const std::string& previous,
                       const std::string& payload) {
    const store::Entry entry = store::makeEntry(std::to_string(id), sequence, previous, payload);
    database_.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?)")
        .bind(id)
        .bind(static_cast<std::int64_t>(sequence))
        .bind(payload)
        .bind(entry.payloadHash)
        .bind(entry.hash)
        .run();
    return entry.hash;
  }

  void copyOne(std::int64_t id) {
    database_
        .prepare(
            "INSERT INTO cases SELECT ?, workflow, title, author, bundle, started, status, "
            "version, "
            "head, state FROM cases WHERE id = 1")
        .bind(id)
        .run();
    std::string head = store::rootHash(std::to_string(id), first_.bundle);
    for (std::size_t i = 0; i < payloads_.size(); ++i) {
      head = addEntry(id, i + 1, head, payloads_[i]);
    }
    database_.prepare("UPDATE cases SET head = ? WHERE id = ?").bind(head).bind(id).run();
    database_
        .prepare(
            "INSERT INTO tasks SELECT ?, id, holder, stage, opened FROM tasks WHERE "
            "case_id = 1")
        .bind(id)
        .run();
  }

  Database database_;
  store::CaseRow first_;
  std::vector<std::string> payloads_;
};

/// Commits of one row of so many bytes, with the settings of an office's store.
class RawCommits {
 public:
  explicit RawCommits(std::size_t bytes)
      : bytes_(bytes, 'x'), database_((folder_.path() / "raw.db").string()) {
    database_.execute("CREATE TABLE raw (id INTEGER PRIMARY KEY, bytes TEXT) STRICT");
  }
  void one() {
    database_.execute("BEGIN IMMEDIATE");
    database_.prepare("INSERT INTO raw (bytes) VALUES (?)").bind(bytes_).run();
    database_.execute("COMMIT");
  }

 private:
  TemporaryFolder folder_;
  std::string bytes_;
  Database database_;
};

constexpr int kActs = 1000;

void sqlite_commit_raw(benchmark::State& state) {
  CopiedOffice office;
  RawCommits raw(office.bytesOfAct());
  for (auto _ : state) raw.one();
  state.counters["acts/s"] = benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["bytes"] = static_cast<double>(office.bytesOfAct());
}

// Act and raw commit in turn, so that a slow moment of the disk meets both.
void act_durable(benchmark::State& state) {
  CopiedOffice office;
  office.copy(kActs + 10);
  RawCommits raw(office.bytesOfAct());
  double acts = 0, commits = 0;
  int id = 1;
  for (auto _ : state) {
    const std::string caseId = std::to_string(++id);
    const double seconds = secondsOf([&] {
      require(office.office.act(caseId, "1", flow::Outcome::agree, "deputy").empty(), "an act");
    });
    state.SetIterationTime(seconds);
    acts += seconds;
    commits += secondsOf([&] { raw.one(); });
  }
  state.counters["acts/s"] = benchmark::Counter(1, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["of_raw_%"] = 100 * commits / acts;
  state.counters["KB_per_case"] = office.bytesPerCase() / 1024;
}

void act_on_history(benchmark::State& state) {
  CopiedOffice office;
  office.lengthen(static_cast<std::uint64_t>(state.range(0)));
  bool isClaimed = false;
  for (auto _ : state) {
    Diagnostics diagnostics;
    runtime::HandOver request;
    request.kind = isClaimed ? flow::Event::Kind::putBack : flow::Event::Kind::claim;
    request.caseId = "1";
    request.task = "1";
    request.person = "deputy";
    require(office.office.desk.handOver(request, diagnostics), "a task changes hands");
    isClaimed = !isClaimed;
  }
}

// A person's tasks among a million documents, one in a hundred of them on its way.
void inbox_1m(benchmark::State& state) {
  constexpr int kCases = 1'000'000, kRunning = 100, kPeople = 100;
  static CopiedOffice office;
  static bool isReady = false;
  if (!isReady) office.copyCards(kCases, kRunning, kPeople);
  isReady = true;
  office.office.directory.roles["k7"] = {"deputy-head"};  // and so has the first document's task
  std::size_t tasks = 0;
  for (auto _ : state) tasks = office.office.view.inbox("k7").size();
  require(tasks == kCases / kRunning / kPeople + 1, "the tasks of one person");
  state.counters["tasks"] = static_cast<double>(tasks);
  state.counters["KB_per_case"] = office.bytesPerCase() / 1024;
}

CopiedOffice& manyJournals() {
  static CopiedOffice office;
  static bool isReady = false;
  if (!isReady) {
    office.copy(20'000);
    office.lengthen(100'000);
  }
  isReady = true;
  return office;
}

// The chains alone.
void verify_chain(benchmark::State& state) {
  store::Store& store = *manyJournals().office.store;
  std::int64_t entries = 0;
  for (auto _ : state) {
    const auto read = store.begin(store::Access::read);
    read->eachCase([&](const store::CaseRow& row) {
      store::ChainCheck chain(row.id, row.bundle);
      read->eachEntry(row.id, [&](const store::Entry& entry) {
        ++entries;
        require(!chain.take(entry), "the chain holds");
      });
      require(!chain.finish(row.head), "the chain ends where it says");
    });
  }
  state.counters["entries/s"] =
      benchmark::Counter(static_cast<double>(entries), benchmark::Counter::kIsRate);
}

// All that `chancery verify` proves: chains, states, tasks, registers, files.
void verify_journal(benchmark::State& state) {
  TestOffice& office = manyJournals().office;
  std::int64_t entries = 0;
  for (auto _ : state) {
    Diagnostics found;
    const auto result = runtime::verify(*office.store, office.blobs, found);
    if (found.hasErrors()) std::fputs(formatText(found, Language::english).c_str(), stderr);
    require(!found.hasErrors(), "the office holds");
    entries += static_cast<std::int64_t>(result.entries);
  }
  state.counters["entries/s"] =
      benchmark::Counter(static_cast<double>(entries), benchmark::Counter::kIsRate);
  state.counters["KB_per_case"] = manyJournals().bytesPerCase() / 1024;
}

BENCHMARK(sqlite_commit_raw)->Iterations(kActs)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(act_durable)->Iterations(kActs)->UseManualTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(act_on_history)
    ->Arg(10)
    ->Arg(1000)
    ->Arg(100'000)
    ->Iterations(kActs)
    ->UseRealTime()
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(inbox_1m)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(verify_chain)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(verify_journal)->Iterations(3)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace chancery::bench
