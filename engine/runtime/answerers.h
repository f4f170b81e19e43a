#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/cases.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// Those who may answer a task today, each once: of the people whom it asks, who has it, and whom
/// it was escalated to, everybody whom nothing stands against. `step` lets nobody else.
std::vector<std::string> answerersOf(const OpenCase& open, const flow::Token& task,
                                     const Directory& directory);

/// Why nobody may answer a task.
enum class Stuck {
  onlyAuthor,  ///< nobody but the author holds what it asks for
  taken,       ///< who took it, or was given it, does not hold what it asks for any more
  vacant,      ///< the office has nobody whom it asks
};
/// Nothing when somebody may.
std::optional<Stuck> stuckOf(const OpenCase& open, const flow::Token& task,
                             const Directory& directory);

}  // namespace chancery::runtime
