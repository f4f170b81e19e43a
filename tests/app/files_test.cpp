#include "app/files.h"

#include <gtest/gtest.h>

#include "app/init.h"
#include "app/outputs.h"
#include "app/render_files.h"
#include "app/resources.h"
#include "app/world_words.h"
#include "base/error.h"
#include "base/file.h"
#include "store/temporary_folder.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

const Resources kResources{CHANCERY_PROJECT_DIR};

class Folder : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string write(const std::string& name, const std::string& text) {
    writeFile(path(name), text);
    return path(name);
  }
  std::string read(const std::string& name) const { return readFile(path(name), 1 << 20); }
  bool exists(const std::string& name) const { return fs::exists(path(name)); }
  TemporaryFolder folder_;
};

using Resource = Folder;

TEST_F(Resource, AreFoundInstalledAndInTheBuildTree) {
  fs::create_directories(path("usr/share/chancery/doc-templates"));
  fs::create_directories(path("usr/share/chancery/workflows"));
  EXPECT_EQ(findResources(path("usr/bin/chancery")).root, path("usr/share/chancery"));
  fs::create_directories(path("tree/doc-templates"));
  EXPECT_THROW(findResources(path("tree/build/release/chancery")), WorldError);
  fs::create_directories(path("tree/workflows"));
  EXPECT_EQ(findResources(path("tree/build/release/chancery")).root, path("tree"));
  EXPECT_EQ(findResources(path("tree/build/release/chancery")).templates(),
            path("tree/doc-templates"));
  EXPECT_EQ(findResources(path("tree/build/release/chancery")).workflows(), path("tree/workflows"));
}

TEST_F(Resource, TheRunningProgramIsKnown) {
  EXPECT_EQ(programPath().filename(), "app_test");
}

using Outputs = Folder;

TEST_F(Outputs, AllAppear) {
  writeOutputs({{path("a"), "1"}, {path("b"), "2"}});
  EXPECT_EQ(read("a"), "1");
  EXPECT_EQ(read("b"), "2");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 2);
}

TEST_F(Outputs, OneFileUnderTwoNamesIsFound) {
  EXPECT_EQ(findRepeated({"a", "b", "c/../a"}), fs::path("c/../a"));
  EXPECT_EQ(findRepeated({path("a"), path("./a")}), fs::path(path("./a")));
  EXPECT_EQ(findRepeated({"a", "./b"}), std::nullopt);
  try {
    writeOutputs({{path("a"), "1"}, {path("./a"), "2"}});
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(inWords(error, Language::russian),
              "записать " + path("./a") + ": файл указан дважды");
    EXPECT_EQ(inWords(error, Language::english),
              "write " + path("./a") + ": the file is given twice");
  }
  EXPECT_FALSE(exists("a"));
  EXPECT_EQ(inWords(WorldError("do", "x", "y"), Language::russian), "do x: y");
}

TEST_F(Outputs, AnInputThatIsTooLargeIsTheUsersError) {
  fs::resize_file(write("huge.json", ""), kLargestText + 1);
  Diagnostics diagnostics;
  EXPECT_EQ(readInput(path("huge.json"), diagnostics), std::nullopt);
  EXPECT_EQ(formatText(diagnostics, Language::english),
            "error [A212]: the file “" + path("huge.json") + "” is too large: above 64 MB\n");
}

