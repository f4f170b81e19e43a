#include "lang/typography_words.h"

#include "base/utf8.h"
#include "lang/dates.h"
#include "lang/letters.h"

namespace chancery::lang::typography {
namespace {

bool isCombining(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

/// Most words are plain Russian ones: the first byte of a letter tells.
bool isCyrillicLead(char c) {
  return c == '\xD0' || c == '\xD1';
}

bool endsWithLetter(std::string_view text) {
  return text.size() >= 2 && isCyrillicLead(text[text.size() - 2]);
}

template <std::size_t N>
std::string_view withoutEnding(std::string_view text,
                               const std::array<std::string_view, N>& marks) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : marks) {
      if (text.size() > mark.size() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
  const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  std::vector<Word> words;
  words.reserve(text.size() / 8 + 1);
  bool lineStart = true;
  for (std::size_t at = 0; at < text.size();) {
    if (isBlank(text[at])) {
      lineStart = lineStart || text[at] == '\n';
      ++at;
      continue;
    }
    const std::size_t start = at;
    while (at < text.size() && !isBlank(text[at])) ++at;
    const std::string_view whole = text.substr(start, at - start);
    words.push_back({start, at, whole, withoutOpening(whole), lineStart});
    lineStart = false;
  }
  return words;
}

std::string_view withoutOpening(std::string_view text) {
  if (!text.empty() && isCyrillicLead(text[0])) return text;
  static constexpr std::array<std::string_view, 6> kOpening{"(", "[", "«", "„", "\"", "“"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kOpening) {
      if (text.size() > mark.size() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

std::string_view withoutClosing(std::string_view text) {
  if (endsWithLetter(text)) return text;
  static constexpr std::array<std::string_view, 10> kClosing{")",  "]", "»", "“", "”",
                                                             "\"", ",", ";", ":", "."};
  return withoutEnding(text, kClosing);
}

std::string_view withoutMarks(std::string_view text) {
  if (endsWithLetter(text)) return text;
  static constexpr std::array<std::string_view, 8> kMarks{",", ";", ":", ")", "»", "“", "”", "\""};
  return withoutEnding(text, kMarks);
}

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

bool isNumber(std::string_view text) {
  if (text.empty() || !isAsciiDigit(text[0]) || !isAsciiDigit(text.back())) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool allowed = (c >= U'0' && c <= U'9') || c == U',' || c == U'.' || c == U'-' ||
                         c == U'–' || c == U'\u00A0';
    if (!allowed) return false;
  }
  return true;
}

bool isRoman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXLC–-") == std::string_view::npos;
}

bool isInitials(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (!isUpper(utf8::next(text, at))) return false;
    if (at >= text.size() || text[at] != '.') return false;
    ++at;
  }
  return true;
}

bool isCapitalised(std::string_view text) {
  std::size_t at = 0;
  if (text.empty() || !isUpper(utf8::next(text, at)) || at >= text.size()) return false;
  while (at < text.size()) {
    const char32_t c = utf8::next(text, at);
    if (!isLetter(c) && !isCombining(c) && c != U'-') return false;
  }
  return true;
}

bool startsUpper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && isUpper(utf8::next(text, at));
}

bool startsLower(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && isLower(utf8::next(text, at));
}

int valueOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool isDash(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kDashes{"—", "–", "-"};
  return isOneOf(text, kDashes);
}

bool isUnit(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kShort{"м", "г", "т",   "л", "ч",
                                                           "%", "‰", "₽", "°", "°C"};
  return isOneOf(withoutClosing(text), kShort) || isLongUnit(text);
}

bool isLongUnit(std::string_view text) {
  static constexpr std::array<std::string_view, 51> kUnits{
      "руб",  "рубль",  "рубля",  "рублей",   "коп",       "копейка", "копейки", "копеек", "тыс",
      "млн",  "млрд",   "трлн",   "мм",       "см",        "дм",      "км",      "га",     "мг",
      "кг",   "мл",     "мин",    "сек",      "шт",        "экз",     "чел",     "ед",     "кв",
      "куб",  "кВт",    "Вт",     "листов",   "лист",      "листа",   "балл",    "балла",  "баллов",
      "м²",   "м³",     "км²",    "см²",      "кВт·ч",     "Мбит/с",  "Гб",      "Мб",     "штук",
      "тонн", "литров", "метров", "гектаров", "процентов", "процента"};
  return isOneOf(withoutClosing(text), kUnits);
}

bool isMonthGenitive(std::string_view text) {
  const std::string_view core = withoutClosing(text);
  for (int month = 1; month <= 12; ++month) {
    if (core == monthGenitive(month)) return true;
  }
  return false;
}

bool isDay(std::string_view text) {
  return text.size() <= 2 && isDigits(text) && valueOf(text) >= 1 && valueOf(text) <= 31;
}

}  // namespace chancery::lang::typography
