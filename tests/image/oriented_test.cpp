#include <gtest/gtest.h>

#include "image/picture.h"

namespace chancery::image {
namespace {

/// Rows "abc" and "def".
Raster letters() {
  Raster raster;
  raster.width = 3;
  raster.height = 2;
  raster.channels = 1;
  raster.bytes = "abcdef";
  return raster;
}

// Exif 2.32, 4.6.4.
TEST(Oriented, EveryOrientation) {
  const char* expected[] = {"abcdef", "cbafed", "fedcba", "defabc",
                            "adbecf", "daebfc", "fcebda", "cfbead"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const Raster raster = oriented(letters(), orientation);
    EXPECT_EQ(raster.bytes, expected[orientation - 1]) << orientation;
    EXPECT_EQ(raster.width, orientation >= 5 ? 2 : 3) << orientation;
    EXPECT_EQ(raster.height, orientation >= 5 ? 3 : 2) << orientation;
    EXPECT_EQ(raster.channels, 1);
  }
}

TEST(Oriented, PixelsStayWhole) {
  Raster raster;
  raster.width = 2;
  raster.height = 1;
  raster.bytes = "rgbRGB";
  raster.alpha = "12";
  const Raster turned = oriented(raster, 3);
  EXPECT_EQ(turned.channels, 3);
  EXPECT_EQ(turned.bytes, "RGBrgb");
  EXPECT_EQ(turned.alpha, "21");
}

TEST(OrientedDeathTest, OnlySamplesAndOnlyEightWays) {
  EXPECT_DEATH(oriented(letters(), 0), "no such orientation");
  EXPECT_DEATH(oriented(letters(), 9), "no such orientation");
  Raster jpeg = letters();
  jpeg.coding = Raster::Coding::jpeg;
  EXPECT_DEATH(oriented(jpeg, 1), "not samples");
}

}  // namespace
}  // namespace chancery::image
