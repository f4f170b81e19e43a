#include <gtest/gtest.h>

#include "support.h"

// Where a document goes that comes back, and what of its way still counts.

namespace chancery::flow {
namespace {

TEST(Returns, WhatTheProgramSendsBackIsLookedAtByEverybody) {
  Case c(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" resume="refused"><reviewer by="role:a"/></stage>
    <stage id="c" kind="check" on-errors="v"/><stage id="s" kind="sign" by="role:head"/>)");
  c.start();
  c.done();
  c.act("1", Outcome::agree, "a", {"a"});
  EXPECT_EQ(c.rejected("no date"), "");
  EXPECT_EQ(c.waiting(), "task 2 at v of role:a\nrunning");
  EXPECT_EQ(c.state.rejection, "no date");
}

TEST(Returns, ANumberGivenBackReturnsToEverybodyToo) {
  Case c(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" resume="refused"><reviewer by="role:a"/></stage>
    <stage id="s" kind="sign" by="role:head" on-refuse="v"><registration series="o"/></stage>)");
  c.start();
  c.done();
  c.act("1", Outcome::agree, "a", {"a"});
  c.act("2", Outcome::sign, "head", {"head"});
  EXPECT_EQ(c.done({{"number", "1"}, {"date", "2026-01-12"}}), "reserve");
  EXPECT_EQ(c.rejected("no picture"), "");
  EXPECT_EQ(c.done(), "release");
  EXPECT_EQ(c.waiting(), "task 3 at v of role:a\nrunning");
}

// A visa that stands does so while its stage waits for its time, whatever becomes of the waiting.
TEST(Returns, WaitingIsNoReturn) {
  Case c(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" resume="refused" after="1wd"><reviewer by="role:a"/></stage>
    <stage id="s" kind="sign" by="role:head"/>)");
  c.start();
  c.done();
  c.done();
  c.act("1", Outcome::agree, "a", {"a"});
  c.act("2", Outcome::sendBack, "head", {"head"}, "no");
  c.resubmit("3");
  c.done();
  EXPECT_EQ(c.waiting(), "wait 7.1\nrunning");
  EXPECT_EQ(c.rejected("no calendar"), "");
  EXPECT_EQ(c.waiting(), "task 4 at s of role:head\nrunning");
}

constexpr const char* kAnsweredBefore = R"(<stage id="d" kind="draft"/>
  <stage id="v" kind="coordinate" mode="parallel" quorum="QUORUM">
    <group mode="sequential"><reviewer by="role:a"/>
      <group when="x"><reviewer by="role:b"/><reviewer by="role:c"/></group>
      <group><reviewer by="role:d" when="y"/><reviewer by="role:e" when="z"/></group></group>
    <reviewer by="role:f"/></stage>
  <stage id="s" kind="sign" by="role:head"/>)";

Case grouped(const std::string& quorum) {
  std::string body = kAnsweredBefore;
  body.replace(body.find("QUORUM"), 6, quorum);
  Case c(body);
  c.start();
  c.done();
  return c;
}

// A visa counts though the group behind it asks nobody.
TEST(Returns, AVisaBeforeAnEmptyGroupCounts) {
  Case any = grouped("any");
  any.act("1", Outcome::agree, "a", {"a"});
  EXPECT_EQ(any.waiting(), "task 3 at s of role:head\nrunning");

  Case refused = grouped("any");
  refused.act("2", Outcome::refuse, "f", {"f"}, "no");
  refused.act("1", Outcome::agree, "a", {"a"});
  EXPECT_EQ(refused.waiting(), "task 3 at s of role:head\nrunning");
}

TEST(Returns, ADocumentMayBeRecalledWhileItsStageHasNotBegun) {
  Case c(R"(<stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head" after="1wd"/>
    <allow act="recall" by="author" before="s" to="d"/>)");
  c.start();
  c.done();
  EXPECT_EQ(c.waiting(), "wait 2.1\nrunning");
  Event recall;
  recall.kind = Event::Kind::recall;
  recall.person = "author";
  EXPECT_EQ(c.take(recall), "");
  EXPECT_EQ(c.waiting(), "task 1 at d of author\nrunning");
}

}  // namespace
}  // namespace chancery::flow
