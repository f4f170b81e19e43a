#include <optional>

#include "diff/outline.h"
#include "document/table_grid.h"
#include "lang/letters.h"

namespace chancery::diff {
namespace {

using document::Attribute;
using document::Kind;
using document::Node;

/// «3.2» of a cell that says «3.2.».
std::string numberIn(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == ')')) {
    text.pop_back();
  }
  return text;
}

class TableOutline {
 public:
  TableOutline(const Node& table, WordBook& book) : table_(table), grid_(table), book_(book) {}

  Entry run() {
    Entry entry;
    entry.step.kind = Kind::table;
    entry.step.title = plain(table_.attribute(Attribute::title));
    findColumns(entry);
    if (!entry.step.title.empty()) {
      addLeaf(entry, Kind::table, Role::caption, entry.step.title);
    }
    grid_.visitRows([&](const std::vector<const Node*>& cells) { addRow(entry, cells); },
                    [&](const Node& section) { addSection(entry, section); });
    for (const Node& child : table_.children) {
      if (child.kind == Kind::source) addLeaf(entry, Kind::source, Role::plain, flatText(child));
    }
    return entry;
  }

 private:
  void addLeaf(Entry& entry, Kind kind, Role role, std::string text) {
    Entry leaf;
    leaf.step.kind = kind;
    leaf.step.role = role;
    leaf.text = std::move(text);
    seal(leaf, book_);
    entry.children.push_back(std::move(leaf));
  }

  void findColumns(Entry& entry) {
    for (std::size_t column = 0; column < grid_.columns(); ++column) {
      const Node& node = grid_.column(column);
      const std::string title = plain(grid_.title(column));
      const std::string_view counted = node.attribute(Attribute::number);
      if (!number_ && (!counted.empty() || title.starts_with("№"))) {
        number_ = column;
        isCounted_ = counted == "yes" || counted == "section";
        startsAnew_ = counted == "section";
        continue;
      }
      isRoadMap_ = isRoadMap_ || lang::toLower(std::string_view(title)).starts_with("мероприят");
      entry.columns.push_back({std::string(node.attribute(Attribute::id)), title});
    }
  }

  void addRow(Entry& entry, const std::vector<const Node*>& cells) {
    const bool isTotal = nextRow().attribute(Attribute::total) == "yes";
    Entry row;
    row.step.kind = Kind::row;
    row.step.row = ++rows_;
    if (isRoadMap_) row.step.role = Role::measure;
    std::size_t at = 0;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      std::string text = cells[column] ? flatText(*cells[column]) : std::string();
      if (number_ == column) {
        const bool isCounted = isCounted_ && !isTotal && cells[column];
        if (text.empty() && isCounted) text = std::to_string(++count_);
        row.step.number = numberIn(std::move(text));
        continue;
      }
      Entry cell;
      cell.step.kind = Kind::cell;
      cell.step.title = entry.columns[at++].title;
      cell.text = std::move(text);
      seal(cell, book_);
      row.children.push_back(std::move(cell));
    }
    seal(row, book_);
    entry.children.push_back(std::move(row));
  }

  /// The node of the row that the grid visits now.
  const Node& nextRow() {
    while (table_.children[place_].kind != Kind::row) ++place_;
    return table_.children[place_++];
  }

  void addSection(Entry& entry, const Node& node) {
    Entry section;
    section.step.kind = Kind::sectionRow;
    section.text = flatText(node);
    section.step.title = section.text.substr(0, section.text.find('\n'));
    seal(section, book_);
    entry.children.push_back(std::move(section));
    if (startsAnew_) count_ = 0;
  }

  const Node& table_;
  document::TableGrid grid_;
  WordBook& book_;
  std::optional<std::size_t> number_;  ///< the column of row numbers
  bool isCounted_ = false;             ///< they are given by the engine
  bool startsAnew_ = false;
  bool isRoadMap_ = false;
  std::size_t place_ = 0;  ///< in the table's children, behind the last row
  int rows_ = 0;
  int count_ = 0;
};

}  // namespace

Entry outlineTable(const Node& table, WordBook& book) {
  return TableOutline(table, book).run();
}

Entry onlyColumns(const Entry& table, const std::vector<std::size_t>& columns, WordBook& book) {
  Entry reduced = table;
  reduced.columns.clear();
  for (const std::size_t column : columns) reduced.columns.push_back(table.columns[column]);
  for (Entry& row : reduced.children) {
    if (!row.isRow()) continue;
    std::vector<Entry> cells;
    for (const std::size_t column : columns) cells.push_back(std::move(row.children[column]));
    row.children = std::move(cells);
    seal(row, book);
  }
  seal(reduced, book);
  return reduced;
}

}  // namespace chancery::diff
