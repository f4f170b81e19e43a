#pragma once

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "check/rules.h"
#include "document/document.h"

namespace chancery::check {

/// Looks at a document by the office's rules; every finding stands at the place that its author
/// would change and names the clause behind the rule.
///
/// The document is complete but for its typography: `document::completeAppendixMarks` has run.
/// @param today what terms are measured by while the document has no date of its own
void checkDocument(const document::Node& document, const Rules& rules, Date today,
                   const Sources& sources, Diagnostics& diagnostics);

}  // namespace chancery::check
