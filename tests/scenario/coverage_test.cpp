#include <gtest/gtest.h>

#include "support.h"

namespace chancery::scenario {
namespace {

using Words = std::vector<std::string>;

std::string story(const std::string& steps) {
  return "<scenario title=\"s\" time=\"2026-06-05T09:00\">" + steps + "</scenario>\n";
}

TEST(Coverage, NamesWhatWasNotTaken) {
  const std::string stages = R"(<stage id="d" kind="draft" title="Draft"/>
    <stage id="s" kind="sign" title="Sign" by="role:head" on-refuse="d"/>
    <allow act="recall" by="author" before="s" to="d"/>)";
  const Tested tested =
      test(stages, script(story(R"(<start by="ann"/><act by="bob" answer="sign"/>)")));
  EXPECT_EQ(tested.missing,
            (Words{"“Draft”: the draft cannot be made", "“Sign” (role:head): Return",
                   "“Sign”: the document cannot be made", "Recall"}));
  EXPECT_EQ(tested.taken, 4u);  // submit, render-draft, sign, render-final
  EXPECT_EQ(tested.all, 8u);
  EXPECT_EQ(tested.percent, 50u);
}

TEST(Coverage, SeesConditionsAndGroups) {
  const std::string stages = R"(<stage id="d" kind="draft" title="D"/>
    <stage id="v" kind="coordinate" title="V" mode="parallel" on-refuse="d">
      <reviewer by="role:lawyer"/><reviewer by="role:accountant" when="cost"/></stage>
    <stage id="s" kind="sign" title="S" by="role:head" on-refuse="d"/>)";
  const auto has = [](const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const Tested agreed =
      test(stages, script(story(R"(<start by="ann"/><act by="joe" answer="agree"/>)")));
  EXPECT_TRUE(has(agreed.missing, "“V”: the condition “cost” holds"));
  EXPECT_FALSE(has(agreed.missing, "“V”: the condition “cost” does not hold"));
  EXPECT_FALSE(has(agreed.missing, "“V”: the group has agreed"));
  EXPECT_TRUE(has(agreed.missing, "“V”: the group has not agreed"));
  const Tested refused = test(stages, script(story(R"(<start by="ann"><holds when="cost"/></start>
    <act by="joe" answer="refuse" remark="no"/><act by="eve" answer="agree"/>)")));
  EXPECT_FALSE(has(refused.missing, "“V”: the condition “cost” holds"));
  EXPECT_TRUE(has(refused.missing, "“V”: the condition “cost” does not hold"));
  EXPECT_TRUE(has(refused.missing, "“V”: the group has agreed"));
  EXPECT_FALSE(has(refused.missing, "“V”: the group has not agreed"));
}

TEST(Coverage, SeesWhetherAnybodyIsFound) {
  const std::string stages = R"(<stage id="d" kind="draft" title="D"/>
    <stage id="s" kind="sign" title="S" by="role:head" on-refuse="d"/>
    <stage id="r" kind="acquaint" title="R" each="people"/>)";
  const std::string nobody = story(R"(<start by="ann"/><act by="bob" answer="sign"/>)");
  const std::string somebody = story(R"(<start by="ann"><found stage="r" person="eve"/></start>
    <act by="bob" answer="sign"/>)");
  const auto told = [&](const std::string& stories) {
    std::string text;
    for (const std::string& word : test(stages, script(stories)).missing) {
      if (word.starts_with("“R”")) text += word + '\n';
    }
    return text;
  };
  EXPECT_EQ(told(nobody),
            "“R”: somebody is asked\n“R”: Confirm acquaintance\n"
            "“R”: the group has agreed\n");
  EXPECT_EQ(told(nobody + somebody), "“R”: Confirm acquaintance\n“R”: the group has agreed\n");
}

TEST(Coverage, KnowsTermsThatEndSomething) {
  const std::string stages = R"(<stage id="d" kind="draft" title="D"/>
    <stage id="s" kind="sign" title="S" by="role:head" due="1wd" on-overdue="return"/>)";
  const Tested before = test(stages, script(story(R"(<start by="ann"/>)")));
  const Tested after = test(stages, script(story(R"(<start by="ann"/><wait for="2wd"/>)")));
  EXPECT_EQ(before.all, after.all);
  EXPECT_EQ(before.taken + 1, after.taken);
}

}  // namespace
}  // namespace chancery::scenario
