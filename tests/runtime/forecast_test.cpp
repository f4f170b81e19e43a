#include "runtime/forecast.h"

#include <gtest/gtest.h>

#include <functional>

#include "office.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;
using Pace = ExpectedTask::Pace;

// The test's office on days to come: what changes in it, and who is away.
class TestOutlook : public Outlook {
 public:
  explicit TestOutlook(const TestDirectory& directory) : now_(directory), directory_(directory) {}

  const Directory& at(Moment moment) override {
    directory_ = now_;
    if (change) change(directory_.dayOf(moment), directory_);
    return directory_;
  }
  std::vector<Absence> absencesOn(Date day) const override {
    std::vector<Absence> result;
    for (const Absence& absence : absences) {
      if (absence.from <= day && day <= absence.to) result.push_back(absence);
    }
    return result;
  }

  std::function<void(Date, TestDirectory&)> change;
  std::vector<Absence> absences;

 private:
  TestDirectory now_;
  TestDirectory directory_;
};

const char* wordOf(Pace pace) {
  switch (pace) {
    case Pace::term:
      return "";
    case Pace::overdue:
      return " overdue";
    case Pace::noTerm:
      return " no term";
    case Pace::noCalendar:
      return " no calendar";
  }
  return "?";
}

const char* wordOf(const std::optional<Stuck>& gap) {
  if (!gap) return "";
  switch (*gap) {
    case Stuck::onlyAuthor:
      return " AUTHOR";
    case Stuck::taken:
      return " TAKEN";
    case Stuck::vacant:
      return " VACANT";
  }
  return "?";
}

std::string dayOf(Date date) {
  return toIso(date).substr(5);
}

// "visas 06-05..06-09" and under it a line for each task: who, when, and what is special.
std::string told(const Forecast& forecast, const flow::Core& core) {
  std::string text;
  for (const ExpectedStage& stage : forecast.stages) {
    text +=
        core.definition.stages[stage.stage].id + ' ' + dayOf(stage.from) + ".." + dayOf(stage.to);
    if (stage.waitsUntil) text += " waits " + dayOf(*stage.waitsUntil);
    if (!stage.isWaitCounted) text += " waits ?";
    for (const std::string& name : stage.unknown) text += " unknown " + name;
    text += '\n';
    for (const ExpectedTask& task : stage.tasks) {
      text += "  " + (task.id.empty() ? "" : task.id + ' ') + task.by.text();
      for (const ExpectedActor& actor : task.actors) {
        text += ' ' + actor.person;
        if (actor.insteadOf) text += " for " + actor.insteadOf->person;
        if (actor.away) text += " away till " + dayOf(actor.away->to);
      }
      if (!task.subject.empty()) text += " \"" + task.subject + '"';
      text += ' ' + dayOf(task.from) + ".." + dayOf(task.to);
      text += std::string(wordOf(task.pace)) + wordOf(task.gap);
      text += std::string(task.isSilent ? " silent" : "") + (task.isEscalated ? " escalated" : "") +
              (task.isSpared ? " spared" : "") + (task.isReturning ? " returning" : "") + '\n';
    }
  }
  const char* end = forecast.end == Forecast::End::finished  ? "end "
                    : forecast.end == Forecast::End::tooLong ? "too long "
                                                             : "stuck ";
  return text + end + dayOf(forecast.last) + (forecast.isAllCounted ? "" : " at least") + '\n';
}

HandedData handed(const std::string& data) {
  return {"data.json", data, {}};
}

/// A case of a workflow and what is expected of it. Days off are Thursdays: 11 and 18 June 2026.
struct Ahead {
  explicit Ahead(const std::string& stages, const std::string& caseData = kData)
      : office(
            "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"Приказ\" "
            "template=\"order\">\n<stage id=\"draft\" kind=\"draft\"/>\n" +
            stages + "</workflow>"),
        outlook(office.directory),
        data(caseData) {
    office.start(data);
    EXPECT_FALSE(office.diagnostics.hasErrors()) << office.findings();
    office.work();
  }

  OpenCase open() {
    return *Cases(office.blobs).find(*office.store->begin(store::Access::read), "1");
  }
  Forecast expected(ForecastPace pace = ForecastPace::lastDay) {
    return forecast(open(), handed(data), outlook, office.clock.now(), pace);
  }
  std::string tell(ForecastPace pace = ForecastPace::lastDay) {
    return told(expected(pace), *open().core);
  }
  void at(const char* moment) { office.clock.set(*parseMoment(moment)); }

