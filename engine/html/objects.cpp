#include <algorithm>

#include "base/clock.h"
#include "base/error.h"
#include "base/utf8.h"
#include "chart/numbers.h"
#include "html/body.h"
#include "image/svg_markup.h"

namespace chancery::html {

using format::Object;
using format::Run;

namespace {

using Picture = std::shared_ptr<const image::Picture>;
using Chart = std::shared_ptr<const chart::Chart>;

const chart::Chart* chartOf(const Object& object) {
  const auto* chart = std::get_if<Chart>(&object.content);
  return chart ? chart->get() : nullptr;
}

std::string alternativeOf(const Object& object) {
  if (object.decorative) return {};
  const chart::Chart* chart = chartOf(object);
  return object.alternative.empty() && chart ? chart::inWords(*chart) : object.alternative;
}

/// CSS pixels: 96 to the inch.
std::int64_t toPixels(Length length) {
  return length.scaled(96, 72 * Length::kEmuPerPoint).toEmu();
}

/// The reader's fonts are not known here. Letters of text faces are half as wide as high on
/// average.
Length guessedWidth(std::string_view text, Length size, bool bold) {
  const auto letters = static_cast<std::int64_t>(utf8::countCharacters(text));
  return size.scaled(letters * (bold ? 56 : 52), 100);
}

std::string dayText(std::int32_t day) {
  const Date date = fromDayNumber(day);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(date.day) + '.' + two(date.month) + '.' + std::to_string(date.year);
}

}  // namespace

const Object& Body::object(int index) const {
  check(index >= 0 && static_cast<std::size_t>(index) < document_.objects.size(),
        "html: unknown object");
  return document_.objects[static_cast<std::size_t>(index)];
}

/// A paragraph that holds an object that tells something, and no words.
bool Body::isFigure(const format::Paragraph& paragraph) const {
  bool tells = false;
  for (const Run& run : paragraph.runs) {
    if (run.field == Run::Field::object) {
      tells |= !object(run.index).decorative;
    } else if (run.text.find_first_not_of(" \n\t") != std::string::npos) {
      return false;
    }
  }
  return tells && !paragraph.label;
}

void Body::addFigure(const format::Paragraph& paragraph, const format::Paragraph* caption) {
  openParagraph("figure", paragraph);
  addContent(paragraph);
  addDataOfCharts(paragraph);
  if (caption) {
    openParagraph("figcaption", *caption);
    addContent(*caption);
    out_.raw("</figcaption>");
  }
  out_.raw("</figure>\n");
}

void Body::addObject(int index) {
  const Object& shown = object(index);
  const std::string alternative = alternativeOf(shown);
  if (const chart::Chart* chart = chartOf(shown)) {
    const auto drawing =
        chart::draw(*chart, shown.width, shown.height, shown.text.size, guessedWidth);
    return addDrawing(drawing, shown, alternative);
  }
  const image::Picture& picture = *std::get<Picture>(shown.content);
  if (const image::Drawing* drawing = picture.drawing()) {
    return addDrawing(*drawing, shown, alternative);
  }
  out_.raw("<img")
      .attribute("src", image::dataAddress(picture))
      .attribute("width", toPixels(shown.width))
      .attribute("height", toPixels(shown.height))
      .attribute("alt", alternative)
      .raw("/>");
}

void Body::addDrawing(const image::Drawing& drawing, const Object& object,
                      const std::string& alternative) {
  out_.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
      .attribute("width", toPixels(object.width))
      .attribute("height", toPixels(object.height))
      .attribute("viewBox",
                 "0 0 " + image::svgNumber(drawing.width) + ' ' + image::svgNumber(drawing.height));
  if (alternative.empty()) {
    out_.raw(" aria-hidden=\"true\">");
  } else {
    out_.raw(" role=\"img\"").attribute("aria-label", alternative).raw("><title>");
    out_.text(alternative).raw("</title>");
  }
  for (const image::Path& path : drawing.paths) image::addPath(out_, path);
  for (const image::Label& label : drawing.labels) image::addLabel(out_, label);
  out_.raw("</svg>");
}

/// The figures themselves, for who cannot read them from the picture.
void Body::addChartData(const chart::Chart& chart) {
  const auto cell = [&](std::string_view tag, std::string_view text) {
    out_.raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag.substr(0, 2)).raw(">");
  };
  const bool isGantt = chart.kind == chart::Kind::gantt;
  const std::string number = ' ' + std::to_string(++charts_);
  out_.raw("<details>\n<summary>").text(inLanguage("Данные диаграммы", "Data of the chart"));
  out_.text(number).raw("</summary>\n<table>\n<thead>\n<tr>");
  const std::string_view first =
      isGantt ? inLanguage("Работа", "Task") : inLanguage("Показатель", "Item");
  cell("th scope=\"col\"", chart.xTitle.empty() || isGantt ? first : chart.xTitle);
  if (isGantt) {
    cell("th scope=\"col\"", inLanguage("Начало", "Start"));
    cell("th scope=\"col\"", inLanguage("Окончание", "End"));
  }
  for (const chart::Series& series : chart.series) {
    const std::string_view name =
        series.name.empty() ? inLanguage("Значение", "Value") : std::string_view(series.name);
    cell("th scope=\"col\"", name);
  }
  out_.raw("</tr>\n</thead>\n<tbody>\n");
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    out_.raw("<tr>");
    cell("th scope=\"row\"", chart.categories[i]);
    if (isGantt && i < chart.spans.size()) {
      cell("td", dayText(chart.spans[i].from));
      cell("td", dayText(chart.spans[i].to));
    }
    for (const chart::Series& series : chart.series) {
      const std::string value = i < series.values.size() ? series.values[i] : "";
      cell("td", value.empty() ? chart.noValue : chart::shownNumber(value));
    }
    out_.raw("</tr>\n");
  }
  out_.raw("</tbody>\n</table>\n</details>\n");
}

void Body::addDataOfCharts(const format::Paragraph& paragraph) {
  for (const Run& run : paragraph.runs) {
    if (run.field != Run::Field::object) continue;
    if (const chart::Chart* chart = chartOf(object(run.index))) addChartData(*chart);
  }
}

/// Pictures of the letterhead and the like, which have their place on paper only.
void Body::addPlaced(const format::Section& section) {
  if (section.placed.empty()) return;
  out_.raw("<div class=\"placed\">");
  for (const format::Placed& placed : section.placed) addObject(placed.object);
  out_.raw("</div>\n");
}

}  // namespace chancery::html
