#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "calendars.h"
#include "lang/deadline.h"

// Every phrase of deadlines.tsv gives what stands beside it: phrase (a new line as \n), the
// document's day, the answer: JSON, or the codes of the errors.
namespace chancery::lang {
namespace {

const std::string& tableFile() {
  static const std::string kFile = std::string(CHANCERY_PROJECT_DIR) + "/tests/lang/deadlines.tsv";
  return kFile;
}

struct Row {
  std::string phrase;
  std::string from;
  std::string expected;
};

std::vector<Row> rows() {
  std::vector<Row> result;
  std::istringstream lines(readFile(tableFile(), 1 << 20));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') {
      result.push_back({line, "", ""});
      continue;
    }
    std::istringstream cells(line);
    Row row;
    std::getline(cells, row.phrase, '\t');
    std::getline(cells, row.from, '\t');
    std::getline(cells, row.expected);
    result.push_back(row);
  }
  return result;
}

std::string unescaped(std::string phrase) {
  for (std::size_t at = 0; (at = phrase.find("\\n", at)) != std::string::npos;) {
    phrase.replace(at, 2, "\n");
  }
  return phrase;
}

std::string answer(const Row& row) {
  DeadlineSettings settings;
  settings.from = parseDate(row.from).value();
  settings.calendar = &russianCalendar();
  Diagnostics diagnostics;
  const auto deadline = parseDeadline(unescaped(row.phrase), settings, {}, diagnostics);
  if (deadline) {
    EXPECT_FALSE(diagnostics.hasErrors()) << row.phrase;
    const std::string json = toJson(*deadline, DeadlineDetail::plain);
    return json.substr(0, json.size() - 1);
  }
  std::string codes = "error";
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity == Severity::error) codes += " " + std::string(d.message->code);
  }
  EXPECT_TRUE(diagnostics.hasErrors()) << row.phrase;
  return codes;
}

TEST(DeadlineTableTest, EveryPhraseGivesItsAnswer) {
  const bool isUpdate = std::getenv("CHANCERY_UPDATE_GOLDENS") != nullptr;
  std::string updated;
  for (const Row& row : rows()) {
    if (row.from.empty()) {
      updated += row.phrase + '\n';
      continue;
    }
    const std::string found = answer(row);
    updated += row.phrase + '\t' + row.from + '\t' + found + '\n';
    if (isUpdate) continue;
    EXPECT_EQ(found, row.expected) << row.phrase << " from " << row.from;
  }
  if (isUpdate) writeFile(tableFile(), updated);
}

TEST(DeadlineTableTest, HasPhrasesOfEveryKind) {
  int open = 0;
  int errors = 0;
  int dated = 0;
  for (const Row& row : rows()) {
    if (row.from.empty()) continue;
    const bool isOpen = row.expected.find("\"open\"") != std::string::npos;
    const bool isError = row.expected.starts_with("error");
    (isOpen ? open : isError ? errors : dated) += 1;
  }
  EXPECT_GE(dated, 120);
  EXPECT_GE(open, 30);
  EXPECT_GE(errors, 10);
}

}  // namespace
}  // namespace chancery::lang
