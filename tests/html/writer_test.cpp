#include "html/writer.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <algorithm>

#include "build.h"

namespace chancery::html {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(HtmlWriter, TheHeadSaysWhatTheDocumentIs) {
  format::Document document = test::document();
  document.title = "О <школе>";
  document.author = "Управа & Ко";
  const std::string html = write(document);
  EXPECT_TRUE(
      html.starts_with("<!DOCTYPE html>\n<html lang=\"ru-RU\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; img-src data:\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<title>О &lt;школе&gt;</title>\n"
                       "<meta name=\"author\" content=\"Управа &amp; Ко\"/>\n<style>\nhtml{"))
      << html;
  EXPECT_TRUE(html.ends_with("</main>\n</body>\n</html>\n"));
  document.author = "";
  EXPECT_FALSE(has(write(document), "author"));
}

TEST(HtmlWriter, NothingIsFetchedOrRun) {
  format::Document document = test::document();
  document.sections[0].blocks = {test::paragraph("<script src=\"http://x\">")};
  const std::string html = write(document);
  for (const char* part : {"<script", "url(", "@import", "src=\"", "href"}) {
    EXPECT_FALSE(has(html, part)) << part;
  }
}

/// The style sheet of a document with one paragraph of each of its styles.
std::string rulesOf(format::Document document) {
  for (std::size_t i = 0; i < document.styles.size(); ++i) {
    document.sections.back().blocks.push_back(test::paragraph("а", static_cast<int>(i)));
  }
  const std::string html = write(document);
  const std::size_t from = html.find("<style>\n") + 8;
  return html.substr(from, html.find("</style>") - from);
}

TEST(HtmlStyleSheet, StylesBecomeRules) {
  format::Document document = test::document();
  format::ParagraphStyle style = document.styles[0];
  style.id = "Small";
  style.text.size = Length::pt(10.5);
  style.text.underline = true;
  style.text.letterSpacing = Length::pt(2.1);
  style.align = format::Align::right;
  style.before = Length::pt(21);
  style.after = Length::pt(5.25);
  document.styles.push_back(style);
  const std::string css = rulesOf(document);
  EXPECT_TRUE(has(css,
                  "\n.Small{text-align:right;font-size:0.75em;text-decoration:underline;"
                  "letter-spacing:0.2em;margin-top:2em;margin-bottom:0.5em}\n"))
      << css;
  EXPECT_TRUE(has(css, "\n.Bold{font-weight:bold;font-style:italic}\n")) << css;
  EXPECT_TRUE(has(css,
                  "\nbody{font-family:\"Times New Roman\",\"Tinos\",serif}\n"
                  "section{max-width:34.42em}\n"))
      << css;
  EXPECT_FALSE(has(css, ".Text{")) << css;
}

TEST(HtmlStyleSheet, IndentsAndJustificationAreForWideScreens) {
  format::Document document = test::document();
  document.styles[0].align = format::Align::justify;
  document.styles[0].left = Length::mm(85);
  document.styles[0].right = Length::mm(17);
  document.styles[0].firstLine = Length::pt(35);
  document.styles[1].align = format::Align::center;
  document.styles[1].firstLine = -Length::pt(35);
  const std::string css = rulesOf(document);
  EXPECT_TRUE(has(css,
                  "@media (min-width:45em){\n.Text{text-align:justify;margin-left:50%;"
                  "margin-right:10%;text-indent:2.5em}\n}\n.to-left{text-align:left}\n"
                  ".to-center{text-align:center}\n.to-right{text-align:right}\n"
                  ".to-justify{text-align:justify}\n"))
      << css;
  EXPECT_TRUE(has(css, "\n.Bold{text-align:center;font-weight")) << css;
}

TEST(HtmlStyleSheet, LandscapePartsAreWider) {
  format::Document document = test::document();
  document.styles[1].left = Length::mm(51.4);
  document.sections.push_back(document.sections[0]);
  document.sections[1].landscape = true;
  document.sections[1].pageWidth = Length::mm(297);
  document.sections[0].blocks = {test::paragraph("а")};
  const std::string css = rulesOf(document);
  EXPECT_TRUE(has(css, "\nsection{max-width:34.42em}\nsection.landscape{max-width:52.03em}\n"))
      << css;
  EXPECT_TRUE(has(css, "\n.Bold{margin-left:20%}\n")) << css;
}

TEST(HtmlStyleSheet, TheMostUsedStyleGivesTheReadersSize) {
  format::Document document = test::document();
  document.styles[1].text.size = Length::pt(28);
  document.styles[1].text.family = "Arial";
  document.styles[1].text.pdfFamily = "Arimo";
  document.sections[0].blocks = {test::paragraph("длинный текст", 1)};
  const std::string css = rulesOf(document);
  EXPECT_TRUE(has(css, "\nbody{font-family:\"Arial\",\"Arimo\",serif}\n")) << css;
  EXPECT_TRUE(
      has(css, "\n.Text{font-size:0.5em;font-family:\"Times New Roman\",\"Tinos\",serif}\n"))
      << css;
}

TEST(HtmlStyleSheet, StylesInCellsCountToo) {
  format::Document document = test::document();
  format::Table table;
  table.rows.resize(1);
  table.rows[0].cells = {test::cell("а")};
  table.rows[0].cells[0].blocks = {test::paragraph("а", 1)};
  document.sections[0].blocks = {table};
  EXPECT_TRUE(has(write(document), "\nbody{font-family:\"Times New Roman\",\"Tinos\",serif}\n"));
  EXPECT_TRUE(has(write(document), "\n.Bold{font-weight:bold;font-style:italic}\n"));
}

TEST(HtmlStyleSheet, ANameOfAFontCannotEndTheStyleSheet) {
  format::Document document = test::document();
  document.styles[0].text.family = "A\"}</style>\\";
  document.styles[0].text.pdfFamily = "A\"}</style>\\";
  EXPECT_TRUE(has(rulesOf(document), "{font-family:\"A}/style\",serif}"));
}

TEST(HtmlStyleSheet, ADocumentOfNothingIsSound) {
  const std::string html = write(format::Document());
  EXPECT_TRUE(has(html, "body{font-family:serif}"));
  test::parsed(html);
}

RC_GTEST_PROP(HtmlWriterProperty, TextInIsTextOut, ()) {
  format::Document document = test::document();
  std::string expected;
  const auto words = [&] {
    std::string text = *rc::gen::container<std::string>(rc::gen::inRange(' ', '\x7f'));
    if (text.empty()) text = "ё&<>";
    expected += text;
    return text;
  };
  const auto label = [&] {
    expected += "1. ";
    return std::string("1.");
  };
  std::vector<format::Block>& blocks = document.sections[0].blocks;
  for (const int kind : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 7))) {
    switch (kind) {
      case 0:
        blocks.push_back(test::paragraph(words()));
        break;
      case 1:
        blocks.push_back(test::heading(words(), format::Role::heading2));
        break;
      case 2:
      case 3:
      case 4: {
        const std::string before = label();
        blocks.push_back(test::item(before, words(), kind - 2, *rc::gen::inRange(0, 2)));
        break;
      }
      default: {
        format::Table table;
        table.presentational = kind == 5;
        table.rows.resize(2);
        for (format::Row& row : table.rows) {
          const bool header = *rc::gen::arbitrary<bool>();
          row.cells.push_back(test::cell(words(), header));
          row.cells.push_back(test::cell(words(), header));
        }
        blocks.push_back(std::move(table));
      }
    }
  }
  testing::ReadText read;
  const std::string html = write(document);
  testing::readInto(read, html.substr(html.find('\n') + 1));
  RC_ASSERT(!read.diagnostics.hasErrors());
  std::string actual;
  for (const xml::Node& child : read.root.findChild("body")->findChild("main")->children) {
    if (child.isElement() && child.name == "section") actual += child.textContent();
  }
  actual.erase(std::remove(actual.begin(), actual.end(), '\n'), actual.end());
  RC_ASSERT(actual == expected);
}

}  // namespace
}  // namespace chancery::html
