#include "runtime/workbench.h"

#include "base/error.h"
#include "base/suggest.h"
#include "runtime/messages.h"
#include "runtime/people.h"
#include "runtime/terms.h"

namespace chancery::runtime {
namespace {

std::string russian(const Text& text, const std::vector<std::string>& arguments) {
  return fill(text.russian, arguments);
}

}  // namespace

std::vector<store::OutboxRow> Workbench::pending() const {
  return store_.begin(store::Access::read)->outbox();
}

std::optional<Work> Workbench::take(const store::OutboxRow& row) const {
  const auto transaction = store_.begin(store::Access::read);
  auto open = cases_.find(*transaction, row.caseId);
  const flow::Token* token = open ? open->state.findToken(row.key) : nullptr;
  if (!token) return std::nullopt;
  const flow::Token copy = *token;
  const flow::EffectKind kind = open->nodeOf(copy).effect;
  return Work{std::move(*open), copy, kind, row};
}

template <typename Step>
void Workbench::report(const Work& work, const Step& step) {
  const auto transaction = store_.begin(store::Access::write);
  auto open = cases_.find(*transaction, work.open.row.id);
  check(open.has_value(), "a case is never removed");
  if (!open->state.findToken(work.row.key)) return;
  const flow::Event event = step(*transaction, *open);
  const auto refusal = cases_.apply(*transaction, *open, event);
  check(!refusal, "an effect that is waited for can be reported");
  transaction->commit();
}

flow::Event Workbench::done(const Work& work, Facts facts) const {
  flow::Event event;
  event.kind = flow::Event::Kind::done;
  event.moment = clock_.now();
  event.key = work.row.key;
  event.facts = std::move(facts);
  return event;
}

flow::Event Workbench::rejected(const Work& work, std::string reason) const {
  flow::Event event;
  event.kind = flow::Event::Kind::rejected;
  event.moment = clock_.now();
  event.key = work.row.key;
  event.remark = std::move(reason);
  return event;
}

void Workbench::finish(const Work& work, const Facts& facts, const std::vector<Kept>& kept) {
  report(work, [&](store::Transaction& transaction, const OpenCase&) {
    for (const Kept& blob : kept) transaction.noteBlob(blob.hash, blob.size);
    return done(work, facts);
  });
}

void Workbench::reject(const Work& work, const std::string& reason) {
  report(work, [&](store::Transaction&, const OpenCase&) { return rejected(work, reason); });
}

void Workbench::fail(const store::OutboxRow& row, std::string_view what) {
  const auto transaction = store_.begin(store::Access::write);
  transaction->noteFailure(row.id, what);
  transaction->commit();
}

void Workbench::reserve(const Work& work) {
  report(work, [&](store::Transaction& transaction, const OpenCase& open) {
    const std::string& id = open.stageOf(work.token).series;
    const auto series = directory_.findSeries(id);
    if (!series) return rejected(work, russian(messages::kNoSeries, {id}));
    const Date day = directory_.dayOf(clock_.now());
    store::NumberRow row;
    row.series = id;
    row.year = series->yearly ? day.year : 0;
    row.value = transaction.takeNumber(id, row.year, series->startsAt);
    row.text = series->print(row.value, day.year);
    row.date = toIso(day);
    row.caseId = open.row.id;
    transaction.putNumber(row);
    return done(work, {{"number", row.text},
                       {"date", row.date},
                       {"series", id},
                       {"year", std::to_string(row.year)},
                       {"value", std::to_string(row.value)},
                       {"first", std::to_string(series->startsAt)}});
  });
}

void Workbench::findPeople(const Work& work, const std::string& data) {
  const flow::Stage& stage = work.stage();
  const bool isControl = stage.kind == flow::StageKind::control;
  const Found found = isControl ? findItems(stage.each, data, dayOf(work.token.since))
                                : runtime::findPeople(stage.each, data, directory_);
  if (!found.unknown.empty()) {
    throw WorldError("find in office.xml", joined(found.unknown, "; "),
                     russian(messages::kNotInOffice, {}));
  }
  Facts facts;
  for (const flow::Asked& asked : found.asked) {
    facts.emplace_back("person", asked.person);
    if (!asked.subject.empty()) facts.emplace_back("subject", asked.subject);
    if (!asked.due.empty()) facts.emplace_back("due", asked.due);
  }
  finish(work, facts);
}

bool Workbench::endWait(const Work& work) {
  const flow::Term& term = *work.stage().after;
  const auto day = termEnd(term, dayOf(work.token.since), work.open.state, directory_);
  if (!day && term.path.empty()) {
    throw WorldError("count", term.text(), russian(messages::kNoCalendar, {}));
  }
  if (day && toDayNumber(dayOf(clock_.now())) < toDayNumber(*day)) return false;
  finish(work, {});
  return true;
}

// A number goes back only when it is the newest; otherwise the register says why it is not used.
void Workbench::release(const Work& work) {
  report(work, [&](store::Transaction& transaction, const OpenCase& open) {
    auto row = transaction.findNumber(open.row.id);
    check(row.has_value(), "only a reserved number is released");
    if (transaction.giveBackNumber(row->series, row->year, row->value)) {
      return done(work, {{"release", "returned"}});
    }
    row->status = store::NumberRow::Status::annulled;
    row->reason = open.state.rejection;
    transaction.putNumber(*row);
    return done(work, {{"release", "annulled"}});
  });
}

// A document is registered on the day that its number and its final file bear.
void Workbench::enter(const Work& work) {
  report(work, [&](store::Transaction& transaction, const OpenCase& open) {
    auto row = transaction.findNumber(open.row.id);
    check(row.has_value(), "only a reserved number is registered");
    if (row->date != toIso(directory_.dayOf(clock_.now()))) {
      return rejected(work, russian(messages::kDayMoved, {row->date}));
    }
    row->status = store::NumberRow::Status::registered;
    transaction.putNumber(*row);
    return done(work, {});
  });
}

}  // namespace chancery::runtime
