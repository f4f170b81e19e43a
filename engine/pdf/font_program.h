#pragma once

#include <map>
#include <string>
#include <vector>

#include "fonts/face.h"
#include "pdf/deflater.h"
#include "pdf/object_writer.h"

namespace chancery::pdf {

/// What glyphs without a character of their own show, by glyph.
using GlyphTexts = std::map<std::uint32_t, char32_t>;

/// A subset of a face with everything a PDF says of it, ready to be put into any document.
struct FontProgram {
  std::string name;        ///< with the subset's tag: "ABCDEF+Tinos-Bold"
  std::string descriptor;  ///< entries of the font descriptor but for its references
  std::string widths;      ///< inside of the W array
  std::size_t programSize = 0;
  std::string program;    ///< deflated
  std::string toUnicode;  ///< deflated
  std::string cidSet;     ///< deflated
};

/// Errors: WorldError when the face cannot be cut. Source: ISO 32000-1, 9.7 and 9.10.3.
FontProgram makeFontProgram(const fonts::Face& face, const std::vector<std::uint32_t>& glyphs,
                            const GlyphTexts& texts, Deflater& deflater);

/// The object numbers of one font in a file.
struct FontNumbers {
  int font = 0;
  int descendant = 0;
  int descriptor = 0;
  int program = 0;
  int toUnicode = 0;
  int cidSet = 0;  ///< 0: none
};

/// CIDSet is required in PDF/A-1 (ISO 19005-1, 6.3.5) and idle in later parts.
enum class CidSet { without, with };

FontNumbers reserveFont(ObjectWriter& out, CidSet cidSet);
/// The font's streams, which are the same in every document.
void writeFontStreams(ObjectWriter& out, const FontProgram& font, const FontNumbers& numbers);
void writeFontObjects(ObjectWriter& out, const FontProgram& font, const FontNumbers& numbers);

}  // namespace chancery::pdf
