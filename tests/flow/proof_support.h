#pragma once

#include <string>
#include <vector>

#include "flow/soundness.h"

namespace chancery::flow {

/// What reading and proving a definition finds, as «LINE:COLUMN CODE text | hint» lines in Russian.
struct Proven {
  std::string findings;
  Proof proof;
};
Proven proven(const std::string& text, const std::vector<Colleague>& staff = {},
              std::size_t mostStates = kMostStates);

}  // namespace chancery::flow
