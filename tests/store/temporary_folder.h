#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace chancery {

/// A folder of its own for one test, removed with all that is in it.
class TemporaryFolder {
 public:
  /// In memory, where the system has a file system there, nothing waits for a disk: for tests with
  /// very many transactions.
  enum class On { disk, memory };

  explicit TemporaryFolder(On on = On::disk) {
    std::error_code ignored;
    const std::filesystem::path memory = "/dev/shm";
    const bool isThere = on == On::memory && std::filesystem::is_directory(memory, ignored);
    const auto folder = isThere ? memory : std::filesystem::temp_directory_path();
    std::string name = (folder / "chancery-test-XXXXXX").string();
    const char* made = mkdtemp(name.data());
    if (!made) throw std::runtime_error("no folder for a test in " + folder.string());
    path_ = made;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace chancery
