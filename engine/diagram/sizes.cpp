#include "diagram/sizes.h"

#include <algorithm>

#include "diagram/measure.h"

namespace chancery::diagram {
namespace {

constexpr int kTaskPadding = 10;
constexpr int kTaskMargin = 40;  // above and below the text: icons and marks stand there
constexpr int kLowestTask = 66;
constexpr int kGatewayText = 124;
constexpr int kEventText = 96;
constexpr int kAsideWidth = 176;
constexpr int kGap = 4;

int heightOf(const Label& label, int line) {
  return static_cast<int>(label.lines.size()) * line;
}

Label small(const std::string& text, int width, std::size_t lines) {
  Label label;
  label.lines = wrap(text, {.width = width, .size = kSmallSize, .lines = lines});
  label.box.width = widthOf(label.lines, kSmallSize);
  label.box.height = heightOf(label, kSmallLine);
  return label;
}

/// A text centred under an element.
void putUnder(Label& label, int half) {
  label.box.x = -label.box.width / 2;
  label.box.y = half + kGap;
}

Shape taskOf(const Node& node) {
  constexpr int kText = kTaskWidth - 2 * kTaskPadding;
  constexpr std::size_t kMostLines = 6;
  Shape shape;
  shape.label.lines = wrap(node.name, {.width = kText, .size = kNameSize, .lines = kMostLines});
  shape.detail = small(node.detail, kText, 3);
  const int name = heightOf(shape.label, kNameLine);
  const int text = name + (node.detail.empty() ? 0 : kGap) + shape.detail.box.height;
  const int height = std::max(kLowestTask, text + kTaskMargin);
  shape.box = {-kTaskWidth / 2, -height / 2, kTaskWidth, height};
  shape.label.box = {-kText / 2, -text / 2, kText, name};
  shape.detail.box.x = -kText / 2;
  shape.detail.box.width = kText;
  shape.detail.box.y = -text / 2 + text - shape.detail.box.height;
  return shape;
}

Shape roundOf(const Node& node, int size, int text) {
  Shape shape;
  shape.box = {-size / 2, -size / 2, size, size};
  shape.label = small(node.name, text, 5);
  putUnder(shape.label, size / 2);
  return shape;
}

/// A timer on the task's lower border, with its words to the right, and what hangs below it.
Shape borderOf(const Node& node, const Shape& task) {
  const bool isTimer = node.kind == NodeKind::overdue;
  const int x = task.box.x + kOverdueInset;
  const int top = task.box.bottom() + (isTimer ? -kEvent / 2 : kEscalationDrop);
  Shape shape;
  shape.box = {x - kEvent / 2, top, kEvent, kEvent};
  const int left = shape.box.right() + kGap;
  shape.label = small(node.name, task.box.right() - left, isTimer ? 3 : 5);
  shape.label.box.x = left;
  shape.label.box.y = isTimer ? task.box.bottom() + kGap : top;
  return shape;
}

Shape shapeOf(const Node& node, const std::vector<Shape>& before, const Process& process) {
  if (node.host) {
    std::size_t task = *node.host;
    while (process.nodes[task].host) task = *process.nodes[task].host;
    return borderOf(node, before[task]);
  }
  if (isTask(node.kind)) return taskOf(node);
  return isGateway(node.kind) ? roundOf(node, kGateway, kGatewayText)
                              : roundOf(node, kEvent, kEventText);
}

Extent extentOf(const Shape& shape) {
  Extent extent{shape.box.width / 2, -shape.box.y, shape.box.bottom()};
  for (const Label* label : {&shape.label, &shape.detail}) {
    if (label->lines.empty()) continue;
    extent.cover({std::max(-label->box.x, label->box.right()), -label->box.y, label->box.bottom()});
  }
  return extent;
}

/// The word of a flow beside the corner that it leaves a gateway by.
Label flowLabel(const Flow& flow) {
  Label label = small(flow.name, kGatewayText, 1);
  constexpr int kHalf = kGateway / 2;
  if (flow.side == Side::right) {
    label.box.x = kHalf + kGap;
    label.box.y = -kSmallLine - 3;
  } else {
    label.box.x = kGap + 2;
    label.box.y = -kHalf - kSmallLine - 2;
  }
  return label;
}

Label eventName(const std::string& text, const Box& event) {
  Label label = small(text, kAsideWidth / 2 - kGap, 1);
  label.box.x = event.center().x - label.box.width / 2;
  label.box.y = event.bottom() + 1;
  return label;
}

AsideShape asideOf(const Aside& aside) {
  constexpr int kText = kAsideWidth - 2 * kTaskPadding;
  AsideShape shape;
  shape.name.lines =
      wrap(aside.name, {.width = kText, .size = kNameSize, .lines = 2, .isBold = true});
  shape.text = small(aside.text, kText, 8);
  const int name = heightOf(shape.name, kNameLine);
  const int events = aside.ends ? kEvent + 2 * kGap + kSmallLine : 0;
  const int height = 2 * kGap + name + shape.text.box.height + events + kGap;
  const int x = -kText / 2;
  shape.box = {-kAsideWidth / 2, -height / 2, kAsideWidth, height};
  shape.name.box = {x, shape.box.y + kGap, kText, name};
  shape.text.box = {x, shape.name.box.bottom(), kText, shape.text.box.height};
  if (aside.ends) {
    const int y = shape.box.bottom() - kEvent - kGap - kSmallLine - 2;
    shape.start = {-kAsideWidth / 2 + 24, y, kEvent, kEvent};
    shape.end = {kAsideWidth / 2 - 24 - kEvent, y, kEvent, kEvent};
    shape.startName = eventName(aside.start, shape.start);
    shape.endName = eventName(aside.end, shape.end);
  }
  return shape;
}

}  // namespace

void Extent::cover(const Extent& other) {
  side = std::max(side, other.side);
  up = std::max(up, other.up);
  down = std::max(down, other.down);
}

Sizes sizesOf(const Process& process) {
  Sizes sizes;
  for (const Node& node : process.nodes) {
    sizes.shapes.push_back(shapeOf(node, sizes.shapes, process));
    sizes.extents.push_back(extentOf(sizes.shapes.back()));
  }
  for (std::size_t i = process.nodes.size(); i > 0; --i) {
    if (const auto host = process.nodes[i - 1].host)
      sizes.extents[*host].cover(sizes.extents[i - 1]);
  }
  for (const Flow& flow : process.flows) {
    sizes.flowLabels.push_back(flowLabel(flow));
    const Label& label = sizes.flowLabels.back();
    if (!label.lines.empty()) {
      sizes.extents[flow.from].cover({label.box.right(), -label.box.y, 0});
    }
  }
  for (const Aside& aside : process.asides) {
    sizes.asides.push_back(asideOf(aside));
    sizes.asideExtents.push_back(
        {kAsideWidth / 2, -sizes.asides.back().box.y, sizes.asides.back().box.bottom()});
  }
  return sizes;
}

}  // namespace chancery::diagram
