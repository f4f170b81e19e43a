#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "xml/tree.h"

namespace chancery::xml {

/// Bounds of one XML text; past any of them reading ends with an error that names it.
struct ReadLimits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 200;
  std::size_t nodes = 5'000'000;
};

/// Reads one XML text of `sources` into a tree with the position of every element and attribute.
///
/// Only UTF-8 (a byte order mark is allowed), no DOCTYPE (so neither entity bombs nor external
/// entities exist), nothing is ever fetched. Whitespace is kept as it stands.
/// Result: the root element, or nothing after errors in `diagnostics`.
std::optional<Node> read(const Sources& sources, SourceId source, const ReadLimits& limits,
                         Diagnostics& diagnostics);

}  // namespace chancery::xml
