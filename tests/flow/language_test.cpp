#include <gtest/gtest.h>

#include "flow/entitled.h"
#include "support.h"

// The words of the language beyond one way through: shares, returns at once, standing visas, terms,
// hands that a task passes through, people found in the data.

namespace chancery::flow {
namespace {

const std::vector<std::string> kNone;

std::string stages(const std::string& visas, const std::string& members) {
  return "<stage id=\"draft\" kind=\"draft\"/><stage id=\"visas\" kind=\"coordinate\" " + visas +
         ">" + members + "</stage><stage id=\"sign\" kind=\"sign\" by=\"role:head\"/>";
}

constexpr const char* kFive = R"(<reviewer by="role:a"/><reviewer by="role:b"/>
  <reviewer by="role:c"/><reviewer by="role:d"/><reviewer by="role:e" when="x"/>)";
constexpr const char* kAB = R"(<reviewer by="role:a"/><reviewer by="role:b"/>)";

std::string agree(Case& c, const std::string& task, const std::string& role) {
  return c.act(task, Outcome::agree, role, {role});
}
std::string refuse(Case& c, const std::string& task, const std::string& role) {
  return c.act(task, Outcome::refuse, role, {role}, "no");
}

TEST(Quorum, ReadsAndPrints) {
  for (const char* text : {"all", "1", "17", "2/3", "60/100"}) {
    const auto quorum = parseQuorum(text);
    ASSERT_TRUE(quorum) << text;
    EXPECT_EQ(quorum->text(), text);
  }
  EXPECT_EQ(parseQuorum("any")->text(), "1");
  EXPECT_EQ(parseQuorum("60%")->text(), "60/100");
  for (const char* text : {"", "0", "01", "-1", "x", "3/2", "0/3", "1/0", "2/", "/3", "101%", "%",
                           "1 000", "99999999999999999999"}) {
    EXPECT_FALSE(parseQuorum(text)) << text;
  }
}

TEST(Quorum, AShareIsOfThoseAskedAndRoundsUp) {
  EXPECT_EQ(parseQuorum("2/3")->among(3), 2u);
  EXPECT_EQ(parseQuorum("2/3")->among(4), 3u);
  EXPECT_EQ(parseQuorum("50%")->among(5), 3u);
  EXPECT_EQ(parseQuorum("100%")->among(5), 5u);
  EXPECT_EQ(parseQuorum("1%")->among(5), 1u);
  EXPECT_EQ(parseQuorum("7")->among(5), 5u);
  EXPECT_EQ(Quorum{}.among(5), 5u);
}

TEST(Language, AShareOfTheGroupSuffices) {
  Case c(stages(R"(mode="parallel" quorum="50%")", kFive));
  c.start();
  c.done();
  agree(c, "1", "a");
  EXPECT_EQ(c.waiting(), "task 2 at visas of role:b\ntask 3 at visas of role:c\n"
                         "task 4 at visas of role:d\narrived\narrived\nrunning");
  agree(c, "2", "b");  // two of the four that were asked
  EXPECT_EQ(c.waiting(), "task 5 at sign of role:head\nrunning");
}

TEST(Language, ARefusalMayReturnAtOnceFromInsideAGroup) {
  Case c(stages(R"(mode="sequential")",
                R"(<group><reviewer by="role:a"/><reviewer by="role:b" on-refuse="draft"/>
                   <group mode="sequential"><reviewer by="role:c"/><reviewer by="role:d"/></group>
                   </group>)"));
  c.start();
  c.done();
  refuse(c, "1", "a");  // waits for the others
  EXPECT_EQ(c.waiting(),
            "task 2 at visas of role:b\ntask 3 at visas of role:c\narrived\nrunning");
  refuse(c, "2", "b");  // does not
  EXPECT_EQ(c.waiting(), "task 4 at draft of author\nrunning");
  EXPECT_EQ(c.state.visas.size(), 2u);  // both remarks are there for the author
}

TEST(Language, AGroupsOwnReturnIsThatOfAllItsMembers) {
  Case c(R"(<stage id="d1" kind="draft"/><stage id="first" kind="check" by="role:clerk"/>
    <stage id="visas" kind="coordinate" mode="parallel"><reviewer by="role:a"/>
      <group mode="parallel" on-refuse="first"><reviewer by="role:b"/><reviewer by="role:c"/></group>
    </stage>)");
  c.start();
  c.done();
  c.act("1", Outcome::check, "clerk", {"clerk"});
  EXPECT_EQ(refuse(c, "4", "c"), "");
  EXPECT_EQ(c.waiting(), "task 5 at first of role:clerk\nrunning");
}

TEST(Language, WhoeverAgreedIsNotAskedAgain) {
  Case c(stages(R"(mode="parallel" resume="refused")", kAB));
  c.start();
  c.done();
  agree(c, "1", "a");
  refuse(c, "2", "b");
  EXPECT_EQ(c.waiting(), "task 3 at draft of author\nrunning");
  c.resubmit("3");
  c.done();
  EXPECT_EQ(c.waiting(), "arrived\ntask 4 at visas of role:b\nrunning");
  ASSERT_EQ(c.state.visas.size(), 1u);
  EXPECT_EQ(c.state.visas.front().round, 1);
  agree(c, "4", "b");
  EXPECT_EQ(c.waiting(), "task 5 at sign of role:head\nrunning");
  EXPECT_EQ(c.state.visas.size(), 2u);
}

TEST(Language, AStandingVisaCountsForTheQuorumOnceAllHaveSetOut) {
  Case c(stages(R"(mode="parallel" resume="refused" quorum="any")",
                R"(<group mode="sequential"><reviewer by="role:a"/><reviewer by="role:b"/></group>
                   <reviewer by="role:c"/>)"));
  c.start();
  c.done();
  agree(c, "1", "a");
  refuse(c, "3", "b");
  refuse(c, "2", "c");
  EXPECT_EQ(c.waiting(), "task 4 at draft of author\nrunning");
  c.resubmit("4");
  c.done();
  EXPECT_EQ(c.waiting(), "task 5 at visas of role:b\ntask 6 at visas of role:c\nrunning");
  agree(c, "6", "c");
  EXPECT_EQ(c.waiting(), "task 7 at sign of role:head\nrunning");
}

TEST(Language, ThoseWhosePartChangedAreAskedAgain) {
  const std::string body = stages(R"(mode="sequential" resume="affected")",
                                  R"(<reviewer by="role:a" part="money"/>
                                     <reviewer by="role:b" part="clauses"/><reviewer by="role:c"/>)");
  Case c(body);
  EXPECT_EQ(c.core.definition.questions().parts,
            (std::vector<std::string>{"money", "clauses", ""}));
  Event event;
  event.kind = Event::Kind::start;
  event.person = "author";
  event.data = "d1";
  event.parts = {{"money", "m1"}, {"clauses", "k1"}, {"", "all1"}};
  c.take(event);
  c.done();
  agree(c, "1", "a");
  agree(c, "2", "b");
  refuse(c, "3", "c");
  c.resubmit("4", {{"money", "m1"}, {"clauses", "k2"}, {"", "all2"}});
  c.done();
  EXPECT_EQ(c.waiting(), "task 5 at visas of role:b\nrunning");
  agree(c, "5", "b");
  EXPECT_EQ(c.waiting(), "task 6 at visas of role:c\nrunning");
}

TEST(Language, AStageThatADocumentIsSentBackToAsksEverybody) {
  Case c(R"(<stage id="draft" kind="draft"/>
    <stage id="visas" kind="coordinate" resume="refused"><reviewer by="role:a"/></stage>
    <stage id="sign" kind="sign" by="role:head" on-refuse="visas"/>)");
  c.start();
  c.done();
  agree(c, "1", "a");
  EXPECT_EQ(c.act("2", Outcome::sendBack, "head", {"head"}, "no"), "");
  EXPECT_EQ(c.waiting(), "task 3 at visas of role:a\nrunning");
}

TEST(Language, AStageMayBeginLater) {
  Case c(R"(<stage id="d" kind="draft"/><stage id="sign" kind="sign" by="role:head" after="1wd"/>)");
  c.start();
  c.done();
  EXPECT_EQ(c.waiting(), "wait 2.1\nrunning");
  EXPECT_EQ(c.done(), "wait");
  EXPECT_EQ(c.waiting(), "task 1 at sign of role:head\nrunning");
}

TEST(Language, WhatATermBringsIsDoneOnce) {
  Case c(stages(R"(due="3wd" remind="1wd" on-overdue="escalate" escalate-to="role:chief")",
                R"(<reviewer by="role:a"/>)"));
  c.start();
  c.done();
  EXPECT_EQ(c.act("1", Outcome::agree, "boss", {"chief"}), "notEntitled");
  EXPECT_EQ(c.handle(Event::Kind::remind, "1"), "");
  EXPECT_EQ(c.handle(Event::Kind::remind, "1"), "noChange");
  EXPECT_EQ(c.handle(Event::Kind::lapse, "1"), "");
  EXPECT_EQ(c.handle(Event::Kind::lapse, "1"), "noChange");
  EXPECT_EQ(c.act("1", Outcome::agree, "author", {"chief"}), "isAuthor");
  EXPECT_EQ(c.act("1", Outcome::agree, "boss", {"chief"}), "");
}

TEST(Language, SilenceMayAgreeOrReturn) {
  Case agreed(stages(R"(due="3wd" mode="parallel" on-overdue="agree")", kAB));
  agreed.start();
  agreed.done();
  agree(agreed, "1", "a");
  EXPECT_EQ(agreed.handle(Event::Kind::lapse, "2"), "");
  EXPECT_EQ(agreed.waiting(), "task 3 at sign of role:head\nrunning");
  EXPECT_EQ(agreed.state.visas.back().person, "");

  Case returned(stages(R"(due="3wd" mode="parallel" on-overdue="return")", kAB));
  returned.start();
  returned.done();
  returned.handle(Event::Kind::lapse, "1");
  agree(returned, "2", "b");
  EXPECT_EQ(returned.waiting(), "task 3 at draft of author\nrunning");

  Case silent(stages(R"(due="3wd")", kAB));
  silent.start();
  silent.done();
  EXPECT_EQ(silent.handle(Event::Kind::lapse, "1"), "notProvided");
  EXPECT_EQ(silent.handle(Event::Kind::remind, "1"), "notProvided");
}

TEST(Hands, OneOfSeveralTakesATask) {
  Case c(stages("", R"(<reviewer by="role:a"/>)"));
  c.start();
  c.done();
  EXPECT_EQ(c.handle(Event::Kind::claim, "1", "x", {"other"}), "notEntitled");
  EXPECT_EQ(c.handle(Event::Kind::claim, "1", "author", {"a"}), "isAuthor");
  EXPECT_EQ(c.handle(Event::Kind::claim, "1", "x", {"a"}), "");
  EXPECT_EQ(c.handle(Event::Kind::claim, "1", "x", {"a"}), "noChange");
  EXPECT_EQ(c.handle(Event::Kind::claim, "1", "y", {"a"}), "taken");
  EXPECT_EQ(c.act("1", Outcome::agree, "y", {"a"}), "taken");
  EXPECT_EQ(c.handle(Event::Kind::putBack, "1", "y", {"a"}), "notEntitled");
  EXPECT_EQ(c.handle(Event::Kind::putBack, "1", "x", {"a"}), "");
  EXPECT_EQ(c.act("1", Outcome::agree, "y", {"a"}), "");
}

TEST(Hands, WhoHasTakenATaskMustStillHoldTheRole) {
  Case c(stages("", R"(<reviewer by="role:a"/>)"));
  c.start();
  c.done();
  c.handle(Event::Kind::claim, "1", "x", {"a"});
  EXPECT_EQ(c.act("1", Outcome::agree, "x", {"other"}), "notEntitled");
  EXPECT_EQ(c.act("1", Outcome::agree, "x", {"a"}), "");
  EXPECT_EQ(c.handle(Event::Kind::claim, "2", "head", {"head"}), "notDelegable");
}

TEST(Language, SilenceOfAnEarlierRoundIsNoVisa) {
  Case c(stages(R"(due="3wd" mode="parallel" resume="refused" on-overdue="agree")", kAB));
  c.start();
  c.done();
  refuse(c, "1", "a");
  EXPECT_EQ(c.handle(Event::Kind::lapse, "2"), "");
  c.resubmit("3");
  c.done();
  EXPECT_EQ(c.waiting(), "task 4 at visas of role:a\ntask 5 at visas of role:b\nrunning");
}

TEST(Closed, WhoIsSetOverADocumentTakesPart) {
  Case c(stages(R"(due="3wd" on-overdue="escalate" escalate-to="role:boss")",
                R"(<reviewer by="role:a"/>)") + R"(<allow act="cancel" by="role:dean" before="sign"/>)");
  c.start();
  for (const char* role : {"a", "head", "boss", "dean"}) {
    EXPECT_TRUE(takesPart(c.core, c.state, "x", {role})) << role;
  }
  EXPECT_FALSE(takesPart(c.core, c.state, "x", {"b"}));
  EXPECT_FALSE(takesPart(c.core, c.state, "", {"a"}));
}

TEST(Hands, AVisaIsHandedOnButNotToTheAuthor) {
  Case c(stages("", R"(<reviewer by="role:a"/>)"));
  c.start();
  c.done();
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "z", {"b"}, "y"), "notEntitled");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "x", {"a"}, "author"), "isAuthor");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "x", {"a"}, "x"), "noChange");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "x", {"a"}, ""), "noChange");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "x", {"a"}, "y"), "");
  EXPECT_EQ(c.act("1", Outcome::agree, "x", {"a"}), "taken");
  EXPECT_EQ(c.handle(Event::Kind::putBack, "1", "y"), "");
  EXPECT_EQ(c.waiting(), "task 1 at visas of role:a\nrunning");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "x", {"a"}, "y"), "");
  EXPECT_EQ(c.act("1", Outcome::agree, "y", kNone), "");
  EXPECT_EQ(c.state.visas.front().from, "x");
}

