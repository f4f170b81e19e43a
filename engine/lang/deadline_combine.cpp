#include <algorithm>

#include "lang/deadline_repeats.h"
#include "lang/messages.h"

namespace chancery::lang::deadline {
namespace {

using Frequency = Recurrence::Frequency;
using Unit = Bound::Unit;
using Role = Span::Role;

constexpr int kMonthsOfYear = 12;

/// Months that a span without days names, over the year's end as well; none for other spans.
std::vector<int> monthsOf(const Span& span) {
  const auto of = [](const Bound& bound) -> std::pair<int, int> {
    if (bound.unit == Unit::month) return {bound.month, bound.month};
    if (bound.unit == Unit::quarter) return {3 * bound.index - 2, 3 * bound.index};
    if (bound.unit == Unit::halfYear) return {6 * bound.index - 5, 6 * bound.index};
    return {0, 0};
  };
  const int first = of(span.first).first;
  const int last = of(span.last ? *span.last : span.first).second;
  std::vector<int> months;
  if (first == 0 || last == 0 || (span.role != Role::at && span.role != Role::notLater)) return {};
  for (int month = first;; month = month % kMonthsOfYear + 1) {
    months.push_back(month);
    if (month == last) return months;
  }
}

bool isDay(const Span& span) {
  return span.first.unit == Unit::day && !span.last && span.role != Role::since;
}

class Combiner {
 public:
  Combiner(const Repeat& repeat, const DeadlineSettings& settings, const Place& place,
           Diagnostics& diagnostics)
      : repeat_(repeat), settings_(settings), place_(place), diagnostics_(diagnostics) {}

  std::optional<RecurringDeadline> run(std::vector<Span> spans) {
    const auto often = repeat_.often ? repeat_.often : weeks();
    if (!often) return std::nullopt;
    rule_.frequency = often->frequency;
    rule_.interval = often->interval;
    result_.isAtLeast = repeat_.isAtLeast;
    result_.isWorkingDays = repeat_.isWorkingDays;
    result_.times = std::max(repeat_.times, 1);
    if (!weekdays(spans) || !monthDays()) return std::nullopt;
    if (!dated(spans)) return std::nullopt;
    even();
    if (result_.rules.empty()) result_.rules = {rule_};
    return std::move(result_);
  }

 private:
  bool isYearly() const { return rule_.frequency == Frequency::yearly && rule_.interval == 1; }

  /// «каждый понедельник» is every week's.
  std::optional<Often> weeks() const {
    const bool isPlain = !repeat_.weekdays.empty() && repeat_.weekdays[0].ordinal == 0;
    if (!repeat_.isEach || !isPlain || repeat_.position != 0) return std::nullopt;
    return Often{Frequency::weekly, 1};
  }

  /// Days of the week stand in weeks, numbered ones in months or in the months that are named.
  bool weekdays(const std::vector<Span>& spans) {
    rule_.weekdays = repeat_.weekdays;
    rule_.position = repeat_.position;
    if (repeat_.weekdays.empty()) return true;
    const bool isNumbered = repeat_.weekdays[0].ordinal != 0 || repeat_.position != 0;
    for (const RuleWeekday& day : repeat_.weekdays) {
      if ((day.ordinal != 0) != (repeat_.weekdays[0].ordinal != 0)) return false;
    }
    if (!isNumbered) return rule_.frequency == Frequency::weekly;
    if (rule_.frequency == Frequency::yearly) return spans.size() == 1 && !spans[0].hasYear();
    return rule_.frequency == Frequency::monthly;
  }

  bool monthDays() {
    if (repeat_.monthDays.empty()) return true;
    if (!repeat_.weekdays.empty() || repeat_.times > 1) return false;
    if (repeat_.reported) return afterReported();
    // «ежеквартально до 10 числа»: of which month?
    const bool isMonthly = rule_.frequency == Frequency::monthly && rule_.interval == 1;
    rule_.monthDays = repeat_.monthDays;
    return isMonthly;
  }

  /// In the month that follows each month, quarter, half-year or year.
  bool afterReported() {
    const Often period = *repeat_.reported;
    const int months =
        period.frequency == Frequency::yearly ? kMonthsOfYear * period.interval : period.interval;
    const bool isMonths =
        period.frequency == Frequency::monthly || period.frequency == Frequency::yearly;
    if (!isMonths || kMonthsOfYear % months != 0) return false;
    rule_.monthDays = repeat_.monthDays;
    if (months == 1) return true;
    rule_.frequency = Frequency::yearly;
    rule_.interval = 1;
    for (int month = 1; month <= kMonthsOfYear; month += months) rule_.months.push_back(month);
    return true;
  }

  bool dated(std::vector<Span>& spans) {
    if (spans.empty()) return !repeat_.isOfYear;
    const bool hasYear =
        std::any_of(spans.begin(), spans.end(), [](const Span& span) { return span.hasYear(); });
    if (!rule_.months.empty() || (repeat_.isOfYear && hasYear)) return false;
    if (hasYear) return inYears(spans);
    if (std::all_of(spans.begin(), spans.end(), isDay)) return onDays(spans);
    if (spans.size() == 1) return oneSpan(spans[0]);
    return inMonths(spans);
  }

