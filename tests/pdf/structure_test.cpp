#include "pdf/structure.h"

#include <gtest/gtest.h>

#include "pdf/written_objects.h"

namespace chancery::pdf {
namespace {

using pages::StructureElement;
using pages::StructureElements;
using pages::StructureType;

constexpr int kFirstPage = 50;

TaggedContent marked(std::vector<MarkedContent> marks) {
  return {std::move(marks), {}};
}

/// The objects of a structure tree, in the order of the file.
std::vector<std::string> write(const StructureElements& structure,
                               const TaggedContent& content, std::size_t pageCount = 2,
                               const std::vector<LinkAnnotation>& links = {}) {
  std::vector<pages::Page> pages(pageCount);
  for (pages::Page& page : pages) page.height = Length::pt(800);
  return pdf_test::objectsOf([&](ObjectWriter& out) {
    EXPECT_EQ(writeStructure(out, structure, content, links, {kFirstPage, pages}), 1);
  });
}

StructureElement make(StructureType type, pages::ElementId parent = 0) {
  StructureElement element;
  element.type = type;
  element.parent = parent;
  return element;
}

// The object of one element below the document.
std::string writeOne(const StructureElement& element, std::vector<MarkedContent> marks = {}) {
  return write({make(StructureType::document, pages::kArtifact), element}, marked(std::move(marks)))
      .at(1);
}

TEST(Structure, RootLeadsToTheDocumentAndTheParentTree) {
  const auto objects = write({make(StructureType::document, pages::kArtifact)}, {});
  ASSERT_EQ(objects.size(), 3u);
  EXPECT_EQ(objects[0], "<</S/Document/P 1 0 R>>");
  EXPECT_EQ(objects[1], "<</Nums[0[]1[]]>>");
  EXPECT_EQ(objects[2], "<</Type/StructTreeRoot/K 2 0 R/ParentTree 3 0 R/ParentTreeNextKey 2>>");
}

TEST(Structure, ChildrenStandInOrder) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::table), make(StructureType::tableRow, 1),
                              make(StructureType::paragraph), make(StructureType::tableRow, 1)},
                             {});
  EXPECT_EQ(objects[0], "<</S/Document/P 1 0 R/K[3 0 R 5 0 R]>>");
  EXPECT_EQ(objects[1], "<</S/Table/P 2 0 R/K[4 0 R 6 0 R]>>");
  EXPECT_EQ(objects[2], "<</S/TR/P 3 0 R>>");
}

TEST(Structure, OnlyChildNeedsNoArray) {
  const auto objects =
      write({make(StructureType::document, pages::kArtifact), make(StructureType::paragraph)}, {});
  EXPECT_EQ(objects[0], "<</S/Document/P 1 0 R/K 3 0 R >>");
}

TEST(Structure, ContentOfOnePageIsNumbers) {
  EXPECT_EQ(writeOne(make(StructureType::paragraph), {{1, 1, 7}}),
            "<</S/P/P 2 0 R/Pg 51 0 R/K 7 >>");
  EXPECT_EQ(writeOne(make(StructureType::paragraph), {{1, 0, 7}, {1, 0, 9}}),
            "<</S/P/P 2 0 R/Pg 50 0 R/K[7 9]>>");
}

TEST(Structure, ContentOfOtherPagesNamesThem) {
  EXPECT_EQ(writeOne(make(StructureType::paragraph), {{1, 0, 7}, {1, 1, 0}}),
            "<</S/P/P 2 0 R/Pg 50 0 R/K[7 <</Type/MCR/Pg 51 0 R/MCID 0>>]>>");
}

TEST(Structure, ContentComesBeforeChildren) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::paragraph), make(StructureType::span, 1)},
                             marked({{1, 0, 0}, {2, 0, 1}}));
  EXPECT_EQ(objects[1], "<</S/P/P 2 0 R/Pg 50 0 R/K[0 4 0 R]>>");
}

TEST(Structure, ParentTreeLeadsBack) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::paragraph), make(StructureType::paragraph)},
                             marked({{1, 0, 0}, {2, 0, 1}, {2, 2, 0}}), 3);
  EXPECT_EQ(objects[3], "<</Nums[0[3 0 R 4 0 R ]1[]2[4 0 R ]]>>");
  EXPECT_NE(objects[4].find("/ParentTreeNextKey 3>>"), std::string::npos);
}

TEST(Structure, HeadersHaveAScope) {
  StructureElement header = make(StructureType::tableHeader);
  EXPECT_EQ(writeOne(header), "<</S/TH/P 2 0 R/A<</O/Table/Scope/Column>>>>");
  header.rowHeader = true;
  header.columnSpan = 2;
  header.rowSpan = 3;
  EXPECT_EQ(writeOne(header), "<</S/TH/P 2 0 R/A<</O/Table/Scope/Row/ColSpan 2/RowSpan 3>>>>");
}

