#pragma once

#include "pages/pages.h"

namespace chancery::pages {

/// A rectangle in a page's coordinates.
struct Box {
  Length left, top, right, bottom;
  auto operator<=>(const Box&) const = default;

  /// Makes it reach around another one too.
  void include(const Box& other);
  bool contains(Length x, Length y) const {
    return x >= left && x < right && y >= top && y < bottom;
  }
};

Box boundsOf(const Image& image);

/// Around all points of a path, control points of curves and half the stroke's width included;
/// empty at (0, 0) for a path without points.
Box boundsOf(const image::Path& path);

/// From the size of the font above the baseline to a quarter of it below, as long as the glyphs.
Box boundsOf(const Page& page, const TextRun& run);

}  // namespace chancery::pages
