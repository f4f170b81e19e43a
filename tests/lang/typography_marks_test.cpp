#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "lang/typography.h"

// The rules that change what characters look like. What they leave alone counts as much as what
// they change: no number and no name may be falsified.
namespace chancery::lang {
namespace {

std::string only(bool TypographyRules::*rule, std::string_view text) {
  TypographyRules rules;
  for (const TypographyRule& one : kTypographyRules) rules.*one.rule = one.rule == rule;
  return typeset(text, rules);
}

std::string quoted(std::string_view text) {
  return only(&TypographyRules::quotes, text);
}
std::string dashed(std::string_view text) {
  return only(&TypographyRules::hyphenToDash, text);
}
std::string ranged(std::string_view text) {
  return only(&TypographyRules::ranges, text);
}

#define EXPECT_LEFT(function, text) EXPECT_EQ(function(text), text)

TEST(Quotes, StraightOnesBecomeFrenchOnes) {
  EXPECT_EQ(quoted("МБОУ \"Школа № 5\" (\"Луч\"), \"Заря\"."), "МБОУ «Школа № 5» («Луч»), «Заря».");
  EXPECT_EQ(quoted("\"Луч\""), "«Луч»");
  EXPECT_EQ(quoted("[\"Луч\"]! «\"Луч\"-2» и \"Луч\"/\"Заря\" или"),
            "[\"Луч\"]! «\"Луч\"-2» и \"Луч\"/\"Заря\" или");  // «/"» tells no side
  EXPECT_EQ(quoted("\"Луч\"-2; \"Луч\"?\n\"Заря\"\t\"Эхо\"…"), "«Луч»-2; «Луч»?\n«Заря»\t«Эхо»…");
}

TEST(Quotes, InnerOnesBecomeGermanOnes) {
  EXPECT_EQ(quoted("\"Школа \"Луч\"\""), "«Школа „Луч“»");
  EXPECT_EQ(quoted("\"\"Луч\" № 5\""), "«„Луч“ № 5»");
  EXPECT_EQ(quoted("«Школа «Луч»»"), "«Школа „Луч“»");
  EXPECT_EQ(quoted("«Школа \"Луч\"»"), "«Школа „Луч“»");
  EXPECT_EQ(quoted("„Луч“"), "«Луч»");
  EXPECT_EQ(quoted("“Луч” и “Заря”"), "«Луч» и «Заря»");
  EXPECT_EQ(quoted("«Школа „Луч“»"), "«Школа „Луч“»");
}

TEST(Quotes, DoNothingInDoubt) {
  EXPECT_LEFT(quoted, "монитор 24\"");              // inches
  EXPECT_LEFT(quoted, "\"монитор 24\" широкий\"");  // three marks
  EXPECT_LEFT(quoted, "ООО \"Школа \"Луч\"");       // the last one counts twice
  EXPECT_LEFT(quoted, "начало \"цитаты");           // goes on in another paragraph
  EXPECT_LEFT(quoted, "конец цитаты»");
  EXPECT_LEFT(quoted, "href=\"адрес\"");
  EXPECT_LEFT(quoted, "а\"б\"в");
  EXPECT_LEFT(quoted, "\" \"");
  EXPECT_LEFT(quoted, "(\")");
  EXPECT_LEFT(quoted, "«А „Б «В» Б“ А»");  // no third kind
  EXPECT_LEFT(quoted, "Жанна д'Арк, О’Нил, 5' 10''");
}

TEST(Dashes, AHyphenBetweenBlanksBecomesADash) {
  EXPECT_EQ(dashed("срок - май, Январь - март"), "срок – май, Январь – март");
  EXPECT_EQ(dashed("(далее - школа) - это - новая"), "(далее – школа) – это – новая");
  EXPECT_EQ(dashed("Итого - 5 школ; 2020 год - май 2021 год"),
            "Итого – 5 школ; 2020 год – май 2021 год");
  EXPECT_EQ(dashed("80 - возраст директора"), "80 – возраст директора");
  EXPECT_EQ(dashed("- школа № 5\n- школа № 6"), "– школа № 5\n– школа № 6");
  EXPECT_EQ(dashed("озеро - большое"), "озеро - большое");  // perhaps a compound: left
}

TEST(Dashes, AHyphenInsideAWordStays) {
  EXPECT_LEFT(dashed, "научно-практическая Санкт-Петербург 217-од 63-ФЗ слово- -слово");
}

TEST(Dashes, DoNothingInDoubt) {
  EXPECT_LEFT(dashed, "8 - 800 - 555");  // a telephone
  EXPECT_LEFT(dashed, "5 - 3 = 2");
  EXPECT_LEFT(dashed, "к 80 - летию, 3 - й, 5 - этажный");
  EXPECT_LEFT(dashed, "научно - практическая, учебно - методический");
  EXPECT_LEFT(dashed, "класс 5 - А, А - 5");
  EXPECT_LEFT(dashed, "- 5 градусов");
  EXPECT_LEFT(dashed, "-");
  EXPECT_LEFT(dashed, "конец -");
  EXPECT_LEFT(dashed, "слово -\nстрока");
  EXPECT_LEFT(dashed, "а - - б");
  EXPECT_LEFT(dashed, "а -- б");
}

TEST(Ranges, Years) {
  EXPECT_EQ(ranged("на 2021-2023 гг. и 2022-2023гг., (2021-2022 уч. г.)"),
            "на 2021–2023 гг. и 2022–2023гг., (2021–2022 уч. г.)");
  EXPECT_EQ(ranged("2024-2026"), "2024–2026");
  EXPECT_EQ(ranged("«2021-2023»."), "«2021–2023».");
  EXPECT_LEFT(ranged, "2023-2021, 2021-2021, 2021-12, 2026-11-22, 1021-1023, 2021-2300");
  EXPECT_LEFT(ranged, "№ 2021-2023, дело 2021-2023, ГОСТ 2021-2023, приказом 2021-2023");
  EXPECT_LEFT(ranged, "2021-2023а, договору 2021-2023");
  EXPECT_EQ(ranged("по приказу, 2021-2023"), "по приказу, 2021–2023");
}

TEST(Ranges, ReachToTheirBounds) {
  EXPECT_EQ(ranged("1700-1701, 2198-2199"), "1700–1701, 2198–2199");
  EXPECT_LEFT(ranged, "1699-1701, 2198-2200");
  EXPECT_EQ(ranged("9998-9999 чел., 0-1 балл, 1-31 мая"), "9998–9999 чел., 0–1 балл, 1–31 мая");
  EXPECT_LEFT(ranged, "0-31 мая, 01-2 балла, 00-1 балл");
  EXPECT_EQ(ranged("01.12.2025-02.12.2025, 31.01.2025-01.02.2025, 31.12.2025-01.01.2026"),
            "01.12.2025–02.12.2025, 31.01.2025–01.02.2025, 31.12.2025–01.01.2026");
  EXPECT_LEFT(ranged, "01.00.2025-01.12.2025, 01.12.2025-01.12.2025, 00.01.2025-01.01.2025");
  EXPECT_EQ(ranged("00:00-00:01, 09:58-09:59, 23:59-24:00"),
            "00:00–00:01, 09:58–09:59, 23:59–24:00");
  EXPECT_LEFT(ranged, "23:00-25:00, 09:00-09:60, 10:00-10:00");
}

TEST(Ranges, CountedThings) {
  EXPECT_EQ(ranged("5-11 классов, 3-4 чел., 10-15 %, (2-3 дня), 1-2 тыс. руб."),
            "5–11 классов, 3–4 чел., 10–15 %, (2–3 дня), 1–2 тыс. руб.");
  EXPECT_LEFT(ranged, "11-5 классов, 05-11 классов, 5-11 слонов, 12345-12346 руб., 5-5 кг");
  EXPECT_LEFT(ranged, "ул. Мира, 5-7 г. Москва, д. 5-7 кв. 3, п. 3-5 листов, Пункт: 3-5 листов");
}

TEST(Ranges, DatesAndTimes) {
  EXPECT_EQ(ranged("1-5 июня, 01.09.2025-31.05.2026, с 09:00-17:30."),
            "1–5 июня, 01.09.2025–31.05.2026, с 09:00–17:30.");
  EXPECT_EQ(ranged("январь-март, Июня-Августа"), "январь–март, Июня–Августа");
  EXPECT_LEFT(ranged, "5-1 июня, 1-32 июня, 31.05.2026-01.09.2025, 32.01.2026-33.01.2026");
  EXPECT_LEFT(ranged, "01.13.2025-01.14.2026, 1.09.2025-2.09.2025, 01-09.2025-02.09.2025");
  EXPECT_LEFT(ranged, "17:30-09:00, 09:60-10:00, 25:00-26:00, 9:00-10:00, март-кот");
}

TEST(Ranges, CenturiesAndReferences) {
  EXPECT_EQ(ranged("XIX-XX вв., XX-XXI века; пп. 3-5, рис. 1-3, с. 10-15"),
            "XIX–XX вв., XX–XXI века; пп. 3–5, рис. 1–3, с. 10–15");
  EXPECT_LEFT(ranged, "XIX-XX, п. 3-5, ст. 15-1, ст. 15-17, пп. 5-3");
}

TEST(Ranges, NumbersOfDocumentsStay) {
  EXPECT_LEFT(ranged, "217-од, 63-ФЗ, № 12-34, 66:41:0204016-10, ГОСТ Р 7.0.97-2025, 2-14-37");
  EXPECT_LEFT(
      ranged,
      "8-800-555-35-35, +7 (343) 123-45-67, тел. 2-14, И-10, 5-А, -5, 5-, научно-технический");
}

TEST(SplitDigits, AmountsAlone) {
  const auto split = [](std::string_view text) {
    return only(&TypographyRules::splitDigits, text);
  };
  EXPECT_EQ(split("12500 руб., (1250000,50 руб.) и 123456 ₽"),
            "12\u00A0500 руб., (1\u00A0250\u00A0000,50 руб.) и 123\u00A0456 ₽");
  EXPECT_EQ(split("10000 чел., 123456789012 руб."),
            "10\u00A0000 чел., 123\u00A0456\u00A0789\u00A0012 руб.");
  EXPECT_LEFT(split, "1250 руб., 012500 руб., 12500 г. Москва, 12500, 12500 школ, 12500,x руб.");
  EXPECT_LEFT(split, "№ 12500 руб., ИНН 1234567890 кг, 1234567890123 руб., 12500.5 руб.");
  EXPECT_EQ(typeset("12500 руб.", {}), "12500\u00A0руб.") << "off by default";
}

TEST(Marks, RulesWorkTogether) {
  EXPECT_EQ(typeset("\"Школа \"Луч\"\" - 5-11 классы, 2021-2023 гг.", {}),
            "«Школа „Луч“»\u00A0– 5–11 классы, 2021–2023\u00A0гг.");
}

TEST(Marks, LettersAndSignsAreNeverChanged) {
  for (const char* text : {"Каме́нск", "ёлка Ёж", "100₽", "№5", "§5", "cafe\u0301", "и\u0306од",
                           "...", "'а'", "(c)", "1/2", "2x3", "5\"", "—", "–", "а\u00ADб"}) {
    EXPECT_LEFT([](std::string_view t) { return typeset(t, {}); }, text);
  }
}

TEST(Marks, EditsAreInOrderAndOfOneCharacter) {
  const std::string text = "\"Аб\" - 12 500 руб. и 2021-2023 гг.";
  const auto edits = findTypographyEdits(text, {});
  ASSERT_EQ(edits.size(), 8u);
  EXPECT_EQ(edits[0], (TypographyEdit{0, 1, "«"}));
  EXPECT_EQ(edits[1], (TypographyEdit{5, 1, "»"}));
  EXPECT_EQ(edits[2], (TypographyEdit{6, 1, "\u00A0"}));
  EXPECT_EQ(edits[3], (TypographyEdit{7, 1, "–"}));
  for (std::size_t i = 1; i < edits.size(); ++i) {
    EXPECT_LT(edits[i - 1].offset, edits[i].offset);
  }
}

/// All that the rules may change made equal.
std::string levelled(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = utf8::next(text, at);
    if (c == 0xA0) c = U' ';
    if (c == U'–') c = U'-';
    if (c == U'«' || c == U'»' || c == U'„' || c == U'“' || c == U'”') c = U'"';
    utf8::append(result, c);
  }
  return result;
}

RC_GTEST_PROP(Marks, NothingElseEverChanges, ()) {
  const std::vector<std::string> pieces{" ",
                                        " ",
                                        " ",
                                        "-",
                                        "\"",
                                        "«",
                                        "»",
                                        "„",
                                        "“",
                                        "(",
                                        ")",
                                        ",",
                                        ".",
                                        "\n",
                                        "5",
                                        "2021",
                                        "2023",
                                        "500",
                                        "12500",
                                        "№",
                                        "г.",
                                        "гг.",
                                        "руб.",
                                        "м",
                                        "В.",
                                        "И.О.",
                                        "в",
                                        "ж",
                                        "Каме\u0301нск",
                                        "классов",
                                        "мая",
                                        "январь",
                                        "–",
                                        "\u00A0",
                                        "/26",
                                        "XX",
                                        "вв.",
                                        "п."};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string text;
  for (const std::string& piece : chosen) text += piece;
  RC_ASSERT(levelled(typeset(text, {})) == levelled(text));
  TypographyRules all;
  all.splitDigits = true;
  std::size_t end = 0;
  for (const TypographyEdit& edit : findTypographyEdits(text, all)) {
    RC_ASSERT(edit.offset >= end);
    end = edit.offset + edit.length;
    RC_ASSERT(end <= text.size());
    RC_ASSERT(edit.length <= 3u);
  }
}

TEST(Marks, SpacesOnlyKeepsTheOtherRules) {
  TypographyRules rules;
  rules.splitDigits = true;
  rules.units = false;
  const TypographyRules spaces = spacesOnly(rules);
  EXPECT_FALSE(spaces.quotes || spaces.hyphenToDash || spaces.ranges || spaces.splitDigits);
  EXPECT_TRUE(spaces.initials && spaces.digitGroups);
  EXPECT_FALSE(spaces.units);
}

}  // namespace
}  // namespace chancery::lang
