#include "render/pictures.h"

#include "base/hash.h"

namespace chancery::render {
namespace {

constexpr std::size_t kLargestKept = 1u << 20;  // bytes of a file
constexpr std::size_t kMostKept = 32u << 20;    // bytes of all, as files and unpacked

std::size_t sizeOf(const image::Picture& picture) {
  const image::Raster* raster = picture.raster();
  return picture.bytes.size() * 2 + (raster ? raster->bytes.size() + raster->alpha.size() : 0);
}

}  // namespace

std::shared_ptr<const image::Picture> PictureCache::read(
    const std::shared_ptr<const std::string>& bytes, const std::string& name, const Place& place,
    Diagnostics& diagnostics) {
  if (bytes->size() > kLargestKept) return image::read(*bytes, name, place, {}, diagnostics);
  const std::string hash = sha256(*bytes);
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = kept_.find(hash); known != kept_.end()) return known->second;
  }
  const std::size_t findings = diagnostics.all().size() + diagnostics.dropped();
  auto picture = image::read(*bytes, name, place, {}, diagnostics);
  const bool silent = findings == diagnostics.all().size() + diagnostics.dropped();
  if (!picture || !silent) return picture;
  const std::scoped_lock lock(mutex_);
  if (size_ + sizeOf(*picture) <= kMostKept && kept_.emplace(hash, picture).second)
    size_ += sizeOf(*picture);
  return picture;
}

}  // namespace chancery::render
