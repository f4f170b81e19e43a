#include "chart/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "lang/numbers.h"

namespace chancery::chart {
namespace {

constexpr double kMost = 1e15;  // whole numbers up to here are exact

/// A minus sign, not a hyphen.
std::string withMinus(std::string text) {
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

std::string fixed(double value, int places) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, places)
                       .ptr;
  return {buffer.data(), end};
}

}  // namespace

std::optional<double> numberOf(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || !(std::abs(number) <= kMost))
    return std::nullopt;
  return number;
}

std::string shownNumber(std::string_view value) {
  const auto decimal = lang::Decimal::parse(value);
  if (!decimal) {
    std::string text(value);
    if (numberOf(value)) std::replace(text.begin(), text.end(), '.', ',');
    return withMinus(text);
  }
  const std::size_t point = value.find('.');
  const int places =
      point == std::string_view::npos ? 0 : static_cast<int>(value.size() - point) - 1;
  return withMinus(lang::formatNumber(*decimal, places));
}

std::string Axis::label(std::int64_t tick) const {
  int places = 0;
  for (double scaled = step;
       places < lang::Decimal::kPlaces && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled;
       ++places)
    scaled = step * std::pow(10, places + 1);
  return shownNumber(fixed(static_cast<double>(tick) * step, places));
}

Axis makeAxis(double low, double high, int most) {
  // A millionth is the least that a value tells.
  constexpr double kLeast = 1e-6, kNear = 1e-9;
  const double farthest = std::max(std::abs(low), std::abs(high));
  if (high - low < kLeast || high - low < kNear * farthest) {
    if (farthest < kLeast) return {1, 0, 1};
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
  }
  constexpr std::array<double, 5> kSteps = {1, 2, 2.5, 5, 10};
  double power = std::pow(10, std::floor(std::log10((high - low) / most)));
  for (;; power *= 10) {
    for (const double factor : kSteps) {
      Axis axis;
      axis.step = factor * power;
      // A value that is a tick but for its last bit is a tick.
      axis.first = static_cast<std::int64_t>(std::floor(low / axis.step + 1e-9));
      axis.last = static_cast<std::int64_t>(std::ceil(high / axis.step - 1e-9));
      if (axis.last - axis.first <= most) return axis;
    }
  }
}

std::vector<int> sharesOf(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += std::max(value, 0.0);
  if (sum <= 0) return {};
  std::vector<int> shares;
  std::vector<double> lost;
  for (const double value : values) {
    const double exact = std::max(value, 0.0) / sum * 1000;
    shares.push_back(static_cast<int>(std::floor(exact + 1e-9)));
    lost.push_back(exact - shares.back());
  }
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lost[a] > lost[b] + 1e-9; });
  const int missing = 1000 - std::accumulate(shares.begin(), shares.end(), 0);
  for (int i = 0; i < missing; ++i) ++shares[order[static_cast<std::size_t>(i) % order.size()]];
  return shares;
}

std::string shownShare(int tenths) {
  return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10) + "\u00A0%";
}

}  // namespace chancery::chart
