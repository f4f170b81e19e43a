#include "docx/chart_part.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "chart/plot_place.h"
#include "docx/markup.h"

namespace chancery::docx {
namespace {

using chart::Kind;

constexpr int kCategoryAxis = 111111111;
constexpr int kValueAxis = 222222222;

// Digits of numbers: of a share of the chart's size, of what an axis shows.
constexpr int kShare = 4;
constexpr int kExact = 12;

struct Fill {
  std::string_view color;
  std::string_view pattern;  ///< on white; "" = solid
};
constexpr std::array<Fill, 6> kFills{{{"404040", ""},
                                      {"BFBFBF", ""},
                                      {"404040", "wdUpDiag"},
                                      {"808080", ""},
                                      {"404040", "pct20"},
                                      {"404040", "dkHorz"}}};
struct Stroke {
  std::string_view color, dash, marker;
};
constexpr std::array<Stroke, 6> kStrokes{{{"000000", "solid", "circle"},
                                          {"595959", "dash", "square"},
                                          {"000000", "sysDot", "triangle"},
                                          {"7F7F7F", "solid", "diamond"},
                                          {"404040", "dashDot", "x"},
                                          {"7F7F7F", "lgDash", "plus"}}};

// As wide as a text of a serif face is about: fonts are not known here, and a plot's place needs no
// more.
Length aboutAsWide(std::string_view text, Length size, bool bold) {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) ems += utf8::next(text, at) == U' ' ? 0.25 : 0.5;
  return Length::pt(size.toPt() * ems * (bold ? 1.06 : 1.0));
}

std::optional<chart::PlotPlace> placeIn(const chart::Chart& chart, format::ObjectSize size,
                                        Length text) {
  const Length none;
  if (size.width <= none || size.height <= none || text <= none) return {};
  return chart::placeOfPlot(chart, size.width, size.height, text, aboutAsWide);
}

/// Writes one chart. Element order: dml-chart.xsd.
class ChartWriter {
 public:
  ChartWriter(const chart::Chart& chart, const ChartData& data, const format::Object& object,
              format::ObjectSize size, std::string_view language)
      : chart_(chart),
        data_(data),
        text_(object.text),
        language_(language),
        place_(placeIn(chart, size, object.text.size)) {}

  std::string part(std::string_view workbookRelation);

 private:
  bool gantt() const { return chart_.kind == Kind::gantt; }
  bool horizontal() const { return gantt() || (chart_.kind == Kind::bar && chart_.horizontal); }
  bool stacked() const { return gantt() || chart_.stacked; }
  bool legend() const { return chart_.kind == Kind::pie || (!gantt() && data_.columns.size() > 1); }

  Markup& value(std::string_view name, std::string_view value) {
    return out_.raw("<c:").raw(name).attribute("val", value).raw("/>");
  }
  Markup& value(std::string_view name, std::int64_t value) {
    return out_.raw("<c:").raw(name).attribute("val", value).raw("/>");
  }
  void figure(std::string_view name, double value, int digits);
  void appendFont(std::string_view element, bool bold);
  enum class Where { above, beside, below };
  void appendTitle(const std::string& title, Where where);
  void appendLayout();
  void appendTextProperties();
  void appendPlot();
  void appendBars();
  void appendLines();
  void appendPie();
  void appendSeriesStart(std::size_t index);
  void appendData(std::size_t index);
  void appendLabels(std::string_view position);
  void appendFill(std::size_t index);
  void appendStroke(const Stroke& stroke);
  void appendAxes();
  void appendCategoryAxis();
  void appendValueAxis();
  std::pair<std::int64_t, std::int64_t> dates() const;
  std::int64_t dateStep() const;
  void appendReference(std::size_t column, std::size_t firstRow, std::size_t lastRow);
  void appendPoints(const std::vector<std::string>& values);

