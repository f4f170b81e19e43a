#include "layout/paragraph.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/messages.h"

namespace chancery::layout {
namespace {

constexpr std::uint16_t kMostSpaces = 60'000;

// Longer words are handled in pieces, so that hostile ones cost no more than others.
constexpr std::size_t kLongestWord = 512;

// About as many as a Russian word and its space take: tells how much room to keep for atoms.
constexpr std::size_t kBytesOfWord = 12;

// What stands for an object where places to break a line are asked for: U+FFFC, of class CB.
constexpr char32_t kObjectCharacter = 0xFFFC;

bool isSpace(char c) {
  return c == ' ' || c == '\t';
}

Length wordWidth(const Context& context, const text::Shaped& shaped, const SetStyle& style) {
  Length width;
  for (const text::Piece& piece : shaped.pieces) {
    const int unitsPerEm =
        piece.face == style.face ? style.unitsPerEm : context.shaper.unitsPerEm(piece.face);
    width += text::toLength(piece.width, style.size, unitsPerEm);
  }
  return width + style.letterSpacing * static_cast<std::int64_t>(shaped.glyphs.size());
}

// «п/п» and the like stay whole where widths are chosen; longer words with slashes are paths.
constexpr std::size_t kLongPath = 24;

// Cuts the text of parts into atoms.
class Collector {
 public:
  Collector(Context& context, ParagraphBox& box) : context_(context), box_(box) {}

  void addPart(TextPart part, bool fixedSpaces);
  void addObject(TextPart part, Length width);
  /// The mark of a note stays with what is before it.
  void addMark(TextPart part, int note);

 private:
  void addTab(std::size_t offset);
  void addWord(std::size_t offset, std::string_view word);
  void addSpace(std::size_t offset);
  void addForcedBreak(std::size_t offset);
  void decideBreak(char32_t next);
  Atom& newAtom(std::size_t offset);

  Context& context_;
  ParagraphBox& box_;
  std::uint32_t part_ = 0;
  char32_t lastCharacter_ = 0;  // of the latest word of the line
  bool fixedSpaces_ = false;
  bool glued_ = false;  // no break before the next word
};

void Collector::addPart(TextPart part, bool fixedSpaces) {
  fixedSpaces_ = fixedSpaces;
  box_.parts.push_back(std::move(part));
  part_ = static_cast<std::uint32_t>(box_.parts.size() - 1);
  const std::string_view text = box_.parts.back().text();
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n') {
      addForcedBreak(i++);
    } else if (text[i] == '\t' && box_.tabs) {
      addTab(i++);
    } else if (isSpace(text[i])) {
      addSpace(i++);
    } else {
      const std::size_t begin = i;
      while (i < text.size() && text[i] != '\n' && !isSpace(text[i])) ++i;
      if (i - begin > kLongestWord) {
        i = begin + kLongestWord;
        while ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) --i;  // a whole character
      }
      addWord(begin, text.substr(begin, i - begin));
    }
  }
}

Atom& Collector::newAtom(std::size_t offset) {
  Atom atom;
  atom.textOffset = static_cast<std::uint32_t>(offset);
  atom.part = part_;
  atom.fixedSpaces = fixedSpaces_;
  box_.atoms.push_back(atom);
  return box_.atoms.back();
}

void Collector::addWord(std::size_t offset, std::string_view word) {
  const SetStyle& style = context_.style(box_.parts[part_].style);
  const text::Shaped& shaped = context_.shaper.shape(style.face, word);
  if (!shaped.lacking.empty()) context_.tellLacking(shaped, box_.parts[part_].origin);
  decideBreak(shaped.first);
  Atom& atom = newAtom(offset);
  atom.shaped = &shaped;
  atom.width = shaped.pieces.size() == 1 && shaped.pieces[0].face == style.face
                   ? text::toLength(shaped.pieces[0].width, style.size, style.unitsPerEm) +
                         style.letterSpacing * static_cast<std::int64_t>(shaped.glyphs.size())
                   : wordWidth(context_, shaped, style);
  atom.pixels = glyphsPixels(context_, atom, style, 0, 0);
  lastCharacter_ = shaped.last;
}

