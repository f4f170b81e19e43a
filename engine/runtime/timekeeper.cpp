#include "runtime/timekeeper.h"

#include "runtime/desk.h"
#include "runtime/latest.h"
#include "runtime/terms.h"

namespace chancery::runtime {

struct Timekeeper::Due {
  std::string caseId;
  std::string task;
  std::optional<flow::Event::Kind> kind;  ///< nothing: it is told that the term has ended
  Date day;
};

// A damaged case must not stop the terms of the others.
std::optional<OpenCase> Timekeeper::openOrNote(const store::CaseRow& row) {
  try {
    return cases_.open(row);
  } catch (const WorldError& error) {
    if (!failure_) failure_ = error;
    return std::nullopt;
  }
}

std::vector<Timekeeper::Due> Timekeeper::collect() {
  const Date today = directory_.dayOf(clock_.now());
  const auto transaction = store_.begin(store::Access::read);
  std::vector<Due> dues;
  transaction->eachCase([&](const store::CaseRow& row) {
    if (row.status != flow::wordOf(flow::CaseStatus::running)) return;
    const auto open = openOrNote(row);
    if (!open) return;
    for (const flow::Token& token : open->state.tokens) {
      if (open->nodeOf(token).kind != flow::Node::Kind::ask) continue;
      const auto day = dueOf(*open, token, directory_);
      const auto kind = day ? broughtByTime(open->stageOf(token), token, *day, today, directory_)
                            : std::nullopt;
      const bool isOver = day && toDayNumber(today) > toDayNumber(*day);
      if (kind || isOver) dues.push_back({row.id, token.id, kind, *day});
    }
  });
  return dues;
}

Tick Timekeeper::tickOf(const OpenCase& open, const flow::Token& task, const Due& due) const {
  Tick tick;
  tick.caseId = due.caseId;
  tick.document = titleFor(open);
  tick.task = due.task;
  tick.stage = open.stageOf(task).title;
  tick.due = due.day;
  tick.holders = holdersInWords(open, task, directory_);
  return tick;
}

// Nothing when somebody has answered meanwhile.
std::optional<Tick> Timekeeper::apply(const Due& due) {
  const auto transaction =
      store_.begin(due.kind ? store::Access::write : store::Access::read);
  auto open = cases_.find(*transaction, due.caseId);
  const flow::Token* token = open ? open->state.findToken(due.task) : nullptr;
  if (!token) return std::nullopt;
  Tick tick = tickOf(*open, *token, due);
  tick.isOnlyTold = !due.kind;
  if (!due.kind) return tick;
  const auto latest = latestMoment(*transaction, due.caseId);
  if (latest && clock_.now() < *latest) return std::nullopt;
  flow::Event event;
  event.kind = tick.kind = *due.kind;
  event.moment = clock_.now();
  event.task = due.task;
  if (cases_.apply(*transaction, *open, event)) return std::nullopt;
  const flow::Token* left = open->state.findToken(due.task);
  tick.holders = left ? holdersInWords(*open, *left, directory_) : std::string();
  transaction->commit();
  return tick;
}

std::vector<Tick> Timekeeper::run() {
  failure_.reset();
  std::vector<Tick> ticks;
  for (const Due& due : collect()) {
    if (auto tick = apply(due)) ticks.push_back(std::move(*tick));
  }
  return ticks;
}

}  // namespace chancery::runtime
