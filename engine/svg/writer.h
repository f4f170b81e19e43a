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
/// with the files' names without their folders; so do pictures and groups of shapes. Raster
/// pictures stand in the file, figures have their alternative text. The root's id is "page-N";
/// links lead to such ids and say data-page (from 1) and data-top (points). A page of another PDF
/// is a grey sheet with its alternative text. No scripts, nothing fetched. Threads: pure.
std::string write(const pages::Pages& pages, std::size_t page, const Options& options = {});

}  // namespace chancery::svg
