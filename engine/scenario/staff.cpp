#include "scenario/staff.h"

#include <algorithm>

#include "lang/working_days.h"

namespace chancery::scenario {

bool Staff::knows(std::string_view person) const {
  return std::any_of(people_.begin(), people_.end(),
                     [&](const Person& known) { return known.id == person; });
}

std::vector<std::string> Staff::rolesOf(std::string_view person) const {
  for (const Person& known : people_) {
    if (known.id == person) return known.roles;
  }
  return {};
}

std::vector<std::string> Staff::holdersOf(std::string_view role) const {
  std::vector<std::string> holders;
  for (const Person& person : people_) {
    const auto& roles = person.roles;
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) holders.push_back(person.id);
  }
  return holders;
}

std::vector<std::string> Staff::findPeople(std::string_view printed) const {
  if (!knows(printed)) return {};
  return {std::string(printed)};
}

Date Staff::dayOf(Moment moment) const {
  constexpr std::int64_t kDay = 86'400'000;
  std::int64_t day = moment.milliseconds / kDay;
  if (moment.milliseconds % kDay < 0) --day;
  return fromDayNumber(day);
}

std::optional<Date> Staff::dayBehind(Date from, int days, bool working) const {
  if (!working) return fromDayNumber(toDayNumber(from) + days);
  if (!calendar_) return std::nullopt;
  Diagnostics ignored;  // years that the calendar does not know
  const auto count =
      lang::countTerm(from, {days, lang::TermUnit::workingDay}, {}, *calendar_, ignored);
  return count ? std::optional(count->result) : std::nullopt;
}

std::string Staff::timeOf(Moment moment) const {
  const std::string iso = toIso(moment);
  return iso.substr(0, 10) + ' ' + iso.substr(11, 5);
}

}  // namespace chancery::scenario