TEST_F(Outputs, OneThatFailsLeavesNoneAndKeepsTheOld) {
  write("a", "old");
  fs::create_directory(path("folder"));
  EXPECT_THROW(writeOutputs({{path("a"), "new"}, {path("folder"), "2"}}), WorldError);
  EXPECT_EQ(read("a"), "old");
  try {
    writeOutputs({{path("b"), "new"}, {path("no/c"), "2"}});
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(error.subject(), path("no/c"));
  }
  EXPECT_FALSE(exists("b"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 2);
}

using Init = Folder;

TEST_F(Init, MakesAWholeOffice) {
  Diagnostics diagnostics;
  const std::string text =
      initOffice(path("new/office"), kResources, Language::russian, diagnostics);
  EXPECT_EQ(text.substr(0, text.find('\n')), "Организация создана: " + path("new/office"));
  EXPECT_TRUE(exists("new/office/workflows/order.workflow.xml"));
  EXPECT_TRUE(exists("new/office/workflows/roadmap.workflow.xml"));
  EXPECT_TRUE(exists("new/office/doc-templates/order.template.xml"));
  EXPECT_TRUE(exists("new/office/doc-templates/styles/gost-7.0.97-2025.profile.xml"));
  EXPECT_TRUE(exists("new/office/site"));

  CheckRequest request;
  request.folders = {path("new/office/doc-templates")};
  request.files = {path("new/office/office.xml")};
  Sources sources;
  const SourceId source = sources.add("office.xml", read("new/office/office.xml"));
  request.office = parseOffice(sources, source, diagnostics);
  ASSERT_TRUE(request.office);
  for (const char* name :
       {"workflows/order.workflow.xml", "workflows/roadmap.workflow.xml",
        "workflows/personnel-order.workflow.xml", "workflows/report.workflow.xml",
        "workflows/appendix.workflow.xml", "workflows/appendix.scenario.xml",
        "workflows/order.scenario.xml", "workflows/personnel-order.scenario.xml",
        "doc-templates/order.template.xml", "doc-templates/styles/gost-7.0.97-2025.profile.xml"}) {
    request.files.push_back(path(std::string("new/office/") + name));
  }
  checkFiles(request, diagnostics);
  EXPECT_EQ(formatText(diagnostics, Language::english), "");
}

TEST_F(Init, RefusesAnOfficeAndKeepsFilesThatAreThere) {
  fs::create_directories(path("o/workflows"));
  write("o/workflows/order.workflow.xml", "mine");
  Diagnostics diagnostics;
  EXPECT_NE(initOffice(path("o"), kResources, Language::english, diagnostics), "");
  EXPECT_EQ(read("o/workflows/order.workflow.xml"), "mine");
  EXPECT_EQ(initOffice(path("o"), kResources, Language::english, diagnostics), "");
  EXPECT_EQ(formatText(diagnostics, Language::english),
            "error [A202]: there is an office in “" + path("o") +
                "” already\n    hint: choose another folder\n");
}

using Check = Folder;

TEST_F(Check, ReadsRulesAndFindsThoseOfAStage) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  request.files = {
      write("r.rules.xml", "<rules xmlns=\"urn:chancery:rules\" id=\"r\"><pairs/></rules>"),
      write("w.workflow.xml",
            "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"order\">"
            "<stage id=\"d\" kind=\"draft\"/>\n<stage id=\"c\" kind=\"check\" "
            "profile=\"gost-7.0.97-2026\"/></workflow>")};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  const std::string text = formatText(diagnostics, Language::english);
  EXPECT_NE(text.find("r.rules.xml:1:"), std::string::npos) << text;
  EXPECT_NE(text.find("w.workflow.xml:2:28: error [R116]: the rules “gost-7.0.97-2026” were not "
                      "found\n    hint: did you mean “gost-7.0.97-2025”?"),
            std::string::npos)
      << text;
}

TEST_F(Check, NamesTheNamespaceThatIsMissing) {
  CheckRequest request;
  request.files = {write("t.template.xml", "<template id=\"x\"/>")};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  const std::string text = formatText(diagnostics, Language::english);
  EXPECT_NE(text.find("t.template.xml:1:1: error [A205]"), std::string::npos) << text;
  EXPECT_NE(text.find("add xmlns=\"urn:chancery:document\" to the root"), std::string::npos)
      << text;
}

