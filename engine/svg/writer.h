#pragma once

#include <string>

#include "base/source.h"
#include "pages/pages.h"

/// Finished pages as SVG pictures, for the preview: everything stands where it stands in the PDF.
namespace chancery::svg {

struct Options {
  /// The texts that origins point into; null: no origins are written.
  const Sources* sources = nullptr;
};

/// One page (counted from 0) as an SVG 1.1 file of the page's size; a unit is a point.
///
/// Text is text: it can be selected, and each character has its place, so that lines are as long in
/// whatever font the reader has. With origins each text says
///
///     data-words      "engine", "stated", "data" or "given" (see Words)
///     data-template   FILE:LINE:COLUMN of what states it
///     data-value      FILE:LINE:COLUMN of the data value
///
/// with the files' names without their folders. No scripts, nothing fetched.
/// Threads: pure.
std::string write(const pages::Pages& pages, std::size_t page, const Options& options = {});

}  // namespace chancery::svg
