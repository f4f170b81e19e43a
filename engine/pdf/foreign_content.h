#pragma once

#include <string>
#include <string_view>

namespace chancery::pdf {

/// A content stream of another file without its marked content: tags, artifacts and layers lead
/// into a structure that does not come along, and would stand inside of ours (ISO 14289-1, 7.1).
/// Sequences that only state the text of what they show (ActualText, ISO 32000-1, 14.9.4) stay.
///
/// What cannot be understood is kept as it is. Source: ISO 32000-1, 7.8.2, 8.9.7, 14.6.
std::string withoutMarks(std::string_view content);

}  // namespace chancery::pdf
