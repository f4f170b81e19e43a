#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "image/picture.h"

namespace chancery::image {

/// What a reader of one kind works for.
struct Request {
  std::string_view name;
  const Place& place;
  const Limits& limits;
  Diagnostics& diagnostics;

  /// Adds the error about damage; null for `return request.damaged();`.
  std::shared_ptr<const Picture> damaged() const;
  /// Whether width × height is within the limits; an error when not.
  bool fits(std::int64_t width, std::int64_t height) const;
};

/// Size on paper by a resolution in dots per metre; 0 and figures out of reason mean 96 dpi.
Length naturalSize(int pixels, double dotsPerMetre);

/// Source: ISO/IEC 15948 (PNG).
bool isPng(std::string_view bytes);
std::shared_ptr<const Picture> readPng(std::string bytes, const Request& request);

/// Source: ITU-T T.81 (JPEG), T.871 (JFIF), Exif 2.32.
bool isJpeg(std::string_view bytes);
std::shared_ptr<const Picture> readJpeg(std::string bytes, const Request& request);

/// Source: SVG 1.1 (second edition).
bool isSvg(std::string_view bytes);
std::shared_ptr<const Picture> readSvg(std::string bytes, const Request& request);

}  // namespace chancery::image
