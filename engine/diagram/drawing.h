#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagram/process.h"

namespace chancery::diagram {

/// Pixels, from the top left corner; y grows downwards.
struct Point {
  int x = 0;
  int y = 0;

  bool operator==(const Point&) const = default;
};

struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  int right() const { return x + width; }
  int bottom() const { return y + height; }
  Point center() const { return {x + width / 2, y + height / 2}; }
  bool contains(const Box& other) const {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }
};

inline constexpr int kNameSize = 12;  ///< of fonts, in pixels
inline constexpr int kNameLine = 15;  ///< from line to line
inline constexpr int kSmallSize = 11;
inline constexpr int kSmallLine = 13;

/// Lines of text in the box that they need.
struct Label {
  Box box;
  std::vector<std::string> lines;
};

/// An element. A task's label is inside, anything else's beside it.
struct Shape {
  Box box;
  Label label;
  Label detail;
};

struct Edge {
  std::vector<Point> points;  ///< horizontal and vertical pieces, from border to border
  Label label;
};

/// An aside: a box with a text; one that ends the case holds a start, an end and a line between.
struct AsideShape {
  Box box;
  Label name;
  Label text;
  Box start;
  Box end;
  Label startName;
  Label endName;
  std::vector<Point> line;  ///< from start to end; of a note, from what it is about
};

/// A process with the place of everything. Shapes, edges and asides stand in the order of its
/// nodes, flows and asides.
struct Drawing {
  Process process;
  Box page = {};
  Box pool = {};
  Label title = {};
  std::vector<Box> lanes = {};  ///< the names included
  std::vector<Label> laneNames = {};
  std::vector<Shape> shapes = {};
  std::vector<Edge> edges = {};
  std::vector<AsideShape> asides = {};
};

inline constexpr int kPoolBand = 30;    ///< at the left of the pool: its name in other programs
inline constexpr int kLaneNames = 192;  ///< width of the lanes' names

/// Places a process: stages from left to right, those who take part one below the other. No two
/// elements or texts overlap, no line crosses a text, elements lie inside their lanes.
Drawing drawingOf(Process process);

}  // namespace chancery::diagram
