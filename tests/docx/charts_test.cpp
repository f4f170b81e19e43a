#include <gtest/gtest.h>

#include "docx/chart_data.h"
#include "docx/chart_part.h"
#include "docx/chart_workbook.h"
#include "docx/features.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using chart::Kind;
using test::compact;
using test::Node;

Node written(const chart::Chart& chart) {
  const ChartData data = chartData(chart);
  format::Object object;
  object.width = Length::mm(150);
  object.height = Length::mm(80);
  object.text.family = "Times New Roman";
  object.text.size = Length::pt(10.5);
  return test::parse(
      chartPart(chart, data, object, {object.width, object.height}, "ru-RU", "rId1"));
}
const Node& plot(const Node& part) {
  return part.child("c:chart").child("c:plotArea");
}
std::string values(const Node& parent, const std::string& name) {
  std::string out;
  for (const Node* node : parent.all(name)) out += node->attribute("val") + ";";
  return out;
}

TEST(DocxChartData, FiguresAreShownWithTheirDecimalsAndAComma) {
  const auto format = [](std::vector<std::string> values) {
    ChartData data;
    data.columns.push_back({"Балл", std::move(values), false});
    return figureFormat(data);
  };
  EXPECT_EQ(format({"1", "20"}), "[$-419]0");
  EXPECT_EQ(format({"63.4", "", "5.0"}), "[$-419]0.0");
  EXPECT_EQ(format({"63.4", "5"}), "[$-419]General");
  EXPECT_EQ(format({}), "[$-419]0");
}

TEST(DocxChartData, ValuesAreAsTheChartHasThem) {
  chart::Chart chart;
  chart.categories = {"а", "б", "в", "г"};
  chart.series.push_back({"Балл", {"12.50", "", "-3e-2", "нет"}});
  EXPECT_EQ(chartData(chart).columns.at(0).values,
            (std::vector<std::string>{"12.50", "", "-3e-2", ""}));
}

TEST(DocxChartData, ColumnsHaveLetters) {
  EXPECT_EQ(columnName(0), "A");
  EXPECT_EQ(columnName(25), "Z");
  EXPECT_EQ(columnName(26), "AA");
  EXPECT_EQ(columnName(701), "ZZ");
  EXPECT_EQ(columnName(702), "AAA");
}

TEST(DocxChartData, EverySeriesHasAValueForEachCategory) {
  chart::Chart chart = sample::chart(Kind::bar);
  chart.series[0].values = {"1"};
  chart.series[1].values = {"1", "2", "3", "4"};
  const ChartData data = chartData(chart);
  EXPECT_EQ(data.columns[0].values, (std::vector<std::string>{"1", "", ""}));
  EXPECT_EQ(data.columns[1].values, (std::vector<std::string>{"1", "2", "3"}));
}

TEST(DocxChartData, AGanttChartIsItsFirstDaysAndLengths) {
  const ChartData data = chartData(sample::chart(Kind::gantt));
  ASSERT_EQ(data.columns.size(), 2u);
  EXPECT_EQ(data.columns[0].values, (std::vector<std::string>{"46023", "46054"}));
  EXPECT_EQ(data.columns[1].values, (std::vector<std::string>{"31", "59"}));
  EXPECT_TRUE(data.columns[0].dates);
  EXPECT_FALSE(data.columns[1].dates);
}

TEST(DocxCharts, BarsShowTheirFiguresAtOnce) {
  const Node part = written(sample::chart(Kind::bar));
  const Node& bars = plot(part).child("c:barChart");
  EXPECT_EQ(bars.child("c:barDir").attribute("val"), "col");
  EXPECT_EQ(bars.child("c:grouping").attribute("val"), "clustered");
  EXPECT_FALSE(bars.has("c:overlap"));
  const auto series = bars.all("c:ser");
  ASSERT_EQ(series.size(), 2u);
  EXPECT_EQ(compact(series[0]->child("c:tx")),
            "<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val=\"1\"/>"
            "<c:pt idx=\"0\"><c:v>Школы</c:v></c:pt></c:strCache></c:strRef></c:tx>");
  EXPECT_EQ(compact(series[0]->child("c:cat")),
            "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$4</c:f><c:strCache><c:ptCount val=\"3\"/>"
            "<c:pt idx=\"0\"><c:v>2024</c:v></c:pt><c:pt idx=\"1\"><c:v>2025</c:v></c:pt>"
            "<c:pt idx=\"2\"><c:v>2026</c:v></c:pt></c:strCache></c:strRef></c:cat>");
  EXPECT_EQ(compact(series[1]->child("c:val")),
            "<c:val><c:numRef><c:f>Sheet1!$C$2:$C$4</c:f><c:numCache>"
            "<c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/>"
            "<c:pt idx=\"0\"><c:v>1200</c:v></c:pt><c:pt idx=\"1\"><c:v>-3</c:v></c:pt>"
            "<c:pt idx=\"2\"><c:v>7.25</c:v></c:pt></c:numCache></c:numRef></c:val>");
  EXPECT_EQ(series[0]->all("c:pt").size(), 6u);  // a name, three years, two figures of three
  EXPECT_EQ(series[1]->child("c:idx").attribute("val"), "1");
  EXPECT_EQ(values(*series[0], "c:dLblPos"), "outEnd;");
  EXPECT_EQ(part.child("c:externalData").attribute("r:id"), "rId1");
}

