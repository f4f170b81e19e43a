#include <gtest/gtest.h>

#include "base/clock.h"
#include "build.h"

namespace chancery::chart {
namespace {

TEST(InWords, Bars) {
  Chart chart = bars({"12345.5", ""});
  chart.title = "Расходы";
  chart.xTitle = "Год";
  chart.yTitle = "млн руб.";
  EXPECT_EQ(inWords(chart),
            "Столбчатая диаграмма «Расходы». По категориям: Год. Значения: млн руб. Факт: 2021 – "
            "12\u00A0345,5; 2022 – нет данных.");
  chart.horizontal = true;
  EXPECT_EQ(inWords(chart).substr(0, 40), "Линейчатая диаграмма ");
  chart.kind = Kind::line;
  chart.series[0].name = "";
  EXPECT_EQ(inWords(chart),
            "График «Расходы». По категориям: Год. Значения: млн руб. Ряд: 2021 – "
            "12\u00A0345,5; 2022 – нет данных.");
}
TEST(InWords, Pie) {
  Chart chart = bars({"3", "1"});
  chart.kind = Kind::pie;
  EXPECT_EQ(inWords(chart), "Круговая диаграмма. 2021 – 3 (75,0\u00A0%); 2022 – 1 (25,0\u00A0%).");
  chart.series[0].values = {"", "0"};
  EXPECT_EQ(inWords(chart), "Круговая диаграмма. Нет данных.");
  chart.series.clear();
  EXPECT_EQ(inWords(chart), "Круговая диаграмма. Нет данных.");
}
TEST(InWords, Gantt) {
  Chart chart;
  chart.kind = Kind::gantt;
  EXPECT_EQ(inWords(chart), "График работ. Нет данных.");
  chart.categories = {"А", "Б"};
  const auto first = static_cast<std::int32_t>(toDayNumber({2026, 3, 1}));
  chart.spans = {{first, first + 9}, {first, first}};
  EXPECT_EQ(inWords(chart), "График работ. А – с 01.03.2026 по 10.03.2026; Б – 01.03.2026.");
}
TEST(InWords, LongSeriesAreSummedUp) {
  Chart chart;
  Series series{"Ряд А", {}};
  for (int i = 0; i < 81; ++i) {
    chart.categories.push_back("к" + std::to_string(i));
    series.values.push_back(std::to_string(i == 7 ? -5 : i == 9 ? 500 : i));
  }
  chart.series = {series};
  EXPECT_EQ(inWords(chart),
            "Столбчатая диаграмма. Ряд А: от 0 (к0) до 80 (к80); наименьшее значение −5 (к7), "
            "наибольшее 500 (к9).");
  chart.series[0].values.assign(81, "");
  EXPECT_EQ(inWords(chart), "Столбчатая диаграмма. Ряд А: нет данных.");
}
TEST(InWords, NothingIsTold) {
  EXPECT_EQ(inWords({}), "Столбчатая диаграмма. Нет данных.");
}

}  // namespace
}  // namespace chancery::chart
