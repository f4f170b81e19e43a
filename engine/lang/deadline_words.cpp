#include "lang/deadline_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chancery::lang::deadline {
namespace {

using Frequency = Recurrence::Frequency;

/// A word of a stem and one of the endings (a space-separated list, "_" for none).
bool isForm(std::string_view word, std::string_view stem, std::string_view endings) {
  if (!word.starts_with(stem)) return false;
  const std::string_view rest = word.substr(stem.size());
  while (!endings.empty()) {
    const std::size_t space = std::min(endings.find(' '), endings.size());
    const std::string_view ending = endings.substr(0, space);
    if (rest == (ending == "_" ? std::string_view() : ending)) return true;
    endings.remove_prefix(std::min(space + 1, endings.size()));
  }
  return false;
}

struct MonthName {
  std::string_view stem;
  std::string_view endings;
};
constexpr std::string_view kSoft = "_ ь я е ю ем";
constexpr std::array<MonthName, 12> kMonths{{{"январ", kSoft},
                                             {"феврал", kSoft},
                                             {"март", "_ а е у ом"},
                                             {"апрел", kSoft},
                                             {"ма", "й я е ю ем"},
                                             {"июн", kSoft},
                                             {"июл", kSoft},
                                             {"август", "_ а е у ом"},
                                             {"сентябр", kSoft},
                                             {"октябр", kSoft},
                                             {"ноябр", kSoft},
                                             {"декабр", kSoft}}};
constexpr std::array<std::pair<std::string_view, int>, 16> kShortMonths{{{"янв", 1},
                                                                         {"фев", 2},
                                                                         {"февр", 2},
                                                                         {"мар", 3},
                                                                         {"апр", 4},
                                                                         {"авг", 8},
                                                                         {"сен", 9},
                                                                         {"сент", 9},
                                                                         {"окт", 10},
                                                                         {"ноя", 11},
                                                                         {"нояб", 11},
                                                                         {"дек", 12},
                                                                         {"июн", 6},
                                                                         {"июл", 7},
                                                                         {"сентяб", 9},
                                                                         {"октяб", 10}}};

/// Numerals in all cases that terms stand in; the stems of «десятидневный» are beside them.
struct Numeral {
  int value;
  std::string_view forms;
  std::string_view compound;  ///< «десяти» of «десятидневный»
};
constexpr std::array<Numeral, 19> kNumerals{{
    {1, "один одного одна одной одну одно", "одно"},
    {2, "два двух две двум", "двух"},
    {3, "три трех трем", "трех"},
    {4, "четыре четырех", "четырех"},
    {5, "пять пяти", "пяти"},
    {6, "шесть шести", "шести"},
    {7, "семь семи", "семи"},
    {8, "восемь восьми", "восьми"},
    {9, "девять девяти", "девяти"},
    {10, "десять десяти", "десяти"},
    {11, "одиннадцать одиннадцати", "одиннадцати"},
    {12, "двенадцать двенадцати", "двенадцати"},
    {14, "четырнадцать четырнадцати", "четырнадцати"},
    {15, "пятнадцать пятнадцати", "пятнадцати"},
    {20, "двадцать двадцати", "двадцати"},
    {30, "тридцать тридцати", "тридцати"},
    {45, "", "сорокапяти"},
    {60, "шестьдесят шестидесяти", "шестидесяти"},
    {90, "девяносто девяноста", "девяносто"},
}};

bool isListed(std::string_view word, std::string_view forms) {
  return isForm(word, "", forms);
}

}  // namespace

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> monthOf(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (isForm(word, kMonths[i].stem, kMonths[i].endings)) return static_cast<int>(i) + 1;
  }
  for (const auto& [name, month] : kShortMonths) {
    if (word == name) return month;
  }
  return std::nullopt;
}

std::optional<int> numeralOf(std::string_view word) {
  for (const Numeral& numeral : kNumerals) {
    if (!word.empty() && isListed(word, numeral.forms)) return numeral.value;
  }
  return std::nullopt;
}

std::optional<int> ordinalOf(std::string_view word) {
  constexpr std::string_view kHard = "ый ая ое ого ой ому ую ом ым ые ых";
  constexpr std::array<std::pair<std::string_view, int>, 6> kStems{
      {{"перв", 1}, {"четверт", 4}, {"пят", 5}, {"шест", 6}, {"последн", -1}, {"втор", 2}}};
  for (const auto& [stem, value] : kStems) {
    if (isForm(word, stem, kHard) || isForm(word, stem, "ий яя ее его ей ему юю ем им"))
      return value;
  }
  if (isForm(word, "трет", "ий ья ье ьего ьей ьему ью ьем ьим")) return 3;
  return std::nullopt;
}

