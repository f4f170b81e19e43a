// Rows that continue on the next page.

#include <algorithm>
#include <optional>

#include "layout/flow.h"

namespace chancery::layout {
namespace {

// In a cell that goes on, LibreOffice repeats the space above the paragraph, even of one that began
// on the page before.
void resetGap(Item& first) {
  first.gap = first.paragraph ? first.paragraph->before : Length();
}

// Where a cell's part ends with a paragraph there must be room for the space below that, unless it
// is the cell's first line.
Length closing(const Flow& flow, const Item& item) {
  const bool ends = item.paragraph && item.line + 1 == item.paragraph->lines.size();
  return ends && &item != &flow.items.front() ? item.paragraph->after : Length();
}

// How much of a flow goes into `room`.
struct Cut {
  std::size_t items = 0;        // that stay whole
  std::unique_ptr<Item> rest;   // of the item after them, a row that is split
};

Cut findCut(Flow& flow, Length room, Force force) {
  Cut cut;
  std::size_t legal = 0;
  Length y;
  std::size_t i = 0;
  for (; i < flow.items.size(); ++i) {
    Item& item = flow.items[i];
    if (i > 0 && item.breakBefore) legal = i;
    y += item.gap;
    if (y + item.height + closing(flow, item) > room) break;
    y += item.height + item.trailing;
  }
  if (i == flow.items.size()) {
    cut.items = i;
    return cut;
  }
  Item& over = flow.items[i];
  if (over.row) {
    if (auto rest = splitRow(over, room - y, force)) {
      cut.items = i + 1;
      cut.rest = std::move(rest);
      return cut;
    }
  }
  cut.items = force == Force::yes && legal == 0 ? i : legal;
  return cut;
}

// Leaves in `flow` what goes into `room`; the rest is the result.
Flow splitFlow(Flow& flow, Length room, Force force) {
  Cut cut = findCut(flow, room, force);
  Flow rest;
  if (cut.rest) rest.items.push_back(std::move(*cut.rest));
  const auto from = flow.items.begin() + static_cast<std::ptrdiff_t>(cut.items);
  rest.items.insert(rest.items.end(), std::make_move_iterator(from),
                    std::make_move_iterator(flow.items.end()));
  flow.items.erase(from, flow.items.end());
  if (rest.items.empty()) return rest;
  rest.after = flow.after;
  flow.after = Length();
  if (!cut.rest) resetGap(rest.items.front());
  cutSpans(flow.items, rest.items, force);
  for (Item& item : rest.items) settle(item);
  return rest;
}

bool isWorthSplitting(const RowBox& row, Length room, Force force);

bool isSplittable(const Item& item, Length room, Force force) {
  if (!item.row || (!item.row->splittable && force == Force::no)) return false;
  const Length inside = room - item.gap - item.row->table->verticalExtra();
  return inside > Length() && isWorthSplitting(*item.row, inside, force);
}

// Can every cell that has something keep a part of it above? (With Force::yes: can any?)
bool isWorthSplitting(const RowBox& row, Length room, Force force) {
  bool any = false;
  for (const CellBox& cell : row.cells) {
    if (cell.flow.items.empty()) continue;
    Length y;
    std::size_t legal = 0;
    std::size_t i = 0;
    for (; i < cell.flow.items.size(); ++i) {
      const Item& item = cell.flow.items[i];
      if (i > 0 && item.breakBefore) legal = i;
      if (y + item.gap + item.height + closing(cell.flow, item) > room) break;
      y += item.gap + item.height + item.trailing;
    }
    const bool whole = i == cell.flow.items.size();
    const bool nested = !whole && isSplittable(cell.flow.items[i], room - y, force);
    const bool fits = whole || legal > 0 || nested || (force == Force::yes && i > 0);
    if (!fits && force == Force::no) return false;
    any = any || fits;
  }
  return any;
}

CellBox placeBelow(const CellBox& cell) {
  CellBox place;
  place.column = cell.column;
  place.columnSpan = cell.columnSpan;
  place.verticalAlign = cell.verticalAlign;
  place.span = cell.span;
  return place;
}

}  // namespace

void cutSpans(std::vector<Item>& head, std::vector<Item>& tail, Force force) {
  if (tail.empty() || !tail.front().row) return;
  RowBox& first = *tail.front().row;
  for (CellBox& below : first.cells) {
    if (!below.span || !below.continued) continue;
    // The row in which it began, and the height that it had since.
    CellBox* above = nullptr;
    Length height;
    for (auto item = head.rbegin(); item != head.rend() && item->row && !above; ++item) {
      if (item->row->table != first.table) break;
      height += item->row->height;
      for (CellBox& cell : item->row->cells) {
        if (cell.span == below.span && !cell.continued) above = &cell;
      }
    }
    if (!above) continue;
    const Length extra = first.table->verticalExtra();
    below.flow = splitFlow(above->flow, height - extra, force);
    below.continued = false;
    // The rows still to come share the span: it now tells of what is left.
    below.span->need = below.flow.items.empty() ? Length() : contentHeight(below.flow) + extra;
    below.span->used = Length();
  }
}

std::unique_ptr<Item> splitRow(Item& item, Length room, Force force) {
  if (!isSplittable(item, room + item.gap, force)) return nullptr;
  RowBox& row = *item.row;
  const Length extra = row.table->verticalExtra();
  const Length inside = room - extra;

  auto rest = std::make_unique<Item>();
  rest->row = std::make_shared<RowBox>();
  rest->row->table = row.table;
  rest->row->index = row.index;
  rest->row->header = row.header;
  rest->row->splittable = row.splittable;
  rest->row->keeps = row.keeps;
  rest->trailing = item.trailing;
  item.trailing = Length();
  row.base = Length();
  for (CellBox& cell : row.cells) {
    CellBox below = placeBelow(cell);
    // All but the last part of a split cell stand at the top, as in LibreOffice.
    if (!cell.span) cell.verticalAlign = format::VerticalAlign::top;
    if (cell.span) {  // what does not fit follows by cutSpans()
      below.continued = true;
    } else {
      below.flow = splitFlow(cell.flow, inside, force);
      row.base = std::max(row.base, contentHeight(cell.flow) + extra);
      rest->row->base = std::max(rest->row->base, contentHeight(below.flow) + extra);
    }
    rest->row->cells.push_back(std::move(below));
  }
  row.base = std::max(row.base, extra);
  row.height = room;
  item.height = room;
  return rest;
}

}  // namespace chancery::layout
