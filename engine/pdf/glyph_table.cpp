#include "pdf/glyph_table.h"

#include <algorithm>
#include <limits>

#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kStandardCharacters[] = {
    {0x20, 0x7E},     {0xA0, 0xFF},                                        // Latin-1
    {0x152, 0x153},   {0x160, 0x161},   {0x178, 0x178},   {0x17D, 0x17E},  // Œ Š Ÿ Ž
    {0x400, 0x45F},   {0x490, 0x491},                                      // Cyrillic, Ґ
    {0x2002, 0x2003}, {0x2009, 0x2009}, {0x202F, 0x202F},                  // spaces
    {0x2010, 0x2015}, {0x2018, 0x201E}, {0x2020, 0x2022}, {0x2026, 0x2026},
    {0x2030, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A}, {0x2044, 0x2044},
    {0x20AC, 0x20AC}, {0x20BD, 0x20BD},  // € ₽
    {0x2116, 0x2116}, {0x2122, 0x2122},  // № ™
    {0x2190, 0x2193},                    // arrows
    {0x2206, 0x2206}, {0x2211, 0x2212}, {0x2219, 0x221A}, {0x221E, 0x221E},
    {0x2248, 0x2248}, {0x2260, 0x2260}, {0x2264, 0x2265},  // ≈ ≠ ≤ ≥
    {0x25A0, 0x25A1}, {0x25AA, 0x25AB}, {0x25CB, 0x25CB}, {0x25CF, 0x25CF},
    {0xFB01, 0xFB02}, {0xFFFD, 0xFFFD}};

// What is shown for a character that no face has.
std::uint32_t replacementGlyph(const fonts::Face& face) {
  for (const char32_t character : {U'\uFFFD', U'\u25A1', U'?', U' '}) {
    if (const std::uint32_t glyph = face.glyphFor(character)) return glyph;
  }
  return 0;
}

GlyphTable::Entry makeEntry(const fonts::Face& face, std::uint32_t glyph) {
  const char code[] = {static_cast<char>(glyph >> 8), static_cast<char>(glyph & 0xFF)};
  std::string literal;
  addLiteral(literal, {code, 2});
  GlyphTable::Entry entry;
  entry.length = static_cast<std::uint8_t>(literal.size() - 2);
  std::copy_n(literal.begin() + 1, entry.length, entry.bytes);
  const char32_t character = face.characterFor(glyph);
  entry.hasText = character != 0;
  entry.isHyphen = character == U'-' || character == U'\u2010';
  entry.glyph = static_cast<std::uint16_t>(glyph);
  entry.width = widthOf(face, glyph);
  return entry;
}

}  // namespace

std::int32_t widthOf(const fonts::Face& face, std::uint32_t glyph) {
  const std::int64_t unitsPerEm = face.metrics().unitsPerEm;
  const std::int64_t scaled = face.advance(glyph) * GlyphTable::kWidthScale;
  return static_cast<std::int32_t>((scaled + unitsPerEm / 2) / unitsPerEm);
}

GlyphTable::GlyphTable(const fonts::Face& face) {
  const std::uint32_t most = std::numeric_limits<std::uint16_t>::max() + 1u;
  const std::uint32_t count = std::min(face.glyphCount(), most);
  const std::uint32_t replacement = replacementGlyph(face);
  entries_.reserve(count);
  entries_.push_back(makeEntry(face, replacement));
  entries_[0].hasText = false;
  for (std::uint32_t glyph = 1; glyph < count; ++glyph) entries_.push_back(makeEntry(face, glyph));
  space_ = static_cast<std::uint16_t>(face.glyphFor(U' '));

  if (replacement != 0) standard_.push_back(replacement);
  for (const Range& range : kStandardCharacters) {
    for (char32_t character = range.first; character <= range.last; ++character) {
      const std::uint32_t glyph = face.glyphFor(character);
      if (glyph != 0 && glyph < count) standard_.push_back(glyph);
    }
  }
  std::sort(standard_.begin(), standard_.end());
  standard_.erase(std::unique(standard_.begin(), standard_.end()), standard_.end());
  for (const std::uint32_t glyph : standard_) entries_[glyph].isStandard = true;
  entries_[0].isStandard = true;
}

}  // namespace chancery::pdf
