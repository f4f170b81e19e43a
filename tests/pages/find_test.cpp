#include "pages/find.h"

#include <gtest/gtest.h>

#include "fonts/library.h"

namespace chancery::pages {
namespace {

/// A page with runs of 14 pt, 20 pt wide.
class FindRun : public ::testing::Test {
 protected:
  FindRun() {
    static const fonts::Library library;
    pages_.faces = {library.find({"Tinos", false, false})};
    pages_.pages.resize(2);
  }
  void add(double x, double y) {
    Page& page = pages_.pages[1];
    TextRun run;
    run.size = Length::pt(14);
    run.x = Length::pt(x);
    run.y = Length::pt(y);
    run.firstGlyph = static_cast<std::uint32_t>(page.glyphs.size());
    run.glyphCount = 2;
    page.glyphs.resize(page.glyphs.size() + 2,
                       {1, static_cast<std::int32_t>(Length::pt(10).toEmu())});
    page.runs.push_back(run);
  }
  /// Number of the run at a point, -1 for none.
  long at(Length x, Length y) {
    const TextRun* run = findRun(pages_, 1, x, y);
    return run ? run - pages_.pages[1].runs.data() : -1;
  }
  long at(double x, double y) { return at(Length::pt(x), Length::pt(y)); }

  Pages pages_;
};

TEST_F(FindRun, ARunReachesFromItsFirstGlyphToItsLast) {
  add(30, 100);
  add(50, 100);
  const Length one = Length::emu(1);
  EXPECT_EQ(at(Length::pt(30) - one, Length::pt(100)), -1);
  EXPECT_EQ(at(30, 100), 0);
  EXPECT_EQ(at(Length::pt(50) - one, Length::pt(100)), 0);
  EXPECT_EQ(at(50, 100), 1);
  EXPECT_EQ(at(Length::pt(70) - one, Length::pt(100)), 1);
  EXPECT_EQ(at(70, 100), -1);
  EXPECT_EQ(findRun(pages_, 0, Length::pt(30), Length::pt(100)), nullptr);
}

TEST_F(FindRun, ARunReachesFromAscentToDescent) {
  add(30, 100);
  const fonts::Metrics& metrics = pages_.faces[0]->metrics();
  const Length top = Length::pt(100) - Length::pt(14).scaled(metrics.ascent, metrics.unitsPerEm);
  const Length bottom =
      Length::pt(100) + Length::pt(14).scaled(metrics.descent, metrics.unitsPerEm);
  const Length one = Length::emu(1);
  EXPECT_EQ(at(Length::pt(40), top - one), -1);
  EXPECT_EQ(at(Length::pt(40), top), 0);
  EXPECT_EQ(at(Length::pt(40), bottom - one), 0);
  EXPECT_EQ(at(Length::pt(40), bottom), -1);
}

TEST_F(FindRun, OfTwoLinesTheNearerBaselineCounts) {
  add(30, 100);
  add(30, 106);
  EXPECT_EQ(at(40, 101), 0);
  EXPECT_EQ(at(40, 102.9), 0);
  EXPECT_EQ(at(40, 103), 0);
  EXPECT_EQ(at(40, 103.1), 1);
  EXPECT_EQ(at(40, 106), 1);
}

TEST_F(FindRun, TurnedTextReachesUpwards) {
  add(30, 100);
  pages_.pages[1].runs[0].turned = true;
  const fonts::Metrics& metrics = pages_.faces[0]->metrics();
  const Length left = Length::pt(30) - Length::pt(14).scaled(metrics.ascent, metrics.unitsPerEm);
  const Length right = Length::pt(30) + Length::pt(14).scaled(metrics.descent, metrics.unitsPerEm);
  const Length one = Length::emu(1);
  EXPECT_EQ(at(left, Length::pt(90)), 0);
  EXPECT_EQ(at(left - one, Length::pt(90)), -1);
  EXPECT_EQ(at(right - one, Length::pt(90)), 0);
  EXPECT_EQ(at(right, Length::pt(90)), -1);
  EXPECT_EQ(at(30, 100), 0);
  EXPECT_EQ(at(Length::pt(30), Length::pt(100) + one), -1);
  EXPECT_EQ(at(Length::pt(30), Length::pt(80) + one), 0);
  EXPECT_EQ(at(30, 80), -1);
}

/// A page with a picture at (10, 10) of 50 × 50 pt, on it a filled square of 20 × 20 at (20, 20).
class FindAnything : public FindRun {
 protected:
  FindAnything() {
    pages_.structure.resize(3);
    pages_.structure[1].alternative = "Фото";
    pages_.structure[2].alternative = "Скан";
    Page& page = pages_.pages[1];
    Image image;
    image.x = image.y = Length::pt(10);
    image.width = image.height = Length::pt(50);
    image.element = 1;
    image.origin.data = {1, 7};
    page.images.push_back(image);
    Shape shape;
    for (const auto& [x, y] : {std::pair(20.0, 20.0), {40.0, 20.0}, {40.0, 40.0}, {20.0, 40.0}}) {
      image::Segment segment;
      segment.type = image::Segment::Type::line;
      segment.x = Length::pt(x);
      segment.y = Length::pt(y);
      shape.path.segments.push_back(segment);
    }
    shape.origin.data = {1, 8};
    page.shapes.push_back(shape);
  }
  std::optional<Found> found(double x, double y) {
    return find(pages_, 1, Length::pt(x), Length::pt(y));
  }
};

TEST_F(FindAnything, TextIsFoundBeforeAllElse) {
  add(25, 30);
  pages_.pages[1].text = "да";
  pages_.pages[1].runs[0].textLength = 4;
  pages_.pages[1].runs[0].origin.data = {1, 9};
  EXPECT_EQ(found(26, 29)->kind, Found::Kind::text);
  EXPECT_EQ(found(26, 29)->text, "да");
  EXPECT_EQ(found(26, 29)->origin.data.offset, 9u);
}

TEST_F(FindAnything, ShapesHideImages) {
  EXPECT_EQ(found(20, 20)->kind, Found::Kind::shape);
  EXPECT_EQ(found(20, 20)->text, "");
  EXPECT_EQ(found(20, 20)->origin.data.offset, 8u);
  EXPECT_EQ(found(40, 20)->kind, Found::Kind::image);
  EXPECT_EQ(found(19.9, 20)->text, "Фото");
  EXPECT_EQ(found(10, 10)->origin.data.offset, 7u);
}

TEST_F(FindAnything, TheLastPaintedIsSeen) {
  Page& page = pages_.pages[1];
  page.images.push_back(page.images[0]);
  page.images[1].origin.data.offset = 17;
  page.shapes.push_back(page.shapes[0]);
  page.shapes[1].origin.data.offset = 18;
  EXPECT_EQ(found(15, 15)->origin.data.offset, 17u);
  EXPECT_EQ(found(25, 25)->origin.data.offset, 18u);
}

TEST_F(FindAnything, AForeignPageStandsBehindAll) {
  EXPECT_FALSE(found(100, 100));
  pages_.pages[1].foreign = ForeignPage{0, 0, 2};
  EXPECT_EQ(found(100, 100)->kind, Found::Kind::foreignPage);
  EXPECT_EQ(found(100, 100)->text, "Скан");
  EXPECT_EQ(found(15, 15)->kind, Found::Kind::image);
}

}  // namespace
}  // namespace chancery::pages
