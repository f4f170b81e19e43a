#include "diff/moves.h"

#include <algorithm>
#include <tuple>

#include "diff/align.h"

namespace chancery::diff {

using document::Kind;

namespace {

/// A phrase of this many words may be alike by chance.
constexpr std::size_t kFewWords = 3;
/// Removals times additions past which only equal content counts as moved.
constexpr std::size_t kMostTried = 40'000;

bool mayMove(const Found& found) {
  if (!found.entry || found.entry->words.size() < kFewWords) return false;
  switch (found.entry->step.kind) {
    case Kind::clause:
    case Kind::row:
    case Kind::sectionRow:
    case Kind::paragraph:
    case Kind::heading:
    case Kind::item:
    case Kind::list:
    case Kind::table:
    case Kind::figure:
    case Kind::chart:
    case Kind::appendix:
      return true;
    default:
      return false;
  }
}

struct Move {
  double score = 0;
  std::size_t removed = 0, added = 0;  ///< indices into what was found
};

double scoreOf(const Entry& before, const Entry& after) {
  if (before.step.kind != after.step.kind) return 0;
  if (before.isRow() && before.children.size() != after.children.size()) return 0;
  return before.hash == after.hash ? 2 : likeness(before.words, after.words);
}

std::vector<Move> movesAmong(const std::vector<Found>& found) {
  std::vector<std::size_t> removed, added;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!mayMove(found[i])) continue;
    (found[i].difference.change == Change::removed ? removed : added).push_back(i);
  }
  if (removed.empty() || added.size() > kMostTried / removed.size()) return {};
  std::vector<Move> moves;
  for (const std::size_t i : removed) {
    for (const std::size_t j : added) {
      const double score = scoreOf(*found[i].entry, *found[j].entry);
      if (score >= kAlikeElsewhere) moves.push_back({score, i, j});
    }
  }
  std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
    return std::tuple(-a.score, a.removed, a.added) < std::tuple(-b.score, b.removed, b.added);
  });
  std::vector<bool> isTaken(found.size(), false);
  std::erase_if(moves, [&](const Move& move) {
    if (isTaken[move.removed] || isTaken[move.added]) return true;
    isTaken[move.removed] = isTaken[move.added] = true;
    return false;
  });
  return moves;
}

void addLine(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string joinedTexts(const std::vector<Entry>& entries) {
  std::string text;
  for (const Entry& entry : entries) text += (text.empty() ? "" : " | ") + entry.text;
  return text;
}

}  // namespace

std::string fullText(const Entry& entry) {
  if (entry.isRow()) return joinedTexts(entry.children);
  if (entry.step.kind == Kind::appendix) return entry.step.title;
  if (entry.isTable()) {
    if (!entry.step.title.empty()) return entry.step.title;
    std::string columns;
    for (const Column& column : entry.columns) {
      columns += (columns.empty() ? "" : " | ") + column.title;
    }
    return columns;
  }
  std::string text = entry.text;
  for (const Entry& child : entry.children) {
    const std::string below = fullText(child);
    const bool isClause = child.step.kind == Kind::clause;
    addLine(text, isClause ? child.step.number + ". " + below : below);
  }
  return text;
}

std::vector<Difference> joinMoves(std::vector<Found> found, const CompareMoved& compare) {
  std::vector<bool> isGone(found.size(), false);
  std::vector<std::vector<Found>> inside(found.size());
  for (const Move& move : movesAmong(found)) {
    const Found& before = found[move.removed];
    Found& after = found[move.added];
    isGone[move.removed] = true;
    after.difference.change = Change::moved;
    after.difference.from = before.difference.where;
    after.difference.words[0].kind = Piece::Kind::same;
    inside[move.added] = compare(*before.entry, *after.entry, after.parent);
  }
  std::vector<Difference> differences;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (isGone[i]) continue;
    differences.push_back(std::move(found[i].difference));
    for (Found& one : inside[i]) differences.push_back(std::move(one.difference));
  }
  return differences;
}

}  // namespace chancery::diff
