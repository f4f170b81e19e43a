#pragma once

#include <cstddef>

#include "base/source.h"
#include "xml/tree.h"

namespace chancery::xml {

/// Where the byte at `offset` of an attribute's value stands in the file. The written form may be
/// longer than the value: entities (`&lt;`) and character references are counted as what they mean.
Position positionInValue(const Sources& sources, const Node& element, const Attribute& attribute,
                         std::size_t offset);

}  // namespace chancery::xml
