#include <gtest/gtest.h>

#include "pdf/deflater.h"
#include "pdf/inspecting.h"
#include "pdf/raw_pdf.h"

namespace chancery::pdf {
namespace {

using pdf_test::look;
using pdf_test::Looked;
using pdf_test::pagesOf;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::RawScan;

/// The samples of the one scan; rows divided by "/".
std::string samplesOf(const RawScan& raw) {
  const Looked outcome = look(raw.file());
  if (!outcome.file || !outcome.file->isScan()) return "no scan";
  const image::Raster& raster = *outcome.file->pages[0].scan->raster();
  std::string rows;
  const auto across =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.channels);
  for (std::size_t at = 0; at < raster.bytes.size(); at += across)
    rows += (rows.empty() ? "" : "/") + raster.bytes.substr(at, across);
  return rows;
}

TEST(IsPdf, TheHeaderMayStandWithinTheFirst1024Bytes) {
  EXPECT_TRUE(isPdf("%PDF-1.4"));
  EXPECT_TRUE(isPdf(std::string(1019, ' ') + "%PDF-"));
  EXPECT_FALSE(isPdf(std::string(1020, ' ') + "%PDF-"));
  EXPECT_FALSE(isPdf("%PDF"));
  EXPECT_FALSE(isPdf(""));
}

// ---- Pages ------------------------------------------------------------------------------------

TEST(Inspect, PagesHaveTheirSizes) {
  EXPECT_EQ(pagesOf(RawPage().file()), "200x100 page");
  RawPage raw;
  raw.page = "/MediaBox[0 0 200.5 100.25]";
  EXPECT_EQ(pagesOf(raw.file()), "200.5x100.25 page");
}

TEST(Inspect, TurnedPagesAreAsTheyAreSeen) {
  const std::pair<const char*, const char*> cases[] = {
      {"0", "200x100 page"},   {"90", "100x200 page"},   {"180", "200x100 page"},
      {"270", "100x200 page"}, {"-90", "100x200 page"},  {"450", "100x200 page"},
      {"45", "200x100 page"},  {"(90)", "200x100 page"},
  };
  for (const auto& [degrees, expected] : cases) {
    RawPage raw;
    raw.page += std::string("/Rotate ") + degrees;
    EXPECT_EQ(pagesOf(raw.file()), expected) << degrees;
  }
}

TEST(Inspect, TheCropBoxWithinTheMediaBoxCounts) {
  RawPage raw;
  raw.page = "/MediaBox[0 0 200 100]/CropBox[150 80 20 -500]/Rotate 90";
  EXPECT_EQ(pagesOf(raw.file()), "80x130 page");
}

TEST(Inspect, UnitsMayBeLarger) {
  RawPage raw;
  raw.page = "/MediaBox[0 0 200 100]/UserUnit 2.5/Rotate 90";
  EXPECT_EQ(pagesOf(raw.file()), "250x500 page");
  raw.page = "/MediaBox[0 0 14400 100]/UserUnit 2";
  EXPECT_EQ(pagesOf(raw.file()), "P101");
  raw.page = "/MediaBox[0 0 200 100]/UserUnit 0";
  EXPECT_EQ(pagesOf(raw.file()), "P101");
}

/// Two pages with a page tree node between, which has what they inherit.
std::string inheriting() {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 2/Kids[3 0 R]/MediaBox[0 0 300 400]>>");
  raw.object("<</Type/Pages/Parent 2 0 R/Count 2/Kids[4 0 R 5 0 R]/Rotate 270>>");
  raw.object("<</Type/Page/Parent 3 0 R>>");
  raw.object("<</Type/Page/Parent 3 0 R/Rotate 0>>");
  return raw.file();
}

TEST(Inspect, PagesInheritFromTheirTree) {
  EXPECT_EQ(pagesOf(inheriting()), "400x300 page, 300x400 page");
}

// ---- Scans ------------------------------------------------------------------------------------

TEST(Inspect, AScanIsItsPicture) {
  const Looked outcome = look(RawScan().file());
  ASSERT_TRUE(outcome.file);
  EXPECT_TRUE(outcome.file->isScan());
  const image::Picture& scan = *outcome.file->pages.at(0).scan;
  EXPECT_EQ(scan.width, Length::pt(200));
  EXPECT_EQ(scan.height, Length::pt(100));
  EXPECT_EQ(scan.mediaType, "image/png");
  EXPECT_EQ(scan.raster()->channels, 1);
  EXPECT_EQ(samplesOf(RawScan()), "ab/cd");
}

TEST(Inspect, NothingIsNoScan) {
  EXPECT_FALSE(Inspected().isScan());
}

TEST(Inspect, SamplesAreTurnedWithThePage) {
  RawScan raw;
  const std::pair<const char*, const char*> cases[] = {
      {"0", "ab/cd"}, {"90", "ca/db"}, {"180", "dc/ba"}, {"270", "bd/ac"}, {"-90", "bd/ac"}};
  for (const auto& [degrees, expected] : cases) {
    raw.page = std::string("/MediaBox[0 0 200 100]/Rotate ") + degrees;
    EXPECT_EQ(samplesOf(raw), expected) << degrees;
  }
  raw.page = "/MediaBox[0 0 200 100]/Rotate 90";
  EXPECT_EQ(pagesOf(raw.file()), "100x200 scan");
}

TEST(Inspect, SamplesMayHaveColoursAndBits) {
  RawScan raw;
  raw.image = "/Width 2/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8";
  raw.samples = "abcxyz";
  EXPECT_EQ(samplesOf(raw), "abcxyz");
  raw.image = "/Width 1/Height 2/ColorSpace[/CalRGB<<>>]/BitsPerComponent 8";
  EXPECT_EQ(samplesOf(raw), "abc/xyz");
  raw.image = "/Width 3/Height 2/ColorSpace[/CalGray<<>>]/BitsPerComponent 8";
  EXPECT_EQ(samplesOf(raw), "abc/xyz");
  raw.image = "/Width 10/Height 2/ColorSpace/DeviceGray/BitsPerComponent 1";
  raw.samples = "\xA5\x40\x5A\xBF";
  EXPECT_EQ(samplesOf(raw),
            std::string("\xFF\0\xFF\0\0\xFF\0\xFF\0\xFF/\0\xFF\0\xFF\xFF\0\xFF\0\xFF\0", 21));
}

TEST(Inspect, SamplesMayHaveAProfile) {
  const auto scanOf = [](const std::string& profile) {
    RawScan raw;
    raw.image = "/Width 2/Height 2/ColorSpace[/ICCBased 7 0 R]/BitsPerComponent 8";
    raw.samples = "abcdefghijklmnop";
    RawPdf pdf = raw.pdf();
    pdf.stream(profile, "x");
    return pagesOf(pdf.file());
  };
  EXPECT_EQ(scanOf("/N 1"), "200x100 scan");
  EXPECT_EQ(scanOf("/N 3"), "200x100 scan");
  EXPECT_EQ(scanOf("/N 4"), "200x100 page");
  EXPECT_EQ(scanOf(""), "200x100 page");
}

TEST(Inspect, SamplesMayBeCompressed) {
  RawScan raw;
  Deflater deflater;
  const std::string image = raw.image;
  raw.image = image + "/Filter/FlateDecode";
  raw.samples = deflater.deflate("efgh");
  EXPECT_EQ(samplesOf(raw), "ef/gh");
  raw.image = image + "/Filter[/FlateDecode]";
  EXPECT_EQ(samplesOf(raw), "ef/gh");
  raw.image = image + "/Filter/RunLengthDecode";
  raw.samples = std::string(
      "\x01"
      "ab\xFFx\x80",
      6);
  EXPECT_EQ(samplesOf(raw), "ab/xx");
}

// The example of ISO 32000-1, 7.4.4.2.
TEST(Inspect, SamplesMayBeCompressedByLzw) {
  RawScan raw;
  raw.image = "/Width 10/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/LZWDecode";
  raw.samples = "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01";
  EXPECT_EQ(samplesOf(raw), "-----A---B");
}

TEST(Inspect, SamplesMayBePredicted) {
  Deflater deflater;
  RawScan raw;
  raw.image +=
      "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2/Colors 1/BitsPerComponent 8>>";
  raw.samples =
      deflater.deflate(std::string("\x01"
                                   "a\x01\x02\x01\x01",
                                   6));
  EXPECT_EQ(samplesOf(raw), "ab/bc");
}

TEST(Inspect, OtherEncodingsStayPages) {
  RawScan raw;
  const std::string image = raw.image;
  for (const char* entries :
       {"/Filter/CCITTFaxDecode", "/Filter/JBIG2Decode", "/Filter/JPXDecode", "/Filter 1",
        "/Filter[/FlateDecode/FlateDecode]", "/Filter[]", "/Filter[1]", "/SMask 4 0 R",
        "/Mask[1 2]", "/Decode[1 0]", "/ImageMask true"}) {
    raw.image = image + entries;
    EXPECT_EQ(pagesOf(raw.file()), "200x100 page") << entries;
  }
  for (const char* entries :
       {"/Width 2/Height 2/ColorSpace/DeviceCMYK/BitsPerComponent 8",
        "/Width 2/Height 2/ColorSpace[/Indexed/DeviceGray 1 (ab)]/BitsPerComponent 8",
        "/Width 2/Height 2/ColorSpace 5/BitsPerComponent 8", "/Width 2/Height 2/BitsPerComponent 8",
        "/Width 2/Height 2/ColorSpace[]/BitsPerComponent 8",
        "/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 4",
        "/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 1",
        "/Width 2/Height 3/ColorSpace/DeviceGray/BitsPerComponent 8",
        "/Width 0/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
        "/Width 2/Height -1/ColorSpace/DeviceGray/BitsPerComponent 8",
        "/Width 20001/Height 1/ColorSpace/DeviceGray/BitsPerComponent 1",
        "/Width 1/Height 20001/ColorSpace/DeviceGray/BitsPerComponent 1"}) {
    raw.image = entries;
    raw.samples = std::string(
        std::string_view(entries).find("20001") != std::string_view::npos ? 30'000 : 5, 'x');
    EXPECT_EQ(pagesOf(raw.file()), "200x100 page") << entries;
  }
}

TEST(Inspect, ThePictureFillsThePage) {
  RawScan raw;
  const auto with = [&](const std::string& content) {
    raw.content = content;
    return pagesOf(raw.file());
  };
  EXPECT_EQ(with("194 0 0 97 6 3 cm /Im Do"), "200x100 scan");
  EXPECT_EQ(with("206 0 0 103 -6 -3 cm /Im Do"), "200x100 scan");
  for (const char* content : {"193 0 0 100 0 0 cm /Im Do", "200 0 0 96 0 0 cm /Im Do",
                              "200 0 0 100 7 0 cm /Im Do", "200 0 0 100 0 -4 cm /Im Do"}) {
    EXPECT_EQ(with(content), "200x100 page") << content;
  }
  raw.page = "/MediaBox[0 0 400 300]/CropBox[100 50 300 150]";
  EXPECT_EQ(with("200 0 0 100 100 50 cm /Im Do"), "200x100 scan");
}

TEST(Inspect, WhatStandsBesideThePictureMakesItAPage) {
  RawScan raw;
  raw.page += "/Annots[6 0 R]";
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page");
  raw.page = "/MediaBox[0 0 200 100]/Annots[]";
  EXPECT_EQ(pagesOf(raw.file()), "200x100 scan");
  raw.content += " BT /F0 1 Tf (a) Tj ET";
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page");
  raw.content = "200 0 0 100 0 0 cm /Other Do";
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page");
  raw.content = "200 0 0 100 0 0 cm /Im Do" + std::string(16'384 - 25, ' ');
  EXPECT_EQ(pagesOf(raw.file()), "200x100 scan");
  raw.content += ' ';
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page") << "more than a scan says";
}

TEST(Inspect, AFormIsNoPicture) {
  RawScan raw;
  raw.image = "/Subtype/Form/BBox[0 0 1 1]";
  const std::string file = raw.file();
  EXPECT_EQ(pagesOf(file), "200x100 page");
}

TEST(Inspect, ContentMayComeInPieces) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]/Resources 7 0 R>>");
  raw.object("<</Type/Page/Parent 2 0 R/Contents[4 0 R 6 0 R 1 0 R null]/MediaBox[0 0 200 100]>>");
  raw.stream("", "q 200 0 0 100 0 0 c");
  raw.stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
      "abcd");
  raw.stream("", "m /Im Do Q");
  raw.object("<</XObject 8 0 R>>");
  raw.object("<</Im 5 0 R>>");
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page") << "pieces are divided between tokens";
  RawPdf whole;
  whole.object("<</Type/Catalog/Pages 2 0 R>>");
  whole.object("<</Type/Pages/Count 1/Kids[3 0 R]/Resources 7 0 R>>");
  whole.object(
      "<</Type/Page/Parent 2 0 R/Contents[4 0 R 6 0 R 1 0 R null]/MediaBox[0 0 200 100]>>");
  whole.stream("", "q 200 0 0 100 0 0 cm");
  whole.stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
      "abcd");
  whole.stream("", "/Im Do Q");
  whole.object("<</XObject 8 0 R>>");
  whole.object("<</Im 5 0 R>>");
  EXPECT_EQ(pagesOf(whole.file()), "200x100 scan");
}

TEST(Inspect, OnePageOfAnotherKindMakesAllOfThemPages) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 3/Kids[3 0 R 6 0 R 3 0 R]/MediaBox[0 0 200 100]>>");
  raw.object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>");
  raw.stream("", "200 0 0 100 0 0 cm /Im Do");
  raw.stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
      "abcd");
  raw.object("<</Type/Page/Parent 2 0 R>>");
  const Looked outcome = look(raw.file());
  ASSERT_TRUE(outcome.file);
  EXPECT_EQ(outcome.file->pages.size(), 3u);
  EXPECT_FALSE(outcome.file->isScan());
}

}  // namespace
}  // namespace chancery::pdf
