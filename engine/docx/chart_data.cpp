#include "docx/chart_data.h"

#include <algorithm>
#include <optional>

#include "chart/numbers.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kRussianFigures = "[$-419]";

}  // namespace

std::string figureFormat(const ChartData& data) {
  std::optional<std::size_t> decimals;
  for (const ChartData::Column& column : data.columns) {
    for (const std::string& value : column.values) {
      if (value.empty()) continue;
      const std::size_t point = value.find('.');
      const std::size_t own = point == std::string::npos ? 0 : value.size() - point - 1;
      if (decimals.value_or(own) != own) return std::string(kRussianFigures) + "General";
      decimals = own;
    }
  }
  const std::size_t places = decimals.value_or(0);
  return std::string(kRussianFigures) + '0' + (places > 0 ? '.' + std::string(places, '0') : "");
}

std::string columnName(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

ChartData chartData(const chart::Chart& chart) {
  ChartData data{chart.categories, {}};
  if (chart.kind == chart::Kind::gantt) {
    ChartData::Column from{"Начало", {}, true};
    ChartData::Column days{"Дней", {}, false};
    for (const chart::Span& span : chart.spans) {
      from.values.push_back(std::to_string(span.from + kSheetDayOfEpoch));
      days.values.push_back(std::to_string(span.to - span.from + 1));
    }
    data.columns = {std::move(from), std::move(days)};
  } else {
    for (const chart::Series& series : chart.series) {
      ChartData::Column column{series.name, {}, false};
      for (const std::string& value : series.values) {
        column.values.push_back(chart::numberOf(value) ? value : std::string());
      }
      data.columns.push_back(std::move(column));
    }
  }
  for (ChartData::Column& column : data.columns) column.values.resize(data.categories.size());
  return data;
}

}  // namespace chancery::docx
