#include "runtime/visas.h"

#include <gtest/gtest.h>

#include "office.h"
#include "runtime/timekeeper.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;

std::vector<GivenVisa> visas(TestOffice& office, const std::string& id) {
  const auto transaction = office.store->begin(store::Access::read);
  return visasOf(*transaction, Cases(office.blobs), id);
}

TEST(Visas, AreThoseOfAllRoundsWithTheTimeTheyWereAskedFor) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  ASSERT_EQ(office.act(id, "1", Outcome::refuse, "deputy", "Нет срока"), "");
  ASSERT_EQ(office.act(id, "2", Outcome::agree, "accountant"), "");
  const auto given = visas(office, id);
  ASSERT_EQ(given.size(), 2u);
  EXPECT_EQ(given[0].visa.person, "deputy");
  EXPECT_EQ(given[0].visa.outcome, Outcome::refuse);
  EXPECT_EQ(given[0].visa.remark, "Нет срока");
  EXPECT_EQ(given[0].visa.round, 1);
  EXPECT_EQ(given[0].kind, flow::StageKind::coordinate);
  EXPECT_EQ(given[0].stage, "Согласование");
  EXPECT_EQ(given[0].received, *parseMoment("2026-06-05T09:00:00Z"));
  EXPECT_FALSE(given[0].reply);
  EXPECT_EQ(given[1].visa.person, "accountant");
}

TEST(Visas, OfAnEarlierRoundNoLongerStandAndHaveTheirReplies) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  ASSERT_EQ(office.act(id, "1", Outcome::refuse, "deputy", "Нет срока"), "");
  ASSERT_EQ(office.act(id, "2", Outcome::agree, "accountant"), "");
  ActRequest again;
  again.caseId = id;
  again.task = "3";
  again.outcome = Outcome::submit;
  again.person = "author";
  again.replies = {{"1", false, "Срок назван в приказе"}};
  Diagnostics diagnostics;
  ASSERT_TRUE(office.desk.act(again, diagnostics)) << formatText(diagnostics, Language::english);
  office.work();
  ASSERT_EQ(office.act(id, "4", Outcome::agree, "deputy"), "");
  const auto given = visas(office, id);
  ASSERT_EQ(given.size(), 3u);
  EXPECT_FALSE(given[0].stands);
  EXPECT_FALSE(given[1].stands);
  EXPECT_TRUE(given[2].stands);
  EXPECT_EQ(given[2].visa.round, 2);
  EXPECT_EQ(given[0].reply, (flow::Reply{"1", false, "Срок назван в приказе"}));
  EXPECT_FALSE(given[1].reply);
}

// «TASK PERSON» of those that count now.
std::string standing(TestOffice& office, const std::string& id) {
  std::string text;
  for (const GivenVisa& given : visas(office, id)) {
    if (given.stands) text += given.visa.task + ' ' + given.visa.person + '\n';
  }
  return text;
}

TEST(Visas, OfStagesThatAReturnPassesAgainStandOnce) {
  TestOffice office(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/>
    <stage id="a" kind="coordinate" due="3wd"><reviewer by="role:deputy-head"/></stage>
    <stage id="b" kind="coordinate" due="3wd"><reviewer by="role:accountant"/></stage>
    <stage id="c" kind="coordinate" due="3wd" resume="refused"><reviewer by="role:lawyer"/></stage>
    <stage id="s" kind="sign" by="role:head" on-refuse="a"/></workflow>)");
  const std::string id = office.start();
  office.work();
  ASSERT_EQ(office.act(id, "1", Outcome::agree, "deputy"), "");
  ASSERT_EQ(office.act(id, "2", Outcome::agree, "accountant"), "");
  ASSERT_EQ(office.act(id, "3", Outcome::agree, "lawyer"), "");
  EXPECT_EQ(standing(office, id), "1 deputy\n2 accountant\n3 lawyer\n");
  ASSERT_EQ(office.act(id, "4", Outcome::sendBack, "head", "Уточнить"), "");
  // Those two and the head will be asked again; the lawyer's stage keeps what was agreed to.
  EXPECT_EQ(office.tasks(id), "5 role:deputy-head\n");
  EXPECT_EQ(standing(office, id), "3 lawyer\n");
  ASSERT_EQ(office.act(id, "5", Outcome::agree, "deputy"), "");
  EXPECT_EQ(standing(office, id), "3 lawyer\n5 deputy\n");
  ASSERT_EQ(office.act(id, "6", Outcome::agree, "accountant"), "");
  EXPECT_EQ(standing(office, id), "3 lawyer\n5 deputy\n6 accountant\n");
  EXPECT_EQ(visas(office, id).size(), 6u);
}

TEST(Visas, StandWhileTheDraftIsReworked) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  ASSERT_EQ(office.act(id, "1", Outcome::refuse, "deputy", "Нет срока"), "");
  ASSERT_EQ(office.act(id, "2", Outcome::agree, "accountant"), "");
  EXPECT_EQ(standing(office, id), "1 deputy\n2 accountant\n");
}

TEST(Visas, OfATermThatEndedNameNobody) {
  std::string workflow = kOrderWorkflow;
  const std::string due = "due=\"3wd\"";
  workflow.replace(workflow.find(due), due.size(), due + " on-overdue=\"agree\"");
  TestOffice office(workflow);
  const std::string id = office.start();
  office.work();
  office.clock.set(*parseMoment("2026-06-20T09:00:00Z"));
  Timekeeper(*office.store, office.blobs, office.directory, office.clock).run();
  const auto given = visas(office, id);
  ASSERT_FALSE(given.empty());
  EXPECT_EQ(given[0].visa.person, "");
  EXPECT_EQ(given[0].visa.outcome, Outcome::agree);
  EXPECT_EQ(given[0].received, *parseMoment("2026-06-05T09:00:00Z"));
  EXPECT_TRUE(given[0].stands);
}

TEST(Visas, OfASubstituteNameThePostAndItsBasis) {
  TestOffice office;
  office.directory.roles["accountant"].push_back("deputy-head");
  office.directory.capacities["accountant deputy-head"] = {"И.о. заместителя", "Т. Ю. Родникова",
                                                           "приказ № 61-л"};
  const std::string id = office.start();
  office.work();
  ASSERT_EQ(office.act(id, "1", Outcome::refuse, "accountant", "Нет срока"), "");
  const auto given = visas(office, id);
  ASSERT_EQ(given.size(), 1u);
  EXPECT_EQ(given[0].visa.capacity, "И.о. заместителя");
  EXPECT_EQ(given[0].visa.name, "Т. Ю. Родникова");
  EXPECT_EQ(given[0].visa.basis, "приказ № 61-л");
}

TEST(Visas, OfNoCaseAreNone) {
  TestOffice office;
  EXPECT_TRUE(visas(office, "7").empty());
}

}  // namespace
}  // namespace chancery::runtime
