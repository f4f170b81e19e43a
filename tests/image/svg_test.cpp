#include <gtest/gtest.h>

#include "build.h"

namespace chancery::image {
namespace {

Read drawn(std::string_view inside) {
  return readBytes(svgOf(inside));
}

/// The one path of a drawing, as text.
std::string onePath(std::string_view inside) {
  const Read read = drawn(inside);
  if (!read.picture) return read.codes();
  const Drawing& drawing = *read.picture->drawing();
  return drawing.paths.size() == 1 ? pathText(drawing.paths[0])
                                   : std::to_string(drawing.paths.size()) + " paths";
}
std::string dataText(const std::string& data) {
  return onePath("<path d=\"" + data + "\"/>");
}
Path pathOf(std::string_view inside) {
  const Read read = drawn(inside);
  EXPECT_TRUE(read.picture) << read.codes();
  if (!read.picture || read.picture->drawing()->paths.empty()) return {};
  return read.picture->drawing()->paths[0];
}
const Color kRed{255, 0, 0};
const Color kBlue{0, 0, 255};

TEST(SvgPath, LinesAbsoluteAndRelative) {
  EXPECT_EQ(dataText("M1 2L3,4H10V20z"), "M1,2 L3,4 L10,4 L10,20 Z");
  EXPECT_EQ(dataText("m1 2l3 4h10v20Z"), "M1,2 L4,6 L14,6 L14,26 Z");
  EXPECT_EQ(dataText("M1,2 3,4 m1,1 2,2"), "M1,2 L3,4 M4,5 L6,7");
}
TEST(SvgPath, NumbersNeedNoSeparators) {
  EXPECT_EQ(dataText("M1.5.5-2e1+3L-.5-1"), "M1.5,0.5 L-20,3 L-0.5,-1");
}
TEST(SvgPath, CubicCurves) {
  EXPECT_EQ(dataText("M0 0C1 2 3 4 5 6S9 10 11 12"), "M0,0 C1,2 3,4 5,6 C7,8 9,10 11,12");
  EXPECT_EQ(dataText("M1 1c1 2 3 4 5 6s3 2 5 5"), "M1,1 C2,3 4,5 6,7 C8,9 9,9 11,12");
  EXPECT_EQ(dataText("M0 0S3 4 5 6"), "M0,0 C0,0 3,4 5,6");
}
TEST(SvgPath, QuadraticCurvesBecomeCubic) {
  EXPECT_EQ(dataText("M0 0Q3 6 6 0"), "M0,0 C2,4 4,4 6,0");
  EXPECT_EQ(dataText("M0 0Q3 6 6 0T12 0"), "M0,0 C2,4 4,4 6,0 C8,-4 10,-4 12,0");
  EXPECT_EQ(dataText("M0 0T6 0"), "M0,0 C0,0 2,0 6,0");
}
TEST(SvgPath, ArcsBecomeCurves) {
  EXPECT_EQ(dataText("M10 0A10 10 0 0 1 0 10"), "M10,0 C10,5.52 5.52,10 0,10");
  EXPECT_EQ(dataText("M10 0A10 10 0 0 0 0 10"), "M10,0 C4.48,0 0,4.48 0,10");
  EXPECT_EQ(dataText("M10 0a10 10 0 01-10 10"), "M10,0 C10,5.52 5.52,10 0,10");
  EXPECT_EQ(dataText("M10 0A10 10 0 1 1 0 -10"),
            "M10,0 C10,5.52 5.52,10 0,10 C-5.52,10 -10,5.52 -10,0 C-10,-5.52 -5.52,-10 0,-10");
  EXPECT_EQ(dataText("M0 0A0 5 0 0 0 4 4"), "M0,0 L4,4");
  EXPECT_EQ(dataText("M4 4A5 5 0 0 0 4 4"), "M4,4");
  // Radii that are too small grow: a half circle of radius 10.
  EXPECT_EQ(dataText("M-10 0A1 1 0 0 1 10 0"),
            "M-10,0 C-10,-5.52 -5.52,-10 0,-10 C5.52,-10 10,-5.52 10,0");
}
TEST(SvgPath, ErrorsAreTold) {
  for (const char* data : {"L1 1", "M1", "M1 1 2", "M1 1Z3 3", "M1 1X", "M1 1A1 1 0 2 0 3 3",
                           "M1 1Lnan 3", "M1 1L1e9 3", "1 2"}) {
    EXPECT_EQ(dataText(data), "I114 I110") << data;
  }
  EXPECT_EQ(dataText(""), "0 paths");
}
TEST(SvgPath, ErrorsStandInTheFileAndAtTheElement) {
  const Read read = drawn("\n  <path d=\"M1\"/>");
  ASSERT_EQ(read.codes(), "I114 I110");
  EXPECT_EQ(read.diagnostics.all()[0].place.file, "p");
  EXPECT_EQ(read.diagnostics.all()[0].place.line, 2);
  EXPECT_EQ(read.diagnostics.all()[1].place.file, "data.json");
}

TEST(SvgShapes, RectanglesPlainAndRounded) {
  EXPECT_EQ(onePath("<rect x='1' y='2' width='10' height='20'/>"),
            "M1,2 L11,2 L11,22 L1,22 L1,2 Z");
  EXPECT_EQ(onePath("<rect width='10' height='10' rx='2'/>"),
            "M2,0 L8,0 C9.1,0 10,0.9 10,2 L10,8 C10,9.1 9.1,10 8,10 L2,10 C0.9,10 0,9.1 0,8 "
            "L0,2 C0,0.9 0.9,0 2,0 Z");
  EXPECT_EQ(onePath("<rect width='0' height='10'/>"), "0 paths");
  EXPECT_EQ(onePath("<rect width='50%' height='1in'/>"), "M0,0 L48,0 L48,96 L0,96 L0,0 Z");
}
TEST(SvgShapes, CirclesAndEllipses) {
  EXPECT_EQ(onePath("<circle cx='20' cy='10' r='10'/>"),
            "M30,10 C30,15.52 25.52,20 20,20 C14.48,20 10,15.52 10,10 C10,4.48 14.48,0 20,0 "
            "C25.52,0 30,4.48 30,10 Z");
  EXPECT_EQ(onePath("<ellipse rx='10' ry='5'/>").substr(0, 30), "M10,0 C10,2.76 5.52,5 0,5 C-5.");
  EXPECT_EQ(onePath("<circle r='0'/>"), "0 paths");
}
TEST(SvgShapes, LinesHaveNoFill) {
  const Path path = pathOf("<line x1='1' y1='2' x2='3' y2='4' stroke='red' stroke-width='2'/>");
  EXPECT_EQ(pathText(path), "M1,2 L3,4");
  EXPECT_FALSE(path.fill);
  EXPECT_EQ(path.stroke, kRed);
  EXPECT_EQ(path.strokeWidth, Length::pt(1.5));
}
TEST(SvgShapes, PolygonsCloseAndPolylinesDoNot) {
  EXPECT_EQ(onePath("<polygon points='0,0 1,0 1,1'/>"), "M0,0 L1,0 L1,1 Z");
  EXPECT_EQ(onePath("<polyline points='0 0 1 0 1 1'/>"), "M0,0 L1,0 L1,1");
  EXPECT_EQ(onePath("<polygon points='0,0 1'/>"), "I114 I110");
}

TEST(SvgTransform, EveryKind) {
  const auto at = [](const std::string& transform) {
    return onePath("<g transform='" + transform + "'><path d='M1 2L3 4'/></g>");
  };
  EXPECT_EQ(at("translate(10)"), "M11,2 L13,4");
  EXPECT_EQ(at("translate(10,20)"), "M11,22 L13,24");
  EXPECT_EQ(at("scale(2)"), "M2,4 L6,8");
  EXPECT_EQ(at("scale(2 3)"), "M2,6 L6,12");
  EXPECT_EQ(at("rotate(90)"), "M-2,1 L-4,3");
  EXPECT_EQ(at("rotate(90 1 2)"), "M1,2 L-1,4");
  EXPECT_EQ(at("skewX(45)"), "M3,2 L7,4");
  EXPECT_EQ(at("skewY(45)"), "M1,3 L3,7");
  EXPECT_EQ(at("matrix(1 0 0 2 5 6)"), "M6,10 L8,14");
  EXPECT_EQ(at("translate(10) scale(2)"), "M12,4 L16,8");
  EXPECT_EQ(at("turn(1)"), "I114 I110");
  EXPECT_EQ(at("scale(1"), "I114 I110");
}
TEST(SvgTransform, StrokesGrowToo) {
  const Path path =
      pathOf("<path transform='scale(3)' d='M0 0L1 1' stroke='red' stroke-dasharray='2 1'/>");
  EXPECT_EQ(path.strokeWidth, Length::emu(9525 * 3));
  ASSERT_EQ(path.dashes.size(), 2u);
  EXPECT_EQ(path.dashes[0], Length::emu(9525 * 6));
  EXPECT_EQ(path.dashes[1], Length::emu(9525 * 3));
}
TEST(SvgTransform, FarAwayIsAnError) {
  EXPECT_EQ(onePath("<g transform='scale(1e7)'><path d='M0 0L9999 1'/></g>"), "I114 I110");
}

TEST(SvgViewBox, FitsInTheMiddle) {
  const std::string start =
      "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' viewBox='0 0 10 10'";
  const std::string inside = "><path d='M0 0L10 10'/></svg>";
  const auto path = [&](const std::string& aspect) {
    const Read read = readBytes(start + aspect + inside);
    return read.picture ? pathText(read.picture->drawing()->paths[0]) : read.codes();
  };
  EXPECT_EQ(path(""), "M50,0 L150,100");
  EXPECT_EQ(path(" preserveAspectRatio='xMinYMin'"), "M0,0 L100,100");
  EXPECT_EQ(path(" preserveAspectRatio='xMaxYMid meet'"), "M100,0 L200,100");
  EXPECT_EQ(path(" preserveAspectRatio='none'"), "M0,0 L200,100");
  EXPECT_EQ(path(" preserveAspectRatio='xMidYMid slice'"), "I114 I110");
}
TEST(SvgViewBox, TellsTheSizeWhenNothingElseDoes) {
  const auto size = [](const std::string& attributes) {
    const Read read = readBytes("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>");
    if (!read.picture) return read.codes();
    return std::to_string(read.picture->width.toEmu() / 9525) + 'x' +
           std::to_string(read.picture->height.toEmu() / 9525);
  };
  EXPECT_EQ(size("viewBox='5 5 20 10'"), "20x10");
  EXPECT_EQ(size("viewBox='5 5 20 10' width='100%'"), "20x10");
  EXPECT_EQ(size("viewBox='5 5 20 10' width='40'"), "40x20");
  EXPECT_EQ(size("viewBox='5 5 20 10' height='40'"), "80x40");
  EXPECT_EQ(size("width='1in' height='72pt'"), "96x96");
  EXPECT_EQ(size("width='10mm' height='2.54cm'"), "37x96");
  EXPECT_EQ(size("width='6pc' height='2em'"), "96x32");
  EXPECT_EQ(size(""), "I121 I110");
  EXPECT_EQ(size("width='10'"), "I121 I110");
  EXPECT_EQ(size("width='30000' height='10'"), "I121 I110");
  EXPECT_EQ(size("width='-1' height='10'"), "I121 I110");
}
TEST(SvgViewBox, NestedDrawingsHaveTheirOwn) {
  EXPECT_EQ(
      onePath(
          "<svg x='10' y='20' width='10' height='10' viewBox='0 0 1 1'><path d='M0 0L1 1'/></svg>"),
      "M10,20 L20,30");
}

TEST(SvgStyle, ColoursInEveryForm) {
  const auto fill = [](const std::string& color) {
    return pathOf("<path d='M0 0L1 1' fill='" + color + "'/>").fill;
  };
  EXPECT_EQ(fill("#F00"), kRed);
  EXPECT_EQ(fill("#ff0000"), kRed);
  EXPECT_EQ(fill("Red"), kRed);
  EXPECT_EQ(fill("rgb(255, 0,0)"), kRed);
  EXPECT_EQ(fill("rgb(100% 0% 0%)"), kRed);
  EXPECT_EQ(fill("aliceblue"), (Color{0xf0, 0xf8, 0xff}));
  EXPECT_EQ(fill("yellowgreen"), (Color{0x9a, 0xcd, 0x32}));
  EXPECT_EQ(pathOf("<g color='red'><path d='M0 0L1 1' fill='currentColor'/></g>").fill, kRed);
  for (const char* wrong : {"reddish", "#ff", "#12345g", "rgb(1,2)", "rgb(1,2,3,4)"})
    EXPECT_EQ(onePath("<path d='M0 0L1 1' fill='" + std::string(wrong) + "'/>"), "I114 I110")
        << wrong;
}
TEST(SvgStyle, StrongerDeclarationsWin) {
  const std::string sheet =
      "<style>/* c */ path { fill: blue } .a, .b { fill: lime } #x{fill:red}</style>";
  EXPECT_EQ(pathOf(sheet + "<path d='M0 0L1 1' fill='white'/>").fill, kBlue);
  EXPECT_EQ(pathOf(sheet + "<path class='z b' d='M0 0L1 1'/>").fill, (Color{0, 255, 0}));
  EXPECT_EQ(pathOf(sheet + "<path id='x' class='a' d='M0 0L1 1'/>").fill, kRed);
  EXPECT_EQ(pathOf(sheet + "<path id='x' style='fill:#00f !important;' d='M0 0L1 1'/>").fill,
            kBlue);
  EXPECT_EQ(
      pathOf("<style>*{fill:red}rect.a{fill:blue}</style><path class='a' d='M0 0L1 1'/>").fill,
      kRed);
}
TEST(SvgStyle, SelectorsThatAreNotUnderstoodAreErrors) {
  EXPECT_EQ(onePath("<style>g path{fill:red}</style>"), "I114 I110");
  EXPECT_EQ(onePath("<style>@import url(x)</style>"), "I114 I110");
}
TEST(SvgStyle, GroupsAreInherited) {
  const Path path = pathOf(
      "<g fill='none' stroke='red' stroke-width='2px' fill-rule='evenodd'><path d='M0 0L1 "
      "1'/></g>");
  EXPECT_FALSE(path.fill);
  EXPECT_EQ(path.stroke, kRed);
  EXPECT_EQ(path.strokeWidth, Length::emu(2 * 9525));
  EXPECT_TRUE(path.evenOdd);
}
TEST(SvgStyle, OpacityIsMixedWithPaperAndTold) {
  const Read read = drawn(
      "<g opacity='0.5'><path d='M0 0L1 1' fill='black' fill-opacity='50%'/><path d='M0 0L1 "
      "1'/></g>");
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.codes(), "I119");
  EXPECT_EQ(read.picture->drawing()->paths[0].fill, (Color{191, 191, 191}));
  EXPECT_EQ(read.picture->drawing()->paths[1].fill, (Color{128, 128, 128}));
}
TEST(SvgStyle, WhatIsNotSeenIsNotDrawn) {
  EXPECT_EQ(onePath("<path d='M0 0L1 1' fill='none'/>"), "0 paths");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' opacity='0'/>"), "0 paths");
  EXPECT_EQ(onePath("<g display='none'><path d='M0 0L1 1'/></g>"), "0 paths");
  EXPECT_EQ(onePath("<g visibility='hidden'><path d='M0 0L1 1' visibility='visible'/></g>"),
            "M0,0 L1,1");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' visibility='hidden'/>"), "0 paths");
}
TEST(SvgStyle, DashesOfOddCountRepeat) {
  const Path path = pathOf("<path d='M0 0L1 1' stroke='red' stroke-dasharray='3'/>");
  ASSERT_EQ(path.dashes.size(), 2u);
  EXPECT_EQ(path.dashes[1], Length::emu(3 * 9525));
  EXPECT_TRUE(pathOf("<path d='M0 0L1 1' stroke='red' stroke-dasharray='0,0'/>").dashes.empty());
  EXPECT_EQ(onePath("<path d='M0 0L1 1' stroke-dasharray='-1'/>"), "I114 I110");
}

TEST(SvgUse, DrawsWhatItNames) {
  EXPECT_EQ(onePath("<defs><path id='p' d='M0 0L1 1'/></defs><use xlink:href='#p' x='10' y='20'/>"),
            "M10,20 L11,21");
  EXPECT_EQ(onePath("<symbol id='s' viewBox='0 0 2 2'><path d='M0 0L1 1'/></symbol>"
                    "<use href='#s' width='4' height='4'/>"),
            "M0,0 L2,2");
  EXPECT_EQ(pathOf("<defs><path id='p' d='M0 0L1 1'/></defs><use href='#p' fill='red'/>").fill,
            kRed);
}
TEST(SvgUse, ErrorsAreTold) {
  EXPECT_EQ(onePath("<use href='#none'/>"), "I116 I110");
  EXPECT_EQ(onePath("<use href='http://example.org/a.svg#p'/>"), "I115 I110");
  EXPECT_EQ(onePath("<g id='a'><use href='#a'/></g>"), "I118 I110");
}
TEST(SvgUse, BombsStopAtTheLimit) {
  std::string text = "<defs><g id='a0'><path d='M0 0L1 1'/></g>";
  for (int i = 1; i <= 12; ++i) {
    text += "<g id='a" + std::to_string(i) + "'>";
    for (int k = 0; k < 10; ++k) text += "<use href='#a" + std::to_string(i - 1) + "'/>";
    text += "</g>";
  }
  EXPECT_EQ(onePath(text + "</defs><use href='#a12'/>"), "I117 I110");
}
TEST(SvgLimits, PathsAndSegments) {
  Limits limits;
  limits.paths = 3;
  EXPECT_TRUE(
      readBytes(svgOf("<path d='M0 0L1 1'/><path d='M0 0L1 1'/><path d='M0 0L1 1'/>"), limits)
          .picture);
  EXPECT_EQ(readBytes(svgOf("<g/><g/><g/><g/>"), limits).codes(), "I117 I110");
  std::string longPath = "<path d='M0 0";
  for (int i = 0; i < 60; ++i) longPath += "L1 1";
  EXPECT_EQ(readBytes(svgOf(longPath + "'/>"), limits).codes(), "I117 I110");
}

TEST(SvgRefused, WhatWouldNotBePrinted) {
  EXPECT_EQ(onePath("<image href='x.png'/>"), "I112 I110");
  EXPECT_EQ(onePath("<script>alert(1)</script>"), "I112 I110");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' filter='url(#f)'/>"), "I113 I110");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' style='clip-path:url(#c)'/>"), "I113 I110");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' fill='url(#g)'/>"), "I113 I110");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' onclick='x()'/>"), "I113 I110");
  EXPECT_EQ(onePath("<path d='M0 0L1 1' filter='none'/>"), "M0,0 L1,1");
  EXPECT_EQ(onePath("<linearGradient/><title>t</title><metadata><RDF/></metadata>"), "0 paths");
}

TEST(SvgText, BecomesLabels) {
  const Read read = drawn(
      "<text x='10' y='20' font-size='12' fill='red' font-weight='bold' text-anchor='middle'> a\n  "
      "b </text>"
      "<text transform='translate(5 6) rotate(-90)' font-size='8pt' text-anchor='end'>up</text>");
  ASSERT_TRUE(read.picture) << read.codes();
  const auto& labels = read.picture->drawing()->labels;
  ASSERT_EQ(labels.size(), 2u);
  EXPECT_EQ(labels[0].text, "a b");
  EXPECT_EQ(labels[0].x, Length::emu(95250));
  EXPECT_EQ(labels[0].y, Length::emu(190500));
  EXPECT_EQ(labels[0].size, Length::pt(9));
  EXPECT_EQ(labels[0].anchor, Label::Anchor::middle);
  EXPECT_TRUE(labels[0].bold);
  EXPECT_FALSE(labels[0].turned);
  EXPECT_EQ(labels[0].color, kRed);
  EXPECT_TRUE(labels[1].turned);
  EXPECT_EQ(labels[1].anchor, Label::Anchor::end);
  EXPECT_EQ(labels[1].size, Length::pt(8));
  EXPECT_EQ(labels[1].y, Length::emu(6 * 9525));
}
TEST(SvgText, SpansWithAPlaceAreLinesOfTheirOwn) {
  const Read read = drawn(
      "<text x='1' y='2'>one <tspan fill='red'>two</tspan><tspan x='3' "
      "dy='4'>three</tspan></text>");
  ASSERT_TRUE(read.picture);
  const auto& labels = read.picture->drawing()->labels;
  ASSERT_EQ(labels.size(), 2u);
  EXPECT_EQ(labels[0].text, "one two");
  EXPECT_EQ(labels[1].text, "three");
  EXPECT_EQ(labels[1].x, Length::emu(3 * 9525));
  EXPECT_EQ(labels[1].y, Length::emu(6 * 9525));
}
TEST(SvgText, SlantedTextIsAnError) {
  EXPECT_EQ(onePath("<text transform='rotate(30)'>a</text>"), "I120 I110");
  EXPECT_EQ(onePath("<text transform='rotate(90)'>a</text>"), "I120 I110");
}

TEST(SvgFile, DoctypeOfOlderProgramsIsPassedOver) {
  const std::string doctype =
      "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">\n";
  EXPECT_TRUE(readBytes(doctype + svgOf("")).picture);
  EXPECT_FALSE(readBytes("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svgOf("")).picture);
}
TEST(SvgFile, IsKept) {
  const Read read = drawn("");
  ASSERT_TRUE(read.picture);
  EXPECT_EQ(read.picture->bytes, svgOf(""));
  EXPECT_EQ(read.picture->mediaType, "image/svg+xml");
  EXPECT_EQ(read.picture->width, Length::pt(72));
}
TEST(SvgFile, OtherRootsAreTold) {
  EXPECT_EQ(readBytes("<html><svg/></html>").codes(), "I111 I110");
  EXPECT_FALSE(readBytes("<svg").picture);
}
TEST(SvgFile, LongWrongValuesAreCutBetweenCharacters) {
  std::string value = "x";
  for (int i = 0; i < 100; ++i) value += "ж";
  const Read read = drawn("<path d='" + value + "'/>");
  EXPECT_EQ(read.diagnostics.all()[0].arguments[1].size(), 59u);
}

}  // namespace
}  // namespace chancery::image