// May a line end between what was collected and the word that comes now?
void Collector::decideBreak(char32_t next) {
  if (box_.atoms.empty()) return;
  Atom& before = box_.atoms.back();
  if (before.forcedBreak || before.kind == Atom::Kind::tab || std::exchange(glued_, false)) return;
  if (before.fixedSpaces) return;  // a label stays with its text, as numbering in LibreOffice does
  if (lastCharacter_ == 0) {
    before.breakAfter = before.spaces > 0;
  } else if (before.spaces > 0) {
    before.breakAfter = context_.shaper.breaks().afterSpaces(lastCharacter_, next);
  } else {
    before.breakAfter = context_.shaper.breaks().between(lastCharacter_, next);
  }
}

void Collector::addObject(TextPart part, Length width) {
  fixedSpaces_ = false;
  const std::int64_t pixels = width.toTwips() * kPixelsPerTwip;
  box_.parts.push_back(std::move(part));
  part_ = static_cast<std::uint32_t>(box_.parts.size() - 1);
  decideBreak(kObjectCharacter);
  Atom& atom = newAtom(0);
  atom.kind = Atom::Kind::object;
  atom.width = width;
  atom.pixels = pixels;
  lastCharacter_ = kObjectCharacter;
}

void Collector::addMark(TextPart part, int note) {
  glued_ = true;
  const auto first = static_cast<std::uint32_t>(box_.atoms.size());
  addPart(std::move(part), false);
  glued_ = false;
  if (box_.atoms.size() > first) box_.marks.push_back({first, note});
}

// Where the text after a tab finds no room, LibreOffice takes the tab along to the next line.
void Collector::addTab(std::size_t offset) {
  if (!box_.atoms.empty() && !box_.atoms.back().fixedSpaces) box_.atoms.back().breakAfter = true;
  newAtom(offset).kind = Atom::Kind::tab;
  lastCharacter_ = 0;
}

void Collector::addSpace(std::size_t offset) {
  // Spaces of another style, or after a tab, begin an atom without a word.
  if (box_.atoms.empty() || box_.atoms.back().part != part_ || box_.atoms.back().forcedBreak ||
      box_.atoms.back().kind == Atom::Kind::tab || box_.atoms.back().spaces == kMostSpaces) {
    newAtom(offset);
  }
  ++box_.atoms.back().spaces;
}

void Collector::addForcedBreak(std::size_t offset) {
  if (box_.atoms.empty() || box_.atoms.back().part != part_ || box_.atoms.back().forcedBreak) {
    newAtom(offset);
  }
  box_.atoms.back().forcedBreak = true;
  lastCharacter_ = 0;
}

// The page of a bookmark. While it is not known most are guessed to have two digits.
std::string pageOf(Context& context, const format::Run& run) {
  const auto index = static_cast<std::size_t>(run.index);
  const auto& pages = context.numbers.bookmarkPages;
  if (index >= pages.size()) return "00";
  if (pages[index] > 0) return std::to_string(pages[index]);
  const auto& bookmarks = context.document.bookmarks;
  context.warnOnce(kNowhere, {index < bookmarks.size() ? bookmarks[index].id : ""}, run.origin);
  return "–";
}

std::string fieldText(Context& context, const format::Run& run) {
  using Field = format::Run::Field;
  ++context.fieldsMet;
  if (run.field == Field::pageNumber) return std::to_string(context.pageNumber);
  context.asksNumbers = true;
  if (run.field == Field::pageOf) return pageOf(context, run);
  int count = context.numbers.pageCount;
  if (run.field == Field::sectionPageCount) {
    const auto& counts = context.numbers.sectionPageCounts;
    const auto section = static_cast<std::size_t>(context.section);
    count = section < counts.size() ? counts[section] : 1;
  }
  return std::to_string(std::max(count, 1));
}

