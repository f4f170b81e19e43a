#include "archive/reader.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "archive/format.h"
#include "archive/messages.h"
#include "base/utf8.h"

namespace chancery::archive {
namespace {

constexpr std::uint64_t kRatioMatters = 1u << 20;

struct Directory {
  std::size_t offset = 0;
  std::size_t end = 0;  // where the end record stands
  std::size_t entries = 0;
};

// The end record stands last, before a comment of at most 65,535 bytes (4.3.16). The comment's
// length must reach the end of the file exactly, so that a false record in a comment is passed by.
std::optional<std::size_t> findEnd(std::string_view bytes) {
  if (bytes.size() < zip::kEndSize) return std::nullopt;
  const std::size_t last = bytes.size() - zip::kEndSize;
  const std::size_t first = last > 0xFFFF ? last - 0xFFFF : 0;
  for (std::size_t at = last + 1; at-- > first;) {
    if (zip::get32(bytes, at) == zip::kEndSignature &&
        at + zip::kEndSize + zip::get16(bytes, at + 20) == bytes.size()) {
      return at;
    }
  }
  return std::nullopt;
}

bool isSafeName(std::string_view name) {
  if (name.empty() || name.front() == '/' || utf8::findInvalid(name)) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':') return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view segment = name.substr(at, end - at);
    const bool folderEnd = segment.empty() && end == name.size();
    if (segment == "." || segment == ".." || (segment.empty() && !folderEnd)) return false;
    at = end + 1;
  }
  return true;
}

// OPC compares part names without regard to ASCII letter case (ECMA-376-2, 9.1.1), and so do
// some file systems.
std::string foldCase(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

// Reads and judges the central directory.
class DirectoryReader {
 public:
  DirectoryReader(std::string_view bytes, const std::string& file, const Limits& limits,
                  Diagnostics& diagnostics)
      : bytes_(bytes), file_(file), limits_(limits), diagnostics_(diagnostics) {}

  bool read(std::vector<Entry>& entries) {
    const auto directory = findDirectory();
    if (!directory) return false;
    const std::size_t errors = diagnostics_.errorCount();
    std::size_t at = directory->offset;
    for (std::size_t i = 0; i < directory->entries; ++i) {
      if (!readEntry(*directory, at, entries)) return false;
    }
    if (at != directory->end) return fail(kDamagedDirectory);
    checkOverlap();
    return diagnostics_.errorCount() == errors;
  }

 private:
  bool fail(const Message& message, std::vector<std::string> arguments = {}) {
    diagnostics_.error(message, {file_}, std::move(arguments)).hint(hints::kSendAgain);
    return false;
  }
  void refuse(const Message& message, std::vector<std::string> arguments) {
    diagnostics_.error(message, {file_}, std::move(arguments)).hint(hints::kSaveAgain);
  }

  std::optional<Directory> findDirectory() {
    const auto end = findEnd(bytes_);
    if (!end) {
      fail(kNotArchive);
      return std::nullopt;
    }
    const std::size_t entries = zip::get16(bytes_, *end + 10);
    const std::size_t size = zip::get32(bytes_, *end + 12);
    const std::size_t offset = zip::get32(bytes_, *end + 16);
    const bool volumes =
        zip::get32(bytes_, *end + 4) != 0 || zip::get16(bytes_, *end + 8) != entries;
    if (volumes || entries == 0xFFFF || size == 0xFFFFFFFF || offset == 0xFFFFFFFF) {
      refuse(kUnsupportedArchive, {});
      return std::nullopt;
    }
    if (entries > limits_.entries) {
      refuse(kTooManyEntries, {std::to_string(entries), std::to_string(limits_.entries)});
      return std::nullopt;
    }
    if (offset + size != *end) {
      fail(kDamagedDirectory);
      return std::nullopt;
    }
    return Directory{offset, *end, entries};
  }

  // False when the directory cannot be followed any further.
  bool readEntry(const Directory& directory, std::size_t& at, std::vector<Entry>& entries) {
    if (at + zip::kCentralSize > directory.end ||
        zip::get32(bytes_, at) != zip::kCentralSignature) {
      return fail(kDamagedDirectory);
    }
    const std::size_t nameLength = zip::get16(bytes_, at + 28);
    const std::size_t next = at + zip::kCentralSize + nameLength + zip::get16(bytes_, at + 30) +
                             zip::get16(bytes_, at + 32);
    if (next > directory.end) return fail(kDamagedDirectory);
    Entry entry;
    entry.name = bytes_.substr(at + zip::kCentralSize, nameLength);
    entry.checksum = zip::get32(bytes_, at + 16);
    entry.packedSize = zip::get32(bytes_, at + 20);
    entry.size = zip::get32(bytes_, at + 24);
    const std::uint16_t flags = zip::get16(bytes_, at + 8);
    const std::uint16_t method = zip::get16(bytes_, at + 10);
    const std::size_t local = zip::get32(bytes_, at + 42);
    at = next;

    if (!isSafeName(entry.name)) {
      refuse(kUnsafeName, {utf8::findInvalid(entry.name) ? "?" : entry.name});
      return true;
    }
    if (!names_.insert(foldCase(entry.name)).second) refuse(kDuplicateName, {entry.name});
    if ((flags & zip::kEncryptedFlags) != 0) refuse(kEncrypted, {entry.name});
    if (method != zip::kStored && method != zip::kDeflated) {
      refuse(kUnknownMethod, {entry.name, std::to_string(method)});
    }
    entry.deflated = method == zip::kDeflated;
    checkSizes(entry);
    if (!locate(entry, local, method, directory)) return true;
    if (entry.name.back() != '/') entries.push_back(std::move(entry));
    return true;
  }

  void checkSizes(const Entry& entry) {
    if (!entry.deflated && entry.size != entry.packedSize) fail(kDamagedEntry, {entry.name});
    if (entry.size > limits_.entryBytes) {
      refuse(kEntryTooLarge, {entry.name, std::to_string(limits_.entryBytes)});
    } else if (entry.size > kRatioMatters && entry.size / limits_.ratio > entry.packedSize) {
      refuse(kSuspiciousRatio, {entry.name});
    }
    const bool within = total_ <= limits_.totalBytes;
    total_ += entry.size;
    if (within && total_ > limits_.totalBytes) {
      refuse(kArchiveTooLarge, {std::to_string(limits_.totalBytes)});
    }
  }

  // Finds the entry's data behind its local header, which must tell the same name and method.
  bool locate(Entry& entry, std::size_t local, std::uint16_t method, const Directory& directory) {
    if (local + zip::kLocalSize > directory.offset ||
        zip::get32(bytes_, local) != zip::kLocalSignature ||
        zip::get16(bytes_, local + 8) != method) {
      return fail(kDamagedEntry, {entry.name});
    }
    const std::size_t nameLength = zip::get16(bytes_, local + 26);
    const std::size_t data = local + zip::kLocalSize + nameLength + zip::get16(bytes_, local + 28);
    if (data + entry.packedSize > directory.offset ||
        bytes_.substr(local + zip::kLocalSize, nameLength) != entry.name) {
      return fail(kDamagedEntry, {entry.name});
    }
    entry.dataOffset = data;
    spans_.push_back({local, data + entry.packedSize, entry.name});
    return true;
  }

  // Entries that share bytes make a bomb out of a small file.
  void checkOverlap() {
    std::sort(spans_.begin(), spans_.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < spans_.size(); ++i) {
      if (spans_[i].begin < spans_[i - 1].end) {
        refuse(kOverlap, {spans_[i].name});
        return;
      }
    }
  }

  struct Span {
    std::size_t begin;
    std::size_t end;
    std::string name;
  };

  std::string_view bytes_;
  const std::string& file_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string> names_;
  std::vector<Span> spans_;
  std::uint64_t total_ = 0;
};

}  // namespace