  const chart::Chart& chart_;
  const ChartData& data_;
  const format::TextStyle& text_;
  std::string_view language_;
  std::optional<chart::PlotPlace> place_;
  Markup out_;
};

std::string ChartWriter::part(std::string_view workbookRelation) {
  out_.raw(kXmlDeclaration)
      .raw(
          "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
          "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"")
      .raw(kRelationshipsNamespace)
      .raw(">");
  value("date1904", 0);
  value("lang", language_);
  value("roundedCorners", 0);
  out_.raw("<c:chart>");
  if (chart_.title.empty()) {
    value("autoTitleDeleted", 1);
  } else {
    appendTitle(chart_.title, Where::above);
    value("autoTitleDeleted", 0);
  }
  appendPlot();
  if (legend()) {
    out_.raw("<c:legend>");
    value("legendPos", "b");
    value("overlay", 0);
    out_.raw("</c:legend>");
  }
  value("plotVisOnly", 1);
  value("dispBlanksAs", "gap");
  out_.raw("</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  appendTextProperties();
  out_.raw("<c:externalData").attribute("r:id", workbookRelation).raw(">");
  value("autoUpdate", 0);
  out_.raw("</c:externalData></c:chartSpace>");
  return out_.take();
}

// Hundredths of a point (20.1.10.72 ST_TextFontSize).
void ChartWriter::appendFont(std::string_view element, bool bold) {
  const std::int64_t size = (text_.size.toTwips() * 100 + 10) / 20;
  out_.raw("<a:").raw(element).attribute("lang", language_).attribute("sz", size);
  out_.attribute("b", bold ? 1 : 0).raw("><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>");
  out_.raw("<a:latin").attribute("typeface", text_.family).raw("/>");
  out_.raw("<a:cs").attribute("typeface", text_.family).raw("/></a:").raw(element).raw(">");
}

// An xsd:double without the noise of its last bits.
void ChartWriter::figure(std::string_view name, double number, int digits) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                 std::chars_format::general, digits)
                       .ptr;
  value(name, std::string_view(buffer.data(), end));
}

// The title of an upright axis lies above it, as in the drawing.
void ChartWriter::appendTitle(const std::string& title, Where where) {
  const bool bold = where == Where::above;
  const bool corner = where == Where::beside && place_ && chart_.title.empty();
  out_.raw("<c:title><c:tx><c:rich><a:bodyPr");
  if (corner) out_.raw(" rot=\"0\" vert=\"horz\"");
  if (where == Where::beside && !corner) out_.raw(" rot=\"-5400000\" vert=\"horz\"");
  out_.raw("/><a:p><a:pPr>");
  appendFont("defRPr", bold);
  out_.raw("</a:pPr><a:r>");
  appendFont("rPr", bold);
  out_.raw("<a:t>").text(title).raw("</a:t></a:r></a:p></c:rich></c:tx>");
  if (corner) {
    out_.raw(
        "<c:layout><c:manualLayout><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
        "<c:x val=\"0\"/><c:y val=\"0\"/></c:manualLayout></c:layout>");
  }
  value("overlay", 0);
  out_.raw("</c:title>");
}

// The inner plot area, without the axes' figures (21.2.2.89).
void ChartWriter::appendLayout() {
  if (!place_) {
    out_.raw("<c:layout/>");
    return;
  }
  out_.raw("<c:layout><c:manualLayout>");
  value("layoutTarget", "inner");
  value("xMode", "edge");
  value("yMode", "edge");
  figure("x", place_->x, kShare);
  figure("y", place_->y, kShare);
  figure("w", place_->width, kShare);
  figure("h", place_->height, kShare);
  out_.raw("</c:manualLayout></c:layout>");
}

void ChartWriter::appendTextProperties() {
  out_.raw("<c:txPr><a:bodyPr/><a:p><a:pPr>");
  appendFont("defRPr", text_.bold);
  out_.raw("</a:pPr><a:endParaRPr").attribute("lang", language_).raw("/></a:p></c:txPr>");
}

void ChartWriter::appendPlot() {
  out_.raw("<c:plotArea>");
  appendLayout();
  switch (chart_.kind) {
    case Kind::bar:
    case Kind::gantt:
      appendBars();
      break;
    case Kind::line:
      appendLines();
      break;
    case Kind::pie:
      appendPie();
      break;
  }
  if (chart_.kind != Kind::pie) appendAxes();
  out_.raw("</c:plotArea>");
}

void ChartWriter::appendBars() {
  out_.raw("<c:barChart>");
  value("barDir", horizontal() ? "bar" : "col");
  value("grouping", stacked() ? "stacked" : "clustered");
  value("varyColors", 0);
  for (std::size_t i = 0; i < data_.columns.size(); ++i) {
    appendSeriesStart(i);
    const bool unseen = gantt() && i == 0;
    if (unseen) {
      out_.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
    } else {
      appendFill(gantt() ? 3 : i);
    }
    value("invertIfNegative", 0);
    if (chart_.values && !gantt()) appendLabels(stacked() ? "ctr" : "outEnd");
    appendData(i);
    out_.raw("</c:ser>");
  }
  value("gapWidth", 60);
  if (stacked()) value("overlap", 100);
  value("axId", kCategoryAxis);
  value("axId", kValueAxis);
  out_.raw("</c:barChart>");
}

void ChartWriter::appendLines() {
  out_.raw("<c:lineChart>");
  value("grouping", "standard");
  value("varyColors", 0);
  for (std::size_t i = 0; i < data_.columns.size(); ++i) {
    appendSeriesStart(i);
    appendStroke(kStrokes[i % kStrokes.size()]);
    if (chart_.values) appendLabels("t");
    appendData(i);
    value("smooth", 0);
    out_.raw("</c:ser>");
  }
  value("marker", 1);
  value("axId", kCategoryAxis);
  value("axId", kValueAxis);
  out_.raw("</c:lineChart>");
}

void ChartWriter::appendPie() {
  out_.raw("<c:pieChart>");
  value("varyColors", 1);
  const std::size_t count = std::min<std::size_t>(1, data_.columns.size());
  for (std::size_t i = 0; i < count; ++i) {
    appendSeriesStart(i);
    for (std::size_t k = 0; k < data_.categories.size(); ++k) {
      out_.raw("<c:dPt>");
      value("idx", static_cast<std::int64_t>(k));
      value("bubble3D", 0);
      appendFill(k);
      out_.raw("</c:dPt>");
    }
    if (chart_.values) appendLabels("outEnd");
    appendData(i);
    out_.raw("</c:ser>");
  }
  value("firstSliceAng", 0);
  out_.raw("</c:pieChart>");
}

void ChartWriter::appendSeriesStart(std::size_t index) {
  const auto number = static_cast<std::int64_t>(index);
  out_.raw("<c:ser>");
  value("idx", number);
  value("order", number);
  out_.raw("<c:tx><c:strRef>");
  appendReference(index + 1, 1, 1);
  out_.raw("<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>")
      .text(data_.columns[index].name)
      .raw("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
}

void ChartWriter::appendReference(std::size_t column, std::size_t firstRow, std::size_t lastRow) {
  const std::string letters = "$" + columnName(column) + "$";
  out_.raw("<c:f>").raw(kSheetName).raw("!").raw(letters);
  out_.number(static_cast<std::int64_t>(firstRow));
  if (lastRow > firstRow) {
    out_.raw(":").raw(letters).number(static_cast<std::int64_t>(lastRow));
  }
  out_.raw("</c:f>");
}

void ChartWriter::appendPoints(const std::vector<std::string>& values) {
  out_.raw("<c:ptCount").attribute("val", static_cast<std::int64_t>(values.size())).raw("/>");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty()) continue;
    out_.raw("<c:pt").attribute("idx", static_cast<std::int64_t>(i)).raw("><c:v>");
    out_.text(values[i]).raw("</c:v></c:pt>");
  }
}

