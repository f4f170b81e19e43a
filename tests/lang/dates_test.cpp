#include "lang/dates.h"

#include <gtest/gtest.h>

#include "lang/document_kinds.h"
#include "lang/letters.h"

namespace chancery::lang {
namespace {

std::string written(Date date, std::string_view pattern) {
  return formatDate(date, pattern).value_or("error");
}

TEST(DatesTest, OfficePatterns) {
  EXPECT_EQ(written({2026, 6, 5}, "d MMMM yyyy 'г.'"), "5 июня 2026 г.");
  EXPECT_EQ(written({2026, 6, 5}, "dd.MM.yyyy"), "05.06.2026");
  EXPECT_EQ(written({2026, 6, 5}, "«dd» MMMM yyyy"), "«05» июня 2026");
  EXPECT_EQ(written({2026, 12, 31}, "d.M.yy"), "31.12.26");
  EXPECT_EQ(written({2009, 5, 1}, "LLLL yyyy 'o''clock'"), "май 2009 o'clock");
  EXPECT_EQ(written({2026, 9, 1}, "d MMM"), "1 сент.");
  EXPECT_EQ(written({2026, 9, 1}, "''d''"), "'1'");
  EXPECT_EQ(written({2026, 9, 1}, ""), "");
}

TEST(DatesTest, DaysOfTheWeek) {
  EXPECT_EQ(written({1970, 1, 1}, "EEEE"), "четверг");
  EXPECT_EQ(written({2026, 11, 22}, "EEEE"), "воскресенье");
  EXPECT_EQ(written({2026, 11, 23}, "EEEE"), "понедельник");
  EXPECT_EQ(written({1969, 12, 31}, "EEEE"), "среда");
  EXPECT_EQ(written({1960, 2, 29}, "EEEE"), "понедельник");
}

TEST(DatesTest, AllMonths) {
  std::string all;
  for (int month = 1; month <= 12; ++month) all += written({2026, month, 1}, "MMMM ");
  EXPECT_EQ(all,
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря ");
  EXPECT_EQ(monthGenitive(1), "января");
  EXPECT_EQ(monthGenitive(12), "декабря");
}

TEST(DatesTest, WrongPatternsArePlaced) {
  EXPECT_EQ(findPatternError("d MMMM yyyy 'г.'"), std::nullopt);
  EXPECT_EQ(findPatternError("d MMMM гггг"), std::nullopt);
  EXPECT_EQ(findPatternError("d MMMMM"), 2u);
  EXPECT_EQ(findPatternError("d month"), 2u);
  EXPECT_EQ(findPatternError("yyyy 'г."), 5u);
  EXPECT_EQ(findPatternError("d 'x''"), 2u);
  EXPECT_EQ(findPatternError("DD"), 0u);
  EXPECT_EQ(formatDate({2026, 1, 1}, "yyyyy"), std::nullopt);
}

TEST(LettersTest, CaseOfRussianAndEnglish) {
  EXPECT_EQ(toLower("ПРИКАЗ № 5-ОД Ёж Abc"), "приказ № 5-од ёж abc");
  EXPECT_EQ(toUpper("дорожная карта ёж abc-яЯ"), "ДОРОЖНАЯ КАРТА ЁЖ ABC-ЯЯ");
  EXPECT_TRUE(isUpper(U'Ё'));
  EXPECT_TRUE(isUpper(U'А'));
  EXPECT_TRUE(isUpper(U'Я'));
  EXPECT_FALSE(isUpper(U'а'));
  EXPECT_TRUE(isLower(U'я'));
  EXPECT_TRUE(isLower(U'ё'));
  EXPECT_FALSE(isLower(U'Я'));
  EXPECT_TRUE(isLetter(U'Z'));
  EXPECT_TRUE(isLetter(U'z'));
  EXPECT_FALSE(isLetter(U'['));
  EXPECT_FALSE(isLetter(U'5'));
  EXPECT_FALSE(isLetter(U'№'));
}

TEST(DocumentKindsTest, FormsOfMarks) {
  const auto order = findDocumentKind("ПРИКАЗ");
  ASSERT_TRUE(order);
  EXPECT_EQ(order->dative, "приказу");
  EXPECT_EQ(order->instrumental, "приказом");
  EXPECT_EQ(order->genitive, "приказа");
  EXPECT_EQ(approvedWord(order->gender), "УТВЕРЖДЕН");
  EXPECT_EQ(approvedWord(findDocumentKind("дорожная карта")->gender), "УТВЕРЖДЕНА");
  EXPECT_EQ(approvedWord(findDocumentKind("Положение")->gender), "УТВЕРЖДЕНО");
  EXPECT_EQ(approvedWord(findDocumentKind("Правила")->gender), "УТВЕРЖДЕНЫ");
  EXPECT_EQ(findDocumentKind("Распоряжение")->instrumental, "распоряжением");
  EXPECT_FALSE(findDocumentKind("справка"));
}

}  // namespace
}  // namespace chancery::lang
