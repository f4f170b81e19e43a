#pragma once

#include <cstddef>
#include <optional>

#include "xml/xpath.h"

/// The everyday expressions (`.`, `name`, `a/b`, `$v/a`, `cell($row, id)`, `kind = 'x'`) evaluated
/// straight from their syntax tree, without the cost of libxml2's general machine. What is not
/// everyday is left to libxml2; both give the same values, which a test compares.
namespace chancery::xml::direct {

/// Whether `evaluate` may be asked.
bool isEveryday(const Expression& expression);
/// Whether it may be asked because of `and` and `or`, whose first operand mostly decides.
bool beginsEveryday(const Expression& expression);

/// Whether XPath 1.0 itself has a function of that name (clause 4).
bool isCoreFunction(std::string_view name);

struct Scope {
  Environment& environment;
  Focus focus;
  std::size_t visited = 0;  ///< nodes looked at, and the cost of text read
  bool environmentFailed = false;
};

/// Handles of nodes that are copied in the time of one operation.
inline constexpr std::size_t kCopiedAtOnce = 8;

/// Nothing when libxml2 must do it after all, or when `scope.environmentFailed`.
std::optional<Value> evaluate(const Expression& expression, Scope& scope);

}  // namespace chancery::xml::direct
