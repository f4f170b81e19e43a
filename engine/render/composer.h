#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "document/document.h"
#include "format/format.h"
#include "format/profile.h"
#include "render/named_files.h"

/// Appendices that are ready-made PDF files.
namespace chancery::render {

/// PDF files by the names that the document gives them.
using PdfFiles = std::map<std::string, std::shared_ptr<const std::string>, std::less<>>;

/// What the composer made of a document's PDF files.
struct Composed {
  format::Pictures pictures;  ///< the pages of scans, under names of their own
  PdfFiles files;             ///< those that are shown page by page
};

/// Puts what a PDF holds in place of each <pdf-pages>: a file that is nothing but scanned pages
/// becomes pictures, each as large as the text area lets it be, the first one below what stands
/// before it; of another file each page becomes a part of its own, in its size.
///
/// Errors go to `diagnostics`: a file that is missing, broken or encrypted, pages that it lacks.
/// A document without <pdf-pages> stays as it is.
Composed composePdfs(document::Node& document, NamedFiles& files, const format::Profile& profile,
                     const Sources& sources, Diagnostics& diagnostics);

/// Whether there is anything to compose.
bool namesPdf(const document::Node& document);

}  // namespace chancery::render
