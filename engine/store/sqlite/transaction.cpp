#include "store/sqlite/transaction.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"

namespace chancery::store::sqlite {
namespace {

// An id that is no number of ours names no case.
std::int64_t rowId(std::string_view id) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), value);
  const bool isPlain = error == std::errc() && end == id.data() + id.size() && value > 0;
  return isPlain && std::to_string(value) == id ? value : 0;
}

Moment momentOf(const std::string& text, const std::string& path) {
  const auto moment = parseMoment(text);
  if (!moment) throw WorldError("read", path, "“" + text + "” is no time");
  return *moment;
}

template <typename Row, typename Read>
std::vector<Row> all(Statement& statement, const Read& read) {
  std::vector<Row> rows;
  while (statement.step()) rows.push_back(read(statement));
  return rows;
}

void readCase(const Statement& s, const std::string& path, CaseRow& row) {
  row.id = std::to_string(s.number(0));
  row.workflow = s.text(1);
  row.title = s.text(2);
  row.author = s.text(3);
  row.bundle = s.text(4);
  row.started = momentOf(s.text(5), path);
  row.status = s.text(6);
  row.version = static_cast<std::uint64_t>(s.number(7));
  row.head = s.text(8);
  row.state = s.text(9);
}

void readEntry(const Statement& s, Entry& entry) {
  entry.caseId = std::to_string(s.number(0));
  entry.sequence = static_cast<std::uint64_t>(s.number(1));
  if (s.isNull(2)) {
    entry.payload.reset();
  } else {
    if (!entry.payload) entry.payload.emplace();
    entry.payload->assign(s.view(2));
  }
  entry.payloadHash.assign(s.view(3));
  entry.hash.assign(s.view(4));
}

TaskRow readTask(const Statement& s, const std::string& path) {
  return {std::to_string(s.number(0)), s.text(1), s.text(2), s.text(3), momentOf(s.text(4), path)};
}

OutboxRow readOutbox(const Statement& s) {
  return {s.number(0), std::to_string(s.number(1)),   s.text(2),
          s.text(3),   static_cast<int>(s.number(4)), s.text(5)};
}

NumberRow readNumber(const Statement& s) {
  NumberRow row;
  row.series = s.text(0);
  row.year = static_cast<int>(s.number(1));
  row.value = s.number(2);
  row.text = s.text(3);
  row.date = s.text(4);
  if (!s.isNull(5)) row.caseId = std::to_string(s.number(5));
  for (const auto status : {NumberRow::Status::registered, NumberRow::Status::annulled}) {
    if (s.text(6) == wordOf(status)) row.status = status;
  }
  row.reason = s.text(7);
  row.person = s.text(8);
  return row;
}

}  // namespace

