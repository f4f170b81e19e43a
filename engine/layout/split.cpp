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
  return ends && &item != &flow.at(0) ? item.paragraph->after : Length();
}

Length extent(const Item& item) {
  return item.gap + item.height + item.trailing;
}

// How much of a flow goes into `room`.
struct Cut {
  std::size_t items = 0;       // that stay, the split one included
  Length height;               // of these as they were
  std::unique_ptr<Item> rest;  // of the last of them, a row that was split
};

Cut findCut(Flow& flow, Length room, Force force) {
  Cut cut, legal;
  Length y;
  std::size_t i = 0;
  for (; i < flow.size(); ++i) {
    Item& item = flow.at(i);
    if (i > 0 && item.breakBefore) {
      legal.items = i;
      legal.height = y;
    }
    if (y + item.gap + item.height + closing(flow, item) > room) break;
    y += extent(item);
  }
  cut.items = i;
  cut.height = y;
  if (i == flow.size()) return cut;
  Item& over = flow.at(i);
  if (over.row) {
    const Length whole = extent(over);
    if (auto rest = splitRow(over, room - y - over.gap, force)) {
      cut.items = i + 1;
      cut.height += whole;
      cut.rest = std::move(rest);
      return cut;
    }
  }
  return force == Force::yes && legal.items == 0 ? std::move(cut) : std::move(legal);
}

// The first row has a height of its own; so have those that its cells cross.
void settleCut(Flow& rest) {
  for (Item& item : rest.all()) {
    if (!item.row) return;
    const Length before = item.height;
    settle(item);
    rest.height += item.height - before;
    const auto& cells = item.row->cells;
    const auto crosses = [](const CellBox& cell) { return cell.span != nullptr; };
    if (std::none_of(cells.begin(), cells.end(), crosses)) return;
  }
}

// Leaves in `flow` what goes into `room`; the rest is the result.
Flow splitFlow(Flow& flow, Length room, Force force) {
  Cut cut = findCut(flow, room, force);
  Flow rest;
  if (cut.items == flow.size() && !cut.rest) return rest;
  rest.height = flow.height - cut.height;
  rest.after = flow.after;
  rest.first = flow.first + cut.items;
  rest.items = std::move(flow.items);
  const auto from = rest.items.begin() + static_cast<std::ptrdiff_t>(flow.first);
  Flow head;
  head.items.assign(std::make_move_iterator(from),
                    std::make_move_iterator(from + static_cast<std::ptrdiff_t>(cut.items)));
  head.measure();
  flow = std::move(head);
  if (cut.rest) {
    rest.items[--rest.first] = std::move(*cut.rest);
    rest.height += extent(rest.at(0));
  } else {
    const Length before = rest.at(0).gap;
    resetGap(rest.at(0));
    rest.height += rest.at(0).gap - before;
  }
  if (rest.at(0).row) {
    cutSpans(flow.items, rest.all(), force, nullptr);
    settleCut(rest);
  }
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
    if (cell.flow.empty()) continue;
    Length y;
    std::size_t legal = 0;
    std::size_t i = 0;
    for (; i < cell.flow.size(); ++i) {
      const Item& item = cell.flow.at(i);
      if (i > 0 && item.breakBefore) legal = i;
      if (y + item.gap + item.height + closing(cell.flow, item) > room) break;
      y += extent(item);
    }
    const bool whole = i == cell.flow.size();
    const bool nested = !whole && isSplittable(cell.flow.at(i), room - y, force);
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

// The cell of which `below` is the place, among the rows above; and the height that it had there.
CellBox* originOf(const CellBox& below, const TableBox* table, std::span<Item> head,
                  Length& height) {
  for (auto item = head.rbegin(); item != head.rend() && item->row; ++item) {
    if (item->row->table != table) break;
    height += item->row->height;
    for (CellBox& cell : item->row->cells) {
      if (cell.span == below.span && !cell.continued) return &cell;
    }
  }
  return nullptr;
}

}  // namespace

void cutSpans(std::span<Item> head, std::span<Item> tail, Force force,
              std::vector<format::GroupBreak>* breaks) {
  if (tail.empty() || !tail.front().row) return;
  RowBox& first = *tail.front().row;
  // A row that goes on has no start at which a label could stand in a DOCX.
  const bool goesOn = !head.empty() && head.back().row && head.back().row->table == first.table &&
                      head.back().row->index == first.index;
  for (CellBox& below : first.cells) {
    if (!below.span || !below.continued) continue;
    Length height;
    CellBox* above = originOf(below, first.table, head, height);
    if (!above) continue;
    const Length extra = first.table->verticalExtra();
    Flow rest = splitFlow(above->flow, height - extra, force);
    below.label = above->label;
    below.continued = false;
    if (above->repeated) rest = {};
    if (rest.empty() && below.label && breaks && !goesOn) {
      rest = *below.label;
      below.repeated = true;
      breaks->push_back({first.table->index, first.index, below.column});
    }
    below.flow = std::move(rest);
    // The rows still to come share the span: it now tells of what is left.
    below.span->need = below.flow.empty() ? Length() : below.flow.contentHeight() + extra;
    below.span->used = Length();
  }
}

namespace {

struct MarkedLine {
  Length bottom;  // from the row's top
  std::vector<int> notes;
};

void collectMarked(const Item& item, Length top, std::vector<MarkedLine>& lines) {
  if (item.paragraph) {
    MarkedLine line{top + item.height, {}};
    notesOf(item, line.notes);
    if (!line.notes.empty()) lines.push_back(std::move(line));
    return;
  }
  if (!item.row) return;
  for (const CellBox& cell : item.row->cells) {
    if (cell.repeated) continue;
    Length y = top + item.row->table->border + item.row->table->paddingY;
    for (const Item& inner : cell.flow.all()) {
      collectMarked(inner, y + inner.gap, lines);
      y += extent(inner);
    }
  }
}

}  // namespace

void notesOf(const Item& item, std::vector<int>& notes) {
  if (item.repeated) return;
  if (item.paragraph) {
    const Line& line = item.paragraph->lines[item.line];
    for (const NoteMark& mark : item.paragraph->marks) {
      const bool begun = mark.atom == line.first && line.firstGlyph > 0;
      if (mark.atom >= line.first && mark.atom < line.end && !begun) notes.push_back(mark.note);
    }
  } else if (item.row) {
    for (const CellBox& cell : item.row->cells) {
      if (cell.repeated) continue;
      for (const Item& inner : cell.flow.all()) notesOf(inner, notes);
    }
  }
}

Length roomBesideNotes(const Item& row, Length room,
                       const std::function<Length(const std::vector<int>&)>& heightOf) {
  std::vector<MarkedLine> lines;
  collectMarked(row, Length(), lines);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const MarkedLine& a, const MarkedLine& b) { return a.bottom < b.bottom; });
  const Length below = row.row->table->paddingY + row.row->table->border;
  std::vector<int> notes;
  Length best = room;
  for (const MarkedLine& line : lines) {
    if (line.bottom + below > best) break;
    notes.insert(notes.end(), line.notes.begin(), line.notes.end());
    const Length left = room - heightOf(notes);
    if (line.bottom + below > left) return std::min(best, line.bottom + below - Length::twips(1));
    best = left;
  }
  return best;
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
      row.base = std::max(row.base, cell.flow.contentHeight() + extra);
      rest->row->base = std::max(rest->row->base, below.flow.contentHeight() + extra);
    }
    rest->row->cells.push_back(std::move(below));
  }
  row.base = std::max(row.base, extra);
  row.height = room;
  item.height = room;
  return rest;
}

}  // namespace chancery::layout
