#include <algorithm>
#include <charconv>

#include "format/blocks.h"
#include "format/messages.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// What the columns of one table tell its rows.
struct Columns {
  std::vector<const Node*> nodes;
  std::vector<std::optional<Align>> aligns;
};

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

int spanOf(std::string_view value) {
  int span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return span;
}

void alignAll(std::vector<Block>& blocks, Align align) {
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block); paragraph && !paragraph->align) {
      paragraph->align = align;
    }
  }
}

/// A row of header cells from titles (columns or column numbers). Missing ones stay empty; those
/// past the last column join its cell, so that nothing is lost.
Row headerRow(Context& context, const std::vector<const Node*>& titles, std::size_t count,
              StyleName style) {
  Row row;
  row.split = false;
  Cell empty;
  empty.header = true;
  empty.verticalAlign = VerticalAlign::center;
  row.cells.assign(count, empty);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (titles[i]->text.empty()) continue;
    Paragraph title = makeParagraph(context, style, *titles[i]);
    title.align.reset();  // a column's alignment is that of its cells
    row.cells[std::min(i, count - 1)].blocks.push_back(std::move(title));
  }
  return row;
}

Row bodyRow(Context& context, const Node& node, const Columns& columns) {
  Row row;
  row.split = context.profile.splitRows;
  const std::string_view split = node.attribute(Attribute::split);
  if (!split.empty()) row.split = split == "yes";
  row.keepWithNext = node.attribute(Attribute::keep) == "with-next";
  std::size_t column = 0;
  for (const Node& child : node.children) {
    Cell cell;
    cell.columnSpan = spanOf(child.attribute(Attribute::columns));
    cell.rowSpan = spanOf(child.attribute(Attribute::rows));
    cell.header = child.attribute(Attribute::header) == "yes";
    for (const Node& block : child.children) appendBlock(context, block, kInCell, cell.blocks);
    auto align = parseAlign(child.attribute(Attribute::align));
    if (!align && column < columns.aligns.size()) align = columns.aligns[column];
    if (align) alignAll(cell.blocks, *align);
    column += static_cast<std::size_t>(cell.columnSpan);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

Row fullWidthRow(std::size_t count) {
  Row row;
  row.cells.emplace_back();
  row.cells.back().columnSpan = static_cast<int>(count);
  return row;
}

/// A section: its first paragraph is the title, a row that stays with the next; the rest is its
/// body, a row of its own that may go on to the next page.
void appendSection(Context& context, const Node& node, std::size_t count, std::vector<Row>& rows) {
  Row title = fullWidthRow(count);
  title.split = false;
  Row body = fullWidthRow(count);
  for (const Node& child : node.children) {
    std::vector<Block>& titleBlocks = title.cells[0].blocks;
    if (titleBlocks.empty() && child.kind == Kind::paragraph) {
      titleBlocks.push_back(makeParagraph(context, StyleName::tableSection, child));
    } else {
      appendBlock(context, child, kInCell, body.cells[0].blocks);
    }
  }
  const bool hasTitle = !title.cells[0].blocks.empty();
  const bool hasBody = !body.cells[0].blocks.empty();
  title.keepWithNext = hasBody || node.attribute(Attribute::keep) == "with-next";
  if (hasTitle || !hasBody) rows.push_back(std::move(title));
  if (hasBody) rows.push_back(std::move(body));
}

std::vector<const Node*> childrenOf(const Node& node, Kind kind) {
  std::vector<const Node*> found;
  for (const Node& child : node.children) {
    if (child.kind == kind) found.push_back(&child);
  }
  return found;
}

void appendHeader(Context& context, const Node& node, const Columns& columns, Table& table) {
  const std::size_t count = columns.nodes.size();
  const bool repeat = node.attribute(Attribute::header) != "once";
  const bool titled = std::any_of(columns.nodes.begin(), columns.nodes.end(),
                                  [](const Node* column) { return !column->text.empty(); });
  if (titled) {
    table.rows.push_back(headerRow(context, columns.nodes, count, StyleName::tableHeader));
    table.rows.back().repeat = repeat;
    table.rows.back().keepWithNext = true;
  }
  const auto numbers = childrenOf(node, Kind::columnNumber);
  if (!numbers.empty()) {
    table.rows.push_back(headerRow(context, numbers, count, StyleName::tableColumnNumber));
    table.rows.back().repeat = repeat;
    table.rows.back().keepWithNext = true;
  }
}

}  // namespace

Table makeTable(Context& context, const Node& node) {
  Table table;
  table.index = context.out.tableCount++;
  table.origin = node.origin;
  table.border = context.profile.tableBorder;
  table.paddingX = context.profile.tablePaddingX;
  table.paddingY = context.profile.tablePaddingY;
  Columns columns;
  columns.nodes = childrenOf(node, Kind::column);
  for (const Node* column : columns.nodes) {
    table.columns.push_back(parseColumn(context, *column));
    columns.aligns.push_back(parseAlign(column->attribute(Attribute::align)));
  }
  appendHeader(context, node, columns, table);
  for (const Node& child : node.children) {
    if (child.kind == Kind::row) {
      table.rows.push_back(bodyRow(context, child, columns));
    } else if (child.kind == Kind::sectionRow) {
      appendSection(context, child, columns.nodes.size(), table.rows);
      const auto titles = childrenOf(child, Kind::column);
      if (titles.empty()) continue;
      table.rows.push_back(
          headerRow(context, titles, columns.nodes.size(), StyleName::tableHeader));
      table.rows.back().keepWithNext = true;
    }
  }
  if (!table.rows.empty()) table.rows.back().keepWithNext = false;
  return table;
}

Table makeSideBySide(Context& context, std::vector<Column> columns) {
  Table table;
  table.index = context.out.tableCount++;
  table.presentational = true;
  table.columns = std::move(columns);
  return table;
}

}  // namespace chancery::format