SqliteTransaction::SqliteTransaction(Database& database, Access access) : database_(database) {
  database_.execute(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
}

SqliteTransaction::~SqliteTransaction() {
  if (isOpen_) database_.rollBack();
}

void SqliteTransaction::commit() {
  database_.execute("COMMIT");
  isOpen_ = false;
}

CaseRow SqliteTransaction::createCase(const CaseRow& row) {
  CaseRow created = row;
  created.version = 0;
  database_
      .prepare(
          "INSERT INTO cases (workflow, title, author, bundle, started, status, version, head, "
          "state) VALUES (?, ?, ?, ?, ?, ?, 0, '', ?)")
      .bind(row.workflow)
      .bind(row.title)
      .bind(row.author)
      .bind(row.bundle)
      .bind(toIso(row.started))
      .bind(row.status)
      .bind(row.state)
      .run();
  const std::int64_t id = database_.lastRow();
  created.id = std::to_string(id);
  created.head = rootHash(created.id, created.bundle);
  database_.prepare("UPDATE cases SET head = ? WHERE id = ?").bind(created.head).bind(id).run();
  return created;
}

std::optional<CaseRow> SqliteTransaction::findCase(std::string_view id) {
  Statement s = database_.prepare(
      "SELECT id, workflow, title, author, bundle, started, status, version, head, state "
      "FROM cases WHERE id = ?");
  s.bind(rowId(id));
  if (!s.step()) return std::nullopt;
  CaseRow row;
  readCase(s, database_.path(), row);
  return row;
}

std::vector<CaseRow> SqliteTransaction::cases() {
  std::vector<CaseRow> rows;
  eachCase([&](const CaseRow& row) { rows.push_back(row); });
  return rows;
}

void SqliteTransaction::eachCase(const std::function<void(const CaseRow&)>& take) {
  Statement s = database_.prepare(
      "SELECT id, workflow, title, author, bundle, started, status, version, head, state "
      "FROM cases ORDER BY id");
  CaseRow row;
  while (s.step()) {
    readCase(s, database_.path(), row);
    take(row);
  }
}

Appended SqliteTransaction::append(const Change& change) {
  const auto row = findCase(change.caseId);
  if (!row || row->version != change.version) return Appended::conflict;
  const std::int64_t id = rowId(change.caseId);
  const Entry entry = makeEntry(row->id, change.version + 1, row->head, change.payload);
  database_
      .prepare(
          "INSERT INTO entries (case_id, sequence, payload, payload_hash, hash) "
          "VALUES (?, ?, ?, ?, ?)")
      .bind(id)
      .bind(static_cast<std::int64_t>(entry.sequence))
      .bind(*entry.payload)
      .bind(entry.payloadHash)
      .bind(entry.hash)
      .run();
  database_.prepare("UPDATE cases SET title = COALESCE(NULLIF(?, ''), title), status = ?, version = ?, "
               "head = ?, state = ? WHERE id = ?")
      .bind(change.title)
      .bind(change.status)
      .bind(static_cast<std::int64_t>(entry.sequence))
      .bind(entry.hash)
      .bind(change.state)
      .bind(id)
      .run();
  database_.prepare("DELETE FROM tasks WHERE case_id = ?").bind(id).run();
  for (const TaskRow& task : change.tasks) {
    database_
        .prepare("INSERT INTO tasks (case_id, id, holder, stage, opened) VALUES (?, ?, ?, ?, ?)")
        .bind(id)
        .bind(task.id)
        .bind(task.holder)
        .bind(task.stage)
        .bind(toIso(task.opened))
        .run();
  }
  for (const std::string& key : change.closed) {
    database_.prepare("DELETE FROM outbox WHERE case_id = ? AND key = ?").bind(id).bind(key).run();
  }
  for (const OutboxRow& effect : change.effects) {
    database_.prepare("INSERT INTO outbox (case_id, key, kind) VALUES (?, ?, ?)")
        .bind(id)
        .bind(effect.key)
        .bind(effect.kind)
        .run();
  }
  return Appended::done;
}

std::vector<Entry> SqliteTransaction::journal(std::string_view caseId) {
  std::vector<Entry> entries;
  eachEntry(caseId, [&](const Entry& entry) { entries.push_back(entry); });
  return entries;
}

void SqliteTransaction::eachEntry(std::string_view caseId,
                                  const std::function<void(const Entry&)>& take) {
  Statement s = database_.prepare(
      caseId == kOfficeJournal
          ? "SELECT 0, sequence, payload, payload_hash, hash FROM office_entries WHERE ?1 = 0 "
            "ORDER BY sequence"
          : "SELECT case_id, sequence, payload, payload_hash, hash FROM entries "
            "WHERE case_id = ? ORDER BY sequence");
  s.bind(rowId(caseId));
  Entry entry;
  while (s.step()) {
    readEntry(s, entry);
    take(entry);
  }
}

std::optional<Entry> SqliteTransaction::lastEntry(std::string_view caseId) {
  Statement s = database_.prepare(
      "SELECT case_id, sequence, payload, payload_hash, hash FROM entries "
      "WHERE case_id = ? ORDER BY sequence DESC LIMIT 1");
  s.bind(rowId(caseId));
  if (!s.step()) return std::nullopt;
  Entry entry;
  readEntry(s, entry);
  return entry;
}

JournalHead SqliteTransaction::officeHead() {
  Statement s = database_.prepare("SELECT version, head FROM office_journal");
  check(s.step(), "an office has its journal");
  JournalHead head{static_cast<std::uint64_t>(s.number(0)), s.text(1)};
  if (head.head.empty()) head.head = rootHash(kOfficeJournal, "");
  return head;
}

void SqliteTransaction::appendOffice(std::string payload) {
  const JournalHead before = officeHead();
  const Entry entry =
      makeEntry(std::string(kOfficeJournal), before.version + 1, before.head, std::move(payload));
  database_
      .prepare(
          "INSERT INTO office_entries (sequence, payload, payload_hash, hash) VALUES (?, ?, ?, ?)")
      .bind(static_cast<std::int64_t>(entry.sequence))
      .bind(*entry.payload)
      .bind(entry.payloadHash)
      .bind(entry.hash)
      .run();
  database_.prepare("UPDATE office_journal SET version = ?, head = ?")
      .bind(static_cast<std::int64_t>(entry.sequence))
      .bind(entry.hash)
      .run();
}

std::vector<TaskRow> SqliteTransaction::tasks(std::string_view caseId) {
  Statement s = database_.prepare(
      "SELECT case_id, id, holder, stage, opened FROM tasks WHERE case_id = ? "
      "ORDER BY CAST(id AS INTEGER), holder");
  s.bind(rowId(caseId));
  return all<TaskRow>(s, [&](const Statement& row) { return readTask(row, database_.path()); });
}

std::vector<TaskRow> SqliteTransaction::tasksOf(const std::vector<std::string>& holders) {
  std::vector<TaskRow> result;
  for (const std::string& holder : holders) {
    Statement s =
        database_.prepare("SELECT case_id, id, holder, stage, opened FROM tasks WHERE holder = ?");
    s.bind(holder);
    for (TaskRow& row :
         all<TaskRow>(s, [&](const Statement& r) { return readTask(r, database_.path()); })) {
      result.push_back(std::move(row));
    }
  }
  std::sort(result.begin(), result.end(), [](const TaskRow& a, const TaskRow& b) {
    if (a.opened != b.opened) return a.opened < b.opened;
    if (a.caseId != b.caseId) return rowId(a.caseId) < rowId(b.caseId);
    return rowId(a.id) < rowId(b.id);
  });
  return result;
}

std::vector<OutboxRow> SqliteTransaction::outbox() {
  Statement s =
      database_.prepare("SELECT id, case_id, key, kind, attempts, failure FROM outbox ORDER BY id");
  return all<OutboxRow>(s, readOutbox);
}

std::vector<OutboxRow> SqliteTransaction::outbox(std::string_view caseId) {
  Statement s = database_.prepare(
      "SELECT id, case_id, key, kind, attempts, failure FROM outbox WHERE case_id = ? ORDER BY id");
  s.bind(rowId(caseId));
  return all<OutboxRow>(s, readOutbox);
}

void SqliteTransaction::noteFailure(std::int64_t outboxId, std::string_view failure) {
  database_.prepare("UPDATE outbox SET attempts = attempts + 1, failure = ? WHERE id = ?")
      .bind(failure)
      .bind(outboxId)
      .run();
}

std::int64_t SqliteTransaction::takeNumber(std::string_view series, int year, std::int64_t first) {
  // The register has the last word: whatever the series says, a number in it is taken.
  Statement s = database_.prepare(
      "WITH taken (last) AS (SELECT coalesce(max(value), 0) FROM numbers "
      "WHERE series = ?1 AND year = ?2) "
      "INSERT INTO series (series, year, last) SELECT ?1, ?2, max(?3, last + 1) FROM taken "
      "WHERE true ON CONFLICT (series, year) DO UPDATE SET "
      "last = max(last, (SELECT last FROM taken)) + 1 RETURNING last");
  s.bind(series).bind(year).bind(first);
  s.step();
  const std::int64_t value = s.number(0);
  while (s.step()) {
  }
  return value;
}

void SqliteTransaction::putNumber(const NumberRow& row) {
  database_
      .prepare(
          "INSERT INTO numbers (series, year, value, text, date, case_id, status, reason, person) "
          "VALUES (?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?) "
          "ON CONFLICT (series, year, value) DO UPDATE SET "
          "text = excluded.text, date = excluded.date, case_id = excluded.case_id, "
          "status = excluded.status, reason = excluded.reason, person = excluded.person")
      .bind(row.series)
      .bind(row.year)
      .bind(row.value)
      .bind(row.text)
      .bind(row.date)
      .bind(rowId(row.caseId))
      .bind(wordOf(row.status))
      .bind(row.reason)
      .bind(row.person)
      .run();
}

bool SqliteTransaction::giveBackNumber(std::string_view series, int year, std::int64_t value) {
  database_.prepare("UPDATE series SET last = last - 1 WHERE series = ? AND year = ? AND last = ?")
      .bind(series)
      .bind(year)
      .bind(value)
      .run();
  if (database_.changes() == 0) return false;
  database_.prepare("DELETE FROM numbers WHERE series = ? AND year = ? AND value = ?")
      .bind(series)
      .bind(year)
      .bind(value)
      .run();
  return true;
}

std::optional<NumberRow> SqliteTransaction::findNumber(std::string_view caseId) {
  Statement s = database_.prepare(
      "SELECT series, year, value, text, date, case_id, status, reason, person FROM numbers "
      "WHERE case_id = ? AND status <> 'annulled'");
  s.bind(rowId(caseId));
  if (!s.step()) return std::nullopt;
  return readNumber(s);
}

std::optional<NumberRow> SqliteTransaction::lastNumber(std::string_view series, int year) {
  Statement s = database_.prepare(
      "SELECT series, year, value, text, date, case_id, status, reason, person FROM numbers "
      "WHERE series = ? AND year = ? ORDER BY value DESC LIMIT 1");
  s.bind(series).bind(std::int64_t{year});
  if (!s.step()) return std::nullopt;
  return readNumber(s);
}

std::vector<NumberRow> SqliteTransaction::numbers(std::string_view series) {
  Statement s = database_.prepare(
      "SELECT series, year, value, text, date, case_id, status, reason, person FROM numbers "
      "WHERE ?1 = '' OR series = ?1 ORDER BY series, year, value");
  s.bind(series);
  return all<NumberRow>(s, readNumber);
}

std::vector<SeriesRow> SqliteTransaction::series() {
  Statement s = database_.prepare("SELECT series, year, last FROM series ORDER BY series, year");
  return all<SeriesRow>(s, [](const Statement& row) {
    return SeriesRow{row.text(0), static_cast<int>(row.number(1)), row.number(2)};
  });
}

void SqliteTransaction::noteBlob(std::string_view hash, std::uint64_t size) {
  database_.prepare("INSERT OR IGNORE INTO blobs (hash, size) VALUES (?, ?)")
      .bind(hash)
      .bind(static_cast<std::int64_t>(size))
      .run();
}

std::vector<std::string> SqliteTransaction::blobs() {
  Statement s = database_.prepare("SELECT hash FROM blobs ORDER BY hash");
  return all<std::string>(s, [](const Statement& row) { return row.text(0); });
}

}  // namespace chancery::store::sqlite
