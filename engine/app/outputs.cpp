#include "app/outputs.h"

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

}  // namespace

void writeOutputs(const std::vector<OutputFile>& files) {
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
    for (const fs::path& path : staged) fs::remove(path);
    throw WorldError("write", error.path2().string(), error.code().message());
  } catch (...) {
    std::error_code ignored;
    for (const fs::path& path : staged) fs::remove(path, ignored);
    throw;
  }
}

}  // namespace chancery::app
