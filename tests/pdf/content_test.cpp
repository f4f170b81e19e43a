#include "pdf/content.h"

#include <gtest/gtest.h>

#include "pdf/page_builder.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;

/// The content of a builder's pages, with glyph codes in strings made readable: Tinos' glyph of an
/// ASCII character is the character less 29.
struct Streams {
  std::vector<std::string> streams;
  TaggedContent tagged;
};

std::string readable(const std::string& stream) {
  std::string result;
  for (std::size_t i = 0; i < stream.size(); ++i) {
    if (stream[i] == '\0' && i + 1 < stream.size()) {
      if (stream[i + 1] == '\\') ++i;
      result += static_cast<char>(stream[++i] + 29);
    } else {
      result += stream[i];
    }
  }
  return result;
}

Streams write(const PageBuilder& builder, Tagging tagging = Tagging::full) {
  static FontCache cache;
  Deflater deflater;
  const auto fonts = makeFonts(builder.pages, cache, deflater);
  ContentWriter writer(fonts, builder.pages.structure, tagging);
  Streams written;
  for (std::size_t i = 0; i < builder.pages.pages.size(); ++i) {
    written.streams.push_back(readable(
        writer.write(builder.pages.pages[i], static_cast<int>(i), nullptr, written.tagged)));
  }
  return written;
}

std::string first(const PageBuilder& builder, Tagging tagging = Tagging::full) {
  return write(builder, tagging).streams.at(0);
}

PageBuilder smallPage() {
  PageBuilder builder;
  builder.page(Length::pt(300), Length::pt(200));
  return builder;
}

TEST(Content, EmptyPageIsEmpty) {
  EXPECT_EQ(first(smallPage()), "");
}

TEST(Content, RunStandsAtItsPlaceFromTheBottom) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 85.04, 50, "ab");
  EXPECT_EQ(first(builder), "BT\n/P<</MCID 0>>BDC\n/F0 14 Tf\n85.04 150 Td\n[(ab)]TJ\nEMC\nET\n");
}

TEST(Content, UntaggedFilesHaveNoMarks) {
  PageBuilder builder = smallPage();
  builder.text(pages::kArtifact, 10, 50, "a").rule(1, 2, 3, 4);
  EXPECT_EQ(first(builder, Tagging::none),
            "1 194 3 4 re\nf\nBT\n/F0 14 Tf\n10 150 Td\n[(a)]TJ\nET\n");
}

TEST(Content, LinesMoveFromOneToTheNext) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 20, 50, "a ").text(paragraph, 10, 66.5, "b");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 14 Tf\n20 150 Td\n[(a )]TJ\n-10 -16.5 Td\n[(b)]TJ\nEMC\n"
            "ET\n");
}

TEST(Content, RunsOfOneLineAreOneArray) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 20, 50, "ab").more("cd");
  EXPECT_EQ(first(builder), "BT\n/P<</MCID 0>>BDC\n/F0 14 Tf\n20 150 Td\n[(abcd)]TJ\nEMC\nET\n");
}

TEST(Content, GapBetweenRunsIsAnAdjustment) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.size(10).text(paragraph, 20, 50, "n");  // 5 pt wide
  builder.text(paragraph, 28, 50, "n").text(paragraph, 31, 50, "n");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n20 150 Td\n[(n)-300(n)200(n)]TJ\nEMC\nET\n");
}

TEST(Content, WideGapIsAMove) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.size(10).text(paragraph, 20, 50, "n").text(paragraph, 55, 50, "n");
  builder.text(paragraph, 20, 50, "n");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n20 150 Td\n[(n)]TJ\n35 0 Td\n[(n)]TJ\n-35 0 Td\n"
            "[(n)]TJ\nEMC\nET\n");
}

TEST(Content, JustificationIsAnAdjustmentAfterTheSpace) {
  PageBuilder builder = smallPage();
  builder.size(10).spaceExtra(Length::pt(1.23));
  builder.text(builder.element(StructureType::paragraph), 20, 50, "a b c");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n20 150 Td\n[(a )-123(b )-123(c)]TJ\nEMC\nET\n");
}

TEST(Content, RoundingIsCarriedOnToTheNextGlyph) {
  PageBuilder builder = smallPage();
  builder.size(10).spaceExtra(Length::emu(50));  // .394 thousandths of the size
  builder.text(builder.element(StructureType::paragraph), 20, 50, "     a");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n20 150 Td\n[(   )-1(  a)]TJ\nEMC\nET\n");
}

