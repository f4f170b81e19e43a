// Greedy line breaking, as LibreOffice and Word do it: a line takes what fits.

#include <algorithm>

#include "layout/messages.h"
#include "layout/paragraph.h"

namespace chancery::layout {
namespace {

class LineBreaker {
 public:
  LineBreaker(Context& context, Length width, ParagraphBox& box)
      : context_(context), box_(box), width_(width) {}

  void run();

 private:
  // A place in the atoms at which a line may end, with the line's figures up to there.
  struct Stop {
    std::uint32_t atom = 0;   // the next line's first, or the one that is cut
    std::uint32_t glyph = 0;  // where that one is cut; 0 = before it
    bool hyphen = false;
    Length width;
    int spaces = 0;
  };

  const Atom& atom(std::uint32_t i) const { return box_.atoms[i]; }
  const SetStyle& styleOf(const Atom& a) const { return context_.style(box_.parts[a.part].style); }
  std::uint32_t atomCount() const { return static_cast<std::uint32_t>(box_.atoms.size()); }

  Length available() const;
  void startLine(std::uint32_t atom, std::uint32_t glyph);
  bool takeAtom();
  bool cutInside(const Atom& a, std::uint32_t from, bool anywhere);
  void endLine(const Stop& stop, bool ragged);
  void finishBox(Line& line) const;
  void warnBroken(const Atom& a) const;

  Context& context_;
  ParagraphBox& box_;
  Length width_;

  // Of the line being filled:
  std::uint32_t first_ = 0, firstGlyph_ = 0;
  std::uint32_t next_ = 0;  // the atom to take
  Length taken_, pending_;  // words so far; the spaces after them
  int spaces_ = 0, pendingSpaces_ = 0;
  bool hasBest_ = false;
  Stop best_;  // the last place at which it may end
};

Length LineBreaker::available() const {
  const Length indent = box_.lines.empty() ? box_.firstLine : Length();
  return box_.measure - indent;
}

void LineBreaker::startLine(std::uint32_t atom, std::uint32_t glyph) {
  first_ = next_ = atom;
  firstGlyph_ = glyph;
  taken_ = pending_ = Length();
  spaces_ = pendingSpaces_ = 0;
  hasBest_ = false;
}

void LineBreaker::run() {
  box_.lines.clear();
  box_.measure = width_ - box_.left - box_.right;
  startLine(0, 0);
  while (next_ < atomCount()) {
    if (!takeAtom()) continue;  // a line was ended before or in it
    const Atom& taken = atom(next_);
    ++next_;
    if (taken.forcedBreak) {
      endLine({next_, 0, false, taken_, spaces_}, true);
    } else if (taken.breakAfter) {
      best_ = {next_, 0, false, taken_, spaces_};
      hasBest_ = true;
    }
  }
  const bool afterForcedBreak = !box_.atoms.empty() && box_.atoms.back().forcedBreak;
  if (first_ < atomCount() || box_.lines.empty() || afterForcedBreak) {
    endLine({atomCount(), 0, false, taken_, spaces_}, true);
  }
}

// Puts the next atom on the line, or ends the line before or inside it and says false.
bool LineBreaker::takeAtom() {
  const Atom& a = atom(next_);
  const SetStyle& style = styleOf(a);
  const Atom* following = next_ + 1 < atomCount() ? &atom(next_ + 1) : nullptr;
  if (a.shaped) {
    const std::uint32_t from = next_ == first_ ? firstGlyph_ : 0;
    const Length word = from == 0 ? a.width : glyphsWidth(context_, a, style, from, 0);
    if (taken_ + pending_ + word > available()) {
      if (cutInside(a, from, false)) return false;
      if (hasBest_) {
        endLine(best_, false);
        return false;
      }
      if (cutInside(a, from, true)) return false;
    }
    taken_ += pending_ + word;
    spaces_ += pendingSpaces_;
    pending_ = Length();
    pendingSpaces_ = 0;
  }
  pending_ += spacesWidth(style, a, following);
  if (!a.fixedSpaces) pendingSpaces_ += a.spaces;
  return true;
}

// Ends the line inside the next atom at the last place that fits: one that the text allows, or
// (`anywhere`) between any two characters, of which at least one is taken by an empty line.
bool LineBreaker::cutInside(const Atom& a, std::uint32_t from, bool anywhere) {
  const SetStyle& style = styleOf(a);
  const Length before = taken_ + pending_;
  const Length room = available() - before;
  const auto stopAt = [&](std::uint32_t glyph, bool hyphen, Length width) {
    endLine({next_, glyph, hyphen, before + width, spaces_ + pendingSpaces_}, false);
  };
  if (!anywhere) {
    const auto& breaks = a.shaped->breaks;
    for (auto at = breaks.rbegin(); at != breaks.rend() && at->glyph > from; ++at) {
      Length width = glyphsWidth(context_, a, style, from, at->glyph);
      if (at->softHyphen) {
        width += text::toLength(context_.shaper.hyphen(style.face).advance, style.size,
                                style.unitsPerEm);
      }
      if (width > room) continue;
      stopAt(at->glyph, at->softHyphen, width);
      return true;
    }
    return false;
  }

  const auto& glyphs = a.shaped->glyphs;
  const auto count = static_cast<std::uint32_t>(glyphs.size());
  const bool empty = next_ == first_;
  std::uint32_t cut = 0;
  for (std::uint32_t i = from + 1; i < count; ++i) {
    if (glyphs[i].textLength == 0) continue;  // a mark stays with its base
    if (glyphsWidth(context_, a, style, from, i) > room && (cut != 0 || !empty)) break;
    cut = i;
    if (glyphsWidth(context_, a, style, from, i) > room) break;
  }
  if (cut == 0) {
    if (empty) return false;  // one character: it stands wider than its line
    endLine({next_, 0, false, taken_, spaces_}, false);
    return true;
  }
  warnBroken(a);
  stopAt(cut, false, glyphsWidth(context_, a, style, from, cut));
  return true;
}

void LineBreaker::endLine(const Stop& stop, bool ragged) {
  Line line;
  line.first = first_;
  line.firstGlyph = firstGlyph_;
  line.end = stop.glyph > 0 ? stop.atom + 1 : stop.atom;
  line.endGlyph = stop.glyph;
  line.hyphen = stop.hyphen;
  line.ragged = ragged;
  line.width = stop.width;
  line.spaces = stop.spaces;
  finishBox(line);
  box_.lines.push_back(line);
  startLine(stop.atom, stop.glyph);
}

// A line is as tall as the tallest of its styles asks, spaces and forced breaks included.
void LineBreaker::finishBox(Line& line) const {
  FontHeight tallest;
  int latest = -1;
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    const int number = box_.parts[box_.atoms[i].part].style;
    if (number == latest) continue;
    latest = number;
    const FontHeight& height = context_.style(number).height;
    tallest.ascent = std::max(tallest.ascent, height.ascent);
    tallest.descent = std::max(tallest.descent, height.descent);
  }
  if (latest < 0) {
    // Nothing: an empty paragraph, or the line after a forced break at its end.
    const int style = box_.atoms.empty() ? box_.style : box_.parts[box_.atoms.back().part].style;
    tallest = context_.style(style).height;
  }
  line.box = lineBox(tallest, box_.spacing);
}

void LineBreaker::warnBroken(const Atom& a) const {
  context_.warnOnce(kWordBroken, {a.shaped->text}, &kWordBrokenHint);
}

}  // namespace

void breakLines(Context& context, Length width, ParagraphBox& box) {
  LineBreaker(context, width, box).run();
}

}  // namespace chancery::layout
