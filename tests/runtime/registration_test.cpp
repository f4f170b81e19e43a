#include <gtest/gtest.h>

#include "base/error.h"
#include "office.h"
#include "runtime/registrar.h"
#include "store/sqlite/database.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;

// Brings a document up to the reserved number.
std::string reserve(TestOffice& office) {
  const std::string id = office.startAndCoordinate();
  office.act(id, "4", Outcome::sign, "head");
  EXPECT_EQ(office.step(), "reserve");
  return id;
}

void reject(TestOffice& office, const std::string& reason) {
  office.bench.reject(*office.bench.take(office.bench.pending().front()), reason);
}

std::string registerText(TestOffice& office) {
  std::string text;
  for (const RegisterLine& line : office.view.registerOf(*office.directory.findSeries("orders"))) {
    text += std::to_string(line.year) + ' ' + std::to_string(line.value);
    if (line.row) {
      text += ' ' + line.row->text + ' ' + std::string(store::wordOf(line.row->status)) + ' ' +
              line.row->date + " <" + line.row->caseId + ' ' + line.document + "> " +
              line.row->reason;
    }
    text += '\n';
  }
  return text;
}

TEST(Registration, NumbersRunInOrderOnTheOfficesDay) {
  TestOffice office;
  office.clock.set(*parseMoment("2026-06-05T22:30:00Z"));  // already the 6th in the office
  reserve(office);
  office.work();
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од registered 2026-06-06 <1 О школе> \n"
            "2026 2 2-од registered 2026-06-06 <2 О школе> \n");
  EXPECT_EQ(office.verify(), "");
}

// The document waits until the clock is right; its number is not the wrong one.
TEST(Registration, AClockThatIsBehindGivesNoNumber) {
  TestOffice office;
  office.clock.set(*parseMoment("2026-06-07T09:00:00Z"));
  reserve(office);
  office.work();
  Registrar registrar(*office.store, office.directory, office.clock);
  Diagnostics diagnostics;
  office.clock.set(*parseMoment("2026-06-05T09:00:00Z"));
  EXPECT_FALSE(registrar.reserve(office.directory.series.at("orders"), "на бумаге", "author",
                                 diagnostics));
  EXPECT_NE(formatText(diagnostics, Language::russian).find("S145"), std::string::npos);
  EXPECT_THROW(reserve(office), WorldError);
  EXPECT_EQ(registerText(office), "2026 1 1-од registered 2026-06-07 <1 О школе> \n");
  office.clock.set(*parseMoment("2026-06-07T10:00:00Z"));
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од registered 2026-06-07 <1 О школе> \n"
            "2026 2 2-од registered 2026-06-07 <2 О школе> \n");
  EXPECT_EQ(office.verify(), "");
}

TEST(Registration, EveryYearBeginsAnew) {
  TestOffice office;
  reserve(office);
  office.work();
  office.clock.set(*parseMoment("2026-12-31T21:00:00Z"));
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од registered 2026-06-05 <1 О школе> \n"
            "2027 1 1-од registered 2027-01-01 <2 О школе> \n");
}

TEST(Registration, ASeriesMayRunOnAndBeginElsewhere) {
  TestOffice office;
  office.directory.series["orders"] = {"orders", "Приказы", "п/{n}", 100, false};
  reserve(office);
  office.work();
  office.clock.set(*parseMoment("2027-06-05T09:00:00Z"));
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office),
            "0 100 п/100 registered 2026-06-05 <1 О школе> \n"
            "0 101 п/101 registered 2027-06-05 <2 О школе> \n");
}

TEST(Registration, TheNewestUnusedNumberGoesBack) {
  TestOffice office;
  const std::string id = reserve(office);
  reject(office, "нет печати");
  EXPECT_EQ(office.step(), "release");
  EXPECT_EQ(registerText(office), "");
  EXPECT_EQ(office.tasks(id), "5 author\n");
  EXPECT_EQ(office.view.find(id)->state.rejection, "нет печати");
  EXPECT_EQ(office.verify(), "");
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office), "2026 1 1-од registered 2026-06-05 <2 О школе> \n");
}

TEST(Registration, AnOlderUnusedNumberIsAnnulledAndExplained) {
  TestOffice office;
  const std::string first = office.startAndCoordinate();
  const std::string second = office.startAndCoordinate();
  office.act(first, "4", Outcome::sign, "head");
  EXPECT_EQ(office.step(), "reserve");
  office.act(second, "4", Outcome::sign, "head");
  const auto rows = office.bench.pending();
  ASSERT_EQ(rows.size(), 2u);
  office.bench.reserve(*office.bench.take(rows[1]));
  reject(office, "нет печати");
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од annulled 2026-06-05 <1 О школе> нет печати\n"
            "2026 2 2-од registered 2026-06-05 <2 О школе> \n");
  EXPECT_EQ(office.verify(), "");
}

