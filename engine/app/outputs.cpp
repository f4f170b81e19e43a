#include "app/outputs.h"

#include <set>

#include "base/error.h"
#include "base/file.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

// Everything that can fail has failed before the first file gets its name.
void stage(const OutputFile& file, const fs::path& temporary) {
  std::error_code error;
  if (fs::is_directory(file.path, error)) {
    throw WorldError("write", file.path.string(), "it is a folder");
  }
  try {
    writeFile(temporary, file.bytes);
  } catch (const WorldError& failure) {
    throw WorldError("write", file.path.string(), failure.cause());
  }
}

fs::path placeOf(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  const fs::path place = fs::weakly_canonical(whole, error);
  return error ? whole.lexically_normal() : place;
}

}  // namespace

std::optional<fs::path> findRepeated(const std::vector<fs::path>& paths) {
  std::set<fs::path> places;
  for (const fs::path& path : paths) {
    if (!places.insert(placeOf(path)).second) return path;
  }
  return std::nullopt;
}

void writeOutputs(const std::vector<OutputFile>& files) {
  std::vector<fs::path> paths;
  for (const OutputFile& file : files) paths.push_back(file.path);
  if (const auto twice = findRepeated(paths)) {
    throw WorldError("write", twice->string(), "the file is given twice");
  }
  std::vector<fs::path> staged;
  try {
    for (const OutputFile& file : files) {
      fs::path temporary = file.path;
      temporary += ".chancery-part";
      stage(file, temporary);
      staged.push_back(std::move(temporary));
    }
    for (std::size_t i = 0; i < files.size(); ++i) fs::rename(staged[i], files[i].path);
    for (const OutputFile& file : files) syncFolder(file.path.parent_path());
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    for (const fs::path& path : staged) fs::remove(path, ignored);
    throw WorldError("write", error.path2().string(), error.code().message());
  } catch (...) {
    std::error_code ignored;
    for (const fs::path& path : staged) fs::remove(path, ignored);
    throw;
  }
}

}  // namespace chancery::app
