#include "render/render.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "support/golden.h"
#include "support/reading.h"
#include "support/temp_folder.h"

namespace chancery::render {
namespace {

const std::filesystem::path kProject = CHANCERY_PROJECT_DIR;

Job jobOf(std::string name, std::string data, std::vector<Format> formats) {
  Job job;
  job.templateName = std::move(name);
  job.dataName = "data.json";
  job.dataText = std::move(data);
  job.formats = std::move(formats);
  job.moment = {1780651815250};
  return job;
}

class Render : public ::testing::Test {
 protected:
  /// The pages as text; "" and the findings in `codes_` after errors.
  std::string pagesOf(const Job& job) {
    Diagnostics diagnostics;
    const auto result = engine_.render(job, diagnostics);
    diagnostics.sort();
    codes_ = testing::codesOf(diagnostics);
    text_ = formatText(diagnostics, Language::russian);
    pageCount_ = result ? result->pageCount : 0;
    return result ? result->outputs.at(0).bytes : "";
  }
  std::string pagesOf(const std::string& name, const std::string& data) {
    return pagesOf(jobOf(name, data, {Format::pages}));
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path() / name) << text;
  }

  testing::TempFolder folder_;
  Engine engine_{{folder_.path(), kProject / "doc-templates"}};
  std::string codes_;
  std::string text_;
  int pageCount_ = 0;
};

// The layout goldens of the sample office.
TEST_F(Render, SampleOrderHasItsPages) {
  const std::string data = readFile(kProject / "samples/ozerny/order.json", 1 << 20);
  Job job = jobOf("order", data, {Format::pages});
  job.given = {{"date", "2026-11-27"}, {"number", "217"}};
  const std::string pages = pagesOf(job);
  EXPECT_EQ(codes_, "") << text_;
  testing::expectGolden("tests/render/golden/order.pages", pages);
}

TEST_F(Render, SampleRoadmapHasItsPages) {
  const std::string data = readFile(kProject / "samples/ozerny/roadmap.json", 1 << 20);
  const std::string pages = pagesOf("roadmap", data);
  EXPECT_EQ(codes_, "") << text_;
  testing::expectGolden("tests/render/golden/roadmap.pages", pages);
}

TEST_F(Render, ExamplesOfTheDataGuideRenderWithoutFindings) {
  const std::string guide = readFile(kProject / "docs/data-guide.md", 1 << 20);
  const char* const names[] = {"order", "roadmap", "report"};
  std::size_t at = 0, seen = 0;
  while ((at = guide.find("```json\n", at)) != std::string::npos) {
    ASSERT_LT(seen, std::size(names));
    const std::size_t from = at + 8;
    at = guide.find("```", from);
    const std::string pages = pagesOf(names[seen], guide.substr(from, at - from));
    EXPECT_NE(pages, "");
    EXPECT_EQ(text_, "");
    // The report's shows every kind of block.
    if (++seen == 3) testing::expectGolden("tests/render/golden/blocks.pages", pages);
    at += 3;
  }
  EXPECT_EQ(seen, std::size(names));
}

TEST_F(Render, EqualInputGivesEqualBytesWhateverCameBefore) {
  const std::string data = readFile(kProject / "samples/ozerny/order.json", 1 << 20);
  const Job job = jobOf("order", data, {Format::pdf, Format::docx, Format::pages});
  Diagnostics diagnostics;
  const auto first = engine_.render(job, diagnostics);
  engine_.render(jobOf("order", R"({"title":"О щуке ₽ ≤ №"})", {Format::pdf}),
                 diagnostics);
  const auto second = engine_.render(job, diagnostics);
  const auto fresh = Engine({kProject / "doc-templates"}).render(job, diagnostics);
  ASSERT_TRUE(first && second && fresh);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(first->outputs[i].bytes, second->outputs[i].bytes) << i;
    EXPECT_EQ(first->outputs[i].bytes, fresh->outputs[i].bytes) << i;
  }
  EXPECT_TRUE(first->outputs[0].bytes.starts_with("%PDF-1.7"));
  EXPECT_TRUE(first->outputs[1].bytes.starts_with("PK"));
  EXPECT_EQ(first->outputs[2].format, Format::pages);
}

TEST_F(Render, GivenNumberAndDateWinOverData) {
  Job job = jobOf("order", R"({"number":"1","date":"2026-01-01"})", {Format::pages});
  job.given = {{"date", "2026-11-27"}, {"number", "217-од"}};
  const std::string pages = pagesOf(job);
  EXPECT_NE(pages.find("27\u00a0ноября 2026\u00a0г."), std::string::npos) << pages;
  EXPECT_NE(pages.find("217-од"), std::string::npos);
  EXPECT_EQ(pages.find("января"), std::string::npos);
}

