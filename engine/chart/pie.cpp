#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/series_look.h"

namespace chancery::chart {
namespace {

constexpr double kSwatch = 16;
constexpr double kGap = 5;
constexpr double kTurn = 2 * std::numbers::pi;

struct Slice {
  std::string name, value, share;
  double part = 0;  ///< of the whole turn
};

/// The categories with a number; what is below zero has no place in a whole and counts as zero.
std::vector<Slice> slicesOf(const Chart& chart) {
  std::vector<double> numbers;
  std::vector<Slice> slices;
  if (chart.series.empty()) return {};
  const auto& values = chart.series[0].values;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const auto number = c < values.size() ? numberOf(values[c]) : std::nullopt;
    numbers.push_back(std::max(0.0, number.value_or(0)));
    slices.push_back({chart.categories[c], number ? shownNumber(values[c]) : chart.noValue, "", 0});
  }
  const std::vector<int> shares = sharesOf(numbers);
  if (shares.empty()) return {};
  double sum = 0;
  for (const double number : numbers) sum += number;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    slices[i].part = numbers[i] / sum;
    slices[i].share = shownShare(shares[i]);
  }
  return slices;
}

/// A slice from one angle to another; angles run clockwise from the top.
std::vector<Spot> sliceOutline(Spot center, double radius, double from, double to) {
  constexpr double kStep = std::numbers::pi / 90;
  const bool whole = to - from > kTurn - 1e-9;
  std::vector<Spot> points;
  if (!whole) points.push_back(center);
  const int pieces = std::max(1, static_cast<int>(std::ceil((to - from) / kStep)));
  for (int i = 0; i <= pieces - (whole ? 1 : 0); ++i) {
    const double angle = from + (to - from) * i / pieces;
    points.push_back({center.x + radius * std::sin(angle), center.y - radius * std::cos(angle)});
  }
  return points;
}

std::string legendText(const Slice& slice, bool values) {
  return values ? slice.name + " – " + slice.value + " (" + slice.share + ')' : slice.name;
}

void drawLegend(Sketch& sketch, const std::vector<Slice>& slices, const Box& area, bool values) {
  const double line = sketch.lineHeight() * 1.15;
  const auto room = static_cast<std::size_t>(std::max(1.0, area.height / line));
  const std::size_t shown = std::min(slices.size(), room);
  double baseline =
      area.centerY() - line * static_cast<double>(shown) / 2 + line / 2 + sketch.ascent() / 2;
  for (std::size_t i = 0; i < shown; ++i, baseline += line) {
    const double middle = baseline - sketch.ascent() / 2;
    fillBox(sketch, {area.x, middle - sketch.ascent() / 2, kSwatch, sketch.ascent()}, lookOf(i));
    const double width = area.width - kSwatch - kGap;
    // The figures stay whole; the name gives way.
    const std::string tail =
        values ? legendText({"", slices[i].value, slices[i].share, 0}, true) : "";
    const std::string name = sketch.shortened(slices[i].name, width - sketch.widthOf(tail));
    sketch.text({name + tail, {area.x + kSwatch + kGap, baseline}});
  }
}

}  // namespace

void drawPie(Sketch& sketch, const Chart& chart, const Box& area) {
  const std::vector<Slice> slices = slicesOf(chart);
  if (slices.empty()) return drawNoData(sketch, area);
  double legend = 0;
  for (const Slice& slice : slices)
    legend = std::max(legend, sketch.widthOf(legendText(slice, chart.values)));
  legend = std::min(legend + kSwatch + kGap + 1, area.width * 0.58);
  const double rim = sketch.lineHeight() * 0.4;  // above and below for the shares' labels
  const double beside = sketch.widthOf("100,0\u00A0%") + kGap;
  const double gap = sketch.textSize();
  const double room = area.width - legend - gap;
  const double radius =
      std::max(6.0, std::min(area.height / 2 - rim - sketch.lineHeight(), room / 2 - beside));
  // Circle and legend stand together in the middle.
  const double used = 2 * (radius + beside) + gap + legend;
  const double left = area.x + std::max(0.0, (area.width - used) / 2);
  const Spot center{left + radius + beside, area.centerY()};
  double angle = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const double end = angle + slices[i].part * kTurn;
    if (slices[i].part > 0)
      fillPolygon(sketch, sliceOutline(center, radius, angle, end), lookOf(i));
    angle = end;
  }
  angle = 0;
  for (const Slice& slice : slices) {
    const double middle = angle + slice.part * kTurn / 2;
    angle += slice.part * kTurn;
    if (slice.part <= 0 || !chart.values) continue;
    const double x = std::sin(middle), y = -std::cos(middle);
    const auto anchor = std::abs(x) < 0.2 ? Label::Anchor::middle
                        : x > 0           ? Label::Anchor::start
                                          : Label::Anchor::end;
    const double reach = radius + 3;
    // The label's nearest edge, not its baseline, keeps the distance from the rim.
    const double baseline = center.y + reach * y + sketch.ascent() * (1 + y) / 2;
    sketch.tryText({slice.share, {center.x + reach * x, baseline}, anchor});
  }
  drawLegend(sketch, slices, {center.x + radius + beside + gap, area.y, legend, area.height},
             chart.values);
}

}  // namespace chancery::chart
