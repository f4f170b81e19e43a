#include <gtest/gtest.h>

#include "base/file.h"
#include "build.h"
#include "image/jpeg_codec.h"

// Files that other programs made: kinds that ours do not write.
namespace chancery::image {
namespace {

Read fileOf(const std::string& name) {
  return readBytes(readFile(CHANCERY_PROJECT_DIR "/tests/image/data/" + name, 1 << 20));
}

TEST(Files, CmykJpegBecomesRed) {
  const Read read = fileOf("cmyk.jpg");
  ASSERT_TRUE(read.picture) << read.codes();
  const Raster& raster = *read.picture->raster();
  EXPECT_EQ(raster.coding, Raster::Coding::jpeg);
  EXPECT_EQ(raster.channels, 3);
  EXPECT_EQ(raster.width, 16);
  const auto samples = jpeg::decode(raster.bytes, 16, 8, 3);
  ASSERT_TRUE(samples);
  EXPECT_GT(static_cast<unsigned char>(samples->bytes[0]), 250);
  EXPECT_LT(static_cast<unsigned char>(samples->bytes[1]), 5);
  EXPECT_LT(static_cast<unsigned char>(samples->bytes[2]), 5);
  EXPECT_EQ(read.picture->bytes, raster.bytes);
}

TEST(Files, ProgressiveJpegStaysAsItIs) {
  const Read read = fileOf("progressive.jpg");
  ASSERT_TRUE(read.picture) << read.codes();
  EXPECT_EQ(read.picture->bytes,
            readFile(CHANCERY_PROJECT_DIR "/tests/image/data/progressive.jpg", 1 << 20));
}

TEST(Files, SixteenBitsBecomeEight) {
  const Read read = fileOf("grey16.png");
  ASSERT_TRUE(read.picture) << read.codes();
  EXPECT_EQ(read.picture->raster()->channels, 1);
  EXPECT_EQ(read.picture->raster()->bytes, std::string("\0\0\0\xFF\xFE\0", 6));
}

TEST(Files, PalettesAndInterlacingAreUnpacked) {
  const Read palette = fileOf("palette.png");
  ASSERT_TRUE(palette.picture) << palette.codes();
  const Raster& raster = *palette.picture->raster();
  EXPECT_EQ(raster.width, 5);
  EXPECT_EQ(raster.channels, 3);
  EXPECT_EQ(raster.bytes.substr(3, 3), std::string("\xFF\0\0", 3));
  EXPECT_EQ(raster.bytes.substr(18, 3), std::string("\0\0\xFF", 3));
  const Read interlaced = fileOf("interlaced.png");
  ASSERT_TRUE(interlaced.picture) << interlaced.codes();
  EXPECT_EQ(interlaced.picture->raster()->bytes.substr(0, 3), std::string("\xFF\0\0", 3));
  EXPECT_EQ(interlaced.picture->raster()->bytes.substr(105, 3), std::string("\0\0\xFF", 3));
}

}  // namespace
}  // namespace chancery::image
