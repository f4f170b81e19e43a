#include "pages/bounds.h"

#include <algorithm>

namespace chancery::pages {

void Box::include(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

Box boundsOf(const Image& image) {
  return {image.x, image.y, image.x + image.width, image.y + image.height};
}

Box boundsOf(const image::Path& path) {
  Box box;
  bool isFirst = true;
  const auto add = [&](Length x, Length y) {
    if (isFirst) box = {x, y, x, y};
    isFirst = false;
    box.include({x, y, x, y});
  };
  for (const image::Segment& segment : path.segments) {
    if (segment.type == image::Segment::Type::close) continue;
    add(segment.x, segment.y);
    if (segment.type != image::Segment::Type::curve) continue;
    add(segment.x1, segment.y1);
    add(segment.x2, segment.y2);
  }
  if (path.stroke && !isFirst) {
    const Length half = path.strokeWidth / 2;
    box = {box.left - half, box.top - half, box.right + half, box.bottom + half};
  }
  return box;
}

Box boundsOf(const Page& page, const TextRun& run) {
  Length length;
  for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
    length += Length::emu(page.glyphs[run.firstGlyph + i].advance);
  }
  const Length above = run.size;
  const Length below = run.size / 4;
  if (run.turned) return {run.x - above, run.y - length, run.x + below, run.y};
  return {run.x, run.y - above, run.x + length, run.y + below};
}

}  // namespace chancery::pages
