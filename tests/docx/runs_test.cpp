#include <gtest/gtest.h>

#include "docx/body.h"
#include "docx/features.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using sample::run;
using test::compact;
using test::Node;

/// The runs of a document's first paragraph, as text.
std::string firstOf(const format::Document& document, const format::Resolved& resolved,
                    const Options& options = {}) {
  const std::string docx = write(document, resolved, options);
  const Node body = test::parse(test::part(docx, "word/document.xml")).child("w:body");
  std::string out;
  for (const Node& child : body.child("w:p").children) {
    if (child.name != "w:pPr") out += compact(child);
  }
  return out;
}

struct Made {
  format::Document document = sample::document();
  format::Paragraph first = paragraph("");

  std::string runs(const Options& options = {}) {
    // Where every bookmark of these tests stands.
    document.sections[0].blocks = {first};
    for (std::size_t i = 0; i < document.bookmarks.size(); ++i) {
      auto target = paragraph("там");
      target.bookmark = static_cast<int>(i);
      document.sections[0].blocks.emplace_back(target);
    }
    format::Resolved resolved = sample::resolve(document);
    resolved.bookmarkPages.assign(document.bookmarks.size(), 7);
    resolved.sectionPageCounts = {5};
    return firstOf(document, resolved, options);
  }
};

std::string fieldXml(const std::string& instruction, const std::string& result) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
         "xml:space=\"preserve\"> " +
         instruction + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
         "<w:r><w:t>" + result + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

TEST(DocxRuns, PagesOfTheSection) {
  Made made;
  made.first.runs = {sample::field(format::Run::Field::sectionPageCount)};
  EXPECT_EQ(made.runs(), fieldXml("SECTIONPAGES", "5"));
}

TEST(DocxRuns, PagesOfTheSectionAreTheDocumentsWhereLayoutSaysNothing) {
  Made made;
  made.first.runs = {sample::field(format::Run::Field::sectionPageCount)};
  made.document.sections[0].blocks = {made.first};
  EXPECT_EQ(firstOf(made.document, sample::resolve(made.document)), fieldXml("SECTIONPAGES", "2"));
}

TEST(DocxRuns, ThePageOfABookmark) {
  Made made;
  made.first.runs = {sample::pageOf(sample::mark(made.document, "appendix-2"))};
  EXPECT_EQ(made.runs(), fieldXml("PAGEREF appendix_2 \\h", "7"));
}

TEST(DocxRuns, LinksHoldTheirRuns) {
  Made made;
  const int one = sample::mark(made.document, "one");
  const int two = sample::mark(made.document, "two");
  made.first.runs = {run("см. "), sample::linked("раз", one), sample::linked("дел", one),
                     sample::linked("два", two), run(".")};
  EXPECT_EQ(made.runs(),
            "<w:r><w:t xml:space=\"preserve\">см. </w:t></w:r>"
            "<w:hyperlink w:anchor=\"one\" w:history=\"1\"><w:r><w:t>раздел</w:t></w:r>"
            "</w:hyperlink><w:hyperlink w:anchor=\"two\" w:history=\"1\"><w:r><w:t>два</w:t></w:r>"
            "</w:hyperlink><w:r><w:t>.</w:t></w:r>");
}

TEST(DocxRuns, ALinkMayEndTheParagraph) {
  Made made;
  const int one = sample::mark(made.document, "one");
  made.first.runs = {sample::linked("раз", one)};
  EXPECT_EQ(
      made.runs(),
      "<w:hyperlink w:anchor=\"one\" w:history=\"1\"><w:r><w:t>раз</w:t></w:r></w:hyperlink>");
}

TEST(DocxRuns, WhatLeadsNowhereIsText) {
  Made made;
  made.document.bookmarks = {{"nowhere"}};
  made.document.sections[0].blocks = {paragraph("")};
  auto& first = std::get<format::Paragraph>(made.document.sections[0].blocks[0]);
  first.runs = {sample::linked("раз", 0), sample::pageOf(0)};
  EXPECT_EQ(firstOf(made.document, sample::resolve(made.document)), "<w:r><w:t>раз</w:t></w:r>");
}

TEST(DocxRuns, BookmarksStandAroundTheirParagraph) {
  Made made;
  sample::mark(made.document, "one");
  made.first = paragraph("раз");
  made.first.bookmark = 0;
  EXPECT_EQ(made.runs(),
            "<w:bookmarkStart w:id=\"0\" w:name=\"one\"/><w:r><w:t>раз</w:t></w:r>"
            "<w:bookmarkEnd w:id=\"0\"/>");
  // The second paragraph of that bookmark does not bear it again.
  const Node body = test::body(made.document);
  EXPECT_EQ(body.all("w:bookmarkStart").size(), 1u);
}

TEST(DocxRuns, FootnoteMarksAreReferences) {
  Made made;
  made.first.runs = {sample::note(made.document, "раз"), sample::note(made.document, "два")};
  made.document.footnotes[1].label = "*";
  EXPECT_EQ(made.runs(),
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
            "<w:footnoteReference w:id=\"1\"/></w:r>"
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
            "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>*</w:t></w:r>");
}

TEST(DocxRuns, FootnoteMarksSayWhatElseDiffers) {
  Made made;
  format::Run mark = sample::note(made.document, "раз");
  mark.style->bold = true;
  made.first.runs = {mark};
  EXPECT_EQ(made.runs(),
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/><w:b/><w:bCs/></w:rPr>"
            "<w:footnoteReference w:id=\"1\"/></w:r>");
}

