#include <algorithm>
#include <array>
#include <cmath>

#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/series_look.h"

namespace chancery::chart {
namespace {

constexpr double kLineWidth = 1.3;
constexpr double kMarkRadius = 3;

struct Point {
  Spot at;
  std::size_t series = 0, category = 0;
};

/// Whether a line passes through a box (Liang and Barsky).
bool crosses(Spot a, Spot b, const Box& box) {
  double first = 0, last = 1;
  const auto clip = [&](double direction, double room) {
    if (direction == 0) return room >= 0;
    const double t = room / direction;
    if (direction < 0) first = std::max(first, t);
    if (direction > 0) last = std::min(last, t);
    return first <= last;
  };
  const double dx = b.x - a.x, dy = b.y - a.y;
  return clip(-dx, a.x - box.x) && clip(dx, box.right() - a.x) && clip(-dy, a.y - box.y) &&
         clip(dy, box.bottom() - a.y);
}

class Lines {
 public:
  Lines(Sketch& sketch, const Chart& chart) : sketch_(sketch), chart_(chart) {}

  void draw(const Box& area);

 private:
  PlotRequest request() const;
  void drawSeries(const Plot& plot, std::size_t series);
  void drawFigures();
  bool isClear(const Box& box) const;

  Sketch& sketch_;
  const Chart& chart_;
  std::vector<Point> points_;
  std::vector<std::pair<Spot, Spot>> strokes_;
};

PlotRequest Lines::request() const {
  double low = 0, high = 0;
  bool any = false;
  for (const Series& series : chart_.series) {
    for (const std::string& text : series.values) {
      const auto value = numberOf(text);
      if (!value) continue;
      low = any ? std::min(low, *value) : *value;
      high = any ? std::max(high, *value) : *value;
      any = true;
    }
  }
  // From zero, unless all happens in a narrow band far away from it.
  const bool narrow = (low > 0 && low > 0.7 * high) || (high < 0 && high < 0.7 * low);
  PlotRequest request;
  request.low = narrow && low != high ? low : std::min(low, 0.0);
  request.high = narrow && low != high ? high : std::max(high, 0.0);
  if (chart_.values) request.headroom = sketch_.lineHeight();
  return request;
}

void Lines::draw(const Box& area) {
  const Plot plot(sketch_, chart_, area, request());
  plot.drawBase(sketch_);
  for (std::size_t s = 0; s < chart_.series.size(); ++s) drawSeries(plot, s);
  for (const Point& point : points_) drawMark(sketch_, point.at, lookOf(point.series));
  if (chart_.values) drawFigures();
}

/// A missing value leaves a gap.
void Lines::drawSeries(const Plot& plot, std::size_t series) {
  const SeriesLook& look = lookOf(series);
  std::vector<Spot> run;
  const auto flush = [&] {
    for (std::size_t i = 1; i < run.size(); ++i) strokes_.push_back({run[i - 1], run[i]});
    sketch_.polyline(run, look.line, kLineWidth, look.dashes);
    run.clear();
  };
  const auto& values = chart_.series[series].values;
  for (std::size_t c = 0; c < std::min(values.size(), chart_.categories.size()); ++c) {
    const auto value = numberOf(values[c]);
    if (!value) {
      flush();
      continue;
    }
    run.push_back({plot.middle(c), plot.at(*value)});
    points_.push_back({run.back(), series, c});
  }
  flush();
}

bool Lines::isClear(const Box& box) const {
  const auto lineIn = [&](const auto& stroke) { return crosses(stroke.first, stroke.second, box); };
  const auto markIn = [&](const Point& p) {
    return box.meets(
        {p.at.x - kMarkRadius, p.at.y - kMarkRadius, 2 * kMarkRadius, 2 * kMarkRadius});
  };
  return std::none_of(strokes_.begin(), strokes_.end(), lineIn) &&
         std::none_of(points_.begin(), points_.end(), markIn);
}

/// A figure stands above its point, else below, else beside it; where each would lie over a line,
/// it is left out.
void Lines::drawFigures() {
  const double up = kMarkRadius + 1.6, down = kMarkRadius + 1.6 + sketch_.ascent();
  const double beside = kMarkRadius + 2, middle = sketch_.ascent() / 2;
  using A = Label::Anchor;
  for (const Point& point : points_) {
    const std::string text = shownNumber(chart_.series[point.series].values[point.category]);
    const std::array<Words, 8> places = {{
        {text, {point.at.x, point.at.y - up}, A::middle},
        {text, {point.at.x, point.at.y + down}, A::middle},
        {text, {point.at.x + beside, point.at.y - up + 2}, A::start},
        {text, {point.at.x - beside, point.at.y - up + 2}, A::end},
        {text, {point.at.x + beside, point.at.y + down - 2}, A::start},
        {text, {point.at.x - beside, point.at.y + down - 2}, A::end},
        {text, {point.at.x + beside, point.at.y + middle}, A::start},
        {text, {point.at.x - beside, point.at.y + middle}, A::end},
    }};
    for (const Words& words : places) {
      if (isClear(sketch_.boxOf(words)) && sketch_.tryClearText(words)) break;
    }
  }
}

}  // namespace

void drawLines(Sketch& sketch, const Chart& chart, const Box& area) {
  Lines(sketch, chart).draw(area);
}

}  // namespace chancery::chart
