#include "diagram/measure.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace chancery::diagram {
namespace {

/// Hundredths of the font's size, from U+0020 on.
constexpr std::array<std::uint8_t, 95> kLatin = {
    32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69,  62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};
/// From U+0410 (А) to U+044F (я).
constexpr std::array<std::uint8_t, 64> kCyrillic = {
    69, 69, 69,  61,  79, 64, 108, 65, 75,  75, 71, 76, 87, 76, 79, 76, 61, 70, 62, 61, 87, 69,
    78, 69, 107, 110, 84, 89, 69,  70, 108, 70, 62, 62, 59, 53, 70, 62, 91, 54, 65, 65, 61, 64,
    76, 66, 62,  66,  64, 55, 59,  60, 86,  60, 69, 60, 92, 95, 71, 79, 59, 55, 85, 61};
constexpr int kWidest = 140;
constexpr int kBoldPercent = 127;
constexpr int kBoldSmallPercent = 118;  // Cyrillic small letters grow less

int hundredthsOf(char32_t c) {
  if (c >= 0x20 && c < 0x20 + kLatin.size()) return kLatin[c - 0x20];
  if (c >= 0x410 && c < 0x410 + kCyrillic.size()) return kCyrillic[c - 0x410];
  switch (c) {
    case U'\u00A0':
      return 32;
    case U'ё':
    case U'Ё':
    case U'«':
    case U'»':
      return 64;
    case U'–':
    case U'„':
    case U'“':
      return 53;
    default:
      return kWidest;
  }
}

bool isBreak(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

class Wrapper {
 public:
  explicit Wrapper(const WrapLimits& limits)
      : limits_(limits), most_(std::max(limits.width, limits.size * 3)) {}

  std::vector<std::string> run(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !isFull_) {
      if (text[at] == '\n') {
        end();
        ++at;
      } else if (isBreak(text[at])) {
        ++at;
      } else {
        at = word(text, at);
      }
    }
    if (!isFull_ && !line_.empty()) end();
    return std::move(lines_);
  }

 private:
  std::size_t word(std::string_view text, std::size_t from) {
    std::size_t to = from;
    while (to < text.size() && !isBreak(text[to]) && text[to] != '\n' && to - from < kLongestWord) {
      utf8::next(text, to);
    }
    const std::string_view word = text.substr(from, to - from);
    const std::string joined = line_.empty() ? std::string(word) : line_ + ' ' + std::string(word);
    if (fits(joined)) {
      line_ = joined;
    } else {
      if (!line_.empty()) end();
      if (!isFull_) broken(word);
    }
    return to;
  }

  // The beginning of a word that is wider than the box stands alone.
  void broken(std::string_view word) {
    for (std::size_t at = 0; at < word.size() && !isFull_;) {
      std::size_t next = at;
      utf8::next(word, next);
      const std::string longer = line_ + std::string(word.substr(at, next - at));
      if (!line_.empty() && !fits(longer)) {
        end();
        continue;
      }
      line_ = longer;
      at = next;
    }
  }

  void end() {
    if (lines_.size() == limits_.lines) {
      isFull_ = true;
      if (!lines_.empty()) shorten(lines_.back());
      return;
    }
    lines_.push_back(std::move(line_));
    line_.clear();
  }

  // The last line makes room for the dots.
  void shorten(std::string& line) const {
    while (!line.empty() && !fits(line + "…")) {
      while ((static_cast<unsigned char>(line.back()) & 0xC0) == 0x80) line.pop_back();
      line.pop_back();
    }
    line += "…";
  }

  bool fits(const std::string& line) const {
    return widthOf(line, limits_.size, limits_.isBold) <= most_;
  }

  static constexpr std::size_t kLongestWord = 400;  // bytes; measured again for each character

  const WrapLimits& limits_;
  int most_;
  bool isFull_ = false;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

int widthOf(std::string_view text, int size, bool isBold) {
  std::int64_t sum = 0;  // of hundredths of hundredths
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    const bool isSmall = c >= U'а' && c <= U'я';
    sum += hundredthsOf(c) * (!isBold ? 100 : isSmall ? kBoldSmallPercent : kBoldPercent);
  }
  return static_cast<int>((sum * size + 9999) / 10000);
}

std::vector<std::string> wrap(std::string_view text, const WrapLimits& limits) {
  return Wrapper(limits).run(text);
}

int widthOf(const std::vector<std::string>& lines, int size, bool isBold) {
  int width = 0;
  for (const std::string& line : lines) width = std::max(width, widthOf(line, size, isBold));
  return width;
}

}  // namespace chancery::diagram
