#include <algorithm>
#include <cmath>
#include <numbers>

#include "image/svg_values.h"

namespace chancery::image::svg {
namespace {

using Type = Segment::Type;

Step lineTo(Point end) {
  return {Type::line, end, {}, {}};
}
Step curveTo(Point first, Point second, Point end) {
  return {Type::curve, end, first, second};
}

/// An elliptical arc, from its centre and two angles, as cubic curves of at most a quarter turn.
struct Arc {
  Point center;
  double rx = 0, ry = 0;
  double turn = 0;  ///< of the x axis, in radians
  double start = 0, sweep = 0;

  Point at(double angle) const {
    const double x = rx * std::cos(angle), y = ry * std::sin(angle);
    return {center.x + x * std::cos(turn) - y * std::sin(turn),
            center.y + x * std::sin(turn) + y * std::cos(turn)};
  }
  Point slope(double angle) const {
    const double x = -rx * std::sin(angle), y = ry * std::cos(angle);
    return {x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)};
  }
  void append(Outline& outline) const {
    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / (std::numbers::pi / 2) - 1e-9)));
    const double step = sweep / pieces;
    const double reach = 4.0 / 3 * std::tan(step / 4);
    for (int i = 0; i < pieces; ++i) {
      const double from = start + i * step, to = from + step;
      const Point a = at(from), b = at(to), da = slope(from), db = slope(to);
      outline.push_back(curveTo({a.x + reach * da.x, a.y + reach * da.y},
                                {b.x - reach * db.x, b.y - reach * db.y}, b));
    }
  }
};

double angleBetween(Point u, Point v) {
  return std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y);
}

struct ArcFlags {
  bool large = false, sweep = false;
};

// SVG 1.1, F.6.5 and F.6.6: from end points to the centre; radii too small are enlarged.
void appendArc(Outline& outline, Point from, Point to, Point radii, double degrees,
               ArcFlags flags) {
  double rx = std::abs(radii.x), ry = std::abs(radii.y);
  if (from.x == to.x && from.y == to.y) return;
  if (rx < 1e-9 || ry < 1e-9) {
    outline.push_back(lineTo(to));
    return;
  }
  const double turn = degrees * std::numbers::pi / 180;
  const double halfX = (from.x - to.x) / 2, halfY = (from.y - to.y) / 2;
  const double x = std::cos(turn) * halfX + std::sin(turn) * halfY;
  const double y = -std::sin(turn) * halfX + std::cos(turn) * halfY;
  const double excess = x * x / (rx * rx) + y * y / (ry * ry);
  if (excess > 1) {
    rx *= std::sqrt(excess);
    ry *= std::sqrt(excess);
  }
  const double below = rx * rx * y * y + ry * ry * x * x;
  double factor = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
  if (flags.large == flags.sweep) factor = -factor;
  const double cx = factor * rx * y / ry, cy = -factor * ry * x / rx;
  Arc arc;
  arc.rx = rx;
  arc.ry = ry;
  arc.turn = turn;
  arc.center = {std::cos(turn) * cx - std::sin(turn) * cy + (from.x + to.x) / 2,
                std::sin(turn) * cx + std::cos(turn) * cy + (from.y + to.y) / 2};
  const Point u{(x - cx) / rx, (y - cy) / ry}, v{(-x - cx) / rx, (-y - cy) / ry};
  arc.start = angleBetween({1, 0}, u);
  arc.sweep = angleBetween(u, v);
  if (flags.sweep && arc.sweep < 0) arc.sweep += 2 * std::numbers::pi;
  if (!flags.sweep && arc.sweep > 0) arc.sweep -= 2 * std::numbers::pi;
  arc.append(outline);
  outline.back().end = to;
}

/// Reads path data, command by command.
class PathReader {
 public:
  explicit PathReader(std::string_view data) : reader_(data) {}

  std::optional<Outline> read() {
    for (reader_.skipSpace(); !reader_.atEnd(); reader_.skipComma()) {
      const char c = reader_.peek();
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        command_ = reader_.take();
        if (outline_.empty() && command_ != 'M' && command_ != 'm') return std::nullopt;
      } else if (command_ == '\0' || command_ == 'Z' || command_ == 'z') {
        return std::nullopt;  // numbers without a command
      }
      if (!step()) return std::nullopt;
    }
    return std::move(outline_);
  }

 private:
  bool step();
  bool smooth(bool cubic);
  bool arc();

  bool relative() const { return command_ >= 'a'; }
  bool value(double& out) {
    const auto number = reader_.number();
    if (!number) return false;
    out = *number;
    reader_.skipComma();
    return true;
  }
  bool point(Point& out) {
    if (!value(out.x) || !value(out.y)) return false;
    if (relative()) out = {out.x + at_.x, out.y + at_.y};
    return true;
  }
  bool line(Point end) {
    outline_.push_back(lineTo(end));
    at_ = control_ = end;
    return true;
  }
  bool curve(Point first, Point second, Point end) {
    outline_.push_back(curveTo(first, second, end));
    control_ = second;
    at_ = end;
    return true;
  }
  bool quadratic(Point middle, Point end) {
    curve({at_.x + 2 * (middle.x - at_.x) / 3, at_.y + 2 * (middle.y - at_.y) / 3},
          {end.x + 2 * (middle.x - end.x) / 3, end.y + 2 * (middle.y - end.y) / 3}, end);
    control_ = middle;
    return true;
  }

  NumberReader reader_;
  Outline outline_;
  char command_ = '\0';
  char before_ = '\0';  // the command of the last segment, as a capital
  Point at_, start_, control_;
};

