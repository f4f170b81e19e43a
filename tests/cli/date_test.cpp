#include <gtest/gtest.h>

#include "office.h"

// `date` and `deadline` by the real program.
namespace chancery::cli {
namespace {

class Dates : public testing::Test {
 protected:
  Dates() : program_(folder_.path()) {}

  std::string out(const std::vector<std::string>& arguments) const {
    const Ended ended = program_.run(arguments);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
  }
  std::string error(const std::vector<std::string>& arguments, int code = 1) const {
    const Ended ended = program_.run(arguments);
    EXPECT_EQ(ended.code, code) << ended.out;
    EXPECT_EQ(ended.out, "");
    return ended.err;
  }

  TemporaryFolder folder_;
  Program program_;
};

TEST_F(Dates, ATermIsCounted) {
  EXPECT_EQ(out({"date", "2026-12-30", "+3wd"}), "2027-01-13\n");
  EXPECT_EQ(out({"date", "30.12.2026", "3wd"}), "2027-01-13\n");
  EXPECT_EQ(out({"date", "2027-01-13", "-3wd"}), "2026-12-30\n");
  EXPECT_EQ(out({"date", "2026-06-07", "+5d", "--roll", "next"}), "2026-06-15\n");
  EXPECT_EQ(out({"date", "2026-06-07", "+5d", "--roll", "previous"}), "2026-06-11\n");
  EXPECT_EQ(out({"date", "2026-06-07", "+5d", "--roll", "none"}), "2026-06-12\n");
  EXPECT_EQ(out({"date", "2026-06-05", "+3wd", "--start", "same"}), "2026-06-09\n");
  EXPECT_EQ(out({"date", "2026-06-05", "+1m", "+2wd", "--format", "json"}),
            "{\"date\":\"2026-07-07\"}\n");
}

TEST_F(Dates, TheDerivationIsShown) {
  EXPECT_EQ(out({"date", "2026-06-10", "+2wd", "--explain"}),
            "2026-06-15\n"
            "10.06.2026 (среда) + 2 рабочих дня, считая со дня после события:\n"
            "  11.06.2026 (четверг) – 1-й: рабочий день, короче на час\n"
            "  12.06.2026 (пятница) – не считается: праздник: День России\n"
            "  13.06.2026 (суббота) – не считается: выходной\n"
            "  14.06.2026 (воскресенье) – не считается: выходной\n"
            "  15.06.2026 (понедельник) – 2-й: рабочий день\n"
            "Итог: 15.06.2026 (понедельник)\n");
  EXPECT_EQ(out({"date", "2026-06-10", "+1wd", "--explain", "--format", "json", "--lang", "en"}),
            "{\"date\":\"2026-06-11\",\"steps\":[{\"from\":\"2026-06-10\",\"term\":\"+1wd\","
            "\"start\":\"next\",\"roll\":\"none\",\"days\":[{\"date\":\"2026-06-11\",\"kind\":"
            "\"working\",\"counted\":1,\"why\":\"working day, an hour shorter\"}],"
            "\"end\":\"2026-06-11\",\"rolled\":[]}]}\n");
}

TEST_F(Dates, UnknownYearsAndWrongTermsAreErrors) {
  EXPECT_EQ(error({"date", "2027-12-30", "+3wd"}),
            "предупреждение [G202]: календарь 2027 года предварительный: день может измениться\n"
            "ошибка [G201]: производственный календарь «ru» не знает 2028 года\n"
            "    подсказка: в нём есть 2020–2027; добавьте год в свой calendars/ru.calendar.xml\n");
  const std::string usage = error({"date", "2026-02-30", "+3wd"}, 2);
  EXPECT_NE(usage.find("пример: 2026-12-30"), std::string::npos) << usage;
  EXPECT_NE(error({"date", "2026-02-20", "+3x"}, 2).find("пример: +3wd"), std::string::npos);
  EXPECT_NE(error({"date", "2026-02-20"}, 2).find("не указано TERM"), std::string::npos);
}

TEST_F(Dates, AnOfficeBringsItsCalendar) {
  const ProgramOffice office;
  EXPECT_FALSE(std::filesystem::exists(office.path("o/workflows/calendars")));
  makeFolder(office.path("o/calendars"));
  writeFile(office.path("o/calendars/ru.calendar.xml"),
            "<calendar xmlns=\"urn:chancery:calendar\" id=\"ru\"><year number=\"2026\">"
            "<off days=\"06-11\" title=\"День отдела\"/></year></calendar>");
  EXPECT_EQ(office.run({"date", "2026-06-10", "+1wd", "--office", "o"}).out, "2026-06-12\n");
  EXPECT_EQ(office.run({"date", "2026-06-10", "+1wd"}).out, "2026-06-11\n");
  EXPECT_EQ(
      office.run({"date", "2026-06-10", "+1wd", "--calendar", "o/calendars/ru.calendar.xml"}).out,
      "2026-06-12\n");
  EXPECT_EQ(office.run({"check", "o/calendars/ru.calendar.xml"}).out, "Ошибок нет\n");
}

TEST_F(Dates, DeadlinesAreUnderstood) {
  const auto json = [&](const std::string& phrase) {
    return out({"deadline", phrase, "--from", "2021-03-29", "--format", "json"});
  };
  EXPECT_EQ(json("до 30 мая 2021, до 15 декабря 2021 года"),
            "{\"kind\":\"point\",\"dates\":[\"2021-05-30\",\"2021-12-15\"]}\n");
  EXPECT_EQ(json("январь–март 2022"),
            "{\"kind\":\"period\",\"from\":\"2022-01-01\",\"to\":\"2022-03-31\"}\n");
  EXPECT_EQ(json("1 раз в три месяца"),
            "{\"kind\":\"recurring\",\"rule\":\"FREQ=MONTHLY;INTERVAL=3\"}\n");
  EXPECT_EQ(json("постоянно"), "{\"kind\":\"open\"}\n");
  EXPECT_EQ(out({"deadline", "постоянно", "--format", "json", "--explain"}),
            "{\"kind\":\"open\",\"reason\":\"constant\",\"words\":\"постоянно\"}\n");
  EXPECT_EQ(out({"deadline", "до 16 июня", "--time", "2026-06-05T09:00:00Z"}),
            "Срок: 16.06.2026 (вторник); год в словах не указан\n");
  EXPECT_EQ(out({"deadline", "январь", "--from", "29.03.2021", "--year", "2021"}),
            "Период: с 01.01.2021 по 31.01.2021; год в словах не указан\n");
  EXPECT_EQ(out({"deadline", "2020/21 учебный год", "--from", "2020-08-01", "--school-year-end",
                 "06-25"}),
            "Период: с 01.09.2020 по 25.06.2021\n");
  EXPECT_EQ(out({"deadline", "в 5-дневный срок", "--from", "2026-06-07", "--roll", "next",
                 "--format", "json"}),
            "{\"kind\":\"point\",\"dates\":[\"2026-06-15\"]}\n");
}

TEST_F(Dates, ImpossibleDeadlinesAreErrors) {
  EXPECT_EQ(error({"deadline", "до 31.06.2021", "--from", "2021-03-29"}),
            "ошибка [G301]: дня 31.06.2021 нет\n    подсказка: в этом месяце 30 дней\n");
  EXPECT_NE(error({"deadline", "май", "--from", "вчера"}, 2).find("пример: 2026-12-30"),
            std::string::npos);
}

}  // namespace
}  // namespace chancery::cli
