#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Words and signs of deadline phrases.
namespace chancery::lang::deadline {

struct Token {
  enum class Type : std::uint8_t {
    word,    ///< `text`: in lower case, ё as е
    number,  ///< `value`
    date,    ///< "15.03.2021", "15.03", "2021-03-15": day, month, year (0 when there is none)
    comma,
    dash,
    dot,
    slash,
    colon,
    open,     ///< (
    close,    ///< )
    lineEnd,  ///< a new line or «;»
    other,
    end,
  };

  Type type = Type::end;
  std::string text;
  int value = 0;
  int digits = 0;          ///< of a number; 0 = Roman
  bool isOrdinal = false;  ///< «5-го», «1-й»
  int day = 0;
  int month = 0;
  int year = 0;
  std::size_t begin = 0;  ///< bytes of the phrase
  std::size_t end = 0;
};

/// The tokens of a phrase (well-formed UTF-8), ending in one of type `end`. Quotes are left out;
/// a word said twice in a row counts once.
std::vector<Token> tokenize(std::string_view text);

}  // namespace chancery::lang::deadline
