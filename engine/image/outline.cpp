#include "image/outline.h"

#include <algorithm>
#include <cmath>

namespace chancery::image {
namespace {

constexpr double kTiny = 1e-9;
constexpr double kMiterLimit = 4;
constexpr std::size_t kMostDashes = 100'000;

double distance(Vertex a, Vertex b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

void appendCurve(std::vector<Vertex>& points, Vertex a, Vertex b, Vertex c, Vertex d) {
  // The distance of a cubic from n chords falls with n²; this bound is on the safe side.
  const double bend = std::max(std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y),
                               std::hypot(b.x - 2 * c.x + d.x, b.y - 2 * c.y + d.y));
  const int pieces = std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * 7.5))), 1, 200);
  for (int i = 1; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces, u = 1 - t;
    const double p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;
    points.push_back(
        {p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y});
  }
}

/// A polygon that turns clockwise (on paper), so that pieces of one stroke never cancel out.
void addPiece(std::vector<Polyline>& pieces, std::vector<Vertex> points) {
  double area = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vertex& a = points[i];
    const Vertex& b = points[(i + 1) % points.size()];
    area += a.x * b.y - b.x * a.y;
  }
  if (area < 0) std::reverse(points.begin(), points.end());
  pieces.push_back({std::move(points), true});
}

struct Side {
  Vertex from, to;
  double nx = 0, ny = 0;  ///< half a width to the side
};

void addJoin(std::vector<Polyline>& pieces, const Side& a, const Side& b, double half) {
  const double cross = a.nx * b.ny - a.ny * b.nx;
  const double cosine = (a.nx * b.nx + a.ny * b.ny) / (half * half);
  if (std::abs(cross) < kTiny && cosine > 0) return;
  const double side = cross > 0 ? -1 : 1;  // the outer one
  const Vertex corner = a.to;
  const Vertex first{corner.x + side * a.nx, corner.y + side * a.ny};
  const Vertex second{corner.x + side * b.nx, corner.y + side * b.ny};
  // The mitre's length in widths is 1 / cos(half the angle between the normals).
  const double halfCosine = std::sqrt(std::max(0.0, (1 + cosine) / 2));
  if (halfCosine * kMiterLimit < 1) return addPiece(pieces, {corner, first, second});
  const double reach = side / (1 + cosine);
  addPiece(pieces, {corner,
                    first,
                    {corner.x + reach * (a.nx + b.nx), corner.y + reach * (a.ny + b.ny)},
                    second});
}

void addStroke(std::vector<Polyline>& pieces, const Polyline& line, double half) {
  std::vector<Side> sides;
  const std::size_t count = line.points.size();
  for (std::size_t i = 0; i + (line.closed ? 0 : 1) < count; ++i) {
    const Vertex a = line.points[i], b = line.points[(i + 1) % count];
    const double length = distance(a, b);
    if (length < kTiny) continue;
    sides.push_back({a, b, -(b.y - a.y) / length * half, (b.x - a.x) / length * half});
  }
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const Side& s = sides[i];
    addPiece(pieces, {{s.from.x + s.nx, s.from.y + s.ny},
                      {s.to.x + s.nx, s.to.y + s.ny},
                      {s.to.x - s.nx, s.to.y - s.ny},
                      {s.from.x - s.nx, s.from.y - s.ny}});
    if (i + 1 < sides.size() || line.closed)
      addJoin(pieces, s, sides[(i + 1) % sides.size()], half);
  }
}

/// A line cut into the pieces that a dash pattern leaves.
std::vector<Polyline> dashed(const Polyline& line, const std::vector<double>& dashes) {
  std::vector<Polyline> pieces;
  Polyline piece;
  std::size_t dash = 0;
  double left = dashes[0];
  const std::size_t count = line.points.size();
  if (count > 0) piece.points.push_back(line.points[0]);
  for (std::size_t i = 0; i + (line.closed ? 0 : 1) < count; ++i) {
    Vertex at = line.points[i];
    const Vertex end = line.points[(i + 1) % count];
    double length = distance(at, end);
    while (length > left && pieces.size() < kMostDashes) {
      const double t = left / length;
      at = {at.x + (end.x - at.x) * t, at.y + (end.y - at.y) * t};
      length -= left;
      if (dash % 2 == 0) {
        piece.points.push_back(at);
        pieces.push_back(std::move(piece));
      }
      piece = {{at}, false};
      dash = (dash + 1) % dashes.size();
      left = dashes[dash];
    }
    left -= length;
    piece.points.push_back(end);
  }
  if (dash % 2 == 0) pieces.push_back(std::move(piece));
  return pieces;
}

}  // namespace

std::vector<Polyline> flatten(const Path& path, double scale) {
  std::vector<Polyline> lines;
  const auto vertex = [&](Length x, Length y) {
    return Vertex{static_cast<double>(x.toEmu()) * scale, static_cast<double>(y.toEmu()) * scale};
  };
  Vertex start;
  for (const Segment& s : path.segments) {
    const Vertex end = vertex(s.x, s.y);
    const bool fresh = lines.empty() || lines.back().closed;
    if (s.type == Segment::Type::move || fresh) {
      start = s.type == Segment::Type::move ? end : start;
      lines.push_back({{start}, false});
    }
    std::vector<Vertex>& points = lines.back().points;
    if (s.type == Segment::Type::line) points.push_back(end);
    if (s.type == Segment::Type::curve)
      appendCurve(points, points.back(), vertex(s.x1, s.y1), vertex(s.x2, s.y2), end);
    if (s.type == Segment::Type::close) lines.back().closed = true;
  }
  return lines;
}

std::vector<Polyline> strokeOf(const std::vector<Polyline>& lines, double width,
                               const std::vector<double>& dashes) {
  double period = 0;
  for (const double dash : dashes) period += dash;
  std::vector<Polyline> pieces;
  for (const Polyline& line : lines) {
    // Dashes finer than an eighth of a pixel are grey anyway; drawn solid.
    if (period < 0.125) {
      addStroke(pieces, line, width / 2);
      continue;
    }
    for (const Polyline& piece : dashed(line, dashes)) addStroke(pieces, piece, width / 2);
  }
  return pieces;
}

}  // namespace chancery::image
