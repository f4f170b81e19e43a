#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/cases.h"

namespace chancery::runtime {

/// What another edition of its workflow would mean for a running case.
struct MigrationLine {
  enum class Fate {
    same,     ///< pinned to this edition already
    goesOn,   ///< it would wait for the same people at the same stages
    moves,    ///< its history leads elsewhere by the new edition
    decides,  ///< its history is impossible by the new edition: somebody has to decide
  };
  std::string caseId;
  std::string document;  ///< title
  Fate fate = Fate::same;
  std::string from;  ///< stages and holders it waits for now
  std::string to;    ///< by the new edition; "" when somebody has to decide
  /// The first event that the new edition refuses, and the stage where it happened.
  std::optional<flow::Event> refused;
  std::string stage;
};

/// Replays the journal of every running case of the workflow by another edition of it. Nothing is
/// written. Errors: WorldError.
std::vector<MigrationLine> planMigration(store::Store& store, const store::Blobs& blobs,
                                         const flow::Core& edition,
                                         const std::string& bundle);

}  // namespace chancery::runtime
