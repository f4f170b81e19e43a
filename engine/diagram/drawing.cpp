#include "diagram/drawing.h"

#include <algorithm>

#include "diagram/measure.h"
#include "diagram/router.h"
#include "diagram/sizes.h"

namespace chancery::diagram {
namespace {

constexpr int kMargin = 24;
constexpr int kTitleSize = 18;
constexpr int kTitleLine = 24;
constexpr int kLaneSize = 13;
constexpr int kLaneLine = 16;
constexpr int kTrack = 10;
constexpr int kGutterEdge = 17;  // an arrow's head fits between a track and an element
constexpr int kChannelEdge = 9;
constexpr int kNoteInset = 6;  // beside the timers on a task's border and their words

int toInt(std::size_t count) {
  return static_cast<int>(count);
}

Box moved(Box box, Point by) {
  box.x += by.x;
  box.y += by.y;
  return box;
}

Label moved(Label label, Point by) {
  label.box = moved(label.box, by);
  return label;
}

class Placer {
 public:
  explicit Placer(Process process)
      : drawing_{.process = std::move(process)},
        router_(drawing_.process),
        sizes_(sizesOf(drawing_.process)) {}

  Drawing run() {
    title();
    columns();
    rows();
    frame();
    for (std::size_t i = 0; i < process().nodes.size(); ++i) shape(i);
    for (std::size_t i = 0; i < process().asides.size(); ++i) aside(i);
    for (std::size_t i = 0; i < process().flows.size(); ++i) edge(i);
    return std::move(drawing_);
  }

 private:
  const Process& process() const { return drawing_.process; }

  void title() {
    constexpr int kWidest = 1000;
    Label& label = drawing_.title;
    label.lines =
        wrap(process().title, {.width = kWidest, .size = kTitleSize, .lines = 3, .isBold = true});
    label.box = {kMargin + kPoolBand, kMargin, widthOf(label.lines, kTitleSize, true),
                 toInt(label.lines.size()) * kTitleLine};
  }

  // From the left: the lanes' names, then a gutter before each column.
  void columns() {
    std::vector<int> halves(process().columns, 0);
    for (std::size_t i = 0; i < process().nodes.size(); ++i) {
      int& half = halves[process().nodes[i].column];
      half = std::max(half, sizes_.extents[i].side);
    }
    for (std::size_t i = 0; i < process().asides.size(); ++i) {
      int& half = halves[process().asides[i].column];
      half = std::max(half, sizes_.asideExtents[i].side);
    }
    int x = kMargin + kPoolBand + kLaneNames;
    for (std::size_t i = 0; i <= process().columns; ++i) {
      gutters_.push_back(x);
      x += 2 * kGutterEdge + kTrack * std::max(0, toInt(router_.gutters().countOf(i)) - 1);
      if (i == process().columns) break;
      columns_.push_back(x + halves[i]);
      x += 2 * halves[i];
    }
    right_ = x;
  }

  void rows() {
    std::vector<Extent> extents(router_.slots());
    for (std::size_t i = 0; i < process().nodes.size(); ++i) {
      extents[router_.slotOf(process().nodes[i])].cover(sizes_.extents[i]);
    }
    for (std::size_t i = 0; i < process().asides.size(); ++i) {
      const Aside& aside = process().asides[i];
      extents[router_.slotOf(aside.lane, aside.row)].cover(sizes_.asideExtents[i]);
    }
    int y = drawing_.title.box.bottom() + 16;
    for (std::size_t lane = 0; lane < process().lanes.size(); ++lane) y = laneAt(lane, y, extents);
    bottom_ = y;
  }

  // A lane is at least as high as its name.
  int laneAt(std::size_t lane, int top, const std::vector<Extent>& extents) {
    constexpr int kText = kLaneNames - 24;
    constexpr int kTurned = 240;
    Label name;
    name.lines = wrap(process().lanes[lane].name,
                      {.width = kText, .size = kLaneSize, .lines = 8, .isBold = true});
    const int first = toInt(router_.baseOf(lane));
    const int slots = 3 * toInt(process().lanes[lane].rows);
    int height = 0;
    for (int i = 0; i < slots; ++i)
      height += heightOf(static_cast<std::size_t>(first + i), extents);
    const int text = toInt(name.lines.size()) * kLaneLine;
    // Other programs write the name upwards, in two lines.
    const int turned = std::min(widthOf(process().lanes[lane].name, kNameSize) * 9 / 20, kTurned);
    const int more = std::max(0, std::max(text, turned) + 24 - height) / 2;
    int y = top + more;
    ys_.resize(router_.slots());
    for (int i = 0; i < slots; ++i) {
      const auto slot = static_cast<std::size_t>(first + i);
      ys_[slot] = Router::isRow(slot) ? y + extents[slot].up : y;
      y += heightOf(slot, extents);
    }
    y += more;
    const int left = kMargin + kPoolBand;
    drawing_.lanes.push_back({left, top, right_ - left, y - top});
    name.box = {left + 12, top + (y - top - text) / 2, kText, text};
    drawing_.laneNames.push_back(std::move(name));
    return y;
  }

