#pragma once

#include <set>
#include <string>
#include <string_view>

#include "docx/parts.h"
#include "docx/writer.h"
#include "format/model.h"

/// The small parts around the text. Source: ECMA-376-2 (packaging) and ECMA-376-1, 11 and 15.2.
namespace chancery::docx {

/// Types of the main part, of what every package has and of `parts`.
std::string contentTypesPart(const Parts& parts);
std::string packageRelationsPart();
std::string corePropertiesPart(const format::Document& document, const Options& options);
std::string extendedPropertiesPart(const format::Document& document,
                                   const format::Resolved& resolved);
std::string settingsPart(const format::Document& document);
std::string fontTablePart(const std::set<std::string, std::less<>>& families);

}  // namespace chancery::docx
