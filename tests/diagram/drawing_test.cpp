#include <gtest/gtest.h>

#include <numeric>

#include "support.h"

namespace chancery::diagram {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  return std::accumulate(lines.begin(), lines.end(), std::string(),
                         [](const std::string& a, const std::string& b) { return a + b + '\n'; });
}

std::string problemsOf(const flow::Definition& definition, const Names& names = {}) {
  return joined(diagram::problemsOf(drawingOf(processOf(definition, names))));
}

TEST(Process, OfASmallRoute) {
  EXPECT_EQ(dump(processOf(approval(), {})),
            "start in lane_author at 0/0\n"
            "entry_draft in lane_author at 1/0\n"
            "task_draft in lane_author at 2/0\n"
            "fork1_visas in lane_role_3a_deputy-head at 3/0\n"
            "visa1-1_visas in lane_role_3a_deputy-head at 4/0\n"
            "visa1-2_visas in lane_role_3a_accountant at 4/0\n"
            "join1_visas in lane_role_3a_deputy-head at 5/0\n"
            "decision1_visas in lane_role_3a_deputy-head at 6/0\n"
            "task_approve in lane_role_3a_head at 7/0\n"
            "decision_approve in lane_role_3a_head at 8/0\n"
            "effect_approve in lane_system at 9/0\n"
            "task_publish in lane_system at 10/0\n"
            "end in lane_system at 11/0\n"
            "start -> entry_draft\n"
            "entry_draft -> task_draft\n"
            "task_draft -> fork1_visas\n"
            "fork1_visas -> visa1-1_visas\n"
            "fork1_visas -> visa1-2_visas\n"
            "visa1-1_visas -> join1_visas\n"
            "visa1-2_visas -> join1_visas\n"
            "join1_visas -> decision1_visas\n"
            "decision1_visas -> task_approve [да]\n"
            "task_approve -> decision_approve\n"
            "decision_approve -> effect_approve [да]\n"
            "effect_approve -> task_publish\n"
            "task_publish -> end\n"
            "decision1_visas => entry_draft [нет]\n"
            "decision_approve => entry_draft [нет]\n");
}

