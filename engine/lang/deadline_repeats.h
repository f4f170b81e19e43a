#pragma once

#include <optional>
#include <vector>

#include "lang/deadline_spans.h"

/// What repeats in deadline phrases: «ежемесячно», «1 раз в квартал», «до 5-го числа».
namespace chancery::lang::deadline {

/// All that a phrase says of repetition.
struct Repeat {
  bool isAny = false;
  std::optional<Often> often;
  int times = 0;  ///< «2 раза в год»; 0 when not stated
  bool isAtLeast = false;
  std::vector<int> monthDays;
  std::vector<RuleWeekday> weekdays;
  bool isEach = false;  ///< of the weekdays: «каждый понедельник», «вторник месяца»
  bool isWorkingDays = false;  ///< the weekdays mean working days
  int position = 0;            ///< first or last working day
  std::optional<Often> reported;  ///< «месяца, следующего за отчётным кварталом»
  bool isOfYear = false;  ///< «года, следующего за отчётным»
};

/// Takes one item of repetition; false, and nothing taken, when the words are none or contradict
/// what the phrase said before.
bool takeRepeat(Cursor& cursor, Repeat& repeat, const Place& place, Diagnostics& diagnostics);

/// The rule, limited by the dated items of the same phrase. Nothing when they do not fit together.
std::optional<RecurringDeadline> combine(const Repeat& repeat, const std::vector<Span>& spans,
                                         const DeadlineSettings& settings, const Place& place,
                                         Diagnostics& diagnostics);

}  // namespace chancery::lang::deadline
