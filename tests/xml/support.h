#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::xml {

using Found = std::vector<std::string>;

/// "CODE line:column" of every finding.
inline Found foundIn(const Diagnostics& diagnostics) {
  Found result;
  for (const Diagnostic& d : diagnostics.all()) {
    result.push_back(std::string(d.message->code) + ' ' + std::to_string(d.place.line) + ':' +
                     std::to_string(d.place.column));
  }
  return result;
}

}  // namespace chancery::xml
