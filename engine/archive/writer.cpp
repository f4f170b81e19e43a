#include "archive/writer.h"

#include <libdeflate.h>

#include <algorithm>

#include "archive/format.h"
#include "base/error.h"

namespace chancery::archive {
namespace {

constexpr std::size_t kMostBytes = 0xFFFFFFFF;
constexpr std::uint32_t kMostEntries = 0xFFFF;

// 4.4.6: MS-DOS date in the upper half, time in the lower, seconds halved.
std::uint32_t toDosTime(Moment moment) {
  constexpr std::int64_t kSecondsOfDay = 86400;
  const std::int64_t first = toDayNumber({1980, 1, 1}) * kSecondsOfDay;
  const std::int64_t last = toDayNumber({2108, 1, 1}) * kSecondsOfDay - 1;
  const std::int64_t seconds = std::clamp(moment.milliseconds / 1000, first, last);
  const Date date = fromDayNumber(seconds / kSecondsOfDay);
  const auto ofDay = static_cast<std::uint32_t>(seconds % kSecondsOfDay);
  const auto day =
      static_cast<std::uint32_t>(((date.year - 1980) << 9) | (date.month << 5) | date.day);
  return (day << 16) | ((ofDay / 3600) << 11) | ((ofDay / 60 % 60) << 5) | (ofDay % 60 / 2);
}

}  // namespace

struct Packer::Compressor {
  explicit Compressor(int level) : handle(libdeflate_alloc_compressor(level)) {
    check(handle != nullptr, "a deflate level that exists");
  }
  ~Compressor() { libdeflate_free_compressor(handle); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  // Result: 0 when `room` is too small.
  std::size_t deflate(std::string_view bytes, char* out, std::size_t room) const {
    return libdeflate_deflate_compress(handle, bytes.data(), bytes.size(), out, room);
  }

  libdeflate_compressor* handle;
};

Packer::Packer(int level) : compressor_(std::make_unique<Compressor>(level)) {}
Packer::~Packer() = default;

Packed Packer::pack(std::string_view bytes) {
  Packed packed;
  packed.checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
  packed.size = static_cast<std::uint32_t>(bytes.size());
  packed.bytes.resize(bytes.size());
  const std::size_t size =
      bytes.empty() ? 0 : compressor_->deflate(bytes, packed.bytes.data(), bytes.size() - 1);
  packed.deflated = size > 0;
  if (packed.deflated) {
    packed.bytes.resize(size);
    packed.bytes.shrink_to_fit();
  } else {
    packed.bytes = bytes;
  }
  return packed;
}

/// How an entry's bytes stand in the archive.
struct Writer::Entry {
  bool deflated = false;
  std::uint32_t checksum = 0;
  std::uint32_t packed = 0;
  std::uint32_t size = 0;
};

Writer::Writer(Moment modified, int level)
    : own_(std::make_unique<Packer>(level)), packer_(*own_), time_(toDosTime(modified)) {}

Writer::Writer(Moment modified, Packer& packer) : packer_(packer), time_(toDosTime(modified)) {}

Writer::~Writer() = default;

// Leaves room for the local header and the name.
void Writer::begin(std::string_view name, std::size_t size) {
  check(count_ < kMostEntries && name.size() <= 0xFFFF, "a ZIP archive's entries are counted");
  check(size < kMostBytes - archive_.size() - 0x20000, "a ZIP archive is within 4 GiB");
  ++count_;
  archive_.resize(archive_.size() + zip::kLocalSize + name.size());
}

void Writer::add(std::string_view name, std::string_view bytes) {
  const std::size_t offset = archive_.size();
  begin(name, bytes.size());
  const std::size_t data = archive_.size();
  // Room for one byte less than the input: what does not fit is not worth deflating.
  archive_.resize(data + bytes.size());
  const std::size_t deflated =
      bytes.empty() ? 0
                    : packer_.compressor_->deflate(bytes, archive_.data() + data, bytes.size() - 1);
  if (deflated == 0) {
    std::copy(bytes.begin(), bytes.end(), archive_.begin() + static_cast<std::ptrdiff_t>(data));
  }
  const std::size_t size = deflated == 0 ? bytes.size() : deflated;
  archive_.resize(data + size);
  describe(name, offset,
           {deflated > 0, libdeflate_crc32(0, bytes.data(), bytes.size()),
            static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(bytes.size())});
}

void Writer::add(std::string_view name, const Packed& packed) {
  const std::size_t offset = archive_.size();
  begin(name, packed.bytes.size());
  archive_ += packed.bytes;
  describe(name, offset,
           {packed.deflated, packed.checksum, static_cast<std::uint32_t>(packed.bytes.size()),
            packed.size});
}

void Writer::store(std::string_view name, std::string_view bytes) {
  const std::size_t offset = archive_.size();
  begin(name, bytes.size());
  archive_ += bytes;
  const auto size = static_cast<std::uint32_t>(bytes.size());
  describe(name, offset, {false, libdeflate_crc32(0, bytes.data(), bytes.size()), size, size});
}

void Writer::describe(std::string_view name, std::size_t offset, const Entry& entry) {
  std::string common;  // the fields that 4.3.7 and 4.3.12 share
  zip::put16(common, zip::kVersion);
  zip::put16(common, zip::kUtf8Flag);
  zip::put16(common, entry.deflated ? zip::kDeflated : zip::kStored);
  zip::put32(common, time_);
  zip::put32(common, entry.checksum);
  zip::put32(common, entry.packed);
  zip::put32(common, entry.size);
  zip::put16(common, static_cast<std::uint32_t>(name.size()));
  zip::put16(common, 0);  // no extra field

  std::string local;
  zip::put32(local, zip::kLocalSignature);
  local.append(common).append(name);
  std::copy(local.begin(), local.end(), archive_.begin() + static_cast<std::ptrdiff_t>(offset));

  zip::put32(directory_, zip::kCentralSignature);
  zip::put16(directory_, zip::kVersion);
  directory_ += common;
  directory_.append(10, '\0');  // no comment; disk 0; no attributes
  zip::put32(directory_, static_cast<std::uint32_t>(offset));
  directory_ += name;
}

std::string Writer::finish() {
  check(archive_.size() + directory_.size() < kMostBytes, "a ZIP archive is within 4 GiB");
  const auto offset = static_cast<std::uint32_t>(archive_.size());
  archive_ += directory_;
  zip::put32(archive_, zip::kEndSignature);
  zip::put32(archive_, 0);  // disk 0 of 0
  zip::put16(archive_, count_);
  zip::put16(archive_, count_);
  zip::put32(archive_, static_cast<std::uint32_t>(directory_.size()));
  zip::put32(archive_, offset);
  zip::put16(archive_, 0);  // no comment
  return std::move(archive_);
}

}  // namespace chancery::archive
