#include <algorithm>

#include "base/error.h"
#include "chart/chart.h"
#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/sketch.h"

namespace chancery::chart {
namespace {

// A chart smaller than this, in sizes of its text, is a smaller print of one of this size: words
// and figures would find no room beside each other.
constexpr double kLeastWidth = 24;
constexpr double kLeastHeight = 12;

image::Drawing drawn(const Chart& chart, Length width, Length height, Length textSize,
                     const Measure& measure) {
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

void shrink(Length& length, double factor) {
  length = Length::emu(static_cast<std::int64_t>(static_cast<double>(length.toEmu()) * factor));
}

void shrink(image::Drawing& drawing, double factor) {
  for (image::Path& path : drawing.paths) {
    for (image::Segment& s : path.segments) {
      for (Length* length : {&s.x, &s.y, &s.x1, &s.y1, &s.x2, &s.y2}) shrink(*length, factor);
    }
    for (Length& dash : path.dashes) shrink(dash, factor);
    shrink(path.strokeWidth, factor);
  }
  for (image::Label& label : drawing.labels) {
    for (Length* length : {&label.x, &label.y, &label.size}) shrink(*length, factor);
  }
}

}  // namespace

image::Drawing draw(const Chart& chart, Length width, Length height, Length textSize,
                    const Measure& measure) {
  check(textSize > Length() && width > Length() && height > Length(), "a chart has a size");
  const double size = textSize.toPt();
  const double factor = std::min({1.0, width.toPt() / (kLeastWidth * size),
                                  height.toPt() / (kLeastHeight * size)});
  if (factor >= 1) return drawn(chart, width, height, textSize, measure);
  image::Drawing drawing = drawn(chart, Length::pt(width.toPt() / factor),
                                 Length::pt(height.toPt() / factor), textSize, measure);
  shrink(drawing, factor);
  drawing.width = width;
  drawing.height = height;
  return drawing;
}

}  // namespace chancery::chart
