#include <gtest/gtest.h>

#include <numeric>

#include "build.h"
#include "text/shaper.h"

namespace chancery::layout {
namespace {

using test::SeenLine;

class EmitterTest : public testing::Test {
 protected:
  format::Document document = test::document();
  format::Section& section = test::addSection(document, 1000, 20000);
  format::ParagraphStyle& style = document.styles[0];

  void add(std::string text) { section.blocks.emplace_back(test::paragraph(std::move(text))); }
  std::vector<SeenLine> lines(bool artifacts = false) {
    laid = test::layout(document);
    return test::lines(laid.result.pages, artifacts);
  }
  const pages::Page& page(std::size_t i = 0) { return laid.result.pages.pages.at(i); }
  test::Laid laid;
};

TEST_F(EmitterTest, Alignments) {
  add("оо");
  style.align = format::Align::right;
  EXPECT_EQ(lines()[0].x, 1000 - 240);
  style.align = format::Align::center;
  EXPECT_EQ(lines()[0].x, 380);
  style.align = format::Align::left;
  EXPECT_EQ(lines()[0].x, 0);
  std::get<format::Paragraph>(section.blocks[0]).align = format::Align::right;
  EXPECT_EQ(lines()[0].x, 760);
}

TEST_F(EmitterTest, RightAlignmentIgnoresSpacesAtTheEnd) {
  style.align = format::Align::right;
  add("оооо оооооо");
  EXPECT_EQ(lines()[0].x, 1000 - 480);
}

TEST_F(EmitterTest, JustifiedLinesFillTheMeasure) {
  style.align = format::Align::justify;
  add("оо оо оо ооо");
  const auto seen = lines();
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].text, "оо оо оо ");
  const pages::Page& p = page();
  // 6 letters, 2 widened spaces and one at the end that is not.
  std::int64_t width = 0;
  for (std::uint32_t i = 0; i + 1 < p.runs[0].glyphCount; ++i) width += p.glyphs[i].advance;
  EXPECT_EQ(Length::emu(width), Length::twips(1000));
  EXPECT_EQ(p.glyphs[2].advance, Length::twips(60 + 80).toEmu());
  EXPECT_EQ(p.glyphs[8].advance, Length::twips(60).toEmu());
  EXPECT_EQ(seen[1].width, 360);
}

TEST_F(EmitterTest, TheRemainderGoesToTheFirstSpaces) {
  style.align = format::Align::justify;
  section.pageWidth = Length::twips(1001);
  add("оо оо оо ооо");
  lines();
  EXPECT_EQ(page().glyphs[2].advance, Length::twips(140).toEmu() + 318);
  EXPECT_EQ(page().glyphs[5].advance, Length::twips(140).toEmu() + 317);
}

TEST_F(EmitterTest, NoBreakSpacesAreWidenedToo) {
  style.align = format::Align::justify;
  add("оо\u00A0оо оо ооо");
  lines();
  EXPECT_EQ(page().glyphs[2].advance, Length::twips(140).toEmu());
}

TEST_F(EmitterTest, LinesEndedByTheTextAreNotJustified) {
  style.align = format::Align::justify;
  add("оо оо\nоо оо");
  const auto seen = lines();
  EXPECT_EQ(seen[0].text, "оо оо ");  // the line end counts as a space between words
  EXPECT_EQ(seen[0].width, 4 * 120 + 2 * 60);
  EXPECT_EQ(seen[1].width, 4 * 120 + 60);
}

TEST_F(EmitterTest, TheSpaceAfterALabelIsNotWidened) {
  style.align = format::Align::justify;
  section.blocks.emplace_back(test::item("о", "оо оо ооооо"));
  const auto seen = lines();
  EXPECT_EQ(seen[0].text, "о оо оо ");
  EXPECT_EQ(page().glyphs[1].advance, Length::twips(60).toEmu());
  EXPECT_EQ(page().glyphs[4].advance, Length::twips(60 + 280).toEmu());
}

TEST_F(EmitterTest, LetterSpacingWidensEveryGlyph) {
  style.text.letterSpacing = Length::twips(40);
  add("оо о");
  EXPECT_EQ(lines()[0].width, 3 * 160 + 100);
}

TEST_F(EmitterTest, KerningMovesGlyphs) {
  section.pageWidth = Length::twips(3000);
  add("A A");
  lines();
  // 1479, the space 512 less its kerning with both neighbours, 1479; of 2048 at 240 twips.
  EXPECT_EQ(page().glyphs[1].advance,
            Length::pt(12).scaled(512, 2048).toEmu() + Length::pt(12).scaled(-226, 2048).toEmu());
}