TEST_F(Render, LetterheadComesFromTheOffice) {
  Job job = jobOf("order", "{}", {Format::pages});
  job.officeName = "office.xml";
  job.officeText =
      "<office xmlns=\"urn:chancery:office\" id=\"a\"><letterhead><line>ОТДЕЛ КУЛЬТУРЫ</line>"
      "</letterhead></office>";
  EXPECT_NE(pagesOf(job).find("ОТДЕЛ КУЛЬТУРЫ"), std::string::npos) << text_;
}

TEST_F(Render, CommandWordIsSetUnlessItStandsSomewhere) {
  EXPECT_NE(pagesOf("order", R"({"clauses":[{"text":"а"}]})").find("ПРИКАЗЫВАЮ:"),
            std::string::npos);
  const std::string own = pagesOf("order", R"({"command":"ОБЯЗЫВАЮ:","clauses":[{"text":"а"}]})");
  EXPECT_EQ(own.find("ПРИКАЗЫВАЮ"), std::string::npos);
  EXPECT_EQ(pagesOf("order", R"({"preamble":"п р и к а з ы в а ю:","clauses":[{"text":"а"}]})")
                .find("ПРИКАЗЫВАЮ:"),
            std::string::npos);
  EXPECT_EQ(
      pagesOf("order", R"({"kind":"РАСПОРЯЖЕНИЕ","clauses":[{"text":"а"}]})").find("ПРИКАЗЫВАЮ:"),
      std::string::npos);
}

TEST_F(Render, XmlDataGiveTheSamePagesAsJson) {
  const std::string json =
      pagesOf("order", R"({"title":"О плане","clauses":[{"text":"а"},{"text":"б"}]})");
  Job job = jobOf("order",
                  "<order><title>О плане</title><clauses><text>а</text></clauses>"
                  "<clauses><text>б</text></clauses></order>",
                  {Format::pages});
  job.dataName = "data.xml";
  EXPECT_EQ(pagesOf(job), json) << text_;
}

TEST_F(Render, OfficesOwnTemplatesAndProfilesComeFirst) {
  write("order.template.xml",
        "<template xmlns=\"urn:chancery:document\" xmlns:t=\"urn:chancery:template\" id=\"order\" "
        "profile=\"gost-7.0.97-2025\"><part><p>СВОЙ ШАБЛОН</p></part></template>");
  EXPECT_NE(pagesOf("order", "{}").find("СВОЙ ШАБЛОН"), std::string::npos) << text_;
}

TEST_F(Render, AChangedTemplateTakesEffectAtOnce) {
  const auto text = [](const std::string& word) {
    return "<template xmlns=\"urn:chancery:document\" id=\"own\" "
           "profile=\"gost-7.0.97-2025\"><part><p>" +
           word + "</p></part></template>";
  };
  write("own.template.xml", text("ПЕРВЫЙ"));
  EXPECT_NE(pagesOf("own", "{}").find("ПЕРВЫЙ"), std::string::npos) << text_;
  EXPECT_NE(pagesOf("own", "{}").find("ПЕРВЫЙ"), std::string::npos);
  write("own.template.xml", text("ВТОРОЙ"));
  EXPECT_NE(pagesOf("own", "{}").find("ВТОРОЙ"), std::string::npos);
}

TEST_F(Render, TemplatesAndProfilesMayBePaths) {
  Job job = jobOf((kProject / "doc-templates/list.template.xml").string(), R"({"items":["а"]})",
                  {Format::pages});
  job.profile = (kProject / "doc-templates/styles/gost-7.0.97-2025.profile.xml").string();
  EXPECT_NE(pagesOf(job), "") << text_;
}

TEST_F(Render, ArchivePdfCarriesItsSources) {
  Job job = jobOf("list", R"({"items":["а"]})", {Format::pdf});
  job.level = pdf::Level::a3a;
  const std::string with = pagesOf(job);
  job.level = pdf::Level::a2a;
  const std::string without = pagesOf(job);
  EXPECT_GT(with.size(), without.size() + 1000);
  EXPECT_EQ(pageCount_, 1);
}

