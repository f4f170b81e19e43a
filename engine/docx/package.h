#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "docx/writer.h"
#include "format/model.h"

/// The small parts around the text. Source: ECMA-376-2 (packaging) and ECMA-376-1, 11 and 15.2.
namespace chancery::docx {

/// Relationships rId1 … of the main part: styles, settings, font table, then the headers, and the
/// numbering last.
inline constexpr int kFirstHeaderRelation = 4;

struct PartList {
  std::size_t headers = 0;
  bool numbering = false;
};

std::string contentTypesPart(const PartList& parts);
std::string packageRelationsPart();
std::string documentRelationsPart(const PartList& parts);
std::string corePropertiesPart(const format::Document& document, const Options& options);
std::string extendedPropertiesPart(const format::Document& document,
                                   const format::Resolved& resolved);
std::string settingsPart(const format::Document& document);
std::string fontTablePart(const std::set<std::string, std::less<>>& families);

}  // namespace chancery::docx
