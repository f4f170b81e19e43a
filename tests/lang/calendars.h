#pragma once

#include <optional>
#include <string>

#include "base/file.h"
#include "lang/calendar_reader.h"

/// Calendars for tests.
namespace chancery::lang {

inline std::optional<Calendar> readText(const std::string& text, Diagnostics& diagnostics) {
  Sources sources;
  return readCalendar(sources, sources.add("c.xml", text), diagnostics);
}

/// The product's own calendar of Russia.
inline const Calendar& russianCalendar() {
  static const Calendar kCalendar = [] {
    Diagnostics diagnostics;
    return readText(
               readFile(std::string(CHANCERY_PROJECT_DIR) + "/workflows/calendars/ru.calendar.xml",
                        1 << 20),
               diagnostics)
        .value();
  }();
  return kCalendar;
}

}  // namespace chancery::lang
