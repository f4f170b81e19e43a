// Greedy line breaking, as LibreOffice and Word do it: a line takes what fits.

#include <algorithm>

#include "layout/messages.h"
#include "layout/paragraph.h"
#include "layout/tabs.h"

namespace chancery::layout {
namespace {

// Lines in a row that may end with a hyphen.
constexpr std::ptrdiff_t kMostHyphens = 3;

// Widths here are pixels of the reference device (see PixelScale).
class LineBreaker {
 public:
  LineBreaker(Context& context, ParagraphBox& box) : context_(context), box_(box) {}

  void run();

 private:
  // A place in the atoms at which a line may end.
  struct Stop {
    std::uint32_t atom = 0;   // the next line's first, or the one that is cut
    std::uint32_t glyph = 0;  // where that one is cut; 0 = before it
    bool hyphen = false;
  };

  const Atom& atom(std::uint32_t i) const { return box_.atoms[i]; }
  const SetStyle& styleOf(const Atom& a) const { return context_.style(box_.parts[a.part].style); }
  std::uint32_t atomCount() const { return static_cast<std::uint32_t>(box_.atoms.size()); }

  void startLine(Stop at);
  bool takeAtom();
  bool takeWord(const Atom& a, const SetStyle& style);
  bool takeObject(const Atom& a);
  void takeTab();
  bool slashFits(const Atom& a) const;
  bool cutAtBreak(const Atom& a, std::uint32_t from, bool afterSlash);
  const text::InsideBreak* findFitting(const Atom& a, std::uint32_t from,
                                       const std::vector<text::InsideBreak>& breaks,
                                       bool afterSlash) const;
  bool mayDivide(const Atom& a) const;
  void cutAnywhere(const Atom& a, std::uint32_t from);
  void endLine(Stop stop, bool ragged);
  void measure(Line& line) const;
  void measureTabs(Line& line) const;
  LineContent contentOf(const Line& line) const;

  Context& context_;
  ParagraphBox& box_;

