#include <gtest/gtest.h>

#include "pdf/deflater.h"
#include "pdf/pdf_reader.h"
#include "pdf/tools.h"
#include "pdf/with_foreign.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::Json;
using pdf_test::PageBuilder;
using pdf_test::PdfObjects;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::ReadPdf;
using pdf_test::with;
using pdf_test::writeWith;

constexpr Moment kMoment{};

/// The form that stands for the foreign page.
struct ReadForm {
  explicit ReadForm(const pages::Pages& pages, Level level = Level::a2a)
      : written(writeWith(pages, level)), pdf(written.bytes), objects(pdf.objects) {
    const Json& page = objects.at(pdf.pages.at(1));
    const Json& forms = objects.get(objects.get(page, "/Resources"), "/XObject");
    reference = PdfObjects::text(forms["/P1"]);
    place = objects.streamOf(page, "/Contents");
  }
  const Json& dictionary() const { return objects.at(reference); }
  std::string content() const { return objects.streamAt(reference); }
  std::string numbers(const char* key) const {
    std::string result;
    for (const Json& number : objects.get(dictionary(), key).GetArray()) {
      char buffer[32];
      std::snprintf(buffer, sizeof buffer, "%g ", PdfObjects::number(number));
      result += buffer;
    }
    return result;
  }

  Written written;
  ReadPdf pdf;
  const PdfObjects& objects;
  std::string reference;
  std::string place;  ///< the content of our page
};

TEST(Foreign, APageBecomesAForm) {
  const ReadForm form(with(RawPage().file()));
  EXPECT_EQ(PdfObjects::text(form.dictionary(), "/Subtype"), "/Form");
  EXPECT_EQ(form.numbers("/BBox"), "0 0 200 100 ");
  EXPECT_EQ(form.numbers("/Matrix"), "1 0 0 1 0 0 ");
  EXPECT_EQ(form.content(),
            "0 0 1 rg\n10 10 50 20 re\nf\nBT\n/F0 12 Tf\n20 50 Td\n(Annex) Tj\nET\n");
  EXPECT_EQ(form.place, "/Figure<</MCID 0>>BDC\nq\n1 0 0 1 0 0 cm\n/P1 Do\nQ\nEMC\n");
  const Json& fonts = form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/Font");
  EXPECT_EQ(PdfObjects::text(form.objects.get(fonts, "/F0"), "/BaseFont"), "/Helvetica");
}

TEST(Foreign, TheFileIsSoundAndShowsTheText) {
  for (const Level level : {Level::a2a, Level::b1}) {
    const std::string pdf = writeWith(with(RawPage().file()), level).bytes;
    EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdftotext -raw {} -")), "Приказ Annex");
    pdf_test::runOn(pdf, "qpdf --check {}");
  }
}

TEST(Foreign, TheFigureStandsForThePage) {
  const ReadForm form(with(RawPage().file()));
  const auto& figure = form.pdf.elements.back();
  EXPECT_EQ(figure.type, "/Figure");
  EXPECT_EQ(PdfObjects::text(*figure.dictionary, "/Alt"), "Приложение: план здания");
  EXPECT_EQ(figure.content, (std::vector<std::pair<int, int>>{{1, 0}}));
  EXPECT_FALSE(form.objects.has(form.dictionary(), "/StructParents"));
}

TEST(Foreign, SameInputGivesSameBytes) {
  const pages::Pages pages = with(RawPage().file());
  const std::string first = writeWith(pages).bytes;
  EXPECT_EQ(writeWith(pages).bytes, first);
  EXPECT_EQ(writeWith(with(RawPage().file())).bytes, first);
}

TEST(Foreign, OwnMarksStandOnTop) {
  pages::Pages pages = with(RawPage().file());
  PageBuilder builder;
  builder.pages = pages;
  builder.text(pages::kArtifact, 10, 20, "Приложение № 2");
  const ReadForm form(builder.pages);
  EXPECT_LT(form.place.find("/P1 Do"), form.place.find("BT\n"));
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(form.written.bytes, "pdftotext -f 2 -raw {} -")),
            "Annex Приложение № 2");
}

// ---- Sizes ------------------------------------------------------------------------------------

