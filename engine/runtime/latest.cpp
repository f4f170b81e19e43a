#include "runtime/latest.h"

#include "flow/event.h"

namespace chancery::runtime {

std::optional<Moment> latestMoment(store::Transaction& transaction, std::string_view caseId) {
  const auto entry = transaction.lastEntry(caseId);
  const auto event = entry ? flow::parseEvent(entry->payload.value_or("")) : std::nullopt;
  return event ? std::optional(event->moment) : std::nullopt;
}

}  // namespace chancery::runtime
