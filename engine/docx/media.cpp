#include "docx/media.h"

#include <algorithm>

namespace chancery::docx {
namespace {

// What Word itself scales pictures to for print.
constexpr std::int64_t kDotsPerInch = 220;
constexpr std::int64_t kMostPixels = 4000;  // across
constexpr std::int64_t kEmuPerInch = 914400;
constexpr std::size_t kLargestShared = 64u << 10;  // bytes of a drawing that documents may share

// Pixels of an inch of the drawing, so that it has kDotsPerInch where it stands.
int resolution(const image::Drawing& drawing, Length width) {
  const std::int64_t natural = std::max<std::int64_t>(1, drawing.width.toEmu());
  const std::int64_t longest = std::max(natural, drawing.height.toEmu());
  const std::int64_t wanted = kDotsPerInch * width.toEmu() / natural;
  const std::int64_t most = kMostPixels * kEmuPerInch / longest;
  return static_cast<int>(std::max<std::int64_t>(1, std::min(wanted, most)));
}

bool showsAsItCame(const image::Picture& picture) {
  const image::Raster& raster = *picture.raster();
  if (picture.bytes.empty()) return false;
  if (picture.mediaType == "image/png") return true;
  return picture.mediaType == "image/jpeg" && raster.coding == image::Raster::Coding::jpeg;
}

}  // namespace

Media::Names Media::add(const image::Picture& picture, Length width) {
  for (const auto& [known, names] : pictures_) {
    const bool alike = !picture.bytes.empty() && known->bytes == picture.bytes &&
                       known->mediaType == picture.mediaType;
    if (known == &picture || alike) return names;
  }
  Names names;
  const std::string base = "media/image" + std::to_string(pictures_.size() + 1);
  const auto keep = [&](std::string_view ending, std::string bytes, bool compressed) {
    std::string name = base + std::string(ending);
    const bool shared = !compressed && bytes.size() <= kLargestShared;
    parts_.push_back({"word/" + name, "", std::move(bytes), compressed, shared});
    return name;
  };
  if (const image::Drawing* drawing = picture.drawing()) {
    names.raster = keep(".png", *pool_.png(picture, resolution(*drawing, width)), true);
    names.vector = keep(".svg", picture.bytes, false);
  } else if (showsAsItCame(picture)) {
    names.raster = keep(picture.mediaType == "image/png" ? ".png" : ".jpeg", picture.bytes, true);
  } else {
    names.raster = keep(".png", *pool_.png(picture, 0), true);
  }
  pictures_.emplace_back(&picture, names);
  return names;
}

}  // namespace chancery::docx
