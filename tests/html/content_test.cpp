// Pictures, charts, references, contents and notes on HTML pages.
#include <gtest/gtest.h>

#include "build.h"
#include "html/body.h"
#include "html/writer.h"

namespace chancery::html {
namespace {

using format::Role;
using format::Run;
using test::cell;
using test::heading;
using test::paragraph;

std::string bodyOf(format::Document document, std::vector<format::Block> blocks) {
  document.sections[0].blocks = std::move(blocks);
  const std::string html = write(document);
  test::parsed(html);
  const std::string main = test::mainOf(html);
  const std::size_t from = main.find("<section>") + 9;
  return main.substr(from, main.rfind("</section>") - from);
}

format::Paragraph marked(format::Paragraph paragraph, int bookmark) {
  paragraph.bookmark = bookmark;
  return paragraph;
}

format::Paragraph caption(std::string text, int bookmark = -1) {
  format::Paragraph result = marked(paragraph(std::move(text)), bookmark);
  result.role = Role::caption;
  return result;
}

Run linked(std::string text, int link, Run::Field field = Run::Field::none) {
  format::Run run;
  run.text = std::move(text);
  run.field = field;
  run.index = link;
  run.link = link;
  return run;
}

format::Paragraph of(std::vector<Run> runs) {
  format::Paragraph result;
  result.runs = std::move(runs);
  return result;
}

format::Paragraph objectOf(int index) {
  format::Run run;
  run.field = Run::Field::object;
  run.index = index;
  return of({run});
}

/// Bookmarks "one" and "two"; objects: 0 a raster, 1 a drawing, 2 a chart.
format::Document withObjects() {
  format::Document document = test::document();
  document.bookmarks = {{"one"}, {"two"}};
  image::Raster raster;
  raster.width = raster.height = 1;
  raster.bytes = "abc";
  format::Object object;
  object.width = Length::pt(72);
  object.height = Length::pt(36.4);
  object.alternative = "Герб <А>";
  object.content =
      std::make_shared<const image::Picture>(image::Picture{raster, {}, {}, "image/png", "foob"});
  document.objects.push_back(object);
  image::Drawing drawing;
  drawing.width = Length::pt(20);
  drawing.height = Length::pt(10.5);
  drawing.paths.resize(1);
  drawing.paths[0].fill = image::Color{};
  drawing.paths[0].segments.resize(1);
  drawing.labels.resize(1);
  drawing.labels[0].text = "м";
  object.content = std::make_shared<const image::Picture>(image::Picture{drawing, {}, {}, {}, {}});
  object.alternative = "План";
  document.objects.push_back(object);
  chart::Chart chart;
  chart.categories = {"2024", "2025"};
  chart.series = {{"Школы", {"1234.5", ""}}, {"", {"7"}}};
  object.content = std::make_shared<const chart::Chart>(chart);
  object.alternative = "Рост";
  object.text.size = Length::pt(9);
  document.objects.push_back(object);
  return document;
}

constexpr const char* kImage =
    "<img src=\"data:image/png;base64,Zm9vYg==\" width=\"96\" height=\"49\" "
    "alt=\"Герб &lt;А&gt;\"/>";
constexpr const char* kDrawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"49\" "
    "viewBox=\"0 0 20 10.5\" role=\"img\" aria-label=\"План\"><title>План</title>"
    "<path d=\"M0 0\"/><text x=\"0\" y=\"0\" font-size=\"0\">м</text></svg>";

// ---- Figures ----------------------------------------------------------------------------------

TEST(HtmlFigures, APictureIsAFigure) {
  EXPECT_EQ(bodyOf(withObjects(), {objectOf(0)}),
            std::string("<figure class=\"Text\">") + kImage + "</figure>");
}

TEST(HtmlFigures, TheParagraphBelowIsItsCaption) {
  EXPECT_EQ(bodyOf(withObjects(), {objectOf(1), caption("Рисунок 1", 1), paragraph("а")}),
            std::string("<figure class=\"Text\">") + kDrawing +
                "<figcaption class=\"Text\" id=\"two\">Рисунок 1</figcaption></figure>"
                "<p class=\"Text\">а</p>");
}

TEST(HtmlFigures, APictureAmongWordsStandsInTheLine) {
  format::Paragraph line = paragraph("а");
  line.runs.push_back(objectOf(0).runs[0]);
  EXPECT_EQ(bodyOf(withObjects(), {line}), std::string("<p class=\"Text\">а") + kImage + "</p>");
  format::Paragraph labelled = objectOf(0);
  labelled.label = format::Label{0, 0, "1."};
  EXPECT_EQ(bodyOf(withObjects(), {labelled}).find("<figure"), std::string::npos);
}

TEST(HtmlFigures, DecorationTellsNothing) {
  format::Document document = withObjects();
  document.objects[0].decorative = document.objects[1].decorative = true;
  EXPECT_EQ(bodyOf(document, {objectOf(0)}),
            "<p class=\"Text\"><img src=\"data:image/png;base64,Zm9vYg==\" width=\"96\" "
            "height=\"49\" alt=\"\"/></p>");
  EXPECT_NE(bodyOf(document, {objectOf(1)}).find("0 0 20 10.5\" aria-hidden=\"true\"><path"),
            std::string::npos);
}

TEST(HtmlFigures, LetterheadPicturesComeFirst) {
  format::Document document = withObjects();
  document.sections[0].placed = {{0, {}, {}}};
  EXPECT_EQ(bodyOf(document, {paragraph("а")}),
            std::string("<div class=\"placed\">") + kImage + "</div><p class=\"Text\">а</p>");
}

TEST(HtmlFigures, ACellWithAPictureIsNotEmpty) {
  format::Table table;
  table.presentational = true;
  table.rows.resize(1);
  table.rows[0].cells.resize(2);
  table.rows[0].cells[0].blocks = {objectOf(0)};
  EXPECT_NE(bodyOf(withObjects(), {table}).find(kImage), std::string::npos);
}

TEST(HtmlFiguresDeathTest, UnknownObjectsAreOurError) {
  EXPECT_DEATH(bodyOf(withObjects(), {objectOf(3)}), "unknown object");
  EXPECT_DEATH(bodyOf(withObjects(), {objectOf(-1)}), "unknown object");
}

// ---- Charts -----------------------------------------------------------------------------------

TEST(HtmlCharts, AreADrawingAndATable) {
  const std::string html = bodyOf(withObjects(), {objectOf(2)});
  EXPECT_NE(html.find("<figure class=\"Text\"><svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "width=\"96\" height=\"49\" viewBox=\"0 0 72 36.4\" role=\"img\" "
                      "aria-label=\"Рост\"><title>Рост</title>"),
            std::string::npos)
      << html;
  EXPECT_EQ(html.substr(html.find("</svg>")),
            "</svg><details><summary>Данные диаграммы 1</summary><table><thead><tr>"
            "<th scope=\"col\">Показатель</th><th scope=\"col\">Школы</th>"
            "<th scope=\"col\">Значение</th></tr></thead><tbody>"
            "<tr><th scope=\"row\">2024</th><td>1234,5</td><td>7</td></tr>"
            "<tr><th scope=\"row\">2025</th><td>–</td><td>–</td></tr>"
            "</tbody></table></details></figure>");
}

TEST(HtmlCharts, OfWorksTellTheirDays) {
  format::Document document = withObjects();
  chart::Chart chart;
  chart.kind = chart::Kind::gantt;
  chart.categories = {"Осмотр"};
  chart.spans = {{20000, 20009}};
  chart.xTitle = "Дни";
  document.objects[2].content = std::make_shared<const chart::Chart>(chart);
  document.objects[2].alternative.clear();
  document.language = "en-GB";
  format::Paragraph line = paragraph("а");
  line.runs.push_back(objectOf(2).runs[0]);
  const std::string html = bodyOf(document, {line});
  EXPECT_EQ(html.substr(html.find("</svg>")),
            "</svg></p><details><summary>Data of the chart 1</summary><table><thead><tr>"
            "<th scope=\"col\">Task</th><th scope=\"col\">Start</th><th scope=\"col\">End</th>"
            "</tr></thead><tbody><tr><th scope=\"row\">Осмотр</th><td>04.10.2024</td>"
            "<td>13.10.2024</td></tr></tbody></table></details>");
  EXPECT_NE(html.find("aria-label=\""), std::string::npos) << "told in words";
  EXPECT_EQ(html.find("aria-hidden"), std::string::npos);
}

TEST(HtmlCharts, TheAxisNamesTheFirstColumn) {
  format::Document document = withObjects();
  chart::Chart chart;
  chart.categories = {"а"};
  chart.series = {{"б", {"1"}}};
  chart.xTitle = "Район";
  document.objects[2].content = std::make_shared<const chart::Chart>(chart);
  EXPECT_NE(bodyOf(document, {objectOf(2)}).find("<th scope=\"col\">Район</th>"),
            std::string::npos);
}

// ---- References -------------------------------------------------------------------------------

TEST(HtmlLinks, LeadToTheirBookmark) {
  const format::Document document = withObjects();
  format::Run bold = linked("3", 0);
  bold.style = document.styles[1].text;
  EXPECT_EQ(
      bodyOf(document, {of({linked("таблица ", 0), bold, linked("б", 1)}),
                        marked(heading("в", Role::heading1), 0)}),
      "<p class=\"Text\"><a href=\"#one\">таблица <b><i>3</i></b></a><a href=\"#two\">б</a></p>"
      "<h1 class=\"Text\" id=\"one\">в</h1>");
}

TEST(HtmlLinks, PagesAreLeftOut) {
  const auto page = linked("", 0, format::Run::Field::pageOf);
  EXPECT_EQ(bodyOf(withObjects(), {of({linked("таблица 3, стр. ", 0), page})}),
            "<p class=\"Text\"><a href=\"#one\">таблица 3</a></p>");
}

TEST(HtmlLinks, AReferenceToAPageNamesWhatStandsThere) {
  const auto page = linked("", 0, format::Run::Field::pageOf);
  format::Paragraph target = marked(test::item("2.", "Итоги\nгода"), 0);
  EXPECT_NE(bodyOf(withObjects(), {of({linked("стр. ", 0), page}), target})
                .find("<p class=\"Text\"><a href=\"#one\">«2. Итоги года»</a></p>"),
            std::string::npos);
  format::Table table;
  table.rows.resize(1);
  table.rows[0].cells = {cell("")};
  table.rows[0].cells[0].blocks = {marked(paragraph("Внутри"), 0)};
  EXPECT_NE(bodyOf(withObjects(), {of({page}), table}).find("<a href=\"#one\">«Внутри»</a>"),
            std::string::npos);
}

TEST(HtmlLinks, RaisedTextIsRaised) {
  const format::Document document = withObjects();
  format::Run run;
  run.text = "2";
  run.style = document.styles[0].text;
  run.style->raise = format::Raise::superscript;
  format::Run low = run;
  low.style->raise = format::Raise::subscript;
  EXPECT_EQ(bodyOf(document, {of({run, low})}), "<p class=\"Text\"><sup>2</sup><sub>2</sub></p>");
}

// ---- Contents ---------------------------------------------------------------------------------

TEST(HtmlContents, AreNavigation) {
  format::Contents contents;
  contents.lines = {of({linked("Введение", 0), linked("\t", 0), linked("", 0, format::Run::Field::pageOf)}),
                    of({linked("Итоги", 1)})};
  contents.lines[1].label = format::Label{0, 0, "1."};
  EXPECT_EQ(bodyOf(withObjects(), {contents, contents}),
            "<nav aria-label=\"Содержание\"><ul>"
            "<li class=\"Text\"><a href=\"#one\">Введение</a></li>"
            "<li class=\"Text\"><span class=\"label\">1.</span> <a href=\"#two\">Итоги</a></li>"
            "</ul></nav><nav aria-label=\"Содержание 2\"><ul>"
            "<li class=\"Text\"><a href=\"#one\">Введение</a></li>"
            "<li class=\"Text\"><span class=\"label\">1.</span> <a href=\"#two\">Итоги</a></li>"
            "</ul></nav>");
}

TEST(HtmlContents, TellWhatTheyList) {
  format::Document document = withObjects();
  format::Contents contents;
  contents.lines = {of({linked("а", 0)})};
  contents.of = format::Contents::Of::tables;
  EXPECT_NE(bodyOf(document, {contents}).find("<nav aria-label=\"Таблицы\">"), std::string::npos);
  contents.of = format::Contents::Of::figures;
  EXPECT_NE(bodyOf(document, {contents}).find("<nav aria-label=\"Рисунки\">"), std::string::npos);
  document.language = "en";
  EXPECT_NE(bodyOf(document, {contents}).find("<nav aria-label=\"Figures\">"), std::string::npos);
  contents.lines.clear();
  EXPECT_EQ(bodyOf(document, {contents}), "");
}

// ---- Notes ------------------------------------------------------------------------------------

Run mark(int index) {
  format::Run run;
  run.text = std::to_string(index + 1);
  run.field = Run::Field::footnote;
  run.index = index;
  return run;
}

TEST(HtmlNotes, StandAtTheEndAndLeadBack) {
  format::Document document = withObjects();
  document.footnotes = {{"1", {paragraph("Росстат")}, {}},
                        {"2", {paragraph("а"), paragraph("б")}, {}}};
  format::Paragraph line = paragraph("Доля");
  line.runs.push_back(mark(0));
  line.runs.push_back(mark(1));
  line.runs.push_back(mark(0));
  EXPECT_EQ(bodyOf(document, {line, paragraph("в")}),
            "<p class=\"Text\">Доля"
            "<sup><a id=\"mark-1\" href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Сноска "
            "1\">1</a></sup>"
            "<sup><a id=\"mark-2\" href=\"#note-2\" role=\"doc-noteref\" aria-label=\"Сноска "
            "2\">2</a></sup>"
            "<sup><a href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Сноска 1\">1</a></sup></p>"
            "<p class=\"Text\">в</p><section class=\"notes\" aria-label=\"Сноски\"><ol>"
            "<li id=\"note-1\"><a href=\"#mark-1\" aria-label=\"К тексту, сноска 1\">1</a> "
            "<p class=\"Text\">Росстат</p></li>"
            "<li id=\"note-2\"><a href=\"#mark-2\" aria-label=\"К тексту, сноска 2\">2</a> "
            "<p class=\"Text\">а</p><p class=\"Text\">б</p></li></ol></section>");
}

TEST(HtmlNotes, EachPartHasItsOwn) {
  format::Document document = withObjects();
  document.language = "en";
  document.footnotes = {{"1", {paragraph("а")}, {}}, {"2", {paragraph("б")}, {}}};
  document.sections.push_back(document.sections[0]);
  document.sections[0].blocks = {of({mark(0)})};
  document.sections[1].blocks = {of({mark(1)})};
  const std::string html = write(document);
  EXPECT_NE(html.find("<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n<li id=\"note-1\">"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<section class=\"notes\" aria-label=\"Notes 2\">\n<ol>\n<li id=\"note-2\">"),
            std::string::npos);
  EXPECT_NE(html.find("aria-label=\"Back to note 2\""), std::string::npos);
  EXPECT_NE(html.find("aria-label=\"Note 2\""), std::string::npos);
}

TEST(HtmlNotes, TheirStyleHasItsRule) {
  format::Document document = withObjects();
  document.styles[1].left = Length::mm(17);
  document.footnotes = {{"1", {paragraph("а", 1)}, {}}};
  document.sections[0].blocks = {of({mark(0)})};
  EXPECT_NE(write(document).find(".Bold{margin-left:10%}"), std::string::npos);
}

// ---- Tables -----------------------------------------------------------------------------------

TEST(HtmlCaptions, TheParagraphAboveATableIsItsCaption) {
  format::Table table;
  table.rows.resize(1);
  table.rows[0].cells = {cell("а")};
  EXPECT_EQ(bodyOf(withObjects(), {caption("Таблица 1", 0), table}),
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Таблица 1\"><table>"
            "<caption class=\"Text\" id=\"one\">Таблица 1</caption><tbody><tr><td>"
            "<p class=\"Text\">а</p></td></tr></tbody></table></div>");
  table.presentational = true;
  EXPECT_EQ(bodyOf(withObjects(), {caption("а"), table}).find("<p class=\"Text\">а</p><div"), 0u);
  EXPECT_EQ(bodyOf(withObjects(), {caption("а")}), "<p class=\"Text\">а</p>");
}

TEST(HtmlGroups, RowsThatBelongTogetherAreABody) {
  format::Table table;
  table.rows.resize(6);
  for (format::Row& row : table.rows) row.cells = {cell("x")};
  table.rows[1].cells = {cell("группа", true), cell("а", true)};
  table.rows[1].cells[0].rowSpan = 2;
  table.rows[3].cells = {cell("группа", true), cell("б")};
  table.rows[3].cells[0].rowSpan = 2;
  std::string html = bodyOf(withObjects(), {table});
  std::string shape;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html.compare(at, 7, "<tbody>") == 0) shape += '[';
    if (html.compare(at, 4, "<tr>") == 0) shape += 'r';
    if (html.compare(at, 8, "</tbody>") == 0) shape += ']';
  }
  EXPECT_EQ(shape, "[r][rr][rr][r]");
  EXPECT_NE(html.find("<th scope=\"rowgroup\" rowspan=\"2\"><p class=\"Text\">группа</p></th><td>"),
            std::string::npos)
      << html;
}

TEST(HtmlGroups, AHeaderOfSomeRowsOfAGroupIsOfItsRow) {
  format::Table table;
  table.rows.resize(3);
  table.rows[0].cells = {cell("а", true), cell("б", true), cell("в")};
  table.rows[0].cells[0].rowSpan = 3;
  table.rows[0].cells[1].rowSpan = 2;
  table.rows[1].cells = {cell("г")};
  table.rows[2].cells = {cell("д"), cell("е")};
  const std::string html = bodyOf(withObjects(), {table});
  EXPECT_NE(html.find("<th scope=\"rowgroup\" rowspan=\"3\"><p class=\"Text\">а"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<th scope=\"row\" rowspan=\"2\"><p class=\"Text\">б"), std::string::npos);
}

TEST(HtmlGroups, SpansMayReachOutOfTheTable) {
  format::Table table;
  table.rows.resize(1);
  table.rows[0].cells = {cell("а")};
  table.rows[0].cells[0].rowSpan = 9;
  EXPECT_NE(bodyOf(withObjects(), {table}).find("</tr></tbody></table>"), std::string::npos);
}

}  // namespace
}  // namespace chancery::html
