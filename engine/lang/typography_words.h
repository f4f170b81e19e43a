#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "lang/typography.h"

/// For the typography rules alone: the words of a text and what they are.
namespace chancery::lang::typography {

/// A word with the punctuation that clings to it, between two blanks.
struct Word {
  std::size_t start = 0;  ///< in the text
  std::size_t end = 0;
  std::string_view text;  ///< all of it
  std::string_view core;  ///< without opening brackets and quotes
  bool lineStart = false;
};

/// A text and what is looked for in it.
struct Task {
  std::string_view text;
  const TypographyRules& rules;
  const std::vector<Word>& words;
};

// The stages of findTypographyEdits; each adds its edits in any order.
void findNoBreakSpaces(const Task& task, std::vector<TypographyEdit>& edits);
void findQuotes(std::string_view text, std::vector<TypographyEdit>& edits);
void findDashes(const Task& task, std::vector<TypographyEdit>& edits);
void findRanges(const Task& task, std::vector<TypographyEdit>& edits);
void findLongNumbers(const Task& task, std::vector<TypographyEdit>& edits);

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::vector<Word> wordsOf(std::string_view text);

/// Without quotes, brackets and points at that end.
std::string_view withoutOpening(std::string_view text);
std::string_view withoutClosing(std::string_view text);
/// Initials without the comma or bracket behind them; their point stays.
std::string_view withoutMarks(std::string_view text);

inline bool isAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}
/// Digits alone.
bool isDigits(std::string_view text);
/// "5", "1234,50", "2020–2021", "12 345" with its no-break spaces.
bool isNumber(std::string_view text);
bool isRoman(std::string_view text);
/// "И." or "И.О.": capital letters, each with its point.
bool isInitials(std::string_view text);
/// A capital and small letters after it, perhaps in two parts: "Римский-Корсаков".
bool isCapitalised(std::string_view text);
bool startsUpper(std::string_view text);
bool startsLower(std::string_view text);

/// Expects digits, at most nine.
int valueOf(std::string_view digits);

bool isDash(std::string_view text);
/// "руб.", "кг": with or without their point.
bool isUnit(std::string_view text);
/// A unit of more than one letter: one that is not also part of an address or a date.
bool isLongUnit(std::string_view text);
/// "января", "января,".
bool isMonthGenitive(std::string_view text);
bool isDay(std::string_view text);

}  // namespace chancery::lang::typography
