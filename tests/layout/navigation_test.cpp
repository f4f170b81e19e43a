// References, page numbers in the text, contents, links, the outline, and what runs on each page.
#include "layout/navigation.h"

#include <gtest/gtest.h>

#include "build.h"

namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;
using pages::StructureType;
using Field = format::Run::Field;

class NavigationTest : public testing::Test {
 protected:
  format::Document document = test::document();
  test::Laid laid;

  NavigationTest() { addSection(); }

  // Pages of ten lines.
  format::Section& addSection() { return test::addSection(document, 4000, 2760); }
  std::vector<format::Block>& blocks() { return document.sections.back().blocks; }
  format::Paragraph& add(std::string text) {
    blocks().emplace_back(test::paragraph(std::move(text)));
    return std::get<format::Paragraph>(blocks().back());
  }
  void addLines(int count) {
    for (int i = 0; i < count; ++i) add("строка");
  }
  int addBookmark(format::Paragraph& paragraph) {
    document.bookmarks.push_back({"b" + std::to_string(document.bookmarks.size())});
    paragraph.bookmark = static_cast<int>(document.bookmarks.size()) - 1;
    return paragraph.bookmark;
  }
  static format::Run field(Field field, int index = -1, int link = -1) {
    format::Run run;
    run.field = field;
    run.index = index;
    run.link = link;
    return run;
  }
  Texts texts() {
    laid = test::layout(document);
    return test::texts(laid.result.pages);
  }
  const std::vector<pages::Page>& pages() { return laid.result.pages.pages; }
  StructureType typeOf(pages::ElementId id) {
    return laid.result.pages.structure.at(static_cast<std::size_t>(id)).type;
  }
  pages::ElementId parentOf(pages::ElementId id) {
    return laid.result.pages.structure.at(static_cast<std::size_t>(id)).parent;
  }
};

TEST_F(NavigationTest, AReferenceTellsThePageOfItsBookmark) {
  document.bookmarks.push_back({"far"});
  format::Paragraph& reference = add("см. стр. ");
  reference.runs.push_back(field(Field::pageOf, 0));
  addLines(25);
  add("цель").bookmark = 0;
  EXPECT_EQ(texts()[0], "|см. стр. 3");
  EXPECT_EQ(laid.result.resolved.bookmarkPages, (std::vector<int>{3}));
}

TEST_F(NavigationTest, AReferenceMayMoveItsOwnTarget) {
  // The number takes a line of its own, which moves the target from page 9 to page 10.
  document.bookmarks.push_back({"far"});
  document.sections[0].pageWidth = Length::twips(240 * 2);
  add("111").runs.push_back(field(Field::pageOf, 0));
  for (int i = 0; i < 88; ++i) add("1");
  add("2").bookmark = 0;
  texts();
  EXPECT_EQ(laid.result.resolved.bookmarkPages, (std::vector<int>{10}));
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L111"}));
}

TEST_F(NavigationTest, ABookmarkThatIsNowhereIsTold) {
  document.bookmarks.push_back({"lost"});
  add("стр. ").runs.push_back(field(Field::pageOf, 0, 0));
  EXPECT_EQ(texts(), (Texts{"|стр. –"}));
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"L117"}));
  EXPECT_EQ(laid.diagnostics.all()[0].arguments, (Texts{"lost"}));
  EXPECT_TRUE(pages()[0].links.empty());
}

TEST_F(NavigationTest, FieldsCountPagesOfTheDocumentAndOfTheSection) {
  add("").runs = {field(Field::pageNumber), {" из "}, field(Field::pageCount)};
  addLines(10);
  addSection();
  add("").runs = {field(Field::sectionPageCount), {" из "}, field(Field::pageCount)};
  addLines(20);
  const Texts seen = texts();
  EXPECT_EQ(seen[0], "|1 из 5");
  EXPECT_EQ(seen[11], "|3 из 5");
  EXPECT_EQ(laid.result.resolved.sectionPageCounts, (std::vector<int>{2, 3}));
  EXPECT_EQ(laid.result.resolved.pageCount, 5);
}

