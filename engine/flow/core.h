#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "flow/definition.h"

namespace chancery::flow {

/// What the engine does by itself, outside `step`.
enum class EffectKind {
  renderDraft,  ///< the files of this round, for those who look at the draft
  renderFinal,  ///< the files with number and date
  checkForm,
  reserve,       ///< number and date from the series
  release,       ///< gives an unused number back, or explains the gap
  registration,  ///< enters the reserved number in the register for good
  wait,          ///< until a day has come
  findPeople,    ///< whom the stage asks, by the data or a role; which parts it sends on their way
  startPart,     ///< begins a case of a part's own
  awaitPart,     ///< until that case has ended
  distribute,
  publish,
};
std::string_view wordOf(EffectKind kind);
std::optional<EffectKind> findEffect(std::string_view word);

/// A primitive of the core. Stages of every kind are made of these seven.
///
///     ask     waits for a person's answer   → next, or → refused
///     effect  waits for the engine's work   → next, or → refused
///     fork    goes on in every branch
///     spread  goes on once for each person or part found; without any → otherwise
///     join    waits for its branches        → next when enough agreed, else → refused
///     choice  a condition on the data       → next when it holds, else → otherwise
///     end
struct Node {
  enum class Kind { ask, effect, fork, spread, join, choice, end };
  Kind kind = Kind::end;
  std::size_t stage = 0;
  std::size_t next = 0;
  std::size_t refused = 0;
  std::size_t otherwise = 0;           ///< choice, spread
  Selector by = {};                    ///< ask
  std::vector<Outcome> outcomes = {};  ///< ask: the allowed answers
  EffectKind effect = EffectKind::publish;
  std::vector<std::size_t> branches = {};  ///< fork
  std::size_t width = 0;                   ///< join: number of branches; 0 = as many as spread
  Quorum quorum = {};                      ///< join
  std::size_t opens = 0;  ///< join: its fork or spread; the nodes between belong to the pair
  std::string when = {};  ///< choice
  std::string part = {};  ///< ask: of the data, that the answer is about
  bool atOnce = false;    ///< ask: a refusal does not wait for the group
};

/// A definition with its compiled form; indices of nodes are stable for equal definitions.
struct Core {
  Definition definition;
  std::vector<Node> nodes;
  std::vector<std::size_t> entries;  ///< by stage: the node that the stage begins with

  const Stage& stageOf(const Node& node) const { return definition.stages[node.stage]; }
};

Core compile(Definition definition);

/// One node a line, for goldens and debugging.
std::string dump(const Core& core);

}  // namespace chancery::flow
