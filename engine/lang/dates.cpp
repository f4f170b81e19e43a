#include "lang/dates.h"

#include <array>
#include <cstdio>

namespace chancery::lang {
namespace {

using Names = std::array<std::string_view, 12>;
constexpr Names kGenitive{"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                          "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Names kNominative{"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                            "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Names kShort{"янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                       "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек."};
constexpr std::array<Text, 7> kWeekdays{{{"понедельник", "Monday"},
                                         {"вторник", "Tuesday"},
                                         {"среда", "Wednesday"},
                                         {"четверг", "Thursday"},
                                         {"пятница", "Friday"},
                                         {"суббота", "Saturday"},
                                         {"воскресенье", "Sunday"}}};

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string padded(int value, int width) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%0*d", width, value);
  return buffer;
}

std::optional<std::string> formatGroup(Date date, char letter, std::size_t length) {
  const auto month = static_cast<std::size_t>(date.month - 1);
  const std::string group(length, letter);
  if (group == "d" || group == "dd") return padded(date.day, static_cast<int>(length));
  if (group == "M" || group == "MM") return padded(date.month, static_cast<int>(length));
  if (group == "MMM") return std::string(kShort[month]);
  if (group == "MMMM") return std::string(kGenitive[month]);
  if (group == "LLLL") return std::string(kNominative[month]);
  if (group == "yy") return padded(date.year % 100, 2);
  if (group == "yyyy") return padded(date.year, 4);
  if (group == "EEEE") return std::string(weekdayName(weekdayOf(date), Language::russian));
  return std::nullopt;
}

/// The text of an apostrophe group beginning at `at`, which moves behind it; '' is an apostrophe,
/// inside a group as well as alone.
std::optional<std::string> quoted(std::string_view pattern, std::size_t& at) {
  if (pattern.substr(at, 2) == "''") {
    at += 2;
    return "'";
  }
  std::string text;
  for (++at; at < pattern.size(); ++at) {
    if (pattern[at] == '\'') {
      ++at;
      if (at == pattern.size() || pattern[at] != '\'') return text;
    }
    text += pattern[at];
  }
  return std::nullopt;
}

/// The day written by the pattern up to its end or first error, whose offset goes to `error`.
std::string walk(Date date, std::string_view pattern, std::optional<std::size_t>& error) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    const std::size_t start = at;
    std::optional<std::string> piece;
    if (c == '\'') {
      piece = quoted(pattern, at);
    } else if (isLetter(c)) {
      while (at < pattern.size() && pattern[at] == c) ++at;
      piece = formatGroup(date, c, at - start);
    } else {
      piece = std::string(1, c);
      ++at;
    }
    if (!piece) {
      error = start;
      return result;
    }
    result += *piece;
  }
  return result;
}

}  // namespace

std::optional<std::string> formatDate(Date date, std::string_view pattern) {
  std::optional<std::size_t> error;
  std::string result = walk(date, pattern, error);
  if (error) return std::nullopt;
  return result;
}

std::optional<std::size_t> findPatternError(std::string_view pattern) {
  std::optional<std::size_t> error;
  walk({2000, 1, 1}, pattern, error);
  return error;
}

std::string_view monthGenitive(int month) {
  return kGenitive.at(static_cast<std::size_t>(month - 1));
}

int weekdayOf(Date date) {
  const std::int64_t fromThursday = toDayNumber(date) % 7;  // 1970-01-01 was a Thursday
  return static_cast<int>((fromThursday + 7 + 3) % 7);
}

int daysIn(int year) {
  return static_cast<int>(toDayNumber({year + 1, 1, 1}) - toDayNumber({year, 1, 1}));
}

int daysIn(int year, int month) {
  int day = 31;
  while (!isValid({year, month, day})) --day;
  return day;
}

std::string dayText(Date date, Language language) {
  return language == Language::english ? toIso(date) : formatDate(date, "dd.MM.yyyy").value();
}

std::string_view weekdayName(int weekday, Language language) {
  return kWeekdays.at(static_cast<std::size_t>(weekday)).in(language);
}

}  // namespace chancery::lang
