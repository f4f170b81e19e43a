#include "fonts/face.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "fonts/library.h"

namespace chancery::fonts {
namespace {

std::shared_ptr<const Face> tinos() {
  static const Library library;
  return library.find({"Tinos", false, false});
}

std::string writeTemporary(const std::string& name, const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("chancery-face-" + std::to_string(::getpid()) + "-" + name);
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string readAll(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string causeOfLoading(const std::string& path) {
  try {
    Face::load(path);
  } catch (const WorldError& error) {
    EXPECT_EQ(error.operation(), "read font");
    EXPECT_EQ(error.subject(), path);
    return error.cause();
  }
  return "loaded";
}

TEST(Face, TellsItsNames) {
  EXPECT_EQ(tinos()->family(), "Tinos");
  EXPECT_EQ(tinos()->postScriptName(), "Tinos");
  EXPECT_EQ(tinos()->path().substr(tinos()->path().rfind('/') + 1), "Tinos-Regular.ttf");
}

// The values are those of the font file's tables head, hhea, OS/2 (as `ttx` shows them).
TEST(Face, ReadsMetrics) {
  const Metrics& metrics = tinos()->metrics();
  EXPECT_EQ(metrics.unitsPerEm, 2048);
  EXPECT_EQ(metrics.ascent, 1825);
  EXPECT_EQ(metrics.descent, 443);
  EXPECT_EQ(metrics.lineGap, 87);
  EXPECT_EQ(metrics.capHeight, 1341);
  EXPECT_EQ(metrics.box[0], -1114);
  EXPECT_EQ(metrics.box[1], -797);
  EXPECT_EQ(metrics.box[2], 5728);
  EXPECT_EQ(metrics.box[3], 2068);
  EXPECT_EQ(metrics.italicAngle, 0);
}

TEST(Face, ItalicAngleIsNegativeForASlantToTheRight) {
  const Library library;
  EXPECT_NEAR(library.find({"Tinos", false, true})->metrics().italicAngle, -16.33, 0.0001);
}

TEST(Face, TellsWeightAndSlant) {
  const Library library;
  EXPECT_FALSE(tinos()->bold());
  EXPECT_FALSE(tinos()->italic());
  EXPECT_TRUE(library.find({"Tinos", true, false})->bold());
  EXPECT_FALSE(library.find({"Tinos", true, false})->italic());
  EXPECT_TRUE(library.find({"Tinos", false, true})->italic());
  EXPECT_FALSE(library.find({"Tinos", false, true})->bold());
}

TEST(Face, KnowsAdvances) {
  EXPECT_EQ(tinos()->advance(tinos()->glyphFor(U' ')), 512);
  EXPECT_EQ(tinos()->advance(tinos()->glyphFor(U'Ш')), 2066);
  EXPECT_EQ(tinos()->advance(tinos()->glyphCount()), 0);
}

TEST(Face, GlyphsPastTheLastWidthHaveItsWidth) {
  const Library library;
  const auto mono = library.find({"DejaVu Sans Mono", false, false});  // four full entries only
  EXPECT_EQ(mono->advance(mono->glyphFor(U'i')), 1233);
  EXPECT_EQ(mono->advance(mono->glyphFor(U'Щ')), 1233);
  EXPECT_EQ(mono->advance(mono->glyphCount() - 1), 1233);
}

TEST(Face, FindsGlyphAndCharacterOfEachOther) {
  for (const char32_t c : std::u32string(U"AzАяЁё№₽«»—0%")) {
    const auto glyph = tinos()->glyphFor(c);
    ASSERT_NE(glyph, 0u) << static_cast<unsigned>(c);
    EXPECT_EQ(tinos()->characterFor(glyph), c);
  }
}

TEST(Face, OrdinaryCharacterNamesASharedGlyph) {
  EXPECT_EQ(tinos()->glyphFor(U'\u00A0'), tinos()->glyphFor(U' '));
  EXPECT_EQ(tinos()->characterFor(tinos()->glyphFor(U'\u00A0')), U' ');
}

TEST(Face, CyrillicSchwaAndDoubleLineNameTheirSharedGlyphs) {
  EXPECT_EQ(tinos()->glyphFor(U'Ә'), tinos()->glyphFor(U'\u018F'));
  EXPECT_EQ(tinos()->characterFor(tinos()->glyphFor(U'Ә')), U'Ә');
  EXPECT_EQ(tinos()->characterFor(tinos()->glyphFor(U'ә')), U'ә');
  EXPECT_EQ(tinos()->characterFor(tinos()->glyphFor(U'\u2016')), U'\u2016');
}

TEST(Face, MissingCharacterIsGlyphZero) {
  EXPECT_EQ(tinos()->glyphFor(U'\U0001F600'), 0u);
  EXPECT_EQ(tinos()->characterFor(tinos()->glyphCount()), 0u);
  EXPECT_EQ(tinos()->characterFor(0), 0u);
}

TEST(Face, MissingFileIsAWorldError) {
  EXPECT_EQ(causeOfLoading("/nonexistent/font.ttf"), "No such file or directory");
}

TEST(Face, OtherFileIsAWorldError) {
  const std::string path = writeTemporary("text", "no font at all");
  EXPECT_EQ(causeOfLoading(path), "not a TrueType font");
  std::filesystem::remove(path);
}

TEST(Face, CutFileIsAWorldError) {
  const std::string whole = readAll(tinos()->path());
  for (const std::size_t size : {std::size_t{12}, std::size_t{400}, whole.size() / 50}) {
    const std::string path = writeTemporary("cut", whole.substr(0, size));
    EXPECT_NE(causeOfLoading(path), "loaded") << size;
    std::filesystem::remove(path);
  }
}

TEST(Shows, LettersWithTheirMarks) {
  const auto serif = Library().find({"PT Serif", false, false});
  const auto tinos = Library().find({"Tinos", false, false});
  EXPECT_TRUE(serif->shows(U"а"));
  EXPECT_TRUE(serif->shows(U""));
  EXPECT_TRUE(serif->shows(U"а\u0301"));
  EXPECT_TRUE(serif->shows(U"и\u0306")) << "й";
  EXPECT_TRUE(serif->shows(U"и\u0306\u0301")) << "й with an accent";
  EXPECT_FALSE(serif->shows(U"а\u0304"));
  EXPECT_FALSE(serif->shows(U"а\u0301\u0304"));
  EXPECT_FALSE(serif->shows(U"а\u0304\u0301"));
  EXPECT_TRUE(tinos->shows(U"а\u0301\u0304"));
  EXPECT_FALSE(tinos->shows(U"\U000E0FFF\u0301"));
  EXPECT_FALSE(tinos->shows(U"\U000E0FFF"));
  EXPECT_TRUE(serif->shows(U"а\u00AD\uFE0F")) << "what shows nothing";
}

TEST(Shows, ALetterThatCanBeTakenApart) {
  const auto serif = Library().find({"PT Serif", false, false});
  ASSERT_EQ(serif->glyphFor(U'Ǿ'), 0u);
  EXPECT_TRUE(serif->shows(U"Ǿ")) << "Ø and an accent";
  EXPECT_TRUE(serif->shows(U"Ǿ\u0301"));
  ASSERT_EQ(serif->glyphFor(U'ѐ'), 0u);
  EXPECT_FALSE(serif->shows(U"ѐ")) << "there is no grave accent either";
}

}  // namespace
}  // namespace chancery::fonts