  TestOffice office;
  TestOutlook outlook;
  std::string data;
};

constexpr const char* kVisas =
    "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\">"
    "<reviewer by=\"role:lawyer\"/></stage>\n";
constexpr const char* kSign = "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" due=\"P5D\"/>\n";

TEST(Forecast, GoesThroughGroupsAndStagesByTheirTerms) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\">\n"
      "  <group><reviewer by=\"role:deputy-head\"/><reviewer by=\"role:accountant\" when=\"cost > "
      "0\"/></group>\n"
      "  <reviewer by=\"role:lawyer\"/></stage>\n"
      "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" due=\"P5D\"><registration "
      "series=\"orders\"/></stage>\n"
      "<stage id=\"publish\" kind=\"publish\" to=\"orders\" formats=\"pdf\"/>\n");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-12\n"
            "  1 role:deputy-head deputy 06-05..06-08\n"
            "  2 role:accountant accountant 06-05..06-08\n"
            "  role:lawyer lawyer 06-08..06-12\n"
            "sign 06-12..06-17\n"
            "  role:head head 06-12..06-17\n"
            "publish 06-17..06-17\n"
            "end 06-17\n");
}

TEST(Forecast, AsksTheConditionsOfTheData) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\">"
      "<reviewer by=\"role:accountant\" when=\"cost > 9\"/><reviewer "
      "by=\"role:lawyer\"/></stage>\n");
  EXPECT_EQ(ahead.tell(), "visas 06-05..06-08\n  1 role:lawyer lawyer 06-05..06-08\nend 06-08\n");
}

TEST(Forecast, TellsTheEarliestEndToo) {
  Ahead ahead(std::string(kVisas) +
              "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" after=\"P2D\" due=\"P5D\"/>\n");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-08\n  1 role:lawyer lawyer 06-05..06-08\n"
            "sign 06-08..06-15 waits 06-10\n  role:head head 06-10..06-15\nend 06-15\n");
  EXPECT_EQ(ahead.tell(ForecastPace::atOnce),
            "visas 06-05..06-05\n  1 role:lawyer lawyer 06-05..06-05\n"
            "sign 06-05..06-07 waits 06-07\n  role:head head 06-07..06-07\nend 06-07\n");
}

TEST(Forecast, CountsNoTimeWithoutATerm) {
  Ahead ahead(
      std::string(
          "<stage id=\"visas\" kind=\"coordinate\"><reviewer by=\"role:lawyer\"/></stage>\n") +
      kSign);
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-05\n  1 role:lawyer lawyer 06-05..06-05 no term\n"
            "sign 06-05..06-10\n  role:head head 06-05..06-10\nend 06-10 at least\n");
}

TEST(Forecast, ExpectsOverdueTasksNow) {
  Ahead ahead(std::string(kVisas) + kSign);
  ahead.at("2026-06-20T09:00:00Z");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-20\n  1 role:lawyer lawyer 06-05..06-20 overdue\n"
            "sign 06-20..06-25\n  role:head head 06-20..06-25\nend 06-25\n");
}

TEST(Forecast, AsksWhoHoldsTheRoleOnThatDay) {
  Ahead ahead(std::string(kVisas) + kSign);
  ahead.outlook.absences = {
      {"head", "deputy", "head", "и.о.", "№ 61-л", {2026, 6, 10}, {2026, 6, 13}}};
  ahead.outlook.change = [](Date day, TestDirectory& directory) {
    if (day < Date{2026, 6, 10} || day > Date{2026, 6, 13}) return;
    directory.roles["head"] = {};
    directory.roles["deputy"] = {"deputy-head", "head"};
    directory.capacities["deputy head"] = {"и.о.", "<deputy>", "№ 61-л"};
  };
  const std::string visas = "visas 06-05..06-08\n  1 role:lawyer lawyer 06-05..06-08\n";
  EXPECT_EQ(ahead.tell(),
            visas + "sign 06-08..06-13\n  role:head deputy for head 06-08..06-13\nend 06-13\n");
  ahead.outlook.absences.front().to = {2026, 6, 12};
  ahead.outlook.change = {};
  EXPECT_EQ(ahead.tell(), visas + "sign 06-08..06-13\n  role:head head 06-08..06-13\nend 06-13\n");
}

