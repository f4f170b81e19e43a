// Lines of text to glyph runs.

#include <algorithm>

#include "layout/emitter.h"
#include "layout/tabs.h"

namespace chancery::layout {

namespace {

bool hasObject(const ParagraphBox& box, const Line& line) {
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    if (box.atoms[i].kind == Atom::Kind::object) return true;
  }
  return false;
}

}  // namespace

// The state of one line that is being drawn.
struct Emitter::LineTotals {
  Length left;  // the paragraph's left edge, without indents
  Length x;     // where the next glyph goes
  Length top, height, baseline;
  Length extra;                 // what each space gets by justification, and
  std::int64_t odd = 0;         // how many of them one EMU more
  std::uint32_t widenFrom = 0;  // the first atom of which spaces are widened
  bool first = false;           // of its paragraph
  int lastPart = -1;
  int lastFace = -1;
  bool afterText = false;  // something was drawn on the line

  // What the next space is widened by.
  Length takeExtra(std::uint32_t atom) {
    if (atom < widenFrom) return Length();
    if (odd == 0) return extra;
    --odd;
    return extra + Length::emu(1);
  }
};

void Emitter::drawLine(const ParagraphBox& box, std::uint32_t number, Length x, Length y) {
  const Line& line = box.lines[number];
  const bool first = number == 0;
  if (first && !artifact_ && (box.target >= 0 || box.outlineLevel > 0)) {
    navigation_.place(box, pages_.size() - 1, pageNumber_, y);
  }
  // Where no pages are wanted there may still be something to find in the labels of a drawing.
  if (!draws() && (context_.isRehearsal() || !hasObject(box, line))) return;
  const Length indent = first ? box.firstLine : Length();
  const Length free = std::max(box.measure - indent - line.width, Length());
  LineTotals totals;
  totals.left = x;
  totals.x = x + box.left + indent;
  totals.top = y;
  totals.height = line.box.height;
  totals.baseline = y + line.box.baseline;
  totals.widenFrom = line.first;
  totals.first = first;
  switch (line.tabs && box.align != format::Align::justify ? format::Align::left : box.align) {
    case format::Align::left:
      break;
    case format::Align::right:
      totals.x += free;
      break;
    case format::Align::center:
      totals.x += free / 2;
      break;
    case format::Align::justify:
      if (!line.ragged && line.spaces > 0) {
        totals.extra = free / line.spaces;
        totals.odd = (free - totals.extra * line.spaces).toEmu();
      }
      break;
  }
  if (line.tabs) {
    for (std::uint32_t i = line.first; i < line.end; ++i) {
      if (box.atoms[i].kind == Atom::Kind::tab) totals.widenFrom = i + 1;
    }
  }
  for (std::uint32_t i = line.first; i < line.end; ++i) drawAtom(box, line, i, totals);
  closeRun(box, totals);
}

void Emitter::drawAtom(const ParagraphBox& box, const Line& line, std::uint32_t index,
                       LineTotals& totals) {
  const Atom& atom = box.atoms[index];
  switch (atom.kind) {
    case Atom::Kind::text:
      break;
    case Atom::Kind::tab:
      return drawTab(box, line, index, totals);
    case Atom::Kind::object: {
      closeRun(box, totals);
      const TextPart& part = box.parts[atom.part];
      drawObject(context_.document.objects[static_cast<std::size_t>(part.object)], totals.x,
                 totals.baseline - part.height, {atom.width, part.height}, part.element);
      totals.x += atom.width;
      return drawSpaces(box, line, index, totals);
    }
  }
  if (atom.shaped) drawWord(box, line, index, totals);
  if (index + 1 < line.end || line.endGlyph == 0) return drawSpaces(box, line, index, totals);
  if (!line.hyphen) return;
  const SetStyle& style = context_.style(box.parts[atom.part].style);
  const text::Shaper::Simple hyphen = context_.shaper.hyphen(style.face);
  openRun(box, atom.part, style.face, totals);
  put(hyphen.glyph, text::toLength(hyphen.advance, style.size, style.unitsPerEm), totals);
}

