#include "store/blobs.h"

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"

namespace chancery::store {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestBlob = 1ull << 30;
constexpr std::size_t kFolderDigits = 2;

}  // namespace

fs::path Blobs::pathOf(std::string_view hash) const {
  check(hash.size() > kFolderDigits, "a blob's name is a hash");
  return folder_ / hash.substr(0, kFolderDigits) / hash.substr(kFolderDigits);
}

std::string Blobs::put(std::string_view bytes) const {
  std::string hash = sha256(bytes);
  const fs::path path = pathOf(hash);
  makeFolder(path.parent_path());
  // A file that is there is whole and synced; its name may be another process's of this moment.
  if (fs::exists(path)) {
    syncFolder(path.parent_path());
  } else {
    writeFile(path, bytes);
  }
  return hash;
}

std::optional<std::string> Blobs::find(std::string_view hash) const {
  if (hash.size() <= kFolderDigits) return std::nullopt;
  auto bytes = findFile(pathOf(hash), kLargestBlob);
  if (bytes && sha256(*bytes) != hash) {
    throw WorldError("read", pathOf(hash).string(), "the file's bytes have changed");
  }
  return bytes;
}

std::string Blobs::require(std::string_view hash) const {
  auto bytes = find(hash);
  if (!bytes) throw WorldError("read", pathOf(hash).string(), "there is no such file");
  return std::move(*bytes);
}

}  // namespace chancery::store
