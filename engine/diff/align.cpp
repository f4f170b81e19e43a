#include "diff/align.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "diff/myers.h"

namespace chancery::diff {
namespace {

/// Insertions and deletions that Myers looks through between equal items.
constexpr std::size_t kMostSteps = 512;
/// A word that more items than this have tells nothing of which one is meant.
constexpr std::size_t kRare = 32;
constexpr std::size_t kRareWords = 8;   ///< of an item that are looked up
constexpr std::size_t kCandidates = 4;  ///< that are compared in full

using Indices = std::vector<std::size_t>;

/// The longest part of `pairs` (sorted by the first index) whose second indices rise too.
/// Source: patience sorting, O(n log n).
Pairs risingPart(const Pairs& pairs) {
  std::vector<std::size_t> ends;  // of the best chain of each length: index into pairs
  std::vector<std::ptrdiff_t> previous(pairs.size(), -1);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                         [&](std::size_t end, std::size_t j) { return pairs[end].second < j; });
    if (place != ends.begin()) previous[i] = static_cast<std::ptrdiff_t>(*(place - 1));
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  Pairs rising;
  for (std::ptrdiff_t i = ends.empty() ? -1 : static_cast<std::ptrdiff_t>(ends.back()); i >= 0;
       i = previous[static_cast<std::size_t>(i)]) {
    rising.push_back(pairs[static_cast<std::size_t>(i)]);
  }
  std::reverse(rising.begin(), rising.end());
  return rising;
}

/// A run of items not yet matched on both sides: indices, ascending.
struct Gap {
  Indices before, after;

  bool isOpen() const { return !before.empty() && !after.empty(); }
};

class Aligner {
 public:
  Aligner(std::span<const Item> before, std::span<const Item> after)
      : before_(before), after_(after) {}

  std::vector<Match> run() {
    Gap all;
    for (std::size_t i = 0; i < before_.size(); ++i) all.before.push_back(i);
    for (std::size_t j = 0; j < after_.size(); ++j) all.after.push_back(j);
    matchSingles(all);
    for (Gap& once : split(all, equalOnce(all))) {
      for (Gap& equal : split(once, equalInOrder(once))) matchAlike(equal);
    }
    std::sort(matches_.begin(), matches_.end(),
              [](const Match& a, const Match& b) { return a.after < b.after; });
    return std::move(matches_);
  }

 private:
  /// Of a requisite there is mostly one: wherever it stands, it is that one.
  void matchSingles(Gap& all) {
    struct Seen {
      std::size_t count = 0, last = 0;
    };
    std::unordered_map<int, std::array<Seen, 2>> seen;
    for (const std::size_t i : all.before) {
      if (before_[i].isPaired) seen[before_[i].group][0] = {seen[before_[i].group][0].count + 1, i};
    }
    for (const std::size_t j : all.after) {
      if (after_[j].isPaired) seen[after_[j].group][1] = {seen[after_[j].group][1].count + 1, j};
    }
    for (const auto& [group, sides] : seen) {
      if (sides[0].count != 1 || sides[1].count != 1) continue;
      matches_.push_back({sides[0].last, sides[1].last, false});
      std::erase(all.before, sides[0].last);
      std::erase(all.after, sides[1].last);
    }
  }

  bool isEqual(std::size_t i, std::size_t j) const {
    return before_[i].hash == after_[j].hash && before_[i].group == after_[j].group;
  }

