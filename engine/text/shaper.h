#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "fonts/library.h"
#include "text/breaks.h"
#include "text/hyphenator.h"

namespace chancery::text {

/// Number of a face known to a Shaper.
using FaceId = std::uint16_t;

struct ShapedGlyph {
  std::uint16_t id = 0;
  std::uint16_t textLength = 0;  ///< bytes of the chunk that this glyph shows; 0 for a mark
  std::int32_t advance = 0;      ///< font units, kerned with its neighbours
  std::int16_t shift = 0;        ///< to the right from its place, font units; of accents
  std::int16_t rise = 0;         ///< above the baseline, font units; of accents
  bool noBreakSpace = false;     ///< justification widens it as it does a space
};

/// Glyphs of one face inside a shaped chunk.
struct Piece {
  FaceId face = 0;
  std::uint32_t firstGlyph = 0;
  std::uint32_t glyphCount = 0;
  std::int32_t width = 0;  ///< font units
};

/// A place inside a chunk at which a line may end.
struct InsideBreak {
  std::uint32_t glyph = 0;   ///< the first glyph of the next line
  std::uint32_t offset = 0;  ///< its byte
  bool softHyphen = false;   ///< the line then ends with a visible hyphen, here by the engine
  bool afterSlash = false;   ///< taken only when the line has no better place
};

/// A character that the face asked for lacks.
struct Lacking {
  char32_t character = 0;
  FaceId wanted = 0;
  FaceId used = 0;
  bool found = false;  ///< false: no face has it; «?» holds its place, and no document may be made
  std::string word = {};  ///< the first one with it
};

/// A word: text without spaces or line ends, shaped once for all sizes. Lives until the Shaper is
/// trimmed.
struct Shaped {
  std::string text;
  std::vector<ShapedGlyph> glyphs;
  std::vector<Piece> pieces;
  std::vector<InsideBreak> breaks;
  std::vector<Lacking> lacking;  ///< mostly empty
  char32_t first = 0, last = 0;
  std::int32_t leadKern = 0;  ///< added to a space before it, in units of the wanted face
  std::int32_t tailKern = 0;  ///< added to its last glyph when a space follows
};

enum class Kerning : std::uint8_t { none, pairs };

/// Shapes words and remembers them. Ligatures stay off, so that a glyph shows one character.
///
/// Threads: not synchronised. Source: OpenType (GPOS kern), by HarfBuzz.
class Shaper {
 public:
  /// @param patterns file of hyphenation patterns, read when first asked for
  Shaper(const fonts::Library& library, Kerning kerning,
         std::string patterns = std::string(Hyphenator::kSystemPatterns));
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// The face for a request. When the family is not installed another one serves, with
  /// `*replaced` set. Errors: WorldError when no face at all is installed.
  FaceId face(const fonts::FaceRequest& request, bool* replaced = nullptr);

  const std::shared_ptr<const fonts::Face>& faceOf(FaceId id) const;
  std::size_t faceCount() const;
  int unitsPerEm(FaceId id) const;

  struct Simple {
    std::uint16_t glyph = 0;
    std::int32_t advance = 0;  ///< font units
  };
  Simple space(FaceId id) const;
  Simple hyphen(FaceId id) const;

  /// `chunk` is well-formed UTF-8 without U+0020 and line ends, not empty.
  const Shaped& shape(FaceId id, std::string_view chunk);

  Breaks& breaks() { return breaks_; }

  /// Where hyphenation may divide a word of this Shaper, ascending; each with `softHyphen`, as its
  /// line ends with a visible hyphen. For paragraphs whose style hyphenates; the places that the
  /// text itself has stay in Shaped::breaks and go before these. Found once a word, then
  /// remembered. Result: empty when `canHyphenate` says no. Lives until the Shaper is trimmed.
  const std::vector<InsideBreak>& divisions(const Shaped& shaped);
  /// Whether there are patterns; tell kNoPatterns once where a style asks for them in vain.
  bool canHyphenate();
  const std::string& patternsPath() const;

  /// Forgets the words when they are more than `most`; call it between documents only.
  void trim(std::size_t most);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
  Breaks breaks_;
};

/// Width of some font units at a size, to the nearest EMU.
inline Length toLength(std::int64_t units, Length size, int unitsPerEm) {
  return size.scaled(units, unitsPerEm);
}

/// Tells of a character that was borrowed (a warning) or that no face has (an error: what is
/// printed must be what was written). `wanted` and `used` are the faces' families.
void report(const Lacking& lacking, const std::string& wanted, const std::string& used, Place place,
            Diagnostics& diagnostics);

}  // namespace chancery::text
