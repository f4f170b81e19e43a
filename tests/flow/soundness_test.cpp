#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "proof_support.h"
#include "support.h"
#include "unsound_definitions.h"

namespace chancery::flow {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDraft = "<stage id=\"d\" kind=\"draft\"/>\n";
constexpr const char* kSign = "<stage id=\"s\" kind=\"sign\" by=\"role:head\"/>\n";

std::string findings(const std::string& body, const std::vector<Colleague>& staff = {}) {
  return proven(workflow(body), staff).findings;
}

/// «LINE:COLUMN CODE» of each finding.
std::string codes(const std::string& text) {
  std::string result;
  for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1) {
    const std::size_t end = text.find(' ', text.find(' ', start) + 1);
    result += (result.empty() ? "" : ";") + text.substr(start, end - start);
  }
  return result;
}

// ---- unsound definitions ----

class UnsoundDefinition : public testing::TestWithParam<Unsound> {};

TEST_P(UnsoundDefinition, IsFoundWithTheShortestPath) {
  const std::string found = findings(GetParam().body);
  EXPECT_EQ(codes(found), GetParam().findings) << found;
  const std::string first = found.substr(0, found.find('\n'));
  const std::string text = first.substr(0, first.find(" | "));
  EXPECT_TRUE(text.ends_with(GetParam().path)) << found;
}

INSTANTIATE_TEST_SUITE_P(Soundness, UnsoundDefinition, testing::ValuesIn(kUnsound),
                         [](const auto& named) { return named.param.name; });

TEST(Soundness, ThereAreSixtyUnsoundDefinitions) { EXPECT_GE(kUnsound.size(), 60u); }

// ---- findings that no definition leads to: cores that are broken by hand ----

std::string found(Core core, std::size_t stages) {
  Places places;
  for (std::size_t i = 0; i < stages; ++i) places.stages.push_back({"f", static_cast<int>(i) + 1, 1});
  Diagnostics diagnostics;
  prove(core, places, {}, diagnostics);
  diagnostics.sort();
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += std::to_string(d.place.line) + ' ' + std::string(d.message->code) + ' ' +
              d.text(Language::russian) + '\n';
  }
  return result;
}

Node& nodeOf(Core& core, EffectKind effect) {
  for (Node& node : core.nodes) {
    if (node.kind == Node::Kind::effect && node.effect == effect) return node;
  }
  ADD_FAILURE() << "no such effect";
  return core.nodes.front();
}

TEST(BrokenCore, AWayThatNeverEnds) {
  Core core = coreOf(std::string(kDraft) + kSign + "<stage id=\"p\" kind=\"publish\"/>");
  nodeOf(core, EffectKind::publish).next = core.entries[2];
  const std::string text = found(core, 3);
  EXPECT_TRUE(text.starts_with("1 K201 ")) << text;
}

TEST(BrokenCore, AStageThatIsPassedBy) {
  Core core = coreOf(std::string(kDraft) + kSign + "<stage id=\"p\" kind=\"publish\"/>");
  nodeOf(core, EffectKind::renderFinal).next = core.nodes.size() - 1;
  EXPECT_EQ(found(core, 3), "3 K202 до этапа «Размещение на сайте» документ никогда не доходит\n");
}

TEST(BrokenCore, TwoWorksAtOnce) {
  Core core = coreOf(std::string(kDraft) +
                     "<stage id=\"v\" kind=\"coordinate\" mode=\"parallel\"><reviewer by=\"role:a\"/>"
                     "<reviewer by=\"role:b\"/></stage>" + kSign);
  for (Node& node : core.nodes) {
    if (node.kind == Node::Kind::ask && core.stageOf(node).id == "v") {
      node.kind = Node::Kind::effect;
      node.effect = EffectKind::checkForm;
    }
  }
  const std::string text = found(core, 3);
  EXPECT_NE(text.find("2 K206 на этапе «Согласование» две работы идут одновременно. Путь: "
                      "«Подготовка проекта»: Отправить\n"),
            std::string::npos)
      << text;
}

