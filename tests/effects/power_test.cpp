#include "power.h"

#include <gtest/gtest.h>

#include "store/sqlite/database.h"
#include "whole_way.h"

// The whole way of an order, with the power failing at its n-th sync for every n: nothing that was
// confirmed is lost, no number is given twice, no effect is forgotten.
namespace chancery::effects {
namespace {

// One life of the program; how many entries people have seen, also when the power fails.
std::uint64_t live(const std::filesystem::path& folder, Power& power) {
  std::uint64_t seen = 0;
  try {
    const auto store = store::openSqlite(folder / "office.db");
    wholeWay(
        folder, *store, [] {}, seen);
  } catch (const WorldError& error) {
    EXPECT_TRUE(power.hasFailed()) << error.what();
  }
  return seen;
}

std::uint64_t entriesIn(const std::filesystem::path& folder) {
  const auto store = store::openSqlite(folder / "office.db");
  const auto row = store->begin(store::Access::read)->findCase("1");
  return row ? row->version : 0;
}

void failAtEverySync(bool isTorn) {
  Power power;
  const TemporaryFolder undisturbed;
  live(undisturbed.path(), power);
  const std::string expected = endState(undisturbed.path());
  const int syncs = power.syncs();
  ASSERT_GE(syncs, 25);
  EXPECT_NE(expected.find("status=\"finished\""), std::string::npos);
  EXPECT_NE(expected.find("1-од reserved\n2-од registered\n"), std::string::npos) << expected;

  for (int n = 0; n < syncs; ++n) {
    const TemporaryFolder folder;
    power.failAfter(n);
    const std::uint64_t seen = live(folder.path(), power);
    ASSERT_TRUE(power.hasFailed()) << n;
    power.comeBack(isTorn ? static_cast<std::uint64_t>(n) + 1 : 0);
    ASSERT_GE(entriesIn(folder.path()), seen) << "power failed at sync " << n;
    ASSERT_EQ(verify(folder.path()), "") << "power failed at sync " << n;
    live(folder.path(), power);
    ASSERT_EQ(endState(folder.path()), expected) << "power failed at sync " << n;
    ASSERT_EQ(verify(folder.path()), "") << "power failed at sync " << n;
  }
}

TEST(PowerLoss, AtEverySyncNothingConfirmedIsLost) {
  failAtEverySync(false);
}
TEST(PowerLoss, SomeOfWhatWasNotSyncedMayHaveArrived) {
  failAtEverySync(true);
}

// The shim itself: a store that does not sync loses.
TEST(PowerLoss, LosesWhatWasNotSynced) {
  Power power;
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "x.db").string();
  {
    store::sqlite::Database database(path);
    database.execute("PRAGMA synchronous=OFF");
    database.execute("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)");
    power.failAfter(0);
    database.execute("INSERT INTO t VALUES (2)");
    EXPECT_FALSE(power.hasFailed());  // it never asked
    database.execute("PRAGMA synchronous=FULL");
    EXPECT_THROW(database.execute("INSERT INTO t VALUES (3)"), WorldError);
  }
  power.comeBack(0);
  store::sqlite::Database database(path);
  EXPECT_THROW(database.prepare("SELECT count(*) FROM t"), WorldError);  // no such table any more
}

}  // namespace
}  // namespace chancery::effects
