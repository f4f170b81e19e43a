#pragma once

#include <vector>

#include "format/blocks.h"

/// The columns of one table: widths, what they tell their cells, and the header above them.
namespace chancery::format {

/// What the columns of one table tell its rows; one entry for each column that cells stand in.
struct Columns {
  enum class Numbers : std::uint8_t { none, throughout, bySection };

  std::vector<const document::Node*> nodes;
  std::vector<std::optional<Align>> aligns;
  std::vector<VerticalAlign> verticalAligns;
  std::vector<Numbers> numbers;       ///< columns of row numbers
  std::vector<std::size_t> groups;    ///< columns whose equal cells are merged

  std::size_t count() const { return nodes.size(); }
};

/// The node's columns without those that only head others.
std::vector<const document::Node*> leafColumns(const document::Node& node);

Columns readColumns(const document::Node& table);

Column parseColumn(Context& context, const document::Node& column);

VerticalAlign parseVerticalAlign(std::string_view name, VerticalAlign absent);

/// The header of a table or of a section in it: a row for each level of columns, none without
/// titles. `count` is the number of columns of the table.
void appendHeaderRows(Context& context, const document::Node& node, std::size_t count, bool repeat,
                      std::vector<Row>& rows);

/// Merges equal neighbouring cells of each grouping column in rows [first, end), groups of one
/// column within the groups of those before it. Only plain words are compared: empty cells, spans,
/// tables, pictures and notes stay as they are.
void mergeGroups(const std::vector<std::size_t>& columns, std::size_t count,
                 std::vector<Row>::iterator first, std::vector<Row>::iterator end);

}  // namespace chancery::format