TEST(BrokenCore, PublicationWithoutTheSignedFile) {
  Core core = coreOf(std::string(kDraft) + kSign + "<stage id=\"p\" kind=\"publish\"/>");
  for (Node& node : core.nodes) {
    if (node.kind == Node::Kind::ask && core.stageOf(node).id == "s") node.next = core.entries[2];
  }
  EXPECT_EQ(found(core, 3),
            "3 K222 на этапе «Размещение на сайте» нет подписанного файла этой редакции. Путь: "
            "«Подготовка проекта»: Отправить → «Подписание»: Подписать\n");
}

TEST(BrokenCore, ANumberThatIsReservedAndLeft) {
  Core core = coreOf(std::string(kDraft) +
                     "<stage id=\"s\" kind=\"sign\" by=\"role:h\"><registration series=\"o\"/></stage>");
  nodeOf(core, EffectKind::renderFinal).next = core.nodes.size() - 1;
  const std::string text = found(core, 2);
  EXPECT_NE(text.find("2 K225 "), std::string::npos) << text;
}

TEST(BrokenCore, AnAnswerThatIsNotTaken) {
  Core core = coreOf(std::string(kDraft) + kSign);
  core.nodes.front().outcomes.push_back(Outcome::submit);
  EXPECT_EQ(found(core, 2), "");
  // A task whose stage offers what no effect of its kind takes.
  for (Node& node : core.nodes) {
    if (node.kind == Node::Kind::ask && core.stageOf(node).id == "s") node.outcomes.clear();
  }
  const std::string text = found(core, 2);
  EXPECT_NE(text.find("K201"), std::string::npos) << text;
}

// ---- an office ----

const std::vector<Colleague> kStaff = {
    {"k1", {"head"}}, {"k2", {"deputy"}}, {"k3", {"deputy"}}, {"k4", {}}};

TEST(Office, ARoleThatNobodyHolds) {
  EXPECT_EQ(codes(findings(std::string(kDraft) +
                               "<stage id=\"v\" kind=\"coordinate\"><reviewer by=\"role:deputy\"/>"
                               "<reviewer by=\"role:lawyer\"/></stage>\n"
                               "<stage id=\"s\" kind=\"sign\" by=\"role:deputy\"/>",
                           kStaff)),
            "3:1 K203");
}

TEST(Office, RolesOfTermsAndReadersAreHeldToo) {
  const std::string text = findings(
      std::string(kDraft) +
          "<stage id=\"s\" kind=\"sign\" by=\"role:deputy\" due=\"1wd\" on-overdue=\"escalate\" "
          "escalate-to=\"role:chief\"/>\n<stage id=\"r\" kind=\"acquaint\" each=\"role:staff\"/>",
      kStaff);
  EXPECT_EQ(codes(text), "3:1 K203;4:1 K203") << text;
}

constexpr const char* kHeadsDraft = "<stage id=\"d\" kind=\"draft\" by=\"role:head\"/>\n";

TEST(Office, WhereOnlyTheHeadMayWriteAndSignDocumentsStop) {
  EXPECT_EQ(findings(std::string(kHeadsDraft) + kSign, kStaff),
            "3:1 K204 кто бы ни готовил документ, на этапе «Подписание» он остановится: role:head – это "
            "только автор. Путь: «Подготовка проекта»: Отправить | назначьте в office.xml ещё одного "
            "сотрудника, передачу руководителю (on-overdue=\"escalate\") или разрешите это: "
            "author=\"allowed\"\n");
  EXPECT_EQ(findings(std::string(kHeadsDraft) +
                         "<stage id=\"s\" kind=\"sign\" by=\"role:head\" author=\"allowed\"/>",
                     kStaff),
            "");
}

TEST(Office, WhereOthersMayWriteTheStartWarns) {
  EXPECT_EQ(findings(std::string(kDraft) + kSign, kStaff), "");
  EXPECT_EQ(findings("<stage id=\"d\" kind=\"draft\" by=\"role:deputy\"/>\n" + std::string(kSign),
                     kStaff),
            "");
}

TEST(Office, ATermThatEscalatesHelpsTheOnlyHolder) {
  EXPECT_EQ(findings(std::string(kHeadsDraft) +
                         "<stage id=\"s\" kind=\"sign\" by=\"role:head\" due=\"1wd\" "
                         "on-overdue=\"escalate\" escalate-to=\"role:deputy\"/>",
                     kStaff),
            "");
}

