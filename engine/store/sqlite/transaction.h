#pragma once

#include "store/sqlite/database.h"
#include "store/store.h"

namespace chancery::store::sqlite {

/// The Transaction of SQLite; see store/store.h for what its members promise.
class SqliteTransaction : public Transaction {
 public:
  SqliteTransaction(Database& database, Access access);
  ~SqliteTransaction() override;
  void commit() override;

  CaseRow createCase(const CaseRow& row) override;
  std::optional<CaseRow> findCase(std::string_view id) override;
  std::vector<CaseRow> cases() override;
  void eachCase(const std::function<void(const CaseRow&)>& take) override;

  Appended append(const Change& change) override;
  std::vector<Entry> journal(std::string_view caseId) override;
  void eachEntry(std::string_view caseId, const std::function<void(const Entry&)>& take) override;
  std::optional<Entry> lastEntry(std::string_view caseId) override;
  void appendOffice(std::string payload) override;
  JournalHead officeHead() override;

  std::vector<TaskRow> tasks(std::string_view caseId) override;
  std::vector<TaskRow> tasksOf(const std::vector<std::string>& holders) override;

  std::vector<OutboxRow> outbox() override;
  std::vector<OutboxRow> outbox(std::string_view caseId) override;
  void noteFailure(std::int64_t outboxId, std::string_view failure) override;

  std::int64_t takeNumber(std::string_view series, int year, std::int64_t first) override;
  void putNumber(const NumberRow& row) override;
  bool giveBackNumber(std::string_view series, int year, std::int64_t value) override;
  std::optional<NumberRow> findNumber(std::string_view caseId) override;
  std::optional<NumberRow> lastNumber(std::string_view series, int year) override;
  std::vector<NumberRow> numbers(std::string_view series) override;
  std::vector<SeriesRow> series() override;

  void noteBlob(std::string_view hash, std::uint64_t size) override;
  std::vector<std::string> blobs() override;

 private:
  Database& database_;
  bool isOpen_ = true;
};

}  // namespace chancery::store::sqlite
