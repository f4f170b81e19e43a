#include <gtest/gtest.h>

#include <map>

#include "base/file.h"
#include "lang/typography.h"

// The table of docs/typography.md tells of every rule, and its examples are true.
namespace chancery::lang {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kColumns = 6;

Row cellsOf(const std::string& line) {
  Row cells;
  std::size_t from = line.find("| ");
  while (from != std::string::npos && from + 2 < line.size()) {
    const std::size_t end = line.find(" |", from + 1);
    if (end == std::string::npos) break;
    cells.push_back(line.substr(from + 2, end - from - 2));
    from = end + 1;
  }
  return cells;
}

/// What stands between backquotes, "~" being a no-break space.
std::vector<std::string> examplesOf(const std::string& cell) {
  std::vector<std::string> examples;
  std::size_t from = cell.find('`');
  while (from != std::string::npos) {
    const std::size_t end = cell.find('`', from + 1);
    if (end == std::string::npos) break;
    std::string example = cell.substr(from + 1, end - from - 1);
    for (std::size_t at = 0; (at = example.find('~', at)) != std::string::npos;) {
      example.replace(at, 1, "\u00A0");
    }
    examples.push_back(example);
    from = cell.find('`', end + 1);
  }
  return examples;
}

/// Rows by the name of their rule.
std::map<std::string, Row> table() {
  const std::string text =
      readFile(std::string(CHANCERY_PROJECT_DIR) + "/docs/typography.md", 1 << 20);
  std::map<std::string, Row> rows;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Row cells = cellsOf(text.substr(at, end - at));
    at = end + 1;
    if (cells.size() != kColumns) continue;
    const auto names = examplesOf(cells[1]);
    if (names.size() == 1) rows.emplace(names[0], cells);
  }
  return rows;
}

TEST(TypographyTable, TellsOfEveryRuleAndNoOther) {
  const auto rows = table();
  EXPECT_EQ(rows.size(), kTypographyRules.size());
  for (const TypographyRule& rule : kTypographyRules) {
    EXPECT_TRUE(rows.contains(std::string(rule.name))) << rule.name;
  }
}

TEST(TypographyTable, StatesTheDefaults) {
  for (const auto& [name, rule] : kTypographyRules) {
    EXPECT_EQ(table()[std::string(name)][5], TypographyRules{}.*rule ? "yes" : "no") << name;
  }
}

TEST(TypographyTable, ItsExamplesAreTrue) {
  for (const auto& [name, rule] : kTypographyRules) {
    TypographyRules rules;
    for (const TypographyRule& other : kTypographyRules) rules.*other.rule = other.rule == rule;
    const Row row = table()[std::string(name)];
    const auto before = examplesOf(row[2]), after = examplesOf(row[3]);
    ASSERT_EQ(before.size(), 1u) << name;
    EXPECT_NE(before, after) << name;
    EXPECT_EQ(typeset(before[0], rules), after[0]) << name;
    EXPECT_FALSE(examplesOf(row[4]).empty()) << name;
    for (const std::string& left : examplesOf(row[4])) EXPECT_EQ(typeset(left, rules), left);
  }
}

}  // namespace
}  // namespace chancery::lang