TEST_F(Check, LooksAtTheFormOfData) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  request.templateName = "order";
  request.files = {write("d.json",
                         "{\"title\": \"О школе\", \"letterhead\": [\"ОТДЕЛ\"],\n"
                         "\"clauses\": [{\"text\": \"Открыть школу в срок до 05.06.2026.\"}]}")};
  request.now = *parseMoment("2026-06-05T23:00:00Z");
  Diagnostics early;
  checkFiles(request, early);
  EXPECT_EQ(early.errorCount(), 1u) << formatText(early, Language::english);
  EXPECT_EQ(early.all().front().message->code, "O201");
  EXPECT_EQ(early.all().size(), 1u);
  request.now = *parseMoment("2026-06-06T01:00:00Z");
  Diagnostics late;
  checkFiles(request, late);
  EXPECT_NE(formatText(late, Language::english).find("d.json:2:"), std::string::npos);
  EXPECT_NE(formatText(late, Language::english).find("O207"), std::string::npos);
}

TEST_F(Check, TellsTheKindByTheRoot) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  request.files = {write("w.xml", "<workflow xmlns=\"urn:chancery:workflow\"/>"),
                   write("o.xml", "<office xmlns=\"urn:chancery:office\"/>"),
                   write("t.template.xml", "<template xmlns=\"urn:chancery:document\"/>"),
                   write("p.profile.xml", "<profile xmlns=\"urn:chancery:profile\"><x/></profile>"),
                   write("d.json", "{}"),
                   write("d.xml", "<order/>"),
                   write("bad.xml", "<order>"),
                   path("missing.xml")};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  std::string codes;
  for (const Diagnostic& d : diagnostics.all()) {
    const std::string name = fs::path(d.place.file).filename().string();
    const std::string code(d.message->code);
    if (codes.find(name + ' ' + code) == std::string::npos) codes += name + ' ' + code + '\n';
  }
  for (const char* expected : {"w.xml K101\n", "o.xml A111\n", "d.json A205\n", "d.xml A205\n",
                               "bad.xml X111\n", " A203\n"}) {
    EXPECT_NE(codes.find(expected), std::string::npos) << expected << " in\n" << codes;
  }
  EXPECT_NE(codes.find("t.template.xml "), std::string::npos) << codes;
  EXPECT_NE(codes.find("p.profile.xml "), std::string::npos) << codes;
}

TEST_F(Check, DataGoWithTheirTemplate) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  request.templateName = "order";
  request.files = {write("d.json", "{\"titel\": \"О\", \"clauses\": [{\"text\": \"Т\"}]}")};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  ASSERT_FALSE(diagnostics.all().empty());
  EXPECT_EQ(diagnostics.all().front().place.file, path("d.json"));
}

TEST_F(Check, WorkflowsUseTheOfficesNames) {
  CheckRequest request;
  request.office = Office{};
  request.office->posts = {{"p", "T", "head"}};
  request.files = {write("w.xml",
                         "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" "
                         "template=\"t\"><stage id=\"d\" kind=\"draft\"/>\n<stage id=\"s\" "
                         "kind=\"sign\" by=\"role:haed\"/></workflow>")};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  EXPECT_EQ(formatText(diagnostics, Language::english),
            path("w.xml") +
                ":2:27: error [K108]: the office has no role “haed”\n    hint: did you mean "
                "“head”?\n");
}

TEST_F(Check, WorkflowsNameATemplateAndItsFields) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  const auto workflow = [](const char* name) {
    return "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"" +
           std::string(name) +
           "\"><stage id=\"d\" kind=\"draft\"/>\n<stage id=\"v\" "
           "kind=\"coordinate\"><reviewer by=\"role:a\" when=\"titel\"/>"
           "<reviewer by=\"role:b\" when=\"title\"/></stage></workflow>";
  };
  request.files = {write("w.xml", workflow("order")), write("u.xml", workflow("ordre"))};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 2u) << formatText(diagnostics, Language::english);
  EXPECT_EQ(diagnostics.all()[0].place.line, 2);
  EXPECT_EQ(diagnostics.all()[0].place.column, 61);
  EXPECT_EQ(diagnostics.all()[0].hintArguments, std::vector<std::string>{"title"});
  EXPECT_EQ(diagnostics.all()[1].message->code, "R101");
}

