#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/picture.h"

/// Values of SVG's attributes. Lengths are in CSS pixels (1/96 inch).
namespace chancery::image::svg {

/// Reads numbers out of lists such as path data: "1-2.5e3,.5.5".
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  void skipSpace();  ///< white space
  void skipComma();  ///< white space with at most one comma
  bool atEnd() const { return at_ >= text_.size(); }
  char peek() const { return atEnd() ? '\0' : text_[at_]; }
  char take() { return text_[at_++]; }
  std::string_view rest() const { return text_.substr(at_); }

  /// The number that stands here; finite and within ±10⁷.
  std::optional<double> number();
  /// "0" or "1", which path data may write without a separator.
  std::optional<bool> flag();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// A text without the white space at its ends.
std::string_view trimmed(std::string_view text);

/// What a diagnostic shows of a value: its beginning, whole characters only.
std::string shortened(std::string_view text);

/// A length: a number, perhaps with px, pt, pc, mm, cm, in, em (of `fontSize`) or % (of `whole`).
std::optional<double> parseLength(std::string_view text, double whole, double fontSize);

/// "1", "50%" as 0 … 1.
std::optional<double> parseOpacity(std::string_view text);

/// #rgb, #rrggbb, rgb(), or a name. Source: SVG 1.1, 4.2 and 4.4.
std::optional<Color> parseColor(std::string_view text);

/// x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Matrix operator*(const Matrix& inner) const;
  double x(double px, double py) const { return a * px + c * py + e; }
  double y(double px, double py) const { return b * px + d * py + f; }
  /// How much lengths grow, on average.
  double scale() const;
};

/// "translate(1 2) rotate(45)". Source: SVG 1.1, 7.6.
std::optional<Matrix> parseTransform(std::string_view text);

/// Where a viewBox comes to stand in a viewport.
struct ViewBox {
  double x = 0, y = 0, width = 0, height = 0;
};
std::optional<ViewBox> parseViewBox(std::string_view text);
/// Source: SVG 1.1, 7.8. `aspect` is preserveAspectRatio; "" = xMidYMid meet.
std::optional<Matrix> fitViewBox(const ViewBox& box, double width, double height,
                                 std::string_view aspect);

/// A path's outline in the coordinates of its element.
struct Point {
  double x = 0, y = 0;
};
struct Step {
  Segment::Type type = Segment::Type::move;
  Point end, first, second;  ///< control points of a curve
};
using Outline = std::vector<Step>;

/// Path data; arcs and quadratic curves become cubic ones. Source: SVG 1.1, 8.3 and F.6.
/// Result: nothing for data with an error.
std::optional<Outline> parsePath(std::string_view data);

/// An ellipse, clockwise from its right end.
Outline ellipse(Point center, double rx, double ry);
/// A rectangle, rounded when rx and ry are not 0.
Outline rectangle(Point corner, double width, double height, double rx, double ry);
/// "1,2 3,4"; nothing for an odd count.
std::optional<Outline> parsePoints(std::string_view text, bool closed);

}  // namespace chancery::image::svg
