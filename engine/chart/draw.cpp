#include <algorithm>

#include "base/error.h"
#include "chart/chart.h"
#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/plot_place.h"
#include "chart/sketch.h"

namespace chancery::chart {
namespace {

// A chart smaller than this, in sizes of its text, is a smaller print of one of this size: words
// and figures would find no room beside each other.
constexpr double kLeastWidth = 24;
constexpr double kLeastHeight = 12;

void drawOn(Sketch& sketch, const Chart& chart) {
  constexpr double kMargin = 1;  // so that no line's half is cut off at the edge
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
}

// What a chart's words must be made smaller by, at most 1.
double factorOf(Length width, Length height, Length textSize) {
  check(textSize > Length() && width > Length() && height > Length(), "a chart has a size");
  const double size = textSize.toPt();
  return std::min(
      {1.0, width.toPt() / (kLeastWidth * size), height.toPt() / (kLeastHeight * size)});
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
  const double factor = factorOf(width, height, textSize);
  Sketch sketch(Length::pt(width.toPt() / factor), Length::pt(height.toPt() / factor), textSize,
                measure);
  drawOn(sketch, chart);
  image::Drawing drawing = sketch.take();
  if (factor < 1) shrink(drawing, factor);
  drawing.width = width;
  drawing.height = height;
  return drawing;
}

std::optional<PlotPlace> placeOfPlot(const Chart& chart, Length width, Length height,
                                     Length textSize, const Measure& measure) {
  if (chart.kind != Kind::bar && chart.kind != Kind::line) return std::nullopt;
  const double factor = factorOf(width, height, textSize);
  Sketch sketch(Length::pt(width.toPt() / factor), Length::pt(height.toPt() / factor), textSize,
                measure);
  drawOn(sketch, chart);
  return sketch.plot();
}

}  // namespace chancery::chart
