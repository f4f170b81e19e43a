#include "base/suggest.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery {
namespace {

std::u32string decode(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) result += utf8::next(text, i);
  return result;
}

char32_t lower(char32_t c) {
  const bool latin = c >= U'A' && c <= U'Z';
  const bool cyrillic = c >= U'А' && c <= U'Я';
  return latin || cyrillic ? c + 0x20 : c == U'Ё' ? U'ё' : c;
}

bool sameLetters(const std::u32string& a, const std::u32string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char32_t x, char32_t y) { return lower(x) == lower(y); });
}

// Optimal string alignment distance, doubled so that a difference of case alone costs one half.
int distance(const std::u32string& a, const std::u32string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<int> table((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> int& { return table[i * width + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = static_cast<int>(2 * i);
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = static_cast<int>(2 * j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replace = a[i - 1] == b[j - 1] ? 0 : lower(a[i - 1]) == lower(b[j - 1]) ? 1 : 2;
      int best = std::min({at(i - 1, j) + 2, at(i, j - 1) + 2, at(i - 1, j - 1) + replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, at(i - 2, j - 2) + 2);
      }
      at(i, j) = best;
    }
  }
  return at(a.size(), b.size());
}

}  // namespace

std::optional<std::string> suggest(std::string_view name, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 64;  // the table is quadratic, and no name of ours is longer
  const std::u32string wanted = decode(name);
  if (wanted.size() > kLongest) return std::nullopt;
  const int allowed = std::max(2, static_cast<int>(2 * wanted.size() / 3));
  std::optional<std::string> best;
  int least = allowed + 1;
  for (const std::string& candidate : known) {
    const std::u32string text = decode(candidate);
    if (text.size() > kLongest) continue;
    const int d = sameLetters(wanted, text) ? 1 : distance(wanted, text);
    if (d < least && d < static_cast<int>(2 * text.size())) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

std::string joined(const std::vector<std::string>& names, std::string_view separator) {
  std::string result;
  for (const std::string& name : names) {
    if (!result.empty()) result += separator;
    result += name;
  }
  return result;
}

}  // namespace chancery
