#include <gtest/gtest.h>

#include "build.h"
#include "layout/context.h"

// Words divided between syllables; the text's own places are in line_breaker_test.cpp.
namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;

class HyphenationTest : public testing::Test {
 protected:
  HyphenationTest() { document.styles[0].hyphenate = true; }

  Texts texts(std::string text, int measure) {
    section.blocks.clear();
    section.blocks.emplace_back(test::paragraph(std::move(text)));
    section.pageWidth = Length::twips(measure);
    laid = test::layout(document);
    return test::texts(laid.result.pages);
  }
  /// Whether the line's last glyph is a hyphen that the text does not have.
  bool endsWithHyphen(std::size_t run) const {
    const pages::Page& page = laid.result.pages.pages[0];
    const pages::TextRun& r = page.runs[run];
    const auto& face = *laid.result.pages.faces[r.face];
    return page.glyphs[r.firstGlyph + r.glyphCount - 1].id == face.glyphFor(U'-');
  }

  format::Document document = test::document();
  format::Section& section = test::addSection(document, 8000, 20000);
  test::Laid laid;
};

TEST_F(HyphenationTest, DividesTheWordThatDoesNotFit) {
  const std::string text = "об ответственности за это";
  EXPECT_EQ(texts(text, 1700), (Texts{"|об ответствен", "ности за это"}));
  EXPECT_TRUE(endsWithHyphen(0));
  EXPECT_FALSE(endsWithHyphen(1));
  EXPECT_EQ(texts(text, 1300), (Texts{"|об ответ", "ственности", "за это"}));
  document.styles[0].hyphenate = false;
  EXPECT_EQ(texts(text, 1800), (Texts{"|об", "ответственности", "за это"}));
  EXPECT_TRUE(laid.diagnostics.all().empty());
}

TEST_F(HyphenationTest, TheHyphenItselfMustFit) {
  // «об от» and a hyphen: 120 + 118 + 60 + 120 + 105 and 80 twips, by the glyphs' widths.
  const std::string text = "об ответственности это";
  int measure = 500;
  while (texts(text, measure)[0] != "|об от") ++measure;
  EXPECT_TRUE(endsWithHyphen(0));
  laid = {};
  document.styles[0].hyphenate = false;
  const Texts plain = texts("об от- ответственности", measure);
  EXPECT_EQ(plain[0], "|об от-");
  EXPECT_NE(texts("об от- ответственности", measure - 1)[0], "|об от-");
}

TEST_F(HyphenationTest, ThePlaceFurthestOnTheLineIsTaken) {
  // After the dash, or between syllables behind it.
  EXPECT_EQ(texts("январь–апрель\u00A0месяцы года", 1900),
            (Texts{"|январь–апрель\u00A0ме", "сяцы года"}));
  EXPECT_EQ(texts("научно-практическая школа", 1500), (Texts{"|научно-", "практическая", "школа"}));
}

TEST_F(HyphenationTest, SoftHyphensSayWhere) {
  EXPECT_EQ(texts("об ответст\u00ADвенности за это", 1700),
            (Texts{"|об ответст\u00AD", "венности за это"}));
}

TEST_F(HyphenationTest, TheLastWordIsNotDivided) {
  EXPECT_EQ(texts("об ответственности", 1800), (Texts{"|об", "ответственности"}));
}

TEST_F(HyphenationTest, AWordWiderThanTheLineIsDividedAnywhereButFirstBetweenSyllables) {
  EXPECT_EQ(texts("ответственности", 1000), (Texts{"|ответ", "ственно", "сти"}));
  EXPECT_TRUE(laid.diagnostics.all().empty());
  EXPECT_EQ(texts("ответственности", 300).size(), 9u);
}

TEST_F(HyphenationTest, NoMoreThanThreeHyphensInARow) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "ответственности ";
  const Texts seen = texts(text + "за", 2100);
  int row = 0, most = 0, all = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    row = endsWithHyphen(i) ? row + 1 : 0;
    all += endsWithHyphen(i);
    most = std::max(most, row);
  }
  EXPECT_EQ(most, 3);
  EXPECT_GT(all, 3);
}

TEST_F(HyphenationTest, MissingPatternsAreToldOnce) {
  text::Shaper shaper(test::library(), text::Kerning::pairs, "/nowhere/hyph.dic");
  Diagnostics diagnostics;
  const Limits limits;
  Context context(shaper, document, limits, nullptr, diagnostics);
  EXPECT_FALSE(context.canHyphenate());
  EXPECT_FALSE(context.canHyphenate());
  ASSERT_EQ(test::codes(diagnostics), (std::vector<std::string>{"N123"}));
  EXPECT_EQ(diagnostics.all()[0].arguments[0], "/nowhere/hyph.dic");
  EXPECT_FALSE(diagnostics.hasErrors());
}

}  // namespace
}  // namespace chancery::layout
