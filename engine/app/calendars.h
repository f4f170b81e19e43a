#pragma once

#include <optional>
#include <string>

#include "app/resources.h"
#include "base/diagnostic.h"
#include "lang/calendar.h"

namespace chancery::app {

/// Which production calendar is meant.
struct CalendarChoice {
  std::string calendar;  ///< a file or a name, "ru"; "" = the office's
  std::string office;    ///< the office's folder; "" = $CHANCERY_OFFICE or the current one
};

/// Opens it: a file as it is; a name first as calendars/NAME.calendar.xml of the office's folder,
/// then among the product's. Without an office the name is "ru".
/// Result: nothing after errors.
std::optional<lang::Calendar> openCalendar(const CalendarChoice& choice, const Resources& resources,
                                           Diagnostics& diagnostics);

}  // namespace chancery::app