TEST(DocxCharts, SeriesAreToldApartInGrey) {
  const Node part = written(sample::chart(Kind::bar));
  const auto series = part.all("c:ser");
  EXPECT_NE(compact(series[0]->child("c:spPr")), compact(series[1]->child("c:spPr")));
  chart::Chart many = sample::chart(Kind::bar);
  many.series.resize(7, many.series[0]);
  const Node seven = written(many);
  std::set<std::string> looks;
  for (const Node* each : seven.all("c:ser")) looks.insert(compact(each->child("c:spPr")));
  EXPECT_EQ(looks.size(), 6u);
  EXPECT_EQ(seven.all("a:pattFill").size(), 3u);
}

TEST(DocxCharts, StackedBars) {
  chart::Chart chart = sample::chart(Kind::bar);
  chart.stacked = true;
  const Node part = written(chart);
  EXPECT_EQ(values(plot(part), "c:grouping"), "stacked;");
  EXPECT_EQ(values(plot(part), "c:overlap"), "100;");
  EXPECT_EQ(values(plot(part), "c:dLblPos"), "ctr;ctr;");
}

TEST(DocxCharts, BarsFromLeftToRightAreReadDownwards) {
  chart::Chart chart = sample::chart(Kind::bar);
  const auto axes = [](const Node& part) {
    return values(plot(part), "c:barDir") + values(plot(part), "c:orientation") +
           values(plot(part), "c:axPos") + values(plot(part), "c:crosses");
  };
  EXPECT_EQ(axes(written(chart)), "col;minMax;minMax;b;l;autoZero;autoZero;");
  chart.horizontal = true;
  EXPECT_EQ(axes(written(chart)), "bar;maxMin;minMax;l;b;autoZero;max;");
}

TEST(DocxCharts, TitlesAndAxes) {
  const auto titles = [](const Node& node) {
    std::string out;
    for (const Node* text : node.all("a:t")) out += text->children.at(0).text + ";";
    return out;
  };
  chart::Chart chart = sample::chart(Kind::bar);
  const Node part = written(chart);
  EXPECT_EQ(titles(part), "Итоги;Год;Человек;");
  EXPECT_EQ(titles(plot(part).child("c:catAx")), "Год;");
  EXPECT_EQ(part.all("a:bodyPr").at(2)->attribute("rot"), "-5400000");
  EXPECT_EQ(part.child("c:chart").child("c:autoTitleDeleted").attribute("val"), "0");
  chart.horizontal = true;
  const Node across = written(chart);
  EXPECT_EQ(titles(plot(across).child("c:catAx")), "Год;");
  EXPECT_EQ(across.all("a:bodyPr").at(1)->attribute("rot"), "-5400000");
  EXPECT_EQ(across.all("a:bodyPr").at(2)->attribute("rot"), "");
  chart.title = chart.xTitle = chart.yTitle = "";
  const Node bare = written(chart);
  EXPECT_EQ(titles(bare), "");
  EXPECT_EQ(bare.child("c:chart").child("c:autoTitleDeleted").attribute("val"), "1");
  EXPECT_EQ(compact(*part.all("a:latin").at(0)), "<a:latin typeface=\"Times New Roman\"/>");
  EXPECT_EQ(part.all("a:defRPr").at(0)->attribute("sz"), "1050");
}

TEST(DocxCharts, ALegendWhereThereAreSeveral) {
  chart::Chart chart = sample::chart(Kind::bar);
  EXPECT_TRUE(written(chart).child("c:chart").has("c:legend"));
  chart.series.resize(1);
  EXPECT_FALSE(written(chart).child("c:chart").has("c:legend"));
  EXPECT_TRUE(written(sample::chart(Kind::pie)).child("c:chart").has("c:legend"));
  EXPECT_FALSE(written(sample::chart(Kind::gantt)).child("c:chart").has("c:legend"));
}

