#include "runtime/terms.h"

namespace chancery::runtime {

std::optional<Date> termEnd(const flow::Term& term, Date from, const flow::State& state,
                            const Directory& directory) {
  if (term.path.empty()) return directory.dayBehind(from, term.days, term.working);
  for (const auto& [path, day] : state.dates) {
    if (path == term.path) return parseDate(day);
  }
  return std::nullopt;
}

std::optional<Date> dueOf(const OpenCase& open, const flow::Token& task,
                          const Directory& directory) {
  if (!task.due.empty()) return parseDate(task.due);
  const auto& due = open.stageOf(task).due;
  if (!due) return std::nullopt;
  return termEnd(*due, directory.dayOf(task.since), open.state, directory);
}

}  // namespace chancery::runtime
