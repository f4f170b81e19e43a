#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "lang/calendar.h"
#include "xml/tree.h"
#include "xml/vocabulary.h"

namespace chancery::lang {

/// The elements and attributes of urn:chancery:calendar; docs/schemas/calendar.xsd says the same.
const xml::Vocabulary& calendarVocabulary();

/// Reads a production calendar (namespace urn:chancery:calendar), reporting everything wrong in it:
/// days that do not exist, working days that are worked anyway, two reasons that contradict.
/// A year that the file does not state is not known.
/// Result: nothing when there are errors.
std::optional<Calendar> readCalendar(const Sources& sources, SourceId source,
                                     Diagnostics& diagnostics);

}  // namespace chancery::lang