TEST(Process, ARefusalInAGroupWaitsForTheOthers) {
  const Process process = processOf(route(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" mode="parallel">
      <reviewer by="role:a"/>
      <group mode="sequential"><reviewer by="role:b"/><reviewer by="role:c" when="x"/></group>
    </stage>)"),
                                    {});
  const std::string text = dump(process);
  EXPECT_NE(text.find("decision1-2-1_v -> when1-2-2_v [да]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("decision1-2-1_v -> merge-branch1-2_v [нет]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("when1-2-2_v -> visa1-2-2_v [да] if x\n"), std::string::npos) << text;
  EXPECT_NE(text.find("when1-2-2_v -> merge-branch1-2_v [нет]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("merge-branch1-2_v -> join1_v\n"), std::string::npos) << text;
  EXPECT_NE(text.find("decision1_v => entry_d [нет]\n"), std::string::npos) << text;
}

TEST(Process, ARefusalAtOnceLeavesTheGroup) {
  const std::string text = dump(processOf(route(R"(<stage id="d" kind="draft"/>
    <stage id="f" kind="check" by="role:c"/>
    <stage id="v" kind="coordinate" mode="parallel">
      <reviewer by="role:a" on-refuse="f"/><reviewer by="role:b"/>
    </stage>)"),
                                          {}));
  EXPECT_NE(text.find("decision1-1_v -> join1_v [да]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("decision1-1_v => entry_f [нет]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("visa1-2_v -> join1_v\n"), std::string::npos) << text;
}

TEST(Process, TermsThatLapseLeadOn) {
  const std::string text = dump(processOf(route(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" due="1wd" on-overdue="agree"><reviewer by="role:a"/></stage>
    <stage id="c" kind="check" by="role:a" due="P2D" on-overdue="return"/>
    <stage id="s" kind="sign" by="role:h" due="1wd" on-overdue="escalate" escalate-to="role:a"/>)"),
                                          {}));
  EXPECT_NE(text.find("overdue-visa1-1_v -> merge-task_c\n"), std::string::npos) << text;
  EXPECT_NE(text.find("overdue-task_c => entry_d\n"), std::string::npos) << text;
  EXPECT_NE(text.find("overdue-task_s -> escalation-task_s\n"), std::string::npos) << text;
}

TEST(Process, OnlyStagesThatAreReturnedToHaveAGatewayBefore) {
  const Process process = processOf(everything(), {});
  std::string entries;
  for (const Node& node : process.nodes) {
    if (node.id.starts_with("entry")) entries += node.id + ' ';
  }
  EXPECT_EQ(entries, "entry_draft entry_form ");
}

TEST(Process, BranchesInOneLaneStandInTheirOwnRows) {
  const Process process = processOf(route(R"(<stage id="d" kind="draft"/>
    <stage id="v" kind="coordinate" mode="parallel">
      <group mode="sequential"><reviewer by="role:a"/><reviewer by="role:b"/></group>
      <group mode="sequential"><reviewer by="role:b"/><reviewer by="role:a"/></group>
      <reviewer by="role:a"/>
    </stage>)"),
                                    {});
  const std::string text = dump(process);
  EXPECT_NE(text.find("visa1-1-1_v in lane_role_3a_a at 4/0\n"), std::string::npos) << text;
  EXPECT_NE(text.find("visa1-2-1_v in lane_role_3a_b at 4/1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("visa1-2-2_v in lane_role_3a_a at 6/1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("visa1-3_v in lane_role_3a_a at 4/2\n"), std::string::npos) << text;
}

TEST(Process, IdsAreNames) {
  EXPECT_EQ(ncName("a-1.b"), "a-1.b");
  EXPECT_EQ(ncName("a_b"), "a_5f_b");
  EXPECT_EQ(ncName("role:юрист"), "role_3a__44e__440__438__441__442_");
  EXPECT_NE(ncName("a_3a_"), ncName("a:"));
}

TEST(Drawing, ReadyMadeRoutesAreClean) {
  const std::vector<flow::Definition> all = readyMade();
  EXPECT_GE(all.size(), 2u);
  for (const flow::Definition& definition : all) {
    EXPECT_EQ(problemsOf(definition), "") << definition.id;
  }
  EXPECT_EQ(problemsOf(approval()), "");
}

TEST(Drawing, EveryKindOfStageIsClean) {
  EXPECT_EQ(problemsOf(everything()), "");
  EXPECT_EQ(problemsOf(everything(), {.language = Language::english}), "");
}

TEST(Drawing, RandomRoutesAreClean) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    const std::string stages = randomRoute(seed);
    ASSERT_EQ(problemsOf(route(stages)), "") << "seed " << seed << '\n' << stages;
  }
}

TEST(Drawing, LongTextStaysInItsBox) {
  std::string title;
  for (int i = 0; i < 400; ++i) title += "Очень длинное название ";
  const std::string word(3000, 'W');
  const flow::Definition definition =
      route("<stage id=\"d\" kind=\"draft\" title=\"" + title +
                "\"/>"
                "<stage id=\"v\" kind=\"coordinate\"><reviewer by=\"role:" +
                word + "\" when=\"a = '" + word + "'\"/></stage>",
            title);
  EXPECT_EQ(problemsOf(definition), "");
  const Drawing drawing = drawingOf(processOf(definition, {}));
  EXPECT_EQ(drawing.shapes[2].label.lines.size(), 6u);
  EXPECT_TRUE(drawing.shapes[2].label.lines.back().ends_with("…"));
  EXPECT_EQ(drawing.title.lines.size(), 3u);
}

TEST(Drawing, IsTheSameEachTime) {
  const Drawing first = drawingOf(processOf(everything(), {}));
  const Drawing second = drawingOf(processOf(everything(), {}));
  ASSERT_EQ(first.edges.size(), second.edges.size());
  for (std::size_t i = 0; i < first.edges.size(); ++i) {
    EXPECT_EQ(first.edges[i].points, second.edges[i].points);
  }
}

TEST(Drawing, HugeDefinitionsDoNotHang) {
  std::string stages = "<stage id=\"s0\" kind=\"draft\"/>";
  for (int i = 1; i < 1500; ++i) {
    const std::string n = std::to_string(i);
    stages += "<stage id=\"s" + n + "\" kind=\"check\" by=\"role:r" + n + "\" on-errors=\"s" +
              std::to_string(i / 2) + "\"/>";
  }
  stages += "<stage id=\"v\" kind=\"coordinate\" mode=\"parallel\">";
  for (int i = 0; i < 8000; ++i) {
    stages += "<group><reviewer by=\"role:q" + std::to_string(i) + "\" when=\"x\"/></group>";
  }
  stages += "</stage>";
  const Drawing drawing = drawingOf(processOf(route(stages), {}));
  EXPECT_GT(drawing.shapes.size(), 30'000u);
}

}  // namespace
}  // namespace chancery::diagram
