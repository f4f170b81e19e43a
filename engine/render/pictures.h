#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/diagnostic.h"
#include "image/picture.h"

namespace chancery::render {

/// Pictures that were read before, by their bytes: the coat of arms of every letter is read once.
/// Threads: safe.
class PictureCache {
 public:
  /// `bytes` read as a picture; null after errors at `place`. Findings of a picture that only
  /// warns are told each time.
  std::shared_ptr<const image::Picture> read(const std::shared_ptr<const std::string>& bytes,
                                             const std::string& name, const Place& place,
                                             Diagnostics& diagnostics);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const image::Picture>> kept_;  // by SHA-256
  std::size_t size_ = 0;
};

}  // namespace chancery::render
