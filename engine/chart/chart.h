#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "image/picture.h"

/// Charts from data: a drawing for paper, the figures for a native chart of an office program.
namespace chancery::chart {

enum class Kind : std::uint8_t { bar, line, pie, gantt };

/// A value as it was written, so that nothing is rounded: "12.5"; "" = no value.
struct Series {
  std::string name;
  std::vector<std::string> values;  ///< one for each category
};

/// A bar of a Gantt chart: days since 1970-01-01, both included.
struct Span {
  std::int32_t from = 0;
  std::int32_t to = 0;
};

struct Chart {
  Kind kind = Kind::bar;
  bool horizontal = false;  ///< bars from left to right
  bool stacked = false;
  std::string title;
  std::string xTitle;  ///< of the axis of categories (also where bars run from left to right)
  std::string yTitle;  ///< of the axis of values
  std::vector<std::string> categories;  ///< of a Gantt chart: the measures
  std::vector<Series> series;           ///< of a pie: one
  std::vector<Span> spans;              ///< of a Gantt chart: one for each category
  bool values = true;                   ///< figures stand at the bars, points or slices
  std::string noValue = "–";
};

/// Width of a text in one size.
using Measure = std::function<Length(std::string_view text, Length size, bool bold)>;

/// Draws a chart into width × height: axes with round steps, a legend when there are several
/// series, series told apart in grey print too (fill and pattern or dash). Labels that find no room
/// are shortened with «…», never laid over each other. Numbers are written the Russian way.
image::Drawing draw(const Chart& chart, Length width, Length height, Length textSize,
                    const Measure& measure);

/// The chart in words: what a reader who does not see it is told.
std::string inWords(const Chart& chart);

}  // namespace chancery::chart
