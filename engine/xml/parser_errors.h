#pragma once

#include "base/diagnostic.h"
#include "base/source.h"

namespace chancery::xml {

/// One finding of libxml2's parser.
struct ParserError {
  int code = 0;
  const char* name = nullptr;      ///< what it concerns: an element, an attribute, an entity
  int line = 0;                    ///< a second place, such as the line of the open element
  const char* sentence = nullptr;  ///< libxml2's own words
};

/// Reports a finding at `position` (where the parser stood) in our own words.
/// Result: whether what the parser finds after it is still worth telling.
bool reportParserError(const ParserError& error, const Sources& sources, Position position,
                       Diagnostics& diagnostics);

}  // namespace chancery::xml
