#pragma once

#include "base/diagnostic.h"
#include "base/source.h"
#include "runtime/directory.h"
#include "xml/tree.h"

namespace chancery::app {

/// Reads what a `series` of an office file says besides its id; what is wrong is in `diagnostics`.
void readSeries(const xml::Node& node, const Sources& sources, runtime::Series& series,
                Diagnostics& diagnostics);

}  // namespace chancery::app
