#include <gtest/gtest.h>

#include "base/file.h"
#include "format/format.h"
#include "support/reading.h"

// ГОСТ Р 7.0.97-2025: letterheads in the corner and along the sheet; QR codes in the margins.
namespace chancery::format {
namespace {

class CornerLetterhead : public ::testing::Test {
 protected:
  CornerLetterhead() {
    testing::ReadText text;
    readInto(text, readFile(std::string(CHANCERY_PROJECT_DIR) +
                                "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                            1 << 20));
    profile_ = readProfile(text.root, text.sources, text.diagnostics).value();
  }

  Document format(const std::string& content, const std::string& attributes = "") {
    testing::ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\"><part" + attributes + ">" + content +
                       "</part></document>");
    const document::Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(testing::codesOf(text.diagnostics), "");
    Diagnostics diagnostics;
    Document formatted = apply(document, profile_, {}, text.sources, diagnostics);
    codes_ = testing::codesOf(diagnostics);
    return formatted;
  }

  std::string blocksOf(const std::string& content) {
    const std::string dumped = dump(format(content));
    const std::size_t section = dumped.find("  section ");
    return dumped.substr(dumped.find('\n', section) + 1);
  }

  static const ParagraphStyle* findStyle(const Document& document, std::string_view id) {
    for (const ParagraphStyle& style : document.styles) {
      if (style.id == id) return &style;
    }
    return nullptr;
  }

  Profile profile_;
  std::string codes_;
};

constexpr char kHead[] =
    "<access><text>ДСП</text></access><form-code>02</form-code>"
    "<letterhead form=\"corner\"><organisation>ШКОЛА</organisation></letterhead><kind>ПРИКАЗ</kind>"
    "<registration><date/><number>84</number></registration><reply-to/><place>г. Озёрный</place>"
    "<control/><addressee><post>Главе</post></addressee><stamps><approved><name>А</name></approved>"
    "<approved-by><text>приказом</text></approved-by></stamps><title>О школе</title><kind>Письмо</kind>";

TEST_F(CornerLetterhead, WhatStandsAtTheHeadIsSetInTwoColumns) {
  EXPECT_EQ(blocksOf(kHead),
            "    table 0 side-by-side 80.00mm 10.00mm 1*\n"
            "      row keep-next\n"
            "        cell\n"
            "          Letterhead center \"ШКОЛА\"\n"
            "          DocumentKind center \"ПРИКАЗ\"\n"
            "          RegistrationDate center \"«___» _________ 20__ г.\" \" \" \"№ \" \"84\"\n"
            "          ReplyTo center \"На № \" \"__________\" \" от\u00a0\" \"______________\"\n"
            "          Place center \"г. Озёрный\"\n"
            "        cell\n"
            "        cell\n"
            "          AccessInCell \"ДСП\"\n"
            "          FormCode \"Форма по ОКУД\u00a0\" \"02\"\n"
            "          Control \"Контроль\"\n"
            "          AddresseeInCell \"Главе\"\n"
            "          Approved \"УТВЕРЖДАЮ\" \"\\n________________ \" \"А\" \"\\n«___» _________ 20__ г.\"\n"
            "          ApprovedByInCell \"УТВЕРЖДЕНО\" \"\\nприказом\"\n"
            "    CornerTitle heading1 \"О школе\"\n"
            "    DocumentKind \"Письмо\"\n");
}

TEST_F(CornerLetterhead, StylesFillTheirCellAndTheTitleIsNoWiderThanTheBlock) {
  const Document document = format(kHead);
  const ParagraphStyle* addressee = findStyle(document, "AddresseeInCell");
  ASSERT_TRUE(addressee);
  EXPECT_EQ(addressee->left, Length());
  EXPECT_EQ(addressee->right, Length());
  EXPECT_EQ(addressee->name, "Адресат (в блоке)");
  const ParagraphStyle* title = findStyle(document, "CornerTitle");
  ASSERT_TRUE(title);
  EXPECT_EQ(title->right, Length::mm(90));
  EXPECT_EQ(title->align, Align::left);
  EXPECT_EQ(title->outlineLevel, 1);
}

TEST_F(CornerLetterhead, AStampOfAgreementStaysUnderTheLetterhead) {
  const std::string blocks =
      blocksOf("<letterhead form=\"corner\"><line>А</line></letterhead>"
               "<stamps><agreed><name>Б</name></agreed><approved><name>В</name></approved></stamps>");
  EXPECT_TRUE(blocks.starts_with("    table 0 side-by-side 80.00mm 10.00mm 1*\n      row keep-next\n        cell\n"
                                 "          Letterhead center \"А\"\n        cell\n        cell\n"
                                 "    table 1 side-by-side 80.00mm 1* 80.00mm\n"))
      << blocks;
}

TEST_F(CornerLetterhead, TheProfileSaysWhichIsUsual) {
  profile_.letterhead.corner = true;
  profile_.letterhead.cornerAlign = Align::left;
  profile_.letterhead.cornerWidth = Length::mm(70);
  profile_.letterhead.cornerGap = Length::mm(15);
  EXPECT_EQ(blocksOf("<letterhead><line>А</line></letterhead>"),
            "    table 0 side-by-side 70.00mm 15.00mm 1*\n      row keep-next\n        cell\n"
            "          Letterhead left \"А\"\n        cell\n        cell\n");
  EXPECT_EQ(blocksOf("<letterhead form=\"longitudinal\"><line>А</line></letterhead><title>Б</title>"),
            "    Letterhead \"А\"\n    DocumentTitle heading1 \"Б\"\n");
  EXPECT_EQ(blocksOf("<title>Б</title>"), "    DocumentTitle heading1 \"Б\"\n");
}

TEST_F(CornerLetterhead, ANarrowSheetIsHalved) {
  profile_.pageWidth = Length::mm(148);
  const Document document = format("<letterhead form=\"corner\"><line>А</line></letterhead>");
  EXPECT_EQ(std::get<Table>(document.sections[0].blocks[0]).columns[0].fixed, Length::mm(54));
}

using QrCode = CornerLetterhead;

TEST_F(QrCode, StandsInTheBottomMarginAtTheRight) {
  const Document document = format("<p>а</p><qr-code>https://ozerny.example/217</qr-code>");
  const Section& section = document.sections[0];
  EXPECT_EQ(section.blocks.size(), 1u);
  ASSERT_EQ(section.placed.size(), 1u);
  EXPECT_EQ(section.placed[0].object, 0);
  EXPECT_EQ(section.placed[0].x, Length::mm(185));
  EXPECT_EQ(section.placed[0].y, Length::mm(277));
  const Object& object = document.objects.at(0);
  EXPECT_EQ(object.width, Length::mm(15));
  EXPECT_EQ(object.height, Length::mm(15));
  EXPECT_EQ(object.alternative, "QR-код: https://ozerny.example/217");
  EXPECT_FALSE(object.decorative);
}

TEST_F(QrCode, StandsInTheTopMarginWhereAskedOrWhereItFits) {
  EXPECT_EQ(format("<qr-code position=\"top\">а</qr-code><p>б</p>").sections[0].placed.at(0).y, Length::mm(5));
  profile_.bottom = Length::mm(14);
  EXPECT_EQ(format("<qr-code>а</qr-code><p>б</p>").sections[0].placed.at(0).y, Length::mm(5));
  profile_.bottom = Length::mm(15);
  EXPECT_EQ(format("<qr-code>а</qr-code><p>б</p>").sections[0].placed.at(0).y, Length::mm(282));
  profile_.top = Length::mm(14);
  EXPECT_EQ(format("<qr-code position=\"top\">а</qr-code><p>б</p>").sections[0].placed.at(0).y, Length::mm(282));
}

TEST_F(QrCode, StandsInALineWhereAskedOrWhereNoMarginHoldsIt) {
  const Document document = format("<qr-code position=\"line\" alt=\"Адрес\">а</qr-code>");
  EXPECT_TRUE(document.sections[0].placed.empty());
  const auto& paragraph = std::get<Paragraph>(document.sections[0].blocks.at(0));
  EXPECT_EQ(document.styles[static_cast<std::size_t>(paragraph.style)].id, "QrCode");
  EXPECT_EQ(paragraph.runs.at(0).field, Run::Field::object);
  EXPECT_EQ(document.objects.at(0).alternative, "Адрес");
  profile_.qrCode.size = Length::mm(21);
  EXPECT_EQ(format("<qr-code>а</qr-code>").sections[0].blocks.size(), 1u);
  profile_.qrCode.size = Length::mm(15);
  profile_.qrCode.place = QrCodeLook::Place::line;
  EXPECT_EQ(format("<qr-code>а</qr-code>").sections[0].blocks.size(), 1u);
  EXPECT_EQ(format("<qr-code position=\"bottom\">а</qr-code><p>б</p>").sections[0].placed.size(), 1u);
}

TEST_F(QrCode, TooLongATextIsTold) {
  const Document document = format("<qr-code>" + std::string(3000, 'x') + "</qr-code>");
  EXPECT_EQ(codes_, "F122 1:47\n");
  EXPECT_TRUE(document.objects.empty());
}

}  // namespace
}  // namespace chancery::format
