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

}  // namespace
}  // namespace chancery::pages
