#include <gtest/gtest.h>

#include "office.h"

// What people are told who ask for what cannot be, by the real program.
namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

std::string error(const ProgramOffice& office, const std::vector<std::string>& arguments,
                  int code = 1) {
  const Ended ended = office.inOffice(arguments);
  EXPECT_EQ(ended.code, code) << ended.err;
  return ended.err;
}

TEST(TaskFor, TellsWhyNoTaskFits) {
  const ProgramOffice office;
  ASSERT_EQ(error(office, {"start", "order", "--data", "order.json", "--as", "yaseneva"}, 0), "");
  EXPECT_EQ(error(office, {"act", "1", "agree", "--as", "svetlova"}),
            "ошибка [S107]: И.\u00A0Д.\u00A0Светлова, юрисконсульт не может выполнить задачу 1: "
            "она поручена "
            "другим\n    подсказка: её выполняет: П.\u00A0А.\u00A0Лугов, заместитель "
            "начальника отдела по образованию\n");
  EXPECT_EQ(error(office, {"act", "1", "sign", "--as", "vesnina"}),
            "ошибка [A213]: у документа 1 сейчас нет задачи с решением «Подписать»\n"
            "    подсказка: чего он ждёт, скажет «chancery why 1»\n");
  ASSERT_EQ(error(office, {"act", "1", "agree", "--as", "lugov"}, 0), "");
  ASSERT_EQ(error(office, {"act", "1", "agree", "--as", "rodnikova"}, 0), "");
  ASSERT_EQ(error(office, {"act", "1", "agree", "--as", "svetlova"}, 0), "");
  const std::string again = error(office, {"act", "1", "agree", "--as", "lugov"});
  EXPECT_TRUE(again.starts_with("ошибка [S104]: задача 1 уже выполнена: ")) << again;
}

TEST(TaskFor, TellsTheAuthorWhoIsTheOnlyReviewer) {
  const ProgramOffice office;
  const Ended started =
      office.inOffice({"start", "order", "--data", "order.json", "--as", "svetlova"});
  EXPECT_EQ(started.code, 0);
  EXPECT_TRUE(started.err.starts_with("предупреждение [S120]: «role:lawyer»")) << started.err;
  ASSERT_EQ(error(office, {"act", "1", "agree", "--as", "lugov"}, 0), "");
  ASSERT_EQ(error(office, {"act", "1", "agree", "--as", "rodnikova"}, 0), "");
  EXPECT_EQ(error(office, {"act", "1", "agree", "--as", "svetlova"}),
            "ошибка [S108]: автор не согласует и не подписывает собственный документ\n");
  const Ended why = office.inOffice({"why", "1"});
  EXPECT_NE(why.out.find("    решить некому: автор не решает по своему документу; назначьте ещё "
                         "одного сотрудника на роль role:lawyer в office.xml\n"),
            std::string::npos)
      << why.out;
}

TEST(TaskFor, NamesTheTasksWhenThereAreSeveral) {
  const ProgramOffice office;
  std::string text = readFile(office.path("o/office.xml"), 1 << 20);
  const std::string person = "id=\"lugov\"";
  text.replace(text.find(person), person.size(), person + " roles=\"accountant\"");
  writeFile(office.path("o/office.xml"), text);
  ASSERT_EQ(error(office, {"start", "order", "--data", "order.json", "--as", "yaseneva"}, 0), "");
  EXPECT_EQ(error(office, {"act", "1", "agree", "--as", "lugov"}),
            "ошибка [A210]: у документа 1 несколько задач, на которые можно так ответить: 1, 2\n"
            "    подсказка: назовите задачу: «chancery act 1 ЗАДАЧА РЕШЕНИЕ --as …»\n");
}

TEST(Outputs, OneFileUnderTwoNamesIsRefused) {
  const ProgramOffice office;
  ASSERT_EQ(error(office, {"start", "order", "--data", "order.json", "--as", "yaseneva"}, 0), "");
  EXPECT_EQ(error(office, {"show", "1", "--out", "a.pdf", "--out", "./a.pdf"}),
            "ошибка [A208]: файл «./a.pdf» указан дважды\n");
  EXPECT_FALSE(fs::exists(office.path("a.pdf")));
}

