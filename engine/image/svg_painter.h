#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "image/picture.h"
#include "image/svg_style.h"
#include "image/svg_values.h"
#include "xml/tree.h"

namespace chancery::image::svg {

/// What an element is drawn with: its place on paper and its look.
struct Context {
  Matrix matrix;
  Style style;
  double width = 0, height = 0;  ///< of the viewport, for percentages
};

/// Draws one SVG tree.
class Painter {
 public:
  Painter(const Sources& sources, const Limits& limits, Diagnostics& diagnostics)
      : sources_(sources),
        limits_(limits),
        diagnostics_(diagnostics),
        errorsBefore_(diagnostics.errorCount()) {}

  /// Nothing of use when `diagnostics` got errors.
  Drawing paint(const xml::Node& root);

 private:
  void collect(const xml::Node& element);
  void draw(const xml::Node& element, const Context& parent);
  void drawChildren(const xml::Node& element, const Context& context);
  void drawShape(const xml::Node& element, const Context& context);
  std::optional<Outline> outlineOf(const xml::Node& element, const Context& context);
  void emit(const xml::Node& element, const Outline& outline, const Context& context);
  void drawUse(const xml::Node& element, const Context& context);
  void drawViewport(const xml::Node& element, const Context& context, double width, double height);
  void drawText(const xml::Node& element, const Context& context);
  void drawTextRun(const xml::Node& element, const Context& context);
  void addLabel(const xml::Node& element, const Context& context, std::string_view text);
  Style styleOf(const xml::Node& element, const Style& parent);
  void apply(const xml::Node& element, Style& style, std::string_view name, std::string_view value);

  /// A length attribute; `otherwise` when absent, an error when wrong.
  double length(const xml::Node& element, std::string_view name, double whole, double fontSize,
                double otherwise);
  double across(const xml::Node& e, std::string_view name, const Context& c, double otherwise = 0) {
    return length(e, name, c.width, c.style.fontSize, otherwise);
  }
  double down(const xml::Node& e, std::string_view name, const Context& c, double otherwise = 0) {
    return length(e, name, c.height, c.style.fontSize, otherwise);
  }
  Length emu(double pixels);
  Color shown(Color color, double opacity, const xml::Node& element);
  Place placeOf(const xml::Node& element) const { return sources_.place(element.origin.stated); }
  void wrong(const xml::Node& element, std::string_view name, std::string_view value);
  bool stopped() const { return diagnostics_.errorCount() > errorsBefore_; }

  const Sources& sources_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  std::size_t errorsBefore_;
  Drawing drawing_;
  StyleSheet sheet_;
  std::map<std::string, const xml::Node*, std::less<>> byId_;
  std::size_t visited_ = 0;
  std::size_t segments_ = 0;
  std::size_t uses_ = 0;
  bool flattened_ = false;
  bool beyond_ = false;
  Point pen_;  // where the next text starts
};

}  // namespace chancery::image::svg
