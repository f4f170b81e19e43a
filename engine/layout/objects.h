#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "layout/context.h"

namespace chancery::layout {

/// Width of a line of text; kerned, spaces included.
Length textWidth(Context& context, const SetStyle& style, std::string_view text);

/// The charts of one document, drawn once for all passes of its layout.
class Charts {
 public:
  /// A chart in the size that it stands in, its labels in the object's style.
  const image::Drawing& draw(Context& context, const format::Object& object, Length width,
                             Length height);

 private:
  std::map<std::tuple<const chart::Chart*, Length, Length>, image::Drawing> drawn_;
};

/// The style of a drawing's label: that of the object in the label's size and weight.
format::TextStyle labelStyle(const format::Object& object, Length size, bool bold);

}  // namespace chancery::layout
