#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace chancery::cli {

/// How a run of the program ended.
struct Ended {
  bool isKilled = false;
  int code = 0;
  std::string out;
  std::string err;
  long microseconds = 0;  ///< that it took
};

/// The built program in a folder of its own, with a clean environment and a clock that stands
/// still.
class Program {
 public:
  explicit Program(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Runs it with these arguments; kills it with SIGKILL when it still runs after `killAfter`
  /// microseconds. Errors: std::system_error.
  Ended run(const std::vector<std::string>& arguments, std::optional<long> killAfter = {}) const;

  std::vector<std::string> surroundings;  ///< more variables of its environment: "TZ=UTC"

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace chancery::cli
