#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chancery::diff {

/// What is known of an item of a list for matching it with another list's.
struct Item {
  std::uint64_t hash = 0;  ///< of its content
  int group = 0;           ///< only items of one group are matched
  bool isPaired = false;   ///< items of this group that remain at one place are matched anyway
  std::span<const std::uint32_t> words = {};  ///< numbers of its words, sorted
};

struct Match {
  std::size_t before = 0;
  std::size_t after = 0;
  bool isMoved = false;  ///< equal, out of the order of the others

  bool operator==(const Match&) const = default;
};

/// 0 … 1: how many words two items share.
double likeness(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other);

/// Likeness from which items count as one item, changed.
inline constexpr double kAlike = 0.4;
/// The same where one item alone stands in the place of one other.
inline constexpr double kAlikeAlone = 0.2;
/// Pairs of items that are compared with each other within one gap between equal ones. Larger gaps
/// are split by pairs that share rare words.
inline constexpr std::size_t kMostPairs = 250'000;

/// Matches two lists: equal items first (those that occur once, then the rest by Myers), then the
/// most alike between them, in order. Result: sorted by `after`; each item at most once.
std::vector<Match> align(std::span<const Item> before, std::span<const Item> after);

}  // namespace chancery::diff
