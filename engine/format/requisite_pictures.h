#pragma once

#include <optional>

#include "format/requisite_lines.h"

namespace chancery::format {

/// Coat of arms, emblem or trademark as a paragraph of its own, at most `room` wide.
/// Result: nothing after a diagnostic, or where the picture could not be loaded.
std::optional<Paragraph> letterheadPicture(PartWork& work, const document::Node& node, Length room);

/// A QR code in the margin of the part's first page, or, where no margin holds it, as a paragraph.
void appendQrCode(PartWork& work, const document::Node& node, std::vector<Block>& blocks);

}  // namespace chancery::format
