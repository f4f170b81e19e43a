#include "runtime/migration.h"

#include <gtest/gtest.h>

#include "office.h"

namespace chancery::runtime {
namespace {

std::string plan(TestOffice& office, const std::string& workflow) {
  const std::string hash = keepBundle(office.blobs, {workflow, office.bundle.files});
  const auto edition = Cases(office.blobs).coreOf(hash);
  std::string text;
  for (const MigrationLine& line : planMigration(*office.store, office.blobs, *edition, hash)) {
    constexpr const char* kFates[] = {"same", "goes on", "moves", "decides"};
    text += line.caseId + " " + kFates[static_cast<int>(line.fate)] + ": " + line.from + " -> " +
            line.to + (line.refused ? " refused at " + line.stage : "") + "\n";
  }
  return text;
}

std::string edited(const std::string& from, const std::string& to) {
  std::string workflow = kOrderWorkflow;
  workflow.replace(workflow.find(from), from.size(), to);
  return workflow;
}

TEST(Migration, TellsEveryRunningCasesFate) {
  TestOffice office;
  office.startAndCoordinate();
  office.start();
  office.work();
  const std::string here = "Согласование (role:accountant); Согласование (role:deputy-head)";
  EXPECT_EQ(plan(office, kOrderWorkflow), "1 same: Подписание (role:head) -> \n2 same: " + here + " -> \n");
  // Another term changes nobody's way.
  EXPECT_EQ(plan(office, edited("due=\"3wd\"", "due=\"5wd\"")),
            "1 goes on: Подписание (role:head) -> Подписание (role:head)\n2 goes on: " + here +
                " -> " + here + "\n");
  // One more reviewer behind the lawyer.
  EXPECT_EQ(plan(office, edited("<reviewer by=\"role:lawyer\"/>",
                                "<reviewer by=\"role:lawyer\"/><reviewer by=\"role:clerk\"/>")),
            "1 moves: Подписание (role:head) -> Согласование (role:clerk)\n2 goes on: " + here +
                " -> " + here + "\n");
  // The lawyer first: those who have answered were not asked yet.
  EXPECT_EQ(plan(office, edited("<group>", "<reviewer by=\"role:lawyer\"/><group>")),
            "1 decides: Подписание (role:head) ->  refused at " + here +
                "\n2 moves: " + here + " -> Согласование (role:lawyer)\n");
  EXPECT_EQ(plan(office, edited("id=\"order\"", "id=\"other\"")), "");
  EXPECT_EQ(office.verify(), "");
}

}  // namespace
}  // namespace chancery::runtime
