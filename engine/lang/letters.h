#pragma once

#include <string>
#include <string_view>

/// Letters of Russian and English: what office texts are made of.
namespace chancery::lang {

bool isUpper(char32_t c);
bool isLower(char32_t c);
inline bool isLetter(char32_t c) {
  return isUpper(c) || isLower(c);
}
char32_t toLower(char32_t c);
char32_t toUpper(char32_t c);

/// Well-formed UTF-8 in other case; characters that are no letters stay.
std::string toLower(std::string_view text);
std::string toUpper(std::string_view text);

}  // namespace chancery::lang
