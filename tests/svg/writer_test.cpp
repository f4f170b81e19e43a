#include "svg/writer.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "build.h"
#include "support/reading.h"

namespace chancery::svg {
namespace {

/// The file as a tree; fails when it is not well-formed.
xml::Node parsed(const std::string& svg) {
  testing::ReadText read;
  testing::readInto(read, svg);
  EXPECT_FALSE(read.diagnostics.hasErrors()) << svg;
  return read.root;
}

TEST(SvgWriter, APageHasItsSizeInPoints) {
  EXPECT_EQ(write(test::onePage(), 0),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"page-1\" width=\"200pt\" "
            "height=\"100pt\" "
            "viewBox=\"0 0 200 100\" aria-label=\"Приказ «О» – 1/1\" xml:lang=\"ru-RU\">\n"
            "<rect width=\"200\" height=\"100\" fill=\"#ffffff\"/>\n</svg>\n");
}

TEST(SvgWriter, EachCharacterHasItsPlace) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "А<б ");
  const std::string svg = write(pages, 0);
  EXPECT_NE(svg.find("<g font-family=\"Tinos, 'Times New Roman', 'Liberation Serif', serif\" "
                     "font-size=\"14\">\n<text x=\"10 15 20 25\" y=\"20\" "
                     "xml:space=\"preserve\">А&lt;б </text>\n</g>\n</svg>\n"),
            std::string::npos)
      << svg;
}

TEST(SvgWriter, SpacesThatViewersWouldDropAreKept) {
  for (const auto& [text, kept] : {std::pair("а ", true), std::pair(" а", true),
                                   std::pair("а  б", true), std::pair("а б", false)}) {
    pages::Pages pages = test::onePage();
    test::addRun(pages, text);
    EXPECT_EQ(write(pages, 0).find("preserve") != std::string::npos, kept) << text;
  }
}

TEST(SvgWriter, PlacesAreRoundedToHundredths) {
  pages::Pages pages = test::onePage();
  pages::TextRun& run = test::addRun(pages, "а");
  run.x = Length::emu(Length::pt(7.25).toEmu() + 63);
  run.y = Length::emu(-Length::pt(0.5).toEmu() - 64);
  const std::string svg = write(pages, 0);
  EXPECT_NE(svg.find("<text x=\"7.25\" y=\"-0.51\">"), std::string::npos) << svg;
}

TEST(SvgWriter, ANewLookOpensANewGroup) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "а");
  test::addRun(pages, "б");
  test::addRun(pages, "в").face = 1;
  pages::TextRun& red = test::addRun(pages, "г");
  red.face = 1;
  red.color = {255, 0, 18};
  pages::TextRun& small = test::addRun(pages, "д");
  small.face = 1;
  small.color = {255, 0, 18};
  small.size = Length::pt(10.5);
  const xml::Node root = parsed(write(pages, 0));
  ASSERT_EQ(root.textContent(), "\n\n\nа\nб\n\n\nв\n\n\nг\n\n\nд\n\n");
  std::string groups;
  for (const xml::Node& child : root.children) {
    if (!child.isElement() || child.name != "g") continue;
    groups += std::string(child.attribute("font-size")) + ' ' +
              std::string(child.attribute("font-weight")) + ' ' +
              std::string(child.attribute("fill")) + '\n';
  }
  EXPECT_EQ(groups, "14  \n14 bold \n14 bold #ff0012\n10.5 bold #ff0012\n");
}

TEST(SvgWriter, RulesThatTouchStillDo) {
  pages::Pages pages = test::onePage();
  pages::Rule rule;
  rule.x = Length::emu(12700 + 63);
  rule.width = Length::emu(12700 + 63);
  rule.y = Length::pt(2);
  rule.height = Length::pt(0.5);
  pages.pages[0].rules.push_back(rule);
  rule.color = {1, 2, 255};
  pages.pages[0].rules.push_back(rule);
  const std::string svg = write(pages, 0);
  EXPECT_NE(svg.find("<rect x=\"1\" y=\"2\" width=\"1.01\" height=\"0.5\"/>\n"
                     "<rect x=\"1\" y=\"2\" width=\"1.01\" height=\"0.5\" fill=\"#0102ff\"/>\n"),
            std::string::npos)
      << svg;
}

TEST(SvgWriter, AHyphenOfTheLayoutIsNotCopied) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "сло", "сло-");
  const std::string svg = write(pages, 0);
  EXPECT_NE(svg.find("<text x=\"10 15 20\" y=\"20\">сло</text>\n<text x=\"25\" y=\"20\" "
                     "aria-hidden=\"true\" style=\"user-select:none\">-</text>\n"),
            std::string::npos)
      << svg;
}

