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
    return paragraph && html::isEmpty(*paragraph);
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

/// The row behind those that cells hold together from `first` on.
std::size_t groupEnd(const Table& table, std::size_t first) {
  std::size_t end = first + 1;
  for (std::size_t i = first; i < end; ++i) {
    for (const Cell& cell : table.rows[i].cells) {
      end = std::max(end, i + static_cast<std::size_t>(cell.rowSpan));
    }
    end = std::min(end, table.rows.size());
  }
  return end;
}

bool isAtBottom(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return cell.verticalAlign == format::VerticalAlign::bottom;
  });
}

}  // namespace

void Body::addTable(const Table& table, const format::Paragraph* caption) {
  if (table.presentational) return addSideBySide(table);
  // A table wider than the screen scrolls by itself, by keyboard too (WCAG 2.1, 2.1.1).
  const bool outer = depth_++ == 0;
  if (outer) {
    out_.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\"")
        .attribute("aria-label",
                   std::string(inLanguage("Таблица ", "Table ")) + std::to_string(++tables_))
        .raw(">\n");
  }
  out_.raw("<table>\n");
  if (caption) {
    openParagraph("caption", *caption);
    addContent(*caption);
    out_.raw("</caption>\n");
  }
  const std::size_t head = headRows(table);
  if (head > 0) {
    out_.raw("<thead>\n");
    addRows(table, 0, head, true);
    out_.raw("</thead>\n");
  }
  addBodyRows(table, head);
  out_.raw("</table>\n");
  if (outer) out_.raw("</div>\n");
  --depth_;
}

/// Rows that a cell holds together are a group of their own, to which its header belongs.
void Body::addBodyRows(const Table& table, std::size_t first) {
  while (first < table.rows.size()) {
    std::size_t end = groupEnd(table, first);
    if (end == first + 1) {
      while (end < table.rows.size() && groupEnd(table, end) == end + 1) ++end;
    }
    out_.raw("<tbody>\n");
    addRows(table, first, end, false);
    out_.raw("</tbody>\n");
    first = end;
  }
}

void Body::addRows(const Table& table, std::size_t first, std::size_t end, bool inHead) {
  for (std::size_t i = first; i < end; ++i) {
    const Row& row = table.rows[i];
    const bool ofColumns = inHead || isHeader(row);
    out_.raw("<tr>");
    for (const Cell& cell : row.cells) {
      const bool heads = i == first && first + static_cast<std::size_t>(cell.rowSpan) == end;
      if (ofColumns) {
        addCell(cell, cell.columnSpan > 1 ? "colgroup" : "col");
      } else {
        addCell(cell, heads && cell.rowSpan > 1 ? "rowgroup" : "row");
      }
    }
    out_.raw("</tr>\n");
  }
}

void Body::addCell(const Cell& cell, std::string_view scope) {
  // A header without words is no header (WCAG 2.1, 1.3.1).
  const bool header = cell.header && !isEmpty(cell);
  out_.raw(header ? "<th" : "<td");
  if (header) out_.attribute("scope", scope);
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
