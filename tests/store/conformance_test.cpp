#include <gtest/gtest.h>

#include <functional>

#include "base/error.h"
#include "base/hash.h"
#include "store/sqlite_store.h"
#include "temporary_folder.h"

// What every driver of the store must do. A driver is added to the list at the end.
namespace chancery::store {
namespace {

struct Driver {
  const char* name;
  std::function<std::unique_ptr<Store>(const std::filesystem::path&)> open;
};

class StoreConformance : public testing::TestWithParam<Driver> {
 protected:
  std::unique_ptr<Store> open() { return GetParam().open(folder_.path() / "office.db"); }

  CaseRow someCase(std::string title = "О школе") {
    return {"", "order", std::move(title), "k1", sha256("bundle"), {1'000}, "running", 0, "", "s0"};
  }
  std::string addCase(Store& store, const std::string& title = "О школе") {
    const auto transaction = store.begin(Access::write);
    const std::string id = transaction->createCase(someCase(title)).id;
    transaction->commit();
    return id;
  }
  static Change change(const std::string& id, std::uint64_t version, std::string payload = "p") {
    Change change;
    change.caseId = id;
    change.version = version;
    change.payload = std::move(payload);
    change.status = "running";
    change.state = "s" + std::to_string(version + 1);
    return change;
  }

  TemporaryFolder folder_;
};

TEST_P(StoreConformance, AnEmptyStoreKnowsNothing) {
  const auto store = open();
  const auto t = store->begin(Access::read);
  EXPECT_TRUE(t->cases().empty());
  EXPECT_FALSE(t->findCase("1"));
  EXPECT_TRUE(t->journal("1").empty());
  EXPECT_TRUE(t->tasks("1").empty());
  EXPECT_TRUE(t->outbox().empty());
  EXPECT_TRUE(t->numbers("").empty());
  EXPECT_FALSE(t->findNumber("1"));
  EXPECT_TRUE(t->blobs().empty());
}

TEST_P(StoreConformance, CasesAreNumberedFromOneAndKeptAsGiven) {
  const auto store = open();
  EXPECT_EQ(addCase(*store), "1");
  EXPECT_EQ(addCase(*store, "b"), "2");
  const auto t = store->begin(Access::read);
  CaseRow expected = someCase();
  expected.id = "1";
  expected.head = rootHash("1", sha256("bundle"));
  EXPECT_EQ(t->findCase("1"), expected);
  ASSERT_EQ(t->cases().size(), 2u);
  EXPECT_EQ(t->cases()[1].title, "b");
  for (const char* id : {"", "3", "01", "1x", "-1", " 1", "99999999999999999999"}) {
    EXPECT_FALSE(t->findCase(id)) << id;
  }
}

TEST_P(StoreConformance, WhatIsNotCommittedIsForgotten) {
  const auto store = open();
  store->begin(Access::write)->createCase(someCase());
  EXPECT_TRUE(store->begin(Access::read)->cases().empty());
  EXPECT_EQ(addCase(*store), "1");
}

TEST_P(StoreConformance, AppendWritesEverythingTogether) {
  const auto store = open();
  const std::string id = addCase(*store);
  Change first = change(id, 0, "payload \"1\"\n");
  first.tasks = {{id, "1", "role:a", "visas", {5'000}}, {id, "2", "person:k2", "visas", {6'000}}};
  first.effects = {{0, id, "1.1", "render-draft", 0, ""}, {0, id, "1.2", "publish", 0, ""}};
  {
    const auto t = store->begin(Access::write);
    EXPECT_EQ(t->append(first), Appended::done);
    t->commit();
  }
  const auto t = store->begin(Access::read);
  const Entry entry = makeEntry(id, 1, rootHash(id, sha256("bundle")), first.payload);
  EXPECT_EQ(t->journal(id), std::vector<Entry>{entry});
  const CaseRow row = *t->findCase(id);
  EXPECT_EQ(row.version, 1u);
  EXPECT_EQ(row.head, entry.hash);
  EXPECT_EQ(row.state, "s1");
  EXPECT_EQ(t->tasks(id), first.tasks);
  EXPECT_EQ(t->outbox(), (std::vector<OutboxRow>{{1, id, "1.1", "render-draft", 0, ""},
                                                 {2, id, "1.2", "publish", 0, ""}}));
}

TEST_P(StoreConformance, AppendReplacesTasksAndClosesEffects) {
  const auto store = open();
  const std::string id = addCase(*store);
  const auto t = store->begin(Access::write);
  Change first = change(id, 0);
  first.tasks = {{id, "1", "role:a", "visas", {1}}};
  first.effects = {{0, id, "1.1", "a", 0, ""}, {0, id, "1.2", "b", 0, ""}};
  t->append(first);
  Change second = change(id, 1);
  second.status = "finished";
  second.tasks = {{id, "2", "role:b", "sign", {2}}};
  second.closed = {"1.1"};
  EXPECT_EQ(t->append(second), Appended::done);
  EXPECT_EQ(t->tasks(id), second.tasks);
  EXPECT_EQ(t->outbox(id), (std::vector<OutboxRow>{{2, id, "1.2", "b", 0, ""}}));
  EXPECT_EQ(t->findCase(id)->status, "finished");
  EXPECT_EQ(t->journal(id).size(), 2u);
}

TEST_P(StoreConformance, AppendToAnOldVersionIsAConflict) {
  const auto store = open();
  const std::string id = addCase(*store);
  const auto t = store->begin(Access::write);
  EXPECT_EQ(t->append(change(id, 1)), Appended::conflict);
  EXPECT_EQ(t->append(change(id, 0)), Appended::done);
  EXPECT_EQ(t->append(change(id, 0, "other")), Appended::conflict);
  EXPECT_EQ(t->append(change("7", 0)), Appended::conflict);
  EXPECT_EQ(t->journal(id).size(), 1u);
  EXPECT_EQ(t->findCase(id)->state, "s1");
}

TEST_P(StoreConformance, ARolledBackAppendLeavesNoTrace) {
  const auto store = open();
  const std::string id = addCase(*store);
  {
    const auto t = store->begin(Access::write);
    Change c = change(id, 0);
    c.tasks = {{id, "1", "role:a", "visas", {1}}};
    c.effects = {{0, id, "1.1", "a", 0, ""}};
    t->append(c);
    t->takeNumber("orders", 2026, 1);
    t->noteBlob("ab", 1);
  }
  const auto t = store->begin(Access::write);
  EXPECT_EQ(t->findCase(id)->version, 0u);
  EXPECT_TRUE(t->journal(id).empty());
  EXPECT_TRUE(t->tasks(id).empty());
  EXPECT_TRUE(t->outbox().empty());
  EXPECT_TRUE(t->blobs().empty());
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 1);
}

TEST_P(StoreConformance, TasksAreFoundByHolderOldestFirst) {
  const auto store = open();
  const std::string a = addCase(*store);
  const std::string b = addCase(*store);
  const auto t = store->begin(Access::write);
  Change first = change(a, 0);
  first.tasks = {{a, "2", "role:head", "sign", {9'000}},
                 {a, "10", "person:k1", "draft", {9'000}},
                 {a, "3", "role:clerk", "form", {1'000}}};
  t->append(first);
  Change second = change(b, 0);
  second.tasks = {{b, "1", "role:head", "sign", {3'000}}};
  t->append(second);
  const auto names = [&](const std::vector<std::string>& holders) {
    std::string result;
    for (const TaskRow& row : t->tasksOf(holders)) result += row.caseId + '/' + row.id + ' ';
    return result;
  };
  EXPECT_EQ(names({"role:head", "person:k1"}), "2/1 1/2 1/10 ");
  EXPECT_EQ(names({"person:k1", "role:head"}), "2/1 1/2 1/10 ");
  EXPECT_EQ(names({"role:nobody"}), "");
  EXPECT_EQ(names({}), "");
  std::string order;
  for (const TaskRow& row : t->tasks(a)) order += row.id + ' ';
  EXPECT_EQ(order, "2 3 10 ");
}

TEST_P(StoreConformance, FailuresAreCounted) {
  const auto store = open();
  const std::string id = addCase(*store);
  const auto t = store->begin(Access::write);
  Change c = change(id, 0);
  c.effects = {{0, id, "1.1", "a", 0, ""}, {0, id, "1.2", "a", 0, ""}};
  t->append(c);
  t->noteFailure(1, "disk full");
  t->noteFailure(1, "still full");
  EXPECT_EQ(t->outbox(), (std::vector<OutboxRow>{{1, id, "1.1", "a", 2, "still full"},
                                                 {2, id, "1.2", "a", 0, ""}}));
}

TEST_P(StoreConformance, NumbersRunWithinSeriesAndYear) {
  const auto store = open();
  const auto t = store->begin(Access::write);
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 1);
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 2);
  EXPECT_EQ(t->takeNumber("orders", 2027, 1), 1);
  EXPECT_EQ(t->takeNumber("staff", 2026, 100), 100);
  EXPECT_EQ(t->takeNumber("staff", 2026, 100), 101);
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 3);
}

NumberRow number(const std::string& caseId, std::int64_t value, NumberRow::Status status) {
  return {"orders", 2026, value, std::to_string(value) + "-од", "2026-06-05", caseId, status, ""};
}

TEST_P(StoreConformance, ANumberOfTheRegisterIsNotGivenAgain) {
  const auto store = open();
  const auto t = store->begin(Access::write);
  t->putNumber(number("", 7, NumberRow::Status::reserved));
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 8);
  t->putNumber(number("", 20, NumberRow::Status::annulled));
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 21);
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 22);
  EXPECT_EQ(t->takeNumber("orders", 2027, 100), 100);
  EXPECT_EQ(t->series(),
            (std::vector<SeriesRow>{{"orders", 2026, 22}, {"orders", 2027, 100}}));
}

TEST_P(StoreConformance, NumbersKeptByHandBelongToNoCase) {
  const auto store = open();
  const auto t = store->begin(Access::write);
  NumberRow first = number("", 1, NumberRow::Status::reserved);
  first.reason = "на бумаге";
  first.person = "k1";
  NumberRow second = number("", 2, NumberRow::Status::reserved);
  t->putNumber(first);
  t->putNumber(second);  // both live, of no case
  EXPECT_EQ(t->numbers("orders"), (std::vector<NumberRow>{first, second}));
  EXPECT_EQ(t->lastNumber("orders", 2026), second);
  EXPECT_FALSE(t->lastNumber("orders", 2025));
  EXPECT_FALSE(t->lastNumber("letters", 2026));
  EXPECT_FALSE(t->findNumber(""));
}

TEST_P(StoreConformance, TheNewestEntryIsFoundAlone) {
  const auto store = open();
  const std::string id = addCase(*store);
  const std::string other = addCase(*store);
  const auto t = store->begin(Access::write);
  EXPECT_FALSE(t->lastEntry(id));
  EXPECT_FALSE(t->lastEntry("7"));
  for (std::uint64_t version = 0; version < 12; ++version) {
    const std::string payload = "p" + std::to_string(version);
    ASSERT_EQ(t->append(change(id, version, payload)), Appended::done);
    EXPECT_EQ(t->lastEntry(id)->payload, payload);
    EXPECT_EQ(t->lastEntry(id)->sequence, version + 1);
  }
  EXPECT_EQ(*t->lastEntry(id), t->journal(id).back());
  EXPECT_FALSE(t->lastEntry(other));
}

TEST_P(StoreConformance, TheOfficeHasAJournalOfItsOwn) {
  const auto store = open();
  {
    const auto t = store->begin(Access::write);
    EXPECT_EQ(t->officeHead(), (JournalHead{0, rootHash("0", "")}));
    t->appendOffice("first");
    t->appendOffice("second");
    t->commit();
  }
  const auto t = store->begin(Access::read);
  const std::vector<Entry> entries = t->journal(kOfficeJournal);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0], makeEntry("0", 1, rootHash("0", ""), "first"));
  EXPECT_EQ(entries[1], makeEntry("0", 2, entries[0].hash, "second"));
  EXPECT_EQ(t->officeHead(), (JournalHead{2, entries[1].hash}));
  EXPECT_TRUE(t->cases().empty());
}

TEST_P(StoreConformance, OnlyTheNewestNumberGoesBack) {
  const auto store = open();
  const std::string a = addCase(*store);
  const std::string b = addCase(*store);
  const auto t = store->begin(Access::write);
  const auto take = [&] { return t->takeNumber("orders", 2026, 1); };
  t->putNumber(number(a, take(), NumberRow::Status::reserved));
  t->putNumber(number(b, take(), NumberRow::Status::reserved));
  EXPECT_FALSE(t->giveBackNumber("orders", 2026, 1));
  EXPECT_FALSE(t->giveBackNumber("orders", 2025, 2));
  EXPECT_FALSE(t->giveBackNumber("staff", 2026, 2));
  EXPECT_EQ(t->findNumber(b)->value, 2);
  EXPECT_TRUE(t->giveBackNumber("orders", 2026, 2));
  EXPECT_FALSE(t->findNumber(b));
  EXPECT_FALSE(t->giveBackNumber("orders", 2026, 2));
  EXPECT_EQ(take(), 2);
}

TEST_P(StoreConformance, TheRegisterKeepsAnnulledNumbers) {
  const auto store = open();
  const std::string a = addCase(*store);
  const std::string b = addCase(*store);
  const auto t = store->begin(Access::write);
  NumberRow first = number(a, 1, NumberRow::Status::reserved);
  t->putNumber(first);
  EXPECT_EQ(t->findNumber(a), first);
  first.status = NumberRow::Status::annulled;
  first.reason = "проект возвращён";
  t->putNumber(first);
  EXPECT_FALSE(t->findNumber(a));
  const NumberRow second = number(a, 2, NumberRow::Status::registered);
  t->putNumber(second);
  NumberRow other = number(b, 7, NumberRow::Status::registered);
  other.series = "staff";
  t->putNumber(other);
  EXPECT_EQ(t->findNumber(a), second);
  EXPECT_EQ(t->numbers("orders"), (std::vector<NumberRow>{first, second}));
  EXPECT_EQ(t->numbers(""), (std::vector<NumberRow>{first, second, other}));
}

TEST_P(StoreConformance, ACaseHasOneLiveNumber) {
  const auto store = open();
  const std::string a = addCase(*store);
  const auto t = store->begin(Access::write);
  t->putNumber(number(a, 1, NumberRow::Status::reserved));
  EXPECT_THROW(t->putNumber(number(a, 2, NumberRow::Status::reserved)), WorldError);
}

TEST_P(StoreConformance, BlobsAreNotedOnce) {
  const auto store = open();
  const auto t = store->begin(Access::write);
  t->noteBlob("bb", 2);
  t->noteBlob("aa", 1);
  t->noteBlob("bb", 2);
  EXPECT_EQ(t->blobs(), (std::vector<std::string>{"aa", "bb"}));
}

TEST_P(StoreConformance, SurvivesReopening) {
  addCase(*open());
  const auto store = open();
  EXPECT_EQ(store->begin(Access::read)->findCase("1")->title, "О школе");
  EXPECT_EQ(addCase(*store), "2");
}

TEST_P(StoreConformance, TwoConnectionsSeeEachOthersCommits) {
  const auto one = open();
  const auto two = open();
  const std::string id = addCase(*one);
  const auto t = two->begin(Access::write);
  EXPECT_EQ(t->append(change(id, 0)), Appended::done);
  EXPECT_EQ(one->begin(Access::read)->findCase(id)->version, 0u);
  t->commit();
  EXPECT_EQ(one->begin(Access::read)->findCase(id)->version, 1u);
}

INSTANTIATE_TEST_SUITE_P(Drivers, StoreConformance, testing::Values(Driver{"sqlite", openSqlite}),
                         [](const auto& driver) { return std::string(driver.param.name); });

}  // namespace
}  // namespace chancery::store
