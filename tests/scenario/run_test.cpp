#include <gtest/gtest.h>

#include "support.h"

namespace chancery::scenario {
namespace {

constexpr const char* kStages = R"(<stage id="draft" kind="draft" title="Draft"/>
  <stage id="visas" kind="coordinate" title="Visas" mode="parallel" due="3wd" remind="1wd"
         on-overdue="escalate" escalate-to="role:head" on-refuse="draft">
    <reviewer by="role:lawyer"/><reviewer by="role:accountant" when="cost"/></stage>
  <stage id="sign" kind="sign" title="Sign" by="role:head" on-refuse="draft" remark="required">
    <registration series="orders"/></stage>
  <stage id="read" kind="acquaint" title="Read" each="role:accountant"/>
  <allow act="recall" by="author" before="sign" to="draft"/>)";

std::string story(const std::string& steps) {
  return script("<scenario title=\"s\" time=\"2026-06-05T09:00\">\n" + steps + "\n</scenario>\n");
}

TEST(Run, AStoryGoesToItsEnd) {
  const Tested tested = test(kStages, story(R"(<start by="ann"/>
    <waits stage="visas" for="role:lawyer"/>
    <act by="joe" answer="agree"/>
    <act by="bob" answer="sign"/>
    <waits stage="read" for="person:eve"/>
    <act by="eve" answer="acquaint"/>
    <status>finished</status>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 act 1 agree joe (visas)
      2026-06-05 09:00 act 2 sign bob (sign)
      2026-06-05 09:00 done reserve 1 (sign)
      2026-06-05 09:00 done render-final (sign)
      2026-06-05 09:00 done register (sign)
      2026-06-05 09:00 done find-people (read)
      2026-06-05 09:00 act 3 acquaint eve (read)
    </journal>)"));
  EXPECT_EQ(tested.findings, "");
  EXPECT_TRUE(tested.outcomes.at(0).isPassed);
}

TEST(Run, WhatDiffersIsShownAtItsPlace) {
  const auto findings = [](const std::string& steps) {
    const Tested tested = test(kStages, story(steps));
    EXPECT_TRUE(tested.outcomes.empty() || !tested.outcomes.at(0).isPassed) << steps;
    return tested.findings;
  };
  EXPECT_EQ(findings(R"(<start by="ann"/>
    <waits stage="visas" for="role:lawyer role:accountant"/>)"),
            "8:5 J205 the document waits elsewhere: visas: role:lawyer; expected: visas: "
            "role:accountant role:lawyer\n");
  EXPECT_EQ(findings("<start by=\"ann\"/>\n  <status>finished</status>"),
            "8:3 J206 the document is running, expected was finished\n");
  EXPECT_EQ(findings("<start by=\"ann\"/>\n  <act by=\"eve\" answer=\"agree\"/>"),
            "8:3 J202 the workflow refuses: not-entitled\n");
  EXPECT_EQ(findings("<start by=\"ann\"/>\n  <act by=\"eve\" stage=\"sign\" answer=\"sign\"/>"),
            "8:3 J201 there is no such task; open are: visas: role:lawyer\n");
  EXPECT_EQ(findings("<start by=\"ann\"/>\n<journal>\n   2026-06-05 09:00 start bob\n</journal>"),
            "9:4 J207 the journal has “2026-06-05 09:00 start ann”, expected was “2026-06-05 09:00 "
            "start bob”\n");
  EXPECT_EQ(
      findings("<start by=\"ann\"/>\n<journal>\n2026-06-05 09:00 start ann\n</journal>"),
      "9:1 J209 the journal has one line more: “2026-06-05 09:00 done render-draft (draft)”\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><fails effect=\"publish\" reason=\"x\"/>"),
            "7:18 J212 “publish” did not fail: it was never carried out\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><at time=\"2026-06-04T09:00\"/>"),
            "7:18 J210 the clock does not go back: it is 2026-06-05 09:00\n");
}

