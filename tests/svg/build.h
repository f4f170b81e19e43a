#pragma once

#include <initializer_list>
#include <string>

#include "base/utf8.h"
#include "fonts/library.h"
#include "pages/pages.h"

/// Pages built by hand for the tests of SVG.
namespace chancery::svg::test {

/// One empty page of 200 × 100 pt with the faces Tinos (0) and Tinos bold (1).
inline pages::Pages onePage() {
  static const fonts::Library library;
  pages::Pages pages;
  pages.title = "Приказ «О»";
  pages.language = "ru-RU";
  pages.faces = {library.find({"Tinos", false, false}), library.find({"Tinos", true, false})};
  pages.structure.resize(1);
  pages.pages.resize(1);
  pages.pages[0].width = Length::pt(200);
  pages.pages[0].height = Length::pt(100);
  return pages;
}

/// Adds a run at (10, 20) that shows the characters of `shown`, each 5 pt wide, for `text`.
inline pages::TextRun& addRun(pages::Pages& pages, const std::string& text,
                              const std::string& shown) {
  pages::Page& page = pages.pages.back();
  pages::TextRun run;
  run.size = Length::pt(14);
  run.x = Length::pt(10);
  run.y = Length::pt(20);
  run.firstGlyph = static_cast<std::uint32_t>(page.glyphs.size());
  run.textOffset = static_cast<std::uint32_t>(page.text.size());
  run.textLength = static_cast<std::uint32_t>(text.size());
  for (std::size_t at = 0; at < shown.size();) {
    const std::uint32_t glyph = pages.faces[0]->glyphFor(utf8::next(shown, at));
    page.glyphs.push_back(
        {static_cast<std::uint16_t>(glyph), static_cast<std::int32_t>(Length::pt(5).toEmu())});
    ++run.glyphCount;
  }
  page.text += text;
  page.runs.push_back(run);
  return page.runs.back();
}

inline pages::TextRun& addRun(pages::Pages& pages, const std::string& text) {
  return addRun(pages, text, text);
}

}  // namespace chancery::svg::test
