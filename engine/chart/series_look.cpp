#include "chart/series_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chancery::chart {
namespace {

using Hatch = SeriesLook::Hatch;
using Mark = SeriesLook::Mark;

constexpr Color kNavy{31, 56, 100};
constexpr Color kSteel{157, 183, 220};
constexpr Color kPale{222, 222, 222};
constexpr Color kGrey{127, 127, 127};
constexpr Color kDark{64, 64, 64};
constexpr Color kIce{226, 234, 246};
constexpr Color kBlue{47, 94, 160};

constexpr double kHatchPitch = 3.6;
constexpr double kHatchWidth = 0.55;
constexpr double kEdge = 0.5;

const std::array<SeriesLook, kLooks>& looks() {
  static const std::array<SeriesLook, kLooks> kLookTable = {{
      {kNavy, Hatch::none, kNavy, kPaper, kNavy, {}, Mark::circle, false},
      {kSteel, Hatch::none, kNavy, kInk, kGrey, {}, Mark::square, true},
      {kPaper, Hatch::rising, kDark, kInk, kBlue, {4, 2}, Mark::triangle, false},
      {kGrey, Hatch::none, kDark, kPaper, kDark, {1.2, 1.8}, Mark::diamond, true},
      {kIce, Hatch::falling, kNavy, kInk, kNavy, {6, 2, 1.2, 2}, Mark::square, false},
      {kPale, Hatch::level, kDark, kInk, kGrey, {4, 2}, Mark::circle, true},
      {kPaper, Hatch::crossed, kNavy, kInk, kDark, {}, Mark::triangle, true},
      {kDark, Hatch::none, kDark, kPaper, kBlue, {1.2, 1.8}, Mark::diamond, false},
  }};
  return kLookTable;
}

/// Parts inside the polygon of the lines that run at `angle`, one pitch apart; the pitch is counted
/// from the origin, so that neighbours of one look go on alike.
void addHatch(std::vector<std::pair<Spot, Spot>>& out, const std::vector<Spot>& points,
              double angle) {
  const double c = std::cos(angle), s = std::sin(angle);
  // Turned so that the lines lie level.
  std::vector<Spot> turned;
  double low = 1e9, high = -1e9;
  for (const Spot& p : points) {
    turned.push_back({p.x * c + p.y * s, -p.x * s + p.y * c});
    low = std::min(low, turned.back().y);
    high = std::max(high, turned.back().y);
  }
  std::vector<double> crossings;
  for (double row = std::ceil(low / kHatchPitch); row * kHatchPitch < high; row += 1) {
    const double y = row * kHatchPitch;
    crossings.clear();
    for (std::size_t i = 0; i < turned.size(); ++i) {
      const Spot& a = turned[i];
      const Spot& b = turned[(i + 1) % turned.size()];
      if ((a.y <= y) != (b.y <= y))
        crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const double from = crossings[i], to = crossings[i + 1];
      out.push_back({{from * c - y * s, from * s + y * c}, {to * c - y * s, to * s + y * c}});
    }
  }
}

}  // namespace

const SeriesLook& lookOf(std::size_t series) {
  return looks()[series % kLooks];
}

void fillPolygon(Sketch& sketch, const std::vector<Spot>& points, const SeriesLook& look) {
  sketch.polygon(points, look.fill);
  constexpr double kHalfRight = std::numbers::pi / 4;
  std::vector<std::pair<Spot, Spot>> lines;
  if (look.hatch == Hatch::rising || look.hatch == Hatch::crossed)
    addHatch(lines, points, -kHalfRight);
  if (look.hatch == Hatch::falling || look.hatch == Hatch::crossed)
    addHatch(lines, points, kHalfRight);
  if (look.hatch == Hatch::level) addHatch(lines, points, 0);
  sketch.lines(lines, look.ink, kHatchWidth);
  sketch.polygon(points, std::nullopt, look.ink, kEdge);
}

void fillBox(Sketch& sketch, const Box& box, const SeriesLook& look) {
  fillPolygon(
      sketch,
      {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}},
      look);
}

void drawMark(Sketch& sketch, Spot at, const SeriesLook& look) {
  constexpr double r = 2.3;
  std::vector<Spot> points;
  switch (look.mark) {
    case Mark::circle:
      for (int i = 0; i < 16; ++i) {
        const double angle = i * std::numbers::pi / 8;
        points.push_back({at.x + r * std::cos(angle), at.y + r * std::sin(angle)});
      }
      break;
    case Mark::square:
      points = {
          {at.x - 2, at.y - 2}, {at.x + 2, at.y - 2}, {at.x + 2, at.y + 2}, {at.x - 2, at.y + 2}};
      break;
    case Mark::triangle:
      points = {{at.x, at.y - 2.8}, {at.x + 2.5, at.y + 1.7}, {at.x - 2.5, at.y + 1.7}};
      break;
    case Mark::diamond:
      points = {{at.x, at.y - 3}, {at.x + 3, at.y}, {at.x, at.y + 3}, {at.x - 3, at.y}};
      break;
  }
  sketch.polygon(points, look.hollow ? kPaper : look.line, look.line, 0.9);
}

}  // namespace chancery::chart
