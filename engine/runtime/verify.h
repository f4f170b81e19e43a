#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "runtime/cases.h"

namespace chancery::runtime {

struct Verification {
  std::size_t cases = 0;
  std::size_t entries = 0;
};

/// Proves a store: every journal's chain holds, replaying it gives the state, the tasks, the outbox
/// and the registers that the tables show, and every blob that it names is there with its hash.
/// Everything that does not hold is an error in `diagnostics`. Errors: WorldError when the store
/// itself cannot be read.
Verification verify(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics);

}  // namespace chancery::runtime
