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
  report({U'☎', 0, 0, false}, "Tinos", "Tinos", Place{}, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 2u);
  EXPECT_FALSE(diagnostics.hasErrors());
  EXPECT_EQ(diagnostics.all()[0].message->code, "N121");
  EXPECT_EQ(diagnostics.all()[0].text(Language::english),
            "font “Tinos” has no character “☎” (U+260E); it is taken from font “DejaVu Sans”");
  EXPECT_EQ(diagnostics.all()[1].message->code, "N122");
  EXPECT_EQ(diagnostics.all()[1].text(Language::english),
            "no installed font has character U+260E (the text is set in “Tinos”); “?” is printed "
            "instead");
  EXPECT_FALSE(diagnostics.all()[1].hintText(Language::russian).empty());
}

}  // namespace
}  // namespace chancery::text
