#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/context.h"

namespace chancery::layout {

/// Text of one style and origin inside a paragraph: a run, a label or a field's value.
struct TextPart {
  std::string_view stated;  ///< the document's text, or
  std::string own;          ///< a text made by layout
  int style = 0;            ///< see Context::style
  pages::ElementId element = pages::kArtifact;
  std::int32_t target = -1;  ///< what it leads to: a bookmark, or a footnote; see noteTarget
  std::int32_t object = -1;  ///< index into Document::objects: a picture or chart, no text
  Length height;             ///< of the object
  Origin origin;

  std::string_view text() const { return own.empty() ? stated : std::string_view(own); }
};

/// Targets of links are bookmarks, and after these the footnotes.
inline std::int32_t noteTarget(const format::Document& document, int footnote) {
  return static_cast<std::int32_t>(document.bookmarks.size()) + footnote;
}

/// A word with the spaces that follow it; the unit of line breaking. Or an object, or a tab.
struct Atom {
  enum class Kind : std::uint8_t { text, object, tab };
  const text::Shaped* shaped = nullptr;  ///< null: no word, spaces or a forced break alone
  Length width;                          ///< of the word or object
  std::int64_t pixels = 0;               ///< the same on the reference device
  std::uint32_t textOffset = 0;          ///< in its part
  std::uint32_t part = 0;
  std::uint16_t spaces = 0;
  Kind kind = Kind::text;
  bool breakAfter = false;   ///< a line may end after its spaces
  bool forcedBreak = false;  ///< a line must end here
  bool fixedSpaces = false;  ///< not widened by justification (after a label)

  /// Spaces, a tab or a forced break alone.
  bool isBlank() const { return !shaped && kind != Kind::object; }
};

/// A line of a paragraph: atoms [first, end), the first and the last perhaps in part.
struct Line {
  std::uint32_t first = 0, end = 0;
  std::uint32_t firstGlyph = 0;  ///< of the first atom
  std::uint32_t endGlyph = 0;    ///< of the last atom; 0 = all of it
  bool hyphen = false;           ///< ends with a hyphen for a soft one
  bool ragged = false;           ///< the last line, or one ended by a forced break: not justified
  bool tabs = false;             ///< has tabs; `spaces` are then those after the last one
  Length width;                  ///< without the spaces at its end
  int spaces = 0;                ///< those that justification may widen
  LineBox box;
};

/// The mark of a footnote in a paragraph.
struct NoteMark {
  std::uint32_t atom = 0;
  int note = 0;  ///< index into Document::footnotes
};

/// A paragraph on its way to the page.
struct ParagraphBox {
  std::vector<TextPart> parts;
  std::vector<Atom> atoms;
  std::vector<Line> lines;
  format::Align align = format::Align::left;
  Length left, right, firstLine;  ///< indents
  Length measure;                 ///< width of a line other than the first; set by breakLines
  Length before, after;
  format::LineSpacing spacing;
  int style = 0;  ///< of the empty paragraph
  bool keepWithNext = false;
  bool keepLines = false;
  bool widowControl = false;
  bool hyphenate = false;  ///< words may be divided
  bool labelled = false;   ///< parts[0] is the label
  bool pageBreakBefore = false;
  const std::vector<format::TabStop>* tabs = nullptr;
  std::vector<NoteMark> marks;  ///< in the order of their atoms
  std::int32_t target = -1;     ///< what links to it name: a bookmark or a footnote
  int outlineLevel = 0;         ///< of a heading
};

/// Shapes a paragraph's text; lines are not broken yet. Links, objects and marks of notes get
/// elements of their own inside that of the text, where there is one.
void collect(Context& context, const format::Paragraph& paragraph,
             const ParagraphElements& elements, ParagraphBox& box);

/// Has a paragraph nothing but text, all in one element?
bool isTextOnly(const format::Paragraph& paragraph);
/// Hangs the text of such a paragraph, collected without elements, where it belongs.
void setElements(const ParagraphElements& elements, ParagraphBox& box);

/// How wide a paragraph must be so that no word is broken, and so that no line is.
struct ContentWidth {
  Length least;
  Length most;
};
ContentWidth contentWidth(const Context& context, const ParagraphBox& box);

/// Breaks a collected paragraph into lines, greedily, for text `width` wide (indents included).
/// Result: at least one line. A word wider than the line is broken between characters, with a
/// warning.
/// Objects wider than the line or higher than `context.roomHeight` are made smaller, with a
/// warning.
void breakLines(Context& context, Length width, ParagraphBox& box);

/// Width of the glyphs [first, end) of a word; `end` 0 means all. An object has its own.
Length glyphsWidth(const Context& context, const Atom& atom, const SetStyle& style,
                   std::uint32_t first, std::uint32_t end);
Length spacesWidth(const SetStyle& style, const Atom& atom, const Atom* next);
/// How many no-break spaces are among these glyphs; justification widens them too.
int noBreakSpaces(const Atom& atom, std::uint32_t first, std::uint32_t end);

/// The same on the reference device. The spaces' kerning with the word before them is included.
std::int64_t glyphsPixels(const Context& context, const Atom& atom, const SetStyle& style,
                          std::uint32_t first, std::uint32_t end);
std::int64_t spacesPixels(const SetStyle& style, const Atom& atom, const Atom* next);

}  // namespace chancery::layout
