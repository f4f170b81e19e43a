#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Russian typography of office text: docs/typography.md shows each rule with examples.
///
/// Words, names and figures are never changed. A rule that changes a visible character (quotes,
/// dashes, ranges, groups of digits) does nothing where the text can be read in two ways.
namespace chancery::lang {

/// Each rule can be switched by the style profile.
struct TypographyRules {
  // Where a line must not break: a space becomes a no-break space.
  bool initials = true;      ///< И. О. Фамилия, Фамилия И. О.
  bool numberSign = true;    ///< after № and §
  bool units = true;         ///< 5 кг, 100 тыс. руб., 40 кв. м
  bool years = true;         ///< 2026 г., 2020–2021 гг., XX в.
  bool dayAndMonth = true;   ///< 5 июня, «5» июня
  bool prepositions = true;  ///< after в, к, о, с, у
  bool particles = true;     ///< before б, ж
  bool dash = true;          ///< before a dash
  bool abbreviations = true;  ///< after г., ул., стр., рис., п., ст., им. …; т. е., и др.
  bool digitGroups = true;  ///< inside 12 500 руб.
  // What characters look like.
  bool quotes = true;        ///< "А "Б"" → «А „Б“»
  bool hyphenToDash = true;  ///< срок - май → срок – май
  bool ranges = true;        ///< 2021-2023 → 2021–2023
  bool splitDigits = false;  ///< 12500 руб. → 12 500 руб.
};

/// A rule with the name of its attribute in <typography> of a style profile.
struct TypographyRule {
  std::string_view name;
  bool TypographyRules::*rule;
};

inline constexpr std::array<TypographyRule, 14> kTypographyRules{{
    {"initials", &TypographyRules::initials},
    {"number-sign", &TypographyRules::numberSign},
    {"units", &TypographyRules::units},
    {"years", &TypographyRules::years},
    {"day-and-month", &TypographyRules::dayAndMonth},
    {"prepositions", &TypographyRules::prepositions},
    {"particles", &TypographyRules::particles},
    {"dash", &TypographyRules::dash},
    {"abbreviations", &TypographyRules::abbreviations},
    {"digit-groups", &TypographyRules::digitGroups},
    {"quotes", &TypographyRules::quotes},
    {"hyphen-to-dash", &TypographyRules::hyphenToDash},
    {"ranges", &TypographyRules::ranges},
    {"split-digits", &TypographyRules::splitDigits},
}};
static_assert(sizeof(TypographyRules) == kTypographyRules.size(), "a rule lacks its name");

/// The same rules without those that change what characters look like: for numbers of documents,
/// telephones, codes.
TypographyRules spacesOnly(TypographyRules rules);

/// One change: the `length` bytes at `offset` (one character, or nothing) become `text`.
struct TypographyEdit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string_view text;  ///< of static storage
  bool operator==(const TypographyEdit&) const = default;
};

/// What the rules change in a paragraph, in order of offset; no two at one place.
///
/// Input: well-formed UTF-8, the whole text of the paragraph. Only single ordinary spaces become
/// no-break ones.
/// Threads: pure. Source: Мильчин, Чельцова, Справочник издателя и автора; ГОСТ Р 7.0.97.
std::vector<TypographyEdit> findTypographyEdits(std::string_view text,
                                                const TypographyRules& rules);

/// `text` with these changes made.
std::string typeset(std::string_view text, const TypographyRules& rules);

}  // namespace chancery::lang
