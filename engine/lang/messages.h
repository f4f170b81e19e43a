#pragma once

#include "base/diagnostic.h"

/// Messages of the room `lang`: calendars, terms, deadlines.
namespace chancery::lang::messages {

// ---- calendar files ----
inline constexpr Message kCalendarId{"G101",
                                     {"«{0}» должно состоять из латинских букв, цифр, «-» и «_»",
                                      "“{0}” must consist of Latin letters, digits, “-” and “_”"}};
inline constexpr Message kNoYears{"G102",
                                  {"в календаре нет ни одного года", "the calendar has no year"}};
inline constexpr Text kAddYear{"добавьте <year number=\"2026\"/>", "add <year number=\"2026\"/>"};
inline constexpr Message kWrongDay{"G103", {"дня «{0}» нет", "there is no day “{0}”"}};
inline constexpr Text kDayForms{
    "дни пишут как ММ-ДД: 03-08; подряд – через две точки: 05-01..05-03; год стоит у <year>",
    "days are written MM-DD: 03-08; a span with two dots: 05-01..05-03; the year stands in <year>"};
inline constexpr Message kBackwards{"G104",
                                    {"дни «{0}» идут назад", "the days “{0}” run backwards"}};
inline constexpr Message kWrongYear{"G105",
                                    {"год «{0}» должен быть числом от {1} до {2}",
                                     "the year “{0}” must be a number from {1} to {2}"}};
inline constexpr Message kYearTwice{"G106",
                                    {"год {0} записан дважды", "the year {0} is given twice"}};
inline constexpr Message kShortIsOff{
    "G107",
    {"день {0} не может быть сокращённым: он нерабочий или уже назван",
     "the day {0} cannot be short: it is not worked, or was named already"}};
inline constexpr Message kWorkedAnyway{
    "G108", {"день {0} рабочий и без этой записи", "the day {0} is worked without this entry"}};
inline constexpr Message kNothingToMove{"G109",
                                        {"выходной нельзя перенести с {0}: это рабочий день",
                                         "no day off can be moved from {0}: it is a working day"}};
inline constexpr Message kOffAlready{"G110",
                                     {"выходной нельзя перенести на {0}: этот день и так нерабочий",
                                      "no day off can be moved to {0}: the day is off already"}};

// ---- terms ----
inline constexpr Message kUnknownYear{"G201",
                                      {"производственный календарь «{0}» не знает {1} года",
                                       "the production calendar “{0}” does not know the year {1}"}};
inline constexpr Text kKnownYears{
    "в нём есть {0}; добавьте год в свой calendars/{1}.calendar.xml",
    "it has {0}; add the year to a calendars/{1}.calendar.xml of your own"};
inline constexpr Message kProvisional{"G202",
                                      {"календарь {0} года предварительный: день может измениться",
                                       "the calendar of {0} is provisional: the day may change"}};
inline constexpr Message kBeyond{
    "G203", {"срок {0} ведёт за пределы счёта лет", "the term {0} leads beyond all years"}};

}  // namespace chancery::lang::messages
