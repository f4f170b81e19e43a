#include "document/vocabulary.h"

#include <gtest/gtest.h>

#include <cstdlib>

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

// docs/schemas/document.xsd is made from the vocabulary: CHANCERY_UPDATE_GOLDENS=1 writes it anew.
TEST(Vocabulary, SchemaFileIsUpToDate) {
  const std::string path = std::string(CHANCERY_PROJECT_DIR) + "/docs/schemas/document.xsd";
  if (std::getenv("CHANCERY_UPDATE_GOLDENS")) writeFile(path, schemaText());
  EXPECT_EQ(findFile(path, 1 << 20).value_or(""), schemaText());
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
