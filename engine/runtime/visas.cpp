#include "runtime/visas.h"

#include <algorithm>
#include <set>

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

// A document that came back to a stage before a visa's, and does not begin anew with its author,
// will ask that reviewer again: the visa is history, even where the state has not let go of it.
bool isOvertaken(const flow::Core& core, const flow::Visa& visa, const flow::State& now) {
  const std::size_t given = core.nodes[visa.node].stage;
  if (core.definition.stages[given].resume != flow::Resume::all) return false;
  return std::any_of(now.tokens.begin(), now.tokens.end(), [&](const flow::Token& token) {
    const flow::Node& node = core.nodes[token.node];
    const bool isReworked =
        core.stageOf(node).kind == flow::StageKind::draft && node.kind == flow::Node::Kind::ask;
    return node.stage < given && !isReworked;
  });
}

}  // namespace

std::vector<GivenVisa> visasOf(store::Transaction& transaction, const Cases& cases,
                               std::string_view caseId) {
  const auto open = cases.find(transaction, caseId);
  if (!open) return {};
  std::vector<GivenVisa> visas;
  std::set<std::string> overtaken;  // tasks
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
    for (const GivenVisa& given : visas) {
      if (isOvertaken(*open->core, given.visa, state)) overtaken.insert(given.visa.task);
    }
  }
  for (GivenVisa& given : visas) {
    given.stands = !overtaken.contains(given.visa.task) &&
                   std::any_of(state.visas.begin(), state.visas.end(),
                               [&](const flow::Visa& one) { return one.task == given.visa.task; });
  }
  return visas;
}

}  // namespace chancery::runtime
