#include <gtest/gtest.h>

#include "base/file.h"
#include "support.h"

namespace chancery::flow {
namespace {

constexpr const char* kDraft = R"(<stage id="draft" kind="draft"/>)";

std::string findings(const std::string& body, const Surroundings& surroundings = {}) {
  return read(workflow(body), surroundings).findings;
}
std::string afterDraft(const std::string& body, const Surroundings& surroundings = {}) {
  return findings(std::string(kDraft) + "\n" + body, surroundings);
}

TEST(Parse, ReadsEveryStageKindAndAttribute) {
  const Reading reading = read(R"(<workflow xmlns="urn:chancery:workflow" id="order" label="3"
    title="Приказ" template="order" profile="gost">
  <stage id="draft" kind="draft" title="Проект" due="P5D"/>
  <stage id="form" kind="check" profile="strict" on-errors="draft"/>
  <stage id="form2" kind="check" by="role:clerk" remark="required" author="allowed"/>
  <stage id="visas" kind="coordinate" mode="parallel" quorum="any" due="3wd" on-refuse="draft" remark="optional">
    <reviewer by="person:k2" when="cost &gt; 0"/>
    <group mode="sequential"><reviewer by="role:a"/><reviewer by="author"/></group>
  </stage>
  <stage id="sign" kind="sign" by="role:head" on-refuse="visas" remark="required"><signature level="qualified"/></stage>
  <stage id="number" kind="register" by="role:clerk"><registration series="orders"/></stage>
  <stage id="site" kind="publish" to="orders/new" formats="docx"/>
  <allow act="recall" by="author" before="sign" to="draft"/>
  <allow act="cancel" by="role:head" before="sign" remark="required"/>
</workflow>)");
  ASSERT_EQ(reading.findings, "");
  const Definition& d = *reading.definition;
  EXPECT_EQ(d.id, "order");
  EXPECT_EQ(d.label, "3");
  EXPECT_EQ(d.title, "Приказ");
  EXPECT_EQ(d.templateName, "order");
  EXPECT_EQ(d.profile, "gost");
  ASSERT_EQ(d.stages.size(), 7u);

  EXPECT_EQ(d.stages[0].title, "Проект");
  EXPECT_EQ(d.stages[0].by->text(), "author");
  EXPECT_EQ(d.stages[0].due, (Term{5, false}));
  EXPECT_EQ(d.stages[1].title, "Проверка оформления");
  EXPECT_FALSE(d.stages[1].by);
  EXPECT_EQ(d.stages[1].profile, "strict");
  EXPECT_FALSE(d.stages[1].remarkRequired);
  EXPECT_TRUE(d.stages[2].authorMayAct);
  EXPECT_TRUE(d.stages[2].remarkRequired);
  EXPECT_FALSE(d.stages[3].remarkRequired);
  EXPECT_EQ(d.stages[3].due, (Term{3, true}));
  EXPECT_EQ(d.stages[3].returnTo, 0u);
  const Review& review = d.stages[3].review;
  EXPECT_EQ(review.order, Review::Order::parallel);
  EXPECT_EQ(review.quorum, Quorum{.count = 1});
  ASSERT_EQ(review.members.size(), 2u);
  EXPECT_EQ(review.members[0].by.text(), "person:k2");
  EXPECT_EQ(review.members[0].when, "cost > 0");
  EXPECT_EQ(review.members[1].order, Review::Order::sequential);
  EXPECT_EQ(review.members[1].members[1].by.text(), "author");
  EXPECT_EQ(d.stages[4].signature, "qualified");
  EXPECT_EQ(d.stages[4].returnTo, 3u);
  EXPECT_EQ(d.stages[4].series, "");
  EXPECT_EQ(d.stages[5].series, "orders");
  EXPECT_EQ(d.stages[6].to, "orders/new");
  EXPECT_EQ(d.stages[6].formats, std::vector<std::string>{"docx"});
  EXPECT_EQ(d.formats(), std::vector<std::string>{"docx"});
  EXPECT_EQ(d.questions().conditions, std::vector<std::string>{"cost > 0"});
  ASSERT_EQ(d.allows.size(), 2u);
  EXPECT_EQ(d.allows[0].act, Allow::Act::recall);
  EXPECT_EQ(d.allows[0].before, 4u);
  EXPECT_EQ(d.allows[0].to, 0u);
  EXPECT_FALSE(d.allows[0].remarkRequired);
  EXPECT_EQ(d.allows[1].act, Allow::Act::cancel);
  EXPECT_EQ(d.allows[1].before, 4u);
  EXPECT_TRUE(d.allows[1].remarkRequired);
}

TEST(Parse, RefusalsReturnToTheNearestDraftUnlessTold) {
  const Core core = coreOf(R"(<stage id="a" kind="draft"/><stage id="b" kind="draft"/>
    <stage id="c" kind="sign" by="role:x"/>)");
  EXPECT_EQ(core.definition.stages[2].returnTo, 1u);
  EXPECT_EQ(core.definition.formats(), (std::vector<std::string>{"pdf", "docx"}));
}

TEST(Parse, CoordinationNeedsRemarksUnlessLifted) {
  const Core core = coreOf(
      R"(<stage id="a" kind="draft"/><stage id="b" kind="coordinate"><reviewer by="role:x"/></stage>)");
  EXPECT_TRUE(core.definition.stages[1].remarkRequired);
  EXPECT_EQ(core.definition.stages[1].review.order, Review::Order::sequential);
}

TEST(Parse, ReadyMadeWorkflowsAreRight) {
  const Surroundings office{
      {"author", "clerk", "deputy-head", "accountant", "lawyer", "head"}, {}, {"orders", "personnel"}};
  for (const char* name : {"appendix", "order", "personnel-order", "report", "roadmap"}) {
    const Reading reading = read(
        readFile(std::string(CHANCERY_PROJECT_DIR "/workflows/") + name + ".workflow.xml", 1 << 20),
        office);
    EXPECT_EQ(reading.findings, "") << name;
    ASSERT_TRUE(reading.definition) << name;
    EXPECT_EQ(reading.definition->id, name);
  }
}

// ---- broken definitions: code, line, column, hint ----

TEST(BrokenWorkflow, UnknownElement) {
  EXPECT_EQ(afterDraft(R"(<stagge id="x" kind="draft"/>)"),
            "3:1 X130 unknown element “stagge” | did you mean “stage”?\n");
}

TEST(BrokenWorkflow, UnknownAttribute) {
  EXPECT_EQ(afterDraft(R"(<stage id="s" kind="sign" by="role:x" duee="3wd"/>)"),
            "3:39 X132 the element “stage” has no attribute “duee” | did you mean “due”?\n");
}

TEST(BrokenWorkflow, UnknownStageKind) {
  EXPECT_EQ(afterDraft(R"(<stage id="s" kind="sing" by="role:x"/>)"),
            "3:15 X134 the attribute “kind” cannot have the value “sing” | did you mean “sign”?\n");
}

TEST(BrokenWorkflow, NotWellFormed) {
  const Reading reading =
      read("<workflow xmlns=\"urn:chancery:workflow\" id=\"w\">\n  <stage>\n</workflow>");
  EXPECT_FALSE(reading.definition);
  EXPECT_EQ(reading.findings.substr(0, 9), "3:1 X110 ");
}

TEST(BrokenWorkflow, WrongNamespace) {
  const Reading reading = read("<workflow id=\"w\"/>");
  EXPECT_FALSE(reading.definition);
  EXPECT_EQ(
      reading.findings,
      "1:1 X136 the root element must be “workflow” in the namespace “urn:chancery:workflow”\n");
}

TEST(BrokenWorkflow, EntityBomb) {
  const Reading reading =
      read("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<workflow>&b;</workflow>");
  EXPECT_FALSE(reading.definition);
  EXPECT_EQ(reading.findings.substr(0, 9), "1:1 X103 ");
}

TEST(BrokenWorkflow, LargerThanAMegabyte) {
  const std::string stage = "<stage id=\"d\" kind=\"draft\"/>";
  const std::size_t around = workflow(stage + "<!---->").size();
  const auto sized = [&](std::size_t bytes) {
    return findings(stage + "<!--" + std::string(bytes - around, ' ') + "-->");
  };
  EXPECT_EQ(sized(1u << 20), "");
  EXPECT_NE(sized((1u << 20) + 1).find("X104 "), std::string::npos);
}

TEST(BrokenWorkflow, NoStages) {
  EXPECT_EQ(findings(""),
            "1:1 K101 the workflow has no stage | add <stage id=\"draft\" kind=\"draft\"/>\n");
}

TEST(BrokenWorkflow, MustBeginWithADraft) {
  EXPECT_EQ(
      findings(R"(<stage id="s" kind="sign" by="role:x"/>)"),
      "2:1 K102 a workflow must begin with a draft stage | put a stage of kind=\"draft\" first\n");
}

TEST(BrokenWorkflow, DuplicateStage) {
  EXPECT_EQ(
      afterDraft(R"(<stage id="draft" kind="sign" by="role:x"/>)"),
      "3:8 K103 the stage “draft” already stands on line 2 | give the stages different ids\n");
}

TEST(BrokenWorkflow, UnknownStageInOnRefuse) {
  EXPECT_EQ(afterDraft(R"(<stage id="s" kind="sign" by="role:x" on-refuse="dratf"/>)"),
            "3:39 K104 the workflow has no stage “dratf” | did you mean “draft”?\n");
}

TEST(BrokenWorkflow, UnknownStageInAllow) {
  EXPECT_EQ(afterDraft(R"(<allow act="recall" by="author" before="sing" to="drafts"/>)"),
            "3:33 K104 the workflow has no stage “sing” | allowed: draft\n"
            "3:47 K104 the workflow has no stage “drafts” | did you mean “draft”?\n");
}

TEST(BrokenWorkflow, ReturnToALaterStage) {
  EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\" on-refuse=\"t\"/>\n"
                       "<stage id=\"t\" kind=\"sign\" by=\"role:x\" on-refuse=\"t\"/>"),
            "3:39 K105 a document can return only to an earlier stage, and “t” comes later"
            " | earlier stages: draft\n"
            "4:39 K105 a document can return only to an earlier stage, and “t” comes later"
            " | earlier stages: draft, s\n");
}

