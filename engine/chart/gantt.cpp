#include <algorithm>
#include <array>
#include <cmath>

#include "base/clock.h"
#include "chart/frame.h"
#include "chart/kinds.h"
#include "chart/series_look.h"
#include "lang/dates.h"

namespace chancery::chart {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"янв", "фев", "мар", "апр", "май", "июн",
                                                      "июл", "авг", "сен", "окт", "ноя", "дек"};
constexpr std::array<std::string_view, 4> kQuarters = {"I", "II", "III", "IV"};
constexpr double kThickest = 11;  // of a bar, points
constexpr double kGridWidth = 0.4;

enum class Unit : std::uint8_t { week, month, quarter, year };

/// A stretch of the time axis: days from `from` up to, not including, `to`.
struct Period {
  std::int64_t from = 0, to = 0;
  std::string label;
};

std::int64_t dayOf(int year, int month) {
  return toDayNumber({year + (month - 1) / 12, (month - 1) % 12 + 1, 1});
}

/// The first day of the unit that holds `day`.
std::int64_t startOf(std::int64_t day, Unit unit) {
  // 1970-01-05 was a Monday.
  if (unit == Unit::week) return day - ((day - 4) % 7 + 7) % 7;
  const Date date = fromDayNumber(day);
  if (unit == Unit::year) return dayOf(date.year, 1);
  return dayOf(date.year, unit == Unit::month ? date.month : (date.month - 1) / 3 * 3 + 1);
}

std::int64_t nextAfter(std::int64_t start, Unit unit) {
  if (unit == Unit::week) return start + 7;
  const Date date = fromDayNumber(start);
  if (unit == Unit::year) return dayOf(date.year + 1, 1);
  return dayOf(date.year, date.month + (unit == Unit::month ? 1 : 3));
}

std::string labelOf(std::int64_t start, Unit unit) {
  const Date date = fromDayNumber(start);
  switch (unit) {
    case Unit::week:
      return std::to_string(date.day);
    case Unit::month:
      return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]);
    case Unit::quarter:
      return std::string(kQuarters[static_cast<std::size_t>((date.month - 1) / 3)]);
    case Unit::year:
      return std::to_string(date.year);
  }
  return {};
}

/// Two figures of a day or month.
std::string two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string shownSpan(const Span& span) {
  const Date from = fromDayNumber(span.from), to = fromDayNumber(span.to);
  const auto shown = [&](const Date& date) {
    const std::string day = two(date.day) + '.' + two(date.month);
    return from.year == to.year ? day : day + '.' + std::to_string(date.year);
  };
  return span.from == span.to ? shown(from) : shown(from) + "–" + shown(to);
}

class Gantt {
 public:
  Gantt(Sketch& sketch, const Chart& chart) : sketch_(sketch), chart_(chart) {}

  void draw(const Box& area);

 private:
  Unit chooseUnit(double width) const;
  bool fits(Unit unit, double width) const;
  std::vector<Period> periods(Unit unit) const;
  std::vector<Period> monthsWithYears() const;
  void drawHeader(const std::vector<Period>& row, double top, double height);
  void drawGrid(const std::vector<Period>& periods, std::size_t every);
  void drawBar(std::size_t row, const Span& span);
  double at(std::int64_t day) const {
    return plot_.x +
           plot_.width * static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
  }

  Sketch& sketch_;
  const Chart& chart_;
  std::int64_t first_ = 0, last_ = 0;  // the time axis, `last_` not included
  Box plot_;                           // of the rows
  double rowHeight_ = 1;
};

/// The periods that the axis shows, those at its ends cut.
std::vector<Period> Gantt::periods(Unit unit) const {
  std::vector<Period> all;
  for (std::int64_t start = startOf(first_, unit); start < last_; start = nextAfter(start, unit)) {
    const std::int64_t from = std::max(start, first_);
    all.push_back({from, std::min(nextAfter(start, unit), last_), labelOf(from, unit)});
  }
  return all;
}

/// «сентябрь 2026».
std::vector<Period> Gantt::monthsWithYears() const {
  std::vector<Period> months = periods(Unit::month);
  for (Period& month : months)
    month.label = lang::formatDate(fromDayNumber(month.from), "LLLL yyyy").value_or(month.label);
  return months;
}

bool Gantt::fits(Unit unit, double width) const {
  constexpr std::array<double, 4> kDays = {7, 30.4, 91.3, 365.2};
  const double each =
      width * kDays[static_cast<std::size_t>(unit)] / static_cast<double>(last_ - first_);
  const std::string_view widest = unit == Unit::week    ? "00"
                                  : unit == Unit::month ? "июн"
                                  : unit == Unit::year  ? "0000"
                                                        : "III";
  return each >= sketch_.widthOf(widest) + 4;
}

Unit Gantt::chooseUnit(double width) const {
  if (last_ - first_ <= 130 && fits(Unit::week, width)) return Unit::week;
  if (fits(Unit::month, width)) return Unit::month;
  return fits(Unit::quarter, width) ? Unit::quarter : Unit::year;
}