  /// «2 раза в год (октябрь, апрель)», «ежегодно в мае», «еженедельно, с октября по апрель».
  bool inMonths(const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      const std::vector<int> months = monthsOf(span);
      if (months.empty()) return false;
      rule_.months.insert(rule_.months.end(), months.begin(), months.end());
    }
    std::sort(rule_.months.begin(), rule_.months.end());
    rule_.months.erase(std::unique(rule_.months.begin(), rule_.months.end()), rule_.months.end());
    const int named = static_cast<int>(rule_.months.size());
    if (!isYearly()) return rule_.interval == 1 && repeat_.times <= 1;
    if (repeat_.times == 0) return true;
    // A span of months is one time or many: it may not be counted.
    if (named != static_cast<int>(spans.size())) return repeat_.times == 1 && spans.size() == 1;
    return isCounted(named);
  }

  /// Whether as many are named as are said.
  bool isCounted(int named) {
    if (repeat_.times == 0 || named == repeat_.times) {
      result_.times = 1;
      return true;
    }
    if (!repeat_.isAtLeast || named < repeat_.times) {
      diagnostics_.error(messages::kTimesDiffer, place_,
                         {std::to_string(repeat_.times), std::to_string(named)});
    }
    result_.times = 1;
    return true;
  }

  /// «ежегодно до 1 ноября»; a day of one year ends what repeats more often.
  bool onDays(const std::vector<Span>& spans) {
    if (!repeat_.weekdays.empty() || !repeat_.monthDays.empty()) return false;
    if (!isYearly()) return spans.size() == 1 && spans[0].role != Role::at && within(spans[0]);
    for (const Span& span : spans) addDay({span.first.month, span.first.day});
    return isCounted(static_cast<int>(spans.size()));
  }

  /// Days of equal number share a rule.
  void addDay(MonthDay day) {
    constexpr int kLeapYear = 2000;
    if (!isValid({kLeapYear, day.month, day.day})) {
      diagnostics_.error(messages::kNoSuchDay, place_,
                         {std::to_string(day.day) + "." + (day.month < 10 ? "0" : "") +
                          std::to_string(day.month)});
      return;
    }
    for (Recurrence& rule : result_.rules) {
      if (rule.months == std::vector<int>{day.month}) {
        rule.monthDays.push_back(day.day);
        return;
      }
      if (rule.monthDays == std::vector<int>{day.day}) {
        rule.months.push_back(day.month);
        return;
      }
    }
    Recurrence rule = rule_;
    rule.months = {day.month};
    rule.monthDays = {day.day};
    result_.rules.push_back(rule);
  }

  bool oneSpan(const Span& span) {
    if (!monthsOf(span).empty()) return inMonths({span});
    const bool isYear = span.first.unit == Unit::year && !span.last;
    if (isYearly() && isYear) return span.role == Role::at;  // «ежегодно в течение года»
    if (isYearly() && span.role == Role::at && span.first.unit == Unit::day)
      return daysOfYear(span);
    if (isYearly() && span.role != Role::since) return false;
    return within(span);
  }

  /// «с 15 апреля по 31 мая, ежегодно»: the rule gives the last day.
  bool daysOfYear(const Span& span) {
    if (repeat_.times > 1) return false;
    const int month = span.first.month == 0 ? span.last->month : span.first.month;
    addDay({span.last->month, span.last->day});
    constexpr int kLeapYear = 2000;
    if (!isValid({kLeapYear, month, span.first.day})) return false;
    result_.begin = MonthDay{month, span.first.day};
    return true;
  }

  /// «ежемесячно в течение 2021 года», «с марта 2027 г., еженедельно».
  bool within(const Span& span) {
    const auto days = resolve({span}, settings_, place_, diagnostics_);
    if (!days || days->size() != 1) return false;
    const Dated& only = days->front();
    if (!only.isDay) result_.from = only.from;
    if (!only.isSince) rule_.until = only.to;
    return true;
  }

  /// «декабрь 2027 г., ежегодно» begins then; what repeats more often stays within the years.
  bool inYears(const std::vector<Span>& spans) {
    if (spans.size() != 1 || spans[0].years.size() > 1) return false;
    const Span& span = spans[0];
    if (!isYearly()) {
      const bool isOneDay = isDay(span);
      return (!isOneDay || span.role != Role::at) && within(span);
    }
    if (span.role == Role::since) return within(span);
    if (span.first.unit == Unit::year || span.first.unit == Unit::schoolYear) return within(span);
    const auto days = resolve({span}, settings_, place_, diagnostics_);
    if (!days || days->size() != 1) return false;
    Span yearless = span;
    yearless.years.clear();
    yearless.first.year = 0;
    if (yearless.last) yearless.last->year = 0;
    result_.from = days->front().from;
    return isDay(span) ? onDays({yearless}) : oneSpan(yearless);
  }

  /// «2 раза в год» is every six months; «5 раз в год» stays five in each year.
  void even() {
    if (result_.times <= 1 || !result_.rules.empty() || !rule_.months.empty()) return;
    const bool isYears = rule_.frequency == Frequency::yearly;
    if (!isYears && rule_.frequency != Frequency::monthly) return;
    const int months = isYears ? kMonthsOfYear * rule_.interval : rule_.interval;
    if (months % result_.times != 0) return;
    rule_.frequency = Frequency::monthly;
    rule_.interval = months / result_.times;
    result_.times = 1;
  }

  const Repeat& repeat_;
  const DeadlineSettings& settings_;
  const Place& place_;
  Diagnostics& diagnostics_;
  Recurrence rule_;
  RecurringDeadline result_;
};

}  // namespace

std::optional<RecurringDeadline> combine(const Repeat& repeat, const std::vector<Span>& spans,
                                         const DeadlineSettings& settings, const Place& place,
                                         Diagnostics& diagnostics) {
  return Combiner(repeat, settings, place, diagnostics).run(spans);
}

}  // namespace chancery::lang::deadline
