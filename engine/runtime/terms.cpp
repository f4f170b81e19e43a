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

std::optional<Date> dueOf(const flow::Core& core, const flow::State& state,
                          const flow::Token& task, const Directory& directory) {
  if (!task.due.empty()) return parseDate(task.due);
  const auto& due = core.stageOf(core.nodes[task.node]).due;
  if (!due) return std::nullopt;
  return termEnd(*due, directory.dayOf(task.since), state, directory);
}

std::optional<Date> dueOf(const OpenCase& open, const flow::Token& task,
                          const Directory& directory) {
  return dueOf(*open.core, open.state, task, directory);
}

std::optional<flow::Event::Kind> broughtByTime(const flow::Stage& stage, const flow::Token& task,
                                               Date due, Date today, const Directory& directory) {
  const std::int64_t now = toDayNumber(today);
  if (now > toDayNumber(due)) {
    const bool isStated = stage.overdue != flow::Overdue::wait;
    if (isStated && !task.isLapsed) return flow::Event::Kind::lapse;
    return std::nullopt;
  }
  if (!stage.remind || task.isReminded) return std::nullopt;
  const auto first = directory.dayBehind(due, -stage.remind->days, stage.remind->working);
  if (first && now >= toDayNumber(*first)) return flow::Event::Kind::remind;
  return std::nullopt;
}

}  // namespace chancery::runtime
