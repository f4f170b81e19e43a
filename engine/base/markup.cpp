#include "base/markup.h"

#include <array>
#include <charconv>

namespace chancery {
namespace {

// Bytes at which copying must stop and think: markup, control characters, and the lead byte of
// U+F000 … U+FFFF, where the two forbidden code points U+FFFE and U+FFFF stand.
constexpr std::array<bool, 256> makeSpecial() {
  std::array<bool, 256> special{};
  for (std::size_t c = 0; c < 0x20; ++c) special[c] = true;
  for (const char c : {'&', '<', '>', '"'}) special[static_cast<unsigned char>(c)] = true;
  special[0xEF] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = makeSpecial();

struct Replacement {
  std::size_t length;  // bytes of the input that it stands for
  std::string_view text;
};

Replacement replacementAt(std::string_view rest) {
  switch (rest.front()) {
    case '&':
      return {1, "&amp;"};
    case '<':
      return {1, "&lt;"};
    case '>':
      return {1, "&gt;"};
    case '"':
      return {1, "&quot;"};
    case '\t':
      return {1, "\t"};
    case '\n':
      return {1, "\n"};
    case '\xEF':
      if (rest.substr(1, 2) == "\xBF\xBE" || rest.substr(1, 2) == "\xBF\xBF") return {3, ""};
      return {1, "\xEF"};
    default:
      return {1, ""};  // a control character
  }
}

}  // namespace

void appendEscaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!kSpecial[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const Replacement replacement = replacementAt(text.substr(at));
    out.append(text, copied, at - copied).append(replacement.text);
    at += replacement.length;
    copied = at;
  }
  out.append(text, copied);
}

Markup& Markup::number(std::int64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
  return *this;
}

Markup& Markup::attribute(std::string_view name, std::string_view value) {
  return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}

Markup& Markup::attribute(std::string_view name, std::int64_t value) {
  return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
}

}  // namespace chancery
