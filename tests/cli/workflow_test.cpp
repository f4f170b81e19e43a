#include <gtest/gtest.h>

#include "office.h"
#include "support/golden.h"

namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
  return readFile(file, 1u << 24);
}

TEST(Workflow, TellsOfARouteInWords) {
  const ProgramOffice office;
  const Ended ended = office.run({"workflow", "order", "--office", "o"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.err, "");
  EXPECT_TRUE(has(ended.out, "Приказ по основной деятельности (order), редакция ")) << ended.out;
  EXPECT_TRUE(has(ended.out, "\n  1. Подготовка проекта: автор документа\n")) << ended.out;
  EXPECT_TRUE(has(ended.out, "начальник отдела по образованию")) << ended.out;
  EXPECT_TRUE(has(ended.out, "отказ – на этап «Подготовка проекта», с замечаниями")) << ended.out;
  EXPECT_FALSE(fs::exists(office.path("o/office.db")));
}

TEST(Workflow, WithoutAnOfficeRolesGoByTheirIds) {
  TemporaryFolder folder;
  const Program program(folder.path());
  const Ended ended = program.run({"workflow", "roadmap", "--language", "en"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(has(ended.out, "  1. Drafting: author\n")) << ended.out;
  EXPECT_TRUE(has(ended.out, "whoever has the role “accountant”")) << ended.out;
  EXPECT_EQ(ended.out, program.run({"--lang", "en", "workflow", "roadmap"}).out);
}

TEST(Workflow, WritesAllThatIsAskedFor) {
  const ProgramOffice office;
  const std::vector<std::string> arguments = {"workflow",     "order", "--office",     "o",
                                              "--diagram",    "o.svg", "--bpmn",       "o.bpmn",
                                              "--regulation", "o.pdf", "--regulation", "o.docx"};
  const Ended ended = office.run(arguments);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out + ended.err, "");
  EXPECT_TRUE(has(textOf(office.path("o.svg")), "Главный"));
  EXPECT_TRUE(has(textOf(office.path("o.bpmn")), "name=\"Главный бухгалтер\""));
  EXPECT_TRUE(textOf(office.path("o.pdf")).starts_with("%PDF-1.7"));
  EXPECT_TRUE(textOf(office.path("o.docx")).starts_with("PK"));

  std::vector<std::string> before;
  for (const char* file : {"o.svg", "o.bpmn", "o.pdf", "o.docx"}) {
    before.push_back(textOf(office.path(file)));
  }
  office.run(arguments);
  std::size_t i = 0;
  for (const char* file : {"o.svg", "o.bpmn", "o.pdf", "o.docx"}) {
    EXPECT_EQ(textOf(office.path(file)), before[i++]) << file;
  }
}

TEST(Workflow, TheRegulationIsADocument) {
  const ProgramOffice office;
  const Ended ended = office.run({"workflow", "order", "--office", "o", "--regulation", "o.html"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const std::string page = textOf(office.path("o.html"));
  EXPECT_TRUE(has(page, "Порядок подготовки, согласования, подписания и"));
  EXPECT_TRUE(has(page, "Документ подписывает начальник отдела"));
}

TEST(Workflow, WritesNothingAfterAnError) {
  const ProgramOffice office;
  const Ended unknown = office.run(
      {"workflow", "order", "--office", "o", "--diagram", "o.svg", "--regulation", "o.txt"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(has(unknown.err, "[A206]")) << unknown.err;
  EXPECT_FALSE(fs::exists(office.path("o.svg")));
  const Ended nowhere =
      office.run({"workflow", "order", "--diagram", "o.svg", "--bpmn", "nowhere/o.bpmn"});
  EXPECT_EQ(nowhere.code, 3);
  EXPECT_FALSE(fs::exists(office.path("o.svg")));
  const Ended twice =
      office.run({"workflow", "order", "--regulation", "o.pdf", "--regulation", "./o.pdf"});
  EXPECT_EQ(twice.code, 1);
  EXPECT_TRUE(has(twice.err, "[A208]")) << twice.err;
}

TEST(Workflow, MistakesAreToldWithWhatToDo) {
  const ProgramOffice office;
  const Ended name = office.run({"workflow", "ordr"});
  EXPECT_EQ(name.code, 1);
  EXPECT_EQ(
      name.err,
      "ошибка [A204]: маршрута «ordr» нет\n    подсказка: возможно, вы имели в виду «order»\n");
  EXPECT_EQ(office.run({"workflow", "order", "--diagram", "o.png"}).code, 2);
  EXPECT_EQ(office.run({"workflow", "order", "--office", "nowhere"}).code, 1);
  writeFile(office.path("bad.workflow.xml"),
            "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"order\">\n"
            "<stage id=\"s\" kind=\"sign\" by=\"role:head\"/>\n</workflow>");
  const Ended bad = office.run({"workflow", "bad.workflow.xml", "--diagram", "o.svg"});
  EXPECT_EQ(bad.code, 1);
  EXPECT_TRUE(has(bad.err, "bad.workflow.xml:2:")) << bad.err;
  EXPECT_FALSE(fs::exists(office.path("o.svg")));
}

// docs/workflow-pictures.md shows it.
TEST(Workflow, ThePictureOfTheGuideIsAsTheProgramDraws) {
  TemporaryFolder folder;
  const Program program(folder.path());
  const Ended ended = program.run({"workflow", "order", "--office",
                                   CHANCERY_PROJECT_DIR "/samples/ozerny", "--diagram", "o.svg"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  testing::expectGolden("docs/pictures/workflow-order.svg", textOf(folder.path() / "o.svg"));
}

}  // namespace
}  // namespace chancery::cli
