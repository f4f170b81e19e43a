#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace chancery::diff {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// A longest common subsequence of two sequences of `n` and `m` items, as pairs of indices.
///
/// @param equal (i, j) → whether item i of the first equals item j of the second
/// Result: nothing when more than `limit` insertions and deletions lie between them: the cost is
/// O((n + m) · limit), the memory O(limit²).
/// Source: Myers, An O(ND) Difference Algorithm and Its Variations (1986), figure 2.
template <typename Equal>
std::optional<Pairs> commonSubsequence(std::size_t n, std::size_t m, std::size_t limit,
                                       Equal&& equal) {
  const auto rows = static_cast<std::ptrdiff_t>(n), columns = static_cast<std::ptrdiff_t>(m);
  const std::ptrdiff_t most = std::min(static_cast<std::ptrdiff_t>(limit), rows + columns);
  // furthest[most + k]: the furthest row reached on diagonal k; a copy is kept for each distance.
  std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
  const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
    return furthest[static_cast<std::size_t>(most + 1 + k)];
  };
  std::vector<std::vector<std::ptrdiff_t>> trace;
  for (std::ptrdiff_t d = 0; d <= most; ++d) {
    trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 2 + d));
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      const bool isDown = k == -d || (k != d && at(k - 1) < at(k + 1));
      std::ptrdiff_t i = d == 0 ? 0 : isDown ? at(k + 1) : at(k - 1) + 1;
      while (i < rows && i - k < columns &&
             equal(static_cast<std::size_t>(i), static_cast<std::size_t>(i - k))) {
        ++i;
      }
      at(k) = i;
      if (i < rows || i - k < columns) continue;
      Pairs pairs;
      for (std::ptrdiff_t j = i - k; i > 0 || j > 0; --d) {
        const auto before = [&](std::ptrdiff_t diagonal) {
          return trace[static_cast<std::size_t>(d)][static_cast<std::size_t>(diagonal + d)];
        };
        const std::ptrdiff_t here = i - j;
        const bool down =
            d > 0 && (here == -d || (here != d && before(here - 1) < before(here + 1)));
        const std::ptrdiff_t start = d == 0 ? 0 : down ? before(here + 1) : before(here - 1) + 1;
        for (; i > start; --i, --j) {
          pairs.emplace_back(static_cast<std::size_t>(i - 1), static_cast<std::size_t>(j - 1));
        }
        if (d == 0) break;
        down ? --j : --i;
      }
      std::reverse(pairs.begin(), pairs.end());
      return pairs;
    }
  }
  return std::nullopt;
}

}  // namespace chancery::diff