TEST(Foreign, AnotherSizeIsScaledIntoTheMiddle) {
  EXPECT_NE(ReadForm(with(RawPage().file(), 0, 400, 400)).place.find("q\n2 0 0 2 0 100 cm\n"),
            std::string::npos);
  EXPECT_NE(ReadForm(with(RawPage().file(), 0, 300, 50)).place.find("q\n.5 0 0 .5 100 0 cm\n"),
            std::string::npos);
  EXPECT_NE(ReadForm(with(RawPage().file(), 0, 200.4, 99.6)).place.find("q\n1 0 0 1 .2 -.2 cm\n"),
            std::string::npos);
}

TEST(Foreign, TheCropBoxIsWhatIsSeen) {
  RawPage raw;
  raw.page = "/MediaBox[0 0 200 100]/CropBox[20 10 120 500]";
  const ReadForm form(with(raw.file(), 0, 100, 90));
  EXPECT_EQ(form.numbers("/BBox"), "20 10 120 100 ");
  EXPECT_EQ(form.numbers("/Matrix"), "1 0 0 1 -20 -10 ");
  EXPECT_NE(form.place.find("q\n1 0 0 1 0 0 cm\n"), std::string::npos);
}

TEST(Foreign, CornersMayBeSwapped) {
  RawPage raw;
  raw.page = "/MediaBox[200.5 100 10 0]";
  EXPECT_EQ(ReadForm(with(raw.file(), 0, 190.5, 100)).numbers("/BBox"), "10 0 200.5 100 ");
}

TEST(Foreign, TurnedPagesStandUpright) {
  const std::pair<int, const char*> turns[] = {
      {90, "0 -1 1 0 -10 220 "},  {180, "-1 0 0 -1 220 110 "}, {270, "0 1 -1 0 110 -20 "},
      {-90, "0 1 -1 0 110 -20 "}, {360, "1 0 0 1 -20 -10 "},   {450, "0 -1 1 0 -10 220 "}};
  for (const auto& [degrees, matrix] : turns) {
    RawPage raw;
    raw.page = "/MediaBox[20 10 220 110]/Rotate " + std::to_string(degrees);
    const bool isLying = degrees % 180 == 0;
    const ReadForm form(with(raw.file(), 0, isLying ? 200 : 100, isLying ? 100 : 200));
    EXPECT_EQ(form.numbers("/Matrix"), matrix) << degrees;
    EXPECT_NE(form.place.find("q\n1 0 0 1 0 0 cm\n"), std::string::npos) << degrees;
  }
}

TEST(Foreign, BoxesAndResourcesAreInherited) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox 6 0 R/Resources<</Font<</F9 5 0 R>>>>>>");
  raw.object("<</Type/Page/Parent 2 0 R/Contents[4 0 R 4 0 R]>>");
  raw.stream("", "/F9 1 Tf");
  raw.object("<</Type/Font/Subtype/Type1/BaseFont/Courier>>");
  raw.object("[0 0 200 100]");
  const ReadForm form(with(raw.file()));
  EXPECT_EQ(form.numbers("/BBox"), "0 0 200 100 ");
  EXPECT_EQ(form.content(), "/F9 1 Tf\n/F9 1 Tf\n");
  const Json& fonts = form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/Font");
  EXPECT_TRUE(form.objects.has(fonts, "/F9"));
}

TEST(Foreign, PagesMayBeEmpty) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
  raw.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>");
  EXPECT_EQ(ReadForm(with(raw.file())).content(), "");
}

// ---- What comes along -------------------------------------------------------------------------

