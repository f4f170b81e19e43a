#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "lang/calendar.h"

namespace chancery::lang {

enum class TermUnit : std::uint8_t { workingDay, day, week, month, year };

/// A term: so many units forwards, or back when negative.
struct Term {
  int count = 0;
  TermUnit unit = TermUnit::day;
  bool operator==(const Term&) const = default;
};

/// "+3wd" three working days, "5d" calendar days, "+2w", "-1m", "+1y"; "P5D", "P2W", "-P1M", "P1Y"
/// (ISO 8601, one unit). The minus may be typographic. Nothing for other text or above 99,999.
std::optional<Term> parseTerm(std::string_view text);
/// "+3wd".
std::string toText(Term term);
/// «3 рабочих дня», "3 working days"; the sign is not told.
std::string inWords(Term term, Language language);

/// Which day counts first.
enum class TermStart : std::uint8_t {
  nextDay,  ///< the day after the event (Civil Code of Russia, article 191)
  sameDay,  ///< the event's own day
};
/// What becomes of a calendar term that ends on a day off.
enum class TermRoll : std::uint8_t {
  none,
  next,      ///< it moves to the nearest following working day (Civil Code, article 193)
  previous,  ///< to the working day before, as many offices' instructions say
};
struct TermRules {
  TermStart start = TermStart::nextDay;
  TermRoll roll = TermRoll::none;
};

/// One day that was looked at: counted as the `number`-th, or skipped (0).
struct CountedDay {
  Date date;
  int number = 0;
  bool operator==(const CountedDay&) const = default;
};

/// How a term was counted.
struct TermCount {
  Date from;
  Term term;
  TermRules rules;
  std::vector<CountedDay> days;  ///< of a term in working days, in the order of looking
  Date end;                      ///< where the term ends by itself
  std::vector<Date> rolled;      ///< days off passed over behind (or before) the end
  Date result;
};

/// Counts a term from a day. A zero term is the day itself. Months and years keep the day of the
/// month, or take the month's last (Civil Code, article 192). A short day is a working day.
///
/// The calendar is asked for working days and for rolling only. Errors in `diagnostics`: a year
/// that it does not know. Warnings: a year that is provisional, once each.
std::optional<TermCount> countTerm(Date from, Term term, TermRules rules, const Calendar& calendar,
                                   Diagnostics& diagnostics);

/// The date plus months, the day clamped to the month's last; nothing outside the years 1 … 9999.
std::optional<Date> addMonths(Date date, std::int64_t months);

/// The derivation in lines: rule, every day with why it counts or not, result.
std::string explainTerm(const TermCount& count, const Calendar& calendar, Language language);
/// The same as members of a JSON object, without braces:
/// "from":…,"term":…,"start":"next"|"same","roll":"none"|"next"|"previous",
/// "days":[{"date","kind","counted","why"}…],"end":…
std::string explainTermJson(const TermCount& count, const Calendar& calendar, Language language);

}  // namespace chancery::lang
