#pragma once

#include <cstdint>
#include <vector>

#include "format/model.h"
#include "layout/paragraph.h"

namespace chancery::layout {

/// The part of a line from one tab to the next. Measures are in any one unit, from the paragraph's
/// left edge (indents not counted).
///
/// As in LibreOffice, text at a right stop grows to the left until it meets what is before the tab,
/// then to the right; text at a centre stop grows to both sides.
struct TabSegment {
  format::Align align = format::Align::left;
  std::int64_t base = 0;  ///< where the text before the tab ends
  std::int64_t stop = 0;  ///< not before `base`
  bool leader = false;

  /// Where a text of that width begins, and ends.
  std::int64_t start(std::int64_t width) const;
  std::int64_t end(std::int64_t width) const { return start(width) + width; }
  /// The widest text that ends at `edge`, or at the stop where that is farther to the right.
  std::int64_t room(std::int64_t edge) const;
};

/// The segment that a tab at `base` begins; false when no stop is left: the tab is one space.
/// A hanging first line has a stop at the paragraph's indent; stops past the text area stand at its
/// edge.
/// @param unit of one twip: kPixelsPerTwip, or Length::kEmuPerTwip
bool findTab(const ParagraphBox& box, bool firstLine, std::int64_t base, std::int64_t unit,
             TabSegment& segment);

/// Width of the atoms from `first` to the next tab or the line's end, spaces at its end not
/// counted.
struct SegmentWidth {
  Length width;
  std::uint32_t end = 0;  ///< the tab, or the line's end
  int spaces = 0;         ///< those that justification may widen
};
SegmentWidth segmentWidth(const Context& context, const ParagraphBox& box, const Line& line,
                          std::uint32_t first);

}  // namespace chancery::layout
