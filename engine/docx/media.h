#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/length.h"
#include "docx/parts.h"
#include "docx/pool.h"
#include "image/picture.h"

namespace chancery::docx {

/// The pictures of a document as media parts: each once, however often it stands.
///
/// PNG and JPEG are their own bytes, unless reading had to change what they show (turned by EXIF,
/// CMYK): then the samples as PNG. Drawings are a PNG for programs that show no vectors, and the
/// SVG beside it.
class Media {
 public:
  struct Names {
    std::string raster;  ///< from the folder word: "media/image1.png"
    std::string vector;  ///< "media/image1.svg"; "" = none
  };

  /// @param pool outlives the object
  explicit Media(Pool& pool) : pool_(pool) {}

  /// @param width how wide the picture stands; decides how fine a drawing's PNG is
  Names add(const image::Picture& picture, Length width);

  bool empty() const { return parts_.empty(); }
  const Parts& parts() const { return parts_; }

 private:
  Pool& pool_;
  std::vector<std::pair<const image::Picture*, Names>> pictures_;
  Parts parts_;
};

}  // namespace chancery::docx