TEST(Run, ALineThatIsMissingIsTold) {
  const Tested tested = test(kStages, story(R"(<start by="ann"/>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 act 1 agree joe (visas)
    </journal>)"));
  EXPECT_EQ(tested.findings,
            "11:7 J208 the journal has no line “2026-06-05 09:00 act 1 agree joe (visas)”\n");
}

TEST(Run, RefusalsAreExpected) {
  const auto findings = [](const std::string& steps) {
    return test(kStages, story("<start by=\"bob\"/>" + steps)).findings;
  };
  EXPECT_EQ(findings(R"(<act by="bob" answer="agree" refused="is-author"/>
    <act by="eve" answer="agree" refused="not-entitled"/>
    <act by="joe" answer="sign" refused="not-offered"/>
    <act by="joe" answer="refuse" refused="remark-missing"/>
    <act by="joe" stage="sign" answer="sign" refused="not-open"/>
    <delegate by="joe" to="bob" refused="is-author"/>
    <reassign by="eve" to="joe" refused="not-entitled"/>
    <claim by="joe"/><claim by="joe" refused="no-change"/>
    <cancel by="bob" refused="not-provided"/>)"),
            "");
  EXPECT_EQ(findings("\n<act by=\"joe\" answer=\"agree\" refused=\"is-author\"/>"),
            "8:1 J203 the workflow should have refused (is-author), and it did not\n");
  EXPECT_EQ(findings("\n<act by=\"eve\" answer=\"agree\" refused=\"is-author\"/>"),
            "8:1 J204 the workflow refuses for another reason: not-entitled, not is-author\n");
}

TEST(Run, TheClockRemindsAndLapses) {
  // Friday; the 12th of June is a holiday, so three working days end on Wednesday the 10th.
  const Tested tested = test(kStages, story(R"(<start by="ann"/>
    <act by="bob" answer="agree" refused="not-entitled" for="role:accountant"/>
    )"));
  EXPECT_EQ(tested.findings.substr(0, 8), "8:5 J201");
  const Tested told = test(kStages, story(R"(<start by="eve"><holds when="cost"/></start>
    <claim by="joe"/>
    <act by="bob" answer="agree" for="role:lawyer" refused="taken"/>
    <wait for="4wd"/>
    <act by="bob" answer="agree" for="role:lawyer"/>
    <at time="2026-06-11T10:30"/>
    <journal>
      2026-06-05 09:00 start eve
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 claim 1 joe (visas)
      2026-06-09 08:00 remind 1 (visas)
      2026-06-09 08:00 remind 2 (visas)
      2026-06-11 08:00 lapse 1 (visas)
      2026-06-11 08:00 lapse 2 (visas)
      2026-06-11 09:00 act 1 agree bob (visas)
    </journal>)"));
  EXPECT_EQ(told.findings, "");
}

TEST(Run, WhatIsPutOffComesOnItsDay) {
  const Tested tested =
      test(R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head" after="1wd"/>)",
           story(R"(<start by="ann"/><act by="bob" stage="s" answer="sign" refused="not-open"/>
    <wait for="P3D"/><act by="bob" stage="s" answer="sign"/><status>finished</status>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (d)
      2026-06-08 08:00 done wait (s)
      2026-06-08 09:00 act 1 sign bob (s)
      2026-06-08 09:00 done render-final (s)
    </journal>)"));
  EXPECT_EQ(tested.findings, "");
}

TEST(Run, TheEngineMayFail) {
  const Tested tested = test(kStages, story(R"(<start by="ann"/><act by="joe" answer="agree"/>
    <fails effect="register" stage="sign" reason="another day"/>
    <act by="bob" answer="sign"/>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 act 1 agree joe (visas)
      2026-06-05 09:00 act 2 sign bob (sign)
      2026-06-05 09:00 done reserve 1 (sign)
      2026-06-05 09:00 done render-final (sign)
      2026-06-05 09:00 rejected register (sign): another day
      2026-06-05 09:00 done release (sign)
      2026-06-05 09:00 done reserve 1 (sign)
      2026-06-05 09:00 done render-final (sign)
      2026-06-05 09:00 done register (sign)
      2026-06-05 09:00 done find-people (read)
    </journal>)"));
  EXPECT_EQ(tested.findings, "");
}

TEST(Run, DataDecideWhoIsAskedAgain) {
  const std::string stages = R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" mode="sequential" resume="affected">
      <reviewer by="role:accountant" part="cost"/><reviewer by="role:lawyer"/></stage>
    <stage id="s" kind="sign" by="role:head"/>)";
  const auto after = [&](const std::string& data, const std::string& waits) {
    return test(stages, story(R"(<start by="ann"/><act by="eve" answer="agree"/>
      <act by="joe" answer="refuse" remark="no"/><act by="ann" answer="submit">)" +
                              data + "</act>" + waits))
        .findings;
  };
  EXPECT_EQ(after(R"(<part path="" is="new"/>)", R"(<waits stage="v" for="role:lawyer"/>)"), "");
  EXPECT_EQ(after(R"(<part path="cost" is="new"/>)", R"(<waits stage="v" for="role:accountant"/>)"),
            "");
}

TEST(Run, JournalsAreWrittenAnew) {
  const Tested tested = test(kStages, script(R"(  <scenario title="a" time="2026-06-05T09:00">
    <start by="ann"/>
    <journal/>
  </scenario>
  <scenario title="b" time="2026-06-05T09:00">
    <start by="ann"/>
    <act by="joe" answer="refuse" remark="1 &lt; 2 &amp; 3"/>
    <journal>
      what was
    </journal>
  </scenario>
)"));
  EXPECT_EQ(tested.updated, script(R"(  <scenario title="a" time="2026-06-05T09:00">
    <start by="ann"/>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (draft)
    </journal>
  </scenario>
  <scenario title="b" time="2026-06-05T09:00">
    <start by="ann"/>
    <act by="joe" answer="refuse" remark="1 &lt; 2 &amp; 3"/>
    <journal>
      2026-06-05 09:00 start ann
      2026-06-05 09:00 done render-draft (draft)
      2026-06-05 09:00 act 1 refuse joe (visas): 1 &lt; 2 &amp; 3
    </journal>
  </scenario>
)"));
  EXPECT_EQ(test(kStages, tested.updated).findings, "");
}

TEST(Parse, EverythingWrongIsTold) {
  const auto findings = [](const std::string& steps) {
    return test(kStages, story(steps)).findings;
  };
  EXPECT_EQ(findings("<start by=\"max\"/>"), "7:8 J102 there is no person “max”\n");
  EXPECT_EQ(findings(""), "6:1 J111 a scenario begins with one <start>\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><act by=\"joe\" stage=\"visa\" answer=\"agree\"/>"),
            "7:32 J103 the workflow has no stage “visa”\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><act by=\"joe\" answer=\"agre\"/>"),
            "7:32 J104 there is no answer “agre”\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><fails effect=\"print\" reason=\"x\"/>"),
            "7:25 J105 the program carries out no “print”\n");
  EXPECT_EQ(findings("<start by=\"ann\"><holds when=\"x\"/></start>"),
            "7:24 J106 the workflow does not ask the data for “x”\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><at time=\"tomorrow\"/>"),
            "7:22 J107 “tomorrow” is no time\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><wait for=\"3\"/>"), "7:24 J108 “3” is no term\n");
  EXPECT_EQ(findings("<start by=\"ann\"><found stage=\"read\" due=\"x\"/></start>"),
            "7:37 J109 “x” is no day\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><status>done</status>"),
            "7:18 J110 there is no status “done”\n");
  EXPECT_EQ(findings("<start by=\"ann\"/><journal/><journal/>"),
            "7:28 J112 the scenario has two <journal>\n");
  EXPECT_EQ(test(kStages, "<scenarios xmlns=\"urn:chancery:scenario\" workflow=\"v\"/>").findings,
            "1:42 J101 the scenarios are written for the workflow “v”, not for “w”\n");
}

}  // namespace
}  // namespace chancery::scenario
