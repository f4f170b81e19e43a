#include "docx/contents.h"

#include <gtest/gtest.h>

#include "docx/features.h"
#include "docx/styles.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using test::compact;
using test::Node;
using Of = format::Contents::Of;

struct Made {
  format::Document document = sample::document();
  int chapter = sample::mark(document, "chapter");
  int table = sample::mark(document, "table");
  format::Contents contents;

  Made() {
    contents.lines = {sample::line("Глава", chapter, sample::cellText),
                      sample::line("Ещё", chapter, sample::cellText)};
  }
  void build(const std::string& caption = "Таблица 1 – Итоги") {
    auto head = paragraph("Глава", sample::heading);
    head.bookmark = chapter;
    auto named = paragraph(caption, sample::small);
    named.role = format::Role::caption;
    named.bookmark = table;
    document.sections[0].blocks = {contents, head, named};
  }
  std::string docx() {
    format::Resolved resolved = sample::resolve(document);
    resolved.bookmarkPages = {3, 12};
    return write(document, resolved, {});
  }
  Node body() { return test::parse(test::part(docx(), "word/document.xml")).child("w:body"); }
};

std::string instructions(const Node& node) {
  std::string out;
  for (const Node* text : node.all("w:instrText")) out += text->children.at(0).text + ";";
  return out;
}

