#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"
#include "runtime/checkpoint.h"
#include "runtime/verify.h"
#include "store/store.h"

namespace chancery::runtime {

/// All journals of an office in one file, to be proved where the office is not.
///
/// Lines of flow/record.h, version 1; a payload that was erased is left out, an empty bundle too:
///
///     journal-file version="1" office="…" moment="…"
///     journal case="0"                              the office's own; then every case, by its id
///     entry case="0" sequence="1" payload-hash="…" hash="…" payload="…"
///     end case="0" version="1" head="…"
///     journal case="1" bundle="…"
///     …
///     end-of-file journals="2" entries="15"
///
/// The file appears whole or not at all; entries pass one at a time. Errors: WorldError.
Verification exportJournals(store::Store& store, const std::string& office, Moment moment,
                            const std::filesystem::path& path);

/// Proves such a file: every chain holds and ends where it says, nothing is missing, and nothing
/// was cut back since the checkpoint, if there is one. What does not hold is in `diagnostics`.
/// Errors: WorldError when the file cannot be read.
Verification verifyJournalFile(const std::filesystem::path& path, const Checkpoint* checkpoint,
                               Diagnostics& diagnostics);

}  // namespace chancery::runtime
