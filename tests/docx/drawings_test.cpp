#include "docx/drawings.h"

#include <gtest/gtest.h>

#include "docx/features.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using test::compact;
using test::Node;

format::Document showing(const std::vector<int>& objects, format::Document document) {
  format::Paragraph line = paragraph("");
  for (const int object : objects) line.runs.push_back(sample::shown(object));
  document.sections[0].blocks = {line};
  return document;
}

std::string names(const std::string& docx, std::string_view start) {
  std::string out;
  for (const auto& [name, bytes] : test::unpack(docx)) {
    if (name.starts_with(start)) out += name + " ";
  }
  return out;
}

TEST(DocxDrawings, APictureStandsInItsLine) {
  format::Document document = sample::document();
  const int object = sample::add(document, sample::png(), "Герб «района»");
  const Node body = test::body(showing({object}, document));
  EXPECT_EQ(
      compact(*body.all("w:drawing").at(0)),
      "<w:drawing><wp:inline distB=\"0\" distL=\"0\" distR=\"0\" distT=\"0\" "
      "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
      "<wp:extent cx=\"720000\" cy=\"540000\"/><wp:effectExtent b=\"0\" l=\"0\" r=\"0\" t=\"0\"/>"
      "<wp:docPr descr=\"Герб «района»\" id=\"1\" name=\"object-1\"/>"
      "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      "<a:graphic><a:graphicData "
      "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
      "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
      "<pic:nvPicPr><pic:cNvPr id=\"1\" name=\"object-1\"/><pic:cNvPicPr/></pic:nvPicPr>"
      "<pic:blipFill><a:blip r:embed=\"rId5\"/><a:stretch><a:fillRect/></a:stretch>"
      "</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
      "<a:ext cx=\"720000\" cy=\"540000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>");
}

TEST(DocxDrawings, LayoutMayHaveMadeItSmaller) {
  format::Document document = sample::document();
  sample::add(document, sample::png());
  sample::add(document, sample::png(2, 2));
  document.sections[0].placed = {{1, Length(), Length()}};
  document = showing({0}, document);
  format::Resolved resolved = sample::resolve(document);
  const auto extents = [&] {
    const std::string docx = write(document, resolved, {});
    const Node body = test::parse(test::part(docx, "word/document.xml"));
    std::string out;
    for (const char* name : {"wp:extent", "a:ext"}) {
      for (const Node* extent : body.all(name)) {
        out += extent->attribute("cx") + "x" + extent->attribute("cy") + " ";
      }
    }
    return out;
  };
  const std::string stated = "720000x540000 ";
  EXPECT_EQ(extents(), stated + stated + stated + stated);
  resolved.objectSizes = {{Length::emu(40), Length::emu(30)}, {}};
  EXPECT_EQ(extents(), stated + "40x30 " + stated + "40x30 ");
  resolved.objectSizes = {{}, {Length::emu(4), Length::emu(3)}};
  EXPECT_EQ(extents(), "4x3 " + stated + "4x3 " + stated);
}

TEST(DocxDrawings, EachPictureIsOnePart) {
  format::Document document = sample::document();
  const auto picture = sample::png();
  const int one = sample::add(document, picture);
  const int two = sample::add(document, picture);
  const int same = sample::add(document, sample::png());  // other samples of equal bytes
  const int other = sample::add(document, sample::png(9, 9));
  const std::string docx = test::packed(showing({one, two, same, other}, document));
  EXPECT_EQ(names(docx, "word/media/"), "word/media/image1.png word/media/image2.png ");
  EXPECT_EQ(test::part(docx, "word/media/image1.png"), picture->bytes);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  std::string used;
  for (const Node* blip : body.all("a:blip")) used += blip->attribute("r:embed") + " ";
  EXPECT_EQ(used, "rId5 rId5 rId5 rId6 ");
  std::string ids;
  for (const Node* properties : body.all("wp:docPr")) ids += properties->attribute("id") + " ";
  EXPECT_EQ(ids, "1 2 3 4 ");
  EXPECT_NE(test::part(docx, "[Content_Types].xml")
                .find("<Default Extension=\"png\" ContentType=\"image/png\"/>"),
            std::string::npos);
}

TEST(DocxDrawings, DecorationSaysSo) {
  format::Document document = sample::document();
  const int object = sample::add(document, sample::png(), "не сказать");
  document.objects[0].decorative = true;
  const Node body = test::body(showing({object}, document));
  EXPECT_EQ(compact(*body.all("wp:docPr").at(0)),
            "<wp:docPr descr=\"\" id=\"1\" name=\"object-1\"><a:extLst>"
            "<a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative val=\"1\" "
            "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\"/>"
            "</a:ext></a:extLst></wp:docPr>");
}

TEST(DocxDrawings, VectorsHaveAPictureForOldReaders) {
  format::Document document = sample::document();
  const int object = sample::add(document, sample::drawing());
  const std::string docx = test::packed(showing({object}, document));
  EXPECT_EQ(names(docx, "word/media/"), "word/media/image1.png word/media/image1.svg ");
  EXPECT_EQ(test::part(docx, "word/media/image1.svg"), sample::drawing()->bytes);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  EXPECT_EQ(compact(*body.all("a:blip").at(0)),
            "<a:blip r:embed=\"rId5\"><a:extLst>"
            "<a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip r:embed=\"rId6\" "
            "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"/></a:ext>"
            "</a:extLst></a:blip>");
}

