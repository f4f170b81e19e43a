#include "image/svg_markup.h"

#include <gtest/gtest.h>

namespace chancery::image {
namespace {

Segment to(Segment::Type type, double x = 0, double y = 0) {
  Segment segment;
  segment.type = type;
  segment.x = Length::pt(x);
  segment.y = Length::pt(y);
  return segment;
}

std::string markupOf(const Path& path) {
  Markup out;
  addPath(out, path);
  return out.take();
}

std::string markupOf(const Label& label) {
  Markup out;
  addLabel(out, label);
  return out.take();
}

TEST(SvgMarkup, NumbersHaveTwoDecimalsAtMost) {
  EXPECT_EQ(svgNumber(Length::pt(14)), "14");
  EXPECT_EQ(svgNumber(Length::pt(10.5)), "10.5");
  EXPECT_EQ(svgNumber(Length::pt(-0.05)), "-0.05");
  EXPECT_EQ(svgNumber(Length::emu(63)), "0");
  EXPECT_EQ(svgNumber(Length::emu(-63)), "0");
  EXPECT_EQ(svgNumber(Length::emu(64)), "0.01");
}

TEST(SvgMarkup, PathsStateTheirSteps) {
  Path path;
  Segment curve = to(Segment::Type::curve, 5, 6);
  curve.x1 = Length::pt(1);
  curve.y1 = Length::pt(2);
  curve.x2 = Length::pt(3);
  curve.y2 = Length::pt(4);
  path.segments = {to(Segment::Type::move, 1, 2.5), to(Segment::Type::line, -3, 4), curve,
                   to(Segment::Type::close)};
  path.fill = Color{};
  EXPECT_EQ(markupOf(path), "<path d=\"M1 2.5L-3 4C1 2 3 4 5 6Z\"/>");
  path.segments = {to(Segment::Type::close), to(Segment::Type::line, 1, 2)};
  EXPECT_EQ(markupOf(path), "<path d=\"M1 2\"/>") << "a path begins with a place";
}

TEST(SvgMarkup, PathsStateHowTheyArePainted) {
  Path path;
  path.segments = {to(Segment::Type::move, 1, 2)};
  EXPECT_EQ(markupOf(path), "");
  path.fill = Color{255, 0, 16};
  path.evenOdd = true;
  EXPECT_EQ(markupOf(path), "<path d=\"M1 2\" fill=\"#ff0010\" fill-rule=\"evenodd\"/>");
  path.fill.reset();
  path.stroke = Color{};
  path.strokeWidth = Length::pt(0.5);
  EXPECT_EQ(markupOf(path),
            "<path d=\"M1 2\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.5\"/>");
  path.dashes = {Length::pt(3), Length::pt(1.5)};
  EXPECT_EQ(markupOf(path),
            "<path d=\"M1 2\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.5\" "
            "stroke-dasharray=\"3 1.5\"/>");
  path.segments.clear();
  EXPECT_EQ(markupOf(path), "");
}

TEST(SvgMarkup, LabelsStateTheirLook) {
  Label label;
  label.text = "а < б";
  label.x = Length::pt(1);
  label.y = Length::pt(2);
  label.size = Length::pt(9);
  EXPECT_EQ(markupOf(label), "<text x=\"1\" y=\"2\" font-size=\"9\">а &lt; б</text>");
  label.anchor = Label::Anchor::middle;
  label.bold = true;
  label.turned = true;
  label.color = {1, 2, 3};
  EXPECT_EQ(markupOf(label),
            "<text x=\"1\" y=\"2\" font-size=\"9\" text-anchor=\"middle\" font-weight=\"bold\" "
            "transform=\"rotate(-90 1 2)\" fill=\"#010203\">а &lt; б</text>");
  label.anchor = Label::Anchor::end;
  EXPECT_NE(markupOf(label).find("text-anchor=\"end\""), std::string::npos);
}

TEST(SvgMarkup, RastersAreDataAddresses) {
  Picture picture;
  Raster raster;
  raster.width = raster.height = 1;
  raster.channels = 1;
  raster.bytes = "a";
  picture.content = raster;
  picture.mediaType = "image/jpeg";
  picture.bytes = "foob";
  EXPECT_EQ(dataAddress(picture), "data:image/jpeg;base64,Zm9vYg==");
  picture.mediaType = "image/png";
  EXPECT_EQ(dataAddress(picture), "data:image/png;base64,Zm9vYg==");
  picture.mediaType = "image/tiff";
  EXPECT_EQ(dataAddress(picture).substr(0, 30), "data:image/png;base64,iVBORw0K");
  picture.mediaType = "image/png";
  picture.bytes.clear();
  EXPECT_EQ(dataAddress(picture).substr(0, 30), "data:image/png;base64,iVBORw0K");
}

}  // namespace
}  // namespace chancery::image
