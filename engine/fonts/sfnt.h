#pragma once

#include <hb.h>

#include <cstdint>
#include <utility>

namespace chancery::fonts {

/// One table of a face as bytes; absent tables are empty. Numbers are big-endian (OpenType, "Data
/// types"); the caller checks `size` first. Private to this room.
class Table {
 public:
  Table() : blob_(hb_blob_get_empty()) {}
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) { readBytes(); }
  ~Table() { hb_blob_destroy(blob_); }
  Table(Table&& other) noexcept : Table() { swap(other); }
  Table& operator=(Table&& other) noexcept {
    swap(other);
    return *this;
  }

  int size() const { return static_cast<int>(size_); }
  int unsigned16(int offset) const { return bytes_[offset] << 8 | bytes_[offset + 1]; }
  int signed16(int offset) const { return static_cast<std::int16_t>(unsigned16(offset)); }
  std::int32_t signed32(int offset) const {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(unsigned16(offset)) << 16 |
                                     static_cast<std::uint32_t>(unsigned16(offset + 2)));
  }

 private:
  void readBytes() {
    bytes_ = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob_, &size_));
  }
  void swap(Table& other) {
    std::swap(blob_, other.blob_);
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
  }

  hb_blob_t* blob_;
  const unsigned char* bytes_ = nullptr;
  unsigned size_ = 0;
};

}  // namespace chancery::fonts
