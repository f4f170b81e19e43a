#include "pages/bounds.h"

#include <gtest/gtest.h>

namespace chancery::pages {
namespace {

using Type = image::Segment::Type;

image::Segment to(Type type, std::int64_t x, std::int64_t y) {
  image::Segment segment;
  segment.type = type;
  segment.x = Length::emu(x);
  segment.y = Length::emu(y);
  return segment;
}

Box box(std::int64_t left, std::int64_t top, std::int64_t right, std::int64_t bottom) {
  return {Length::emu(left), Length::emu(top), Length::emu(right), Length::emu(bottom)};
}

TEST(Bounds, OfAnImageAreItsPlace) {
  Image image;
  image.x = Length::emu(1);
  image.y = Length::emu(2);
  image.width = Length::emu(30);
  image.height = Length::emu(40);
  EXPECT_EQ(boundsOf(image), box(1, 2, 31, 42));
}

TEST(Bounds, OfAPathReachAroundAllItsPoints) {
  image::Path path;
  EXPECT_EQ(boundsOf(path), Box());
  path.segments = {to(Type::move, 10, 20), to(Type::line, 5, 90), to(Type::close, -9, -9)};
  EXPECT_EQ(boundsOf(path), box(5, 20, 10, 90));
  image::Segment curve = to(Type::curve, 7, 30);
  curve.x1 = Length::emu(3);
  curve.y1 = Length::emu(95);
  curve.x2 = Length::emu(12);
  curve.y2 = Length::emu(1);
  path.segments.push_back(curve);
  EXPECT_EQ(boundsOf(path), box(3, 1, 12, 95));
}

TEST(Bounds, OfAStrokeReachHalfItsWidthFurther) {
  image::Path path;
  path.segments = {to(Type::move, 10, 20), to(Type::line, 10, 90)};
  path.strokeWidth = Length::emu(4);
  EXPECT_EQ(boundsOf(path), box(10, 20, 10, 90));
  path.stroke = image::Color{};
  EXPECT_EQ(boundsOf(path), box(8, 18, 12, 92));
}

TEST(Bounds, OfARunAreAsLongAsItsGlyphs) {
  Page page;
  page.glyphs = {{1, 9}, {1, 100}, {1, 23}};
  TextRun run;
  run.size = Length::emu(40);
  run.x = Length::emu(1000);
  run.y = Length::emu(2000);
  run.firstGlyph = 1;
  run.glyphCount = 2;
  EXPECT_EQ(boundsOf(page, run), box(1000, 1960, 1123, 2010));
  run.turned = true;
  EXPECT_EQ(boundsOf(page, run), box(960, 1877, 1010, 2000));
}

TEST(Bounds, ContainTheirLeftAndTopEdges) {
  const Box box{Length(), Length(), Length::emu(10), Length::emu(5)};
  EXPECT_TRUE(box.contains(Length(), Length()));
  EXPECT_TRUE(box.contains(Length::emu(9), Length::emu(4)));
  EXPECT_FALSE(box.contains(Length::emu(10), Length()));
  EXPECT_FALSE(box.contains(Length(), Length::emu(5)));
  EXPECT_FALSE(box.contains(-Length::emu(1), Length()));
  EXPECT_FALSE(box.contains(Length(), -Length::emu(1)));
}

}  // namespace
}  // namespace chancery::pages