// The level whose indents a labelled paragraph has in place of its style's.
const format::NumberingLevel* levelOf(const format::Document& document,
                                      const format::Paragraph& paragraph) {
  if (!paragraph.label) return nullptr;
  const auto instance = static_cast<std::size_t>(paragraph.label->instance);
  if (instance >= document.instances.size()) return nullptr;
  const auto numbering = static_cast<std::size_t>(document.instances[instance].numbering);
  const auto& levels = document.numberings[numbering].levels;
  const auto level = static_cast<std::size_t>(paragraph.label->level);
  return level < levels.size() ? &levels[level] : nullptr;
}

void applyStyle(Context& context, const format::Paragraph& paragraph,
                const format::ParagraphStyle& style, ParagraphBox& box) {
  box.align = paragraph.align.value_or(style.align);
  const format::NumberingLevel* level = levelOf(context.document, paragraph);
  box.left = toTwips(level ? level->left : style.left);
  box.firstLine = toTwips(level ? level->firstLine : style.firstLine);
  box.right = toTwips(style.right);
  box.before = toTwips(style.before);
  box.after = toTwips(style.after);
  box.spacing = style.spacing;
  box.keepWithNext = paragraph.keepWithNext || style.keepWithNext;
  box.keepLines = paragraph.keepLines || style.keepLines;
  box.widowControl = style.widowControl;
  box.hyphenate = style.hyphenate && context.canHyphenate();
  box.pageBreakBefore = paragraph.pageBreakBefore;
  if (!style.tabs.empty() || box.firstLine < Length()) box.tabs = &style.tabs;
  box.target = paragraph.bookmark;
  box.outlineLevel = format::outlineLevel(paragraph.role, style);
}

format::TextStyle raised(const format::TextStyle& style) {
  format::TextStyle result = style;
  result.raise = format::Raise::superscript;
  return result;
}

// A paragraph's parts, one after another.
class PartMaker {
 public:
  PartMaker(Context& context, const format::Paragraph& paragraph,
            const format::ParagraphStyle& style, const ParagraphElements& elements,
            ParagraphBox& box)
      : context_(context),
        style_(style),
        box_(box),
        collector_(context, box),
        elements_(context.structure, context.document, paragraph, elements.text) {}

  void addLabel(std::string text, pages::ElementId element, Origin origin) {
    TextPart label;
    label.own = std::move(text);
    label.style = box_.style;
    label.element = element;
    label.origin = origin;
    label.origin.words = Words::engine;
    box_.labelled = true;
    collector_.addPart(std::move(label), true);
  }

  // The label of a note is raised here and in Word. LibreOffice sets it on the line: lines are
  // broken as if it stood there.
  void addNoteLabel(std::string text, pages::ElementId element, Origin origin) {
    TextPart label;
    label.own = std::move(text);
    label.style = context_.styleOf(raised(style_.text));
    label.element = element;
    label.origin = origin;
    label.origin.words = Words::engine;
    collector_.addPart(std::move(label), true);
    for (Atom& atom : box_.atoms) {
      if (!atom.shaped) continue;
      atom.pixels = glyphsPixels(context_, atom, context_.style(box_.style), 0, 0);
    }
    TextPart space;
    space.own = " ";
    space.style = box_.style;
    space.element = element;
    collector_.addPart(std::move(space), true);
  }

  void addRun(const format::Run& run) {
    using Field = format::Run::Field;
    TextPart part;
    part.stated = run.text;
    part.style = run.style ? context_.styleOf(*run.style) : box_.style;
    part.element = elements_.of(run);
    part.target = run.link;
    part.origin = run.origin;
    if (run.field == Field::object) return addObject(run, std::move(part));
    if (run.field == Field::footnote) return addMark(run, std::move(part));
    if (run.field != Field::none) part.own = fieldText(context_, run);
    collector_.addPart(std::move(part), false);
  }

