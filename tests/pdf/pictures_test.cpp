#include "pdf/pictures.h"

#include <gtest/gtest.h>

#include "pdf/inflate.h"
#include "pdf/page_builder.h"

namespace chancery::pdf {
namespace {

using pdf_test::clearPicture;
using pdf_test::PageBuilder;
using pdf_test::picture;

PictureData encode(const image::Raster& raster, Transparency transparency = Transparency::kept) {
  Deflater deflater;
  return encodePicture(raster, transparency, deflater);
}

image::Raster raster(int width, int height, int channels, std::string bytes) {
  image::Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  raster.bytes = std::move(bytes);
  return raster;
}

/// Undoes PNG filters; shares no code with what wrote them.
std::string unfiltered(const std::string& rows, std::size_t row, std::size_t pixel) {
  std::string result;
  for (std::size_t at = 0; at < rows.size(); at += row + 1) {
    const std::string above =
        result.size() < row ? std::string(row, '\0') : result.substr(result.size() - row);
    std::string line;
    for (std::size_t i = 0; i < row; ++i) {
      const int a = i < pixel ? 0 : static_cast<unsigned char>(line[i - pixel]);
      const int b = static_cast<unsigned char>(above[i]);
      const int c = i < pixel ? 0 : static_cast<unsigned char>(above[i - pixel]);
      const int p = a + b - c;
      int best = a;
      if (std::abs(p - b) < std::abs(p - a)) best = b;
      if (std::abs(p - c) < std::abs(p - best)) best = c;
      const int bases[] = {0, a, b, (a + b) / 2, best};
      line += static_cast<char>(rows[at + 1 + i] + bases[static_cast<std::size_t>(rows[at])]);
    }
    result += line;
  }
  return result;
}

TEST(Pictures, JpegIsPassedThrough) {
  image::Raster jpeg = raster(20, 10, 3, "\xFF\xD8 whatever");
  jpeg.coding = image::Raster::Coding::jpeg;
  const PictureData data = encode(jpeg);
  EXPECT_EQ(data.entries,
            "/Type/XObject/Subtype/Image/Width 20/Height 10/ColorSpace/DeviceRGB"
            "/BitsPerComponent 8/Filter/DCTDecode");
  EXPECT_EQ(data.bytes, jpeg.bytes);
  EXPECT_TRUE(data.mask.empty());
  jpeg.channels = 1;
  EXPECT_NE(encode(jpeg).entries.find("/ColorSpace/DeviceGray/"), std::string::npos);
}

TEST(Pictures, SamplesAreDeflatedWithPredictors) {
  EXPECT_EQ(encode(*picture(5, 4, 3)->raster()).entries,
            "/Type/XObject/Subtype/Image/Width 5/Height 4/ColorSpace/DeviceRGB/BitsPerComponent 8"
            "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 5/Colors 3>>");
  EXPECT_EQ(encode(*picture(5, 4, 1)->raster()).entries,
            "/Type/XObject/Subtype/Image/Width 5/Height 4/ColorSpace/DeviceGray/BitsPerComponent 8"
            "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 5>>");
}

TEST(Pictures, SamplesComeOutAsTheyWentIn) {
  for (const int channels : {1, 3}) {
    for (int seed = 0; seed < 40; ++seed) {
      const auto made = picture(1 + seed % 9, 1 + seed % 7, channels, seed * seed);
      const auto row = static_cast<std::size_t>(made->raster()->width * channels);
      const std::string rows = pdf_test::inflate(encode(*made->raster()).bytes);
      EXPECT_EQ(unfiltered(rows, row, static_cast<std::size_t>(channels)), made->raster()->bytes);
    }
  }
}

TEST(Pictures, EachRowHasTheFilterThatLeavesLeast) {
  const auto filters = [](const image::Raster& made) {
    const std::string rows = pdf_test::inflate(encode(made).bytes);
    std::string result;
    const auto row = static_cast<std::size_t>(made.width * made.channels);
    for (std::size_t at = 0; at < rows.size(); at += row + 1) {
      result += static_cast<char>('0' + rows[at]);
    }
    return result;
  };
  EXPECT_EQ(filters(raster(4, 1, 1, {1, 0, 1, 0})), "0");
  EXPECT_EQ(filters(raster(4, 1, 1, {90, 91, 92, 93})), "1");
  EXPECT_EQ(filters(raster(4, 2, 1, {9, 60, 7, 90, 9, 60, 7, 90})).substr(1), "2");
  EXPECT_EQ(filters(raster(4, 2, 1, {10, 20, 70, 80, 40, 50, 100, 110})).substr(1), "4");
}

TEST(Pictures, TransparencyIsASoftMask) {
  const auto made = clearPicture(4, 3, 3);
  const PictureData data = encode(*made->raster());
  EXPECT_EQ(data.maskEntries,
            "/Type/XObject/Subtype/Image/Width 4/Height 3/ColorSpace/DeviceGray/BitsPerComponent 8"
            "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 4>>");
  EXPECT_EQ(unfiltered(pdf_test::inflate(data.mask), 4, 1), made->raster()->alpha);
  EXPECT_EQ(unfiltered(pdf_test::inflate(data.bytes), 12, 3), made->raster()->bytes);
}

TEST(Pictures, WithoutTransparencyTheyLieOnWhite) {
  image::Raster made = raster(4, 1, 1, {0, 100, static_cast<char>(200), 0});
  made.alpha = {0, static_cast<char>(255), static_cast<char>(128), 64};
  const PictureData data = encode(made, Transparency::flattened);
  EXPECT_TRUE(data.mask.empty());
  const std::string flat = unfiltered(pdf_test::inflate(data.bytes), 4, 1);
  EXPECT_EQ(flat, (std::string{static_cast<char>(255), 100, static_cast<char>(227),
                               static_cast<char>(191)}));
  image::Raster colored = raster(2, 1, 3, {0, 0, 0, 0, 0, 0});
  colored.alpha = {static_cast<char>(255), 0};
  EXPECT_EQ(unfiltered(pdf_test::inflate(encode(colored, Transparency::flattened).bytes), 6, 3),
            (std::string{0, 0, 0, '\xFF', '\xFF', '\xFF'}));
}

TEST(PicturesDeathTest, BrokenRastersAreOurError) {
  EXPECT_DEATH(encode(raster(0, 1, 1, "")), "picture without pixels");
  EXPECT_DEATH(encode(raster(1, 0, 1, "")), "picture without pixels");
  EXPECT_DEATH(encode(raster(1, 1, 4, "abcd")), "picture of unknown colours");
  EXPECT_DEATH(encode(raster(2, 2, 1, "abc")), "picture of another size");
  image::Raster made = raster(2, 2, 1, "abcd");
  made.alpha = "abc";
  EXPECT_DEATH(encode(made), "transparency of another size");
  made.alpha = "abcd";
  made.coding = image::Raster::Coding::jpeg;
  EXPECT_DEATH(encode(made), "transparency of another size");
}

// ---- The cache --------------------------------------------------------------------------------

TEST(PictureCache, EqualPicturesAreEncodedOnce) {
  PictureCache cache;
  Deflater deflater;
  const auto first = cache.find(picture(5, 5, 3), Transparency::kept, deflater);
  EXPECT_EQ(cache.find(picture(5, 5, 3), Transparency::kept, deflater), first);
  EXPECT_NE(cache.find(picture(5, 5, 3, 8), Transparency::kept, deflater), first);
  EXPECT_NE(cache.find(picture(5, 5, 3), Transparency::flattened, deflater), first);
  EXPECT_NE(cache.find(picture(25, 1, 3), Transparency::kept, deflater), first);
  EXPECT_EQ(cache.find(picture(5, 5, 3), Transparency::kept, deflater), first);
}

TEST(PictureCache, TransparencyTellsPicturesApart) {
  PictureCache cache;
  Deflater deflater;
  const auto opaque = cache.find(picture(5, 5, 3), Transparency::kept, deflater);
  const auto clear = cache.find(clearPicture(5, 5, 3), Transparency::kept, deflater);
  EXPECT_TRUE(opaque->mask.empty());
  EXPECT_FALSE(clear->mask.empty());
}

TEST(PictureCache, TheLastUsedAreKept) {
  PictureCache cache;
  Deflater deflater;
  const auto find = [&](int seed) {
    return cache.find(picture(2, 2, 1, seed), Transparency::kept, deflater);
  };
  const auto first = find(1);
  for (int seed = 2; seed <= 16; ++seed) find(seed);
  EXPECT_EQ(find(1), first) << "sixteen are kept";
  const auto second = find(2);
  for (int seed = 17; seed <= 31; ++seed) find(seed);
  EXPECT_EQ(find(2), second);
  EXPECT_NE(find(1), first) << "the one used longest ago went";
}

TEST(PictureCache, LargePicturesAreNotKept) {
  PictureCache cache;
  Deflater deflater;
  const auto large = picture(1025, 1024, 1, 0);
  EXPECT_NE(cache.find(large, Transparency::kept, deflater),
            cache.find(large, Transparency::kept, deflater));
  const auto small = picture(1024, 1024, 1, 0);
  EXPECT_EQ(cache.find(small, Transparency::kept, deflater),
            cache.find(small, Transparency::kept, deflater));
}

// ---- Objects ----------------------------------------------------------------------------------

struct Objects {
  std::string file;
  std::string resources;
};

Objects write(const pages::Pages& pages, Transparency transparency = Transparency::kept) {
  Deflater deflater;
  PictureCache cache;
  ObjectWriter out(FileForm::classical, deflater);
  const PictureObjects objects(pages, transparency, out);
  objects.write(pages, cache, out, deflater);
  const int end = out.reserve();
  out.open(end);
  out.close();
  return {out.finish(end, end), objects.resources()};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++count;
  return count;
}

TEST(PictureObjects, ShownPicturesAreWrittenOnce) {
  PageBuilder builder;
  builder.pages.pictures = {picture(2, 2, 1), picture(3, 3, 1), picture(2, 2, 1)};
  builder.page().image(pages::kArtifact, 0, 0, 9, 9, 0).image(pages::kArtifact, 0, 0, 9, 9, 2);
  builder.page().image(pages::kArtifact, 0, 0, 9, 9, 0);
  const Objects objects = write(builder.pages);
  EXPECT_EQ(objects.resources, "/I0 1 0 R/I2 1 0 R");
  EXPECT_EQ(count(objects.file, "/Subtype/Image"), 1u);
}

TEST(PictureObjects, MasksHaveObjectsOfTheirOwn) {
  PageBuilder builder;
  builder.pages.pictures = {clearPicture(2, 2, 1), picture(3, 3, 1)};
  builder.page().image(pages::kArtifact, 0, 0, 9, 9, 0).image(pages::kArtifact, 0, 0, 9, 9, 1);
  const Objects kept = write(builder.pages);
  EXPECT_EQ(kept.resources, "/I0 1 0 R/I1 3 0 R");
  EXPECT_EQ(count(kept.file, "/SMask 2 0 R"), 1u);
  EXPECT_EQ(count(kept.file, "/Subtype/Image"), 3u);
  const Objects flat = write(builder.pages, Transparency::flattened);
  EXPECT_EQ(flat.resources, "/I0 1 0 R/I1 2 0 R");
  EXPECT_EQ(count(flat.file, "/SMask"), 0u);
  EXPECT_EQ(count(flat.file, "/Subtype/Image"), 2u);
}

TEST(PictureObjects, CostNothingWhereThereAreNone) {
  PageBuilder builder;
  builder.page();
  EXPECT_EQ(write(builder.pages).resources, "");
  builder.pages.pictures = {picture(2, 2, 1)};
  EXPECT_EQ(write(builder.pages).resources, "") << "not shown";
}

TEST(PictureObjectsDeathTest, OnlyRastersArePictures) {
  PageBuilder builder;
  builder.pages.pictures = {
      std::make_shared<const image::Picture>(image::Picture{image::Drawing(), {}, {}, {}, {}})};
  builder.page().image(pages::kArtifact, 0, 0, 9, 9, 0);
  EXPECT_DEATH(write(builder.pages), "a drawing among the pictures");
}

}  // namespace
}  // namespace chancery::pdf
