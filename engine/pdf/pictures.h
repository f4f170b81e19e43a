#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "image/picture.h"
#include "pages/pages.h"
#include "pdf/deflater.h"
#include "pdf/object_writer.h"

namespace chancery::pdf {

/// What happens to pixels that let the page shine through.
enum class Transparency {
  kept,       ///< as a soft mask
  flattened,  ///< laid on white: PDF/A-1 has no transparency (ISO 19005-1, 6.4)
};

/// A raster picture ready to be written. Source: ISO 32000-1, 8.9.5.
struct PictureData {
  std::string entries;  ///< of the dictionary, filter included, but for SMask and Length
  std::string bytes;
  std::string maskEntries;  ///< of the soft mask
  std::string mask;         ///< its bytes; empty = opaque
};

/// JPEG as it came; samples deflated, each row as its difference from a neighbour where that is
/// shorter (PNG predictors, ISO 32000-1, 7.4.4.4).
PictureData encodePicture(const image::Raster& raster, Transparency transparency,
                          Deflater& deflater);

/// Keeps the pictures that documents have in common, a coat of arms above all, in the form in which
/// they are written. Bounded; what it gives does not depend on what it holds. Threads: safe.
class PictureCache {
 public:
  std::shared_ptr<const PictureData> find(const std::shared_ptr<const image::Picture>& picture,
                                          Transparency transparency, Deflater& deflater);

 private:
  struct Known {
    std::shared_ptr<const image::Picture> picture;
    Transparency transparency = Transparency::kept;
    std::shared_ptr<const PictureData> data;
  };
  std::mutex mutex_;
  std::list<Known> known_;  // guarded by mutex_; the last used first
};

/// The raster pictures that the pages show, each written once, however often it is shown.
class PictureObjects {
 public:
  PictureObjects(const pages::Pages& pages, Transparency transparency, ObjectWriter& out);

  void write(const pages::Pages& pages, PictureCache& cache, ObjectWriter& out,
             Deflater& deflater) const;
  /// "/I0 12 0 R/I3 14 0 R": entries of the resource dictionary.
  std::string resources() const;

 private:
  Transparency transparency_;
  std::vector<int> numbers_;      // by picture; 0 = not shown
  std::vector<int> masks_;        // likewise, of the soft mask
  std::vector<bool> isRepeated_;  // an earlier picture is equal
};

}  // namespace chancery::pdf
