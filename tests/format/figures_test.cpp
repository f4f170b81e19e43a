#include "support/formatting.h"

namespace chancery::format {
namespace {

class Figures : public testing::Formatting {
 protected:
  Figures() {
    image::Picture picture;
    picture.content = image::Drawing{};
    picture.width = Length::mm(100);
    picture.height = Length::mm(50);
    pictures_.emplace("plan.svg", std::make_shared<const image::Picture>(picture));
  }

  Object objectOf(const std::string& attributes) {
    const Document document = formatPart("<figure href=\"plan.svg\" alt=\"План\"" + attributes + "/>");
    return document.objects.empty() ? Object() : document.objects[0];
  }

  std::string chartErrors(const std::string& chart) {
    formatPart(chart);
    return codes_;
  }
};

const char* const kSeries = "<category>2025</category><category>2026</category>"
                            "<series title=\"план\"><value>12,5</value><value>–</value></series>";

TEST_F(Figures, StandOnALineWithTheirCaptionBelow) {
  const std::string dumped = dump(formatPart("<figure href=\"plan.svg\" alt=\"План\" title=\"План здания\"/>"
                                             "<figure href=\"plan.svg\" decorative=\"yes\"/>"));
  EXPECT_NE(dumped.find("  object 0 object-1 100.00mm x 50.00mm \"План\"\n"
                        "  object 1 object-2 100.00mm x 50.00mm decorative\n"),
            std::string::npos)
      << dumped;
  EXPECT_NE(dumped.find("    Figure keep-next {object 0}\n"
                        "    FigureCaption caption \"Рисунок\u00a01\u00a0– План здания\"\n"
                        "    Figure {object 1}\n"),
            std::string::npos)
      << dumped;
}

TEST_F(Figures, KeepTheirRatio) {
  const auto size = [&](const std::string& attributes) {
    const Object object = objectOf(attributes);
    EXPECT_EQ(codes_, "");
    return std::to_string(object.width.toEmu() / 36000) + 'x' + std::to_string(object.height.toEmu() / 36000);
  };
  EXPECT_EQ(size(""), "100x50");
  EXPECT_EQ(size(" width=\"120mm\""), "120x60");
  EXPECT_EQ(size(" height=\"10mm\""), "20x10");
  EXPECT_EQ(size(" width=\"120mm\" height=\"30mm\""), "60x30");
  EXPECT_EQ(size(" width=\"80mm\" height=\"60mm\""), "80x40");
  EXPECT_EQ(size(" width=\"340mm\""), "170x85");  // not wider than the text
}

TEST_F(Figures, SizesMustBeLengths) {
  objectOf(" width=\"wide\"");
  EXPECT_EQ(codes_, "F112 1:47\n");
  objectOf(" height=\"0mm\"");
  EXPECT_EQ(codes_, "F112 1:47\n");
}

TEST_F(Figures, UnknownPicturesAreTold) {
  formatPart("<figure href=\"plna.svg\" alt=\"План\"/>");
  EXPECT_EQ(codes_, "F113 1:47\n");
  EXPECT_EQ(hint_, "возможно, вы имели в виду «plan.svg»");
}

TEST_F(Figures, ChartsTakeTheirData) {
  const Document document = formatPart(
      "<chart kind=\"line\" title=\"Охват\" stacked=\"yes\" horizontal=\"yes\" values=\"no\" x-title=\"год\" y-title=\"%\" "
      "width=\"100mm\">" + std::string(kSeries) +
      "<series><value>−1 200</value><value>0.5</value></series></chart><chart>" + kSeries + "</chart>");
  EXPECT_EQ(codes_, "");
  ASSERT_EQ(document.objects.size(), 2u);
  const Object& object = document.objects[0];
  const auto& chart = *std::get<std::shared_ptr<const chart::Chart>>(object.content);
  EXPECT_EQ(chart.kind, chart::Kind::line);
  EXPECT_TRUE(chart.stacked);
  EXPECT_TRUE(chart.horizontal);
  EXPECT_FALSE(chart.values);
  EXPECT_EQ(chart.title, "");  // the caption tells it
  EXPECT_EQ(chart.xTitle, "год");
  EXPECT_EQ(chart.yTitle, "%");
  EXPECT_EQ(chart.categories, (std::vector<std::string>{"2025", "2026"}));
  EXPECT_EQ(chart.series[0].name, "план");
  EXPECT_EQ(chart.series[0].values, (std::vector<std::string>{"12.5", ""}));
  EXPECT_EQ(chart.series[1].values, (std::vector<std::string>{"-1200", "0.5"}));
  EXPECT_EQ(object.width, Length::mm(100));
  EXPECT_EQ(object.height, Length::mm(80));
  EXPECT_EQ(object.text.size, Length::pt(10));
  EXPECT_NE(object.alternative.find("Охват"), std::string::npos) << object.alternative;
  const auto& other = *std::get<std::shared_ptr<const chart::Chart>>(document.objects[1].content);
  EXPECT_EQ(other.kind, chart::Kind::bar);
  EXPECT_FALSE(other.stacked);
  EXPECT_TRUE(other.values);
  EXPECT_EQ(document.objects[1].width, Length::mm(160));
  EXPECT_EQ(document.sections[0].blocks.size(), 3u);
}

TEST_F(Figures, AChartMayHaveWordsOfItsOwn) {
  EXPECT_EQ(formatPart("<chart alt=\"Рост\">" + std::string(kSeries) + "</chart>").objects[0].alternative, "Рост");
}

TEST_F(Figures, GanttChartsHaveSpans) {
  const Document document = formatPart(
      "<chart kind=\"gantt\"><category>Сбор</category><span from=\"2026-01-12\" to=\"2026-01-12\"/></chart>");
  EXPECT_EQ(codes_, "");
  const auto& chart = *std::get<std::shared_ptr<const chart::Chart>>(document.objects[0].content);
  EXPECT_EQ(chart.kind, chart::Kind::gantt);
  EXPECT_EQ(chart.spans[0].from, 20465);
  EXPECT_EQ(chart.spans[0].to, 20465);
}

// Broken charts: each error is placed and explained.
TEST_F(Figures, BrokenNumber) {
  for (const char* value : {"много", "1,2,3", "5,", "--5", "1-2", ",5", "−"}) {
    EXPECT_EQ(chartErrors(std::string("<chart><category>а</category><series><value>") + value +
                          "</value></series></chart>"),
              "F115 1:84\n")
        << value;
  }
}
TEST_F(Figures, BrokenSeries) {
  EXPECT_EQ(chartErrors("<chart><category>а</category><series title=\"р\"><value>1</value><value>2</value></series></chart>"),
            "F116 1:47\n");
  EXPECT_EQ(hint_, "нужно по одному на каждую категорию");
}
TEST_F(Figures, BrokenSpans) {
  EXPECT_EQ(chartErrors("<chart kind=\"gantt\"><category>а</category></chart>"), "F117 1:47\n");
}
TEST_F(Figures, BrokenPie) {
  EXPECT_EQ(chartErrors("<chart kind=\"pie\"><category>а</category><series><value>1</value></series>"
                        "<series><value>1</value></series></chart>"),
            "F118 1:47\n");
  EXPECT_EQ(chartErrors("<chart kind=\"pie\"><category>а</category><series><value>-1</value></series></chart>"),
            "F121 1:95\n");
}
TEST_F(Figures, BrokenSpan) {
  const auto spanned = [&](const std::string& from, const std::string& to) {
    return chartErrors("<chart kind=\"gantt\"><category>а</category><span from=\"" + from + "\" to=\"" + to + "\"/></chart>");
  };
  EXPECT_EQ(spanned("2026-02-01", "2026-01-31"), "F119 1:89\n");
  EXPECT_EQ(spanned("2026-02-30", "2026-03-31"), "F119 1:89\n");
  EXPECT_EQ(spanned("2026-01-01", "март"), "F119 1:89\n");
  EXPECT_EQ(spanned("2026-01-31", "2026-01-31"), "");
}
TEST_F(Figures, BrokenChartWithoutData) {
  EXPECT_EQ(chartErrors("<chart><category>а</category></chart>"), "F120 1:47\n");
  EXPECT_EQ(chartErrors("<chart><series><value>1</value></series></chart>"), "F120 1:47\n");
  EXPECT_EQ(chartErrors("<chart kind=\"gantt\"><span from=\"2026-01-01\" to=\"2026-01-02\"/></chart>"), "F120 1:47\n");
}

}  // namespace
}  // namespace chancery::format
