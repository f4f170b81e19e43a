// Pictures, charts, tabs and raised text in lines.
#include "layout/objects.h"

#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;

constexpr int kAscent = 224, kDescent = 52;  // 12 pt

std::string placeOf(Length x, Length y, Length width, Length height) {
  const auto twips = [](Length length) { return std::to_string(length.toTwips()); };
  return twips(x) + " " + twips(y) + " " + twips(width) + " x " + twips(height);
}

class ObjectsTest : public testing::Test {
 protected:
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 4535, 4000);
  test::Laid laid;

  format::Paragraph& add(std::string text) {
    section.blocks.emplace_back(test::paragraph(std::move(text)));
    return std::get<format::Paragraph>(section.blocks.back());
  }
  void lay() { laid = test::layout(document); }
  const pages::Page& page(std::size_t index = 0) { return laid.result.pages.pages.at(index); }
  // Each picture of a page as "x y width x height".
  Texts images(std::size_t index = 0) {
    Texts result;
    for (const pages::Image& image : page(index).images) {
      result.push_back(placeOf(image.x, image.y, image.width, image.height));
    }
    return result;
  }
  Texts lines() {
    Texts result;
    for (const test::SeenLine& line : test::lines(laid.result.pages)) {
      result.push_back(std::to_string(line.x) + " " + std::to_string(line.y) + " " + line.text);
    }
    return result;
  }
};

TEST_F(ObjectsTest, StandOnTheBaselineLikeALetter) {
  format::Paragraph& mixed = add("bb ");
  test::addObject(document, mixed, 800, 600);
  mixed.runs.push_back({"cc"});
  add("ddd");
  lay();
  EXPECT_EQ(images(), (Texts{"300 0 800 x 600"}));
  EXPECT_EQ(lines(), (Texts{"0 600 bb ", "1100 600 cc",
                            "0 " + std::to_string(600 + kDescent + kAscent) + " ddd"}));
}

TEST_F(ObjectsTest, AloneHaveNothingBelowTheBaseline) {
  test::addObject(document, add(""), 800, 600);
  add("ddd");
  lay();
  EXPECT_EQ(lines(), (Texts{"0 824 ddd"}));
}

TEST_F(ObjectsTest, WideLinesAddForTheTextOnly) {
  document.styles[0].spacing.multiple240 = 360;
  test::addObject(document, add(""), 800, 600);
  add("ddd");
  lay();
  EXPECT_EQ(lines(), (Texts{"0 " + std::to_string(600 + 138 + kAscent) + " ddd"}));
}

TEST_F(ObjectsTest, ExactLinesDoNotCutThemOff) {
  document.styles[0].spacing = {format::LineSpacing::Rule::exact, 240, Length::twips(300)};
  test::addObject(document, add(""), 800, 600);
  add("ddd");
  lay();
  EXPECT_EQ(images(), (Texts{"0 0 800 x 600"}));
  EXPECT_EQ(lines(), (Texts{"0 840 ddd"}));
}

TEST_F(ObjectsTest, BreakLinesOnBothSides) {
  format::Paragraph& mixed = add("wordword");
  test::addObject(document, mixed, 3700, 300);
  mixed.runs.push_back({"wordword"});
  lay();
  EXPECT_EQ(images(), (Texts{"0 276 3700 x 300"}));
  EXPECT_EQ(lines(), (Texts{"0 224 wordword", "0 800 wordword"}));
}

TEST_F(ObjectsTest, ACommaStaysWithThem) {
  format::Paragraph& mixed = add("word ");
  test::addObject(document, mixed, 4000, 300);
  mixed.runs.push_back({",,,,,,,,,, x"});
  lay();
  EXPECT_EQ(lines()[0], "0 224 word ");
  EXPECT_EQ(lines()[1].substr(0, 13), "4000 576 ,,,,");
}

TEST_F(ObjectsTest, TooWideOnesAreMadeSmaller) {
  test::addObject(document, add(""), 9070, 1000);
  lay();
  EXPECT_EQ(images(), (Texts{"0 0 4535 x 500"}));
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L115"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"160", "18", "80", "9"}));
  ASSERT_EQ(laid.result.resolved.objectSizes.size(), 1u);
  EXPECT_EQ(laid.result.resolved.objectSizes[0],
            (format::ObjectSize{Length::twips(4535), Length::twips(500)}));
}

