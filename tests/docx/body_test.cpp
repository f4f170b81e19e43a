#include "docx/body.h"

#include <gtest/gtest.h>

#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using sample::run;
using test::compact;
using test::Node;

/// The first paragraph of a document whose only block is `block`.
std::string written(format::Paragraph block) {
  format::Document document = sample::document();
  document.instances = {{1, 1}, {0, 1}};
  document.sections[0].blocks = {std::move(block)};
  return compact(test::body(document).child("w:p"));
}
std::string runsOf(std::vector<format::Run> runs) {
  format::Paragraph block = paragraph("", sample::text);
  block.runs = std::move(runs);
  std::string xml = written(block);
  const std::string open = "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>";
  EXPECT_EQ(xml.substr(0, open.size()), open);
  return xml.substr(open.size(), xml.size() - open.size() - 6);
}

constexpr const char* kBold = "<w:rPr><w:b/><w:bCs/></w:rPr>";

TEST(DocxBody, ParagraphsNameTheirStyle) {
  EXPECT_EQ(written(paragraph("да", sample::small)),
            "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr><w:r><w:t>да</w:t></w:r></w:p>");
}

TEST(DocxBody, NormalNeedsNoName) {
  format::Document document = sample::document();
  document.styles[0].id = "Normal";
  document.sections[0].blocks = {paragraph("да"), paragraph("")};
  const Node body = test::body(document);
  EXPECT_EQ(compact(body.children[0]), "<w:p><w:r><w:t>да</w:t></w:r></w:p>");
  EXPECT_EQ(compact(body.children[1]), "<w:p/>");
}

TEST(DocxBody, OverridesAreDirectProperties) {
  format::Paragraph block = paragraph("", sample::text);
  block.keepWithNext = block.keepLines = true;
  block.align = format::Align::right;
  block.role = format::Role::heading2;
  EXPECT_EQ(written(block),
            "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:keepNext/><w:keepLines/>"
            "<w:jc w:val=\"right\"/><w:outlineLvl w:val=\"1\"/></w:pPr></w:p>");
}

TEST(DocxBody, WhatTheStyleSaysIsNotRepeated) {
  format::Paragraph block = paragraph("", sample::heading);
  block.keepWithNext = block.keepLines = true;
  block.align = format::Align::center;
  block.role = format::Role::heading1;
  EXPECT_EQ(written(block), "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:p>");
}

TEST(DocxBody, RolesTellTheOutlineLevel) {
  const auto level = [](format::Role role, int style) {
    format::Paragraph block = paragraph("", style);
    block.role = role;
    const Node body = test::parse("<?xml?>" + written(block));
    return body.child("w:pPr").child("w:outlineLvl").val();
  };
  EXPECT_EQ(level(format::Role::heading1, sample::text), "0");
  EXPECT_EQ(level(format::Role::heading3, sample::text), "2");
  EXPECT_EQ(level(format::Role::heading4, sample::heading), "3");
  EXPECT_EQ(level(format::Role::paragraph, sample::heading), "");
  EXPECT_EQ(level(format::Role::listItem, sample::text), "");
}

TEST(DocxBody, LabelsAreNumbering) {
  EXPECT_EQ(written(sample::labelled("1.1.", 1, 1)),
            "<w:p><w:pPr><w:pStyle w:val=\"Clause\"/><w:numPr><w:ilvl w:val=\"1\"/>"
            "<w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>");
}

TEST(DocxBody, RunsSayWhatDiffersFromTheStyle) {
  EXPECT_EQ(runsOf({run("а"), sample::bold("б")}),
            std::string("<w:r><w:t>а</w:t></w:r><w:r>") + kBold + "<w:t>б</w:t></w:r>");
}

TEST(DocxBody, NeighboursOfOneLookAreOneRun) {
  format::Run same = run("б");
  same.style = sample::document().styles[sample::text].text;
  EXPECT_EQ(runsOf({run("а "), same, run(""), run(" в")}), "<w:r><w:t>а б в</w:t></w:r>");
  EXPECT_EQ(runsOf({run("а"), sample::bold("б"), sample::bold("в"), run("г")}),
            std::string("<w:r><w:t>а</w:t></w:r><w:r>") + kBold +
                "<w:t>бв</w:t></w:r><w:r><w:t>г</w:t></w:r>");
}

TEST(DocxBody, EmptyRunsLeaveNoTrace) {
  EXPECT_EQ(runsOf({run(""), sample::bold("")}), "");
}

