#include <gtest/gtest.h>

#include "app/files.h"
#include "app/resources.h"
#include "base/file.h"
#include "render/render.h"
#include "store/temporary_folder.h"

namespace chancery::app {
namespace {

const Resources kResources{CHANCERY_PROJECT_DIR};

class WorkflowProof : public testing::Test {
 protected:
  std::string workflow(const std::string& stages) const {
    return "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"W\" template=\"order\">\n"
           "<stage id=\"d\" kind=\"draft\"/>\n" +
           stages + "</workflow>";
  }

  /// «LINE:COLUMN CODE» of what `check` finds.
  std::string checked(const std::string& stages, std::optional<Office> office = {}) {
    const std::string file = (folder_.path() / "w.workflow.xml").string();
    writeFile(file, workflow(stages));
    CheckRequest request;
    request.folders = {kResources.templates().string()};
    request.files = {file};
    request.office = std::move(office);
    Diagnostics diagnostics;
    checkFiles(request, diagnostics);
    std::string codes;
    for (const Diagnostic& d : diagnostics.all()) {
      codes += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
               std::string(d.message->code) + '\n';
    }
    return codes;
  }

  TemporaryFolder folder_;
};

constexpr const char* kSign =
    "<stage id=\"s\" kind=\"sign\" by=\"role:head\"><registration series=\"orders\"/></stage>\n";
const std::string kApproveToo = std::string(kSign) + "<stage id=\"a\" kind=\"approve\" by=\"role:head\"/>\n";
constexpr const char* kNobodyAsked =
    "<stage id=\"v\" kind=\"coordinate\"><reviewer by=\"role:head\" when=\"title\"/>"
    "<reviewer by=\"role:head\" when=\"number\"/></stage>\n";

TEST_F(WorkflowProof, IsMadeByCheck) {
  EXPECT_EQ(checked(kSign), "");
  EXPECT_EQ(checked(kApproveToo), "4:1 K208\n");
  EXPECT_EQ(checked(kNobodyAsked + std::string(kSign)), "3:1 K217\n");
}

TEST_F(WorkflowProof, LooksAtThePeopleOfTheOffice) {
  Office office;
  office.timezone = "Europe/Moscow";
  office.posts = {{"head", "Начальник", "head"}, {"clerk", "Секретарь", "clerk"}};
  Person clerk;
  clerk.id = "k1";
  clerk.post = "clerk";
  office.people = {clerk};
  office.series = {{.id = "orders", .title = "Приказы"}};
  EXPECT_EQ(checked(kSign, office), "3:1 K203\n");
  Person head;
  head.id = "k2";
  head.post = "head";
  office.people.push_back(head);
  EXPECT_EQ(checked(kSign, office), "");
}

TEST_F(WorkflowProof, OfOneDocumentTellsOfErrorsOnly) {
  const render::Engine engine({kResources.templates()});
  Diagnostics diagnostics;
  EXPECT_TRUE(checkWorkflow("w.xml", workflow(kNobodyAsked + std::string(kSign)), nullptr, engine,
                            diagnostics));
  EXPECT_TRUE(diagnostics.all().empty()) << formatText(diagnostics, Language::english);
  EXPECT_FALSE(checkWorkflow("w.xml", workflow(kApproveToo), nullptr, engine, diagnostics));
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].message->code, "K208");
}

TEST_F(WorkflowProof, WaitsUntilTheRestIsRight) {
  EXPECT_EQ(checked("<stage id=\"v\" kind=\"coordinate\"><reviewer by=\"role:a\" when=\"titel\"/>"
                    "</stage>\n"),
            "3:61 T130\n");
}

TEST_F(WorkflowProof, EveryPathIsLookedUpInTheTemplate) {
  const std::string sign = "<stage id=\"s\" kind=\"sign\" by=\"role:a\"/>\n";
  const auto refuses = [&](const std::string& stage) {
    return checked(sign + stage, std::nullopt).find("T130") != std::string::npos;
  };
  EXPECT_TRUE(refuses("<stage id=\"r\" kind=\"acquaint\" each=\"clauses/respon\"/>\n"));
  EXPECT_TRUE(refuses("<stage id=\"r\" kind=\"acquaint\" each=\"role:b\" due=\"date:srok\"/>\n"));
  EXPECT_TRUE(refuses("<stage id=\"r\" kind=\"file\" by=\"role:b\" after=\"date:srok\"/>\n"));
  EXPECT_TRUE(refuses("<stage id=\"r\" kind=\"control\" by=\"role:b\" items=\"punkty\"/>\n"));
  EXPECT_FALSE(refuses("<stage id=\"r\" kind=\"acquaint\" each=\"role:b\" due=\"3wd\"/>\n"));
  EXPECT_FALSE(refuses("<stage id=\"r\" kind=\"control\" by=\"role:b\" items=\"clauses[due]\"/>\n"));
}

}  // namespace
}  // namespace chancery::app
