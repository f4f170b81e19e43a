#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "targets.h"

namespace chancery::fuzz {
namespace {

using Target = void (*)(std::string_view);

/// Every file that once broke a target, through that target again; how many there are.
int replayed(const std::string& folder, Target target) {
  const std::string path = std::string(CHANCERY_PROJECT_DIR) + "/tests/fuzz/regressions/" + folder;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    SCOPED_TRACE(file);
    target(readFile(file, 64u << 20));
  }
  return static_cast<int>(files.size());
}

TEST(FuzzRegressionTest, Xml) {
  EXPECT_GE(replayed("xml", readXml), 1);
}
TEST(FuzzRegressionTest, Json) {
  EXPECT_GE(replayed("json", readJson), 1);
}
TEST(FuzzRegressionTest, XPath) {
  EXPECT_GE(replayed("xpath", evaluateXPath), 3);
}
TEST(FuzzRegressionTest, Template) {
  EXPECT_GE(replayed("template", fillTemplate), 3);
}
TEST(FuzzRegressionTest, Workflow) {
  EXPECT_GE(replayed("workflow", readWorkflow), 1);
}
TEST(FuzzRegressionTest, Profile) {
  EXPECT_GE(replayed("profile", readProfile), 1);
}
TEST(FuzzRegressionTest, Image) {
  EXPECT_GE(replayed("image", readImage), 2);
}

}  // namespace
}  // namespace chancery::fuzz