TEST(DocxBody, OuterSpacesArePreserved) {
  EXPECT_EQ(runsOf({run(" а")}), "<w:r><w:t xml:space=\"preserve\"> а</w:t></w:r>");
  EXPECT_EQ(runsOf({run("а ")}), "<w:r><w:t xml:space=\"preserve\">а </w:t></w:r>");
  EXPECT_EQ(runsOf({run("а  б")}), "<w:r><w:t>а  б</w:t></w:r>");
}

TEST(DocxBody, BreaksAndTabsAreElements) {
  EXPECT_EQ(runsOf({run("а\nб\nв")}),
            "<w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r>");
  EXPECT_EQ(runsOf({run("а\tб")}), "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r>");
  EXPECT_EQ(runsOf({run("\n\t")}), "<w:r><w:br/><w:tab/></w:r>");
}

TEST(DocxBody, ATabWithoutAStopLeftIsASpace) {
  const std::string space = "<w:t xml:space=\"preserve\"> </w:t>";
  EXPECT_EQ(
      runsOf({run("\tа\tб"), sample::bold("\t")}),
      "<w:r><w:tab/><w:t>а</w:t>" + space + "<w:t>б</w:t></w:r><w:r>" + kBold + space + "</w:r>");
  // Each line has all stops.
  EXPECT_EQ(runsOf({run("\t\t\n\t\t")}),
            "<w:r><w:tab/>" + space + "<w:br/><w:tab/>" + space + "</w:r>");
  EXPECT_EQ(written(paragraph("\t", sample::small)),
            "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr><w:r>" + space + "</w:r></w:p>");
}

TEST(DocxBody, TheMarkLooksAsAllRunsDo) {
  format::Paragraph block = paragraph("", sample::text);
  block.runs = {sample::bold("а"), sample::bold("б")};
  EXPECT_EQ(written(block).find("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:rPr><w:b/><w:bCs/>"
                                "</w:rPr></w:pPr><w:r>"),
            0u);
  block.runs.push_back(run("в"));
  EXPECT_EQ(written(block).find("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>"), 0u);
}

TEST(DocxBody, TheMarkOfALabelledParagraphKeepsTheStyle) {
  format::Paragraph block = sample::labelled("–", 0, 0);
  block.runs = {sample::bold("а")};
  EXPECT_NE(written(block).find("</w:numPr></w:pPr><w:r>"), std::string::npos);
}

TEST(DocxBody, FieldsHaveAComputedResult) {
  format::Run count = sample::bold("");
  count.field = format::Run::Field::pageCount;
  const std::string part = std::string("<w:r>") + kBold;
  EXPECT_EQ(runsOf({sample::field(format::Run::Field::pageNumber), count}),
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
            "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" +
                part + "<w:fldChar w:fldCharType=\"begin\"/></w:r>" + part +
                "<w:instrText xml:space=\"preserve\"> NUMPAGES </w:instrText></w:r>" + part +
                "<w:fldChar w:fldCharType=\"separate\"/></w:r>" + part + "<w:t>2</w:t></w:r>" +
                part + "<w:fldChar w:fldCharType=\"end\"/></w:r>");
}

TEST(DocxBody, AFieldPartsRunsOfOneLook) {
  const std::string xml =
      runsOf({run("а"), sample::field(format::Run::Field::pageNumber), run("б")});
  EXPECT_EQ(xml.find("<w:r><w:t>а</w:t></w:r><w:r><w:fldChar"), 0u);
  EXPECT_NE(xml.find("\"end\"/></w:r><w:r><w:t>б</w:t></w:r>"), std::string::npos);
}

TEST(DocxBody, FamiliesOfRunsReachTheFontTable) {
  format::Document document = sample::document();
  format::Run other = run("x");
  other.style = {"PT Sans", "PT Sans", Length::pt(14), false, false, false, Length()};
  document.styles[4].text.family = "Courier New";
  format::Paragraph block = paragraph("");
  block.runs = {other};
  document.sections[0].blocks = {block};
  const Node fonts = test::parse(test::part(test::packed(document), "word/fontTable.xml"));
  std::string found;
  for (const Node& font : fonts.children) {
    found += font.attribute("w:name") + ":" + font.child("w:family").val() + ";";
  }
  EXPECT_EQ(found, "Courier New:modern;PT Sans:swiss;Times New Roman:roman;");
}

}  // namespace
}  // namespace chancery::docx