TEST(World, ALostDatabaseIsNotAWholeHistory) {
  const ProgramOffice office;
  EXPECT_EQ(office.run({"verify", "o"}).code, 0) << "a new office is whole";
  ASSERT_EQ(error(office, {"start", "order", "--data", "order.json", "--as", "yaseneva"}, 0), "");
  for (const char* lost : {"o/office.db", "o/office.db-wal", "o/office.db-shm"}) {
    fs::remove(office.path(lost));
  }
  const std::string expected =
      "Не удалось: открыть базу данных o/office.db: база данных утрачена, а документы в этой папке "
      "были: верните её из копии\n";
  for (int i = 0; i < 2; ++i) {
    const Ended verified = office.run({"verify", "o"});
    EXPECT_EQ(verified.code, 3);
    EXPECT_EQ(verified.err, expected);
    EXPECT_EQ(verified.out, "");
    EXPECT_FALSE(fs::exists(office.path("o/office.db")));
  }
  EXPECT_EQ(error(office, {"inbox", "--as", "lugov"}, 3), expected);
  writeFile(office.path("o/office.db"), "");
  EXPECT_EQ(office.run({"verify", "o"}).err, expected);
}

TEST(World, AFolderWithoutAnOfficeIsNamed) {
  const ProgramOffice office;
  fs::create_directories(office.path("empty"));
  const Ended ended = office.run({"verify", "empty"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.err,
            "ошибка [A201]: в папке «empty» нет office.xml\n"
            "    подсказка: укажите папку, в которой лежит office.xml\n");
}

TEST(Usage, IsExplainedInRussian) {
  const ProgramOffice office;
  const auto said = [&](const std::vector<std::string>& arguments) {
    const Ended ended = office.run(arguments);
    EXPECT_EQ(ended.code, 2);
    return ended.err.substr(0, ended.err.find('\n'));
  };
  EXPECT_EQ(said({"inbx"}), "Команда написана неверно: команды «inbx» нет; может быть, «inbox»?");
  EXPECT_EQ(said({"inbox"}), "Команда написана неверно: не указано --as");
  EXPECT_EQ(said({"inbox", "--as", "lugov", "--x"}), "Команда написана неверно: лишнее: --x");
  EXPECT_EQ(said({}), "Команда написана неверно: не указана команда");
  EXPECT_EQ(said({"--lang", "en", "inbx"}),
            "Wrong usage: there is no command “inbx”; did you mean “inbox”?");
}

TEST(Render, AnApprovalStatesItsDayWhereTheDataStateNone) {
  const ProgramOffice office;
  const auto pages = [&](const std::string& approved) {
    writeFile(office.path("map.json"),
              "{\"template\": \"roadmap\", \"approvalDate\": \"2026-06-05\", \"approved\": "
              "[{\"post\": \"Начальник\", \"name\": \"О.П. Веснина\"" +
                  approved +
                  "}], "
                  "\"heading\": \"ПЛАН\", \"columns\": [{\"id\": \"a\", \"title\": \"Дело\"}], "
                  "\"rows\": [{\"a\": \"Открыть\"}]}");
    const Ended ended = office.run({"render", "roadmap", "--data", "map.json", "--out", "a.pages"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.code == 0 ? readFile(office.path("a.pages"), 1 << 24) : std::string();
  };
  const std::string given = pages("");
  EXPECT_NE(given.find("июня"), std::string::npos) << given;
  EXPECT_EQ(given.find("«___»"), std::string::npos);
  const std::string stated = pages(", \"date\": \"2026-03-01\"");
  EXPECT_NE(stated.find("марта"), std::string::npos) << stated;
  EXPECT_EQ(stated.find("июня"), std::string::npos);
}

TEST(Render, BytesDoNotDependOnTheProcessesSurroundings) {
  const ProgramOffice office;
  const std::vector<std::vector<std::string>> surroundings = {
      {"TZ=UTC", "LC_ALL=C", "HOME=/nonexistent"},
      {"TZ=Pacific/Auckland", "LC_ALL=ru_RU.UTF-8", "HOME=/tmp"}};
  std::vector<std::string> made;
  for (const auto& values : surroundings) {
    Program program(office.folder.path());
    program.surroundings = values;
    const Ended ended = program.run(
        {"render", "order", "--data", "order.json", "--out", "a.pdf", "--out", "a.docx"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    made.push_back(readFile(office.path("a.pdf"), 1 << 24) +
                   readFile(office.path("a.docx"), 1 << 24));
  }
  EXPECT_EQ(made[0], made[1]);
}

}  // namespace
}  // namespace chancery::cli
