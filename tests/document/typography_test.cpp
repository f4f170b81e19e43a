#include <gtest/gtest.h>

#include "document/document.h"

namespace chancery::document {
namespace {

Node paragraph(std::vector<std::string> pieces) {
  Node node;
  node.kind = Kind::paragraph;
  for (std::string& piece : pieces) node.text.push_back({std::move(piece), false, false, {}});
  return node;
}

TEST(Typography, ReachesEveryNode) {
  Node part;
  part.kind = Kind::part;
  part.children.push_back(paragraph({"приказ № 5"}));
  applyTypography(part, {});
  EXPECT_EQ(part.children[0].text[0].text, "приказ №\u00a05");
}

TEST(Typography, ReachesCaptions) {
  Node table;
  table.kind = Kind::table;
  table.attributes = {{Attribute::title, "План на 2026 г. - проект"}, {Attribute::id, "a - b"}};
  applyTypography(table, {});
  EXPECT_EQ(table.attribute(Attribute::title), "План на 2026\u00a0г.\u00a0– проект");
  EXPECT_EQ(table.attribute(Attribute::id), "a - b");
}

TEST(Typography, RulesSeeAcrossInlines) {
  Node node = paragraph({"приказ №", " 5 от 3", " июня 2026 г."});
  applyTypography(node, {});
  EXPECT_EQ(node.text[0].text, "приказ №");
  EXPECT_EQ(node.text[1].text, "\u00a05 от 3");
  EXPECT_EQ(node.text[2].text, "\u00a0июня 2026\u00a0г.");
}

TEST(Typography, MarksChangeWhereTheyStand) {
  Node node = paragraph({"школа \"", "Луч", "\" - 5", "-7 классы, 12500", " руб."});
  lang::TypographyRules rules;
  rules.splitDigits = true;
  applyTypography(node, rules);
  EXPECT_EQ(node.text[0].text, "школа «");
  EXPECT_EQ(node.text[1].text, "Луч");
  EXPECT_EQ(node.text[2].text, "»\u00a0– 5");
  EXPECT_EQ(node.text[3].text, "–7 классы, 12\u00a0500");
  EXPECT_EQ(node.text[4].text, "\u00a0руб.");
}

TEST(Typography, NumbersAndTelephonesKeepTheirMarks) {
  for (const Kind kind : {Kind::number, Kind::phone, Kind::date, Kind::email, Kind::site,
                          Kind::formCode, Kind::okpo, Kind::ogrn, Kind::inn, Kind::certificate,
                          Kind::validFrom, Kind::validTo, Kind::value}) {
    Node node = paragraph({"№ 2021-2023 - \"А\""});
    node.kind = kind;
    applyTypography(node, {});
    EXPECT_EQ(node.text[0].text, "№\u00a02021-2023\u00a0- \"А\"");
  }
}

TEST(Typography, WhatMachinesReadStays) {
  Node node = paragraph({"№ 5"});
  node.kind = Kind::qrCode;
  applyTypography(node, {});
  EXPECT_EQ(node.text[0].text, "№ 5");
}

TEST(Typography, ReachesNamesInAttributes) {
  const std::string text = "\"А\" – 5 кг";
  for (const Kind kind :
       {Kind::table, Kind::figure, Kind::chart, Kind::series, Kind::contents, Kind::document}) {
    Node node;
    node.kind = kind;
    for (const Attribute one :
         {Attribute::title, Attribute::xTitle, Attribute::yTitle, Attribute::id, Attribute::href}) {
      node.attributes.emplace_back(one, text);
    }
    applyTypography(node, {});
    for (std::size_t i = 0; i < 5; ++i) {
      const bool printed = i < 3 && kind != Kind::document;
      EXPECT_EQ(node.attributes[i].second, printed ? "«А»\u00a0– 5\u00a0кг" : text);
    }
  }
}

TEST(Typography, RulesCanBeSwitchedOff) {
  Node node = paragraph({"№ 5"});
  lang::TypographyRules rules;
  rules.numberSign = false;
  applyTypography(node, rules);
  EXPECT_EQ(node.text[0].text, "№ 5");
}

}  // namespace
}  // namespace chancery::document
