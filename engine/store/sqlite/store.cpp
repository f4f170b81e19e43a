#include "base/error.h"
#include "store/sqlite/database.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/transaction.h"
#include "store/sqlite_store.h"

namespace chancery::store {
namespace sqlite {
namespace {

class SqliteStore : public Store {
 public:
  explicit SqliteStore(std::string path) : database_(std::move(path)) { migrate(); }

  std::unique_ptr<chancery::store::Transaction> begin(Access access) override {
    return std::make_unique<SqliteTransaction>(database_, access);
  }

 private:
  std::int64_t version() {
    Statement statement = database_.prepare("PRAGMA user_version");
    statement.step();
    return statement.number(0);
  }

  void migrate() {
    const auto latest = static_cast<std::int64_t>(migrations().size());
    if (version() == latest) return;
    database_.execute("BEGIN IMMEDIATE");  // two programs may open a new office at once
    try {
      const std::int64_t current = version();
      if (current > latest) {
        throw WorldError("open database", database_.path(),
                         "it was made by a newer version of this program");
      }
      for (std::int64_t i = current; i < latest; ++i) {
        database_.execute(std::string(migrations()[static_cast<std::size_t>(i)].sql).c_str());
      }
      database_.execute(("PRAGMA user_version=" + std::to_string(latest)).c_str());
      database_.execute("COMMIT");
    } catch (...) {
      database_.rollBack();
      throw;
    }
  }

  Database database_;
};

}  // namespace
}  // namespace sqlite

std::string_view wordOf(NumberRow::Status status) {
  switch (status) {
    case NumberRow::Status::reserved:
      return "reserved";
    case NumberRow::Status::registered:
      return "registered";
    case NumberRow::Status::annulled:
      return "annulled";
  }
  return {};
}

std::unique_ptr<Store> openSqlite(const std::filesystem::path& file) {
  return std::make_unique<sqlite::SqliteStore>(file.string());
}

}  // namespace chancery::store
