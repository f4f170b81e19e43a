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
char32_t next(std::string_view text, std::size_t& offset);

void append(std::string& text, char32_t character);

}  // namespace chancery::utf8
