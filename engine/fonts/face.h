#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace chancery::fonts {

/// Shown by no glyph of its own: a joiner, a direction mark, a soft hyphen, a variation selector.
/// Source: Unicode, Default_Ignorable_Code_Point (the part that occurs in office text).
bool isIgnorable(char32_t character);

/// What a document asks for.
struct FaceRequest {
  std::string family;
  bool bold = false;
  bool italic = false;
  auto operator<=>(const FaceRequest&) const = default;
};

/// Vertical metrics and descriptor values of a face, in font units.
struct Metrics {
  int unitsPerEm = 0;
  int ascent = 0;   ///< hhea, above the baseline, positive
  int descent = 0;  ///< hhea, below the baseline, positive
  int lineGap = 0;
  int capHeight = 0;
  int box[4] = {0, 0, 0, 0};  ///< xMin, yMin, xMax, yMax
  double italicAngle = 0;
};

/// One TrueType face, loaded (mapped) once and immutable. Threads: safe to share.
class Face {
 public:
  /// Errors: WorldError when the file is missing or is no usable font.
  static std::shared_ptr<const Face> load(const std::string& path);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& path() const;
  const std::string& family() const;
  const std::string& postScriptName() const;
  bool bold() const;
  bool italic() const;
  const Metrics& metrics() const;
  std::uint32_t glyphCount() const;
  /// Unkerned advance width in font units.
  int advance(std::uint32_t glyph) const;
  /// Glyph 0 (.notdef) when the face lacks the character.
  std::uint32_t glyphFor(char32_t character) const;
  /// Whether the face has all it takes to show a letter with its combining marks: each of them, or
  /// one glyph for some together, as й for и and a breve. Characters that show nothing count as
  /// there.
  bool shows(std::u32string_view cluster) const;
  /// The character that a glyph shows by the face's own cmap; 0 when none maps to it.
  char32_t characterFor(std::uint32_t glyph) const;

  /// For the shaper in room `text`: a HarfBuzz font at scale = unitsPerEm, immutable.
  hb_font_t* shaper() const;

 private:
  struct Data;
  explicit Face(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

/// A part of a face as a font program; glyph numbers stay those of the whole face.
struct Subset {
  std::string bytes;                  ///< a TrueType file
  std::vector<std::uint32_t> glyphs;  ///< those that it holds, ascending, components included
};

/// Errors: WorldError when HarfBuzz cannot make it.
Subset makeSubset(const Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace chancery::fonts
