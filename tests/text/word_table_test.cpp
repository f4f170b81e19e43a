#include "text/word_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chancery::text {
namespace {

std::unique_ptr<Shaped> word(std::string text) {
  auto shaped = std::make_unique<Shaped>();
  shaped->text = std::move(text);
  return shaped;
}

TEST(WordTable, EveryWordIsFoundAndStaysWhereItIs) {
  WordTable table;
  EXPECT_EQ(table.find("приказ"), nullptr);
  std::vector<const Shaped*> kept;
  for (int i = 0; i < 1000; ++i) kept.push_back(&table.add(word("слово" + std::to_string(i))));
  for (int i = 0; i < 1000; ++i) {
    const std::string text = "слово" + std::to_string(i);
    const Shaped* found = table.find(text);
    ASSERT_EQ(found, kept[static_cast<std::size_t>(i)]);
    EXPECT_EQ(found->text, text);
  }
  EXPECT_EQ(table.find("слово"), nullptr);
  EXPECT_EQ(table.find("слово1000"), nullptr);
}

TEST(WordTable, ForgetsAllWhenCleared) {
  WordTable table;
  table.add(word("приказ"));
  table.clear();
  EXPECT_EQ(table.find("приказ"), nullptr);
  EXPECT_EQ(table.find(""), nullptr);
  const Shaped& again = table.add(word("приказ"));
  EXPECT_EQ(table.find("приказ"), &again);
}

}  // namespace
}  // namespace chancery::text
