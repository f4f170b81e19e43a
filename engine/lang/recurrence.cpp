#include "lang/recurrence.h"

#include <algorithm>
#include <array>

#include "lang/dates.h"
#include "lang/numbers.h"

namespace chancery::lang {
namespace {

using Frequency = Recurrence::Frequency;

constexpr std::array<std::string_view, 4> kFrequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array<std::string_view, 7> kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int kShortestMonth = 28;

constexpr std::array<Text, 12> kMonths{{{"январе", "January"},
                                        {"феврале", "February"},
                                        {"марте", "March"},
                                        {"апреле", "April"},
                                        {"мае", "May"},
                                        {"июне", "June"},
                                        {"июле", "July"},
                                        {"августе", "August"},
                                        {"сентябре", "September"},
                                        {"октябре", "October"},
                                        {"ноябре", "November"},
                                        {"декабре", "December"}}};

/// The days of one interval as a part of the rule; a day that some months lack becomes their last
/// (RFC 5545 leaves out days that do not exist).
std::string monthDayRule(const Recurrence& rule) {
  std::vector<int> days = rule.monthDays;
  std::sort(days.begin(), days.end());
  std::string text = ";BYMONTHDAY=";
  if (days.size() != 1 || days[0] <= kShortestMonth) {
    for (std::size_t i = 0; i < days.size(); ++i) {
      text += (i > 0 ? "," : "") + std::to_string(days[i]);
    }
    return text;
  }
  const bool always =
      !rule.months.empty() && std::all_of(rule.months.begin(), rule.months.end(), [&](int month) {
        return days[0] <= daysIn(2001, month);  // no leap year
      });
  if (always) return text + std::to_string(days[0]);
  for (int day = kShortestMonth; day <= days[0]; ++day) {
    text += (day > kShortestMonth ? "," : "") + std::to_string(day);
  }
  return text + ";BYSETPOS=-1";
}

template <typename Values, typename Name>
std::string joinedBy(const Values& values, const Name& name) {
  std::string text;
  for (const auto& value : values) {
    if (!text.empty()) text += ", ";
    text += name(value);
  }
  return text;
}

std::string everyRussian(const Recurrence& rule) {
  const int n = rule.interval;
  const auto every = [&](std::string_view one, std::string_view few, std::string_view many,
                         std::string_view single) {
    if (n == 1) return std::string(single);
    return "раз в " + std::to_string(n) + ' ' + std::string(plural(n, one, few, many));
  };
  switch (rule.frequency) {
    case Frequency::daily:
      return every("день", "дня", "дней", "каждый день");
    case Frequency::weekly:
      return every("неделю", "недели", "недель", "каждую неделю");
    case Frequency::monthly:
      return every("месяц", "месяца", "месяцев", "каждый месяц");
    case Frequency::yearly:
      break;
  }
  return every("год", "года", "лет", "каждый год");
}

std::string everyEnglish(const Recurrence& rule) {
  constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};
  const std::string unit(kUnits.at(static_cast<std::size_t>(rule.frequency)));
  return rule.interval == 1 ? "every " + unit
                            : "every " + std::to_string(rule.interval) + ' ' + unit + 's';
}

std::string weekdayWords(const RuleWeekday& day, Language language) {
  const std::string name(weekdayName(day.weekday, language));
  if (day.ordinal == 0) return name;
  if (day.ordinal < 0) return (language == Language::russian ? "последний из: " : "last ") + name;
  return std::to_string(day.ordinal) + (language == Language::russian ? "-й из: " : ". ") + name;
}

std::string monthDayWords(int day, Language language) {
  if (day < 0) return language == Language::russian ? "последнее число" : "the last day";
  return std::to_string(day) + (language == Language::russian ? "-е число" : ". day");
}

}  // namespace

std::string toRule(const Recurrence& recurrence) {
  std::string text =
      "FREQ=" + std::string(kFrequencies.at(static_cast<std::size_t>(recurrence.frequency)));
  if (recurrence.interval > 1) text += ";INTERVAL=" + std::to_string(recurrence.interval);
  if (recurrence.until) {
    std::string day = toIso(*recurrence.until);
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    text += ";UNTIL=" + day;
  }
  const auto list = [](auto values, const auto& name) {
    std::sort(values.begin(), values.end());
    std::string joined;
    for (const auto& value : values) joined += (joined.empty() ? "" : ",") + name(value);
    return joined;
  };
  if (!recurrence.months.empty()) {
    text += ";BYMONTH=" + list(recurrence.months, [](int month) { return std::to_string(month); });
  }
  if (!recurrence.monthDays.empty()) text += monthDayRule(recurrence);
  if (!recurrence.weekdays.empty()) {
    std::vector<RuleWeekday> days = recurrence.weekdays;
    text += ";BYDAY=" + list(days, [](const RuleWeekday& day) {
              return (day.ordinal != 0 ? std::to_string(day.ordinal) : std::string()) +
                     std::string(kWeekdays.at(static_cast<std::size_t>(day.weekday)));
            });
  }
  if (recurrence.position != 0) text += ";BYSETPOS=" + std::to_string(recurrence.position);
  return text;
}

std::string inWords(const Recurrence& recurrence, Language language) {
  const bool russian = language == Language::russian;
  std::string text = russian ? everyRussian(recurrence) : everyEnglish(recurrence);
  const auto add = [&](const std::string& words) {
    if (!words.empty()) text += ", " + words;
  };
  if (!recurrence.months.empty()) {
    std::vector<int> months = recurrence.months;
    std::sort(months.begin(), months.end());
    add((russian ? "в " : "in ") + joinedBy(months, [&](int month) {
          return std::string(kMonths.at(static_cast<std::size_t>(month) - 1).in(language));
        }));
  }
  add(joinedBy(recurrence.monthDays, [&](int day) { return monthDayWords(day, language); }));
  constexpr std::size_t kWorkingWeek = 5;
  if (recurrence.weekdays.size() == kWorkingWeek && recurrence.weekdays.back().weekday == 4) {
    const Text days = recurrence.position == 0 ? Text{"рабочие дни", "working days"}
                      : recurrence.position == 1
                          ? Text{"первый рабочий день", "first working day"}
                          : Text{"последний рабочий день", "last working day"};
    add(std::string(days.in(language)));
  } else {
    add(joinedBy(recurrence.weekdays,
                 [&](const RuleWeekday& day) { return weekdayWords(day, language); }));
  }
  if (recurrence.until) {
    add((russian ? "по " : "until ") + dayText(*recurrence.until, language));
  }
  return text;
}

}  // namespace chancery::lang
