#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/source.h"
#include "fonts/face.h"
#include "image/picture.h"

namespace chancery::pages {

/// Number of an element in Pages::structure; kArtifact marks what is not content (page numbers,
/// rules, repeated table headers).
using ElementId = std::int32_t;
inline constexpr ElementId kArtifact = -1;

/// Standard structure types. Source: ISO 32000-1, 14.8.4.
enum class StructureType : std::uint8_t {
  document,
  part,
  section,
  division,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  paragraph,
  list,
  listItem,
  label,
  listBody,
  table,
  tableHead,
  tableBody,
  tableRow,
  tableHeader,
  tableCell,
  span,
  figure,
  note,
  link,
  caption,
  contents,      ///< TOC
  contentsItem,  ///< TOCI
  reference
};

/// The type's name in a PDF: "H1", "TD". Source: ISO 32000-1, tables 333 to 339.
std::string_view structureName(StructureType type);

/// One element of the logical structure. Elements stand in reading order; a parent stands before
/// its children. Content (text) hangs on elements without child elements only.
struct StructureElement {
  StructureType type = StructureType::document;
  ElementId parent = kArtifact;  ///< kArtifact for the root
  std::uint16_t columnSpan = 1;
  std::uint16_t rowSpan = 1;
  bool numberedList = false;  ///< of a list: labels are numbers
  bool rowHeader = false;     ///< of a tableHeader: scope Row (else Column)
  std::string alternative;    ///< alternative text of a figure
};

/// By number; they grow without being moved, for a long table has half a million of them.
using StructureElements = std::deque<StructureElement>;

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Color&) const = default;
};

/// A glyph with the distance to the next one, kerning and justification included.
struct Glyph {
  std::uint16_t id = 0;
  std::int32_t advance = 0;  ///< EMU
};

/// Glyphs of one face and size on one baseline. x grows to the right, y downwards, from the page's
/// top left corner. A line that was broken at a space keeps it at its end, in `text` at least, so
/// that what is read out of a file has whole words.
struct TextRun {
  std::uint16_t face = 0;  ///< index into Pages::faces
  Length size;
  Length x;
  Length y;                      ///< of the baseline
  std::uint32_t firstGlyph = 0;  ///< into Page::glyphs
  std::uint32_t glyphCount = 0;
  std::uint32_t textOffset = 0;  ///< into Page::text
  std::uint32_t textLength = 0;  ///< bytes; the text that the glyphs show, in logical order
  ElementId element = kArtifact;
  Color color;
  Origin origin;
  bool turned = false;  ///< reads upwards: glyphs follow each other from y towards the top
};

/// A filled rectangle: a border or an underline.
struct Rule {
  Length x, y, width, height;
  ElementId element = kArtifact;
  Color color;
};

/// A raster picture, scaled to its rectangle.
struct Image {
  Length x, y, width, height;
  std::uint32_t picture = 0;  ///< index into Pages::pictures
  ElementId element = kArtifact;
  Origin origin;
};

/// A path of a vector picture or chart, in the page's coordinates.
struct Shape {
  image::Path path;
  ElementId element = kArtifact;
  Origin origin = {};
};

/// An area that leads to a place in this document.
struct Link {
  Length x, y, width, height;
  ElementId element = kArtifact;  ///< a `link` or `reference` element
  std::uint32_t page = 0;         ///< index into Pages::pages
  Length top;                     ///< of what it leads to
  std::string description;        ///< for assistive technology
};

/// A page of another PDF, which stands below all that this page has of its own. It is scaled to
/// this page where the sizes differ.
struct ForeignPage {
  std::uint32_t file = 0;         ///< index into Pages::foreign
  std::uint32_t page = 0;         ///< from 0
  ElementId element = kArtifact;  ///< a `figure` whose alternative says what it is
};

/// Painted in this order: the foreign page, images, shapes, rules, text.
struct Page {
  Length width, height;
  std::string label;          ///< the number that it bears; "" = none
  std::vector<TextRun> runs;  ///< in reading order
  std::vector<Rule> rules;
  std::vector<Image> images;
  std::vector<Shape> shapes;
  std::vector<Link> links;
  std::optional<ForeignPage> foreign;
  std::vector<Glyph> glyphs;
  std::string text;
};

/// An entry of the outline that viewers show beside the pages.
struct OutlineItem {
  std::string text;
  int level = 1;
  std::uint32_t page = 0;  ///< index into Pages::pages
  Length top;
};

/// A laid-out document, ready for any output.
struct Pages {
  std::string title;
  std::string author;    ///< the organisation; may be ""
  std::string language;  ///< BCP 47, e.g. "ru-RU"
  std::vector<std::shared_ptr<const fonts::Face>> faces;
  StructureElements structure;                                  ///< structure[0] is the document
  std::vector<std::shared_ptr<const image::Picture>> pictures;  ///< rasters only
  std::vector<std::shared_ptr<const std::string>> foreign;      ///< bytes of whole PDF files
  std::vector<OutlineItem> outline;
  std::vector<Page> pages;
};

/// The pages as text, one line a run or rule with its place in points, for goldens: a difference
/// of pages is a difference of text. Structure is shown as a path before each change of element.
///
///     page 1: 595.28 x 841.89
///     Document/P[2]
///       85.04 120.30 +451.20 Tinos 14 "В целях …"       x, baseline, width, face, size, text
///       rule 85.04 124.00 170.08 x 0.48                 x, y, width, height
///       image 2: 85.04 300.00 170.08 x 90.00            number in `pictures` from 0, place
///       shape fill #008000: M 85.04 300 L 95.04 310 Z   fill, stroke and its width, steps
///       link to page 3 at 120.00: 85.04 … "Раздел 2"    target, place, description
///
///     outline
///       page 2 at 120.00 "Раздел 2"                     two blanks a level
std::string dump(const Pages& pages);

}  // namespace chancery::pages
