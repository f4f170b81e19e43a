#pragma once

#include <string>

#include "archive/writer.h"
#include "docx/chart_data.h"

namespace chancery::docx {

/// The figures of a chart as an XLSX of one sheet, so that Word can edit the chart.
/// Source: ECMA-376-1, 12 and 18.
std::string chartWorkbook(const ChartData& data, Moment moment, archive::Packer& packer);

}  // namespace chancery::docx
