#pragma once

#include <string>
#include <vector>

#include "chart/numbers.h"
#include "chart/sketch.h"

namespace chancery::chart {

/// The title on top, the legend of several series at the foot. Result: what is left between.
Box placeTitle(Sketch& sketch, const Chart& chart, Box area);
Box placeLegend(Sketch& sketch, const Chart& chart, Box area);

/// Figures at bars and points: how they stand.
enum class Figures : std::uint8_t { none, level, turned };

/// What the axes need to know before there is a plot.
struct PlotRequest {
  double low = 0, high = 0;  ///< of the values
  double headroom = 0;       ///< beyond the greatest value (and the least, below 0), for figures
  bool negative = false;     ///< some values are below 0
};

/// The area of bars or lines: an axis of values and slots for categories.
class Plot {
 public:
  /// Finds room for the axes' labels in `area` and draws grid and labels.
  Plot(Sketch& sketch, const Chart& chart, const Box& area, const PlotRequest& request);

  const Box& box() const { return box_; }
  const Axis& axis() const { return axis_; }
  double slot() const { return slot_; }
  /// Middle of a category's slot, along the axis of categories.
  double middle(std::size_t category) const;
  /// Where a value lies, along the axis of values.
  double at(double value) const;
  /// The box of a bar: `from` … `to` along the categories, `a` … `b` in values.
  Box bar(double from, double to, double a, double b) const;
  /// The line from which bars grow; drawn last.
  void drawBase(Sketch& sketch) const;

 private:
  void placeUpright(Sketch& sketch, const Chart& chart, Box area, const PlotRequest& request);
  void placeLevel(Sketch& sketch, const Chart& chart, Box area, const PlotRequest& request);
  /// Headroom that the axis itself does not give: above `high`, below `low`.
  struct Spare {
    double above = 0, below = 0;
  };
  Spare spareFor(const PlotRequest& request, double room) const;
  void drawUprightGrid(Sketch& sketch) const;
  void drawLevelGrid(Sketch& sketch) const;

  bool horizontal_;
  std::size_t count_;
  Box box_;
  Axis axis_;
  double slot_ = 1;
};

/// Width of a slot that a chart of upright bars will have in `area`, nearly: to choose how figures
/// stand before the plot is placed.
double expectedSlot(const Sketch& sketch, const Chart& chart, const Box& area,
                    const PlotRequest& request);

/// Names at the left of rows of one height: right-aligned at `right`, each in as many lines as its
/// row holds (at most three). When rows are lower than a line, some names are left out.
void drawRowNames(Sketch& sketch, const std::vector<std::string>& names, double right, double width,
                  double top, double rowHeight);

/// Width for such names: what they need, at most `most`.
double rowNamesWidth(const Sketch& sketch, const std::vector<std::string>& names, double most);

/// «Нет данных» in the middle of an empty chart.
void drawNoData(Sketch& sketch, const Box& area);

}  // namespace chancery::chart
