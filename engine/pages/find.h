#pragma once

#include <optional>
#include <string_view>

#include "pages/pages.h"

namespace chancery::pages {

/// The run whose glyphs stand at a point of a page (counted from 0), measured from its top left
/// corner: from the font's ascent above the baseline to its descent below. Of several, that with
/// the nearest baseline; null when there is none.
const TextRun* findRun(const Pages& pages, std::size_t page, Length x, Length y);

/// What stands at a point.
struct Found {
  enum class Kind : std::uint8_t { text, shape, image, foreignPage };
  Kind kind = Kind::text;
  std::string_view text;  ///< of the run; else the alternative text of the figure, may be ""
  Origin origin;
};

/// What a reader sees at a point of a page: a run, else of shapes and then of images the one that
/// was painted last and reaches around the point, else the page of another file.
std::optional<Found> find(const Pages& pages, std::size_t page, Length x, Length y);

}  // namespace chancery::pages
