#include "docx/sections.h"

#include <gtest/gtest.h>

#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::cell;
using sample::paragraph;
using sample::row;
using test::compact;
using test::Node;

/// A document of `count` sections, each with one paragraph.
format::Document sectioned(int count) {
  format::Document document = sample::document();
  document.sections[0].blocks = {paragraph("текст")};
  document.sections.resize(static_cast<std::size_t>(count), document.sections[0]);
  return document;
}

TEST(DocxSections, StateThePage) {
  format::Document document = sectioned(1);
  document.sections[0].firstPageNumber = 5;
  const Node body = test::body(document);
  EXPECT_EQ(compact(body.child("w:sectPr")),
            "<w:sectPr><w:headerReference r:id=\"rId4\" w:type=\"default\"/>"
            "<w:type w:val=\"nextPage\"/><w:pgSz w:h=\"16838\" w:w=\"11906\"/>"
            "<w:pgMar w:bottom=\"1134\" w:footer=\"567\" w:gutter=\"0\" w:header=\"567\" "
            "w:left=\"1701\" w:right=\"567\" w:top=\"1134\"/>"
            "<w:pgNumType w:start=\"5\"/><w:titlePg/></w:sectPr>");
}

TEST(DocxSections, LandscapePagesSaySo) {
  format::Document document = sectioned(1);
  format::Section& section = document.sections[0];
  section.landscape = true;
  std::swap(section.pageWidth, section.pageHeight);
  section.headerOnFirst = true;
  const Node body = test::body(document);
  const Node& properties = body.child("w:sectPr");
  EXPECT_EQ(compact(properties.child("w:pgSz")),
            "<w:pgSz w:h=\"11906\" w:orient=\"landscape\" w:w=\"16838\"/>");
  EXPECT_FALSE(properties.has("w:titlePg"));
  EXPECT_FALSE(properties.has("w:pgNumType"));
}

// ECMA-376 allows more, Word does not.
TEST(DocxSections, SheetsForPagesOfAPdfAreOnesThatWordHas) {
  format::Document document = sectioned(1);
  format::Section& section = document.sections[0];
  section.foreign = format::ForeignPage();
  const auto sheet = [&](double width, double height) {
    section.pageWidth = Length::pt(width);
    section.pageHeight = Length::pt(height);
    return compact(test::body(document).child("w:sectPr").child("w:pgSz"));
  };
  EXPECT_EQ(sheet(842, 1191), "<w:pgSz w:h=\"23820\" w:w=\"16840\"/>");
  EXPECT_EQ(sheet(1584, 1585), "<w:pgSz w:h=\"31680\" w:w=\"31680\"/>");
  EXPECT_EQ(sheet(200, 10), "<w:pgSz w:h=\"4000\" w:w=\"4000\"/>");
  EXPECT_EQ(sheet(201, 10), "<w:pgSz w:h=\"4000\" w:w=\"4020\"/>");
}

TEST(DocxSections, TheLastParagraphCarriesTheProperties) {
  format::Document document = sectioned(2);
  document.sections[0].blocks.push_back(paragraph("конец"));
  const Node body = test::body(document);
  ASSERT_EQ(body.children.size(), 4u);
  EXPECT_FALSE(body.children[0].child("w:pPr").has("w:sectPr"));
  EXPECT_EQ(test::textOf(body.children[1]), "конец");
  EXPECT_TRUE(body.children[1].child("w:pPr").has("w:sectPr"));
  EXPECT_EQ(test::textOf(body.children[2]), "текст");
  EXPECT_FALSE(body.children[2].child("w:pPr").has("w:sectPr"));
  EXPECT_EQ(body.children[3].name, "w:sectPr");
}