std::optional<Reader> Reader::open(std::string_view bytes, std::string file, const Limits& limits,
                                   Diagnostics& diagnostics) {
  Reader reader(bytes, std::move(file));
  DirectoryReader directory(bytes, reader.file_, limits, diagnostics);
  if (!directory.read(reader.entries_)) return std::nullopt;
  return reader;
}

const Entry* Reader::find(std::string_view name) const {
  const auto at = std::find_if(entries_.begin(), entries_.end(),
                               [&](const Entry& entry) { return entry.name == name; });
  return at == entries_.end() ? nullptr : &*at;
}

std::optional<std::string> Reader::read(const Entry& entry, Diagnostics& diagnostics) const {
  const std::string_view packed = bytes_.substr(entry.dataOffset, entry.packedSize);
  std::string bytes;
  bool whole = true;
  if (entry.deflated) {
    bytes.resize(entry.size);
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    // With no place for the result's size libdeflate insists on exactly `entry.size` bytes.
    std::size_t used = 0;
    whole = libdeflate_deflate_decompress_ex(decompressor.get(), packed.data(), packed.size(),
                                             bytes.data(), bytes.size(), &used,
                                             nullptr) == LIBDEFLATE_SUCCESS &&
            used == packed.size();
  } else {
    bytes = packed;
  }
  if (!whole || libdeflate_crc32(0, bytes.data(), bytes.size()) != entry.checksum) {
    diagnostics.error(kDamagedEntry, {file_}, {entry.name}).hint(hints::kSendAgain);
    return std::nullopt;
  }
  return bytes;
}

}  // namespace chancery::archive