// 220 dots an inch where it stands: 20 mm are 173 of them, and twice as large twice as many.
TEST(DocxDrawings, VectorsAreAsFineAsTheyAreLarge) {
  const auto drawing = sample::drawing();
  const auto pixels = [&](Length width) {
    Pool pool;
    Media media(pool);
    media.add(*drawing, width);
    const std::string& png = media.parts()[0].bytes;
    return (static_cast<unsigned char>(png[18]) << 8) | static_cast<unsigned char>(png[19]);
  };
  EXPECT_NEAR(pixels(Length::mm(20)), 173, 2);
  EXPECT_NEAR(pixels(Length::mm(40)), 346, 3);
  EXPECT_NEAR(pixels(Length::mm(20000)), 4000, 10);  // but never without end
}

TEST(DocxMedia, PhotographsAreTheirOwnBytes) {
  image::Picture picture;
  picture.mediaType = "image/jpeg";
  picture.bytes = "the file";
  image::Raster raster = *sample::png()->raster();
  raster.coding = image::Raster::Coding::jpeg;
  picture.content = raster;
  Pool pool;
  Media media(pool);
  EXPECT_EQ(media.add(picture, Length::mm(20)).raster, "media/image1.jpeg");
  EXPECT_EQ(media.parts()[0].bytes, "the file");
  EXPECT_TRUE(media.parts()[0].compressed);
}

// What reading had to turn or to convert is not shown by the file as it came.
TEST(DocxMedia, ConvertedPhotographsAreWrittenAnew) {
  image::Picture picture = *sample::png();
  picture.mediaType = "image/jpeg";
  picture.bytes = "a file of CMYK";
  Pool pool;
  Media media(pool);
  EXPECT_EQ(media.add(picture, Length::mm(20)).raster, "media/image1.png");
  EXPECT_EQ(media.parts()[0].bytes, sample::png()->bytes);
  image::Picture nameless = picture;
  nameless.bytes.clear();
  image::Picture other = nameless;
  EXPECT_EQ(media.add(nameless, Length::mm(20)).raster, "media/image2.png");
  EXPECT_EQ(media.add(other, Length::mm(20)).raster, "media/image3.png");
}

TEST(DocxDrawings, PlacedObjectsHangOnTheFirstParagraph) {
  format::Document document = sample::document();
  document.sections[0].placed = {
      {sample::add(document, sample::png()), Length::mm(90), Length::mm(10)}};
  document.sections[0].blocks = {paragraph("а"), paragraph("б")};
  const Node body = test::body(document);
  EXPECT_EQ(body.all("w:drawing").size(), 1u);
  const Node& anchor = *body.children[0].all("wp:anchor").at(0);
  EXPECT_EQ(anchor.attribute("behindDoc"), "1");
  EXPECT_EQ(compact(anchor.child("wp:positionH")),
            "<wp:positionH relativeFrom=\"page\"><wp:posOffset>3240000</wp:posOffset>"
            "</wp:positionH>");
  EXPECT_EQ(compact(anchor.child("wp:positionV")),
            "<wp:positionV relativeFrom=\"page\"><wp:posOffset>360000</wp:posOffset>"
            "</wp:positionV>");
  EXPECT_TRUE(anchor.has("wp:wrapNone"));
  EXPECT_EQ(anchor.child("wp:extent").attribute("cx"), "720000");
  EXPECT_EQ(body.children[0].children.back().name, "w:r");
}

TEST(DocxDrawings, OnAPageOfNothingElseTheyHangOnTheStay) {
  format::Document document = sample::document();
  document.sections[0].placed = {{sample::add(document, sample::png()), Length(), Length()}};
  const Node body = test::body(document);
  EXPECT_EQ(body.children[0].all("wp:anchor").size(), 1u);
}

TEST(DocxDrawings, AboveATableTheyHangOnTheHeaderOfTheFirstPage) {
  format::Document document = sample::document();
  document.sections[0].headerOnFirst = true;
  document.sections[0].placed = {{sample::add(document, sample::png()), Length(), Length()}};
  document.sections[0].blocks = {sample::table(document, 1, {sample::row({sample::cell("а")})})};
  const std::string docx = test::packed(document);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  EXPECT_TRUE(body.all("wp:anchor").empty());
  EXPECT_TRUE(body.all("w:sectPr")[0]->has("w:titlePg"));
  const Node first = test::parse(test::part(docx, "word/header2.xml"));
  EXPECT_EQ(first.all("wp:anchor").size(), 1u);
  EXPECT_EQ(test::textOf(first.child("w:p")), "1");
  EXPECT_NE(test::part(docx, "word/_rels/header2.xml.rels").find("media/image1.png"),
            std::string::npos);
  EXPECT_TRUE(test::parse(test::part(docx, "word/header1.xml")).all("wp:anchor").empty());
}

TEST(DocxDrawings, ChartsAreNativeWithTheirWorkbook) {
  format::Document document = sample::document();
  const int object = sample::add(document, sample::chart(chart::Kind::bar));
  const std::string docx = test::packed(showing({object}, document));
  EXPECT_EQ(names(docx, "word/charts/"),
            "word/charts/chart1.xml word/charts/_rels/chart1.xml.rels ");
  EXPECT_EQ(names(docx, "word/embeddings/"), "word/embeddings/chart1.xlsx ");
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  EXPECT_EQ(compact(*body.all("a:graphicData").at(0)),
            "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
            "<c:chart r:id=\"rId5\" "
            "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/></a:graphicData>");
  EXPECT_EQ(body.all("wp:docPr")[0]->attribute("descr"), "Диаграмма «Итоги»");
  EXPECT_NE(test::part(docx, "word/charts/_rels/chart1.xml.rels")
                .find("Target=\"../embeddings/chart1.xlsx\""),
            std::string::npos);
}

}  // namespace
}  // namespace chancery::docx
