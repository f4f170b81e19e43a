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

struct Writer::Compressor {
  explicit Compressor(int level) : handle(libdeflate_alloc_compressor(level)) {
    check(handle != nullptr, "a deflate level that exists");
  }
  ~Compressor() { libdeflate_free_compressor(handle); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  libdeflate_compressor* handle;
};

Writer::Writer(Moment modified, int level)
    : compressor_(std::make_unique<Compressor>(level)), time_(toDosTime(modified)) {}

Writer::~Writer() = default;

void Writer::add(std::string_view name, std::string_view bytes) {
  check(count_ < kMostEntries && name.size() <= 0xFFFF, "a ZIP archive's entries are counted");
  check(bytes.size() < kMostBytes - archive_.size() - 0x20000, "a ZIP archive is within 4 GiB");
  ++count_;
  const auto offset = static_cast<std::uint32_t>(archive_.size());
  const std::size_t data = archive_.size() + zip::kLocalSize + name.size();

  // Room for one byte less than the input: what does not fit is not worth deflating.
  archive_.resize(data + bytes.size());
  const std::size_t deflated =
      bytes.empty() ? 0
                    : libdeflate_deflate_compress(compressor_->handle, bytes.data(), bytes.size(),
                                                  archive_.data() + data, bytes.size() - 1);
  if (deflated == 0)
    std::copy(bytes.begin(), bytes.end(), archive_.begin() + static_cast<std::ptrdiff_t>(data));
  const std::size_t size = deflated == 0 ? bytes.size() : deflated;
  archive_.resize(data + size);

  std::string common;  // the fields that 4.3.7 and 4.3.12 share
  zip::put16(common, zip::kVersion);
  zip::put16(common, zip::kUtf8Flag);
  zip::put16(common, deflated == 0 ? zip::kStored : zip::kDeflated);
  zip::put32(common, time_);
  zip::put32(common, libdeflate_crc32(0, bytes.data(), bytes.size()));
  zip::put32(common, static_cast<std::uint32_t>(size));
  zip::put32(common, static_cast<std::uint32_t>(bytes.size()));
  zip::put16(common, static_cast<std::uint32_t>(name.size()));
  zip::put16(common, 0);  // no extra field

  std::string local;
  zip::put32(local, zip::kLocalSignature);
  local.append(common).append(name);
  std::copy(local.begin(), local.end(), archive_.begin() + offset);

  zip::put32(directory_, zip::kCentralSignature);
  zip::put16(directory_, zip::kVersion);
  directory_ += common;
  directory_.append(10, '\0');  // no comment; disk 0; no attributes
  zip::put32(directory_, offset);
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