TEST(Forecast, GoesOnPastARoleThatWillBeVacant) {
  Ahead ahead(std::string(kVisas) + kSign);
  ahead.outlook.change = [](Date day, TestDirectory& directory) {
    if (day >= Date{2026, 6, 8}) directory.roles.erase("head");
  };
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-08\n  1 role:lawyer lawyer 06-05..06-08\n"
            "sign 06-08..06-13\n  role:head 06-08..06-13 VACANT\nend 06-13\n");
}

TEST(Forecast, KnowsThatAuthorsDoNotJudgeTheirOwn) {
  Ahead ahead(std::string(kVisas) + kSign);
  ahead.outlook.change = [](Date, TestDirectory& directory) {
    directory.roles["lawyer"] = {};
    directory.roles["author"] = {"lawyer"};
  };
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-08\n  1 role:lawyer 06-05..06-08 AUTHOR\n"
            "sign 06-08..06-13\n  role:head head 06-08..06-13\nend 06-13\n");
}

TEST(Forecast, StopsWhereNobodyCanEverAnswer) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\"><reviewer "
      "by=\"person:author\"/></stage>\n");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-08\n  1 person:author 06-05..06-08 AUTHOR\nstuck 06-08\n");
}

TEST(Forecast, SeesThatWhoTookATaskLosesTheRole) {
  Ahead ahead(kVisas);
  ahead.office.directory.roles["deputy"].push_back("lawyer");
  ASSERT_TRUE(ahead.office.desk.handOver({flow::Event::Kind::claim, "1", "1", "deputy", {}, {}},
                                         ahead.office.diagnostics));
  EXPECT_EQ(ahead.tell(), "visas 06-05..06-08\n  1 role:lawyer 06-05..06-08 TAKEN\nend 06-08\n");
  ahead.outlook.change = [](Date, TestDirectory& directory) {
    directory.roles["deputy"].push_back("lawyer");
  };
  EXPECT_EQ(ahead.tell(), "visas 06-05..06-08\n  1 role:lawyer deputy 06-05..06-08\nend 06-08\n");
}

TEST(Forecast, TellsThatWhoIsAskedByNameIsAway) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\"><reviewer "
      "by=\"person:lawyer\"/></stage>\n");
  ahead.outlook.absences = {{"lawyer", "head", "lawyer", "и.о.", "", {2026, 6, 8}, {2026, 6, 20}}};
  EXPECT_EQ(
      ahead.tell(),
      "visas 06-05..06-08\n  1 person:lawyer lawyer away till 06-20 06-05..06-08\nend 06-08\n");
}

std::string reviewed(const std::string& attributes) {
  return "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\" " + attributes +
         "><reviewer by=\"role:lawyer\"/></stage>\n";
}

TEST(Forecast, PassesWhatIsOverdueToTheHead) {
  Ahead ahead(reviewed("on-overdue=\"escalate\" escalate-to=\"role:head\""));
  ahead.at("2026-06-10T09:00:00Z");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-10\n  1 role:lawyer lawyer head 06-05..06-10 overdue escalated\nend "
            "06-10\n");
}

TEST(Forecast, PassesWhatNobodyCanAnswerToTheHeadTheDayAfter) {
  Ahead ahead(reviewed("on-overdue=\"escalate\" escalate-to=\"role:head\""));
  ahead.outlook.change = [](Date, TestDirectory& directory) { directory.roles.erase("lawyer"); };
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-09\n  1 role:lawyer head 06-05..06-09 VACANT escalated\nend 06-09\n");
}

TEST(Forecast, TakesSilenceForAgreement) {
  Ahead ahead(reviewed("on-overdue=\"agree\"") + kSign);
  ahead.at("2026-06-10T09:00:00Z");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-10\n  1 role:lawyer lawyer 06-05..06-10 overdue silent\n"
            "sign 06-10..06-15\n  role:head head 06-10..06-15\nend 06-15\n");
}

