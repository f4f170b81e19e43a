#include "pdf/document_fonts.h"

#include <gtest/gtest.h>

#include <thread>

#include "pdf/inflate.h"
#include "pdf/page_builder.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;

PageBuilder withText(const std::string& text) {
  PageBuilder builder;
  builder.page().text(builder.element(StructureType::paragraph), 10, 50, text);
  return builder;
}

struct Made {
  FontCache cache;
  std::vector<DocumentFont> fonts;
};

std::unique_ptr<Made> make(const PageBuilder& builder) {
  auto made = std::make_unique<Made>();
  Deflater deflater;
  made->fonts = makeFonts(builder.pages, made->cache, deflater);
  return made;
}

std::string mapping(const DocumentFont& font) {
  return pdf_test::inflate(font.program->toUnicode);
}

std::string entry(std::uint16_t glyph, const char* text) {
  char line[32];
  std::snprintf(line, sizeof line, "<%04X><%s>\n", glyph, text);
  return line;
}

TEST(DocumentFonts, OrdinaryTextSharesOneProgram) {
  FontCache cache;
  Deflater deflater;
  const PageBuilder builder = withText("Приказ № 5");
  const auto first = makeFonts(builder.pages, cache, deflater);
  const auto second = makeFonts(builder.pages, cache, deflater);
  EXPECT_EQ(first[0].own, nullptr);
  EXPECT_EQ(first[0].program, second[0].program);
  EXPECT_EQ(first[0].program, &cache.standard(builder.pages.faces[0], deflater));
  EXPECT_FALSE(first[0].hasOddGlyphs);
}

TEST(DocumentFonts, UnusualCharacterGetsAProgramOfItsOwn) {
  const auto made = make(withText("угол α"));
  const DocumentFont& font = made->fonts[0];
  ASSERT_NE(font.own, nullptr);
  EXPECT_EQ(font.program, font.own.get());
  EXPECT_FALSE(font.hasOddGlyphs);
  EXPECT_NE(mapping(font).find("<03B1>"), std::string::npos);
  EXPECT_NE(mapping(font).find("<0443>"), std::string::npos);
  EXPECT_EQ(mapping(font).find("<0416>"), std::string::npos) << "Ж is not used";
}

TEST(DocumentFonts, OwnProgramHasASpaceForLineEnds) {
  EXPECT_NE(mapping(make(withText("α"))->fonts[0]).find("<0003><0020>"), std::string::npos);
}

TEST(DocumentFonts, FaceThatShowsNothingIsLeftOut) {
  PageBuilder builder = withText("a");
  builder.face("Tinos", true).text(0, 10, 50, "");
  EXPECT_EQ(make(builder)->fonts[1].program, nullptr);
}

TEST(DocumentFonts, MissingGlyphIsTheReplacementOfTheSharedProgram) {
  const auto made = make(withText("a\u4E00"));
  EXPECT_EQ(made->fonts[0].own, nullptr);
  EXPECT_TRUE(made->fonts[0].hasOddGlyphs);
}

// A glyph that no character maps to, as a shaper may choose.
std::uint16_t unmappedGlyph(const fonts::Face& face) {
  for (std::uint32_t glyph = 4; glyph < face.glyphCount(); ++glyph) {
    if (face.characterFor(glyph) == 0 && face.advance(glyph) > 0) {
      return static_cast<std::uint16_t>(glyph);
    }
  }
  return 0;
}

TEST(DocumentFonts, GlyphWithoutCharacterLearnsItFromTheRun) {
  PageBuilder builder = withText("xжy");
  const std::uint16_t glyph = unmappedGlyph(*builder.pages.faces[0]);
  ASSERT_NE(glyph, 0);
  builder.lastPage().glyphs[1].id = glyph;
  const auto made = make(builder);
  EXPECT_TRUE(made->fonts[0].hasOddGlyphs);
  EXPECT_NE(mapping(made->fonts[0]).find(entry(glyph, "0436")), std::string::npos);
}

TEST(DocumentFonts, GlyphOfSeveralCharactersIsTheReplacementCharacter) {
  PageBuilder builder = withText("xy");
  const std::uint16_t glyph = unmappedGlyph(*builder.pages.faces[0]);
  builder.lastPage().glyphs[0].id = glyph;
  builder.lastRun().glyphCount = 1;
  EXPECT_NE(mapping(make(builder)->fonts[0]).find(entry(glyph, "FFFD")), std::string::npos);
  // A later run knows better.
  builder.text(0, 10, 80, "ж");
  builder.lastPage().glyphs.back().id = glyph;
  EXPECT_NE(mapping(make(builder)->fonts[0]).find(entry(glyph, "0436")), std::string::npos);
}

TEST(FontCache, ServesSeveralThreads) {
  FontCache cache;
  const PageBuilder builder = withText("a");
  std::vector<const FontProgram*> programs(6);
  std::vector<std::thread> threads;
  for (auto& program : programs) {
    threads.emplace_back([&] {
      Deflater deflater;
      program = &cache.standard(builder.pages.faces[0], deflater);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const FontProgram* program : programs) EXPECT_EQ(program, programs[0]);
  EXPECT_GT(programs[0]->program.size(), 10'000u);
}

TEST(FontCache, KeepsTheFaceAlive) {
  FontCache cache;
  PageBuilder builder = withText("a");
  const std::weak_ptr<const fonts::Face> face = builder.pages.faces[0];
  cache.table(builder.pages.faces[0]);
  builder = PageBuilder();
  EXPECT_FALSE(face.expired());
}

}  // namespace
}  // namespace chancery::pdf
