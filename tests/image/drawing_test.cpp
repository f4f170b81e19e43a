#include <gtest/gtest.h>

#include <cmath>

#include "build.h"
#include "image/outline.h"

namespace chancery::image {
namespace {

/// Alpha of a rasterised drawing, a digit 0 … 9 a pixel, a line a row.
std::string shades(const Drawing& drawing, int dpi) {
  const Read read = readBytes(rasterise(drawing, dpi));
  EXPECT_TRUE(read.picture);
  const Raster& raster = *read.picture->raster();
  std::string text;
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      const auto at = static_cast<std::size_t>(y * raster.width + x);
      const int alpha = raster.alpha.empty() ? 255 : static_cast<unsigned char>(raster.alpha[at]);
      text += static_cast<char>('0' + alpha * 9 / 255);
    }
    text += '\n';
  }
  return text;
}

/// A drawing of 6 × 4 pixels at 96 dpi with what `inside` draws.
Drawing drawingOf(const std::string& inside) {
  const Read read = readBytes("<svg xmlns='http://www.w3.org/2000/svg' width='6' height='4'>" +
                              inside + "</svg>");
  EXPECT_TRUE(read.picture) << read.codes();
  return *read.picture->drawing();
}
std::string shadesOf(const std::string& inside) {
  return shades(drawingOf(inside), 96);
}

TEST(Rasterise, FillsWholeAndPartsOfPixels) {
  EXPECT_EQ(shadesOf("<rect x='1' y='1' width='2' height='2'/>"),
            "000000\n099000\n099000\n000000\n");
  EXPECT_EQ(shadesOf("<rect x='1.5' y='0' width='2' height='4'/>"),
            "049400\n049400\n049400\n049400\n");
  EXPECT_EQ(shadesOf("<rect x='0' y='0.4' width='6' height='0.2'/>"),
            "111111\n000000\n000000\n000000\n");
}
TEST(Rasterise, HolesFollowTheRule) {
  const std::string data = " d='M0 0H6V4H0ZM1 1H5V3H1Z'";
  EXPECT_EQ(shadesOf("<path fill-rule='evenodd'" + data + "/>"),
            "999999\n900009\n900009\n999999\n");
  EXPECT_EQ(shadesOf("<path" + data + "/>"), "999999\n999999\n999999\n999999\n");
}
TEST(Rasterise, StrokesHaveMitredCorners) {
  EXPECT_EQ(
      shadesOf(
          "<rect x='1' y='1' width='4' height='2' fill='none' stroke='red' stroke-width='2'/>"),
      "999999\n999999\n999999\n999999\n");
  EXPECT_EQ(shadesOf("<path d='M1 1H5V3' fill='none' stroke='red' stroke-width='2'/>"),
            "099999\n099999\n000099\n000000\n");
}
TEST(Rasterise, SharpCornersAreCut) {
  // A turn back on itself has no mitre.
  EXPECT_EQ(shadesOf("<path d='M1 1H4H1' fill='none' stroke='red' stroke-width='2'/>"),
            "099900\n099900\n000000\n000000\n");
}
TEST(Rasterise, DashesLeaveGaps) {
  EXPECT_EQ(shadesOf("<path d='M0 0.5H6' stroke='red' stroke-dasharray='2 1'/>"),
            "990990\n000000\n000000\n000000\n");
}
TEST(Rasterise, HairlinesAreAPixelWide) {
  EXPECT_EQ(shadesOf("<path d='M0 1.5H6' stroke='red' stroke-width='0.01'/>"),
            "000000\n999999\n000000\n000000\n");
}
TEST(Rasterise, LaterPathsCoverEarlierOnes) {
  const Read read = readBytes(rasterise(
      drawingOf("<rect width='6' height='4' fill='red'/><rect width='3' height='4' fill='blue'/>"),
      96));
  const Raster& raster = *read.picture->raster();
  EXPECT_EQ(raster.bytes.substr(0, 3), std::string("\x00\x00\xFF", 3));
  EXPECT_EQ(raster.bytes.substr(15, 3), std::string("\xFF\x00\x00", 3));
}
TEST(Rasterise, WhatLiesOutsideIsCut) {
  EXPECT_EQ(shadesOf("<rect x='-100' y='-100' width='102' height='102'/>"),
            "990000\n990000\n000000\n000000\n");
  EXPECT_EQ(shadesOf("<rect x='5' y='3' width='102' height='102'/>"),
            "000000\n000000\n000000\n000009\n");
  EXPECT_EQ(shadesOf("<rect x='50' y='30' width='2' height='2'/>"),
            "000000\n000000\n000000\n000000\n");
}
TEST(Rasterise, ResolutionScalesAndIsBounded) {
  const Read twice = readBytes(rasterise(drawingOf(""), 192));
  EXPECT_EQ(twice.picture->raster()->width, 12);
  EXPECT_EQ(twice.picture->raster()->height, 8);
  Drawing large;
  large.width = Length::mm(1000);
  large.height = Length::mm(1000);
  EXPECT_EQ(readBytes(rasterise(large, 1000)).picture->raster()->width, 5000);
  large.height = Length::mm(1);
  EXPECT_EQ(readBytes(rasterise(large, 1000)).picture->raster()->width, 10000);
}