void Emitter::drawWord(const ParagraphBox& box, const Line& line, std::uint32_t index,
                       LineTotals& totals) {
  const Atom& atom = box.atoms[index];
  const TextPart& part = box.parts[atom.part];
  const SetStyle& style = context_.style(part.style);
  const std::string_view text = part.text();
  const text::Shaped& shaped = *atom.shaped;
  const std::uint32_t firstGlyph = index == line.first ? line.firstGlyph : 0;
  const bool cut = index + 1 == line.end && line.endGlyph > 0;
  const std::uint32_t end = cut ? line.endGlyph : static_cast<std::uint32_t>(shaped.glyphs.size());
  std::size_t offset = atom.textOffset;
  for (std::uint32_t i = 0; i < firstGlyph; ++i) offset += shaped.glyphs[i].textLength;
  for (const text::Piece& piece : shaped.pieces) {
    const std::uint32_t from = std::max(firstGlyph, piece.firstGlyph);
    const std::uint32_t to = std::min(end, piece.firstGlyph + piece.glyphCount);
    if (from >= to) continue;
    const int unitsPerEm = context_.shaper.unitsPerEm(piece.face);
    // Rounded at each glyph's place, not its width, so that errors do not add up.
    const EmScale scale(style.size, unitsPerEm);
    bool open = false;
    std::int64_t units = 0;
    Length placed;
    std::size_t bytes = 0;
    for (std::uint32_t i = from; i < to; ++i) {
      if (shaped.glyphs[i].shift != 0 || shaped.glyphs[i].rise != 0) {
        page().text.append(text.substr(offset, bytes));
        offset += bytes;
        bytes = shaped.glyphs[i].textLength;
        closeRun(box, totals);
        drawAccent(part, piece, shaped.glyphs[i], totals);
        open = false;
        continue;
      }
      if (!open) openRun(box, atom.part, piece.face, totals);
      open = true;
      units += shaped.glyphs[i].advance;
      const Length reached = scale.length(units) + style.letterSpacing * (i + 1 - from);
      const Length extra = shaped.glyphs[i].noBreakSpace ? totals.takeExtra(index) : Length();
      put(shaped.glyphs[i].id, reached - placed + extra, totals);
      placed = reached;
      bytes += shaped.glyphs[i].textLength;
    }
    page().text.append(text.substr(offset, bytes));
    offset += bytes;
  }
  if (shaped.pieces.empty()) page().text.append(shaped.text);
}

void Emitter::drawSpaces(const ParagraphBox& box, const Line& line, std::uint32_t index,
                         LineTotals& totals) {
  const Atom& atom = box.atoms[index];
  const SetStyle& style = context_.style(box.parts[atom.part].style);
  const std::uint16_t space = context_.shaper.space(style.face).glyph;
  if (atom.spaces == 0) {
    // A line end that the text states separates words: the extracted text needs a space there
    // (ISO 32000-1, 14.8.2.5).
    const bool separates = atom.forcedBreak && totals.afterText && index + 1 < box.atoms.size();
    if (!separates) return;
    openRun(box, atom.part, style.face, totals);
    put(space, style.spaceWidth, totals);
    page().text.push_back(' ');
    return;
  }
  openRun(box, atom.part, style.face, totals);
  const Atom* next = index + 1 < box.atoms.size() ? &box.atoms[index + 1] : nullptr;
  // Kerning with the neighbours goes to the first space.
  Length kern = spacesWidth(style, atom, next) - style.spaceWidth * atom.spaces;
  const bool widened = index + 1 < line.end && !atom.fixedSpaces;
  for (std::uint16_t i = 0; i < atom.spaces; ++i) {
    Length advance = style.spaceWidth + kern;
    kern = Length();
    if (widened) advance += totals.takeExtra(index);
    put(space, advance, totals);
  }
  page().text.append(atom.spaces, ' ');
}

// A tab is a space as wide as it takes to reach its stop.
void Emitter::drawTab(const ParagraphBox& box, const Line& line, std::uint32_t index,
                      LineTotals& totals) {
  const Atom& atom = box.atoms[index];
  const SetStyle& style = context_.style(box.parts[atom.part].style);
  openRun(box, atom.part, style.face, totals);
  const Length from = totals.x;
  const std::int64_t base = (totals.x - totals.left).toEmu();
  TabSegment segment;
  Length to = from;
  if (findTab(box, totals.first, base, Length::kEmuPerTwip, segment)) {
    const SegmentWidth following = segmentWidth(context_, box, line, index + 1);
    to = totals.left + Length::emu(segment.start(following.width.toEmu()));
  }
  put(context_.shaper.space(style.face).glyph, to - from, totals);
  page().text.push_back(' ');
  if (segment.leader) drawLeader(style, from, to, totals.left, totals.baseline);
}

