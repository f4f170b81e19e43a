#pragma once

#include <string>

#include "diagram/drawing.h"

namespace chancery::diagram {

/// The drawing as BPMN 2.0 XML with diagram interchange: a pool with a lane for each who takes
/// part, tasks, gateways, timers and flows where the drawing has them.
///
/// A lane's name stands where the reading program puts it. Working days are no ISO 8601 durations:
/// such a timer's expression is the definition's own word ("3wd"), which no program runs.
/// Source: OMG BPMN 2.0.2 (formal/2013-12-09), clauses 10, 12 and the schemas.
std::string toBpmn(const Drawing& drawing);

}  // namespace chancery::diagram