TEST(DocxSections, AStayCarriesThemBehindATable) {
  format::Document document = sectioned(2);
  for (format::Section& section : document.sections) {
    section.blocks.push_back(sample::table(document, 1, {row({cell("а")}), row({cell("б")})}));
  }
  const Node body = test::body(document);
  ASSERT_EQ(body.children.size(), 7u);
  EXPECT_EQ(body.children[1].name, "w:tbl");
  const Node& stay = body.children[2].child("w:pPr");
  EXPECT_EQ(stay.child("w:spacing").attribute("w:line"), "20");
  EXPECT_EQ(stay.child("w:spacing").attribute("w:lineRule"), "exact");
  EXPECT_EQ(stay.child("w:sectPr").child("w:headerReference").attribute("r:id"), "rId4");
  EXPECT_EQ(body.children[5].child("w:pPr").child("w:spacing").attribute("w:line"), "20");
  EXPECT_FALSE(body.children[5].child("w:pPr").has("w:sectPr"));
  EXPECT_EQ(body.children[6].name, "w:sectPr");
  // A table that fills its page must not push the stay onto a blank one.
  for (const std::size_t table : {1u, 4u}) {
    std::string keeps;
    for (const Node* p : body.children[table].all("w:p")) {
      keeps += p->child("w:pPr").has("w:keepNext") ? 'k' : '.';
    }
    EXPECT_EQ(keeps, ".k");
  }
}

TEST(DocxSections, OnlyATableThatEndsItsSectionIsKept) {
  format::Document document = sectioned(1);
  const auto table = sample::table(document, 1, {row({cell("а")})});
  document.sections[0].blocks = {table, paragraph("б"), table, table};
  const Node body = test::body(document);
  std::string keeps;
  for (const Node* found : body.all("w:tbl")) {
    keeps += found->all("w:keepNext").empty() ? '.' : 'k';
  }
  EXPECT_EQ(keeps, "..k");
}

TEST(DocxSections, EmptySectionsHaveAPage) {
  format::Document document = sectioned(2);
  document.sections[0].blocks.clear();
  document.sections[1].blocks.clear();
  const Node body = test::body(document);
  ASSERT_EQ(body.children.size(), 3u);
  EXPECT_TRUE(body.children[0].child("w:pPr").has("w:sectPr"));
  EXPECT_EQ(body.children[1].name, "w:p");
}

TEST(DocxSections, EachSectionHasItsHeader) {
  format::Document document = sectioned(2);
  document.sections[1].firstPageNumber = 7;
  document.sections[1].headerOnFirst = true;
  const std::string docx = test::packed(document);
  const Node first = test::parse(test::part(docx, "word/header1.xml"));
  const Node second = test::parse(test::part(docx, "word/header2.xml"));
  EXPECT_EQ(first.name, "w:hdr");
  EXPECT_EQ(test::textOf(first.child("w:p")), "2");
  EXPECT_EQ(first.child("w:p").child("w:pPr").child("w:jc").val(), "center");
  EXPECT_EQ(test::textOf(second.child("w:p")), "7");
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  const auto sections = body.all("w:sectPr");
  EXPECT_EQ(sections[0]->child("w:headerReference").attribute("r:id"), "rId4");
  EXPECT_EQ(sections[1]->child("w:headerReference").attribute("r:id"), "rId5");
}

TEST(DocxSections, ASectionWithoutHeaderDoesNotInheritOne) {
  format::Document document = sectioned(3);
  document.sections[0].header.reset();
  document.sections[2].header.reset();
  const std::string docx = test::packed(document);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  const auto sections = body.all("w:sectPr");
  EXPECT_FALSE(sections[0]->has("w:headerReference"));
  EXPECT_FALSE(sections[0]->has("w:titlePg"));
  EXPECT_EQ(sections[1]->child("w:headerReference").attribute("r:id"), "rId4");
  EXPECT_EQ(sections[2]->child("w:headerReference").attribute("r:id"), "rId5");
  EXPECT_FALSE(sections[2]->has("w:titlePg"));
  EXPECT_EQ(compact(test::parse(test::part(docx, "word/header2.xml")).child("w:p")), "<w:p/>");
}

TEST(DocxSections, PageNumberFieldsShowTheSectionsFirst) {
  format::Document document = sectioned(2);
  format::Paragraph number = paragraph("");
  number.runs = {sample::field(format::Run::Field::pageNumber)};
  document.sections[0].blocks = {number};
  document.sections[1].blocks = {number};
  document.sections[1].firstPageNumber = 9;
  const Node body = test::body(document);
  EXPECT_EQ(test::textOf(body.children[0]), "1");
  EXPECT_EQ(test::textOf(body.children[1]), "9");
}