TEST(Content, ChangeOfFaceOrSizeIsStatedOnce) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, "a").face("Tinos", true).text(paragraph, 30, 50, "b");
  builder.text(paragraph, 10, 60, "c").size(10.5).text(paragraph, 10, 70, "d");
  EXPECT_EQ(first(builder),
            "BT\n/P<</MCID 0>>BDC\n/F0 14 Tf\n10 150 Td\n[(a)]TJ\n/F1 14 Tf\n20 0 Td\n[(b)]TJ\n"
            "-20 -10 Td\n[(c)]TJ\n/F1 10.5 Tf\n0 -10 Td\n[(d)]TJ\nEMC\nET\n");
}

TEST(Content, ColourIsStatedWhenItChanges) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, "a").color({255, 0, 128}).more("b").more("c");
  builder.color({51, 51, 51}).more("d").color({}).more("e");
  const std::string content = first(builder);
  EXPECT_NE(content.find("[(a)]TJ\n1 0 .502 rg\n"), std::string::npos);
  EXPECT_NE(content.find("[(bc)]TJ\n.2 g\n"), std::string::npos);
  EXPECT_NE(content.find("[(d)]TJ\n0 g\n"), std::string::npos);
}

TEST(Content, RulesComeFirstGroupedByColour) {
  PageBuilder builder = smallPage();
  builder.rule(10, 20, 100, 0.48).rule(10, 40, 0.48, 30).color({255, 255, 0}).rule(1, 2, 3, 4);
  EXPECT_EQ(first(builder),
            "/Artifact<</Type/Layout>>BDC\n10 179.52 100 .48 re\n10 130 .48 30 re\nf\n"
            "1 1 0 rg\n1 194 3 4 re\nf\nEMC\n");
}

TEST(Content, TouchingRulesStillTouchWhenRounded) {
  PageBuilder builder = smallPage();
  builder.rule(0.004, 0, 0.004, 200).rule(0.008, 0, 0.004, 200);
  EXPECT_EQ(first(builder),
            "/Artifact<</Type/Layout>>BDC\n0 0 .01 200 re\n.01 0 0 200 re\nf\nEMC\n");
}

TEST(Content, PathsAreKeptShort) {
  PageBuilder builder = smallPage();
  for (int i = 0; i < 501; ++i) builder.rule(i, 0, 1, 1);
  const std::string content = first(builder);
  EXPECT_NE(content.find("499 199 1 1 re\nf\n500 199 1 1 re\nf\n"), std::string::npos);
}

TEST(Content, RulesAreLayoutArtifactsWhateverTheirElement) {
  PageBuilder builder = smallPage();
  builder.rule(1, 2, 3, 4);
  builder.lastPage().rules[0].element = builder.element(StructureType::paragraph);
  EXPECT_EQ(first(builder).substr(0, 29), "/Artifact<</Type/Layout>>BDC\n");
  EXPECT_TRUE(write(builder).tagged.marks.empty());
}

TEST(Content, EachElementHasItsSequence) {
  PageBuilder builder = smallPage();
  const auto heading = builder.element(StructureType::heading1);
  const auto cell = builder.element(StructureType::tableCell);
  builder.text(heading, 10, 50, "a").text(cell, 10, 60, "b").text(heading, 10, 70, "c");
  builder.page().text(cell, 10, 50, "d");
  const Streams written = write(builder);
  EXPECT_NE(written.streams[0].find("/H1<</MCID 0>>BDC\n/F0"), std::string::npos);
  EXPECT_NE(written.streams[0].find("/TD<</MCID 1>>BDC\n0 -10"), std::string::npos);
  EXPECT_NE(written.streams[0].find("/H1<</MCID 2>>BDC\n0 -10"), std::string::npos);
  EXPECT_NE(written.streams[1].find("/TD<</MCID 0>>BDC\n/F0 14"), std::string::npos);
  ASSERT_EQ(written.tagged.marks.size(), 4u);
  const int expected[4][3] = {{heading, 0, 0}, {cell, 0, 1}, {heading, 0, 2}, {cell, 1, 0}};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(written.tagged.marks[i].element, expected[i][0]);
    EXPECT_EQ(written.tagged.marks[i].page, expected[i][1]);
    EXPECT_EQ(written.tagged.marks[i].number, expected[i][2]);
  }
}