  int heightOf(std::size_t slot, const std::vector<Extent>& extents) const {
    if (Router::isRow(slot)) return extents[slot].up + extents[slot].down;
    const int tracks = toInt(router_.channels().countOf(slot));
    return tracks == 0 ? kChannelEdge : 2 * kChannelEdge + kTrack * (tracks - 1);
  }

  void frame() {
    const int left = kMargin;
    const int top = drawing_.lanes.front().y;
    drawing_.pool = {left, top, right_ - left, bottom_ - top};
    const int width = std::max(right_, drawing_.title.box.right()) + kMargin;
    drawing_.page = {0, 0, width, bottom_ + kMargin};
  }

  Point cell(std::size_t column, std::size_t slot) const { return {columns_[column], ys_[slot]}; }

  void shape(std::size_t index) {
    const Node& node = process().nodes[index];
    const Point at = cell(node.column, router_.slotOf(node));
    Shape shape = std::move(sizes_.shapes[index]);
    shape.box = moved(shape.box, at);
    shape.label.box = moved(shape.label.box, at);
    shape.detail.box = moved(shape.detail.box, at);
    drawing_.shapes.push_back(std::move(shape));
  }

  void aside(std::size_t index) {
    const Aside& aside = process().asides[index];
    const Point at = cell(aside.column, router_.slotOf(aside.lane, aside.row));
    AsideShape shape = std::move(sizes_.asides[index]);
    shape.box = moved(shape.box, at);
    shape.name = moved(std::move(shape.name), at);
    shape.text = moved(std::move(shape.text), at);
    shape.start = moved(shape.start, at);
    shape.end = moved(shape.end, at);
    shape.startName = moved(std::move(shape.startName), at);
    shape.endName = moved(std::move(shape.endName), at);
    if (aside.ends) {
      const int y = shape.start.center().y;
      shape.line = {{shape.start.right(), y}, {shape.end.x, y}};
    } else {
      const Box& about = drawing_.shapes[aside.about].box;
      const int x = about.x + kNoteInset;
      shape.line = {{x, about.bottom()}, {x, shape.box.y}};
    }
    drawing_.asides.push_back(std::move(shape));
  }

  int gutterX(const Route& route) const {
    return gutters_[route.gutter] + kGutterEdge +
           kTrack * toInt(router_.gutters().trackOf(route.gutter, route.key));
  }

  int channelY(std::size_t channel, const Route& route) const {
    return ys_[channel] + kChannelEdge +
           kTrack * toInt(router_.channels().trackOf(channel, route.key));
  }

  void edge(std::size_t index) {
    const Flow& flow = process().flows[index];
    Edge edge;
    edge.label =
        moved(std::move(sizes_.flowLabels[index]), drawing_.shapes[flow.from].box.center());
    edge.points = pointsOf(flow, router_.routeOf(index));
    drawing_.edges.push_back(std::move(edge));
  }

  std::vector<Point> pointsOf(const Flow& flow, const Route& route) const {
    const Box& from = drawing_.shapes[flow.from].box;
    const Box& to = drawing_.shapes[flow.to].box;
    const Point begin = from.center();
    const Point end = to.center();
    const int x = gutterX(route);
    switch (route.shape) {
      case Route::Shape::straight:
        return {{from.right(), begin.y}, {to.x, end.y}};
      case Route::Shape::step:
        return {{from.right(), begin.y}, {x, begin.y}, {x, end.y}, {to.x, end.y}};
      case Route::Shape::drop:
        return {{begin.x, from.bottom()}, {end.x, to.y}};
      case Route::Shape::arc:
      case Route::Shape::rise:
      case Route::Shape::detour:
        break;
    }
    const bool isArc = route.shape != Route::Shape::detour;
    const int in = channelY(route.in, route);
    const int out = isArc ? in : channelY(route.out, route);
    const Point first{begin.x, flow.side == Side::top ? from.y : from.bottom()};
    const Point last{end.x, in < end.y ? to.y : to.bottom()};
    if (isArc) return {first, {begin.x, out}, {end.x, out}, last};
    return {first, {begin.x, out}, {x, out}, {x, in}, {end.x, in}, last};
  }

  Drawing drawing_;
  Router router_;
  Sizes sizes_;
  std::vector<int> gutters_;  // left edges
  std::vector<int> columns_;  // centres
  std::vector<int> ys_;       // by slot: a channel's top, a row's centre line
  int right_ = 0;
  int bottom_ = 0;
};

}  // namespace

Drawing drawingOf(Process process) {
  return Placer(std::move(process)).run();
}

}  // namespace chancery::diagram
