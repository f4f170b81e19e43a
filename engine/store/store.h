#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "store/journal.h"

/// What an office remembers: cases with their journals, tasks, numbers, work not yet done.
namespace chancery::store {

struct CaseRow {
  std::string id;  ///< "1", "2" …, given by the store
  std::string workflow;
  std::string title;
  std::string author;
  std::string bundle;  ///< hash of what the case is pinned to
  Moment started;
  std::string status;
  std::uint64_t version = 0;  ///< entries in its journal
  std::string head;           ///< hash of the last entry
  std::string state;

  bool operator==(const CaseRow&) const = default;
};

/// An open task in somebody's inbox; it may stand in several.
struct TaskRow {
  std::string caseId;
  std::string id;
  std::string holder;  ///< "role:head" or "person:k1"
  std::string stage;
  Moment opened;

  bool operator==(const TaskRow&) const = default;
};

/// An effect that has to be carried out.
struct OutboxRow {
  std::int64_t id = 0;
  std::string caseId;
  std::string key;  ///< unique within the case: the effect's idempotency key
  std::string kind;
  int attempts = 0;     ///< that failed
  std::string failure;  ///< of the last attempt

  bool operator==(const OutboxRow&) const = default;
};

struct NumberRow {
  enum class Status { reserved, registered, annulled };
  std::string series;
  int year = 0;
  std::int64_t value = 0;
  std::string text;  ///< as printed
  std::string date;  ///< ISO 8601
  std::string caseId;  ///< "" = reserved by hand, for a document on paper
  Status status = Status::reserved;
  std::string reason = {};  ///< of an annulment or a reservation by hand
  std::string person = {};  ///< who reserved or annulled it by hand

  bool operator==(const NumberRow&) const = default;
};
std::string_view wordOf(NumberRow::Status status);

/// How far the numbers of a series have gone in a year (0 = it does not begin anew).
struct SeriesRow {
  std::string series;
  int year = 0;
  std::int64_t last = 0;

  bool operator==(const SeriesRow&) const = default;
};

/// One event with all that follows from it.
struct Change {
  std::string caseId;
  std::uint64_t version = 0;  ///< of the case that the event was applied to
  std::string payload;        ///< of the new journal entry
  std::string title;          ///< of the case from now on
  std::string status;
  std::string state;
  std::vector<TaskRow> tasks;       ///< all that are open now, by number and holder
  std::vector<OutboxRow> effects;   ///< new ones (caseId, key, kind)
  std::vector<std::string> closed;  ///< keys of effects that nobody waits for any more
};

enum class Appended { done, conflict };

/// One consistent look at the store, or one change of it.
///
/// What is written becomes visible and durable at `commit`, all of it or nothing. Without `commit`
/// the destructor takes everything back. A writing transaction excludes other writers from its
/// beginning on.
/// Errors: WorldError from every member.
class Transaction {
 public:
  virtual ~Transaction() = default;
  virtual void commit() = 0;

  /// Adds a case with an empty journal; gives it its id and head. `id`, `head`, `version` of `row`
  /// are not looked at.
  virtual CaseRow createCase(const CaseRow& row) = 0;
  virtual std::optional<CaseRow> findCase(std::string_view id) = 0;
  /// In the order of their beginning.
  virtual std::vector<CaseRow> cases() = 0;
  /// The same one at a time. The row is `take`'s own until it returns.
  virtual void eachCase(const std::function<void(const CaseRow&)>& take) = 0;

  /// Writes journal entry, state, tasks and outbox. `conflict` when the case has gone on since
  /// `change.version`: nothing is written.
  virtual Appended append(const Change& change) = 0;
  /// kOfficeJournal gives the office's own.
  virtual std::vector<Entry> journal(std::string_view caseId) = 0;
  /// The same one at a time. The entry is `take`'s own until it returns.
  virtual void eachEntry(std::string_view caseId,
                         const std::function<void(const Entry&)>& take) = 0;
  /// The newest entry of a case, however long its journal is; nothing when it has none.
  virtual std::optional<Entry> lastEntry(std::string_view caseId) = 0;

  /// Writes an entry into the office's own journal.
  virtual void appendOffice(std::string payload) = 0;
  virtual JournalHead officeHead() = 0;

  virtual std::vector<TaskRow> tasks(std::string_view caseId) = 0;
  /// Tasks that any of these holders may answer, oldest first.
  virtual std::vector<TaskRow> tasksOf(const std::vector<std::string>& holders) = 0;

  /// Oldest first.
  virtual std::vector<OutboxRow> outbox() = 0;
  virtual std::vector<OutboxRow> outbox(std::string_view caseId) = 0;
  virtual void noteFailure(std::int64_t outboxId, std::string_view failure) = 0;

  /// The next number of a series in a year; `first` begins it. Never one that stands in the
  /// register.
  virtual std::int64_t takeNumber(std::string_view series, int year, std::int64_t first) = 0;
  /// Adds or replaces the row of a taken number.
  virtual void putNumber(const NumberRow& row) = 0;
  /// Gives a number back when it is the newest of its series and year, and forgets its row.
  virtual bool giveBackNumber(std::string_view series, int year, std::int64_t value) = 0;
  /// The number of a case that is reserved or registered.
  virtual std::optional<NumberRow> findNumber(std::string_view caseId) = 0;
  /// The newest number of a series and year; nothing before the first.
  virtual std::optional<NumberRow> lastNumber(std::string_view series, int year) = 0;
  /// The register of a series, by year and value; "" = of all series.
  virtual std::vector<NumberRow> numbers(std::string_view series) = 0;
  virtual std::vector<SeriesRow> series() = 0;

  /// Notes that a blob with this hash lies in the blob store.
  virtual void noteBlob(std::string_view hash, std::uint64_t size) = 0;
  virtual std::vector<std::string> blobs() = 0;
};

enum class Access { read, write };

/// A database of one office.
///
/// Threads: one object belongs to one thread; several objects and processes may share a database.
class Store {
 public:
  virtual ~Store() = default;
  /// One at a time.
  virtual std::unique_ptr<Transaction> begin(Access access) = 0;
};

}  // namespace chancery::store
