#include "image/svg_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "image/messages.h"

namespace chancery::image::svg {
namespace {

using xml::Node;

constexpr double kEmuPerPixel = 9525;
constexpr double kMostEmu = 1e11;             // 2,8 km: far beyond paper, far from overflow
constexpr double kMostSize = 20'000;          // pixels: 5.3 m
constexpr std::size_t kMostUses = 16;         // inside each other
constexpr std::size_t kSegmentsPerPath = 20;  // on average, for the bound of all segments

/// Elements that print nothing by themselves.
constexpr std::array<std::string_view, 10> kSilent = {
    "title", "desc", "metadata",  "defs",        "symbol",
    "style", "RDF",  "namedview", "perspective", "grid"};
/// Containers whose effects would be needed to print them; without a use they print nothing.
constexpr std::array<std::string_view, 8> kDefinitions = {
    "linearGradient", "radialGradient", "clipPath", "mask", "filter", "pattern", "marker", "font"};

template <typename Names>
bool isOneOf(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void Painter::collect(const Node& element) {
  if (const std::string_view id = element.attribute("id"); !id.empty())
    byId_.emplace(std::string(id), &element);
  if (element.name == "style") {
    if (const auto selector = sheet_.add(element.textContent())) wrong(element, "style", *selector);
    return;
  }
  for (const Node& child : element.children) {
    if (child.isElement()) collect(child);
  }
}

void Painter::wrong(const Node& element, std::string_view name, std::string_view value) {
  diagnostics_.error(messages::kBadValue, placeOf(element), {std::string(name), shortened(value)});
}

Length Painter::emu(double pixels) {
  const double value = pixels * kEmuPerPixel;
  if (!(std::abs(value) <= kMostEmu)) {
    beyond_ = true;
    return {};
  }
  return Length::emu(std::llround(value));
}

double Painter::length(const Node& element, std::string_view name, double whole, double fontSize,
                       double otherwise) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (attribute == nullptr) return otherwise;
  const auto value = parseLength(attribute->value, whole, fontSize);
  if (!value) wrong(element, name, attribute->value);
  return value.value_or(otherwise);
}

void Painter::apply(const Node& element, Style& style, std::string_view name,
                    std::string_view value) {
  switch (applyProperty(style, name, value)) {
    case Applied::yes:
      return;
    case Applied::unsupported:
      diagnostics_
          .error(messages::kUnsupportedProperty, placeOf(element),
                 {std::string(name), shortened(value)})
          .hint(messages::kOutlineIt);
      return;
    case Applied::wrong:
      return wrong(element, name, value);
  }
}

// CSS 2.1, 6.4: presentation attributes are weaker than rules, rules than the style attribute.
Style Painter::styleOf(const Node& element, const Style& parent) {
  Style style = parent;
  style.displayed = true;
  for (const xml::Attribute& attribute : element.attributes) {
    if (attribute.name.starts_with("on")) {
      diagnostics_.error(messages::kUnsupportedProperty, placeOf(element), {attribute.name, "…"})
          .hint(messages::kOutlineIt);
    } else if (attribute.name != "style") {
      apply(element, style, attribute.name, attribute.value);
    }
  }
  for (const Declaration& rule : sheet_.matching(element))
    apply(element, style, rule.name, rule.value);
  for (const Declaration& own : parseDeclarations(element.attribute("style")))
    apply(element, style, own.name, own.value);
  return style;
}

Color Painter::shown(Color color, double opacity, const Node& element) {
  if (opacity >= 1) return color;
  if (!flattened_) diagnostics_.warning(messages::kOpacityFlattened, placeOf(element));
  flattened_ = true;
  const auto mixed = [&](std::uint8_t part) {
    return static_cast<std::uint8_t>(std::lround(255 - (255 - part) * opacity));
  };
  return {mixed(color.red), mixed(color.green), mixed(color.blue)};
}

void Painter::emit(const Node& element, const Outline& outline, const Context& context) {
  const Style& style = context.style;
  const double fill = style.opacity * style.fillOpacity;
  const double stroke = style.opacity * style.strokeOpacity;
  Path path;
  if (style.fill && fill > 0) path.fill = shown(*style.fill, fill, element);
  if (style.stroke && stroke > 0 && style.strokeWidth > 0)
    path.stroke = shown(*style.stroke, stroke, element);
  if (outline.empty() || !style.visible || (!path.fill && !path.stroke)) return;
  segments_ += outline.size();
  if (segments_ > limits_.paths * kSegmentsPerPath) {
    diagnostics_.error(messages::kTooManyPaths, placeOf(element), {std::to_string(limits_.paths)});
    return;
  }
  const Matrix& matrix = context.matrix;
  const auto x = [&](Point p) { return emu(matrix.x(p.x, p.y)); };
  const auto y = [&](Point p) { return emu(matrix.y(p.x, p.y)); };
  for (const Step& step : outline) {
    path.segments.push_back({step.type, x(step.end), y(step.end), {}, {}, {}, {}});
    if (step.type != Segment::Type::curve) continue;
    Segment& curve = path.segments.back();
    curve.x1 = x(step.first);
    curve.y1 = y(step.first);
    curve.x2 = x(step.second);
    curve.y2 = y(step.second);
  }
  path.evenOdd = style.evenOdd;
  if (path.stroke) {
    path.strokeWidth = emu(style.strokeWidth * matrix.scale());
    for (const double dash : style.dashes) path.dashes.push_back(emu(dash * matrix.scale()));
  }
  if (beyond_) return wrong(element, "transform", element.attribute("transform"));
  drawing_.paths.push_back(std::move(path));
}

std::optional<Outline> Painter::outlineOf(const Node& element, const Context& context) {
  const std::string& name = element.name;
  const double x = across(element, "x", context), y = down(element, "y", context);
  if (name == "rect") {
    const double width = across(element, "width", context);
    const double height = down(element, "height", context);
    double rx = across(element, "rx", context, -1), ry = down(element, "ry", context, -1);
    if (rx < 0) rx = std::max(ry, 0.0);
    if (ry < 0) ry = rx;
    if (width <= 0 || height <= 0) return Outline{};
    return rectangle({x, y}, width, height, rx, ry);
  }
  if (name == "circle" || name == "ellipse") {
    const Point center{across(element, "cx", context), down(element, "cy", context)};
    const double diagonal = std::hypot(context.width, context.height) / std::sqrt(2.0);
    const double r = length(element, "r", diagonal, context.style.fontSize, 0);
    const double rx = name == "circle" ? r : across(element, "rx", context);
    const double ry = name == "circle" ? r : down(element, "ry", context);
    if (rx <= 0 || ry <= 0) return Outline{};
    return ellipse(center, rx, ry);
  }
  if (name == "line") {
    const Point from{across(element, "x1", context), down(element, "y1", context)};
    const Point to{across(element, "x2", context), down(element, "y2", context)};
    return Outline{{Segment::Type::move, from, {}, {}}, {Segment::Type::line, to, {}, {}}};
  }
  const bool points = name == "polyline" || name == "polygon";
  const std::string_view attribute = points ? "points" : "d";
  const std::string_view value = element.attribute(attribute);
  auto outline = points ? parsePoints(value, name == "polygon") : parsePath(value);
  if (!outline) wrong(element, attribute, value);
  return outline;
}

void Painter::drawShape(const Node& element, const Context& context) {
  const auto outline = outlineOf(element, context);
  if (!outline) return;
  Context own = context;
  if (element.name == "line") own.style.fill.reset();
  emit(element, *outline, own);
}

void Painter::drawViewport(const Node& element, const Context& context, double width,
                           double height) {
  Context inner = context;
  inner.width = width;
  inner.height = height;
  if (const xml::Attribute* attribute = element.findAttribute("viewBox")) {
    const auto box = parseViewBox(attribute->value);
    if (!box) return wrong(element, "viewBox", attribute->value);
    const std::string_view aspect = element.attribute("preserveAspectRatio");
    const auto fit = fitViewBox(*box, width, height, aspect);
    if (!fit) return wrong(element, "preserveAspectRatio", aspect);
    inner.matrix = inner.matrix * *fit;
    inner.width = box->width;
    inner.height = box->height;
  }
  drawChildren(element, inner);
}

void Painter::drawUse(const Node& element, const Context& context) {
  std::string_view target = element.attribute("href");
  if (target.empty()) target = element.attribute("xlink:href");
  if (!target.starts_with('#')) {
    diagnostics_.error(messages::kOutsideAddress, placeOf(element), {shortened(target)});
    return;
  }
  const auto found = byId_.find(target.substr(1));
  if (found == byId_.end()) {
    diagnostics_.error(messages::kNoTarget, placeOf(element), {shortened(target.substr(1))});
    return;
  }
  if (uses_ >= kMostUses) {
    diagnostics_.error(messages::kTooDeep, placeOf(element), {std::to_string(kMostUses)});
    return;
  }
  ++uses_;
  Context inner = context;
  inner.matrix =
      inner.matrix * Matrix{1, 0, 0, 1, across(element, "x", context), down(element, "y", context)};
  const Node& used = *found->second;
  if (used.name == "symbol") {
    inner.style = styleOf(used, inner.style);
    drawViewport(used, inner, across(element, "width", context, context.width),
                 down(element, "height", context, context.height));
  } else {
    draw(used, inner);
  }
  --uses_;
}

void Painter::drawChildren(const Node& element, const Context& context) {
  for (const Node& child : element.children) {
    if (child.isElement()) draw(child, context);
  }
}

void Painter::draw(const Node& element, const Context& parent) {
  if (stopped() || isOneOf(kSilent, element.name) || isOneOf(kDefinitions, element.name)) return;
  if (++visited_ > limits_.paths) {
    diagnostics_.error(messages::kTooManyPaths, placeOf(element), {std::to_string(limits_.paths)});
    return;
  }
  Context context = parent;
  context.style = styleOf(element, parent.style);
  if (!context.style.displayed) return;
  if (const xml::Attribute* attribute = element.findAttribute("transform")) {
    const auto matrix = parseTransform(attribute->value);
    if (!matrix) return wrong(element, "transform", attribute->value);
    context.matrix = parent.matrix * *matrix;
  }
  constexpr std::array<std::string_view, 7> kShapes = {"path", "rect",     "circle", "ellipse",
                                                       "line", "polyline", "polygon"};
  if (isOneOf(kShapes, element.name)) return drawShape(element, context);
  if (element.name == "g" || element.name == "a") return drawChildren(element, context);
  if (element.name == "use") return drawUse(element, context);
  if (element.name == "text") {
    pen_ = {};
    return drawText(element, context);
  }
  if (element.name == "svg") {
    context.matrix = context.matrix *
                     Matrix{1, 0, 0, 1, across(element, "x", context), down(element, "y", context)};
    return drawViewport(element, context, across(element, "width", context, context.width),
                        down(element, "height", context, context.height));
  }
  diagnostics_.error(messages::kUnsupportedElement, placeOf(element), {element.name})
      .hint(messages::kOutlineIt);
}

namespace {

/// Width and height of the whole, from its attributes or its viewBox.
std::optional<Point> sizeOf(const Node& root) {
  const auto box = parseViewBox(root.attribute("viewBox"));
  const auto given = [&](std::string_view name) -> std::optional<double> {
    const std::string_view text = trimmed(root.attribute(name));
    if (text.empty() || text.ends_with('%')) return std::nullopt;
    return parseLength(text, 0, 16);
  };
  auto width = given("width"), height = given("height");
  if (box && !width && !height) return Point{box->width, box->height};
  if (box && !width) width = *height * box->width / box->height;
  if (box && !height) height = *width * box->height / box->width;
  if (!width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  return Point{*width, *height};
}

}  // namespace

Drawing Painter::paint(const Node& root) {
  const auto size = sizeOf(root);
  if (!size || size->x > kMostSize || size->y > kMostSize || size->x < 0.1 || size->y < 0.1) {
    diagnostics_.error(messages::kNoSize, placeOf(root));
    return {};
  }
  collect(root);
  drawing_.width = emu(size->x);
  drawing_.height = emu(size->y);
  Context context;
  context.width = size->x;
  context.height = size->y;
  context.style = styleOf(root, {});
  if (!stopped()) drawViewport(root, context, size->x, size->y);
  return std::move(drawing_);
}

}  // namespace chancery::image::svg
