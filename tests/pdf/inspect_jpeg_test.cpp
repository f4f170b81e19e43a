#include <gtest/gtest.h>

#include "base/file.h"
#include "image/jpeg_codec.h"
#include "pdf/inspecting.h"
#include "pdf/raw_pdf.h"

namespace chancery::pdf {
namespace {

using pdf_test::look;
using pdf_test::Looked;
using pdf_test::pagesOf;
using pdf_test::RawScan;

std::string jpegNamed(const char* name) {
  return readFile(std::string(CHANCERY_PROJECT_DIR) + "/tests/image/data/" + name, 1 << 20);
}

RawScan jpegScan(const std::string& jpeg, const std::string& entries = "/ColorSpace/DeviceRGB") {
  RawScan raw;
  raw.image = "/Width 9/Height 9/BitsPerComponent 8/Filter/DCTDecode" + entries;
  raw.samples = jpeg;
  return raw;
}

TEST(InspectJpeg, StaysAsItIs) {
  const Looked outcome = look(jpegScan(jpegNamed("progressive.jpg")).file());
  ASSERT_TRUE(outcome.file && outcome.file->isScan());
  const image::Picture& scan = *outcome.file->pages[0].scan;
  EXPECT_EQ(scan.mediaType, "image/jpeg");
  EXPECT_EQ(scan.bytes, jpegNamed("progressive.jpg"));
  EXPECT_EQ(scan.width, Length::pt(200));
}

/// Width and height in pixels of a JPEG scan on a page turned so.
std::pair<int, int> pixelsOf(const std::string& jpeg, const std::string& degrees) {
  RawScan raw = jpegScan(jpeg);
  raw.page += "/Rotate " + degrees;
  const Looked outcome = look(raw.file());
  if (!outcome.file || !outcome.file->isScan()) return {};
  const image::Raster& raster = *outcome.file->pages[0].scan->raster();
  return {raster.width, raster.height};
}

/// The JPEG with an Exif segment that states orientation 6.
std::string askingToBeTurned(const std::string& jpeg) {
  return jpeg.substr(0, 2) +
         std::string(
             "\xFF\xE1\x00\x22"
             "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
             36) +
         jpeg.substr(2);
}

TEST(InspectJpeg, IsTurnedWithThePageAlone) {
  image::Raster wide;
  wide.width = 32;
  wide.height = 16;
  wide.bytes = std::string(32 * 16 * 3, 'x');
  const std::string jpeg = image::jpeg::encode(wide);
  const std::pair<int, int> upright{32, 16}, turned{16, 32};
  EXPECT_EQ(pixelsOf(jpeg, "0"), upright);
  EXPECT_EQ(pixelsOf(jpeg, "90"), turned);
  EXPECT_EQ(pixelsOf(jpeg, "180"), upright);
  EXPECT_EQ(pixelsOf(jpeg, "270"), turned);
  // What the picture asks for itself does not count in a PDF.
  EXPECT_EQ(pixelsOf(askingToBeTurned(jpeg), "0"), upright);
  EXPECT_EQ(pixelsOf(askingToBeTurned(jpeg), "90"), turned);
  EXPECT_EQ(pixelsOf(askingToBeTurned(jpeg), "180"), upright);
}

// Left half black, right half white: turned by 90° clockwise the black half is on top.
TEST(InspectJpeg, IsTurnedClockwise) {
  image::Raster halves;
  halves.width = halves.height = 16;
  halves.channels = 1;
  for (int i = 0; i < 16; ++i) halves.bytes += std::string(8, '\0') + std::string(8, '\xFF');
  RawScan raw = jpegScan(image::jpeg::encode(halves), "/ColorSpace/DeviceGray");
  const auto corners = [&](const char* degrees) {
    raw.page = std::string("/MediaBox[0 0 200 100]/Rotate ") + degrees;
    const Looked outcome = look(raw.file());
    const auto samples =
        image::jpeg::decode(outcome.file->pages.at(0).scan->raster()->bytes, 16, 16, 1);
    std::string result;
    for (const std::size_t at : {0u, 15u, 240u, 255u})
      result += static_cast<unsigned char>(samples->bytes[at]) < 128 ? 'b' : 'w';
    return result;
  };
  EXPECT_EQ(corners("0"), "bwbw");
  EXPECT_EQ(corners("90"), "bbww");
  EXPECT_EQ(corners("180"), "wbwb");
  EXPECT_EQ(corners("270"), "wwbb");
}

TEST(InspectJpeg, OthersStayPages) {
  const std::string jpeg = jpegNamed("progressive.jpg");
  EXPECT_EQ(pagesOf(jpegScan(jpegNamed("cmyk.jpg"), "/ColorSpace/DeviceCMYK").file()),
            "200x100 page");
  EXPECT_EQ(
      pagesOf(jpegScan(jpeg, "/ColorSpace/DeviceRGB/DecodeParms<</ColorTransform 0>>").file()),
      "200x100 page");
  for (const std::string& broken :
       {std::string(), std::string("x"), std::string("\xFF\xD8"), jpeg.substr(0, jpeg.size() / 2),
        std::string("\xFF\xD8\xFF\xE1\xFF\xFF")}) {
    EXPECT_EQ(pagesOf(jpegScan(broken).file()), "200x100 page") << broken.size();
  }
}

}  // namespace
}  // namespace chancery::pdf
