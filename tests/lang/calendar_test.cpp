#include "lang/calendar.h"
#include "lang/dates.h"

#include <gtest/gtest.h>

#include "calendars.h"

namespace chancery::lang {
namespace {

constexpr Language kRu = Language::russian;
constexpr Language kEn = Language::english;

std::string why(Date date) {
  return russianCalendar().reason(date, kRu);
}

TEST(CalendarTest, KnowsItsYears) {
  const Calendar& calendar = russianCalendar();
  EXPECT_EQ(calendar.id(), "ru");
  EXPECT_EQ(calendar.title(), "Производственный календарь Российской Федерации");
  EXPECT_EQ(calendar.knownYears(), "2020–2027");
  EXPECT_FALSE(calendar.knows(2019));
  EXPECT_TRUE(calendar.knows(2020));
  EXPECT_FALSE(calendar.knows(2028));
  EXPECT_TRUE(calendar.isProvisional(2027));
  EXPECT_FALSE(calendar.isProvisional(2026));
  EXPECT_FALSE(calendar.isProvisional(2028));
  EXPECT_EQ(calendar.years().at(2026).basis, "постановление Правительства РФ от 24.09.2025 № 1466");
}

TEST(CalendarTest, TellsWhyADayIsOff) {
  EXPECT_EQ(why({2026, 6, 15}), "рабочий день");
  EXPECT_EQ(why({2026, 6, 13}), "выходной");
  EXPECT_EQ(why({2026, 6, 12}), "праздник: День России");
  EXPECT_EQ(why({2022, 1, 1}), "праздник: Новогодние каникулы");
  EXPECT_EQ(why({2022, 1, 7}), "праздник: Рождество Христово");
  EXPECT_EQ(why({2026, 12, 31}), "выходной, перенесён с 04.01.2026");
  EXPECT_EQ(why({2021, 5, 6}), "нерабочий по указу: Указ Президента РФ от 23.04.2021 № 242");
  EXPECT_EQ(why({2020, 4, 4}), "выходной") << "a Saturday within a decreed span";
  EXPECT_EQ(why({2026, 6, 11}), "рабочий день, короче на час");
  EXPECT_EQ(why({2021, 2, 20}), "рабочий день, короче на час: выходной перенесён на 22.02.2021");
  EXPECT_EQ(why({2024, 4, 27}), "рабочий день: выходной перенесён на 29.04.2024");
  EXPECT_EQ(russianCalendar().reason({2026, 6, 12}, kEn), "public holiday: Russia Day");
  EXPECT_EQ(russianCalendar().reason({2026, 12, 31}, kEn), "day off moved from 2026-01-04");
  EXPECT_EQ(russianCalendar().reason({2020, 6, 24}, kEn),
            "not worked by decree: Указ Президента РФ от 29.05.2020 № 345");
}

TEST(CalendarTest, KindsHaveNames) {
  EXPECT_EQ(nameOf(DayKind::working), "working");
  EXPECT_EQ(nameOf(DayKind::weekend), "weekend");
  EXPECT_EQ(nameOf(DayKind::holiday), "holiday");
  EXPECT_EQ(nameOf(DayKind::transferred), "transferred");
  EXPECT_EQ(nameOf(DayKind::decreed), "decreed");
  EXPECT_EQ(nameOf(DayKind::other), "off");
}

TEST(CalendarTest, DaysOfTheWeekAndMonth) {
  EXPECT_EQ(weekdayOf({2026, 11, 23}), 0);
  EXPECT_EQ(weekdayOf({1969, 12, 31}), 2);
  EXPECT_TRUE(isWeekend({2026, 11, 21}));
  EXPECT_TRUE(isWeekend({2026, 11, 22}));
  EXPECT_FALSE(isWeekend({2026, 11, 20}));
  EXPECT_EQ(daysIn(2024), 366);
  EXPECT_EQ(daysIn(2023), 365);
  EXPECT_EQ(daysIn(2024, 2), 29);
  EXPECT_EQ(daysIn(2023, 2), 28);
  EXPECT_EQ(daysIn(2023, 12), 31);
  EXPECT_EQ(daysIn(2023, 6), 30);
  EXPECT_EQ(dayText({2026, 6, 5}, kRu), "05.06.2026");
  EXPECT_EQ(dayText({2026, 6, 5}, kEn), "2026-06-05");
  EXPECT_EQ(weekdayName(6, kRu), "воскресенье");
  EXPECT_EQ(weekdayName(4, kEn), "Friday");
}

constexpr const char* kHead = "<calendar xmlns=\"urn:chancery:calendar\" id=\"x\">\n";

Calendar small(const std::string& body) {
  Diagnostics diagnostics;
  const auto calendar = readText(kHead + body + "</calendar>", diagnostics);
  EXPECT_EQ(formatText(diagnostics, kEn), "");
  return calendar.value();
}

std::string errors(const std::string& body) {
  Diagnostics diagnostics;
  EXPECT_FALSE(readText(kHead + body + "</calendar>", diagnostics));
  std::string text;
  for (const Diagnostic& d : diagnostics.all()) {
    text += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
            std::string(d.message->code) + ' ' + d.text(kRu);
    if (d.hint) text += " | " + d.hintText(kRu);
    text += '\n';
  }
  return text;
}

TEST(CalendarReaderTest, AnEmptyYearIsMondayToFriday) {
  const Calendar calendar = small("<year number=\"2024\"/><year number=\"2026\"/>");
  EXPECT_EQ(calendar.knownYears(), "2024, 2026");
  EXPECT_TRUE(calendar.isWorking({2024, 1, 1}));
  EXPECT_TRUE(calendar.isWorking({2024, 12, 31}));
  EXPECT_FALSE(calendar.isWorking({2024, 12, 28}));
}

TEST(CalendarReaderTest, OfficesAddDaysOffAndWorkingDays) {
  const Calendar calendar = small(
      "<year number=\"2026\" provisional=\"no\"><working days=\"05-30\"/>"
      "<off days=\"05-27..05-28\" title=\"Курбан-байрам\" english=\"Eid\"/>"
      "<short days=\"05-30\"/></year><holiday days=\"02-29 10-11\" title=\"День Республики\"/>");
  EXPECT_EQ(calendar.reason({2026, 5, 27}, kRu), "нерабочий: Курбан-байрам");
  EXPECT_EQ(calendar.reason({2026, 5, 28}, kEn), "not worked: Eid");
  EXPECT_EQ(calendar.reason({2026, 5, 30}, kRu), "рабочий день, короче на час");
  EXPECT_EQ(calendar.reason({2026, 10, 11}, kEn), "public holiday: День Республики");
  EXPECT_TRUE(calendar.isWorking({2026, 5, 29}));
  EXPECT_FALSE(calendar.isProvisional(2026));
}

TEST(CalendarReaderTest, WrongFilesArePlaced) {
  EXPECT_EQ(errors(""),
            "1:1 G102 в календаре нет ни одного года | добавьте <year number=\"2026\"/>\n");
  const std::string forms =
      " | дни пишут как ММ-ДД: 03-08; подряд – через две точки: 05-01..05-03; год стоит у <year>\n";
  EXPECT_EQ(errors("<year number=\"2025\"><short days=\"02-29\"/></year>"),
            "2:28 G103 дня «02-29» нет" + forms);
  EXPECT_EQ(errors("<year number=\"2025\"><short days=\"8 марта\"/></year>"),
            "2:28 G103 дня «8» нет" + forms + "2:28 G103 дня «марта» нет" + forms);
  EXPECT_EQ(errors("<year number=\"2025\"><off title=\"\" days=\"05-01..05-3x\"/></year>"),
            "2:35 G103 дня «05-3x» нет" + forms);
  EXPECT_EQ(errors("<holiday days=\"13-01\" title=\"\"/><year number=\"2025\"/>"),
            "2:10 G103 дня «13-01» нет" + forms);
  EXPECT_EQ(errors("<year number=\"2025\"><off title=\"\" days=\"05-02..05-01\"/></year>"),
            "2:35 G104 дни «05-02..05-01» идут назад\n");
  EXPECT_EQ(errors("<year number=\"1989\"/><year number=\"x\"/><year number=\"2200\"/>"),
            "2:7 G105 год «1989» должен быть числом от 1990 до 2199\n"
            "2:28 G105 год «x» должен быть числом от 1990 до 2199\n"
            "2:46 G105 год «2200» должен быть числом от 1990 до 2199\n"
            "1:1 G102 в календаре нет ни одного года | добавьте <year number=\"2026\"/>\n");
  EXPECT_EQ(errors("<year number=\"2025\"/><year number=\"2025\"/>"),
            "2:28 G106 год 2025 записан дважды\n");
}

TEST(CalendarReaderTest, ContradictionsAreErrors) {
  EXPECT_EQ(errors("<year number=\"2025\"><short days=\"05-03\"/></year>"),
            "2:28 G107 день 2025-05-03 не может быть сокращённым: он нерабочий или уже назван\n");
  EXPECT_EQ(errors("<year number=\"2025\"><short days=\"05-05 05-05\"/></year>"),
            "2:28 G107 день 2025-05-05 не может быть сокращённым: он нерабочий или уже назван\n");
  EXPECT_EQ(errors("<year number=\"2025\"><working days=\"05-02\"/></year>"),
            "2:30 G108 день 2025-05-02 рабочий и без этой записи\n");
  EXPECT_EQ(errors("<year number=\"2025\"><transfer from=\"05-02\" to=\"05-05\"/></year>"),
            "2:31 G109 выходной нельзя перенести с 2025-05-02: это рабочий день\n");
  EXPECT_EQ(errors("<year number=\"2025\"><transfer from=\"05-03\" to=\"05-04\"/></year>"),
            "2:44 G110 выходной нельзя перенести на 2025-05-04: этот день и так нерабочий\n");
}

TEST(CalendarReaderTest, VocabularyIsChecked) {
  EXPECT_EQ(errors("<year number=\"2025\"><transferr from=\"05-03\" to=\"05-05\"/></year>"),
            "2:21 X130 неизвестный элемент «transferr» | возможно, вы имели в виду «transfer»\n");
  EXPECT_EQ(errors("<year number=\"2025\"><transfer from=\"05-03\"/></year>"),
            "2:21 X133 у элемента «transfer» не указан обязательный атрибут «to»\n");
  EXPECT_EQ(errors("<year/><year number=\"2025\"/>"),
            "2:1 X133 у элемента «year» не указан обязательный атрибут «number»\n");
  Diagnostics diagnostics;
  EXPECT_FALSE(readText("<office xmlns=\"urn:chancery:office\"/>", diagnostics));
  EXPECT_EQ(diagnostics.all().at(0).message->code, "X136");
  Diagnostics broken;
  EXPECT_FALSE(readText("<calendar", broken));
  EXPECT_TRUE(broken.hasErrors());
  Diagnostics id;
  EXPECT_FALSE(readText(
      "<calendar xmlns=\"urn:chancery:calendar\" id=\"моя\"><year number=\"2025\"/></calendar>",
      id));
  EXPECT_EQ(formatText(id, kEn),
            "c.xml:1:41: error [G101]: “моя” must consist of Latin letters, digits, “-” and “_”\n");
}

}  // namespace
}  // namespace chancery::lang
