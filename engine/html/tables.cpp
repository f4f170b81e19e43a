#include <algorithm>

#include "html/body.h"

namespace chancery::html {

using format::Cell;
using format::Row;
using format::Table;

namespace {

bool isEmpty(const Cell& cell) {
  return std::all_of(cell.blocks.begin(), cell.blocks.end(), [](const format::Block& block) {
    const auto* paragraph = std::get_if<format::Paragraph>(&block);
    return paragraph && !paragraph->label &&
           std::all_of(paragraph->runs.begin(), paragraph->runs.end(),
                       [](const format::Run& run) { return run.text.empty(); });
  });
}

bool isHeader(const Row& row) {
  return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const Cell& cell) { return cell.header; });
}

/// How many rows make the table's head. A cell cannot reach out of the head: then there is none.
std::size_t headRows(const Table& table) {
  std::size_t count = 0;
  while (count < table.rows.size() && isHeader(table.rows[count])) ++count;
  for (std::size_t i = 0; i < count; ++i) {
    for (const Cell& cell : table.rows[i].cells) {
      if (i + static_cast<std::size_t>(cell.rowSpan) > count) return 0;
    }
  }
  return count;
}

bool isAtBottom(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return cell.verticalAlign == format::VerticalAlign::bottom;
  });
}

}  // namespace

void Body::addTable(const Table& table) {
  if (table.presentational) return addSideBySide(table);
  // A table wider than the screen scrolls by itself, by keyboard too (WCAG 2.1, 2.1.1).
  const bool outer = depth_++ == 0;
  if (outer) {
    const bool russian = document_.language.starts_with("ru");
    out_.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\"")
        .attribute("aria-label", (russian ? "Таблица " : "Table ") + std::to_string(++tables_))
        .raw(">\n");
  }
  out_.raw("<table>\n");
  const std::size_t head = headRows(table);
  if (head > 0) {
    out_.raw("<thead>\n");
    addRows(table, 0, head, true);
    out_.raw("</thead>\n");
  }
  if (head < table.rows.size()) {
    out_.raw("<tbody>\n");
    addRows(table, head, table.rows.size(), false);
    out_.raw("</tbody>\n");
  }
  out_.raw("</table>\n");
  if (outer) out_.raw("</div>\n");
  --depth_;
}

void Body::addRows(const Table& table, std::size_t first, std::size_t end, bool inHead) {
  for (std::size_t i = first; i < end; ++i) {
    const Row& row = table.rows[i];
    const bool ofColumns = inHead || isHeader(row);
    out_.raw("<tr>");
    for (const Cell& cell : row.cells) addCell(cell, ofColumns);
    out_.raw("</tr>\n");
  }
}

void Body::addCell(const Cell& cell, bool ofColumn) {
  // A header without words is no header (WCAG 2.1, 1.3.1).
  const bool header = cell.header && !isEmpty(cell);
  out_.raw(header ? "<th" : "<td");
  if (header) {
    std::string_view scope = ofColumn ? "col" : "row";
    if (ofColumn && cell.columnSpan > 1) scope = "colgroup";
    out_.attribute("scope", scope);
  }
  if (cell.columnSpan > 1) out_.attribute("colspan", cell.columnSpan);
  if (cell.rowSpan > 1) out_.attribute("rowspan", cell.rowSpan);
  out_.raw(">");
  addBlocks(cell.blocks.data(), cell.blocks.data() + cell.blocks.size());
  out_.raw(header ? "</th>" : "</td>");
}

void Body::addSideBySide(const Table& table) {
  for (const Row& row : table.rows) {
    out_.raw(isAtBottom(row) ? "<div class=\"row bottom\">\n" : "<div class=\"row\">\n");
    for (const Cell& cell : row.cells) {
      if (isEmpty(cell)) continue;
      out_.raw("<div>");
      addBlocks(cell.blocks.data(), cell.blocks.data() + cell.blocks.size());
      out_.raw("</div>\n");
    }
    out_.raw("</div>\n");
  }
}

}  // namespace chancery::html
