#pragma once

#include <bit>
#include <cstdint>

#include "base/length.h"
#include "fonts/face.h"
#include "format/model.h"

namespace chancery::layout {

/// LibreOffice measures text on a reference device of 8,640 dpi, six pixels a twip, and rounds each
/// glyph's advance to its pixels. Lines are broken by that measure, so that both break alike.
inline constexpr std::int64_t kPixelsPerTwip = 6;

class PixelScale {
 public:
  PixelScale() = default;
  PixelScale(Length size, int unitsPerEm, Length letterSpacing)
      : factor_((size.toTwips() * kPixelsPerTwip << 32) / unitsPerEm),
        letterSpacing_(letterSpacing.toTwips() * kPixelsPerTwip) {}

  /// A glyph's advance, letter spacing included.
  std::int64_t advance(std::int64_t units) const {
    return ((units * factor_ + (std::int64_t{1} << 31)) >> 32) + letterSpacing_;
  }
  std::int64_t letterSpacing() const { return letterSpacing_; }

 private:
  std::int64_t factor_ = 0;  // pixels per unit, 32 binary places
  std::int64_t letterSpacing_ = 0;
};

/// Widths of font units at a size, as text::toLength tells them; where an em has a power of two of
/// them, as mostly, without dividing.
class EmScale {
 public:
  EmScale(Length size, int unitsPerEm)
      : size_(size), unitsPerEm_(unitsPerEm), shift_(shiftOf(unitsPerEm)) {}

  Length length(std::int64_t units) const {
    if (units < 0 || shift_ < 0) return size_.scaled(units, unitsPerEm_);
    return Length::emu((size_.toEmu() * units + unitsPerEm_ / 2) >> shift_);
  }

 private:
  static int shiftOf(int unitsPerEm) {
    const auto units = static_cast<unsigned>(unitsPerEm);
    const bool isPower = units != 0 && (units & (units - 1)) == 0;
    return isPower ? std::countr_zero(units) : -1;
  }

  Length size_;
  int unitsPerEm_;
  int shift_;  ///< -1: an em is no power of two
};

/// What a face at a size asks of a line. The leading stands above the ascent.
struct FontHeight {
  Length ascent;  ///< leading included
  Length descent;
};

/// Whole twips, found as LibreOffice finds them: the metrics are first rounded to pixels of its
/// reference device (six a twip), then to twips. So 10 pt of the Times metrics give 231, 14 pt 322.
FontHeight fontHeight(const fonts::Metrics& metrics, Length size);

/// The place of one line in its paragraph.
struct LineBox {
  Length baseline;  ///< from the top
  Length height;    ///< what the page must have room for
  Length trailing;  ///< below that; ignored for a page's last line
};

/// What stands on a line: text as high as `font` says, objects as high as `object`, or both.
struct LineContent {
  FontHeight font;   ///< of an empty line too; beside objects alone it counts for the spacing only
  Length object;     ///< 0 without
  bool text = true;  ///< false: objects alone
};

/// Applies line spacing: a multiple adds below (less than 1 takes away above), atLeast adds above,
/// exact sets the baseline at four fifths. A multiple counts for the text, not for objects; objects
/// alone have nothing below their baseline. Exact spacing would cut objects off (it does in Word
/// and LibreOffice): a line with objects is at least as high as they are.
LineBox lineBox(const LineContent& content, const format::LineSpacing& spacing);

}  // namespace chancery::layout
