#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chancery::lang {

/// An exact decimal: a whole number of millionths. What money is counted in.
class Decimal {
 public:
  static constexpr int kPlaces = 6;

  Decimal() = default;
  /// `value` within ±9·10¹⁸.
  static Decimal millionths(std::int64_t value) { return Decimal(value); }
  /// "-12", "0.50" with at most six places; nothing for other text or beyond ±9·10¹².
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t toMillionths() const { return value_; }
  /// Shortest text with a point: "12", "-0.5".
  std::string toText() const;
  /// Nothing beyond ±9·10¹².
  std::optional<Decimal> plus(Decimal other) const;
  /// Halves away from zero; `places` 0 … 6.
  Decimal rounded(int places) const;

  auto operator<=>(const Decimal&) const = default;

 private:
  explicit Decimal(std::int64_t value) : value_(value) {}
  std::int64_t value_ = 0;
};

/// As Russian offices write numbers: a comma, `places` digits after it (-1: as many as there are),
/// groups of three by no-break spaces from five digits up: "1234,50", "12 345".
std::string formatNumber(Decimal number, int places = -1);

/// A number as people write it ("12,5", "−3", "1 200") with a point and no spaces: "12.5", "-3",
/// "1200". Result: "" for what stands for no value: nothing or a dash; null when it is no number.
std::optional<std::string> plainNumber(std::string_view written);

/// The form of a noun beside a number: plural(1, "день", "дня", "дней") is "день".
/// Source: Unicode CLDR, plural rules for Russian.
std::string_view plural(std::int64_t count, std::string_view one, std::string_view few,
                        std::string_view many);

}  // namespace chancery::lang
