#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xml/xpath_syntax.h"

namespace chancery::xml {

/// A token of an XPath expression.
struct Token {
  enum class Kind : std::uint8_t { end, symbol, name, literal, number, variable };

  Kind kind = Kind::end;
  std::string text;  ///< the symbol ("::", "and", "*" …), name, or a literal's value
  std::uint32_t offset = 0;
  bool isOperator = false;  ///< "*", "and", "or", "mod", "div" standing between operands

  bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
};

/// Cuts an expression into tokens, the last of kind `end`; nothing after an error.
/// Source: XML Path Language 1.0, clause 3.7.
std::optional<std::vector<Token>> tokenize(std::string_view text, const PlaceOfOffset& placeOf,
                                           Diagnostics& diagnostics);

}  // namespace chancery::xml
