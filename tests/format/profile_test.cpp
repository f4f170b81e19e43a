#include "format/profile.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/reading.h"

namespace chancery::format {
namespace {

using testing::codesOf;

std::string gostText() {
  return readFile(std::string(CHANCERY_PROJECT_DIR) +
                      "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                  1 << 20);
}

/// The ready-made profile with one piece replaced.
testing::ReadText changed(const std::string& from, const std::string& to) {
  std::string text = gostText();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  testing::ReadText read;
  readInto(read, text);
  return read;
}

std::string errorsAfter(const std::string& from, const std::string& to) {
  testing::ReadText text = changed(from, to);
  const auto profile = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(profile.has_value(), !text.diagnostics.hasErrors());
  std::string codes;
  for (const Diagnostic& d : text.diagnostics.all()) codes += std::string(d.message->code) + ' ';
  return codes;
}

Profile gost() {
  testing::ReadText text;
  readInto(text, gostText());
  auto profile = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(codesOf(text.diagnostics), "");
  return profile.value();
}

TEST(ParseLength, UnitsAndLimits) {
  EXPECT_EQ(parseLength("30mm"), Length::mm(30));
  EXPECT_EQ(parseLength("1.25cm"), Length::mm(12.5));
  EXPECT_EQ(parseLength("14pt"), Length::pt(14));
  EXPECT_EQ(parseLength("-5mm"), Length::mm(-5));
  EXPECT_EQ(parseLength("0"), Length());
  EXPECT_EQ(parseLength("1000mm"), Length::mm(1000));
  for (const char* wrong : {"", "mm", "5", "5 mm", "5km", "1001mm", "-1001mm", "1e3mm", "nanmm"}) {
    EXPECT_FALSE(parseLength(wrong)) << wrong;
  }
}

TEST(Profile, FiguresOfTheStandard) {
  const Profile profile = gost();
  EXPECT_EQ(profile.id, "gost-7.0.97-2025");
  EXPECT_EQ(profile.language, "ru-RU");
  EXPECT_EQ(profile.pageWidth, Length::mm(210));
  EXPECT_EQ(profile.pageHeight, Length::mm(297));
  EXPECT_EQ(profile.left, Length::mm(30));
  EXPECT_EQ(profile.right, Length::mm(10));
  EXPECT_EQ(profile.top, Length::mm(20));
  EXPECT_EQ(profile.bottom, Length::mm(20));
  EXPECT_TRUE(profile.rotateLandscape);
  EXPECT_EQ(profile.numberPagesFrom, 2);
  EXPECT_FALSE(profile.restartInAppendices);
  EXPECT_EQ(profile.pageNumberOffset, Length::mm(10));
  const StyleLook& text = profile.look(StyleName::text);
  EXPECT_EQ(text.text.family, "Times New Roman");
  EXPECT_EQ(text.text.pdfFamily, "Tinos");
  EXPECT_EQ(text.text.size, Length::pt(14));
  EXPECT_EQ(text.align, Align::justify);
  EXPECT_EQ(text.firstLine, Length::mm(12.5));
  EXPECT_EQ(text.spacing.multiple240, 240);
  const StyleLook& title = profile.look(StyleName::title);
  EXPECT_EQ(title.width, Length::mm(120));
  EXPECT_TRUE(title.text.bold);
  EXPECT_TRUE(title.keepWithNext);
  EXPECT_EQ(title.align, Align::center);
  EXPECT_TRUE(profile.look(StyleName::approvedBy).atRight);
  EXPECT_EQ(profile.list("clauses").levels.size(), 4u);
  EXPECT_EQ(profile.list("number").levels[1].left, Length::mm(6));
  EXPECT_EQ(profile.keepLinesWithSignature, 3);
  EXPECT_EQ(profile.signatureNameWidth, Length::mm(60));
  EXPECT_EQ(profile.tableBorder, Length::pt(0.5));
  EXPECT_EQ(profile.tablePaddingX, Length::mm(1.5));
  EXPECT_EQ(profile.tablePaddingY, Length::mm(0.5));
  EXPECT_FALSE(profile.splitRows);
  EXPECT_EQ(profile.numberSign, "№ ");
  EXPECT_EQ(profile.approvedCaption, "УТВЕРЖДАЮ");
  EXPECT_TRUE(profile.typography.initials);
}

TEST(Profile, SwitchesAreRead) {
  testing::ReadText text = changed("rows=\"whole\"", "rows=\"split\"");
  EXPECT_TRUE(readProfile(text.root, text.sources, text.diagnostics)->splitRows);
  text = changed("appendices=\"continue\"", "appendices=\"restart\"");
  EXPECT_TRUE(readProfile(text.root, text.sources, text.diagnostics)->restartInAppendices);
  text = changed("initials=\"yes\"", "initials=\"no\"");
  EXPECT_FALSE(
      readProfile(text.root, text.sources, text.diagnostics)->typography.initials);
  text = changed("<style name=\"text\"", "<style name=\"text\" hyphenate=\"yes\"");
  auto profile = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_TRUE(profile->look(StyleName::text).hyphenate);
  EXPECT_FALSE(profile->look(StyleName::clause).hyphenate);
  text = changed("line-spacing=\"1\"", "line-spacing=\"1.15\"");
  EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)
                ->look(StyleName::text).spacing.multiple240, 276);
  text = changed("landscape=\"rotate-binding-edge\"", "landscape=\"same-margins\"");
  EXPECT_FALSE(readProfile(text.root, text.sources, text.diagnostics)->rotateLandscape);
  text = changed("size=\"A4\"", "size=\"A5\"");
  EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)->pageWidth, Length::mm(148));
  text = changed("from=\"2\"", "from=\"1\"");
  EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)->numberPagesFrom, 1);
}