TEST_F(ObjectsTest, WithoutAnyRoomTheyAreAsWideAsALetter) {
  format::Paragraph& alone = add("");
  test::addObject(document, alone, 800, 600);
  document.styles[0].left = Length::twips(5000);  // behind the text area's end
  lay();
  EXPECT_EQ(images(), (Texts{"5000 0 120 x 90"}));
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L115"}));
}

TEST_F(ObjectsTest, TooTallOnesAreMadeSmaller) {
  add("строка");
  test::addObject(document, add(""), 2000, 8000);
  lay();
  EXPECT_EQ(images(1), (Texts{"0 0 987 x 3948"}));
}

TEST_F(ObjectsTest, ThoseInCellsFitTheirCells) {
  format::Table& table = test::addTable(document, section.blocks, 1);
  table.border = Length::twips(10);
  table.paddingX = Length::twips(100);
  format::Paragraph picture;
  test::addObject(document, picture, 9000, 9000);
  table.rows.push_back({});
  table.rows.back().cells.push_back(test::cell({picture}));
  lay();
  ASSERT_EQ(images().size(), 1u);
  EXPECT_EQ(page().images[0].width, page().images[0].height);
  EXPECT_LT(page().images[0].x + page().images[0].width, Length::twips(4535 - 90));
  EXPECT_LT(page().images[0].y + page().images[0].height, Length::twips(4000 - 10));
}

TEST_F(ObjectsTest, EqualPicturesAreHeldOnce) {
  test::addObject(document, add(""), 100, 100);
  test::addObject(document, add(""), 200, 200);
  lay();
  EXPECT_EQ(laid.result.pages.pictures.size(), 1u);
  EXPECT_EQ(page().images[1].picture, 0u);
}

TEST_F(ObjectsTest, AreFiguresWithTheirAlternative) {
  test::addObject(document, add("слово "), 100, 100);
  test::addObject(document, add(""), 100, 100);
  document.objects[1].decorative = true;
  lay();
  const auto& figure =
      laid.result.pages.structure.at(static_cast<std::size_t>(page().images[0].element));
  EXPECT_EQ(figure.type, pages::StructureType::figure);
  EXPECT_EQ(figure.alternative, "серый квадрат");
  EXPECT_EQ(page().images[1].element, pages::kArtifact);
}

TEST_F(ObjectsTest, DrawingsAreScaledToTheirPlace) {
  image::Drawing drawing;
  drawing.width = Length::twips(100);
  drawing.height = Length::twips(50);
  image::Path path;
  using Segment = image::Segment;
  path.segments = {{Segment::Type::move, Length::twips(10), Length::twips(5), {}, {}, {}, {}},
                   {Segment::Type::curve, Length::twips(20), Length::twips(10), Length::twips(1),
                    Length::twips(2), Length::twips(3), Length::twips(4)}};
  path.strokeWidth = Length::twips(2);
  path.dashes = {Length::twips(3)};
  drawing.paths = {path};
  image::Label label;
  label.text = "две части";
  label.x = Length::twips(50);
  label.y = Length::twips(40);
  label.size = Length::twips(20);
  label.anchor = image::Label::Anchor::middle;
  label.color = {1, 2, 3};
  drawing.labels = {label, label};
  drawing.labels[1].turned = true;
  auto picture = std::make_shared<image::Picture>();
  picture->content = drawing;
  test::addObject(document, add(""), 400, 200);
  document.objects[0].content = std::shared_ptr<const image::Picture>(picture);
  lay();
  ASSERT_EQ(page().shapes.size(), 1u);
  const image::Path& drawn = page().shapes[0].path;
  EXPECT_EQ(drawn.segments[0].x, Length::twips(40));
  EXPECT_EQ(drawn.segments[0].y, Length::twips(20));
  EXPECT_EQ(drawn.segments[1].x, Length::twips(80));
  EXPECT_EQ(drawn.segments[1].x1, Length::twips(4));
  EXPECT_EQ(drawn.segments[1].y1, Length::twips(8));
  EXPECT_EQ(drawn.segments[1].x2, Length::twips(12));
  EXPECT_EQ(drawn.segments[1].y2, Length::twips(16));
  EXPECT_EQ(drawn.strokeWidth, Length::twips(8));
  EXPECT_EQ(drawn.dashes, (std::vector<Length>{Length::twips(12)}));
  ASSERT_EQ(page().runs.size(), 2u);
  const pages::TextRun& text = page().runs[0];
  EXPECT_EQ(page().text, "две части две части ");
  EXPECT_EQ(text.size, Length::twips(80));
  EXPECT_EQ(text.color, (pages::Color{1, 2, 3}));
  Length width;
  for (std::uint32_t i = 0; i < text.glyphCount; ++i) {
    width += Length::emu(page().glyphs[i].advance);
  }
  EXPECT_EQ(text.x, Length::twips(200) - width / 2);
  EXPECT_EQ(text.y, Length::twips(160));
  EXPECT_EQ(page().runs[1].x, Length::twips(200));
  EXPECT_EQ(page().runs[1].y, Length::twips(160) + width / 2);
  EXPECT_TRUE(page().runs[1].turned);
  EXPECT_EQ(text.element, page().shapes[0].element);
}