TEST_F(NavigationTest, LinksLeadToTheirTargets) {
  format::Paragraph& source = add("см. ");
  source.runs.push_back({"Приложение"});
  source.runs.back().link = 0;
  source.runs.push_back({" 2 "});
  source.runs.back().link = 0;
  source.runs.push_back({"далее"});
  addLines(12);
  addBookmark(add("цель"));
  texts();
  ASSERT_EQ(pages()[0].links.size(), 1u);
  const pages::Link& link = pages()[0].links[0];
  EXPECT_EQ(link.page, 1u);
  EXPECT_EQ(link.top, Length::twips(3 * 276));
  EXPECT_EQ(link.y, Length());
  EXPECT_EQ(link.height, Length::twips(276));
  EXPECT_EQ(link.x, pages()[0].runs[1].x);
  EXPECT_EQ(link.x + link.width, pages()[0].runs[3].x);
  EXPECT_EQ(link.description, "Приложение 2");
  EXPECT_EQ(typeOf(link.element), StructureType::reference);
  EXPECT_EQ(pages()[0].runs[1].element, link.element);
  EXPECT_EQ(pages()[0].runs[2].element, link.element);
  EXPECT_EQ(typeOf(pages()[0].runs[0].element), StructureType::span);
  EXPECT_EQ(typeOf(parentOf(link.element)), StructureType::paragraph);
}

TEST_F(NavigationTest, ALinkHasAnAreaOnEachLine) {
  format::Paragraph& source = add("слово слово слово слово слово слово слово слово");
  source.runs[0].link = addBookmark(source);
  texts();
  ASSERT_EQ(pages()[0].links.size(), 2u);
  EXPECT_EQ(pages()[0].links[0].element, pages()[0].links[1].element);
  EXPECT_EQ(pages()[0].links[1].y, Length::twips(276));
}

TEST_F(NavigationTest, HeadingsMakeTheOutline) {
  add("Глава").role = format::Role::heading1;
  addLines(10);
  format::Paragraph& second = add("Раз\nдел\t");
  second.role = format::Role::heading2;
  second.label = format::Label{0, 0, "1."};
  add("").role = format::Role::heading3;
  const int style = test::addStyle(document);
  document.styles.back().outlineLevel = 1;
  add("Приложение").style = style;
  add("Таблица 1").role = format::Role::caption;
  texts();
  const auto& outline = laid.result.pages.outline;
  ASSERT_EQ(outline.size(), 3u);
  EXPECT_EQ(outline[0].text, "Глава");
  EXPECT_EQ(outline[0].level, 1);
  EXPECT_EQ(outline[0].page, 0u);
  EXPECT_EQ(outline[1].text, "1. Раз дел");
  EXPECT_EQ(outline[1].level, 2);
  EXPECT_EQ(outline[1].page, 1u);
  EXPECT_EQ(outline[1].top, Length::twips(276));
  EXPECT_EQ(outline[2].text, "Приложение");
  EXPECT_EQ(outline[2].level, 1);
}

TEST_F(NavigationTest, ContentsHaveTheirStructureAndLinks) {
  document.styles[0].tabs = {{Length::twips(4000), format::Align::right, true}};
  format::Contents contents;
  for (const char* title : {"Введение", "Итоги"}) {
    format::Paragraph line = test::paragraph(std::string(title) + "\t");
    const int bookmark = static_cast<int>(document.bookmarks.size());
    document.bookmarks.push_back({title});
    line.role = format::Role::contentsItem;
    line.runs[0].link = bookmark;
    line.runs.push_back(field(Field::pageOf, bookmark, bookmark));
    contents.lines.push_back(line);
  }
  blocks().emplace_back(contents);
  add("Введение").bookmark = 0;
  addLines(10);
  add("Итоги").bookmark = 1;
  const Texts seen = texts();
  EXPECT_EQ(seen[0], "|Введение 1");
  EXPECT_EQ(seen[1], "Итоги 2");
  ASSERT_EQ(pages()[0].links.size(), 2u);
  EXPECT_EQ(pages()[0].links[1].page, 1u);
  EXPECT_EQ(pages()[0].links[1].description, "Итоги 2");
  EXPECT_EQ(pages()[0].links[1].x + pages()[0].links[1].width, Length::twips(4000));
  const pages::ElementId reference = pages()[0].links[1].element;
  const pages::ElementId item = parentOf(reference);
  EXPECT_EQ(typeOf(reference), StructureType::reference);
  EXPECT_EQ(typeOf(item), StructureType::contentsItem);
  EXPECT_EQ(typeOf(parentOf(item)), StructureType::contents);
  EXPECT_EQ(pages()[0].shapes.size(), 2u);
}

TEST_F(NavigationTest, AMarkLeadsToItsNoteThatFollowsItsParagraph) {
  document.footnoteStyle = document.styles[0];
  test::addNote(document, add("слово"), "сноска");
  add("дальше");
  texts();
  ASSERT_EQ(pages()[0].links.size(), 1u);
  EXPECT_EQ(pages()[0].links[0].top, Length::twips(2760 - 276));
  std::string types;
  for (const auto& element : laid.result.pages.structure) {
    types += std::string(pages::structureName(element.type)) + " ";
  }
  EXPECT_EQ(types, "Document Sect P Span Reference Note Lbl P P ");
  EXPECT_EQ(laid.result.pages.structure[5].parent, 1);
}

