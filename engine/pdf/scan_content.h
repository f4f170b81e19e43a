#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chancery::pdf {

/// The one picture that a content stream paints.
struct PaintedPicture {
  std::string name;                                    ///< in the page's XObject resources
  double left = 0, bottom = 0, width = 0, height = 0;  ///< in the page's units
};

/// What a content stream paints, when that is one XObject, upright and not mirrored, and nothing
/// else: only q, Q, cm, Do and marked content may stand in it. Source: ISO 32000-1, 8.4.4, 8.10.
std::optional<PaintedPicture> findOnlyPicture(std::string_view content);

}  // namespace chancery::pdf
