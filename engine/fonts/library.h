#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "fonts/face.h"

namespace chancery::fonts {

/// The installed faces, found by family and loaded when first asked for.
///
/// Looks into the folders given, for the file names that the packages fonts-croscore,
/// fonts-paratype, fonts-liberation2 and fonts-dejavu-core use, so that a cold start reads no font
/// that it does not need. Threads: safe.
class Library {
 public:
  /// @param folders searched in order; empty = the system's (/usr/share/fonts/truetype and below,
  ///                /usr/local/share/fonts).
  explicit Library(std::vector<std::string> folders = {});
  ~Library();

  /// The face for a request; null when no file of that family is installed. A missing bold or
  /// italic variant falls back to the nearest one of the family.
  std::shared_ptr<const Face> find(const FaceRequest& request) const;

  /// A face that shows `cluster`, a letter with its marks, in the weight and slant asked for; null
  /// when no installed face does.
  ///
  /// Tried in this order: after a face with serifs Tinos, PT Serif, DejaVu Serif, DejaVu Sans;
  /// after one without Arimo, PT Sans, DejaVu Sans, then those with serifs; after one of equal
  /// widths Cousine, PT Mono, DejaVu Sans Mono, then those without serifs. At last Liberation
  /// Serif, which not every machine has.
  std::shared_ptr<const Face> findFallback(std::u32string_view cluster,
                                           const FaceRequest& request) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::fonts
