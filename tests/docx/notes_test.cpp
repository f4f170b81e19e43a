#include "docx/notes.h"

#include <gtest/gtest.h>

#include "docx/features.h"
#include "docx/pool.h"
#include "docx/styles.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using test::compact;
using test::Node;

format::Document noted() {
  format::Document document = sample::document();
  auto text = paragraph("Сноски");
  text.runs.push_back(sample::note(document, "Раз."));
  text.runs.push_back(sample::note(document, "Два."));
  document.footnotes[1].label = "*";
  document.sections[0].blocks = {text};
  return document;
}

TEST(DocxNotes, NotesFollowTheSeparators) {
  const Node notes = test::parse(test::part(test::packed(noted()), "word/footnotes.xml"));
  std::string ids;
  for (const Node& note : notes.children) {
    ids += note.attribute("w:id") + note.attribute("w:type") + ";";
  }
  EXPECT_EQ(ids, "-1separator;0continuationSeparator;1;2;");
  EXPECT_EQ(notes.children[0].all("w:separator").size(), 1u);
  EXPECT_EQ(notes.children[1].all("w:continuationSeparator").size(), 1u);
  const std::string mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
  const std::string rest = "</w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>";
  EXPECT_EQ(compact(notes.children[2].child("w:p")),
            "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>" + mark + "<w:footnoteRef/>" + rest +
                "Раз.</w:t></w:r></w:p>");
  EXPECT_EQ(compact(notes.children[3].child("w:p")),
            "<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>" + mark + "<w:t>*</w:t>" + rest +
                "Два.</w:t></w:r></w:p>");
}

TEST(DocxNotes, OnlyTheFirstParagraphHasTheMark) {
  format::Document document = noted();
  document.footnotes[0].paragraphs.push_back(paragraph("Дальше.", sample::small));
  document.footnotes[1].paragraphs.clear();
  const Node notes = test::parse(test::part(test::packed(document), "word/footnotes.xml"));
  EXPECT_EQ(notes.children[2].all("w:footnoteRef").size(), 1u);
  EXPECT_EQ(test::textOf(*notes.children[2].all("w:p").at(1)), "Дальше.");
  EXPECT_EQ(test::textOf(notes.children[3].child("w:p")), "* ");
}

