#include "layout/paragraph.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery::layout {
namespace {

constexpr std::uint16_t kMostSpaces = 60'000;

// Longer words are handled in pieces, so that hostile ones cost no more than others.
constexpr std::size_t kLongestWord = 512;

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

 private:
  void addWord(std::size_t offset, std::string_view word);
  void addSpace(std::size_t offset);
  void addForcedBreak(std::size_t offset);
  void decideBreak(const text::Shaped& next);
  Atom& newAtom(std::size_t offset);

  Context& context_;
  ParagraphBox& box_;
  std::uint32_t part_ = 0;
  char32_t lastCharacter_ = 0;  // of the latest word of the line
  bool fixedSpaces_ = false;
};

void Collector::addPart(TextPart part, bool fixedSpaces) {
  fixedSpaces_ = fixedSpaces;
  box_.parts.push_back(std::move(part));
  part_ = static_cast<std::uint32_t>(box_.parts.size() - 1);
  const std::string_view text = box_.parts.back().text();
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n') {
      addForcedBreak(i++);
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
  if (!shaped.lacking.empty()) context_.tellLacking(shaped);
  decideBreak(shaped);
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
void Collector::decideBreak(const text::Shaped& next) {
  if (box_.atoms.empty()) return;
  Atom& before = box_.atoms.back();
  if (before.forcedBreak) return;
  if (before.fixedSpaces) return;  // a label stays with its text, as numbering in LibreOffice does
  if (lastCharacter_ == 0) {
    before.breakAfter = before.spaces > 0;
  } else if (before.spaces > 0) {
    before.breakAfter = context_.shaper.breaks().afterSpaces(lastCharacter_, next.first);
  } else {
    before.breakAfter = context_.shaper.breaks().between(lastCharacter_, next.first);
  }
}

void Collector::addSpace(std::size_t offset) {
  // Spaces of another style begin an atom without a word.
  if (box_.atoms.empty() || box_.atoms.back().part != part_ || box_.atoms.back().forcedBreak ||
      box_.atoms.back().spaces == kMostSpaces) {
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

std::string fieldText(Context& context, format::Run::Field field) {
  if (field == format::Run::Field::pageNumber) return std::to_string(context.pageNumber);
  context.countShown = true;
  return std::to_string(std::max(context.pageCount, 1));
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

}  // namespace

void collect(Context& context, const format::Paragraph& paragraph,
             const ParagraphElements& elements, ParagraphBox& box) {
  const format::ParagraphStyle& style =
      context.document.styles[static_cast<std::size_t>(paragraph.style)];
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
  box.style = context.styleOfParagraph(paragraph.style);

  Collector collector(context, box);
  box.parts.reserve(paragraph.runs.size() + 1);
  if (paragraph.label) {
    TextPart label;
    label.own = paragraph.label->text + " ";
    label.style = box.style;
    label.element = elements.label;
    label.origin = paragraph.origin;
    label.origin.words = Words::engine;
    box.labelled = true;
    collector.addPart(std::move(label), true);
  }
  for (const format::Run& run : paragraph.runs) {
    TextPart part;
    part.stated = run.text;
    part.style = run.style ? context.styleOf(*run.style) : box.style;
    part.element = elements.text;
    part.origin = run.origin;
    if (run.field != format::Run::Field::none) part.own = fieldText(context, run.field);
    collector.addPart(std::move(part), false);
  }
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
    if (atom.shaped) {
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

std::int64_t glyphsPixels(const Context& context, const Atom& atom, const SetStyle& style,
                          std::uint32_t first, std::uint32_t end) {
  const text::Shaped& shaped = *atom.shaped;
  if (end == 0) end = static_cast<std::uint32_t>(shaped.glyphs.size());
  std::int64_t pixels = 0;
  for (const text::Piece& piece : shaped.pieces) {
    const PixelScale scale = piece.face == style.face
                                 ? style.pixels
                                 : PixelScale(style.size, context.shaper.unitsPerEm(piece.face),
                                              style.letterSpacing);
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
