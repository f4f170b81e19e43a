#include "layout/table.h"

#include <algorithm>
#include <utility>

namespace chancery::layout {
namespace {

using pages::StructureType;

bool isSoleParagraph(const format::Cell& cell) {
  if (cell.blocks.size() != 1) return false;
  const auto* paragraph = std::get_if<format::Paragraph>(&cell.blocks.front());
  return paragraph && paragraph->role == format::Role::paragraph;
}

const format::Paragraph* firstParagraph(const std::vector<format::Block>& blocks) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) return paragraph;
  }
  return nullptr;
}

// The style of the empty paragraph that a DOCX puts into an empty cell: that of the row's first
// paragraph, else of the table's.
int styleOfEmptyCell(const format::Table& table, const format::Row& row) {
  for (const format::Cell& cell : row.cells) {
    if (cell.rowSpan > 1) continue;
    if (const auto* paragraph = firstParagraph(cell.blocks)) return paragraph->style;
  }
  for (const format::Row& any : table.rows) {
    for (const format::Cell& cell : any.cells) {
      if (const auto* paragraph = firstParagraph(cell.blocks)) return paragraph->style;
    }
  }
  return 0;
}

// What is shown again of a group's label; nothing when it holds a table.
std::shared_ptr<const Flow> labelOf(const Flow& flow) {
  const auto all = flow.all();
  const bool simple = !all.empty() && std::all_of(all.begin(), all.end(), [](const Item& item) {
    return item.paragraph != nullptr;
  });
  return simple ? std::make_shared<const Flow>(flow) : nullptr;
}

}  // namespace

TableMaker::TableMaker(Context& context, const format::Table& table, Length width,
                       pages::ElementId parent, int depth)
    : context_(context), table_(table), parent_(parent), depth_(depth) {
  box_ = std::make_shared<TableBox>();
  context.kept.push_back(box_);
  box_->index = table.index;
  box_->origin = table.origin;
  box_->border = toTwips(table.border);
  box_->paddingX = toTwips(table.paddingX);
  box_->paddingY = toTwips(table.paddingY);
  const std::vector<Length> widths = columnWidths(context, table, width, depth);
  Length edge = toTwips(table.left);
  box_->edges.push_back(edge);
  for (const Length column : widths) box_->edges.push_back(edge += column);
  if (table.index >= 0 && table.index < context.document.tableCount) {
    context.resolved.columnWidths[static_cast<std::size_t>(table.index)] = widths;
  }
  open_.resize(widths.size());
  if (!table.presentational) tableElement_ = context.structure.add(StructureType::table, parent);
}

void TableMaker::run(Length gap, bool keepLast, bool& keep, const Sink& sink) {
  if (context_.stopped || table_.columns.empty()) return;
  bool inHeader = true;
  const std::size_t count = table_.rows.size();
  for (std::size_t i = 0; i < count && !context_.stopped; ++i) {
    const format::Row& source = table_.rows[i];
    inHeader = inHeader && source.repeat;
    Item item;
    item.row = makeRow(source, static_cast<int>(i));
    item.row->header = inHeader;
    item.breakBefore = !keep;
    if (i == 0) item.gap = gap;
    if (i + 1 == count) item.trailing = box_->border;
    if (inHeader) {
      box_->headers.push_back(item.row);
      box_->repeatsHeaders = true;
    }
    item.row->keeps = source.keepWithNext || (keepLast && i + 1 == count);
    keep = item.row->keeps || inHeader;
    sink(std::move(item));
  }
  if (depth_ == 1) context_.measured.clear();
}

// How many rows a cell of row `index` may span: a cell spans rows of the header or rows of the
// body, not both.
int TableMaker::rowsOfGroup(const format::Row& row, int index) const {
  const auto end = static_cast<int>(table_.rows.size());
  if (!row.repeat) return end - index;
  int below = index;
  while (below < end && table_.rows[static_cast<std::size_t>(below)].repeat) ++below;
  return below - index;
}

