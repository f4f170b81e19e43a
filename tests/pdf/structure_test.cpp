#include "pdf/structure.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

using pages::StructureElement;
using pages::StructureType;

constexpr int kFirstPage = 50;

/// The objects of a structure tree, in the order of the file, without "obj" and "endobj".
std::vector<std::string> write(const std::vector<StructureElement>& structure,
                               const std::vector<MarkedContent>& marks, int pageCount = 2) {
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  EXPECT_EQ(writeStructure(out, structure, marks, kFirstPage, pageCount), 1);
  const std::string file = out.finish(1, 1);
  std::vector<std::string> objects;
  for (std::size_t at = 0; (at = file.find(" obj\n", at)) != std::string::npos;) {
    at += 5;
    objects.push_back(file.substr(at, file.find("\nendobj", at) - at));
  }
  return objects;
}

StructureElement make(StructureType type, pages::ElementId parent = 0) {
  StructureElement element;
  element.type = type;
  element.parent = parent;
  return element;
}

// The object of one element below the document.
std::string writeOne(const StructureElement& element,
                     const std::vector<MarkedContent>& marks = {}) {
  return write({make(StructureType::document, pages::kArtifact), element}, marks).at(1);
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
                             {{1, 0, 0}, {2, 0, 1}});
  EXPECT_EQ(objects[1], "<</S/P/P 2 0 R/Pg 50 0 R/K[0 4 0 R]>>");
}

TEST(Structure, ParentTreeLeadsBack) {
  const auto objects = write({make(StructureType::document, pages::kArtifact),
                              make(StructureType::paragraph), make(StructureType::paragraph)},
                             {{1, 0, 0}, {2, 0, 1}, {2, 2, 0}}, 3);
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
