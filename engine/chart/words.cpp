#include <algorithm>

#include "base/clock.h"
#include "chart/chart.h"
#include "chart/numbers.h"

namespace chancery::chart {
namespace {

constexpr std::size_t kAllValues = 80;  // told one by one up to here

std::string kindInWords(const Chart& chart) {
  switch (chart.kind) {
    case Kind::bar:
      return chart.horizontal ? "Линейчатая диаграмма" : "Столбчатая диаграмма";
    case Kind::line:
      return "График";
    case Kind::pie:
      return "Круговая диаграмма";
    case Kind::gantt:
      return "График работ";
  }
  return {};
}

std::string day(std::int64_t number) {
  const Date date = fromDayNumber(number);
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(date.day) + '.' + two(date.month) + '.' + std::to_string(date.year);
}

/// With one full stop at its end: "млн руб." has it.
std::string sentence(const std::string& text) {
  return text.ends_with('.') ? text : text + '.';
}

std::string valueInWords(const Series& series, std::size_t category) {
  const std::string value = category < series.values.size() ? series.values[category] : "";
  return numberOf(value) ? shownNumber(value) : "нет данных";
}

void appendAll(std::string& text, const Chart& chart, const Series& series) {
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    text += (c == 0 ? " " : "; ") + chart.categories[c] + " – " + valueInWords(series, c);
  }
  text += '.';
}

/// Of a long series: its ends, its least and its greatest value.
void appendSummary(std::string& text, const Chart& chart, const Series& series) {
  std::size_t least = 0, greatest = 0;
  bool any = false;
  for (std::size_t c = 0; c < std::min(series.values.size(), chart.categories.size()); ++c) {
    const auto value = numberOf(series.values[c]);
    if (!value) continue;
    if (!any || *value < *numberOf(series.values[least])) least = c;
    if (!any || *value > *numberOf(series.values[greatest])) greatest = c;
    any = true;
  }
  if (!any) {
    text += " нет данных.";
    return;
  }
  const auto told = [&](std::size_t c) {
    return valueInWords(series, c) + " (" + chart.categories[c] + ')';
  };
  text += " от " + told(0) + " до " + told(chart.categories.size() - 1) + "; наименьшее значение " +
          told(least) + ", наибольшее " + told(greatest) + '.';
}

void appendShares(std::string& text, const Chart& chart) {
  std::vector<double> numbers;
  const std::vector<std::string> none;
  const auto& values = chart.series.empty() ? none : chart.series[0].values;
  for (std::size_t c = 0; c < chart.categories.size(); ++c) {
    const auto number = c < values.size() ? numberOf(values[c]) : std::nullopt;
    numbers.push_back(number.value_or(0));
  }
  const std::vector<int> shares = sharesOf(numbers);
  if (shares.empty()) {
    text += " Нет данных.";
    return;
  }
  for (std::size_t c = 0; c < numbers.size(); ++c) {
    text += (c == 0 ? " " : "; ") + chart.categories[c] + " – " + valueInWords(chart.series[0], c) +
            " (" + shownShare(shares[c]) + ')';
  }
  text += '.';
}

void appendSpans(std::string& text, const Chart& chart) {
  const std::size_t count = std::min(chart.spans.size(), chart.categories.size());
  if (count == 0) text += " Нет данных";
  for (std::size_t i = 0; i < count; ++i) {
    const Span& span = chart.spans[i];
    text += (i == 0 ? " " : "; ") + chart.categories[i] + " – " +
            (span.from == span.to ? day(span.from) : "с " + day(span.from) + " по " + day(span.to));
  }
  text += '.';
}

}  // namespace

std::string inWords(const Chart& chart) {
  std::string text = kindInWords(chart);
  if (!chart.title.empty()) text += " «" + chart.title + "»";
  text += '.';
  if (chart.kind == Kind::gantt) {
    appendSpans(text, chart);
    return text;
  }
  if (chart.kind == Kind::pie) {
    appendShares(text, chart);
    return text;
  }
  if (!chart.xTitle.empty()) text += " По категориям: " + sentence(chart.xTitle);
  if (!chart.yTitle.empty()) text += " Значения: " + sentence(chart.yTitle);
  if (chart.categories.empty() || chart.series.empty()) return text + " Нет данных.";
  const bool all = chart.categories.size() * chart.series.size() <= kAllValues;
  for (const Series& series : chart.series) {
    text += series.name.empty() ? " Ряд:" : " " + series.name + ':';
    if (all) {
      appendAll(text, chart, series);
    } else {
      appendSummary(text, chart, series);
    }
  }
  return text;
}

}  // namespace chancery::chart