void ChartWriter::appendData(std::size_t index) {
  const std::size_t last = data_.categories.size() + 1;
  out_.raw("<c:cat><c:strRef>");
  appendReference(0, 2, last);
  out_.raw("<c:strCache>");
  appendPoints(data_.categories);
  out_.raw("</c:strCache></c:strRef></c:cat><c:val><c:numRef>");
  appendReference(index + 1, 2, last);
  out_.raw("<c:numCache><c:formatCode>")
      .raw(data_.columns[index].dates ? "dd\\.mm\\.yyyy" : "General")
      .raw("</c:formatCode>");
  appendPoints(data_.columns[index].values);
  out_.raw("</c:numCache></c:numRef></c:val>");
}

// On a white ground, since what lies below may be a pattern.
void ChartWriter::appendLabels(std::string_view position) {
  out_.raw("<c:dLbls><c:numFmt")
      .attribute("formatCode", figureFormat(data_))
      .raw(" sourceLinked=\"0\"/><c:spPr>");
  out_.raw(stacked() ? "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>" : "<a:noFill/>");
  out_.raw("<a:ln><a:noFill/></a:ln></c:spPr>");
  value("dLblPos", position);
  value("showLegendKey", 0);
  value("showVal", 1);
  value("showCatName", 0);
  value("showSerName", 0);
  value("showPercent", 0);
  value("showBubbleSize", 0);
  out_.raw("</c:dLbls>");
}

void ChartWriter::appendFill(std::size_t index) {
  const Fill& fill = kFills[index % kFills.size()];
  const auto color = [&] { out_.raw("<a:srgbClr").attribute("val", fill.color).raw("/>"); };
  out_.raw("<c:spPr>");
  if (fill.pattern.empty()) {
    out_.raw("<a:solidFill>");
    color();
    out_.raw("</a:solidFill>");
  } else {
    out_.raw("<a:pattFill").attribute("prst", fill.pattern).raw("><a:fgClr>");
    color();
    out_.raw("</a:fgClr><a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>");
  }
  out_.raw("<a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln>");
  out_.raw("</c:spPr>");
}