TEST(Profile, EveryRuleOfTypographyHasItsSwitch) {
  for (const auto& [name, rule] : lang::kTypographyRules) {
    const bool usual = lang::TypographyRules{}.*rule;
    EXPECT_EQ(gost().typography.*rule, usual) << name;
    const std::string yes = std::string(name) + "=\"yes\"", no = std::string(name) + "=\"no\"";
    testing::ReadText text = usual ? changed(yes, no) : changed(no, yes);
    const auto profile = readProfile(text.root, text.sources, text.diagnostics);
    ASSERT_TRUE(profile) << name;
    for (const auto& [other, one] : lang::kTypographyRules) {
      EXPECT_EQ(profile->typography.*one, (lang::TypographyRules{}.*one) != (other == name)) << name;
    }
    text = changed(usual ? yes : no, "");
    EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)->typography.*rule, usual);
  }
}

TEST(Profile, FiguresAndWordsOfRequisites) {
  const Profile profile = gost();
  EXPECT_FALSE(profile.letterhead.corner);
  EXPECT_EQ(profile.letterhead.cornerWidth, Length::mm(80));
  EXPECT_EQ(profile.letterhead.cornerGap, Length::mm(10));
  EXPECT_EQ(profile.letterhead.cornerAlign, Align::center);
  EXPECT_EQ(profile.letterhead.pictureHeight, Length::mm(17));
  EXPECT_EQ(profile.stampWidth, Length::mm(80));
  EXPECT_EQ(profile.stampGap, Length::mm(5));
  EXPECT_EQ(profile.charactersOfLine, 60);
  EXPECT_EQ(profile.dateFormat, "d MMMM yyyy 'г.'");
  EXPECT_EQ(profile.electronicSignature.width, Length::mm(70));
  EXPECT_EQ(profile.electronicSignature.nameWidth, Length::mm(42));
  EXPECT_EQ(profile.electronicSignature.title, "Документ подписан\nэлектронной подписью");
  EXPECT_EQ(profile.electronicSignature.dateFormat, "dd.MM.yyyy");
  EXPECT_EQ(profile.words.of, "от\u00a0");
  EXPECT_EQ(profile.words.inn, "ИНН/КПП\u00a0%1");
  EXPECT_EQ(profile.qrCode.size, Length::mm(15));
  EXPECT_EQ(profile.qrCode.place, QrCodeLook::Place::bottom);
}

TEST(Profile, ElementsOfRequisitesMayBeLeftOut) {
  std::string text = gostText();
  for (const char* name : {"letterhead", "electronic-signature", "marks", "qr-code"}) {
    const std::size_t at = text.find(std::string("<") + name + ' ');
    text.erase(at, text.find("/>", at) + 2 - at);
  }
  for (const char* name : {"picture", "addressee", "corner-title", "visa"}) {
    const std::size_t at = text.find(std::string("<style name=\"") + name + '"');
    text.erase(at, text.find("/>", at) + 2 - at);
  }
  testing::ReadText read;
  readInto(read, text);
  const auto profile = readProfile(read.root, read.sources, read.diagnostics);
  ASSERT_TRUE(profile) << codesOf(read.diagnostics);
  EXPECT_EQ(profile->words.seal, "М.П.");
  EXPECT_EQ(profile->words.enclosures, "Приложение:");
  EXPECT_EQ(profile->letterhead.cornerWidth, Length::mm(80));
  // A style that is left out looks like another one.
  EXPECT_EQ(profile->look(StyleName::addressee).width, Length::mm(80));
  EXPECT_TRUE(profile->look(StyleName::addressee).atRight);
  EXPECT_TRUE(profile->look(StyleName::picture).text.bold);
  EXPECT_EQ(profile->look(StyleName::cornerTitle).width, Length::mm(120));
  EXPECT_EQ(profile->look(StyleName::visa).before, Length());
}

