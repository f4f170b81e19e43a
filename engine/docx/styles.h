#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "format/model.h"

namespace chancery::docx {

/// Id of the style that paragraphs without w:pStyle have.
inline constexpr std::string_view kNormalId = "Normal";

/// The style that is, or stands in for, "Normal": the document's own of that id; without one, the
/// text of its first style in a plain paragraph.
format::ParagraphStyle normalStyle(const format::Document& document);

/// Id of the character style of footnote marks.
inline constexpr std::string_view kFootnoteMarkId = "FootnoteReference";

/// Whether any paragraph of the document may be hyphenated; then each style says if it is.
bool hyphenates(const format::Document& document);

/// word/styles.xml: defaults, "Normal" and every paragraph style of the document, based on it.
///
/// The style named "heading N", or else the first of outline level N, takes the built-in name
/// "heading N" (its own name becomes an alias), by which Word and screen readers know a heading. So
/// does the style of footnotes, and those with a name in `builtInNames` (by style, "" = none).
std::string stylesPart(const format::Document& document,
                       const std::vector<std::string>& builtInNames = {});

}  // namespace chancery::docx
