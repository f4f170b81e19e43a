#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chancery::app {

struct OutputFile {
  std::filesystem::path path;
  std::string bytes;
};

/// Writes files so that all of them appear, each whole, or none does; older files of these names
/// stay when it fails. Errors: WorldError.
void writeOutputs(const std::vector<OutputFile>& files);

}  // namespace chancery::app
