#include "layout/emitter.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "layout/messages.h"
#include "layout/notes.h"

namespace chancery::layout {

Emitter::Emitter(Context& context) : context_(context), navigation_(context.document) {}

namespace {

// Gives back what a finished page will not use.
template <typename Container>
void trim(Container& container) {
  if (container.capacity() - container.size() > container.size() / 8) container.shrink_to_fit();
}

}  // namespace

void Emitter::startSection(const format::Section& section, pages::ElementId element) {
  // A sheet has two sides: a section that begins on an odd page begins on a new sheet.
  const bool blank = section.startsOdd && pageCount() % 2 == 1;
  if (blank && addPage() && section_) {
    page().width = section_->pageWidth;
    page().height = section_->pageHeight;
  }
  section_ = &section;
  sectionElement_ = element;
  sectionPages_ = 0;
  if (section.firstPageNumber) pageNumber_ = *section.firstPageNumber - 1;
}

bool Emitter::addPage() {
  if (pageCount() >= context_.limits.pages) {
    context_.stop(kTooManyPages, {std::to_string(context_.limits.pages)}, kTooManyPagesHint);
    return false;
  }
  pages::Page next;
  if (!pages_.empty()) {
    // Pages are much alike: so their places need not grow, nor stay half empty.
    pages::Page& before = pages_.back();
    trim(before.runs);
    trim(before.glyphs);
    trim(before.text);
    next.runs.reserve(before.runs.size() + before.runs.size() / 16);
    next.glyphs.reserve(before.glyphs.size() + before.glyphs.size() / 16);
    next.text.reserve(before.text.size() + before.text.size() / 16);
  }
  pages_.push_back(std::move(next));
  context_.pageNumber = ++pageNumber_;
  page().label = std::to_string(pageNumber_);
  return true;
}

PageFrame Emitter::startPage(bool firstOfSection) {
  const format::Section& section = *section_;
  PageFrame frame{Length(), section.pageHeight};
  if (context_.stopped || !addPage()) return frame;
  ++sectionPages_;
  page().width = section.pageWidth;
  page().height = section.pageHeight;
  if (section.header && (!firstOfSection || section.headerOnFirst)) {
    frame.top = drawRunning(runningBox(*section.header), toTwips(section.pageNumberOffset));
  }
  if (section.footer && (!firstOfSection || section.footerOnFirst)) {
    const ParagraphBox box = runningBox(*section.footer);
    frame.bottom =
        toTwips(section.pageHeight) - toTwips(section.footerOffset) - box.before - box.after;
    for (const Line& line : box.lines) frame.bottom -= line.box.height + line.box.trailing;
    drawRunning(box, frame.bottom);
  }
  if (firstOfSection) drawPlaced();
  return frame;
}

// Even pages of a document that is printed on both sides have their margins mirrored.
Length Emitter::leftMargin() const {
  const bool mirrored = context_.document.mirrorMargins && pageNumber_ % 2 == 0;
  return toTwips(mirrored ? section_->right : section_->left);
}

// The running header or footer as it looks now (it shows the page's number).
ParagraphBox Emitter::runningBox(const format::Paragraph& paragraph) {
  ParagraphBox box;
  collect(context_, paragraph, {}, box);
  breakLines(context_,
             toTwips(section_->pageWidth) - toTwips(section_->left) - toTwips(section_->right),
             box);
  return box;
}

Length Emitter::drawRunning(const ParagraphBox& box, Length top) {
  artifact_ = true;
  Length y = top + box.before;
  for (std::uint32_t i = 0; i < box.lines.size(); ++i) {
    drawLine(box, i, leftMargin(), y);
    y += box.lines[i].box.height + box.lines[i].box.trailing;
  }
  artifact_ = false;
  return y + box.after;
}

void Emitter::drawPlaced() {
  for (const format::Placed& placed : section_->placed) {
    const auto index = static_cast<std::size_t>(placed.object);
    if (placed.object < 0 || index >= context_.document.objects.size()) continue;
    const format::Object& object = context_.document.objects[index];
    drawObject(object, placed.x, placed.y, {object.width, object.height},
               context_.structure.addFigure(object, sectionElement_));
  }
}

void Emitter::drawPage(const std::vector<Placed>& items) {
  if (!context_.stopped) drawItems(items, leftMargin());
}

void Emitter::drawNotes(const std::vector<Placed>& lines, Length y) {
  if (context_.stopped) return;
  const Length width = std::min(toTwips(context_.document.footnoteRule), context_.noteWidth);
  if (width > Length()) addRule(leftMargin(), y, width, kNoteRule);
  drawItems(lines, leftMargin());
}

void Emitter::showForeign(const format::Section& section) {
  const format::ForeignPage& foreign = *section.foreign;
  const pages::ElementId element =
      context_.structure.add(pages::StructureType::figure, sectionElement_);
  context_.structure.at(element).alternative = foreign.alternative;
  pages::ForeignPage shown;
  shown.file = static_cast<std::uint32_t>(foreign.file);
  shown.page = static_cast<std::uint32_t>(foreign.page);
  shown.element = element;
  page().foreign = shown;
  // What leads to the words that other outputs have leads to the page.
  for (const format::Block& block : section.blocks) {
    const auto* paragraph = std::get_if<format::Paragraph>(&block);
    if (!paragraph || paragraph->bookmark < 0) continue;
    navigation_.placeBookmark(paragraph->bookmark, pages_.size() - 1, pageNumber_, Length());
  }
}

void Emitter::finish(pages::Pages& pages) {
  navigation_.resolve(pages_);
  pages.pages = std::move(pages_);
  pages.faces = std::move(faces_);
  pages.pictures = std::move(pictures_);
  pages.outline = navigation_.takeOutline();
}

// Items with their places; consecutive rows of one table are drawn together.
void Emitter::drawItems(const std::vector<Placed>& items, Length x) {
  for (std::size_t i = 0; i < items.size();) {
    const Item& item = items[i].item;
    if (item.paragraph) {
      drawLine(*item.paragraph, item.line, x, items[i].y);
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
  const auto all = flow.all();
  const bool rows = std::any_of(all.begin(), all.end(),
                                [](const Item& item) { return item.paragraph == nullptr; });
  if (rows) {
    std::vector<Placed> items;
    for (const Item& item : all) {
      y += item.gap;
      items.push_back({item, y});
      y += item.height + item.trailing;
    }
    drawItems(items, x);
    return;
  }
  for (const Item& item : all) {
    y += item.gap;
    drawLine(*item.paragraph, item.line, x, y);
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
  if (table.border > Length() && draws()) {
    drawHorizontals(first, end, x);
    drawVerticals(first, end, x);
  }
}

void Emitter::drawCell(const RowBox& row, const CellBox& cell, Length x, Length y, Length height) {
  const TableBox& table = *row.table;
  Length top = y + table.border + table.paddingY;
  if (cell.verticalAlign != format::VerticalAlign::top) {
    const Length free =
        std::max(height - table.verticalExtra() - cell.flow.contentHeight(), Length());
    top += cell.verticalAlign == format::VerticalAlign::center ? free / 2 : free;
  }
  const bool outer = std::exchange(artifact_, artifact_ || cell.repeated);
  drawFlow(cell.flow, x + table.edges[static_cast<std::size_t>(cell.column)] + table.inset(), top);
  artifact_ = outer;
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
