#include <gtest/gtest.h>

#include "support.h"

namespace chancery::flow {
namespace {

const std::vector<std::string> kNone;
const std::vector<std::string> kHead = {"head"};

constexpr const char* kSigned = R"(<stage id="draft" kind="draft"/>
  <stage id="sign" kind="sign" by="role:head" remark="required"><registration series="s"/></stage>
  <stage id="site" kind="publish"/>
  <allow act="recall" by="author" before="sign" to="draft"/>
  <allow act="cancel" by="role:head" before="sign" remark="required"/>)";

std::string review(const std::string& members,
                   const std::string& attributes = "mode=\"parallel\"") {
  return "<stage id=\"draft\" kind=\"draft\"/><stage id=\"visas\" kind=\"coordinate\" " +
         attributes + ">" + members + "</stage><stage id=\"sign\" kind=\"sign\" by=\"role:head\"/>";
}
constexpr const char* kAB = R"(<reviewer by="role:a"/><reviewer by="role:b"/>)";

TEST(Step, StartSubmitsAndAsksForTheDraftsFiles) {
  Case c(kSigned);
  EXPECT_EQ(c.start(), "");
  EXPECT_EQ(c.waiting(), "render-draft 1.1\nrunning");
  EXPECT_EQ(c.effects, (std::vector<Effect>{{EffectKind::renderDraft, "1.1"}}));
  EXPECT_EQ(c.state.author, "author");
  EXPECT_EQ(c.state.round, 1);
  EXPECT_EQ(c.state.sequence, 1u);
  EXPECT_EQ(c.state.data, std::vector<std::string>{"d1"});
  EXPECT_EQ(c.start(), "notProvided");
}

TEST(Step, OnlyTheNamedPersonMayStart) {
  Case c(R"(<stage id="d" kind="draft" by="role:clerk"/>)");
  EXPECT_EQ(c.start(), "notEntitled");
}

TEST(Step, ADefinitionOfADraftAloneEnds) {
  Case c(R"(<stage id="d" kind="draft"/>)");
  c.start();
  EXPECT_EQ(c.done({{"pdf", "h"}}), "render-draft");
  EXPECT_EQ(c.waiting(), "finished");
  EXPECT_EQ(c.act("1", Outcome::submit, "author", kNone), "finished");
}

TEST(Step, SigningIsASagaOfRecordedStates) {
  Case c(kSigned);
  c.start();
  EXPECT_EQ(c.done({{"pdf", "h1"}, {"docx", "h2"}}), "render-draft");
  EXPECT_EQ(c.waiting(), "task 1 at sign of role:head\nrunning");
  EXPECT_EQ(c.act("1", Outcome::sign, "chief", kHead), "");
  EXPECT_EQ(c.waiting(), "reserve 3.1\nrunning");
  EXPECT_EQ(c.done({{"number", "7"}, {"date", "2026-06-05"}}), "reserve");
  EXPECT_EQ(c.state.registration.status, Registration::Status::reserved);
  EXPECT_EQ(c.waiting(), "render-final 4.1\nrunning");
  EXPECT_EQ(c.done({{"pdf", "h3"}}), "render-final");
  EXPECT_EQ(c.waiting(), "register 5.1\nrunning");
  EXPECT_EQ(c.done(), "register");
  EXPECT_EQ(c.state.registration,
            (Registration{Registration::Status::registered, "7", "2026-06-05"}));
  EXPECT_EQ(c.waiting(), "publish 6.1\nrunning");
  EXPECT_EQ(c.done({{"site/x.pdf", "h3"}}), "publish");
  EXPECT_EQ(c.waiting(), "finished");
  EXPECT_EQ(c.state.files,
            (std::vector<File>{
                {1, false, "pdf", "h1"}, {1, false, "docx", "h2"}, {1, true, "pdf", "h3"}}));
  ASSERT_EQ(c.state.visas.size(), 1u);
  const Visa& visa = c.state.visas.front();
  EXPECT_EQ(visa.stage, 1u);
  EXPECT_EQ(visa.task + visa.person, "1chief");
  EXPECT_EQ(visa.outcome, Outcome::sign);
  EXPECT_EQ(visa.moment, (Moment{2000}));
  EXPECT_EQ(c.state.sequence, 7u);
}

TEST(Step, AFinalFileThatCannotBeMadeReleasesItsNumber) {
  Case c(kSigned);
  c.start();
  c.done();
  c.act("1", Outcome::sign, "chief", kHead);
  c.done({{"number", "7"}, {"date", "2026-06-05"}});
  EXPECT_EQ(c.rejected("no seal"), "");
  EXPECT_EQ(c.waiting(), "release 5.1\nrunning");
  EXPECT_EQ(c.state.registration.number, "7");
  EXPECT_EQ(c.done({{"release", "returned"}}), "release");
  EXPECT_EQ(c.waiting(), "task 2 at draft of author\nrunning");
  EXPECT_EQ(c.state.registration, Registration{});
  EXPECT_EQ(c.state.rejection, "no seal");
  EXPECT_EQ(c.act("2", Outcome::submit, "author", kNone), "");
  EXPECT_EQ(c.state.rejection, "");
  EXPECT_TRUE(c.state.visas.empty());
  EXPECT_EQ(c.state.round, 2);
  EXPECT_EQ(c.state.data, (std::vector<std::string>{"d1", "d1"}));
}

TEST(Step, ABlankRemarkIsNone) {
  Case c(kSigned);
  c.start();
  c.done();
  for (const char* blank : {"", " ", " \t\r\n", "\u00A0 \u00A0"}) {
    EXPECT_EQ(c.act("1", Outcome::sendBack, "chief", kHead, blank), "remarkMissing");
    Event cancel;
    cancel.kind = Event::Kind::cancel;
    cancel.person = "chief";
    cancel.roles = kHead;
    cancel.remark = blank;
    EXPECT_EQ(c.take(cancel), "remarkMissing");
  }
  EXPECT_EQ(c.act("1", Outcome::sendBack, "chief", kHead, " x"), "");
}

TEST(Step, ANumberOfYesterdayIsReservedAnew) {
  Case c(kSigned);
  c.start();
  c.done();
  c.act("1", Outcome::sign, "chief", kHead);
  c.done({{"number", "7"}, {"date", "2026-06-05"}});
  c.done({{"pdf", "old"}});
  EXPECT_EQ(c.rejected("another day"), "");
  EXPECT_EQ(c.state.files, (std::vector<File>{{1, true, "pdf", "old"}}));
  EXPECT_EQ(c.done({{"release", "returned"}}), "release");
  EXPECT_TRUE(c.state.files.empty()) << "the number may be another document's by now";
  EXPECT_EQ(c.done({{"number", "7"}, {"date", "2026-06-06"}}), "reserve");
  EXPECT_EQ(c.done({{"pdf", "new"}}), "render-final");
  EXPECT_EQ(c.done(), "register");
  EXPECT_EQ(c.state.registration.date, "2026-06-06");
  EXPECT_EQ(c.state.files, (std::vector<File>{{1, true, "pdf", "new"}}));
  EXPECT_EQ(c.state.rejection, "");
}

TEST(Step, ADraftThatCannotBeRenderedGoesBackToItsAuthor) {
  Case c(kSigned);
  c.start();
  EXPECT_EQ(c.rejected("no title"), "");
  EXPECT_EQ(c.waiting(), "task 1 at draft of author\nrunning");
  EXPECT_EQ(c.state.rejection, "no title");
}

TEST(Step, SignatoryIsTheRoleAndNotTheAuthor) {
  Case c(kSigned);
  c.start("author");
  c.done();
  EXPECT_EQ(c.act("1", Outcome::sign, "chief", {"lawyer"}), "notEntitled");
  EXPECT_EQ(c.act("1", Outcome::sign, "author", kHead), "isAuthor");
  EXPECT_EQ(c.act("1", Outcome::agree, "chief", kHead), "outcomeNotOffered");
  EXPECT_EQ(c.act("2", Outcome::sign, "chief", kHead), "notOpen");
  EXPECT_EQ(c.act("", Outcome::sign, "chief", kHead), "notOpen");
  EXPECT_EQ(c.state.sequence, 2u);
}

TEST(Step, TheDefinitionMayLetTheAuthorSign) {
  Case allowed(
      R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head" author="allowed"/>)");
  allowed.start();
  allowed.done();
  EXPECT_EQ(allowed.act("1", Outcome::sign, "author", kHead), "");
  Case named(R"(<stage id="d" kind="draft"/><stage id="s" kind="approve" by="author"/>)");
  named.start();
  named.done();
  EXPECT_EQ(named.act("1", Outcome::approve, "other", kHead), "notEntitled");
  EXPECT_EQ(named.act("1", Outcome::approve, "author", kNone), "");
}

TEST(Step, AClerkRegistersTheOwnDocumentToo) {
  Case c(R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="person:chief"/>
    <stage id="r" kind="register" by="role:clerk"><registration series="s"/></stage>)");
  c.start();
  c.done();
  EXPECT_EQ(c.act("1", Outcome::sign, "author", kHead), "notEntitled");
  EXPECT_EQ(c.act("1", Outcome::sign, "chief", kNone), "");
  EXPECT_EQ(c.done(), "render-final");
  EXPECT_EQ(c.act("2", Outcome::registration, "author", {"clerk"}), "");
  EXPECT_EQ(c.waiting(), "reserve 5.1\nrunning");
}

TEST(Step, ReturningNeedsARemarkWhereTheDefinitionSaysSo) {
  Case c(kSigned);
  c.start();
  c.done();
  EXPECT_EQ(c.act("1", Outcome::sendBack, "chief", kHead), "remarkMissing");
  EXPECT_EQ(c.act("1", Outcome::sendBack, "chief", kHead, "no"), "");
  EXPECT_EQ(c.waiting(), "task 2 at draft of author\nrunning");
  EXPECT_EQ(c.state.visas.front().remark, "no");
  EXPECT_EQ(c.act("2", Outcome::submit, "chief", kHead), "notEntitled");
}

TEST(Coordinate, AParallelGroupWaitsForAll) {
  Case c(review(kAB));
  c.start();
  c.done();
  EXPECT_EQ(c.waiting(), "task 1 at visas of role:a\ntask 2 at visas of role:b\nrunning");
  EXPECT_EQ(c.act("2", Outcome::agree, "y", {"b"}), "");
  EXPECT_EQ(c.waiting(), "task 1 at visas of role:a\narrived\nrunning");
  EXPECT_EQ(c.act("1", Outcome::agreeWithRemarks, "x", {"a"}), "remarkMissing");
  EXPECT_EQ(c.act("1", Outcome::agreeWithRemarks, "x", {"a"}, "dates"), "");
  EXPECT_EQ(c.waiting(), "task 3 at sign of role:head\nrunning");
  EXPECT_EQ(c.state.visas.size(), 2u);
}

TEST(Coordinate, ARefusalWaitsForTheOthersRemarks) {
  Case c(review(kAB));
  c.start();
  c.done();
  EXPECT_EQ(c.act("1", Outcome::refuse, "x", {"a"}), "remarkMissing");
  EXPECT_EQ(c.act("1", Outcome::refuse, "x", {"a"}, "wrong"), "");
  EXPECT_EQ(c.waiting(), "task 2 at visas of role:b\narrived\nrunning");
  EXPECT_EQ(c.act("2", Outcome::agree, "y", {"b"}), "");
  EXPECT_EQ(c.waiting(), "task 3 at draft of author\nrunning");
  EXPECT_EQ(c.state.visas.size(), 2u);
  c.act("3", Outcome::submit, "author", kNone);
  c.done();
  EXPECT_EQ(c.waiting(), "task 4 at visas of role:a\ntask 5 at visas of role:b\nrunning");
}

TEST(Coordinate, AQuorumEndsTheGroupEarly) {
  Case c(review(std::string(kAB) + R"(<reviewer by="role:c"/>)", R"(mode="parallel" quorum="2")"));
  c.start();
  c.done();
  c.act("1", Outcome::agree, "x", {"a"});
  EXPECT_EQ(c.waiting(), "task 2 at visas of role:b\ntask 3 at visas of role:c\narrived\nrunning");
  c.act("3", Outcome::agree, "z", {"c"});
  EXPECT_EQ(c.waiting(), "task 4 at sign of role:head\nrunning");
  EXPECT_EQ(c.act("2", Outcome::agree, "y", {"b"}), "notOpen");
}

TEST(Coordinate, AQuorumSurvivesARefusal) {
  Case c(review(std::string(kAB) + R"(<reviewer by="role:c"/>)", R"(mode="parallel" quorum="2")"));
  c.start();
  c.done();
  c.act("1", Outcome::refuse, "x", {"a"}, "no");
  c.act("2", Outcome::agree, "y", {"b"});
  EXPECT_EQ(c.waiting(), "task 3 at visas of role:c\narrived\narrived\nrunning");
  c.act("3", Outcome::agree, "z", {"c"});
  EXPECT_EQ(c.waiting(), "task 4 at sign of role:head\nrunning");
}

TEST(Coordinate, AMissedQuorumReturns) {
  Case c(review(kAB, R"(mode="parallel" quorum="any")"));
  c.start();
  c.done();
  c.act("1", Outcome::refuse, "x", {"a"}, "no");
  c.act("2", Outcome::refuse, "y", {"b"}, "no");
  EXPECT_EQ(c.waiting(), "task 3 at draft of author\nrunning");
}

TEST(Coordinate, InSequenceOneAfterTheOtherAndARefusalReturnsAtOnce) {
  Case c(review(kAB, R"(mode="sequential")"));
  c.start();
  c.done();
  EXPECT_EQ(c.waiting(), "task 1 at visas of role:a\nrunning");
  c.act("1", Outcome::agree, "x", {"a"});
  EXPECT_EQ(c.waiting(), "task 2 at visas of role:b\nrunning");
  c.act("2", Outcome::refuse, "y", {"b"}, "no");
  EXPECT_EQ(c.waiting(), "task 3 at draft of author\nrunning");
}

TEST(Coordinate, ConditionsSkipReviewers) {
  const std::string members =
      R"(<reviewer by="role:a" when="cost"/><reviewer by="role:b" when="land"/>)";
  Case none(review(members));
  none.start();
  none.done();
  EXPECT_EQ(none.waiting(), "task 1 at sign of role:head\nrunning");
  Case one(review(members));
  one.start("author", {"land"});
  one.done();
  EXPECT_EQ(one.waiting(), "arrived\ntask 1 at visas of role:b\nrunning");
  one.act("1", Outcome::agree, "y", {"b"});
  EXPECT_EQ(one.waiting(), "task 2 at sign of role:head\nrunning");
}

TEST(Coordinate, SkippedReviewersDoNotMakeAQuorum) {
  Case c(
      review(R"(<reviewer by="role:a" when="cost"/><reviewer by="role:b"/><reviewer by="role:c"/>)",
             R"(mode="parallel" quorum="any")"));
  c.start();
  c.done();
  EXPECT_EQ(c.waiting(), "arrived\ntask 1 at visas of role:b\ntask 2 at visas of role:c\nrunning");
}

TEST(Coordinate, GroupsNest) {
  Case c(
      review(R"(<group mode="sequential"><reviewer by="role:a"/><group mode="parallel" quorum="any">
      <reviewer by="role:b"/><reviewer by="role:c"/></group></group><reviewer by="role:e"/>)"));
  c.start();
  c.done();
  c.act("1", Outcome::agree, "x", {"a"});
  EXPECT_EQ(
      c.waiting(),
      "task 2 at visas of role:e\ntask 3 at visas of role:b\ntask 4 at visas of role:c\nrunning");
  c.act("4", Outcome::refuse, "z", {"c"}, "no");
  c.act("3", Outcome::refuse, "y", {"b"}, "no");
  EXPECT_EQ(c.waiting(), "task 2 at visas of role:e\narrived\nrunning");
  c.act("2", Outcome::agree, "w", {"e"});
  EXPECT_EQ(c.waiting(), "task 5 at draft of author\nrunning");
}

Event withdrawal(Event::Kind kind, const std::string& person, std::vector<std::string> roles,
                 const std::string& remark = {}) {
  Event event;
  event.kind = kind;
  event.person = person;
  event.roles = std::move(roles);
  event.remark = remark;
  return event;
}

TEST(Withdraw, TheAuthorRecallsUntilSigned) {
  Case c(kSigned);
  c.start();
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "chief", kHead)), "notEntitled");
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "author", {})), "");
  EXPECT_EQ(c.waiting(), "task 1 at draft of author\nrunning");
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "author", {})), "alreadyThere");
  EXPECT_EQ(c.done(), "");  // the rendering that was under way is nobody's any more
  c.act("1", Outcome::submit, "author", kNone);
  c.done();
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "author", {})), "");
  c.act("3", Outcome::submit, "author", kNone);
  c.done();
  c.act("4", Outcome::sign, "chief", kHead);
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "author", {})), "tooLate");
  c.done();
  c.done();
  c.done();
  EXPECT_EQ(c.take(withdrawal(Event::Kind::cancel, "chief", kHead, "x")), "tooLate");
}

