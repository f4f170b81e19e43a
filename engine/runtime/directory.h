#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace chancery::runtime {

/// A series of registration numbers.
struct Series {
  std::string id;
  std::string title;
  std::string pattern = "{n}";  ///< "{n}-од"
  std::int64_t startsAt = 1;
  bool yearly = true;  ///< begins anew every year

  /// The number as printed.
  std::string print(std::int64_t value) const;
};

/// Who works in the office and how it counts: an input of everything that needs it. What an event
/// depended on is recorded with the event.
class Directory {
 public:
  virtual ~Directory() = default;
  virtual bool knows(std::string_view person) const = 0;
  virtual std::vector<std::string> rolesOf(std::string_view person) const = 0;
  virtual std::vector<std::string> holdersOf(std::string_view role) const = 0;
  /// «П. А. Лугов, заместитель начальника отдела»; the id itself of somebody who is not known.
  virtual std::string nameOf(std::string_view person) const = 0;
  /// The day that it is in the office.
  virtual Date dayOf(Moment moment) const = 0;
  /// «05.06.2026 12:30», in the office.
  virtual std::string timeOf(Moment moment) const = 0;
  virtual std::optional<Series> findSeries(std::string_view id) const = 0;
};

}  // namespace chancery::runtime
