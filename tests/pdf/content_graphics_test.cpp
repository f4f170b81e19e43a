#include <gtest/gtest.h>

#include "pdf/content.h"
#include "pdf/page_builder.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;
using pdf_test::path;

/// A page of 300 × 200 pt.
PageBuilder smallPage() {
  PageBuilder builder;
  builder.page(Length::pt(300), Length::pt(200));
  return builder;
}

struct Streams {
  std::string text;
  TaggedContent tagged;
};

Streams write(const PageBuilder& builder, Tagging tagging = Tagging::full,
              const FormPlace* form = nullptr) {
  static FontCache cache;
  Deflater deflater;
  const auto fonts = makeFonts(builder.pages, cache, deflater);
  ContentWriter writer(fonts, builder.pages.structure, tagging);
  Streams result;
  result.text = writer.write(builder.pages.pages[0], 0, form, result.tagged);
  return result;
}

std::string untagged(const image::Path& shape) {
  PageBuilder builder = smallPage();
  builder.shape(pages::kArtifact, shape);
  return write(builder, Tagging::none).text;
}

image::Path square() {
  return path("M 10 20 L 30 20 L 30 40 L 10 40 Z");
}

constexpr const char* kSquare = "10 180 m\n30 180 l\n30 160 l\n10 160 l\nh\n";

TEST(Graphics, ImagesAreUnitSquaresAtTheirPlace) {
  PageBuilder builder = smallPage();
  builder.image(pages::kArtifact, 10, 20, 100.5, 50, 3);
  EXPECT_EQ(write(builder, Tagging::none).text, "q\n100.5 0 0 50 10 130 cm\n/I3 Do\nQ\n");
}

TEST(Graphics, DecorativeImagesAreArtifacts) {
  PageBuilder builder = smallPage();
  builder.image(pages::kArtifact, 0, 0, 10, 10);
  const Streams written = write(builder);
  EXPECT_EQ(written.text, "/Artifact<</Type/Layout>>BDC\nq\n10 0 0 10 0 190 cm\n/I0 Do\nQ\nEMC\n");
  EXPECT_TRUE(written.tagged.marks.empty());
  EXPECT_TRUE(written.tagged.figures.empty());
}

TEST(Graphics, FiguresAreMarkedAndMeasured) {
  PageBuilder builder = smallPage();
  const auto figure = builder.element(StructureType::figure);
  builder.image(figure, 10, 20, 30, 40);
  builder.shape(figure, path("M 5 30 L 50 70"));
  const Streams written = write(builder);
  EXPECT_EQ(written.text.substr(0, 24), "/Figure<</MCID 0>>BDC\nq\n");
  EXPECT_NE(written.text.find("EMC\n/Figure<</MCID 1>>BDC\n5 170 m\n"), std::string::npos);
  ASSERT_EQ(written.tagged.marks.size(), 2u);
  EXPECT_EQ(written.tagged.marks[1].element, figure);
  EXPECT_EQ(written.tagged.marks[1].number, 1);
  const FigureBox& box = written.tagged.figures.at(figure);
  EXPECT_EQ(box.page, 0);
  EXPECT_EQ(box.box, (pages::Box{Length::pt(5), Length::pt(20), Length::pt(50), Length::pt(70)}));
}

TEST(Graphics, LabelsOfAFigureBelongToItsBox) {
  PageBuilder builder = smallPage();
  const auto figure = builder.element(StructureType::figure);
  builder.size(12).text(figure, 10, 50, "A");
  const pages::Box box = write(builder).tagged.figures.at(figure).box;
  EXPECT_EQ(box.left, Length::pt(10));
  EXPECT_EQ(box.top, Length::pt(38));
  EXPECT_EQ(box.bottom, Length::pt(53));
}

TEST(Graphics, OtherElementsAreNotMeasured) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 10, 50, "A");
  builder.shape(builder.element(StructureType::link), square());
  EXPECT_TRUE(write(builder).tagged.figures.empty());
}

