#include "pdf/document_fonts.h"

#include "base/utf8.h"

namespace chancery::pdf {
namespace {

/// What the runs of one face show.
struct Usage {
  std::vector<std::uint8_t> glyphs;  // by number: shown or not
  bool any = false;
  bool allStandard = true;
  bool allWithText = true;
};

using Usages = std::vector<Usage>;

Usages collectUsage(const pages::Pages& pages, const std::vector<DocumentFont>& fonts) {
  Usages usages(fonts.size());
  for (std::size_t i = 0; i < fonts.size(); ++i) usages[i].glyphs.resize(fonts[i].table->size());
  for (const pages::Page& page : pages.pages) {
    for (const pages::TextRun& run : page.runs) {
      Usage& usage = usages[run.face];
      const GlyphTable& table = *fonts[run.face].table;
      usage.any |= run.glyphCount > 0;
      for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
        const GlyphTable::Entry& entry = table[page.glyphs[run.firstGlyph + i].id];
        usage.glyphs[entry.glyph] = 1;
        usage.allStandard &= entry.isStandard;
        usage.allWithText &= entry.hasText;
      }
    }
  }
  return usages;
}

// Learns from one run what its glyphs without a character show: where glyphs and characters pair
// off, that is plain; else ISO 19005-2, 6.2.11.7.2 is content with the replacement character.
void learnTexts(const pages::Page& page, const pages::TextRun& run, const GlyphTable& table,
                GlyphTexts& texts) {
  const std::string_view text = std::string_view(page.text).substr(run.textOffset, run.textLength);
  const bool pairsOff = utf8::countCharacters(text) == run.glyphCount;
  std::size_t offset = 0;
  for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
    const std::uint16_t glyph = page.glyphs[run.firstGlyph + i].id;
    const char32_t character = pairsOff ? utf8::next(text, offset) : U'\uFFFD';
    const bool isOdd = glyph != 0 && glyph < table.size() && !table[glyph].hasText;
    if (!isOdd) continue;
    const auto [known, isNew] = texts.emplace(glyph, character);
    if (!isNew && known->second == U'\uFFFD') known->second = character;
  }
}

std::unique_ptr<FontProgram> makeOwn(const pages::Pages& pages, std::size_t face,
                                     const Usage& usage, const GlyphTable& table,
                                     Deflater& deflater) {
  std::vector<std::uint32_t> glyphs;
  for (std::uint32_t glyph = 0; glyph < usage.glyphs.size(); ++glyph) {
    if (usage.glyphs[glyph] != 0 || (glyph != 0 && glyph == table.space())) glyphs.push_back(glyph);
  }
  GlyphTexts texts;
  if (!usage.allWithText) {
    for (const pages::Page& page : pages.pages) {
      for (const pages::TextRun& run : page.runs) {
        if (run.face == face) learnTexts(page, run, table, texts);
      }
    }
  }
  return std::make_unique<FontProgram>(
      makeFontProgram(*pages.faces[face], glyphs, texts, deflater));
}

}  // namespace

FontCache::Known& FontCache::known(const std::shared_ptr<const fonts::Face>& face) {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Known>& known = faces_[face.get()];
  if (!known) known = std::make_unique<Known>(face);
  return *known;
}

const GlyphTable& FontCache::table(const std::shared_ptr<const fonts::Face>& face) {
  return known(face).table;
}

const FontProgram& FontCache::standard(const std::shared_ptr<const fonts::Face>& face,
                                       Deflater& deflater) {
  Known& entry = known(face);
  std::call_once(entry.standardMade, [&] {
    entry.standard = makeFontProgram(*face, entry.table.standardGlyphs(), {}, deflater);
  });
  return entry.standard;
}

std::vector<DocumentFont> makeFonts(const pages::Pages& pages, FontCache& cache,
                                    Deflater& deflater) {
  std::vector<DocumentFont> fonts(pages.faces.size());
  for (std::size_t i = 0; i < fonts.size(); ++i) fonts[i].table = &cache.table(pages.faces[i]);
  const Usages usages = collectUsage(pages, fonts);
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    DocumentFont& font = fonts[i];
    font.hasOddGlyphs = !usages[i].allWithText;
    if (!usages[i].any) continue;
    if (usages[i].allStandard) {
      font.program = &cache.standard(pages.faces[i], deflater);
    } else {
      font.own = makeOwn(pages, i, usages[i], *font.table, deflater);
      font.program = font.own.get();
    }
  }
  return fonts;
}

}  // namespace chancery::pdf
