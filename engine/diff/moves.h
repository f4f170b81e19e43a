#pragma once

#include <functional>
#include <string>
#include <vector>

#include "diff/outline.h"

/// For the comparison alone: what was removed in one place and added in another.
namespace chancery::diff {

struct Found {
  Difference difference;
  const Entry* entry = nullptr;  ///< of what was added or removed
  Path parent;                   ///< where it stands
};

/// Compares an entry with what became of it at another place.
using CompareMoved =
    std::function<std::vector<Found>(const Entry& before, const Entry& after, const Path& parent)>;

/// Likeness from which something removed and something added are one thing, moved and changed.
inline constexpr double kAlikeElsewhere = 0.7;

/// The differences, where a removal and an addition of one thing are told as its move.
std::vector<Difference> joinMoves(std::vector<Found> found, const CompareMoved& compare);

/// All text of an entry; of a table its title or columns, of an appendix its title.
std::string fullText(const Entry& entry);

}  // namespace chancery::diff
