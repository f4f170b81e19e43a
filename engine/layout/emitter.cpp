#include "layout/emitter.h"

#include <algorithm>
#include <limits>

#include "layout/messages.h"

namespace chancery::layout {

Emitter::Emitter(Context& context) : context_(context) {}

namespace {

// The running header as it looks now (it shows the page's number).
ParagraphBox headerBox(Context& context, const format::Section& section, int pageNumber) {
  const int before = std::exchange(context.pageNumber, pageNumber);
  ParagraphBox box;
  collect(context, *section.header, {}, box);
  context.pageNumber = before;
  const Length width =
      toTwips(section.pageWidth) - toTwips(section.left) - toTwips(section.right);
  breakLines(context, width, box);
  return box;
}

}  // namespace

void Emitter::startSection(const format::Section& section) {
  section_ = &section;
  if (section.firstPageNumber) pageNumber_ = *section.firstPageNumber - 1;
}

Length Emitter::startPage(bool firstOfSection) {
  if (context_.stopped) return Length();
  if (pageCount() >= context_.limits.pages) {
    context_.stop(kTooManyPages, {std::to_string(context_.limits.pages)}, kTooManyPagesHint);
    return Length();
  }
  pages_.emplace_back();
  page().width = section_->pageWidth;
  page().height = section_->pageHeight;
  ++pageNumber_;
  context_.pageNumber = pageNumber_;
  if (!section_->header || (firstOfSection && !section_->headerOnFirst)) return Length();
  return drawHeader(toTwips(section_->pageNumberOffset));
}

Length Emitter::drawHeader(Length top) {
  const ParagraphBox box = headerBox(context_, *section_, pageNumber_);
  artifact_ = true;
  Length y = top + box.before;
  for (std::size_t i = 0; i < box.lines.size(); ++i) {
    drawLine(box, box.lines[i], i == 0, toTwips(section_->left), y);
    y += box.lines[i].box.height + box.lines[i].box.trailing;
  }
  artifact_ = false;
  return y + box.after;
}

void Emitter::drawPage(const std::vector<Placed>& items, Length x) {
  if (context_.stopped) return;
  drawItems(items, x);
}

// Items with their places; consecutive rows of one table are drawn together.
void Emitter::drawItems(const std::vector<Placed>& items, Length x) {
  for (std::size_t i = 0; i < items.size();) {
    const Item& item = items[i].item;
    if (item.paragraph) {
      drawLine(*item.paragraph, item.paragraph->lines[item.line], item.line == 0, x, items[i].y);
      ++i;
      continue;
    }
    if (!item.row) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < items.size() && items[end].item.row &&
           items[end].item.row->table == item.row->table) {
      ++end;
    }
    drawRows(items.data() + i, items.data() + end, x);
    i = end;
  }
}

void Emitter::drawFlow(const Flow& flow, Length x, Length y) {
  const bool rows = std::any_of(flow.items.begin(), flow.items.end(),
                                [](const Item& item) { return item.paragraph == nullptr; });
  if (rows) {
    std::vector<Placed> items;
    for (const Item& item : flow.items) {
      y += item.gap;
      items.push_back({item, y});
      y += item.height + item.trailing;
    }
    drawItems(items, x);
    return;
  }
  for (const Item& item : flow.items) {
    y += item.gap;
    drawLine(*item.paragraph, item.paragraph->lines[item.line], item.line == 0, x, y);
    y += item.height + item.trailing;
  }
}

void Emitter::drawRows(const Placed* first, const Placed* end, Length x) {
  const TableBox& table = *first->item.row->table;
  for (const Placed* placed = first; placed != end; ++placed) {
    const RowBox& row = *placed->item.row;
    const bool outer = std::exchange(artifact_, artifact_ || placed->item.repeated);
    for (const CellBox& cell : row.cells) {
      if (cell.continued) continue;
      Length height;
      for (const Placed* below = placed; below != end; ++below) {
        if (below != placed && (!cell.span || below->item.row->index > cell.span->lastRow)) break;
        height += below->item.height;
      }
      drawCell(row, cell, x, placed->y, height);
    }
    artifact_ = outer;
  }
  if (table.border > Length()) {
    drawHorizontals(first, end, x);
    drawVerticals(first, end, x);
  }
}

void Emitter::drawCell(const RowBox& row, const CellBox& cell, Length x, Length y, Length height) {
  const TableBox& table = *row.table;
  Length top = y + table.border + table.paddingY;
  if (cell.verticalAlign != format::VerticalAlign::top) {
    const Length free =
        std::max(height - table.verticalExtra() - contentHeight(cell.flow), Length());
    top += cell.verticalAlign == format::VerticalAlign::center ? free / 2 : free;
  }
  drawFlow(cell.flow, x + table.edges[static_cast<std::size_t>(cell.column)] + table.inset(), top);
}

// One line above each row where a cell begins, and one below the last; neighbours are joined.
void Emitter::drawHorizontals(const Placed* first, const Placed* end, Length x) {
  const TableBox& table = *first->item.row->table;
  const auto edge = [&](int column) { return table.edges[static_cast<std::size_t>(column)]; };
  for (const Placed* placed = first; placed != end; ++placed) {
    int from = -1, to = -1;
    const auto draw = [&] {
      if (from >= 0) {
        addRule(x + edge(from), placed->y, edge(to) - edge(from) + table.border, table.border);
      }
      from = -1;
    };
    for (const CellBox& cell : placed->item.row->cells) {
      const bool crossed = cell.continued && placed != first;
      if (crossed || (from >= 0 && cell.column != to)) draw();
      if (crossed) continue;
      if (from < 0) from = cell.column;
      to = cell.column + cell.columnSpan;
    }
    draw();
  }
  const Placed& last = end[-1];
  const auto& cells = last.item.row->cells;
  if (cells.empty()) return;
  const int from = cells.front().column;
  const int to = cells.back().column + cells.back().columnSpan;
  addRule(x + edge(from), last.y + last.item.height, edge(to) - edge(from) + table.border,
          table.border);
}

// A line at each edge between cells, as long as consecutive rows share it.
void Emitter::drawVerticals(const Placed* first, const Placed* end, Length x) {
  const TableBox& table = *first->item.row->table;
  constexpr Length kNone = Length::emu(std::numeric_limits<std::int64_t>::min());
  std::vector<Length> since(table.edges.size(), kNone);
  std::vector<char> here(table.edges.size());
  const auto close = [&](std::size_t edge, Length y) {
    if (since[edge] == kNone) return;
    addRule(x + table.edges[edge], since[edge], table.border, y - since[edge]);
    since[edge] = kNone;
  };
  for (const Placed* placed = first; placed != end; ++placed) {
    std::fill(here.begin(), here.end(), 0);
    for (const CellBox& cell : placed->item.row->cells) {
      here[static_cast<std::size_t>(cell.column)] = 1;
      here[static_cast<std::size_t>(cell.column + cell.columnSpan)] = 1;
    }
    for (std::size_t edge = 0; edge < since.size(); ++edge) {
      if (here[edge] == 0) {
        close(edge, placed->y + table.border);
      } else if (since[edge] == kNone) {
        since[edge] = placed->y;
      }
    }
  }
  for (std::size_t edge = 0; edge < since.size(); ++edge) {
    close(edge, end[-1].y + end[-1].item.height + table.border);
  }
}

void Emitter::addRule(Length x, Length y, Length width, Length height) {
  pages::Rule rule;
  rule.x = x;
  rule.y = y;
  rule.width = width;
  rule.height = height;
  page().rules.push_back(rule);
}

}  // namespace chancery::layout