 private:
  void addObject(const format::Run& run, TextPart part) {
    const auto index = static_cast<std::size_t>(run.index);
    if (run.index < 0 || index >= context_.document.objects.size()) return;
    const format::Object& object = context_.document.objects[index];
    part.stated = {};
    part.object = run.index;
    part.height = toTwips(object.height);
    collector_.addObject(std::move(part), toTwips(object.width));
  }

  void addMark(const format::Run& run, TextPart part) {
    const format::TextStyle& style = run.style ? *run.style : style_.text;
    if (style.raise == format::Raise::none) part.style = context_.styleOf(raised(style));
    const auto index = static_cast<std::size_t>(run.index);
    const bool known = run.index >= 0 && index < context_.document.footnotes.size();
    if (!known || context_.inNote) return collector_.addPart(std::move(part), false);
    part.target = noteTarget(context_.document, run.index);
    collector_.addMark(std::move(part), run.index);
  }

  Context& context_;
  const format::ParagraphStyle& style_;
  ParagraphBox& box_;
  Collector collector_;
  RunElements elements_;
};

}  // namespace

void collect(Context& context, const format::Paragraph& paragraph,
             const ParagraphElements& elements, ParagraphBox& box) {
  const format::ParagraphStyle& style =
      context.inNote ? context.document.footnoteStyle
                     : context.document.styles[static_cast<std::size_t>(paragraph.style)];
  applyStyle(context, paragraph, style, box);
  box.style =
      context.inNote ? context.styleOf(style.text) : context.styleOfParagraph(paragraph.style);
  PartMaker maker(context, paragraph, style, elements, box);
  box.parts.reserve(paragraph.runs.size() + 1);
  std::size_t bytes = 0;
  for (const format::Run& run : paragraph.runs) bytes += run.text.size();
  box.atoms.reserve(bytes / kBytesOfWord + box.parts.capacity());
  if (elements.note) {
    const auto note = elements.note - context.document.footnotes.data();
    box.target = noteTarget(context.document, static_cast<int>(note));
    maker.addNoteLabel(elements.note->label, elements.label, elements.note->origin);
  }
  if (paragraph.label) {
    maker.addLabel(paragraph.label->text + " ", elements.label, paragraph.origin);
  }
  for (const format::Run& run : paragraph.runs) maker.addRun(run);
}

bool isTextOnly(const format::Paragraph& paragraph) {
  return std::all_of(paragraph.runs.begin(), paragraph.runs.end(), isPlain);
}

void setElements(const ParagraphElements& elements, ParagraphBox& box) {
  for (TextPart& part : box.parts) part.element = elements.text;
  if (box.labelled) box.parts.front().element = elements.label;
}

ContentWidth contentWidth(const Context& context, const ParagraphBox& box) {
  ContentWidth result;
  Length indent = box.firstLine;  // of the line being measured
  Length line, word, pending;
  const Length edges = box.left + box.right;
  const auto endWord = [&] {
    result.least = std::max(result.least, word + indent + edges);
    word = Length();
  };
  for (std::size_t i = 0; i < box.atoms.size(); ++i) {
    const Atom& atom = box.atoms[i];
    const SetStyle& style = context.style(box.parts[atom.part].style);
    if (atom.kind == Atom::Kind::object) {
      line += pending + atom.width;
      word += atom.width;
      pending = Length();
    } else if (atom.shaped) {
      line += pending + atom.width;
      pending = Length();
      std::uint32_t from = 0;
      for (const text::InsideBreak& inside : atom.shaped->breaks) {
        if (inside.afterSlash && atom.shaped->glyphs.size() <= kLongPath) continue;
        word += glyphsWidth(context, atom, style, from, inside.glyph);
        endWord();
        from = inside.glyph;
      }
      word += from == 0 ? atom.width : glyphsWidth(context, atom, style, from, 0);
    }
    const Atom* next = i + 1 < box.atoms.size() ? &box.atoms[i + 1] : nullptr;
    pending += spacesWidth(style, atom, next);
    if (atom.kind == Atom::Kind::tab) pending += style.spaceWidth;
    const bool lineEnds = atom.forcedBreak || next == nullptr;
    if (atom.breakAfter || lineEnds) {
      endWord();
    } else {
      word += spacesWidth(style, atom, next);
    }
    if (lineEnds) {
      result.most = std::max(result.most, line + indent + edges);
      line = pending = indent = Length();
    }
  }
  return result;
}

