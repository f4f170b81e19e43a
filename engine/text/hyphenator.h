#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery::text {

/// Where a Russian word may be divided at the end of a line.
///
/// Liang's algorithm over patterns in the format of TeX and libhyphen: letters with digits between
/// them, an odd digit allows a division, the highest one counts.
/// Threads: safe once made. Source: F. Liang, Word Hy-phen-a-tion by Com-put-er; Правила русской
/// орфографии и пунктуации, §§ 117–119.
class Hyphenator {
 public:
  /// Where the package hyphen-ru puts its patterns.
  static constexpr std::string_view kSystemPatterns = "/usr/share/hyphen/hyph_ru_RU.dic";

  /// Nothing when the file is missing or no patterns can be read from it.
  static std::optional<Hyphenator> load(const std::string& path);

  /// Reads patterns; the first line tells the encoding (KOI8-R or UTF-8). Lines that are no
  /// patterns of Russian letters are passed over. Nothing when there are none or the encoding is
  /// unknown.
  static std::optional<Hyphenator> parse(std::string_view file);

  /// Finds the divisions of a chunk of text: a word with the punctuation around it, or several that
  /// no-break spaces hold together.
  ///
  /// A word is divided only between letters, with at least two of them on either side and a vowel
  /// among them, never before ь, ъ, й. Not divided: words of less than five letters, capitals
  /// («МБОУ»), words with digits, with Latin letters, with a hyphen (they have a place of their
  /// own), with soft hyphens (which say where), with any other mark inside («и/или», «уч.год»), and
  /// short words before a point, which may be abbreviations.
  ///
  /// @param offsets gets the byte offsets of the letters that would begin the next line, ascending
  void divide(std::string_view chunk, std::vector<std::size_t>& offsets) const;

 private:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  void addPattern(std::u32string_view line);
  void divideWord(std::string_view word, std::size_t start,
                  std::vector<std::size_t>& offsets) const;
  std::string levelsOf(const std::string& letters) const;

  // Letters as their numbers (a point, the word's edge, is 0) → the digits before each and the end.
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> patterns_;
  std::size_t longest_ = 0;
};

}  // namespace chancery::text
