#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "lang/calendar.h"
#include "lang/recurrence.h"
#include "lang/working_days.h"

/// Deadline phrases of road maps and orders («до 30 мая 2021, до 15 декабря 2021 года») as dates.
/// What is understood: docs/deadlines.md.
namespace chancery::lang {

/// Days on which something falls due.
struct PointDeadline {
  std::vector<Date> dates;      ///< ascending, without repeats, at least one
  std::optional<Term> counted;  ///< of a term counted from a day: «в 10-дневный срок»
  bool isYearAssumed = false;   ///< the phrase names no year
};

/// One piece of a period; a day that stands among periods has `from` = `to`.
struct DeadlinePart {
  Date from;
  Date to;
  bool operator==(const DeadlinePart&) const = default;
};

/// A time to do something in, both days included.
struct PeriodDeadline {
  Date from;
  Date to;
  std::vector<DeadlinePart> parts;  ///< by `from`; empty when it is one piece
  bool isYearAssumed = false;
};

/// Something done again and again.
struct RecurringDeadline {
  std::vector<Recurrence> rules;  ///< at least one; days of all of them count
  int times = 1;                  ///< that often in each interval of the rule
  bool isAtLeast = false;         ///< «не реже»
  bool isWorkingDays = false;  ///< a day off in the rule means the working day that it stands for
  std::optional<Date> from;    ///< where the phrase says when it begins
  std::optional<MonthDay> begin;  ///< of a span of days in each year, whose last day the rule gives
};

/// Why a phrase gives no date.
enum class OpenReason : std::uint8_t {
  constant,       ///< «постоянно»
  onDemand,       ///< «по мере необходимости»
  elsewhere,      ///< another paper says when: «по отдельному графику»
  duringOther,    ///< as long as something else goes on: «в ходе реализации»
  immediate,      ///< «незамедлительно»
  noEnd,          ///< only the beginning is told: «с сентября т.г.»
  fromEvent,      ///< a term from an event whose day is not known
  ambiguous,      ///< two readings; `words` names them
  notUnderstood,  ///< `words` were not understood
};

/// No date follows from the phrase alone.
struct OpenDeadline {
  OpenReason reason = OpenReason::notUnderstood;
  std::string words;            ///< the event, or the words in question; may be ""
  std::optional<Date> from;     ///< of noEnd
  std::optional<Term> counted;  ///< of fromEvent; negative: before the event
};

using Deadline = std::variant<PointDeadline, PeriodDeadline, RecurringDeadline, OpenDeadline>;

struct DeadlineSettings {
  /// The document's day: what «т.г.», phrases without a year and terms without an event start from.
  Date from;
  const Calendar* calendar = nullptr;  ///< for working days and rolling; without it they stay open
  TermRules rules;                     ///< of counted terms; days stated as such are never moved
  MonthDay schoolYearStart{9, 1};
  MonthDay schoolYearEnd{5, 31};
  /// The plan's year, where phrases without a year mean this one; 0: the nearest that is not over.
  int planYear = 0;
};

/// Understands one phrase, the cell of a road map or the term of a clause.
///
/// Only what is understood to the last word becomes dates; everything else is open, with its
/// reason. «до» includes its day; a day off does not move it. Errors in `diagnostics`, at `place`:
/// days that do not exist, periods that run backwards, numbers that contradict each other; then
/// nothing. Warnings: a term that was over before `settings.from`.
std::optional<Deadline> parseDeadline(std::string_view text, const DeadlineSettings& settings,
                                      const Place& place, Diagnostics& diagnostics);

/// How much a JSON answer tells: `full` adds how it came about.
enum class DeadlineDetail : std::uint8_t { plain, full };

/// {"kind":"point","dates":[…]} · {"kind":"period","from":…,"to":…,"parts":[{"from","to"}…]} ·
/// {"kind":"recurring","rule":"FREQ=…","rules":[…],"times":…,"from":…,"begin":"--04-15"} ·
/// {"kind":"open","from":…}; members without a value are left out. `full` adds "counted",
/// "yearAssumed", "atLeast", "workingDays"; "reason" and "words" of an open one.
std::string toJson(const Deadline& deadline, DeadlineDetail detail);

/// A sentence that a clerk understands, with a line end.
std::string inWords(const Deadline& deadline, Language language);

}  // namespace chancery::lang
