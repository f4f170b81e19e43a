#pragma once

#include <cstdint>
#include <vector>

#include "fonts/face.h"

namespace chancery::pdf {

/// What writing the glyphs of one face needs to know of each of them.
class GlyphTable {
 public:
  /// A width in millionths of the font size, as it stands in the font's W array.
  static constexpr std::int64_t kWidthScale = 1'000'000;

  struct Entry {
    char bytes[4];            ///< the two-byte code inside a literal string, escapes included
    std::uint8_t length = 0;  ///< of `bytes`
    bool hasText = false;     ///< a character of its own is known
    bool isHyphen = false;    ///< what layout puts where it divides a word
    bool isStandard = false;  ///< part of the font program that all documents share
    std::uint16_t glyph = 0;  ///< what is really shown: never .notdef (ISO 19005-2, 6.2.11.8)
    std::int32_t width = 0;   ///< by kWidthScale
  };

  explicit GlyphTable(const fonts::Face& face);

  /// Glyphs that the face does not have are shown as its replacement character.
  const Entry& operator[](std::uint16_t glyph) const {
    return entries_[glyph < entries_.size() ? glyph : 0];
  }
  std::size_t size() const { return entries_.size(); }
  /// Glyph of the space, 0 when the face has none.
  std::uint16_t space() const { return space_; }

  /// Glyphs of the characters that Russian office documents use, ascending.
  const std::vector<std::uint32_t>& standardGlyphs() const { return standard_; }

 private:
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> standard_;
  std::uint16_t space_ = 0;
};

/// Width of a glyph in thousandths of an em with three decimals: 1,000 times what W states.
std::int32_t widthOf(const fonts::Face& face, std::uint32_t glyph);

}  // namespace chancery::pdf
