#include "chart/sketch.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace chancery::chart {
namespace {

using image::Path;
using image::Segment;

constexpr std::string_view kEllipsis = "…";

/// Offsets at which characters of `text` begin, and its end.
std::vector<std::size_t> characterEnds(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; at < text.size();) {
    utf8::next(text, at);
    ends.push_back(at);
  }
  return ends;
}

std::string_view withoutTail(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" ,;:.(-");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

bool Box::meets(const Box& other) const {
  constexpr double kTouch = 0.01;
  return x + kTouch < other.right() && other.x + kTouch < right() && y + kTouch < other.bottom() &&
         other.y + kTouch < bottom();
}

bool Box::holds(const Box& other) const {
  constexpr double kTouch = 0.01;
  return other.x >= x - kTouch && other.y >= y - kTouch && other.right() <= right() + kTouch &&
         other.bottom() <= bottom() + kTouch;
}

Length Sketch::length(double points) {
  constexpr std::int64_t kHundredth = Length::kEmuPerPoint / 100;
  return Length::emu(std::llround(points * 100) * kHundredth);
}

Segment moveTo(Spot spot) {
  return {Segment::Type::move, Sketch::length(spot.x), Sketch::length(spot.y), {}, {}, {}, {}};
}
Segment lineTo(Spot spot) {
  return {Segment::Type::line, Sketch::length(spot.x), Sketch::length(spot.y), {}, {}, {}, {}};
}

Sketch::Sketch(Length width, Length height, Length textSize, const Measure& measure)
    : width_(width.toPt()), height_(height.toPt()), size_(textSize), measure_(measure) {
  drawing_.width = width;
  drawing_.height = height;
}

double Sketch::widthOf(std::string_view text, bool bold) const {
  return text.empty() ? 0 : measure_(text, size_, bold).toPt();
}

std::string Sketch::shortened(std::string_view text, double width, bool bold) const {
  if (widthOf(text, bold) <= width) return std::string(text);
  const std::vector<std::size_t> ends = characterEnds(text);
  const auto cut = [&](std::size_t count) {
    return std::string(withoutTail(text.substr(0, ends[count - 1]))) + std::string(kEllipsis);
  };
  std::size_t low = 0, high = ends.size();  // `low` characters fit, `high` do not
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (widthOf(cut(middle), bold) <= width ? low : high) = middle;
  }
  return low == 0 ? std::string() : cut(low);
}

std::vector<std::string> Sketch::wrapped(std::string_view text, double width, std::size_t most,
                                         bool bold) const {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (lines.size() + 1 >= most || widthOf(text, bold) <= width) {
      lines.push_back(shortened(text, width, bold));
      break;
    }
    std::size_t fits = 0;
    for (std::size_t space = text.find(' '); space != std::string_view::npos;
         space = text.find(' ', space + 1)) {
      if (widthOf(text.substr(0, space), bold) > width) break;
      fits = space;
    }
    if (fits == 0) {  // a word wider than the line
      const std::size_t end = std::min(text.find(' '), text.size());
      lines.push_back(shortened(text.substr(0, end), width, bold));
      text.remove_prefix(std::min(end + 1, text.size()));
      continue;
    }
    lines.emplace_back(text.substr(0, fits));
    text.remove_prefix(fits + 1);
  }
  std::erase(lines, "");
  return lines;
}

void Sketch::line(Spot from, Spot to, Color color, double width, std::vector<double> dashes) {
  polyline({from, to}, color, width, dashes);
}

void Sketch::rectangle(const Box& box, std::optional<Color> fill, std::optional<Color> stroke,
                       double strokeWidth) {
  polygon(
      {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}},
      fill, stroke, strokeWidth);
}

void Sketch::lines(const std::vector<std::pair<Spot, Spot>>& lines, Color color, double width) {
  if (lines.empty()) return;
  Path path;
  for (const auto& [from, to] : lines) {
    path.segments.push_back(moveTo(from));
    path.segments.push_back(lineTo(to));
  }
  path.stroke = color;
  path.strokeWidth = length(width);
  drawing_.paths.push_back(std::move(path));
}

void Sketch::polygon(const std::vector<Spot>& points, std::optional<Color> fill,
                     std::optional<Color> stroke, double strokeWidth) {
  Path path;
  for (const Spot& spot : points)
    path.segments.push_back(path.segments.empty() ? moveTo(spot) : lineTo(spot));
  path.segments.push_back(
      {Segment::Type::close, length(points[0].x), length(points[0].y), {}, {}, {}, {}});
  path.fill = fill;
  path.stroke = stroke;
  if (stroke) path.strokeWidth = length(strokeWidth);
  drawing_.paths.push_back(std::move(path));
}

void Sketch::polyline(const std::vector<Spot>& points, Color color, double width,
                      const std::vector<double>& dashes) {
  if (points.size() < 2) return;
  Path path;
  for (const Spot& spot : points)
    path.segments.push_back(path.segments.empty() ? moveTo(spot) : lineTo(spot));
  path.stroke = color;
  path.strokeWidth = length(width);
  for (const double dash : dashes) path.dashes.push_back(length(dash));
  drawing_.paths.push_back(std::move(path));
}

Box Sketch::boxOf(const Words& words) const {
  const double along = widthOf(words.text, words.bold);
  double before = 0;
  if (words.anchor == Label::Anchor::middle) before = along / 2;
  if (words.anchor == Label::Anchor::end) before = along;
  const double across = ascent() + descent();
  if (words.turned) return {words.at.x - ascent(), words.at.y + before - along, across, along};
  return {words.at.x - before, words.at.y - ascent(), along, across};
}

bool Sketch::isFree(const Box& box) const {
  if (!Box{0, 0, width_, height_}.holds(box)) return false;
  return std::none_of(taken_.begin(), taken_.end(),
                      [&](const Box& other) { return box.meets(other); });
}

void Sketch::text(const Words& words) {
  if (words.text.empty()) return;
  occupy(boxOf(words));
  drawing_.labels.push_back({words.text, length(words.at.x), length(words.at.y), size_,
                             words.anchor, words.bold, words.turned, words.color});
}

bool Sketch::tryClearText(const Words& words) {
  if (!isFree(boxOf(words)) || words.text.empty()) return false;
  rectangle(boxOf(words), kPaper);
  text(words);
  return true;
}

bool Sketch::tryText(const Words& words) {
  if (words.text.empty() || !isFree(boxOf(words))) return false;
  text(words);
  return true;
}

}  // namespace chancery::chart
