#include "runtime/registrar.h"

#include <gtest/gtest.h>

#include "office.h"
#include "store/sqlite/database.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;

class Registrars : public testing::Test {
 protected:
  const Series& series() const { return office_.directory.series.at("orders"); }
  Registrar registrar() { return {*office_.store, office_.directory, office_.clock}; }
  /// The number, else the findings.
  std::string reserve(const std::string& reason = "приказ на бумаге",
                      const std::string& person = "author") {
    office_.diagnostics = {};
    const auto row = registrar().reserve(series(), reason, person, office_.diagnostics);
    return row ? row->text : office_.findings();
  }
  std::string annul(const std::string& number, const std::string& reason = "не издан",
                    std::optional<int> year = {}) {
    office_.diagnostics = {};
    const auto row =
        registrar().annul(series(), {number, year, reason, "author"}, office_.diagnostics);
    return row ? row->text : office_.findings();
  }
  std::string registerText() {
    std::string text;
    for (const RegisterLine& line : office_.view.registerOf(series())) {
      text += line.text;
      if (line.row) {
        text += ' ' + std::string(store::wordOf(line.row->status)) + " <" + line.row->caseId +
                "> " + line.row->reason + '/' + line.row->person;
      }
      text += '\n';
    }
    return text;
  }
  void damage(const char* sql) {
    store::sqlite::Database database((office_.folder.path() / "office.db").string());
    database.execute(sql);
  }
  std::string verified() {
    std::string codes;
    Diagnostics found;
    runtime::verify(*office_.store, office_.blobs, found);
    for (const Diagnostic& one : found.all()) codes += std::string(one.message->code) + ' ';
    return codes;
  }

  TestOffice office_;
};

TEST_F(Registrars, ANumberIsKeptWithItsReason) {
  EXPECT_EQ(reserve(), "1-од");
  EXPECT_EQ(reserve("из архива"), "2-од");
  EXPECT_EQ(registerText(),
            "1-од reserved <> приказ на бумаге/author\n2-од reserved <> из архива/author\n");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Registrars, KeptNumbersAndThoseOfDocumentsAreOneSeries) {
  EXPECT_EQ(reserve(), "1-од");
  const std::string id = office_.startAndCoordinate();
  office_.act(id, "4", Outcome::sign, "head");
  office_.work();
  EXPECT_EQ(reserve(), "3-од");
  EXPECT_EQ(registerText(),
            "1-од reserved <> приказ на бумаге/author\n2-од registered <1> /\n"
            "3-од reserved <> приказ на бумаге/author\n");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Registrars, AKeptNumberIsAnnulledWithItsReasonAndNeverGivenAgain) {
  reserve();
  EXPECT_EQ(annul("1-од"), "1-од");
  EXPECT_EQ(registerText(), "1-од annulled <> не издан/author\n");
  EXPECT_EQ(reserve(), "2-од");
  EXPECT_EQ(annul("2"), "2-од");  // the bare value will do
  EXPECT_EQ(annul("2"), "ошибка [S305]: номер 2-од уже аннулирован: не издан\n");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Registrars, ANumberOfADocumentIsNotAnnulledByHand) {
  const std::string id = office_.startAndCoordinate();
  office_.act(id, "4", Outcome::sign, "head");
  EXPECT_EQ(office_.step(), "reserve");
  EXPECT_EQ(annul("1-од"),
            "ошибка [S304]: номер 1-од дан документу 1 и рукой не аннулируется\n"
            "    подсказка: если документ не будет зарегистрирован, номер освободится сам\n");
  office_.work();
  EXPECT_EQ(annul("1-од"),
            "ошибка [S304]: номер 1-од дан документу 1 и рукой не аннулируется\n    подсказка: "
            "зарегистрированный документ отменяется только другим документом\n");
}

