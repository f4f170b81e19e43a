#include <gtest/gtest.h>

#include "build.h"
#include "html/writer.h"

namespace chancery::html {
namespace {

using format::Role;
using test::cell;
using test::heading;
using test::item;
using test::paragraph;

/// What is written for these blocks, without the section round them and the heading that stands in
/// where there is none.
std::string bodyOf(format::Document document, std::vector<format::Block> blocks) {
  document.sections[0].blocks = std::move(blocks);
  const std::string html = test::mainOf(write(document));
  const std::size_t from = html.find("<section>") + 9;
  return html.substr(from, html.rfind("</section>") - from);
}
std::string bodyOf(std::vector<format::Block> blocks) {
  return bodyOf(test::document(), std::move(blocks));
}

TEST(HtmlBody, AParagraphHasTheClassOfItsStyle) {
  EXPECT_EQ(bodyOf({paragraph("а < б"), paragraph("в", 1)}),
            "<p class=\"Text\">а &lt; б</p><p class=\"Bold\">в</p>");
}

TEST(HtmlBody, AParagraphMayBeAlignedInItsOwnWay) {
  format::Paragraph centred = paragraph("а");
  centred.align = format::Align::center;
  EXPECT_EQ(bodyOf({centred}), "<p class=\"Text to-center\">а</p>");
}

TEST(HtmlBody, StatedLineEndsAreKept) {
  EXPECT_EQ(bodyOf({paragraph("а\nб\n")}), "<p class=\"Text\">а<br/>б<br/></p>");
}

TEST(HtmlBody, ParagraphsWithoutWordsAreLeftOut) {
  format::Paragraph empty;
  EXPECT_EQ(bodyOf({paragraph(""), empty, paragraph("а")}), "<p class=\"Text\">а</p>");
}

TEST(HtmlBody, RunsStateHowTheyDifferFromTheirStyle) {
  format::Paragraph plain = paragraph("а");
  format::TextStyle look;
  look.bold = true;
  plain.runs.push_back({"б", look, format::Run::Field::none, {}});
  look.italic = look.underline = true;
  plain.runs.push_back({"в", look, format::Run::Field::none, {}});
  plain.runs.push_back({"г", format::TextStyle(), format::Run::Field::none, {}});
  EXPECT_EQ(bodyOf({plain}), "<p class=\"Text\">а<b>б</b><b><i><u>в</u></i></b>г</p>");
  format::Paragraph bold = paragraph("а", 1);
  bold.runs.push_back({"б", format::TextStyle(), format::Run::Field::none, {}});
  EXPECT_EQ(
      bodyOf({bold}),
      "<p class=\"Bold\">а<span class=\"regular\"><span class=\"upright\">б</span></span></p>");
}

TEST(HtmlBody, PageNumbersAreLeftOut) {
  format::Paragraph page = paragraph("стр. ");
  page.runs.push_back({"7", {}, format::Run::Field::pageNumber, {}});
  EXPECT_EQ(bodyOf({page}), "<p class=\"Text\">стр. </p>");
}

TEST(HtmlBody, NumberedHeadingsAreNoList) {
  format::Paragraph first = heading("а", Role::heading1), second = heading("в", Role::heading1);
  first.label = format::Label{0, 0, "1."};
  second.label = format::Label{0, 0, "2."};
  EXPECT_EQ(bodyOf({first, paragraph("б"), second}),
            "<h1 class=\"Text\"><span class=\"label\">1.</span> а</h1><p class=\"Text\">б</p>"
            "<h1 class=\"Text\"><span class=\"label\">2.</span> в</h1>");
}

TEST(HtmlBody, HeadingsHaveNoGapsInTheirLevels) {
  EXPECT_EQ(bodyOf({heading("а", Role::heading1), heading("б", Role::heading3),
                    heading("в", Role::heading4), heading("г", Role::heading2),
                    heading("д", Role::heading1)}),
            "<h1 class=\"Text\">а</h1><h2 class=\"Text\">б</h2><h3 class=\"Text\">в</h3>"
            "<h2 class=\"Text\">г</h2><h1 class=\"Text\">д</h1>");
}

TEST(HtmlBody, TheFirstHeadingIsTheFirstLevel) {
  EXPECT_EQ(bodyOf({heading("а", Role::heading3), heading("б", Role::heading2)}),
            "<h1 class=\"Text\">а</h1><h1 class=\"Text\">б</h1>");
}

TEST(HtmlBody, AnAppendixStandsBelowTheTitle) {
  format::Document document = test::document();
  document.sections.push_back(document.sections[0]);
  document.sections[1].landscape = true;
  document.sections[0].blocks = {heading("а", Role::heading1)};
  document.sections[1].blocks = {heading("б", Role::heading1), heading("в", Role::heading2)};
  EXPECT_EQ(test::mainOf(write(document)),
            "<section><h1 class=\"Text\">а</h1></section><section class=\"landscape\">"
            "<h2 class=\"Text\">б</h2><h3 class=\"Text\">в</h3></section>");
  document.sections[0].blocks = {paragraph("а")};
  EXPECT_EQ(test::mainOf(write(document)),
            "<section><p class=\"Text\">а</p></section><section class=\"landscape\">"
            "<h1 class=\"Text\">б</h1><h2 class=\"Text\">в</h2></section>");
}

TEST(HtmlBody, WithoutHeadingsTheTitleIsThereForListeners) {
  format::Document document = test::document();
  EXPECT_EQ(test::mainOf(write(document)), "<h1 class=\"unseen\">Приказ</h1><section></section>");
}

TEST(HtmlBody, LabelsAreText) {
  EXPECT_EQ(bodyOf({item("1.", "а"), item("2.", "б"), paragraph("в")}),
            "<ol><li><p class=\"Text\"><span class=\"label\">1.</span> а</p></li>"
            "<li><p class=\"Text\"><span class=\"label\">2.</span> б</p></li></ol>"
            "<p class=\"Text\">в</p>");
}

TEST(HtmlBody, DeeperItemsStandInsideTheirItem) {
  EXPECT_EQ(bodyOf({item("1.", "а"), item("1.1.", "б", 1), item("1.1.1.", "в", 2),
                    item("1.2.", "г", 1), item("2.", "д")}),
            "<ol><li><p class=\"Text\"><span class=\"label\">1.</span> а</p>"
            "<ol><li><p class=\"Text\"><span class=\"label\">1.1.</span> б</p>"
            "<ol><li><p class=\"Text\"><span class=\"label\">1.1.1.</span> в</p></li></ol></li>"
            "<li><p class=\"Text\"><span class=\"label\">1.2.</span> г</p></li></ol></li>"
            "<li><p class=\"Text\"><span class=\"label\">2.</span> д</p></li></ol>");
}

TEST(HtmlBody, WhatStandsBetweenItemsBelongsToThem) {
  EXPECT_EQ(bodyOf({item("1.", "а"), paragraph("б"), item("–", "в", 0, 1), item("2.", "г")}),
            "<ol><li><p class=\"Text\"><span class=\"label\">1.</span> а</p>"
            "<p class=\"Text\">б</p>"
            "<ul><li><p class=\"Text\"><span class=\"label\">–</span> в</p></li></ul></li>"
            "<li><p class=\"Text\"><span class=\"label\">2.</span> г</p></li></ol>");
}

TEST(HtmlBody, AListMayBeginBelowItsFirstLevel) {
  EXPECT_EQ(bodyOf({item("1.1.", "а", 1), item("2.", "б")}),
            "<ol><li><p class=\"Text\"><span class=\"label\">1.1.</span> а</p></li>"
            "<li><p class=\"Text\"><span class=\"label\">2.</span> б</p></li></ol>");
}

TEST(HtmlBody, AnItemWithoutWordsKeepsItsNumber) {
  EXPECT_EQ(bodyOf({item("1.", "")}),
            "<ol><li><p class=\"Text\"><span class=\"label\">1.</span> </p></li></ol>");
}

/// Two header rows, a row with a header cell of its own and a row over all columns.
format::Table sampleTable() {
  format::Table table;
  table.columns.resize(2);
  table.rows.resize(4);
  table.rows[0].cells = {cell("№", true), cell("Дело", true)};
  table.rows[1].cells = {cell("1", true), cell("", true)};
  table.rows[2].cells = {cell("а", true), cell("б")};
  table.rows[3].cells = {cell("в")};
  table.rows[3].cells[0].columnSpan = 2;
  return table;
}

TEST(HtmlTable, HeaderCellsHaveTheirScope) {
  EXPECT_EQ(bodyOf({sampleTable()}),
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Таблица 1\"><table>"
            "<thead><tr><th scope=\"col\"><p class=\"Text\">№</p></th>"
            "<th scope=\"col\"><p class=\"Text\">Дело</p></th></tr>"
            "<tr><th scope=\"col\"><p class=\"Text\">1</p></th><td></td></tr></thead>"
            "<tbody><tr><th scope=\"row\"><p class=\"Text\">а</p></th>"
            "<td><p class=\"Text\">б</p></td></tr>"
            "<tr><td colspan=\"2\"><p class=\"Text\">в</p></td></tr></tbody></table></div>");
}

TEST(HtmlTable, HeaderOfSeveralColumnsAndRows) {
  format::Table table;
  table.rows.resize(3);
  table.rows[0].cells = {cell("а", true), cell("б", true)};
  table.rows[0].cells[0].rowSpan = 2;
  table.rows[0].cells[1].columnSpan = 2;
  table.rows[1].cells = {cell("в", true), cell("г", true)};
  table.rows[2].cells = {cell("д"), cell("е"), cell("ж")};
  const std::string html = bodyOf({table});
  EXPECT_NE(html.find("<thead><tr><th scope=\"col\" rowspan=\"2\"><p class=\"Text\">а</p></th>"
                      "<th scope=\"colgroup\" colspan=\"2\"><p class=\"Text\">б</p></th></tr><tr>"),
            std::string::npos)
      << html;
  table.rows[0].cells[0].rowSpan = 3;
  table.rows[2].cells.pop_back();
  const std::string tall = bodyOf({table});
  EXPECT_EQ(tall.find("thead"), std::string::npos);
  EXPECT_NE(tall.find("<tbody><tr><th scope=\"col\" rowspan=\"3\">"), std::string::npos) << tall;
}

TEST(HtmlTable, ATableOfHeadersAloneHasNoBody) {
  format::Table table;
  table.rows.resize(1);
  table.rows[0].cells = {cell("а", true)};
  EXPECT_NE(bodyOf({table}).find("</thead></table>"), std::string::npos);
}

TEST(HtmlTable, TablesAreNumberedInTheDocumentsLanguage) {
  format::Document document = test::document();
  document.language = "en";
  const std::string html = bodyOf(document, {sampleTable(), sampleTable()});
  EXPECT_NE(html.find("aria-label=\"Table 1\""), std::string::npos);
  EXPECT_NE(html.find("aria-label=\"Table 2\""), std::string::npos);
}

TEST(HtmlTable, ATableInACellScrollsWithItsTable) {
  format::Table inner;
  inner.rows.resize(1);
  inner.rows[0].cells = {cell("а")};
  format::Table outer = inner;
  outer.rows[0].cells[0].blocks = {inner};
  EXPECT_EQ(bodyOf({outer}),
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Таблица 1\"><table>"
            "<tbody><tr><td><table><tbody><tr><td><p class=\"Text\">а</p></td></tr></tbody></table>"
            "</td></tr></tbody></table></div>");
}

TEST(HtmlTable, WhatOnlyPlacesThingsIsNoTable) {
  format::Table table;
  table.presentational = true;
  table.rows.resize(2);
  table.rows[0].cells = {cell("а"), cell(""), cell("б")};
  table.rows[1].cells = {cell("в"), cell("г")};
  table.rows[1].cells[1].verticalAlign = format::VerticalAlign::bottom;
  EXPECT_EQ(
      bodyOf({table}),
      "<div class=\"row\"><div><p class=\"Text\">а</p></div><div><p class=\"Text\">б</p></div>"
      "</div><div class=\"row bottom\"><div><p class=\"Text\">в</p></div>"
      "<div><p class=\"Text\">г</p></div></div>");
}

}  // namespace
}  // namespace chancery::html
