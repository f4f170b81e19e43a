#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "flow/core.h"
#include "flow/event.h"
#include "flow/state.h"
#include "runtime/office_journal.h"
#include "store/store.h"

namespace chancery::runtime {

/// A register's row is named by series, year and value.
using NumberKey = std::tuple<std::string, int, std::int64_t>;
using Register = std::map<NumberKey, store::NumberRow>;
NumberKey keyOf(const store::NumberRow& row);

/// What the registers must show, told by the journals alone.
class Ledger {
 public:
  /// An event of a case that reports an effect of this kind; `before` is the state that it met.
  void take(const std::string& caseId, flow::EffectKind kind, const flow::State& before,
            const flow::Event& event);
  /// An event of the office's own journal; false when it is impossible.
  bool take(const OfficeEvent& event);

  /// Two documents with one number would leave one row: `count` tells of it.
  Register rows() const;
  std::size_t count() const { return rows_.size() + live_.size() + kept_.size(); }
  /// How far each series must have gone in each year.
  using Lasts = std::map<std::pair<std::string, int>, std::int64_t>;
  Lasts lasts() const;

 private:
  Register rows_;                                 ///< annulled numbers of cases
  Register kept_;                                 ///< by hand
  std::map<std::string, store::NumberRow> live_;  ///< of cases, by case
  Lasts returned_;                                ///< the least given back
};

}  // namespace chancery::runtime
