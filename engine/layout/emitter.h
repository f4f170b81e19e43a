#pragma once

#include <vector>

#include "layout/flow.h"

namespace chancery::layout {

/// An item with its place on the page.
struct Placed {
  Item item;
  Length y;
};

/// Draws items onto pages.
class Emitter {
 public:
  explicit Emitter(Context& context);

  void startSection(const format::Section& section);
  /// Adds a page with its header; past the limit of pages layout stops.
  /// Result: how far the header reaches down, from the page's top; 0 without one.
  Length startPage(bool firstOfSection);
  /// Draws the text of the latest page; `x` is the left edge of the text.
  void drawPage(const std::vector<Placed>& items, Length x);

  std::vector<pages::Page> take() { return std::move(pages_); }
  /// The faces that the pages use, in the order of their first use.
  std::vector<std::shared_ptr<const fonts::Face>> takeFaces() { return std::move(faces_); }
  int pageCount() const { return static_cast<int>(pages_.size()); }

 private:
  struct LineTotals;  // how a line is aligned

  void drawFlow(const Flow& flow, Length x, Length y);
  void drawItems(const std::vector<Placed>& items, Length x);
  void drawRows(const Placed* first, const Placed* end, Length x);
  void drawCell(const RowBox& row, const CellBox& cell, Length x, Length y, Length height);
  void drawHorizontals(const Placed* first, const Placed* end, Length x);
  void drawVerticals(const Placed* first, const Placed* end, Length x);
  void drawLine(const ParagraphBox& box, const Line& line, bool first, Length x, Length y);
  void drawAtom(const ParagraphBox& box, const Line& line, std::uint32_t index, LineTotals& totals);
  void startRun(const TextPart& part, const SetStyle& style, text::FaceId face, Length x, Length y);
  void endRun(const SetStyle& style, Length right);
  Length drawHeader(Length top);
  void addRule(Length x, Length y, Length width, Length height);
  std::uint16_t faceNumber(text::FaceId face);
  pages::Page& page() { return pages_.back(); }

  Context& context_;
  const format::Section* section_ = nullptr;
  std::vector<pages::Page> pages_;
  std::vector<std::shared_ptr<const fonts::Face>> faces_;
  std::vector<int> faceNumbers_;  ///< into faces_, by the shaper's number; -1 = not used
  int pageNumber_ = 0;
  bool artifact_ = false;  ///< what is drawn now is no content
};

}  // namespace chancery::layout
