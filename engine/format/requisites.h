#pragma once

#include "format/blocks.h"

namespace chancery::format {

/// Formats everything that stands in one part into its section: requisites by ГОСТ Р 7.0.97-2025
/// and running text.
void appendPartContent(Context& context, const document::Node& part, Section& section);

}  // namespace chancery::format
