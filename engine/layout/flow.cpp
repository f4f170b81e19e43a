#include "layout/flow.h"

#include <algorithm>
#include <utility>

#include "layout/table.h"

namespace chancery::layout {

namespace {

// Paragraphs kept for the next pass: some 100 MB at most.
constexpr std::size_t kMostKept = 50'000;

// Text that says the same on every page. (One without runs may be no part of the document.)
bool isPlainText(const format::Paragraph& paragraph) {
  return !paragraph.runs.empty() && isTextOnly(paragraph) &&
         std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                     [](const format::Run& run) { return run.field == format::Run::Field::none; });
}

}  // namespace

Length TableBox::inset() const {
  return border + std::max(paddingX - border / 2, Length());
}

Length TableBox::textWidth(int column, int columnSpan) const {
  const Length outer = edges[static_cast<std::size_t>(column + columnSpan)] -
                       edges[static_cast<std::size_t>(column)];
  return outer - border - std::max(paddingX - border / 2, Length()) * 2;
}

void Flow::measure() {
  height = Length();
  for (const Item& item : all()) height += item.gap + item.height + item.trailing;
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
    addParagraph(*paragraph, elementsOf(*paragraph, next));
  } else if (const auto* table = std::get_if<format::Table>(&block)) {
    addTable(*table, depth_ == 0 && next == nullptr);
  } else {
    addContents(std::get<format::Contents>(block));
  }
}

ParagraphElements FlowBuilder::elementsOf(const format::Paragraph& paragraph,
                                          const format::Block* next) {
  if (sole_) return {parent_, parent_, parent_, nullptr};
  return context_.structure.addParagraph(context_.document, paragraph, next, parent_, lists_);
}

void FlowBuilder::addParagraph(const format::Paragraph& paragraph,
                               const ParagraphElements& elements) {
  const std::shared_ptr<ParagraphBox> box = makeLines(paragraph, elements);
  if (!box->marks.empty()) addNotes(*box, elements.around);

  const auto count = static_cast<std::uint32_t>(box->lines.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    Item item;
    item.paragraph = box;
    item.line = i;
    item.height = box->lines[i].box.height;
    item.trailing = box->lines[i].box.trailing;
    if (i == 0) {
      item.newPage = box->pageBreakBefore && depth_ == 0;
      item.gap = item.newPage ? box->before : std::max(after_, box->before);
      item.breakBefore = !keep_ || item.newPage;
    } else {
      // LibreOffice has no widow control inside a row that it splits; in notes it cares for the
      // first lines only.
      const bool stranded =
          box->widowControl && depth_ == 0 && (i < 2 || (count - i < 2 && !context_.inNote));
      item.breakBefore = !stranded && !box->keepLines && !box->keepWithNext;
    }
    sink_(std::move(item));
  }
  after_ = box->after;
  afterTable_ = false;
  keep_ = box->keepWithNext;
}

std::shared_ptr<ParagraphBox> FlowBuilder::makeLines(const format::Paragraph& paragraph,
                                                     const ParagraphElements& elements) {
  const Findings findings(context_.diagnostics);
  std::shared_ptr<ParagraphBox> box = takeMeasured(paragraph);
  if (!box && (box = findKept(paragraph))) {
    setElements(elements, *box);
    return box;
  }
  if (box) {
    setElements(elements, *box);
  } else {
    box = std::make_shared<ParagraphBox>();
    collect(context_, paragraph, elements, *box);
  }
  breakLines(context_, width_, *box);
  auto& kept = context_.leavings.paragraphs;
  const bool keeps = context_.isRehearsal() && !context_.inNote && isPlainText(paragraph);
  if (keeps && !findings.grew() && kept.size() < kMostKept) kept.emplace(&paragraph, box);
  return box;
}

// A paragraph as the pass before left it, when its lines are as long as then.
std::shared_ptr<ParagraphBox> FlowBuilder::findKept(const format::Paragraph& paragraph) const {
  const auto kept = context_.leavings.paragraphs.find(&paragraph);
  if (context_.isRehearsal() || kept == context_.leavings.paragraphs.end()) return nullptr;
  const ParagraphBox& box = *kept->second;
  return box.measure == width_ - box.left - box.right ? kept->second : nullptr;
}

// What was shaped to find a table's columns comes in the same order again.
std::shared_ptr<ParagraphBox> FlowBuilder::takeMeasured(const format::Paragraph& paragraph) {
  auto& measured = context_.measured;
  if (measured.empty() || measured.front().paragraph != &paragraph) return nullptr;
  std::shared_ptr<ParagraphBox> box = std::move(measured.front().box);
  measured.pop_front();
  return box;
}

void FlowBuilder::addContents(const format::Contents& contents) {
  lists_.levels.clear();
  if (contents.lines.empty()) return;
  const pages::ElementId list = context_.structure.add(pages::StructureType::contents, parent_);
  for (const format::Paragraph& line : contents.lines) {
    if (context_.stopped) return;
    const pages::ElementId item = context_.structure.add(pages::StructureType::contentsItem, list);
    addParagraph(line, {item, item, item, nullptr});
  }
}

void FlowBuilder::addNotes(const ParagraphBox& box, pages::ElementId around) {
  for (const NoteMark& mark : box.marks) {
    const auto index = static_cast<std::size_t>(mark.note);
    if (!context_.notes[index]) addNote(mark.note, around);
  }
}

// ISO 32000-1, 14.8.4.4.1: a note stands in the structure where it is referred to.
void FlowBuilder::addNote(int number, pages::ElementId around) {
  const auto index = static_cast<std::size_t>(number);
  const format::Footnote& note = context_.document.footnotes[index];
  auto lines = std::make_shared<NoteLines>();
  context_.notes[index] = lines;
  const pages::ElementId element = context_.structure.add(pages::StructureType::note, around);
  const pages::ElementId label = context_.structure.add(pages::StructureType::label, element);
  const bool outer = std::exchange(context_.inNote, true);
  FlowBuilder builder(context_, context_.noteWidth, element, 0,
                      [&](Item&& item) { lines->flow.add(std::move(item)); });
  const format::Paragraph nothing;
  const format::Footnote* labelled = &note;
  const std::size_t count = std::max<std::size_t>(note.paragraphs.size(), 1);
  for (std::size_t i = 0; i < count; ++i) {
    const format::Paragraph& paragraph = note.paragraphs.empty() ? nothing : note.paragraphs[i];
    const pages::ElementId text = context_.structure.add(pages::StructureType::paragraph, element);
    builder.keep_ = false;
    builder.addParagraph(paragraph, {text, label, element, std::exchange(labelled, nullptr)});
  }
  context_.inNote = outer;
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