TEST(SvgWriter, ARunOfNothingIsLeftOut) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "");
  EXPECT_EQ(write(pages, 0).find("<g"), std::string::npos);
  test::addRun(pages, "", "-");
  EXPECT_EQ(write(pages, 0).find("<text"), std::string::npos);
}

TEST(SvgWriter, TextTellsItsOrigin) {
  Sources sources;
  const SourceId form = sources.add("/usr/share/order.template.xml", "<a>\n <b/>");
  const SourceId data = sources.add("d&.json", "{\"a\": 1}");
  pages::Pages pages = test::onePage();
  test::addRun(pages, "а").origin = {{form, 5}, {data, 6}, Words::data};
  test::addRun(pages, "б").origin = {{form, 0}, {}, Words::stated};
  test::addRun(pages, "в").origin = {{}, {}, Words::engine};
  test::addRun(pages, "г").origin = {{form, 0}, {}, Words::given};
  const std::string svg = write(pages, 0, {&sources});
  for (const char* part : {" data-words=\"data\" data-template=\"order.template.xml:2:2\" "
                           "data-value=\"d&amp;.json:1:7\">а<",
                           " data-words=\"stated\" data-template=\"order.template.xml:1:1\">б<",
                           " data-words=\"engine\">в<",
                           " data-words=\"given\" data-template=\"order.template.xml:1:1\">г<"}) {
    EXPECT_NE(svg.find(part), std::string::npos) << part << '\n' << svg;
  }
  EXPECT_EQ(write(pages, 0).find("data-"), std::string::npos);
}

TEST(SvgWriter, PagesAreNumbered) {
  pages::Pages pages = test::onePage();
  pages.pages.push_back(pages.pages[0]);
  test::addRun(pages, "вторая");
  pages.language = "";
  EXPECT_EQ(parsed(write(pages, 0)).attribute("aria-label"), "Приказ «О» – 1/2");
  const xml::Node second = parsed(write(pages, 1));
  EXPECT_EQ(second.attribute("aria-label"), "Приказ «О» – 2/2");
  EXPECT_EQ(second.textContent(), "\n\n\nвторая\n\n");
  EXPECT_EQ(second.findAttribute("xml:lang"), nullptr);
}

TEST(SvgWriter, OtherFamiliesHaveTheirSubstitutes) {
  static const fonts::Library library;
  for (const auto& [family, written] :
       {std::pair("Arimo", "Arimo, Arial, 'Liberation Sans', sans-serif"),
        std::pair("Cousine", "Cousine, 'Courier New', 'Liberation Mono', monospace"),
        std::pair("PT Serif", "'PT Serif', serif")}) {
    pages::Pages pages = test::onePage();
    pages.faces[0] = library.find({family, false, true});
    test::addRun(pages, "а");
    const xml::Node root = parsed(write(pages, 0));
    const xml::Node* group = root.findChild("g");
    ASSERT_NE(group, nullptr);
    EXPECT_EQ(group->attribute("font-family"), written);
    EXPECT_EQ(group->attribute("font-style"), "italic");
  }
}

RC_GTEST_PROP(SvgWriterProperty, TextInIsTextOut, (const std::vector<std::string>& texts)) {
  pages::Pages pages = test::onePage();
  std::string expected;
  for (std::string text : texts) {
    std::string kept;
    for (const char c : text) {
      if (c >= ' ' && c <= '~') kept += c;
    }
    if (kept.empty()) continue;
    test::addRun(pages, kept);
    expected += kept;
  }
  testing::ReadText read;
  testing::readInto(read, write(pages, 0));
  RC_ASSERT(!read.diagnostics.hasErrors());
  std::string actual;
  const xml::Node* group = read.root.findChild("g");
  for (const xml::Node& child : group ? group->children : std::vector<xml::Node>{}) {
    if (child.isElement()) actual += child.textContent();
  }
  RC_ASSERT(actual == expected);
}

/// What stands behind the white sheet.
std::string bodyOf(const pages::Pages& pages, const Options& options = {}) {
  const std::string svg = write(pages, 0, options);
  parsed(svg);
  const std::string_view sheet = "fill=\"#ffffff\"/>\n";
  const std::size_t from = svg.find(sheet) + sheet.size();
  return svg.substr(from, svg.rfind("</svg>") - from);
}

