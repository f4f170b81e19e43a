#include "diagram/bpmn.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "support.h"
#include "support/reading.h"

namespace chancery::diagram {
namespace {

using testing::ReadText;

void collect(const xml::Node& node, std::vector<const xml::Node*>& all) {
  if (node.isElement()) all.push_back(&node);
  for (const xml::Node& child : node.children) collect(child, all);
}

/// A BPMN file, taken apart by what its own text says.
class Bpmn {
 public:
  explicit Bpmn(const std::string& text) {
    testing::readInto(read_, text);
    collect(read_.root, all);
    for (const xml::Node* node : all) {
      const std::string id(node->attribute("id"));
      if (id.empty()) continue;
      if (!byId.emplace(id, node).second) twice.insert(id);
    }
  }

  std::vector<const xml::Node*> named(std::string_view name) const {
    std::vector<const xml::Node*> found;
    for (const xml::Node* node : all) {
      if (node->name == name) found.push_back(node);
    }
    return found;
  }

  Box boundsOf(const std::string& element) const {
    const xml::Node* bounds = byId.at("shape-" + element)->findChild("Bounds");
    const auto number = [&](const char* name) {
      return std::stoi(std::string(bounds->attribute(name)));
    };
    return {number("x"), number("y"), number("width"), number("height")};
  }

  std::vector<const xml::Node*> all;
  std::map<std::string, const xml::Node*> byId;
  std::set<std::string> twice;
  bool isRead() const { return !read_.diagnostics.hasErrors(); }

