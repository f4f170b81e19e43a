#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::archive {

/// Bounds of an archive from outside; past any of them it is refused.
struct Limits {
  std::size_t entries = 4096;
  std::uint64_t entryBytes = 256u << 20;  ///< of one entry, unpacked
  std::uint64_t totalBytes = 512u << 20;  ///< of all entries, unpacked
  std::uint64_t ratio = 500;              ///< unpacked : packed, for entries over 1 MiB
};

struct Entry {
  std::string name;  ///< UTF-8, relative, '/' between folders
  std::uint64_t size = 0;

  std::uint64_t packedSize = 0;
  std::uint64_t dataOffset = 0;
  std::uint32_t checksum = 0;
  bool deflated = false;
};

/// Reads a ZIP archive that may be hostile. `open` judges the whole directory first: names that
/// are absolute, climb ("..") or stand twice (letter case aside), encrypted entries, entries that
/// share bytes, and sizes past the limits refuse the archive. Folder entries are left out.
///
/// The bytes must outlive the reader. Threads: const members may be called concurrently.
/// Source: APPNOTE.TXT 6.3.9; no ZIP64, no volumes, methods stored and deflate.
class Reader {
 public:
  /// Result: nothing after errors in `diagnostics`. @param file the name that they show
  static std::optional<Reader> open(std::string_view bytes, std::string file, const Limits& limits,
                                    Diagnostics& diagnostics);

  const std::vector<Entry>& entries() const { return entries_; }
  /// By exact name; null when there is none.
  const Entry* find(std::string_view name) const;

  /// The unpacked bytes; nothing, with an error, when they do not have the stated size and
  /// checksum.
  std::optional<std::string> read(const Entry& entry, Diagnostics& diagnostics) const;

 private:
  Reader(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

  std::string_view bytes_;
  std::string file_;
  std::vector<Entry> entries_;  // in the directory's order
};

}  // namespace chancery::archive
