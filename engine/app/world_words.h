#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/error.h"

namespace chancery::app {

/// Why an office does not open whose database is gone.
inline constexpr std::string_view kLostDatabase =
    "it is missing or empty, though documents were kept here; bring it back from a copy";

/// A failure of the world in the user's language; what the system itself said about it comes last,
/// in its own words: «записать /mnt/x: No space left on device».
std::string inWords(const WorldError& error, Language language);

}  // namespace chancery::app
