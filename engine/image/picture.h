#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"

/// Pictures: PNG and JPEG as samples, SVG as drawing commands, QR codes as drawings.
namespace chancery::image {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Color&) const = default;
};

/// A step of a path. `curve` takes two control points and the end (cubic Bézier).
struct Segment {
  enum class Type : std::uint8_t { move, line, curve, close };
  Type type = Type::move;
  Length x, y;              ///< the end point
  Length x1, y1, x2, y2;    ///< control points of a curve
};

/// A filled or stroked outline. x grows to the right, y downwards.
struct Path {
  std::vector<Segment> segments;
  std::optional<Color> fill;
  std::optional<Color> stroke;
  Length strokeWidth;
  std::vector<Length> dashes;  ///< lengths of stroke and gap in turn; empty = solid
  bool evenOdd = false;
};

/// A line of text in a drawing.
struct Label {
  enum class Anchor : std::uint8_t { start, middle, end };
  std::string text;
  Length x, y;  ///< of the anchor, on the baseline
  Length size;
  Anchor anchor = Anchor::start;
  bool bold = false;
  bool turned = false;  ///< reads upwards (an axis' name)
  Color color;
};

/// Vector graphics.
struct Drawing {
  Length width, height;
  std::vector<Path> paths;    ///< painted in order, below the labels
  std::vector<Label> labels;
};

/// Samples. JPEG is kept as it came; everything else is unpacked.
struct Raster {
  enum class Coding : std::uint8_t { jpeg, samples };
  Coding coding = Coding::samples;
  int width = 0, height = 0;  ///< pixels
  int channels = 3;           ///< 1 grey, 3 sRGB
  std::string bytes;          ///< the JPEG stream, or rows of 8-bit samples without padding
  std::string alpha;          ///< 8 bits a pixel, 255 = opaque; empty = opaque everywhere
};

/// A picture as it came, ready for every output.
struct Picture {
  std::variant<Raster, Drawing> content;
  Length width, height;   ///< natural size: by its resolution (96 dpi when it tells none)
  std::string mediaType;  ///< of `bytes`: "image/png", "image/jpeg", "image/svg+xml"
  std::string bytes;      ///< the file; a QR code's is the SVG that it would be

  const Raster* raster() const { return std::get_if<Raster>(&content); }
  const Drawing* drawing() const { return std::get_if<Drawing>(&content); }
};

/// Bounds of one picture; past them reading ends with an error that names the limit.
struct Limits {
  std::size_t bytes = 32u << 20;
  int pixelsAcross = 20'000;        ///< in either direction
  std::int64_t pixels = 100'000'000;
  std::size_t paths = 100'000;      ///< of an SVG
};

/// Reads PNG, JPEG or SVG, told apart by their first bytes. CMYK, grey and palettes become sRGB or
/// grey; ICC profiles are dropped; orientation (EXIF) is applied. Of SVG: shapes, paths,
/// transforms, groups, fills, strokes, `use`; what prints nothing here (filters, scripts, outside
/// addresses) is an error that names it.
/// Result: nothing after a diagnostic at `place`.
std::shared_ptr<const Picture> read(std::string bytes, std::string_view name, const Place& place,
                                    const Limits& limits, Diagnostics& diagnostics);

/// A QR code (ISO/IEC 18004, correction level M) with its quiet zone of four modules. `size` is
/// that of the whole square. Result: null when the text is too long (2,300 bytes).
std::shared_ptr<const Picture> qrCode(std::string_view text, Length size);

/// A drawing as PNG at `dpi`, labels left out; for readers that show no vectors.
std::string rasterise(const Drawing& drawing, int dpi);

/// Samples as they are to be looked at. Exif 2.32, 4.6.4: orientation 1 is upright, 2 mirrored, 3
/// turned by 180°, 4 mirrored top to bottom; 5 … 8 have rows and columns exchanged: 6 is to be
/// turned clockwise by 90°, 8 by 270°.
Raster oriented(const Raster& raster, int orientation);

/// The bytes of a PNG of 8-bit samples. Equal input gives equal bytes.
std::string writePng(const Raster& raster);

}  // namespace chancery::image
