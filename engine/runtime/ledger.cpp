#include "runtime/ledger.h"

#include <algorithm>
#include <cstdlib>

namespace chancery::runtime {

NumberKey keyOf(const store::NumberRow& row) {
  return {row.series, row.year, row.value};
}

void Ledger::take(const std::string& caseId, flow::EffectKind kind, const flow::State& before,
                  const flow::Event& event) {
  if (event.kind != flow::Event::Kind::done) return;
  if (kind == flow::EffectKind::reserve) {
    store::NumberRow row;
    row.series = event.fact("series");
    row.year = std::atoi(std::string(event.fact("year")).c_str());
    row.value = std::atoll(std::string(event.fact("value")).c_str());
    row.text = event.fact("number");
    row.date = event.fact("date");
    row.caseId = caseId;
    live_[caseId] = row;
  } else if (kind == flow::EffectKind::registration) {
    live_[caseId].status = store::NumberRow::Status::registered;
  } else if (kind == flow::EffectKind::release) {
    store::NumberRow row = live_[caseId];
    live_.erase(caseId);
    if (event.fact("release") == "annulled") {
      row.status = store::NumberRow::Status::annulled;
      row.reason = before.rejection;
      rows_[keyOf(row)] = row;
    } else {
      const auto [least, isNew] = returned_.try_emplace({row.series, row.year}, row.value);
      least->second = std::min(least->second, row.value);
    }
  }
}

bool Ledger::take(const OfficeEvent& event) {
  const auto found = kept_.find({event.series, event.year, event.value});
  std::optional<store::NumberRow> before;
  if (found != kept_.end()) before = found->second;
  const auto row = rowAfter(event, before);
  if (!row) return false;
  kept_[keyOf(*row)] = *row;
  return true;
}

Register Ledger::rows() const {
  Register result = rows_;
  result.insert(kept_.begin(), kept_.end());
  for (const auto& [caseId, row] : live_) result[keyOf(row)] = row;
  return result;
}

Ledger::Lasts Ledger::lasts() const {
  Lasts lasts;
  for (const auto& [key, row] : rows()) {
    std::int64_t& last = lasts[{row.series, row.year}];
    last = std::max(last, row.value);
  }
  for (const auto& [key, least] : returned_) lasts.try_emplace(key, least - 1);  // none is left
  return lasts;
}

}  // namespace chancery::runtime