void ChartWriter::appendStroke(const Stroke& stroke) {
  const auto solid = [&] {
    out_.raw("<a:solidFill><a:srgbClr").attribute("val", stroke.color).raw("/></a:solidFill>");
  };
  out_.raw("<c:spPr><a:ln w=\"22225\" cap=\"rnd\">");
  solid();
  out_.raw("<a:prstDash").attribute("val", stroke.dash).raw("/><a:round/></a:ln></c:spPr>");
  out_.raw("<c:marker>");
  value("symbol", stroke.marker);
  value("size", 6);
  out_.raw("<c:spPr>");
  solid();
  out_.raw("<a:ln w=\"9525\">");
  solid();
  out_.raw("</a:ln></c:spPr></c:marker>");
}

void ChartWriter::appendAxes() {
  appendCategoryAxis();
  appendValueAxis();
}

constexpr std::string_view kAxisLine =
    "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr "
    "val=\"000000\"/></a:solidFill></a:ln></c:spPr>";

// Bars from left to right are read from the top downwards; then the values' axis stands at the end.
void ChartWriter::appendCategoryAxis() {
  out_.raw("<c:catAx>");
  value("axId", kCategoryAxis);
  out_.raw("<c:scaling>");
  value("orientation", horizontal() ? "maxMin" : "minMax");
  out_.raw("</c:scaling>");
  value("delete", 0);
  value("axPos", horizontal() ? "l" : "b");
  if (!chart_.xTitle.empty())
    appendTitle(chart_.xTitle, horizontal() ? Where::beside : Where::below);
  out_.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
  value("majorTickMark", "none");
  value("minorTickMark", "none");
  value("tickLblPos", "low");
  out_.raw(kAxisLine);
  value("crossAx", kValueAxis);
  value("crosses", "autoZero");
  value("auto", 0);
  value("lblAlgn", "ctr");
  value("lblOffset", 100);
  value("noMultiLvlLbl", 0);
  out_.raw("</c:catAx>");
}

void ChartWriter::appendValueAxis() {
  out_.raw("<c:valAx>");
  value("axId", kValueAxis);
  out_.raw("<c:scaling>");
  value("orientation", "minMax");
  if (gantt()) {
    const auto [from, to] = dates();
    value("max", to);
    value("min", from);
  } else if (place_) {
    figure("max", place_->high, kExact);
    figure("min", place_->low, kExact);
  }
  out_.raw("</c:scaling>");
  value("delete", 0);
  value("axPos", horizontal() ? "b" : "l");
  out_.raw(
      "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/>"
      "</a:solidFill></a:ln></c:spPr></c:majorGridlines>");
  if (!chart_.yTitle.empty())
    appendTitle(chart_.yTitle, horizontal() ? Where::below : Where::beside);
  out_.raw("<c:numFmt")
      .attribute("formatCode", gantt() ? "dd\\.mm\\.yyyy" : "[$-419]General")
      .raw(" sourceLinked=\"0\"/>");
  value("majorTickMark", "out");
  value("minorTickMark", "none");
  value("tickLblPos", "nextTo");
  out_.raw(kAxisLine);
  value("crossAx", kCategoryAxis);
  value("crosses", horizontal() ? "max" : "autoZero");
  value("crossBetween", "between");
  if (gantt()) {
    value("majorUnit", dateStep());
  } else if (place_) {
    figure("majorUnit", place_->step, kExact);
  }
  out_.raw("</c:valAx>");
}

// From the first day to the end of the last one.
std::pair<std::int64_t, std::int64_t> ChartWriter::dates() const {
  if (chart_.spans.empty()) return {0, 1};
  std::int64_t from = chart_.spans.front().from, to = from;
  for (const chart::Span& span : chart_.spans) {
    from = std::min<std::int64_t>(from, span.from);
    to = std::max<std::int64_t>(to, span.to);
  }
  return {from + kSheetDayOfEpoch, to + 1 + kSheetDayOfEpoch};
}

// A day, a week, about a month, … so that eight dates are enough.
std::int64_t ChartWriter::dateStep() const {
  const auto [from, to] = dates();
  const std::int64_t days = to - from;
  constexpr std::array<std::int64_t, 9> kSteps{1, 2, 7, 14, 31, 61, 92, 183, 366};
  for (const std::int64_t step : kSteps) {
    if (days <= step * 8) return step;
  }
  return (days + 7) / 8;
}

}  // namespace

std::string chartPart(const chart::Chart& chart, const ChartData& data,
                      const format::Object& object, format::ObjectSize size,
                      std::string_view language, std::string_view workbookRelation) {
  return ChartWriter(chart, data, object, size, language).part(workbookRelation);
}

}  // namespace chancery::docx
