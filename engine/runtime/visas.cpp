#include "runtime/visas.h"

#include <algorithm>

namespace chancery::runtime {
namespace {

using flow::Event;

/// What an event answered its task with; nothing for events of other kinds. `after` is the state
/// that it led to: a term that ended answers as the definition says.
std::optional<flow::Visa> visaOf(const Event& event, const flow::Token& task,
                                 const flow::State& before, const flow::State& after) {
  if (event.kind == Event::Kind::act) {
    if (event.outcome == flow::Outcome::submit) return std::nullopt;
    flow::Visa visa;
    visa.node = task.node;
    visa.round = before.round;
    visa.task = task.id;
    visa.person = event.person;
    visa.outcome = event.outcome;
    visa.remark = event.remark;
    visa.moment = event.moment;
    visa.from = task.from;
    visa.capacity = event.fact("capacity");
    visa.name = event.fact("name");
    visa.basis = event.fact("basis");
    return visa;
  }
  if (event.kind != Event::Kind::lapse) return std::nullopt;
  for (const flow::Visa& visa : after.visas) {
    if (visa.task == event.task) return visa;
  }
  return std::nullopt;
}

void addReplies(const Event& event, std::vector<GivenVisa>& visas) {
  for (const flow::Reply& reply : event.replies) {
    for (GivenVisa& given : visas) {
      if (given.visa.task == reply.task) given.reply = reply;
    }
  }
}

}  // namespace

std::vector<GivenVisa> visasOf(store::Transaction& transaction, const Cases& cases,
                               std::string_view caseId) {
  const auto open = cases.find(transaction, caseId);
  if (!open) return {};
  std::vector<GivenVisa> visas;
  flow::State state;
  for (const store::Entry& entry : transaction.journal(caseId)) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    if (!event) continue;
    const flow::Token* found = event->task.empty() ? nullptr : state.findToken(event->task);
    const auto task = found ? std::optional(*found) : std::nullopt;
    flow::Answer answer = flow::step(*open->core, state, *event);
    auto* next = std::get_if<flow::Next>(&answer);
    if (!next) continue;
    addReplies(*event, visas);
    if (auto visa = task ? visaOf(*event, *task, state, next->state) : std::nullopt) {
      const flow::Stage& stage = open->stageOf(*task);
      visas.push_back({std::move(*visa), stage.kind, stage.title, task->since, false, {}});
    }
    state = std::move(next->state);
  }
  for (GivenVisa& given : visas) {
    given.stands = std::any_of(state.visas.begin(), state.visas.end(),
                               [&](const flow::Visa& one) { return one.task == given.visa.task; });
  }
  return visas;
}

}  // namespace chancery::runtime
