#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// A moment in UTC: milliseconds since 1970-01-01T00:00:00Z.
struct Moment {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Moment&) const = default;
};

/// A calendar day.
struct Date {
  int year = 0;
  int month = 0;  ///< 1 … 12
  int day = 0;    ///< 1 … 31
  auto operator<=>(const Date&) const = default;
};

/// Where the time comes from: a parameter of everything that needs it, never a global.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Moment now() const = 0;
};

class SystemClock : public Clock {
 public:
  Moment now() const override;
};

/// A clock that stands still until it is set; for tests and reproducible renderings.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Moment moment) : moment_(moment) {}
  Moment now() const override { return moment_; }
  void set(Moment moment) { moment_ = moment; }

 private:
  Moment moment_;
};

/// "2026-06-05" as a day that exists. Source: ISO 8601.
std::optional<Date> parseDate(std::string_view text);
std::string toIso(Date date);

/// "2026-06-05T09:30:00Z", with or without ".123". Source: RFC 3339, UTC only.
std::optional<Moment> parseMoment(std::string_view text);
/// Always with milliseconds: "2026-06-05T09:30:00.000Z".
std::string toIso(Moment moment);

bool isValid(Date date);
/// Days since 1970-01-01; negative before.
std::int64_t toDayNumber(Date date);
Date fromDayNumber(std::int64_t days);

}  // namespace chancery
