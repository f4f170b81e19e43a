#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/pages.h"

namespace chancery::svg {

/// Where the characters of a run stand.
struct Positions {
  std::vector<Length> characters;  ///< left edge of each code point of the run's text
  std::vector<Length> hyphens;     ///< where a hyphen is seen that the text does not have
};

/// Finds which glyphs show which characters. Characters that share a glyph (a ligature, a letter
/// with its accent) divide its width evenly; a character without a glyph has the place of the next.
/// Threads: pure.
Positions placeCharacters(const pages::Page& page, const pages::TextRun& run,
                          const fonts::Face& face);

}  // namespace chancery::svg
