#include "format/foreign_pages.h"

#include "support/formatting.h"

namespace chancery::format {
namespace {

using document::Attribute;
using document::Kind;
using document::Node;

/// What the composer makes of a page of another PDF.
Node page(const std::string& file, int number, const char* width, const char* height) {
  Node shown;
  shown.kind = Kind::pdfPages;
  shown.attributes = {{Attribute::href, file},
                      {Attribute::alt, "План здания"},
                      {Attribute::from, std::to_string(number)},
                      {Attribute::to, std::to_string(number)},
                      {Attribute::width, width},
                      {Attribute::height, height}};
  Node part;
  part.kind = Kind::part;
  part.children = {shown};
  return part;
}

Node textPart() {
  Node paragraph;
  paragraph.kind = Kind::paragraph;
  paragraph.text.push_back({"Текст", false, false, {}});
  Node part;
  part.kind = Kind::part;
  part.children = {paragraph};
  return part;
}

class FormatForeignPages : public testing::Formatting {
 protected:
  Document formatParts(std::vector<Node> parts) {
    Node document;
    document.kind = Kind::document;
    document.children = std::move(parts);
    return formatNode(document);
  }
  Document formatAppendix(std::vector<Node> parts) {
    Node appendix;
    appendix.kind = Kind::appendix;
    appendix.children = std::move(parts);
    return formatParts({textPart(), appendix});
  }
  Document formatNode(const Node& document) {
    Sources sources;
    Diagnostics diagnostics;
    Document formatted = apply(document, profile_, {}, sources, diagnostics);
    codes_ = testing::codesOf(diagnostics);
    return formatted;
  }
};

TEST(IsForeignPage, IsAPartOfOnePageWithItsSize) {
  EXPECT_TRUE(isForeignPage(page("a.pdf", 2, "10pt", "20pt")));
  EXPECT_FALSE(isForeignPage(textPart()));
  EXPECT_FALSE(isForeignPage(Node()));
  Node other = page("a.pdf", 2, "10pt", "20pt");
  other.children.push_back(textPart().children[0]);
  EXPECT_FALSE(isForeignPage(other)) << "something stands beside it";
  Node unknown = page("a.pdf", 2, "", "20pt");
  EXPECT_FALSE(isForeignPage(unknown)) << "not composed yet";
  Node range = page("a.pdf", 2, "10pt", "20pt");
  range.children[0].attributes[3].second = "3";
  EXPECT_FALSE(isForeignPage(range));
}

TEST_F(FormatForeignPages, EachIsASectionOfItsSize) {
  const Document document =
      formatParts({textPart(), page("plan.pdf", 3, "800pt", "400pt"), textPart()});
  ASSERT_EQ(document.sections.size(), 3u);
  EXPECT_FALSE(document.sections[0].foreign);
  EXPECT_FALSE(document.sections[2].foreign);
  const Section& section = document.sections[1];
  EXPECT_EQ(section.pageWidth, Length::pt(800));
  EXPECT_EQ(section.pageHeight, Length::pt(400));
  EXPECT_TRUE(section.landscape);
  EXPECT_EQ(section.left, Length::mm(20));
  EXPECT_EQ(section.right, Length::mm(20));
  EXPECT_EQ(section.top, Length::pt(50));
  EXPECT_EQ(section.bottom, Length::pt(50));
  EXPECT_FALSE(section.header);
  EXPECT_FALSE(section.footer);
  EXPECT_FALSE(section.headerOnFirst);
  EXPECT_FALSE(section.footerOnFirst);
  EXPECT_FALSE(section.startsOdd);
  EXPECT_FALSE(section.firstPageNumber);
  ASSERT_TRUE(section.foreign);
  EXPECT_EQ(section.foreign->file, 0);
  EXPECT_EQ(section.foreign->page, 2);
  EXPECT_EQ(section.foreign->alternative, "План здания");
  EXPECT_EQ(codes_, "");
}

TEST_F(FormatForeignPages, OthersTellOfItInWords) {
  const Document document = formatParts({page("plan.pdf", 3, "400pt", "800pt")});
  ASSERT_EQ(document.sections.at(0).blocks.size(), 1u);
  const auto& paragraph = std::get<Paragraph>(document.sections[0].blocks[0]);
  ASSERT_EQ(paragraph.runs.size(), 1u);
  EXPECT_EQ(paragraph.runs[0].text, "Здесь – страница 3 файла «plan.pdf»: она показана в PDF.");
  EXPECT_EQ(paragraph.runs[0].origin.words, Words::engine);
  EXPECT_FALSE(document.sections[0].landscape);
}

TEST_F(FormatForeignPages, FilesAreCountedOnce) {
  const Document document =
      formatParts({page("a.pdf", 1, "9pt", "9pt"), page("b.pdf", 1, "9pt", "9pt"),
                   page("a.pdf", 2, "9pt", "9pt")});
  ASSERT_EQ(document.foreign.size(), 2u);
  EXPECT_EQ(document.foreign[0].name, "a.pdf");
  EXPECT_EQ(document.foreign[1].name, "b.pdf");
  EXPECT_EQ(document.foreign[0].bytes, nullptr);
  EXPECT_EQ(document.sections[0].foreign->file, 0);
  EXPECT_EQ(document.sections[1].foreign->file, 1);
  EXPECT_EQ(document.sections[2].foreign->file, 0);
  EXPECT_EQ(document.sections[2].foreign->page, 1);
}

TEST_F(FormatForeignPages, TheFirstMayBeginOnAnOddPage) {
  Node odd = page("a.pdf", 1, "9pt", "9pt");
  odd.attributes = {{Attribute::start, "odd"}};
  EXPECT_TRUE(formatParts({textPart(), odd}).sections.at(1).startsOdd);
}

TEST_F(FormatForeignPages, AnAppendixMayCountItsPagesFromOne) {
  const std::vector<Node> pages{page("a.pdf", 1, "9pt", "9pt"), page("a.pdf", 2, "9pt", "9pt")};
  profile_.restartInAppendices = true;
  const Document counted = formatAppendix(pages);
  EXPECT_EQ(counted.sections.at(1).firstPageNumber, 1);
  EXPECT_FALSE(counted.sections.at(2).firstPageNumber);
  profile_.restartInAppendices = false;
  EXPECT_FALSE(formatAppendix(pages).sections.at(1).firstPageNumber);
}

TEST_F(FormatForeignPages, SizesThatAreNoneGiveNoSection) {
  EXPECT_EQ(formatParts({textPart(), page("a.pdf", 1, "wide", "9pt")}).sections.size(), 1u);
  EXPECT_NE(codes_, "");
}

}  // namespace
}  // namespace chancery::format
