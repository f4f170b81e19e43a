#include <algorithm>
#include <cmath>

#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/series_look.h"

namespace chancery::chart {
namespace {

constexpr double kFilled = 0.72;    // part of a slot that bars take
constexpr double kWidestBar = 42;   // points: one category does not make a wall
constexpr double kFigureGap = 2.5;  // between a bar and its figure

/// Sums of a category's positive and negative values.
struct Stack {
  double up = 0, down = 0;
};

class Bars {
 public:
  Bars(Sketch& sketch, const Chart& chart) : sketch_(sketch), chart_(chart) {}

  void draw(const Box& area);

 private:
  std::optional<double> value(std::size_t series, std::size_t category) const {
    const auto& values = chart_.series[series].values;
    return category < values.size() ? numberOf(values[category]) : std::nullopt;
  }
  std::string figure(std::size_t series, std::size_t category) const {
    return shownNumber(chart_.series[series].values[category]);
  }
  std::size_t barsInSlot() const {
    return chart_.stacked ? 1 : std::max<std::size_t>(1, chart_.series.size());
  }
  double barWidth(double slot) const {
    return std::min(kWidestBar, slot * kFilled / static_cast<double>(barsInSlot()));
  }
  void span(PlotRequest& request) const;
  double widestFigure() const;
  Figures figuresFor(double slot) const;
  void drawCategory(const Plot& plot, std::size_t category, Figures figures);
  void drawStack(const Plot& plot, std::size_t category);
  void drawFigure(const Box& bar, bool negative, const std::string& text, Figures figures);
  void drawMissing(const Plot& plot, double middle, Figures figures);

  Sketch& sketch_;
  const Chart& chart_;
};

void Bars::span(PlotRequest& request) const {
  for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
    Stack stack;
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
      const double v = value(s, c).value_or(0);
      if (!chart_.stacked) stack = {};
      (v < 0 ? stack.down : stack.up) += v;
      request.low = std::min(request.low, stack.down);
      request.high = std::max(request.high, stack.up);
    }
  }
}

double Bars::widestFigure() const {
  double width = 0;
  for (std::size_t s = 0; s < chart_.series.size(); ++s) {
    for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
      if (value(s, c)) width = std::max(width, sketch_.widthOf(figure(s, c)));
    }
  }
  return width;
}

/// All figures of a chart stand alike, or none are shown: a few would say that others are missing.
Figures Bars::figuresFor(double slot) const {
  if (!chart_.values || chart_.stacked) return Figures::none;
  const double pitch = barsInSlot() == 1 ? slot : barWidth(slot);
  if (chart_.horizontal)
    return pitch >= sketch_.lineHeight() * 0.85 ? Figures::level : Figures::none;
  if (widestFigure() <= pitch - 1.5) return Figures::level;
  return pitch >= sketch_.lineHeight() * 0.85 ? Figures::turned : Figures::none;
}

void Bars::draw(const Box& area) {
  PlotRequest request;
  span(request);
  const double slot = chart_.horizontal ? (area.height - 3 * sketch_.lineHeight()) /
                                              static_cast<double>(chart_.categories.size())
                                        : expectedSlot(sketch_, chart_, area, request);
  const Figures figures = figuresFor(slot);
  const bool lengthwise = chart_.horizontal || figures == Figures::turned;
  if (figures != Figures::none)
    request.headroom = kFigureGap + (lengthwise ? widestFigure() + 1 : sketch_.lineHeight());
  request.negative = request.low < 0;
  const Plot plot(sketch_, chart_, area, request);
  for (std::size_t c = 0; c < chart_.categories.size(); ++c) {
    if (chart_.stacked) {
      drawStack(plot, c);
    } else {
      drawCategory(plot, c, figures);
    }
  }
  plot.drawBase(sketch_);
}

void Bars::drawCategory(const Plot& plot, std::size_t category, Figures figures) {
  const double width = barWidth(plot.slot());
  const auto count = static_cast<double>(chart_.series.size());
  double from = plot.middle(category) - width * count / 2;
  for (std::size_t s = 0; s < chart_.series.size(); ++s, from += width) {
    const auto v = value(s, category);
    if (!v) {
      drawMissing(plot, from + width / 2, figures);
      continue;
    }
    const Box bar = plot.bar(from, from + width, 0, *v);
    if (*v != 0) fillBox(sketch_, bar, lookOf(s));
    drawFigure(bar, *v < 0, figure(s, category), figures);
  }
}

void Bars::drawFigure(const Box& bar, bool negative, const std::string& text, Figures figures) {
  const double ascent = sketch_.ascent();
  if (figures == Figures::none) return;
  if (chart_.horizontal) {
    const double baseline = bar.centerY() + ascent / 2;
    const double x = negative ? bar.x - kFigureGap : bar.right() + kFigureGap;
    sketch_.tryClearText(
        {text, {x, baseline}, negative ? Label::Anchor::end : Label::Anchor::start});
  } else if (figures == Figures::turned) {
    const double y = negative ? bar.bottom() + kFigureGap : bar.y - kFigureGap;
    sketch_.tryClearText({text,
                          {bar.centerX() + ascent / 2, y},
                          negative ? Label::Anchor::end : Label::Anchor::start,
                          false,
                          true,
                          kInk});
  } else {
    const double y = negative ? bar.bottom() + kFigureGap + ascent : bar.y - kFigureGap;
    sketch_.tryClearText({text, {bar.centerX(), y}, Label::Anchor::middle});
  }
}

/// A value that is not there is told, not left to look like zero.
void Bars::drawMissing(const Plot& plot, double middle, Figures figures) {
  if (figures == Figures::none) return;
  drawFigure(plot.bar(middle, middle, 0, 0), false, chart_.noValue,
             figures == Figures::turned ? Figures::level : figures);
}

void Bars::drawStack(const Plot& plot, std::size_t category) {
  const double width = barWidth(plot.slot());
  const double from = plot.middle(category) - width / 2;
  Stack stack;
  for (std::size_t s = 0; s < chart_.series.size(); ++s) {
    const auto v = value(s, category);
    if (!v || *v == 0) continue;
    double& sum = *v < 0 ? stack.down : stack.up;
    const Box bar = plot.bar(from, from + width, sum, sum + *v);
    sum += *v;
    const SeriesLook& look = lookOf(s);
    fillBox(sketch_, bar, look);
    const std::string text = figure(s, category);
    const Words words{text,
                      {bar.centerX(), bar.centerY() + sketch_.ascent() / 2},
                      Label::Anchor::middle,
                      false,
                      false,
                      look.textColor};
    const Box place = sketch_.boxOf(words);
    if (!chart_.values || !bar.inset(1).holds(place)) continue;
    // Hatching would run through the figure.
    if (look.hatch != SeriesLook::Hatch::none) sketch_.rectangle(place.inset(-0.8), look.fill);
    sketch_.tryText(words);
  }
}

}  // namespace

void drawBars(Sketch& sketch, const Chart& chart, const Box& area) {
  Bars(sketch, chart).draw(area);
}

}  // namespace chancery::chart
