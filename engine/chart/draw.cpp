#include "base/error.h"
#include "chart/chart.h"
#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/sketch.h"

namespace chancery::chart {

image::Drawing draw(const Chart& chart, Length width, Length height, Length textSize,
                    const Measure& measure) {
  check(textSize > Length() && width > Length() && height > Length(), "a chart has a size");
  constexpr double kMargin = 1;  // so that no line's half is cut off at the edge
  Sketch sketch(width, height, textSize, measure);
  Box area = Box{0, 0, sketch.width(), sketch.height()}.inset(kMargin);
  area = placeTitle(sketch, chart, area);
  if (chart.kind == Kind::bar || chart.kind == Kind::line) {
    area = placeLegend(sketch, chart, area);
    if (chart.categories.empty() || chart.series.empty()) {
      drawNoData(sketch, area);
    } else if (chart.kind == Kind::bar) {
      drawBars(sketch, chart, area);
    } else {
      drawLines(sketch, chart, area);
    }
  } else if (chart.kind == Kind::pie) {
    drawPie(sketch, chart, area);
  } else {
    drawGantt(sketch, chart, area);
  }
  return sketch.take();
}

}  // namespace chancery::chart
