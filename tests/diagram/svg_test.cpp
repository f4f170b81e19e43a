#include "diagram/svg.h"

#include <gtest/gtest.h>

#include "support.h"
#include "support/reading.h"

namespace chancery::diagram {
namespace {

std::string svgOf(const flow::Definition& definition, const Names& names = {}) {
  return toSvg(drawingOf(processOf(definition, names)));
}

const xml::Node* find(const xml::Node& node, std::string_view id) {
  if (node.isElement() && node.attribute("id") == id) return &node;
  for (const xml::Node& child : node.children) {
    if (const xml::Node* found = find(child, id)) return found;
  }
  return nullptr;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++times;
  return times;
}

TEST(Svg, TellsWhatItShows) {
  testing::ReadText svg;
  testing::readInto(svg, svgOf(approval(), {.titles = {{"role:head", "Начальник"}}}));
  ASSERT_FALSE(svg.diagnostics.hasErrors());
  EXPECT_EQ(svg.root.attribute("role"), "img");
  EXPECT_EQ(svg.root.attribute("aria-labelledby"), "title desc");
  EXPECT_EQ(find(svg.root, "title")->textContent(), "Дорожная карта");
  EXPECT_EQ(
      find(svg.root, "desc")->textContent(),
      "Маршрут документа по этапам, слева направо: Подготовка проекта – Автор документа; "
      "Согласование – deputy-head, срок – 3\u00A0рабочих дня; Согласование – accountant, срок – "
      "3\u00A0рабочих дня; Утверждение – Начальник, срок – 2\u00A0рабочих дня; Изготовление "
      "файлов – Программа; Размещение на сайте – Программа.");
  EXPECT_EQ(find(svg.root, "task_approve")->findChild("title")->textContent(),
            "Утверждение – Начальник; срок – 2\u00A0рабочих дня; при отказе замечания обязательны");
}

TEST(Svg, HoldsNothingButTheDrawing) {
  const std::string svg = svgOf(everything());
  for (const char* word : {"<script", "<image", "href", "url(http", "<style", "<foreignObject"}) {
    EXPECT_EQ(svg.find(word), std::string::npos) << word;
  }
  const Drawing drawing = drawingOf(processOf(everything(), {}));
  EXPECT_EQ(count(svg, "marker-end"), drawing.edges.size() + 1);  // and the aside's own
  EXPECT_EQ(count(svg, "<g id="), drawing.shapes.size() + drawing.asides.size());
}

TEST(Svg, TitlesAreText) {
  testing::ReadText svg;
  testing::readInto(svg,
                    svgOf(route("<stage id=\"d\" kind=\"draft\" title=\"A &lt;b&gt; &amp; «c»\"/>",
                                "&lt;x&gt; &amp; y")));
  ASSERT_FALSE(svg.diagnostics.hasErrors());
  EXPECT_EQ(find(svg.root, "title")->textContent(), "<x> & y");
  EXPECT_EQ(find(svg.root, "task_d")->findChild("text")->textContent(), "A <b> & «c»");
}

TEST(Svg, ReturnsAreOfTheirOwnColour) {
  const std::string svg = svgOf(approval());
  EXPECT_EQ(count(svg, "url(#return)"), 2u);
}

TEST(Svg, SpeaksEnglish) {
  const std::string svg =
      svgOf(route("<stage id=\"d\" kind=\"draft\" title=\"Draft\"/>"
                  "<stage id=\"s\" kind=\"sign\" by=\"role:h\" title=\"Sign\" due=\"2wd\"/>"
                  "<allow act=\"cancel\" by=\"role:h\" before=\"s\"/>"
                  "<allow act=\"recall\" by=\"author\" before=\"s\" to=\"d\"/>",
                  "Order"),
            {.language = Language::english});
  for (const char c : {'\xD0', '\xD1'}) EXPECT_EQ(svg.find(c), std::string::npos);
  EXPECT_NE(svg.find("xml:lang=\"en\""), std::string::npos);
}

TEST(Svg, EqualDefinitionsGiveEqualBytes) {
  EXPECT_EQ(svgOf(everything()), svgOf(everything()));
}

}  // namespace
}  // namespace chancery::diagram