  /// Equal items that each list has once; those out of order are moved ones.
  Pairs equalOnce(Gap& gap) {
    struct Seen {
      std::size_t before = 0, after = 0, i = 0, j = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    for (const std::size_t i : gap.before) {
      Seen& one = seen[before_[i].hash];
      ++one.before;
      one.i = i;
    }
    for (const std::size_t j : gap.after) {
      Seen& one = seen[after_[j].hash];
      ++one.after;
      one.j = j;
    }
    Pairs pairs;
    for (const std::size_t i : gap.before) {
      const Seen& one = seen[before_[i].hash];
      if (one.before == 1 && one.after == 1 && isEqual(i, one.j)) pairs.emplace_back(i, one.j);
    }
    const Pairs rising = risingPart(pairs);
    std::vector<bool> isMovedBefore(before_.size(), false), isMovedAfter(after_.size(), false);
    for (const auto& [i, j] : pairs) {
      if (std::binary_search(rising.begin(), rising.end(), std::pair{i, j})) continue;
      matches_.push_back({i, j, true});
      isMovedBefore[i] = isMovedAfter[j] = true;
    }
    std::erase_if(gap.before, [&](std::size_t i) { return isMovedBefore[i]; });
    std::erase_if(gap.after, [&](std::size_t j) { return isMovedAfter[j]; });
    return rising;
  }

  /// Equal items that come again and again.
  Pairs equalInOrder(const Gap& gap) const {
    const auto equal = [&](std::size_t i, std::size_t j) {
      return isEqual(gap.before[i], gap.after[j]);
    };
    auto pairs = commonSubsequence(gap.before.size(), gap.after.size(), kMostSteps, equal);
    if (!pairs) return {};
    for (auto& [i, j] : *pairs) {
      i = gap.before[i];
      j = gap.after[j];
    }
    return std::move(*pairs);
  }

  /// Notes these pairs; what remains between them.
  std::vector<Gap> split(const Gap& gap, const Pairs& pairs) {
    std::vector<Gap> gaps(1);
    auto i = gap.before.begin();
    auto j = gap.after.begin();
    for (const auto& [a, b] : pairs) {
      for (; *i != a; ++i) gaps.back().before.push_back(*i);
      for (; *j != b; ++j) gaps.back().after.push_back(*j);
      ++i;
      ++j;
      matches_.push_back({a, b, false});
      if (!gaps.back().before.empty() || !gaps.back().after.empty()) gaps.emplace_back();
    }
    gaps.back().before.insert(gaps.back().before.end(), i, gap.before.end());
    gaps.back().after.insert(gaps.back().after.end(), j, gap.after.end());
    std::erase_if(gaps, [](const Gap& one) { return !one.isOpen(); });
    return gaps;
  }

  /// -1: they may not be matched.
  double scoreOf(std::size_t i, std::size_t j, double least) const {
    const Item &was = before_[i], &is = after_[j];
    if (was.group != is.group) return -1;
    const double score = likeness(was.words, is.words);
    if (was.isPaired) return score + 0.01;
    return score >= least ? score : -1;
  }

  void matchAlike(const Gap& gap) {
    if (gap.before.size() <= kMostPairs / gap.after.size()) return matchBest(gap);
    for (const Gap& smaller : split(gap, byRareWords(gap))) {
      if (smaller.before.size() <= kMostPairs / smaller.after.size()) matchBest(smaller);
    }
  }

  /// The matches in order whose likeness adds up to the most.
  void matchBest(const Gap& gap) {
    const std::size_t n = gap.before.size(), m = gap.after.size();
    const double least = n == 1 && m == 1 ? kAlikeAlone : kAlike;
    std::vector<float> sums((n + 1) * (m + 1), 0);
    std::vector<bool> isTaken((n + 1) * (m + 1), false);
    for (std::size_t i = 1; i <= n; ++i) {
      for (std::size_t j = 1; j <= m; ++j) {
        const std::size_t here = i * (m + 1) + j;
        sums[here] = std::max(sums[here - 1], sums[here - m - 1]);
        const double score = scoreOf(gap.before[i - 1], gap.after[j - 1], least);
        const float taken = sums[here - m - 2] + static_cast<float>(score);
        if (score < 0 || taken <= sums[here]) continue;
        sums[here] = taken;
        isTaken[here] = true;
      }
    }
    for (std::size_t i = n, j = m; i > 0 && j > 0;) {
      const std::size_t here = i * (m + 1) + j;
      if (isTaken[here]) {
        matches_.push_back({gap.before[--i], gap.after[--j], false});
      } else if (sums[here] == sums[here - 1]) {
        --j;
      } else {
        --i;
      }
    }
  }

  /// Pairs that are each other's most alike among those that share a rare word, in order.
  Pairs byRareWords(const Gap& gap) const {
    std::unordered_map<std::uint32_t, Indices> having;
    for (const std::size_t j : gap.after) {
      std::uint32_t last = 0;
      bool isFirst = true;
      for (const std::uint32_t word : after_[j].words) {
        if (isFirst || word != last) having[word].push_back(j);
        isFirst = false;
        last = word;
      }
    }
    std::unordered_map<std::size_t, std::pair<double, std::size_t>> bestOf;  // by j: score, i
    for (std::size_t at = 0; at < gap.before.size(); ++at) {
      const std::size_t i = gap.before[at];
      Indices candidates = candidatesFor(i, having);
      candidates.push_back(gap.after[at * gap.after.size() / gap.before.size()]);
      std::pair<double, std::size_t> best{-1, 0};
      for (const std::size_t j : candidates) best = std::max(best, {scoreOf(i, j, kAlike), j});
      if (best.first < 0) continue;
      const auto [known, isNew] = bestOf.try_emplace(best.second, best.first, i);
      if (!isNew && best.first > known->second.first) known->second = {best.first, i};
    }
    Pairs pairs;
    for (const auto& [j, best] : bestOf) pairs.emplace_back(best.second, j);
    std::sort(pairs.begin(), pairs.end());
    return risingPart(pairs);
  }

  /// The items that share the most rare words with item i.
  Indices candidatesFor(std::size_t i,
                        const std::unordered_map<std::uint32_t, Indices>& having) const {
    std::vector<const Indices*> lists;
    for (const std::uint32_t word : before_[i].words) {
      const auto found = having.find(word);
      if (found != having.end() && found->second.size() <= kRare) lists.push_back(&found->second);
    }
    std::sort(lists.begin(), lists.end(),
              [](const Indices* a, const Indices* b) { return a->size() < b->size(); });
    if (lists.size() > kRareWords) lists.resize(kRareWords);
    std::unordered_map<std::size_t, int> shared;
    for (const Indices* list : lists) {
      for (const std::size_t j : *list) ++shared[j];
    }
    std::vector<std::pair<int, std::size_t>> ranked;
    for (const auto& [j, count] : shared) ranked.emplace_back(-count, j);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kCandidates) ranked.resize(kCandidates);
    Indices candidates;
    for (const auto& [count, j] : ranked) candidates.push_back(j);
    return candidates;
  }

  std::span<const Item> before_, after_;
  std::vector<Match> matches_;
};

}  // namespace

double likeness(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
  if (one.empty() && other.empty()) return 1;
  std::size_t shared = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) {
      ++shared;
      ++a;
      ++b;
    } else if (*a < *b) {
      ++a;
    } else {
      ++b;
    }
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

std::vector<Match> align(std::span<const Item> before, std::span<const Item> after) {
  return Aligner(before, after).run();
}

}  // namespace chancery::diff
