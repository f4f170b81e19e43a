#include "pdf/navigation.h"

#include <gtest/gtest.h>

#include "pdf/written_objects.h"

namespace chancery::pdf {
namespace {

using pdf_test::objectsOf;

std::vector<pages::Page> pagesOf(std::vector<std::string> labels) {
  std::vector<pages::Page> pages(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    pages[i].height = Length::pt(800);
    pages[i].label = labels[i];
  }
  return pages;
}

// ---- Outline ----------------------------------------------------------------------------------

struct OutlineFile {
  std::vector<std::string> objects;
  std::string entries;
};

OutlineFile outline(const std::vector<std::pair<std::string, int>>& items) {
  std::vector<pages::OutlineItem> outline;
  for (const auto& [text, level] : items) {
    outline.push_back(
        {text, level, static_cast<std::uint32_t>(outline.size() % 2), Length::pt(100)});
  }
  const auto pages = pagesOf({"", ""});
  OutlineFile file;
  file.objects = objectsOf([&](ObjectWriter& out) {
    file.entries = writeOutline(out, outline, {70, pages});
  });
  return file;
}

TEST(Outline, ThereMayBeNone) {
  std::string entries = "?";
  const auto pages = pagesOf({""});
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  EXPECT_EQ(writeOutline(out, {}, {70, pages}), "");
  EXPECT_EQ(out.reserve(), 1) << "nothing is written";
}

TEST(Outline, ItemsLeadToTheirPlace) {
  const OutlineFile file = outline({{"A", 1}, {"B", 1}});
  ASSERT_EQ(file.objects.size(), 3u);
  EXPECT_EQ(file.objects[0],
            "<</Title(A)/Parent 3 0 R/Next 2 0 R/Dest[70 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[1],
            "<</Title(B)/Parent 3 0 R/Prev 1 0 R/Dest[71 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[2], "<</Type/Outlines/First 1 0 R/Last 2 0 R/Count 2>>");
  EXPECT_EQ(file.entries, "/PageMode/UseOutlines/Outlines 3 0 R");
}

TEST(Outline, DeeperItemsAreFolded) {
  const OutlineFile file = outline({{"A", 1}, {"B", 2}, {"C", 3}, {"D", 2}, {"E", 1}});
  EXPECT_EQ(file.objects[0],
            "<</Title(A)/Parent 6 0 R/Next 5 0 R/First 2 0 R/Last 4 0 R/Count -2"
            "/Dest[70 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[1],
            "<</Title(B)/Parent 1 0 R/Next 4 0 R/First 3 0 R/Last 3 0 R/Count -1"
            "/Dest[71 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[2], "<</Title(C)/Parent 2 0 R/Dest[70 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[3],
            "<</Title(D)/Parent 1 0 R/Prev 2 0 R/Dest[71 0 R/XYZ null 700 null]>>");
  EXPECT_EQ(file.objects[5], "<</Type/Outlines/First 1 0 R/Last 5 0 R/Count 2>>");
}

TEST(Outline, AnOnlyFirstItemIsUnfolded) {
  const OutlineFile file = outline({{"A", 1}, {"B", 2}, {"C", 3}, {"D", 2}});
  EXPECT_NE(file.objects[0].find("/Count 2/"), std::string::npos);
  EXPECT_NE(file.objects[1].find("/Count -1/"), std::string::npos);
  EXPECT_EQ(file.objects[4], "<</Type/Outlines/First 1 0 R/Last 1 0 R/Count 3>>");
}

TEST(Outline, LevelsMayHaveGaps) {
  const OutlineFile file = outline({{"A", 3}, {"B", 5}, {"C", 4}, {"D", 2}});
  EXPECT_NE(file.objects[1].find("/Parent 1 0 R/Next 3 0 R/Dest"), std::string::npos);
  EXPECT_NE(file.objects[2].find("/Parent 1 0 R/Prev 2 0 R/Dest"), std::string::npos);
  EXPECT_NE(file.objects[3].find("/Parent 5 0 R/Prev 1 0 R/Dest"), std::string::npos);
}

TEST(Outline, NamelessItemsHaveADash) {
  EXPECT_EQ(outline({{"", 1}}).objects[0].substr(0, 14), "<</Title(\xFE\xFF\x20\x13)");
}

TEST(OutlineDeathTest, ItemsLeadToPagesOfTheFile) {
  const auto pages = pagesOf({""});
  EXPECT_DEATH(objectsOf([&](ObjectWriter& out) {
                 writeOutline(out, {{"A", 1, 1, Length()}}, {70, pages});
               }),
               "outline leads out of the file");
}

// ---- Page labels ------------------------------------------------------------------------------

std::string labels(const std::vector<std::string>& labels) {
  return pageLabels(pagesOf(labels));
}

TEST(PageLabels, NumbersOfTheSheetsNeedNone) {
  EXPECT_EQ(labels({"", ""}), "");
  EXPECT_EQ(labels({"1", "2", "3"}), "");
  EXPECT_EQ(labels({"", "2", "3"}), "") << "a title page is page 1";
  EXPECT_EQ(labels({"1", "", "", "4", ""}), "");
}

TEST(PageLabels, RangesBeginWhereTheCountDoes) {
  EXPECT_EQ(labels({"1", "2", "1", "2"}), "/PageLabels<</Nums[0<</S/D/St 1>> 2<</S/D/St 1>>]>>");
  EXPECT_EQ(labels({"", "2", "", "2", ""}), "/PageLabels<</Nums[0<</S/D/St 1>> 2<</S/D/St 1>>]>>");
  EXPECT_EQ(labels({"5", "6"}), "/PageLabels<</Nums[0<</S/D/St 5>>]>>");
  EXPECT_EQ(labels({"2", "4"}), "/PageLabels<</Nums[0<</S/D/St 2>> 1<</S/D/St 4>>]>>");
}

TEST(PageLabels, OtherLabelsAreTexts) {
  EXPECT_EQ(labels({"iv", "1"}), "/PageLabels<</Nums[0<</P(iv)>> 1<</S/D/St 1>>]>>");
  EXPECT_EQ(labels({"A-1", "A-2"}), "/PageLabels<</Nums[0<</P(A-1)>> 1<</P(A-2)>>]>>");
  EXPECT_EQ(labels({"01", "0"}), "/PageLabels<</Nums[0<</P(01)>> 1<</P(0)>>]>>");
  EXPECT_EQ(labels({"iv", ""}), "/PageLabels<</Nums[0<</P(iv)>> 1<</S/D/St 1>>]>>");
}

TEST(PageLabels, NothingComesBeforePageOne) {
  EXPECT_EQ(labels({"", "", "1", "2"}), "/PageLabels<</Nums[0<</S/D/St 1>> 2<</S/D/St 1>>]>>");
}

// ---- Links ------------------------------------------------------------------------------------

std::vector<pages::Page> linkedPages() {
  auto pages = pagesOf({"", "", ""});
  pages::Link link;
  link.x = Length::pt(10);
  link.y = Length::pt(20);
  link.width = Length::pt(30);
  link.height = Length::pt(14.5);
  link.element = 4;
  link.page = 2;
  link.top = Length::pt(100);
  link.description = "Go";
  pages[0].links = {link, link};
  link.description = "";
  link.element = 7;
  pages[2].links = {link};
  return pages;
}

TEST(Links, AreAnnotationsOfTheirPages) {
  const auto pages = linkedPages();
  const auto objects = objectsOf([&](ObjectWriter& out) {
    const Links links(pages, out);
    EXPECT_EQ(links.annotationsOf(0), "/Annots[1 0 R 2 0 R]");
    EXPECT_EQ(links.annotationsOf(1), "");
    EXPECT_EQ(links.annotationsOf(2), "/Annots[3 0 R]");
    ASSERT_EQ(links.annotations().size(), 3u);
    EXPECT_EQ(links.annotations()[1].element, 4);
    EXPECT_EQ(links.annotations()[1].page, 0);
    EXPECT_EQ(links.annotations()[2].element, 7);
    EXPECT_EQ(links.annotations()[2].page, 2);
    EXPECT_EQ(links.annotations()[2].number, 3);
    links.write(out, {70, pages}, true);
  });
  EXPECT_EQ(objects[0],
            "<</Type/Annot/Subtype/Link/Rect[10 765.5 40 780]/Border[0 0 0]/F 4"
            "/Dest[72 0 R/XYZ null 700 null]/Contents(Go)/StructParent 3>>");
  EXPECT_NE(objects[1].find("/StructParent 4>>"), std::string::npos);
  EXPECT_NE(objects[2].find("/Contents(\xFE\xFF\x21\x92"), std::string::npos) << "never empty";
}

TEST(Links, HaveNoParentsWithoutTags) {
  const auto pages = linkedPages();
  const auto objects = objectsOf([&](ObjectWriter& out) {
    const Links links(pages, out);
    links.write(out, {70, pages}, false);
  });
  EXPECT_EQ(objects[0],
            "<</Type/Annot/Subtype/Link/Rect[10 765.5 40 780]/Border[0 0 0]/F 4"
            "/Dest[72 0 R/XYZ null 700 null]/Contents(Go)>>");
}

TEST(Links, CostNothingWhereThereAreNone) {
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  const Links links(pagesOf({"", ""}), out);
  EXPECT_EQ(links.annotationsOf(1), "");
  EXPECT_TRUE(links.annotations().empty());
  EXPECT_EQ(out.reserve(), 1);
}

TEST(LinksDeathTest, LeadToPagesOfTheFile) {
  auto pages = linkedPages();
  pages[0].links[1].page = 3;
  EXPECT_DEATH(objectsOf([&](ObjectWriter& out) {
                 const Links links(pages, out);
                 links.write(out, {70, pages}, true);
               }),
               "link leads out of the file");
}

}  // namespace
}  // namespace chancery::pdf