std::string referencesOf(const Node& section) {
  std::string out;
  for (const Node& child : section.children) {
    if (!child.name.ends_with("Reference")) continue;
    out += child.name.substr(2, 6) + " " + child.attribute("w:type") + " " +
           child.attribute("r:id") + "; ";
  }
  return out;
}

TEST(DocxSections, FootersHaveTheirOffset) {
  format::Document document = sectioned(1);
  format::Section& section = document.sections[0];
  section.headerOnFirst = true;
  section.footer = section.header;
  section.footerOffset = Length::mm(8);
  const std::string docx = test::packed(document);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  const Node& properties = *body.all("w:sectPr").at(0);
  EXPECT_EQ(referencesOf(properties), "header default rId4; footer default rId5; ");
  EXPECT_EQ(properties.child("w:pgMar").attribute("w:footer"), "454");
  EXPECT_FALSE(properties.has("w:titlePg"));
  const Node footer = test::parse(test::part(docx, "word/footer1.xml"));
  EXPECT_EQ(footer.name, "w:ftr");
  EXPECT_EQ(test::textOf(footer.child("w:p")), "1");
}

TEST(DocxSections, TheFirstPageMayHaveOnlyOneOfThem) {
  format::Document document = sectioned(2);
  for (format::Section& section : document.sections) section.footer = section.header;
  document.sections[1].headerOnFirst = true;
  document.sections[1].footerOnFirst = false;
  const std::string docx = test::packed(document);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  const auto sections = body.all("w:sectPr");
  // Title pages of both; the second one's footer must not be the first one's.
  EXPECT_EQ(referencesOf(*sections[0]),
            "header default rId4; footer default rId5; footer first rId6; ");
  EXPECT_EQ(referencesOf(*sections[1]),
            "header default rId4; header first rId7; footer default rId5; footer first rId8; ");
  EXPECT_TRUE(sections[0]->has("w:titlePg"));
  EXPECT_TRUE(sections[1]->has("w:titlePg"));
  EXPECT_EQ(test::textOf(test::parse(test::part(docx, "word/footer2.xml")).child("w:p")), "1");
  EXPECT_EQ(compact(test::parse(test::part(docx, "word/footer3.xml")).child("w:p")), "<w:p/>");
}

TEST(DocxSections, EqualHeadersAreOnePart) {
  const std::string docx = test::packed(sectioned(3));
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  for (const Node* section : body.all("w:sectPr")) {
    EXPECT_EQ(referencesOf(*section), "header default rId4; ");
  }
  EXPECT_EQ(test::part(docx, "word/header2.xml"), "");
}

TEST(DocxSections, OddPagesAndMirroredMargins) {
  format::Document document = sectioned(2);
  document.sections[1].startsOdd = true;
  document.mirrorMargins = true;
  const std::string docx = test::packed(document);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  EXPECT_EQ(body.all("w:sectPr")[0]->child("w:type").val(), "nextPage");
  EXPECT_EQ(body.all("w:sectPr")[1]->child("w:type").val(), "oddPage");
  EXPECT_TRUE(test::parse(test::part(docx, "word/settings.xml")).has("w:mirrorMargins"));
}

TEST(DocxSections, SectionPagesOfItsOwnHeader) {
  format::Document document = sectioned(2);
  for (format::Section& section : document.sections) {
    section.header->runs = {sample::field(format::Run::Field::sectionPageCount)};
  }
  format::Resolved resolved = sample::resolve(document);
  resolved.sectionPageCounts = {3, 4};
  const std::string docx = write(document, resolved, {});
  EXPECT_EQ(test::textOf(test::parse(test::part(docx, "word/header1.xml")).child("w:p")), "3");
  EXPECT_EQ(test::textOf(test::parse(test::part(docx, "word/header2.xml")).child("w:p")), "4");
}

}  // namespace
}  // namespace chancery::docx
