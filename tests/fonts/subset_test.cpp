#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fonts/face.h"
#include "fonts/library.h"

namespace chancery::fonts {
namespace {

std::shared_ptr<const Face> tinos() {
  static const Library library;
  return library.find({"Tinos", false, false});
}

int number16(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

std::size_t number32(const std::string& bytes, std::size_t at) {
  return static_cast<std::size_t>(number16(bytes, at)) << 16 |
         static_cast<std::size_t>(number16(bytes, at + 2));
}

// Offset of a table in a TrueType file, 0 when it has none.
std::size_t tableOffset(const std::string& bytes, const char* tag) {
  for (int i = 0; i < number16(bytes, 4); ++i) {
    const std::size_t entry = 12 + 16 * static_cast<std::size_t>(i);
    if (bytes.compare(entry, 4, tag) == 0) return number32(bytes, entry + 8);
  }
  return 0;
}

// Bytes of a glyph's outline by loca.
std::size_t outlineSize(const std::string& bytes, std::uint32_t glyph) {
  const std::size_t loca = tableOffset(bytes, "loca");
  if (number16(bytes, tableOffset(bytes, "head") + 50) == 0) {
    const std::size_t at = loca + 2 * glyph;
    return 2 * static_cast<std::size_t>(number16(bytes, at + 2) - number16(bytes, at));
  }
  const std::size_t at = loca + 4 * glyph;
  return number32(bytes, at + 4) - number32(bytes, at);
}

TEST(Subset, KeepsGlyphNumbers) {
  const auto zhe = tinos()->glyphFor(U'Ж');
  const auto space = tinos()->glyphFor(U' ');
  const Subset subset = makeSubset(*tinos(), {zhe, space});
  EXPECT_EQ(subset.glyphs, (std::vector<std::uint32_t>{0, space, zhe}));
  EXPECT_GT(outlineSize(subset.bytes, zhe), 0u);
  EXPECT_GT(outlineSize(subset.bytes, 0), 0u) << ".notdef stays visible";
  EXPECT_EQ(outlineSize(subset.bytes, zhe - 1), 0u);
}

TEST(Subset, HoldsTheComponentsOfACompositeGlyph) {
  const auto shortI = tinos()->glyphFor(U'Й');
  const Subset subset = makeSubset(*tinos(), {shortI});
  EXPECT_GT(subset.glyphs.size(), 2u);
  EXPECT_TRUE(std::is_sorted(subset.glyphs.begin(), subset.glyphs.end()));
  for (const auto glyph : subset.glyphs) EXPECT_GT(outlineSize(subset.bytes, glyph), 0u) << glyph;
}

TEST(Subset, DropsWhatAnEmbeddedFontDoesNotNeed) {
  const Subset subset = makeSubset(*tinos(), {tinos()->glyphFor(U'A')});
  for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
    EXPECT_NE(tableOffset(subset.bytes, tag), 0u) << tag;
  }
  for (const char* tag : {"GSUB", "GPOS", "cmap", "name", "post", "OS/2", "fpgm", "prep", "cvt "}) {
    EXPECT_EQ(tableOffset(subset.bytes, tag), 0u) << tag;
  }
  EXPECT_LT(subset.bytes.size(), 8'000u);
}

TEST(Subset, IgnoresGlyphsThatTheFaceLacks) {
  EXPECT_EQ(makeSubset(*tinos(), {0, 70'000, tinos()->glyphCount()}).glyphs,
            (std::vector<std::uint32_t>{0}));
}

TEST(Subset, SameGlyphsGiveSameBytes) {
  const auto a = tinos()->glyphFor(U'а');
  const auto b = tinos()->glyphFor(U'б');
  EXPECT_EQ(makeSubset(*tinos(), {a, b}).bytes, makeSubset(*tinos(), {b, a, b}).bytes);
}

TEST(Subset, IsAFaceAgain) {
  const auto zhe = tinos()->glyphFor(U'Ж');
  const auto path = std::filesystem::temp_directory_path() /
                    ("chancery-subset-" + std::to_string(::getpid()) + ".ttf");
  std::ofstream(path, std::ios::binary) << makeSubset(*tinos(), {zhe}).bytes;
  const auto again = Face::load(path.string());
  EXPECT_EQ(again->advance(zhe), tinos()->advance(zhe));
  EXPECT_EQ(again->metrics().ascent, tinos()->metrics().ascent);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace chancery::fonts
