#include <gtest/gtest.h>

#include "build.h"

// Pages of other PDF files among ours.
namespace chancery::layout {
namespace {

class ForeignLayout : public testing::Test {
 protected:
  /// A page of another file; its words stand in for it elsewhere.
  format::Section& addForeign(int file, int page, int width = 900, int height = 500) {
    format::Section& section = test::addSection(document, width, height);
    format::ForeignPage foreign;
    foreign.file = file;
    foreign.page = page;
    foreign.alternative = "План";
    section.foreign = foreign;
    section.blocks.emplace_back(test::paragraph("замена"));
    return section;
  }
  void addText(const std::string& text) {
    test::addSection(document, 1000, 20000).blocks.emplace_back(test::paragraph(text));
  }
  const pages::Pages& layout() {
    laid = test::layout(document);
    return laid.result.pages;
  }

  format::Document document = test::document();
  test::Laid laid;
};

TEST_F(ForeignLayout, APageIsShownInItsSize) {
  addText("до");
  addForeign(1, 4);
  addText("после");
  document.foreign.resize(2);
  document.foreign[1].bytes = std::make_shared<const std::string>("%PDF");
  const pages::Pages& pages = layout();
  ASSERT_EQ(pages.pages.size(), 3u);
  EXPECT_EQ(laid.result.resolved.pageCount, 3);
  EXPECT_FALSE(pages.pages[0].foreign);
  EXPECT_FALSE(pages.pages[2].foreign);
  const pages::Page& page = pages.pages[1];
  EXPECT_EQ(page.width, Length::twips(900));
  EXPECT_EQ(page.height, Length::twips(500));
  ASSERT_TRUE(page.foreign);
  EXPECT_EQ(page.foreign->file, 1u);
  EXPECT_EQ(page.foreign->page, 4u);
  ASSERT_EQ(pages.foreign.size(), 2u);
  EXPECT_EQ(pages.foreign[0], nullptr);
  EXPECT_EQ(*pages.foreign[1], "%PDF");
}

TEST_F(ForeignLayout, TheWordsInItsPlaceAreNotShown) {
  addText("до");
  addForeign(0, 0);
  EXPECT_EQ(test::texts(layout()), (std::vector<std::string>{"|до"}));
}

TEST_F(ForeignLayout, ItIsAFigureOfItsSection) {
  addForeign(0, 0);
  const pages::Pages& pages = layout();
  const pages::StructureElement& figure = pages.structure.at(pages.pages.at(0).foreign->element);
  EXPECT_EQ(figure.type, pages::StructureType::figure);
  EXPECT_EQ(figure.alternative, "План");
  EXPECT_EQ(pages.structure.at(figure.parent).type, pages::StructureType::section);
}

TEST_F(ForeignLayout, ItsPagesAreCounted) {
  addText("один");
  addForeign(0, 0);
  addText("три");
  addForeign(0, 1).firstPageNumber = 1;
  addText("два");
  std::vector<std::string> labels;
  for (const pages::Page& page : layout().pages) labels.push_back(page.label);
  EXPECT_EQ(labels, (std::vector<std::string>{"1", "2", "3", "1", "2"}));
}

TEST_F(ForeignLayout, ItMayBeginOnAnOddPage) {
  addText("один");
  addForeign(0, 0).startsOdd = true;
  const pages::Pages& pages = layout();
  ASSERT_EQ(pages.pages.size(), 3u);
  EXPECT_FALSE(pages.pages[1].foreign);
  EXPECT_TRUE(pages.pages[2].foreign);
}

TEST_F(ForeignLayout, ReferencesLeadToThePage) {
  addText("до");
  document.bookmarks.resize(1);
  std::get<format::Paragraph>(addForeign(0, 0).blocks[0]).bookmark = 0;
  layout();
  EXPECT_EQ(laid.result.resolved.bookmarkPages, (std::vector<int>{2}));
}

TEST_F(ForeignLayout, TheLimitOfPagesHolds) {
  for (int i = 0; i < 3; ++i) addForeign(0, i);
  Limits limits;
  limits.pages = 2;
  laid = test::layout(document, limits);
  ASSERT_EQ(laid.diagnostics.all().size(), 1u);
  EXPECT_EQ(laid.diagnostics.all()[0].message->code, "L101");
}

}  // namespace
}  // namespace chancery::layout
