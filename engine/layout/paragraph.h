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
  Origin origin;

  std::string_view text() const { return own.empty() ? stated : std::string_view(own); }
};

/// A word with the spaces that follow it; the unit of line breaking.
struct Atom {
  const text::Shaped* shaped = nullptr;  ///< null: no word, spaces or a forced break alone
  Length width;                          ///< of the word
  std::int64_t pixels = 0;               ///< the same on the reference device
  std::uint32_t textOffset = 0;          ///< in its part
  std::uint32_t part = 0;
  std::uint16_t spaces = 0;
  bool breakAfter = false;   ///< a line may end after its spaces
  bool forcedBreak = false;  ///< a line must end here
  bool fixedSpaces = false;  ///< not widened by justification (after a label)
};

/// A line of a paragraph: atoms [first, end), the first and the last perhaps in part.
struct Line {
  std::uint32_t first = 0, end = 0;
  std::uint32_t firstGlyph = 0;  ///< of the first atom
  std::uint32_t endGlyph = 0;    ///< of the last atom; 0 = all of it
  bool hyphen = false;           ///< ends with a hyphen for a soft one
  bool ragged = false;           ///< the last line, or one ended by a forced break: not justified
  Length width;                  ///< without the spaces at its end
  int spaces = 0;                ///< those that justification may widen
  LineBox box;
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
  bool labelled = false;  ///< parts[0] is the label
};

/// Shapes a paragraph's text; lines are not broken yet.
void collect(Context& context, const format::Paragraph& paragraph,
             const ParagraphElements& elements, ParagraphBox& box);

/// How wide a paragraph must be so that no word is broken, and so that no line is.
struct ContentWidth {
  Length least;
  Length most;
};
ContentWidth contentWidth(const Context& context, const ParagraphBox& box);

/// Breaks a collected paragraph into lines, greedily, for text `width` wide (indents included).
/// Result: at least one line. A word wider than the line is broken between characters, with a
/// warning.
void breakLines(Context& context, Length width, ParagraphBox& box);

/// Width of the glyphs [first, end) of a word; `end` 0 means all.
Length glyphsWidth(const Context& context, const Atom& atom, const SetStyle& style,
                   std::uint32_t first, std::uint32_t end);
Length spacesWidth(const SetStyle& style, const Atom& atom, const Atom* next);

/// The same on the reference device. The spaces' kerning with the word before them is included.
std::int64_t glyphsPixels(const Context& context, const Atom& atom, const SetStyle& style,
                          std::uint32_t first, std::uint32_t end);
std::int64_t spacesPixels(const SetStyle& style, const Atom& atom, const Atom* next);

}  // namespace chancery::layout
