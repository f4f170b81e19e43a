#include <gtest/gtest.h>

#include "office.h"

namespace chancery::cli {
namespace {

// The office's series as the issue asks for it.
void setPattern(const ProgramOffice& office) {
  std::string text = readFile(office.path("o/office.xml"), 1 << 20);
  const std::string old = "pattern=\"{n}\"";
  text.replace(text.find(old), old.size(),
               "pattern=\"{group}-{file}-{n:06}/{y}\" group=\"12\" file=\"01-05\"");
  writeFile(office.path("o/office.xml"), text);
}

TEST(Register, NumbersForDocumentsOnPaper) {
  const ProgramOffice office;
  setPattern(office);
  const Ended reserved = office.inOffice(
      {"register", "reserve", "orders", "--reason", "приказ на бумаге", "--as", "yaseneva"});
  EXPECT_EQ(reserved.code, 0) << reserved.err;
  EXPECT_EQ(reserved.out, "Номер зарезервирован: №\u00A012-01-05-000001/2026 от 05.06.2026\n");
  const Ended annulled = office.inOffice(
      {"register", "annul", "orders", "1", "--reason", "не издан", "--as", "yaseneva"});
  EXPECT_EQ(annulled.code, 0) << annulled.err;
  office.inOffice({"register", "reserve", "orders", "--reason", "из архива", "--as", "lugov"});
  EXPECT_EQ(office.inOffice({"register", "orders"}).out,
            "Журнал регистрации: Приказы по основной деятельности\n"
            "2026 год\n"
            "  №\u00A012-01-05-000001/2026 от 05.06.2026  номер аннулирован: не издан "
            "(А.\u00A0И.\u00A0Ясенева, делопроизводитель)\n"
            "  №\u00A012-01-05-000002/2026 от 05.06.2026  номер зарезервирован: из архива "
            "(П.\u00A0А.\u00A0Лугов, заместитель начальника отдела по образованию)\n");
  EXPECT_EQ(office.run({"verify", "o"}).out, "История цела: документов 0, записей 3\n");
}

TEST(Register, WhatIsWrongIsTold) {
  const ProgramOffice office;
  const Ended unknown = office.inOffice(
      {"register", "annul", "order", "1", "--reason", "не издан", "--as", "yaseneva"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_EQ(unknown.err,
            "ошибка [A207]: нумератора «order» нет в организации\n"
            "    подсказка: возможно, вы имели в виду «orders»\n");
  EXPECT_EQ(office.inOffice({"register", "reserve", "orders", "--as", "yaseneva"}).code, 2);
  const Ended output = office.inOffice({"register", "orders", "--out", "register.odt"});
  EXPECT_EQ(output.code, 1);
  EXPECT_TRUE(has(output.err, "A206")) << output.err;
}

TEST(Register, IsPrinted) {
  const ProgramOffice office;
  office.inOffice({"register", "reserve", "orders", "--reason", "архив", "--as", "yaseneva"});
  const Ended printed = office.inOffice({"register", "orders", "--year", "2026", "--out", "r.pages",
                                         "--out", "r.pdf", "--out", "r.docx"});
  ASSERT_EQ(printed.code, 0) << printed.err;
  const std::string pages = readFile(office.path("r.pages"), 1 << 20);
  for (const char* text : {"ЖУРНАЛ РЕГИСТРАЦИИ", "05.06.2026", "2026 год", "Подписал", "архив"}) {
    EXPECT_TRUE(has(pages, text)) << text;
  }
  EXPECT_TRUE(readFile(office.path("r.pdf"), 1 << 24).starts_with("%PDF-"));
  EXPECT_TRUE(readFile(office.path("r.docx"), 1 << 24).starts_with("PK"));
  const Ended other = office.inOffice({"register", "orders", "--year", "2025", "--out", "s.pages"});
  EXPECT_EQ(other.code, 0) << other.err;
  EXPECT_FALSE(has(readFile(office.path("s.pages"), 1 << 20), "архив"));
}

}  // namespace
}  // namespace chancery::cli
