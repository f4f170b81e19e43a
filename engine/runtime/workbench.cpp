#include "runtime/workbench.h"

#include <algorithm>

#include "base/error.h"
#include "base/suggest.h"
#include "runtime/conditions.h"
#include "runtime/latest.h"
#include "runtime/messages.h"
#include "runtime/parts.h"
#include "runtime/people.h"
#include "runtime/registrar.h"
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
  const auto latest = latestMoment(*transaction, open->row.id);
  if (latest && clock_.now() < *latest) {
    throw WorldError("record", "document " + open->row.id,
                     russian(messages::kClockBehind, {directory_.timeOf(*latest)}));
  }
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
    if (const auto later = laterNumber(transaction, id, row.year, day)) {
      throw WorldError("give a number", series->title,
                       fill(messages::kEarlierNumber.text.russian, {toIso(*later), toIso(day)}));
    }
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

HandedData Workbench::dataOf(const Work& work) const {
  return openData(blobs_, work.open.state.data.back());
}

void Workbench::findPeople(const Work& work) {
  const Found found = findFor(work.stage(), dataOf(work), dayOf(work.token.since), directory_);
  if (!found.unknown.empty()) {
    throw WorldError("find in office.xml", joined(found.unknown, "; "),
                     russian(messages::kNotInOffice, {}));
  }
  finish(work, flow::factsOf(found.asked));
}

// Those of one document are begun one after the other.
const std::vector<Part>& Workbench::partsOf(const Work& work) {
  const std::string key = work.open.state.data.back() + ' ' + work.stage().each;
  if (key != partsKey_) {
    parts_ = findParts(work.stage().each, dataOf(work));
    partsKey_ = key;
  }
  return parts_;
}

bool Workbench::hasEnded(const std::string& caseId) const {
  const auto row = store_.begin(store::Access::read)->findCase(caseId);
  return row && row->status != flow::wordOf(flow::CaseStatus::running);
}

void Workbench::startPart(const Work& work) {
  const std::string& title = work.token.subject;
  const std::vector<Part>& parts = partsOf(work);
  const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& candidate) {
    return candidate.hash == work.token.item;
  });
  if (part == parts.end()) throw WorldError("find", title, "the data have another part there");
  store::CaseRow row;
  row.bundle = keepBundle(
      blobs_, bundleOfPart(openBundle(blobs_, work.open.row.bundle), work.stage().workflow));
  const auto core = cases_.coreOf(row.bundle);
  Diagnostics diagnostics;
  DataFacts facts = examine(part->data, core->definition.questions(), diagnostics);
  if (diagnostics.hasErrors()) {
    return reject(work, russian(messages::kPartNotStarted,
                                {title, formatText(diagnostics, Language::russian)}));
  }
  row.workflow = core->definition.id;
  row.title = title;
  flow::Event start;
  start.kind = flow::Event::Kind::start;
  start.moment = clock_.now();
  start.person = work.open.state.author;
  start.roles = directory_.rolesOf(start.person);
  start.facts = {{"parent", work.open.row.id}, {"item", part->hash}};
  const std::vector<std::string> kept = keepData(blobs_, part->data);
  takeData(facts, kept.front(), start);
  report(work, [&](store::Transaction& transaction, const OpenCase&) {
    for (const std::string& hash : kept) transaction.noteBlob(hash, blobs_.require(hash).size());
    const auto child = cases_.begin(transaction, row, start);
    if (!child) {
      return rejected(work, russian(messages::kPartNotStarted,
                                    {title, russian(messages::kAuthorMayNot, {})}));
    }
    return done(work, {{"case", child->row.id}});
  });
}

bool Workbench::endPart(const Work& work) {
  const std::string& id = work.token.child;
  const auto child = cases_.find(*store_.begin(store::Access::read), id);
  if (!child) throw WorldError("find", "document " + id, "the database was changed from outside");
  if (child->state.status == flow::CaseStatus::running) return false;
  const std::string& title = work.token.subject;
  if (child->state.status == flow::CaseStatus::cancelled) {
    reject(work, russian(messages::kPartDropped, {title, id}));
    return true;
  }
  const std::string hash = hashOfPart(openData(blobs_, child->state.data.back()));
  if (hash == work.token.item) {
    finish(work, {});
    return true;
  }
  report(work, [&](store::Transaction&, const OpenCase&) {
    flow::Event event = rejected(work, russian(messages::kPartChanged, {title, id}));
    event.facts = {{"agreed", hash}};
    return event;
  });
  return true;
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