TEST(Hands, ASignatureIsOnesOwn) {
  Case c(R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head"/>)");
  c.start();
  c.done();
  EXPECT_EQ(c.handle(Event::Kind::delegate, "1", "h", {"head"}, "y"), "notDelegable");
}

TEST(Hands, ASupervisorGivesTasksOn) {
  Reading reading = read(
      "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" template=\"order\" "
      "supervisor=\"role:chief\">" +
      stages("", R"(<reviewer by="role:a"/>)") + "</workflow>");
  ASSERT_TRUE(reading.definition) << reading.findings;
  Case c(stages("", R"(<reviewer by="role:a"/>)"));
  c.start();
  c.done();
  EXPECT_EQ(c.handle(Event::Kind::reassign, "1", "boss", {"chief"}, "y"), "notProvided");
  c.core = compile(*reading.definition);
  EXPECT_EQ(c.handle(Event::Kind::reassign, "1", "x", {"a"}, "y"), "notEntitled");
  EXPECT_EQ(c.handle(Event::Kind::reassign, "1", "boss", {"chief"}, "author"), "isAuthor");
  EXPECT_EQ(c.handle(Event::Kind::reassign, "1", "boss", {"chief"}, "y"), "");
  EXPECT_EQ(c.act("1", Outcome::agree, "y", kNone), "");
}

