#include "app/deadlines.h"

namespace chancery::app {
namespace {

/// «30.12.2026» as "2026-12-30".
std::string reversed(const std::string& text) {
  constexpr std::size_t kWritten = 10;
  if (text.size() != kWritten || text[2] != '.' || text[5] != '.') return text;
  return text.substr(6) + '-' + text.substr(3, 2) + '-' + text.substr(0, 2);
}

}  // namespace

std::string countDate(const DateRequest& request, const Resources& resources, Language language,
                      Diagnostics& diagnostics) {
  const auto calendar = openCalendar(request.calendar, resources, diagnostics);
  if (!calendar) return {};
  Date day = request.from;
  std::string told;
  std::string steps;
  for (const lang::Term term : request.terms) {
    const auto count = lang::countTerm(day, term, request.rules, *calendar, diagnostics);
    if (!count) return {};
    day = count->result;
    if (!request.isExplained) continue;
    told += lang::explainTerm(*count, *calendar, language);
    steps +=
        (steps.empty() ? "{" : ",{") + lang::explainTermJson(*count, *calendar, language) + '}';
  }
  if (!request.isJson) return toIso(day) + '\n' + told;
  const std::string explained = request.isExplained ? ",\"steps\":[" + steps + ']' : "";
  return "{\"date\":\"" + toIso(day) + '"' + explained + "}\n";
}

std::string readDeadline(const DeadlineRequest& request, const Resources& resources,
                         Language language, Diagnostics& diagnostics) {
  const auto calendar = openCalendar(request.calendar, resources, diagnostics);
  if (!calendar) return {};
  lang::DeadlineSettings settings = request.settings;
  settings.calendar = &*calendar;
  const auto deadline = lang::parseDeadline(request.phrase, settings, {}, diagnostics);
  if (!deadline) return {};
  if (!request.isJson) return lang::inWords(*deadline, language);
  return lang::toJson(
      *deadline, request.isExplained ? lang::DeadlineDetail::full : lang::DeadlineDetail::plain);
}

std::optional<Date> parseDay(const std::string& text) {
  return parseDate(reversed(text));
}

std::optional<lang::MonthDay> parseMonthDay(const std::string& text) {
  constexpr std::size_t kWritten = 5;
  if (text.size() != kWritten) return std::nullopt;
  const auto day = text[2] == '.' ? parseDay(text + ".2001") : parseDate("2001-" + text);
  if (!day) return std::nullopt;
  return lang::MonthDay{day->month, day->day};
}

}  // namespace chancery::app
