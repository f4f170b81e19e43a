#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/file.h"
#include "document/vocabulary.h"
#include "render/render.h"
#include "support/golden.h"
#include "support/reading.h"

// samples/requisites: every requisite of ГОСТ Р 7.0.97-2025 with its number beside it.
namespace chancery::render {
namespace {

const std::filesystem::path kProject = CHANCERY_PROJECT_DIR;

Job sheetJob() {
  Job job;
  job.templateName = (kProject / "samples/requisites/requisites.template.xml").string();
  job.dataName = "requisites.json";
  job.dataText = readFile(kProject / "samples/requisites/requisites.json", 1 << 20);
  job.formats = {Format::pages};
  job.moment = {1780651815250};
  return job;
}

std::string pagesBy(const std::string& profile) {
  const Engine engine({kProject / "doc-templates"});
  Job job = sheetJob();
  job.profile = profile;
  Diagnostics diagnostics;
  const auto result = engine.render(job, diagnostics);
  EXPECT_EQ(formatText(diagnostics, Language::english), "");
  return result ? result->outputs.at(0).bytes : "";
}

/// The numbers that stand in brackets: "(05)".
std::multiset<int> numbersIn(const std::string& pages) {
  std::multiset<int> numbers;
  const auto isDigit = [&](std::size_t at) {
    return at < pages.size() && pages[at] >= '0' && pages[at] <= '9';
  };
  for (std::size_t at = pages.find('('); at != std::string::npos; at = pages.find('(', at + 1)) {
    if (isDigit(at + 1) && isDigit(at + 2) && pages.compare(at + 3, 1, ")") == 0) {
      numbers.insert(std::stoi(pages.substr(at + 1, 2)));
    }
  }
  return numbers;
}

TEST(RequisitesSheet, ShowsEveryRequisiteWithItsNumber) {
  const std::multiset<int> numbers = numbersIn(pagesBy(""));
  for (int number = 1; number <= document::kRequisiteCount; ++number) {
    EXPECT_TRUE(numbers.contains(number)) << number;
  }
  EXPECT_EQ(std::set<int>(numbers.begin(), numbers.end()).size(), 31u);
  EXPECT_EQ(*numbers.begin(), 1);
  EXPECT_EQ(*numbers.rbegin(), 31);
}

TEST(RequisitesSheet, HasItsPages) {
  testing::expectGolden("tests/render/golden/requisites.pages", pagesBy(""));
}

TEST(RequisitesSheet, AnotherProfileShowsThemToo) {
  const std::multiset<int> numbers = numbersIn(pagesBy("ozerny-school"));
  EXPECT_EQ(std::set<int>(numbers.begin(), numbers.end()).size(), 31u);
}

}  // namespace
}  // namespace chancery::render
