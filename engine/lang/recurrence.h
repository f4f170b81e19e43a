#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"

namespace chancery::lang {

/// A day of every year.
struct MonthDay {
  int month = 0;
  int day = 0;
  auto operator<=>(const MonthDay&) const = default;
};

/// A day of the week, perhaps the n-th of its month or year.
struct RuleWeekday {
  int ordinal = 0;  ///< 0 every one, 1 … 5 the n-th, -1 the last
  int weekday = 0;  ///< 0 Monday … 6 Sunday
  auto operator<=>(const RuleWeekday&) const = default;
};

/// A rule of repetition. Source: RFC 5545, 3.3.10.
struct Recurrence {
  enum class Frequency : std::uint8_t { daily, weekly, monthly, yearly };

  Frequency frequency = Frequency::yearly;
  int interval = 1;
  std::vector<int> months;
  std::vector<int>
      monthDays;  ///< 1 … 31, -1 the last; above 28: the month's last when it is shorter
  std::vector<RuleWeekday> weekdays;
  int position = 0;  ///< of the set that one interval gives; 0 all
  std::optional<Date> until;

  bool operator==(const Recurrence&) const = default;
};

/// "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1", lists ascending.
std::string toRule(const Recurrence& recurrence);
/// «каждый год: в апреле, октябре, 1-го числа».
std::string inWords(const Recurrence& recurrence, Language language);

}  // namespace chancery::lang
