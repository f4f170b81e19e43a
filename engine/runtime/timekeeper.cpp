#include "runtime/timekeeper.h"

#include "runtime/desk.h"
#include "runtime/terms.h"

namespace chancery::runtime {

struct Timekeeper::Due {
  std::string caseId;
  std::string task;
  flow::Event::Kind kind = flow::Event::Kind::remind;
  Date day;
};

std::vector<Timekeeper::Due> Timekeeper::collect() const {
  const Date today = directory_.dayOf(clock_.now());
  const auto transaction = store_.begin(store::Access::read);
  std::vector<Due> dues;
  transaction->eachCase([&](const store::CaseRow& row) {
    if (row.status != flow::wordOf(flow::CaseStatus::running)) return;
    const OpenCase open = cases_.open(row);
    for (const flow::Token& token : open.state.tokens) {
      if (open.nodeOf(token).kind != flow::Node::Kind::ask) continue;
      const auto day = dueOf(open, token, directory_);
      const auto kind = day ? broughtByTime(open.stageOf(token), token, *day, today, directory_)
                            : std::nullopt;
      if (kind) dues.push_back({row.id, token.id, *kind, *day});
    }
  });
  return dues;
}

// Nothing when somebody has answered meanwhile.
bool Timekeeper::apply(const Due& due, Tick& tick) {
  const auto transaction = store_.begin(store::Access::write);
  auto open = cases_.find(*transaction, due.caseId);
  const flow::Token* token = open ? open->state.findToken(due.task) : nullptr;
  if (!token) return false;
  tick = {due.caseId, open->row.title, due.task, open->stageOf(*token).title, {}, due.day, due.kind};
  flow::Event event;
  event.kind = due.kind;
  event.moment = clock_.now();
  event.task = due.task;
  if (cases_.apply(*transaction, *open, event)) return false;
  if (const flow::Token* left = open->state.findToken(due.task)) {
    tick.holders = holdersInWords(*open, *left, directory_);
  }
  transaction->commit();
  return true;
}

std::vector<Tick> Timekeeper::run() {
  std::vector<Tick> ticks;
  for (const Due& due : collect()) {
    Tick tick;
    if (apply(due, tick)) ticks.push_back(std::move(tick));
  }
  return ticks;
}

}  // namespace chancery::runtime
