#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/diagnostic.h"

namespace chancery::lang {

/// A day in Russian by a pattern of Unicode's letters:
/// d, dd day · M, MM month · MMM short month · MMMM month in the genitive («июня») ·
/// LLLL in the nominative («июнь») · yy, yyyy year · EEEE day of the week.
/// Text between apostrophes stands as it is ('' is an apostrophe); so does all that is no letter.
/// Result: nothing when `findPatternError` finds one.
/// Source: Unicode TS #35, Date Field Symbol Table.
std::optional<std::string> formatDate(Date date, std::string_view pattern);

/// Byte offset of the first letter group that means nothing, or of an open apostrophe.
std::optional<std::size_t> findPatternError(std::string_view pattern);

/// «января» … «декабря» for 1 … 12.
std::string_view monthGenitive(int month);

/// 0 Monday … 6 Sunday.
int weekdayOf(Date date);
inline bool isWeekend(Date date) {
  return weekdayOf(date) >= 5;
}
int daysIn(int year);
int daysIn(int year, int month);
/// A day in the language's own figures: «05.06.2026», "2026-06-05".
std::string dayText(Date date, Language language);
/// «пятница», "Friday" for 4.
std::string_view weekdayName(int weekday, Language language);

}  // namespace chancery::lang
