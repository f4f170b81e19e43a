#include "format/table_columns.h"

#include <algorithm>
#include <charconv>

#include "format/messages.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

std::vector<const Node*> childrenOf(const Node& node, Kind kind) {
  std::vector<const Node*> found;
  for (const Node& child : node.children) {
    if (child.kind == kind) found.push_back(&child);
  }
  return found;
}

std::size_t depthOf(const Node& node) {
  std::size_t depth = 0;
  for (const Node& child : node.children) {
    if (child.kind == Kind::column) depth = std::max(depth, depthOf(child) + 1);
  }
  return depth;
}

bool hasTitles(const Node& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const Node& child) {
    return child.kind == Kind::column && (!child.text.empty() || hasTitles(child));
  });
}

Cell headerCell(Context& context, StyleName style, const Node* title) {
  Cell cell;
  cell.header = true;
  cell.verticalAlign = VerticalAlign::center;
  if (title && !title->text.empty()) {
    Paragraph paragraph = makeParagraph(context, style, *title);
    paragraph.align.reset();  // a column's alignment is that of its cells
    cell.blocks.push_back(std::move(paragraph));
  }
  return cell;
}

Row emptyHeaderRow(bool repeat) {
  Row row;
  row.split = false;
  row.repeat = repeat;
  row.keepWithNext = true;
  return row;
}

/// A row of header cells from titles that stand side by side. Missing ones stay empty; those past
/// the last column join its cell, so that nothing is lost.
Row flatRow(Context& context, const std::vector<const Node*>& titles, std::size_t count,
            StyleName style, bool repeat) {
  Row row = emptyHeaderRow(repeat);
  for (std::size_t i = 0; i < count; ++i) {
    row.cells.push_back(headerCell(context, style, i < titles.size() ? titles[i] : nullptr));
  }
  for (std::size_t i = count; i < titles.size(); ++i) {
    Cell extra = headerCell(context, style, titles[i]);
    auto& last = row.cells.back().blocks;
    std::move(extra.blocks.begin(), extra.blocks.end(), std::back_inserter(last));
  }
  return row;
}

/// Puts the columns inside `node` into the rows from `level` on; a column that heads no others
/// reaches down to the last level.
void fillLevels(Context& context, const Node& node, std::size_t level, std::size_t levels,
                std::vector<Row>& rows, std::size_t firstRow) {
  for (const Node& column : node.children) {
    if (column.kind != Kind::column) continue;
    Cell cell = headerCell(context, StyleName::tableHeader, &column);
    const std::size_t inside = leafColumns(column).size();
    if (inside > 0) {
      cell.columnSpan = static_cast<int>(inside);
    } else {
      cell.rowSpan = static_cast<int>(levels - level);
    }
    rows[firstRow + level].cells.push_back(std::move(cell));
    if (inside > 0) fillLevels(context, column, level + 1, levels, rows, firstRow);
  }
}

/// The cell's words when it can be merged with one of equal words; nothing otherwise.
std::optional<std::string> wordsOf(const Cell& cell) {
  std::string words;
  if (cell.columnSpan != 1 || cell.rowSpan != 1) return std::nullopt;
  for (const Block& block : cell.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (!paragraph || paragraph->label) return std::nullopt;
    for (const Run& run : paragraph->runs) {
      if (run.field != Run::Field::none) return std::nullopt;
      words += run.text;
    }
    words += '\n';
  }
  return cell.blocks.empty() ? std::nullopt : std::optional(std::move(words));
}

struct Group {
  std::size_t column, row, length;
};

}  // namespace

std::vector<const Node*> leafColumns(const Node& node) {
  std::vector<const Node*> found;
  for (const Node& child : node.children) {
    if (child.kind != Kind::column) continue;
    const auto inside = leafColumns(child);
    if (inside.empty()) {
      found.push_back(&child);
    } else {
      found.insert(found.end(), inside.begin(), inside.end());
    }
  }
  return found;
}

VerticalAlign parseVerticalAlign(std::string_view name, VerticalAlign absent) {
  if (name == "top") return VerticalAlign::top;
  if (name == "center") return VerticalAlign::center;
  if (name == "bottom") return VerticalAlign::bottom;
  return absent;
}