TEST(Withdraw, CancellingEndsTheCase) {
  Case c(kSigned);
  c.start();
  c.done();
  EXPECT_EQ(c.take(withdrawal(Event::Kind::cancel, "chief", kHead)), "remarkMissing");
  EXPECT_EQ(c.take(withdrawal(Event::Kind::cancel, "chief", kHead, "not needed")), "");
  EXPECT_EQ(c.waiting(), "cancelled");
  EXPECT_EQ(c.act("1", Outcome::sign, "chief", kHead), "finished");
}

TEST(Withdraw, NotProvidedByTheDefinition) {
  Case c(review(kAB));
  c.start();
  EXPECT_EQ(c.take(withdrawal(Event::Kind::recall, "author", {})), "notProvided");
}

TEST(Journal, ReplayGivesTheState) {
  Case c(kSigned);
  c.start();
  c.done({{"pdf", "h1"}});
  c.act("1", Outcome::sendBack, "chief", kHead, "строка\n«вторая» \"c:\\\"");
  c.act("2", Outcome::submit, "author", kNone);
  c.done({{"pdf", "h2"}});
  c.act("3", Outcome::sign, "chief", kHead);
  c.done({{"number", "1-од"}, {"date", "2026-06-05"}});
  std::vector<Event> read;
  for (const Event& event : c.journal) {
    const auto copy = parseEvent(toText(event));
    ASSERT_TRUE(copy) << toText(event);
    EXPECT_EQ(toText(*copy), toText(event));
    read.push_back(*copy);
  }
  const auto replayed = replay(c.core, read);
  ASSERT_TRUE(replayed);
  EXPECT_EQ(*replayed, c.state);
  EXPECT_EQ(parseState(toText(c.state)), c.state);
  read.erase(read.begin());
  EXPECT_FALSE(replay(c.core, read));
}

