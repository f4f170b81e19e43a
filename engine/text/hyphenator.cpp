#include "text/hyphenator.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"

namespace chancery::text {
namespace {

constexpr std::size_t kLargestFile = 4 << 20;
constexpr std::size_t kLeast = 2;  // letters on either side
constexpr std::size_t kShortestWord = 5;
constexpr std::size_t kLongestAbbreviation = 7;  // подразд.

// Numbers of letters: а … я are 1 … 32, ё is 33.
constexpr char kEdge = 0;
constexpr char kIo = 33;
constexpr std::string_view kVowels("\x01\x06\x09\x0F\x14\x1C\x1E\x1F\x20\x21");  // аеиоуыэюяё
constexpr std::string_view kClinging("\x0A\x1B\x1D");                            // йъь

/// 0 for what is no small Russian letter.
char numberOf(char32_t c) {
  if (c == U'ё') return kIo;
  return c >= U'а' && c <= U'я' ? static_cast<char>(c - U'а' + 1) : '\0';
}

char32_t toSmall(char32_t c) {
  if (c == U'Ё') return U'ё';
  return c >= U'А' && c <= U'Я' ? c + (U'а' - U'А') : c;
}

bool isCombining(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

bool isSpaceThatHolds(char32_t c) {
  return c == 0xA0 || c == 0x202F;
}

bool isAround(char32_t c) {
  constexpr std::u32string_view kMarks = U".,;:!?…()[]«»„“”\"–—";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// RFC 1489; only small Russian letters and ASCII, all that patterns are made of.
std::u32string fromKoi8(std::string_view line) {
  constexpr std::u32string_view kLetters = U"юабцдефгхийклмнопярстужвьызшэщчъ";  // from 0xC0
  std::u32string result;
  for (const char one : line) {
    const auto byte = static_cast<unsigned char>(one);
    char32_t c = byte;
    if (byte >= 0xC0 && byte < 0xE0) c = kLetters[byte - 0xC0];
    if (byte == 0xA3) c = U'ё';
    result += c;
  }
  return result;
}

std::u32string fromUtf8(std::string_view line) {
  std::u32string result;
  if (utf8::findInvalid(line)) return result;
  for (std::size_t at = 0; at < line.size();) result += utf8::next(line, at);
  return result;
}

std::string_view takeLine(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Hyphenator> Hyphenator::load(const std::string& path) {
  const auto file = findFile(path, kLargestFile);
  return file ? parse(*file) : std::nullopt;
}

std::optional<Hyphenator> Hyphenator::parse(std::string_view file) {
  const std::string_view encoding = takeLine(file);
  if (encoding != "KOI8-R" && encoding != "UTF-8") return std::nullopt;
  Hyphenator result;
  while (!file.empty()) {
    const std::string_view line = takeLine(file);
    result.addPattern(encoding == "UTF-8" ? fromUtf8(line) : fromKoi8(line));
  }
  if (result.patterns_.empty()) return std::nullopt;
  return result;
}

void Hyphenator::addPattern(std::u32string_view line) {
  std::string letters;
  std::string levels(1, 0);
  for (const char32_t c : line) {
    if (c >= U'0' && c <= U'9') {
      levels.back() = static_cast<char>(c - U'0');
      continue;
    }
    const char number = c == U'.' ? kEdge : numberOf(c);
    if (number == 0 && c != U'.') return;
    letters += number;
    levels += '\0';
  }
  if (letters.empty()) return;
  longest_ = std::max(longest_, letters.size());
  patterns_.insert_or_assign(std::move(letters), std::move(levels));
}

void Hyphenator::divide(std::string_view chunk, std::vector<std::size_t>& offsets) const {
  offsets.clear();
  std::size_t start = 0;
  for (std::size_t at = 0; at < chunk.size();) {
    const std::size_t here = at;
    if (!isSpaceThatHolds(utf8::next(chunk, at))) continue;
    divideWord(chunk.substr(start, here - start), start, offsets);
    start = at;
  }
  divideWord(chunk.substr(start), start, offsets);
}

/// The highest level before each letter and after the last one, edges included in `letters`.
std::string Hyphenator::levelsOf(const std::string& letters) const {
  std::string levels(letters.size() + 1, 0);
  for (std::size_t from = 0; from < letters.size(); ++from) {
    const std::size_t most = std::min(longest_, letters.size() - from);
    for (std::size_t length = 1; length <= most; ++length) {
      const auto found = patterns_.find(std::string_view(letters).substr(from, length));
      if (found == patterns_.end()) continue;
      for (std::size_t i = 0; i <= length; ++i) {
        levels[from + i] = std::max(levels[from + i], found->second[i]);
      }
    }
  }
  return levels;
}

void Hyphenator::divideWord(std::string_view word, std::size_t start,
                            std::vector<std::size_t>& offsets) const {
  std::string letters(1, kEdge);
  std::vector<std::size_t> places;  // of the letters
  bool ended = false;               // marks came after the letters
  char32_t mark = 0;                // the first of them
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::next(word, at);
    if (isAround(c)) {
      ended = !places.empty();
      if (ended && mark == 0) mark = c;
      continue;
    }
    if (isCombining(c) && !places.empty() && !ended) continue;
    const char number = numberOf(places.empty() ? toSmall(c) : c);
    if (number == 0 || ended) return;
    letters += number;
    places.push_back(start + here);
  }
  const std::size_t count = places.size();
  if (count < kShortestWord || (mark == U'.' && count <= kLongestAbbreviation)) return;

  letters += kEdge;
  const std::string levels = levelsOf(letters);
  const std::string_view inside = std::string_view(letters).substr(1, count);
  const auto hasVowel = [](std::string_view part) {
    return part.find_first_of(kVowels) != std::string_view::npos;
  };
  for (std::size_t i = kLeast; i + kLeast <= count; ++i) {
    if (levels[i + 1] % 2 == 0 || kClinging.find(inside[i]) != std::string_view::npos) continue;
    if (hasVowel(inside.substr(0, i)) && hasVowel(inside.substr(i))) offsets.push_back(places[i]);
  }
}

}  // namespace chancery::text
