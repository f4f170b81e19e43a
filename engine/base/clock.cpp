#include "base/clock.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace chancery {
namespace {

constexpr std::int64_t kMillisecondsPerDay = 86'400'000;

std::optional<int> parseDigits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Moment SystemClock::now() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

bool isValid(Date date) {
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day)))
      .ok();
}

std::int64_t toDayNumber(Date date) {
  const std::chrono::sys_days days =
      std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
      std::chrono::day(static_cast<unsigned>(date.day));
  return days.time_since_epoch().count();
}

Date fromDayNumber(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<Date> parseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parseDigits(text, 0, 4);
  const auto month = parseDigits(text, 5, 2);
  const auto day = parseDigits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (*month < 1 || *day < 1 || !isValid(date)) return std::nullopt;
  return date;
}

std::string toIso(Date date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer;
}

std::optional<Moment> parseMoment(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text.back() != 'Z') {
    return std::nullopt;
  }
  const auto date = parseDate(text.substr(0, 10));
  const auto hour = parseDigits(text, 11, 2);
  const auto minute = parseDigits(text, 14, 2);
  const auto second = parseDigits(text, 17, 2);
  if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
    return std::nullopt;
  }
  int milliseconds = 0;
  if (text.size() == 24 && text[19] == '.') {
    const auto fraction = parseDigits(text, 20, 3);
    if (!fraction) return std::nullopt;
    milliseconds = *fraction;
  } else if (text.size() != 20) {
    return std::nullopt;
  }
  const std::int64_t seconds = (*hour * 60LL + *minute) * 60 + *second;
  return Moment{toDayNumber(*date) * kMillisecondsPerDay + seconds * 1000 + milliseconds};
}

std::string toIso(Moment moment) {
  std::int64_t days = moment.milliseconds / kMillisecondsPerDay;
  std::int64_t rest = moment.milliseconds % kMillisecondsPerDay;
  if (rest < 0) {
    rest += kMillisecondsPerDay;
    --days;
  }
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%03dZ", static_cast<int>(rest / 3'600'000),
                static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60),
                static_cast<int>(rest % 1000));
  return toIso(fromDayNumber(days)) + buffer;
}

}  // namespace chancery
