#include "lang/typography.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace chancery::lang {
namespace {

/// The text with its no-break spaces shown as "~".
std::string shown(std::string_view text, const TypographyRules& rules = {}) {
  std::string result = withNoBreakSpaces(text, rules);
  for (std::size_t at = 0; (at = result.find("\u00A0", at)) != std::string::npos;) {
    result.replace(at, 2, "~");
  }
  return result;
}

/// One rule alone.
std::string only(bool TypographyRules::*rule, std::string_view text) {
  TypographyRules rules{false, false, false, false, false, false, false, false};
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
  EXPECT_EQ(initials("в пункте А. слово"), "в пункте А. слово");
  EXPECT_EQ(initials("Приказ от ОБР. Иванова"), "Приказ от ОБР. Иванова");
}

TEST(TypographyTest, NumberAndSectionSigns) {
  const auto number = [](std::string_view text) {
    return only(&TypographyRules::numberSign, text);
  };
  EXPECT_EQ(number("приказ № 104 и § 5, (№ 7)"), "приказ №~104 и §~5, (№~7)");
  EXPECT_EQ(number("№№ 1–3, §§ 2, 3"), "№№~1–3, §§~2, 3");
}

TEST(TypographyTest, NumbersAndUnits) {
  const auto units = [](std::string_view text) { return only(&TypographyRules::units, text); };
  EXPECT_EQ(units("100 руб. и 12,5 кг, 5 %; 3–4 чел."), "100~руб. и 12,5~кг, 5~%; 3–4~чел.");
  EXPECT_EQ(units("12\u00A0500 рублей"), "12~500~рублей");
  EXPECT_EQ(units("5 школ, много руб."), "5 школ, много руб.");
  EXPECT_EQ(units("п. 5. кг"), "п. 5. кг");
}

TEST(TypographyTest, YearsAndCenturies) {
  const auto years = [](std::string_view text) { return only(&TypographyRules::years, text); };
  EXPECT_EQ(years("в 2026 г. и 2020–2021 гг., XX в."), "в 2026~г. и 2020–2021~гг., XX~в.");
  EXPECT_EQ(years("из г. Москвы 2026 года, 5 в ряд, X в ряд"),
            "из г. Москвы 2026 года, 5 в ряд, X в ряд");
}

TEST(TypographyTest, DaysAndMonths) {
  const auto days = [](std::string_view text) { return only(&TypographyRules::dayAndMonth, text); };
  EXPECT_EQ(days("5 июня 2026, до 31 декабря, 1 мая."), "5~июня 2026, до 31~декабря, 1~мая.");
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
  EXPECT_EQ(abbreviations("рис. слева, ул. лесная, г. «Озёрный»"),
            "рис. слева, ул. лесная, г.~«Озёрный»");
}

TEST(TypographyTest, RulesWorkTogetherAndCanBeSwitchedOff) {
  EXPECT_EQ(shown("Приказ от 5 июня 2026 г. № 104 — о школе № 3"),
            "Приказ от 5~июня 2026~г. №~104~— о~школе №~3");
  const TypographyRules none{false, false, false, false, false, false, false, false};
  const std::string text = "5 июня 2026 г. № 104 — о И. О. Ф., 5 кг, ул. Мира, в селе";
  EXPECT_EQ(shown(text, none), text);
}

TEST(TypographyTest, OnlySingleSpacesChange) {
  EXPECT_EQ(shown("№  5, №\n5, №\t5, № 5"), "№  5, №\n5, №\t5, №~5");
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("№"), "№");
  EXPECT_EQ(shown(" в "), " в ");
  EXPECT_EQ(findNoBreakSpaces("в № 5", {}), (std::vector<std::size_t>{2, 6}));
}

}  // namespace
}  // namespace chancery::lang
