#pragma once

#include <vector>

#include "image/picture.h"

/// Paths as polygons of straight sides, for the rasteriser.
namespace chancery::image {

struct Vertex {
  double x = 0, y = 0;
};
struct Polyline {
  std::vector<Vertex> points;
  bool closed = false;
};

/// A path's outlines at `scale` pixels an EMU; curves become sides that differ from them by at most
/// a tenth of a pixel.
std::vector<Polyline> flatten(const Path& path, double scale);

/// What a stroke covers: polygons that turn one way, to be filled together by the non-zero rule.
/// Ends are butt, corners mitred up to four widths, then bevelled. Source: SVG 1.1, 11.4.
std::vector<Polyline> strokeOf(const std::vector<Polyline>& lines, double width,
                               const std::vector<double>& dashes);

}  // namespace chancery::image