TEST_F(NavigationTest, PagesAreLabelledWithTheirNumbers) {
  document.sections[0].firstPageNumber = 7;
  addLines(15);
  texts();
  EXPECT_EQ(pages()[0].label, "7");
  EXPECT_EQ(pages()[1].label, "8");
}

TEST_F(NavigationTest, ASectionMayBeginOnAnOddPage) {
  add("первый");
  addSection().startsOdd = true;
  add("второй");
  addSection().startsOdd = true;
  document.bookmarks.push_back({"b"});
  add("третий").bookmark = 0;
  EXPECT_EQ(texts(), (Texts{"|первый", "|второй", "|третий"}));
  ASSERT_EQ(pages().size(), 5u);
  EXPECT_TRUE(pages()[1].runs.empty());
  EXPECT_EQ(pages()[1].width, Length::twips(4000));
  EXPECT_EQ(pages()[1].label, "2");
  EXPECT_EQ(laid.result.resolved.bookmarkPages, (std::vector<int>{5}));
  EXPECT_EQ(laid.result.resolved.sectionPageCounts, (std::vector<int>{1, 1, 1}));
}

TEST_F(NavigationTest, AnEvenSectionNeedsNoBlankPage) {
  addLines(15);
  addSection().startsOdd = true;
  add("второй");
  texts();
  EXPECT_EQ(pages().size(), 3u);
}

TEST_F(NavigationTest, MarginsAreMirroredOnEvenPages) {
  document.mirrorMargins = true;
  document.sections[0].left = Length::twips(300);
  document.sections[0].right = Length::twips(100);
  document.sections[0].header = test::paragraph("верх");
  addLines(15);
  laid = test::layout(document);
  EXPECT_EQ(pages()[0].runs[0].x, Length::twips(300));
  EXPECT_EQ(pages()[1].runs[0].x, Length::twips(100));
  EXPECT_EQ(pages()[1].runs[1].x, Length::twips(100));
}

TEST_F(NavigationTest, FootersStandAtTheirOffset) {
  format::Section& section = document.sections[0];
  section.footer = test::paragraph("низ");
  section.footerOffset = Length::twips(100);
  section.footerOnFirst = false;
  section.bottom = Length::twips(276);
  addLines(20);
  laid = test::layout(document);
  const auto seen = test::lines(laid.result.pages, true);
  // Nine lines on the first page; the footer takes the hundred twips of one more.
  EXPECT_EQ(seen[8].text + std::to_string(seen[8].y), "строка" + std::to_string(8 * 276 + 224));
  EXPECT_EQ(seen[9].text + std::to_string(seen[9].y), "низ" + std::to_string(2760 - 376 + 224));
  EXPECT_EQ(seen[10].page, 2);
  EXPECT_EQ(seen[17].y, 7 * 276 + 224);
  EXPECT_EQ(seen[18].page, 3);
  EXPECT_EQ(pages()[1].runs[0].element, pages::kArtifact);
}

TEST_F(NavigationTest, APageBreakKeepsTheSpaceAbove) {
  const int style = test::addStyle(document);
  document.styles.back().before = Length::twips(200);
  add("один");
  add("два").style = style;
  add("три").style = style;
  std::get<format::Paragraph>(blocks()[1]).pageBreakBefore = true;
  std::get<format::Paragraph>(blocks()[0]).keepWithNext = true;
  laid = test::layout(document);
  const auto seen = test::lines(laid.result.pages);
  EXPECT_EQ(seen[1].page, 2);
  EXPECT_EQ(seen[1].y, 424);
  EXPECT_EQ(seen[2].y, 424 + 476);
}

TEST_F(NavigationTest, APageBreakAtAPagesStartAddsNone) {
  add("один").pageBreakBefore = true;
  EXPECT_EQ(texts(), (Texts{"|один"}));
  EXPECT_EQ(pages().size(), 1u);
}

TEST_F(NavigationTest, FindingsTellTheirPlace) {
  Sources sources;
  const SourceId source = sources.add("order.xml", "<a>\n  <b/>");
  document.bookmarks.push_back({"lost"});
  format::Run run = field(Field::pageOf, 0);
  run.origin.stated = {source, 6};
  add("").runs = {run};
  Engine engine(test::library());
  Diagnostics diagnostics;
  engine.layout(document, {}, diagnostics, &sources);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].place.file, "order.xml");
  EXPECT_EQ(diagnostics.all()[0].place.line, 2);
  EXPECT_EQ(diagnostics.all()[0].place.column, 3);
}

}  // namespace
}  // namespace chancery::layout
