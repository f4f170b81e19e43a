#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::xml {

struct Step;

/// A node of the syntax tree of an XPath 1.0 expression, with byte offsets into its text.
struct Expression {
  enum class Kind : std::uint8_t {
    orOperator,
    andOperator,
    equal,
    notEqual,
    less,
    lessOrEqual,
    greater,
    greaterOrEqual,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    negate,
    unite,
    path,  ///< [start expression as operand 0] with `predicates`, then `steps`
    literal,
    number,
    variable,
    call,
  };

  Kind kind = Kind::path;
  std::uint32_t offset = 0;
  std::string text;  ///< name of a variable or function (with prefix), value of a literal, number
  std::vector<Expression> operands;    ///< of operators; arguments of a call; start of a path
  std::vector<Expression> predicates;  ///< of a path's start expression
  bool absolute = false;               ///< a path that begins with '/'
  std::vector<Step> steps;
};

struct Step {
  enum class Axis : std::uint8_t {
    child,
    descendant,
    parent,
    ancestor,
    followingSibling,
    precedingSibling,
    following,
    preceding,
    attribute,
    namespaces,
    self,
    descendantOrSelf,
    ancestorOrSelf,
  };
  enum class Test : std::uint8_t { name, any, text, node, comment, instruction };

  Axis axis = Axis::child;
  Test test = Test::name;
  std::string name;  ///< of Test::name, with its prefix
  std::uint32_t offset =
      0;  ///< of the node test (of '.', '..' or '//' where these stand for a step)
  bool abbreviated = false;  ///< the step that '//' stands for, '.' or '..'
  std::vector<Expression> predicates;
};

/// Tells where the byte at an offset of an expression stands in its file.
using PlaceOfOffset = std::function<Place(std::size_t offset)>;

/// Parses an expression; evaluates nothing, knows no functions or variables.
/// Result: nothing after an error, which is placed at the offending token.
/// Source: XML Path Language 1.0, clauses 2 and 3.
std::optional<Expression> parseXPath(std::string_view text, const PlaceOfOffset& placeOf,
                                     Diagnostics& diagnostics);

/// The tree as one line of text for tests: `(= child::a 'x')`.
std::string dump(const Expression& expression);

}  // namespace chancery::xml
