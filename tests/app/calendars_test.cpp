#include "app/calendars.h"

#include <gtest/gtest.h>

#include "app/deadlines.h"
#include "app/files.h"
#include "base/file.h"
#include "store/temporary_folder.h"

namespace chancery::app {
namespace {

const Resources kProduct{CHANCERY_PROJECT_DIR};

constexpr const char* kOffice =
    "<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"Europe/Moscow\"{0}>"
    "<posts><post id=\"p\" title=\"Начальник\"/></posts>"
    "<people><person id=\"k\" surname=\"Веснина\" name=\"Ольга\" post=\"p\"/></people></office>";

class Calendars : public testing::Test {
 protected:
  void office(const std::string& attributes) {
    writeFile(folder_.path() / "office.xml", fill(kOffice, {attributes}));
  }
  void calendar(const std::string& id, int year) {
    makeFolder(folder_.path() / "calendars");
    writeFile(folder_.path() / "calendars" / (id + ".calendar.xml"),
              "<calendar xmlns=\"urn:chancery:calendar\" id=\"" + id + "\"><year number=\"" +
                  std::to_string(year) + "\"/></calendar>");
  }
  /// The years of the calendar that is found, or the findings.
  std::string years(const std::string& name, bool inOffice = true) {
    Diagnostics diagnostics;
    const auto calendar =
        openCalendar({name, inOffice ? folder_.path().string() : ""}, kProduct, diagnostics);
    if (calendar) return calendar->knownYears();
    std::string text;
    for (const Diagnostic& d : diagnostics.all()) {
      text += std::string(d.message->code) + ' ' + d.text(Language::english) + " | " +
              d.hintText(Language::english);
    }
    return text;
  }

  TemporaryFolder folder_;
};

TEST_F(Calendars, TheOfficesOwnComesFirst) {
  office("");
  EXPECT_EQ(years(""), "2020–2027");
  calendar("ru", 2030);
  EXPECT_EQ(years(""), "2030");
  EXPECT_EQ(years("ru"), "2030");
  EXPECT_EQ(years("ru", false), "2020–2027");
}

TEST_F(Calendars, TheOfficeNamesItsCalendar) {
  office(" calendar=\"ural\"");
  EXPECT_EQ(years(""), "A214 there is no production calendar “ural” | allowed: ru");
  calendar("ural", 2031);
  EXPECT_EQ(years(""), "2031");
  EXPECT_EQ(years("ru"), "2020–2027");
  EXPECT_EQ(years("url"), "A214 there is no production calendar “url” | did you mean “ural”?");
}

TEST_F(Calendars, AFileIsTakenAsItIs) {
  calendar("x", 2032);
  EXPECT_EQ(years((folder_.path() / "calendars/x.calendar.xml").string()), "2032");
  const std::string missing = (folder_.path() / "none.xml").string();
  EXPECT_EQ(years(missing), "A203 there is no file “" + missing + "” | ");
}

TEST_F(Calendars, WrongOfficesAreTold) {
  EXPECT_EQ(years("").substr(0, 4), "A201");
  office(" calendar=\"свой\"");
  EXPECT_EQ(years("").substr(0, 4), "A103");
}

TEST_F(Calendars, CheckReadsThem) {
  calendar("x", 1900);
  CheckRequest request;
  request.files = {(folder_.path() / "calendars/x.calendar.xml").string()};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 2u);
  EXPECT_EQ(diagnostics.all()[0].message->code, "G105");
  Diagnostics own;
  request.files = {std::string(CHANCERY_PROJECT_DIR) + "/workflows/calendars/ru.calendar.xml"};
  checkFiles(request, own);
  EXPECT_TRUE(own.all().empty());
}

TEST(Deadlines, DaysAsPeopleWriteThem) {
  EXPECT_EQ(parseDay("2026-12-30"), (Date{2026, 12, 30}));
  EXPECT_EQ(parseDay("30.12.2026"), (Date{2026, 12, 30}));
  EXPECT_EQ(parseDay("31.06.2026"), std::nullopt);
  EXPECT_EQ(parseDay("30.12.26"), std::nullopt);
  EXPECT_EQ(parseDay("30-12-2026"), std::nullopt);
  EXPECT_EQ(parseMonthDay("05-31"), (lang::MonthDay{5, 31}));
  EXPECT_EQ(parseMonthDay("31.05"), (lang::MonthDay{5, 31}));
  EXPECT_EQ(parseMonthDay("02-29"), std::nullopt);
  EXPECT_EQ(parseMonthDay("5-31"), std::nullopt);
}

TEST(Deadlines, TermsAreCountedInTurn) {
  DateRequest request;
  request.from = {2026, 6, 5};
  request.terms = {{1, lang::TermUnit::month}, {2, lang::TermUnit::workingDay}};
  request.isJson = true;
  Diagnostics diagnostics;
  EXPECT_EQ(countDate(request, kProduct, Language::russian, diagnostics),
            "{\"date\":\"2026-07-07\"}\n");
  request.isExplained = true;
  request.isJson = false;
  EXPECT_EQ(countDate(request, kProduct, Language::english, diagnostics),
            "2026-07-07\n"
            "2026-06-05 (Friday) + 1 month, the day after the event counts first:\n"
            "  2026-07-05 (Sunday) – the term's end\n"
            "Result: 2026-07-05 (Sunday)\n"
            "2026-07-05 (Sunday) + 2 working days, the day after the event counts first:\n"
            "  2026-07-06 (Monday) – 1: working day\n"
            "  2026-07-07 (Tuesday) – 2: working day\n"
            "Result: 2026-07-07 (Tuesday)\n");
  EXPECT_TRUE(diagnostics.all().empty());
}

}  // namespace
}  // namespace chancery::app
