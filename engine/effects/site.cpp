#include "effects/site.h"

#include <cstdint>

#include "base/error.h"
#include "base/file.h"

namespace chancery::effects {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 1ull << 30;

WorldError taken(const fs::path& path) {
  return WorldError("publish", path.string(), "another document's file stands there");
}

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

bool Site::isFree(const Publication& file) const {
  const auto old = findFile(folder_ / file.path, kLargestFile);
  return !old || *old == file.bytes;
}

// A file that could not follow the others is written by the next attempt; what is there stays:
// somebody may have found it already, and the next attempt writes the same bytes.
void Site::publish(const std::vector<Publication>& files) const {
  for (const Publication& file : files) {
    if (!isFree(file)) throw taken(folder_ / file.path);
  }
  for (const Publication& file : files) {
    const fs::path path = folder_ / file.path;
    makeFolder(path.parent_path());
    // Another program may have put its document's file there a moment ago.
    if (!createFile(path, file.bytes) && findFile(path, kLargestFile) != file.bytes) {
      throw taken(path);
    }
  }
}

}  // namespace chancery::effects