pages::ElementId addFigure(pages::Pages& pages, const std::string& alternative) {
  pages::StructureElement figure;
  figure.type = pages::StructureType::figure;
  figure.parent = 0;
  figure.alternative = alternative;
  pages.structure.push_back(figure);
  return static_cast<pages::ElementId>(pages.structure.size()) - 1;
}

pages::Shape line(double x, pages::ElementId element) {
  pages::Shape shape;
  image::Segment segment;
  segment.x = Length::pt(x);
  shape.path.segments.push_back(segment);
  shape.path.fill = image::Color{};
  shape.element = element;
  return shape;
}

TEST(SvgWriter, ImagesStandInTheFile) {
  pages::Pages pages = test::onePage();
  image::Raster raster;
  raster.width = raster.height = 1;
  raster.bytes = "abc";
  pages.pictures = {nullptr, std::make_shared<const image::Picture>(
                                 image::Picture{raster, {}, {}, "image/jpeg", "foob"})};
  pages::Image image;
  image.x = Length::pt(1);
  image.y = Length::pt(2);
  image.width = Length::pt(30);
  image.height = Length::pt(40.5);
  image.picture = 1;
  image.element = addFigure(pages, "Герб «А»");
  pages.pages[0].images.push_back(image);
  EXPECT_NE(write(pages, 0).find("2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" id="),
            std::string::npos);
  EXPECT_EQ(
      bodyOf(pages),
      "<image x=\"1\" y=\"2\" width=\"30\" height=\"40.5\" preserveAspectRatio=\"none\" "
      "role=\"img\" aria-label=\"Герб «А»\" xlink:href=\"data:image/jpeg;base64,Zm9vYg==\"/>\n");
  pages.pages[0].images[0].element = pages::kArtifact;
  EXPECT_NE(bodyOf(pages).find("\"none\" aria-hidden=\"true\" xlink:href"), std::string::npos);
  Sources sources;
  pages.pages[0].images[0].origin.data = {sources.add("a/b.json", "{}"), 0};
  EXPECT_NE(bodyOf(pages, {&sources}).find(" data-value=\"b.json:1:1\" xlink:href"),
            std::string::npos);
}

TEST(SvgWriter, ShapesOfAFigureAreOneGroup) {
  pages::Pages pages = test::onePage();
  const auto figure = addFigure(pages, "План");
  const auto nameless = addFigure(pages, "");
  pages.pages[0].shapes = {line(1, figure), line(2, figure), line(3, pages::kArtifact),
                           line(4, nameless)};
  EXPECT_EQ(bodyOf(pages),
            "<g role=\"img\" aria-label=\"План\">\n<path d=\"M1 0\"/>\n<path d=\"M2 0\"/>\n</g>\n"
            "<g aria-hidden=\"true\">\n<path d=\"M3 0\"/>\n</g>\n<g>\n<path d=\"M4 0\"/>\n</g>\n");
}

TEST(SvgWriter, LinksSayWhereTheyLead) {
  pages::Pages pages = test::onePage();
  pages::Link link;
  link.x = Length::pt(1);
  link.y = Length::pt(2);
  link.width = Length::pt(30);
  link.height = Length::pt(14);
  link.page = 4;
  link.top = Length::pt(120.5);
  link.description = "Раздел & глава";
  pages.pages[0].links.push_back(link);
  EXPECT_EQ(bodyOf(pages),
            "<a xlink:href=\"#page-5\" data-page=\"5\" data-top=\"120.5\">"
            "<title>Раздел &amp; глава</title><rect x=\"1\" y=\"2\" width=\"30\" height=\"14\" "
            "fill=\"none\" pointer-events=\"all\"/></a>\n");
}

TEST(SvgWriter, TurnedTextIsTurnedAroundItsStart) {
  pages::Pages pages = test::onePage();
  test::addRun(pages, "аб").turned = true;
  EXPECT_NE(
      bodyOf(pages).find("<text x=\"10 15\" y=\"20\" transform=\"rotate(-90 10 20)\">аб</text>"),
      std::string::npos);
}

TEST(SvgWriter, APageOfAnotherFileIsAGreySheet) {
  pages::Pages pages = test::onePage();
  pages.pages[0].foreign = pages::ForeignPage{0, 0, addFigure(pages, "Скан")};
  EXPECT_EQ(bodyOf(pages),
            "<rect class=\"foreign\" width=\"200\" height=\"100\" role=\"img\" "
            "aria-label=\"Скан\" fill=\"#eeeeee\"/>\n");
}

}  // namespace
}  // namespace chancery::svg
