#include "lang/working_days.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "calendars.h"

namespace chancery::lang {
namespace {

constexpr Language kRu = Language::russian;
constexpr Language kEn = Language::english;

std::optional<TermCount> counted(const std::string& from, const std::string& term, TermRules rules,
                                 Diagnostics& diagnostics) {
  return countTerm(parseDate(from).value(), parseTerm(term).value(), rules, russianCalendar(),
                   diagnostics);
}

std::string after(const std::string& from, const std::string& term, TermRules rules = {}) {
  Diagnostics diagnostics;
  const auto count = counted(from, term, rules, diagnostics);
  return count ? toIso(count->result) : formatText(diagnostics, kRu);
}

TEST(TermTest, Forms) {
  EXPECT_EQ(parseTerm("+3wd"), (Term{3, TermUnit::workingDay}));
  EXPECT_EQ(parseTerm("3wd"), (Term{3, TermUnit::workingDay}));
  EXPECT_EQ(parseTerm("-12d"), (Term{-12, TermUnit::day}));
  EXPECT_EQ(parseTerm("−1m"), (Term{-1, TermUnit::month}));
  EXPECT_EQ(parseTerm("+2w"), (Term{2, TermUnit::week}));
  EXPECT_EQ(parseTerm("1y"), (Term{1, TermUnit::year}));
  EXPECT_EQ(parseTerm("P5D"), (Term{5, TermUnit::day}));
  EXPECT_EQ(parseTerm("P2W"), (Term{2, TermUnit::week}));
  EXPECT_EQ(parseTerm("-P1M"), (Term{-1, TermUnit::month}));
  EXPECT_EQ(parseTerm("P1Y"), (Term{1, TermUnit::year}));
  EXPECT_EQ(parseTerm("+99999d"), (Term{99999, TermUnit::day}));
  for (const char* wrong : {"", "3", "wd", "+wd", "3 wd", "3wdx", "P3wd", "3D", "P3", "P", "++3d",
                            "100000d", "3.5d", "PD", "+-3d"}) {
    EXPECT_FALSE(parseTerm(wrong)) << wrong;
  }
  EXPECT_EQ(toText({3, TermUnit::workingDay}), "+3wd");
  EXPECT_EQ(toText({-1, TermUnit::month}), "-1m");
  EXPECT_EQ(toText({0, TermUnit::day}), "+0d");
}

TEST(TermTest, Words) {
  EXPECT_EQ(inWords({1, TermUnit::workingDay}, kRu), "1 рабочий день");
  EXPECT_EQ(inWords({3, TermUnit::workingDay}, kRu), "3 рабочих дня");
  EXPECT_EQ(inWords({5, TermUnit::day}, kRu), "5 календарных дней");
  EXPECT_EQ(inWords({-2, TermUnit::week}, kRu), "2 недели");
  EXPECT_EQ(inWords({1, TermUnit::month}, kRu), "1 месяц");
  EXPECT_EQ(inWords({5, TermUnit::year}, kRu), "5 лет");
  EXPECT_EQ(inWords({1, TermUnit::workingDay}, kEn), "1 working day");
  EXPECT_EQ(inWords({2, TermUnit::year}, kEn), "2 years");
  EXPECT_EQ(inWords({2, TermUnit::day}, kEn), "2 calendar days");
}

// A small table that holds everywhere; the large one stands beside the project.
TEST(WorkingDaysTest, Table) {
  const std::vector<std::vector<std::string>> table = {
      {"2026-12-30", "+1wd", "2027-01-11"},  {"2026-12-30", "+3wd", "2027-01-13"},
      {"2026-06-05", "+3wd", "2026-06-10"},  {"2026-06-10", "+1wd", "2026-06-11"},
      {"2026-06-10", "+2wd", "2026-06-15"},  {"2026-06-13", "+1wd", "2026-06-15"},
      {"2026-06-13", "+0wd", "2026-06-13"},  {"2021-02-19", "+1wd", "2021-02-20"},
      {"2021-02-19", "+2wd", "2021-02-24"},  {"2020-03-27", "+1wd", "2020-05-12"},
      {"2020-04-30", "+4wd", "2020-05-15"},  {"2020-06-23", "+1wd", "2020-06-25"},
      {"2021-04-30", "+1wd", "2021-05-11"},  {"2021-10-29", "+1wd", "2021-11-08"},
      {"2022-03-04", "+1wd", "2022-03-05"},  {"2022-03-05", "+1wd", "2022-03-09"},
      {"2023-02-22", "+1wd", "2023-02-27"},  {"2023-12-29", "+1wd", "2024-01-09"},
      {"2024-04-26", "+2wd", "2024-05-02"},  {"2024-12-27", "+2wd", "2025-01-09"},
      {"2025-10-31", "+1wd", "2025-11-01"},  {"2025-12-30", "+1wd", "2026-01-12"},
      {"2025-12-31", "+60wd", "2026-04-07"}, {"2024-02-28", "+1wd", "2024-02-29"},
      {"2027-01-13", "-3wd", "2026-12-30"},  {"2026-06-15", "-1wd", "2026-06-11"},
      {"2026-06-14", "-1wd", "2026-06-11"},  {"2021-02-24", "-2wd", "2021-02-19"}};
  for (const auto& row : table) EXPECT_EQ(after(row[0], row[1]), row[2]) << row[0] << ' ' << row[1];
}

TEST(WorkingDaysTest, TheEventsOwnDayMayCountFirst) {
  const TermRules same{TermStart::sameDay, TermRoll::none};
  EXPECT_EQ(after("2026-06-05", "+3wd", same), "2026-06-09");
  EXPECT_EQ(after("2026-06-06", "+1wd", same), "2026-06-08") << "a Saturday does not count";
  EXPECT_EQ(after("2026-06-05", "+1wd", same), "2026-06-05");
  EXPECT_EQ(after("2026-06-09", "-3wd", same), "2026-06-05");
  EXPECT_EQ(after("2026-06-05", "+5d", same), "2026-06-09");
  EXPECT_EQ(after("2026-06-05", "-5d", same), "2026-06-01");
  EXPECT_EQ(after("2026-06-05", "+1w", same), "2026-06-11");
  EXPECT_EQ(after("2026-06-05", "+1m", same), "2026-07-04");
  EXPECT_EQ(after("2026-06-05", "-1m", same), "2026-05-06");
  EXPECT_EQ(after("2026-06-05", "+0d", same), "2026-06-05");
}

TEST(CalendarTermTest, DaysWeeksMonthsYears) {
  EXPECT_EQ(after("2026-06-05", "+5d"), "2026-06-10");
  EXPECT_EQ(after("2026-06-05", "-5d"), "2026-05-31");
  EXPECT_EQ(after("2026-06-05", "+2w"), "2026-06-19");
  EXPECT_EQ(after("2026-12-31", "+2m"), "2027-02-28");
  EXPECT_EQ(after("2024-01-31", "+1m"), "2024-02-29");
  EXPECT_EQ(after("2024-03-31", "-1m"), "2024-02-29");
  EXPECT_EQ(after("2026-01-15", "-13m"), "2024-12-15");
  EXPECT_EQ(after("2024-02-29", "+1y"), "2025-02-28");
  EXPECT_EQ(after("2024-02-29", "+4y"), "2028-02-29");
  EXPECT_EQ(after("2024-02-29", "-1y"), "2023-02-28");
  EXPECT_EQ(after("2050-01-01", "+1d"), "2050-01-02") << "no calendar is needed";
  EXPECT_EQ(after("9999-12-31", "+1d"), "ошибка [G203]: срок +1d ведёт за пределы счёта лет\n");
  EXPECT_EQ(after("9999-12-31", "+1m"), "ошибка [G203]: срок +1m ведёт за пределы счёта лет\n");
  EXPECT_EQ(after("0001-01-01", "-1d"), "ошибка [G203]: срок -1d ведёт за пределы счёта лет\n");
  EXPECT_EQ(addMonths({1, 1, 31}, 1), (Date{1, 2, 28}));
  EXPECT_EQ(addMonths({1, 1, 31}, -1), std::nullopt);
  EXPECT_EQ(addMonths({9999, 11, 30}, 1), (Date{9999, 12, 30}));
  EXPECT_EQ(addMonths({9999, 12, 30}, 1), std::nullopt);
}

TEST(CalendarTermTest, RollsOffDaysOff) {
  const TermRules next{TermStart::nextDay, TermRoll::next};
  const TermRules previous{TermStart::nextDay, TermRoll::previous};
  EXPECT_EQ(after("2026-06-07", "+5d", next), "2026-06-15");
  EXPECT_EQ(after("2026-06-07", "+5d", previous), "2026-06-11");
  EXPECT_EQ(after("2026-06-07", "+5d"), "2026-06-12");
  EXPECT_EQ(after("2026-06-05", "+5d", next), "2026-06-10");
  EXPECT_EQ(after("2025-12-31", "+0d", next), "2026-01-12");
  EXPECT_EQ(after("2027-12-31", "+0d", previous), "2027-12-30");
  EXPECT_EQ(after("2026-12-02", "+1m", next), "2027-01-11");
}

TEST(WorkingDaysTest, UnknownYearsAreNamed) {
  const std::string hint =
      "    подсказка: в нём есть 2020–2027; добавьте год в свой calendars/ru.calendar.xml\n";
  const std::string unknown = "ошибка [G201]: производственный календарь «ru» не знает ";
  EXPECT_EQ(after("2019-12-31", "+1wd"), unknown + "2019 года\n" + hint);
  EXPECT_EQ(after("2028-01-10", "+0wd"), unknown + "2028 года\n" + hint);
  EXPECT_EQ(after("2020-01-10", "-2wd"), unknown + "2019 года\n" + hint);
  const TermRules next{TermStart::nextDay, TermRoll::next};
  Diagnostics diagnostics;
  EXPECT_FALSE(counted("2027-12-30", "+1wd", {}, diagnostics));
  EXPECT_EQ(
      formatText(diagnostics, kEn),
      "warning [G202]: the calendar of 2027 is provisional: the day may change\n"
      "error [G201]: the production calendar “ru” does not know the year 2028\n"
      "    hint: it has 2020–2027; add the year to a calendars/ru.calendar.xml of your own\n");
  Diagnostics rolling;
  EXPECT_FALSE(counted("2027-12-30", "+1d", next, rolling));
  EXPECT_EQ(rolling.errorCount(), 1u);
}

TEST(WorkingDaysTest, ProvisionalYearsAreWarnedOfOnce) {
  Diagnostics diagnostics;
  EXPECT_TRUE(counted("2026-12-30", "+3wd", {}, diagnostics));
  EXPECT_EQ(formatText(diagnostics, kRu),
            "предупреждение [G202]: календарь 2027 года предварительный: день может измениться\n");
  Diagnostics none;
  EXPECT_TRUE(counted("2026-12-25", "+3wd", {}, none));
  EXPECT_TRUE(none.all().empty());
  EXPECT_TRUE(counted("2026-12-25", "+30d", {}, none)) << "calendar days ask no calendar";
  EXPECT_TRUE(none.all().empty());
}

TEST(ExplanationTest, WorkingDays) {
  Diagnostics diagnostics;
  const auto count = counted("2021-02-19", "+2wd", {}, diagnostics);
  EXPECT_EQ(explainTerm(*count, russianCalendar(), kRu),
            "19.02.2021 (пятница) + 2 рабочих дня, считая со дня после события:\n"
            "  20.02.2021 (суббота) – 1-й: рабочий день, короче на час: выходной перенесён на "
            "22.02.2021\n"
            "  21.02.2021 (воскресенье) – не считается: выходной\n"
            "  22.02.2021 (понедельник) – не считается: выходной, перенесён с 20.02.2021\n"
            "  23.02.2021 (вторник) – не считается: праздник: День защитника Отечества\n"
            "  24.02.2021 (среда) – 2-й: рабочий день\n"
            "Итог: 24.02.2021 (среда)\n");
  EXPECT_EQ(explainTermJson(*count, russianCalendar(), kRu).substr(0, 210),
            "\"from\":\"2021-02-19\",\"term\":\"+2wd\",\"start\":\"next\",\"roll\":\"none\","
            "\"days\":[{\"date\":\"2021-02-20\",\"kind\":\"working\",\"counted\":1,\"why\":"
            "\"рабочий день, короче на час: выходной перенес");
  const auto back =
      counted("2021-02-20", "-1wd", {TermStart::sameDay, TermRoll::none}, diagnostics);
  EXPECT_EQ(explainTerm(*back, russianCalendar(), kEn),
            "2021-02-20 (Saturday) − 1 working day, the event's own day counts first:\n"
            "  2021-02-20 (Saturday) – 1: working day, an hour shorter: its rest moved to "
            "2021-02-22\n"
            "Result: 2021-02-20 (Saturday)\n");
}

TEST(ExplanationTest, CalendarDays) {
  Diagnostics diagnostics;
  const auto next = counted("2026-06-08", "+5d", {TermStart::nextDay, TermRoll::next}, diagnostics);
  EXPECT_EQ(explainTerm(*next, russianCalendar(), kRu),
            "08.06.2026 (понедельник) + 5 календарных дней, считая со дня после события:\n"
            "  13.06.2026 (суббота) – конец срока\n"
            "  срок кончается в нерабочий день и переходит на ближайший следующий рабочий (ГК РФ, "
            "статья 193):\n"
            "  13.06.2026 (суббота) – не считается: выходной\n"
            "  14.06.2026 (воскресенье) – не считается: выходной\n"
            "Итог: 15.06.2026 (понедельник)\n");
  EXPECT_EQ(explainTermJson(*next, russianCalendar(), kEn),
            "\"from\":\"2026-06-08\",\"term\":\"+5d\",\"start\":\"next\",\"roll\":\"next\","
            "\"days\":[],\"end\":\"2026-06-13\",\"rolled\":["
            "{\"date\":\"2026-06-13\",\"kind\":\"weekend\",\"counted\":0,\"why\":\"weekend\"},"
            "{\"date\":\"2026-06-14\",\"kind\":\"weekend\",\"counted\":0,\"why\":\"weekend\"}]");
  const auto back =
      counted("2026-06-17", "-5d", {TermStart::nextDay, TermRoll::previous}, diagnostics);
  EXPECT_EQ(explainTerm(*back, russianCalendar(), kEn),
            "2026-06-17 (Wednesday) − 5 calendar days, the day before the event counts first:\n"
            "  2026-06-12 (Friday) – the term's end\n"
            "  the term ends on a day off and moves to the working day before it:\n"
            "  2026-06-12 (Friday) – not counted: public holiday: Russia Day\n"
            "Result: 2026-06-11 (Thursday)\n");
  EXPECT_EQ(explainTermJson(*back, russianCalendar(), kEn).substr(0, 66),
            "\"from\":\"2026-06-17\",\"term\":\"-5d\",\"start\":\"next\",\"roll\":\"previous\",");
  const auto zero =
      counted("2026-06-17", "+0wd", {TermStart::sameDay, TermRoll::none}, diagnostics);
  EXPECT_EQ(explainTerm(*zero, russianCalendar(), kRu),
            "17.06.2026 (среда) + 0 рабочих дней, день события:\nИтог: 17.06.2026 (среда)\n");
}

/// The public day-by-day table beside the project: date → "off", "short" or "work".
std::map<std::int64_t, std::string> publicTable() {
  const std::filesystem::path file =
      std::filesystem::path(CHANCERY_PROJECT_DIR) / "../shared/calendar/ru-days.tsv";
  const auto text = findFile(file, 1 << 20);
  std::map<std::int64_t, std::string> table;
  if (!text) return table;
  std::istringstream lines(*text);
  for (std::string day, kind; lines >> day >> kind;) {
    const auto date = parseDate(day);
    if (date && date->year >= 2020 && date->year <= 2027) table[toDayNumber(*date)] = kind;
  }
  return table;
}

TEST(WorkingDaysTest, EveryDayOfThePublicTable) {
  const auto table = publicTable();
  if (table.empty()) GTEST_SKIP() << "no table of days beside the project";
  ASSERT_EQ(table.size(), 2922u);
  for (const auto& [number, kind] : table) {
    const CalendarDay& day = russianCalendar().day(fromDayNumber(number));
    EXPECT_EQ(day.isWorking() ? (day.isShort ? "short" : "work") : "off", kind)
        << toIso(fromDayNumber(number));
  }
}

// Counted naively over the table, forwards and back: every day with every term to 60 working days.
// A term of 60 shows all shorter ones on its way; on one day in 17 each is counted by itself too.
TEST(WorkingDaysTest, EveryTermOfThePublicTable) {
  const auto table = publicTable();
  if (table.empty()) GTEST_SKIP() << "no table of days beside the project";
  constexpr int kMost = 60;
  long compared = 0;
  for (const auto& [from, kind] : table) {
    for (const int step : {1, -1}) {
      std::vector<std::int64_t> expected;
      for (std::int64_t day = from + step; table.contains(day) && expected.size() < kMost;
           day += step) {
        if (table.at(day) != "off") expected.push_back(day);
      }
      const int reached = static_cast<int>(expected.size());
      Diagnostics diagnostics;
      const auto longest = countTerm(fromDayNumber(from), {step * reached, TermUnit::workingDay},
                                     {}, russianCalendar(), diagnostics);
      ASSERT_TRUE(longest);
      std::vector<std::int64_t> numbered;
      for (const CountedDay& day : longest->days) {
        if (day.number > 0) numbered.push_back(toDayNumber(day.date));
      }
      ASSERT_EQ(numbered, expected) << toIso(fromDayNumber(from));
      compared += reached;
      if (from % 17 != 0) continue;
      for (int count = 0; count <= kMost; ++count) {
        const auto result = countTerm(fromDayNumber(from), {step * count, TermUnit::workingDay}, {},
                                      russianCalendar(), diagnostics);
        ASSERT_EQ(result.has_value(), count <= reached) << toIso(fromDayNumber(from)) << count;
        if (!result) break;
        const std::int64_t day =
            count == 0 ? from : expected.at(static_cast<std::size_t>(count) - 1);
        ASSERT_EQ(toDayNumber(result->result), day) << toIso(fromDayNumber(from)) << ' ' << count;
      }
    }
  }
  EXPECT_GT(compared, 340'000);
}

}  // namespace
}  // namespace chancery::lang
