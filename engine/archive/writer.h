#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace chancery::archive {

/// Writes a ZIP archive into memory: sizes stand in the local headers (no data descriptors), names
/// are UTF-8, there are no folder entries, and an entry is stored when deflating does not shrink
/// it. Equal calls give equal bytes.
///
/// Limits: 65,535 entries and 4 GiB, the archive included (no ZIP64); past them the program stops,
/// since a caller bounds its output long before. Threads: one object, one thread.
class Writer {
 public:
  /// Deflate levels of libdeflate; 5 is a good half as fast again as 6 and 2 % larger.
  static constexpr int kFast = 5;

  /// @param modified the time of every entry, written as UTC in steps of two seconds; before
  ///                 1980 and after 2107 the nearest time that the format can tell
  explicit Writer(Moment modified, int level = kFast);
  ~Writer();

  /// @param name a relative path with '/', not used before
  void add(std::string_view name, std::string_view bytes);

  /// The whole archive. The object is spent afterwards.
  std::string finish();

 private:
  struct Compressor;
  std::unique_ptr<Compressor> compressor_;
  std::uint32_t time_ = 0;  // DOS date in the upper half, time in the lower
  std::string archive_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace chancery::archive
