#include "xml/attribute_words.h"

#include <algorithm>

namespace chancery::xml {

std::vector<std::string> splitList(std::string_view text) {
  std::vector<std::string> result;
  while (true) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return result;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", start), text.size());
    result.emplace_back(text.substr(start, end - start));
    text.remove_prefix(end);
  }
}

bool isIdentifier(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

}  // namespace chancery::xml
