#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery::diagram {

/// How wide a line of text is at most, in pixels, in the sans-serif fonts that people have.
///
/// `text` must be well-formed UTF-8; `size` is the font's in pixels.
/// Source: the advances of DejaVu Sans, the widest of the common ones, rounded up; a character
/// without an entry counts as wider than any of them.
int widthOf(std::string_view text, int size, bool isBold = false);

struct WrapLimits {
  int width = 0;            ///< of the box, in pixels
  int size = 12;            ///< of the font, in pixels
  std::size_t lines = 100;  ///< past them the text ends in «…»
  bool isBold = false;
};

/// Breaks text into lines that are no wider than the box: at spaces, inside words that are wider
/// than it. A line feed ends a line. Time grows with the lines kept, not with the text.
/// Result: no line for empty text.
std::vector<std::string> wrap(std::string_view text, const WrapLimits& limits);

/// The width of the widest line.
int widthOf(const std::vector<std::string>& lines, int size, bool isBold = false);

}  // namespace chancery::diagram
