#include "layout/flow.h"

#include <algorithm>

#include "layout/table.h"

namespace chancery::layout {

Length TableBox::inset() const {
  return border + std::max(paddingX - border / 2, Length());
}

Length TableBox::textWidth(int column, int columnSpan) const {
  const Length outer = edges[static_cast<std::size_t>(column + columnSpan)] -
                       edges[static_cast<std::size_t>(column)];
  return outer - border - std::max(paddingX - border / 2, Length()) * 2;
}

Length contentHeight(const Flow& flow) {
  Length height;
  for (const Item& item : flow.items) height += item.gap + item.height + item.trailing;
  return height + flow.after;
}

void settle(Item& item) {
  if (!item.row) return;
  RowBox& row = *item.row;
  row.height = row.base;
  for (const CellBox& cell : row.cells) {
    if (!cell.span) continue;
    if (!cell.continued) cell.span->used = Length();
    if (cell.span->lastRow == row.index) {
      row.height = std::max(row.height, cell.span->need - cell.span->used);
    }
  }
  for (const CellBox& cell : row.cells) {
    if (cell.span) cell.span->used += row.height;
  }
  item.height = row.height;
}

FlowBuilder::FlowBuilder(Context& context, Length width, pages::ElementId parent, int depth,
                         Sink sink)
    : context_(context), width_(width), parent_(parent), depth_(depth), sink_(std::move(sink)) {}

void FlowBuilder::addAll(const std::vector<format::Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size() && !context_.stopped; ++i) {
    add(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
  }
}

void FlowBuilder::add(const format::Block& block, const format::Block* next) {
  if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
    addParagraph(*paragraph, next);
  } else {
    addTable(std::get<format::Table>(block), depth_ == 0 && next == nullptr);
  }
}

void FlowBuilder::addParagraph(const format::Paragraph& paragraph, const format::Block* next) {
  ParagraphElements elements{parent_, parent_};
  if (!sole_) {
    elements =
        context_.structure.addParagraph(context_.document, paragraph, next, parent_, lists_);
  }
  auto box = std::make_shared<ParagraphBox>();
  collect(context_, paragraph, elements, *box);
  breakLines(context_, width_, *box);

  const auto count = static_cast<std::uint32_t>(box->lines.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    Item item;
    item.paragraph = box;
    item.line = i;
    item.height = box->lines[i].box.height;
    item.trailing = box->lines[i].box.trailing;
    if (i == 0) {
      item.gap = std::max(after_, box->before);
      item.breakBefore = !keep_;
    } else {
      // LibreOffice has no widow control inside a row that it splits.
      const bool stranded = box->widowControl && depth_ == 0 && (i < 2 || count - i < 2);
      item.breakBefore = !stranded && !box->keepLines && !box->keepWithNext;
    }
    sink_(std::move(item));
  }
  after_ = box->after;
  afterTable_ = false;
  keep_ = box->keepWithNext;
}

void FlowBuilder::addTable(const format::Table& table, bool endsSection) {
  lists_.levels.clear();
  if (afterTable_) addStay();
  TableMaker maker(context_, table, width_, parent_, depth_ + 1);
  maker.run(after_, endsSection, keep_, sink_);
  after_ = Length();
  afterTable_ = true;
}

void FlowBuilder::addStay() {
  Item stay;
  stay.height = kAfterTable;
  stay.breakBefore = !keep_;
  sink_(std::move(stay));
}

void FlowBuilder::endSection() {
  if (afterTable_) addStay();
}

}  // namespace chancery::layout