TEST(BrokenWorkflow, ReturnToAnAutomaticStage) {
  EXPECT_EQ(afterDraft("<stage id=\"f\" kind=\"check\"/>\n"
                       "<stage id=\"g\" kind=\"check\" on-errors=\"f\"/>"),
            "4:28 K106 a document can return only to a stage where people act, and “f” runs by "
            "itself\n");
}

TEST(BrokenWorkflow, WrongSelector) {
  for (const char* by : {"head", "role:", "role:a b", "roles:x", "person:", ""}) {
    EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\" by=\"" + std::string(by) + "\"/>"),
              "3:27 K107 it is not clear who acts: “" + std::string(by) +
                  "” | write author, role:ROLE or person:PERSON\n");
  }
}

TEST(BrokenWorkflow, UnknownRolePersonAndSeries) {
  const Surroundings office{{"head", "lawyer"}, {"k1"}, {"orders"}};
  EXPECT_EQ(afterDraft("<stage id=\"c\" kind=\"coordinate\"><reviewer by=\"role:lawer\"/>"
                       "<reviewer by=\"person:k7\"/></stage>\n"
                       "<stage id=\"s\" kind=\"sign\" by=\"role:head\"><registration "
                       "series=\"order\"/></stage>",
                       office),
            "3:43 K108 the office has no role “lawer” | did you mean “lawyer”?\n"
            "3:70 K109 the office has no person “k7” | did you mean “k1”?\n"
            "4:56 K110 the office has no number series “order” | did you mean “orders”?\n");
}

