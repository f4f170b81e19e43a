#include <gtest/gtest.h>

#include "build.h"
#include "image/jpeg_codec.h"

namespace chancery::image {
namespace {

/// Two colours side by side above two others, 16 pixels each way: survives JPEG.
Raster fourFields() {
  Raster raster;
  raster.width = 32;
  raster.height = 16;
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 32; ++x) {
      const bool right = x >= 16, low = y >= 8;
      raster.bytes += static_cast<char>(right ? 250 : 5);
      raster.bytes += static_cast<char>(low ? 250 : 5);
      raster.bytes += static_cast<char>(100);
    }
  }
  return raster;
}

std::string segment(char marker, const std::string& data) {
  const std::size_t length = data.size() + 2;
  return std::string("\xFF") + marker + static_cast<char>(length >> 8) +
         static_cast<char>(length & 0xFF) + data;
}

/// A JPEG with a segment behind SOI and JFIF (2 + 18 bytes).
std::string withSegment(std::string jpeg, const std::string& inserted) {
  return jpeg.insert(20, inserted);
}

std::string exif(int orientation, bool little) {
  const std::string value(1, static_cast<char>(orientation));
  const std::string nothing(1, '\0');
  std::string tiff;
  if (little) {
    tiff = std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + value +
           std::string(7, '\0');
  } else {
    tiff = std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19) + value +
           std::string(6, '\0');
  }
  return segment('\xE1', std::string("Exif\0\0", 6) + tiff);
}

/// Whether a picture's corners are bright: "rg" for each of the four, reading order.
std::string corners(const Picture& picture) {
  const Raster& raster = *picture.raster();
  const auto samples = jpeg::decode(raster.bytes, raster.width, raster.height, 3);
  EXPECT_TRUE(samples);
  std::string text;
  for (const int y : {1, raster.height - 2}) {
    for (const int x : {1, raster.width - 2}) {
      const std::size_t at = static_cast<std::size_t>(y * raster.width + x) * 3;
      for (const std::size_t channel : {0u, 1u})
        text += static_cast<unsigned char>(samples->bytes[at + channel]) > 128 ? '1' : '0';
      text += ' ';
    }
  }
  return text;
}

TEST(Jpeg, StaysAsItCame) {
  const std::string jpeg = jpeg::encode(fourFields());
  const Read read = readBytes(jpeg);
  ASSERT_TRUE(read.picture);
  const Raster& raster = *read.picture->raster();
  EXPECT_EQ(raster.coding, Raster::Coding::jpeg);
  EXPECT_EQ(raster.bytes, jpeg);
  EXPECT_EQ(read.picture->bytes, jpeg);
  EXPECT_EQ(raster.width, 32);
  EXPECT_EQ(raster.height, 16);
  EXPECT_EQ(raster.channels, 3);
  EXPECT_EQ(read.picture->mediaType, "image/jpeg");
  EXPECT_EQ(read.picture->width, Length::pt(24));
  EXPECT_EQ(corners(*read.picture), "00 10 01 11 ");
}

TEST(Jpeg, GreyHasOneChannel) {
  Raster grey;
  grey.width = grey.height = 8;
  grey.channels = 1;
  grey.bytes.assign(64, '\x50');
  const Read read = readBytes(jpeg::encode(grey));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->raster()->channels, 1);
}

TEST(Jpeg, NaturalSizeIsByItsResolution) {
  std::string jpeg = jpeg::encode(fourFields());
  jpeg.replace(13, 5, std::string("\x01\0\x48\0\x90", 5));  // 72 × 144 dots an inch
  EXPECT_EQ(readBytes(jpeg).picture->width, Length::pt(32));
  EXPECT_EQ(readBytes(jpeg).picture->height, Length::pt(8));
  jpeg.replace(13, 5, std::string("\x02\0\x14\0\x28", 5));  // 20 × 40 a centimetre
  EXPECT_EQ(readBytes(jpeg).picture->width, Length::mm(16));
  EXPECT_EQ(readBytes(jpeg).picture->height, Length::mm(4));
}

