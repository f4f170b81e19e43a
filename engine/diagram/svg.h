#pragma once

#include <string>

#include "diagram/drawing.h"

namespace chancery::diagram {

/// The drawing as one SVG 1.1 file: generic fonts, no script, nothing fetched; <title> and <desc>
/// tell what it shows, every element has its words as a <title>.
/// Result: equal bytes for equal drawings.
std::string toSvg(const Drawing& drawing);

}  // namespace chancery::diagram
