#include "chart/sketch.h"

#include <gtest/gtest.h>

#include "build.h"

namespace chancery::chart {
namespace {

/// 200 × 100 points, text of 10: a character is 5 wide.
class SketchTest : public ::testing::Test {
 protected:
  Measure measure = halfWide;
  Sketch sketch{Length::pt(200), Length::pt(100), Length::pt(10), measure};
};

TEST_F(SketchTest, ShortensToWhatFits) {
  EXPECT_EQ(sketch.shortened("Мероприятие", 55), "Мероприятие");
  EXPECT_EQ(sketch.shortened("Мероприятие", 54), "Мероприят…");
  EXPECT_EQ(sketch.shortened("Одно два", 30), "Одно…");  // no space before the dots
  EXPECT_EQ(sketch.shortened("абв", 10), "а…");
  EXPECT_EQ(sketch.shortened("абв", 9), "");
}
TEST_F(SketchTest, WrapsBetweenWords) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(sketch.wrapped("один два три", 45, 3), (Lines{"один два", "три"}));
  EXPECT_EQ(sketch.wrapped("один два три", 44, 3), (Lines{"один два", "три"}));
  EXPECT_EQ(sketch.wrapped("один два три", 39, 3), (Lines{"один", "два три"}));
  EXPECT_EQ(sketch.wrapped("один два три", 20, 2), (Lines{"один", "два…"}));
  EXPECT_EQ(sketch.wrapped("", 20, 2), (Lines{}));
  EXPECT_EQ(sketch.wrapped("длинноеслово да", 25, 2), (Lines{"длин…", "да"}));
}
TEST_F(SketchTest, BoxesOfText) {
  const Box level = sketch.boxOf({"абвг", {50, 40}, Label::Anchor::end});
  EXPECT_DOUBLE_EQ(level.x, 30);
  EXPECT_DOUBLE_EQ(level.y, 32.8);
  EXPECT_DOUBLE_EQ(level.width, 20);
  EXPECT_DOUBLE_EQ(level.height, 9.3);
  const Box turned = sketch.boxOf({"абвг", {50, 40}, Label::Anchor::start, false, true});
  EXPECT_DOUBLE_EQ(turned.x, 42.8);
  EXPECT_DOUBLE_EQ(turned.y, 20);
  EXPECT_DOUBLE_EQ(turned.height, 20);
  EXPECT_DOUBLE_EQ(sketch.boxOf({"абвг", {50, 40}, Label::Anchor::middle}).x, 40);
}
TEST_F(SketchTest, TextIsNotLaidOverText) {
  EXPECT_TRUE(sketch.tryText({"абвг", {50, 40}}));
  EXPECT_FALSE(sketch.tryText({"д", {69, 40}}));
  EXPECT_TRUE(sketch.tryText({"д", {70, 40}}));
  EXPECT_FALSE(sketch.tryText({"", {100, 40}}));
}
TEST_F(SketchTest, TextStaysOnThePaper) {
  EXPECT_FALSE(sketch.tryText({"абвг", {181, 40}}));
  EXPECT_TRUE(sketch.tryText({"абвг", {180, 40}}));
  EXPECT_FALSE(sketch.tryText({"абвг", {0, 7}}));
  EXPECT_FALSE(sketch.tryText({"абвг", {0, 98}}));
}
TEST_F(SketchTest, ClearTextStandsOnPaper) {
  EXPECT_TRUE(sketch.tryClearText({"абвг", {50, 40}}));
  const image::Drawing drawing = sketch.take();
  ASSERT_EQ(drawing.paths.size(), 1u);
  EXPECT_EQ(drawing.paths[0].fill, kPaper);
  EXPECT_EQ(drawing.paths[0].segments[0].x, Length::pt(50));
}
TEST_F(SketchTest, CoordinatesAreHundredthsOfAPoint) {
  EXPECT_EQ(Sketch::length(1.0 / 3), Length::emu(33 * 127));
}

}  // namespace
}  // namespace chancery::chart
