#pragma once

#include "base/diagnostic.h"
#include "document/document.h"
#include "format/model.h"
#include "format/profile.h"

namespace chancery::format {

/// Applies a style profile to a document: every requisite becomes paragraphs and tables with all
/// figures stated, clauses and lists get their labels, parts become sections of pages.
///
/// Pure. Findings (a column width that cannot be read) go to `diagnostics`.
Document apply(const document::Node& document, const Profile& profile, const Sources& sources,
               Diagnostics& diagnostics);

}  // namespace chancery::format
