#include <cmath>

#include "image/messages.h"
#include "image/svg_painter.h"

namespace chancery::image::svg {

using xml::Node;

namespace {

/// Text with its white space as one space; none at its ends.
std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (space && !out.empty() && out.back() == ' ') continue;
    out += space ? ' ' : c;
  }
  return out;
}

}  // namespace

void Painter::addLabel(const Node& element, const Context& context, std::string_view text) {
  const Matrix& m = context.matrix;
  const double scale = m.scale();
  const auto near = [&](double a, double b) { return std::abs(a - b) <= scale * 1e-3; };
  const bool straight = near(m.a, scale) && near(m.d, scale) && near(m.b, 0) && near(m.c, 0);
  const bool turned = near(m.b, -scale) && near(m.c, scale) && near(m.a, 0) && near(m.d, 0);
  if (!straight && !turned) {
    diagnostics_.error(messages::kTurnedText, placeOf(element)).hint(messages::kOutlineIt);
    return;
  }
  const Style& style = context.style;
  const double opacity = style.opacity * style.fillOpacity;
  if (!style.visible || !style.fill || opacity <= 0) return;
  Label label;
  label.text = text;
  label.x = emu(m.x(pen_.x, pen_.y));
  label.y = emu(m.y(pen_.x, pen_.y));
  label.size = emu(style.fontSize * scale);
  label.anchor = style.anchor;
  label.bold = style.bold;
  label.turned = turned;
  label.color = shown(*style.fill, opacity, element);
  if (beyond_) return wrong(element, "transform", element.attribute("transform"));
  drawing_.labels.push_back(std::move(label));
}

/// Text up to the next piece that has a place of its own.
void Painter::drawTextRun(const Node& element, const Context& context) {
  std::string text;
  const auto flush = [&] {
    const std::string line = collapsed(text);
    if (!line.empty()) addLabel(element, context, line);
    text.clear();
  };
  for (const Node& child : element.children) {
    if (child.isText()) {
      text += child.text;
    } else if (child.name == "tspan") {
      const bool placed = child.findAttribute("x") != nullptr ||
                          child.findAttribute("y") != nullptr ||
                          child.findAttribute("dy") != nullptr;
      if (!placed) {
        text += child.textContent();
        continue;
      }
      flush();
      drawText(child, context);
    }
  }
  flush();
}

void Painter::drawText(const Node& element, const Context& parent) {
  Context context = parent;
  if (element.name == "tspan") context.style = styleOf(element, parent.style);
  pen_.x = across(element, "x", context, pen_.x) + across(element, "dx", context);
  pen_.y = down(element, "y", context, pen_.y) + down(element, "dy", context);
  drawTextRun(element, context);
}

}  // namespace chancery::image::svg
