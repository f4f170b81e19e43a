#include <algorithm>

#include "base/error.h"
#include "layout/emitter.h"
#include "layout/layout.h"
#include "layout/messages.h"
#include "layout/paginator.h"

namespace chancery::layout {
namespace {

// Words kept between documents: about 40 MB at most.
constexpr std::size_t kMostWords = 100'000;

// Page numbers shown in the text may move the text that they tell of; after this many passes they
// stand as they are.
constexpr int kMostPasses = 4;

bool isDeeperThan(const std::vector<format::Block>& blocks, int levels) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const format::Block& block) {
    const auto* table = std::get_if<format::Table>(&block);
    if (!table) return false;
    if (levels == 0) return true;
    for (const format::Row& row : table->rows) {
      for (const format::Cell& cell : row.cells) {
        if (isDeeperThan(cell.blocks, levels - 1)) return true;
      }
    }
    return false;
  });
}

bool isNestedTooDeep(Context& context) {
  for (const format::Section& section : context.document.sections) {
    if (isDeeperThan(section.blocks, context.limits.nesting)) {
      context.stop(kNestedTooDeep, {std::to_string(context.limits.nesting)}, kNestedTooDeepHint);
      return true;
    }
  }
  return false;
}

void layoutSection(Context& context, Emitter& emitter, const format::Section& section,
                   std::size_t number) {
  const pages::ElementId element = context.structure.add(pages::StructureType::section, 0);
  context.section = static_cast<int>(number);
  context.noteWidth = toTwips(section.pageWidth) - toTwips(section.left) - toTwips(section.right);
  context.roomHeight = toTwips(section.pageHeight);
  if (section.foreign) {
    emitter.startSection(section, element);
    emitter.startPage(true);
    if (!context.stopped) emitter.showForeign(section);
    return;
  }
  Paginator paginator(context, emitter, section, element);
  if (context.stopped) return;
  if (!paginator.hasRoom()) {
    context.stop(kNoRoom, {std::to_string(number + 1)}, kNoRoomHint);
    return;
  }
  context.roomHeight = paginator.textHeight();
  FlowBuilder builder(context, paginator.textWidth(), element, 0,
                      [&](Item&& item) { paginator.add(std::move(item)); });
  builder.addAll(section.blocks);
  builder.endSection();
  paginator.finish();
}

// An empty sheet, so that a document without sections still is one.
format::Section emptySection() {
  format::Section section;
  section.pageWidth = Length::mm(210);
  section.pageHeight = Length::mm(297);
  section.left = section.right = section.top = section.bottom = Length::mm(20);
  return section;
}

// One pass. Result: the numbers that the pages have.
PageNumbers layoutSections(Context& context, pages::Pages& pages) {
  Emitter emitter(context);
  PageNumbers numbers;
  const auto& sections = context.document.sections;
  const format::Section empty = emptySection();
  if (sections.empty()) layoutSection(context, emitter, empty, 0);
  for (std::size_t i = 0; i < sections.size() && !context.stopped; ++i) {
    layoutSection(context, emitter, sections[i], i);
    numbers.sectionPageCounts.push_back(emitter.sectionPages());
  }
  numbers.pageCount = emitter.pageCount();
  numbers.bookmarkPages = emitter.bookmarkPages();
  emitter.finish(pages);
  return numbers;
}

}  // namespace

struct Engine::Data {
  enum class Output { pages, resolved };

  explicit Data(const fonts::Library& library) : shaper(library, text::Kerning::pairs) {}
  Result run(const format::Document& document, const Limits& limits, Diagnostics& diagnostics,
             const Sources* sources, Output output);

  text::Shaper shaper;
};

Engine::Engine(const fonts::Library& library) : data_(std::make_unique<Data>(library)) {}
Engine::~Engine() = default;

Result Engine::layout(const format::Document& document, const Limits& limits,
                      Diagnostics& diagnostics, const Sources* sources) {
  return data_->run(document, limits, diagnostics, sources, Data::Output::pages);
}

format::Resolved Engine::resolve(const format::Document& document, const Limits& limits,
                                 Diagnostics& diagnostics, const Sources* sources) {
  return data_->run(document, limits, diagnostics, sources, Data::Output::resolved).resolved;
}

Result Engine::Data::run(const format::Document& document, const Limits& limits,
                         Diagnostics& diagnostics, const Sources* sources, Output output) {
  shaper.trim(kMostWords);
  Result result;
  Leavings leavings;
  PageNumbers numbers;
  for (int round = 1;; ++round) {
    Diagnostics found;
    Context context(shaper, document, limits, sources, found);
    context.resolved.columnWidths.resize(
        static_cast<std::size_t>(std::max(document.tableCount, 0)));
    context.notes.resize(document.footnotes.size());
    context.wantsPages = output == Output::pages;
    context.leavings = std::move(leavings);
    context.numbers = numbers;
    result.pages = {};
    PageNumbers counted;
    if (!isNestedTooDeep(context)) counted = layoutSections(context, result.pages);
    const bool settled = !context.asksNumbers || counted == numbers || context.stopped;
    numbers = std::move(counted);
    if (!settled && round < kMostPasses) {
      leavings = std::move(context.leavings);
      continue;
    }

    if (!settled) {
      context.warnOnce(kNumbersUnsettled, {std::to_string(kMostPasses)}, {},
                       &kNumbersUnsettledHint);
    }
    diagnostics.append(found);
    result.pages.structure = context.structure.take();
    result.resolved = std::move(context.resolved);
    break;
  }
  result.resolved.pageCount = numbers.pageCount;
  result.resolved.sectionPageCounts = std::move(numbers.sectionPageCounts);
  result.resolved.bookmarkPages = std::move(numbers.bookmarkPages);
  for (const format::ForeignFile& file : document.foreign)
    result.pages.foreign.push_back(file.bytes);
  result.pages.title = document.title;
  result.pages.author = document.author;
  result.pages.language = document.language;
  return result;
}

}  // namespace chancery::layout
