#include "runtime/number_pattern.h"

#include <algorithm>

#include "runtime/directory.h"

namespace chancery::runtime {
namespace {

constexpr std::size_t kYearDigits = 4;

std::optional<NumberPattern::Piece> pieceOf(std::string_view word) {
  using Word = NumberPattern::Word;
  if (word == "n") return NumberPattern::Piece{Word::number, {}, 1};
  const bool isPadded =
      word.size() == 4 && word.starts_with("n:0") && word[3] > '0' && word[3] <= '9';
  if (isPadded)
    return NumberPattern::Piece{Word::number, {}, static_cast<std::size_t>(word[3] - '0')};
  if (word == "y") return NumberPattern::Piece{Word::year, {}, kYearDigits};
  if (word == "y:2") return NumberPattern::Piece{Word::year, {}, 2};
  if (word == "group") return NumberPattern::Piece{Word::group};
  if (word == "file") return NumberPattern::Piece{Word::file};
  return std::nullopt;
}

std::string padded(std::string digits, std::size_t width) {
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

bool NumberPattern::uses(Word word) const {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return piece.word == word; });
}

std::variant<NumberPattern, PatternFault> parsePattern(std::string_view text) {
  using Kind = PatternFault::Kind;
  NumberPattern pattern;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find_first_of("{}"), text.size());
    if (open > 0) {
      pattern.pieces.push_back({NumberPattern::Word::literal, std::string(text.substr(0, open))});
      text.remove_prefix(open);
      continue;
    }
    const std::size_t close = text.find_first_of("{}", 1);
    if (text[0] == '}' || close == std::string_view::npos || text[close] == '{') {
      return PatternFault{Kind::brace, std::string(text.substr(0, close))};
    }
    const std::string_view word = text.substr(1, close - 1);
    auto piece = pieceOf(word);
    if (!piece) return PatternFault{Kind::unknownWord, std::string(word)};
    if (piece->word == NumberPattern::Word::number && pattern.uses(piece->word)) {
      return PatternFault{Kind::numberTwice};
    }
    pattern.pieces.push_back(std::move(*piece));
    text.remove_prefix(close + 1);
  }
  if (!pattern.uses(NumberPattern::Word::number)) return PatternFault{Kind::noNumber};
  return pattern;
}

std::string Series::print(std::int64_t value, int year) const {
  const auto parsed = parsePattern(pattern);
  const auto* pieces = std::get_if<NumberPattern>(&parsed);
  if (!pieces) return std::to_string(value);  // an office that was read has a right pattern
  std::string result;
  for (const NumberPattern::Piece& piece : pieces->pieces) {
    switch (piece.word) {
      case NumberPattern::Word::literal:
        result += piece.literal;
        break;
      case NumberPattern::Word::number:
        result += padded(std::to_string(value), piece.digits);
        break;
      case NumberPattern::Word::year: {
        const std::string digits = padded(std::to_string(year), kYearDigits);
        result += digits.substr(digits.size() - std::min(digits.size(), piece.digits));
        break;
      }
      case NumberPattern::Word::group:
        result += group;
        break;
      case NumberPattern::Word::file:
        result += file;
    }
  }
  return result;
}

}  // namespace chancery::runtime
