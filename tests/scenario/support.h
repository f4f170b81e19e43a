#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/run.h"

namespace chancery::scenario {

/// What came of the scenarios of a text.
struct Tested {
  std::string findings;  ///< «LINE:COLUMN CODE text» lines
  std::vector<Outcome> outcomes;
  std::vector<std::string> missing;
  std::size_t taken = 0;
  std::size_t all = 0;
  std::size_t percent = 0;
  std::string updated;  ///< the text with the journals that came
};

/// Runs scenarios; `stages` stands inside a workflow element.
Tested test(const std::string& stages, const std::string& scenarios);
/// Of two files.
Tested testTexts(const std::string& workflow, const std::string& scenarios);

/// Four people and `body`, from line 6 on.
std::string script(const std::string& body);

}  // namespace chancery::scenario
