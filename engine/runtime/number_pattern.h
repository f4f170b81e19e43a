#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chancery::runtime {

/// How registration numbers of a series look: literal text around words in braces.
///
///     {n}      the number, exactly once; {n:06} with zeros to six digits (up to {n:09})
///     {y}      the year of the document; {y:2} its last two digits
///     {group}  the series' attribute of this name: the unit's index
///     {file}   the same: the index by the list of files
struct NumberPattern {
  enum class Word { literal, number, year, group, file };
  struct Piece {
    Word word = Word::literal;
    std::string literal = {};
    std::size_t digits = 0;  ///< number: at least so many; year: exactly so many
  };
  std::vector<Piece> pieces;

  bool uses(Word word) const;
};

/// Why a text is no pattern.
struct PatternFault {
  enum class Kind {
    unknownWord,  ///< in braces
    brace,        ///< one that does not open or close a word
    noNumber,
    numberTwice,
  };
  Kind kind = Kind::unknownWord;
  std::string word = {};

  bool operator==(const PatternFault&) const = default;
};

std::variant<NumberPattern, PatternFault> parsePattern(std::string_view text);

}  // namespace chancery::runtime
