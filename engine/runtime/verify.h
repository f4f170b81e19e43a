#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "runtime/cases.h"
#include "runtime/checkpoint.h"

namespace chancery::runtime {

struct Verification {
  std::size_t cases = 0;
  std::size_t entries = 0;
};

/// Proves a store: every journal's chain holds, replaying it gives the state, the tasks, the outbox
/// and the registers that the tables show, and every blob that it names is there with its hash.
/// With a checkpoint, no journal was cut back or rewritten since.
/// Everything that does not hold is an error in `diagnostics`. Entries pass one at a time.
/// Errors: WorldError when the store itself cannot be read.
Verification verify(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics,
                    const Checkpoint* checkpoint = nullptr);

/// What is wrong with an entry.
const Text& inWords(store::Damage damage);

}  // namespace chancery::runtime
