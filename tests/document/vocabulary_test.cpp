#include "document/vocabulary.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/file.h"
#include "support/reading.h"

namespace chancery::document {
namespace {

TEST(Vocabulary, HasOneRuleForEachKind) {
  for (const ElementRule& rule : vocabulary()) {
    EXPECT_EQ(&ruleOf(rule.kind), &rule) << rule.name;
    EXPECT_EQ(findRule(rule.name), &rule);
  }
  EXPECT_EQ(vocabulary().size(), kKindCount);
  EXPECT_EQ(findRule("chapter"), nullptr);
}

TEST(Vocabulary, EveryElementIsDescribedInBothLanguages) {
  for (const ElementRule& rule : vocabulary()) {
    EXPECT_FALSE(rule.help.russian.empty()) << rule.name;
    EXPECT_FALSE(rule.help.english.empty()) << rule.name;
  }
}

TEST(Vocabulary, HasAllRequisitesOfTheStandard) {
  std::set<int> numbers;
  for (const ElementRule& rule : vocabulary()) {
    EXPECT_GE(rule.requisite, 0) << rule.name;
    EXPECT_LE(rule.requisite, kRequisiteCount) << rule.name;
    if (rule.requisite) numbers.insert(rule.requisite);
  }
  EXPECT_EQ(numbers.size(), 31u);
}

// ГОСТ Р 7.0.97-2025, the list of requisites.
TEST(Vocabulary, RequisitesBearTheNumbersOfTheStandard) {
  const std::vector<std::pair<int, std::vector<std::string>>> standard{
      {1, {"coat-of-arms"}}, {2, {"emblem"}}, {3, {"trademark"}}, {4, {"form-code"}},
      {5, {"line", "organisation"}}, {6, {"unit"}}, {7, {"post"}}, {8, {"contacts"}}, {9, {"kind"}},
      {10, {"date"}}, {11, {"number"}}, {12, {"reply-to"}}, {13, {"place"}}, {14, {"access"}},
      {15, {"addressee"}}, {16, {"approved", "approved-by"}}, {17, {"title"}},
      {18, {"command", "clauses", "p"}}, {19, {"enclosures", "appendix-mark"}}, {20, {"agreed"}},
      {21, {"visa"}}, {22, {"signature", "joint-signature"}}, {23, {"electronic-signature"}},
      {24, {"seal"}}, {25, {"executor"}}, {26, {"copy-mark"}}, {27, {"receipt"}},
      {28, {"resolution"}}, {29, {"control"}}, {30, {"filing"}}, {31, {"qr-code"}}};
  std::size_t named = 0;
  for (const auto& [number, names] : standard) {
    for (const std::string& name : names) {
      ++named;
      ASSERT_TRUE(findRule(name)) << name;
      EXPECT_EQ(findRule(name)->requisite, number) << name;
    }
  }
  std::size_t numbered = 0;
  for (const ElementRule& rule : vocabulary()) numbered += rule.requisite != 0;
  EXPECT_EQ(numbered, named);
}

// docs/schemas/document.xsd is made from the vocabulary: CHANCERY_UPDATE_GOLDENS=1 writes it anew.
TEST(Vocabulary, SchemaFileIsUpToDate) {
  const std::string path = std::string(CHANCERY_PROJECT_DIR) + "/docs/schemas/document.xsd";
  if (std::getenv("CHANCERY_UPDATE_GOLDENS")) writeFile(path, schemaText());
  EXPECT_EQ(findFile(path, 1 << 20).value_or(""), schemaText());
}

TEST(Vocabulary, TheUsualValueIsOneOfTheFixedOnes) {
  for (const ElementRule& rule : vocabulary()) {
    for (const AttributeRule& attribute : rule.attributes) {
      if (attribute.usual.empty()) continue;
      EXPECT_FALSE(attribute.required) << rule.name << '/' << attribute.name;
      if (attribute.values.empty() || attribute.values == "#") continue;
      const std::string values = '|' + std::string(attribute.values) + '|';
      EXPECT_NE(values.find('|' + std::string(attribute.usual) + '|'), std::string::npos)
          << rule.name << '/' << attribute.name;
    }
  }
}

TEST(Vocabulary, SchemaTellsRequisitesAndUsualValues) {
  const std::string schema = schemaText();
  const auto after = [&](std::string_view element, std::size_t length) {
    return schema.substr(schema.find("<xs:element name=\"" + std::string(element) + "\">"), length);
  };
  EXPECT_TRUE(after("kind", 200).starts_with(
      "<xs:element name=\"kind\">\n  <xs:annotation>\n"
      "    <xs:appinfo source=\"urn:chancery:requisite\">9</xs:appinfo>\n    <xs:documentation"));
  EXPECT_EQ(after("registration", 200).find("appinfo"), std::string::npos);
  EXPECT_NE(after("part", 4000).find("name=\"orientation\" default=\"portrait\">"), std::string::npos);
  EXPECT_NE(after("column", 3000).find("name=\"width\" default=\"auto\" type=\"xs:string\">"),
            std::string::npos);
  EXPECT_NE(after("ref", 1000).find("name=\"to\" use=\"required\" type=\"xs:string\">"),
            std::string::npos);
}

TEST(Vocabulary, SchemaIsWellFormedAndNamesEveryElement) {
  testing::ReadText text;
  readInto(text, schemaText());
  EXPECT_EQ(testing::codesOf(text.diagnostics), "");
  std::size_t elements = 0;
  for (const xml::Node& node : text.root.children) elements += node.name == "element";
  EXPECT_EQ(elements, vocabulary().size() + 1);  // and the root of templates
}

}  // namespace
}  // namespace chancery::document
