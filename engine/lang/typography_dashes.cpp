// Hyphens that are dashes, between words and in ranges; long numbers.

#include <optional>

#include "lang/dates.h"
#include "lang/letters.h"
#include "lang/typography_words.h"

namespace chancery::lang::typography {
namespace {

constexpr std::string_view kEnDash = "–";
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool endsWithDigit(std::string_view text) {
  return !text.empty() && isAsciiDigit(text.back());
}

/// A class, a building: «5 - А».
bool isSingleCapital(std::string_view text) {
  const std::string_view letter = withoutClosing(text);
  return startsUpper(letter) && letter.size() <= 2;
}

/// What a number and a hyphen are written together with: 80-летие, 3-й.
bool continuesNumber(std::string_view text) {
  static constexpr std::array<std::string_view, 22> kEndings{
      "й",  "я",  "е",  "го", "му", "х",  "ми", "м",  "ти", "ый", "ая",
      "ое", "ые", "ой", "ом", "ым", "ых", "ую", "их", "им", "ей", "ью"};
  static constexpr std::array<std::string_view, 14> kBeginnings{
      "лет",   "дневн", "часов",  "месячн", "этажн", "кратн",  "процентн",
      "местн", "класс", "метров", "балльн", "недел", "минутн", "тысячн"};
  if (isOneOf(withoutClosing(text), kEndings)) return true;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// «научно - практическая»: a word in two parts, written with blanks by mistake.
bool isCompound(std::string_view left, std::string_view right) {
  static constexpr std::array<std::string_view, 3> kNoParts{"это", "то", "что"};
  static constexpr std::array<std::string_view, 18> kEndings{"ый",  "ий", "ой", "ая",  "яя",  "ое",
                                                             "ее",  "ые", "ие", "ого", "его", "ому",
                                                             "ему", "ых", "их", "ым",  "им",  "ую"};
  if (!left.ends_with("о") || isOneOf(std::string_view(toLower(left)), kNoParts)) return false;
  const std::string_view word = withoutClosing(right);
  return startsLower(word) &&
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Whether the hyphen that is words[i] stands for a dash. A difference, a telephone, a number of a
/// document, a word torn in two leave it as it is.
bool isHyphenForDash(const Task& task, std::size_t i) {
  const std::vector<Word>& words = task.words;
  if (i + 1 >= words.size() || words[i + 1].lineStart) return false;
  const std::string_view right = words[i + 1].core;
  if (words[i].lineStart) return !isAsciiDigit(right[0]);  // an item of a list typed by hand
  const std::string_view left = words[i - 1].core;
  if (isDash(left) || isDash(right)) return false;
  if (endsWithDigit(left) && (isAsciiDigit(right[0]) || continuesNumber(right))) return false;
  return !isSingleCapital(left) && !isSingleCapital(right) && !isCompound(left, right);
}

/// The two ends of a range, "2021" and "2023гг".
struct Ends {
  std::string_view left, right;
  std::size_t hyphen;  // in the text
};

std::optional<Ends> endsOf(const Word& word) {
  if (word.core.find('-') == std::string_view::npos) return std::nullopt;
  const std::string_view core = withoutClosing(word.core);
  const std::size_t at = core.find('-');
  if (at == std::string_view::npos || at == 0 || at + 1 == core.size()) return std::nullopt;
  if (core.find('-', at + 1) != std::string_view::npos) return std::nullopt;
  const std::size_t start = word.end - word.core.size();
  return Ends{core.substr(0, at), core.substr(at + 1), start + at};
}

bool isYear(std::string_view text) {
  return text.size() == 4 && isDigits(text) && valueOf(text) >= 1700 && valueOf(text) <= 2199;
}

bool isYearRange(const Ends& ends) {
  static constexpr std::array<std::string_view, 6> kMarks{"", "гг", "г", "годы", "годов", "годах"};
  return isYear(ends.left) && ends.right.size() >= 4 && isYear(ends.right.substr(0, 4)) &&
         isOneOf(ends.right.substr(4), kMarks) &&
         valueOf(ends.left) < valueOf(ends.right.substr(0, 4));
}

bool areAscending(const Ends& ends) {
  const auto isCount = [](std::string_view text) {
    return text.size() <= 4 && isDigits(text) && (text[0] != '0' || text.size() == 1);
  };
  return isCount(ends.left) && isCount(ends.right) && valueOf(ends.left) < valueOf(ends.right);
}

/// "dd.mm.yyyy" as a number that grows with time; 0 when it is no date.
int dateOrder(std::string_view text) {
  if (text.size() != 10 || text[2] != '.' || text[5] != '.') return 0;
  const std::string_view day = text.substr(0, 2), month = text.substr(3, 2), year = text.substr(6);
  if (!isDay(day) || !isDigits(month) || !isYear(year)) return 0;
  if (valueOf(month) < 1 || valueOf(month) > 12) return 0;
  return (valueOf(year) * 100 + valueOf(month)) * 100 + valueOf(day);
}

/// "hh:mm" in minutes from 1; 0 when it is no time.
int timeOrder(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return 0;
  const std::string_view hours = text.substr(0, 2), minutes = text.substr(3);
  if (!isDigits(hours) || !isDigits(minutes)) return 0;
  if (valueOf(hours) > 24 || valueOf(minutes) > 59) return 0;
  return valueOf(hours) * 60 + valueOf(minutes) + 1;
}

bool isMonth(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kNominative{
      "январь", "февраль", "март",     "апрель",  "май",    "июнь",
      "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
  const std::string lower = toLower(text);
  return isOneOf(std::string_view(lower), kNominative) || isMonthGenitive(lower);
}

/// What can be counted by a range: 5-11 классов. No letters that an address has too.
bool isCounted(std::string_view text) {
  static constexpr std::array<std::string_view, 40> kWords{
      "дня",   "дней",   "лет",    "года",    "год",     "годы",    "человек",  "человека",
      "часа",  "часов",  "минут",  "минуты",  "месяца",  "месяцев", "недели",   "недель",
      "класс", "класса", "классы", "классов", "классах", "классам", "классами", "раз",
      "раза",  "этаж",   "этажа",  "этажей",  "места",   "мест",    "страниц",  "страницы",
      "слов",  "слова",  "уроков", "урока",   "кл",      "классе",  "этажи",    "этажах"};
  return isLongUnit(text) || isOneOf(withoutClosing(text), kWords) || text.starts_with("%") ||
         text.starts_with("₽") || text.starts_with("°C");
}

/// After these a hyphen belongs to a number: 63-ФЗ, ГОСТ Р 7.0.97-2025, д. 5-7.
bool announcesNumber(std::string_view text) {
  static constexpr std::array<std::string_view, 32> kWords{
      "№",     "№№",     "n",   "§",      "гост",  "р",    "код",     "шифр",
      "дело",  "индекс", "исо", "iso",    "тел",   "факс", "телефон", "номер",
      "инн",   "огрн",   "кпп", "бик",    "снилс", "счёт", "счет",    "п",
      "пункт", "подп",   "ст",  "статья", "д",     "дом",  "кв",      "каб"};
  if (text.ends_with(',') || text.ends_with(';')) return false;
  const std::string lower = toLower(withoutClosing(text));
  return isOneOf(std::string_view(lower), kWords) || lower.starts_with("приказ") ||
         lower.starts_with("договор");
}

/// Plural references: пп. 3-5, рис. 1-3.
bool announcesRange(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kWords{"пп.", "рис.", "табл.",
                                                          "гл.", "с.",   "разд."};
  return isOneOf(text, kWords);
}

bool isCentury(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kWords{"вв", "век", "века", "веков"};
  return isOneOf(withoutClosing(text), kWords);
}

bool isRange(const Task& task, std::size_t i, const Ends& ends) {
  const std::string_view before = i > 0 ? task.words[i - 1].core : std::string_view();
  const std::string_view after =
      i + 1 < task.words.size() ? task.words[i + 1].text : std::string_view();
  // Of two ends each with a form of its own there is no doubt, wherever they stand.
  if (dateOrder(ends.left) > 0 && dateOrder(ends.left) < dateOrder(ends.right)) return true;
  if (timeOrder(ends.left) > 0 && timeOrder(ends.left) < timeOrder(ends.right)) return true;
  if (isMonth(ends.left) && isMonth(ends.right)) return true;
  if (isRoman(ends.left) && isRoman(ends.right) && isCentury(after)) return true;
  if (areAscending(ends) && announcesRange(before)) return true;
  if (announcesNumber(before)) return false;
  if (isYearRange(ends)) return true;
  if (!areAscending(ends)) return false;
  return isCounted(after) || (isDay(ends.left) && isDay(ends.right) && isMonthGenitive(after));
}

/// Money and counts; no letters that an address or a date has too.
bool endsAmount(std::string_view text) {
  return isLongUnit(text) || withoutClosing(text) == "₽";
}

}  // namespace

void findDashes(const Task& task, std::vector<TypographyEdit>& edits) {
  for (std::size_t i = 0; i < task.words.size(); ++i) {
    const Word& word = task.words[i];
    if (word.text == "-" && isHyphenForDash(task, i)) edits.push_back({word.start, 1, kEnDash});
  }
}

void findRanges(const Task& task, std::vector<TypographyEdit>& edits) {
  for (std::size_t i = 0; i < task.words.size(); ++i) {
    const auto ends = endsOf(task.words[i]);
    if (ends && isRange(task, i, *ends)) edits.push_back({ends->hyphen, 1, kEnDash});
  }
}

void findLongNumbers(const Task& task, std::vector<TypographyEdit>& edits) {
  for (std::size_t i = 0; i + 1 < task.words.size(); ++i) {
    const std::string_view number = task.words[i].core;
    const std::string_view whole = number.substr(0, number.find(','));
    if (whole.size() < 5 || whole.size() > 12 || !isDigits(whole) || whole[0] == '0') continue;
    if (whole.size() < number.size() && !isDigits(number.substr(whole.size() + 1))) continue;
    if (!endsAmount(task.words[i + 1].text)) continue;
    if (i > 0 && announcesNumber(task.words[i - 1].core)) continue;
    const std::size_t start = task.words[i].end - number.size();
    for (std::size_t at = (whole.size() - 1) % 3 + 1; at < whole.size(); at += 3) {
      edits.push_back({start + at, 0, kNoBreakSpace});
    }
  }
}

}  // namespace chancery::lang::typography
