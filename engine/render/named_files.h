#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::render {

/// A file that a document names (a picture, a PDF), with its bytes.
struct NamedFile {
  std::string name;  ///< as the document states it
  std::string bytes;

  bool operator==(const NamedFile&) const = default;
};

/// Bounds of what a document names; past them reading ends with an error that names the limit.
struct FileLimits {
  std::uint64_t bytes = 32u << 20;   ///< of one file
  std::uint64_t total = 128u << 20;  ///< of all files of a document
  std::size_t count = 1'000;
};

/// Finds the files that a document names. A name is a path below one of the folders, with "/"
/// between its parts: it cannot be absolute, climb ("..") or be an address, and no link leads out
/// of its folder.
///
/// Threads: one object belongs to one rendering.
class NamedFiles {
 public:
  /// Looks into the folders in order.
  NamedFiles(std::vector<std::filesystem::path> folders, const FileLimits& limits)
      : folders_(std::move(folders)), limits_(limits) {}
  /// Looks at these alone.
  NamedFiles(const std::vector<NamedFile>& pinned, const FileLimits& limits);

  /// The bytes, read once. Null after an error at `place`. Errors: WorldError when a file is there
  /// and cannot be read.
  std::shared_ptr<const std::string> find(const std::string& name, const Place& place,
                                          Diagnostics& diagnostics);

 private:
  std::optional<std::filesystem::path> locate(const std::string& name) const;
  std::vector<std::string> namesLike(const std::string& name) const;
  std::shared_ptr<const std::string> keep(const std::string& name, std::string bytes,
                                          const Place& place, Diagnostics& diagnostics);

  std::vector<std::filesystem::path> folders_;
  FileLimits limits_;
  bool pinned_ = false;
  std::uint64_t total_ = 0;
  std::unordered_map<std::string, std::shared_ptr<const std::string>> kept_;
};

}  // namespace chancery::render
