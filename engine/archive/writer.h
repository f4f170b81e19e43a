#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace chancery::archive {

/// The content of an entry, ready for any archive.
struct Packed {
  std::string bytes;  ///< deflated, or as they came when that does not shrink them
  bool deflated = false;
  std::uint32_t checksum = 0;  ///< CRC-32 of what was packed
  std::uint32_t size = 0;      ///< of what was packed
};

/// Deflates. Making one costs more than packing a short document: keep it.
///
/// Threads: one object, one thread.
class Packer {
 public:
  /// Deflate levels of libdeflate; 5 is a good half as fast again as 6 and 2 % larger.
  static constexpr int kFast = 5;

  explicit Packer(int level = kFast);
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  Packed pack(std::string_view bytes);

 private:
  friend class Writer;
  struct Compressor;
  std::unique_ptr<Compressor> compressor_;
};

/// Writes a ZIP archive into memory: sizes stand in the local headers (no data descriptors), names
/// are UTF-8, there are no folder entries, and an entry is stored when deflating does not shrink
/// it. Equal calls give equal bytes.
///
/// Limits: 65,535 entries and 4 GiB, the archive included (no ZIP64); past them the program stops,
/// since a caller bounds its output long before. Threads: one object, one thread.
class Writer {
 public:
  static constexpr int kFast = Packer::kFast;

  /// @param modified the time of every entry, written as UTC in steps of two seconds; before
  ///                 1980 and after 2107 the nearest time that the format can tell
  explicit Writer(Moment modified, int level = kFast);
  /// @param packer outlives the writer
  Writer(Moment modified, Packer& packer);
  ~Writer();

  /// @param name a relative path with '/', not used before
  void add(std::string_view name, std::string_view bytes);
  void add(std::string_view name, const Packed& packed);
  /// Stores what is compressed already: pictures, archives.
  void store(std::string_view name, std::string_view bytes);

  void reserve(std::size_t bytes) { archive_.reserve(bytes); }

  /// The whole archive. The object is spent afterwards.
  std::string finish();

 private:
  struct Entry;
  void begin(std::string_view name, std::size_t size);
  void describe(std::string_view name, std::size_t offset, const Entry& entry);

  std::unique_ptr<Packer> own_;
  Packer& packer_;
  std::uint32_t time_ = 0;  // DOS date in the upper half, time in the lower
  std::string archive_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace chancery::archive
