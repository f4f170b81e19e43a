#pragma once

#include <cstddef>
#include <vector>

#include "chart/sketch.h"

namespace chancery::chart {

/// What tells series apart, in colour and in grey: bars and slices by brightness and hatching,
/// lines by brightness, dashes and the marks of their points. The ninth looks like the first again.
struct SeriesLook {
  enum class Hatch : std::uint8_t { none, rising, falling, level, crossed };
  enum class Mark : std::uint8_t { circle, square, triangle, diamond };

  Color fill;
  Hatch hatch = Hatch::none;
  Color ink;        ///< of the hatching and the edge
  Color textColor;  ///< of figures that stand inside
  Color line;
  std::vector<double> dashes;
  Mark mark = Mark::circle;
  bool hollow = false;  ///< the mark is white inside
};
inline constexpr std::size_t kLooks = 8;
const SeriesLook& lookOf(std::size_t series);

/// A filled and hatched polygon with a thin edge.
void fillPolygon(Sketch& sketch, const std::vector<Spot>& points, const SeriesLook& look);
void fillBox(Sketch& sketch, const Box& box, const SeriesLook& look);

/// The mark of a point.
void drawMark(Sketch& sketch, Spot at, const SeriesLook& look);

}  // namespace chancery::chart