TEST(Forecast, TellsThatTheTermSendsTheDocumentBack) {
  Ahead ahead(reviewed("on-overdue=\"return\""));
  EXPECT_EQ(ahead.tell(), "visas 06-05..06-08\n  1 role:lawyer lawyer 06-05..06-08\nend 06-08\n");
  ahead.at("2026-06-10T09:00:00Z");
  EXPECT_EQ(
      ahead.tell(),
      "visas 06-05..06-10\n  1 role:lawyer lawyer 06-05..06-10 overdue returning\nend 06-10\n");
}

TEST(Forecast, NeedsNoMoreVisasThanTheQuorum) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\"><group quorum=\"any\">"
      "<reviewer by=\"role:deputy-head\"/><reviewer by=\"role:lawyer\"/></group></stage>\n");
  EXPECT_EQ(ahead.tell(),
            "visas 06-05..06-08\n  1 role:deputy-head deputy 06-05..06-08\n"
            "  2 role:lawyer lawyer 06-05..06-08 spared\nend 06-08\n");
}

TEST(Forecast, TellsWhereTheCalendarEnds) {
  Ahead ahead(std::string(kVisas) +
              "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" after=\"2wd\"/>\n");
  class Short : public TestDirectory {
    std::optional<Date> dayBehind(Date, int, bool) const override { return std::nullopt; }
  };
  class Nowhere : public Outlook {
    const Directory& at(Moment) override { return directory_; }
    std::vector<Absence> absencesOn(Date) const override { return {}; }
    Short directory_;
  } nowhere;
  const Forecast expected =
      forecast(ahead.open(), handed(ahead.data), nowhere, ahead.office.clock.now());
  EXPECT_EQ(
      told(expected, *ahead.open().core),
      "visas 06-05..06-05\n  1 role:lawyer lawyer 06-05..06-05 no calendar\n"
      "sign 06-05..06-05 waits ?\n  role:head head 06-05..06-05 no term\nend 06-05 at least\n");
}

constexpr const char* kRead =
    "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" due=\"P5D\"/>\n"
    "<stage id=\"read\" kind=\"acquaint\" each=\"people\" due=\"P3D\"/>\n";

TEST(Forecast, FindsThoseWhomTheDataName) {
  Ahead ahead(kRead, R"({"title": "О", "people": ["lawyer", "accountant"]})");
  const std::string sign = "sign 06-05..06-10\n  1 role:head head 06-05..06-10\n";
  EXPECT_EQ(ahead.tell(), sign +
                              "read 06-10..06-13\n"
                              "  named lawyer 06-10..06-13\n"
                              "  named accountant 06-10..06-13\nend 06-13\n");
  ahead.outlook.change = [](Date, TestDirectory& directory) { directory.roles.erase("lawyer"); };
  EXPECT_EQ(ahead.tell(), sign +
                              "read 06-10..06-13 unknown lawyer\n"
                              "  named accountant 06-10..06-13\nend 06-13\n");
}

TEST(Forecast, AsksManyPeopleAtOnceOrOneByOne) {
  std::string people;
  for (int i = 0; i < 300; ++i) people += (i == 0 ? "\"p" : ",\"p") + std::to_string(i) + '"';
  const std::string data = R"({"title": "О", "people": [)" + people + "]}";
  for (const bool isOneByOne : {false, true}) {
    TestDirectory everybody;
    for (int i = 0; i < 300; ++i) everybody.roles["p" + std::to_string(i)] = {};
    Ahead ahead(kRead);
    std::string workflow = ahead.office.bundle.workflow;
    if (isOneByOne) workflow.insert(workflow.find("each="), "mode=\"sequential\" ");
    ahead.office.bundle.workflow = workflow;
    ahead.office.directory.roles = everybody.roles;
    const std::string id = ahead.office.start(data);
    ASSERT_EQ(id, "2") << ahead.office.findings();
    ahead.office.work();
    TestOutlook outlook(everybody);
    const OpenCase open =
        *Cases(ahead.office.blobs).find(*ahead.office.store->begin(store::Access::read), id);
    const Forecast expected = forecast(open, handed(data), outlook, ahead.office.clock.now());
    ASSERT_EQ(expected.stages.size(), 2u);
    const ExpectedStage& read = expected.stages.back();
    ASSERT_EQ(read.tasks.size(), 300u);
    EXPECT_EQ(read.tasks[299].actors.front().person, "p299");
    const std::int64_t days = toDayNumber(expected.last) - toDayNumber({2026, 6, 10});
    EXPECT_EQ(days, isOneByOne ? 900 : 3);
  }
}

