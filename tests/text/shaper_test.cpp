#include "text/shaper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace chancery::text {
namespace {

const fonts::Library& library() {
  static const fonts::Library found;
  return found;
}

std::int64_t width(const Shaped& shaped) {
  return std::accumulate(shaped.glyphs.begin(), shaped.glyphs.end(), std::int64_t{0},
                         [](std::int64_t sum, const ShapedGlyph& g) { return sum + g.advance; });
}

std::size_t coveredBytes(const Shaped& shaped) {
  return std::accumulate(shaped.glyphs.begin(), shaped.glyphs.end(), std::size_t{0},
                         [](std::size_t sum, const ShapedGlyph& g) { return sum + g.textLength; });
}

class ShaperTest : public testing::Test {
 protected:
  Shaper shaper{library(), Kerning::pairs};
  FaceId tinos = shaper.face({"Tinos", false, false});
};

TEST_F(ShaperTest, OneGlyphACharacter) {
  const Shaped& shaped = shaper.shape(tinos, "приказ");
  ASSERT_EQ(shaped.glyphs.size(), 6u);
  for (const ShapedGlyph& glyph : shaped.glyphs) EXPECT_EQ(glyph.textLength, 2u);
  EXPECT_EQ(shaped.first, U'п');
  EXPECT_EQ(shaped.last, U'з');
  ASSERT_EQ(shaped.pieces.size(), 1u);
  EXPECT_EQ(shaped.pieces[0].width, width(shaped));
  EXPECT_EQ(shaped.pieces[0].face, tinos);
  EXPECT_TRUE(shaped.breaks.empty());
  EXPECT_TRUE(shaped.lacking.empty());
}

TEST_F(ShaperTest, AWordIsShapedOnce) {
  EXPECT_EQ(&shaper.shape(tinos, "приказ"), &shaper.shape(tinos, "приказ"));
  EXPECT_NE(&shaper.shape(tinos, "приказ"), &shaper.shape(tinos, "приказы"));
  const FaceId bold = shaper.face({"Tinos", true, false});
  EXPECT_NE(bold, tinos);
  EXPECT_NE(&shaper.shape(tinos, "приказ"), &shaper.shape(bold, "приказ"));
}

TEST_F(ShaperTest, TrimForgetsWordsPastTheLimit) {
  shaper.shape(tinos, "один");
  shaper.shape(tinos, "два");
  shaper.trim(2);
  const Shaped* kept = &shaper.shape(tinos, "два");
  shaper.trim(2);
  EXPECT_EQ(kept, &shaper.shape(tinos, "два"));
  shaper.trim(1);
  EXPECT_EQ(shaper.shape(tinos, "два").glyphs.size(), 3u);
}

TEST_F(ShaperTest, PairsAreKerned) {
  Shaper plain(library(), Kerning::none);
  const FaceId face = plain.face({"Tinos", false, false});
  EXPECT_LT(width(shaper.shape(tinos, "AVAV")), width(plain.shape(face, "AVAV")));
  EXPECT_EQ(width(shaper.shape(tinos, "нн")), width(plain.shape(face, "нн")));
}

TEST_F(ShaperTest, SpacesKernWithTheirNeighbours) {
  const Shaped& shaped = shaper.shape(tinos, "A");
  EXPECT_EQ(shaped.leadKern, -113);
  EXPECT_EQ(shaped.tailKern, -113);
  EXPECT_EQ(shaped.glyphs[0].advance, 1479);
  const Shaped& none = shaper.shape(tinos, "н");
  EXPECT_EQ(none.leadKern, 0);
  EXPECT_EQ(none.tailKern, 0);
}

TEST_F(ShaperTest, NoLigatures) {
  EXPECT_EQ(shaper.shape(tinos, "office").glyphs.size(), 6u);
}

TEST_F(ShaperTest, ACombiningMarkJoinsItsBase) {
  const Shaped& shaped = shaper.shape(tinos, "и\u0306");  // й, decomposed
  EXPECT_EQ(coveredBytes(shaped), 4u);
  EXPECT_EQ(shaped.glyphs[0].textLength, 4u);
  const Shaped& stressed = shaper.shape(tinos, "о\u0301н");
  EXPECT_EQ(coveredBytes(stressed), 6u);
  EXPECT_EQ(stressed.glyphs.back().textLength, 2u);
}

TEST_F(ShaperTest, InvisibleCharactersHaveNoGlyph) {
  const Shaped& shaped = shaper.shape(tinos, "обра\u00ADзец");
  EXPECT_EQ(shaped.glyphs.size(), 8u - 1u + 0u);
  EXPECT_EQ(coveredBytes(shaped), shaped.text.size());
  ASSERT_EQ(shaped.breaks.size(), 1u);
  EXPECT_TRUE(shaped.breaks[0].softHyphen);
  EXPECT_EQ(shaped.breaks[0].glyph, 4u);
  EXPECT_EQ(shaped.breaks[0].offset, 10u);
}

TEST_F(ShaperTest, BreaksPointAtGlyphs) {
  const Shaped& shaped = shaper.shape(tinos, "научно-практическая");
  ASSERT_EQ(shaped.breaks.size(), 1u);
  EXPECT_EQ(shaped.breaks[0].glyph, 7u);
  EXPECT_EQ(shaped.breaks[0].offset, 13u);
  EXPECT_FALSE(shaped.breaks[0].softHyphen);
  EXPECT_FALSE(shaped.breaks[0].afterSlash);
  EXPECT_TRUE(shaper.shape(tinos, "и/или").breaks.at(0).afterSlash);
}

TEST_F(ShaperTest, NoBreakSpacesAreMarked) {
  const Shaped& shaped = shaper.shape(tinos, "№\u00A05");
  ASSERT_EQ(shaped.glyphs.size(), 3u);
  EXPECT_FALSE(shaped.glyphs[0].noBreakSpace);
  EXPECT_TRUE(shaped.glyphs[1].noBreakSpace);
  EXPECT_FALSE(shaped.glyphs[2].noBreakSpace);
}

TEST_F(ShaperTest, BorrowsWhatTheFaceLacks) {
  const Shaped& shaped = shaper.shape(tinos, "а☎б");
  ASSERT_EQ(shaped.pieces.size(), 3u);
  EXPECT_EQ(shaped.pieces[0].face, tinos);
  EXPECT_NE(shaped.pieces[1].face, tinos);
  EXPECT_EQ(shaped.pieces[2].face, tinos);
  EXPECT_NE(shaped.glyphs[1].id, 0u);
  ASSERT_EQ(shaped.lacking.size(), 1u);
  EXPECT_EQ(shaped.lacking[0].character, U'☎');
  EXPECT_TRUE(shaped.lacking[0].found);
  EXPECT_EQ(shaped.lacking[0].wanted, tinos);
  EXPECT_EQ(shaped.lacking[0].used, shaped.pieces[1].face);
}

TEST_F(ShaperTest, ALetterAndItsMarksComeFromOneFace) {
  const FaceId serif = shaper.face({"PT Serif", false, false});
  // PT Serif has the letter, but no macron.
  const Shaped& shaped = shaper.shape(serif, "ба\u0304н");
  ASSERT_EQ(shaped.pieces.size(), 3u);
  EXPECT_EQ(shaped.pieces[0].face, serif);
  EXPECT_EQ(shaped.pieces[1].face, tinos);
  EXPECT_EQ(shaped.pieces[1].glyphCount, 2u);
  EXPECT_EQ(shaped.pieces[2].face, serif);
  EXPECT_EQ(shaped.glyphs[1].id, shaper.faceOf(tinos)->glyphFor(U'а'));
  EXPECT_EQ(shaped.glyphs[1].textLength, 4u);
  EXPECT_EQ(shaped.glyphs[2].textLength, 0u);
  ASSERT_EQ(shaped.lacking.size(), 1u);
  EXPECT_EQ(shaped.lacking[0].character, U'\u0304');
  EXPECT_EQ(shaped.lacking[0].word, "ба\u0304н");
  // It has no breve either, but й as a whole.
  EXPECT_EQ(shaper.shape(serif, "и\u0306").pieces.size(), 1u);
  EXPECT_TRUE(shaper.shape(serif, "и\u0306").lacking.empty());
}

TEST_F(ShaperTest, OfAClusterThatNoFaceHasEachCharacterIsTold) {
  const Shaped& shaped = shaper.shape(tinos, "а\u20DD");
  ASSERT_EQ(shaped.glyphs.size(), 2u);
  EXPECT_EQ(shaped.glyphs[0].id, shaper.faceOf(tinos)->glyphFor(U'а'));
  EXPECT_EQ(shaped.glyphs[1].id, shaper.faceOf(tinos)->glyphFor(U'?'));
  EXPECT_EQ(coveredBytes(shaped), 5u);
  ASSERT_EQ(shaped.lacking.size(), 1u);
  EXPECT_EQ(shaped.lacking[0].character, U'\u20DD');
  EXPECT_FALSE(shaped.lacking[0].found);
}

TEST_F(ShaperTest, AccentsStandOverTheirLetter) {
  const Shaped& shaped = shaper.shape(tinos, "Каме\u0301нск");
  ASSERT_EQ(shaped.glyphs.size(), 8u);
  EXPECT_EQ(shaped.pieces.size(), 1u);
  const ShapedGlyph& letter = shaped.glyphs[3];
  const ShapedGlyph& accent = shaped.glyphs[4];
  EXPECT_EQ(letter.textLength, 4u);
  EXPECT_EQ(letter.advance, 909);
  EXPECT_EQ(letter.shift, 0);
  EXPECT_EQ(letter.rise, 0);
  EXPECT_EQ(accent.textLength, 0u);
  EXPECT_EQ(accent.advance, 0);
  EXPECT_EQ(accent.shift, -159);
  EXPECT_EQ(accent.rise, -400);
  EXPECT_EQ(coveredBytes(shaped), shaped.text.size());
  EXPECT_TRUE(shaped.lacking.empty());
  EXPECT_EQ(shaped.first, U'К');
  EXPECT_EQ(shaped.last, U'к');
}

TEST_F(ShaperTest, OfficeTextNeedsNoOtherFace) {
  for (const char* family : {"Tinos", "Arimo", "PT Mono", "PT Serif", "PT Sans", "DejaVu Serif"}) {
    for (const bool bold : {false, true}) {
      const FaceId id = shaper.face({family, bold, false});
      for (const char* word : {"ёЁ", "№\u00A05", "100\u00A0₽", "§\u00A03", "«„Луч“»", "2021–2023",
                               "—…", "ABCxyz", "Windows-сервер", "5\u00A0°C", "и\u0306", "м²", "ў",
                               "Каме\u0301нск", "\u00AD\u2060"}) {
        const Shaped& shaped = shaper.shape(id, word);
        EXPECT_TRUE(shaped.lacking.empty()) << family << ' ' << word;
        EXPECT_EQ(coveredBytes(shaped), shaped.glyphs.empty() ? 0 : shaped.text.size());
        for (const ShapedGlyph& glyph : shaped.glyphs) EXPECT_NE(glyph.id, 0u) << word;
      }
    }
  }
}

TEST_F(ShaperTest, MixedScriptsAreOnePiece) {
  const Shaped& shaped = shaper.shape(tinos, "MS-документ№5");
  EXPECT_EQ(shaped.pieces.size(), 1u);
  EXPECT_EQ(shaped.glyphs.size(), 13u);
}

TEST_F(ShaperTest, TheRoubleSignIsBorrowedWhereItIsLacking) {
  const FaceId mono = shaper.face({"Courier New", true, false});
  ASSERT_EQ(shaper.faceOf(mono)->family(), "Cousine");
  const Shaped& shaped = shaper.shape(mono, "5\u00A0₽");
  ASSERT_EQ(shaped.lacking.size(), 1u);
  EXPECT_EQ(shaped.lacking[0].character, U'₽');
  EXPECT_EQ(shaper.faceOf(shaped.lacking[0].used)->family(), "PT Mono");
  EXPECT_TRUE(shaper.faceOf(shaped.lacking[0].used)->bold());
}

TEST_F(ShaperTest, DivisionsPointAtGlyphs) {
  EXPECT_TRUE(shaper.canHyphenate());
  EXPECT_EQ(shaper.patternsPath(), Hyphenator::kSystemPatterns);
  const Shaped& shaped = shaper.shape(tinos, "«подпись»");
  const auto& divisions = shaper.divisions(shaped);
  ASSERT_EQ(divisions.size(), 1u);
  EXPECT_EQ(divisions[0].glyph, 4u);
  EXPECT_EQ(divisions[0].offset, 8u);
  EXPECT_TRUE(divisions[0].softHyphen);
  EXPECT_FALSE(divisions[0].afterSlash);
  EXPECT_TRUE(shaped.breaks.empty()) << "those of the text itself";
  EXPECT_EQ(&shaper.divisions(shaped), &divisions) << "remembered";
  EXPECT_EQ(shaper.divisions(shaper.shape(tinos, "каме\u0301нский")).size(), 2u);
  EXPECT_EQ(shaper.divisions(shaper.shape(tinos, "каме\u0301нский"))[1].glyph, 6u);
  EXPECT_TRUE(shaper.divisions(shaper.shape(tinos, "МБОУ")).empty());
}

TEST_F(ShaperTest, DivisionsAreForgottenWithTheirWords) {
  shaper.divisions(shaper.shape(tinos, "подпись"));
  shaper.trim(0);
  EXPECT_EQ(shaper.divisions(shaper.shape(tinos, "приказ")).size(), 1u);
}

TEST_F(ShaperTest, WithoutPatternsNothingIsDivided) {
  Shaper plain(library(), Kerning::pairs, "/nowhere/hyph.dic");
  EXPECT_EQ(plain.patternsPath(), "/nowhere/hyph.dic");
  EXPECT_TRUE(plain.divisions(plain.shape(plain.face({"Tinos", false, false}), "подпись")).empty());
  EXPECT_FALSE(plain.canHyphenate());
}

TEST_F(ShaperTest, AQuestionMarkForWhatNoFaceHas) {
  const Shaped& shaped = shaper.shape(tinos, "а\U000E1234б");
  ASSERT_EQ(shaped.glyphs.size(), 3u);
  EXPECT_EQ(shaped.glyphs[1].id, shaper.faceOf(tinos)->glyphFor(U'?'));
  EXPECT_EQ(shaped.glyphs[1].textLength, 4u);
  EXPECT_EQ(coveredBytes(shaped), shaped.text.size());
  ASSERT_EQ(shaped.lacking.size(), 1u);
  EXPECT_FALSE(shaped.lacking[0].found);
}

TEST_F(ShaperTest, AnUnknownFamilyIsReplaced) {
  bool replaced = false;
  const FaceId id = shaper.face({"Шрифт, которого нет", false, false}, &replaced);
  EXPECT_TRUE(replaced);
  EXPECT_EQ(id, tinos);
  shaper.face({"Tinos", false, false}, &replaced);
  EXPECT_FALSE(replaced);
}

TEST_F(ShaperTest, SpaceAndHyphen) {
  EXPECT_EQ(shaper.space(tinos).advance, 512);
  EXPECT_EQ(shaper.hyphen(tinos).advance, 682);
  EXPECT_EQ(shaper.unitsPerEm(tinos), 2048);
  EXPECT_EQ(shaper.faceCount(), 1u);
}

TEST(ToLength, RoundsToTheNearestEmu) {
  EXPECT_EQ(toLength(1024, Length::pt(14), 2048), Length::pt(7));
  EXPECT_EQ(toLength(1, Length::pt(14), 2048).toEmu(), 87);
}

TEST(Report, NamesCharacterAndFonts) {
  Diagnostics diagnostics;
  report({U'☎', 0, 1, true}, "Tinos", "DejaVu Sans", Place{}, diagnostics);
  EXPECT_FALSE(diagnostics.hasErrors());
  report({U'☎', 0, 0, false, "а☎б"}, "Tinos", "Tinos", Place{}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 2u);
  EXPECT_EQ(diagnostics.errorCount(), 1u);
  EXPECT_EQ(diagnostics.all()[0].message->code, "N121");
  EXPECT_EQ(diagnostics.all()[0].text(Language::english),
            "font “Tinos” has no character “☎” (U+260E); it is taken from font “DejaVu Sans”");
  EXPECT_EQ(diagnostics.all()[1].message->code, "N122");
  EXPECT_EQ(diagnostics.all()[1].text(Language::english),
            "no installed font has character “☎” (U+260E), which stands in “а☎б” (font “Tinos”)");
  EXPECT_FALSE(diagnostics.all()[1].hintText(Language::russian).empty());
}

}  // namespace
}  // namespace chancery::text
