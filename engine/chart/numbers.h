#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"

namespace chancery::chart {

/// A value for drawing; nothing for "" and for what is no number.
std::optional<double> numberOf(std::string_view value);

/// A value as Russian offices write it, with the decimals that it came with: "12345.50" →
/// "12 345,50", "-3" → "−3". What is no number stays as it is.
std::string shownNumber(std::string_view value);

/// An axis of round steps.
struct Axis {
  double step = 1;
  std::int64_t first = 0, last = 1;  ///< ticks stand at these multiples of `step`

  double low() const { return static_cast<double>(first) * step; }
  double high() const { return static_cast<double>(last) * step; }
  /// The label of a tick, all with the same decimals.
  std::string label(std::int64_t tick) const;
};

/// The smallest axis with a step of 1, 2, 2.5 or 5 times a power of ten that holds `low` … `high`
/// in at most `most` steps. Ends that are equal, or nearly, give an axis from 0.
Axis makeAxis(double low, double high, int most);

/// Shares in tenths of a per cent that add up to 1000: each is cut, then those that lost most get
/// one back. Empty when nothing is positive; what is not positive has 0.
std::vector<int> sharesOf(const std::vector<double>& values);

/// 254 → "25,4 %".
std::string shownShare(int tenths);

}  // namespace chancery::chart
