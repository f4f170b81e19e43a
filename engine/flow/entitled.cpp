#include "flow/entitled.h"

#include <algorithm>

// Who may do what. Everything here is asked again at every act: roles and authors are looked at as
// they are then.

namespace chancery::flow {
namespace {

// Registering and publishing are a clerk's work on any document, the clerk's own included.
bool judges(StageKind kind) {
  return kind == StageKind::check || kind == StageKind::coordinate || kind == StageKind::sign ||
         kind == StageKind::approve;
}

// A signature, and that one has read something, are one's own. Who acts in somebody's place does so
// by substitution, with its basis.
bool isPersonal(StageKind kind) {
  return kind == StageKind::draft || kind == StageKind::sign || kind == StageKind::approve ||
         kind == StageKind::acquaint;
}

bool mayNotJudgeOwn(const Core& core, const State& state, const Node& node,
                    const std::string& person) {
  const Stage& stage = core.stageOf(node);
  const bool names = node.by.kind == Selector::Kind::author;  // the definition says so itself
  return person == state.author && judges(stage.kind) && !stage.authorMayAct && !names;
}

bool isSupervisor(const Core& core, const State& state, const Event& event) {
  const auto& supervisor = core.definition.supervisor;
  return supervisor && isAskedBy(*supervisor, state, event.person, event.roles);
}

}  // namespace

bool isAskedBy(const Selector& by, const State& state, const std::string& person,
               const std::vector<std::string>& roles) {
  switch (by.kind) {
    case Selector::Kind::author:
      return person == state.author;
    case Selector::Kind::role:
      return std::find(roles.begin(), roles.end(), by.name) != roles.end();
    case Selector::Kind::person:
      return person == by.name;
    case Selector::Kind::named:
      return false;
  }
  return false;
}

bool takesPart(const Core& core, const State& state, const std::string& person,
               const std::vector<std::string>& roles) {
  if (person.empty()) return false;
  const auto isAsked = [&](const Node& node) {
    return node.kind == Node::Kind::ask && isAskedBy(node.by, state, person, roles);
  };
  const Definition& definition = core.definition;
  const auto may = [&](const Selector& by) { return isAskedBy(by, state, person, roles); };
  const bool isSet =
      (definition.supervisor && may(*definition.supervisor)) ||
      std::any_of(definition.allows.begin(), definition.allows.end(),
                  [&](const Allow& allow) { return may(allow.by); }) ||
      std::any_of(definition.stages.begin(), definition.stages.end(), [&](const Stage& stage) {
        return stage.overdue == Overdue::escalate && may(stage.escalateTo);
      });
  const auto has = [&](const Token& token) {
    return token.person == person || token.from == person;
  };
  return person == state.author || isSet || std::any_of(core.nodes.begin(), core.nodes.end(), isAsked) ||
         std::any_of(state.tokens.begin(), state.tokens.end(), has) ||
         std::any_of(state.visas.begin(), state.visas.end(),
                     [&](const Visa& visa) { return visa.person == person; });
}

std::optional<Refusal> whyNot(const Core& core, const State& state, const Token& task,
                              const std::string& person, const std::vector<std::string>& roles) {
  const Node& node = core.nodes[task.node];
  const Stage& stage = core.stageOf(node);
  const bool isEscalated = task.isLapsed && stage.overdue == Overdue::escalate &&
                           isAskedBy(stage.escalateTo, state, person, roles);
  const bool isAsked = isAskedBy(node.by, state, person, roles);
  // Who has taken a task must still be one of those whom it asks; who was given it need not.
  const bool isGiven = !task.from.empty() || node.by.kind == Selector::Kind::named ||
                       task.isReassigned;
  const bool isHolder =
      task.person.empty() ? isAsked : person == task.person && (isGiven || isAsked);
  if (!isHolder && !isEscalated) {
    return isAsked || person == task.from ? Refusal::taken : Refusal::notEntitled;
  }
  if (mayNotJudgeOwn(core, state, node, person)) return Refusal::isAuthor;
  return std::nullopt;
}

std::optional<Refusal> whyNotInto(const Core& core, const State& state, const Token& task,
                                  const Event& event) {
  const Node& node = core.nodes[task.node];
  if (event.kind == Event::Kind::putBack) {
    // What names its person itself cannot lie with anybody else.
    if (task.person != event.person) return Refusal::notEntitled;
    const bool isOwn = node.by.kind == Selector::Kind::named && task.from.empty();
    return isOwn ? std::optional(Refusal::noChange) : std::nullopt;
  }
  const bool isReassigned = event.kind == Event::Kind::reassign;
  if (isReassigned && !core.definition.supervisor) return Refusal::notProvided;
  if (isReassigned && !isSupervisor(core, state, event)) return Refusal::notEntitled;
  if (!isReassigned) {
    if (const auto refusal = whyNot(core, state, task, event.person, event.roles)) return refusal;
  }
  if (event.kind == Event::Kind::claim) {
    // The day a substitution ends, a signature must not lie with who stood in.
    if (isPersonal(core.stageOf(node).kind)) return Refusal::notDelegable;
    return task.person.empty() ? std::nullopt : std::optional(Refusal::noChange);
  }
  if (isPersonal(core.stageOf(node).kind)) return Refusal::notDelegable;
  const bool toOneself = !isReassigned && event.to == event.person;
  if (event.to.empty() || event.to == task.person || toOneself) return Refusal::noChange;
  if (mayNotJudgeOwn(core, state, node, event.to)) return Refusal::isAuthor;
  return std::nullopt;
}

}  // namespace chancery::flow
