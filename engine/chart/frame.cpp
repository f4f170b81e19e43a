#include "chart/frame.h"

#include <algorithm>
#include <cmath>

#include "chart/series_look.h"

namespace chancery::chart {
namespace {

constexpr double kSwatch = 16;  // width of a legend's sample
constexpr double kSwatchGap = 4;
constexpr double kEntryGap = 14;

struct Entry {
  std::string name;
  double width = 0;
};

void drawSample(Sketch& sketch, const Chart& chart, std::size_t series, double x, double baseline) {
  const SeriesLook& look = lookOf(series);
  const double middle = baseline - sketch.ascent() / 2;
  if (chart.kind == Kind::line) {
    sketch.line({x, middle}, {x + kSwatch, middle}, look.line, 1.3, look.dashes);
    drawMark(sketch, {x + kSwatch / 2, middle}, look);
  } else {
    const double height = sketch.ascent();
    fillBox(sketch, {x, middle - height / 2, kSwatch, height}, look);
  }
}

/// Entries in rows, as many to a row as fit.
std::vector<std::vector<std::size_t>> inRows(const std::vector<Entry>& entries, double width) {
  std::vector<std::vector<std::size_t>> rows(1);
  double used = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!rows.back().empty() && used + entries[i].width > width) {
      rows.emplace_back();
      used = 0;
    }
    rows.back().push_back(i);
    used += entries[i].width + kEntryGap;
  }
  return rows;
}

}  // namespace

Box placeTitle(Sketch& sketch, const Chart& chart, Box area) {
  if (chart.title.empty()) return area;
  double baseline = area.y + sketch.ascent();
  for (const std::string& line : sketch.wrapped(chart.title, area.width, 2, true)) {
    sketch.text({line, {area.centerX(), baseline}, Label::Anchor::middle, true, false, kInk});
    baseline += sketch.lineHeight();
  }
  const double used = baseline - sketch.ascent() + sketch.lineHeight() * 0.4 - area.y;
  return {area.x, area.y + used, area.width, area.height - used};
}

Box placeLegend(Sketch& sketch, const Chart& chart, Box area) {
  if (chart.series.size() < 2) return area;
  std::vector<Entry> entries;
  for (const Series& series : chart.series) {
    const double most = area.width - kSwatch - kSwatchGap;
    Entry entry{sketch.shortened(series.name, most), 0};
    entry.width = kSwatch + kSwatchGap + sketch.widthOf(entry.name);
    entries.push_back(std::move(entry));
  }
  const auto rows = inRows(entries, area.width);
  const double height = static_cast<double>(rows.size()) * sketch.lineHeight() * 1.1;
  double baseline = area.bottom() - height + sketch.lineHeight();
  for (const auto& row : rows) {
    double width = -kEntryGap;
    for (const std::size_t i : row) width += entries[i].width + kEntryGap;
    double x = area.centerX() - width / 2;
    for (const std::size_t i : row) {
      drawSample(sketch, chart, i, x, baseline);
      sketch.text({entries[i].name, {x + kSwatch + kSwatchGap, baseline}});
      x += entries[i].width + kEntryGap;
    }
    baseline += sketch.lineHeight() * 1.1;
  }
  return {area.x, area.y, area.width, area.height - height - sketch.lineHeight() * 0.4};
}

void drawRowNames(Sketch& sketch, const std::vector<std::string>& names, double right, double width,
                  double top, double rowHeight) {
  const double line = sketch.lineHeight();
  const auto most = static_cast<std::size_t>(std::clamp(std::floor(rowHeight / line), 1.0, 3.0));
  const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(0.95 * line / rowHeight)));
  const double bottom = top + rowHeight * static_cast<double>(names.size());
  for (std::size_t i = 0; i < names.size(); i += every) {
    const auto lines = sketch.wrapped(names[i], width, most);
    const double height = line * static_cast<double>(lines.size());
    const double middle = top + (static_cast<double>(i) + 0.5) * rowHeight;
    double baseline = middle - height / 2 + line / 2 + sketch.ascent() / 2 - sketch.descent() / 4;
    // Names of rows lower than a line stay beside the rows all the same.
    baseline = std::max(std::min(baseline, bottom - height + line - sketch.descent()),
                        top + sketch.ascent());
    for (const std::string& text : lines) {
      sketch.tryText({text, {right, baseline}, Label::Anchor::end});
      baseline += line;
    }
  }
}

double rowNamesWidth(const Sketch& sketch, const std::vector<std::string>& names, double most) {
  double width = 0;
  for (const std::string& name : names) width = std::max(width, sketch.widthOf(name));
  return std::min(width, most);
}

void drawNoData(Sketch& sketch, const Box& area) {
  sketch.rectangle(area, std::nullopt, kGridColor);
  sketch.text({sketch.shortened(kNoData, area.width),
               {area.centerX(), area.centerY() + sketch.ascent() / 2},
               Label::Anchor::middle,
               false,
               false,
               kAxisColor});
}

}  // namespace chancery::chart