TEST_F(ObjectsTest, ChartsAreDrawnInTheirSize) {
  chart::Chart chart;
  chart.categories = {"а", "б"};
  chart.series.push_back({"Школ", {"3", "5"}});
  test::addObject(document, add(""), 4000, 3000);
  document.objects[0].content = std::make_shared<const chart::Chart>(chart);
  lay();
  EXPECT_FALSE(page().shapes.empty());
  EXPECT_FALSE(page().runs.empty());
  for (const pages::TextRun& run : page().runs) {
    EXPECT_EQ(run.element, page().shapes[0].element);
    EXPECT_LE(run.y, Length::twips(3000));
  }
}

TEST_F(ObjectsTest, PlacedOnesStandWhereTheyAreTold) {
  format::Paragraph nothing;
  test::addObject(document, nothing, 300, 200);
  section.placed.push_back({0, Length::twips(1000), Length::twips(50)});
  section.placed.push_back({7, {}, {}});
  for (int i = 0; i < 20; ++i) add("строка");
  lay();
  EXPECT_EQ(images(), (Texts{"1000 50 300 x 200"}));
  EXPECT_EQ(images(1), Texts{});
  EXPECT_EQ(lines()[0], "0 224 строка");
}

class TabsTest : public ObjectsTest {
 protected:
  void stop(int at, format::Align align = format::Align::left, bool leader = false) {
    document.styles[0].tabs.push_back({Length::twips(at), align, leader});
  }
  // Where the runs' words begin: the text and the place of the word after each tab.
  std::vector<long> starts(const std::string& text) {
    section.blocks.clear();
    add(text);
    lay();
    std::vector<long> result;
    const pages::TextRun& run = page().runs.at(0);
    Length x = run.x;
    std::size_t offset = 0;
    for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
      x += Length::emu(page().glyphs[i].advance);
      // Of ASCII texts each glyph shows a byte.
      if (text[offset++] == '\t') result.push_back(static_cast<long>(x.toTwips()));
    }
    return result;
  }
};

using Starts = std::vector<long>;

TEST_F(TabsTest, TextBeginsAtALeftStop) {
  stop(1000);
  stop(2000);
  EXPECT_EQ(starts("a\tb\tc"), (Starts{1000, 2000}));
  EXPECT_EQ(page().text, "a b c");
}

TEST_F(TabsTest, TextEndsAtARightStop) {
  stop(4535, format::Align::right);
  EXPECT_EQ(starts("a\t12"), (Starts{4535 - 240}));
}

TEST_F(TabsTest, TextStandsAroundACentreStop) {
  stop(2000, format::Align::center);
  EXPECT_EQ(starts("a\t12"), (Starts{2000 - 120}));
}

