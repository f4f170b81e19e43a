#pragma once

#include <string>
#include <vector>

#include "app/calendars.h"
#include "base/clock.h"
#include "lang/deadline.h"

/// The commands `date` and `deadline`.
namespace chancery::app {

struct DateRequest {
  Date from;
  std::vector<lang::Term> terms;  ///< counted one from the other's end
  lang::TermRules rules;
  CalendarChoice calendar;
  bool isExplained = false;
  bool isJson = false;
};

/// The day that the terms lead to: "2027-01-13", with the derivation below when it is asked for; or
/// {"date":…,"steps":[…]} on one line. "" after errors.
std::string countDate(const DateRequest& request, const Resources& resources, Language language,
                      Diagnostics& diagnostics);

struct DeadlineRequest {
  std::string phrase;
  lang::DeadlineSettings settings;  ///< its calendar is opened here
  CalendarChoice calendar;
  bool isExplained = false;
  bool isJson = false;
};

/// What the phrase means: a sentence, or JSON; "" after errors.
std::string readDeadline(const DeadlineRequest& request, const Resources& resources,
                         Language language, Diagnostics& diagnostics);

/// "2026-12-30" or «30.12.2026», a day that exists.
std::optional<Date> parseDay(const std::string& text);
/// "05-31" or «31.05», a day of every year but the 29th of February.
std::optional<lang::MonthDay> parseMonthDay(const std::string& text);

}  // namespace chancery::app
