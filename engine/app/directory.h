#pragma once

#include "app/office.h"
#include "app/time_zone.h"
#include "lang/calendar.h"

namespace chancery::app {

/// The directory of an office.xml.
class OfficeDirectory : public runtime::Directory {
 public:
  /// Without a calendar terms in working days have no end; without a clock nobody stands in for
  /// anybody.
  explicit OfficeDirectory(Office office, std::optional<lang::Calendar> calendar = {},
                           const Clock* clock = nullptr)
      : office_(std::move(office)),
        zone_(office_.timezone),
        calendar_(std::move(calendar)),
        clock_(clock) {}

  bool knows(std::string_view person) const override;
  std::vector<std::string> rolesOf(std::string_view person) const override;
  std::vector<std::string> holdersOf(std::string_view role) const override;
  std::optional<runtime::Capacity> capacityOf(std::string_view person,
                                              std::string_view role) const override;
  std::optional<runtime::Capacity> ownCapacityOf(std::string_view person) const override;
  std::string nameOf(std::string_view person) const override;
  std::vector<std::string> findPeople(std::string_view printed) const override;
  std::optional<Date> dayBehind(Date from, int days, bool working) const override;
  Date dayOf(Moment moment) const override { return zone_.dayOf(moment); }
  std::string timeOf(Moment moment) const override { return zone_.timeOf(moment); }
  std::optional<runtime::Series> findSeries(std::string_view id) const override;

  const Office& office() const { return office_; }
  const std::optional<lang::Calendar>& calendar() const { return calendar_; }

 private:
  /// Who stands in for a post today.
  const Substitution* substitutionOf(std::string_view post) const;

  Office office_;
  TimeZone zone_;
  std::optional<lang::Calendar> calendar_;
  const Clock* clock_;
};

}  // namespace chancery::app
