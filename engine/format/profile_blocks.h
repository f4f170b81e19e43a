#pragma once

#include "format/block_look.h"
#include "xml/tree.h"

namespace chancery::format {

/// Reads the elements of a profile that are about blocks: <captions>, <references>, <notes>,
/// <charts>. Findings go where `values` reports.
void readBlockElements(const xml::Node& profile, ProfileValues& values, BlockLook& look);

/// The patterns of captions and page numbers: "Таблица %1 – %2".
/// Result: whether the pattern shows %1 and nothing past %`most`.
bool isNumberPattern(const std::string& pattern, int most);

/// `pattern` with %1, %2 … replaced; one that is missing leaves nothing.
std::string filled(const std::string& pattern, const std::vector<std::string>& values);

}  // namespace chancery::format
