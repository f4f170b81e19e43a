#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/chart.h"

namespace chancery::docx {

/// A chart as a sheet holds it: categories in column A from row 2, each column's name in row 1.
struct ChartData {
  struct Column {
    std::string name;
    std::vector<std::string> values;  ///< as XML Schema decimals; "" = none
    bool dates = false;               ///< values are days as spreadsheets count them
  };
  std::vector<std::string> categories;
  std::vector<Column> columns;
};

/// A Gantt chart has two columns: the first day, and how many days.
ChartData chartData(const chart::Chart& chart);

/// The format in which the figures of a chart are shown, a comma before decimals whatever the
/// reader's language: "[$-419]0.00" when all have that many decimals, else "[$-419]General".
/// Source: ECMA-376 part 1, 18.8.31.
std::string figureFormat(const ChartData& data);

/// A day of spreadsheets, which count from 1899-12-30.
inline constexpr int kSheetDayOfEpoch = 25569;

/// "B", "AA": the letters of a column, counted from 0.
std::string columnName(std::size_t column);

inline constexpr std::string_view kSheetName = "Sheet1";

}  // namespace chancery::docx
