#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/length.h"

/// The smallest pieces of PDF text. Every function appends to `out`; none looks at a locale.
/// Source: ISO 32000-1, 7.3.
namespace chancery::pdf {

void addInteger(std::string& out, std::int64_t value);

/// `value` / 10^decimals without idle zeros: (8504, 2) → "85.04", (-50, 2) → "-.5", (0, 2) → "0".
void addDecimal(std::string& out, std::int64_t value, int decimals);

/// "12 0 R"
void addReference(std::string& out, int object);

/// A name with its slash; other than regular characters become #XX (7.3.5).
void addName(std::string& out, std::string_view name);

/// A string of bytes in parentheses with as few escapes as will do (7.3.4.2).
void addLiteral(std::string& out, std::string_view bytes);

/// Text for people: ASCII as it is, other text as UTF-16BE with a byte order mark (7.9.2.2).
void addTextString(std::string& out, std::string_view utf8);

/// The byte string that `addTextString` writes, without parentheses.
std::string encodeText(std::string_view utf8);

/// "(D:20260605093000+00'00')" (7.9.4)
void addDate(std::string& out, Moment moment);

/// `character` as UTF-16BE in hexadecimal digits.
void addUtf16Hex(std::string& out, char32_t character);

/// Hundredths of a point, rounded half away from zero: the unit of places on a page.
constexpr std::int64_t toHundredths(Length length) {
  constexpr std::int64_t kEmuPerHundredth = Length::kEmuPerPoint / 100;
  constexpr std::int64_t kHalf = kEmuPerHundredth / 2;
  const std::int64_t emu = length.toEmu();
  return emu < 0 ? (emu - kHalf) / kEmuPerHundredth : (emu + kHalf) / kEmuPerHundredth;
}

}  // namespace chancery::pdf
