#include "lang/agreement.h"

#include <gtest/gtest.h>

namespace chancery::lang {
namespace {

TEST(Agreement, ApprovedAgreesWithTheFirstKnownNoun) {
  EXPECT_EQ(approvedForm("План мероприятий («дорожная карта»)"), "УТВЕРЖДЕН");
  EXPECT_EQ(approvedForm("Дорожная карта по работе"), "УТВЕРЖДЕНА");
  EXPECT_EQ(approvedForm("ПОЛОЖЕНИЕ о совете"), "УТВЕРЖДЕНО");
  EXPECT_EQ(approvedForm("Методические рекомендации"), "УТВЕРЖДЕНЫ");
  EXPECT_EQ(approvedForm("Отчёт о работе"), "УТВЕРЖДЕН");
  EXPECT_EQ(approvedForm("Нечто новое"), "УТВЕРЖДЕНО");
  EXPECT_EQ(approvedForm(""), "УТВЕРЖДЕНО");
}

TEST(Agreement, WordsThatAreThereAlready) {
  EXPECT_TRUE(beginsWithApproved("Утверждён приказом отдела"));
  EXPECT_TRUE(beginsWithApproved("«УТВЕРЖДЕНО» постановлением"));
  EXPECT_FALSE(beginsWithApproved("приказом, утвержденным"));
  EXPECT_FALSE(beginsWithApproved(""));
}

TEST(Agreement, DativeOfActs) {
  EXPECT_EQ(dativeOfKind("ПРИКАЗ"), "приказу");
  EXPECT_EQ(dativeOfKind("П Р И К А З"), "приказу");
  EXPECT_EQ(dativeOfKind("Распоряжение"), "распоряжению");
  EXPECT_EQ(dativeOfKind("Приказ по основной деятельности"), "приказу");
  EXPECT_EQ(dativeOfKind("Р А С П О Р Я Ж Е Н И Е"), "распоряжению");
  EXPECT_EQ(dativeOfKind("Меморандум"), std::nullopt);
  EXPECT_EQ(dativeOfKind(""), std::nullopt);
}

TEST(Agreement, PlainWordsCompare) {
  EXPECT_EQ(plainWords("  План\u00a0мероприятий («Отчёт», 2026)"), "план мероприятий отчет");
  EXPECT_EQ(plainWords("П Р И К А З"), "приказ");
  EXPECT_EQ(plainWords("О школе"), "о школе");
  EXPECT_EQ(plainWords("2026"), "");
}

}  // namespace
}  // namespace chancery::lang