TEST(BrokenWorkflow, WrongTerm) {
  for (const char* due : {"3", "wd", "0wd", "P0D", "PD", "3d", "-1wd", "3.5wd", "9999wd", "+3wd"}) {
    EXPECT_EQ(
        afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\" due=\"" + std::string(due) +
                   "\"/>"),
        "3:39 K111 the term “" + std::string(due) +
            "” is not understood | “3wd” is three working days, “P5D” is five calendar days, "
            "“date:deadline” a day in the data\n");
  }
}

TEST(BrokenWorkflow, NobodyReviews) {
  EXPECT_EQ(afterDraft("<stage id=\"c\" kind=\"coordinate\"/>\n"
                       "<stage id=\"e\" kind=\"coordinate\"><group/></stage>"),
            "3:1 K112 nobody reviews: “c” has no reviewers | add <reviewer by=\"role:…\"/>\n"
            "4:33 K112 nobody reviews: “group” has no reviewers | add <reviewer by=\"role:…\"/>\n");
}

TEST(BrokenWorkflow, WrongQuorum) {
  const auto group = [](const std::string& attributes) {
    return afterDraft("<stage id=\"c\" kind=\"coordinate\"><group " + attributes +
                      "><reviewer by=\"role:a\"/><reviewer by=\"role:b\"/></group></stage>");
  };
  const std::string forms = " | write all, any, a whole number from 1 or a share: 2/3, 60%\n";
  EXPECT_EQ(group("quorum=\"most\""),
            "3:40 K113 the number of visas “most” is not understood" + forms);
  EXPECT_EQ(group("quorum=\"0\""), "3:40 K113 the number of visas “0” is not understood" + forms);
  EXPECT_EQ(group("quorum=\"2x\""), "3:40 K113 the number of visas “2x” is not understood" + forms);
  EXPECT_EQ(group("quorum=\"3\""),
            "3:40 K114 3 visas are wanted of 2 reviewers: the stage can never end\n");
  EXPECT_EQ(group("mode=\"sequential\" quorum=\"1\""),
            "3:58 K115 the number of visas “1” makes sense only among parallel reviewers"
            " | add mode=\"parallel\" or remove quorum\n");
  EXPECT_EQ(group("quorum=\"2\""), "");
  EXPECT_EQ(group("quorum=\"all\""), "");
}

