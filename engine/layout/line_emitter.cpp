// Lines of text to glyph runs.

#include <algorithm>

#include "layout/emitter.h"

namespace chancery::layout {

// The state of one line that is being drawn.
struct Emitter::LineTotals {
  Length x;          // where the next glyph goes
  Length baseline;
  Length extra;      // what each space gets by justification, and
  std::int64_t odd;  // how many of them one EMU more
  int lastPart = -1;
  int lastFace = -1;

  // What the next space is widened by.
  Length takeExtra() {
    if (odd == 0) return extra;
    --odd;
    return extra + Length::emu(1);
  }
};

void Emitter::drawLine(const ParagraphBox& box, const Line& line, bool first, Length x, Length y) {
  const Length indent = first ? box.firstLine : Length();
  const Length free = std::max(box.measure - indent - line.width, Length());
  LineTotals totals{x + box.left + indent, y + line.box.baseline, Length(), 0, -1, -1};
  switch (box.align) {
    case format::Align::left: break;
    case format::Align::right: totals.x += free; break;
    case format::Align::center: totals.x += free / 2; break;
    case format::Align::justify:
      if (!line.ragged && line.spaces > 0) {
        totals.extra = free / line.spaces;
        totals.odd = (free - totals.extra * line.spaces).toEmu();
      }
      break;
  }
  for (std::uint32_t i = line.first; i < line.end; ++i) drawAtom(box, line, i, totals);
  if (totals.lastPart >= 0) {
    const TextPart& part = box.parts[static_cast<std::size_t>(totals.lastPart)];
    endRun(context_.style(part.style), totals.x);
  }
}

void Emitter::drawAtom(const ParagraphBox& box, const Line& line, std::uint32_t index,
                       LineTotals& totals) {
  const Atom& atom = box.atoms[index];
  const TextPart& part = box.parts[atom.part];
  const SetStyle& style = context_.style(part.style);
  const std::string_view text = part.text();
  const bool lastOfLine = index + 1 == line.end;
  const std::uint32_t firstGlyph = index == line.first ? line.firstGlyph : 0;

  const auto open = [&](text::FaceId face) {
    if (totals.lastPart == static_cast<int>(atom.part) && totals.lastFace == face) return;
    if (totals.lastPart >= 0) {
      const TextPart& before = box.parts[static_cast<std::size_t>(totals.lastPart)];
      endRun(context_.style(before.style), totals.x);
    }
    startRun(part, style, face, totals.x, totals.baseline);
    totals.lastPart = static_cast<int>(atom.part);
    totals.lastFace = face;
  };
  const auto put = [&](std::uint16_t glyph, Length advance) {
    page().glyphs.push_back({glyph, static_cast<std::int32_t>(advance.toEmu())});
    totals.x += advance;
  };

  std::size_t offset = atom.textOffset;
  const bool cut = lastOfLine && line.endGlyph > 0;
  if (atom.shaped) {
    const text::Shaped& shaped = *atom.shaped;
    const auto count = static_cast<std::uint32_t>(shaped.glyphs.size());
    const std::uint32_t end = cut ? line.endGlyph : count;
    for (std::uint32_t i = 0; i < firstGlyph; ++i) offset += shaped.glyphs[i].textLength;
    for (const text::Piece& piece : shaped.pieces) {
      const std::uint32_t from = std::max(firstGlyph, piece.firstGlyph);
      const std::uint32_t to = std::min(end, piece.firstGlyph + piece.glyphCount);
      if (from >= to) continue;
      open(piece.face);
      const int unitsPerEm = context_.shaper.unitsPerEm(piece.face);
      // Rounded at each glyph's place, not its width, so that errors do not add up.
      std::int64_t units = 0;
      Length placed;
      std::size_t bytes = 0;
      for (std::uint32_t i = from; i < to; ++i) {
        units += shaped.glyphs[i].advance;
        const Length reached = text::toLength(units, style.size, unitsPerEm) +
                               style.letterSpacing * (i + 1 - from);
        const Length extra = shaped.glyphs[i].noBreakSpace ? totals.takeExtra() : Length();
        put(shaped.glyphs[i].id, reached - placed + extra);
        placed = reached;
        bytes += shaped.glyphs[i].textLength;
      }
      page().text.append(text.substr(offset, bytes));
      offset += bytes;
    }
    if (shaped.pieces.empty()) page().text.append(shaped.text);
  }
  if (cut) {
    if (line.hyphen) {
      const text::Shaper::Simple hyphen = context_.shaper.hyphen(style.face);
      open(style.face);
      put(hyphen.glyph, text::toLength(hyphen.advance, style.size, style.unitsPerEm));
    }
    return;
  }
  if (atom.spaces == 0) {
    // A line end that the text states separates words: the extracted text needs a space there
    // (ISO 32000-1, 14.8.2.5).
    const bool separates = atom.forcedBreak && totals.lastPart >= 0 && index + 1 < box.atoms.size();
    if (!separates) return;
    open(style.face);
    put(context_.shaper.space(style.face).glyph, style.spaceWidth);
    page().text.push_back(' ');
    return;
  }

  open(style.face);
  const Atom* next = index + 1 < box.atoms.size() ? &box.atoms[index + 1] : nullptr;
  const std::uint16_t space = context_.shaper.space(style.face).glyph;
  // Kerning with the neighbours goes to the first space.
  Length kern = spacesWidth(style, atom, next) - style.spaceWidth * atom.spaces;
  const bool widened = !lastOfLine && !atom.fixedSpaces;
  for (std::uint16_t i = 0; i < atom.spaces; ++i) {
    Length advance = style.spaceWidth + kern;
    kern = Length();
    if (widened) advance += totals.takeExtra();
    put(space, advance);
  }
  page().text.append(atom.spaces, ' ');
}

void Emitter::startRun(const TextPart& part, const SetStyle& style, text::FaceId face, Length x,
                       Length y) {
  pages::TextRun run;
  run.face = faceNumber(face);
  run.size = style.size;
  run.x = x;
  run.y = y;
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
