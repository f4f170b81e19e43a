#include <gtest/gtest.h>

#include "office.h"

namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

TEST(Usage, WrongUsageIsTwo) {
  TemporaryFolder folder;
  const Program program(folder.path());
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {"fly"},
           {"render"},
           {"render", "order"},
           {"inbox"},
           {"inbox", "--as"},
           {"act", "1"},
           {"show", "1", "--time", "noon"},
           {"show", "1", "--lang", "fr"},
           {"check", "x", "--format", "yaml"},
           {"render", "order", "--data", "d", "--out", "o.pdf", "--pdf", "4"}}) {
    const Ended ended = program.run(arguments);
    EXPECT_EQ(ended.code, 2) << (arguments.empty() ? "" : arguments[0]);
    EXPECT_EQ(ended.err.substr(0, ended.err.find(':')), "Команда написана неверно");
    EXPECT_EQ(ended.out, "");
  }
}

TEST(Usage, EveryCommandHasHelpWithAnExample) {
  TemporaryFolder folder;
  const Program program(folder.path());
  EXPECT_EQ(program.run({"--help"}).code, 0);
  for (const char* command : {"init", "render", "check", "workflow", "start", "inbox", "show",
                              "why", "history", "act", "register", "test", "verify"}) {
    const Ended russian = program.run({command, "--help"});
    EXPECT_EQ(russian.code, 0);
    EXPECT_TRUE(has(russian.out, std::string("Пример:\n  chancery ") + command)) << russian.out;
    const Ended english = program.run({"--lang", "en", command, "--help"});
    EXPECT_TRUE(has(english.out, std::string("Example:\n  chancery ") + command)) << english.out;
  }
}

TEST(Usage, HelpSpeaksOneLanguageInStraightColumns) {
  TemporaryFolder folder;
  const Program program(folder.path());
  const std::string russian = program.run({"check", "--help"}).out;
  EXPECT_TRUE(has(russian, "\nКлючи:\n")) << russian;
  EXPECT_TRUE(has(russian,
                  "  --format ТЕКСТ:{text,json}  вид сообщений об ошибках: text или json\n"
                  "  --lang ТЕКСТ:{ru,en}        язык сообщений: ru или en\n"))
      << russian;
  EXPECT_TRUE(has(program.run({"--help"}).out, "\nКоманды:\n  init "));
  const std::string english = program.run({"--lang", "en", "check", "--help"}).out;
  EXPECT_TRUE(has(english, "\nOptions:\n")) << english;
  EXPECT_TRUE(has(english, "  --lang TEXT:{ru,en}")) << english;
}

TEST(Init, MakesAnOfficeOnce) {
  const ProgramOffice office;
  EXPECT_EQ(office.made.code, 0);
  EXPECT_EQ(office.made.err, "");
  EXPECT_TRUE(has(office.made.out, "Организация создана: o\n"));
  const Ended again = office.run({"init", "o", "--lang", "en"});
  EXPECT_EQ(again.code, 1);
  EXPECT_EQ(again.err,
            "error [A202]: there is an office in “o” already\n    hint: choose another folder\n");
  EXPECT_EQ(office.run({"check", "o/office.xml", "o/workflows/order.workflow.xml"}).out,
            "Ошибок нет\n");
}

TEST(Render, AnOfficeThatIsGivenMustBeThere) {
  const ProgramOffice office;
  for (const char* command : {"render", "check"}) {
    std::vector<std::string> arguments = {command, "order", "--data",   "order.json",
                                          "--out", "x.pdf", "--office", "nowhere"};
    if (std::string(command) == "check")
      arguments = {"check", "order.json", "--template", "order", "--office", "nowhere"};
    const Ended ended = office.run(arguments);
    EXPECT_EQ(ended.code, 1) << command;
    EXPECT_TRUE(has(ended.err, "[A201]")) << ended.err;
  }
  EXPECT_FALSE(fs::exists(office.path("x.pdf")));
}

