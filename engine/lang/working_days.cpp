#include "lang/working_days.h"
#include "lang/dates.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <set>

#include "lang/messages.h"
#include "lang/numbers.h"

namespace chancery::lang {
namespace {

struct UnitName {
  TermUnit unit;
  std::string_view suffix;
  char iso;  // 0 = ISO 8601 has none
  std::array<std::string_view, 3> russian;
  std::array<std::string_view, 2> english;
};
constexpr std::array<UnitName, 5> kUnits{{
    {TermUnit::workingDay,
     "wd",
     0,
     {"рабочий день", "рабочих дня", "рабочих дней"},
     {"working day", "working days"}},
    {TermUnit::day,
     "d",
     'D',
     {"календарный день", "календарных дня", "календарных дней"},
     {"calendar day", "calendar days"}},
    {TermUnit::week, "w", 'W', {"неделя", "недели", "недель"}, {"week", "weeks"}},
    {TermUnit::month, "m", 'M', {"месяц", "месяца", "месяцев"}, {"month", "months"}},
    {TermUnit::year, "y", 'Y', {"год", "года", "лет"}, {"year", "years"}},
}};

const UnitName& nameOf(TermUnit unit) {
  return kUnits.at(static_cast<std::size_t>(unit));
}

constexpr std::string_view kMinus = "−";

bool takePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool isYear(int year) {
  return year >= 1 && year <= 9999;
}

/// Counts working days and rolls, asking the calendar only about years that it knows.
class Counter {
 public:
  Counter(const Calendar& calendar, Diagnostics& diagnostics)
      : calendar_(calendar), diagnostics_(diagnostics) {}

  /// Whether the day is worked; nothing after an error.
  std::optional<bool> isWorking(Date date) {
    if (!calendar_.knows(date.year)) {
      diagnostics_.error(messages::kUnknownYear, {}, {calendar_.id(), std::to_string(date.year)})
          .hint(messages::kKnownYears, {calendar_.knownYears(), calendar_.id()});
      return std::nullopt;
    }
    if (calendar_.isProvisional(date.year) && told_.insert(date.year).second) {
      diagnostics_.warning(messages::kProvisional, {}, {std::to_string(date.year)});
    }
    return calendar_.isWorking(date);
  }

  bool countWorkingDays(TermCount& count) {
    const int step = count.term.count < 0 ? -1 : 1;
    const int wanted = std::abs(count.term.count);
    std::int64_t day = toDayNumber(count.from);
    if (!isWorking(count.from)) return false;
    if (count.rules.start == TermStart::nextDay) day += step;
    for (int number = 0; number < wanted; day += step) {
      const Date date = fromDayNumber(day);
      const auto working = isWorking(date);
      if (!working) return false;
      if (*working) ++number;
      count.days.push_back({date, *working ? number : 0});
      count.end = date;
    }
    return true;
  }

  bool roll(TermCount& count) {
    const int step = count.rules.roll == TermRoll::next ? 1 : -1;
    Date date = count.end;
    while (true) {
      const auto working = isWorking(date);
      if (!working) return false;
      if (*working) break;
      count.rolled.push_back(date);
      date = fromDayNumber(toDayNumber(date) + step);
    }
    count.result = date;
    return true;
  }

 private:
  const Calendar& calendar_;
  Diagnostics& diagnostics_;
  std::set<int> told_;
};

/// The end of a term in days, weeks, months or years.
std::optional<Date> calendarEnd(Date from, Term term, TermStart start) {
  const bool byMonths = term.unit == TermUnit::month || term.unit == TermUnit::year;
  const std::int64_t count = term.count;
  std::int64_t end = toDayNumber(from) + (term.unit == TermUnit::week ? 7 * count : count);
  if (byMonths) {
    const auto date = addMonths(from, term.unit == TermUnit::year ? 12 * count : count);
    if (!date) return std::nullopt;
    end = toDayNumber(*date);
  }
  if (start == TermStart::sameDay) end -= count > 0 ? 1 : -1;
  const Date date = fromDayNumber(end);
  if (!isYear(date.year)) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Term> parseTerm(std::string_view text) {
  bool isNegative = false;
  if (takePrefix(text, "-") || takePrefix(text, kMinus)) {
    isNegative = true;
  } else {
    takePrefix(text, "+");
  }
  const bool isIso = takePrefix(text, "P");
  constexpr std::size_t kMostDigits = 5;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  int count = 0;
  std::from_chars(text.data(), text.data() + digits, count);
  text.remove_prefix(digits);
  for (const UnitName& unit : kUnits) {
    const bool isThis = isIso ? text.size() == 1 && text[0] == unit.iso : text == unit.suffix;
    if (isThis) return Term{isNegative ? -count : count, unit.unit};
  }
  return std::nullopt;
}

std::string toText(Term term) {
  return (term.count < 0 ? "" : "+") + std::to_string(term.count) +
         std::string(nameOf(term.unit).suffix);
}

std::string inWords(Term term, Language language) {
  const UnitName& name = nameOf(term.unit);
  const int count = std::abs(term.count);
  const std::string number = std::to_string(count) + ' ';
  if (language == Language::english) return number + std::string(name.english[count == 1 ? 0 : 1]);
  return number + std::string(plural(count, name.russian[0], name.russian[1], name.russian[2]));
}

std::optional<Date> addMonths(Date date, std::int64_t months) {
  const std::int64_t month = date.year * std::int64_t{12} + date.month - 1 + months;
  if (month < 12 || month >= 10'000 * std::int64_t{12}) return std::nullopt;
  const int year = static_cast<int>(month / 12);
  const int number = static_cast<int>(month % 12) + 1;
  return Date{year, number, std::min(date.day, daysIn(year, number))};
}

std::optional<TermCount> countTerm(Date from, Term term, TermRules rules, const Calendar& calendar,
                                   Diagnostics& diagnostics) {
  TermCount count{from, term, rules, {}, from, {}, from};
  Counter counter(calendar, diagnostics);
  if (term.unit == TermUnit::workingDay) {
    if (!counter.countWorkingDays(count)) return std::nullopt;
    count.result = count.end;
    return count;
  }
  if (term.count != 0) {
    const auto end = calendarEnd(from, term, rules.start);
    if (!end) {
      diagnostics.error(messages::kBeyond, {}, {toText(term)});
      return std::nullopt;
    }
    count.end = *end;
  }
  count.result = count.end;
  if (rules.roll != TermRoll::none && !counter.roll(count)) return std::nullopt;
  return count;
}

}  // namespace chancery::lang
