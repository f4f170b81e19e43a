#pragma once

#include <map>
#include <vector>

#include "layout/flow.h"
#include "layout/navigation.h"
#include "layout/objects.h"

namespace chancery::layout {

/// An item with its place on the page.
struct Placed {
  Item item;
  Length y;
};

/// What the header and footer leave of a page; equal to the page's edges without them.
struct PageFrame {
  Length top;     ///< how far the header reaches down
  Length bottom;  ///< how far the footer reaches up, from the page's top
};

/// Draws items onto pages.
class Emitter {
 public:
  explicit Emitter(Context& context);

  /// @param element of the section, under which its placed objects stand
  void startSection(const format::Section& section, pages::ElementId element);
  /// Adds a page with its header and footer; past the limit of pages layout stops. Before the first
  /// page of a section that begins on an odd page there may be a blank one.
  PageFrame startPage(bool firstOfSection);
  /// Draws the text of the latest page.
  void drawPage(const std::vector<Placed>& items);
  /// Draws the notes of the latest page below a rule whose top is at `y`.
  void drawNotes(const std::vector<Placed>& lines, Length y);
  /// Makes the latest page a page of another file.
  void showForeign(const format::Section& section);
  /// How many pages the section has so far.
  int sectionPages() const { return sectionPages_; }

  /// Hands over all pages with what belongs to them.
  void finish(pages::Pages& pages);
  std::vector<int> bookmarkPages() const { return navigation_.bookmarkPages(); }
  int pageCount() const { return static_cast<int>(pages_.size()); }

 private:
  struct LineTotals;  // how a line is aligned

  /// Whether what is drawn is of use to anyone.
  bool draws() const { return context_.wantsPages && !context_.isRehearsal(); }
  bool addPage();
  Length leftMargin() const;
  ParagraphBox runningBox(const format::Paragraph& paragraph);
  Length drawRunning(const ParagraphBox& box, Length top);
  void drawPlaced();

  void drawFlow(const Flow& flow, Length x, Length y);
  void drawItems(const std::vector<Placed>& items, Length x);
  void drawRows(const Placed* first, const Placed* end, Length x);
  void drawCell(const RowBox& row, const CellBox& cell, Length x, Length y, Length height);
  void drawHorizontals(const Placed* first, const Placed* end, Length x);
  void drawVerticals(const Placed* first, const Placed* end, Length x);

  void drawLine(const ParagraphBox& box, std::uint32_t line, Length x, Length y);
  void drawAtom(const ParagraphBox& box, const Line& line, std::uint32_t index, LineTotals& totals);
  void drawWord(const ParagraphBox& box, const Line& line, std::uint32_t index, LineTotals& totals);
  void drawSpaces(const ParagraphBox& box, const Line& line, std::uint32_t index,
                  LineTotals& totals);
  void drawTab(const ParagraphBox& box, const Line& line, std::uint32_t index, LineTotals& totals);
  void drawLeader(const SetStyle& style, Length from, Length to, Length origin, Length baseline);
  void openRun(const ParagraphBox& box, std::uint32_t part, text::FaceId face, LineTotals& totals);
  void closeRun(const ParagraphBox& box, LineTotals& totals);
  void put(std::uint16_t glyph, Length advance, LineTotals& totals);
  void startRun(const TextPart& part, const SetStyle& style, text::FaceId face, Length x, Length y);
  void endRun(const SetStyle& style, Length right);
  void drawAccent(const TextPart& part, const text::Piece& piece, const text::ShapedGlyph& glyph,
                  const LineTotals& totals);

  void drawObject(const format::Object& object, Length x, Length y, format::ObjectSize size,
                  pages::ElementId element);
  void drawDrawing(const image::Drawing& drawing, const format::Object& object, Length x, Length y,
                   format::ObjectSize size, pages::ElementId element);
  void drawLabel(const image::Label& label, const TextPart& part, const SetStyle& style, Length x,
                 Length y);
  std::uint32_t pictureNumber(const std::shared_ptr<const image::Picture>& picture);

  void addRule(Length x, Length y, Length width, Length height);
  std::uint16_t faceNumber(text::FaceId face);
  pages::Page& page() { return pages_.back(); }

  Context& context_;
  const format::Section* section_ = nullptr;
  pages::ElementId sectionElement_ = pages::kArtifact;
  std::vector<pages::Page> pages_;
  std::vector<std::shared_ptr<const fonts::Face>> faces_;
  std::vector<int> faceNumbers_;  ///< into faces_, by the shaper's number; -1 = not used
  std::vector<std::shared_ptr<const image::Picture>> pictures_;
  std::map<const image::Picture*, std::uint32_t> pictureNumbers_;
  Navigation navigation_;
  int pageNumber_ = 0;
  int sectionPages_ = 0;
  bool artifact_ = false;  ///< what is drawn now is no content
};

}  // namespace chancery::layout
