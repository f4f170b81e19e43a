#include "layout/tabs.h"

#include <algorithm>

namespace chancery::layout {

std::int64_t TabSegment::start(std::int64_t width) const {
  switch (align) {
    case format::Align::right:
      return std::max(base, stop - width);
    case format::Align::center:
      return std::max(base, stop - width / 2);
    case format::Align::left:
    case format::Align::justify:
      break;
  }
  return stop;
}

std::int64_t TabSegment::room(std::int64_t edge) const {
  switch (align) {
    case format::Align::right:
      return std::max(edge, stop) - base;
    case format::Align::center:
      return std::min(edge - base, 2 * (edge - stop));
    case format::Align::left:
    case format::Align::justify:
      break;
  }
  return edge - stop;
}

bool findTab(const ParagraphBox& box, bool firstLine, std::int64_t base, std::int64_t unit,
             TabSegment& segment) {
  bool found = false;
  const Length edge = box.left + box.measure + box.right;  // of the text area or cell
  const auto offer = [&](Length at, format::Align align, bool leader) {
    const std::int64_t stop = std::min(at, edge).toTwips() * unit;
    if (stop <= base || (found && stop >= segment.stop)) return;
    found = true;
    segment = {align, base, stop, leader};
  };
  for (const format::TabStop& stop : *box.tabs) offer(stop.at, stop.align, stop.leader);
  if (firstLine && box.firstLine < Length()) offer(box.left, format::Align::left, false);
  return found;
}

SegmentWidth segmentWidth(const Context& context, const ParagraphBox& box, const Line& line,
                          std::uint32_t first) {
  SegmentWidth result;
  Length pending, spacing;
  int pendingSpaces = 0;
  for (result.end = first; result.end < line.end; ++result.end) {
    const std::uint32_t i = result.end;
    const Atom& atom = box.atoms[i];
    if (atom.kind == Atom::Kind::tab) break;
    const SetStyle& style = context.style(box.parts[atom.part].style);
    if (!atom.isBlank()) {
      const std::uint32_t from = i == line.first ? line.firstGlyph : 0;
      const std::uint32_t to = i + 1 == line.end ? line.endGlyph : 0;
      result.width += pending + glyphsWidth(context, atom, style, from, to);
      result.spaces += pendingSpaces + noBreakSpaces(atom, from, to);
      pending = Length();
      pendingSpaces = 0;
      spacing = atom.shaped ? style.letterSpacing : Length();
    }
    const Atom* next = i + 1 < box.atoms.size() ? &box.atoms[i + 1] : nullptr;
    pending += spacesWidth(style, atom, next);
    if (!atom.fixedSpaces) pendingSpaces += atom.spaces;
  }
  result.width -= spacing;
  if (line.hyphen && result.end == line.end) {
    const SetStyle& style = context.style(box.parts[box.atoms[line.end - 1].part].style);
    result.width +=
        text::toLength(context.shaper.hyphen(style.face).advance, style.size, style.unitsPerEm);
  }
  return result;
}

}  // namespace chancery::layout
