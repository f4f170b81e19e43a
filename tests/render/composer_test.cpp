#include "render/composer.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "document/document.h"
#include "pdf/raw_pdf.h"
#include "support/reading.h"

namespace chancery::render {
namespace {

using document::Attribute;
using document::Kind;
using document::Node;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::RawScan;

/// Three pages of 200 × 100, 100 × 200 (turned) and 300 × 400 pt.
std::string threePages() {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 200 100]>>");
  raw.object("<</Type/Page/Parent 2 0 R>>");
  raw.object("<</Type/Page/Parent 2 0 R/Rotate 90>>");
  raw.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>");
  return raw.file();
}

/// Two scanned pages.
std::string twoScans() {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 2/Kids[3 0 R 3 0 R]/MediaBox[0 0 200 100]>>");
  raw.object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>>>");
  raw.stream("", "200 0 0 100 0 0 cm /Im Do");
  raw.stream(
      "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
      "abcd");
  return raw.file();
}

class Composer : public ::testing::Test {
 protected:
  Composer() {
    testing::ReadText text;
    readInto(text, readFile(std::string(CHANCERY_PROJECT_DIR) +
                                "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                            1 << 20));
    profile_ = format::readProfile(text.root, text.sources, text.diagnostics).value();
  }

  /// The parts after composing, each in square brackets.
  std::string compose(const std::string& content) {
    testing::ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
    Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(testing::codesOf(text.diagnostics), "");
    EXPECT_TRUE(namesPdf(document));
    NamedFiles files(files_, {});
    Diagnostics diagnostics;
    composed_ = composePdfs(document, files, profile_, text.sources, diagnostics);
    codes_ = testing::codesOf(diagnostics);
    words_ = formatText(diagnostics, Language::english);
    return shown(document);
  }
  std::string part(const std::string& content) { return compose("<part>" + content + "</part>"); }

  static std::string shown(const Node& node) {
    std::string text;
    if (node.kind == Kind::part || node.kind == Kind::appendix)
      text += node.kind == Kind::part ? "[" : "{";
    if (node.kind == Kind::paragraph) text += "p ";
    if (node.kind == Kind::title) text += "title ";
    if (node.kind == Kind::header) text += "header ";
    if (node.kind == Kind::footer) text += "footer ";
    if (node.kind == Kind::figure) text += "figure ";
    if (node.kind == Kind::pdfPages) text += "page ";
    for (const auto& [attribute, value] : node.attributes) {
      if (attribute == Attribute::href || attribute == Attribute::from) text += value + ' ';
      if (attribute == Attribute::start) text += "start=" + value + ' ';
      if (attribute == Attribute::id) text += "id=" + value + ' ';
      if (attribute == Attribute::orientation) text += value + ' ';
    }
    for (const Node& child : node.children) text += shown(child);
    if (node.kind == Kind::part || node.kind == Kind::appendix)
      text += node.kind == Kind::part ? "]" : "}";
    return text;
  }

  /// Every value of an attribute, in order.
  std::vector<std::string> values(const std::string& content, Attribute attribute) {
    testing::ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
    Node document = document::read(text.root, text.sources, text.diagnostics);
    NamedFiles files(files_, {});
    Diagnostics diagnostics;
    composePdfs(document, files, profile_, text.sources, diagnostics);
    EXPECT_EQ(testing::codesOf(diagnostics), "");
    std::vector<std::string> found;
    collect(document, attribute, found);
    return found;
  }
  static void collect(const Node& node, Attribute attribute, std::vector<std::string>& found) {
    if (!node.attribute(attribute).empty()) found.emplace_back(node.attribute(attribute));
    for (const Node& child : node.children) collect(child, attribute, found);
  }

  format::Profile profile_;
  std::vector<NamedFile> files_{{"plan.pdf", threePages()}, {"scan.pdf", twoScans()}};
  Composed composed_;
  std::string codes_, words_;
};

TEST(NamesPdf, LooksEverywhere) {
  Node document;
  document.children.resize(2);
  EXPECT_FALSE(namesPdf(document));
  document.children[1].children.resize(1);
  document.children[1].children[0].kind = Kind::pdfPages;
  EXPECT_TRUE(namesPdf(document));
}

// ---- Pages ------------------------------------------------------------------------------------

TEST_F(Composer, EachPageBecomesAPart) {
  EXPECT_EQ(part(R"(<pdf-pages href="plan.pdf"/>)"),
            "[page plan.pdf 1 ][page plan.pdf 2 ][page plan.pdf 3 ]");
  EXPECT_EQ(codes_, "");
  EXPECT_EQ(composed_.files.size(), 1u);
  EXPECT_EQ(*composed_.files.at("plan.pdf"), threePages());
  EXPECT_TRUE(composed_.pictures.empty());
}

TEST_F(Composer, PagesHaveTheirSizes) {
  const std::string pages = R"(<part><pdf-pages href="plan.pdf"/></part>)";
  using Values = std::vector<std::string>;
  EXPECT_EQ(values(pages, Attribute::width), (Values{"7.055556cm", "3.527778cm", "10.583333cm"}));
  EXPECT_EQ(values(pages, Attribute::height), (Values{"3.527778cm", "7.055556cm", "14.111111cm"}));
}

TEST_F(Composer, LargePlansHaveTheirSizesToo) {
  RawPage raw;
  raw.page = "/MediaBox[0 0 14400 1190.55]";
  files_ = {{"plan.pdf", raw.file()}};
  const std::string page = R"(<part><pdf-pages href="plan.pdf"/></part>)";
  EXPECT_EQ(values(page, Attribute::width), (std::vector<std::string>{"508.000000cm"}));
  EXPECT_EQ(values(page, Attribute::height), (std::vector<std::string>{"41.999958cm"}));
}

TEST_F(Composer, PagesAreTold) {
  using Values = std::vector<std::string>;
  EXPECT_EQ(
      values(R"(<part><pdf-pages href="plan.pdf" alt="План" to="2"/></part>)", Attribute::alt),
      (Values{"План, лист 1 из 2", "План, лист 2 из 2"}));
  EXPECT_EQ(values(R"(<part><pdf-pages href="plan.pdf" from="2" to="2"/></part>)", Attribute::alt),
            (Values{"Файл «plan.pdf»"}));
}

TEST_F(Composer, WhatStandsAroundStaysInOrder) {
  EXPECT_EQ(part(R"(<title>a</title><pdf-pages href="plan.pdf" from="2" to="3"/><p>b</p>)"
                 R"(<pdf-pages href="plan.pdf" to="1"/>)"),
            "[title ][page plan.pdf 2 ][page plan.pdf 3 ][p ][page plan.pdf 1 ]");
  EXPECT_EQ(
      compose(R"(<part><p>a</p></part><appendix><part><pdf-pages href="plan.pdf" to="1"/></part>)"
              R"(<part><p>b</p></part></appendix>)"),
      "[p ]{[page plan.pdf 1 ][p ]}");
}

TEST_F(Composer, TheFirstSheetBeginsAsThePartAsks) {
  const std::string tail = R"(<pdf-pages href="plan.pdf" to="2"/><p>b</p></part>)";
  EXPECT_EQ(compose(R"(<part id="act" start="odd" orientation="landscape"><p>a</p>)" + tail),
            "[id=act start=odd landscape p ][page plan.pdf 1 ][page plan.pdf 2 ][landscape p ]");
  EXPECT_EQ(compose(R"(<part start="odd" id="act">)" + tail),
            "[start=odd id=act page plan.pdf 1 ][page plan.pdf 2 ][p ]");
}

TEST_F(Composer, HeadersAndFootersRunOn) {
  const std::string running = "<header>a</header><footer>b</footer>";
  EXPECT_EQ(part(running + R"(<p>c</p><pdf-pages href="plan.pdf" to="1"/><p>d</p>)"),
            "[header footer p ][page plan.pdf 1 ][header footer p ]");
  EXPECT_EQ(part(running + R"(<pdf-pages href="plan.pdf" to="1"/>)"), "[page plan.pdf 1 ]");
}

TEST_F(Composer, AFileIsReadOnce) {
  EXPECT_EQ(compose(R"(<part><pdf-pages href="plan.pdf" to="1"/></part>)"
                    R"(<part><pdf-pages href="plan.pdf" from="3"/></part>)"),
            "[page plan.pdf 1 ][page plan.pdf 3 ]");
  EXPECT_EQ(composed_.files.size(), 1u);
}

// ---- Scans ------------------------------------------------------------------------------------

TEST_F(Composer, ScansBecomeFigures) {
  EXPECT_EQ(part(R"(<title>a</title><pdf-pages href="scan.pdf"/><p>b</p>)"),
            "[title figure scan.pdf#1 figure scan.pdf#2 p ]");
  EXPECT_TRUE(composed_.files.empty());
  ASSERT_EQ(composed_.pictures.size(), 2u);
  EXPECT_EQ(composed_.pictures.at("scan.pdf#2")->width, Length::pt(200));
}

TEST_F(Composer, ScansFillTheTextArea) {
  using Values = std::vector<std::string>;
  // A4 with margins of 30, 10, 20 and 20 mm; a line of 12 pt.
  const Values across{"17.000000cm", "17.000000cm"}, down{"25.276667cm", "25.276667cm"};
  EXPECT_EQ(values(R"(<part><pdf-pages href="scan.pdf"/></part>)", Attribute::width), across);
  EXPECT_EQ(values(R"(<part><pdf-pages href="scan.pdf"/></part>)", Attribute::height), down);
  EXPECT_EQ(values(R"(<part orientation="landscape"><pdf-pages href="scan.pdf" to="1"/></part>)",
                   Attribute::width),
            (Values{"25.700000cm"}));
  EXPECT_EQ(values(R"(<part orientation="landscape"><pdf-pages href="scan.pdf" to="1"/></part>)",
                   Attribute::height),
            (Values{"16.576667cm"}));
}

TEST_F(Composer, TheFirstScanLeavesRoomForWhatStandsAboveIt) {
  using Values = std::vector<std::string>;
  // Two lines of 17.5 pt: one for the title's text, one for its block.
  EXPECT_EQ(
      values(R"(<part><title>a</title><pdf-pages href="scan.pdf"/></part>)", Attribute::height),
      (Values{"24.041944cm", "25.276667cm"}));
  // 48 characters are two lines more.
  EXPECT_EQ(values("<part><title>" + std::string(48, 'x') +
                       R"(</title><pdf-pages href="scan.pdf" to="1"/></part>)",
                   Attribute::height),
            (Values{"22.807222cm"}));
  EXPECT_EQ(values("<part><p>" + std::string(4'800, 'x') +
                       R"(</p><pdf-pages href="scan.pdf" to="1"/></part>)",
                   Attribute::height),
            (Values{"12.638333cm"}))
      << "never less than half";
  EXPECT_EQ(values(R"(<part><header>a</header><pdf-pages href="scan.pdf" to="1"/></part>)",
                   Attribute::height),
            (Values{"25.276667cm"}));
}

// ---- What is refused --------------------------------------------------------------------------

TEST_F(Composer, MissingFiles) {
  EXPECT_EQ(part(R"(<p>a</p><pdf-pages href="act.pdf"/>)"), "[p ]");
  EXPECT_EQ(codes_, "R107 1:55\n");
}

TEST_F(Composer, FilesThatCannotBeShown) {
  files_ = {{"a.pdf", "GIF89a"}, {"b.pdf", "%PDF-1.4\nxxx"}};
  EXPECT_EQ(part(R"(<pdf-pages href="a.pdf"/>)"), "");
  EXPECT_EQ(codes_, "P102 1:47\n");
  part(R"(<pdf-pages href="b.pdf"/>)");
  EXPECT_EQ(codes_, "P101 1:47\n");
}

TEST_F(Composer, PagesThatAreNotThere) {
  EXPECT_EQ(part(R"(<pdf-pages href="plan.pdf" from="3" to="4"/>)"), "");
  EXPECT_EQ(words_, "t.xml:1:47: error [R111]: the PDF “plan.pdf” has no pages 3 to 4: it has 3\n");
  for (const char* range : {R"(from="4")", R"(from="3" to="2")"}) {
    part(std::string(R"(<pdf-pages href="plan.pdf" )") + range + "/>");
    EXPECT_EQ(codes_, "R111 1:47\n") << range;
  }
  EXPECT_EQ(part(R"(<pdf-pages href="plan.pdf" from="3" to="3"/>)"), "[page plan.pdf 3 ]");
}

TEST_F(Composer, PagesOfAllFilesHaveABound) {
  std::string kids;
  for (int i = 0; i < 2'000; ++i) kids += "3 0 R ";
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 2000/Kids[" + kids + "]/MediaBox[0 0 200 100]>>");
  raw.object("<</Type/Page/Parent 2 0 R>>");
  files_ = {{"a.pdf", raw.file()}};
  std::string ten;
  for (int i = 0; i < 10; ++i) ten += R"(<pdf-pages href="a.pdf"/>)";
  part(ten);
  EXPECT_EQ(codes_, "");
  part(ten + R"(<pdf-pages href="a.pdf" to="1"/><pdf-pages href="a.pdf"/>)");
  EXPECT_EQ(words_, "t.xml:1:297: error [R117]: there are more than 20000 pages of PDF files\n");
}

}  // namespace
}  // namespace chancery::render
