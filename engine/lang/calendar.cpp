#include "lang/calendar.h"

#include <array>

#include "base/error.h"
#include "lang/dates.h"

namespace chancery::lang {
namespace {

constexpr Text kWorking{"рабочий день", "working day"};
constexpr Text kShort{"рабочий день, короче на час", "working day, an hour shorter"};
constexpr Text kMovedWorking{"рабочий день: выходной перенесён на {0}",
                             "working day: its rest moved to {0}"};
constexpr Text kMovedShort{"рабочий день, короче на час: выходной перенесён на {0}",
                           "working day, an hour shorter: its rest moved to {0}"};
constexpr Text kWeekend{"выходной", "weekend"};
constexpr Text kHoliday{"праздник: {0}", "public holiday: {0}"};
constexpr Text kTransferred{"выходной, перенесён с {0}", "day off moved from {0}"};
constexpr Text kDecreed{"нерабочий по указу: {0}", "not worked by decree: {0}"};
constexpr Text kOther{"нерабочий: {0}", "not worked: {0}"};

const Text& workingReason(const CalendarDay& day) {
  if (day.movedDay >= 0) return day.isShort ? kMovedShort : kMovedWorking;
  return day.isShort ? kShort : kWorking;
}

const Text& reasonOf(const CalendarDay& day) {
  switch (day.kind) {
    case DayKind::working:
      return workingReason(day);
    case DayKind::weekend:
      return kWeekend;
    case DayKind::holiday:
      return kHoliday;
    case DayKind::transferred:
      return kTransferred;
    case DayKind::decreed:
      return kDecreed;
    case DayKind::other:
      break;
  }
  return kOther;
}

}  // namespace

Calendar::Calendar(std::string id, std::string title, std::map<int, CalendarYear> years,
                   std::vector<CalendarNote> notes)
    : id_(std::move(id)),
      title_(std::move(title)),
      years_(std::move(years)),
      notes_(std::move(notes)) {}

std::string Calendar::knownYears() const {
  std::string text;
  for (auto it = years_.begin(); it != years_.end();) {
    const int first = it->first;
    int last = first;
    for (++it; it != years_.end() && it->first == last + 1; ++it) last = it->first;
    if (!text.empty()) text += ", ";
    text += std::to_string(first);
    if (last != first) text += "–" + std::to_string(last);
  }
  return text;
}

const CalendarDay& Calendar::day(Date date) const {
  const auto year = years_.find(date.year);
  check(year != years_.end(), "the calendar is asked about a year that it does not know");
  return year->second.days.at(
      static_cast<std::size_t>(toDayNumber(date) - toDayNumber({date.year, 1, 1})));
}

bool Calendar::isProvisional(int year) const {
  const auto found = years_.find(year);
  return found != years_.end() && found->second.isProvisional;
}

Date Calendar::movedDate(Date date) const {
  return fromDayNumber(toDayNumber({date.year, 1, 1}) + day(date).movedDay);
}

std::string Calendar::reason(Date date, Language language) const {
  const CalendarDay& found = day(date);
  const std::string argument = found.movedDay >= 0 ? dayText(movedDate(date), language)
                                                   : std::string(note(found).in(language));
  return fill(reasonOf(found).in(language), {argument});
}

std::string_view nameOf(DayKind kind) {
  constexpr std::array<std::string_view, 6> kNames{"working",     "weekend", "holiday",
                                                   "transferred", "decreed", "off"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace chancery::lang
