#pragma once

#include <compare>
#include <cstdint>

namespace chancery {

/// A length on paper: a whole number of EMU (English Metric Units).
///
/// 1 pt = 12,700 EMU, 1 twip = 635, 1 mm = 36,000: points, twips and tenths of a millimetre are
/// exact, so layout is integer arithmetic and gives the same result on every machine.
class Length {
 public:
  constexpr Length() = default;

  static constexpr Length emu(std::int64_t value) { return Length(value); }
  static constexpr Length twips(std::int64_t value) { return Length(value * kEmuPerTwip); }
  static constexpr Length pt(double value) { return Length(rounded(value * kEmuPerPoint)); }
  static constexpr Length mm(double value) { return Length(rounded(value * kEmuPerMillimetre)); }

  constexpr std::int64_t toEmu() const { return emu_; }
  /// Nearest whole twip (1/20 pt), halves away from zero.
  constexpr std::int64_t toTwips() const { return divideRounded(emu_, kEmuPerTwip); }
  constexpr double toPt() const { return static_cast<double>(emu_) / kEmuPerPoint; }
  constexpr double toMm() const { return static_cast<double>(emu_) / kEmuPerMillimetre; }

  constexpr auto operator<=>(const Length&) const = default;

  constexpr Length operator+(Length other) const { return Length(emu_ + other.emu_); }
  constexpr Length operator-(Length other) const { return Length(emu_ - other.emu_); }
  constexpr Length operator-() const { return Length(-emu_); }
  constexpr Length operator*(std::int64_t factor) const { return Length(emu_ * factor); }
  /// Rounds towards zero, as integer division does.
  constexpr Length operator/(std::int64_t divisor) const { return Length(emu_ / divisor); }
  constexpr std::int64_t operator/(Length other) const { return emu_ / other.emu_; }
  constexpr Length& operator+=(Length other) { return *this = *this + other; }
  constexpr Length& operator-=(Length other) { return *this = *this - other; }

  /// This length times numerator / denominator, rounded to the nearest EMU.
  constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
    return Length(divideRounded(emu_ * numerator, denominator));
  }

  static constexpr std::int64_t kEmuPerPoint = 12700;
  static constexpr std::int64_t kEmuPerTwip = 635;
  static constexpr std::int64_t kEmuPerMillimetre = 36000;

 private:
  explicit constexpr Length(std::int64_t value) : emu_(value) {}

  static constexpr std::int64_t rounded(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
  }
  static constexpr std::int64_t divideRounded(std::int64_t value, std::int64_t divisor) {
    const std::int64_t half = divisor / 2;
    return value < 0 ? (value - half) / divisor : (value + half) / divisor;
  }

  std::int64_t emu_ = 0;
};

}  // namespace chancery
