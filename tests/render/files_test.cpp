#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "render/render.h"
#include "support/temp_folder.h"

// Files that documents name: where they are found, and which names are refused.
namespace chancery::render {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSvg = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";

std::string codesOf(const Diagnostics& diagnostics) {
  std::string codes;
  for (const Diagnostic& d : diagnostics.all())
    codes += (codes.empty() ? "" : " ") + std::string(d.message->code);
  return codes;
}

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* folder : {"data", "templates", "office"}) fs::create_directory(path(folder));
  }
  fs::path path(const std::string& name) const { return folder_.path() / name; }
  void write(const std::string& name, const std::string& text) {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }
  /// The bytes found, or the code of the finding.
  std::string find(const std::string& name) {
    Diagnostics diagnostics;
    const auto found = files_.find(name, {"order.json", 4, 2}, diagnostics);
    hint_ = diagnostics.all().empty() ? "" : diagnostics.all()[0].hintText(Language::russian);
    return found ? *found : codesOf(diagnostics);
  }

  testing::TempFolder folder_;
  FileLimits limits_;
  NamedFiles files_{{path("data"), path("templates"), path("office")}, limits_};
  std::string hint_;
};

TEST_F(Files, FoldersAreLookedAtInOrder) {
  write("office/a.svg", "office");
  write("templates/a.svg", "template");
  EXPECT_EQ(find("a.svg"), "template");
  write("data/b.svg", "data");
  write("office/b.svg", "office");
  EXPECT_EQ(find("b.svg"), "data");
  write("office/maps/c.svg", "below");
  EXPECT_EQ(find("maps/c.svg"), "below");
}
TEST_F(Files, AFileIsReadOnce) {
  write("data/a.svg", "one");
  EXPECT_EQ(find("a.svg"), "one");
  write("data/a.svg", "two");
  EXPECT_EQ(find("a.svg"), "one");
}
TEST_F(Files, NamesThatLeadElsewhereAreRefused) {
  write("secret.svg", "secret");
  for (const char* name :
       {"/etc/passwd", "../secret.svg", "a/../../secret.svg", "http://a.example/b.png", "C:\\a.svg",
        "a\\b.svg", "./a.svg", "a//b.svg", "file:a.svg", ""}) {
    EXPECT_EQ(find(name), "R108") << name;
  }
}
TEST_F(Files, LinksDoNotLeadOut) {
  write("secret.svg", "secret");
  fs::create_symlink(path("secret.svg"), path("data/a.svg"));
  EXPECT_EQ(find("a.svg"), "R107");
  write("data/real.svg", "real");
  fs::create_symlink(path("data/real.svg"), path("data/b.svg"));
  EXPECT_EQ(find("b.svg"), "real");
}
TEST_F(Files, MissingOnesAreToldWithNearNames) {
  write("data/схема.svg", "x");
  write("office/maps/plan.png", "x");
  EXPECT_EQ(find("схемы.svg"), "R107");
  EXPECT_EQ(hint_, "возможно, вы имели в виду «схема.svg»");
  EXPECT_EQ(find("maps/plam.png"), "R107");
  EXPECT_EQ(hint_, "возможно, вы имели в виду «maps/plan.png»");
  EXPECT_EQ(find("data"), "R107");
}
TEST_F(Files, LimitsHold) {
  write("data/a.svg", std::string(11, 'x'));
  write("data/b.svg", std::string(10, 'x'));
  write("data/c.svg", std::string(10, 'x'));
  limits_ = {10, 15, 10};
  files_ = NamedFiles({path("data")}, limits_);
  EXPECT_EQ(find("a.svg"), "R109");
  EXPECT_EQ(find("b.svg").size(), 10u);
  EXPECT_EQ(find("c.svg"), "R110");
  files_ = NamedFiles({path("data")}, {100, 100, 1});
  EXPECT_EQ(find("a.svg").size(), 11u);
  EXPECT_EQ(find("b.svg"), "R110");
}
TEST_F(Files, PinnedOnesAreTheOnlyOnes) {
  write("data/b.svg", "there");
  files_ = NamedFiles(std::vector<NamedFile>{{"a.svg", "pinned"}}, limits_);
  EXPECT_EQ(find("a.svg"), "pinned");
  EXPECT_EQ(find("b.svg"), "R107");
}

constexpr const char* kTemplate =
    R"(<template xmlns="urn:chancery:document" xmlns:t="urn:chancery:template"
  id="t" title="Т" profile="gost-7.0.97-2025">
  <t:fields><t:field name="map" type="line" label="Схема" optional="true"/></t:fields>
  <part><p>Текст</p><t:if test="map"><figure href="{map}" alt="Схема" width="2cm"/></t:if><figure href="own.svg" alt="Знак" width="1cm"/></part>
</template>)";

class FilesOfJob : public Files {
 protected:
  FilesOfJob() { job_.templateName = path("templates/t.template.xml").string(); }
  void SetUp() override {
    Files::SetUp();
    write("templates/t.template.xml", kTemplate);
    write("templates/own.svg", kSvg);
    write("data/map.svg", kSvg);
    job_.dataName = "data.json";
    job_.dataText = R"({"map": "map.svg"})";
    job_.dataFolder = path("data");
    job_.formats = {Format::pages};
  }
  std::string render() {
    Diagnostics diagnostics;
    const auto result = engine_.render(job_, diagnostics);
    text_ = formatText(diagnostics, Language::russian);
    return result ? "good" : codesOf(diagnostics);
  }

  Job job_;
  std::string text_;
  Engine engine_{{path("office"), fs::path(CHANCERY_PROJECT_DIR) / "doc-templates"}};
};

TEST_F(FilesOfJob, StandBesideDataOrTemplate) {
  EXPECT_EQ(render(), "good") << text_;
  job_.dataFolder.clear();
  EXPECT_EQ(render(), "R107");
  EXPECT_NE(text_.find("map.svg"), std::string::npos);
}
TEST_F(FilesOfJob, UnreadablePicturesAreErrors) {
  write("data/map.svg", "<svg");
  EXPECT_NE(render().find("I110"), std::string::npos) << text_;
}
TEST_F(FilesOfJob, AreCollectedForKeeping) {
  Diagnostics diagnostics;
  const auto files = engine_.namedFiles(job_, diagnostics);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0], (NamedFile{"map.svg", kSvg}));
  EXPECT_EQ(files[1].name, "own.svg");
  fs::remove(path("data/map.svg"));
  EXPECT_EQ(engine_.namedFiles(job_, diagnostics).size(), 1u);
  EXPECT_EQ(codesOf(diagnostics), "R107");
}
TEST_F(FilesOfJob, KeptOnesAreReadWhateverBecomesOfTheFolders) {
  Diagnostics diagnostics;
  job_.files = engine_.namedFiles(job_, diagnostics);
  fs::remove(path("data/map.svg"));
  fs::remove(path("templates/own.svg"));
  EXPECT_EQ(render(), "good") << text_;
  job_.files->pop_back();
  EXPECT_EQ(render(), "R107");
}
TEST_F(FilesOfJob, ChangedPicturesShowAtOnce) {
  job_.formats = {Format::svg};
  Diagnostics diagnostics;
  const auto before = engine_.render(job_, diagnostics);
  write(
      "data/map.svg",
      "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><path d='M0 0H9V9'/></svg>");
  const auto after = engine_.render(job_, diagnostics);
  ASSERT_TRUE(before && after);
  EXPECT_NE(before->outputs[0].bytes, after->outputs[0].bytes);
}

}  // namespace
}  // namespace chancery::render
