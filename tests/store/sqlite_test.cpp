#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "store/sqlite/database.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite_store.h"
#include "temporary_folder.h"

namespace chancery::store {
namespace {

std::string pragma(sqlite::Database& database, std::string_view sql) {
  sqlite::Statement statement = database.prepare(sql);
  EXPECT_TRUE(statement.step());
  return statement.text(0);
}

TEST(Sqlite, ConnectionsAreDurable) {
  TemporaryFolder folder;
  sqlite::Database database((folder.path() / "x.db").string());
  EXPECT_EQ(pragma(database, "PRAGMA journal_mode"), "wal");
  EXPECT_EQ(pragma(database, "PRAGMA synchronous"), "2");
  EXPECT_EQ(pragma(database, "PRAGMA foreign_keys"), "1");
  EXPECT_EQ(pragma(database, "PRAGMA busy_timeout"), "30000");
}

TEST(Sqlite, TextMayHoldAnything) {
  TemporaryFolder folder;
  sqlite::Database database((folder.path() / "x.db").string());
  const std::string text("a\0'ж", 5);
  sqlite::Statement statement = database.prepare("SELECT ?, ?, NULL");
  statement.bind(text).bind(7);
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.text(0), text);
  EXPECT_EQ(statement.number(1), 7);
  EXPECT_TRUE(statement.isNull(2));
  EXPECT_FALSE(statement.isNull(0));
  EXPECT_FALSE(statement.step());
}

TEST(Sqlite, ErrorsNameTheDatabase) {
  TemporaryFolder folder;
  const std::string path = (folder.path() / "x.db").string();
  sqlite::Database database(path);
  try {
    database.execute("SELECT nonsense");
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(error.operation(), "query");
    EXPECT_EQ(error.subject(), path);
    EXPECT_EQ(error.cause(), "no such column: nonsense");
  }
  EXPECT_THROW(database.prepare("SELEC"), WorldError);
  EXPECT_THROW(openSqlite(folder.path() / "no" / "folder.db"), WorldError);
}

TEST(Sqlite, AFileThatIsNoDatabaseIsRefused) {
  TemporaryFolder folder;
  writeFile(folder.path() / "x.db", std::string(4096, 'x'));
  EXPECT_THROW(openSqlite(folder.path() / "x.db"), WorldError);
}

TEST(Sqlite, ADatabaseOfANewerVersionIsLeftAlone) {
  TemporaryFolder folder;
  const std::string path = (folder.path() / "x.db").string();
  openSqlite(path);
  {
    sqlite::Database database(path);
    EXPECT_EQ(pragma(database, "PRAGMA user_version"), std::to_string(sqlite::migrations().size()));
    database.execute("PRAGMA user_version=99");
  }
  EXPECT_THROW(openSqlite(path), WorldError);
}

TEST(Sqlite, MigrationsAreNumberedInOrder) {
  int number = 0;
  for (const sqlite::Migration& migration : sqlite::migrations()) {
    char prefix[16];
    std::snprintf(prefix, sizeof prefix, "%04d_", ++number);
    EXPECT_EQ(migration.name.substr(0, 5), prefix);
    EXPECT_FALSE(migration.sql.empty());
  }
  EXPECT_GE(number, 1);
}

TEST(Sqlite, AStoreOfTheFirstVersionIsBroughtUpToDate) {
  TemporaryFolder folder;
  const std::string path = (folder.path() / "x.db").string();
  {
    sqlite::Database database(path);
    database.execute(std::string(sqlite::migrations().front().sql).c_str());
    database.execute(
        "INSERT INTO cases VALUES (1, 'order', 'О школе', 'k1', 'b', '2026-06-05T09:00:00.000Z', "
        "'running', 0, 'h', '');"
        "INSERT INTO numbers VALUES ('orders', 2026, 3, '3-од', '2026-06-05', 1, 'annulled', 'нет')");
    database.execute("PRAGMA user_version=1");
  }
  const auto store = openSqlite(path);
  const auto t = store->begin(Access::write);
  EXPECT_EQ(t->numbers("orders"),
            (std::vector<NumberRow>{{"orders", 2026, 3, "3-од", "2026-06-05", "1",
                                     NumberRow::Status::annulled, "нет", ""}}));
  EXPECT_EQ(t->officeHead().version, 0u);
  EXPECT_EQ(t->takeNumber("orders", 2026, 1), 4);
}

}  // namespace
}  // namespace chancery::store
