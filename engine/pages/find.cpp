#include "pages/find.h"

#include "base/error.h"

namespace chancery::pages {
namespace {

bool isAt(const Page& page, const TextRun& run, const fonts::Metrics& metrics, Length x, Length y) {
  const Length top = run.y - run.size.scaled(metrics.ascent, metrics.unitsPerEm);
  const Length bottom = run.y + run.size.scaled(metrics.descent, metrics.unitsPerEm);
  if (y < top || y >= bottom || x < run.x) return false;
  Length right = run.x;
  for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
    right += Length::emu(page.glyphs[run.firstGlyph + i].advance);
  }
  return x < right;
}

Length distance(const TextRun& run, Length y) {
  return y < run.y ? run.y - y : y - run.y;
}

}  // namespace

const TextRun* findRun(const Pages& pages, std::size_t page, Length x, Length y) {
  check(page < pages.pages.size(), "pages: no such page");
  const TextRun* found = nullptr;
  for (const TextRun& run : pages.pages[page].runs) {
    if (!isAt(pages.pages[page], run, pages.faces[run.face]->metrics(), x, y)) continue;
    if (!found || distance(run, y) < distance(*found, y)) found = &run;
  }
  return found;
}

}  // namespace chancery::pages
