#pragma once

#include <filesystem>
#include <string>

#include "app/resources.h"
#include "base/diagnostic.h"

namespace chancery::app {

/// Makes a new office in a folder: a commented office.xml, the ready-made workflows and templates.
/// Files that are there already are left as they are; a folder with an office.xml is refused.
/// Result: lines that say what to do next; "" after errors. Errors: WorldError.
std::string initOffice(const std::filesystem::path& folder, const Resources& resources,
                       Language language, Diagnostics& diagnostics);

}  // namespace chancery::app