TEST(DocxRuns, RaisedText) {
  Made made;
  format::Run raised = run("2");
  raised.style = made.document.styles[sample::text].text;
  raised.style->raise = format::Raise::superscript;
  format::Run lowered = raised;
  lowered.style->raise = format::Raise::subscript;
  made.first.runs = {raised, lowered};
  EXPECT_EQ(made.runs(),
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
            "<w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r>");
}

// Content controls

format::Run value(std::string text, std::uint32_t offset, Words words = Words::data) {
  format::Run value = run(std::move(text));
  value.origin.data = {1, offset};
  value.origin.words = words;
  return value;
}

Options named() {
  Options options;
  options.fieldPath = [](Position data) {
    return data.offset == 99 ? std::string() : "field/" + std::to_string(data.offset);
  };
  return options;
}

std::string control(const std::string& path, const std::string& id, const std::string& content) {
  return "<w:sdt><w:sdtPr><w:alias w:val=\"" + path + "\"/><w:tag w:val=\"" + path +
         "\"/><w:id w:val=\"" + id + "\"/></w:sdtPr><w:sdtContent>" + content +
         "</w:sdtContent></w:sdt>";
}

TEST(DocxControls, AValueIsAField) {
  Made made;
  made.first.runs = {run("от "), value("5 июня", 3), value("!", 3), run(" года")};
  EXPECT_EQ(made.runs(named()),
            "<w:r><w:t xml:space=\"preserve\">от </w:t></w:r>" +
                control("field/3", "623393988", "<w:r><w:t>5 июня!</w:t></w:r>") +
                "<w:r><w:t xml:space=\"preserve\"> года</w:t></w:r>");
  EXPECT_EQ(made.runs(), "<w:r><w:t>от 5 июня! года</w:t></w:r>");
}

TEST(DocxControls, OnlyValuesOfTheDataAndGivenOnes) {
  Made made;
  made.first.runs = {value("а", 3, Words::stated), value("б", 3, Words::engine)};
  EXPECT_EQ(made.runs(named()), "<w:r><w:t>аб</w:t></w:r>");
  made.first.runs = {value("а", 3, Words::given)};
  EXPECT_EQ(made.runs(named()), control("field/3", "623393988", "<w:r><w:t>а</w:t></w:r>"));
  made.first.runs = {value("а", 99), value("", 3), value(" ", 3)};
  EXPECT_EQ(made.runs(named()),
            "<w:r><w:t>а</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
}

TEST(DocxControls, AValueThatStandsTwiceHasTwoIds) {
  Made made;
  made.first.runs = {value("а", 3), value("б", 4), value("в", 3)};
  EXPECT_EQ(made.runs(named()), control("field/3", "623393988", "<w:r><w:t>а</w:t></w:r>") +
                                    control("field/4", "623392017", "<w:r><w:t>б</w:t></w:r>") +
                                    control("field/3", "623393989", "<w:r><w:t>в</w:t></w:r>"));
}

TEST(DocxControls, SpacesStandOutside) {
  Made made;
  made.first.runs = {value(" \nа б \t", 3)};
  EXPECT_EQ(made.runs(named()), "<w:r><w:t xml:space=\"preserve\"> </w:t><w:br/></w:r>" +
                                    control("field/3", "623393988", "<w:r><w:t>а б</w:t></w:r>") +
                                    "<w:r><w:t xml:space=\"preserve\"> </w:t><w:tab/></w:r>");
}

TEST(DocxControls, LooksPartTheRunsOfAControl) {
  Made made;
  format::Run bold = sample::bold("б");
  bold.origin = value("", 3).origin;
  made.first.runs = {value("а", 3), bold};
  EXPECT_EQ(made.runs(named()),
            control("field/3", "623393988",
                    "<w:r><w:t>а</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>б</w:t></w:r>"));
}

TEST(DocxControls, ALinkAndAFieldEndAControl) {
  Made made;
  const int one = sample::mark(made.document, "one");
  format::Run linked = value("б", 3);
  linked.link = one;
  made.first.runs = {value("а", 3), linked};
  EXPECT_EQ(made.runs(named()), control("field/3", "623393988", "<w:r><w:t>а</w:t></w:r>") +
                                    "<w:hyperlink w:anchor=\"one\" w:history=\"1\">" +
                                    control("field/3", "623393989", "<w:r><w:t>б</w:t></w:r>") +
                                    "</w:hyperlink>");
}

TEST(DocxControls, TagsAreAtMost64Characters) {
  Markup out;
  Controls controls(nullptr);
  controls.open(out, std::string(64, 'a'));
  EXPECT_NE(out.view().find("<w:tag w:val=\"" + std::string(64, 'a') + "\"/>"), std::string::npos);
  Markup other;
  std::string path;
  for (int i = 0; i < 65; ++i) path += "я";
  controls.open(other, path);
  std::string kept;
  for (int i = 0; i < 55; ++i) kept += "я";
  const std::size_t tag = other.view().find("<w:tag w:val=\"" + kept + "~");
  ASSERT_NE(tag, std::string::npos);
  EXPECT_EQ(other.view().substr(tag + 14 + kept.size() + 9, 3), "\"/>");
}

}  // namespace
}  // namespace chancery::docx
