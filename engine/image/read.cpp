#include <cmath>

#include "image/messages.h"
#include "image/picture.h"
#include "image/readers.h"

namespace chancery::image {

std::shared_ptr<const Picture> Request::damaged() const {
  diagnostics.error(messages::kDamaged, place, {std::string(name)}).hint(messages::kSaveAgain);
  return nullptr;
}

bool Request::fits(std::int64_t width, std::int64_t height) const {
  const bool good = width <= limits.pixelsAcross && height <= limits.pixelsAcross &&
                    width * height <= limits.pixels;
  if (!good) {
    diagnostics
        .error(messages::kTooManyPixels, place,
               {std::string(name), std::to_string(width), std::to_string(height)})
        .hint(messages::kMakeSmaller);
  }
  return good;
}

Length naturalSize(int pixels, double dotsPerMetre) {
  constexpr double kInch = 0.0254;
  constexpr double kLeast = 10 / kInch;
  constexpr double kMost = 10'000 / kInch;
  constexpr double kScreen = 96 / kInch;
  if (!(dotsPerMetre >= kLeast && dotsPerMetre <= kMost)) dotsPerMetre = kScreen;
  return Length::mm(pixels * 1000.0 / dotsPerMetre);
}

std::shared_ptr<const Picture> read(std::string bytes, std::string_view name, const Place& place,
                                    const Limits& limits, Diagnostics& diagnostics) {
  const Request request{name, place, limits, diagnostics};
  if (bytes.size() > limits.bytes) {
    diagnostics.error(messages::kTooManyBytes, place,
                      {std::string(name), std::to_string(limits.bytes)});
    return nullptr;
  }
  if (isPng(bytes)) return readPng(std::move(bytes), request);
  if (isJpeg(bytes)) return readJpeg(std::move(bytes), request);
  if (isSvg(bytes)) return readSvg(std::move(bytes), request);
  diagnostics.error(messages::kUnknownKind, place, {std::string(name)}).hint(messages::kKnownKinds);
  return nullptr;
}

}  // namespace chancery::image