TEST(BrokenWorkflow, ConditionIsNoXPath) {
  const std::string text = afterDraft(
      R"(<stage id="c" kind="coordinate"><reviewer by="role:a" when="cost ="/></stage>)");
  EXPECT_EQ(text.substr(0, 3), "3:6") << text;
  EXPECT_NE(text.find(" X"), std::string::npos) << text;
}

TEST(BrokenWorkflow, WhatBelongsToAnotherKind) {
  EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\" quorum=\"1\"><reviewer "
                       "by=\"role:y\"/></stage>"),
            "3:39 K117 the attribute “quorum” means nothing on a stage of kind “sign”"
            " | it stands on stages: coordinate\n"
            "3:50 K118 the element “reviewer” means nothing on a stage of kind “sign”"
            " | it stands on stages: coordinate\n");
}

TEST(BrokenWorkflow, NobodyActs) {
  EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\"/>\n<stage id=\"a\" kind=\"approve\"/>"),
            "3:1 K119 it is not stated who acts at the stage “s” | add by=\"role:…\"\n"
            "4:1 K119 it is not stated who acts at the stage “a” | add by=\"role:…\"\n");
}

TEST(BrokenWorkflow, RegistrationWithoutSeries) {
  EXPECT_EQ(afterDraft(R"(<stage id="r" kind="register" by="role:x"/>)"),
            "3:1 K120 the registration stage “r” names no number series"
            " | add <registration series=\"…\"/>\n");
}

TEST(BrokenWorkflow, RegisteredTwice) {
  const std::string registration = "><registration series=\"o\"/></stage>\n";
  EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\"" + registration +
                       "<stage id=\"r\" kind=\"register\" by=\"role:x\"" + registration),
            "4:1 K121 the document is registered at “s” already"
            " | a document is registered once: remove the second one\n");
  EXPECT_EQ(afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\"><registration series=\"o\"/>"
                       "<registration series=\"o\"/></stage>"),
            "3:65 K125 the element “registration” stands twice on a stage\n");
}