bool PathReader::smooth(bool cubic) {
  const bool follows = cubic ? before_ == 'C' || before_ == 'S' : before_ == 'Q' || before_ == 'T';
  const Point mirrored = follows ? Point{2 * at_.x - control_.x, 2 * at_.y - control_.y} : at_;
  Point second, end;
  if (cubic) return point(second) && point(end) && curve(mirrored, second, end);
  return point(end) && quadratic(mirrored, end);
}

bool PathReader::arc() {
  Point radii, end;
  double turn = 0;
  if (!value(radii.x) || !value(radii.y) || !value(turn)) return false;
  const auto large = reader_.flag();
  reader_.skipComma();
  const auto sweep = reader_.flag();
  reader_.skipComma();
  if (!large || !sweep || !point(end)) return false;
  appendArc(outline_, at_, end, radii, turn, {*large, *sweep});
  at_ = control_ = end;
  return true;
}

bool PathReader::step() {
  Point first, second, end;
  const char kind = static_cast<char>(relative() ? command_ - 'a' + 'A' : command_);
  bool good = false;
  switch (kind) {
    case 'M':
      good = point(end);
      outline_.push_back({Type::move, end, {}, {}});
      at_ = start_ = control_ = end;
      command_ = relative() ? 'l' : 'L';  // SVG 1.1, 8.3.2: further pairs are lines
      break;
    case 'L':
      good = point(end) && line(end);
      break;
    case 'H':
      good = value(end.x) && line({relative() ? at_.x + end.x : end.x, at_.y});
      break;
    case 'V':
      good = value(end.y) && line({at_.x, relative() ? at_.y + end.y : end.y});
      break;
    case 'C':
      good = point(first) && point(second) && point(end) && curve(first, second, end);
      break;
    case 'Q':
      good = point(first) && point(end) && quadratic(first, end);
      break;
    case 'S':
    case 'T':
      good = smooth(kind == 'S');
      break;
    case 'A':
      good = arc();
      break;
    case 'Z':
      outline_.push_back({Type::close, start_, {}, {}});
      at_ = control_ = start_;
      good = true;
      break;
    default:
      break;
  }
  before_ = kind;
  return good;
}

}  // namespace

std::optional<Outline> parsePath(std::string_view data) {
  return PathReader(data).read();
}

Outline ellipse(Point center, double rx, double ry) {
  Outline outline{{Type::move, {center.x + rx, center.y}, {}, {}}};
  Arc{center, rx, ry, 0, 0, 2 * std::numbers::pi}.append(outline);
  outline.push_back({Type::close, outline.front().end, {}, {}});
  return outline;
}

Outline rectangle(Point corner, double width, double height, double rx, double ry) {
  const double left = corner.x, top = corner.y, right = left + width, bottom = top + height;
  rx = std::min(rx, width / 2);
  ry = std::min(ry, height / 2);
  Outline outline{{Type::move, {left + rx, top}, {}, {}}};
  const auto side = [&](Point end, Point center, double start) {
    outline.push_back(lineTo(end));
    if (rx > 0 && ry > 0) Arc{center, rx, ry, 0, start, std::numbers::pi / 2}.append(outline);
  };
  side({right - rx, top}, {right - rx, top + ry}, -std::numbers::pi / 2);
  side({right, bottom - ry}, {right - rx, bottom - ry}, 0);
  side({left + rx, bottom}, {left + rx, bottom - ry}, std::numbers::pi / 2);
  side({left, top + ry}, {left + rx, top + ry}, std::numbers::pi);
  outline.push_back({Type::close, outline.front().end, {}, {}});
  return outline;
}

std::optional<Outline> parsePoints(std::string_view text, bool closed) {
  Outline outline;
  NumberReader reader(text);
  for (reader.skipSpace(); !reader.atEnd(); reader.skipComma()) {
    const auto x = reader.number();
    reader.skipComma();
    const auto y = reader.number();
    if (!x || !y) return std::nullopt;
    outline.push_back({outline.empty() ? Type::move : Type::line, {*x, *y}, {}, {}});
  }
  if (closed && !outline.empty()) outline.push_back({Type::close, outline.front().end, {}, {}});
  return outline;
}

}  // namespace chancery::image::svg