TEST(Foreign, EveryKindOfValueIsCopied) {
  RawPage raw;
  raw.resources =
      "/ExtGState<</G0<</A true/B false/C null/D -7/E 1.25/F -.5/G(t\\)x)/H<00FF41>/I/N#20m"
      "/J[1[2]<</K/L>>]/M<FEFF0416>>>>>";
  const ReadForm form(with(raw.file()));
  const Json& state = form.objects.get(
      form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/ExtGState"), "/G0");
  EXPECT_TRUE(state["/A"].GetBool());
  EXPECT_FALSE(state["/B"].GetBool());
  EXPECT_EQ(state["/D"].GetInt(), -7);
  EXPECT_EQ(PdfObjects::number(state["/E"]), 1.25);
  EXPECT_EQ(PdfObjects::number(state["/F"]), -0.5);
  EXPECT_EQ(PdfObjects::text(state, "/G"), "t)x");
  EXPECT_EQ(std::string(state["/H"].GetString()), "b:00ff41");
  EXPECT_EQ(PdfObjects::text(state, "/I"), "/N m");
  EXPECT_EQ(state["/J"].Size(), 3u);
  EXPECT_EQ(PdfObjects::text(state, "/M"), "Ж");
}

TEST(Foreign, StreamsAreCopiedByteByByte) {
  RawPage raw;
  raw.resources = "/XObject<</Im 7 0 R>>";
  RawPdf pdf = raw.pdf();
  pdf.stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
      "/Filter/ASCIIHexDecode/StructParent 4/Metadata 6 0 R/OC 1 0 R",
      "00 ff>");
  const ReadForm form(with(pdf.file()));
  const Json& images =
      form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/XObject");
  const Json& image = form.objects.get(images, "/Im");
  EXPECT_EQ(image["/Width"].GetInt(), 2);
  for (const char* key : {"/StructParent", "/Metadata", "/OC"}) {
    EXPECT_FALSE(form.objects.has(image, key)) << key;
  }
  EXPECT_NE(form.written.bytes.find("stream\n00 ff>\nendstream"), std::string::npos);
}

TEST(Foreign, ContentMayBePackedInManyWays) {
  const auto contentOf = [](const std::string& filter, const std::string& packed) {
    RawPdf raw;
    raw.object("<</Type/Catalog/Pages 2 0 R>>");
    raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    raw.object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 200 100]>>");
    raw.stream("/Filter" + filter, packed);
    return ReadForm(with(raw.file())).content();
  };
  EXPECT_EQ(contentOf("/ASCIIHexDecode", "30 20 67>67"), "0 g\n");
  EXPECT_EQ(contentOf("/ASCIIHexDecode", "3a2 "), ": ");
  EXPECT_EQ(contentOf("/ASCII85Decode", "0Hb!~>"), "0 g\n");
  EXPECT_EQ(contentOf("/RunLengthDecode", std::string("\x02"
                                                      "0 g\xFF \x80!",
                                                      7)),
            "0 g\n");
  EXPECT_EQ(contentOf("[/RunLengthDecode]", std::string("\x02"
                                                        "0 g\xFE \x02  f",
                                                        10)),
            "0 g\nf\n");
  Deflater deflater;
  EXPECT_EQ(contentOf("/FlateDecode", deflater.deflate("0 g")), "0 g\n");
  EXPECT_EQ(contentOf("[/ASCII85Decode/FlateDecode]", "GapQd8-]+q3WQY~>"), "0 g\n");
  EXPECT_EQ(contentOf("[/ASCIIHexDecode/ASCIIHexDecode]", "33 30 32 30 36 37 3E>"), "0 g\n");
}

TEST(Foreign, UnitsMayBeLarger) {
  RawPage raw;
  raw.page = "/MediaBox[0 0 200 100]/UserUnit 2/Rotate 90";
  const ReadForm form(with(raw.file(), 0, 200, 400));
  EXPECT_EQ(form.numbers("/BBox"), "0 0 200 100 ");
  EXPECT_EQ(form.numbers("/Matrix"), "0 -2 2 0 0 400 ");
  EXPECT_NE(form.place.find("q\n1 0 0 1 0 0 cm\n"), std::string::npos);
}

TEST(Foreign, InnerFormsLoseTheirTagsToo) {
  RawPage raw;
  raw.resources = "/XObject<</Fm 7 0 R>>/Properties<</MC0<</MCID 9>>>>";
  raw.content = "/Fm Do";
  RawPdf pdf = raw.pdf();
  pdf.stream(
      "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 3/Group<</S/Transparency>>"
      "/Resources 8 0 R",
      "/P<</MCID 0>>BDC 0 0 9 9 re f EMC");
  pdf.object("<</Properties<</MC1<</MCID 9>>>>/Font<</F7 5 0 R>>>>");
  const ReadForm form(with(pdf.file()));
  const Json& resources = form.objects.get(form.dictionary(), "/Resources");
  EXPECT_FALSE(form.objects.has(resources, "/Properties"));
  const std::string inner = PdfObjects::text(form.objects.get(resources, "/XObject"), "/Fm");
  EXPECT_EQ(form.objects.streamAt(inner), "0 0 9 9 re\nf\n");
  EXPECT_FALSE(form.objects.has(form.objects.at(inner), "/StructParents"));
  EXPECT_TRUE(form.objects.has(form.objects.at(inner), "/Group"));
  const Json& innerResources = form.objects.get(form.objects.at(inner), "/Resources");
  EXPECT_FALSE(form.objects.has(innerResources, "/Properties"));
  EXPECT_TRUE(form.objects.has(innerResources, "/Font"));
}

