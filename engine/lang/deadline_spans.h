#pragma once

#include <optional>
#include <vector>

#include "lang/deadline.h"
#include "lang/deadline_cursor.h"

/// The dated words of deadline phrases: days, months, quarters, years and what lies between them.
namespace chancery::lang::deadline {

/// One end of a span, as precise as the phrase is.
struct Bound {
  enum class Unit : std::uint8_t {
    day,
    month,
    tenDays,     ///< `index` 1 … 3 of `month`
    halfMonth,   ///< `index` 1, 2
    quarter,     ///< `index` 1 … 4
    halfYear,    ///< `index` 1, 2
    season,      ///< `index` 0 winter … 3 autumn; a winter begins in its `year`
    schoolYear,  ///< `year` is the one that it begins in
    year,
  };
  Unit unit = Unit::day;
  int day = 0;
  int month = 0;  ///< 0 for a day whose month stands further on: «1» of «с 1 по 26 марта»
  int index = 0;
  int year = 0;  ///< 0 when not stated
};

/// One dated item of a phrase.
struct Span {
  enum class Role : std::uint8_t {
    at,        ///< «13 марта», «март – май»
    due,       ///< «до 13 марта»
    notLater,  ///< «не позднее марта»: its end, whatever it is
    dueEnd,    ///< «до конца марта»
    since,     ///< «с марта»
  };
  Role role = Role::at;
  Bound first;
  std::optional<Bound> last = {};
  std::vector<int> years =
      {};  ///< of the span, or of its last bound; empty when none stands behind it

  bool hasYear() const { return !years.empty() || first.year != 0 || (last && last->year != 0); }
};

/// Takes one dated item: a day, a list of days of one month, a span, a month …, with its years.
/// Nothing is taken when the words are none. Reports numbers that cannot be: «5 квартал».
bool takeSpans(Cursor& cursor, const DeadlineSettings& settings, std::vector<Span>& spans,
               const Place& place, Diagnostics& diagnostics);

/// A span with its days.
struct Dated {
  Date from;
  Date to;
  bool isDay = false;    ///< falls due on `to`, which is `from`
  bool isSince = false;  ///< has no end; `to` is `from`
  bool isYearAssumed = false;
};

/// The days of all spans in order; a span without a year takes that of the next one that has one,
/// else of the one before, else the year that the settings give.
/// Result: nothing after errors; an empty list when a span can be read in two ways.
std::optional<std::vector<Dated>> resolve(std::vector<Span> spans, const DeadlineSettings& settings,
                                          const Place& place, Diagnostics& diagnostics);

/// First and last day of a bound in a year.
Date startOf(const Bound& bound, int year, const DeadlineSettings& settings);
Date endOf(const Bound& bound, int year, const DeadlineSettings& settings);

}  // namespace chancery::lang::deadline
