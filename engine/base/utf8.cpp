#include "base/utf8.h"

#include <cstring>

namespace chancery::utf8 {
namespace {

// A byte that goes on with the character of those before it.
bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Length of the sequence of two to four bytes at `i`; 0 when it is not well formed.
std::size_t sequenceLength(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t left = text.size() - i;
  if (lead < 0xC2 || lead > 0xF4 || left < 2 || !continues(text[i + 1])) return 0;
  if (lead < 0xE0) return 2;
  const std::size_t length = lead < 0xF0 ? 3 : 4;
  if (left < length || !continues(text[i + 2]) || !continues(text[i + length - 1])) return 0;
  const auto second = static_cast<unsigned char>(text[i + 1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate = lead == 0xED && second >= 0xA0;
  const bool tooLarge = lead == 0xF4 && second >= 0x90;
  return overlong || surrogate || tooLarge ? 0 : length;
}

}  // namespace

std::size_t countCharacters(std::string_view text) {
  // Eight bytes at a time: one that continues a character begins with the bits 10.
  constexpr std::uint64_t kLowest = 0x0101010101010101;
  std::size_t continuing = 0;
  std::size_t i = 0;
  for (; i + sizeof kLowest <= text.size(); i += sizeof kLowest) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    continuing += (((bytes >> 7) & ~(bytes >> 6) & kLowest) * kLowest) >> 56;
  }
  for (; i < text.size(); ++i) continuing += continues(text[i]);
  return text.size() - continuing;
}

std::optional<std::size_t> findInvalid(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = sequenceLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

void append(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace chancery::utf8