TEST_F(TabsTest, StopsThatAreBehindDoNotCount) {
  stop(1000);
  stop(2000);
  EXPECT_EQ(starts("wordwordword\tb"), (Starts{2000}));
}

TEST_F(TabsTest, WithoutAStopATabIsASpace) {
  stop(1000);
  EXPECT_EQ(starts("a\tbb\tc"), (Starts{1000, 1000 + 240 + 60}));
}

TEST_F(TabsTest, AHangingIndentIsAStop) {
  document.styles[0].left = Length::twips(500);
  document.styles[0].firstLine = Length::twips(-300);
  EXPECT_EQ(starts("a\tb"), (Starts{500}));
}

TEST_F(TabsTest, ALongTextAtARightStopIsBroken) {
  stop(3000, format::Align::right);
  add("a\tword word word word word word word word word word");
  lay();
  ASSERT_EQ(lines().size(), 2u);
  EXPECT_EQ(lines()[0], "0 224 a word word word word word word word word ");
}

TEST_F(TabsTest, ATabGoesToTheNextLineWithWhatFollows) {
  stop(3000, format::Align::right);
  section.pageWidth = Length::twips(3000);
  add("word word word word word\t1222");
  lay();
  EXPECT_EQ(lines(), (Texts{"0 224 word word word word word", "0 500  1222"}));
}

TEST_F(TabsTest, AStopInTheRightIndentIsReached) {
  document.styles[0].right = Length::twips(1000);
  stop(4535, format::Align::right);
  EXPECT_EQ(starts("a\t12"), (Starts{4535 - 240}));
}

TEST_F(TabsTest, OnlyWhatFollowsTheLastTabIsJustified) {
  stop(1000);
  document.styles[0].align = format::Align::justify;
  add("a b\tword word word word word word word");
  lay();
  const test::SeenLine line = test::lines(laid.result.pages).at(0);
  EXPECT_EQ(page().glyphs[1].advance, Length::twips(60).toEmu());
  EXPECT_GT(page().glyphs[8].advance, Length::twips(60).toEmu());
  EXPECT_EQ(line.width, 4535 + 60);
}

TEST_F(TabsTest, LeadersAreDrawnAsArtifacts) {
  stop(4535, format::Align::right, true);
  starts("a\t12");
  ASSERT_EQ(page().shapes.size(), 1u);
  const pages::Shape& leader = page().shapes[0];
  EXPECT_EQ(leader.element, pages::kArtifact);
  EXPECT_EQ(leader.path.strokeWidth, Length::twips(20));
  EXPECT_EQ(leader.path.dashes, (std::vector<Length>{Length::twips(20), Length::twips(40)}));
  ASSERT_EQ(leader.path.segments.size(), 2u);
  EXPECT_EQ(leader.path.segments[0].x, Length::twips(120));
  EXPECT_EQ(leader.path.segments[0].y, Length::twips(224 - 10));
  EXPECT_EQ(leader.path.segments[1].x, Length::twips(4200 + 20));
  EXPECT_EQ(page().text, "a 12");
}

TEST_F(TabsTest, AShortGapHasNoLeader) {
  stop(300, format::Align::left, true);
  starts("aa\tb");
  EXPECT_TRUE(page().shapes.empty());
}

class RaiseTest : public ObjectsTest {
 protected:
  void addRaised(format::Raise raise) {
    format::TextStyle style = document.styles[0].text;
    style.raise = raise;
    format::Paragraph& mixed = add("x");
    mixed.runs.push_back({"2", style});
    add("y");
    lay();
  }
};

TEST_F(RaiseTest, SuperscriptsEndWhereTheirLineDoes) {
  addRaised(format::Raise::superscript);
  EXPECT_EQ(lines(), (Texts{"0 224 x", "120 130 2", "0 500 y"}));
  EXPECT_EQ(page().runs[1].size, Length::twips(139));
}

TEST_F(RaiseTest, SubscriptsStandOnTheLinesFoot) {
  addRaised(format::Raise::subscript);
  EXPECT_EQ(lines(), (Texts{"0 224 x", "120 246 2", "0 500 y"}));
}

}  // namespace
}  // namespace chancery::layout