Columns readColumns(const Node& table) {
  Columns columns;
  columns.nodes = leafColumns(table);
  for (std::size_t i = 0; i < columns.nodes.size(); ++i) {
    const Node& node = *columns.nodes[i];
    const std::string_view number = node.attribute(Attribute::number);
    columns.numbers.push_back(number == "yes"       ? Columns::Numbers::throughout
                              : number == "section" ? Columns::Numbers::bySection
                                                    : Columns::Numbers::none);
    auto align = parseAlign(node.attribute(Attribute::align));
    if (!align && columns.numbers.back() != Columns::Numbers::none) align = Align::center;
    columns.aligns.push_back(align);
    columns.verticalAligns.push_back(
        parseVerticalAlign(node.attribute(Attribute::verticalAlign), VerticalAlign::top));
    if (node.attribute(Attribute::group) == "yes") columns.groups.push_back(i);
  }
  return columns;
}

Column parseColumn(Context& context, const Node& node) {
  Column column;
  const std::string_view width = node.attribute(Attribute::width);
  if (width.empty() || width == "auto") return column;
  if (width.back() == '*') {
    column.width = Column::Width::share;
    const auto [end, error] =
        std::from_chars(width.data(), width.data() + width.size() - 1, column.share);
    const bool alone = width.size() == 1;
    if (alone) column.share = 1;
    if (alone || (error == std::errc() && *end == '*' && column.share >= 1 && column.share <= 100)) {
      return column;
    }
  } else if (const auto fixed = parseLength(width); fixed && *fixed > Length()) {
    column.width = Column::Width::fixed;
    column.fixed = *fixed;
    return column;
  }
  context.diagnostics
      .error(messages::kBadColumnWidth, context.sources.place(node.origin.stated),
             {std::string(width)})
      .hint(messages::kWidthHint);
  return Column();
}

void appendHeaderRows(Context& context, const Node& node, std::size_t count, bool repeat,
                      std::vector<Row>& rows) {
  const std::size_t levels = depthOf(node);
  if (hasTitles(node)) {
    if (levels > 1 && leafColumns(node).size() == count) {
      const std::size_t first = rows.size();
      rows.insert(rows.end(), levels, emptyHeaderRow(repeat));
      fillLevels(context, node, 0, levels, rows, first);
    } else {
      rows.push_back(
          flatRow(context, leafColumns(node), count, StyleName::tableHeader, repeat));
    }
  }
  const auto numbers = childrenOf(node, Kind::columnNumber);
  if (!numbers.empty()) {
    rows.push_back(flatRow(context, numbers, count, StyleName::tableColumnNumber, repeat));
  }
}

void mergeGroups(const std::vector<std::size_t>& columns, std::size_t count,
                 std::vector<Row>::iterator first, std::vector<Row>::iterator end) {
  const auto rows = static_cast<std::size_t>(end - first);
  std::vector<bool> begins(rows, false);  // rows at which a group to the left begins
  std::vector<Group> groups;
  for (const std::size_t column : columns) {
    std::optional<std::string> open;
    for (std::size_t row = 0; row < rows; ++row) {
      const auto& cells = (first + static_cast<std::ptrdiff_t>(row))->cells;
      auto words = cells.size() == count ? wordsOf(cells[column]) : std::nullopt;
      if (open && !begins[row] && words == open) {
        ++groups.back().length;
        continue;
      }
      begins[row] = true;
      groups.push_back({column, row, 1});
      open = std::move(words);
    }
  }
  // From the right, so that the places of cells further left stay what they were.
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.column > b.column; });
  for (const Group& group : groups) {
    if (group.length == 1) continue;
    const auto at = [&](std::size_t row) -> std::vector<Cell>& {
      return (first + static_cast<std::ptrdiff_t>(group.row + row))->cells;
    };
    at(0)[group.column].rowSpan = static_cast<int>(group.length);
    at(0)[group.column].repeatLabel = true;
    for (std::size_t row = 1; row < group.length; ++row) {
      at(row).erase(at(row).begin() + static_cast<std::ptrdiff_t>(group.column));
    }
  }
}

}  // namespace chancery::format