TEST(Flatten, CurvesStayWithinATenthOfAPixel) {
  const Read read = readBytes(svgOf("<circle cx='48' cy='48' r='40'/>"));
  const auto lines = flatten(read.picture->drawing()->paths[0], 1 / 9525.0);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_TRUE(lines[0].closed);
  for (std::size_t i = 1; i < lines[0].points.size(); ++i) {
    const Vertex a = lines[0].points[i - 1], b = lines[0].points[i];
    EXPECT_NEAR(std::hypot((a.x + b.x) / 2 - 48, (a.y + b.y) / 2 - 48), 40, 0.1);
  }
}
TEST(Flatten, APathGoesOnAfterItsEndFromItsStart) {
  const Read read = readBytes(svgOf("<path d='M1 1H2Z L5 5'/>"));
  const auto lines = flatten(read.picture->drawing()->paths[0], 1 / 9525.0);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].points[0].x, 1);
  EXPECT_EQ(lines[1].points[1].x, 5);
}

TEST(QrCode, HasAQuietZoneAndSquareModules) {
  const auto code = qrCode(std::string(40, 'x'), Length::mm(37));
  ASSERT_TRUE(code);
  EXPECT_EQ(code->width, Length::mm(37));
  EXPECT_EQ(code->mediaType, "image/svg+xml");
  const Drawing& drawing = *code->drawing();
  ASSERT_EQ(drawing.paths.size(), 1u);
  // Version 3 has 29 modules; with the quiet zone 37: a module is a millimetre.
  const Path& path = drawing.paths[0];
  EXPECT_EQ(path.segments[0].x, Length::mm(4));
  EXPECT_EQ(path.segments[0].y, Length::mm(4));
  EXPECT_EQ(path.segments[1].x, Length::mm(11));  // the finder's upper side: seven modules
  EXPECT_EQ(path.segments[2].y, Length::mm(5));
  EXPECT_EQ(path.segments.back().type, Segment::Type::close);
}
TEST(QrCode, ItsFileIsTheSamePicture) {
  const auto code = qrCode("text", Length::mm(29));
  ASSERT_TRUE(code);
  const Read read = readBytes(code->bytes);
  ASSERT_TRUE(read.picture) << read.codes();
  const auto& ours = code->drawing()->paths[0].segments;
  const auto& theirs = read.picture->drawing()->paths[0].segments;
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i)
    EXPECT_NEAR(ours[i].x.toMm(), theirs[i].x.toMm(), 0.01);
}
TEST(QrCode, TooLongATextGivesNone) {
  EXPECT_TRUE(qrCode(std::string(2300, 'x'), Length::mm(30)));
  EXPECT_FALSE(qrCode(std::string(2301, 'x'), Length::mm(30)));
  EXPECT_FALSE(qrCode("", Length::mm(30)));
}

}  // namespace
}  // namespace chancery::image
