#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What attributes of several vocabularies hold: lists of words, and identifiers.
namespace chancery::xml {

/// "a b  c" → {"a", "b", "c"}, as xs:list splits.
std::vector<std::string> splitList(std::string_view text);

/// Whether the text may stand in commands, selectors, addresses and file names: Latin letters,
/// digits, "-", "_" and ".".
bool isIdentifier(std::string_view text);

}  // namespace chancery::xml
