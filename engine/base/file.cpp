#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "base/error.h"

namespace chancery {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool close() {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

bool writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

WorldError tooLarge(const std::string& path, std::uint64_t limit) {
  return WorldError("read", path, "larger than the limit of " + std::to_string(limit) + " bytes");
}

std::string readDescriptor(int descriptor, const std::string& path, std::uint64_t limit) {
  struct stat info {};
  if (::fstat(descriptor, &info) != 0) throw systemError("read", path);
  if (S_ISDIR(info.st_mode)) {
    errno = EISDIR;
    throw systemError("read", path);
  }
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > limit) throw tooLarge(path, limit);
  std::string text;
  text.reserve(static_cast<std::size_t>(size) + 1);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw systemError("read", path);
    if (count == 0) return text;
    text.append(buffer, static_cast<std::size_t>(count));
    if (text.size() > limit) throw tooLarge(path, limit);
  }
}

// A document is for everyone whom the folder lets in.
bool fill(const Descriptor& file, std::string_view bytes) {
  return ::fchmod(file.number(), 0644) == 0 && writeAll(file.number(), bytes) &&
         ::fsync(file.number()) == 0;
}

// Writes a new file that has no name before it is whole: a kill leaves nothing behind. False when
// there is a file already, or the file system knows no unnamed files.
bool tryWriteUnnamed(const std::filesystem::path& path, std::string_view bytes) {
  const std::string folder = path.parent_path().empty() ? "." : path.parent_path().string();
  struct stat info {};
  if (::lstat(path.c_str(), &info) == 0) return false;
  const Descriptor file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0644));
  if (file.number() < 0) return false;
  if (!fill(file, bytes)) throw systemError("write", path.string());
  const std::string unnamed = "/proc/self/fd/" + std::to_string(file.number());
  return ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

// Gives a whole file its name: in place of an older one, or only where there is none.
bool giveName(const std::string& temporary, const std::filesystem::path& path, bool replaces) {
  const char* from = temporary.c_str();
  if (replaces) return ::rename(from, path.c_str()) == 0;
  if (::link(from, path.c_str()) == 0) {
    ::unlink(from);
    return true;
  }
  if (errno == EEXIST) return false;
  // A file system without links, as network shares are.
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL) return false;
  struct stat info {};
  if (::lstat(path.c_str(), &info) == 0) {
    errno = EEXIST;
    return false;
  }
  return ::rename(from, path.c_str()) == 0;
}

// Writes beside the file. False when it is not to be replaced and is there.
bool writeAside(const std::filesystem::path& path, std::string_view bytes, bool replaces) {
  std::string temporary = (path.parent_path() / ".chancery-XXXXXX").string();
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.number() < 0) throw systemError("write", path.string());
  if (fill(file, bytes) && file.close() && giveName(temporary, path, replaces)) return true;
  const bool isTaken = !replaces && errno == EEXIST;
  const WorldError error = systemError("write", path.string());
  ::unlink(temporary.c_str());
  if (!isTaken) throw error;
  return false;
}

}  // namespace

std::optional<std::string> findFile(const std::filesystem::path& path, std::uint64_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (file.number() < 0) throw systemError("open", path.string());
  return readDescriptor(file.number(), path.string(), limit);
}

std::string readFile(const std::filesystem::path& path, std::uint64_t limit) {
  auto text = findFile(path, limit);
  if (text) return std::move(*text);
  errno = ENOENT;
  throw systemError("open", path.string());
}

void syncFolder(const std::filesystem::path& folder) {
  const std::string name = folder.empty() ? "." : folder.string();
  const Descriptor descriptor(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) {
    throw systemError("sync", name);
  }
}

void makeFolder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  if (folder.empty()) return;
  const fs::path path = folder.filename().empty() ? folder.parent_path() : folder;  // "a/" is "a"
  std::error_code error;
  if (fs::is_directory(path, error)) {
    if (!path.has_filename()) return;  // the root
    // Another process may have made it a moment ago. A parent that we may not read is not ours.
    if (::access(path.has_parent_path() ? path.parent_path().c_str() : ".", R_OK) != 0) return;
  } else {
    makeFolder(path.parent_path());
    fs::create_directory(path, error);  // no error when another process was quicker
    if (error) throw WorldError("create folder", path.string(), error.message());
  }
  syncFolder(path.parent_path());
}

void writeFile(const std::filesystem::path& path, std::string_view bytes) {
  if (!tryWriteUnnamed(path, bytes)) writeAside(path, bytes, true);
  syncFolder(path.parent_path());
}

bool createFile(const std::filesystem::path& path, std::string_view bytes) {
  const bool isMade = tryWriteUnnamed(path, bytes) || writeAside(path, bytes, false);
  syncFolder(path.parent_path());
  return isMade;
}

}  // namespace chancery