constexpr const char* kRead = R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head"/>
  <stage id="read" kind="acquaint" each="clauses/responsible" mode="MODE" due="2wd"/>
  <stage id="watch" kind="control" by="role:clerk" items="clauses[due]"/>
  <stage id="store" kind="file" by="role:clerk" index="02-05"/>)";

Case signedCase(const std::string& mode) {
  std::string body = kRead;
  body.replace(body.find("MODE"), 4, mode);
  Case c(body);
  c.start();
  c.done();
  c.act("1", Outcome::sign, "head", {"head"});
  c.done({{"pdf", "h"}});
  return c;
}

TEST(People, EachOneFoundIsAskedAtOnce) {
  Case c = signedCase("parallel");
  EXPECT_EQ(c.done({{"person", "x"}, {"person", "y"}}), "find-people");
  EXPECT_EQ(c.waiting(), "task 2 at read of person:x\ntask 3 at read of person:y\nrunning");
  EXPECT_EQ(c.act("3", Outcome::acquaint, "x", kNone), "notEntitled");
  EXPECT_EQ(c.act("3", Outcome::acquaint, "y", kNone), "");
  EXPECT_EQ(c.handle(Event::Kind::delegate, "2", "x", {}, "y"), "notDelegable");
  EXPECT_EQ(c.act("2", Outcome::acquaint, "x", kNone), "");
  EXPECT_EQ(c.done({{"person", ""}, {"subject", "clause 1"}, {"due", "2026-12-01"},
                    {"person", ""}, {"subject", "clause 2"}}),
            "find-people");
  EXPECT_EQ(c.waiting(), "task 4 at watch of role:clerk about clause 1\n"
                         "task 5 at watch of role:clerk about clause 2\nrunning");
  EXPECT_EQ(c.state.tokens.front().due, "2026-12-01");
  c.act("4", Outcome::complete, "clerk", {"clerk"});
  c.act("5", Outcome::complete, "clerk", {"clerk"});
  EXPECT_EQ(c.waiting(), "task 6 at store of role:clerk\nrunning");
  c.act("6", Outcome::file, "clerk", {"clerk"});
  EXPECT_EQ(c.waiting(), "finished");
}

