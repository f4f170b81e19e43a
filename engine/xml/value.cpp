#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

#include "xml/xpath.h"

namespace chancery::xml {
namespace {

// Clause 4.2: no exponent, as many digits as tell the number; 15 hide the noise of binary
// fractions.
std::string numberText(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";
  char buffer[400];
  auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::general, 15);
  std::string text(buffer, end.ptr);
  if (text.find('e') == std::string::npos) return text;
  end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return std::string(buffer, end.ptr);
}

// Clause 4.4: optional minus and a Number, between whitespace; anything else is NaN.
double parseNumber(std::string_view text) {
  constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return kNotANumber;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  const std::string_view digits = text.substr(text[0] == '-' ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos ||
      digits == "." || digits.find('.') != digits.rfind('.')) {
    return kNotANumber;
  }
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return value;
}

}  // namespace

std::string Value::toText() const {
  if (const NodeSet* set = nodes()) return set->empty() ? std::string() : set->front().text();
  if (const auto* text = std::get_if<std::string>(&value_)) return *text;
  if (const auto* number = std::get_if<double>(&value_)) return numberText(*number);
  return std::get<bool>(value_) ? "true" : "false";
}

double Value::toNumber() const {
  if (const auto* number = std::get_if<double>(&value_)) return *number;
  if (const auto* boolean = std::get_if<bool>(&value_)) return *boolean ? 1 : 0;
  return parseNumber(toText());
}

bool Value::toBoolean() const {
  if (const NodeSet* set = nodes()) return !set->empty();
  if (const auto* text = std::get_if<std::string>(&value_)) return !text->empty();
  if (const auto* number = std::get_if<double>(&value_))
    return *number != 0 && !std::isnan(*number);
  return std::get<bool>(value_);
}

}  // namespace chancery::xml
