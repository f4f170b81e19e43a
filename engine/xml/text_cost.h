#pragma once

#include <cstddef>

#include "xml/xpath.h"

/// What reading text costs an Evaluator, in operations: one for each node that holds a piece of the
/// text, one more for every 64 bytes (about what visiting a node takes).
namespace chancery::xml {

std::size_t costOfText(std::size_t bytes);
/// Of the text below a node (its XPath string-value).
std::size_t costOfText(DomNode node);
/// Of string(value): nothing for numbers and booleans, the first node's text for node-sets.
std::size_t costOfText(const Value& value);

}  // namespace chancery::xml
