#pragma once

#include <optional>

#include "chart/chart.h"

namespace chancery::chart {

/// Where the bars or lines of a chart stand in its drawing, and what the axis of values shows: told
/// to a native chart of an office program, which then looks like the drawing.
struct PlotPlace {
  double x = 0, y = 0, width = 0, height = 0;  ///< shares of the drawing's width and height
  double low = 0, high = 0, step = 1;          ///< ends of the axis, distance of its figures
};

/// For a chart of bars or lines, drawn by draw() with the same arguments; null for others, and for
/// one without data.
std::optional<PlotPlace> placeOfPlot(const Chart& chart, Length width, Length height,
                                     Length textSize, const Measure& measure);

}  // namespace chancery::chart
