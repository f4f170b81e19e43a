#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "document/document.h"

namespace chancery::check {

/// The cells of a table by their columns.
class Grid {
 public:
  explicit Grid(const document::Node& table) : table_(table) {
    for (const document::Node& child : table.children) addColumn(child);
  }

  std::size_t columns() const { return columns_.size(); }
  /// The words over a column, of its lowest level; "" past the last.
  std::string title(std::size_t column) const {
    return column < columns_.size() ? columns_[column]->plainText() : std::string();
  }
  const document::Node& column(std::size_t column) const { return *columns_[column]; }

  /// Calls `row` with the cells that begin in each row, null where one from above reaches in, and
  /// `section` with each section row between them.
  template <typename Row, typename Section>
  void visitRows(Row&& row, Section&& section) {
    std::vector<int> taken(columns_.size(), 0);
    std::vector<const document::Node*> cells;
    for (const document::Node& child : table_.children) {
      if (child.kind == document::Kind::sectionRow) section(child);
      if (child.kind != document::Kind::row) continue;
      place(child, taken, cells);
      row(static_cast<const std::vector<const document::Node*>&>(cells));
    }
  }
  template <typename Row>
  void visitRows(Row&& row) {
    visitRows(row, [](const document::Node&) {});
  }

 private:
  void addColumn(const document::Node& node) {
    if (node.kind != document::Kind::column) return;
    const std::size_t before = columns_.size();
    for (const document::Node& child : node.children) addColumn(child);
    if (columns_.size() == before) columns_.push_back(&node);
  }

  static int span(const document::Node& cell, document::Attribute attribute) {
    const std::string_view text = cell.attribute(attribute);
    int number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  void place(const document::Node& row, std::vector<int>& taken,
             std::vector<const document::Node*>& cells) const {
    cells.assign(columns_.size(), nullptr);
    std::size_t column = 0;
    const auto skip = [&] {
      while (column < taken.size() && taken[column] > 0) --taken[column++];
    };
    for (const document::Node& cell : row.children) {
      skip();
      if (column >= columns_.size()) return;
      cells[column] = &cell;
      const int rows = span(cell, document::Attribute::rows);
      for (int i = span(cell, document::Attribute::columns); i > 0 && column < taken.size(); --i) {
        taken[column++] = rows - 1;
      }
    }
    skip();
  }

  const document::Node& table_;
  std::vector<const document::Node*> columns_;
};

}  // namespace chancery::check
