#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chancery::data {

/// Line ends as '\n' alone.
std::string cleanText(std::string_view text);

/// The number ("0007") of the first character that XML cannot hold and paper cannot show.
/// Source: XML 1.0, clause 2.2.
std::optional<std::string> findForbidden(std::string_view text);

/// Text of an XML element without the indentation of its lines: blanks at both ends and round line
/// ends are the writer's layout, not content.
std::string withoutIndent(std::string_view text);

}  // namespace chancery::data
