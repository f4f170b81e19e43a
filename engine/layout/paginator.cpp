#include "layout/paginator.h"

#include <algorithm>

#include "base/error.h"
#include "layout/messages.h"

namespace chancery::layout {
namespace {

// The line below a row, for which there must be room if the page ends there.
Length closing(const Item& item) {
  return item.row ? item.row->table->border : Length();
}

}  // namespace

Paginator::Paginator(Context& context, Emitter& emitter, const format::Section& section,
                     pages::ElementId element)
    : context_(context),
      emitter_(emitter),
      section_(section),
      hasNotes_(!context.document.footnotes.empty()),
      notes_(context) {
  emitter.startSection(section, element);
  textWidth_ = toTwips(section.pageWidth) - toTwips(section.left) - toTwips(section.right);
  beginPage(true);
}

void Paginator::beginPage(bool firstOfSection) {
  const PageFrame frame = emitter_.startPage(firstOfSection);
  top_ = std::max(toTwips(section_.top), frame.top);
  bottom_ = std::min(toTwips(section_.pageHeight) - toTwips(section_.bottom), frame.bottom);
  if (hasNotes_) notes_.startPage(bottom_ - top_);
}

Length Paginator::nextY(const Item& item) const {
  if (current_.empty()) return firstPage_ || item.newPage ? top_ + item.gap : top_;
  const Placed& last = current_.back();
  if (onlyHeaders()) return last.y + last.item.height;
  return last.y + last.item.height + last.item.trailing + item.gap;
}

// Is there room for an item and for the notes that it brings? These are then set.
bool Paginator::fits(const Item& item, Length y, Force force) {
  const Length end = y + item.height + closing(item);
  if (end > limit() && force == Force::no) return false;
  if (!hasNotes_) return true;
  std::vector<int> notes;
  notesOf(item, notes);
  return notes_.add(notes, bottom_ - end, force);
}

void Paginator::push(Item&& item, Length y) {
  current_.push_back({std::move(item), y});
}

void Paginator::add(Item&& item) {
  pending_.push_back(std::move(item));
  while (!pending_.empty() && !context_.stopped) {
    Item next = std::move(pending_.front());
    pending_.pop_front();
    place(std::move(next));
  }
}

void Paginator::place(Item&& item) {
  settle(item);
  const Length y = nextY(item);
  if (item.newPage && !current_.empty()) {
    breakAt(current_.size(), std::move(item));
  } else if (fits(item, y, Force::no)) {
    push(std::move(item), y);
  } else {
    overflow(std::move(item));
  }
}

void Paginator::overflow(Item&& item) {
  if (maySplit(item) && trySplit(item, Force::no)) return;
  if (item.breakBefore && !onlyHeaders()) return breakAt(current_.size(), std::move(item));
  for (std::size_t i = current_.size(); i-- > headers_ + 1;) {
    if (current_[i].item.breakBefore) return breakAt(i, std::move(item));
  }
  // What finds no room above the rest of long notes waits for their end.
  if (onlyHeaders() && notes_.carries()) return breakAt(current_.size(), std::move(item));
  // No place allows it. A row that no page can hold is split wherever it can be; else what must
  // stand together is taken apart.
  if (onlyHeaders()) {
    if (item.row && trySplit(item, Force::yes)) return;
    if (item.paragraph) {
      const auto& parts = item.paragraph->parts;
      context_.warnOnce(kTallerThanPage,
                        {parts.empty() ? std::string() : std::string(parts[0].text())},
                        parts.empty() ? Origin{} : parts[0].origin);
    }
    const Length y = nextY(item);
    fits(item, y, Force::yes);
    push(std::move(item), y);
    return;
  }
  // As LibreOffice does, whole paragraphs are parted before lines of one are.
  const auto startsBlock = [](const Item& one) { return !one.paragraph || one.line == 0; };
  std::size_t index = current_.size();
  if (!startsBlock(item)) {
    while (index > headers_ + 1 && !startsBlock(current_[index - 1].item)) --index;
    if (index > headers_ + 1) {
      --index;
    } else {
      index = current_.size();
    }
  }
  breakAt(index, std::move(item));
}

// A row that stands with the next one is split only where nothing is above it.
bool Paginator::maySplit(const Item& item) const {
  if (!item.row || !item.row->splittable || item.row->header) return false;
  return !item.row->keeps || onlyHeaders();
}

// Puts on this page what fits of a row; its rest begins the next page.
bool Paginator::trySplit(Item& item, Force force) {
  const Length y = nextY(item);
  Length room = limit() - y - closing(item);
  if (hasNotes_ && force == Force::no) {
    room = roomBesideNotes(item, room, [&](const auto& notes) { return notes_.growth(notes); });
  }
  auto rest = splitRow(item, room, force);
  if (!rest) return false;
  fits(item, y, Force::yes);
  push(std::move(item), y);
  breakAt(current_.size(), std::move(*rest), force);
  return true;
}

// Ends the page before current_[index]; that and what follows begin the next one.
void Paginator::breakAt(std::size_t index, Item&& item, Force force) {
  const bool newPage = item.newPage && index == current_.size();
  std::vector<Item> head, tail;
  for (std::size_t i = index; i < current_.size(); ++i) {
    tail.push_back(std::move(current_[i].item));
  }
  current_.resize(index);
  tail.push_back(std::move(item));
  if (tail.front().row) {  // only then cells can cross the break
    for (const Placed& placed : current_) head.push_back(placed.item);
    cutSpans(head, tail, force, &context_.resolved.groupBreaks);
  }
  if (hasNotes_) settleNotes();
  emitPage(index);
  if (context_.stopped) return;
  if (!newPage) tail.front().gap = Length();
  startPage(tail.front());
  pending_.insert(pending_.begin(), std::make_move_iterator(tail.begin()),
                  std::make_move_iterator(tail.end()));
}

// What moved to the next page takes its notes along.
void Paginator::settleNotes() {
  std::vector<int> notes;
  for (const Placed& placed : current_) notesOf(placed.item, notes);
  Length end = top_;
  if (!current_.empty()) {
    const Placed& last = current_.back();
    end = last.y + last.item.height + closing(last.item);
  }
  notes_.reset(notes, bottom_ - end);
}

void Paginator::emitPage(std::size_t count) {
  check(count <= current_.size(), "a page gives out what it holds");
  emitter_.drawPage(current_);
  if (hasNotes_) notes_.draw(emitter_, bottom_);
  current_.clear();
  headers_ = 0;
  firstPage_ = false;
}

void Paginator::startPage(const Item& first) {
  beginPage(false);
  if (context_.stopped || !first.row || first.row->header) return;
  const TableBox& table = *first.row->table;
  if (!table.repeatsHeaders) return;
  Length height;
  for (const auto& row : table.headers) height += row->height;
  if (height > (bottom_ - top_) / 2) {
    context_.warnOnce(kHeaderTooTall, {}, table.origin);
    return;
  }
  Length y = top_;
  for (const auto& row : table.headers) {
    Item item;
    item.row = row;
    item.repeated = true;
    settle(item);
    const Length rowHeight = item.height;
    push(std::move(item), y);
    y += rowHeight;
  }
  headers_ = current_.size();
}

void Paginator::finish() {
  if (context_.stopped) return;
  emitPage(current_.size());
  while (hasNotes_ && notes_.waits()) {
    beginPage(false);
    if (context_.stopped) return;
    emitPage(0);
  }
}

}  // namespace chancery::layout