TEST(DocxNotes, PackageAndSettingsKnowThem) {
  const std::string docx = test::packed(noted());
  EXPECT_NE(test::part(docx, "[Content_Types].xml").find("footnotes+xml"), std::string::npos);
  EXPECT_NE(test::part(docx, "word/_rels/document.xml.rels").find("footnotes.xml"),
            std::string::npos);
  const Node settings = test::parse(test::part(docx, "word/settings.xml"));
  EXPECT_EQ(compact(settings.child("w:footnotePr")),
            "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
  EXPECT_EQ(test::part(test::packed(sample::document()), "word/footnotes.xml"), "");
}

TEST(DocxNotes, TheirStyleIsWordsOwn) {
  const Node styles = test::parse(stylesPart(noted()));
  std::string names;
  for (const Node* style : styles.all("w:style")) {
    const std::string id = style->attribute("w:styleId");
    if (id == "Note" || id == "FootnoteReference") names += compact(*style) + "\n";
  }
  EXPECT_NE(names.find("<w:name w:val=\"footnote text\"/><w:aliases w:val=\"Примечание\"/>"),
            std::string::npos);
  EXPECT_NE(names.find("<w:name w:val=\"footnote reference\"/>"
                       "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:uiPriority w:val=\"99\"/>"
                       "<w:unhideWhenUsed/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>"),
            std::string::npos);
}

TEST(DocxNotes, AStyleOfTheirOwnIsAddedAndUsed) {
  format::Document document = noted();
  document.footnoteStyle.id = "FootnoteText";
  document.footnoteStyle.text.family = "PT Serif";
  format::Run bold = sample::bold("!");
  bold.style = document.footnoteStyle.text;
  document.footnotes[0].paragraphs[0].runs.push_back(bold);
  const std::string docx = test::packed(document);
  const Node styles = test::parse(test::part(docx, "word/styles.xml"));
  EXPECT_EQ(styles.children.at(styles.children.size() - 2).attribute("w:styleId"), "FootnoteText");
  const Node notes = test::parse(test::part(docx, "word/footnotes.xml"));
  EXPECT_EQ(notes.children[2].all("w:pStyle").at(0)->val(), "FootnoteText");
  // Looks are told from the style of notes, whatever style the paragraph has.
  EXPECT_EQ(test::textOf(notes.children[2].child("w:p")), " Раз.!");
  EXPECT_EQ(notes.children[2].all("w:i").size(), 0u);
  EXPECT_NE(test::part(docx, "word/fontTable.xml").find("PT Serif"), std::string::npos);
}

TEST(DocxPool, SharedPartsArePackedOnce) {
  Pool pool;
  const Pool::Loan loan = pool.borrow();
  const std::string styles(1000, 's');
  const auto first = pool.packed(styles, *loan);
  EXPECT_EQ(pool.packed(styles, *loan), first);
  EXPECT_EQ(first->size, 1000u);
  EXPECT_NE(pool.packed("other", *loan), first);
  for (std::size_t i = 0; i < Pool::kMostShared; ++i) pool.packed(std::to_string(i), *loan);
  EXPECT_NE(pool.packed(styles, *loan), first);  // forgotten, and made anew
}

TEST(DocxPool, CompressorsComeBack) {
  Pool pool;
  archive::Packer* used = nullptr;
  {
    const Pool::Loan loan = pool.borrow();
    used = &*loan;
  }
  const Pool::Loan again = pool.borrow();
  EXPECT_EQ(&*again, used);
  const Pool::Loan second = pool.borrow();
  EXPECT_NE(&*second, used);
}

TEST(DocxPool, PicturesAreDrawnOnce) {
  Pool pool;
  const auto drawing = sample::drawing();
  const auto first = pool.png(*drawing, 100);
  EXPECT_EQ(*first, image::rasterise(*drawing->drawing(), 100));
  const image::Picture copy = *drawing;
  EXPECT_EQ(pool.png(copy, 100), first);
  EXPECT_NE(*pool.png(copy, 50), *first);  // another size is another picture
  EXPECT_EQ(pool.png(copy, 100), first);
}

TEST(DocxPool, PicturesWithoutAFileAreNotKept) {
  Pool pool;
  image::Picture picture = *sample::png();
  picture.bytes.clear();
  const auto first = pool.png(picture, 0);
  EXPECT_EQ(*first, image::writePng(*picture.raster()));
  EXPECT_NE(pool.png(picture, 0), first);
}

// Files count with what is made of them: two large ones do not fit, and the second stays.
TEST(DocxPool, PicturesTakeBoundedRoom) {
  Pool pool;
  image::Picture large = *sample::png();
  const auto padded = [&](char with, std::size_t size) {
    large.bytes.assign(size, with);
    return pool.png(large, 0);
  };
  const auto first = padded('a', Pool::kMostPictures / 2);
  EXPECT_EQ(padded('a', Pool::kMostPictures / 2), first);
  const auto second = padded('b', Pool::kMostPictures / 2);
  EXPECT_EQ(padded('b', Pool::kMostPictures / 2), second);
  EXPECT_NE(padded('a', Pool::kMostPictures / 2), first);
  const auto small = padded('c', 10);
  EXPECT_NE(padded('d', Pool::kMostPictures), padded('d', Pool::kMostPictures));
  EXPECT_EQ(padded('c', 10), small);
}

TEST(DocxRelations, EqualOnesHaveOneId) {
  Relations relations;
  EXPECT_TRUE(relations.empty());
  EXPECT_EQ(relations.add("image", "a.png"), "rId1");
  EXPECT_EQ(relations.add("image", "b.png"), "rId2");
  EXPECT_EQ(relations.add("chart", "a.png"), "rId3");
  EXPECT_EQ(relations.add("image", "b.png"), "rId2");
  EXPECT_FALSE(relations.empty());
  EXPECT_EQ(relationsName("word/document.xml"), "word/_rels/document.xml.rels");
  EXPECT_EQ(relationsName("a.xml"), "_rels/a.xml.rels");
}

}  // namespace
}  // namespace chancery::docx
