// Spaces at which a line must not end.

#include "base/utf8.h"
#include "lang/letters.h"
#include "lang/typography_words.h"

namespace chancery::lang::typography {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool isPreposition(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kLetters{"в", "к", "о", "с", "у",
                                                             "В", "К", "О", "С", "У"};
  return text.size() == 2 && isOneOf(text, kLetters);
}

bool isParticle(std::string_view text) {
  if (!text.starts_with("б") && !text.starts_with("ж")) return false;
  return withoutClosing(text).size() == 2;
}

/// Without the marks around it, which do not belong to the abbreviation.
template <std::size_t N>
bool isMark(std::string_view text, const std::array<std::string_view, N>& marks) {
  return text.find('.') != std::string_view::npos && isOneOf(withoutClosing(text), marks);
}

bool isYearMark(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kMarks{"г", "гг", "уч", "уч.г"};
  return isMark(text, kMarks);
}

bool isCenturyMark(std::string_view text) {
  static constexpr std::array<std::string_view, 2> kMarks{"в", "вв"};
  return isMark(text, kMarks);
}

/// "2026", "2020–2021", "2025/26".
bool isYears(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return isNumber(text);
  return slash == 4 && isDigits(text.substr(0, 4)) && isDigits(text.substr(5));
}

/// "5", "1–5".
bool isDays(std::string_view text) {
  for (const std::string_view mark : {std::string_view("–"), std::string_view("-")}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    return isDay(text.substr(0, at)) && isDay(text.substr(at + mark.size()));
  }
  return isDay(text);
}

/// Words between a number and its unit: 5 тыс. руб., 40 кв. м.
bool isMultiple(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kWords{"тыс",  "млн", "млрд",
                                                          "трлн", "кв",  "куб"};
  return isOneOf(withoutClosing(text), kWords);
}

/// Abbreviations that belong to the name behind them.
bool isNameAbbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 21> kBeforeNames{
      "г.", "ул.", "пер.", "просп.", "пр.", "пл.",  "пос.", "с.",   "д.",   "обл.", "им.",
      "р.", "ст.", "гр.",  "дер.",   "ш.",  "наб.", "бул.", "б-р.", "мкр.", "о."};
  return isOneOf(text, kBeforeNames);
}

/// … or to the number.
bool isNumberAbbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kBeforeNumbers{
      "стр.", "с.",   "рис.",  "табл.", "п.",  "пп.",   "подп.", "ст.",
      "ч.",   "гл.",  "разд.", "прил.", "д.",  "корп.", "кв.",   "каб.",
      "т.",   "тел.", "абз.",  "вып.",  "оф.", "ауд.",  "л.",    "доп."};
  return isOneOf(text, kBeforeNumbers);
}

/// Parts of one abbreviation: т. е., и др.
bool isOneAbbreviation(std::string_view left, std::string_view right) {
  struct Pair {
    std::string_view left, right;
  };
  static constexpr std::array<Pair, 14> kPairs{{{"т.", "е."},
                                                {"т.", "д."},
                                                {"т.", "п."},
                                                {"т.", "к."},
                                                {"т.", "ч."},
                                                {"т.", "н."},
                                                {"т.", "о."},
                                                {"н.", "э."},
                                                {"и.", "о."},
                                                {"с.", "г."},
                                                {"и", "др."},
                                                {"и", "пр."},
                                                {"и", "т."},
                                                {"уч.", "г."}}};
  const std::string_view plain = withoutMarks(right);
  return std::any_of(kPairs.begin(), kPairs.end(),
                     [&](const Pair& pair) { return left == pair.left && plain == pair.right; });
}

/// Whether the space between words[i] and words[i + 1] must not break.
class Judge {
 public:
  explicit Judge(const Task& task) : words_(task.words), rules_(task.rules) {}

  bool holds(std::size_t i) const {
    const std::string_view left = words_[i].core;
    const std::string_view right = words_[i + 1].text;
    return (rules_.prepositions && isPreposition(left)) || (rules_.dash && isDash(right)) ||
           (rules_.numberSign && numberSign(left, right)) || (rules_.units && unit(i)) ||
           (rules_.years && years(left, right)) ||
           (rules_.dayAndMonth && isAsciiDigit(left[0]) && isDays(withoutClosing(left)) &&
            isMonthGenitive(right)) ||
           (rules_.initials && initials(i)) || (rules_.abbreviations && abbreviation(i)) ||
           (rules_.particles && isParticle(right) && startsLetter(left)) ||
           (rules_.digitGroups && digitGroup(i));
  }

