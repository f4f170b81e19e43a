#include <algorithm>

#include "lang/dates.h"
#include "lang/deadline_spans.h"
#include "lang/messages.h"

namespace chancery::lang::deadline {
namespace {

using Unit = Bound::Unit;
using Role = Span::Role;

/// Months of a bound: its first and how many; 0 for those that are no whole months.
struct Months {
  int first = 0;
  int count = 0;
};

Months monthsOf(const Bound& bound) {
  switch (bound.unit) {
    case Unit::month:
      return {bound.month, 1};
    case Unit::quarter:
      return {3 * bound.index - 2, 3};
    case Unit::halfYear:
      return {6 * bound.index - 5, 6};
    case Unit::season:
      return {bound.index == 0 ? 12 : 3 * bound.index, 3};
    case Unit::year:
      return {1, 12};
    default:
      return {};
  }
}

constexpr int kTenDays = 10;
constexpr int kHalfMonth = 15;

class Resolver {
 public:
  Resolver(const DeadlineSettings& settings, const Place& place, Diagnostics& diagnostics)
      : settings_(settings), place_(place), diagnostics_(diagnostics) {}

  /// False when the span can be read in two ways.
  bool span(Span span, std::vector<Dated>& result) {
    if (span.last && span.first.month == 0 && span.first.unit == Unit::day) {
      span.first.month = span.last->month;
      isWithinMonth_ = true;
      if (span.last->day < span.first.day) {
        backwards(span);
        return true;
      }
    }
    if (isVague(span)) return false;
    if (span.years.empty() && !span.hasYear()) {
      assumed(span, result);
      return true;
    }
    if (span.years.size() > 1 && span.last && wraps(span)) return false;
    if (span.years.empty()) {
      stated(span, 0, result);
    } else {
      for (const int year : span.years) stated(span, year, result);
    }
    return true;
  }

 private:
  static bool isVague(const Span& span) {
    // «до мая»: is May within? «до 2022 года»?
    return span.role == Role::due && span.first.unit != Unit::day;
  }

  static Date usual(const Bound& bound, bool isEnd) {
    // Before any year is known; a leap year, so that every day exists.
    constexpr int kLeapYear = 2000;
    static const DeadlineSettings kSettings;
    return isEnd ? endOf(bound, kLeapYear, kSettings) : startOf(bound, kLeapYear, kSettings);
  }

  /// Whether the span leads over the year's end when both its bounds lie in one year.
  static bool wraps(const Span& span) {
    return span.last && usual(*span.last, true) < usual(span.first, false);
  }

  void backwards(const Span& span) {
    diagnostics_.error(messages::kPeriodBackwards, place_,
                       {std::to_string(span.first.day), std::to_string(span.last->day)});
  }

  /// «года» is the year that stands behind the span; 0 when only its bounds have years.
  void stated(const Span& span, int year, std::vector<Dated>& result) {
    int first = span.first.year;
    int last = span.last ? span.last->year : 0;
    if (last == 0) last = year;
    if (!span.last) {
      if (first == 0) first = year;
    } else if (last == 0) {
      last = wraps(span) ? first + 1 : first;
    } else if (first == 0) {
      first = wraps(span) && !isWithinMonth_ ? last - 1 : last;
    }
    add(span, first, last, false, result);
  }

  /// The year that the phrase leaves out: the plan's, else the nearest in which it is not over.
  void assumed(const Span& span, std::vector<Dated>& result) {
    int year = settings_.planYear != 0 ? settings_.planYear : settings_.from.year;
    const bool over = wraps(span);
    if (settings_.planYear == 0 && span.role != Role::since && !over) {
      const Date end = endOf(span.last ? *span.last : span.first, year, settings_);
      if (end < settings_.from && span.first.unit != Unit::schoolYear) ++year;
    }
    if (span.first.unit == Unit::schoolYear) year = schoolYear(year);
    add(span, year, over ? year + 1 : year, true, result);
  }

  /// The school year that is not over on the document's day.
  int schoolYear(int year) const {
    const MonthDay day{settings_.from.month, settings_.from.day};
    if (settings_.planYear != 0) return year;
    return day <= settings_.schoolYearEnd ? year - 1 : year;
  }

