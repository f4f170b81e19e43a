#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace chancery::store {

/// Files kept by the SHA-256 of their bytes: "<folder>/ab/cdef…". A file once there never changes.
///
/// `put` returns when the bytes are on disk, so a transaction that names a hash is committed only
/// after its bytes are safe.
/// Threads and processes: may share a folder.
class Blobs {
 public:
  explicit Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Keeps `bytes`; the result is their hash. Errors: WorldError.
  std::string put(std::string_view bytes) const;
  /// Nothing when there is no such blob. Errors: WorldError when its bytes are not those of its
  /// hash any more.
  std::optional<std::string> find(std::string_view hash) const;
  /// Errors: WorldError also when there is no such blob.
  std::string require(std::string_view hash) const;
  std::filesystem::path pathOf(std::string_view hash) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace chancery::store
