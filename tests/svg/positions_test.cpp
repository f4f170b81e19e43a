#include "svg/positions.h"

#include <gtest/gtest.h>

#include "build.h"

namespace chancery::svg {
namespace {

std::string inPoints(const std::vector<Length>& lengths) {
  std::string text;
  for (const Length length : lengths) {
    text += (text.empty() ? "" : " ") + std::to_string(length.toEmu() / Length::kEmuPerPoint);
  }
  return text;
}

struct Placed {
  std::string characters, hyphens;
};

/// Where the characters of `text` stand when the glyphs of `shown` do.
Placed place(const std::string& text, const std::string& shown) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "x");
  const pages::TextRun run = test::addRun(pages, text, shown);
  const Positions positions = placeCharacters(pages.pages[0], run, *pages.faces[0]);
  return {inPoints(positions.characters), inPoints(positions.hyphens)};
}

TEST(PlaceCharacters, EachGlyphHasItsCharacter) {
  const Placed placed = place("Приказ", "Приказ");
  EXPECT_EQ(placed.characters, "10 15 20 25 30 35");
  EXPECT_EQ(placed.hyphens, "");
}

TEST(PlaceCharacters, ALineEndsInASpaceThatIsNotDrawn) {
  EXPECT_EQ(place("да ", "да").characters, "10 15 20");
}

TEST(PlaceCharacters, ANoBreakSpaceIsDrawnAsASpace) {
  EXPECT_EQ(place("5\u00a0мм", "5 мм").characters, "10 15 20 25");
  EXPECT_EQ(place("фи\u00a0б", "x б").characters, "10 12 15 20");
}

TEST(PlaceCharacters, CharactersOfOneGlyphShareItsWidth) {
  // Here «x» stands for the two letters of a ligature.
  EXPECT_EQ(place("афиб", "аxб").characters, "10 15 17 20");
  EXPECT_EQ(place("фиб", "xб").characters, "10 12 15");
  EXPECT_EQ(place("афи", "аx").characters, "10 15 17");
}

TEST(PlaceCharacters, AReplacedGlyphStandsForOneCharacter) {
  EXPECT_EQ(place("абв", "аxв").characters, "10 15 20");
  EXPECT_EQ(place("аббв", "аxбв").characters, "10 15 20 25");
}

TEST(PlaceCharacters, ACharacterOfSeveralGlyphsHasTheirWidth) {
  EXPECT_EQ(place("абв", "аxyв").characters, "10 15 25");
}

TEST(PlaceCharacters, AHyphenThatTheTextLacksIsTold) {
  const Placed placed = place("сло", "сло-");
  EXPECT_EQ(placed.characters, "10 15 20");
  EXPECT_EQ(placed.hyphens, "25");
}

TEST(PlaceCharacters, ASoftHyphenAtALineEndIsSeen) {
  const Placed placed = place("сло\u00ad", "сло-");
  EXPECT_EQ(placed.characters, "10 15 20 25");
  EXPECT_EQ(placed.hyphens, "25");
}

TEST(PlaceCharacters, GlyphsWithoutTextAreNoHyphens) {
  const Placed placed = place("", "--");
  EXPECT_EQ(placed.characters, "");
  EXPECT_EQ(placed.hyphens, "");
}

}  // namespace
}  // namespace chancery::svg
