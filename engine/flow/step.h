#pragma once

#include <string>
#include <variant>
#include <vector>

#include "flow/core.h"
#include "flow/event.h"
#include "flow/state.h"

namespace chancery::flow {

/// Work for the engine; `key` is unique within the case and the same on every replay.
struct Effect {
  EffectKind kind = EffectKind::publish;
  std::string key;

  bool operator==(const Effect&) const = default;
};

struct Next {
  State state;
  std::vector<Effect> effects;
};

/// Why an event changes nothing.
enum class Refusal {
  finished,     ///< the case has ended
  notOpen,      ///< no such task or effect is open (any more)
  notEntitled,  ///< the person does not hold the role
  isAuthor,     ///< an author does not review or sign the own document
  outcomeNotOffered,
  remarkMissing,
  notProvided,   ///< the definition provides no such act
  alreadyThere,  ///< recall of a draft that is with its author
  tooLate,       ///< recall or cancel after the stage that ends it
  taken,         ///< somebody else has the task
  notDelegable,  ///< a signature is not handed over
  noChange,      ///< the task is in those hands, or the term was told already
};

using Answer = std::variant<Next, Refusal>;

/// The state after an event. The first event of a case is `start`, on an empty state.
///
/// Pure: equal arguments give equal results on every machine, so a journal replayed is the state.
Answer step(const Core& core, const State& state, const Event& event);

/// Why this person could not answer a task; nothing when nothing stands against it.
std::optional<Refusal> whyNot(const Core& core, const State& state, const Token& task,
                              const std::string& person, const std::vector<std::string>& roles);

/// The state after a whole journal; nothing when an event in it is refused.
std::optional<State> replay(const Core& core, const std::vector<Event>& events);

}  // namespace chancery::flow
