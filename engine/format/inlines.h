#pragma once

#include <vector>

#include "format/blocks.h"

/// Words, notes, references and page numbers of one paragraph → runs.
namespace chancery::format {

/// Appends the node's inlines as runs; a look that differs from the style's is stated in the run.
void appendRuns(Context& context, const document::Node& node, const TextStyle& style,
                std::vector<Run>& runs);

/// A pattern with page fields: %1 the page, %2 pages of the document, %3 pages of the section.
void appendPageNumber(const std::string& pattern, std::vector<Run>& runs);

}  // namespace chancery::format
