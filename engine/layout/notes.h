#pragma once

#include <vector>

#include "layout/emitter.h"

namespace chancery::layout {

/// The rule above a page's notes, and the space above and below it: what LibreOffice gives them
/// whatever a DOCX says.
inline constexpr Length kNoteRule = Length::twips(10);
inline constexpr Length kNoteGap = Length::twips(57);

/// The footnotes at the foot of one page.
///
/// As in LibreOffice: a line's notes must begin on its page, and go on on the next one where they
/// are too long; what is left of earlier notes comes first. Notes take at most four fifths of a
/// page. Notes are one flow of text: space between them is that between paragraphs.
class NoteArea {
 public:
  explicit NoteArea(Context& context) : context_(context) {}

  /// Begins a page `height` high between its margins with what the page before could not take.
  void startPage(Length height);

  /// How much of the page the notes take, the rule included; 0 without notes.
  Length height() const { return heightOf(shown_); }
  /// How much more it would be with these notes; of long ones only what must stand here.
  Length growth(const std::vector<int>& notes) const;
  /// Are there lines of notes from the page before?
  bool carries() const { return carried_ > 0; }
  /// Does something wait for the next page?
  bool waits() const { return shown_ < lines_.size(); }

  /// Adds the notes of an item when each of them can begin within `room`, which is for all notes
  /// of the page. With Force::yes adds them anyway; what finds no room waits.
  bool add(const std::vector<int>& notes, Length room, Force force);

  /// Sets the notes anew, for those that stay on the page.
  void reset(const std::vector<int>& notes, Length room);

  /// Draws what stands here; `bottom` is the bottom of the text area.
  void draw(Emitter& emitter, Length bottom) const;

 private:
  Length heightOf(std::size_t count) const;
  std::size_t fitting(Length room) const;
  void append(int note);

  Context& context_;
  std::vector<Item> lines_;      ///< in play: those from the page before, then this page's
  std::vector<Length> heights_;  ///< of the first n + 1 lines, gap and trailing space included
  std::size_t carried_ = 0;      ///< lines from the page before
  std::size_t shown_ = 0;        ///< lines that stand on this page
  Length most_;
};

}  // namespace chancery::layout
