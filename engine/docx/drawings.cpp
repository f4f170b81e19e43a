#include "docx/drawings.h"

#include <algorithm>

#include "base/error.h"
#include "docx/chart_part.h"
#include "docx/chart_workbook.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kNamespaces =
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
constexpr std::string_view kPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
constexpr std::string_view kChart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
constexpr std::string_view kWorkbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view kChartType =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

void appendSize(Markup& out, std::string_view element, Length width, Length height) {
  out.raw("<").raw(element);
  out.attribute("cx", std::max<std::int64_t>(1, width.toEmu()));
  out.attribute("cy", std::max<std::int64_t>(1, height.toEmu())).raw("/>");
}

void appendPosition(Markup& out, std::string_view element, Length offset) {
  out.raw("<wp:").raw(element).raw(" relativeFrom=\"page\"><wp:posOffset>");
  out.number(offset.toEmu()).raw("</wp:posOffset></wp:").raw(element).raw(">");
}

}  // namespace

const format::Object& Drawings::object(int index) const {
  return document_.objects.at(static_cast<std::size_t>(index));
}

// As layout found room for it, else as it is stated.
format::ObjectSize Drawings::sizeOf(int index) const {
  const auto at = static_cast<std::size_t>(index);
  const std::vector<format::ObjectSize>& sizes = resolved_.objectSizes;
  if (at < sizes.size() && sizes[at] != format::ObjectSize()) return sizes[at];
  return {object(index).width, object(index).height};
}

void Drawings::appendInline(Markup& out, int index, Relations& relations) {
  const format::Object& shown = object(index);
  out.raw("<w:drawing><wp:inline").raw(kNamespaces);
  out.raw(" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
  appendExtent(out, sizeOf(index));
  appendNames(out, shown);
  appendGraphic(out, index, relations);
  out.raw("</wp:inline></w:drawing>");
}

void Drawings::appendPlaced(Markup& out, const format::Placed& placed, Relations& relations) {
  const format::Object& shown = object(placed.object);
  out.raw("<w:drawing><wp:anchor").raw(kNamespaces);
  out.raw(" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\"");
  out.attribute("relativeHeight", drawings_ + 1);
  out.raw(" behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">");
  out.raw("<wp:simplePos x=\"0\" y=\"0\"/>");
  appendPosition(out, "positionH", placed.x);
  appendPosition(out, "positionV", placed.y);
  appendExtent(out, sizeOf(placed.object));
  out.raw("<wp:wrapNone/>");
  appendNames(out, shown);
  appendGraphic(out, placed.object, relations);
  out.raw("</wp:anchor></w:drawing>");
}

void Drawings::appendExtent(Markup& out, format::ObjectSize size) {
  appendSize(out, "wp:extent", size.width, size.height);
  out.raw("<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>");
}

// What is decorative says so, instead of having a text that tells nothing.
void Drawings::appendNames(Markup& out, const format::Object& shown) {
  out.raw("<wp:docPr").attribute("id", ++drawings_);
  out.attribute("name", shown.id.empty() ? "object" + std::to_string(drawings_) : shown.id);
  if (shown.decorative) {
    out.raw(
        " descr=\"\"><a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
        "<adec:decorative "
        "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/>"
        "</a:ext></a:extLst></wp:docPr>");
  } else {
    out.attribute("descr", shown.alternative).raw("/>");
  }
  out.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>");
  out.raw("</wp:cNvGraphicFramePr>");
}

void Drawings::appendGraphic(Markup& out, int index, Relations& relations) {
  const format::Object& shown = object(index);
  out.raw("<a:graphic><a:graphicData");
  if (const auto* picture = std::get_if<std::shared_ptr<const image::Picture>>(&shown.content)) {
    check(*picture != nullptr, "an object has a picture");
    out.attribute("uri", kPicture).raw(">");
    appendPicture(out, index, **picture, relations);
  } else {
    const auto& chart = std::get<std::shared_ptr<const chart::Chart>>(shown.content);
    check(chart != nullptr, "an object has a chart");
    out.attribute("uri", kChart).raw("><c:chart").attribute("xmlns:c", kChart);
    out.attribute("r:id", relations.add("chart", chartTarget(index, *chart))).raw("/>");
  }
  out.raw("</a:graphicData></a:graphic>");
}

void Drawings::appendPicture(Markup& out, int index, const image::Picture& picture,
                             Relations& relations) {
  const format::ObjectSize size = sizeOf(index);
  const Media::Names names = media_.add(picture, size.width);
  out.raw("<pic:pic").attribute("xmlns:pic", kPicture).raw("><pic:nvPicPr><pic:cNvPr");
  out.attribute("id", drawings_).attribute("name", object(index).id).raw("/><pic:cNvPicPr/>");
  out.raw("</pic:nvPicPr><pic:blipFill><a:blip");
  out.attribute("r:embed", relations.add("image", names.raster));
  if (names.vector.empty()) {
    out.raw("/>");
  } else {
    out.raw(
        "><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
        "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"");
    out.attribute("r:embed", relations.add("image", names.vector));
    out.raw("/></a:ext></a:extLst></a:blip>");
  }
  out.raw("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>");
  out.raw("<a:off x=\"0\" y=\"0\"/>");
  appendSize(out, "a:ext", size.width, size.height);
  out.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>");
}

const std::string& Drawings::chartTarget(int index, const chart::Chart& chart) {
  const auto known = charts_.find(index);
  if (known != charts_.end()) return known->second.target;
  const std::string number = std::to_string(charts_.size() + 1);
  ChartFiles files;
  files.target = "charts/chart" + number + ".xml";
  const std::string name = "word/" + files.target;
  const std::string workbook = "embeddings/chart" + number + ".xlsx";
  const ChartData data = chartData(chart);
  const std::string_view language =
      document_.language.empty() ? std::string_view("ru-RU") : document_.language;

  Relations relations;
  const std::string relation = relations.add("package", "../" + workbook);
  files.parts = {
      {name, std::string(kChartType),
       chartPart(chart, data, object(index), sizeOf(index), language, relation), false},
      {relationsName(name), "", relations.part(), false, true},
      {"word/" + workbook, std::string(kWorkbookType), chartWorkbook(data, moment_, loan_), true}};
  return charts_.emplace(index, std::move(files)).first->second.target;
}

void Drawings::appendParts(Parts& parts) const {
  parts.insert(parts.end(), media_.parts().begin(), media_.parts().end());
  for (const auto& [index, files] : charts_) {
    parts.insert(parts.end(), files.parts.begin(), files.parts.end());
  }
}

}  // namespace chancery::docx
