#include "data/text.h"

#include <cstdio>

namespace chancery::data {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t';
}

std::string hexadecimal(unsigned code) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04X", code);
  return buffer;
}

}  // namespace

std::string cleanText(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

std::optional<std::string> findForbidden(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return hexadecimal(byte);
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    if (byte == 0xEF && text.substr(i, 2) == "\xEF\xBF" && i + 2 < text.size() &&
        static_cast<unsigned char>(text[i + 2]) >= 0xBE) {
      return hexadecimal(0xFFC0u + static_cast<unsigned char>(text[i + 2]) - 0x80u);
    }
  }
  return std::nullopt;
}

std::string withoutIndent(std::string_view text) {
  std::string result;
  std::size_t start = 0;
  while (start <= text.size()) {
    std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    std::size_t from = start;
    std::size_t to = end;
    while (from < to && isBlank(text[from])) ++from;
    while (to > from && isBlank(text[to - 1])) --to;
    if (start > 0) result += '\n';
    result += text.substr(from, to - from);
    start = end + 1;
  }
  const std::size_t first = result.find_first_not_of('\n');
  if (first == std::string::npos) return "";
  return result.substr(first, result.find_last_not_of('\n') - first + 1);
}

}  // namespace chancery::data
