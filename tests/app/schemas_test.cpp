#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/office.h"
#include "base/file.h"
#include "check/rules.h"
#include "flow/vocabulary.h"
#include "lang/calendar_reader.h"
#include "scenario/scenario.h"
#include "xml/reader.h"

// The schema files that editors complete from say what the program checks.
namespace chancery::app {
namespace {

struct Rule {
  std::map<std::string, bool> attributes;  ///< name → required
  std::map<std::string, std::set<std::string>> values;
  std::set<std::string> children;
  bool operator==(const Rule&) const = default;
};
using Rules = std::map<std::string, Rule>;

Rules rulesOf(const xml::Vocabulary& vocabulary) {
  Rules rules;
  for (const xml::ElementRule& element : vocabulary.elements) {
    Rule& rule = rules[element.name];
    rule.children = {element.children.begin(), element.children.end()};
    for (const xml::AttributeRule& attribute : element.attributes) {
      rule.attributes[attribute.name] = attribute.required;
      if (!attribute.values.empty()) {
        rule.values[attribute.name] = {attribute.values.begin(), attribute.values.end()};
      }
    }
  }
  return rules;
}

void collectValues(const xml::Node& node, std::set<std::string>& values) {
  for (const xml::Node& child : node.children) {
    if (child.name == "list") continue;  // the program checks lists itself
    if (child.name == "enumeration") values.emplace(child.attribute("value"));
    collectValues(child, values);
  }
}

class Schema {
 public:
  explicit Schema(const std::string& name) {
    Sources sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add(
        name, readFile(std::string(CHANCERY_PROJECT_DIR "/docs/schemas/") + name, 1 << 20));
    root_ = *xml::read(sources, source, {}, diagnostics);
    for (const xml::Node& child : root_.children) {
      if (child.name == "simpleType") types_[std::string(child.attribute("name"))] = &child;
      if (child.name == "attributeGroup") groups_[std::string(child.attribute("name"))] = &child;
    }
  }

  Rules rules() const {
    Rules rules;
    for (const xml::Node& child : root_.children) {
      if (child.name == "element") collect(child, rules[std::string(child.attribute("name"))]);
    }
    return rules;
  }

 private:
  void collect(const xml::Node& node, Rule& rule) const {
    for (const xml::Node& child : node.children) {
      if (child.name == "element") rule.children.emplace(child.attribute("ref"));
      if (child.name == "attribute") {
        const std::string name(child.attribute("name"));
        rule.attributes[name] = child.attribute("use") == "required";
        std::set<std::string> values;
        collectValues(child, values);
        const auto type = types_.find(std::string(child.attribute("type")));
        if (type != types_.end()) collectValues(*type->second, values);
        if (!values.empty()) rule.values[name] = values;
      } else if (child.name == "attributeGroup") {
        collect(*groups_.at(std::string(child.attribute("ref"))), rule);
      } else {
        collect(child, rule);
      }
    }
  }

  xml::Node root_;
  std::map<std::string, const xml::Node*> types_;
  std::map<std::string, const xml::Node*> groups_;
};

std::string text(const Rules& rules) {
  std::string result;
  for (const auto& [name, rule] : rules) {
    result += name + ":";
    for (const auto& [attribute, required] : rule.attributes) {
      result += ' ' + attribute + (required ? "*" : "");
      const auto values = rule.values.find(attribute);
      if (values == rule.values.end()) continue;
      for (const std::string& value : values->second) result += '|' + value;
    }
    for (const std::string& child : rule.children) result += " <" + child + '>';
    result += '\n';
  }
  return result;
}

TEST(Schemas, WorkflowSaysWhatIsChecked) {
  EXPECT_EQ(text(Schema("workflow.xsd").rules()), text(rulesOf(flow::vocabulary())));
}

TEST(Schemas, OfficeSaysWhatIsChecked) {
  EXPECT_EQ(text(Schema("office.xsd").rules()), text(rulesOf(officeVocabulary())));
}

TEST(Schemas, RulesSayWhatIsChecked) {
  EXPECT_EQ(text(Schema("rules.xsd").rules()), text(rulesOf(check::rulesVocabulary())));
}

TEST(Schemas, CalendarSaysWhatIsChecked) {
  EXPECT_EQ(text(Schema("calendar.xsd").rules()), text(rulesOf(lang::calendarVocabulary())));
}

TEST(Schemas, ScenarioSaysWhatIsChecked) {
  EXPECT_EQ(text(Schema("scenario.xsd").rules()), text(rulesOf(scenario::vocabulary())));
}

}  // namespace
}  // namespace chancery::app
