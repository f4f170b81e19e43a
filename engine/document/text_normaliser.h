#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

/// Spaces and line ends of inline text; used by the reader only.
namespace chancery::document {

/// U+2028 LINE SEPARATOR: stands for <br/> until the text is normalised.
inline constexpr std::string_view kLineBreak = "\u2028";

bool isBlank(std::string_view text);

/// At most 40 characters of a text, for a message.
std::string excerpt(std::string_view text);

/// Collapses runs of spaces and tabs to one space, also across inline boundaries, and removes them
/// at the ends of paragraphs ('\n') and lines (kLineBreak). Paragraphs without text disappear.
/// No-break spaces are text. Inlines without text are dropped.
std::vector<Inline> normalise(std::vector<Inline> text);

/// Splits normalised text at '\n'; kLineBreak becomes '\n'.
std::vector<std::vector<Inline>> splitParagraphs(std::vector<Inline> text);

/// Keeps normalised text as one: '\n' stays as a line break, kLineBreak becomes '\n' too.
void joinParagraphs(std::vector<Inline>& text);

/// Puts the mark of a footnote before the full stop, comma, semicolon or colon that it follows, as
/// Russian practice has it; it stays after «?», «!», «…» and the dot of an abbreviation.
void placeNoteMarks(std::vector<Inline>& text);

}  // namespace chancery::document