TEST(Content, RunningHeadsAreToldByTheirPlace) {
  const auto artifactAt = [](double y) {
    PageBuilder builder;
    builder.page(Length::pt(300), Length::pt(400)).text(pages::kArtifact, 10, y, "1");
    const std::string content = first(builder);
    return content.substr(3, content.find('\n', 3) - 3);
  };
  EXPECT_EQ(artifactAt(20), "/Artifact<</Type/Pagination/Subtype/Header>>BDC");
  EXPECT_EQ(artifactAt(56), "/Artifact<</Type/Pagination/Subtype/Header>>BDC");
  EXPECT_EQ(artifactAt(58), "/Artifact<</Type/Pagination>>BDC");
  EXPECT_EQ(artifactAt(342), "/Artifact<</Type/Pagination>>BDC");
  EXPECT_EQ(artifactAt(344), "/Artifact<</Type/Pagination/Subtype/Footer>>BDC");
}

TEST(Content, SpaceThatLayoutLeftOutIsShown) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, "ab ").text(paragraph, 10, 66, "c");
  --builder.lastPage().runs[0].glyphCount;
  EXPECT_NE(first(builder).find("[(ab )]TJ"), std::string::npos);
  builder.lastPage().runs[0].textLength = 2;
  EXPECT_NE(first(builder).find("[(ab)]TJ"), std::string::npos);
}

TEST(Content, SpaceLeftOutInsideALineDoesNotMoveWhatFollows) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.size(10).text(paragraph, 10, 50, "n ").text(paragraph, 15, 50, "n");
  --builder.lastPage().runs[0].glyphCount;
  EXPECT_NE(first(builder).find("[(n )250(n)]TJ"), std::string::npos);
}

TEST(Content, RunWithoutGlyphsIsNothing) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 10, 50, "");
  EXPECT_EQ(first(builder), "BT\n/P<</MCID 0>>BDC\nEMC\nET\n");
}

TEST(Content, MissingCharacterHasItsTextBesideIt) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, "n").text(paragraph, 17, 50, "\u4E00").more("n");
  const std::string content = first(builder);
  EXPECT_NE(content.find("[(n)]TJ\n/Span<</ActualText(\xFE\xFF\x4E"), std::string::npos);
  EXPECT_NE(content.find(")]TJ\nEMC\n"), std::string::npos);
  EXPECT_EQ(content.find("[(\x1D"), std::string::npos) << "glyph 0 is never shown";
}

TEST(Content, HyphenOfADividedWordIsASoftOne) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, "no-").text(paragraph, 10, 66, "te");
  EXPECT_NE(first(builder).find("[(no-)]TJ\n"), std::string::npos) << "a hyphen of the text";
  builder.lastPage().runs[0].textLength = 2;
  EXPECT_NE(first(builder).find("[(no)]TJ\n/Span<</ActualText(\xFE\xFF\xCA)>>BDC\n"),
            std::string::npos)
      << first(builder);
  EXPECT_NE(first(builder).find(">>BDC\n[(-)]TJ\nEMC\n0 -16 Td\n[(te)]TJ"), std::string::npos);
}

TEST(Content, HyphensThatTheTextHasStay) {
  for (const char* hyphen : {"\u2010", "\u2011"}) {
    PageBuilder builder = smallPage();
    builder.text(builder.element(StructureType::paragraph), 10, 50, "a-");
    builder.lastPage().text = std::string("a") + hyphen;
    builder.lastRun().textLength = 4;
    EXPECT_EQ(first(builder).find("/Span"), std::string::npos);
  }
}

TEST(Content, HyphenMayBeARunOfItsOwn) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 10, 50, "-");
  builder.lastRun().textLength = 0;
  EXPECT_NE(first(builder).find("BDC\n[(-)]TJ\nEMC\n"), std::string::npos);
}

TEST(Content, LongStringsAndArraysAreDivided) {
  PageBuilder builder = smallPage();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.text(paragraph, 10, 50, std::string(7000, 'n'));
  const std::string plain = first(builder);
  EXPECT_NE(plain.find("n)(n"), std::string::npos);
  builder.pages.pages[0] = {};
  builder.spaceExtra(Length::pt(5));
  std::string gaps;
  for (int i = 0; i < 2100; ++i) gaps += "n ";
  builder.text(paragraph, 10, 50, gaps);
  const std::string divided = first(builder);
  EXPECT_NE(divided.find(")]TJ\n[("), std::string::npos);
}

TEST(Content, FontSizeIsNeverZero) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 10, 50, "n");
  builder.lastRun().size = Length();
  EXPECT_NE(first(builder).find("/F0 .01 Tf"), std::string::npos);
}

TEST(Content, WildAdvancesAreBounded) {
  PageBuilder builder = smallPage();
  builder.text(builder.element(StructureType::paragraph), 10, 50, "nnn");
  builder.lastPage().glyphs[0].advance = 2'000'000'000;
  EXPECT_NE(first(builder).find("[(n)-32000(n)-32000(n)]TJ"), std::string::npos);
}

}  // namespace
}  // namespace chancery::pdf