TEST(BrokenWorkflow, PublishedBeforeSigned) {
  EXPECT_EQ(afterDraft(R"(<stage id="p" kind="publish"/>)"),
            "3:1 K122 there is nothing to publish at “p”: the document is neither signed nor "
            "approved yet | put this stage after signing or approval\n");
}

TEST(BrokenWorkflow, UnknownFormatAndFolderOutside) {
  const std::string start =
      "<stage id=\"s\" kind=\"sign\" by=\"role:x\"/>\n<stage id=\"p\" kind=\"publish\" ";
  EXPECT_EQ(afterDraft(start + "formats=\"pdf doc\"/>"),
            "4:30 K123 unknown format “doc” | did you mean “docx”?\n");
  for (const char* to : {"../x", "/etc", "a\\b"}) {
    EXPECT_EQ(afterDraft(start + "to=\"" + to + "\"/>"),
              "4:30 K127 “" + std::string(to) +
                  "” leads out of the site folder | write the name of a folder inside it, such as "
                  "“orders”\n");
  }
}

TEST(BrokenWorkflow, AllowedTwice) {
  const std::string allow = "<allow act=\"cancel\" by=\"author\" before=\"draft\"/>\n";
  EXPECT_EQ(afterDraft(allow + allow),
            "4:1 K124 “cancel” is already allowed on line 3 | keep one of them\n");
}

// An author must not be able to carry a document past those who have to sign it.
TEST(BrokenWorkflow, RecallLeadsToAnEarlierDraft) {
  const std::string stages =
      "<stage id=\"s\" kind=\"sign\" by=\"role:x\"/><stage id=\"p\" kind=\"publish\"/>\n";
  const auto recall = [&](const std::string& attributes) {
    return afterDraft(stages + "<allow act=\"recall\" by=\"author\" " + attributes + "/>");
  };
  const std::string hint = " | name a draft stage in to, such as to=\"draft\"\n";
  const auto notTo = [&](const std::string& id) {
    return "4:44 K130 a document is recalled only to a draft stage that stands earlier than "
           "before, "
           "not to “" +
           id + "”" + hint;
  };
  EXPECT_EQ(recall("before=\"s\" to=\"draft\""), "");
  EXPECT_EQ(recall("before=\"s\""),
            "4:1 K129 it is not stated where a recalled document goes back to" + hint);
  EXPECT_EQ(recall("before=\"s\" to=\"p\""), notTo("p"));
  EXPECT_EQ(recall("before=\"s\" to=\"s\""), notTo("s"));
  EXPECT_EQ(afterDraft("<stage id=\"e\" kind=\"draft\"/>" + stages +
                       "<allow act=\"recall\" by=\"author\" before=\"draft\" to=\"e\"/>"),
            "4:48 K130 a document is recalled only to a draft stage that stands earlier than "
            "before, not to “e”" +
                hint);
  EXPECT_EQ(recall("before=\"p\" to=\"draft\""),
            "4:33 K132 after the stage “s” the document is signed, approved or registered: it "
            "cannot be recalled or cancelled any more | write before=\"s\" or an earlier stage\n");
}

TEST(BrokenWorkflow, CancelLeadsNowhere) {
  EXPECT_EQ(
      afterDraft("<allow act=\"cancel\" by=\"author\" before=\"draft\" to=\"draft\"/>"),
      "3:48 K131 a cancelled document goes back to nowhere: to means nothing here | remove to\n");
}

TEST(BrokenWorkflow, NothingIsAllowedAfterApprovingOrRegistering) {
  for (const char* settled : {"<stage id=\"s\" kind=\"approve\" by=\"role:x\"/>",
                              "<stage id=\"s\" kind=\"register\" by=\"role:x\">"
                              "<registration series=\"n\"/></stage>"}) {
    const std::string text = afterDraft(std::string(settled) +
                                        "<stage id=\"p\" kind=\"publish\"/>\n"
                                        "<allow act=\"cancel\" by=\"author\" before=\"p\"/>");
    EXPECT_TRUE(text.starts_with("4:33 K132 after the stage “s”")) << text;
  }
}

