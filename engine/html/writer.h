#pragma once

#include <string>

#include "format/model.h"

/// A formatted document as one accessible HTML file, for a public site.
namespace chancery::html {

/// The file: a section for each part; headings without gaps in their levels; lists whose labels
/// are text, so that numbers match the print; tables with header cells and their scopes. What only
/// places things side by side is no table. Page numbers and running headers are left out.
///
/// All looks are in one embedded style sheet, made of the document's styles; widths follow the
/// screen. No scripts, nothing fetched, and the file forbids both. Well-formed as XML too.
/// Threads: pure.
std::string write(const format::Document& document);

}  // namespace chancery::html