std::optional<int> weekdayOf(std::string_view word) {
  constexpr std::array<MonthName, 7> kDays{{{"понедельник", "_ а и ам у ом"},
                                            {"вторник", "_ а и ам у ом"},
                                            {"сред", "а у ы е ам"},
                                            {"четверг", "_ а и ам у ом"},
                                            {"пятниц", "а у ы е ам ей"},
                                            {"суббот", "а у ы е ам ой"},
                                            {"воскресень", "е я ям ю ем"}}};
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (isForm(word, kDays[i].stem, kDays[i].endings)) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<TermUnit> unitOf(std::string_view word) {
  if (isListed(word, "день дня дней дню днем дн сутки суток")) return TermUnit::day;
  if (isForm(word, "недел", "я и ь ю е ей")) return TermUnit::week;
  if (isMonthWord(word)) return TermUnit::month;
  if (isListed(word, "год года лет году")) return TermUnit::year;
  return std::nullopt;
}

std::optional<int> seasonOf(std::string_view word) {
  if (isForm(word, "зим", "а ы ой у е")) return 0;
  if (isForm(word, "весн", "а ы ой у е")) return 1;
  if (isForm(word, "лет", "о ом")) return 2;
  if (isForm(word, "осен", "ь и ью")) return 3;
  return std::nullopt;
}

bool isYearWord(std::string_view word) {
  return isListed(word, "г гг год года году годом годы годов годах годам");
}

bool isManyYears(std::string_view word) {
  return isListed(word, "гг годы годов годах годам");
}

bool isQuarterWord(std::string_view word) {
  return word == "кв" || isForm(word, "квартал", "_ а е у ы ов ах ом");
}

bool isHalfYearWord(std::string_view word) {
  return isForm(word, "полугоди", "е я и ю ем й ях");
}

bool isTenDaysWord(std::string_view word) {
  return isForm(word, "декад", "а ы е у");
}

bool isMonthWord(std::string_view word) {
  return word == "мес" || isForm(word, "месяц", "_ а е у ы ев ем");
}

bool isTimesWord(std::string_view word) {
  return isListed(word, "раз раза разу");
}

bool isDayOfMonthWord(std::string_view word) {
  return isForm(word, "числ", "о а у е ам");
}

bool isEachWord(std::string_view word) {
  return isForm(word, "кажд", "ый ая ое ого ой ому ую ом ые ых");
}

bool isSchoolWord(std::string_view word) {
  return isListed(word, "уч учеб") || isForm(word, "учебн", "ый ого ом ому ым ых ые");
}

bool isThisWord(std::string_view word) {
  return word == "сего" || word == "тек" || isForm(word, "текущ", "ий его ем ему им");
}

bool isNextWord(std::string_view word) {
  return isForm(word, "следующ", "ий его ем ему им") || isForm(word, "будущ", "ий его ем ему им");
}

bool isReportedWord(std::string_view word) {
  return isForm(word, "отчетн", "ый ым ого ому ом") || isForm(word, "прошедш", "им") ||
         isForm(word, "истекш", "им");
}

std::optional<Often> oftenOf(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Often>, 6> kWords{
      {{"ежедневн", {Frequency::daily, 1}},
       {"еженедельн", {Frequency::weekly, 1}},
       {"ежемесячн", {Frequency::monthly, 1}},
       {"ежеквартальн", {Frequency::monthly, 3}},
       {"ежегодн", {Frequency::yearly, 1}},
       {"ежеполугодн", {Frequency::monthly, 6}}}};
  for (const auto& [stem, often] : kWords) {
    if (isForm(word, stem, "о ый ая ое ые")) return often;
  }
  return std::nullopt;
}

std::optional<Often> intervalOf(std::string_view word) {
  if (isListed(word, "полгода")) return Often{Frequency::monthly, 6};
  if (isQuarterWord(word)) return Often{Frequency::monthly, 3};
  if (isHalfYearWord(word)) return Often{Frequency::monthly, 6};
  const auto unit = unitOf(word);
  if (!unit) return std::nullopt;
  switch (*unit) {
    case TermUnit::week:
      return Often{Frequency::weekly, 1};
    case TermUnit::month:
      return Often{Frequency::monthly, 1};
    case TermUnit::year:
      return Often{Frequency::yearly, 1};
    default:
      return Often{Frequency::daily, 1};
  }
}

std::optional<Term> termAdjective(std::string_view word) {
  constexpr std::string_view kEndings = "ый ого ом ому ым";
  constexpr std::array<std::pair<std::string_view, TermUnit>, 5> kStems{
      {{"дневн", TermUnit::day},
       {"суточн", TermUnit::day},
       {"недельн", TermUnit::week},
       {"месячн", TermUnit::month},
       {"годичн", TermUnit::year}}};
  for (const auto& [stem, unit] : kStems) {
    const std::size_t at = word.find(stem);
    if (at == std::string_view::npos || !isForm(word.substr(at), stem, kEndings)) continue;
    const std::string_view count = word.substr(0, at);
    if (count.empty()) return Term{0, unit};
    for (const Numeral& numeral : kNumerals) {
      if (count == numeral.compound) return Term{numeral.value, unit};
    }
  }
  return std::nullopt;
}

}  // namespace chancery::lang::deadline
