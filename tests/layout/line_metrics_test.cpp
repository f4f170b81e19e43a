#include "layout/line_metrics.h"

#include <gtest/gtest.h>

#include "text/shaper.h"

namespace chancery::layout {
namespace {

// Those of Tinos and Liberation Serif.
fonts::Metrics times() {
  fonts::Metrics metrics;
  metrics.unitsPerEm = 2048;
  metrics.ascent = 1825;
  metrics.descent = 443;
  metrics.lineGap = 87;
  return metrics;
}

std::int64_t height(double size) {
  const FontHeight font = fontHeight(times(), Length::pt(size));
  return (font.ascent + font.descent).toTwips();
}

// Measured on LibreOffice 7.4, ten lines each.
TEST(FontHeight, IsThatOfLibreOffice) {
  const std::pair<double, int> measured[] = {
      {6, 138},    {6.5, 150},  {7, 161},    {7.5, 172},  {8, 184},    {8.5, 195},  {9, 207},
      {9.5, 219},  {10, 231},   {10.5, 242}, {11, 253},   {11.5, 265}, {12, 276},   {12.5, 288},
      {13, 299},   {13.5, 311}, {14, 322},   {14.5, 333}, {15, 345},   {15.5, 356}, {16, 368},
      {17, 392},   {17.5, 403}, {18, 414},   {18.5, 426}, {19, 437},   {20, 460},   {20.5, 472},
      {21, 483},   {21.5, 494}, {22, 506},   {22.5, 517}, {23, 529},   {23.5, 541}, {24, 552},
      {24.5, 564}, {25, 575},   {26, 598},   {27, 621},   {28, 644},   {29.5, 679}, {30, 691}};
  for (const auto& [size, twips] : measured) EXPECT_EQ(height(size), twips) << size << " pt";
}

TEST(FontHeight, TheLeadingStandsAbove) {
  const FontHeight font = fontHeight(times(), Length::pt(14));
  EXPECT_EQ(font.ascent.toTwips(), 262);
  EXPECT_EQ(font.descent.toTwips(), 60);
}

format::LineSpacing multiple(int value) {
  format::LineSpacing spacing;
  spacing.multiple240 = value;
  return spacing;
}

format::LineSpacing ruled(format::LineSpacing::Rule rule, int twips) {
  format::LineSpacing spacing;
  spacing.rule = rule;
  spacing.length = Length::twips(twips);
  return spacing;
}

class LineBoxTest : public testing::Test {
 protected:
  FontHeight font = fontHeight(times(), Length::pt(14));
  void expect(const format::LineSpacing& spacing, int baseline, int height, int trailing) {
    const LineBox box = lineBox({font, Length(), true}, spacing);
    EXPECT_EQ(box.baseline.toTwips(), baseline);
    EXPECT_EQ(box.height.toTwips(), height);
    EXPECT_EQ(box.trailing.toTwips(), trailing);
  }
};

TEST_F(LineBoxTest, Single) {
  expect(multiple(240), 262, 322, 0);
}
TEST_F(LineBoxTest, OnePointOneFive) {
  expect(multiple(276), 262, 322, 370 - 322);
}
TEST_F(LineBoxTest, OneAndAHalf) {
  expect(multiple(360), 262, 322, 483 - 322);
}
TEST_F(LineBoxTest, LessThanSingleTakesFromAbove) {
  expect(multiple(216), 229, 289, 0);
}
TEST_F(LineBoxTest, AtLeastAddsAbove) {
  expect(ruled(format::LineSpacing::Rule::atLeast, 400), 340, 400, 0);
  expect(ruled(format::LineSpacing::Rule::atLeast, 300), 262, 322, 0);
}
TEST_F(LineBoxTest, ExactSetsThePitch) {
  expect(ruled(format::LineSpacing::Rule::exact, 300), 240, 300, 0);
}

TEST(EmScale, RoundsAsDivisionDoes) {
  for (const int unitsPerEm : {1, 2, 1000, 1024, 2048}) {
    const EmScale scale(Length::pt(11), unitsPerEm);
    for (const int units : {-1025, -1, 0, 1, 7, 511, 512, 513, 100'000}) {
      EXPECT_EQ(scale.length(units), text::toLength(units, Length::pt(11), unitsPerEm))
          << units << " of " << unitsPerEm;
    }
  }
  EXPECT_EQ(EmScale(Length::emu(3), 2).length(1), Length::emu(2));  // a half goes up
}

TEST(PixelScale, RoundsEachAdvanceToTheReferenceDevice) {
  const PixelScale scale(Length::pt(12), 2048, Length());
  EXPECT_EQ(scale.advance(1024), 720);
  EXPECT_EQ(scale.advance(909), 639);   // 639.14
  EXPECT_EQ(scale.advance(1096), 771);  // 770.63
  EXPECT_EQ(scale.letterSpacing(), 0);
  const PixelScale spaced(Length::pt(12), 2048, Length::pt(1));
  EXPECT_EQ(spaced.advance(1024), 720 + 120);
  EXPECT_EQ(spaced.letterSpacing(), 120);
}

}  // namespace
}  // namespace chancery::layout
