#include <gtest/gtest.h>

#include "office.h"

// Ready-made workflows beside `order`, from draft to end as an office goes through them.
namespace chancery::cli {
namespace {

void act(const ProgramOffice& office, const std::string& answer, const std::string& person) {
  const Ended ended = office.inOffice({"act", "1", answer, "--as", person});
  EXPECT_EQ(ended.code, 0) << answer << ' ' << person << ": " << ended.err;
}

TEST(ReadyMade, AnOrderOnPersonnelIsReadByOneAfterTheOther) {
  const ProgramOffice office;
  std::string data = kOrderData;
  const std::string clauses = R"({"text": "Открыть школу."})";
  data.replace(data.find(clauses), clauses.size(),
               R"({"text": "Премировать.", "responsible": ["Т.Ю. Родникова"]},
                  {"text": "Премировать.", "responsible": ["yaseneva"]})");
  writeFile(office.path("order.json"), data);
  const Ended started =
      office.inOffice({"start", "personnel-order", "--data", "order.json", "--as", "lugov"});
  ASSERT_EQ(started.code, 0) << started.err;
  act(office, "agree", "svetlova");  // no costs: the accountant is not asked
  act(office, "sign", "vesnina");
  EXPECT_EQ(office.inOffice({"act", "1", "acquaint", "--as", "yaseneva"}).code, 1);
  act(office, "acquaint", "rodnikova");
  act(office, "acquaint", "yaseneva");
  act(office, "file", "yaseneva");
  const Ended shown = office.inOffice({"show", "1", "--as", "vesnina"});
  EXPECT_TRUE(has(shown.out, "№\u00A01-л")) << shown.out;
  EXPECT_TRUE(std::filesystem::is_empty(office.path("o/site")));
  EXPECT_EQ(office.inOffice({"show", "1"}).code, 1);  // of restricted access
}

TEST(ReadyMade, AReportIsAgreedTwiceAndApprovedByTheDeputy) {
  const ProgramOffice office;
  writeFile(office.path("report.json"), R"({
    "template": "report", "letterhead": ["ОТДЕЛ ПО ОБРАЗОВАНИЮ"],
    "approved": [{"post": "Заместитель начальника отдела", "name": "П.А. Лугов"}],
    "heading": "Отчёт о работе", "sections": [{"heading": "Итоги", "body": [{"p": "Школы готовы."}]}]
  })");
  const Ended started =
      office.inOffice({"start", "report", "--data", "report.json", "--as", "vesnina"});
  ASSERT_EQ(started.code, 0) << started.err;
  act(office, "agree", "rodnikova");
  act(office, "agree", "svetlova");
  act(office, "agree", "yaseneva");
  act(office, "approve", "lugov");
  const Ended why = office.inOffice({"why", "1"});
  EXPECT_EQ(why.out, "Документ 1 ничего не ждёт: Маршрут пройден\n");
  EXPECT_FALSE(std::filesystem::is_empty(office.path("o/site/reports")));
}

}  // namespace
}  // namespace chancery::cli
