#include "document/vocabulary.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "support/reading.h"

namespace chancery::document {
namespace {

TEST(Vocabulary, StandsInTheOrderOfTheKinds) {
  for (std::size_t i = 0; i < vocabulary().size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(vocabulary()[i].kind), i) << vocabulary()[i].name;
    EXPECT_EQ(findRule(vocabulary()[i].name), &vocabulary()[i]);
  }
  EXPECT_EQ(vocabulary().size(), static_cast<std::size_t>(Kind::lineBreak) + 1);
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
