#include <algorithm>
#include <charconv>
#include <optional>

#include "check/finder.h"
#include "check/messages.h"
#include "document/table_grid.h"

// Numbers that people typed: the rows of a table, clauses that bring their own.
namespace chancery::check {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

using Number = std::vector<int>;

/// "3", "3.", "1.2.3."; nothing for other text. `end` is set behind it.
std::optional<Number> parseNumber(std::string_view text, std::size_t& end) {
  Number number;
  end = 0;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    int value = 0;
    const auto [rest, error] = std::from_chars(text.data() + end, text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    number.push_back(value);
    end = static_cast<std::size_t>(rest - text.data());
    if (end == text.size() || text[end] != '.') break;
    ++end;
  }
  if (number.empty()) return std::nullopt;
  return number;
}

std::optional<Number> parseNumber(std::string_view text) {
  std::size_t end = 0;
  auto number = parseNumber(text, end);
  return end == text.size() ? number : std::nullopt;
}

/// Whether `next` goes on from `number`: 3 → 4, 1.2 → 1.3, 2, 1.2.1.
bool follows(const Number& number, const Number& next) {
  if (next.size() > number.size() + 1) return false;
  if (next.size() == number.size() + 1) {
    return next.back() == 1 && std::equal(number.begin(), number.end(), next.begin());
  }
  for (std::size_t i = 0; i + 1 < next.size(); ++i) {
    if (next[i] != number[i]) return false;
  }
  return next.back() - 1 == number[next.size() - 1];
}

bool begins(const Number& number) {
  return number.back() == 1;
}

std::string cellText(const Node& cell) {
  std::string text = cell.plainText();
  if (text.empty() && !cell.children.empty()) text = cell.children.front().plainText();
  return text;
}

void testColumn(Finder& finder, document::TableGrid& grid, std::size_t column) {
  std::optional<Number> last;
  std::string lastText;
  bool isNewSection = true;
  grid.visitRows(
      [&](const std::vector<const Node*>& cells) {
        const Node* cell = cells[column];
        if (!cell) return;
        std::string text = cellText(*cell);
        const auto number = parseNumber(text);
        if (!number) return;
        const bool isFirst = !last.has_value();
        const bool isRight = isFirst ? begins(*number)
                                     : follows(*last, *number) || (isNewSection && begins(*number));
        if (!isRight && isFirst) {
          finder.add(messages::kFirstNumber, *cell, {text}).hint(messages::kNumberItself);
        } else if (!isRight) {
          finder.add(messages::kNumberHole, *cell, {lastText, text}).hint(messages::kNumberItself);
        }
        last = number;
        lastText = std::move(text);
        isNewSection = false;
      },
      [&](const Node&) { isNewSection = true; });
}

void testTable(Finder& finder, const Node& table) {
  document::TableGrid grid(table);
  for (std::size_t column = 0; column < grid.columns(); ++column) {
    const bool isNumbers = grid.title(column).starts_with("№");
    if (isNumbers && grid.column(column).attribute(Attribute::number).empty()) {
      testColumn(finder, grid, column);
    }
  }
}

/// «2.1. Провести …» in a clause that gets its number anyway.
void testClause(Finder& finder, const Node& clause) {
  const Node* words = &clause;
  for (const Node& child : clause.children) {
    if (!words->text.empty()) break;
    if (child.kind == Kind::paragraph) words = &child;
  }
  const std::string text = words->plainText();
  std::size_t end = 0;
  const auto number = parseNumber(text, end);
  // «5 рабочих дней …» is no number of a clause, nor is «01.09.2026 …».
  const bool isClosed =
      number && end > 0 && (text[end - 1] == '.' || text.substr(end).starts_with(")"));
  const std::size_t behind = isClosed && text[end - 1] != '.' ? end + 1 : end;
  if (!isClosed || behind >= text.size() || text[behind] != ' ') return;
  finder.add(messages::kTypedNumber, *words, {text.substr(0, behind)}).hint(messages::kDropNumber);
}

}  // namespace

void testNumbering(Finder& finder) {
  walk(finder.document(), [&](const Node& node) {
    if (node.kind == Kind::table) testTable(finder, node);
    if (node.kind == Kind::clause) testClause(finder, node);
  });
}

}  // namespace chancery::check