TEST_F(EmitterTest, UnderlinesAreRules) {
  style.text.underline = true;
  add("оо");
  lines();
  ASSERT_EQ(page().rules.size(), 1u);
  const pages::Rule& rule = page().rules[0];
  EXPECT_EQ(rule.x, Length());
  EXPECT_EQ(rule.width, Length::twips(240));
  EXPECT_EQ(rule.y, Length::twips(224 + 24));
  EXPECT_EQ(rule.height, Length::twips(15));
  EXPECT_EQ(rule.element, pages::kArtifact);
}

TEST_F(EmitterTest, TextAndOriginsAreFilledIn) {
  format::Paragraph paragraph = test::paragraph("один ");
  paragraph.runs[0].origin.stated = {1, 7};
  paragraph.runs.push_back({.text = "два", .origin = {{1, 9}, {2, 11}}});
  section.blocks.emplace_back(paragraph);
  lines();
  EXPECT_EQ(page().text, "один два");
  ASSERT_EQ(page().runs.size(), 2u);
  EXPECT_EQ(page().runs[0].textLength, 9u);
  EXPECT_EQ(page().runs[0].glyphCount, 5u);
  EXPECT_EQ(page().runs[0].origin.stated.offset, 7u);
  EXPECT_EQ(page().runs[1].textOffset, 9u);
  EXPECT_EQ(page().runs[1].textLength, 6u);
  EXPECT_EQ(page().runs[1].firstGlyph, 5u);
  EXPECT_EQ(page().runs[1].origin.data.offset, 11u);
  EXPECT_EQ(page().runs[1].x,
            page().runs[0].x + Length::twips(0) +
                Length::emu(std::accumulate(
                    page().glyphs.begin(), page().glyphs.begin() + 5, std::int64_t{0},
                    [](std::int64_t s, auto& g) { return s + g.advance; })));
}

TEST_F(EmitterTest, FacesAreNumberedByFirstUse) {
  Engine engine(test::library());
  Diagnostics diagnostics;
  format::Document bold = document;
  bold.styles[0].text.bold = true;
  bold.sections[0].blocks.emplace_back(test::paragraph("а"));
  engine.layout(bold, {}, diagnostics);
  add("а");
  const Result result = engine.layout(document, {}, diagnostics);
  ASSERT_EQ(result.pages.faces.size(), 1u);
  EXPECT_EQ(result.pages.faces[0]->postScriptName(), "Tinos");
  EXPECT_EQ(result.pages.pages[0].runs[0].face, 0u);
}

TEST_F(EmitterTest, AccentsStandOverTheirLetter) {
  document.styles[0].text.underline = true;
  section.pageWidth = Length::twips(3000);
  add("Каме\u0301нск а\u0301\nб");
  lines();
  const auto& runs = page().runs;
  ASSERT_EQ(runs.size(), 6u);
  EXPECT_EQ(page().text, "Каме\u0301нск а\u0301 б");
  EXPECT_EQ(runs[0].glyphCount, 4u);
  EXPECT_EQ(runs[0].textLength, 10u) << "the accent's text is its letter's";
  EXPECT_EQ(runs[1].glyphCount, 1u);
  EXPECT_EQ(runs[1].textLength, 0u);
  // -159 and -400 of 2048 units from the end of the letter.
  Length end = runs[0].x;
  for (int i = 0; i < 4; ++i) end += Length::emu(page().glyphs[i].advance);
  EXPECT_EQ(runs[1].x, end - text::toLength(159, runs[0].size, 2048));
  EXPECT_EQ(runs[1].y, runs[0].y + text::toLength(400, runs[0].size, 2048));
  EXPECT_EQ(runs[2].x, end);
  EXPECT_EQ(runs[2].y, runs[0].y);
  EXPECT_EQ(runs[2].glyphCount, 5u) << "the rest, the space and the next letter";
  // Then the second accent, the space for the line's end, the second line.
  EXPECT_EQ(runs[4].glyphCount, 1u);
  EXPECT_EQ(runs[4].textLength, 1u);
  ASSERT_EQ(page().rules.size(), 4u) << "accents are not underlined by themselves";
}

