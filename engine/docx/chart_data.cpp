#include "docx/chart_data.h"

#include <algorithm>
#include <optional>

namespace chancery::docx {
namespace {

constexpr std::string_view kRussianFigures = "[$-419]";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// What stands between groups of digits, and the minus of typographers.
std::string simplified(std::string_view written) {
  constexpr std::string_view kSpaces[] = {" ", "\u00A0", "\u202F", "\u2009"};
  constexpr std::string_view kMinus = "\u2212";
  std::string out;
  while (!written.empty()) {
    const auto space = std::find_if(std::begin(kSpaces), std::end(kSpaces),
                                    [&](std::string_view s) { return written.starts_with(s); });
    if (space != std::end(kSpaces)) {
      written.remove_prefix(space->size());
    } else if (written.starts_with(kMinus)) {
      out += '-';
      written.remove_prefix(kMinus.size());
    } else {
      out += written.front() == ',' ? '.' : written.front();
      written.remove_prefix(1);
    }
  }
  return out;
}

std::size_t skipDigits(const std::string& text, std::size_t at) {
  while (at < text.size() && isDigit(text[at])) ++at;
  return at;
}

}  // namespace

std::string plainNumber(std::string_view written) {
  std::string text = simplified(written);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t end = skipDigits(text, first);
  if (end == first) return {};
  if (end < text.size() && text[end] == '.') {
    const std::size_t fraction = end + 1;
    end = skipDigits(text, fraction);
    if (end == fraction) return {};
  }
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    std::size_t power = end + 1;
    if (power < text.size() && (text[power] == '-' || text[power] == '+')) ++power;
    end = skipDigits(text, power);
    if (end == power) return {};
  }
  return end == text.size() ? text : std::string();
}

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
      for (const std::string& value : series.values) column.values.push_back(plainNumber(value));
      data.columns.push_back(std::move(column));
    }
  }
  for (ChartData::Column& column : data.columns) column.values.resize(data.categories.size());
  return data;
}

}  // namespace chancery::docx