void Gantt::draw(const Box& area) {
  const std::size_t count = std::min(chart_.spans.size(), chart_.categories.size());
  if (count == 0) return drawNoData(sketch_, area);
  std::int64_t low = chart_.spans[0].from, high = chart_.spans[0].to;
  for (std::size_t i = 0; i < count; ++i) {
    low = std::min<std::int64_t>({low, chart_.spans[i].from, chart_.spans[i].to});
    high = std::max<std::int64_t>({high, chart_.spans[i].from, chart_.spans[i].to});
  }
  const double names = rowNamesWidth(sketch_, chart_.categories, area.width * 0.4);
  plot_.x = area.x + names + 5;
  plot_.width = std::max(12.0, area.right() - plot_.x);
  first_ = startOf(low, Unit::month);
  last_ = nextAfter(startOf(high, Unit::month), Unit::month);
  const Unit unit = chooseUnit(plot_.width);
  if (unit == Unit::year || unit == Unit::quarter) {
    first_ = startOf(low, unit);
    last_ = nextAfter(startOf(high, unit), unit);
  }
  const double header = sketch_.lineHeight() * 1.2;
  const double headers = unit == Unit::year ? header : 2 * header;
  plot_.y = area.y + headers;
  plot_.height = std::max(12.0, area.height - headers);
  rowHeight_ = plot_.height / static_cast<double>(count);

  const std::vector<Period> fine = periods(unit);
  std::size_t every = 1;
  while (unit == Unit::year &&
         plot_.width * static_cast<double>(every) / static_cast<double>(fine.size()) <
             sketch_.widthOf("0000") + 4)
    ++every;
  drawGrid(fine, every);
  if (unit == Unit::week) drawHeader(monthsWithYears(), area.y, header);
  if (unit == Unit::month || unit == Unit::quarter) drawHeader(periods(Unit::year), area.y, header);
  std::vector<Period> shown;
  for (std::size_t i = 0; i < fine.size(); i += every) {
    shown.push_back(fine[i]);
    shown.back().to = fine[std::min(i + every, fine.size()) - 1].to;
  }
  drawHeader(shown, plot_.y - header, header);
  const std::vector<std::string> rows(
      chart_.categories.begin(), chart_.categories.begin() + static_cast<std::ptrdiff_t>(count));
  drawRowNames(sketch_, rows, plot_.x - 5, names, plot_.y, rowHeight_);
  for (std::size_t i = 0; i < count; ++i) drawBar(i, chart_.spans[i]);
}

void Gantt::drawHeader(const std::vector<Period>& row, double top, double height) {
  for (const Period& period : row) {
    const Box box{at(period.from), top, at(period.to) - at(period.from), height};
    sketch_.rectangle(box, std::nullopt, kGridColor, kGridWidth);
    const Words words{
        period.label, {box.centerX(), box.centerY() + sketch_.ascent() / 2}, Label::Anchor::middle};
    if (sketch_.widthOf(period.label) + 1 <= box.width) sketch_.text(words);
  }
}

void Gantt::drawGrid(const std::vector<Period>& periods, std::size_t every) {
  std::vector<std::pair<Spot, Spot>> lines;
  for (std::size_t i = 0; i < periods.size(); i += every) {
    const double x = at(periods[i].from);
    lines.push_back({{x, plot_.y}, {x, plot_.bottom()}});
  }
  const auto rows = static_cast<int>(std::lround(plot_.height / rowHeight_));
  for (int i = 1; i < rows; ++i) {
    const double y = plot_.y + i * rowHeight_;
    lines.push_back({{plot_.x, y}, {plot_.right(), y}});
  }
  sketch_.lines(lines, kGridColor, kGridWidth);
  sketch_.rectangle(plot_, std::nullopt, kAxisColor, 0.6);
}

void Gantt::drawBar(std::size_t row, const Span& span) {
  constexpr double kLeastWidth = 3;
  const double middle = plot_.y + (static_cast<double>(row) + 0.5) * rowHeight_;
  const double thickness = std::min(kThickest, rowHeight_ * 0.6);
  const auto [from, to] = std::minmax(span.from, span.to);
  const double left = at(from), right = at(std::int64_t{to} + 1);
  Box bar{left, middle - thickness / 2, right - left, thickness};
  if (bar.width < kLeastWidth) {  // a day that would not be seen: a mark instead
    SeriesLook look = lookOf(0);
    look.mark = SeriesLook::Mark::diamond;
    drawMark(sketch_, {bar.centerX(), middle}, look);
    bar = {bar.centerX() - 3, bar.y, 6, thickness};
  } else {
    fillBox(sketch_, bar, lookOf(0));
  }
  if (!chart_.values || rowHeight_ < sketch_.lineHeight() * 0.85) return;
  const std::string text = shownSpan({from, to});
  const double baseline = middle + sketch_.ascent() / 2;
  const double width = sketch_.widthOf(text);
  constexpr double kGap = 3;
  if (bar.right() + kGap + width <= plot_.right() - 1) {
    sketch_.tryText({text, {bar.right() + kGap, baseline}});
  } else if (bar.x - kGap - width >= plot_.x + 1) {
    sketch_.tryText({text, {bar.x - kGap, baseline}, Label::Anchor::end});
  } else if (width + 4 <= bar.width && thickness >= sketch_.ascent()) {
    sketch_.tryText({text, {bar.centerX(), baseline}, Label::Anchor::middle, false, false, kPaper});
  }
}

}  // namespace

void drawGantt(Sketch& sketch, const Chart& chart, const Box& area) {
  Gantt(sketch, chart).draw(area);
}

}  // namespace chancery::chart
