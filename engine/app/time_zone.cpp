#include "app/time_zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <cstdio>

#include "base/error.h"

namespace chancery::app {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

std::int64_t floorDivide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

}  // namespace

struct TimeZone::Data {
  std::unique_ptr<icu::TimeZone> zone;

  std::int64_t local(Moment moment) const {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(moment.milliseconds), false, raw, summer, error);
    check(U_SUCCESS(error), "a known zone has an offset");
    return moment.milliseconds + raw + summer;
  }
};

bool TimeZone::exists(const std::string& name) {
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  return *zone != icu::TimeZone::getUnknown();
}

TimeZone::TimeZone(const std::string& name) : data_(std::make_unique<Data>()) {
  data_->zone.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  check(*data_->zone != icu::TimeZone::getUnknown(), "the office's time zone exists");
}

TimeZone::~TimeZone() = default;

Date TimeZone::dayOf(Moment moment) const {
  return fromDayNumber(floorDivide(data_->local(moment), kDay));
}

std::string TimeZone::timeOf(Moment moment) const {
  const std::int64_t local = data_->local(moment);
  const std::int64_t days = floorDivide(local, kDay);
  const Date date = fromDayNumber(days);
  const auto minutes = static_cast<int>((local - days * kDay) / kMinute);
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%02d.%02d.%04d %02d:%02d", date.day, date.month, date.year,
                minutes / 60, minutes % 60);
  return buffer;
}

}  // namespace chancery::app
