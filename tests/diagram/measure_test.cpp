#include "diagram/measure.h"

#include <gtest/gtest.h>

namespace chancery::diagram {
namespace {

using Lines = std::vector<std::string>;

TEST(Measure, WidthsAreThoseOfTheWidestFont) {
  EXPECT_EQ(widthOf("", 12), 0);
  EXPECT_EQ(widthOf("Щ", 100), 110);
  EXPECT_EQ(widthOf("ii", 100), 56);
  EXPECT_EQ(widthOf("ii", 100, true), 72);
  EXPECT_EQ(widthOf("шш", 100, true), 218);
  EXPECT_EQ(widthOf("漢", 100), 140);
}

TEST(Measure, BreaksAtSpacesAndLineFeeds) {
  EXPECT_EQ(wrap("Подготовка проекта", {.width = 100}), (Lines{"Подготовка", "проекта"}));
  EXPECT_EQ(wrap("а б\n\nв", {.width = 100}), (Lines{"а б", "", "в"}));
  EXPECT_EQ(wrap("3\u00A0рабочих дня", {.width = 70}), (Lines{"3\u00A0рабочих", "дня"}));
  EXPECT_EQ(wrap("  ", {.width = 100}), Lines{});
}

TEST(Measure, BreaksWordsThatAreTooWide) {
  EXPECT_EQ(wrap("ЖЖЖЖЖ", {.width = 40, .size = 12}), (Lines{"ЖЖЖ", "ЖЖ"}));
}

TEST(Measure, WhatDoesNotFitEndsInDots) {
  EXPECT_EQ(wrap("один два три четыре", {.width = 60, .lines = 2}), (Lines{"один два", "три…"}));
  EXPECT_EQ(wrap("ЖЖЖЖЖЖЖЖЖ", {.width = 40, .lines = 1}), Lines{"Ж…"});
  EXPECT_EQ(wrap("один", {.width = 60, .lines = 1}), Lines{"один"});
}

}  // namespace
}  // namespace chancery::diagram