TEST(DocxContents, AFieldHoldsTheLines) {
  Made made;
  made.build();
  const Node body = made.body();
  const Node& gallery = body.children.at(0);
  EXPECT_EQ(compact(gallery.child("w:sdtPr")),
            "<w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
            "<w:docPartUnique/></w:docPartObj></w:sdtPr>");
  const auto lines = gallery.child("w:sdtContent").all("w:p");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(instructions(*lines[0]), " TOC \\o \"1-3\" \\h \\z \\u ; PAGEREF chapter \\h ;");
  EXPECT_EQ(instructions(*lines[1]), " PAGEREF chapter \\h ;");
  const auto& last = lines[1]->children.back();
  EXPECT_EQ(compact(last), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
  EXPECT_NE(lines[0]->children.back().name, "w:r");
  std::string kinds;
  for (const Node* field : gallery.all("w:fldChar")) {
    kinds += field->attribute("w:fldCharType").substr(0, 1);
  }
  EXPECT_EQ(kinds, "bsbsebsee");
  EXPECT_EQ(lines[0]->all("w:hyperlink").at(0)->attribute("w:anchor"), "chapter");
  EXPECT_NE(compact(*lines[0]).find("<w:t>3</w:t>"), std::string::npos);
}

TEST(DocxContents, ListsAreOfTheCaptionsTheyLeadTo) {
  Made made;
  made.contents.of = Of::tables;
  made.contents.lines = {sample::line("Таблица 1 – Итоги", made.table, sample::cellText)};
  made.build();
  const Node body = made.body();
  EXPECT_EQ(body.children.at(0).name, "w:p");  // no gallery
  EXPECT_EQ(instructions(body.children.at(0)),
            " TOC \\h \\z \\c \"Таблица\" ; PAGEREF table \\h ;");
  EXPECT_EQ(instructions(body.children.at(2)), " SEQ Таблица \\* ARABIC ;");
  std::string text;
  for (const Node* piece : body.children.at(2).all("w:t")) text += piece->children.at(0).text + "|";
  EXPECT_EQ(text, "Таблица |1| – Итоги|");
  made.contents.of = Of::figures;
  made.build("Рисунок 2.7");
  EXPECT_EQ(instructions(made.body().children.at(2)), " SEQ Рисунок \\* ARABIC \\r 7 ;");
}

TEST(DocxContents, CaptionsThatNoListLeadsToAreText) {
  Made made;
  made.build();
  EXPECT_EQ(instructions(made.body().children.at(2)), "");
}

TEST(DocxContents, NumbersOfCaptions) {
  Made made;
  made.contents.of = Of::tables;
  made.contents.lines = {sample::line("т", made.table)};
  made.build();
  const Bookmarks bookmarks(made.document, {});
  ContentsPlan plan(made.document, bookmarks);
  auto caption = paragraph("");
  caption.bookmark = made.table;
  const auto found = [&](std::vector<std::string> texts) {
    caption.runs.clear();
    for (const std::string& text : texts) caption.runs.push_back(sample::run(text));
    const auto sequence = plan.sequence(caption);
    if (!sequence) return std::string("none");
    return std::to_string(sequence->run) + ":" + std::to_string(sequence->begin) + "-" +
           std::to_string(sequence->end) +
           sequence->instruction.substr(std::string("SEQ Таблица \\* ARABIC").size());
  };
  EXPECT_EQ(found({"n ", "1 x"}), "1:0-1");
  EXPECT_EQ(found({"n 2"}), "0:2-3");
  EXPECT_EQ(found({"n 4.15. y"}), "0:4-6 \\r 15");
  EXPECT_EQ(found({"n A.16"}), "0:4-6");
  EXPECT_EQ(found({"n 12345678"}), "none");
  EXPECT_EQ(found({"nothing"}), "none");
  caption.bookmark = made.chapter;
  EXPECT_EQ(found({"n 17"}), "none");
  caption.bookmark = -1;
  EXPECT_EQ(found({"n 17"}), "none");
}

TEST(DocxContents, StylesTakeTheNamesThatWordKnows) {
  Made made;
  made.build();
  format::Contents tables;
  tables.of = Of::tables;
  tables.lines = {sample::line("т", made.table, sample::clause)};
  made.document.sections[0].blocks.emplace_back(tables);
  const Node styles = test::parse(test::part(made.docx(), "word/styles.xml"));
  std::string names;
  for (const Node* style : styles.all("w:style")) {
    if (style->attribute("w:type") != "paragraph") continue;
    names += style->attribute("w:styleId") + "=" + style->child("w:name").val() + "," +
             style->child("w:aliases").val() + "," + style->child("w:uiPriority").val() + ";";
  }
  EXPECT_EQ(names,
            "Normal=Normal,,;BodyText=Текст документа,,;Heading1=heading 1,,9;"
            "Clause=table of figures,Пункт,99;TableText=toc 1,Текст таблицы,39;"
            "Note=caption,Примечание,35;");
}

TEST(DocxContents, AtTheEndOfASectionTheLastLineCarriesIt) {
  Made made;
  made.build();
  made.document.sections.push_back(made.document.sections[0]);
  made.document.sections[0].blocks = {made.contents};
  made.document.sections[1].blocks.erase(made.document.sections[1].blocks.begin());
  const Node body = made.body();
  EXPECT_EQ(body.children.at(0).name, "w:p");
  EXPECT_FALSE(body.children.at(0).child("w:pPr").has("w:sectPr"));
  EXPECT_TRUE(body.children.at(1).child("w:pPr").has("w:sectPr"));
}

TEST(DocxContents, WithoutLinesThereIsNothing) {
  Made made;
  made.document.sections[0].blocks = {format::Contents()};
  const Node body = made.body();
  ASSERT_EQ(body.children.size(), 2u);  // a stay and the section
  EXPECT_EQ(instructions(body), "");
}

TEST(DocxBookmarks, NamesAreWhatWordTakes) {
  format::Document document = sample::document();
  for (const char* id : {"appendix-2", "appendix_2", "Appendix.2", "7", "",
                         "a-very-long-name-that-goes-on-and-on-beyond-forty",
                         "a-very-long-name-that-goes-on-and-on-beyond-fifty"}) {
    sample::mark(document, id);
  }
  const Bookmarks bookmarks(document, {});
  EXPECT_EQ(bookmarks.name(0), "appendix_2");
  EXPECT_EQ(bookmarks.name(1), "appendix_2_2");
  EXPECT_EQ(bookmarks.name(2), "Appendix_2_3");
  EXPECT_EQ(bookmarks.name(3), "b_7");
  EXPECT_EQ(bookmarks.name(4), "b_");
  EXPECT_EQ(bookmarks.name(5), "a_very_long_name_that_goes_on_and_on_bey");
  EXPECT_EQ(bookmarks.name(6), "a_very_long_name_that_goes_on_and_on_b_2");
}

TEST(DocxBookmarks, PlacesAndLevels) {
  format::Document document = sample::document();
  for (const char* id : {"head", "cell", "nowhere"}) sample::mark(document, id);
  auto head = paragraph("x");
  head.role = format::Role::heading2;
  head.bookmark = 0;
  format::Cell cell;
  auto inside = paragraph("y", sample::heading);
  inside.bookmark = 1;
  cell.blocks = {inside};
  document.sections[0].blocks = {head, sample::table(document, 1, {sample::row({cell})})};
  format::Resolved resolved;
  resolved.bookmarkPages = {4};
  const Bookmarks bookmarks(document, resolved);
  EXPECT_TRUE(bookmarks.stands(0));
  EXPECT_TRUE(bookmarks.stands(1));
  EXPECT_FALSE(bookmarks.stands(2));
  EXPECT_FALSE(bookmarks.stands(-1));
  EXPECT_EQ(bookmarks.level(0), 2);
  EXPECT_EQ(bookmarks.level(1), 1);
  EXPECT_EQ(bookmarks.page(0), 4);
  EXPECT_EQ(bookmarks.page(1), 0);
}

}  // namespace
}  // namespace chancery::docx
