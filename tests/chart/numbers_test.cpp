#include "chart/numbers.h"

#include <gtest/gtest.h>

namespace chancery::chart {
namespace {

std::string axisText(double low, double high, int most) {
  const Axis axis = makeAxis(low, high, most);
  std::string text;
  for (std::int64_t tick = axis.first; tick <= axis.last; ++tick)
    text += (text.empty() ? "" : " ") + axis.label(tick);
  return text;
}

TEST(Axis, StepsAreRound) {
  EXPECT_EQ(axisText(0, 10, 5), "0 2 4 6 8 10");
  EXPECT_EQ(axisText(0, 10, 4), "0,0 2,5 5,0 7,5 10,0");
  EXPECT_EQ(axisText(0, 10, 2), "0 5 10");
  EXPECT_EQ(axisText(0, 11, 2), "0 10 20");
  EXPECT_EQ(axisText(0, 97, 8), "0 20 40 60 80 100");
  EXPECT_EQ(axisText(0, 0.3, 5), "0,0 0,1 0,2 0,3");
  EXPECT_EQ(axisText(0, 0.003, 3), "0,000 0,001 0,002 0,003");
  EXPECT_EQ(axisText(92.8, 96.2, 8), "92,5 93,0 93,5 94,0 94,5 95,0 95,5 96,0 96,5");
}
TEST(Axis, ReachesBelowZero) {
  EXPECT_EQ(axisText(-3.25, 15.75, 6), "−5 0 5 10 15 20");
  EXPECT_EQ(axisText(-30, -10, 4), "−30 −25 −20 −15 −10");
}
TEST(Axis, GroupsThousands) {
  EXPECT_EQ(axisText(0, 20000, 4), "0 5000 10\u00A0000 15\u00A0000 20\u00A0000");
}
TEST(Axis, EqualEndsBeginAtZero) {
  EXPECT_EQ(axisText(0, 0, 5), "0 1");
  EXPECT_EQ(axisText(7, 7, 4), "0 2 4 6 8");
  EXPECT_EQ(axisText(-7, -7, 4), "−8 −6 −4 −2 0");
  EXPECT_EQ(axisText(1e15, 1e15 + 0.125, 2).substr(0, 1), "0");
  EXPECT_EQ(axisText(1e-9, 2e-9, 2), "0 1");
}

TEST(Numbers, AreReadWhole) {
  EXPECT_EQ(numberOf("12.5"), 12.5);
  EXPECT_EQ(numberOf("-1e2"), -100);
  EXPECT_EQ(numberOf(""), std::nullopt);
  EXPECT_EQ(numberOf("12,5"), std::nullopt);
  EXPECT_EQ(numberOf("12 "), std::nullopt);
  EXPECT_EQ(numberOf("nan"), std::nullopt);
  EXPECT_EQ(numberOf("1e16"), std::nullopt);
}
TEST(Numbers, AreShownAsTheyCame) {
  EXPECT_EQ(shownNumber("12345.50"), "12\u00A0345,50");
  EXPECT_EQ(shownNumber("-3"), "−3");
  EXPECT_EQ(shownNumber("0.1234567"), "0,1234567");
  EXPECT_EQ(shownNumber("о.р."), "о.р.");
}

TEST(Shares, AddUpToAHundred) {
  EXPECT_EQ(sharesOf({1, 1, 1}), (std::vector<int>{334, 333, 333}));
  EXPECT_EQ(sharesOf({1, 1, 4}), (std::vector<int>{167, 167, 666}));
  EXPECT_EQ(sharesOf({5}), (std::vector<int>{1000}));
  EXPECT_EQ(sharesOf({1, -5, 3}), (std::vector<int>{250, 0, 750}));
  EXPECT_EQ(sharesOf({0, -1}), (std::vector<int>{}));
  EXPECT_EQ(sharesOf({}), (std::vector<int>{}));
}
TEST(Shares, HaveOneDecimal) {
  EXPECT_EQ(shownShare(254), "25,4\u00A0%");
  EXPECT_EQ(shownShare(5), "0,5\u00A0%");
}

}  // namespace
}  // namespace chancery::chart
