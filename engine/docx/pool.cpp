#include "docx/pool.h"

namespace chancery::docx {

Pool::Loan Pool::borrow() {
  const std::scoped_lock lock(mutex_);
  if (idle_.empty()) return {*this, std::make_unique<archive::Packer>(kLevel)};
  std::unique_ptr<archive::Packer> packer = std::move(idle_.back());
  idle_.pop_back();
  return {*this, std::move(packer)};
}

void Pool::giveBack(std::unique_ptr<archive::Packer> packer) {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(packer));
}

std::shared_ptr<const archive::Packed> Pool::packed(const std::string& bytes,
                                                    archive::Packer& packer) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = shared_.find(bytes);
    if (known != shared_.end()) return known->second;
  }
  auto made = std::make_shared<const archive::Packed>(packer.pack(bytes));
  if (bytes.size() > kMostSharedBytes / 8) return made;
  const std::scoped_lock lock(mutex_);
  if (shared_.size() >= kMostShared || sharedBytes_ + bytes.size() > kMostSharedBytes) {
    shared_.clear();
    sharedBytes_ = 0;
  }
  if (shared_.emplace(bytes, made).second) sharedBytes_ += bytes.size();
  return made;
}

std::shared_ptr<const std::string> Pool::png(const image::Picture& picture, int dpi) {
  const std::pair key(picture.bytes, dpi);
  const bool known = !picture.bytes.empty();  // without a file nobody knows what is equal
  if (known) {
    const std::scoped_lock lock(mutex_);
    const auto kept = pictures_.find(key);
    if (kept != pictures_.end()) return kept->second;
  }
  const image::Drawing* drawing = picture.drawing();
  auto made = std::make_shared<const std::string>(drawing ? image::rasterise(*drawing, dpi)
                                                          : image::writePng(*picture.raster()));
  const std::size_t size = key.first.size() + made->size();
  if (!known || size > kMostPictures) return made;
  const std::scoped_lock lock(mutex_);
  if (pictureBytes_ + size > kMostPictures) {
    pictures_.clear();
    pictureBytes_ = 0;
  }
  if (pictures_.emplace(key, made).second) pictureBytes_ += size;
  return made;
}

}  // namespace chancery::docx
