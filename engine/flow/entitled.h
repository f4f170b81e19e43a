#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/step.h"

namespace chancery::flow {

/// Whether a selector means this person.
bool isAskedBy(const Selector& by, const State& state, const std::string& person,
               const std::vector<std::string>& roles);

/// Whether a person takes part in a case: as its author, as one whom a stage may ask, as one who
/// has a task of it or has answered one.
bool takesPart(const Core& core, const State& state, const std::string& person,
               const std::vector<std::string>& roles);

/// Why a task cannot come into other hands by a claim, putBack, delegate or reassign.
std::optional<Refusal> whyNotInto(const Core& core, const State& state, const Token& task,
                                  const Event& event);

}  // namespace chancery::flow