TEST(People, OrOneAfterTheOther) {
  Case c = signedCase("sequential");
  c.done({{"person", "x"}, {"person", "y"}});
  EXPECT_EQ(c.waiting(), "task 2 at read of person:x\nrunning");
  EXPECT_EQ(parseState(toText(c.state)), c.state);
  c.act("2", Outcome::acquaint, "x", kNone);
  EXPECT_EQ(c.waiting(), "task 3 at read of person:y\nrunning");
  c.act("3", Outcome::acquaint, "y", kNone);
  EXPECT_EQ(c.waiting(), "find-people 7.1\nrunning");
}

TEST(People, NobodyFoundIsNobodyAsked) {
  Case c = signedCase("parallel");
  c.done();
  c.done();
  EXPECT_EQ(c.waiting(), "task 2 at store of role:clerk\nrunning");
}

TEST(Texts, KeepEverything) {
  Event event;
  event.kind = Event::Kind::delegate;
  event.task = "3";
  event.to = "k2";
  event.dates = {{"deadline", "2026-12-31"}};
  event.parts = {{"", "abc"}, {"clauses", "def"}};
  event.replies = {{"1", true, ""}, {"2", false, "нет\n\"так\""}};
  const auto read = parseEvent(toText(event));
  ASSERT_TRUE(read);
  EXPECT_EQ(toText(*read), toText(event));
  EXPECT_EQ(read->replies, event.replies);
  EXPECT_EQ(read->parts, event.parts);

  State state;
  state.dates = event.dates;
  state.parts = event.parts;
  state.queue = {{"x", "s", "2026-12-01"}};
  Token& token = state.tokens.emplace_back();
  token.id = "1";
  token.person = "x";
  token.from = "y";
  token.subject = "s";
  token.due = "2026-12-01";
  token.isReminded = token.isLapsed = token.isReassigned = true;
  Visa& visa = state.visas.emplace_back();
  visa.node = 3;
  visa.round = 2;
  visa.part = "abc";
  visa.from = "y";
  EXPECT_EQ(parseState(toText(state)), state);
}

