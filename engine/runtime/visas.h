#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/cases.h"

namespace chancery::runtime {

/// An answer that was ever given to a case, with everything that a sheet of it says.
struct GivenVisa {
  flow::Visa visa;
  flow::StageKind kind = flow::StageKind::coordinate;
  std::string stage;                 ///< title
  Moment received;                   ///< when its task was given
  bool stands = false;  ///< it counts now: nobody will ask this reviewer again but after rework
  std::optional<flow::Reply> reply;  ///< the author's, to its remark; the last one
};

/// All answers to the tasks of a case but the author's own, by replaying its journal. Entries whose
/// payload was erased have left none. Result: empty when there is no such case.
/// Errors: WorldError.
std::vector<GivenVisa> visasOf(store::Transaction& transaction, const Cases& cases,
                               std::string_view caseId);

}  // namespace chancery::runtime
