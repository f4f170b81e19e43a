#pragma once

#include <string>

#include "base/diagnostic.h"

namespace chancery::app {

struct VerifyRequest {
  std::string checkpoint;  ///< a file; "" = none
  std::string publicKey;   ///< a file; needed with a checkpoint
};

/// Proves an exported journal, without its office. The result is a line for people, errors are in
/// `diagnostics`. Errors: WorldError.
std::string verifyJournal(const std::string& file, const VerifyRequest& request, Language language,
                          Diagnostics& diagnostics);

}  // namespace chancery::app