TEST(Office, ASupervisorHelpsTheOnlyReviewer) {
  const std::string stages = std::string(kHeadsDraft) +
                             "<stage id=\"v\" kind=\"coordinate\"><reviewer by=\"role:head\"/></stage>"
                             "<stage id=\"s\" kind=\"sign\" by=\"role:deputy\"/>";
  EXPECT_EQ(codes(findings(stages, kStaff)), "3:1 K204");
  std::string text = workflow(stages);
  text.insert(text.find(" id="), " supervisor=\"role:deputy\"");
  EXPECT_EQ(proven(text, kStaff).findings, "");
}

// ---- sound definitions ----

TEST(Soundness, ReadyMadeWorkflowsAreProven) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(CHANCERY_PROJECT_DIR "/workflows")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".workflow.xml")) continue;
    ++count;
    const Proven result = proven(readFile(path, 1 << 20));
    EXPECT_EQ(result.findings, "") << path;
    EXPECT_TRUE(result.proof.isWhole);
    EXPECT_GE(result.proof.states, 10u);
    EXPECT_LT(result.proof.states, 2'000u) << path;
  }
  EXPECT_GE(count, 2u);
}

std::string groupOf(int size, const std::string& attributes, const std::string& member) {
  std::string members;
  for (int i = 0; i < size; ++i) {
    std::string text = member;
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#')) {
      text.replace(at, 1, std::to_string(i));
    }
    members += text;
  }
  return std::string(kDraft) + "<stage id=\"v\" kind=\"coordinate\" mode=\"parallel\" " + attributes +
         ">" + members + "</stage>\n" + kSign;
}

std::size_t statesOf(const std::string& body) {
  const Proven result = proven(workflow(body));
  EXPECT_TRUE(result.proof.isWhole) << result.findings;
  return result.proof.states;
}

TEST(Soundness, AHundredAlikeAreCounted) {
  const char* reviewer = "<reviewer by=\"role:r#\"/>";
  EXPECT_EQ(statesOf(groupOf(100, "", reviewer)), 205u);  // open ones, failed or not, and the rest
  EXPECT_EQ(statesOf(groupOf(50, "", reviewer)), 105u);
  EXPECT_EQ(statesOf(groupOf(100, "quorum=\"any\"", reviewer)), 106u);
  EXPECT_EQ(statesOf(groupOf(40, "quorum=\"50%\"", reviewer)), 445u);
  EXPECT_EQ(statesOf(groupOf(20, "resume=\"refused\"", reviewer)), 299u);
}

TEST(Soundness, ConditionsOfMembersThatAreAlikeAreCounted) {
  const char* reviewer = "<reviewer by=\"role:r#\" when=\"c#\"/>";
  EXPECT_EQ(statesOf(groupOf(10, "", reviewer)), 117u);
  EXPECT_LT(statesOf(groupOf(30, "", reviewer)), 1'100u);
}

TEST(Soundness, GroupsThatAreAlikeAreCounted) {
  EXPECT_LT(statesOf(groupOf(6, "",
                             "<group mode=\"sequential\"><reviewer by=\"role:r#\"/><group>"
                             "<reviewer by=\"role:a#\"/><reviewer by=\"role:b#\"/></group></group>")),
            400u);
}

TEST(Soundness, TooMuchIsSaid) {
  const std::string body = groupOf(100, "", "<reviewer by=\"role:r#\"/>");
  Places places;
  places.workflow = {"f", 1, 1};
  places.stages.resize(3, {"f", 2, 1});
  Diagnostics diagnostics;
  const Proof proof = prove(coreOf(body), places, {}, diagnostics, 100);
  EXPECT_FALSE(proof.isWhole);
  EXPECT_EQ(proof.states, 100u);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].text(Language::english),
            "not proven: there are more than 100 states, or too many combinations of conditions");
  EXPECT_EQ(diagnostics.all()[0].severity, Severity::warning);
}

}  // namespace
}  // namespace chancery::flow