 private:
  static bool numberSign(std::string_view left, std::string_view right) {
    if (left == "N") return isAsciiDigit(right[0]);  // the sign of legal databases
    return left == "№" || left == "§" || left == "№№" || left == "§§";
  }

  static bool startsLetter(std::string_view text) { return startsUpper(text) || startsLower(text); }

  bool unit(std::size_t i) const {
    if (isNumber(words_[i].core)) return isUnit(words_[i + 1].text);
    // 5 тыс. руб.
    return i > 0 && isMultiple(words_[i].text) && isUnit(words_[i + 1].text) &&
           (isNumber(words_[i - 1].core) || (isMultiple(words_[i - 1].text) && unit(i - 1)));
  }

  /// A letter and a point: to look no further at most words.
  static bool beginsInitials(std::string_view text) {
    return text.size() > 1 && (text[1] == '.' || (text.size() > 2 && text[2] == '.'));
  }

  bool initials(std::size_t i) const {
    const std::string_view left = words_[i].core;
    const std::string_view right = words_[i + 1].text;
    const bool rightMayBe = beginsInitials(right);
    if (!beginsInitials(left) && !rightMayBe) return false;
    const std::string_view plain = withoutMarks(right);
    if (isInitials(left)) return isInitials(plain) || isCapitalised(withoutClosing(right));
    // «Фамилия И. О.», but not a post before «И. О. Фамилия».
    if (!rightMayBe || !isInitials(plain) || !isCapitalised(left)) return false;
    if (plain.size() != right.size()) return true;  // a comma ends the name
    std::size_t next = i + 2;
    while (next < words_.size() && isInitials(words_[next].text)) ++next;
    return next >= words_.size() || !isCapitalised(withoutClosing(words_[next].text));
  }

  static bool years(std::string_view left, std::string_view right) {
    if (isAsciiDigit(left[0])) return isYears(left) && isYearMark(right);
    return isRoman(left) && isCenturyMark(right);
  }

  bool abbreviation(std::size_t i) const {
    const std::string_view own = words_[i].core;
    if (own.back() != '.') return own == "и" && isOneAbbreviation(own, words_[i + 1].text);
    const std::string_view right = words_[i + 1].core;
    const std::string lower = toLower(own);  // «Рис. 1» begins a caption
    const bool afterNumber = i > 0 && isYears(words_[i - 1].core);  // «2026 г. Москва»
    if (isNameAbbreviation(own) && startsUpper(right) && !afterNumber) return true;
    if (isOneAbbreviation(own, words_[i + 1].text)) return true;
    return isNumberAbbreviation(lower) &&
           (isAsciiDigit(right[0]) || isRoman(withoutClosing(right)) || isPoint(right));
  }

  /// «а» or а): the point of a law.
  static bool isPoint(std::string_view letter) {
    std::size_t at = 0;
    if (letter.empty() || !isLower(utf8::next(letter, at))) return false;
    return letter.substr(at).starts_with(")") || letter.substr(at).starts_with("»") ||
           letter.substr(at).starts_with("\"");
  }

  /// Between the groups of «12 500 руб.»; only where a unit says that this is one number.
  bool digitGroup(std::size_t i) const {
    if (!isGroup(words_[i].core)) return false;
    std::size_t last = i + 1;
    for (; last < words_.size(); ++last) {
      const std::string_view text = words_[last].text;
      if (text.size() < 3 || !isDigits(text.substr(0, 3))) break;
      if (text.size() == 3) continue;
      if (text[3] != ',' || !isDigits(text.substr(4))) return false;
      ++last;
      break;
    }
    return last > i + 1 && last < words_.size() && isUnit(words_[last].text);
  }

  static bool isGroup(std::string_view text) { return text.size() <= 3 && isDigits(text); }

  const std::vector<Word>& words_;
  const TypographyRules& rules_;
};

}  // namespace

void findNoBreakSpaces(const Task& task, std::vector<TypographyEdit>& edits) {
  const Judge judge(task);
  for (std::size_t i = 0; i + 1 < task.words.size(); ++i) {
    const std::size_t end = task.words[i].end;
    const bool single = task.words[i + 1].start == end + 1 && task.text[end] == ' ';
    if (single && judge.holds(i)) edits.push_back({end, 1, kNoBreakSpace});
  }
}

}  // namespace chancery::lang::typography
