#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace chancery::app {

struct OutputFile {
  std::filesystem::path path;
  std::string bytes;
};

/// The first of the paths that leads to the same place as one before it: "a.pdf" and "./a.pdf".
std::optional<std::filesystem::path> findRepeated(const std::vector<std::filesystem::path>& paths);

/// Writes files so that all of them appear, each whole, or none does; older files of these names
/// stay when it fails. Errors: WorldError; also when two of them are one file.
void writeOutputs(const std::vector<OutputFile>& files);

}  // namespace chancery::app
