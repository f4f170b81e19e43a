#include "lang/typography.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lang/dates.h"
#include "lang/letters.h"

namespace chancery::lang {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

/// A word with the punctuation that clings to it, between two blanks.
struct Word {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string_view text;  // all of it
  std::string_view core;  // without opening brackets and quotes
};

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view withoutOpening(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kOpening{"(", "[", "«", "„", "\""};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kOpening) {
      if (text.size() > mark.size() && text.substr(0, mark.size()) == mark) {
        text.remove_prefix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

template <std::size_t N>
std::string_view withoutEnding(std::string_view text,
                               const std::array<std::string_view, N>& marks) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : marks) {
      if (text.size() > mark.size() && text.substr(text.size() - mark.size()) == mark) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

std::string_view withoutClosing(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kClosing{")", "]", "»", "“", "\"",
                                                            ",", ";", ":", "."};
  return withoutEnding(text, kClosing);
}

/// Initials without the comma or bracket behind them; their point stays.
std::string_view withoutMarks(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kMarks{",", ";", ":", ")", "»"};
  return withoutEnding(text, kMarks);
}

bool isAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}

/// "5", "1234,50", "2020–2021", "12 345" with its no-break spaces.
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

/// "И." or "И.О.": capital letters, each with its point.
bool isInitials(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    if (!isUpper(utf8::next(text, at))) return false;
    if (at >= text.size() || text[at] != '.') return false;
    ++at;
  }
  return true;
}

/// A capital and small letters after it, perhaps in two parts: "Римский-Корсаков".
bool isCapitalised(std::string_view text) {
  std::size_t at = 0;
  if (text.empty() || !isUpper(utf8::next(text, at)) || at >= text.size()) return false;
  while (at < text.size()) {
    const char32_t c = utf8::next(text, at);
    if (!isLetter(c) && c != U'-') return false;
  }
  return true;
}

bool startsUpper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && isUpper(utf8::next(text, at));
}

bool isPreposition(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kLetters{"в", "к", "о", "с", "у",
                                                             "В", "К", "О", "С", "У"};
  return isOneOf(text, kLetters);
}

bool isDash(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kDashes{"—", "–", "-"};
  return isOneOf(text, kDashes);
}

bool isUnit(std::string_view text) {
  static constexpr std::array<std::string_view, 40> kUnits{
      "%",    "‰",   "₽", "руб", "рубль", "рубля", "рублей", "коп",  "тыс",  "млн",
      "млрд", "мм",  "см",  "дм",  "м",     "км",    "га",     "мг",   "г",    "кг",
      "т",    "л",   "мл",  "мин", "сек",   "ч",     "шт",     "экз",  "чел",  "ед",
      "кв",   "куб", "кВт", "Вт",  "°C",    "°",     "листов", "лист", "балл", "баллов"};
  return isOneOf(withoutClosing(text), kUnits);
}

bool isYearMark(std::string_view text) {
  static constexpr std::array<std::string_view, 2> kMarks{"г", "гг"};
  return isOneOf(withoutClosing(text), kMarks) && text.find('.') != std::string_view::npos;
}

bool isCenturyMark(std::string_view text) {
  static constexpr std::array<std::string_view, 2> kMarks{"в", "вв"};
  return isOneOf(withoutClosing(text), kMarks) && text.find('.') != std::string_view::npos;
}

bool isMonth(std::string_view text) {
  const std::string_view core = withoutClosing(text);
  for (int month = 1; month <= 12; ++month) {
    if (core == monthGenitive(month)) return true;
  }
  return false;
}

bool isDay(std::string_view text) {
  return text.size() <= 2 && isNumber(text) && std::stoi(std::string(text)) >= 1 &&
         std::stoi(std::string(text)) <= 31;
}

