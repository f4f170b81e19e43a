#pragma once

#include <memory>
#include <string>

#include "base/clock.h"

namespace chancery::app {

/// An office's time zone, by its IANA name. Rules come from ICU's own tables: the same on every
/// machine, whatever its TZ and tzdata are.
class TimeZone {
 public:
  static bool exists(const std::string& name);

  /// `name` must exist.
  explicit TimeZone(const std::string& name);
  ~TimeZone();

  Date dayOf(Moment moment) const;
  /// «05.06.2026 12:30».
  std::string timeOf(Moment moment) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::app