TEST(Foreign, NamesOfResourcesMayBeAny) {
  RawPage raw;
  raw.resources = "/XObject<</Metadata 7 0 R/Length 7 0 R>>";
  RawPdf pdf = raw.pdf();
  pdf.stream("/Subtype/Form/BBox[0 0 1 1]", "");
  const ReadForm form(with(pdf.file()));
  const Json& forms =
      form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/XObject");
  EXPECT_TRUE(form.objects.has(forms, "/Metadata"));
  EXPECT_TRUE(form.objects.has(forms, "/Length"));
}

TEST(Foreign, TheGroupOfThePageIsThatOfTheForm) {
  RawPage raw;
  raw.page += "/Group<</S/Transparency/CS/DeviceRGB>>";
  const ReadForm form(with(raw.file()));
  EXPECT_EQ(PdfObjects::text(form.objects.get(form.dictionary(), "/Group"), "/CS"), "/DeviceRGB");
}

TEST(Foreign, PagesAndTheirTreeStayBehind) {
  RawPage raw;
  raw.resources = "/X[2 0 R 3 0 R 1 0 R 99 0 R]";
  const ReadForm form(with(raw.file()));
  EXPECT_EQ(form.pdf.pages.size(), 2u);
  const Json& items = form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/X");
  for (const Json& item : items.GetArray()) EXPECT_TRUE(item.IsNull());
}

TEST(Foreign, WhatRefersToItselfIsCopiedOnce) {
  RawPage raw;
  raw.resources = "/ExtGState<</A 7 0 R/B 7 0 R>>";
  RawPdf pdf = raw.pdf();
  pdf.object("<</Self 7 0 R/Type/ExtGState>>");
  const ReadForm form(with(pdf.file()));
  const Json& states =
      form.objects.get(form.objects.get(form.dictionary(), "/Resources"), "/ExtGState");
  EXPECT_EQ(PdfObjects::text(states, "/A"), PdfObjects::text(states, "/B"));
  EXPECT_EQ(PdfObjects::text(form.objects.get(states, "/A"), "/Self"),
            PdfObjects::text(states, "/A"));
}

TEST(Foreign, PagesOfOneFileShareTheirFonts) {
  pages::Pages pages = with(writeWith(pdf_test::sampleOrder()).bytes, 0, 595.28, 841.89);
  pages.pages.push_back(pages.pages[1]);
  pages.pages[2].foreign->page = 1;
  const std::string pdf = writeWith(pages).bytes;
  const ReadPdf read(pdf);
  int fonts = 0;
  for (const std::string& number : read.objects.numbers()) {
    fonts += PdfObjects::text(read.objects.at(number), "/Subtype") == "/Type0";
  }
  EXPECT_EQ(fonts, 3) << "two of the other file and one of ours";
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdftotext -f 2 -l 2 -raw {} -")),
            "1 ПРИКАЗ В целях подготовки к отопительному сезону и в соответствии с планом № 7 — "
            "(«Зима»)");
}

TEST(Foreign, OurOwnFilesOfEveryLevelCanBeMerged) {
  for (const Level level : {Level::a2a, Level::a3a, Level::b1}) {
    const std::string file = Writer().write(pdf_test::sampleOrder(), {level, kMoment, {}});
    const Written merged = writeWith(with(file, 1, 595.28, 841.89));
    EXPECT_EQ(merged.claim, Claim::full);
    pdf_test::runOn(merged.bytes, "qpdf --check {}");
    EXPECT_NE(pdf_test::runOn(merged.bytes, "pdftotext -raw {} -").find("II. Организация"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace chancery::pdf