/// Abbreviations that belong to the name or number behind them.
bool isNameAbbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kBeforeNames{
      "г.", "ул.", "пер.", "просп.", "пр.", "пл.", "пос.",
      "с.", "д.",  "обл.", "им.",    "р.",  "ст.", "гр."};
  return isOneOf(text, kBeforeNames);
}

bool isNumberAbbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 18> kBeforeNumbers{
      "стр.", "с.",    "рис.",  "табл.", "п.",    "пп.", "подп.", "ст.", "ч.",
      "гл.",  "разд.", "прил.", "д.",    "корп.", "кв.", "каб.",  "т.",  "тел."};
  return isOneOf(text, kBeforeNumbers);
}

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
      ++at;
      continue;
    }
    const std::size_t start = at;
    at = std::min(text.find_first_of(" \n\t", at), text.size());
    const std::string_view whole = text.substr(start, at - start);
    words.push_back({start, at, whole, withoutOpening(whole)});
  }
  return words;
}

/// Whether the space between words[i] and words[i + 1] must not break.
class Judge {
 public:
  Judge(const std::vector<Word>& words, const TypographyRules& rules)
      : words_(words), rules_(rules) {}

  bool holds(std::size_t i) const {
    const std::string_view left = words_[i].core;
    const std::string_view right = words_[i + 1].text;
    return (rules_.initials && initials(i)) ||
           (rules_.numberSign && (left == "№" || left == "§" || left == "№№" || left == "§§")) ||
           (rules_.units && isNumber(left) && isUnit(right)) ||
           (rules_.years && years(left, right)) ||
           (rules_.dayAndMonth && isDay(left) && isMonth(right)) ||
           (rules_.prepositions && isPreposition(left)) || (rules_.dash && isDash(right)) ||
           (rules_.abbreviations && abbreviation(i));
  }

 private:
  bool initials(std::size_t i) const {
    const std::string_view left = words_[i].core;
    const std::string_view right = words_[i + 1].text;
    const std::string_view plain = withoutMarks(right);
    if (isInitials(left)) return isInitials(plain) || isCapitalised(withoutClosing(right));
    // «Фамилия И. О.», but not a post before «И. О. Фамилия».
    if (!isInitials(plain) || !isCapitalised(left)) return false;
    if (plain.size() != right.size()) return true;  // a comma ends the name
    std::size_t next = i + 2;
    while (next < words_.size() && isInitials(words_[next].text)) ++next;
    return next >= words_.size() || !isCapitalised(withoutClosing(words_[next].text));
  }

  static bool years(std::string_view left, std::string_view right) {
    return (isNumber(left) && isYearMark(right)) || (isRoman(left) && isCenturyMark(right));
  }

  bool abbreviation(std::size_t i) const {
    const std::string_view left = words_[i].core;
    const std::string_view right = withoutOpening(words_[i + 1].text);
    const bool afterNumber = i > 0 && isNumber(words_[i - 1].core);  // «2026 г. Москва»
    if (isNameAbbreviation(left) && startsUpper(right) && !afterNumber) return true;
    return isNumberAbbreviation(left) && !right.empty() && isAsciiDigit(right[0]);
  }

  const std::vector<Word>& words_;
  const TypographyRules& rules_;
};

}  // namespace

std::vector<std::size_t> findNoBreakSpaces(std::string_view text, const TypographyRules& rules) {
  const std::vector<Word> words = wordsOf(text);
  const Judge judge(words, rules);
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool single = words[i + 1].start == words[i].end + 1 && text[words[i].end] == ' ';
    if (single && judge.holds(i)) result.push_back(words[i].end);
  }
  return result;
}

std::string withNoBreakSpaces(std::string_view text, const TypographyRules& rules) {
  std::string result;
  std::size_t start = 0;
  for (const std::size_t space : findNoBreakSpaces(text, rules)) {
    result += text.substr(start, space - start);
    result += kNoBreakSpace;
    start = space + 1;
  }
  return result.append(text.substr(start));
}

}  // namespace chancery::lang
