#include "diff/align.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <random>
#include <set>

#include "diff/myers.h"

namespace chancery::diff {
namespace {

/// Items whose hash is their letter and whose words are the letters' numbers.
struct Items {
  explicit Items(const std::string& letters) : Items(std::vector<int>(letters.begin(), letters.end())) {}
  explicit Items(const std::vector<int>& values) {
    words.reserve(values.size());
    for (const int value : values) {
      words.push_back({static_cast<std::uint32_t>(value)});
      items.push_back({static_cast<std::uint64_t>(value), 0, false, words.back()});
    }
  }
  std::vector<std::vector<std::uint32_t>> words;
  std::vector<Item> items;
};

/// "0-1 1-2m": which item became which; m = moved.
std::string aligned(const std::string& before, const std::string& after) {
  std::string text;
  for (const Match& match : align(Items(before).items, Items(after).items)) {
    text += (text.empty() ? "" : " ") + std::to_string(match.before) + '-' +
            std::to_string(match.after) + (match.isMoved ? "m" : "");
  }
  return text;
}

TEST(Align, EqualListsMatchItemByItem) { EXPECT_EQ(aligned("abc", "abc"), "0-0 1-1 2-2"); }
TEST(Align, InsertionsAndRemovalsLeaveTheRest) {
  EXPECT_EQ(aligned("abc", "xabc"), "0-1 1-2 2-3");
  EXPECT_EQ(aligned("abc", "ac"), "0-0 2-1");
  EXPECT_EQ(aligned("", "a"), "");
}
TEST(Align, AnItemOutOfOrderHasMoved) { EXPECT_EQ(aligned("abcd", "dabc"), "3-0m 0-1 1-2 2-3"); }
TEST(Align, ItemsThatComeAgainKeepTheirOrder) { EXPECT_EQ(aligned("aabaa", "aaba"), "0-0 1-1 2-2 3-3"); }

TEST(Align, AlikeItemsAreOne) {
  const std::vector<std::uint32_t> was = {1, 2, 3, 4}, is = {1, 2, 3, 5}, other = {7, 8, 9};
  const std::vector<Item> before = {{1, 0, false, other}, {2, 0, false, was}};
  const std::vector<Item> after = {{3, 0, false, is}};
  EXPECT_EQ(align(before, after), (std::vector<Match>{{1, 0, false}}));
  const std::vector<Item> ofOtherGroup = {{3, 1, false, is}};
  EXPECT_TRUE(align(before, ofOtherGroup).empty());
}

TEST(Align, ARequisiteIsItselfWhateverItSays) {
  const std::vector<std::uint32_t> was = {1}, is = {2};
  const std::vector<Item> before = {{1, 5, true, was}, {9, 0, false, was}};
  const std::vector<Item> after = {{9, 0, false, was}, {2, 5, true, is}};
  EXPECT_EQ(align(before, after), (std::vector<Match>{{1, 0, false}, {0, 1, false}}));
}

TEST(Align, EachItemOnceAndInOrderUnlessMoved) {
  EXPECT_TRUE(rc::check([] {
    const auto letters = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    const Items before(*letters), after(*letters);
    std::set<std::size_t> left, right;
    std::ptrdiff_t last = -1;
    for (const Match& match : align(before.items, after.items)) {
      RC_ASSERT(left.insert(match.before).second);
      RC_ASSERT(right.insert(match.after).second);
      RC_ASSERT(before.items[match.before].hash == after.items[match.after].hash);
      if (match.isMoved) continue;
      RC_ASSERT(static_cast<std::ptrdiff_t>(match.before) > last);
      last = static_cast<std::ptrdiff_t>(match.before);
    }
  }));
}

/// Length of the longest common subsequence, by the table.
std::size_t lengthOf(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      table[i + 1][j + 1] =
          a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
    }
  }
  return table[a.size()][b.size()];
}

TEST(Myers, FindsALongestCommonSubsequence) {
  EXPECT_TRUE(rc::check([] {
    const auto letters = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4));
    const std::vector<int> a = *letters, b = *letters;
    const auto pairs = commonSubsequence(a.size(), b.size(), a.size() + b.size(),
                                         [&](std::size_t i, std::size_t j) { return a[i] == b[j]; });
    RC_ASSERT(pairs.has_value());
    RC_ASSERT(pairs->size() == lengthOf(a, b));
    for (std::size_t p = 0; p < pairs->size(); ++p) {
      RC_ASSERT(a[(*pairs)[p].first] == b[(*pairs)[p].second]);
      if (p == 0) continue;
      RC_ASSERT((*pairs)[p - 1].first < (*pairs)[p].first);
      RC_ASSERT((*pairs)[p - 1].second < (*pairs)[p].second);
    }
  }));
}

TEST(Myers, GivesUpPastItsLimit) {
  const auto never = [](std::size_t, std::size_t) { return false; };
  EXPECT_TRUE(commonSubsequence(2, 2, 4, never).has_value());
  EXPECT_FALSE(commonSubsequence(2, 2, 3, never).has_value());
}

/// Long lists of many-worded items, each with a word of its own and one that changed.
TEST(Align, LongListsThatDifferEverywhereAreMatchedInBoundedTime) {
  std::mt19937 random(7);
  constexpr std::uint32_t kCount = 20'000;
  std::vector<std::vector<std::uint32_t>> was(kCount), is(kCount);
  std::vector<Item> before, after;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    for (int word = 0; word < 10; ++word) was[i].push_back(random() % 500);
    was[i].push_back(1000 + i);
    std::sort(was[i].begin(), was[i].end());
    is[i] = was[i];
    is[i].push_back(5'000'000 + i);
    before.push_back({i, 0, false, was[i]});
    after.push_back({kCount + i, 0, false, is[i]});
  }
  const auto begin = std::chrono::steady_clock::now();
  const std::vector<Match> matches = align(before, after);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  ASSERT_EQ(matches.size(), kCount);
  for (std::size_t i = 0; i < kCount; ++i) ASSERT_EQ(matches[i].before, i);
  RecordProperty("milliseconds", static_cast<int>(took.count() * 1000));
}

}  // namespace
}  // namespace chancery::diff
