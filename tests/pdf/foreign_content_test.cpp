#include "pdf/foreign_content.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

TEST(ForeignContent, OperationsStayAsTheyAre) {
  EXPECT_EQ(withoutMarks("1 0 0 RG\n10 20 m  30 40 l S"), "1 0 0 RG\n10 20 m\n30 40 l\nS\n");
  EXPECT_EQ(withoutMarks("BT/F0 12 Tf[(a)-20(b)]TJ T* <41>' ET"),
            "BT\n/F0 12 Tf\n[ (a) -20 (b) ] TJ\nT*\n<41> '\nET\n");
  EXPECT_EQ(withoutMarks(""), "");
  EXPECT_EQ(withoutMarks(" \r\n"), "");
}

TEST(ForeignContent, TagsAndArtifactsGo) {
  EXPECT_EQ(withoutMarks("/P <</MCID 0>> BDC q EMC Q"), "q\nQ\n");
  EXPECT_EQ(withoutMarks("/Artifact BMC q EMC Q"), "q\nQ\n");
  EXPECT_EQ(withoutMarks("/OC /L0 BDC q EMC Q"), "q\nQ\n");
  EXPECT_EQ(withoutMarks("/Artifact <</Type/Pagination/ActualText(x)>> BDC q EMC Q"), "q\nQ\n");
  EXPECT_EQ(withoutMarks("/X MP /X /Y DP q"), "q\n");
}

TEST(ForeignContent, TextOfGlyphsStays) {
  EXPECT_EQ(withoutMarks("/Span<</ActualText(fi)>>BDC (x)Tj EMC Q"),
            "/Span <</ActualText(fi)>> BDC\n(x) Tj\nEMC\nQ\n");
  EXPECT_EQ(withoutMarks("/Span<</ActualText(fi)/MCID 3>>BDC q EMC Q"), "q\nQ\n");
}

TEST(ForeignContent, NestedMarksEndWithTheirOwn) {
  EXPECT_EQ(withoutMarks("/P<</MCID 0>>BDC /Span<</ActualText(>>)>>BDC a EMC b EMC c"),
            "/Span <</ActualText(>>)>> BDC\na\nEMC\nb\nc\n");
  EXPECT_EQ(withoutMarks("/Span<</ActualText(a)>>BDC /P<</MCID 0>>BDC a EMC b EMC c"),
            "/Span <</ActualText(a)>> BDC\na\nb\nEMC\nc\n");
}

TEST(ForeignContent, UnevenMarksAreEvened) {
  EXPECT_EQ(withoutMarks("q EMC Q"), "q\nQ\n");
  EXPECT_EQ(withoutMarks("/Span<</ActualText(a)>>BDC /P BMC q"),
            "/Span <</ActualText(a)>> BDC\nq\nEMC\n");
}

TEST(ForeignContent, WhatLooksLikeMarksInStringsIsText) {
  EXPECT_EQ(withoutMarks("(EMC /P BMC) Tj"), "(EMC /P BMC) Tj\n");
  EXPECT_EQ(withoutMarks("(a\\) EMC (b) ) Tj"), "(a\\) EMC (b) ) Tj\n");
  EXPECT_EQ(withoutMarks("<454D43> Tj % EMC\nq"), "<454D43> Tj\nq\n");
  EXPECT_EQ(withoutMarks("/EMC gs"), "/EMC gs\n");
}

TEST(ForeignContent, InlineImagesAreOpaque) {
  const std::string data("\x01 EMC EI\x02(\x00 EI \xFF", 17);
  EXPECT_EQ(withoutMarks("q BI /W 2/H 1 /IM true ID " + data + " EI Q"),
            "q\nBI\n/W 2 /H 1 /IM true ID " + data + " EI\nQ\n");
  EXPECT_EQ(withoutMarks("BI ID abc EI"), "BI\nID abc EI\n");
  EXPECT_EQ(withoutMarks("BI ID abc"), "BI\nID abc\n") << "cut off";
}

TEST(ForeignContent, BrokenContentEnds) {
  for (const char* broken : {"(", "<", "<<", "[", "/", ")", ">>", "{", "(\\", "/P <</MCID 0 BDC",
                             "%", "BI", "ID", "<< (", "EI"}) {
    withoutMarks(broken);
  }
  EXPECT_EQ(withoutMarks("1 2"), "1 2 ");
  EXPECT_EQ(withoutMarks("(ab"), "(ab ");
  EXPECT_EQ(withoutMarks("<41"), "<41 ");
}

TEST(ForeignContent, NamesOfValuesAreOperands) {
  EXPECT_EQ(withoutMarks("true false null x"), "true false null x\n");
  EXPECT_EQ(withoutMarks("trueish"), "trueish\n");
}

}  // namespace
}  // namespace chancery::pdf
