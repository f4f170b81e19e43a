#include "docx/properties.h"

#include <gtest/gtest.h>

namespace chancery::docx {
namespace {

using format::Align;
using format::LineSpacing;
using format::ParagraphStyle;
using format::TextStyle;

const TextStyle kBase{"Times New Roman", "Tinos", Length::pt(14), false, false, false, Length()};

std::string runs(const TextStyle& style, const TextStyle& base = kBase) {
  Markup out;
  appendRunProperties(out, style, base);
  return out.take();
}
std::string paragraphs(const ParagraphStyle& style, const ParagraphStyle& base = {}) {
  Markup out;
  appendParagraphProperties(out, style, base);
  return out.take();
}
template <typename Change>
std::string changedRun(Change change) {
  TextStyle style = kBase;
  change(style);
  return runs(style);
}
template <typename Change>
std::string changed(Change change) {
  ParagraphStyle style;
  change(style);
  return paragraphs(style);
}

TEST(DocxRunProperties, SayNothingWhereNothingDiffers) {
  EXPECT_EQ(runs(kBase), "");
  // What PDF uses for a family is no concern of DOCX.
  EXPECT_EQ(changedRun([](TextStyle& s) { s.pdfFamily = "PT Serif"; }), "");
}

TEST(DocxRunProperties, SayEveryDifference) {
  EXPECT_EQ(changedRun([](TextStyle& s) { s.family = "PT Sans"; }),
            "<w:rFonts w:ascii=\"PT Sans\" w:hAnsi=\"PT Sans\" w:eastAsia=\"PT Sans\" "
            "w:cs=\"PT Sans\"/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.bold = true; }), "<w:b/><w:bCs/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.italic = true; }), "<w:i/><w:iCs/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.underline = true; }), "<w:u w:val=\"single\"/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.letterSpacing = Length::pt(-1.5); }),
            "<w:spacing w:val=\"-30\"/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.size = Length::pt(10.5); }),
            "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>");
}

TEST(DocxRunProperties, SwitchOffWhatTheBaseSwitchesOn) {
  TextStyle base = kBase;
  base.bold = base.italic = base.underline = true;
  EXPECT_EQ(runs(kBase, base),
            "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>"
            "<w:u w:val=\"none\"/>");
}

TEST(DocxRunProperties, RoundSizesToHalfPoints) {
  EXPECT_EQ(changedRun([](TextStyle& s) { s.size = Length::pt(12.2); }),
            "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
  EXPECT_EQ(changedRun([](TextStyle& s) { s.size = Length::pt(12.25); }),
            "<w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>");
}

TEST(DocxParagraphProperties, SayNothingWhereNothingDiffers) {
  EXPECT_EQ(changed([](ParagraphStyle&) {}), "");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.spacing.length = Length::pt(3); }), "");
}

TEST(DocxParagraphProperties, SayKeeps) {
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.keepWithNext = true; }), "<w:keepNext/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.keepLines = true; }), "<w:keepLines/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.widowControl = false; }),
            "<w:widowControl w:val=\"0\"/>");
}

TEST(DocxParagraphProperties, SaySpacing) {
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.before = Length::pt(6); }),
            "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.after = Length::pt(6); }),
            "<w:spacing w:before=\"0\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.spacing.multiple240 = 276; }),
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"276\" w:lineRule=\"auto\"/>");
  const auto spaced = [](LineSpacing::Rule rule) {
    return changed([rule](ParagraphStyle& s) { s.spacing = {rule, 240, Length::pt(18)}; });
  };
  EXPECT_EQ(spaced(LineSpacing::Rule::atLeast),
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"360\" w:lineRule=\"atLeast\"/>");
  EXPECT_EQ(spaced(LineSpacing::Rule::exact),
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"360\" w:lineRule=\"exact\"/>");
}

TEST(DocxParagraphProperties, CompareExactHeights) {
  ParagraphStyle base, style;
  base.spacing = style.spacing = {LineSpacing::Rule::exact, 240, Length::pt(18)};
  style.spacing.multiple240 = 360;
  EXPECT_EQ(paragraphs(style, base), "");
  style.spacing.length = Length::pt(19);
  EXPECT_NE(paragraphs(style, base), "");
}

TEST(DocxParagraphProperties, SayIndents) {
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.left = Length::mm(10); }),
            "<w:ind w:left=\"567\" w:right=\"0\" w:firstLine=\"0\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.right = Length::mm(10); }),
            "<w:ind w:left=\"0\" w:right=\"567\" w:firstLine=\"0\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.firstLine = Length::mm(12.5); }),
            "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"709\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.firstLine = Length::mm(-12.5); }),
            "<w:ind w:left=\"0\" w:right=\"0\" w:hanging=\"709\"/>");
}

TEST(DocxParagraphProperties, SayAlignmentAndLevel) {
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.align = Align::right; }), "<w:jc w:val=\"right\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.align = Align::center; }),
            "<w:jc w:val=\"center\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.align = Align::justify; }), "<w:jc w:val=\"both\"/>");
  ParagraphStyle base;
  base.align = Align::justify;
  base.outlineLevel = 2;
  EXPECT_EQ(paragraphs({}, base), "<w:jc w:val=\"left\"/><w:outlineLvl w:val=\"9\"/>");
  EXPECT_EQ(changed([](ParagraphStyle& s) { s.outlineLevel = 1; }), "<w:outlineLvl w:val=\"0\"/>");
}

TEST(DocxNumberingIndents, LeaveTheRightSideToTheStyle) {
  Markup out;
  appendNumberingIndents(out, Length::mm(10), Length::mm(-10));
  EXPECT_EQ(out.view(), "<w:ind w:left=\"567\" w:hanging=\"567\"/>");
}

}  // namespace
}  // namespace chancery::docx
