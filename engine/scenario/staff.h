#pragma once

#include "lang/calendar.h"
#include "runtime/directory.h"
#include "scenario/scenario.h"

namespace chancery::scenario {

/// The people of a script as an office. Moments are local time already; without a calendar terms in
/// working days have no end.
class Staff : public runtime::Directory {
 public:
  Staff(const std::vector<Person>& people, const lang::Calendar* calendar)
      : people_(people), calendar_(calendar) {}

  bool knows(std::string_view person) const override;
  std::vector<std::string> rolesOf(std::string_view person) const override;
  std::vector<std::string> holdersOf(std::string_view role) const override;
  std::optional<runtime::Capacity> capacityOf(std::string_view, std::string_view) const override {
    return std::nullopt;
  }
  std::optional<runtime::Capacity> ownCapacityOf(std::string_view) const override {
    return std::nullopt;
  }
  std::string nameOf(std::string_view person) const override { return std::string(person); }
  std::vector<std::string> findPeople(std::string_view printed) const override;
  Date dayOf(Moment moment) const override;
  std::optional<Date> dayBehind(Date from, int days, bool working) const override;
  /// "2026-06-05 09:00".
  std::string timeOf(Moment moment) const override;
  std::optional<runtime::Series> findSeries(std::string_view) const override {
    return std::nullopt;
  }

 private:
  const std::vector<Person>& people_;
  const lang::Calendar* calendar_;
};

}  // namespace chancery::scenario