TEST(Profile, EveryWordOfAMarkIsRead) {
  for (const char* name :
       {"form-code", "copy-number", "phone", "email", "okpo", "ogrn", "inn", "of", "reply",
        "reply-number-blank", "reply-date-blank", "enclosures", "sheets", "copies", "seal", "copy",
        "receipt", "due", "control", "filing", "qr-code"}) {
    std::string text = gostText();
    const std::size_t marks = text.find("<marks ");
    const std::size_t at = text.find(std::string(1, ' ') + name + "=\"", marks) == std::string::npos
                               ? text.find(std::string(name) + "=\"", marks)
                               : text.find(std::string(1, ' ') + name + "=\"", marks) + 1;
    const std::size_t from = at + std::string(name).size() + 2;
    text.replace(from, text.find('"', from) - from, "слово %1");
    testing::ReadText read;
    readInto(read, text);
    const auto profile = readProfile(read.root, read.sources, read.diagnostics);
    ASSERT_TRUE(profile) << name;
    const MarkWords& w = profile->words;
    int changed = 0;
    for (const std::string* word :
         {&w.formCode, &w.copyNumber, &w.phone, &w.email, &w.okpo, &w.ogrn, &w.inn, &w.of, &w.reply,
          &w.replyNumberBlank, &w.replyDateBlank, &w.enclosures, &w.sheets, &w.copies, &w.seal,
          &w.copy, &w.receipt, &w.due, &w.control, &w.filing, &w.qrCode}) {
      changed += *word == "слово %1";
    }
    EXPECT_EQ(changed, 1) << name;
  }
}

TEST(Profile, SwitchesOfRequisitesAreRead) {
  testing::ReadText text = changed("<letterhead form=\"longitudinal\"", "<letterhead form=\"corner\"");
  EXPECT_TRUE(readProfile(text.root, text.sources, text.diagnostics)->letterhead.corner);
  text = changed("corner-align=\"center\"", "corner-align=\"left\"");
  EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)->letterhead.cornerAlign, Align::left);
  text = changed("<qr-code size=\"15mm\" position=\"bottom\"", "<qr-code size=\"20mm\" position=\"line\"");
  EXPECT_EQ(readProfile(text.root, text.sources, text.diagnostics)->qrCode.place, QrCodeLook::Place::line);
  text = changed("<qr-code size=\"15mm\" position=\"bottom\"", "<qr-code size=\"20mm\" position=\"top\"");
  const auto profile = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(profile->qrCode.place, QrCodeLook::Place::top);
  EXPECT_EQ(profile->qrCode.size, Length::mm(20));
  text = changed("border=\"0.5pt\" padding=\"1.5mm\"", "border=\"1pt\" padding=\"2mm\"");
  const auto framed = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(framed->electronicSignature.border, Length::pt(1));
  EXPECT_EQ(framed->electronicSignature.padding, Length::mm(2));
}

