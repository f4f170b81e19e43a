#pragma once

#include <optional>

#include "base/clock.h"
#include "flow/event.h"
#include "flow/state.h"
#include "runtime/cases.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// The last day of a term that begins on `from`; that day is not counted. Nothing when the data
/// state no day, or the calendar does not reach so far.
std::optional<Date> termEnd(const flow::Term& term, Date from, const flow::State& state,
                            const Directory& directory);

/// The last day on which a task is answered in time; nothing without a term.
std::optional<Date> dueOf(const flow::Core& core, const flow::State& state,
                          const flow::Token& task, const Directory& directory);
std::optional<Date> dueOf(const OpenCase& open, const flow::Token& task,
                          const Directory& directory);

/// What a task's term asks for on a day: a reminder, a lapse, or nothing (any more). `due` is its
/// last day.
std::optional<flow::Event::Kind> broughtByTime(const flow::Stage& stage, const flow::Token& task,
                                               Date due, Date today, const Directory& directory);

}  // namespace chancery::runtime
