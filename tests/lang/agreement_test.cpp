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
  EXPECT_EQ(dativeOfKind("Меморандум"), std::nullopt);
  EXPECT_EQ(dativeOfKind(""), std::nullopt);
}

}  // namespace
}  // namespace chancery::lang
