#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "image/picture.h"

/// What needs JPEG's samples; everything else looks at markers only.
namespace chancery::image::jpeg {

/// Decodes into 1 (grey) or 3 (sRGB) channels. CMYK and YCCK become sRGB by the plain rule
/// R = (1 − C)(1 − K): without a profile nothing better is known.
/// Result: nothing for a damaged file. `width` × `height` is what its header says.
std::optional<Raster> decode(std::string_view bytes, int width, int height, int channels);

/// A baseline JPEG of high quality. Equal input gives equal bytes.
std::string encode(const Raster& samples);

}  // namespace chancery::image::jpeg
