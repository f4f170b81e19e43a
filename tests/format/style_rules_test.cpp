#include "format/style_rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace chancery::format {
namespace {

TEST(StyleRules, StandInTheOrderOfTheirNames) {
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(styleRules()[i].style), i) << styleRules()[i].name;
    EXPECT_LE(styleRules()[i].like, styleRules()[i].style) << styleRules()[i].name;
  }
}

TEST(StyleRules, NamesAreThereOnce) {
  std::set<std::string> names, ids, wordNames;
  for (const StyleRule& rule : styleRules()) {
    EXPECT_TRUE(names.insert(std::string(rule.name)).second) << rule.name;
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_TRUE(wordNames.insert(rule.wordName).second) << rule.wordName;
  }
}

// ECMA-376 part 1, 17.7.4.9: a comma ends the name, and an alias follows.
TEST(StyleRules, NamesInWordHoldNoComma) {
  for (const StyleRule& rule : styleRules())
    EXPECT_EQ(std::string(rule.wordName).find(','), std::string::npos) << rule.wordName;
}

}  // namespace
}  // namespace chancery::format
