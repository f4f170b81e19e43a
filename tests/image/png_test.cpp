#include <gtest/gtest.h>

#include "build.h"

namespace chancery::image {
namespace {

std::string big32(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16),
          static_cast<char>(value >> 8), static_cast<char>(value)};
}

/// CRC-32 of ISO/IEC 15948, annex D, bit by bit.
std::uint32_t crc(std::string_view bytes) {
  std::uint32_t c = 0xFFFFFFFF;
  for (const char byte : bytes) {
    c ^= static_cast<unsigned char>(byte);
    for (int i = 0; i < 8; ++i) c = (c >> 1) ^ ((c & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~c;
}

std::string chunk(const std::string& type, const std::string& data) {
  return big32(static_cast<std::uint32_t>(data.size())) + type + data + big32(crc(type + data));
}

/// `png` with a chunk behind its IHDR (signature 8, IHDR 25 bytes).
std::string withChunk(std::string png, const std::string& inserted) {
  return png.insert(33, inserted);
}

Raster rasterOf(int width, int height, int channels, std::string bytes, std::string alpha = {}) {
  Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  raster.bytes = std::move(bytes);
  raster.alpha = std::move(alpha);
  return raster;
}

const std::string kSix = "\x01\x02\x03\xF0\xF1\xF2";

TEST(Png, ColoursComeBackAsTheyWere) {
  const Read read = readBytes(writePng(rasterOf(2, 1, 3, kSix)));
  ASSERT_TRUE(read.picture);
  const Raster& raster = *read.picture->raster();
  EXPECT_EQ(raster.width, 2);
  EXPECT_EQ(raster.height, 1);
  EXPECT_EQ(raster.channels, 3);
  EXPECT_EQ(raster.coding, Raster::Coding::samples);
  EXPECT_EQ(raster.bytes, kSix);
  EXPECT_EQ(raster.alpha, "");
  EXPECT_EQ(read.picture->mediaType, "image/png");
}

TEST(Png, GreyStaysGrey) {
  const Read read = readBytes(writePng(rasterOf(3, 2, 1, kSix)));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->raster()->channels, 1);
  EXPECT_EQ(read.picture->raster()->bytes, kSix);
  EXPECT_EQ(read.picture->raster()->height, 2);
}

TEST(Png, AlphaStandsApart) {
  const Read read = readBytes(writePng(rasterOf(2, 1, 3, kSix, "\x40\xFF")));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->raster()->bytes, kSix);
  EXPECT_EQ(read.picture->raster()->alpha, "\x40\xFF");
}

TEST(Png, AlphaThatHidesNothingGoes) {
  const Read read = readBytes(writePng(rasterOf(2, 1, 3, kSix, "\xFF\xFF")));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->raster()->bytes, kSix);
  EXPECT_EQ(read.picture->raster()->alpha, "");
}

TEST(Png, NaturalSizeIsByItsResolution) {
  const std::string png = writePng(rasterOf(2, 1, 3, kSix));
  EXPECT_EQ(readBytes(png).picture->width, Length::pt(1.5));  // 96 dpi
  EXPECT_EQ(readBytes(png).picture->height, Length::pt(0.75));
  // 1,000 and 2,000 dots a metre
  const Read read = readBytes(withChunk(png, chunk("pHYs", big32(1000) + big32(2000) + '\x01')));
  EXPECT_EQ(read.picture->width, Length::mm(2));
  EXPECT_EQ(read.picture->height, Length::mm(0.5));
}

TEST(Png, ResolutionOutOfReasonIsNotBelieved) {
  const std::string png = writePng(rasterOf(2, 1, 3, kSix));
  const Read none = readBytes(withChunk(png, chunk("pHYs", big32(1000) + big32(1000) + '\0')));
  EXPECT_EQ(none.picture->width, Length::pt(1.5));
  const Read tiny = readBytes(withChunk(png, chunk("pHYs", big32(1) + big32(1) + '\x01')));
  EXPECT_EQ(tiny.picture->width, Length::pt(1.5));
}

TEST(Png, TextsAndProfilesDoNotStay) {
  const std::string png = writePng(rasterOf(2, 1, 3, kSix));
  const Read read = readBytes(withChunk(png, chunk("tEXt", std::string("Author\0secret", 13))));
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->bytes, png);
}

TEST(Png, CutOffAnywhereIsAnError) {
  const std::string png = writePng(rasterOf(2, 1, 3, kSix));
  for (std::size_t length = 8; length < png.size(); ++length) {
    const Read read = readBytes(png.substr(0, length));
    EXPECT_FALSE(read.picture) << length;
    EXPECT_EQ(read.codes(), "I104") << length;
  }
  const Read read = readBytes(png.substr(0, 40));
  EXPECT_EQ(read.diagnostics.all()[0].place.line, 3);
}

TEST(Png, DamagedSamplesAreAnError) {
  std::string png = writePng(rasterOf(2, 1, 3, kSix));
  png[png.find("IDAT") + 8] ^= 0x55;
  EXPECT_EQ(readBytes(png).codes(), "I104");
}

TEST(Png, HugeDimensionsAreRefusedBeforeAnythingIsUnpacked) {
  const std::string png = writePng(rasterOf(2, 1, 3, kSix));
  const std::string rest = png.substr(33);
  const auto sized = [&](std::uint32_t width, std::uint32_t height) {
    return png.substr(0, 8) + chunk("IHDR", big32(width) + big32(height) + png.substr(24, 5)) +
           rest;
  };
  EXPECT_EQ(readBytes(sized(20'001, 1)).codes(), "I103");
  EXPECT_EQ(readBytes(sized(1, 20'001)).codes(), "I103");
  EXPECT_EQ(readBytes(sized(10'001, 10'000)).codes(), "I103");
  EXPECT_EQ(readBytes(sized(0xFFFFFFFF, 0xFFFFFFFF)).codes(), "I103");
  EXPECT_EQ(readBytes(sized(0, 5)).codes(), "I104");
}

TEST(Png, WritingTwiceGivesEqualBytes) {
  const Raster raster = rasterOf(3, 2, 1, kSix, kSix);
  EXPECT_EQ(writePng(raster), writePng(raster));
}

TEST(Read, TellsKindsByTheirFirstBytes) {
  EXPECT_EQ(readBytes("GIF89a").codes(), "I101");
  EXPECT_EQ(readBytes("").codes(), "I101");
  EXPECT_EQ(readBytes("<html/>").codes(), "I101");
}

TEST(Read, TooManyBytesAreAnError) {
  Limits limits;
  limits.bytes = 10;
  EXPECT_EQ(readBytes("<svg/>     ", limits).codes(), "I102");
  EXPECT_NE(readBytes("<svg/>    ", limits).codes(), "I102");
}

}  // namespace
}  // namespace chancery::image