TEST_F(EmitterTest, BorrowedGlyphsMakeARunOfTheirOwn) {
  add("а☎б☎");
  lines();
  ASSERT_EQ(page().runs.size(), 4u);
  EXPECT_EQ(page().text, "а☎б☎");
  EXPECT_EQ(page().runs[0].face, page().runs[2].face);
  EXPECT_NE(page().runs[0].face, page().runs[1].face);
  EXPECT_EQ(page().runs[1].textLength, 3u);
  EXPECT_EQ(test::codes(laid.diagnostics), (std::vector<std::string>{"N121"}));
}

TEST_F(EmitterTest, ACharacterIsToldOfOnceWhateverTheFace) {
  add("а☎б");
  document.styles.push_back(document.styles[0]);
  document.styles.back().text.bold = true;
  section.blocks.emplace_back(test::paragraph("☎", 1));
  lines();
  EXPECT_EQ(test::codes(laid.diagnostics), (std::vector<std::string>{"N121"}));
  add("\U000E1234");
  lines();
  EXPECT_EQ(test::codes(laid.diagnostics), (std::vector<std::string>{"N121", "N122"}));
  EXPECT_TRUE(laid.diagnostics.hasErrors());
}

TEST_F(EmitterTest, AMissingFontIsReplacedAndTold) {
  style.text.pdfFamily = "Нет такого";
  add("а");
  EXPECT_EQ(lines().size(), 1u);
  EXPECT_EQ(test::codes(laid.diagnostics), (std::vector<std::string>{"N120"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (std::vector<std::string>{"Нет такого", "Tinos"}));
}

class HeaderTest : public EmitterTest {
 protected:
  void SetUp() override {
    section.top = Length::twips(1000);
    section.left = Length::twips(100);
    section.pageHeight = Length::twips(1000 + 2 * 276);
    section.pageNumberOffset = Length::twips(400);
    section.header = test::paragraph("");
    format::Run run;
    run.field = format::Run::Field::pageNumber;
    section.header->runs.push_back(run);
    for (int i = 0; i < 3; ++i) {
      add("а");
      add("б");
    }
  }
};

TEST_F(HeaderTest, StandsFromTheSecondPageOn) {
  const auto seen = lines(true);
  std::vector<SeenLine> numbers;
  for (const SeenLine& line : seen) {
    if (line.text == "2" || line.text == "3") numbers.push_back(line);
  }
  ASSERT_EQ(seen.size(), 8u);
  ASSERT_EQ(numbers.size(), 2u);
  EXPECT_EQ(numbers[0].page, 2);
  EXPECT_EQ(numbers[0].x, 100);
  EXPECT_EQ(numbers[0].y, 400 + 224);
  EXPECT_EQ(numbers[1].page, 3);
  EXPECT_EQ(page(1).runs[0].element, pages::kArtifact);
}

TEST_F(HeaderTest, OnTheFirstPageWhereAsked) {
  section.headerOnFirst = true;
  EXPECT_EQ(lines(true)[0].text, "1");
}

TEST_F(HeaderTest, TheCountGoesOnInTheNextSectionUnlessRestarted) {
  format::Section second = section;
  second.headerOnFirst = true;
  second.blocks.resize(1);
  format::Section third = second;
  third.firstPageNumber = 10;
  document.sections.push_back(second);
  document.sections.push_back(third);
  const auto seen = lines(true);
  EXPECT_EQ(seen[8].page, 4);
  EXPECT_EQ(seen[8].text, "4");
  EXPECT_EQ(seen[10].text, "10");
}

TEST_F(HeaderTest, ATallHeaderMovesTheText) {
  section.pageNumberOffset = Length::twips(900);
  const auto seen = lines(true);
  EXPECT_EQ(seen[0].y, 1224);                     // no header on the first page
  EXPECT_EQ(seen[2].y, 900 + 224);                // the number
  EXPECT_EQ(seen[3].y, 900 + 276 + 224);          // the text below it
  EXPECT_EQ(laid.result.pages.pages.size(), 5u);  // one line a page now, after the first
}

TEST_F(HeaderTest, PageCountIsFoundByLayingOutAgain) {
  section.header->runs[0].field = format::Run::Field::pageCount;
  const auto seen = lines(true);
  EXPECT_EQ(seen[2].text, "3");
  EXPECT_EQ(laid.result.resolved.pageCount, 3);
}

TEST_F(HeaderTest, PageNumberInTheText) {
  format::Paragraph number = test::paragraph("с. ");
  format::Run run;
  run.field = format::Run::Field::pageNumber;
  number.runs.push_back(run);
  section.blocks.emplace_back(number);
  const auto seen = lines();
  EXPECT_EQ(seen.back().text, "с. 3");
}

}  // namespace
}  // namespace chancery::layout
