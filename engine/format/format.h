#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "document/document.h"
#include "format/model.h"
#include "format/profile.h"
#include "image/picture.h"

namespace chancery::format {

/// The pictures of a document by the names that document::pictureNames() lists.
using Pictures = std::map<std::string, std::shared_ptr<const image::Picture>, std::less<>>;

/// Applies a style profile to a document: every requisite becomes paragraphs and tables with all
/// figures stated, clauses and lists get their labels, parts become sections of pages.
///
/// Pure. Findings (a column width that cannot be read, a picture that is not there) go to
/// `diagnostics`.
Document apply(const document::Node& document, const Profile& profile,
               const Pictures& pictures, const Sources& sources, Diagnostics& diagnostics);

}  // namespace chancery::format
