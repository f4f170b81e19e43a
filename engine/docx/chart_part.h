#pragma once

#include <string>
#include <string_view>

#include "chart/chart.h"
#include "docx/chart_data.h"
#include "format/model.h"

namespace chancery::docx {

/// A native chart (DrawingML) that shows `data` at once, from the figures kept in it, and is edited
/// through the workbook `workbookRelation`. Series are told apart in grey print: by shade and
/// pattern of a fill, by dash and marker of a line.
///
/// The plot of bars or lines stands where the drawing of the same chart in the same `size` has it,
/// and its axis shows the same figures, as far as widths of words can be guessed without fonts;
/// `object` tells how its text looks.
///
/// A Gantt chart is bars that stand on bars which nobody sees, along an axis of dates.
/// Source: ECMA-376-1, 21.2.
std::string chartPart(const chart::Chart& chart, const ChartData& data,
                      const format::Object& object, format::ObjectSize size,
                      std::string_view language, std::string_view workbookRelation);

}  // namespace chancery::docx
