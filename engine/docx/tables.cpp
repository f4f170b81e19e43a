#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.h"
#include "docx/body.h"

namespace chancery::docx {
namespace {

void appendWidth(Markup& out, std::string_view name, std::int64_t twips) {
  out.raw("<").raw(name).attribute("w:w", twips).raw(" w:type=\"dxa\"/>");
}

void appendBorders(Markup& out, Length border) {
  if (border <= Length()) return;
  // Eighths of a point (17.18.2 ST_EighthPointMeasure), at least the 1/4 pt that Word can draw.
  constexpr std::int64_t kEighth = Length::kEmuPerPoint / 8;
  const std::int64_t size = std::max<std::int64_t>(2, (border.toEmu() + kEighth / 2) / kEighth);
  out.raw("<w:tblBorders>");
  for (const auto side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    out.raw("<").raw(side).raw(" w:val=\"single\"").attribute("w:sz", size);
    out.raw(" w:space=\"0\" w:color=\"auto\"/>");
  }
  out.raw("</w:tblBorders>");
}

void appendPlainText(std::string& text, const std::vector<format::Block>& blocks) {
  for (const format::Block& block : blocks) {
    const auto* paragraph = std::get_if<format::Paragraph>(&block);
    if (paragraph == nullptr) continue;
    for (const format::Run& run : paragraph->runs) {
      for (const char c : run.text) text.push_back(c == '\n' || c == '\t' ? ' ' : c);
    }
  }
}

// What a screen reader says of the table: its column headings.
std::string description(const format::Table& table) {
  std::string text;
  if (table.presentational || table.rows.empty() || !table.rows.front().repeat) return text;
  for (const format::Cell& cell : table.rows.front().cells) {
    if (!text.empty()) text += "; ";
    appendPlainText(text, cell.blocks);
  }
  return text;
}

const format::Paragraph* firstParagraph(const std::vector<format::Block>& blocks) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) return paragraph;
  }
  return nullptr;
}

std::optional<int> styleOfRow(const format::Row& row) {
  for (const format::Cell& cell : row.cells) {
    if (cell.rowSpan > 1) continue;
    if (const auto* paragraph = firstParagraph(cell.blocks)) return paragraph->style;
  }
  return std::nullopt;
}

int styleOfTable(const format::Table& table) {
  for (const format::Row& row : table.rows) {
    for (const format::Cell& cell : row.cells) {
      if (const auto* paragraph = firstParagraph(cell.blocks)) return paragraph->style;
    }
  }
  return 0;
}

void appendVerticalAlign(Markup& out, format::VerticalAlign align) {
  if (align == format::VerticalAlign::top) return;
  out.value("w:vAlign", align == format::VerticalAlign::center ? "center" : "bottom");
}

}  // namespace

/// Columns in twips, and the cells that reach down into the row being written.
struct Body::Grid {
  struct Above {
    int rows = 0;  // still to be covered
    int columns = 1;
    const format::Cell* label = nullptr;  // to stand again where a page begins
  };

  std::vector<std::int64_t> edges;  // of the columns, from 0
  std::vector<Above> above;
  int column = 0;

  int columns() const { return static_cast<int>(above.size()); }
  Above& here() { return above[static_cast<std::size_t>(column)]; }

  // Columns from here to the next cell from above or the edge.
  int room() const {
    int free = 0;
    while (column + free < columns() && above[static_cast<std::size_t>(column + free)].rows == 0) {
      ++free;
    }
    return free;
  }
  std::int64_t width(int span) const {
    const auto last = static_cast<std::size_t>(std::min(column + span, columns()));
    return edges[last] - edges[std::min(static_cast<std::size_t>(column), last)];
  }
};

void Body::appendTable(Markup& out, const format::Table& table, std::string_view caption,
                       Place place) {
  check(static_cast<std::size_t>(table.index) < context_.resolved.columnWidths.size(),
        "layout resolved every table");
  const auto& widths = context_.resolved.columnWidths[static_cast<std::size_t>(table.index)];
  Grid grid;
  grid.above.resize(widths.size());
  // Edges are rounded, not widths, so that columns add up to the table.
  Length edge;
  grid.edges.push_back(0);
  for (const Length width : widths) grid.edges.push_back((edge += width).toTwips());

  out.raw("<w:tbl><w:tblPr>");
  appendWidth(out, "w:tblW", grid.edges.back());
  appendWidth(out, "w:tblInd", table.left.toTwips());
  appendBorders(out, table.border);
  out.raw("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
  appendWidth(out, "w:top", table.paddingY.toTwips());
  appendWidth(out, "w:left", table.paddingX.toTwips());
  appendWidth(out, "w:bottom", table.paddingY.toTwips());
  appendWidth(out, "w:right", table.paddingX.toTwips());
  out.raw("</w:tblCellMar>");
  // 0x0620: the first row is special, no banding (17.4.56).
  const bool headed = !table.rows.empty() && table.rows.front().repeat;
  out.value("w:tblLook", headed ? "0620" : "0600");
  if (!caption.empty()) out.value("w:tblCaption", caption);
  if (const std::string text = description(table); !text.empty()) {
    out.value("w:tblDescription", text);
  }
  out.raw("</w:tblPr><w:tblGrid>");
  for (std::size_t i = 1; i < grid.edges.size(); ++i) {
    out.raw("<w:gridCol").attribute("w:w", grid.edges[i] - grid.edges[i - 1]).raw("/>");
  }
  out.raw("</w:tblGrid>");
  const bool outer = std::exchange(inTable_, inTable_ || !table.presentational);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool last = i + 1 == table.rows.size();
    const bool keep =
        place.keepWithNext || table.rows[i].keepWithNext || (last && place.keepLastRow);
    appendRow(out, table, i, grid, {.keepWithNext = keep, .keepLines = place.keepLines});
  }
  inTable_ = outer;
  out.raw("</w:tbl>");
}

