#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "chart/chart.h"

namespace chancery::chart {

/// Every character half as wide as the text is high.
inline Length halfWide(std::string_view text, Length size, bool) {
  return size.scaled(static_cast<std::int64_t>(utf8::countCharacters(text)), 2);
}

inline image::Drawing drawn(const Chart& chart, double width = 160, double height = 80) {
  return draw(chart, Length::mm(width), Length::mm(height), Length::pt(10), halfWide);
}

inline std::string points(Length length) {
  const std::int64_t tenths = (length.toEmu() + (length.toEmu() < 0 ? -635 : 635)) / 1270;
  const std::int64_t whole = tenths / 10, rest = std::abs(tenths % 10);
  return (tenths < 0 && whole == 0 ? "-" : "") + std::to_string(whole) + '.' + std::to_string(rest);
}

inline std::string hex(const image::Color& color) {
  std::string text = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    text += "0123456789abcdef"[part / 16];
    text += "0123456789abcdef"[part % 16];
  }
  return text;
}

/// A drawing as text, a line for each path and label: what it is painted with, the box that it
/// takes and how many segments it has; labels by their words.
inline std::string dump(const image::Drawing& drawing) {
  std::string out;
  for (const image::Path& path : drawing.paths) {
    Length left = path.segments[0].x, right = left, top = path.segments[0].y, bottom = top;
    for (const image::Segment& s : path.segments) {
      left = std::min(left, s.x);
      right = std::max(right, s.x);
      top = std::min(top, s.y);
      bottom = std::max(bottom, s.y);
    }
    out += "path " + std::to_string(path.segments.size()) + ' ' + points(left) + ' ' + points(top) +
           " – " + points(right) + ' ' + points(bottom);
    if (path.fill) out += " fill " + hex(*path.fill);
    if (path.stroke) out += " stroke " + hex(*path.stroke) + ' ' + points(path.strokeWidth);
    for (const Length dash : path.dashes) out += " dash " + points(dash);
    out += '\n';
  }
  for (const image::Label& label : drawing.labels) {
    const std::string anchors[] = {"start", "middle", "end"};
    out += "text " + points(label.x) + ' ' + points(label.y) + ' ' +
           anchors[static_cast<std::size_t>(label.anchor)] + (label.bold ? " bold" : "") +
           (label.turned ? " turned" : "") + ' ' + hex(label.color) + " \"" + label.text + "\"\n";
  }
  return out;
}

/// Words of the labels in order, "|" between them.
inline std::string texts(const image::Drawing& drawing) {
  std::string out;
  for (const image::Label& label : drawing.labels) out += (out.empty() ? "" : "|") + label.text;
  return out;
}

inline Chart bars(std::vector<std::string> values) {
  Chart chart;
  for (std::size_t i = 0; i < values.size(); ++i)
    chart.categories.push_back(std::to_string(2021 + i));
  chart.series = {{"Факт", std::move(values)}};
  return chart;
}

}  // namespace chancery::chart
