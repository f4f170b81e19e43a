#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "document/document.h"

namespace chancery::document {

/// The cells of a table by their columns.
class TableGrid {
 public:
  explicit TableGrid(const Node& table) : table_(table) {
    for (const Node& child : table.children) addColumn(child);
  }

  std::size_t columns() const { return columns_.size(); }
  /// The words over a column, of its lowest level; "" past the last.
  std::string title(std::size_t column) const {
    return column < columns_.size() ? columns_[column]->plainText() : std::string();
  }
  const Node& column(std::size_t column) const { return *columns_[column]; }

  /// Calls `row` with the cells that begin in each row, null where one from above reaches in, and
  /// `section` with each section row between them.
  template <typename Row, typename Section>
  void visitRows(Row&& row, Section&& section) {
    std::vector<int> taken(columns_.size(), 0);
    std::vector<const Node*> cells;
    for (const Node& child : table_.children) {
      if (child.kind == Kind::sectionRow) section(child);
      if (child.kind != Kind::row) continue;
      place(child, taken, cells);
      row(static_cast<const std::vector<const Node*>&>(cells));
    }
  }
  template <typename Row>
  void visitRows(Row&& row) {
    visitRows(row, [](const Node&) {});
  }

 private:
  void addColumn(const Node& node) {
    if (node.kind != Kind::column) return;
    const std::size_t before = columns_.size();
    for (const Node& child : node.children) addColumn(child);
    if (columns_.size() == before) columns_.push_back(&node);
  }

  static int span(const Node& cell, Attribute attribute) {
    const std::string_view text = cell.attribute(attribute);
    int number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  void place(const Node& row, std::vector<int>& taken,
             std::vector<const Node*>& cells) const {
    cells.assign(columns_.size(), nullptr);
    std::size_t column = 0;
    const auto skip = [&] {
      while (column < taken.size() && taken[column] > 0) --taken[column++];
    };
    for (const Node& cell : row.children) {
      skip();
      if (column >= columns_.size()) return;
      cells[column] = &cell;
      const int rows = span(cell, Attribute::rows);
      for (int i = span(cell, Attribute::columns); i > 0 && column < taken.size(); --i) {
        taken[column++] = rows - 1;
      }
    }
    skip();
  }

  const Node& table_;
  std::vector<const Node*> columns_;
};

}  // namespace chancery::document