TEST(Graphics, ShapesOfOneElementAreOneSequence) {
  PageBuilder builder = smallPage();
  const auto figure = builder.element(StructureType::figure);
  const auto other = builder.element(StructureType::figure);
  builder.shape(figure, square()).shape(figure, square()).shape(other, square());
  const std::string twice = kSquare + std::string("f\n") + kSquare + "f\n";
  EXPECT_EQ(write(builder).text, "/Figure<</MCID 0>>BDC\n" + twice +
                                     "EMC\n/Figure<</MCID 1>>BDC\n" + kSquare + "f\nEMC\n");
}

TEST(Graphics, PathsAreFilledStrokedOrBoth) {
  image::Path shape = square();
  EXPECT_EQ(untagged(shape), std::string(kSquare) + "f\n");
  shape.evenOdd = true;
  EXPECT_EQ(untagged(shape), std::string(kSquare) + "f*\n");
  shape.stroke = image::Color{};
  shape.strokeWidth = Length::pt(1);
  EXPECT_EQ(untagged(shape), "4 M\n" + std::string(kSquare) + "B*\n");
  shape.evenOdd = false;
  EXPECT_EQ(untagged(shape), "4 M\n" + std::string(kSquare) + "B\n");
  shape.fill.reset();
  EXPECT_EQ(untagged(shape), "4 M\n" + std::string(kSquare) + "S\n");
  shape.evenOdd = true;
  EXPECT_EQ(untagged(shape), "4 M\n" + std::string(kSquare) + "S\n");
  shape.stroke.reset();
  EXPECT_EQ(untagged(shape), "");
}

TEST(Graphics, CurvesNameTheirControlPoints) {
  EXPECT_EQ(untagged(path("M 0 0 C 1 2 3 4 5 6")), "0 200 m\n1 198 3 196 5 194 c\nf\n");
}

TEST(Graphics, APathThatDoesNotBeginDoes) {
  EXPECT_EQ(untagged(path("Z L 1 2 C 1 2 3 4 5 6")), "1 198 m\n1 198 3 196 5 194 c\nf\n");
  EXPECT_EQ(untagged(path("C 1 2 3 4 5 6 L 1 1")), "5 194 m\n1 199 l\nf\n");
  EXPECT_EQ(untagged(image::Path()), "");
}

TEST(Graphics, ColoursAreSetWhenTheyChange) {
  PageBuilder builder = smallPage();
  image::Path shape = square();
  shape.fill = image::Color{255, 0, 51};
  shape.stroke = image::Color{128, 128, 128};
  shape.strokeWidth = Length::pt(0.5);
  builder.shape(pages::kArtifact, shape).shape(pages::kArtifact, shape);
  shape.fill = shape.stroke = image::Color{};
  builder.shape(pages::kArtifact, shape);
  EXPECT_EQ(write(builder, Tagging::none).text, std::string("1 0 .2 rg\n4 M\n.502 G\n.5 w\n") +
                                                    kSquare + "B\n" + kSquare + "B\n0 g\n0 G\n" +
                                                    kSquare + "B\n");
  shape.stroke = image::Color{0, 0, 255};
  EXPECT_EQ(untagged(shape).substr(0, 16), "4 M\n0 0 1 RG\n.5 ");
}

TEST(Graphics, DashesAreSetWhenTheyChange) {
  PageBuilder builder = smallPage();
  image::Path shape = path("M 0 0 L 9 0");
  shape.fill.reset();
  shape.stroke = image::Color{};
  shape.strokeWidth = Length::pt(1);
  shape.dashes = {Length::pt(3), Length::pt(1.5)};
  builder.shape(pages::kArtifact, shape).shape(pages::kArtifact, shape);
  shape.dashes.clear();
  builder.shape(pages::kArtifact, shape);
  const std::string line = "0 200 m\n9 200 l\nS\n";
  EXPECT_EQ(write(builder, Tagging::none).text,
            "4 M\n[3 1.5]0 d\n" + line + line + "[]0 d\n" + line);
}

