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

// ---- deadline phrases ----
inline constexpr Message kNoSuchDay{"G301", {"дня {0} нет", "there is no day {0}"}};
inline constexpr Text kLastDay{"в этом месяце {0} дней", "that month has {0} days"};
inline constexpr Message kPeriodBackwards{
    "G302", {"период идёт назад: с {0} по {1}", "the period runs backwards: from {0} to {1}"}};
inline constexpr Message kNoSuchPart{"G303", {"нет такого: {0} {1}", "there is no such: {0} {1}"}};
inline constexpr Text kPartsUpTo{"бывает от 1 до {0}", "there are 1 to {0}"};
inline constexpr Message kSchoolYear{
    "G304",
    {"учебного года {0} нет: он длится в двух соседних годах",
     "there is no school year {0}: it lies in two years that follow each other"}};
inline constexpr Message kTimesDiffer{
    "G305", {"сказано «{0} раз», а сроков названо {1}", "“{0} times” is said, but {1} are named"}};
inline constexpr Message kZero{"G306", {"срок не может быть нулевым", "the term cannot be zero"}};
inline constexpr Message kTwoNumbers{"G307",
                                     {"число цифрами и число в скобках различаются",
                                      "the number in figures and the one in brackets differ"}};
inline constexpr Message kNoSuchMonthDay{"G308",
                                         {"в месяце нет {0}-го числа", "no month has a day {0}"}};
inline constexpr Message kWrongYearOfDate{
    "G309", {"год {0} не может быть сроком", "the year {0} cannot be a deadline's"}};
inline constexpr Message kPast{
    "G310", {"срок {0} раньше дня документа {1}", "the term {0} is before the document's day {1}"}};

}  // namespace chancery::lang::messages
