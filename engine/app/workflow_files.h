#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::app {

/// The file of a workflow: NAME.workflow.xml in one of the folders, the first that has it; a name
/// that ends in .xml may be a path. Result: nothing after an error that names the known ones.
std::optional<std::filesystem::path> findWorkflow(const std::vector<std::filesystem::path>& folders,
                                                  const std::string& name,
                                                  Diagnostics& diagnostics);

}  // namespace chancery::app