TEST(Forecast, WatchesOverItemsByTheirOwnTerms) {
  Ahead ahead(
      "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" due=\"P2D\"/>\n"
      "<stage id=\"control\" kind=\"control\" items=\"clauses\" by=\"role:deputy-head\"/>\n",
      R"({"title": "О", "clauses": [{"text": "Позже", "deadline": "до 20.06.2026"},
          {"text": "Раньше", "deadline": "до 10.06.2026"}, {"text": "Без срока"}]})");
  EXPECT_EQ(ahead.tell(),
            "sign 06-05..06-07\n  1 role:head head 06-05..06-07\n"
            "control 06-07..06-20\n"
            "  role:deputy-head deputy \"Позже\" 06-07..06-20\n"
            "  role:deputy-head deputy \"Раньше\" 06-07..06-10\n"
            "  role:deputy-head deputy \"Без срока\" 06-07..06-07 no term\nend 06-20 at least\n");
}

TEST(Forecast, BeginsAgainFromADraftThatWasSentBack) {
  Ahead ahead(std::string(kVisas) + kSign);
  ahead.office.act("1", "1", Outcome::refuse, "lawyer", "срок");
  EXPECT_EQ(ahead.tell(),
            "draft 06-05..06-05\n  2 author author 06-05..06-05 no term\n"
            "visas 06-05..06-08\n  role:lawyer lawyer 06-05..06-08\n"
            "sign 06-08..06-13\n  role:head head 06-08..06-13\nend 06-13 at least\n");
}

TEST(Forecast, HasNothingAheadOfAClosedCase) {
  Ahead ahead(kVisas);
  ahead.office.act("1", "1", Outcome::agree, "lawyer");
  const Forecast expected = ahead.expected();
  EXPECT_EQ(expected.status, flow::CaseStatus::finished);
  EXPECT_TRUE(expected.stages.empty());
}

TEST(Forecast, IsCutOffPastAHundredStages) {
  std::string stages;
  for (int i = 0; i < 120; ++i) {
    stages += "<stage id=\"s" + std::to_string(i) +
              "\" kind=\"coordinate\" due=\"P1D\"><reviewer by=\"role:lawyer\"/></stage>\n";
  }
  Ahead ahead(stages);
  const Forecast expected = ahead.expected();
  EXPECT_EQ(expected.end, Forecast::End::tooLong);
  EXPECT_EQ(expected.stages.size(), Forecast::kMostStages);
  EXPECT_EQ(expected.stages.back().to, (Date{2026, 9, 13}));
}

// What is expected comes true when everybody does what is expected of them.
TEST(Forecast, ComesTrue) {
  Ahead ahead(
      "<stage id=\"visas\" kind=\"coordinate\" due=\"3wd\"><group quorum=\"2\">"
      "<reviewer by=\"role:deputy-head\"/><reviewer by=\"role:accountant\"/><reviewer "
      "by=\"role:lawyer\"/></group>"
      "<reviewer by=\"role:lawyer\"/></stage>\n"
      "<stage id=\"sign\" kind=\"sign\" by=\"role:head\" due=\"P5D\"><registration "
      "series=\"orders\"/></stage>\n"
      "<stage id=\"store\" kind=\"file\" by=\"role:deputy-head\" due=\"2wd\"/>\n");
  const Date last = ahead.expected().last;
  for (int acts = 0; ahead.open().state.status == flow::CaseStatus::running; ++acts) {
    ASSERT_LT(acts, 10);
    const Forecast expected = ahead.expected();
    EXPECT_EQ(expected.last, last);
    const ExpectedTask& task = expected.stages.front().tasks.front();
    ahead.office.clock.set({toDayNumber(task.to) * 86'400'000 + 32'400'000});
    const OpenCase open = ahead.open();
    const flow::Node& node = open.nodeOf(*open.state.findToken(task.id));
    ASSERT_EQ(ahead.office.act("1", task.id, node.outcomes.front(), task.actors.front().person),
              "");
    ahead.office.work();
  }
  EXPECT_EQ(ahead.office.directory.dayOf(ahead.office.clock.now()), last);
}

}  // namespace
}  // namespace chancery::runtime