// Dots on a grid that all lines of the paragraph's place share. They are drawn, not set: nobody
// reads or copies them.
void Emitter::drawLeader(const SetStyle& style, Length from, Length to, Length origin,
                         Length baseline) {
  const Length pitch = style.size / 4;
  const Length dot = style.size / 12;
  if (pitch <= Length()) return;
  const std::int64_t first = (from - origin) / pitch + 1;
  const std::int64_t last = (to - origin) / pitch - 1;
  if (last <= first) return;
  pages::Shape leader;
  const Length y = baseline - dot / 2;
  leader.path.segments.push_back(
      {image::Segment::Type::move, origin + pitch * first, y, {}, {}, {}, {}});
  leader.path.segments.push_back(
      {image::Segment::Type::line, origin + pitch * last + dot, y, {}, {}, {}, {}});
  leader.path.stroke = image::Color{};
  leader.path.strokeWidth = dot;
  leader.path.dashes = {dot, pitch - dot};
  leader.element = pages::kArtifact;
  page().shapes.push_back(std::move(leader));
}

void Emitter::put(std::uint16_t glyph, Length advance, LineTotals& totals) {
  totals.afterText = true;
  page().glyphs.push_back({glyph, static_cast<std::int32_t>(advance.toEmu())});
  totals.x += advance;
}

void Emitter::openRun(const ParagraphBox& box, std::uint32_t part, text::FaceId face,
                      LineTotals& totals) {
  if (totals.lastPart == static_cast<int>(part) && totals.lastFace == face) return;
  closeRun(box, totals);
  startRun(box.parts[part], context_.style(box.parts[part].style), face, totals.x, totals.baseline);
  totals.lastPart = static_cast<int>(part);
  totals.lastFace = face;
}

void Emitter::closeRun(const ParagraphBox& box, LineTotals& totals) {
  if (totals.lastPart < 0) return;
  const TextPart& part = box.parts[static_cast<std::size_t>(totals.lastPart)];
  endRun(context_.style(part.style), totals.x);
  totals.lastPart = totals.lastFace = -1;
  if (part.target < 0 || artifact_) return;
  const pages::TextRun& run = page().runs.back();
  pages::Link link;
  link.x = run.x;
  link.y = totals.top;
  link.width = totals.x - run.x;
  link.height = totals.height;
  link.element = part.element;
  link.page = static_cast<std::uint32_t>(part.target);
  link.description = page().text.substr(run.textOffset, run.textLength);
  navigation_.addLink(page(), link);
}

// An accent stands at its own height, so in a run of its own; its text is its letter's.
void Emitter::drawAccent(const TextPart& part, const text::Piece& piece,
                         const text::ShapedGlyph& glyph, const LineTotals& totals) {
  const SetStyle& style = context_.style(part.style);
  const int unitsPerEm = context_.shaper.unitsPerEm(piece.face);
  startRun(part, style, piece.face, totals.x + text::toLength(glyph.shift, style.size, unitsPerEm),
           totals.baseline - text::toLength(glyph.rise, style.size, unitsPerEm));
  page().glyphs.push_back({glyph.id, 0});
  page().runs.back().glyphCount = 1;
}

void Emitter::startRun(const TextPart& part, const SetStyle& style, text::FaceId face, Length x,
                       Length y) {
  pages::TextRun run;
  run.face = faceNumber(face);
  run.size = style.size;
  run.x = x;
  run.y = y + style.shift;
  run.firstGlyph = static_cast<std::uint32_t>(page().glyphs.size());
  run.textOffset = static_cast<std::uint32_t>(page().text.size());
  run.element = artifact_ ? pages::kArtifact : part.element;
  run.origin = part.origin;
  page().runs.push_back(run);
}

std::uint16_t Emitter::faceNumber(text::FaceId face) {
  if (faceNumbers_.size() <= face) faceNumbers_.resize(face + std::size_t{1}, -1);
  int& number = faceNumbers_[face];
  if (number < 0) {
    number = static_cast<int>(faces_.size());
    faces_.push_back(context_.shaper.faceOf(face));
  }
  return static_cast<std::uint16_t>(number);
}

void Emitter::endRun(const SetStyle& style, Length right) {
  pages::TextRun& run = page().runs.back();
  run.glyphCount = static_cast<std::uint32_t>(page().glyphs.size()) - run.firstGlyph;
  run.textLength = static_cast<std::uint32_t>(page().text.size()) - run.textOffset;
  if (!style.underline) return;
  // Liberation Serif and Tinos: position -217, thickness 150 of 2048; near it for every face.
  addRule(run.x, run.y + run.size / 10, right - run.x, run.size / 16);
}

}  // namespace chancery::layout
