#include "effects/site.h"

#include <cstdint>

#include "base/error.h"
#include "base/file.h"

namespace chancery::effects {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 1ull << 30;

}  // namespace

std::string safeName(std::string_view text) {
  constexpr std::string_view kUnsafe = "/\\:*?\"<>|#%&{}$!'`@+= \t\r\n";
  std::string result;
  for (const char c : text) {
    const bool isControl = static_cast<unsigned char>(c) < 0x20;
    result += isControl || kUnsafe.find(c) != std::string_view::npos ? '-' : c;
  }
  return result.empty() || result.front() == '.' ? "-" + result : result;
}

void Site::publish(const std::vector<Publication>& files) const {
  std::vector<fs::path> written;
  try {
    for (const Publication& file : files) {
      const fs::path path = folder_ / file.path;
      const auto old = findFile(path, kLargestFile);
      if (old && *old != file.bytes) {
        throw WorldError("publish", path.string(), "another document's file stands there");
      }
      if (old) continue;
      std::error_code error;
      fs::create_directories(path.parent_path(), error);
      if (error) throw WorldError("create folder", path.parent_path().string(), error.message());
      writeFile(path, file.bytes);
      written.push_back(path);
    }
  } catch (...) {
    std::error_code ignored;
    for (const fs::path& path : written) fs::remove(path, ignored);
    throw;
  }
}

}  // namespace chancery::effects
