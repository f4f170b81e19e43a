#pragma once

#include <optional>

#include "base/clock.h"
#include "store/store.h"

namespace chancery::runtime {

/// When the last thing happened to a case that its journal tells of; nothing without entries, or
/// when the last one's payload was erased. What happens next cannot be earlier.
std::optional<Moment> latestMoment(store::Transaction& transaction, std::string_view caseId);

}  // namespace chancery::runtime
