#pragma once

#include <string>

#include "base/clock.h"
#include "docx/chart_data.h"
#include "docx/pool.h"

namespace chancery::docx {

/// The figures of a chart as an XLSX of one sheet, so that Word can edit the chart.
/// Source: ECMA-376-1, 12 and 18.
std::string chartWorkbook(const ChartData& data, Moment moment, const Pool::Loan& loan);

}  // namespace chancery::docx
