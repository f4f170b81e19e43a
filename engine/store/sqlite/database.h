#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace chancery::store::sqlite {

/// A prepared statement in use; goes back to its database when done with.
class Statement {
 public:
  Statement(sqlite3* database, sqlite3_stmt* statement, std::string_view path);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next parameter.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  /// Moves to the next row; false after the last one.
  bool step();
  /// For a statement that gives no rows.
  void run();

  std::string text(int column) const;
  /// Until the next step.
  std::string_view view(int column) const;
  bool isNull(int column) const;
  std::int64_t number(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_;
  std::string_view path_;
  int bound_ = 0;
};

/// A connection, ready for durable transactions: WAL, synchronous FULL, foreign keys, a patient
/// wait for other writers. Errors: WorldError.
class Database {
 public:
  explicit Database(std::string path);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& path() const { return path_; }
  void execute(const char* sql);
  /// Ends a transaction without it. A failure means that the database has rolled back by itself (a
  /// full disk) or is gone: nothing stays written, and the cause of it all is told elsewhere.
  void rollBack() noexcept;
  /// Prepared once and kept: `sql` must live as long as the database (a literal).
  Statement prepare(std::string_view sql);
  int changes() const;
  std::int64_t lastRow() const;

 private:
  std::string path_;
  sqlite3* database_ = nullptr;
  std::map<std::string_view, sqlite3_stmt*> statements_;
};

}  // namespace chancery::store::sqlite