TEST_F(Check, ATemplateMustTakeTheNumberThatItsWorkflowGives) {
  write("note.template.xml",
        "<template xmlns=\"urn:chancery:document\" xmlns:t=\"urn:chancery:template\" id=\"note\" "
        "profile=\"gost-7.0.97-2025\"><t:fields><t:field name=\"number\" type=\"line\" "
        "optional=\"true\"/>"
        "<t:field name=\"date\" type=\"date\" from=\"registration\" optional=\"true\"/></t:fields>"
        "<part><p><t:value-of select=\"number\"/></p></part></template>");
  CheckRequest request;
  request.folders = {folder_.path().string(), kResources.templates().string()};
  const auto workflow = [](const std::string& name, const std::string& registration) {
    return "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"" + name +
           "\"><stage id=\"d\" kind=\"draft\"/><stage id=\"s\" kind=\"sign\" by=\"role:head\">" +
           registration + "</stage></workflow>";
  };
  const std::string given = "<registration series=\"orders\"/>";
  request.files = {write("a.xml", workflow("note", given)), write("b.xml", workflow("note", "")),
                   write("c.xml", workflow("order", given))};
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u) << formatText(diagnostics, Language::english);
  EXPECT_EQ(diagnostics.all()[0].message->code, "R106");
  EXPECT_EQ(diagnostics.all()[0].place.file, path("a.xml"));
  EXPECT_EQ(diagnostics.all()[0].arguments, (std::vector<std::string>{"note", "number"}));
}

TEST_F(Check, TheReadyMadeTemplatesAndLibrariesAreFound) {
  CheckRequest request;
  request.folders = {kResources.templates().string()};
  for (const auto& entry : fs::directory_iterator(kResources.templates())) {
    if (entry.is_regular_file()) request.files.push_back(entry.path().string());
  }
  EXPECT_GE(request.files.size(), 6u);
  Diagnostics diagnostics;
  checkFiles(request, diagnostics);
  EXPECT_EQ(formatText(diagnostics, Language::english), "");
}

TEST_F(Check, SurroundingsAreTheOfficesNames) {
  Office office;
  office.posts = {{"p", "T", "head"}};
  office.people = {{"k1", "S", "N", "", "p", "", {"clerk"}}};
  office.series = {{"orders", "", "{n}", 1, true}};
  const flow::Surroundings names = surroundingsOf(office);
  EXPECT_EQ(names.roles, (std::vector<std::string>{"clerk", "head"}));
  EXPECT_EQ(names.people, std::vector<std::string>{"k1"});
  EXPECT_EQ(names.series, std::vector<std::string>{"orders"});
}

using Render = Folder;

TEST_F(Render, NothingIsWrittenWhenTheInputIsWrong) {
  RenderRequest request;
  request.folders = {kResources.templates().string()};
  request.templateName = "order";
  request.dataFile = write("d.json", "{");
  request.outputs = {path("a.pdf"), path("a.docx")};
  Diagnostics diagnostics;
  EXPECT_FALSE(renderFiles(request, diagnostics));
  EXPECT_TRUE(diagnostics.hasErrors());
  EXPECT_FALSE(exists("a.pdf"));
  EXPECT_FALSE(exists("a.docx"));
}

TEST_F(Render, OutputsAreToldByTheirEndings) {
  RenderRequest request;
  request.dataFile = write("d.json", "{}");
  request.outputs = {path("a.txt"), "b.pdf", "b.pdf"};
  Diagnostics diagnostics;
  EXPECT_FALSE(renderFiles(request, diagnostics));
  EXPECT_EQ(formatText(diagnostics, Language::english),
            "error [A206]: the name “" + path("a.txt") +
                "” does not tell what to make\n    hint: the name must end in .pdf, .docx, .html, "
                ".svg or .pages\nerror [A208]: the file “b.pdf” is given twice\n");
}

TEST_F(Render, MissingDataAreToldBeforeAnythingElse) {
  RenderRequest request;
  request.dataFile = path("none.json");
  request.outputs = {path("a.pdf")};
  Diagnostics diagnostics;
  EXPECT_FALSE(renderFiles(request, diagnostics));
  EXPECT_EQ(formatText(diagnostics, Language::english),
            "error [A203]: there is no file “" + path("none.json") + "”\n");
}

}  // namespace
}  // namespace chancery::app