  // Of the line being filled:
  Stop start_;
  std::uint32_t next_ = 0;  // the atom to take
  std::int64_t edge_ = 0;   // where the line ends, from where it begins
  bool tabs_ = false;
  // Of it, or of what stands after its last tab:
  TabSegment segment_;  // in pixels, when tabs_
  std::int64_t room_ = 0;
  std::int64_t taken_ = 0;    // words so far,
  std::int64_t pending_ = 0;  // the spaces after them
  bool hasBest_ = false;
  Stop best_;  // the last place at which it may end
};

void LineBreaker::startLine(Stop at) {
  start_ = {at.atom, at.glyph, false};
  next_ = at.atom;
  const Length indent = box_.lines.empty() ? box_.firstLine : Length();
  room_ = edge_ = (box_.measure - indent).toTwips() * kPixelsPerTwip;
  tabs_ = false;
  taken_ = pending_ = 0;
  hasBest_ = false;
}

void LineBreaker::run() {
  box_.lines.clear();
  startLine({});
  while (next_ < atomCount()) {
    if (!takeAtom()) continue;  // a line was ended before or in it
    const Atom& taken = atom(next_++);
    if (taken.forcedBreak) {
      endLine({next_, 0, false}, true);
    } else if (taken.breakAfter) {
      best_ = {next_, 0, false};
      hasBest_ = true;
    }
  }
  const bool afterForcedBreak = !box_.atoms.empty() && box_.atoms.back().forcedBreak;
  if (start_.atom < atomCount() || box_.lines.empty() || afterForcedBreak) {
    endLine({atomCount(), 0, false}, true);
  }
}

// Puts the next atom on the line, or ends the line before or inside it and says false.
bool LineBreaker::takeAtom() {
  const Atom& a = atom(next_);
  const SetStyle& style = styleOf(a);
  // A new style begins at a whole twip.
  if (next_ > start_.atom && a.part != atom(next_ - 1).part &&
      (box_.parts[a.part].style != box_.parts[atom(next_ - 1).part].style ||
       atom(next_ - 1).fixedSpaces)) {
    const std::int64_t reached = taken_ + pending_;
    pending_ += (reached + kPixelsPerTwip / 2) / kPixelsPerTwip * kPixelsPerTwip - reached;
  }
  if (a.kind == Atom::Kind::tab) {
    takeTab();
    return true;
  }
  if (a.kind == Atom::Kind::object ? !takeObject(a) : a.shaped && !takeWord(a, style)) return false;
  const Atom* following = next_ + 1 < atomCount() ? &atom(next_ + 1) : nullptr;
  pending_ += spacesPixels(style, a, following);
  return true;
}

bool LineBreaker::takeWord(const Atom& a, const SetStyle& style) {
  const std::uint32_t from = next_ == start_.atom ? start_.glyph : 0;
  const std::int64_t word = from == 0 ? a.pixels : glyphsPixels(context_, a, style, from, 0);
  // The letter spacing after a line's last character does not count.
  const std::int64_t room = room_ + style.pixels.letterSpacing();
  if (taken_ + pending_ + word > room) {
    // LibreOffice asks no rule where a space itself no longer fits.
    if (pending_ > 0 && taken_ > 0 && taken_ + pending_ > room) {
      endLine({next_, 0, false}, false);
      return false;
    }
    const bool alone = from + 1 >= a.shaped->glyphs.size() && next_ == start_.atom;
    if (cutAtBreak(a, from, false)) return false;
    if (slashFits(a)) {
      endLine({next_, 0, false}, false);
      return false;
    }
    if (hasBest_) {
      endLine(best_, false);
      return false;
    }
    if (cutAtBreak(a, from, true)) return false;
    if (!alone) {
      cutAnywhere(a, from);
      return false;
    }
  }
  taken_ += pending_ + word;
  pending_ = 0;
  return true;
}

bool LineBreaker::takeObject(const Atom& a) {
  if (taken_ + pending_ + a.pixels > room_ && next_ != start_.atom) {
    endLine(hasBest_ ? best_ : Stop{next_, 0, false}, false);
    return false;
  }
  taken_ += pending_ + a.pixels;
  pending_ = 0;
  return true;
}

void LineBreaker::takeTab() {
  const bool first = box_.lines.empty();
  const std::int64_t indent =
      (box_.left + (first ? box_.firstLine : Length())).toTwips() * kPixelsPerTwip;
  const std::int64_t width = taken_ + pending_;
  const std::int64_t reached = indent + (tabs_ ? segment_.end(width) - indent : width);
  TabSegment next;
  if (!findTab(box_, first, reached, kPixelsPerTwip, next)) {
    Atom& space = box_.atoms[next_];
    space.kind = Atom::Kind::text;
    space.spaces = 1;
    space.breakAfter = true;
    pending_ += spacesPixels(styleOf(space), space, nullptr);
    return;
  }
  segment_ = next;
  tabs_ = true;
  room_ = segment_.room(indent + edge_);
  taken_ = pending_ = 0;
}

// LibreOffice ends a line before a slash that follows a space, but only where the slash and the
// letter after it would fit.
bool LineBreaker::slashFits(const Atom& a) const {
  if (pending_ == 0 || taken_ == 0 || a.shaped->first != U'/') return false;
  if (a.shaped->glyphs.size() < 2) return false;
  const SetStyle& style = styleOf(a);
  return taken_ + pending_ + glyphsPixels(context_, a, style, 0, 2) <=
         room_ + style.pixels.letterSpacing();
}

// Ends the line inside the next atom at the last place that fits: one that the text has or, where
// the style hyphenates, one between syllables.
bool LineBreaker::cutAtBreak(const Atom& a, std::uint32_t from, bool afterSlash) {
  const text::InsideBreak* best = findFitting(a, from, a.shaped->breaks, afterSlash);
  if (!afterSlash && box_.hyphenate && mayDivide(a)) {
    const text::InsideBreak* division =
        findFitting(a, from, context_.shaper.divisions(*a.shaped), false);
    if (division && (!best || division->glyph > best->glyph)) best = division;
  }
  if (best) endLine({next_, best->glyph, best->softHyphen}, false);
  return best != nullptr;
}

const text::InsideBreak* LineBreaker::findFitting(const Atom& a, std::uint32_t from,
                                                  const std::vector<text::InsideBreak>& breaks,
                                                  bool afterSlash) const {
  const SetStyle& style = styleOf(a);
  const std::int64_t room = room_ - taken_ - pending_ + style.pixels.letterSpacing();
  for (auto at = breaks.rbegin(); at != breaks.rend() && at->glyph > from; ++at) {
    if (at->afterSlash != afterSlash) continue;
    std::int64_t width = glyphsPixels(context_, a, style, from, at->glyph);
    if (at->softHyphen) {
      width += style.pixels.advance(context_.shaper.hyphen(style.face).advance);
    }
    if (width <= room) return &*at;
  }
  return nullptr;
}

// No ladder of hyphens, and no part of a word alone on the last line. A word wider than the line is
// divided all the same.
bool LineBreaker::mayDivide(const Atom& a) const {
  if (next_ == start_.atom) return true;
  if (&a == &box_.atoms.back()) return false;
  const auto& lines = box_.lines;
  return std::ssize(lines) < kMostHyphens ||
         !std::all_of(lines.end() - kMostHyphens, lines.end(),
                      [](const Line& line) { return line.hyphen; });
}

// Ends the line inside the next atom between any two characters, of which an empty line takes one
// at least; or before it.
void LineBreaker::cutAnywhere(const Atom& a, std::uint32_t from) {
  const SetStyle& style = styleOf(a);
  const std::int64_t room = room_ - taken_ - pending_ + style.pixels.letterSpacing();
  const auto& glyphs = a.shaped->glyphs;
  const bool empty = next_ == start_.atom;
  std::uint32_t cut = 0;
  std::int64_t width = 0;
  for (std::uint32_t i = from; i + 1 < glyphs.size(); ++i) {
    width += glyphsPixels(context_, a, style, i, i + 1);
    if (glyphs[i + 1].textLength == 0) continue;  // a mark stays with its base
    if (width > room && (cut > 0 || !empty)) break;
    cut = i + 1;
  }
  if (cut > 0 || empty) {
    context_.warnOnce(kWordBroken, {a.shaped->text}, box_.parts[a.part].origin, &kWordBrokenHint);
  }
  if (cut == 0 && empty) cut = static_cast<std::uint32_t>(glyphs.size());  // one character
  endLine({cut == glyphs.size() ? next_ + 1 : next_, cut == glyphs.size() ? 0 : cut, false}, false);
}

void LineBreaker::endLine(Stop stop, bool ragged) {
  Line line;
  line.first = start_.atom;
  line.firstGlyph = start_.glyph;
  line.end = stop.glyph > 0 ? stop.atom + 1 : stop.atom;
  line.endGlyph = stop.glyph;
  line.hyphen = stop.hyphen;
  line.ragged = ragged;
  measure(line);
  box_.lines.push_back(line);
  startLine(stop);
}

// Width, and height: a line is as tall as the tallest of its styles asks, spaces and forced breaks
// included.
void LineBreaker::measure(Line& line) const {
  line.box = lineBox(contentOf(line), box_.spacing);
  if (tabs_) return measureTabs(line);
  const SegmentWidth all = segmentWidth(context_, box_, line, line.first);
  line.width = all.width;
  line.spaces = all.spaces;
}

void LineBreaker::measureTabs(Line& line) const {
  const bool first = box_.lines.empty();
  const std::int64_t indent = (box_.left + (first ? box_.firstLine : Length())).toEmu();
  TabSegment segment;
  segment.base = segment.stop = indent;
  for (std::uint32_t i = line.first;; ++i) {
    const SegmentWidth part = segmentWidth(context_, box_, line, i);
    const std::int64_t end = segment.end(part.width.toEmu());
    line.spaces = part.spaces;
    line.width = Length::emu(end - indent);
    i = part.end;
    if (i >= line.end) break;
    line.tabs = true;
    if (!findTab(box_, first, end, Length::kEmuPerTwip, segment)) {
      segment = {format::Align::left, end, end, false};
    }
  }
}

LineContent LineBreaker::contentOf(const Line& line) const {
  LineContent content;
  int latest = -1;
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    const Atom& a = box_.atoms[i];
    const TextPart& part = box_.parts[a.part];
    if (a.kind == Atom::Kind::object) {
      content.object = std::max(content.object, part.height);
      continue;
    }
    if (part.style == latest) continue;
    latest = part.style;
    const FontHeight& height = context_.style(latest).height;
    content.font.ascent = std::max(content.font.ascent, height.ascent);
    content.font.descent = std::max(content.font.descent, height.descent);
  }
  if (latest >= 0) return content;
  // Nothing, or objects alone: an empty paragraph, or the line after a forced break at its end.
  const bool broken = content.object == Length() && !box_.atoms.empty();
  content.font =
      context_.style(broken ? box_.parts[box_.atoms.back().part].style : box_.style).height;
  content.text = content.object == Length();
  return content;
}

constexpr double kLeastObjectWidth = 6;  // points

// Makes objects fit into the line and the page, in proportion.
void shrinkObjects(Context& context, ParagraphBox& box) {
  // A cell of a squeezed table may leave no room at all: there they are as wide as a letter.
  const Length widest =
      std::max(box.measure - std::max(box.firstLine, Length()), Length::pt(kLeastObjectWidth));
  for (Atom& atom : box.atoms) {
    if (atom.kind != Atom::Kind::object) continue;
    TextPart& part = box.parts[atom.part];
    const FontHeight& font = context.style(box.style).height;
    const Length highest = context.roomHeight - font.descent - box.before - box.after;
    const Length statedWidth = atom.width, statedHeight = part.height;
    if (atom.width > widest) {
      part.height = toTwips(part.height.scaled(widest.toTwips(), atom.width.toTwips()));
      atom.width = widest;
    }
    if (part.height > highest && highest > Length()) {
      atom.width = toTwips(atom.width.scaled(highest.toTwips(), part.height.toTwips()));
      part.height = highest;
    }
    if (atom.width == statedWidth && part.height == statedHeight) continue;
    atom.pixels = atom.width.toTwips() * kPixelsPerTwip;
    const auto millimetres = [](Length length) {
      return std::to_string((length.toEmu() + Length::kEmuPerMillimetre / 2) /
                            Length::kEmuPerMillimetre);
    };
    context.warnOnce(kObjectShrunk,
                     {millimetres(statedWidth), millimetres(statedHeight), millimetres(atom.width),
                      millimetres(part.height)},
                     part.origin, &kObjectShrunkHint);
    context.shrunk(part.object, {atom.width, part.height});
  }
}

}  // namespace

void breakLines(Context& context, Length width, ParagraphBox& box) {
  box.measure = width - box.left - box.right;
  if (!context.document.objects.empty()) shrinkObjects(context, box);
  LineBreaker(context, box).run();
}

}  // namespace chancery::layout