TEST(Profile, AFamilyOfItsOwnIsUsedInPdfToo) {
  testing::ReadText text = changed("name=\"executor\"", "name=\"executor\" family=\"PT Sans\"");
  const auto profile = readProfile(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(profile->look(StyleName::executor).text.pdfFamily, "PT Sans");
}

// Ten broken profiles: each error is placed and explained, and nothing is made.
TEST(BrokenProfile, UnknownElement) {
  testing::ReadText text = changed("<typography", "<typografy");
  EXPECT_FALSE(readProfile(text.root, text.sources, text.diagnostics));
  ASSERT_EQ(text.diagnostics.all().size(), 1u);
  const Diagnostic& d = text.diagnostics.all()[0];
  EXPECT_EQ(d.message->code, "F101");
  EXPECT_GT(d.place.line, 10);
  EXPECT_EQ(d.place.column, 3);
  EXPECT_EQ(d.hintText(Language::russian), "возможно, вы имели в виду «typography»");
}
TEST(BrokenProfile, UnknownAttribute) { EXPECT_EQ(errorsAfter("offset=", "ofset="), "F102 "); }
TEST(BrokenProfile, BadLength) { EXPECT_EQ(errorsAfter("left=\"30mm\"", "left=\"30 mm\""), "F103 "); }
TEST(BrokenProfile, NegativeMargin) { EXPECT_EQ(errorsAfter("right=\"10mm\"", "right=\"-10mm\""), "F103 "); }
TEST(BrokenProfile, MissingElement) { EXPECT_EQ(errorsAfter("<font family=\"Times New Roman\" pdf=\"Tinos\" size=\"14pt\"/>", ""), "F104 "); }
TEST(BrokenProfile, MissingAttribute) { EXPECT_EQ(errorsAfter("top=\"20mm\" ", ""), "F105 "); }
TEST(BrokenProfile, UnknownStyle) { EXPECT_EQ(errorsAfter("style name=\"place\"", "style name=\"plase\""), "F106 F104 "); }
TEST(BrokenProfile, UnknownList) { EXPECT_EQ(errorsAfter("list name=\"dash\"", "list name=\"dashes\""), "F107 F104 "); }
TEST(BrokenProfile, MarginsTakeThePage) { EXPECT_EQ(errorsAfter("left=\"30mm\"", "left=\"181mm\""), "F108 "); }
TEST(BrokenProfile, StyleTwice) { EXPECT_EQ(errorsAfter("style name=\"place\"", "style name=\"kind\""), "F110 F104 "); }
TEST(BrokenProfile, YesOrNo) { EXPECT_EQ(errorsAfter("bold=\"yes\"", "bold=\"да\""), "F103 "); }
TEST(BrokenProfile, PatternWithoutItsOwnNumber) { EXPECT_EQ(errorsAfter("%1.%2.\"", "%1.%3.\""), "F103 "); }
TEST(BrokenProfile, SpacingOutOfRange) { EXPECT_EQ(errorsAfter("line-spacing=\"1\"", "line-spacing=\"9\""), "F103 "); }
TEST(BrokenProfile, WordsWithoutTheirPlace) { EXPECT_EQ(errorsAfter("due=\"Срок: %1\"", "due=\"Срок\""), "F103 "); }
TEST(BrokenProfile, WordsWithAPlaceTooMany) { EXPECT_EQ(errorsAfter("due=\"Срок: %1\"", "due=\"Срок: %1 %2\""), "F103 "); }
TEST(BrokenProfile, WordsWithALonePercentSign) { EXPECT_EQ(errorsAfter("due=\"Срок: %1\"", "due=\"Срок: %1 %\""), "F103 "); }
TEST(BrokenProfile, TwoPlacesAreNeeded) { EXPECT_EQ(errorsAfter("с&#160;%1 по&#160;%2", "с&#160;%1"), "F103 "); }
TEST(BrokenProfile, DateFormatOfNoMeaning) { EXPECT_EQ(errorsAfter("date-format=\"d MMMM yyyy 'г.'\"", "date-format=\"d Q\""), "F103 "); }
TEST(BrokenProfile, DateFormatEmpty) { EXPECT_EQ(errorsAfter("date-format=\"dd.MM.yyyy\"", "date-format=\"\""), "F103 "); }
TEST(BrokenProfile, NegativeWidth) { EXPECT_EQ(errorsAfter("corner-width=\"80mm\"", "corner-width=\"-80mm\""), "F103 "); }
TEST(BrokenProfile, FormOfNoLetterhead) { EXPECT_EQ(errorsAfter("<letterhead form=\"longitudinal\"", "<letterhead form=\"square\""), "F103 "); }
TEST(BrokenProfile, UnknownMark) { EXPECT_EQ(errorsAfter("seal=\"М.П.\"", "stamp=\"М.П.\""), "F102 "); }
TEST(BrokenProfile, MarksTwice) { EXPECT_EQ(errorsAfter("<qr-code size", "<marks/><qr-code size"), "F110 "); }
TEST(BrokenProfile, HintsTellWhatWordsNeed) {
  testing::ReadText text = changed("due=\"Срок: %1\"", "due=\"Срок\"");
  readProfile(text.root, text.sources, text.diagnostics);
  ASSERT_EQ(text.diagnostics.all().size(), 1u);
  EXPECT_EQ(text.diagnostics.all()[0].hintText(Language::english),
            "the words must have a place for what the document gives: %1");
}
TEST(BrokenProfile, EmptyList) {
  EXPECT_EQ(errorsAfter("<level pattern=\"•\"/> <level pattern=\"•\" left=\"6mm\"/> "
                        "<level pattern=\"•\" left=\"12mm\"/>", ""),
            "F104 ");
}
TEST(BrokenProfile, AllErrorsOfAFileAtOnce) {
  testing::ReadText text;
  readInto(text, "<profile xmlns=\"urn:chancery:profile\"><page size=\"A9\" left=\"x\"/></profile>");
  EXPECT_FALSE(readProfile(text.root, text.sources, text.diagnostics));
  EXPECT_GT(text.diagnostics.errorCount(), 40u);  // each style and list that is missing, and more
}
TEST(BrokenProfile, NoProfileAtAll) {
  testing::ReadText text;
  readInto(text, "<workflow/>");
  EXPECT_FALSE(readProfile(text.root, text.sources, text.diagnostics));
  EXPECT_EQ(codesOf(text.diagnostics), "F101 1:1\n");
}

}  // namespace
}  // namespace chancery::format
