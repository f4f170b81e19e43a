#pragma once

#include <optional>

#include "base/clock.h"
#include "flow/state.h"
#include "runtime/cases.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// The last day of a term that begins on `from`; that day is not counted. Nothing when the data
/// state no day, or the calendar does not reach so far.
std::optional<Date> termEnd(const flow::Term& term, Date from, const flow::State& state,
                            const Directory& directory);

/// The last day on which a task is answered in time; nothing without a term.
std::optional<Date> dueOf(const OpenCase& open, const flow::Token& task,
                          const Directory& directory);

}  // namespace chancery::runtime
