#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/bounds.h"
#include "pages/pages.h"
#include "pdf/document_fonts.h"

namespace chancery::pdf {

/// A marked-content sequence: a piece of a page that belongs to an element. Sequences are kept in
/// the order of pages and of their numbers. Source: ISO 32000-1, 14.7.4.
struct MarkedContent {
  pages::ElementId element = pages::kArtifact;
  int page = 0;
  int number = 0;  ///< its MCID: from 0 on each page
};

/// The rectangle of a figure on the page on which it begins, from that page's top left corner.
struct FigureBox {
  int page = 0;
  pages::Box box;
};

/// What content streams tell of the structure elements that they show.
struct TaggedContent {
  std::vector<MarkedContent> marks;
  std::map<pages::ElementId, FigureBox> figures;
};

enum class Tagging { none, full };

/// Where a foreign page's form stands on our page: scaled evenly and moved, in points.
struct FormPlace {
  double scale = 1;
  double x = 0, y = 0;
};

/// Writes the content streams of pages: the foreign page, images, shapes and rules first, then all
/// text in one text object. Images are named /I0 … by their number in Pages::pictures, forms of
/// foreign pages /P0 … by the page that they stand on.
///
/// Places are rounded to hundredths of a point; within a line every glyph stands within a
/// thousandth of the font size from its true place, however long the line (TJ takes up what
/// rounding left over). Source: ISO 32000-1, 8.4, 8.5, 8.10, 9.4, 14.6, 14.8.2.2.
class ContentWriter {
 public:
  ContentWriter(const std::vector<DocumentFont>& fonts,
                const pages::StructureElements& structure, Tagging tagging)
      : fonts_(fonts), structure_(structure), tagging_(tagging) {}

  /// The stream of page number `index`; what it shows of elements is added to `tagged`. `form` says
  /// where the page's foreign page stands; null when it has none. The text is valid until the next
  /// call.
  const std::string& write(const pages::Page& page, int index, const FormPlace* form,
                           TaggedContent& tagged);

 private:
  // content_graphics.cpp
  void addForeign(const FormPlace& form);
  void addImages();
  void addShapes();
  void addShape(const image::Path& path);
  void addSegments(const image::Path& path);
  void setStroke(const image::Path& path);
  void addRules();
  void addRuleGroup(std::size_t first, std::size_t last);
  void setColor(const pages::Color& color);
  void addColor(const pages::Color& color, std::string_view grey, std::string_view rgb);
  void addPoint(Length x, Length y);
  void openElement(pages::ElementId element);
  void openGraphics(pages::ElementId element);
  void closeElement();
  bool isFigure(pages::ElementId element) const;
  void addToFigure(pages::ElementId element, const pages::Box& box);

  void addText();
  std::string_view textOf(const pages::TextRun& run) const;
  void openArtifact(const pages::TextRun& run);
  void addRun(const pages::TextRun& run);
  void showAs(std::string_view text, const pages::Glyph* glyphs, std::size_t count);
  bool continuesLine(const pages::TextRun& run) const;
  bool hidesText(const pages::TextRun& run) const;
  bool dividesWord(const pages::TextRun& run) const;
  bool lacksFinalSpace(const pages::TextRun& run) const;
  void moveTo(const pages::TextRun& run);
  void setState(const pages::TextRun& run);
  void showGlyphs(const pages::Glyph* glyphs, std::size_t count);
  char* showChunk(char* out, const pages::Glyph* glyphs, std::size_t count);
  void openArray();
  void closeArray();

  const std::vector<DocumentFont>& fonts_;
  const pages::StructureElements& structure_;
  Tagging tagging_;

  // One page's state.
  const pages::Page* page_ = nullptr;
  int index_ = 0;
  TaggedContent* tagged_ = nullptr;
  int nextNumber_ = 0;  // MCID
  std::string out_;
  pages::Color color_;
  bool strokes_ = false;  // something was stroked
  pages::Color strokeColor_;
  std::int64_t strokeWidth_ = 100;  // hundredths of a point
  std::vector<Length> dashes_;
  int face_ = -1;
  std::int64_t size_ = 0;   // of the font, in hundredths of a point
  std::int64_t lineX_ = 0;  // where the last Td went, in hundredths
  std::int64_t lineY_ = 0;
  bool turned_ = false;   // text goes upwards
  bool inArray_ = false;  // "[(" is open
  int arrayItems_ = 0;
  std::size_t stringGlyphs_ = 0;
  std::int64_t sizeEmu_ = 0;  // of the font
  std::int64_t trueX_ = 0;    // where the next glyph ought to stand, in EMU
  std::int64_t error_ = 0;    // how far right of that it would stand, in millionths of an EMU
};

}  // namespace chancery::pdf
