#include <gtest/gtest.h>

#include <set>

#include "base/file.h"
#include "format/profile.h"
#include "support/reading.h"

// docs/schemas/profile.xsd, from which editors complete, says what the program checks.
namespace chancery::format {
namespace {

const xml::Node* findNamed(const xml::Node& node, std::string_view type, std::string_view name) {
  for (const xml::Node& child : node.children) {
    if (child.name == type && child.attribute("name") == name) return &child;
    if (const xml::Node* found = findNamed(child, type, name)) return found;
  }
  return nullptr;
}

class ProfileSchema : public ::testing::Test {
 protected:
  ProfileSchema() {
    const std::string project = CHANCERY_PROJECT_DIR;
    readInto(schema_, readFile(project + "/docs/schemas/profile.xsd", 1 << 20));
    gost_ = readFile(project + "/doc-templates/styles/gost-7.0.97-2025.profile.xml", 1 << 20);
  }

  /// Codes of the findings after `text` was put in front of the profile's end.
  std::string codesWith(const std::string& text) {
    std::string changed = gost_;
    changed.insert(changed.rfind("</profile>"), text);
    testing::ReadText read;
    readInto(read, changed);
    readProfile(read.root, read.sources, read.diagnostics);
    std::string codes;
    for (const Diagnostic& d : read.diagnostics.all()) codes += std::string(d.message->code) + ' ';
    return codes;
  }

  testing::ReadText schema_;
  std::string gost_;
};

TEST_F(ProfileSchema, EveryElementItNamesIsKnown) {
  for (const xml::Node& element : schema_.root.children) {
    if (element.name != "element") continue;
    const std::string name(element.attribute("name"));
    if (name == "profile" || name == "level") continue;
    EXPECT_EQ(codesWith('<' + name + "/>").find("F101"), std::string::npos) << name;
  }
  EXPECT_NE(codesWith("<chapter/>").find("F101"), std::string::npos);
}

TEST_F(ProfileSchema, EveryAttributeAndValueItNamesIsTaken) {
  int seen = 0;
  for (const xml::Node& element : schema_.root.children) {
    if (element.name != "element") continue;
    const std::string name(element.attribute("name"));
    if (name == "profile" || name == "level" || name == "list") continue;
    const xml::Node* type = element.findChild("complexType");
    ASSERT_TRUE(type) << name;
    for (const xml::Node& attribute : type->children) {
      if (attribute.name != "attribute") continue;
      ++seen;
      const std::string attributeName(attribute.attribute("name"));
      // Put in front of the profile's own element, which then counts as the second.
      std::string changed = gost_;
      const std::size_t at = changed.find('<' + name + ' ') + 1 + name.size();
      const std::size_t end = changed.find('>', at);
      if (changed.substr(at, end - at).find(' ' + attributeName + '=') != std::string::npos) continue;
      const std::string kind(attribute.attribute("type"));
      const xml::Node* first = nullptr;
      for (const xml::Node* n = &attribute; n; n = n->findChild("simpleType") ? n->findChild("simpleType") : n->findChild("restriction")) {
        if (const xml::Node* value = n->findChild("enumeration")) {
          first = value;
          break;
        }
      }
      const std::string value = first ? std::string(first->attribute("value"))
                                : kind == "length" ? "1mm" : kind == "yesNo" ? "yes" : "1";
      changed.insert(at, ' ' + attributeName + "=\"" + value + '"');
      testing::ReadText read;
      readInto(read, changed);
      readProfile(read.root, read.sources, read.diagnostics);
      EXPECT_EQ(testing::codesOf(read.diagnostics), "") << name << '/' << attributeName;
    }
  }
  EXPECT_GT(seen, 50);
}

TEST_F(ProfileSchema, NamesEveryStyle) {
  const xml::Node* style = findNamed(schema_.root, "element", "style");
  ASSERT_TRUE(style);
  const xml::Node* name = findNamed(*style, "attribute", "name");
  ASSERT_TRUE(name);
  std::set<std::string> stated;
  const xml::Node* restriction = name->findChild("simpleType")->findChild("restriction");
  for (const xml::Node& value : restriction->children) {
    if (value.isElement()) stated.emplace(value.attribute("value"));
  }
  EXPECT_EQ(stated.size(), kStyleCount);
  for (const StyleRule& rule : styleRules()) EXPECT_TRUE(stated.contains(std::string(rule.name))) << rule.name;
  for (const std::string& one : stated) {
    EXPECT_NE(gost_.find("<style name=\"" + one + '"'), std::string::npos) << one;
  }
}

}  // namespace
}  // namespace chancery::format
