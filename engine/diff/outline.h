#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diff/diff.h"
#include "diff/words.h"

/// For the comparison alone: a document as the list of what a reader could point at.
namespace chancery::diff {

/// A column of a table that holds text (one of row numbers does not).
struct Column {
  std::string id;
  std::string title;

  bool operator==(const Column&) const = default;
};

struct Entry {
  Step step;
  std::optional<Step> below;  ///< the heading that it stands under
  std::string text;           ///< its own words
  std::string stamp;          ///< what is compared beside them: the content of a file
  std::vector<Entry> children;
  std::vector<Column> columns;  ///< of a table; the cells of each row stand in their order

  std::uint64_t hash = 0;            ///< of everything but numbers
  std::vector<std::uint32_t> words;  ///< of all text in it, sorted; short words left out

  bool isTable() const { return step.kind == document::Kind::table && step.role == Role::plain; }
  bool isRow() const { return step.kind == document::Kind::row; }
};

/// Fills `hash` and `words` of an entry whose children have theirs.
void seal(Entry& entry, WordBook& book);

/// The whole document; its children are those of its parts, then the appendices.
Entry outline(const Version& version, WordBook& book);

/// For the makers of entries.
std::string ownText(const document::Node& node);
/// All text of a node, a line for each paragraph or item.
std::string flatText(const document::Node& node);

/// A table with its rows as children.
Entry outlineTable(const document::Node& table, WordBook& book);

/// A table with only these of its columns, in this order.
Entry onlyColumns(const Entry& table, const std::vector<std::size_t>& columns, WordBook& book);

}  // namespace chancery::diff