TEST(Check, LooksForTheFilesThatDataName) {
  const ProgramOffice office;
  std::string data = kOrderData;
  data.insert(data.rfind('}'), R"(, "coatOfArms": "no.svg")");
  writeFile(office.path("order.json"), data);
  const Ended missing = office.run({"check", "order.json", "--template", "order"});
  EXPECT_EQ(missing.code, 1);
  EXPECT_TRUE(has(missing.err, "[R107]")) << missing.err;
  writeFile(office.path("no.svg"),
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  EXPECT_EQ(office.run({"check", "order.json", "--template", "order"}).err, "");
}

TEST(Check, TellsOfAnOfficeThatCannotBeRead) {
  const ProgramOffice office;
  writeFile(office.path("o/office.xml"), "<office xmlns=\"urn:chancery:office\"/>");
  const Ended ended = office.run({"check", "o/workflows/order.workflow.xml", "--office", "o"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.err, "office.xml")) << ended.err;
}

TEST(Render, WritesWhatIsAskedForAndIsDeterministic) {
  const ProgramOffice office;
  const Ended ended = office.run({"render", "order", "--data", "order.json", "--out", "a.pdf",
                                  "--out", "a.docx", "--out", "a.pages"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(readFile(office.path("a.pdf"), 1 << 24).substr(0, 5), "%PDF-");
  EXPECT_EQ(readFile(office.path("a.docx"), 1 << 24).substr(0, 2), "PK");
  EXPECT_TRUE(has(readFile(office.path("a.pages"), 1 << 24), "ПРИКАЗ"));
  office.run({"render", "order", "--data", "order.json", "--out", "b.pdf", "--out", "b.docx"});
  EXPECT_EQ(readFile(office.path("a.pdf"), 1 << 24), readFile(office.path("b.pdf"), 1 << 24));
  EXPECT_EQ(readFile(office.path("a.docx"), 1 << 24), readFile(office.path("b.docx"), 1 << 24));
}

TEST(Render, AnSvgIsAFileForEachPage) {
  const ProgramOffice office;
  EXPECT_EQ(
      office.run({"render", "order", "--data", "order.json", "--out", "a.svg", "--out", "a.html"})
          .code,
      0);
  EXPECT_TRUE(has(readFile(office.path("a.svg"), 1 << 24), "data-value=\"order.json:2:39\">"));
  EXPECT_EQ(readFile(office.path("a.html"), 1 << 24).substr(0, 15), "<!DOCTYPE html>");
  std::string clauses;
  for (int i = 0; i < 60; ++i) clauses += std::string(i ? "," : "") + "{\"text\":\"а\"}";
  writeFile(office.path("long.json"), "{\"clauses\":[" + clauses + "]}");
  EXPECT_EQ(office.run({"render", "order", "--data", "long.json", "--out", "b.svg"}).code, 0);
  EXPECT_TRUE(has(readFile(office.path("b-1.svg"), 1 << 24), "– 1/2\""));
  EXPECT_TRUE(has(readFile(office.path("b-2.svg"), 1 << 24), "– 2/2\""));
  EXPECT_FALSE(fs::exists(office.path("b.svg")));
  EXPECT_EQ(office
                .run({"render", "order", "--data", "long.json", "--out", "c.svg", "--out",
                      "c-1.svg", "--out", "c.pdf"})
                .code,
            0);
  for (const char* name : {"c-1.svg", "c-2.svg", "c-1-1.svg", "c-1-2.svg"}) {
    EXPECT_EQ(readFile(office.path(name), 1 << 24).substr(0, 5), "<?xml") << name;
  }
  EXPECT_EQ(readFile(office.path("c.pdf"), 1 << 24).substr(0, 5), "%PDF-");
}

TEST(Render, ExplainsWhereATextComesFrom) {
  const ProgramOffice office;
  const std::vector<std::string> render{"render", "order", "--data", "order.json", "--explain"};
  const auto explain = [&](std::vector<std::string> more) {
    more.insert(more.begin(), render.begin(), render.end());
    return office.run(more);
  };
  const Ended title = explain({"1:300,70"});
  EXPECT_EQ(title.code, 0) << title.err;
  EXPECT_EQ(title.out.substr(0, title.out.find("Шаблон")),
            "Текст:   «ОТДЕЛ ПО ОБРАЗОВАНИЮ»\nОткуда:  значение из данных\n");
  EXPECT_TRUE(has(title.out, "order.template.xml:")) << title.out;
  EXPECT_TRUE(title.out.ends_with("\nДанные:  order.json:2:39\n")) << title.out;
  const Ended json = explain({"1:5mm,5mm", "--format", "json"});
  EXPECT_EQ(json.code, 0);
  EXPECT_TRUE(json.out.starts_with("{\"page\":1,\"x\":14.17,\"y\":14.17,\"text\":null"))
      << json.out;
  const Ended both = explain({"1:5mm,5mm", "--lang", "en", "--out", "e.pdf"});
  EXPECT_EQ(both.out, "There is no text at this point of page 1\n");
  EXPECT_TRUE(fs::exists(office.path("e.pdf")));
  const Ended none = explain({"2:1,1"});
  EXPECT_EQ(none.code, 1);
  EXPECT_EQ(none.err, "ошибка [R105]: страницы 2 нет: их в документе 1\n");
  EXPECT_EQ(explain({"2"}).code, 2);
}

TEST(Render, TheFilesTimeIsThatOfTheDocument) {
  const ProgramOffice office;
  std::string data = kOrderData;
  data.insert(data.find("\"kind\""), "\"date\": \"2026-03-04\", ");
  writeFile(office.path("dated.json"), data);
  office.run({"render", "order", "--data", "dated.json", "--out", "d.pdf"});
  EXPECT_TRUE(has(readFile(office.path("d.pdf"), 1 << 24), "2026-03-04T00:00:00"));
  office.run({"render", "order", "--data", "order.json", "--out", "e.pdf"});
  EXPECT_TRUE(has(readFile(office.path("e.pdf"), 1 << 24), "1980-01-01T00:00:00"));
  office.run({"render", "order", "--data", "order.json", "--out", "f.pdf", "--time", kTime});
  EXPECT_TRUE(has(readFile(office.path("f.pdf"), 1 << 24), "2026-06-05T09:00:00"));
}

TEST(Render, TheLevelIsAsAsked) {
  const ProgramOffice office;
  const auto part = [&](const char* level) {
    office.run({"render", "order", "--data", "order.json", "--out", "l.pdf", "--pdf", level});
    const std::string pdf = readFile(office.path("l.pdf"), 1 << 24);
    const std::size_t start = pdf.find("pdfaid:part");
    return start == std::string::npos ? std::string() : pdf.substr(start + 11, 3);
  };
  EXPECT_TRUE(has(part("2a"), "2"));
  EXPECT_TRUE(has(part("3a"), "3"));
  EXPECT_TRUE(has(part("1b"), "1"));
}

TEST(Render, InputErrorsAreOneAndLeaveNoFile) {
  const ProgramOffice office;
  writeFile(office.path("bad.json"), "{\"title\": ");
  const Ended text = office.run({"render", "order", "--data", "bad.json", "--out", "a.pdf"});
  EXPECT_EQ(text.code, 1);
  EXPECT_TRUE(has(text.err, "bad.json:1:")) << text.err;
  EXPECT_TRUE(has(text.err, "ошибка [D"));
  const Ended json = office.run({"render", "order", "--data", "bad.json", "--out", "a.pdf",
                                 "--format", "json", "--lang", "en"});
  EXPECT_EQ(json.code, 1);
  EXPECT_EQ(json.err.substr(0, 30), "[{\"severity\":\"error\",\"code\":\"D");
  const Ended unknown = office.run({"render", "ordre", "--data", "order.json", "--out", "a.pdf"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(has(unknown.err, "ordre")) << unknown.err;
  EXPECT_FALSE(fs::exists(office.path("a.pdf")));
}

TEST(Render, TheWorldsFailureIsThreeAndLeavesNoFile) {
  const ProgramOffice office;
  const Ended ended = office.run(
      {"render", "order", "--data", "order.json", "--out", "a.pdf", "--out", "no/a.docx"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.err, "Не удалось: записать no/a.docx: No such file or directory\n");
  EXPECT_FALSE(fs::exists(office.path("a.pdf")));
}

TEST(Render, TakesTheOfficesOwnTemplates) {
  const ProgramOffice office;
  std::string own = readFile(office.path("o/doc-templates/order.template.xml"), 1 << 20);
  writeFile(office.path("o/doc-templates/order.template.xml"), "<broken");
  const Ended ended =
      office.run({"render", "order", "--data", "order.json", "--out", "a.pdf", "--office", "o"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.err, "o/doc-templates/order.template.xml:1:")) << ended.err;
}

TEST(Check, TellsAllErrorsOfAllFiles) {
  const ProgramOffice office;
  writeFile(office.path("w.xml"),
            "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"order\">\n"
            "<stage id=\"d\" kind=\"draft\"/>\n<stage id=\"s\" kind=\"sign\" by=\"role:heed\" "
            "on-refuse=\"x\"/>\n</workflow>");
  const Ended alone = office.run({"check", "w.xml", "--lang", "en"});
  EXPECT_EQ(alone.code, 1);
  EXPECT_EQ(alone.err,
            "w.xml:3:42: error [K104]: the workflow has no stage “x”\n    hint: allowed: d, s\n");
  const Ended withOffice = office.run({"check", "w.xml", "--office", "o", "--lang", "en"});
  EXPECT_TRUE(has(withOffice.err, "w.xml:3:27: error [K108]: the office has no role “heed”"));
  EXPECT_EQ(office.run({"check", "none.xml"}).code, 1);
  const Ended data = office.run({"check", "order.json", "--template", "order"});
  EXPECT_EQ(data.code, 0) << data.err;
}

// ---- a document's way ----

}  // namespace
}  // namespace chancery::cli