TEST(Structure, CellsStateSpansOnly) {
  StructureElement cell = make(StructureType::tableCell);
  EXPECT_EQ(writeOne(cell), "<</S/TD/P 2 0 R>>");
  cell.rowSpan = 4;
  EXPECT_EQ(writeOne(cell), "<</S/TD/P 2 0 R/A<</O/Table/RowSpan 4>>>>");
  cell.rowSpan = 1;
  cell.columnSpan = 5;
  EXPECT_EQ(writeOne(cell), "<</S/TD/P 2 0 R/A<</O/Table/ColSpan 5>>>>");
}

TEST(Structure, OtherElementsHaveNoSpans) {
  StructureElement row = make(StructureType::tableRow);
  row.columnSpan = 2;
  EXPECT_EQ(writeOne(row), "<</S/TR/P 2 0 R>>");
}

TEST(Structure, ListsStateTheirNumbering) {
  StructureElement list = make(StructureType::list);
  EXPECT_EQ(writeOne(list), "<</S/L/P 2 0 R/A<</O/List/ListNumbering/Disc>>>>");
  list.numberedList = true;
  EXPECT_EQ(writeOne(list), "<</S/L/P 2 0 R/A<</O/List/ListNumbering/Decimal>>>>");
}

TEST(Structure, FiguresHaveTheirAlternative) {
  StructureElement figure = make(StructureType::figure);
  figure.alternative = "Seal";
  EXPECT_EQ(writeOne(figure), "<</S/Figure/P 2 0 R/Alt(Seal)>>");
}

TEST(Structure, FiguresTellWhereTheyStand) {
  TaggedContent content = marked({{1, 1, 0}});
  content.figures[1] = {1, {Length::pt(10), Length::pt(20.5), Length::pt(110), Length::pt(70)}};
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::figure), make(StructureType::figure)},
                             content);
  EXPECT_EQ(objects[1],
            "<</S/Figure/P 2 0 R/A<</O/Layout/BBox[10 730 110 779.5]>>/Pg 51 0 R/K 0 >>");
  EXPECT_EQ(objects[2], "<</S/Figure/P 2 0 R>>");
}

TEST(Structure, LinksHoldTheirAnnotations) {
  const auto objects =
      write({make(StructureType::document, pages::kArtifact), make(StructureType::link)},
            marked({{1, 0, 0}}), 2, {{1, 0, 70}, {1, 1, 71}});
  EXPECT_EQ(objects[1],
            "<</S/Link/P 2 0 R/Pg 50 0 R/K[0 <</Type/OBJR/Obj 70 0 R>> "
            "<</Type/OBJR/Obj 71 0 R/Pg 51 0 R>>]>>");
  EXPECT_EQ(objects[2], "<</Nums[0[3 0 R ]1[]2 3 0 R 3 3 0 R ]>>");
  EXPECT_NE(objects[3].find("/ParentTreeNextKey 4>>"), std::string::npos);
}

TEST(Structure, ALinkMayHaveNoTextOfItsOwn) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::link), make(StructureType::span, 1)},
                             marked({{2, 1, 0}}), 2, {{1, 1, 70}});
  EXPECT_EQ(objects[1], "<</S/Link/P 2 0 R/Pg 51 0 R/K[<</Type/OBJR/Obj 70 0 R>> 4 0 R]>>");
}

TEST(Structure, AReferenceThatIsALinkHasOneInside) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::reference), make(StructureType::reference)},
                             marked({{1, 0, 0}, {2, 0, 1}}), 1, {{1, 0, 70}});
  EXPECT_EQ(objects[1], "<</S/Reference/P 2 0 R/K 5 0 R>>");
  EXPECT_EQ(objects[2], "<</S/Link/P 3 0 R/Pg 50 0 R/K[0 <</Type/OBJR/Obj 70 0 R>>]>>");
  EXPECT_EQ(objects[3], "<</S/Reference/P 2 0 R/Pg 50 0 R/K 1 >>");
  EXPECT_EQ(objects[4], "<</Nums[0[5 0 R 4 0 R ]1 5 0 R ]>>");
}

TEST(StructureDeathTest, LinksStandUnderLinksOnly) {
  const auto linked = [](pages::ElementId element) {
    write({make(StructureType::document, pages::kArtifact), make(StructureType::paragraph)}, {}, 1,
          {{element, 0, 70}});
  };
  EXPECT_DEATH(linked(1), "link under an element that is none");
  EXPECT_DEATH(linked(pages::kArtifact), "unknown element");
  EXPECT_DEATH(linked(2), "unknown element");
}

TEST(Structure, NotesHaveIdsThatTheTreeFinds) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::note), make(StructureType::note)},
                             {});
  EXPECT_EQ(objects[1], "<</S/Note/P 2 0 R/ID(note-0000000001)>>");
  EXPECT_NE(objects[4].find("/IDTree<</Names[(note-0000000001)3 0 R(note-0000000002)4 0 R]>>>>"),
            std::string::npos);
}

TEST(StructureDeathTest, ElementBeforeItsParentIsOurError) {
  EXPECT_DEATH(
      write({make(StructureType::document, pages::kArtifact), make(StructureType::paragraph, 1)},
            {}),
      "element before its parent");
  EXPECT_DEATH(write({make(StructureType::document, pages::kArtifact),
                      make(StructureType::paragraph, pages::kArtifact)},
                     {}),
               "element before its parent");
}

}  // namespace
}  // namespace chancery::pdf
