#pragma once

#include <vector>

#include "format/blocks.h"

namespace chancery::format {

/// Formats everything that stands in one part: requisites by ГОСТ Р 7.0.97-2025 and running text.
void appendPartContent(Context& context, const document::Node& part, std::vector<Block>& blocks);

}  // namespace chancery::format
