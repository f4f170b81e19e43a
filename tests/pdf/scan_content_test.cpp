#include "pdf/scan_content.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

/// "Im 0 0 200 100" (name, left, bottom, width, height), or "none".
std::string found(std::string_view content) {
  const auto picture = findOnlyPicture(content);
  if (!picture) return "none";
  std::string text = picture->name;
  for (const double value : {picture->left, picture->bottom, picture->width, picture->height}) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, " %g", value);
    text += buffer;
  }
  return text;
}

TEST(ScanContent, APictureAndNothingElse) {
  EXPECT_EQ(found("q 200 0 0 100 5 7 cm /Im Do Q"), "Im 5 7 200 100");
  EXPECT_EQ(found("/Im0 Do"), "Im0 0 0 1 1");
  EXPECT_EQ(found("q\r\n200\t0 0\f100 0 0 cm/Im Do\nQ\n"), "Im 0 0 200 100");
  EXPECT_EQ(found(std::string("q\0 200 0 0 100 0 0 cm /Im Do Q", 30)), "Im 0 0 200 100");
}

TEST(ScanContent, TransformationsAreMultiplied) {
  EXPECT_EQ(found("q .24 0 0 .24 0 0 cm q 2480 0 0 3508 10 20 cm /Im Do Q Q"),
            "Im 2.4 4.8 595.2 841.92");
  EXPECT_EQ(found("1 0 0 1 3 4 cm 2 0 0 5 10 20 cm /Im Do"), "Im 13 24 2 5");
  EXPECT_EQ(found("2 0 0 3 0 0 cm 1 0 0 1 10 20 cm /Im Do"), "Im 20 60 2 3");
  EXPECT_EQ(found("q 9 0 0 9 9 9 cm Q 2 0 0 5 1 1 cm /Im Do"), "Im 1 1 2 5");
}

TEST(ScanContent, TwoQuarterTurnsMayCancelOut) {
  EXPECT_EQ(found("0 1 -1 0 100 0 cm 0 -50 20 0 0 80 cm /Im Do"), "Im 20 0 50 20");
}

TEST(ScanContent, NumbersMayHaveSigns) {
  EXPECT_EQ(found("+200 0 -0 100 -1.5 .5 cm /Im Do"), "Im -1.5 0.5 200 100");
}

TEST(ScanContent, MarkedContentIsSkipped) {
  EXPECT_EQ(found("/Figure <</MCID 0>> BDC 2 0 0 3 0 0 cm /Im Do EMC"), "Im 0 0 2 3");
  EXPECT_EQ(found("/Artifact BMC /Im Do EMC /A MP /B<</C 1>>DP"), "Im 0 0 1 1");
}

TEST(ScanContent, TurnedMirroredAndSlantedOnesAreNot) {
  for (const char* content :
       {"0 200 -100 0 0 0 cm /Im Do", "-200 0 0 100 0 0 cm /Im Do", "200 0 0 -100 0 0 cm /Im Do",
        "200 1 0 100 0 0 cm /Im Do", "200 0 1 100 0 0 cm /Im Do", "0 0 0 0 0 0 cm /Im Do"}) {
    EXPECT_EQ(found(content), "none") << content;
  }
}

TEST(ScanContent, AnythingElseMakesItAPage) {
  for (const char* content : {"",
                              "q Q",
                              "/Im Do /Im Do",
                              "BT ET /Im Do",
                              "/Im Do 0 0 1 1 re f",
                              "/Gs gs /Im Do",
                              "1 g /Im Do",
                              "(text) Tj",
                              "[1] 0 d /Im Do",
                              "<41> Tj",
                              "% note\n/Im Do",
                              "Do",
                              "/A /B Do",
                              "1 Do",
                              "2 0 0 3 0 cm /Im Do",
                              "2 0 0 3 0 0 0 cm /Im Do",
                              "2 0 0 x 0 0 cm /Im Do",
                              "2 0 0 3e 0 0 cm /Im Do",
                              "2 0 0 1e7 0 0 cm /Im Do",
                              "Q /Im Do",
                              "/A <<"}) {
    EXPECT_EQ(found(content), "none") << content;
  }
}

TEST(ScanContent, DepthAndOperandsHaveABound) {
  const auto repeated = [](const char* text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
  };
  EXPECT_EQ(found(repeated("q ", 64) + "/Im Do"), "Im 0 0 1 1");
  EXPECT_EQ(found(repeated("q ", 65) + "/Im Do"), "none");
  EXPECT_EQ(found(repeated("1 ", 64) + "MP /Im Do"), "Im 0 0 1 1");
  EXPECT_EQ(found(repeated("1 ", 65) + "MP /Im Do"), "none");
}

TEST(ScanContent, WhatIsNotFinishedIsNoOperation) {
  EXPECT_EQ(found("/Im Do 1 2 3"), "Im 0 0 1 1");
  EXPECT_EQ(found("/Im"), "none");
}

}  // namespace
}  // namespace chancery::pdf
