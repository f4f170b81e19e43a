#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::lang {

/// Where a line must not break in Russian office text. Each rule can be switched off by the style
/// profile.
struct TypographyRules {
  bool initials = true;       ///< И. О. Фамилия, Фамилия И. О.
  bool numberSign = true;     ///< after № and §
  bool units = true;          ///< 5 кг, 100 руб.
  bool years = true;          ///< 2026 г., 2020–2021 гг., XX в.
  bool dayAndMonth = true;    ///< 5 июня
  bool prepositions = true;   ///< after в, к, о, с, у
  bool dash = true;           ///< before a dash
  bool abbreviations = true;  ///< after г., ул., стр., рис., п., ст., им. …
};

/// Byte offsets of the ordinary spaces that must not break, in order.
///
/// Input: well-formed UTF-8. Only single spaces between words are looked at.
/// Threads: pure. Source: the typography rules of Russian office work (Мильчин, ГОСТ Р 7.0.97).
std::vector<std::size_t> findNoBreakSpaces(std::string_view text, const TypographyRules& rules);

/// `text` with those spaces replaced by U+00A0; nothing else changes.
std::string withNoBreakSpaces(std::string_view text, const TypographyRules& rules);

}  // namespace chancery::lang
