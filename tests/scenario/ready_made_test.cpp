#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "support.h"

namespace chancery::scenario {
namespace {

constexpr std::string_view kEnding = ".workflow.xml";

TEST(ReadyMade, EveryWorkflowIsTakenNearlyWholeByItsScenarios) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CHANCERY_PROJECT_DIR "/workflows")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(kEnding)) continue;
    ++count;
    const std::string scenarios = path.substr(0, path.size() - kEnding.size()) + ".scenario.xml";
    const Tested tested = testTexts(readFile(path, 1 << 20), readFile(scenarios, 1 << 20));
    EXPECT_EQ(tested.findings, "") << path;
    EXPECT_FALSE(tested.outcomes.empty()) << path;
    for (const Outcome& outcome : tested.outcomes) EXPECT_TRUE(outcome.isPassed) << path;
    EXPECT_GE(tested.percent, 95u) << path << ": " << ::testing::PrintToString(tested.missing);
    EXPECT_EQ(tested.updated, readFile(scenarios, 1 << 20)) << path;
  }
  EXPECT_EQ(count, 5u);
}

}  // namespace
}  // namespace chancery::scenario
