#include "image/svg_style.h"

#include <algorithm>
#include <array>

#include "image/svg_values.h"

namespace chancery::image::svg {
namespace {

Applied applyPaint(std::optional<Color>& paint, const Style& style, std::string_view value) {
  if (value == "none" || value == "transparent") {
    paint.reset();
  } else if (value == "currentColor") {
    paint = style.color;
  } else if (const auto color = parseColor(value)) {
    paint = color;
  } else {
    return value.starts_with("url(") ? Applied::unsupported : Applied::wrong;
  }
  return Applied::yes;
}

Applied applyOpacity(double& opacity, std::string_view value, bool multiply) {
  const auto parsed = parseOpacity(value);
  if (!parsed) return Applied::wrong;
  opacity = multiply ? opacity * *parsed : *parsed;
  return Applied::yes;
}

Applied applyDashes(Style& style, std::string_view value) {
  style.dashes.clear();
  if (value == "none") return Applied::yes;
  NumberReader reader(value);
  double sum = 0;
  for (reader.skipSpace(); !reader.atEnd(); reader.skipComma()) {
    const auto length = reader.number();
    if (!length || *length < 0) return Applied::wrong;
    if (reader.rest().starts_with("px")) {
      reader.take();
      reader.take();
    }
    sum += *length;
    style.dashes.push_back(*length);
  }
  if (sum <= 0) style.dashes.clear();
  // SVG 1.1, 11.4: an odd list is repeated.
  if (style.dashes.size() % 2 == 1) {
    const std::vector<double> once = style.dashes;
    style.dashes.insert(style.dashes.end(), once.begin(), once.end());
  }
  return Applied::yes;
}

Applied applyLength(double& length, std::string_view value, double whole, double fontSize) {
  const auto parsed = parseLength(value, whole, fontSize);
  if (!parsed || *parsed < 0) return Applied::wrong;
  length = *parsed;
  return Applied::yes;
}

Applied applyAnchor(Style& style, std::string_view value) {
  constexpr std::array<std::string_view, 3> kAnchors = {"start", "middle", "end"};
  const auto* found = std::find(kAnchors.begin(), kAnchors.end(), value);
  if (found == kAnchors.end()) return Applied::wrong;
  style.anchor = static_cast<Label::Anchor>(found - kAnchors.begin());
  return Applied::yes;
}

/// Properties that cannot be left out without changing the picture, with the value that means
/// nothing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEffects = {
    {{"filter", "none"},
     {"clip-path", "none"},
     {"mask", "none"},
     {"marker", "none"},
     {"marker-start", "none"},
     {"marker-mid", "none"},
     {"marker-end", "none"},
     {"mix-blend-mode", "normal"}}};

Applied applyEffect(std::string_view name, std::string_view value) {
  for (const auto& [effect, nothing] : kEffects) {
    if (effect == name && value != nothing) return Applied::unsupported;
  }
  return Applied::yes;
}

/// Text without CSS comments.
std::string withoutComments(std::string_view css) {
  std::string out;
  for (;;) {
    const std::size_t open = css.find("/*");
    out += css.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = css.find("*/", open + 2);
    if (close == std::string_view::npos) return out;
    css.remove_prefix(close + 2);
  }
}

bool isName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool hasClass(std::string_view classes, std::string_view wanted) {
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r"), classes.size());
    if (classes.substr(0, end) == wanted) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace

Applied applyProperty(Style& style, std::string_view name, std::string_view value) {
  value = trimmed(value);
  if (value == "inherit") return Applied::yes;
  if (name == "fill") return applyPaint(style.fill, style, value);
  if (name == "stroke") return applyPaint(style.stroke, style, value);
  if (name == "stroke-width") return applyLength(style.strokeWidth, value, 0, style.fontSize);
  if (name == "stroke-dasharray") return applyDashes(style, value);
  if (name == "opacity") return applyOpacity(style.opacity, value, true);
  if (name == "fill-opacity") return applyOpacity(style.fillOpacity, value, false);
  if (name == "stroke-opacity") return applyOpacity(style.strokeOpacity, value, false);
  if (name == "font-size")
    return applyLength(style.fontSize, value, style.fontSize, style.fontSize);
  if (name == "text-anchor") return applyAnchor(style, value);
  if (name == "fill-rule") {
    style.evenOdd = value == "evenodd";
  } else if (name == "visibility") {
    style.visible = value == "visible";
  } else if (name == "display") {
    style.displayed = value != "none";
  } else if (name == "font-weight") {
    style.bold = value == "bold" || value == "bolder" || (value.size() == 3 && value >= "600");
  } else if (name == "color") {
    const auto color = parseColor(value);
    if (!color) return Applied::wrong;
    style.color = *color;
  } else {
    return applyEffect(name, value);
  }
  return Applied::yes;
}

std::vector<Declaration> parseDeclarations(std::string_view text) {
  std::vector<Declaration> declarations;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view one = text.substr(0, end);
    const std::size_t colon = one.find(':');
    if (colon != std::string_view::npos) {
      std::string_view value = trimmed(one.substr(colon + 1));
      constexpr std::string_view kImportant = "!important";
      if (value.ends_with(kImportant)) value.remove_suffix(kImportant.size());
      declarations.push_back(
          {std::string(trimmed(one.substr(0, colon))), std::string(trimmed(value))});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return declarations;
}

bool StyleSheet::addRule(std::string_view selector, const std::vector<Declaration>& declarations) {
  Rule rule;
  rule.declarations = declarations;
  const std::size_t mark = std::min(selector.find_first_of(".#"), selector.size());
  const std::string_view type = selector.substr(0, mark);
  const std::string_view rest = selector.substr(mark);
  if (type != "*" && !type.empty()) {
    if (!isName(type)) return false;
    rule.type = type;
    rule.weight += 1;
  }
  if (!rest.empty()) {
    const std::string_view name = rest.substr(1);
    if (!isName(name)) return false;
    (rest[0] == '.' ? rule.className : rule.id) = name;
    rule.weight += rest[0] == '.' ? 10 : 100;
  } else if (type.empty()) {
    return false;
  }
  const auto place = std::upper_bound(rules_.begin(), rules_.end(), rule.weight,
                                      [](int weight, const Rule& r) { return weight < r.weight; });
  rules_.insert(place, std::move(rule));
  return true;
}

std::optional<std::string> StyleSheet::add(std::string_view css) {
  const std::string clean = withoutComments(css);
  std::string_view rest = trimmed(clean);
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = rest.find('}', std::min(open, rest.size()));
    const std::string_view selectors = trimmed(rest.substr(0, std::min(open, rest.size())));
    if (close == std::string_view::npos || selectors.starts_with('@'))
      return std::string(selectors);
    const auto declarations = parseDeclarations(rest.substr(open + 1, close - open - 1));
    std::string_view list = selectors;
    for (;;) {
      const std::size_t comma = list.find(',');
      const std::string_view one = trimmed(list.substr(0, comma));
      if (!addRule(one, declarations)) return std::string(one);
      if (comma == std::string_view::npos) break;
      list.remove_prefix(comma + 1);
    }
    rest = trimmed(rest.substr(close + 1));
  }
  return std::nullopt;
}

std::vector<Declaration> StyleSheet::matching(const xml::Node& element) const {
  std::vector<Declaration> found;
  for (const Rule& rule : rules_) {
    if (!rule.type.empty() && rule.type != element.name) continue;
    if (!rule.id.empty() && rule.id != element.attribute("id")) continue;
    if (!rule.className.empty() && !hasClass(element.attribute("class"), rule.className)) continue;
    found.insert(found.end(), rule.declarations.begin(), rule.declarations.end());
  }
  return found;
}

}  // namespace chancery::image::svg
