#include "pages/find.h"

#include "base/error.h"
#include "pages/bounds.h"

namespace chancery::pages {
namespace {

bool isAt(const Page& page, const TextRun& run, const fonts::Metrics& metrics, Length x, Length y) {
  if (run.turned) {  // as if the page were turned: what is right of the start is now above it
    const Length right = run.x + (run.y - y);
    y = run.y + (x - run.x);
    x = right;
  }
  const Length top = run.y - run.size.scaled(metrics.ascent, metrics.unitsPerEm);
  const Length bottom = run.y + run.size.scaled(metrics.descent, metrics.unitsPerEm);
  if (y < top || y >= bottom || x < run.x) return false;
  Length right = run.x;
  for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
    right += Length::emu(page.glyphs[run.firstGlyph + i].advance);
  }
  return x < right;
}

Length distance(const TextRun& run, Length x, Length y) {
  const Length away = run.turned ? x - run.x : y - run.y;
  return away < Length() ? -away : away;
}

std::string_view alternativeOf(const Pages& pages, ElementId element) {
  if (element == kArtifact) return {};
  check(static_cast<std::size_t>(element) < pages.structure.size(), "pages: unknown element");
  return pages.structure[static_cast<std::size_t>(element)].alternative;
}

}  // namespace

const TextRun* findRun(const Pages& pages, std::size_t page, Length x, Length y) {
  check(page < pages.pages.size(), "pages: no such page");
  const TextRun* found = nullptr;
  for (const TextRun& run : pages.pages[page].runs) {
    if (!isAt(pages.pages[page], run, pages.faces[run.face]->metrics(), x, y)) continue;
    if (!found || distance(run, x, y) < distance(*found, x, y)) found = &run;
  }
  return found;
}

std::optional<Found> find(const Pages& pages, std::size_t page, Length x, Length y) {
  if (const TextRun* run = findRun(pages, page, x, y)) {
    const std::string_view text = pages.pages[page].text;
    return Found{Found::Kind::text, text.substr(run->textOffset, run->textLength), run->origin};
  }
  const Page& at = pages.pages[page];
  for (auto shape = at.shapes.rbegin(); shape != at.shapes.rend(); ++shape) {
    if (!boundsOf(shape->path).contains(x, y)) continue;
    return Found{Found::Kind::shape, alternativeOf(pages, shape->element), shape->origin};
  }
  for (auto image = at.images.rbegin(); image != at.images.rend(); ++image) {
    if (!boundsOf(*image).contains(x, y)) continue;
    return Found{Found::Kind::image, alternativeOf(pages, image->element), image->origin};
  }
  if (!at.foreign) return std::nullopt;
  return Found{Found::Kind::foreignPage, alternativeOf(pages, at.foreign->element), {}};
}

}  // namespace chancery::pages
