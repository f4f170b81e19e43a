#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/picture.h"
#include "xml/tree.h"

namespace chancery::image::svg {

/// What an element looks like; most of it is inherited by its children.
struct Style {
  std::optional<Color> fill = Color{};
  std::optional<Color> stroke;
  Color color;  ///< what currentColor means
  double strokeWidth = 1;
  std::vector<double> dashes;
  double fillOpacity = 1, strokeOpacity = 1;
  double opacity = 1;  ///< of the element and all groups around it
  bool evenOdd = false;
  bool visible = true;
  bool displayed = true;
  double fontSize = 16;
  bool bold = false;
  Label::Anchor anchor = Label::Anchor::start;
};

/// What became of one property.
enum class Applied : std::uint8_t {
  yes,          ///< or it changes nothing on paper
  unsupported,  ///< it would change the picture in a way that is not printed
  wrong
};

Applied applyProperty(Style& style, std::string_view name, std::string_view value);

struct Declaration {
  std::string name, value;
};
/// "fill: red; stroke: none" in order.
std::vector<Declaration> parseDeclarations(std::string_view text);

/// Rules of `style` elements: one simple selector each (`path`, `.cls-1`, `path.cls-1`, `#id`,
/// `*`).
class StyleSheet {
 public:
  /// Adds the rules of one element. Result: the first selector or at-rule that is not understood.
  std::optional<std::string> add(std::string_view css);

  /// The declarations for an element, the weaker ones first.
  std::vector<Declaration> matching(const xml::Node& element) const;

 private:
  struct Rule {
    int weight = 0;  ///< CSS 2.1, 6.4.3: 100 for an id, 10 for a class, 1 for a type
    std::string type, className, id;
    std::vector<Declaration> declarations;
  };
  bool addRule(std::string_view selector, const std::vector<Declaration>& declarations);

  std::vector<Rule> rules_;  // by weight, then in order
};

}  // namespace chancery::image::svg