  void add(const Span& span, int firstYear, int lastYear, bool isAssumed,
           std::vector<Dated>& result) {
    const Bound& last = span.last ? *span.last : span.first;
    if (!span.last) lastYear = firstYear;
    if (!exists(span.first, firstYear) || !exists(last, lastYear)) return;
    Dated dated{startOf(span.first, firstYear, settings_), endOf(last, lastYear, settings_)};
    dated.isYearAssumed = isAssumed && !isRelative(span);
    if (span.last && dated.to < dated.from) {
      diagnostics_.error(messages::kPeriodBackwards, place_, {toIso(dated.from), toIso(dated.to)});
      return;
    }
    const bool isOneDay = span.first.unit == Unit::day && !span.last;
    if (span.role == Role::since) {
      dated.isSince = true;
      dated.to = dated.from;
    } else if (isOneDay || span.role == Role::dueEnd || span.role == Role::notLater) {
      dated.isDay = true;
      dated.from = dated.to;
    }
    result.push_back(dated);
  }

  /// «в течение года» means the document's; nothing is left out there.
  static bool isRelative(const Span& span) {
    return span.first.unit == Unit::year || span.first.unit == Unit::schoolYear;
  }

  bool exists(const Bound& bound, int year) {
    if (bound.unit != Unit::day || isValid({year, bound.month, bound.day})) return true;
    diagnostics_.error(messages::kNoSuchDay, place_,
                       {std::to_string(bound.day) + "." + (bound.month < 10 ? "0" : "") +
                        std::to_string(bound.month) + "." + std::to_string(year)});
    return false;
  }

  const DeadlineSettings& settings_;
  const Place& place_;
  Diagnostics& diagnostics_;
  bool isWithinMonth_ = false;
};

/// The years that a span states, whether behind it or within its day.
std::vector<int> statedYears(const Span& span) {
  if (!span.years.empty()) return span.years;
  if (span.last && span.last->year != 0) return {span.last->year};
  if (span.first.year != 0) return {span.first.year};
  return {};
}

/// «до 30 мая, до 15 декабря 2021 года»: the year holds for both; «март 2021, май»: so does it.
void shareYears(std::vector<Span>& spans) {
  const auto lacks = [](const Span& span) {
    return !span.hasYear() && span.first.unit != Unit::year && span.first.unit != Unit::schoolYear;
  };
  for (std::size_t i = spans.size(); i-- > 1;) {
    if (lacks(spans[i - 1])) spans[i - 1].years = statedYears(spans[i]);
  }
  for (std::size_t i = 1; i < spans.size(); ++i) {
    const std::vector<int> years = statedYears(spans[i - 1]);
    if (!lacks(spans[i]) || years.size() != 1 || spans[i].last || spans[i - 1].last) continue;
    const bool isNext = spans[i].first.month < spans[i - 1].first.month;
    spans[i].years = {years[0] + (isNext ? 1 : 0)};
  }
}

}  // namespace

Date startOf(const Bound& bound, int year, const DeadlineSettings& settings) {
  const Months months = monthsOf(bound);
  if (months.count > 0) return {year, months.first, 1};
  switch (bound.unit) {
    case Unit::tenDays:
      return {year, bound.month, kTenDays * (bound.index - 1) + 1};
    case Unit::halfMonth:
      return {year, bound.month, kHalfMonth * (bound.index - 1) + 1};
    case Unit::schoolYear:
      return {year, settings.schoolYearStart.month, settings.schoolYearStart.day};
    default:
      return {year, bound.month, bound.day};
  }
}

Date endOf(const Bound& bound, int year, const DeadlineSettings& settings) {
  const Months months = monthsOf(bound);
  if (months.count > 0) {
    const int last = months.first + months.count - 1;
    const int lastYear = last > 12 ? year + 1 : year;
    const int month = last > 12 ? last - 12 : last;
    return {lastYear, month, daysIn(lastYear, month)};
  }
  switch (bound.unit) {
    case Unit::tenDays:
      return {year, bound.month,
              bound.index == 3 ? daysIn(year, bound.month) : kTenDays * bound.index};
    case Unit::halfMonth:
      return {year, bound.month, bound.index == 2 ? daysIn(year, bound.month) : kHalfMonth};
    case Unit::schoolYear:
      return {year + 1, settings.schoolYearEnd.month, settings.schoolYearEnd.day};
    default:
      return {year, bound.month, bound.day};
  }
}

std::optional<std::vector<Dated>> resolve(std::vector<Span> spans, const DeadlineSettings& settings,
                                          const Place& place, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  shareYears(spans);
  std::vector<Dated> result;
  bool isClear = true;
  for (const Span& span : spans) {
    isClear = Resolver(settings, place, diagnostics).span(span, result) && isClear;
  }
  if (diagnostics.errorCount() != before) return std::nullopt;
  if (!isClear) result.clear();
  return result;
}

}  // namespace chancery::lang::deadline
