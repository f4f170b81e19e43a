#pragma once

#include <string>

#include "format/model.h"

/// A formatted document as one accessible HTML file, for a public site.
namespace chancery::html {

/// The file: a section for each part; headings without gaps in their levels; lists whose labels
/// are text, so that numbers match the print; tables with captions, header cells and their scopes,
/// rows that belong together as one body. What only places things side by side is no table.
/// Pictures are figures with their captions and alternatives, drawings and charts as SVG, charts
/// with a table of their data. Contents are navigation; cross references and notes are links, notes
/// stand at the end of their part. Page numbers and running headers are left out; who refers to a
/// page alone is led to what stands there by its name.
///
/// All looks are in one embedded style sheet, made of the document's styles; widths follow the
/// screen. No scripts, nothing fetched, and the file forbids both. Well-formed as XML too.
/// Threads: pure.
std::string write(const format::Document& document);

}  // namespace chancery::html
