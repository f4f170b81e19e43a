#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"

namespace chancery::lang {

/// Why a day is worked or not. Source: Labour Code of Russia, articles 111 and 112.
enum class DayKind : std::uint8_t {
  working,
  weekend,      ///< a Saturday or Sunday that nothing changes
  holiday,      ///< a public holiday, whatever the day of the week
  transferred,  ///< a day off moved here from `movedDay`
  decreed,      ///< not worked by a decree
  other,        ///< not worked for another reason, which the note tells
};

/// One day of a production calendar.
struct CalendarDay {
  DayKind kind = DayKind::working;
  bool isShort = false;        ///< worked an hour less
  std::uint16_t note = 0;      ///< of Calendar::note
  std::int16_t movedDay = -1;  ///< day of the year (from 0): of a transferred day off the day it
                               ///< stands for, of a working weekend day where its rest went
  bool isWorking() const { return kind == DayKind::working; }
};

/// What a day's reason is called: a holiday's name, a decree.
struct CalendarNote {
  std::string russian;
  std::string english;  ///< "" = as in Russian

  std::string_view in(Language language) const {
    return language == Language::english && !english.empty() ? english : russian;
  }
};

struct CalendarYear {
  bool isProvisional = false;     ///< facts that may still change
  std::string basis;              ///< the act that moves its days off; may be ""
  std::vector<CalendarDay> days;  ///< 365 or 366
};

/// A production calendar: which days of the years that it knows are worked, and why others are not.
/// A value; made by `readCalendar`.
class Calendar {
 public:
  Calendar(std::string id, std::string title, std::map<int, CalendarYear> years,
           std::vector<CalendarNote> notes);

  const std::string& id() const { return id_; }
  const std::string& title() const { return title_; }

  bool knows(int year) const { return years_.contains(year); }
  const std::map<int, CalendarYear>& years() const { return years_; }
  /// «2020–2023, 2025».
  std::string knownYears() const;

  /// The day's year must be known.
  const CalendarDay& day(Date date) const;
  bool isWorking(Date date) const { return day(date).isWorking(); }
  bool isProvisional(int year) const;
  const CalendarNote& note(const CalendarDay& day) const { return notes_.at(day.note); }
  /// The other day of a transfer; the day must have one.
  Date movedDate(Date date) const;

  /// Why the day is worked or not, as a clerk would say: «праздник: День России»,
  /// «выходной, перенесён с 03.01.2026». Its year must be known.
  std::string reason(Date date, Language language) const;

 private:
  std::string id_;
  std::string title_;
  std::map<int, CalendarYear> years_;
  std::vector<CalendarNote> notes_;  // the first is empty
};

/// The word that machines read for a kind: "working", "weekend", "holiday", "transferred",
/// "decreed", "off".
std::string_view nameOf(DayKind kind);

}  // namespace chancery::lang
