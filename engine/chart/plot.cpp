#include <algorithm>
#include <cmath>

#include "chart/frame.h"

namespace chancery::chart {
namespace {

constexpr double kTickGap = 4;     // between a tick's label and the plot
constexpr double kLeastSide = 12;  // of a plot, however little room there is
constexpr double kGridWidth = 0.4;
constexpr double kBaseWidth = 0.9;

int mostSteps(double room, double each) {
  return std::clamp(static_cast<int>(room / each), 2, 8);
}

double widestTick(const Sketch& sketch, const Axis& axis) {
  double width = 0;
  for (std::int64_t tick = axis.first; tick <= axis.last; ++tick)
    width = std::max(width, sketch.widthOf(axis.label(tick)));
  return width;
}

Axis uprightAxis(const Sketch& sketch, const Box& area, const PlotRequest& request) {
  const double room =
      std::max(kLeastSide, area.height - request.headroom - 3 * sketch.lineHeight());
  return makeAxis(request.low, request.high, mostSteps(room, 1.9 * sketch.lineHeight()));
}

/// How the names of categories stand under upright bars.
struct Names {
  bool turned = false;
  std::size_t every = 1;  ///< each so many-th is shown
  std::vector<std::vector<std::string>> lines;
  double height = 0;
};

double widestWord(const Sketch& sketch, const std::string& text) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    width = std::max(width, sketch.widthOf(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return width;
}

Names arrangeNames(const Sketch& sketch, const Chart& chart, double slot, double mostHeight) {
  constexpr std::size_t kMostLines = 3;
  Names names;
  const double width = slot - 3;
  for (const std::string& category : chart.categories)
    names.turned = names.turned || widestWord(sketch, category) > width;
  names.every = names.turned
                    ? static_cast<std::size_t>(std::max(1.0, std::ceil(sketch.lineHeight() / slot)))
                    : 1;
  for (const std::string& category : chart.categories) {
    if (names.turned) {
      names.lines.push_back({sketch.shortened(category, mostHeight)});
      names.height = std::max(names.height, sketch.widthOf(names.lines.back()[0]));
    } else {
      names.lines.push_back(sketch.wrapped(category, width, kMostLines));
      names.height = std::max(names.height,
                              static_cast<double>(names.lines.back().size()) * sketch.lineHeight());
    }
  }
  return names;
}

}  // namespace

double expectedSlot(const Sketch& sketch, const Chart& chart, const Box& area,
                    const PlotRequest& request) {
  const double ticks = widestTick(sketch, uprightAxis(sketch, area, request)) + kTickGap;
  return std::max(kLeastSide, area.width - ticks) /
         static_cast<double>(std::max<std::size_t>(1, chart.categories.size()));
}

Plot::Plot(Sketch& sketch, const Chart& chart, const Box& area, const PlotRequest& request)
    : horizontal_(chart.horizontal && chart.kind == Kind::bar),
      count_(std::max<std::size_t>(1, chart.categories.size())) {
  if (horizontal_) {
    placeLevel(sketch, chart, area, request);
  } else {
    placeUpright(sketch, chart, area, request);
  }
  sketch.notePlot({box_.x / sketch.width(), box_.y / sketch.height(), box_.width / sketch.width(),
                   box_.height / sketch.height(), axis_.low(), axis_.high(), axis_.step});
}

/// The axis mostly goes on beyond the last value: a figure may stand there.
Plot::Spare Plot::spareFor(const PlotRequest& request, double room) const {
  const double range = axis_.high() - axis_.low();
  const double above = std::max(0.0, axis_.high() - request.high) / range;
  const double below = std::max(0.0, request.low - axis_.low()) / range;
  const double ends = request.negative ? 2 * request.headroom : request.headroom;
  const double length = std::max(kLeastSide, room - ends);
  return {std::max(0.0, request.headroom - above * length),
          request.negative ? std::max(0.0, request.headroom - below * length) : 0};
}

void Plot::placeUpright(Sketch& sketch, const Chart& chart, Box area, const PlotRequest& request) {
  const double line = sketch.lineHeight();
  if (!chart.yTitle.empty()) {
    sketch.text({sketch.shortened(chart.yTitle, area.width), {area.x, area.y + sketch.ascent()}});
    area = {area.x, area.y + line, area.width, area.height - line};
  }
  if (!chart.xTitle.empty()) {
    area.height -= line * 1.1;
    sketch.text({sketch.shortened(chart.xTitle, area.width),
                 {area.centerX(), area.bottom() + line * 1.1 - sketch.descent()},
                 Label::Anchor::middle});
  }
  axis_ = uprightAxis(sketch, area, request);
  const double ticks = widestTick(sketch, axis_) + kTickGap;
  box_.x = area.x + ticks;
  box_.width = std::max(kLeastSide, area.width - ticks);
  slot_ = box_.width / static_cast<double>(count_);
  const Names names = arrangeNames(sketch, chart, slot_, area.height * 0.4);
  const double under = names.height + line * 0.35;
  const Spare spare = spareFor(request, area.height - under);
  const double above = std::max(spare.above, line * 0.5);
  const double below = spare.below + under;
  box_.y = area.y + above;
  box_.height = std::max(kLeastSide, area.height - above - below);
  drawUprightGrid(sketch);
  const double top = box_.bottom() + spare.below;
  for (std::size_t i = 0; i < names.lines.size(); i += names.every) {
    double baseline = top + line * 0.2 + sketch.ascent();
    for (const std::string& text : names.lines[i]) {
      if (names.turned) {
        const double x = std::min(middle(i) + sketch.ascent() / 2, box_.right() - sketch.descent());
        sketch.text({text, {x, top + line * 0.3}, Label::Anchor::end, false, true, kInk});
      } else {
        sketch.text({text, {middle(i), baseline}, Label::Anchor::middle});
      }
      baseline += line;
    }
  }
}

void Plot::drawUprightGrid(Sketch& sketch) const {
  for (std::int64_t tick = axis_.first; tick <= axis_.last; ++tick) {
    const double y = at(static_cast<double>(tick) * axis_.step);
    sketch.line({box_.x, y}, {box_.right(), y}, kGridColor, kGridWidth);
    sketch.text(
        {axis_.label(tick), {box_.x - kTickGap, y + sketch.ascent() / 2}, Label::Anchor::end});
  }
}

void Plot::placeLevel(Sketch& sketch, const Chart& chart, Box area, const PlotRequest& request) {
  const double line = sketch.lineHeight();
  if (!chart.xTitle.empty()) {
    sketch.text({sketch.shortened(chart.xTitle, area.width), {area.x, area.y + sketch.ascent()}});
    area = {area.x, area.y + line * 1.1, area.width, area.height - line * 1.1};
  }
  if (!chart.yTitle.empty()) area.height -= line * 1.1;
  const double names = rowNamesWidth(sketch, chart.categories, area.width * 0.4);
  const double start = area.x + names + kTickGap;
  box_.y = area.y;
  box_.height = std::max(kLeastSide, area.height - line * 1.3);
  const double room = std::max(kLeastSide, area.right() - start);
  // A tick's label stands in the middle of its tick and takes half its width beside the plot.
  const Axis wide = makeAxis(request.low, request.high, 4);
  const double tick = widestTick(sketch, wide);
  axis_ = makeAxis(request.low, request.high, mostSteps(room, 1.8 * tick + 6));
  const double beside = widestTick(sketch, axis_) / 2;
  const Spare spare = spareFor(request, room);
  box_.x = start + spare.below;
  box_.width = std::max(kLeastSide, area.right() - box_.x - std::max(spare.above, beside));
  slot_ = box_.height / static_cast<double>(count_);
  drawLevelGrid(sketch);
  drawRowNames(sketch, chart.categories, start - kTickGap, names, box_.y, slot_);
  if (!chart.yTitle.empty()) {
    sketch.text({sketch.shortened(chart.yTitle, box_.width),
                 {box_.centerX(), area.bottom() + line - sketch.descent()},
                 Label::Anchor::middle});
  }
}

void Plot::drawLevelGrid(Sketch& sketch) const {
  for (std::int64_t tick = axis_.first; tick <= axis_.last; ++tick) {
    const double x = at(static_cast<double>(tick) * axis_.step);
    sketch.line({x, box_.y}, {x, box_.bottom()}, kGridColor, kGridWidth);
    sketch.tryText({axis_.label(tick),
                    {x, box_.bottom() + sketch.lineHeight() * 0.25 + sketch.ascent()},
                    Label::Anchor::middle});
  }
}

double Plot::middle(std::size_t category) const {
  return (horizontal_ ? box_.y : box_.x) + (static_cast<double>(category) + 0.5) * slot_;
}

double Plot::at(double value) const {
  const double part = (value - axis_.low()) / (axis_.high() - axis_.low());
  return horizontal_ ? box_.x + part * box_.width : box_.bottom() - part * box_.height;
}

Box Plot::bar(double from, double to, double a, double b) const {
  const double first = std::min(at(a), at(b)), last = std::max(at(a), at(b));
  if (horizontal_) return {first, from, last - first, to - from};
  return {from, first, to - from, last - first};
}

void Plot::drawBase(Sketch& sketch) const {
  const double value = std::clamp(0.0, axis_.low(), axis_.high());
  const double base = at(value);
  if (horizontal_) {
    sketch.line({base, box_.y}, {base, box_.bottom()}, kAxisColor, kBaseWidth);
  } else {
    sketch.line({box_.x, base}, {box_.right(), base}, kAxisColor, kBaseWidth);
  }
}

}  // namespace chancery::chart
