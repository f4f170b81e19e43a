#include "app/explain.h"

#include <gtest/gtest.h>

namespace chancery::app {
namespace {

std::string seen(std::string_view text) {
  const auto spot = parseSpot(text);
  if (!spot) return "-";
  return std::to_string(spot->page) + ' ' + std::to_string(spot->x.toEmu()) + ' ' +
         std::to_string(spot->y.toEmu());
}

TEST(Spot, IsPageAndTwoLengths) {
  EXPECT_EQ(seen("3:120,200"), "3 1524000 2540000");
  EXPECT_EQ(seen("1:0,0.5pt"), "1 0 6350");
  EXPECT_EQ(seen("12:40mm,7.5cm"), "12 1440000 2700000");
  EXPECT_EQ(seen("1:100000,1"), "1 1270000000 12700");
}

TEST(Spot, AnythingElseIsNone) {
  for (const char* text :
       {"", "1", "1:", "1:2", "1:2,", "1:2,3x", "1:2;3", "0:1,1", "-1:1,1", "1:-1,1", "1:1,-1",
        "a:1,1", "1:nan,1", "1:inf,1", "1:100001,1", "1 :1,1", "1:1, 1", "1:1in,1"}) {
    EXPECT_EQ(seen(text), "-") << text;
  }
}

render::Explanation sample() {
  render::Explanation explanation;
  explanation.text = " до \"мая\" ";
  explanation.words = Words::data;
  explanation.stated = {"a/o.template.xml", 4, 7};
  explanation.data = {"d.json", 5, 2};
  return explanation;
}

const render::Spot kSpot{3, Length::pt(120), Length::mm(40)};

TEST(Explanation, IsToldInWords) {
  EXPECT_EQ(explanationText(sample(), kSpot, Language::russian),
            "Текст:   «до \"мая\"»\nОткуда:  значение из данных\nШаблон:  a/o.template.xml:4:7\n"
            "Данные:  d.json:5:2\n");
  EXPECT_EQ(explanationText(sample(), kSpot, Language::english),
            "Text:      “до \"мая\"”\nFrom:      a value of the data\n"
            "Template:  a/o.template.xml:4:7\nData:      d.json:5:2\n");
}

TEST(Explanation, NamesEachSource) {
  const auto from = [](Words words, Language language) {
    render::Explanation explanation;
    explanation.text = " ";
    explanation.words = words;
    return explanationText(explanation, kSpot, language);
  };
  EXPECT_EQ(from(Words::engine, Language::russian), "Текст:   « »\nОткуда:  ставится движком\n");
  EXPECT_EQ(from(Words::engine, Language::english),
            "Text:      “ ”\nFrom:      set by the engine\n");
  EXPECT_EQ(from(Words::stated, Language::russian), "Текст:   « »\nОткуда:  слова шаблона\n");
  EXPECT_EQ(from(Words::given, Language::russian),
            "Текст:   « »\nОткуда:  даёт маршрут при регистрации\n");
}

TEST(Explanation, SaysThatThereIsNoText) {
  EXPECT_EQ(explanationText({}, kSpot, Language::russian),
            "На странице 3 в этой точке текста нет\n");
  EXPECT_EQ(explanationText({}, kSpot, Language::english),
            "There is no text at this point of page 3\n");
}

TEST(Explanation, IsALineOfJson) {
  EXPECT_EQ(explanationJson(sample(), kSpot),
            "{\"page\":3,\"x\":120,\"y\":113.39,\"text\":\" до \\\"мая\\\" \",\"words\":\"data\","
            "\"template\":{\"file\":\"a/o.template.xml\",\"line\":4,\"column\":7},"
            "\"data\":{\"file\":\"d.json\",\"line\":5,\"column\":2}}\n");
  EXPECT_EQ(explanationJson({}, {1, Length::pt(0.1), Length::pt(2)}),
            "{\"page\":1,\"x\":0.1,\"y\":2,\"text\":null,\"words\":null,\"template\":null,"
            "\"data\":null}\n");
  for (const auto& [words, name] :
       {std::pair(Words::engine, "engine"), std::pair(Words::stated, "stated"),
        std::pair(Words::given, "given")}) {
    render::Explanation explanation;
    explanation.text = "а";
    explanation.words = words;
    EXPECT_NE(explanationJson(explanation, kSpot).find(std::string("\"words\":\"") + name + '"'),
              std::string::npos);
  }
}

}  // namespace
}  // namespace chancery::app