std::shared_ptr<RowBox> TableMaker::makeRow(const format::Row& row, int index) {
  auto box = std::make_shared<RowBox>();
  box->table = box_.get();
  box->index = index;
  box->splittable = row.split;
  const pages::ElementId element =
      table_.presentational ? parent_
                            : context_.structure.add(StructureType::tableRow, groupElement(row));
  const auto columns = static_cast<int>(open_.size());
  const int rowsLeft = rowsOfGroup(row, index);
  std::size_t next = 0;
  for (int column = 0; column < columns;) {
    Open& open = open_[static_cast<std::size_t>(column)];
    if (open.rows > 0) {
      --open.rows;
      box->cells.push_back(open.place);
      column += open.place.columnSpan;
      continue;
    }
    if (next >= row.cells.size()) {
      ++column;
      continue;
    }
    const format::Cell& source = row.cells[next++];
    CellBox cell = makeCell(source, row, column, element);
    const Length need = cell.flow.contentHeight() + box_->verticalExtra();
    const int rowSpan = std::clamp(source.rowSpan, 1, rowsLeft);
    if (rowSpan > 1) {
      cell.span = std::make_shared<Span>();
      cell.span->lastRow = index + rowSpan - 1;
      cell.span->need = need;
      if (source.repeatLabel) cell.label = labelOf(cell.flow);
      Open& opened = open_[static_cast<std::size_t>(column)];
      opened.rows = rowSpan - 1;
      opened.place.column = column;
      opened.place.columnSpan = cell.columnSpan;
      opened.place.verticalAlign = cell.verticalAlign;
      opened.place.span = cell.span;
      opened.place.continued = true;
    } else {
      box->base = std::max(box->base, need);
    }
    column += cell.columnSpan;
    box->cells.push_back(std::move(cell));
  }
  box->base = std::max(box->base, box_->verticalExtra());
  return box;
}

CellBox TableMaker::makeCell(const format::Cell& cell, const format::Row& row, int column,
                             pages::ElementId parent) {
  CellBox box;
  box.column = column;
  // A cell ends where the table, or a cell from above, does.
  const int columns = static_cast<int>(open_.size());
  int end = std::min(column + std::max(cell.columnSpan, 1), columns);
  for (int i = column + 1; i < end; ++i) {
    if (open_[static_cast<std::size_t>(i)].rows > 0) end = i;
  }
  box.columnSpan = end - column;
  box.verticalAlign = cell.verticalAlign;
  const pages::ElementId element =
      table_.presentational ? parent : addCellElement(cell, row, parent);
  const Length outerRoom = std::exchange(context_.roomHeight, roomInCells());
  FlowBuilder builder(context_, box_->textWidth(column, box.columnSpan), element, depth_,
                      [&](Item&& item) {
                        settle(item);
                        box.flow.add(std::move(item));
                      });
  builder.setSole(!table_.presentational && isSoleParagraph(cell));
  if (cell.blocks.empty() && !context_.document.styles.empty()) {
    format::Paragraph nothing;
    nothing.style = styleOfEmptyCell(table_, row);
    builder.setSole(true);
    builder.add(nothing, nullptr);
  }
  builder.addAll(cell.blocks);
  box.flow.after = builder.after();
  context_.roomHeight = outerRoom;
  return box;
}

// How high a line in a cell may be so that a page has room for it, below repeated headers too.
Length TableMaker::roomInCells() const {
  Length headers;
  for (const auto& row : box_->headers) headers += row->base;
  if (headers > context_.roomHeight / 2) headers = Length();
  return context_.roomHeight - headers - box_->verticalExtra() - box_->border;
}

pages::ElementId TableMaker::addCellElement(const format::Cell& cell, const format::Row& row,
                                            pages::ElementId parent) {
  const bool header = row.repeat || cell.header;
  const pages::ElementId id = context_.structure.add(
      header ? StructureType::tableHeader : StructureType::tableCell, parent);
  pages::StructureElement& element = context_.structure.at(id);
  element.columnSpan = static_cast<std::uint16_t>(std::max(cell.columnSpan, 1));
  element.rowSpan = static_cast<std::uint16_t>(std::max(cell.rowSpan, 1));
  element.rowHeader = header && !row.repeat;
  return id;
}

pages::ElementId TableMaker::groupElement(const format::Row& row) {
  pages::ElementId& group = row.repeat && body_ == pages::kArtifact ? head_ : body_;
  if (group == pages::kArtifact) {
    group = context_.structure.add(
        &group == &head_ ? StructureType::tableHead : StructureType::tableBody, tableElement_);
  }
  return group;
}

}  // namespace chancery::layout