TEST(Registration, ANumberOfYesterdayIsNotRegisteredToday) {
  TestOffice office;
  const std::string id = reserve(office);
  EXPECT_EQ(office.step(), "render-final");
  office.clock.set(*parseMoment("2026-06-06T09:00:00Z"));
  EXPECT_EQ(office.step(), "register");  // finds that the day has moved
  EXPECT_EQ(office.step(), "release");
  EXPECT_EQ(office.step(), "reserve");
  EXPECT_EQ(office.step(), "render-final");
  EXPECT_EQ(office.step(), "register");
  EXPECT_EQ(registerText(office), "2026 1 1-од registered 2026-06-06 <1 О школе> \n");
  EXPECT_EQ(office.view.find(id)->state.registration.date, "2026-06-06");
  EXPECT_EQ(office.verify(), "");
  bool isTold = false;
  for (const HistoryLine& line : office.view.history(id)) {
    isTold |= line.event.remark == "номер зарезервирован 2026-06-05, а регистрируется другим днём";
  }
  EXPECT_TRUE(isTold);
}

TEST(Registration, AMissingSeriesReturnsTheDocument) {
  TestOffice office;
  office.directory.series.clear();
  const std::string id = office.startAndCoordinate();
  office.act(id, "4", Outcome::sign, "head");
  office.work();
  EXPECT_EQ(office.tasks(id), "5 author\n");
  EXPECT_EQ(office.view.find(id)->state.rejection, "в организации нет нумератора «orders»");
}

TEST(Registration, GapsAreCountedFromWhereTheSeriesBegan) {
  TestOffice office;
  office.directory.series["orders"].startsAt = 5;
  reserve(office);
  office.work();
  const std::string one = "2026 5 5-од registered 2026-06-05 <1 О школе> \n";
  office.directory.series["orders"].startsAt = 1;  // from the next year on
  EXPECT_EQ(registerText(office), one);
  office.directory.series["orders"].startsAt = 9;
  EXPECT_EQ(registerText(office), one);
  office.directory.series["orders"].startsAt = 3;
  office.clock.set(*parseMoment("2027-06-05T09:00:00Z"));
  {
    const auto t = office.store->begin(store::Access::write);
    EXPECT_EQ(t->takeNumber("orders", 2027, 3), 3);
    t->commit();
  }
  reserve(office);
  office.work();
  office.directory.series["orders"].startsAt = 4;
  EXPECT_EQ(registerText(office), one + "2027 3\n2027 4 4-од registered 2027-06-05 <2 О школе> \n");
}

TEST(Registration, AGapOfASeriesThatRunsOnIsOfTheYearOfTheNumberBehindIt) {
  TestOffice office;
  office.directory.series["orders"] = {"orders", "Приказы", "{n}/{y}", 1, false};
  reserve(office);
  office.work();
  office.clock.set(*parseMoment("2027-06-05T09:00:00Z"));
  {
    const auto t = office.store->begin(store::Access::write);
    t->takeNumber("orders", 0, 1);
    t->commit();
  }
  reserve(office);
  office.work();
  std::string years;
  for (const RegisterLine& line : office.view.registerOf(*office.directory.findSeries("orders"))) {
    years += line.text + ' ' + std::to_string(line.dateYear) + '\n';
  }
  EXPECT_EQ(years, "1/2026 2026\n2/2027 2027\n3/2027 2027\n");
}

TEST(Registration, AnUnexplainedGapIsShown) {
  TestOffice office;
  reserve(office);
  office.work();
  {
    const auto t = office.store->begin(store::Access::write);
    EXPECT_EQ(t->takeNumber("orders", 2026, 1), 2);
    t->commit();
  }
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од registered 2026-06-05 <1 О школе> \n"
            "2026 2\n"
            "2026 3 3-од registered 2026-06-05 <2 О школе> \n");
}

TEST(Registration, AnEffectReportedTwiceCountsOnce) {
  TestOffice office;
  const std::string id = office.startAndCoordinate();
  office.act(id, "4", Outcome::sign, "head");
  const auto work = office.bench.take(office.bench.pending().front());
  office.bench.reserve(*work);
  office.bench.reserve(*work);
  EXPECT_EQ(office.store->begin(store::Access::read)->numbers("").size(), 1u);
  EXPECT_EQ(office.store->begin(store::Access::write)->takeNumber("orders", 2026, 1), 2);
}

// A store that was tampered with, or a series that was put back by hand.
TEST(Registration, ANumberThatStandsInTheRegisterIsNeverGivenAgain) {
  TestOffice office;
  reserve(office);
  office.work();
  reserve(office);
  office.work();
  {
    store::sqlite::Database database((office.folder.path() / "office.db").string());
    database.execute("UPDATE series SET last = 0");
  }
  EXPECT_EQ(office.verify(),
            "ошибка [S211]: нумератор «orders» (2026) остановился на 0, а по истории – на 2\n"
            "    подсказка: не работайте дальше с этой базой: восстановите последнюю целую копию "
            "папки организации и проверьте её той же командой\n");
  reserve(office);
  office.work();
  EXPECT_EQ(registerText(office),
            "2026 1 1-од registered 2026-06-05 <1 О школе> \n"
            "2026 2 2-од registered 2026-06-05 <2 О школе> \n"
            "2026 3 3-од registered 2026-06-05 <3 О школе> \n");
  EXPECT_EQ(office.verify(), "");
}

}  // namespace
}  // namespace chancery::runtime
