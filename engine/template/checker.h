#pragma once

#include "base/diagnostic.h"
#include "base/source.h"
#include "template/program.h"

namespace chancery::templates {

/// The static check: every path of the template against the declared fields, every variable,
/// function, definition and format; slow paths get warnings.
///
/// The type of the context is followed through loops, calls, recursion and variables; a definition
/// is checked once for each kind of node that it is called with.
void checkTemplate(const Template::Data& data, const Sources& sources, Diagnostics& diagnostics);

}  // namespace chancery::templates