std::string findings(const std::string& body) {
  return read(workflow(body)).findings;
}

TEST(Findings, OfTheNewWords) {
  const std::string draft = R"(<stage id="d" kind="draft"/>)";
  const std::string sign = R"(<stage id="s" kind="sign" by="role:h"/>)";
  const auto has = [&](const std::string& body, const std::string& code) {
    const std::string found = findings(body);
    return found.find(code) != std::string::npos ? std::string() : "no " + code + " in: " + found;
  };
  EXPECT_EQ(has(draft + R"(<stage id="r" kind="acquaint" each="x"/>)", "K138"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="acquaint"/>)", "K139"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="control" by="role:c"/>)", "K139"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="control" items="x"/>)", "K119"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="file"/>)", "K119"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="distribute"/>)", "K139"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="distribute" to="schools"/>)", "K134"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="acquaint" each="x["/>)", "X"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="r" kind="acquaint" each="'x'"/>)", "K141"), "");
  EXPECT_EQ(has(draft + sign + R"x(<stage id="r" kind="control" by="role:c" items="count(y)"/>)x",
                "K141"), "");
  EXPECT_EQ(has(draft + R"(<stage id="s" kind="sign" by="role:h" remind="1wd"/>)", "K137"), "");
  EXPECT_EQ(has(draft + R"(<stage id="s" kind="sign" by="role:h" due="1wd" on-overdue="escalate"/>)",
                "K136"), "");
  EXPECT_EQ(has(draft + R"(<stage id="s" kind="sign" by="role:h" due="1wd" escalate-to="role:x"/>)",
                "K136"), "");
  EXPECT_EQ(has(draft + R"(<stage id="s" kind="sign" by="role:h" due="1wd" on-overdue="agree"/>)",
                "K140"), "");
  EXPECT_EQ(has(draft + R"(<stage id="s" kind="sign" by="role:h" due="date:a["/>)", "X"), "");
  EXPECT_EQ(has(draft + R"(<stage id="v" kind="coordinate"><reviewer by="role:a" on-refuse="s"/></stage>)" +
                    sign, "K105"), "");
  EXPECT_EQ(has(draft + R"(<stage id="v" kind="coordinate"><reviewer by="role:a" part="x["/></stage>)",
                "X"), "");
  EXPECT_EQ(has(draft + R"(<stage id="p" kind="parts" workflow="w"/>)" + sign, "K139"), "");
  EXPECT_EQ(has(draft + R"(<stage id="p" kind="parts" items="x"/>)" + sign, "K142"), "");
  EXPECT_EQ(has(draft + R"(<stage id="p" kind="parts" items="x" workflow="a/b"/>)" + sign, "K133"), "");
  EXPECT_EQ(has(draft + sign + R"(<stage id="p" kind="parts" items="x" workflow="w"/>)", "K143"), "");
  EXPECT_EQ(has(draft + R"(<stage id="p" kind="parts" items="x" workflow="w" due="1wd"/>)" + sign,
                "K117"), "");
  EXPECT_EQ(findings(draft + R"(<stage id="p" kind="parts" items="x" workflow="w"/>)" + sign), "");
  EXPECT_EQ(findings(draft + sign + R"(<stage id="r" kind="acquaint" each="role:x" due="date:deadline"
    remind="1wd"/><stage id="w" kind="control" by="role:c" items="x" remind="3wd"/>
    <stage id="f" kind="file" by="role:c"/><stage id="t" kind="distribute" to="list:schools"/>)"), "");
}

}  // namespace
}  // namespace chancery::flow
