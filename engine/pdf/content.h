#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

enum class Tagging { none, full };

/// Writes the content streams of pages: rules first, then all text in one text object.
///
/// Places are rounded to hundredths of a point; within a line every glyph stands within a
/// thousandth of the font size from its true place, however long the line (TJ takes up what
/// rounding left over). Source: ISO 32000-1, 8.5, 9.4, 14.6, 14.8.2.2.
class ContentWriter {
 public:
  ContentWriter(const std::vector<DocumentFont>& fonts,
                const std::vector<pages::StructureElement>& structure, Tagging tagging)
      : fonts_(fonts), structure_(structure), tagging_(tagging) {}

  /// The stream of page number `index`; its marked content is appended to `marks`. The text is
  /// valid until the next call.
  const std::string& write(const pages::Page& page, int index, std::vector<MarkedContent>& marks);

 private:
  void addRules();
  void addRuleGroup(std::size_t first, std::size_t last);
  void addText(int index, std::vector<MarkedContent>& marks);
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
  void setColor(const pages::Color& color);
  void showGlyphs(const pages::Glyph* glyphs, std::size_t count);
  char* showChunk(char* out, const pages::Glyph* glyphs, std::size_t count);
  void openArray();
  void closeArray();

  const std::vector<DocumentFont>& fonts_;
  const std::vector<pages::StructureElement>& structure_;
  Tagging tagging_;

  // One page's state.
  const pages::Page* page_ = nullptr;
  std::string out_;
  pages::Color color_;
  int face_ = -1;
  std::int64_t size_ = 0;   // of the font, in hundredths of a point
  std::int64_t lineX_ = 0;  // where the last Td went, in hundredths
  std::int64_t lineY_ = 0;
  bool inArray_ = false;  // "[(" is open
  int arrayItems_ = 0;
  std::size_t stringGlyphs_ = 0;
  std::int64_t sizeEmu_ = 0;  // of the font
  std::int64_t trueX_ = 0;    // where the next glyph ought to stand, in EMU
  std::int64_t error_ = 0;    // how far right of that it would stand, in millionths of an EMU
};

}  // namespace chancery::pdf