TEST(BrokenWorkflow, TemplatesAndProfilesAreNamedNotTheirFiles) {
  const std::string said =
      "” is no name: templates and style profiles are named, not their files | put the file into "
      "the office's folder doc-templates and name it without folder and .xml\n";
  EXPECT_EQ(read("<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" "
                 "template=\"a/b\" profile=\"p.xml\">\n<stage id=\"d\" kind=\"draft\"/>"
                 "<stage id=\"c\" kind=\"check\" profile=\"../p\"/></workflow>")
                .findings,
            "1:58 K133 “a/b" + said + "1:73 K133 “p.xml" + said + "2:56 K133 “../p" + said);
  EXPECT_EQ(read("<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" "
                 "template=\"gost-7.0\"><stage id=\"d\" kind=\"draft\"/></workflow>")
                .findings,
            "");
}

TEST(BrokenWorkflow, DraftAfterSigning) {
  EXPECT_EQ(
      afterDraft("<stage id=\"s\" kind=\"sign\" by=\"role:x\"/>\n<stage id=\"d\" kind=\"draft\"/>"),
      "4:1 K126 the draft stage “d” cannot come after signing\n");
}

TEST(BrokenWorkflow, WrongId) {
  EXPECT_EQ(findings(R"(<stage id="a b" kind="draft"/>)"),
            "2:8 K128 the id “a b” must consist of Latin letters, digits, “-” and “_”\n");
}

TEST(BrokenWorkflow, AllErrorsOfAFileAtOnce) {
  const std::string text = afterDraft(
      "<stage id=\"s\" kind=\"sign\" due=\"soon\"/>\n<stage id=\"s\" kind=\"publish\" "
      "formats=\"odt\"/>\n"
      "<allow act=\"recall\" by=\"boss\" before=\"x\"/>");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 7) << text;
}

// ---- words ----

TEST(Words, OutcomesAreFoundByEnglishWordAndRussianButton) {
  EXPECT_EQ(findOutcome("agree"), Outcome::agree);
  EXPECT_EQ(findOutcome("согласовать"), Outcome::agree);
  EXPECT_EQ(findOutcome("Согласовать с замечаниями"), Outcome::agreeWithRemarks);
  EXPECT_EQ(findOutcome("согласовано"), Outcome::agree);
  EXPECT_EQ(findOutcome("НЕ СОГЛАСОВАТЬ"), Outcome::refuse);
  EXPECT_EQ(findOutcome("return"), Outcome::sendBack);
  EXPECT_EQ(findOutcome("register"), Outcome::registration);
  EXPECT_EQ(findOutcome("maybe"), std::nullopt);
  EXPECT_EQ(wordsOf(Outcome::sign).button.russian, "Подписать");
  EXPECT_EQ(wordsOf(StageKind::approve).title.russian, "Утверждение");
}

TEST(Words, TermsAgreeInRussian) {
  const auto words = [](int days, bool working) {
    return Term{days, working}.inWords(Language::russian);
  };
  EXPECT_EQ(words(1, true), "1\u00A0рабочий день");
  EXPECT_EQ(words(3, true), "3\u00A0рабочих дня");
  EXPECT_EQ(words(5, true), "5\u00A0рабочих дней");
  EXPECT_EQ(words(11, false), "11\u00A0дней");
  EXPECT_EQ(words(14, false), "14\u00A0дней");
  EXPECT_EQ(words(21, false), "21\u00A0день");
  EXPECT_EQ(words(22, false), "22\u00A0дня");
  EXPECT_EQ((Term{1, true}).inWords(Language::english), "1 working day");
  EXPECT_EQ((Term{2, false}).inWords(Language::english), "2 days");
  EXPECT_EQ(parseTerm("3wd")->text(), "3wd");
  EXPECT_EQ(parseTerm("P10D")->text(), "P10D");
  EXPECT_EQ(parseTerm("3650wd")->days, 3650);
  EXPECT_FALSE(parseTerm("3651wd"));
}

}  // namespace
}  // namespace chancery::flow
