#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The ZIP file format, as far as this room reads and writes it.
/// Source: PKWARE APPNOTE.TXT 6.3.9, 4.3 (structure) and 4.4 (fields).
namespace chancery::archive::zip {

inline constexpr std::uint32_t kLocalSignature = 0x04034b50;
inline constexpr std::uint32_t kCentralSignature = 0x02014b50;
inline constexpr std::uint32_t kEndSignature = 0x06054b50;

inline constexpr std::size_t kLocalSize = 30;
inline constexpr std::size_t kCentralSize = 46;
inline constexpr std::size_t kEndSize = 22;

inline constexpr std::uint16_t kStored = 0;
inline constexpr std::uint16_t kDeflated = 8;

inline constexpr std::uint16_t kEncryptedFlags = 0x2041;  // bits 0, 6 and 13 of 4.4.4
inline constexpr std::uint16_t kUtf8Flag = 0x0800;        // bit 11

inline constexpr std::uint16_t kVersion = 20;  // deflate and folders, 4.4.3.2

inline void put16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value & 0xFF));
  out.push_back(static_cast<char>((value >> 8) & 0xFF));
}
inline void put32(std::string& out, std::uint32_t value) {
  put16(out, value & 0xFFFF);
  put16(out, value >> 16);
}
inline std::uint16_t get16(std::string_view bytes, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
  return static_cast<std::uint16_t>(byte(0) | (byte(1) << 8));
}
inline std::uint32_t get32(std::string_view bytes, std::size_t offset) {
  return get16(bytes, offset) | (static_cast<std::uint32_t>(get16(bytes, offset + 2)) << 16);
}

}  // namespace chancery::archive::zip
