#include "store/sqlite/database.h"

#include <sqlite3.h>

#include "base/error.h"

namespace chancery::store::sqlite {
namespace {

constexpr int kBusyMilliseconds = 30'000;

[[noreturn]] void fail(sqlite3* database, const char* operation, std::string_view path) {
  throw WorldError(operation, std::string(path), sqlite3_errmsg(database));
}

}  // namespace

Statement::Statement(sqlite3* database, sqlite3_stmt* statement, std::string_view path)
    : database_(database), statement_(statement), path_(path) {}

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::bind(std::string_view text) {
  const int result = sqlite3_bind_text64(statement_, ++bound_, text.data() ? text.data() : "",
                                         text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (result != SQLITE_OK) fail(database_, "bind", path_);
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  if (sqlite3_bind_int64(statement_, ++bound_, number) != SQLITE_OK) fail(database_, "bind", path_);
  return *this;
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) fail(database_, "query", path_);
  return false;
}

void Statement::run() {
  const bool hasRow = step();
  check(!hasRow, "the statement gives no rows");
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

std::string_view Statement::view(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

Database::Database(std::string path) : path_(std::move(path)) {
  constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int result = sqlite3_open_v2(path_.c_str(), &database_, kFlags, nullptr);
  if (result != SQLITE_OK) {
    const std::string cause = database_ ? sqlite3_errmsg(database_) : sqlite3_errstr(result);
    sqlite3_close_v2(database_);
    throw WorldError("open database", path_, cause);
  }
  try {
    sqlite3_busy_timeout(database_, kBusyMilliseconds);
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA foreign_keys=ON");
  } catch (...) {
    sqlite3_close_v2(database_);
    throw;
  }
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(database_);
}

void Database::execute(const char* sql) {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(database_, "query", path_);
  }
}

void Database::rollBack() noexcept {
  sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Statement Database::prepare(std::string_view sql) {
  sqlite3_stmt*& statement = statements_[sql];
  if (!statement &&
      sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    fail(database_, "prepare", path_);
  }
  return {database_, statement, path_};
}

int Database::changes() const {
  return sqlite3_changes(database_);
}

std::int64_t Database::lastRow() const {
  return sqlite3_last_insert_rowid(database_);
}

}  // namespace chancery::store::sqlite