TEST(Jpeg, WhatACameraTellsGoes) {
  const std::string jpeg = jpeg::encode(fourFields());
  const Read read = readBytes(
      withSegment(withSegment(jpeg, segment('\xFE', "comment")), segment('\xE2', "ICC_PROFILE")));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->bytes, jpeg);
}

TEST(Jpeg, OrientationIsApplied) {
  const std::string jpeg = jpeg::encode(fourFields());
  const std::vector<std::string> expected = {"00 10 01 11 ", "10 00 11 01 ", "11 01 10 00 ",
                                             "01 11 00 10 ", "00 01 10 11 ", "01 00 11 10 ",
                                             "11 10 01 00 ", "10 11 00 01 "};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    for (const bool little : {false, true}) {
      const Read read = readBytes(withSegment(jpeg, exif(orientation, little)));
      ASSERT_TRUE(read.picture) << orientation;
      EXPECT_EQ(corners(*read.picture), expected[static_cast<std::size_t>(orientation - 1)])
          << orientation << little;
      EXPECT_EQ(read.picture->raster()->width, orientation >= 5 ? 16 : 32);
    }
  }
}

TEST(Jpeg, OrientationOutOfReasonMeansUpright) {
  const std::string jpeg = jpeg::encode(fourFields());
  EXPECT_EQ(readBytes(withSegment(jpeg, exif(9, true))).picture->bytes, jpeg);
  EXPECT_EQ(readBytes(withSegment(
                          jpeg, segment('\xE1', std::string("Exif\0\0II*\0\xFF\xFF\xFF\xFF", 14))))
                .picture->bytes,
            jpeg);
}

TEST(Jpeg, CutOffAnywhereIsAnError) {
  const std::string jpeg = jpeg::encode(fourFields());
  for (std::size_t length = 3; length < jpeg.size(); ++length) {
    const Read read = readBytes(jpeg.substr(0, length));
    EXPECT_EQ(read.codes(), "I104") << length;
  }
}

TEST(Jpeg, DamageShowsWhenItMustBeDecoded) {
  std::string jpeg = withSegment(jpeg::encode(fourFields()), exif(3, true));
  const std::size_t scan = jpeg.find("\xFF\xDA");
  jpeg.erase(scan + 16, 20);
  EXPECT_EQ(readBytes(jpeg).codes(), "I104");
}

TEST(Jpeg, HugeDimensionsAreRefused) {
  std::string jpeg = jpeg::encode(fourFields());
  const std::size_t frame = jpeg.find("\xFF\xC0");
  jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(readBytes(jpeg).codes(), "I103");
}

TEST(Jpeg, UnusualCodingsAreNamed) {
  const std::string jpeg = jpeg::encode(fourFields());
  const std::size_t frame = jpeg.find("\xFF\xC0");
  std::string deep = jpeg;
  deep[frame + 4] = 12;
  const Read read = readBytes(deep);
  EXPECT_EQ(read.codes(), "I105");
  EXPECT_EQ(read.diagnostics.all()[0].arguments[1], "12 bit");
  std::string lossless = jpeg;
  lossless[frame + 1] = '\xC3';
  EXPECT_EQ(readBytes(lossless).diagnostics.all()[0].arguments[1], "SOF3");
  std::string two = jpeg;
  two[frame + 9] = 2;
  EXPECT_EQ(readBytes(two).diagnostics.all()[0].arguments[1], "2 components");
}

TEST(JpegCodec, EncodingTwiceGivesEqualBytes) {
  EXPECT_EQ(jpeg::encode(fourFields()), jpeg::encode(fourFields()));
}

TEST(JpegCodec, RefusesOtherDimensionsThanTheHeaders) {
  const std::string jpeg = jpeg::encode(fourFields());
  EXPECT_FALSE(jpeg::decode(jpeg, 31, 16, 3));
  EXPECT_FALSE(jpeg::decode(jpeg, 32, 17, 3));
  EXPECT_FALSE(jpeg::decode("\xFF\xD8 nothing", 32, 16, 3));
}

}  // namespace
}  // namespace chancery::image
