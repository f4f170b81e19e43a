#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chancery::utf8 {

/// Number of code points in well-formed UTF-8.
std::size_t countCharacters(std::string_view text);

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values
/// above U+10FFFF included), or nothing when all of it is.
std::optional<std::size_t> findInvalid(std::string_view text);

/// Decodes the character at `offset` and moves `offset` past it. The text must be well formed.
inline char32_t next(std::string_view text, std::size_t& offset) {
  const auto lead = static_cast<unsigned char>(text[offset++]);
  if (lead < 0x80) return lead;
  const int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t character = lead & (0x3F >> following);
  for (int k = 0; k < following && offset < text.size(); ++k) {
    character = (character << 6) | (static_cast<unsigned char>(text[offset++]) & 0x3F);
  }
  return character;
}

void append(std::string& text, char32_t character);

}  // namespace chancery::utf8
