#pragma once

#include <optional>

#include "format/requisite_lines.h"

namespace chancery::format {

/// Coat of arms, emblem or trademark as a paragraph of its own, at most `room` wide.
/// Result: nothing after a diagnostic, or where the picture could not be loaded.
std::optional<Paragraph> letterheadPicture(PartWork& work, const document::Node& node, Length room);

/// Sets a QR code into the margin of the section's first page.
/// Result: nothing when it stands there (or after a diagnostic), else the paragraph of its own that
/// it is where no margin holds it, or where the document wants one.
std::optional<Paragraph> placeQrCode(PartWork& work, const document::Node& node);

}  // namespace chancery::format
