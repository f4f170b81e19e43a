#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/coverage.h"
#include "scenario/scenario.h"
#include "scenario/staff.h"

namespace chancery::scenario {

/// What came of a scenario.
struct Outcome {
  bool isPassed = false;
  bool isWhole = false;  ///< all steps went as told, whatever the journal is
  std::vector<std::string> journal;
};

/// Runs a scenario in memory, by `flow::step`. What the engine does succeeds at once, with invented
/// facts, unless the scenario says that it fails; each morning at 8 the clock brings what terms ask
/// for. The first difference from what is expected ends the run, in `diagnostics`.
Outcome run(const flow::Core& core, const Scenario& scenario, const Staff& staff,
            Coverage& coverage, Diagnostics& diagnostics);

/// The text of a file of scenarios with the journals that came of them; `journals` by scenario, an
/// empty one leaves the text as it is.
std::string withJournals(std::string text, const Script& script,
                         const std::vector<std::vector<std::string>>& journals);

}  // namespace chancery::scenario
