#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "image/outline.h"
#include "image/picture.h"

namespace chancery::image {
namespace {

constexpr int kSubLines = 5;  // lines of a pixel's height at which coverage is taken
constexpr double kEmuPerInch = 914'400;
constexpr double kMostAcross = 10'000;  // pixels
constexpr double kMostPixels = 25e6;

/// One side of a polygon, from its upper to its lower end.
struct Edge {
  double top = 0, bottom = 0;
  double x = 0, slope = 0;  ///< at `top`; change of x by y
  int winding = 0;
};

struct Crossing {
  double x = 0;
  int winding = 0;
};

std::vector<Edge> edgesOf(const std::vector<Polyline>& polygons) {
  std::vector<Edge> edges;
  for (const Polyline& polygon : polygons) {
    const std::size_t count = polygon.points.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Vertex a = polygon.points[i], b = polygon.points[(i + 1) % count];
      if (a.y == b.y) continue;
      const bool down = a.y < b.y;
      const Vertex& top = down ? a : b;
      const Vertex& bottom = down ? b : a;
      edges.push_back(
          {top.y, bottom.y, top.x, (bottom.x - top.x) / (bottom.y - top.y), down ? 1 : -1});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.top < b.top; });
  return edges;
}

/// Paints polygons into samples of sRGB. Across, coverage is exact; down, it is taken at
/// kSubLines lines of each row.
class Canvas {
 public:
  Canvas(int width, int height)
      : width_(width), height_(height), coverage_(static_cast<std::size_t>(width) + 1) {
    samples.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, '\xFF');
    alpha.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\0');
  }

  void fill(const std::vector<Polyline>& polygons, Color color, bool evenOdd);

  std::string samples;
  std::string alpha;

 private:
  void addSpan(double from, double to);
  void addLine(double y, bool evenOdd);
  void blendRow(int y, Color color);

  int width_, height_;
  std::vector<float> coverage_;
  std::vector<Edge> active_;
  std::vector<Crossing> crossings_;
};

void Canvas::addSpan(double from, double to) {
  from = std::clamp(from, 0.0, static_cast<double>(width_));
  to = std::clamp(to, 0.0, static_cast<double>(width_));
  if (to <= from) return;
  const auto first = static_cast<std::size_t>(from), last = static_cast<std::size_t>(to);
  if (first == last) {
    coverage_[first] += static_cast<float>(to - from);
    return;
  }
  coverage_[first] += static_cast<float>(static_cast<double>(first) + 1 - from);
  for (std::size_t x = first + 1; x < last; ++x) coverage_[x] += 1;
  coverage_[last] += static_cast<float>(to - static_cast<double>(last));
}

void Canvas::addLine(double y, bool evenOdd) {
  crossings_.clear();
  for (const Edge& edge : active_) {
    if (edge.top <= y && y < edge.bottom)
      crossings_.push_back({edge.x + (y - edge.top) * edge.slope, edge.winding});
  }
  std::sort(crossings_.begin(), crossings_.end(),
            [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
  int winding = 0;
  for (std::size_t i = 0; i + 1 < crossings_.size(); ++i) {
    winding += evenOdd ? 1 : crossings_[i].winding;
    const bool inside = evenOdd ? winding % 2 != 0 : winding != 0;
    if (inside) addSpan(crossings_[i].x, crossings_[i + 1].x);
  }
}

void Canvas::blendRow(int y, Color color) {
  const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
  for (std::size_t x = 0; x < static_cast<std::size_t>(width_); ++x) {
    const float covered = std::min(1.0F, coverage_[x] / kSubLines);
    if (covered <= 0) continue;
    const float before = static_cast<float>(static_cast<unsigned char>(alpha[row + x])) / 255;
    const float after = covered + before * (1 - covered);
    const auto blend = [&](std::size_t channel, std::uint8_t part) {
      char& sample = samples[(row + x) * 3 + channel];
      const float old = static_cast<unsigned char>(sample);
      const float mixed =
          (static_cast<float>(part) * covered + old * before * (1 - covered)) / after;
      sample = static_cast<char>(static_cast<unsigned char>(std::lround(mixed)));
    };
    blend(0, color.red);
    blend(1, color.green);
    blend(2, color.blue);
    alpha[row + x] = static_cast<char>(static_cast<unsigned char>(std::lround(after * 255)));
  }
}

void Canvas::fill(const std::vector<Polyline>& polygons, Color color, bool evenOdd) {
  const std::vector<Edge> edges = edgesOf(polygons);
  active_.clear();
  std::size_t next = 0;
  if (edges.empty()) return;
  for (int y = std::max(0, static_cast<int>(std::min(edges.front().top, 1.0 * height_)));
       y < height_; ++y) {
    while (next < edges.size() && edges[next].top < y + 1) active_.push_back(edges[next++]);
    std::erase_if(active_, [&](const Edge& edge) { return edge.bottom <= y; });
    if (active_.empty()) {
      if (next == edges.size()) return;
      continue;
    }
    std::fill(coverage_.begin(), coverage_.end(), 0.0F);
    for (int i = 0; i < kSubLines; ++i) addLine(y + (i + 0.5) / kSubLines, evenOdd);
    blendRow(y, color);
  }
}

}  // namespace

std::string rasterise(const Drawing& drawing, int dpi) {
  check(dpi > 0 && drawing.width > Length() && drawing.height > Length(), "a drawing has a size");
  const auto across = static_cast<double>(drawing.width.toEmu());
  const auto down = static_cast<double>(drawing.height.toEmu());
  double scale = dpi / kEmuPerInch;
  scale = std::min(
      {scale, kMostAcross / across, kMostAcross / down, std::sqrt(kMostPixels / (across * down))});
  Raster raster;
  raster.width = std::max(1, static_cast<int>(std::lround(across * scale)));
  raster.height = std::max(1, static_cast<int>(std::lround(down * scale)));
  Canvas canvas(raster.width, raster.height);
  for (const Path& path : drawing.paths) {
    const std::vector<Polyline> lines = flatten(path, scale);
    if (path.fill) canvas.fill(lines, *path.fill, path.evenOdd);
    if (!path.stroke) continue;
    // A hairline is drawn as wide as a pixel, as printers do.
    const double width = std::max(1.0, static_cast<double>(path.strokeWidth.toEmu()) * scale);
    std::vector<double> dashes;
    for (const Length dash : path.dashes)
      dashes.push_back(static_cast<double>(dash.toEmu()) * scale);
    canvas.fill(strokeOf(lines, width, dashes), *path.stroke, false);
  }
  raster.bytes = std::move(canvas.samples);
  raster.alpha = std::move(canvas.alpha);
  return writePng(raster);
}

}  // namespace chancery::image