void Body::appendRow(Markup& out, const format::Table& table, std::size_t index, Grid& grid,
                     Place place) {
  const format::Row& row = table.rows[index];
  const std::optional<int> own = styleOfRow(row);
  const int emptyStyle = own ? *own : styleOfTable(table);
  // LibreOffice lets the only row of a table stand alone when that may not be split, whatever its
  // paragraphs say; of themselves these hold such a row together just as well (record 0020).
  const bool alone = !row.split && place.keepWithNext && table.rows.size() == 1;
  place.keepLines = place.keepLines || alone;
  out.raw("<w:tr>");
  out.element("w:trPr", [&] {
    if (!row.split && !alone) out.flag("w:cantSplit");
    if (row.repeat) out.flag("w:tblHeader");
  });
  grid.column = 0;
  auto cell = row.cells.begin();
  while (grid.column < grid.columns() || cell != row.cells.end()) {
    if (grid.column < grid.columns() && grid.here().rows > 0) {
      const bool begins =
          grid.here().label != nullptr && groupBreaks(table.index, index, grid.column);
      appendCovered(out, grid, begins, emptyStyle, place);
    } else if (cell != row.cells.end()) {
      appendCell(out, *cell++, grid, emptyStyle, place);
    } else {  // a row that is short of cells
      format::Cell filler;
      filler.columnSpan = grid.room();
      appendCell(out, filler, grid, emptyStyle, place);
    }
  }
  out.raw("</w:tr>");
}

bool Body::groupBreaks(int table, std::size_t row, int column) const {
  const std::vector<format::GroupBreak>& breaks = context_.resolved.groupBreaks;
  return std::binary_search(breaks.begin(), breaks.end(),
                            format::GroupBreak{table, static_cast<int>(row), column});
}

// The place of a cell from above. Where layout begins a page inside a group, the cell begins anew
// with the same label.
void Body::appendCovered(Markup& out, Grid& grid, bool begins, int emptyStyle, Place place) {
  Grid::Above& above = grid.here();
  out.raw("<w:tc><w:tcPr>");
  appendWidth(out, "w:tcW", grid.width(above.columns));
  if (above.columns > 1) out.value("w:gridSpan", above.columns);
  if (!begins) {
    out.raw("<w:vMerge/></w:tcPr>");
    appendEmptyParagraph(out, emptyStyle, place);
  } else {
    out.value("w:vMerge", "restart");
    appendVerticalAlign(out, above.label->verticalAlign);
    out.raw("</w:tcPr>");
    const bool outer = std::exchange(repeating_, true);
    appendCellBlocks(out, *above.label, emptyStyle, place);
    repeating_ = outer;
  }
  out.raw("</w:tc>");
  --above.rows;
  grid.column += above.columns;
}

// Cells past the last column are written all the same, with no width: no text is ever lost.
void Body::appendCell(Markup& out, const format::Cell& cell, Grid& grid, int emptyStyle,
                      Place place) {
  const int span = std::max(1, std::min(cell.columnSpan, grid.room()));
  out.raw("<w:tc><w:tcPr>");
  appendWidth(out, "w:tcW", grid.width(span));
  if (span > 1) out.value("w:gridSpan", span);
  if (cell.rowSpan > 1) out.value("w:vMerge", "restart");
  appendVerticalAlign(out, cell.verticalAlign);
  out.raw("</w:tcPr>");
  appendCellBlocks(out, cell, emptyStyle, place);
  out.raw("</w:tc>");
  if (grid.column < grid.columns()) {
    grid.here() = {cell.rowSpan - 1, span, cell.repeatLabel ? &cell : nullptr};
  }
  grid.column += span;
}

void Body::appendCellBlocks(Markup& out, const format::Cell& cell, int emptyStyle, Place place) {
  if (cell.blocks.empty()) return appendEmptyParagraph(out, emptyStyle, place);
  const bool outer = std::exchange(inCell_, true);
  appendBlocks(out, cell.blocks, place);
  inCell_ = outer;
  // A cell must end with a paragraph (17.4.65).
  if (!endsWithParagraph(cell.blocks)) appendStay(out, place);
}

}  // namespace chancery::docx
