#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "image/picture.h"

namespace chancery::pdf {

/// A page of another PDF, as it is seen (crop box, turned as the page asks).
struct InspectedPage {
  Length width, height;
  /// What the whole page is, when it is one picture and nothing else, as scanners write it: JPEG or
  /// plain samples, upright. Null for any other page, and for a scan coded in another way.
  std::shared_ptr<const image::Picture> scan;
};

struct Inspected {
  std::vector<InspectedPage> pages;

  /// Whether the file is nothing but such pictures.
  bool isScan() const;
};

/// Whether the bytes are those of a PDF.
bool isPdf(std::string_view bytes);

/// Looks into another PDF before its pages are shown.
///
/// Result: nothing after an error at `place`: a file that is broken, encrypted, without pages or
/// with more than 2,000. Source: ISO 32000-1, 7.7.3, 8.9.5.
std::optional<Inspected> inspect(const std::string& bytes, std::string_view name,
                                 const Place& place, Diagnostics& diagnostics);

}  // namespace chancery::pdf