TEST(Journal, CanonicalTextOfAnEvent) {
  Event event;
  event.kind = Event::Kind::act;
  event.moment = {1'000};
  event.person = "k1";
  event.roles = {"head"};
  event.task = "3";
  event.outcome = Outcome::agreeWithRemarks;
  event.remark = "a \"b\"\nc\\d";
  event.holds = {"cost > 0"};
  event.facts = {{"pdf", "h"}};
  EXPECT_EQ(toText(event),
            "event version=\"1\" kind=\"act\" moment=\"1970-01-01T00:00:01.000Z\" person=\"k1\" "
            "task=\"3\" outcome=\"agree-with-remarks\" remark=\"a \\\"b\\\"\\nc\\\\d\"\n"
            "role name=\"head\"\n"
            "holds when=\"cost > 0\"\n"
            "fact name=\"pdf\" value=\"h\"\n");
  EXPECT_EQ(event.fact("pdf"), "h");
  EXPECT_EQ(event.fact("docx"), "");
}

TEST(Journal, CanonicalTextOfAState) {
  Case c(review(kAB));
  c.start("author", {"x"});
  c.done({{"pdf", "h"}});
  c.act("1", Outcome::refuse, "x", {"a"}, "no");
  EXPECT_EQ(toText(c.state),
            "state version=\"1\" status=\"running\" sequence=\"3\" tasks=\"2\" round=\"1\" "
            "author=\"author\"\n"
            "data hash=\"d1\"\n"
            "holds when=\"x\"\n"
            "token node=\"4\" id=\"2\" since=\"1970-01-01T00:00:03.000Z\"\n"
            "token node=\"5\" since=\"1970-01-01T00:00:02.000Z\" arrival=\"refused\"\n"
            "visa stage=\"1\" node=\"3\" round=\"1\" task=\"1\" person=\"x\" outcome=\"refuse\" remark=\"no\" "
            "moment=\"1970-01-01T00:00:02.000Z\"\n"
            "file round=\"1\" format=\"pdf\" hash=\"h\"\n");
}

TEST(Journal, DamagedTextIsNoEventAndNoState) {
  for (const char* text :
       {"", "event\n", "event version=\"2\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\"\n",
        "event version=\"1\" kind=\"fly\" moment=\"1970-01-01T00:00:01.000Z\"\n",
        "event version=\"1\" kind=\"start\" moment=\"yesterday\"\n",
        "event version=\"1\" kind=\"act\" moment=\"1970-01-01T00:00:01.000Z\" outcome=\"fly\"\n",
        "event version=\"1\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\"\nspell x=\"1\"\n",
        "event version=\"1\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\"",
        "event version=\"1\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\" task=\"1\n",
        "event version=\"1\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\" task=1\n",
        "event version=\"1\" kind=\"start\" moment=\"1970-01-01T00:00:01.000Z\" =\"1\"\n", "\n"}) {
    EXPECT_FALSE(parseEvent(text)) << text;
  }
  const std::string head =
      "state version=\"1\" status=\"running\" sequence=\"1\" tasks=\"0\" round=\"1\"\n";
  EXPECT_TRUE(parseState(head));
  for (const std::string& text :
       {std::string(), std::string("state version=\"2\"\n"), head + "ghost x=\"1\"\n",
        head + "token node=\"x\" since=\"1970-01-01T00:00:01.000Z\"\n", head + "token node=\"1\"\n",
        head + "token node=\"-1\" since=\"1970-01-01T00:00:01.000Z\"\n",
        head + "visa stage=\"1\" outcome=\"?\" moment=\"1970-01-01T00:00:01.000Z\"\n",
        head + "file round=\"\"\n"}) {
    EXPECT_FALSE(parseState(text)) << text;
  }
}

}  // namespace
}  // namespace chancery::flow
