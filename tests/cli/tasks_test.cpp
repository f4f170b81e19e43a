#include <gtest/gtest.h>

#include "office.h"

// Tasks in other hands, terms and restricted access, as people meet them.
namespace chancery::cli {
namespace {

constexpr const char* kWorkflow =
    R"(<workflow xmlns="urn:chancery:workflow" id="secret" title="Приказ" template="order" access="closed" supervisor="role:head">
  <stage id="draft" kind="draft"/>
  <stage id="visas" kind="coordinate" due="3wd" remind="1wd" on-overdue="escalate" escalate-to="role:head">
    <reviewer by="role:deputy-head"/></stage>
  <stage id="sign" kind="sign" by="role:head"><registration series="orders"/></stage>
</workflow>)";

class Tasks : public testing::Test {
 protected:
  Tasks() {
    writeFile(office_.path("o/workflows/secret.workflow.xml"), kWorkflow);
    const Ended started =
        office_.inOffice({"start", "secret", "--data", "order.json", "--as", "yaseneva"});
    EXPECT_EQ(started.code, 0) << started.err;
  }
  Ended at(const char* time, std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--office", "o", "--time", time});
    return office_.run(arguments);
  }
  ProgramOffice office_;
};

TEST_F(Tasks, AreTakenHandedOnAndPutBack) {
  EXPECT_EQ(office_.inOffice({"claim", "1", "--as", "lugov"}).code, 0);
  const Ended given = office_.inOffice({"delegate", "1", "--to", "svetlova", "--as", "lugov"});
  EXPECT_EQ(given.code, 0) << given.err;
  EXPECT_TRUE(has(given.out, "кто: И.\u00A0Д.\u00A0Светлова")) << given.out;
  const Ended taken = office_.inOffice({"act", "1", "1", "agree", "--as", "lugov"});
  EXPECT_EQ(taken.code, 1);
  EXPECT_TRUE(has(taken.err, "S122")) << taken.err;
  EXPECT_EQ(office_.inOffice({"put-back", "1", "--as", "svetlova"}).code, 0);
  const Ended refused = office_.inOffice({"reassign", "1", "--to", "svetlova", "--as", "lugov"});
  EXPECT_TRUE(has(refused.err, "S125")) << refused.err;
  const Ended own = office_.inOffice({"reassign", "1", "--to", "yaseneva", "--as", "vesnina"});
  EXPECT_EQ(own.code, 1) << own.out;
  EXPECT_EQ(office_.inOffice({"reassign", "1", "--to", "svetlova", "--as", "vesnina"}).code, 0);
  EXPECT_EQ(office_.inOffice({"act", "1", "agree", "--as", "svetlova"}).code, 0);
  const Ended history = office_.inOffice({"history", "1", "--as", "vesnina"});
  EXPECT_TRUE(has(history.out, "передано: И.\u00A0Д.\u00A0Светлова")) << history.out;
  EXPECT_EQ(office_.inOffice({"claim", "7", "--as", "lugov"}).code, 1);
  EXPECT_EQ(office_.run({"verify", "o"}).code, 0);
}

TEST_F(Tasks, AreRemindedOfAndPassToAHead) {
  EXPECT_EQ(at("2026-06-08T09:00:00Z", {"tick"}).out, "Сроки в порядке: напоминать не о чем\n");
  const Ended reminded = at("2026-06-09T09:00:00Z", {"tick"});
  EXPECT_TRUE(has(reminded.out, "Напоминание: документ 1 «Приказ», задача 1")) << reminded.out;
  EXPECT_TRUE(has(reminded.out, "срок 10.06.2026")) << reminded.out;
  const Ended ended = at("2026-06-11T09:00:00Z", {"tick"});
  EXPECT_TRUE(has(ended.out, "Срок истёк 10.06.2026")) << ended.out;
  EXPECT_TRUE(has(ended.out, "Веснина")) << ended.out;
  EXPECT_TRUE(has(at("2026-06-11T09:00:01Z", {"tick"}).out, "Срок истёк 10.06.2026"));
  EXPECT_TRUE(has(at("2026-06-11T09:00:02Z", {"inbox", "--as", "vesnina"}).out, "О школе"));
  EXPECT_EQ(at("2026-06-11T10:00:00Z", {"act", "1", "agree", "--as", "vesnina"}).code, 0);
}

TEST_F(Tasks, OfARestrictedDocumentAreNotShownToOthers) {
  for (const char* command : {"show", "why", "history"}) {
    const Ended nobody = office_.inOffice({command, "1"});
    EXPECT_EQ(nobody.code, 1) << command;
    EXPECT_TRUE(has(nobody.err, "A172")) << nobody.err;
    EXPECT_FALSE(has(nobody.out + nobody.err, "О школе")) << nobody.out;
    EXPECT_EQ(office_.inOffice({command, "1", "--as", "rodnikova"}).code, 1) << command;
    EXPECT_EQ(office_.inOffice({command, "1", "--as", "lugov"}).code, 0) << command;
    EXPECT_EQ(office_.inOffice({command, "1", "--as", "yaseneva"}).code, 0) << command;
  }
}

TEST_F(Tasks, OfARestrictedDocumentLeaveNoTitleInTheRegister) {
  EXPECT_EQ(office_.inOffice({"act", "1", "agree", "--as", "lugov"}).code, 0);
  EXPECT_EQ(office_.inOffice({"act", "1", "sign", "--as", "vesnina"}).code, 0);
  const Ended shown = office_.inOffice({"register", "orders"});
  EXPECT_TRUE(has(shown.out, "документ 1 «Приказ»")) << shown.out;
  EXPECT_FALSE(has(shown.out, "О школе")) << shown.out;
}

TEST_F(Tasks, ComeToWhoStandsInAndThePrintedSheetSaysSo) {
  std::string text = readFile(office_.path("o/office.xml"), 100000);
  text.insert(text.find("  <store"),
              "  <substitution post=\"head\" by=\"lugov\" from=\"2026-06-08\" to=\"2026-06-20\" "
              "basis=\"приказ от 01.06.2026 № 61-л\" shown-as=\"И.о. начальника отдела\"/>\n");
  writeFile(office_.path("o/office.xml"), text);
  EXPECT_EQ(at("2026-06-08T09:00:00Z", {"act", "1", "agree", "--as", "lugov"}).code, 0);
  EXPECT_EQ(at("2026-06-08T09:10:00Z", {"act", "1", "sign", "--as", "vesnina"}).code, 1);
  const Ended done = at("2026-06-08T09:10:00Z", {"act", "1", "sign", "--as", "lugov"});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_TRUE(has(done.out, "И.о. начальника отдела (приказ от 01.06.2026 № 61-л)")) << done.out;
  EXPECT_EQ(office_.run({"verify", "o"}).code, 0);
}

TEST_F(Tasks, ANewEditionIsShownBeforeItMatters) {
  std::string changed = kWorkflow;
  changed.replace(changed.find("due=\"3wd\""), 9, "due=\"4wd\"");
  writeFile(office_.path("o/workflows/secret.workflow.xml"), changed);
  const Ended shown = office_.inOffice({"migrate", "secret", "--dry-run"});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_TRUE(has(shown.out, "документ 1 «Приказ»: пойдёт дальше без изменений")) << shown.out;
  EXPECT_EQ(office_.inOffice({"migrate", "secret"}).code, 2);
  EXPECT_EQ(office_.inOffice({"migrate", "nothing", "--dry-run"}).code, 1);
}

TEST_F(Tasks, WhatIsTypedMustBeText) {
  const Ended act = office_.inOffice({"act", "1", "refuse", "--remark", "плохо \xff", "--as", "lugov"});
  EXPECT_EQ(act.code, 1);
  EXPECT_TRUE(has(act.err, "S127")) << act.err;
  EXPECT_EQ(office_.inOffice({"register", "reserve", "orders", "--reason", "a\x01", "--as", "yaseneva"}).code, 1);
  EXPECT_EQ(office_.inOffice({"act", "1", "refuse", "--remark", "две\nстроки", "--as", "lugov"}).code, 0);
}

TEST_F(Tasks, ANewTitleIsShownEverywhere) {
  EXPECT_EQ(office_.inOffice({"act", "1", "refuse", "--remark", "нет", "--as", "lugov"}).code, 0);
  std::string data = kOrderData;
  data.replace(data.find("О школе"), std::string("О школе").size(), "О лицее");
  writeFile(office_.path("new.json"), data);
  EXPECT_EQ(office_.inOffice({"act", "1", "submit", "--data", "new.json", "--as", "yaseneva"}).code, 0);
  EXPECT_TRUE(has(office_.inOffice({"inbox", "--as", "lugov"}).out, "«О лицее»"));
  EXPECT_EQ(office_.run({"verify", "o"}).code, 0);
}

TEST_F(Tasks, AHeadWhoAnswersForAnotherIsNamed) {
  at("2026-06-11T09:00:00Z", {"tick"});
  const Ended done = at("2026-06-11T10:00:00Z", {"act", "1", "agree", "--as", "vesnina"});
  EXPECT_EQ(done.code, 0) << done.err;
  const Ended history = at("2026-06-11T10:01:00Z", {"history", "1", "--as", "vesnina"});
  EXPECT_TRUE(has(history.out, "О.\u00A0П.\u00A0Веснина, Начальник отдела")) << history.out;
}

}  // namespace
}  // namespace chancery::cli
