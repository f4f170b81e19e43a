#include "lang/numbers.h"

#include <algorithm>
#include <cstdlib>

namespace chancery::lang {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::size_t kGroupedFrom = 5;
/// In millionths; leaves room in 64 bits for rounding up.
constexpr std::int64_t kMost = 9'000'000'000'000'000'000;

constexpr std::string_view kMinus = "\u2212";  // of typographers

/// Bytes of the space that a text begins with, of those that stand between groups of digits.
std::size_t spaceAt(std::string_view text) {
  for (const std::string_view space : {std::string_view(" "), kNoBreakSpace,
                                       std::string_view("\u202F"), std::string_view("\u2009")}) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::int64_t powerOfTen(int exponent) {
  std::int64_t result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point < text.size() ? text.substr(point + 1) : "";
  if (whole.empty() || (point < text.size() && fraction.empty())) return std::nullopt;
  if (fraction.size() > kPlaces) return std::nullopt;
  std::string digits = std::string(whole) + std::string(fraction);
  digits.append(kPlaces - fraction.size(), '0');
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!isDigit(c) || __builtin_mul_overflow(value, 10, &value) ||
        __builtin_add_overflow(value, c - '0', &value)) {
      return std::nullopt;
    }
  }
  if (value > kMost) return std::nullopt;
  return Decimal(negative ? -value : value);
}

std::string Decimal::toText() const {
  const bool negative = value_ < 0;
  std::string digits = std::to_string(value_);
  if (negative) digits.erase(0, 1);
  if (digits.size() <= kPlaces) digits.insert(0, kPlaces + 1 - digits.size(), '0');
  digits.insert(digits.size() - kPlaces, 1, '.');
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return negative ? '-' + digits : digits;
}

std::optional<Decimal> Decimal::plus(Decimal other) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(value_, other.value_, &sum)) return std::nullopt;
  if (sum > kMost || sum < -kMost) return std::nullopt;
  return Decimal(sum);
}

Decimal Decimal::rounded(int places) const {
  const std::int64_t unit = powerOfTen(kPlaces - std::clamp(places, 0, kPlaces));
  const std::int64_t rest = value_ % unit;
  std::int64_t result = value_ - rest;
  if (2 * rest >= unit) result += unit;
  if (2 * rest <= -unit) result -= unit;
  return Decimal(unit == 1 ? value_ : result);
}

std::string formatNumber(Decimal number, int places) {
  std::string text = (places < 0 ? number : number.rounded(places)).toText();
  const bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string whole = text.substr(0, point);
  std::string fraction = point < text.size() ? text.substr(point + 1) : "";
  if (places > 0)
    fraction.resize(static_cast<std::size_t>(std::min(places, Decimal::kPlaces)), '0');
  if (whole.size() >= kGroupedFrom) {
    for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, kNoBreakSpace);
  }
  std::string result = (negative ? "-" : "") + whole;
  if (!fraction.empty()) result += ',' + fraction;
  return result;
}

std::optional<std::string> plainNumber(std::string_view written) {
  if (written.empty() || written == "-" || written == "–" || written == "—") return std::string();
  std::string number;
  bool hasPoint = false, hasDigit = false;
  const bool negative = written.starts_with('-') || written.starts_with(kMinus);
  if (negative) {
    number += '-';
    written.remove_prefix(written.starts_with('-') ? 1 : kMinus.size());
  }
  while (!written.empty()) {
    const char c = written.front();
    std::size_t length = 1;
    if (isDigit(c)) {
      number += c;
      hasDigit = true;
    } else if ((c == ',' || c == '.') && !hasPoint && hasDigit) {
      number += '.';
      hasPoint = true;
    } else if (length = spaceAt(written); length == 0) {
      return std::nullopt;
    }
    written.remove_prefix(length);
  }
  if (!hasDigit || number.back() == '.') return std::nullopt;
  return number;
}

std::string_view plural(std::int64_t count, std::string_view one, std::string_view few,
                        std::string_view many) {
  const std::int64_t tens = std::abs(count % 100);
  const std::int64_t last = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (last == 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

}  // namespace chancery::lang
