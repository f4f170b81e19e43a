#include "layout/notes.h"

#include <algorithm>

namespace chancery::layout {

void NoteArea::startPage(Length height) {
  most_ = height - Length::twips(height.toTwips() / 5);
  lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(shown_));
  carried_ = lines_.size();
  shown_ = 0;
  heights_.clear();
  if (lines_.empty()) return;
  // LibreOffice keeps the space above a paragraph that begins a page's notes.
  Item& first = lines_.front();
  first.gap = first.line == 0 ? first.paragraph->before : Length();
  Length sum;
  for (const Item& line : lines_) heights_.push_back(sum += line.gap + line.height + line.trailing);
  // At least one line, lest the notes never end.
  shown_ = std::max<std::size_t>(fitting(most_), 1);
}

// Without the space below the last line.
Length NoteArea::heightOf(std::size_t count) const {
  if (count == 0) return Length();
  return heights_[count - 1] - lines_[count - 1].trailing + kNoteRule + kNoteGap * 2;
}

// How many lines find room, broken where a page may end.
std::size_t NoteArea::fitting(Length room) const {
  const Length limit = std::min(room, most_);
  std::size_t count = shown_, best = shown_;
  while (count < lines_.size() && heightOf(count + 1) <= limit) {
    ++count;
    if (count == lines_.size() || lines_[count].breakBefore) best = count;
  }
  return best;
}

void NoteArea::append(int note) {
  const auto& lines = context_.notes[static_cast<std::size_t>(note)];
  if (!lines) return;
  Length space;  // between the notes
  if (!lines_.empty()) {
    const Item& last = lines_.back();
    if (last.paragraph) space = last.paragraph->after;
  }
  for (const Item& line : lines->flow.all()) {
    Item item = line;
    item.gap = std::max(item.gap, std::exchange(space, Length()));
    const Length before = heights_.empty() ? Length() : heights_.back();
    heights_.push_back(before + item.gap + item.height + item.trailing);
    lines_.push_back(std::move(item));
  }
}

Length NoteArea::growth(const std::vector<int>& notes) const {
  Length sum;
  for (const int note : notes) {
    const auto& lines = context_.notes[static_cast<std::size_t>(note)];
    if (!lines) continue;
    if (lines->flow.height <= most_ / 3) {
      sum += lines->flow.height;
      continue;
    }
    Length least;
    for (std::size_t i = 0; i < lines->flow.size(); ++i) {
      const Item& line = lines->flow.at(i);
      if (i > 0 && line.breakBefore) break;
      least += line.gap + line.height + line.trailing;
    }
    sum += least;
  }
  if (lines_.empty() && sum > Length()) sum += kNoteRule + kNoteGap * 2;
  return sum;
}

bool NoteArea::add(const std::vector<int>& notes, Length room, Force force) {
  if (notes.empty()) return true;
  const std::size_t size = lines_.size();
  const std::size_t shown = shown_;
  std::vector<std::size_t> starts;
  for (const int note : notes) {
    starts.push_back(lines_.size());
    append(note);
  }
  shown_ = fitting(room);
  const bool begun = std::all_of(starts.begin(), starts.end(), [&](std::size_t start) {
    return start < shown_ || start == lines_.size();
  });
  if (begun || force == Force::yes) return true;
  lines_.resize(size);
  heights_.resize(size);
  shown_ = shown;
  return false;
}

void NoteArea::reset(const std::vector<int>& notes, Length room) {
  lines_.resize(carried_);
  heights_.resize(carried_);
  shown_ = std::min(shown_, carried_);
  for (const int note : notes) append(note);
  shown_ = fitting(room);
}

void NoteArea::draw(Emitter& emitter, Length bottom) const {
  if (shown_ == 0) return;
  const Length top = bottom - height() + kNoteGap;
  std::vector<Placed> placed;
  Length y = top + kNoteRule + kNoteGap;
  for (std::size_t i = 0; i < shown_; ++i) {
    y += lines_[i].gap;
    placed.push_back({lines_[i], y});
    y += lines_[i].height + lines_[i].trailing;
  }
  emitter.drawNotes(placed, top);
}

}  // namespace chancery::layout