TEST(Graphics, DashesWithoutLengthAreNone) {
  image::Path shape = path("M 0 0 L 9 0");
  shape.fill.reset();
  shape.stroke = image::Color{};
  shape.strokeWidth = Length::pt(1);
  shape.dashes = {Length(), Length::emu(10)};
  EXPECT_EQ(untagged(shape), "4 M\n0 200 m\n9 200 l\nS\n");
}

TEST(Graphics, EachPageBeginsAnew) {
  PageBuilder builder = smallPage();
  image::Path shape = square();
  shape.fill = image::Color{255, 255, 255};
  shape.stroke = image::Color{255, 255, 255};
  shape.strokeWidth = Length::pt(2);
  shape.dashes = {Length::pt(1)};
  builder.shape(pages::kArtifact, shape);
  static FontCache cache;
  Deflater deflater;
  const auto fonts = makeFonts(builder.pages, cache, deflater);
  ContentWriter writer(fonts, builder.pages.structure, Tagging::none);
  TaggedContent tagged;
  const std::string first = writer.write(builder.pages.pages[0], 0, nullptr, tagged);
  EXPECT_EQ(writer.write(builder.pages.pages[0], 1, nullptr, tagged), first);
}

TEST(Graphics, PaintedInOrder) {
  PageBuilder builder = smallPage();
  builder.rule(1, 2, 3, 4).shape(pages::kArtifact, square()).image(pages::kArtifact, 0, 0, 9, 9);
  builder.lastPage().foreign = pages::ForeignPage{};
  const FormPlace form{0.5, 10, 20.25};
  const std::string text = write(builder, Tagging::none, &form).text;
  EXPECT_EQ(text, "q\n.5 0 0 .5 10 20.25 cm\n/P0 Do\nQ\nq\n9 0 0 9 0 191 cm\n/I0 Do\nQ\n" +
                      std::string(kSquare) + "f\n1 194 3 4 re\nf\n");
}

TEST(Graphics, AForeignPageIsAFigureOfAllThePage) {
  PageBuilder builder = smallPage();
  const auto figure = builder.element(StructureType::figure);
  builder.lastPage().foreign = pages::ForeignPage{0, 0, figure};
  const FormPlace form;
  const Streams written = write(builder, Tagging::full, &form);
  EXPECT_EQ(written.text, "/Figure<</MCID 0>>BDC\nq\n1 0 0 1 0 0 cm\n/P0 Do\nQ\nEMC\n");
  EXPECT_EQ(written.tagged.figures.at(figure).box,
            (pages::Box{Length(), Length(), Length::pt(300), Length::pt(200)}));
}

TEST(Graphics, TurnedTextGoesUpwards) {
  PageBuilder builder = smallPage();
  builder.text(pages::kArtifact, 10, 50, "");
  builder.lastPage().runs.clear();
  builder.text(pages::kArtifact, 20, 60, "a").lastRun().turned = true;
  builder.text(pages::kArtifact, 30, 70, "a").lastRun().turned = true;
  builder.text(pages::kArtifact, 40, 80, "a");
  builder.text(pages::kArtifact, 41, 90, "a");
  const std::string text = write(builder, Tagging::none).text;
  std::string places;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    if (line.ends_with(" Tm") || line.ends_with(" Td")) places += line + '\n';
    at = end + 1;
  }
  EXPECT_EQ(places, "0 1 -1 0 20 140 Tm\n0 1 -1 0 30 130 Tm\n1 0 0 1 40 120 Tm\n1 -10 Td\n");
}

TEST(Graphics, TurnedTextKeepsItsSpacing) {
  PageBuilder level = smallPage();
  level.spaceExtra(Length::pt(2)).text(pages::kArtifact, 20, 60, "a b c");
  PageBuilder turned = level;
  turned.lastRun().turned = true;
  const auto shown = [](const std::string& text) { return text.substr(text.find('[')); };
  EXPECT_EQ(shown(write(turned, Tagging::none).text), shown(write(level, Tagging::none).text));
}

}  // namespace
}  // namespace chancery::pdf
