#include <algorithm>

#include "base/error.h"
#include "image/picture.h"

namespace chancery::image {
namespace {

/// A plane of `channels` bytes a pixel, turned; nothing of nothing.
std::string turn(const std::string& plane, const Raster& from, int channels, int orientation) {
  if (plane.empty()) return {};
  const bool exchanged = orientation >= 5;
  const bool flipX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flipY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const int width = exchanged ? from.height : from.width;
  const int height = exchanged ? from.width : from.height;
  const auto size = static_cast<std::size_t>(channels);
  std::string out(plane.size(), '\0');
  char* to = out.data();
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x, to += size) {
      int fromX = exchanged ? y : x;
      int fromY = exchanged ? x : y;
      if (flipX) fromX = from.width - 1 - fromX;
      if (flipY) fromY = from.height - 1 - fromY;
      const auto pixel = static_cast<std::size_t>(fromY) * static_cast<std::size_t>(from.width) +
                         static_cast<std::size_t>(fromX);
      std::copy_n(plane.data() + pixel * size, size, to);
    }
  }
  return out;
}

}  // namespace

Raster oriented(const Raster& raster, int orientation) {
  check(raster.coding == Raster::Coding::samples && orientation >= 1 && orientation <= 8,
        "image: not samples, or no such orientation");
  Raster out;
  out.channels = raster.channels;
  out.width = orientation >= 5 ? raster.height : raster.width;
  out.height = orientation >= 5 ? raster.width : raster.height;
  out.bytes = turn(raster.bytes, raster, raster.channels, orientation);
  out.alpha = turn(raster.alpha, raster, 1, orientation);
  return out;
}

}  // namespace chancery::image
