#include "runtime/answerers.h"

#include <algorithm>

#include "runtime/desk.h"

namespace chancery::runtime {
namespace {

std::vector<std::string> peopleOf(const flow::Selector& by, const flow::State& state,
                                  const Directory& directory) {
  switch (by.kind) {
    case flow::Selector::Kind::author:
      return {state.author};
    case flow::Selector::Kind::person:
      return {by.name};
    case flow::Selector::Kind::role:
      return directory.holdersOf(by.name);
    case flow::Selector::Kind::named:
      break;
  }
  return {};
}

}  // namespace

std::vector<std::string> answerersOf(const OpenCase& open, const flow::Token& task,
                                     const Directory& directory) {
  const flow::Stage& stage = open.stageOf(task);
  std::vector<std::string> asked = task.person.empty()
                                       ? peopleOf(open.nodeOf(task).by, open.state, directory)
                                       : std::vector<std::string>{task.person};
  if (task.isLapsed && stage.overdue == flow::Overdue::escalate) {
    const auto heads = peopleOf(stage.escalateTo, open.state, directory);
    asked.insert(asked.end(), heads.begin(), heads.end());
  }
  std::vector<std::string> answerers;
  for (const std::string& person : asked) {
    const bool isKnown = std::find(answerers.begin(), answerers.end(), person) != answerers.end();
    if (isKnown || !directory.knows(person)) continue;
    const auto roles = directory.rolesOf(person);
    if (!flow::whyNot(*open.core, open.state, task, person, roles)) answerers.push_back(person);
  }
  return answerers;
}

std::optional<Stuck> stuckOf(const OpenCase& open, const flow::Token& task,
                             const Directory& directory) {
  if (!answerersOf(open, task, directory).empty()) return std::nullopt;
  if (onlyAuthorHolds(*open.core, open.state, task, directory)) return Stuck::onlyAuthor;
  const bool isNamed = open.nodeOf(task).by.kind == flow::Selector::Kind::named;
  return task.person.empty() || isNamed ? Stuck::vacant : Stuck::taken;
}

}  // namespace chancery::runtime
