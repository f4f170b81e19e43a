#pragma once

#include <deque>

#include "layout/emitter.h"
#include "layout/flow.h"
#include "layout/notes.h"

namespace chancery::layout {

/// Fills the pages of one section with items. A page is given out when the next one begins.
///
/// Breaks as LibreOffice does: a page takes what fits; it ends at the last place allowed; where
/// none is, before the item that does not fit, split if need be. Header rows of a table that goes
/// on are shown again.
class Paginator {
 public:
  /// @param element of the section
  Paginator(Context& context, Emitter& emitter, const format::Section& section,
            pages::ElementId element);

  void add(Item&& item);
  /// Gives out the last page; a section has at least one.
  void finish();

  Length textWidth() const { return textWidth_; }
  Length textHeight() const { return bottom_ - top_; }
  /// False when the margins leave no room; then nothing may be added.
  bool hasRoom() const { return textWidth_ > Length() && bottom_ > top_; }

 private:
  void place(Item&& item);
  Length nextY(const Item& item) const;
  Length limit() const { return bottom_ - notes_.height(); }
  bool fits(const Item& item, Length y, Force force);
  void push(Item&& item, Length y);
  void overflow(Item&& item);
  bool maySplit(const Item& item) const;
  bool trySplit(Item& item, Force force);
  void breakAt(std::size_t index, Item&& item, Force force = Force::no);
  void emitPage(std::size_t count);
  void settleNotes();
  void beginPage(bool firstOfSection);
  void startPage(const Item& first);
  bool onlyHeaders() const { return current_.size() == headers_; }

  Context& context_;
  Emitter& emitter_;
  const format::Section& section_;
  Length top_, bottom_, textWidth_;
  bool hasNotes_;
  NoteArea notes_;
  std::vector<Placed> current_;
  std::deque<Item> pending_;  ///< what goes to the pages after, in order
  std::size_t headers_ = 0;   ///< repeated header rows at the start of current_
  bool firstPage_ = true;
};

}  // namespace chancery::layout
