#include "lang/typography.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace chancery::lang {
namespace {

/// The text with its no-break spaces shown as "~".
std::string shown(std::string_view text, const TypographyRules& rules = {}) {
  std::string result = typeset(text, rules);
  for (std::size_t at = 0; (at = result.find("\u00A0", at)) != std::string::npos;) {
    result.replace(at, 2, "~");
  }
  return result;
}

TypographyRules none() {
  TypographyRules rules;
  for (const TypographyRule& one : kTypographyRules) rules.*one.rule = false;
  return rules;
}

/// One rule alone.
std::string only(bool TypographyRules::*rule, std::string_view text) {
  TypographyRules rules = none();
  rules.*rule = true;
  return shown(text, rules);
}

TEST(TypographyTest, InitialsStayWithTheSurname) {
  const auto initials = [](std::string_view text) {
    return only(&TypographyRules::initials, text);
  };
  EXPECT_EQ(initials("директору И. О. Петровой поручить"), "директору И.~О.~Петровой поручить");
  EXPECT_EQ(initials("О.П. Веснина"), "О.П.~Веснина");
  EXPECT_EQ(initials("Веснина О.П., Лугов П.А."), "Веснина~О.П., Лугов~П.А.");
  EXPECT_EQ(initials("(Римский-Корсаков Н. А.)"), "(Римский-Корсаков~Н.~А.)");
  EXPECT_EQ(initials("(Лугов П. А.), далее"), "(Лугов~П.~А.), далее");
  EXPECT_EQ(initials("Начальник О. П. Веснина,"), "Начальник О.~П.~Веснина,");
  EXPECT_EQ(initials("О. П. Каме́нская"), "О.~П.~Каме́нская");
  EXPECT_EQ(initials("«Лугов П. А.»"), "«Лугов~П.~А.»");
  EXPECT_EQ(initials("Лугов П. А. Веснину"), "Лугов П.~А.~Веснину");
  EXPECT_EQ(initials("в пункте А. слово"), "в пункте А. слово");
  EXPECT_EQ(initials("Приказ от ОБР. Иванова"), "Приказ от ОБР. Иванова");
}

TEST(TypographyTest, NumberAndSectionSigns) {
  const auto number = [](std::string_view text) {
    return only(&TypographyRules::numberSign, text);
  };
  EXPECT_EQ(number("приказ № 104 и § 5, (№ 7)"), "приказ №~104 и §~5, (№~7)");
  EXPECT_EQ(number("№№ 1–3, §§ 2, 3"), "№№~1–3, §§~2, 3");
  EXPECT_EQ(number("закон N 63-ФЗ, класс N или"), "закон N~63-ФЗ, класс N или");
}

TEST(TypographyTest, NumbersAndUnits) {
  const auto units = [](std::string_view text) { return only(&TypographyRules::units, text); };
  EXPECT_EQ(units("100 руб. и 12,5 кг, 5 %; 3–4 чел."), "100~руб. и 12,5~кг, 5~%; 3–4~чел.");
  EXPECT_EQ(units("12\u00A0500 рублей"), "12~500~рублей");
  EXPECT_EQ(units("100 тыс. руб., 5 млн тонн, 2 тыс. кв. м, 3 куб. м, +5 °C"),
            "100~тыс.~руб., 5~млн~тонн, 2~тыс.~кв.~м, 3~куб.~м, +5 °C");
  EXPECT_EQ(units("много тыс. руб., кв. м, тыс. кв. м"), "много тыс. руб., кв. м, тыс. кв. м");
  EXPECT_EQ(units("5 школ, много руб."), "5 школ, много руб.");
  EXPECT_EQ(units("п. 5. кг"), "п. 5. кг");
}

TEST(TypographyTest, YearsAndCenturies) {
  const auto years = [](std::string_view text) { return only(&TypographyRules::years, text); };
  EXPECT_EQ(years("в 2026 г. и 2020–2021 гг., XX в."), "в 2026~г. и 2020–2021~гг., XX~в.");
  EXPECT_EQ(years("2025/26 уч. г., 2025-2026 уч.г., 25/26 гг."),
            "2025/26~уч. г., 2025-2026~уч.г., 25/26 гг.");
  EXPECT_EQ(years("из г. Москвы 2026 года, 5 в ряд, X в ряд"),
            "из г. Москвы 2026 года, 5 в ряд, X в ряд");
}

TEST(TypographyTest, DaysAndMonths) {
  const auto days = [](std::string_view text) { return only(&TypographyRules::dayAndMonth, text); };
  EXPECT_EQ(days("5 июня 2026, до 31 декабря, 1 мая."), "5~июня 2026, до 31~декабря, 1~мая.");
  EXPECT_EQ(days("«5» июня, 1–5 июня, 1-31 мая, (3 мая)"),
            "«5»~июня, 1–5~июня, 1-31~мая, (3~мая)");
  EXPECT_EQ(days("1-32 мая, 0–5 мая, 5.5 мая"), "1-32 мая, 0–5 мая, 5.5 мая");
  EXPECT_EQ(days("32 мая, 0 мая, 100 мая, 5 май"), "32 мая, 0 мая, 100 мая, 5 май");
}

TEST(TypographyTest, OneLetterPrepositions) {
  const auto prepositions = [](std::string_view text) {
    return only(&TypographyRules::prepositions, text);
  };
  EXPECT_EQ(prepositions("В школе о детях к маю с утра (у нас) и а"),
            "В~школе о~детях к~маю с~утра (у~нас) и а");
  EXPECT_EQ(prepositions("во дворе со мной в, к."), "во дворе со мной в, к.");
}

TEST(TypographyTest, OneLetterParticlesStayWithTheWordBefore) {
  const auto particles = [](std::string_view text) {
    return only(&TypographyRules::particles, text);
  };
  EXPECT_EQ(particles("Кто ж, если б знать (они ж)"), "Кто~ж, если~б знать (они~ж)");
  EXPECT_EQ(particles("класс 5 б, Ж и Б"), "класс 5 б, Ж и Б");
}

TEST(TypographyTest, GroupsOfDigitsStayTogetherBeforeAUnit) {
  const auto groups = [](std::string_view text) {
    return only(&TypographyRules::digitGroups, text);
  };
  EXPECT_EQ(groups("на 12 500 руб. и 1 250 000,50 руб. (3 000 чел.)"),
            "на 12~500 руб. и 1~250~000,50 руб. (3~000 чел.)");
  EXPECT_EQ(groups("телефон 123 456, школа 12 500 мест, 1234 500 кг, 12 50 кг, 12 500, 300 кг"),
            "телефон 123 456, школа 12 500 мест, 1234 500 кг, 12 50 кг, 12 500, 300 кг");
  EXPECT_EQ(groups("12 500а кг, 5 руб., 12 500,x руб., 12 500"),
            "12 500а кг, 5 руб., 12 500,x руб., 12 500");
}

TEST(TypographyTest, BeforeADash) {
  const auto dash = [](std::string_view text) { return only(&TypographyRules::dash, text); };
  EXPECT_EQ(dash("Январь – март — это - срок"), "Январь~– март~— это~- срок");
  EXPECT_EQ(dash("– пункт списка -й"), "– пункт списка -й");
}

TEST(TypographyTest, AbbreviationsStayWithWhatFollows) {
  const auto abbreviations = [](std::string_view text) {
    return only(&TypographyRules::abbreviations, text);
  };
  EXPECT_EQ(abbreviations("г. Озёрный, ул. Лесная, д. 5, кв. 7, стр. 12, рис. 3, п. 4, им. А. Н."),
            "г.~Озёрный, ул.~Лесная, д.~5, кв.~7, стр.~12, рис.~3, п.~4, им.~А. Н.");
  EXPECT_EQ(abbreviations("В 2026 г. Москва и ст. 5, ст. Лесная"),
            "В 2026 г. Москва и ст.~5, ст.~Лесная");
  EXPECT_EQ(abbreviations("Рис. 1. Табл. 2, разд. IV, подп. «а» п. 3, п. б) закона, подп. \"в\""),
            "Рис.~1. Табл.~2, разд.~IV, подп.~«а» п.~3, п.~б) закона, подп.~\"в\"");
  EXPECT_EQ(abbreviations("т. е. сейчас, и т. д., и др., и пр.; и. о. директора; уч. г., до н. э."),
            "т.~е. сейчас, и~т.~д., и~др., и~пр.; и.~о. директора; уч.~г., до н.~э.");
  EXPECT_EQ(abbreviations("и дом, т. слово, п. а, п. Б) закона, 2020–2021 г. Москва"),
            "и дом, т. слово, п. а, п. Б) закона, 2020–2021 г. Москва");
  EXPECT_EQ(abbreviations("рис. слева, ул. лесная, г. «Озёрный»"),
            "рис. слева, ул. лесная, г.~«Озёрный»");
}

TEST(TypographyTest, RulesWorkTogetherAndCanBeSwitchedOff) {
  EXPECT_EQ(shown("Приказ от 5 июня 2026 г. № 104 — о школе № 3"),
            "Приказ от 5~июня 2026~г. №~104~— о~школе №~3");
  const std::string text =
      "5 июня 2026 г. № 104 — о И. О. Ф., 5 кг, ул. Мира, в селе, \"А\" - 12 500 руб. ж 2021-2023";
  EXPECT_EQ(shown(text, none()), text);
}

TEST(TypographyTest, OnlySingleSpacesChange) {
  EXPECT_EQ(shown("№  5, №\n5, №\t5, № 5"), "№  5, №\n5, №\t5, №~5");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("№"), "№");
  EXPECT_EQ(shown(" в "), " в ");
  EXPECT_EQ(findTypographyEdits("в № 5", {}),
            (std::vector<TypographyEdit>{{2, 1, "\u00A0"}, {6, 1, "\u00A0"}}));
}

}  // namespace
}  // namespace chancery::lang
