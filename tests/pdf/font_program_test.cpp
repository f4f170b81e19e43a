#include "pdf/font_program.h"

#include <gtest/gtest.h>

#include "fonts/library.h"
#include "pdf/glyph_table.h"
#include "pdf/inflate.h"

namespace chancery::pdf {
namespace {

std::shared_ptr<const fonts::Face> face(const std::string& family, bool bold = false,
                                        bool italic = false) {
  static const fonts::Library library;
  return library.find({family, bold, italic});
}

FontProgram program(const fonts::Face& face, const std::u32string& characters,
                    const GlyphTexts& texts = {}) {
  Deflater deflater;
  std::vector<std::uint32_t> glyphs;
  for (const char32_t character : characters) glyphs.push_back(face.glyphFor(character));
  return makeFontProgram(face, glyphs, texts, deflater);
}

std::string mapping(const FontProgram& font) {
  const std::string text = pdf_test::inflate(font.toUnicode);
  const std::size_t begin = text.find("endcodespacerange\n") + 18;
  return text.substr(begin, text.find("endcmap") - begin);
}

TEST(FontProgram, WidthsGroupNeighbouringGlyphs) {
  // Tinos: space, "!" and A; glyph 0 is in every subset. Widths by ttx: 1593, 512, 682, 1479.
  EXPECT_EQ(program(*face("Tinos"), U" !A").widths, "0[777.832]3[250 333.008]36[722.168]");
}

TEST(FontProgram, DescriptorInThousandths) {
  EXPECT_EQ(program(*face("Tinos"), U"A").descriptor,
            "/Flags 4/Ascent 891/Descent -216/CapHeight 655/ItalicAngle 0/StemV 80"
            "/FontBBox[-544 -389 2797 1010]");
  const std::string boldItalic = program(*face("Tinos", true, true), U"A").descriptor;
  EXPECT_EQ(boldItalic.substr(0, 9), "/Flags 68");
  EXPECT_NE(boldItalic.find("/ItalicAngle -16.33/StemV 140/"), std::string::npos);
}

TEST(FontProgram, NameHasATagOfTheGlyphs) {
  const std::string name = program(*face("Tinos", true), U"A").name;
  EXPECT_EQ(name.substr(6), "+Tinos-Bold");
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(name[i] >= 'A' && name[i] <= 'Z');
  EXPECT_EQ(program(*face("Tinos", true), U"A").name, name);
  EXPECT_NE(program(*face("Tinos", true), U"B").name, name);
}

TEST(FontProgram, TagIsTheSameInEveryVersion) {
  EXPECT_EQ(program(*face("Tinos"), U"A").name, "PDRMEB+Tinos");
}

TEST(FontProgram, MapsGlyphsToCharacters) {
  EXPECT_EQ(mapping(program(*face("Tinos"), U"A ")),
            "2 beginbfchar\n<0003><0020>\n<0024><0041>\nendbfchar\n");
}

TEST(FontProgram, LigaturesAreTheirLetters) {
  const auto glyph = face("Tinos")->glyphFor(U'\uFB01');
  char expected[64];
  std::snprintf(expected, sizeof expected, "1 beginbfchar\n<%04X><00660069>\nendbfchar\n", glyph);
  EXPECT_EQ(mapping(program(*face("Tinos"), U"\uFB01")), expected);
}

TEST(FontProgram, AllLatinLigaturesAreTaken) {
  const GlyphTexts texts = {{36, 0xFB00}, {37, 0xFB02}, {38, 0xFB03}, {39, 0xFB04}};
  EXPECT_EQ(mapping(program(*face("Tinos"), U"ABCD", texts)),
            "4 beginbfchar\n<0024><00660066>\n<0025><0066006C>\n<0026><006600660069>\n"
            "<0027><00660066006C>\nendbfchar\n");
}

TEST(FontProgram, TextsGivenComeFirst) {
  EXPECT_EQ(mapping(program(*face("Tinos"), U"A", {{36, U'Ж'}})),
            "1 beginbfchar\n<0024><0416>\nendbfchar\n");
}

TEST(FontProgram, BlocksHaveAtMostAHundredEntries) {
  std::u32string characters;
  for (char32_t c = U'!'; c <= U'~'; ++c) characters += c;
  characters += U"©«®°±»÷";  // 94 and 7
  const std::string text = mapping(program(*face("Tinos"), characters));
  EXPECT_EQ(text.substr(0, 17), "100 beginbfchar\n<");
  EXPECT_NE(text.find("endbfchar\n1 beginbfchar\n<"), std::string::npos) << text;
  EXPECT_EQ(text.find("0 beginbfchar", 4), std::string::npos);
}

TEST(FontProgram, CidSetHasABitForEachGlyph) {
  const std::string bits = pdf_test::inflate(program(*face("Tinos"), U"A ").cidSet);
  ASSERT_EQ(bits.size(), 5u);  // glyphs 0, 3 and 36
  EXPECT_EQ(static_cast<unsigned char>(bits[0]), 0x90);
  EXPECT_EQ(static_cast<unsigned char>(bits[4]), 0x08);
  EXPECT_EQ(bits.substr(1, 3), std::string(3, '\0'));
}

TEST(FontProgram, LengthIsOfTheProgramItself) {
  const FontProgram font = program(*face("Tinos"), U"A");
  EXPECT_EQ(pdf_test::inflate(font.program).size(), font.programSize);
  EXPECT_GT(font.programSize, 500u);
}

TEST(FontObjects, StandWithTheirReferences) {
  FontProgram font;
  font.name = "ABCDEF+Some Face";
  font.descriptor = "/Flags 4";
  font.widths = "1[500]";
  font.programSize = 7;
  font.program = "P";
  font.toUnicode = "U";
  font.cidSet = "C";
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  const FontNumbers numbers = reserveFont(out, CidSet::with);
  writeFontStreams(out, font, numbers);
  writeFontObjects(out, font, numbers);
  const std::string file = out.finish(1, 1);
  EXPECT_EQ(file.substr(15, file.find("xref") - 15),
            "4 0 obj\n<</Length1 7/Filter/FlateDecode/Length 1>>\nstream\nP\nendstream\nendobj\n"
            "5 0 obj\n<</Filter/FlateDecode/Length 1>>\nstream\nU\nendstream\nendobj\n"
            "6 0 obj\n<</Filter/FlateDecode/Length 1>>\nstream\nC\nendstream\nendobj\n"
            "1 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Some#20Face"
            "/Encoding/Identity-H/DescendantFonts[2 0 R]/ToUnicode 5 0 R>>\nendobj\n"
            "3 0 obj\n<</Type/FontDescriptor/FontName/ABCDEF+Some#20Face/Flags 4"
            "/FontFile2 4 0 R/CIDSet 6 0 R>>\nendobj\n"
            "2 0 obj\n<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Some#20Face"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            "/CIDToGIDMap/Identity/FontDescriptor 3 0 R/W[1[500]]>>\nendobj\n");
}

TEST(FontObjects, NoCidSetWhereNoneIsWanted) {
  Deflater deflater;
  ObjectWriter out(FileForm::compact, deflater);
  const FontNumbers numbers = reserveFont(out, CidSet::without);
  EXPECT_EQ(numbers.cidSet, 0);
  EXPECT_EQ(out.reserve(), numbers.font + 5);
}

TEST(GlyphTable, EncodesGlyphsForLiteralStrings) {
  const auto tinos = face("Tinos");
  const GlyphTable table(*tinos);
  EXPECT_EQ(table.size(), tinos->glyphCount());
  const auto& a = table[36];  // 0x0024
  EXPECT_EQ(std::string(a.bytes, a.length), std::string("\0\x24", 2));
  EXPECT_EQ(a.width, 722168);
  EXPECT_EQ(a.glyph, 36);
  EXPECT_TRUE(a.hasText);
  EXPECT_TRUE(a.isStandard);
  const auto& parenthesis = table[0x0028];
  EXPECT_EQ(std::string(parenthesis.bytes, parenthesis.length), std::string("\0\\(", 3));
}

TEST(GlyphTable, NotdefIsShownAsTheReplacementCharacter) {
  const auto tinos = face("Tinos");
  const GlyphTable table(*tinos);
  EXPECT_EQ(table[0].glyph, tinos->glyphFor(U'\uFFFD'));
  EXPECT_NE(table[0].glyph, 0);
  EXPECT_FALSE(table[0].hasText);
  EXPECT_TRUE(table[0].isStandard);
  EXPECT_EQ(table[65535].glyph, table[0].glyph) << "a glyph that the face lacks";
}

TEST(GlyphTable, StandardGlyphsAreThoseOfOfficeRussian) {
  const auto tinos = face("Tinos");
  const GlyphTable table(*tinos);
  for (const char32_t c : std::u32string(
           U"AzЁёАяҐґ«»„“—–…№§°€₽±×÷−≤≥≈≠→•é")) {
    EXPECT_TRUE(table[static_cast<std::uint16_t>(tinos->glyphFor(c))].isStandard)
        << static_cast<unsigned>(c);
  }
  for (const char32_t c : std::u32string(U"αΩāӘ‱")) {
    EXPECT_FALSE(table[static_cast<std::uint16_t>(tinos->glyphFor(c))].isStandard)
        << static_cast<unsigned>(c);
  }
  EXPECT_TRUE(std::is_sorted(table.standardGlyphs().begin(), table.standardGlyphs().end()));
  EXPECT_EQ(table.space(), tinos->glyphFor(U' '));
}

TEST(GlyphTable, WidthsAreRoundedToThousandths) {
  EXPECT_EQ(widthOf(*face("Tinos"), face("Tinos")->glyphFor(U'Ш')), 1008789);  // 2066 of 2048
  EXPECT_EQ(widthOf(*face("PT Serif"), face("PT Serif")->glyphFor(U' ')), 243000);
}

}  // namespace
}  // namespace chancery::pdf