 private:
  ReadText read_;
};

Bpmn bpmnOf(const flow::Definition& definition, const Names& names = {}) {
  return Bpmn(toBpmn(drawingOf(processOf(definition, names))));
}

bool isFlowNode(const xml::Node& node) {
  return node.name.ends_with("Task") || node.name.ends_with("Gateway") ||
         node.name.ends_with("Event") || node.name == "subProcess" ||
         node.name == "callActivity";
}

std::set<std::string> children(const xml::Node& node, std::string_view name) {
  std::set<std::string> texts;
  for (const xml::Node& child : node.children) {
    if (child.isElement() && child.name == name) texts.insert(child.textContent());
  }
  return texts;
}

bool touches(const xml::Node& waypoint, const Box& box) {
  const int x = std::stoi(std::string(waypoint.attribute("x")));
  const int y = std::stoi(std::string(waypoint.attribute("y")));
  const bool isInside = x >= box.x && x <= box.right() && y >= box.y && y <= box.bottom();
  return isInside && (x == box.x || x == box.right() || y == box.y || y == box.bottom());
}

void expectWhole(const Bpmn& bpmn) {
  ASSERT_TRUE(bpmn.isRead());
  EXPECT_TRUE(bpmn.twice.empty()) << *bpmn.twice.begin();
  static const std::regex kName("[A-Za-z_][A-Za-z0-9_.-]*");
  for (const auto& [id, node] : bpmn.byId) EXPECT_TRUE(std::regex_match(id, kName)) << id;

  std::map<std::string, std::set<std::string>> incoming;
  std::map<std::string, std::set<std::string>> outgoing;
  for (const xml::Node* flow : bpmn.named("sequenceFlow")) {
    const std::string id(flow->attribute("id"));
    const std::string from(flow->attribute("sourceRef"));
    const std::string to(flow->attribute("targetRef"));
    ASSERT_TRUE(bpmn.byId.contains(from) && isFlowNode(*bpmn.byId.at(from))) << id;
    ASSERT_TRUE(bpmn.byId.contains(to) && isFlowNode(*bpmn.byId.at(to))) << id;
    outgoing[from].insert(id);
    incoming[to].insert(id);
    ASSERT_TRUE(bpmn.byId.contains("edge-" + id)) << id;
    const xml::Node* edge = bpmn.byId.at("edge-" + id);
    std::vector<const xml::Node*> points;
    for (const xml::Node& child : edge->children) {
      if (child.name == "waypoint") points.push_back(&child);
    }
    ASSERT_GE(points.size(), 2u) << id;
    EXPECT_TRUE(touches(*points.front(), bpmn.boundsOf(from))) << id;
    EXPECT_TRUE(touches(*points.back(), bpmn.boundsOf(to))) << id;
  }
  std::map<std::string, std::string> laneOf;
  for (const xml::Node* lane : bpmn.named("lane")) {
    for (const std::string& id : children(*lane, "flowNodeRef")) {
      EXPECT_TRUE(laneOf.emplace(id, lane->attribute("id")).second) << id << " is in two lanes";
    }
  }
  for (const xml::Node* node : bpmn.all) {
    if (!isFlowNode(*node)) continue;
    const std::string id(node->attribute("id"));
    EXPECT_EQ(children(*node, "incoming"), incoming[id]) << id;
    EXPECT_EQ(children(*node, "outgoing"), outgoing[id]) << id;
    const Box box = bpmn.boundsOf(id);
    const bool isInside = id.starts_with("cancel-");
    ASSERT_TRUE(isInside || laneOf.contains(id)) << id << " is in no lane";
    EXPECT_TRUE(bpmn.boundsOf(isInside ? "cancel" : laneOf[id]).contains(box)) << id;
    if (node->name == "boundaryEvent") {
      const Box host = bpmn.boundsOf(std::string(node->attribute("attachedToRef")));
      EXPECT_EQ(box.center().y, host.bottom()) << id;
    }
  }
}

TEST(Bpmn, ReadyMadeRoutesAreWhole) {
  for (const flow::Definition& definition : readyMade()) expectWhole(bpmnOf(definition));
  expectWhole(bpmnOf(everything()));
}

TEST(Bpmn, RandomRoutesAreWhole) {
  for (unsigned seed = 1000; seed < 1100; ++seed) {
    SCOPED_TRACE(seed);
    expectWhole(bpmnOf(route(randomRoute(seed))));
    if (HasFatalFailure()) return;
  }
}

/// Token counts as BPMN 2.0 has them, clause 13.3: one comes into a fork and one leaves by each
/// way; a join takes one from each of its ways. So the ways of a fork must meet in its join, each
/// by a single flow.
TEST(Bpmn, ForksAndJoinsMatch) {
  for (unsigned seed = 2000; seed < 2100; ++seed) {
    const Bpmn bpmn = bpmnOf(route(randomRoute(seed)));
    std::map<std::string, std::size_t> ways;
    for (const char* name : {"parallelGateway", "complexGateway"}) {
      for (const xml::Node* gateway : bpmn.named(name)) {
        const std::string id(gateway->attribute("id"));
        const bool isFork = id.starts_with("fork");
        const std::size_t in = children(*gateway, "incoming").size();
        const std::size_t out = children(*gateway, "outgoing").size();
        EXPECT_EQ(isFork ? in : out, 1u) << id << " seed " << seed;
        const std::size_t own = isFork ? out : in;
        const auto [other, isFirst] = ways.emplace(id.substr(4), own);
        EXPECT_TRUE(isFirst || other->second == own) << id << " seed " << seed;
      }
    }
    for (const xml::Node* node : bpmn.all) {
      if (!node->name.ends_with("Task")) continue;
      EXPECT_EQ(children(*node, "incoming").size(), 1u) << node->attribute("id");
      EXPECT_EQ(children(*node, "outgoing").size(), 1u) << node->attribute("id");
    }
  }
}

TEST(Bpmn, StagesBecomeTheElementsThatFitThem) {
  const Bpmn bpmn = bpmnOf(everything());
  const auto kindOf = [&](const char* id) { return bpmn.byId.at(id)->name; };
  EXPECT_EQ(kindOf("task_draft"), "userTask");
  EXPECT_EQ(kindOf("task_plans"), "callActivity");
  EXPECT_EQ(kindOf("task_norms"), "serviceTask");
  EXPECT_EQ(kindOf("decision_norms"), "exclusiveGateway");
  EXPECT_EQ(kindOf("fork1-1_visas"), "parallelGateway");
  EXPECT_EQ(kindOf("join1-1_visas"), "complexGateway");
  EXPECT_EQ(kindOf("join1-1-4_visas"), "parallelGateway");
  EXPECT_EQ(kindOf("overdue-task_sign"), "boundaryEvent");
  EXPECT_EQ(kindOf("escalation-task_sign"), "endEvent");
  EXPECT_EQ(kindOf("effect_number"), "serviceTask");
  EXPECT_EQ(kindOf("task_mail"), "serviceTask");
  EXPECT_EQ(kindOf("task_site"), "userTask");
  EXPECT_EQ(kindOf("effect_site"), "serviceTask");
  EXPECT_EQ(kindOf("after_control"), "intermediateCatchEvent");
  EXPECT_EQ(kindOf("cancel"), "subProcess");
  EXPECT_EQ(kindOf("cancel-terminate"), "terminateEventDefinition");
  EXPECT_EQ(kindOf("recall"), "textAnnotation");
  EXPECT_EQ(bpmn.byId.at("join1-1_visas")->findChild("activationCondition")->textContent(),
            "не менее 2 из тех, кого спросили; если их меньше – все");
  const auto repeat = [&](const char* id) {
    return bpmn.byId.at(id)
        ->findChild("multiInstanceLoopCharacteristics")
        ->attribute("isSequential");
  };
  EXPECT_EQ(repeat("task_read"), "true");
  EXPECT_EQ(repeat("task_again"), "false");
  EXPECT_EQ(repeat("task_control"), "false");
  EXPECT_EQ(bpmn.byId.at("task_draft")->findChild("multiInstanceLoopCharacteristics"), nullptr);
}

TEST(Bpmn, ConditionsAreXPathWithADefault) {
  const Bpmn bpmn = bpmnOf(everything());
  const xml::Node* choice = bpmn.byId.at("when1-2_visas");
  const std::string otherwise(choice->attribute("default"));
  ASSERT_TRUE(bpmn.byId.contains(otherwise));
  EXPECT_EQ(bpmn.byId.at(otherwise)->findChild("conditionExpression"), nullptr);
  const xml::Node* taken = bpmn.byId.at("flow-when1-2_visas--visa1-2_visas");
  const xml::Node* condition = taken->findChild("conditionExpression");
  ASSERT_NE(condition, nullptr);
  EXPECT_EQ(condition->textContent(), "cost > 100000");
  EXPECT_EQ(condition->attribute("language"), "http://www.w3.org/1999/XPath");
}

TEST(Bpmn, TimersSayHowLong) {
  const Bpmn bpmn = bpmnOf(route(R"(<stage id="d" kind="draft"/>
    <stage id="a" kind="sign" by="role:h" due="3wd" on-overdue="return"/>
    <stage id="b" kind="file" by="role:h" after="P10D"/>
    <stage id="c" kind="file" by="role:h" after="date:approvalDate"/>)"));
  const auto timer = [&](const char* id) {
    const xml::Node& first = bpmn.byId.at(id)->children.front();
    return first.name + ' ' + first.textContent();
  };
  EXPECT_EQ(timer("timer-overdue-task_a"), "timeDuration 3wd");
  EXPECT_EQ(timer("timer-after_b"), "timeDuration P10D");
  EXPECT_EQ(timer("timer-after_c"), "timeDate approvalDate");
  EXPECT_EQ(bpmn.byId.at("overdue-task_a")->attribute("cancelActivity"), "true");
}

TEST(Bpmn, LanesBearTheNamesOfPosts) {
  const Bpmn bpmn = bpmnOf(everything(), {.titles = {{"role:head", "Начальник <отдела> & «Ко»"}}});
  EXPECT_EQ(bpmn.byId.at("lane_role_3a_head")->attribute("name"), "Начальник <отдела> & «Ко»");
  EXPECT_EQ(bpmn.byId.at("lane_role_3a_lawyer")->attribute("name"), "lawyer");
  EXPECT_EQ(bpmn.byId.at("lane_author")->attribute("name"), "Автор документа");
  const xml::Node* owner = bpmn.byId.at("owner-task_sign");
  EXPECT_EQ(owner->textContent(), "role:head");
}

TEST(Bpmn, ALineFeedInANameIsKept) {
  const std::string text = toBpmn(drawingOf(processOf(approval(), {})));
  EXPECT_NE(text.find("name=\"Согласование&#10;срок – 3\u00A0рабочих дня\""), std::string::npos);
}

TEST(Bpmn, SpeaksEnglish) {
  const std::string text = toBpmn(drawingOf(
      processOf(route("<stage id=\"d\" kind=\"draft\" title=\"Draft\"/>"
                      "<stage id=\"s\" kind=\"sign\" by=\"role:h\" title=\"Sign\" due=\"2wd\"/>",
                      "Order"),
                {.language = Language::english})));
  for (const char c : {'\xD0', '\xD1'}) EXPECT_EQ(text.find(c), std::string::npos);
  EXPECT_NE(text.find("due in 2 working days"), std::string::npos) << text;
}

}  // namespace
}  // namespace chancery::diagram
