#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "store/store.h"

namespace chancery::store {

/// Hands everything on to another transaction; tests override what they disturb.
class ForwardingTransaction : public Transaction {
 public:
  explicit ForwardingTransaction(std::unique_ptr<Transaction> inner) : inner_(std::move(inner)) {}

  void commit() override { inner_->commit(); }
  CaseRow createCase(const CaseRow& row) override { return inner_->createCase(row); }
  std::optional<CaseRow> findCase(std::string_view id) override { return inner_->findCase(id); }
  std::vector<CaseRow> cases() override { return inner_->cases(); }
  void eachCase(const std::function<void(const CaseRow&)>& take) override {
    inner_->eachCase(take);
  }
  Appended append(const Change& change) override { return inner_->append(change); }
  std::vector<Entry> journal(std::string_view caseId) override { return inner_->journal(caseId); }
  void eachEntry(std::string_view caseId, const std::function<void(const Entry&)>& take) override {
    inner_->eachEntry(caseId, take);
  }
  std::optional<Entry> lastEntry(std::string_view caseId) override {
    return inner_->lastEntry(caseId);
  }
  void appendOffice(std::string payload) override { inner_->appendOffice(std::move(payload)); }
  JournalHead officeHead() override { return inner_->officeHead(); }
  std::vector<TaskRow> tasks(std::string_view caseId) override { return inner_->tasks(caseId); }
  std::vector<TaskRow> tasksOf(const std::vector<std::string>& holders) override {
    return inner_->tasksOf(holders);
  }
  std::vector<OutboxRow> outbox() override { return inner_->outbox(); }
  std::vector<OutboxRow> outbox(std::string_view caseId) override { return inner_->outbox(caseId); }
  void noteFailure(std::int64_t outboxId, std::string_view failure) override {
    inner_->noteFailure(outboxId, failure);
  }
  std::int64_t takeNumber(std::string_view series, int year, std::int64_t first) override {
    return inner_->takeNumber(series, year, first);
  }
  void putNumber(const NumberRow& row) override { inner_->putNumber(row); }
  bool giveBackNumber(std::string_view series, int year, std::int64_t value) override {
    return inner_->giveBackNumber(series, year, value);
  }
  std::optional<NumberRow> findNumber(std::string_view caseId) override {
    return inner_->findNumber(caseId);
  }
  std::optional<NumberRow> lastNumber(std::string_view series, int year) override {
    return inner_->lastNumber(series, year);
  }
  std::vector<NumberRow> numbers(std::string_view series) override {
    return inner_->numbers(series);
  }
  std::vector<SeriesRow> series() override { return inner_->series(); }
  void noteBlob(std::string_view hash, std::uint64_t size) override {
    inner_->noteBlob(hash, size);
  }
  std::vector<std::string> blobs() override { return inner_->blobs(); }

 protected:
  Transaction& inner() { return *inner_; }

 private:
  std::unique_ptr<Transaction> inner_;
};

}  // namespace chancery::store
