#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"
#include "chart/plot_place.h"
#include "image/picture.h"

/// Drawing in points: what all kinds of charts are made with.
namespace chancery::chart {

using image::Color;
using image::Label;

inline constexpr Color kInk{38, 38, 38};
inline constexpr Color kAxisColor{89, 89, 89};
inline constexpr Color kGridColor{208, 208, 208};
inline constexpr Color kPaper{255, 255, 255};
inline constexpr std::string_view kNoData = "Нет данных";

struct Spot {
  double x = 0, y = 0;
};

/// A rectangle; y grows downwards.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double centerX() const { return x + width / 2; }
  double centerY() const { return y + height / 2; }
  /// Whether the two share more than an edge.
  bool meets(const Box& other) const;
  bool holds(const Box& other) const;
  /// Smaller by so much on each side.
  Box inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

/// A line of text to be set.
struct Words {
  std::string text;
  Spot at;  ///< of the anchor, on the baseline
  Label::Anchor anchor = Label::Anchor::start;
  bool bold = false;
  bool turned = false;
  Color color = kInk;
};

/// Collects paths and labels, all in one text size. Coordinates are rounded to hundredths of a
/// point, so that no machine's last bit shows.
class Sketch {
 public:
  Sketch(Length width, Length height, Length textSize, const Measure& measure);

  double width() const { return width_; }
  double height() const { return height_; }
  double textSize() const { return size_.toPt(); }
  double lineHeight() const { return textSize() * 1.2; }
  double ascent() const { return textSize() * 0.72; }  ///< of figures and capitals
  double descent() const { return textSize() * 0.21; }

  double widthOf(std::string_view text, bool bold = false) const;
  /// The text, or as much of it as fits with «…» behind it; "" when not even that fits.
  std::string shortened(std::string_view text, double width, bool bold = false) const;
  /// The text in at most `most` lines, broken between words; the last one shortened.
  std::vector<std::string> wrapped(std::string_view text, double width, std::size_t most,
                                   bool bold = false) const;

  void line(Spot from, Spot to, Color color, double width, std::vector<double> dashes = {});
  void rectangle(const Box& box, std::optional<Color> fill, std::optional<Color> stroke = {},
                 double strokeWidth = 0.5);
  /// Strokes of one path: pairs of ends.
  void lines(const std::vector<std::pair<Spot, Spot>>& lines, Color color, double width);
  void polygon(const std::vector<Spot>& points, std::optional<Color> fill,
               std::optional<Color> stroke = {}, double strokeWidth = 0.5);
  void polyline(const std::vector<Spot>& points, Color color, double width,
                const std::vector<double>& dashes);
  /// An arc's outline in curves is the caller's to build.
  void path(image::Path path) { drawing_.paths.push_back(std::move(path)); }

  /// Where a line of text would stand.
  Box boxOf(const Words& words) const;
  void text(const Words& words);
  /// Sets the text unless it would lie over other text, something `occupied` or the edge.
  bool tryText(const Words& words);
  /// The same on a piece of paper of its own, so that no grid line runs through it.
  bool tryClearText(const Words& words);
  void occupy(const Box& box) { taken_.push_back(box); }

  image::Drawing take() { return std::move(drawing_); }

  /// The area of bars or lines, for who asks where it stands.
  void notePlot(const PlotPlace& place) { plot_ = place; }
  const std::optional<PlotPlace>& plot() const { return plot_; }

  static Length length(double points);

 private:
  bool isFree(const Box& box) const;

  double width_, height_;
  Length size_;
  const Measure& measure_;
  image::Drawing drawing_;
  std::vector<Box> taken_;
  std::optional<PlotPlace> plot_;
};

image::Segment moveTo(Spot spot);
image::Segment lineTo(Spot spot);

}  // namespace chancery::chart
