#include "format/numbering.h"

#include <gtest/gtest.h>

namespace chancery::format {
namespace {

using Kind = NumberingLevel::Kind;

Profile profileWith(std::vector<NumberingLevel> levels) {
  Profile profile;
  profile.lists.push_back({"clauses", std::move(levels)});
  return profile;
}

NumberingLevel level(Kind kind, const char* pattern, Length left = {}) {
  return {kind, pattern, left, {}};
}

TEST(NumberText, EveryKind) {
  EXPECT_EQ(numberText(Kind::decimal, 12), "12");
  EXPECT_EQ(numberText(Kind::upperRoman, 1949), "MCMXLIX");
  EXPECT_EQ(numberText(Kind::lowerRoman, 4), "iv");
  EXPECT_EQ(numberText(Kind::russianLower, 1), "а");
  EXPECT_EQ(numberText(Kind::russianLower, 7), "ж");
  EXPECT_EQ(numberText(Kind::russianLower, 28), "я");
  EXPECT_EQ(numberText(Kind::russianLower, 29), "аа");
}

TEST(NumberingCounter, CountsNestedLevelsAnew) {
  const Profile profile =
      profileWith({level(Kind::decimal, "%1."), level(Kind::decimal, "%1.%2."),
                   level(Kind::decimal, "%1.%2.%3.")});
  Document out;
  NumberingCounter counter(profile, out);
  auto list = counter.begin("clauses", StyleName::clause);
  std::string labels;
  for (const int depth : {0, 1, 1, 2, 0, 1, 2, 2}) labels += counter.next(list, depth).text + ' ';
  EXPECT_EQ(labels, "1. 1.1. 1.2. 1.2.1. 2. 2.1. 2.1.1. 2.1.2. ");
}

TEST(NumberingCounter, DeeperLevelsThanTheProfileHasUseItsLast) {
  const Profile profile = profileWith({level(Kind::decimal, "%1)"), level(Kind::russianLower, "%2)")});
  Document out;
  NumberingCounter counter(profile, out);
  auto list = counter.begin("clauses", StyleName::clause);
  counter.next(list, 0);
  EXPECT_EQ(counter.next(list, 1).text, "а)");
  const Label deep = counter.next(list, 5);
  EXPECT_EQ(deep.text, "б)");
  EXPECT_EQ(deep.level, 1);
}

TEST(NumberingCounter, BulletsArePrintedAsTheyStand) {
  const Profile profile = profileWith({level(Kind::bullet, "%1•")});
  Document out;
  NumberingCounter counter(profile, out);
  auto list = counter.begin("clauses", StyleName::clause);
  EXPECT_EQ(counter.next(list, 0).text, "%1•");
}

TEST(NumberingCounter, EachListIsAnInstanceAndAddsTheStylesIndents) {
  Profile profile = profileWith({level(Kind::decimal, "%1.", Length::mm(6))});
  profile.styles[static_cast<std::size_t>(StyleName::clause)].left = Length::mm(2);
  profile.styles[static_cast<std::size_t>(StyleName::clause)].firstLine = Length::mm(12.5);
  Document out;
  NumberingCounter counter(profile, out);
  const auto first = counter.begin("clauses", StyleName::clause);
  const auto second = counter.begin("clauses", StyleName::clause);
  const auto inCell = counter.begin("clauses", StyleName::tableText);
  EXPECT_EQ(first.instance, 0);
  EXPECT_EQ(second.instance, 1);
  ASSERT_EQ(out.numberings.size(), 2u);
  EXPECT_EQ(out.numberings[0].id, "clauses0");
  EXPECT_EQ(out.numberings[0].levels[0].left, Length::mm(8));
  EXPECT_EQ(out.numberings[0].levels[0].firstLine, Length::mm(12.5));
  EXPECT_EQ(out.numberings[1].levels[0].left, Length::mm(6));
  ASSERT_EQ(out.instances.size(), 3u);
  EXPECT_EQ(out.instances[1].numbering, 0);
  EXPECT_EQ(out.instances[2].numbering, inCell.numbering);
}

}  // namespace
}  // namespace chancery::format