TEST_F(Render, FilesNameEverythingThatIsRead) {
  Diagnostics diagnostics;
  std::vector<std::string> names;
  for (const auto& path : engine_.files("order", "", {}, diagnostics))
    names.push_back(path.filename());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{
                       "appendix.xml", "blocks.xml", "gost-7.0.97-2025.profile.xml",
                       "gost-7.0.97-2025.rules.xml", "list.template.xml", "order.template.xml",
                       "pdf.template.xml", "roadmap.template.xml", "text.template.xml"}));
  EXPECT_TRUE(engine_.files("ordre", "", {}, diagnostics).empty());
}

TEST_F(Render, TellsAMissingTemplateWithANearName) {
  EXPECT_EQ(pagesOf("ordre", "{}"), "");
  EXPECT_EQ(text_,
            "ошибка [R101]: шаблон «ordre» не найден\n"
            "    подсказка: возможно, вы имели в виду «order»\n");
  pagesOf("совсем-другое", "{}");
  EXPECT_NE(text_.find("есть шаблоны: coordination-sheet, disagreements-sheet, letter, list, order, "
                       "pdf, register, regulation, report, roadmap, text"),
            std::string::npos)
      << text_;
}

TEST_F(Render, TellsAMissingProfile) {
  Job job = jobOf("list", R"({"items":["а"]})", {Format::pages});
  job.profile = "gost-7.0.97-2035";
  EXPECT_EQ(pagesOf(job), "");
  EXPECT_NE(text_.find("[R102]"), std::string::npos);
  EXPECT_NE(text_.find("«gost-7.0.97-2025»"), std::string::npos) << text_;
}

TEST_F(Render, TellsDataOfUnknownFormat) {
  Job job = jobOf("list", "items: а", {Format::pages});
  job.dataName = "data.yaml";
  EXPECT_EQ(pagesOf(job), "");
  EXPECT_EQ(codes_, "R103 0:0\n");
}

TEST_F(Render, ATemplateMustNameAProfile) {
  write("bare.template.xml",
        "<template xmlns=\"urn:chancery:document\" id=\"bare\"><part><p>а</p></part></template>");
  EXPECT_EQ(pagesOf("bare", "{}"), "");
  EXPECT_EQ(codes_, "R104 0:0\n");
}

TEST_F(Render, ErrorsOfExpressionsHideNoneOfTheDocument) {
  write("bad.template.xml",
        "<template xmlns=\"urn:chancery:document\" xmlns:t=\"urn:chancery:template\" id=\"bad\" "
        "profile=\"gost-7.0.97-2025\"><part>\n<titel><t:value-of select=\"title\"/></titel>"
        "</part></template>");
  EXPECT_EQ(pagesOf("bad", "{}"), "");
  EXPECT_NE(codes_.find("C101 2:1\n"), std::string::npos) << text_;
  EXPECT_NE(codes_.find("T130 2:"), std::string::npos) << text_;
}

TEST_F(Render, ErrorsOfTemplateAndDataComeTogether) {
  write("bad.template.xml",
        "<template xmlns=\"urn:chancery:document\" id=\"bad\" profile=\"gost-7.0.97-2025\"><part>\n"
        "<titel>а</titel>\n<p algin=\"left\">б</p></part></template>");
  EXPECT_EQ(pagesOf("bad", "{\"a\": }"), "");
  EXPECT_NE(codes_.find("C101 2:1\n"), std::string::npos) << text_;
  EXPECT_NE(codes_.find("C103 3:4\n"), std::string::npos) << text_;
  EXPECT_NE(codes_.find("D"), std::string::npos) << text_;
}

TEST_F(Render, ABrokenProfileGivesNothing) {
  write("own.profile.xml", "<profile xmlns=\"urn:chancery:profile\" id=\"own\"/>");
  Job job = jobOf("list", R"({"items":["а"]})", {Format::pages});
  job.profile = "own";
  EXPECT_EQ(pagesOf(job), "");
  EXPECT_NE(codes_.find("F104"), std::string::npos);
}

TEST_F(Render, ChecksTemplatesAndDataWithoutRendering) {
  Diagnostics good;
  engine_.checkTemplate("order", good);
  engine_.checkData(jobOf("order", R"({"title":"О плане"})", {}), good);
  EXPECT_EQ(testing::codesOf(good), "");
  Diagnostics bad;
  engine_.checkData(jobOf("order", R"({"titel":"О плане","signature":{"post":"Глава"}})", {}), bad);
  EXPECT_EQ(bad.errorCount(), 2u) << formatText(bad, Language::russian);
  Diagnostics missing;
  engine_.checkTemplate("ordre", missing);
  EXPECT_EQ(testing::codesOf(missing), "R101 0:0\n");
}

}  // namespace
}  // namespace chancery::render
