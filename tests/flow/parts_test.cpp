#include <gtest/gtest.h>

#include "support.h"

// Parts of a document that go their own way, as the core sees them.

namespace chancery::flow {
namespace {

constexpr const char* kParts =
    R"(<stage id="d" kind="draft"/><stage id="p" kind="parts" items="apps" workflow="w"/>
    <stage id="s" kind="sign" by="role:h"/><allow act="recall" by="author" before="s" to="d"/>)";

// The engine's work with this key has come to an end.
Event ended(const std::string& key, bool isDone,
            std::vector<std::pair<std::string, std::string>> facts = {}) {
  Event event;
  event.kind = isDone ? Event::Kind::done : Event::Kind::rejected;
  event.moment = {4'000};
  event.key = key;
  event.facts = std::move(facts);
  event.remark = isDone ? "" : "no " + key;
  return event;
}

// Two parts whose cases have begun.
Case twoParts() {
  Case c(kParts);
  c.start();
  c.done();
  EXPECT_EQ(c.done({{"person", ""}, {"subject", "A"}, {"item", "a"}, {"person", ""}, {"item", "b"}}),
            "find-people");
  EXPECT_EQ(c.waiting(), "start-part 3.1\nstart-part 3.2\nrunning");
  EXPECT_EQ(c.done({{"case", "7"}}), "start-part");
  EXPECT_EQ(c.done({{"case", "8"}}), "start-part");
  EXPECT_EQ(c.waiting(), "await-part 4.1\nawait-part 5.1\nrunning");
  return c;
}

TEST(Parts, AreWaitedForTogether) {
  Case c = twoParts();
  EXPECT_EQ(c.state.findToken("4.1")->child, "7");
  EXPECT_EQ(c.state.findToken("4.1")->subject, "A");
  EXPECT_EQ(c.state.findToken("5.1")->item, "b");
  EXPECT_EQ(parseState(toText(c.state)), c.state);
  EXPECT_EQ(c.take(ended("5.1", true)), "");
  EXPECT_EQ(c.waiting(), "await-part 4.1\narrived\nrunning");
  EXPECT_EQ(c.take(ended("5.1", true)), "notOpen");
  EXPECT_EQ(c.take(ended("4.1", true)), "");
  EXPECT_EQ(c.waiting(), "task 1 at s of role:h\nrunning");
  EXPECT_EQ(c.state.agreedParts, (std::vector<std::string>{"p b", "p a"}));
}

TEST(Parts, ThatFailSendTheDocumentBackWithAllTheirReasons) {
  Case c = twoParts();
  c.take(ended("4.1", false));
  EXPECT_EQ(c.waiting(), "await-part 5.1\narrived\nrunning");
  c.take(ended("5.1", false, {{"agreed", "b2"}}));
  EXPECT_EQ(c.waiting(), "task 1 at d of author\nrunning");
  EXPECT_EQ(c.state.rejection, "no 4.1\nno 5.1");
  EXPECT_EQ(c.state.agreedParts, std::vector<std::string>{"p b2"});
  EXPECT_EQ(c.resubmit("1"), "");
  EXPECT_EQ(c.state.rejection, "");
  c.done();
  c.done({{"person", ""}, {"item", "a"}, {"person", ""}, {"item", "b2"}});
  EXPECT_EQ(c.waiting(), "start-part 10.1\nrunning");  // b2 was agreed to in its own case
}

TEST(Parts, AllAgreedToBeforeAreNotAskedAgain) {
  Case c = twoParts();
  c.take(ended("4.1", true));
  c.take(ended("5.1", true));
  EXPECT_EQ(c.act("1", Outcome::sendBack, "h", {"h"}), "");
  EXPECT_EQ(c.resubmit("2"), "");
  c.done();
  c.done({{"person", ""}, {"item", "a"}, {"person", ""}, {"item", "b"}});
  EXPECT_EQ(c.waiting(), "task 3 at s of role:h\nrunning");
}

TEST(Parts, MayBeRecalledWithTheDocument) {
  Case c = twoParts();
  Event recall;
  recall.kind = Event::Kind::recall;
  recall.person = "author";
  EXPECT_EQ(c.take(recall), "");
  EXPECT_EQ(c.waiting(), "task 1 at d of author\nrunning");
}

TEST(Parts, OnlyTheCaseOfAPartCanBeDropped) {
  Case c(kParts);
  c.start();
  Event drop;
  drop.kind = Event::Kind::drop;
  EXPECT_EQ(c.take(drop), "notProvided");
  Case part(kParts);
  Event start;
  start.person = "author";
  start.facts = {{"parent", "1"}, {"item", "a"}};
  ASSERT_EQ(part.take(start), "");
  EXPECT_EQ(part.state.parent, "1");
  EXPECT_EQ(parseState(toText(part.state)), part.state);
  EXPECT_EQ(part.take(drop), "");
  EXPECT_EQ(part.waiting(), "cancelled");
  EXPECT_EQ(part.take(drop), "finished");
}

}  // namespace
}  // namespace chancery::flow
