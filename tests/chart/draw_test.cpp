#include <gtest/gtest.h>

#include "base/clock.h"
#include "build.h"
#include "chart/sketch.h"
#include "support/golden.h"

namespace chancery::chart {
namespace {

void golden(const std::string& name, const image::Drawing& drawing) {
  testing::expectGolden("tests/chart/golden/" + name + ".txt", dump(drawing));
}

std::int32_t day(const char* text) {
  return static_cast<std::int32_t>(toDayNumber(*parseDate(text)));
}

Chart twoSeries() {
  Chart chart = bars({"12345.5", "13200", "14100", "15000"});
  chart.series = {{"План", {"12345.5", "13200", "14100", "15000"}},
                  {"Факт", {"11980.3", "13405", "", "15220"}}};
  chart.yTitle = "млн руб.";
  return chart;
}

Chart schedule() {
  Chart chart;
  chart.kind = Kind::gantt;
  chart.categories = {"Анализ результатов", "Консультации для учителей и родителей всего района",
                      "Сочинение"};
  chart.spans = {{day("2026-08-15"), day("2026-09-30")},
                 {day("2026-11-01"), day("2027-05-31")},
                 {day("2026-12-02"), day("2026-12-02")}};
  return chart;
}

TEST(Draw, ClusteredBars) {
  golden("clustered", drawn(twoSeries()));
}
TEST(Draw, StackedBars) {
  Chart chart = twoSeries();
  chart.stacked = true;
  chart.series.push_back({"Прочее", {"900", "-1000", "5000", "2000"}});
  golden("stacked", drawn(chart));
}
TEST(Draw, HorizontalBars) {
  Chart chart = bars({"812", "-640", "120"});
  chart.horizontal = true;
  chart.categories = {
      "Средняя общеобразовательная школа № 1 имени Героя Советского Союза И. П. Петрова",
      "Гимназия № 2", "Детский сад «Ромашка»"};
  chart.xTitle = "Организация";
  chart.yTitle = "Число обучающихся";
  golden("horizontal", drawn(chart));
}
TEST(Draw, NegativeBars) {
  Chart chart = bars({"12.5", "-3.25", "0", "15.75"});
  chart.title = "Прирост числа обучающихся";
  golden("negative", drawn(chart));
}
TEST(Draw, Lines) {
  Chart chart = twoSeries();
  chart.kind = Kind::line;
  chart.xTitle = "Год";
  golden("lines", drawn(chart));
}
TEST(Draw, Pie) {
  Chart chart;
  chart.kind = Kind::pie;
  chart.categories = {"Заработная плата", "Питание", "Ремонт", "Прочее", "Нет"};
  chart.series = {{"", {"61200.5", "14300", "9800", "5100", ""}}};
  golden("pie", drawn(chart));
}
TEST(Draw, GanttOfMonths) {
  golden("gantt_months", drawn(schedule()));
}
TEST(Draw, GanttOfWeeks) {
  Chart chart = schedule();
  chart.spans = {{day("2026-09-03"), day("2026-09-16")},
                 {day("2026-09-20"), day("2026-10-06")},
                 {day("2026-10-12"), day("2026-10-30")}};
  golden("gantt_weeks", drawn(chart));
}
TEST(Draw, GanttOfQuarters) {
  Chart chart = schedule();
  chart.spans[1].to = day("2029-12-31");
  golden("gantt_quarters", drawn(chart));
}
TEST(Draw, GanttOfYears) {
  Chart chart = schedule();
  chart.spans[1].to = day("2060-12-31");
  golden("gantt_years", drawn(chart));
}
TEST(Draw, Hatches) {
  Chart chart;
  chart.categories = {"А", "Б"};
  for (int i = 0; i < 9; ++i)
    chart.series.push_back(
        {"Ряд " + std::to_string(i + 1), {std::to_string(10 + i), std::to_string(30 - i)}});
  golden("hatches", drawn(chart));
  chart.kind = Kind::line;
  golden("marks", drawn(chart));
}

TEST(Draw, EqualChartsGiveEqualDrawings) {
  EXPECT_EQ(dump(drawn(schedule())), dump(drawn(schedule())));
}
TEST(Draw, MissingValuesAreTold) {
  Chart chart = bars({"5", "", "7"});
  chart.noValue = "н/д";
  EXPECT_EQ(texts(drawn(chart)), "0|1|2|3|4|5|6|7|2021|2022|2023|5|н/д|7");
}
TEST(Draw, ValuesCanBeLeftOut) {
  Chart chart = bars({"5", "", "7"});
  chart.values = false;
  EXPECT_EQ(texts(drawn(chart)), "0|1|2|3|4|5|6|7|2021|2022|2023");
}
TEST(Draw, NothingToDrawIsTold) {
  EXPECT_EQ(texts(drawn({})), "Нет данных");
  Chart chart;
  chart.kind = Kind::gantt;
  EXPECT_EQ(texts(drawn(chart)), "Нет данных");
  chart.kind = Kind::pie;
  EXPECT_EQ(texts(drawn(chart)), "Нет данных");
  chart.categories = {"а", "б"};
  chart.series = {{"", {"0", "-5"}}};
  EXPECT_EQ(texts(drawn(chart)), "Нет данных");
}
TEST(Draw, OneCategoryMakesNoWall) {
  const image::Drawing drawing = drawn(bars({"5"}));
  for (const image::Path& path : drawing.paths) {
    if (!path.fill) continue;
    EXPECT_LE(path.segments[1].x - path.segments[0].x, Length::pt(42));
  }
}
TEST(Draw, ZeroesHaveAnAxis) {
  EXPECT_EQ(texts(drawn(bars({"0", "0"}))), "0|1|2021|2022|0|0");
}
TEST(Draw, ManyNamesAreTurnedAndThinnedOut) {
  Chart chart;
  Series series;
  for (int i = 0; i < 40; ++i) {
    chart.categories.push_back("Показатель " + std::to_string(i + 1));
    series.values.push_back(std::to_string(i + 1));
  }
  chart.series = {series};
  const image::Drawing drawing = drawn(chart);
  int names = 0, turned = 0;
  for (const image::Label& label : drawing.labels) {
    names += label.text.starts_with("Показатель");
    turned += label.turned;
  }
  EXPECT_EQ(names, 20);
  EXPECT_EQ(turned, 60);  // with the figures at the bars
}
TEST(Draw, LineFarFromZeroHasItsOwnAxis) {
  Chart chart = bars({"93.5", "94.1"});
  chart.kind = Kind::line;
  EXPECT_EQ(texts(drawn(chart)).substr(0, 14), "93,5|93,6|93,7");
  chart.series[0].values = {"3", "94.1"};
  EXPECT_EQ(texts(drawn(chart)).substr(0, 5), "0|20|");
}
TEST(Draw, SeriesShorterThanCategoriesLackValues) {
  Chart chart = bars({"5", "6"});
  chart.categories.push_back("2023");
  EXPECT_EQ(texts(drawn(chart)), "0|1|2|3|4|5|6|2021|2022|2023|5|6|–");
}

Box boxOf(const image::Label& label) {
  const double along = halfWide(label.text, label.size, false).toPt(), size = label.size.toPt();
  const double before = label.anchor == image::Label::Anchor::start ? 0
                        : label.anchor == image::Label::Anchor::end ? along
                                                                    : along / 2;
  const double x = label.x.toPt(), y = label.y.toPt();
  if (label.turned) return {x - size * 0.72, y + before - along, size * 0.93, along};
  return {x - before, y - size * 0.72, along, size * 0.93};
}

/// Charts of many kinds and sizes, from a counter: no label over another, none outside.
TEST(DrawProperty, LabelsNeverMeet) {
  std::uint64_t state = 20260101;
  const auto next = [&](int below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(below));
  };
  for (int run = 0; run < 600; ++run) {
    Chart chart;
    chart.kind = static_cast<Kind>(next(4));
    chart.horizontal = next(2) == 0;
    chart.stacked = next(3) == 0;
    if (next(2) == 0) chart.title = std::string(static_cast<std::size_t>(next(120)), 'T');
    if (next(2) == 0) chart.yTitle = "млн руб.";
    if (next(3) == 0) chart.xTitle = "Год";
    const int categories = 1 + next(next(4) == 0 ? 40 : 8);
    for (int c = 0; c < categories; ++c) {
      std::string name;
      for (int w = next(7); w >= 0; --w)
        name += std::string(static_cast<std::size_t>(1 + next(14)), 'a') + ' ';
      chart.categories.push_back(name.substr(0, name.size() - 1));
      const int from = 20000 + next(700);
      chart.spans.push_back({from, from + next(next(2) == 0 ? 400 : 20)});
    }
    const int count = chart.kind == Kind::pie ? 1 : 1 + next(5);
    for (int s = 0; s < count; ++s) {
      Series series{"Ряд " + std::to_string(s), {}};
      for (int c = 0; c < categories; ++c)
        series.values.push_back(
            next(9) == 0 ? "" : std::to_string(next(3000) - (run % 3 == 0 ? 900 : 0)));
      chart.series.push_back(series);
    }
    const image::Drawing drawing = drawn(chart, 15 + next(175), 10 + next(155));
    const Box paper{0, 0, drawing.width.toPt(), drawing.height.toPt()};
    for (std::size_t i = 0; i < drawing.labels.size(); ++i) {
      const Box box = boxOf(drawing.labels[i]);
      ASSERT_TRUE(paper.inset(-0.5).holds(box)) << "run " << run << ": " << drawing.labels[i].text;
      for (std::size_t k = 0; k < i; ++k)
        ASSERT_FALSE(box.inset(0.05).meets(boxOf(drawing.labels[k])))
            << "run " << run << ": " << drawing.labels[i].text << " over "
            << drawing.labels[k].text;
    }
  }
}

}  // namespace
}  // namespace chancery::chart