Length glyphsWidth(const Context& context, const Atom& atom, const SetStyle& style,
                   std::uint32_t first, std::uint32_t end) {
  if (!atom.shaped) return atom.width;
  const text::Shaped& shaped = *atom.shaped;
  const auto count = static_cast<std::uint32_t>(shaped.glyphs.size());
  if (end == 0) end = count;
  if (first == 0 && end == count) return atom.width;
  Length width;
  for (const text::Piece& piece : shaped.pieces) {
    const std::uint32_t from = std::max(first, piece.firstGlyph);
    const std::uint32_t to = std::min(end, piece.firstGlyph + piece.glyphCount);
    std::int64_t units = 0;
    for (std::uint32_t i = from; i < to; ++i) units += shaped.glyphs[i].advance;
    width += text::toLength(units, style.size, context.shaper.unitsPerEm(piece.face));
  }
  return width + style.letterSpacing * static_cast<std::int64_t>(end - first);
}

Length spacesWidth(const SetStyle& style, const Atom& atom, const Atom* next) {
  if (atom.spaces == 0) return Length();
  Length width = style.spaceWidth * atom.spaces;
  std::int64_t kern = atom.shaped ? atom.shaped->tailKern : 0;
  if (next && next->shaped) kern += next->shaped->leadKern;
  if (kern != 0) width += text::toLength(kern, style.size, style.unitsPerEm);
  return width;
}

int noBreakSpaces(const Atom& atom, std::uint32_t first, std::uint32_t end) {
  if (!atom.shaped) return 0;
  const auto& glyphs = atom.shaped->glyphs;
  const auto last = end == 0 ? glyphs.end() : glyphs.begin() + end;
  return static_cast<int>(std::count_if(glyphs.begin() + first, last,
                                        [](const auto& glyph) { return glyph.noBreakSpace; }));
}

std::int64_t glyphsPixels(const Context& context, const Atom& atom, const SetStyle& style,
                          std::uint32_t first, std::uint32_t end) {
  const text::Shaped& shaped = *atom.shaped;
  if (end == 0) end = static_cast<std::uint32_t>(shaped.glyphs.size());
  std::int64_t pixels = 0;
  for (const text::Piece& piece : shaped.pieces) {
    const PixelScale scale =
        piece.face == style.face
            ? style.pixels
            : PixelScale(style.size, context.shaper.unitsPerEm(piece.face), style.letterSpacing);
    const std::uint32_t to = std::min(end, piece.firstGlyph + piece.glyphCount);
    for (std::uint32_t i = std::max(first, piece.firstGlyph); i < to; ++i) {
      pixels += scale.advance(shaped.glyphs[i].advance);
    }
  }
  return pixels;
}

std::int64_t spacesPixels(const SetStyle& style, const Atom& atom, const Atom* next) {
  if (atom.spaces == 0) return 0;
  const std::int64_t lead = next && next->shaped ? next->shaped->leadKern : 0;
  std::int64_t pixels = style.pixels.advance(style.spaceUnits) * (atom.spaces - 1) +
                        style.pixels.advance(style.spaceUnits + lead);
  if (atom.shaped && atom.shaped->tailKern != 0) {
    const std::int64_t last = atom.shaped->glyphs.back().advance;
    pixels += style.pixels.advance(last + atom.shaped->tailKern) - style.pixels.advance(last);
  }
  return pixels;
}

}  // namespace chancery::layout
