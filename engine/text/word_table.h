#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "text/shaper.h"

namespace chancery::text {

/// The words shaped in one face, found by their text.
///
/// A look-up is made for each word of every document and finds little of it in the caches: here it
/// mostly touches one slot, then the word itself, which stays where it is.
class WordTable {
 public:
  /// Null when there is no such word.
  const Shaped* find(std::string_view text) const {
    if (slots_.empty()) return nullptr;
    const std::size_t hash = hashOf(text);
    for (std::size_t i = hash;; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (!slot.word || (slot.hash == hash && slot.word->text == text)) return slot.word.get();
    }
  }

  /// Keeps a word that is not yet there.
  const Shaped& add(std::unique_ptr<Shaped> word) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    ++count_;
    const std::size_t hash = hashOf(word->text);
    return *put({hash, std::move(word)}).word;
  }

  void clear() {
    slots_.clear();
    count_ = 0;
  }

 private:
  struct Slot {
    std::size_t hash = 0;
    std::unique_ptr<Shaped> word;  // null: the slot is free
  };

  static std::size_t hashOf(std::string_view text) { return std::hash<std::string_view>{}(text); }

  Slot& put(Slot slot) {
    std::size_t i = slot.hash;
    while (slots_[i & (slots_.size() - 1)].word) ++i;
    return slots_[i & (slots_.size() - 1)] = std::move(slot);
  }

  void grow() {
    std::vector<Slot> before(slots_.empty() ? 64 : 2 * slots_.size());
    std::swap(before, slots_);
    for (Slot& slot : before) {
      if (slot.word) put(std::move(slot));
    }
  }

  std::vector<Slot> slots_;  // a power of two, at least half of them free
  std::size_t count_ = 0;
};

}  // namespace chancery::text
