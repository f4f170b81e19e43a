#pragma once

#include "pages/pages.h"

namespace chancery::pages {

/// The run whose glyphs stand at a point of a page (counted from 0), measured from its top left
/// corner: from the font's ascent above the baseline to its descent below. Of several, that with
/// the nearest baseline; null when there is none.
const TextRun* findRun(const Pages& pages, std::size_t page, Length x, Length y);

}  // namespace chancery::pages