TEST_F(Registrars, WhoDoesNotKeepTheRegisterIsToldWhoDoes) {
  office_.directory.series.at("orders").keeper = "lawyer";
  EXPECT_EQ(reserve(),
            "ошибка [S301]: <author> не ведёт журнал регистрации «orders»\n"
            "    подсказка: его ведёт lawyer: <lawyer>\n");
  EXPECT_EQ(reserve("из архива", "lawyer"), "1-од");
  EXPECT_EQ(reserve("из архива", "nobody"),
            "ошибка [S102]: сотрудника «nobody» нет в организации\n");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Registrars, AReasonIsRequired) {
  EXPECT_EQ(reserve(" \n"),
            "ошибка [S302]: причина не указана\n    подсказка: добавьте --reason \"для чего\": "
            "причина остаётся в журнале\n");
  EXPECT_EQ(registerText(), "");
}

TEST_F(Registrars, EveryYearHasItsNumbers) {
  reserve();
  office_.clock.set(*parseMoment("2027-01-11T09:00:00Z"));
  EXPECT_EQ(annul("1-од"),
            "ошибка [S303]: номера «1-од» в журнале регистрации «orders» нет\n"
            "    подсказка: он есть за другой год: добавьте --year (2026)\n");
  EXPECT_EQ(reserve("из архива"), "1-од");
  EXPECT_EQ(annul("1-од", "ошибка", 2026), "1-од");
  EXPECT_EQ(registerText(), "1-од annulled <> ошибка/author\n1-од reserved <> из архива/author\n");
  EXPECT_EQ(annul("9"),
            "ошибка [S303]: номера «9» в журнале регистрации «orders» нет\n"
            "    подсказка: номера показывает «chancery register orders»\n");
  EXPECT_EQ(office_.verify(), "");
}

TEST_F(Registrars, WhatIsChangedBehindTheirBackIsFound) {
  reserve("первый");
  reserve("второй");
  annul("2-од");
  ASSERT_EQ(verified(), "");
  damage("UPDATE numbers SET reason = 'другой' WHERE value = 1");
  EXPECT_EQ(verified(), "S207 ");
  damage("UPDATE numbers SET reason = 'первый' WHERE value = 1");
  damage("DELETE FROM office_entries WHERE sequence = 3");
  EXPECT_EQ(verified(), "S212 S207 ");  // the register still shows the annulment
  damage(
      "UPDATE office_journal SET version = 2, head = (SELECT hash FROM office_entries WHERE "
      "sequence = 2)");
  EXPECT_EQ(verified(), "S207 ");
  damage("UPDATE office_entries SET payload = replace(payload, 'второй', 'третий')");
  EXPECT_EQ(verified(), "S212 S207 ");
}

TEST(OfficeEvent, IsWhatItsTextSays) {
  OfficeEvent event;
  event.kind = OfficeEvent::Kind::annul;
  event.moment = *parseMoment("2026-06-05T09:00:00Z");
  event.person = "k1";
  event.keeper = "clerk";
  event.series = "orders";
  event.year = 2026;
  event.value = 15;
  event.reason = "«не издан»\n\"никогда\"";
  const std::string text =
      "office-event version=\"1\" kind=\"annul\" moment=\"2026-06-05T09:00:00.000Z\" "
      "person=\"k1\" keeper=\"clerk\" series=\"orders\" year=\"2026\" value=\"15\" "
      "reason=\"«не издан»\\n\\\"никогда\\\"\"\n";
  EXPECT_EQ(toText(event), text);
  EXPECT_EQ(parseOfficeEvent(text), event);
  EXPECT_EQ(parseOfficeEvent("office-event version=\"2\" kind=\"annul\"\n"), std::nullopt);
  EXPECT_EQ(parseOfficeEvent("event version=\"1\" kind=\"annul\"\n"), std::nullopt);
  EXPECT_EQ(parseOfficeEvent(""), std::nullopt);
}

}  // namespace
}  // namespace chancery::runtime