TEST(DocxCharts, FiguresOnlyWhereWanted) {
  for (const Kind kind : {Kind::bar, Kind::line, Kind::pie}) {
    chart::Chart chart = sample::chart(kind);
    EXPECT_FALSE(written(chart).all("c:showVal").empty());
    chart.values = false;
    EXPECT_TRUE(written(chart).all("c:showVal").empty());
  }
}

TEST(DocxCharts, LinesHaveDashesAndMarkers) {
  const Node part = written(sample::chart(Kind::line));
  const Node& lines = plot(part).child("c:lineChart");
  EXPECT_EQ(values(lines, "a:prstDash"), "solid;dash;");
  EXPECT_EQ(values(lines, "c:symbol"), "circle;square;");
  EXPECT_EQ(values(lines, "c:smooth"), "0;0;");
  EXPECT_TRUE(plot(part).has("c:catAx"));
}

TEST(DocxCharts, SlicesOfAPieAreToldApart) {
  const Node part = written(sample::chart(Kind::pie));
  const Node& pie = plot(part).child("c:pieChart");
  EXPECT_EQ(pie.all("c:dPt").size(), 3u);
  EXPECT_FALSE(plot(part).has("c:catAx"));
  EXPECT_FALSE(plot(part).has("c:valAx"));
  chart::Chart empty = sample::chart(Kind::pie);
  empty.series.clear();
  EXPECT_TRUE(written(empty).all("c:ser").empty());
}

TEST(DocxCharts, AGanttChartStandsOnUnseenBars) {
  const Node part = written(sample::chart(Kind::gantt));
  const auto series = plot(part).all("c:ser");
  ASSERT_EQ(series.size(), 2u);
  EXPECT_EQ(compact(series[0]->child("c:spPr")),
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  EXPECT_FALSE(series[1]->child("c:spPr").has("a:noFill"));
  EXPECT_TRUE(part.all("c:dLbls").empty());
  const Node& dates = plot(part).child("c:valAx");
  EXPECT_EQ(dates.child("c:numFmt").attribute("formatCode"), "dd\\.mm\\.yyyy");
  EXPECT_EQ(dates.child("c:scaling").child("c:min").attribute("val"), "46023");
  EXPECT_EQ(dates.child("c:scaling").child("c:max").attribute("val"), "46113");
  EXPECT_EQ(dates.child("c:majorUnit").attribute("val"), "14");
}

TEST(DocxCharts, DatesHaveRoundSteps) {
  const auto step = [](std::int32_t days) {
    chart::Chart chart = sample::chart(Kind::gantt);
    chart.spans = {{100, 99 + days}, {100, 100}};
    return values(plot(written(chart)), "c:majorUnit");
  };
  EXPECT_EQ(step(8), "1;");
  EXPECT_EQ(step(9), "2;");
  EXPECT_EQ(step(57), "14;");
  EXPECT_EQ(step(365), "61;");
  EXPECT_EQ(step(2928), "366;");
  EXPECT_EQ(step(2929), "367;");
  chart::Chart empty = sample::chart(Kind::gantt);
  empty.spans.clear();
  empty.categories.clear();
  EXPECT_EQ(values(plot(written(empty)), "c:majorUnit"), "1;");
}

TEST(DocxCharts, TheWorkbookHoldsTheSameFigures) {
  Pool pool;
  const Pool::Loan loan = pool.borrow();
  const std::string book = chartWorkbook(chartData(sample::chart(Kind::gantt)),
                                         *parseMoment("2026-06-05T09:30:15Z"), loan);
  const Node sheet = test::parse(test::part(book, "xl/worksheets/sheet1.xml"));
  const auto rows = sheet.all("row");
  ASSERT_EQ(rows.size(), 3u);
  const auto text = [](const std::string& cell, const std::string& words) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + words +
           "</t></is></c>";
  };
  EXPECT_EQ(compact(*rows[0]),
            "<row r=\"1\">" + text("B1", "Начало") + text("C1", "Дней") + "</row>");
  EXPECT_EQ(compact(*rows[2]), "<row r=\"3\">" + text("A3", "Проведение") +
                                   "<c r=\"B3\" s=\"1\"><v>46054</v></c>"
                                   "<c r=\"C3\"><v>59</v></c></row>");
  const std::string gaps = chartWorkbook(chartData(sample::chart(Kind::bar)), {}, loan);
  EXPECT_EQ(test::part(gaps, "xl/worksheets/sheet1.xml").find("r=\"B4\""), std::string::npos);
  EXPECT_NE(test::part(gaps, "xl/worksheets/sheet1.xml").find("r=\"C4\""), std::string::npos);
}

}  // namespace
}  // namespace chancery::docx
