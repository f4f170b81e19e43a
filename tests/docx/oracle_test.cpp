// Other programs judge what is written. They run as `ctest -L oracle` (CHANCERY_ORACLE=1), where
// they are installed.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "docx/features.h"
#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

struct Ran {
  int status = 0;
  std::string output;
};

Ran execute(const std::string& command) {
  Ran ran;
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {-1, "cannot start"};
  char buffer[4096];
  for (std::size_t got; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    ran.output.append(buffer, got);
  }
  ran.status = pclose(pipe);
  return ran;
}

bool installed(const std::string& program) {
  return execute("command -v " + program).status == 0;
}

class DocxOracle : public testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("CHANCERY_ORACLE") == nullptr) GTEST_SKIP() << "runs under ctest -L oracle";
    std::string name = (std::filesystem::temp_directory_path() / "chancery-docx-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  std::string save(const std::string& name, const std::string& bytes) {
    writeFile(folder_ / name, bytes);
    return (folder_ / name).string();
  }

  std::filesystem::path folder_;
};

/// A section that a table of 50 rows ends, on pages with room for `twips`.
format::Document paged(std::int64_t twips) {
  format::Document document = sample::everything();
  std::vector<format::Row> rows;
  for (int i = 0; i < 50; ++i) rows.push_back(sample::row({sample::cell(std::to_string(i))}));
  rows[0].repeat = true;
  format::Section& section = document.sections[0];
  section.pageHeight = section.top + section.bottom + Length::twips(twips);
  section.blocks = {sample::table(document, 1, rows)};
  return document;
}

TEST_F(DocxOracle, EveryPartIsWellFormed) {
  if (!installed("xmllint")) GTEST_SKIP() << "SKIPPED: no xmllint (package libxml2-utils)";
  for (const auto& [name, bytes] : test::unpack(test::packed(sample::everything()))) {
    const Ran ran = execute("xmllint --noout --nonet " + save("part.xml", bytes));
    EXPECT_EQ(ran.status, 0) << name << ": " << ran.output;
  }
}

TEST_F(DocxOracle, ThePackageFollowsItsSchemas) {
  const std::filesystem::path judge =
      std::filesystem::path(CHANCERY_PROJECT_DIR) / "../shared/oracles/docx-check";
  if (!exists(judge) || !installed("xmllint")) GTEST_SKIP() << "SKIPPED: no docx-check";
  format::Document smallest;
  smallest.sections.emplace_back();
  smallest.sections[0].pageWidth = smallest.sections[0].pageHeight = Length::mm(100);
  const format::Document features = sample::features();
  const std::string bytes = write(features, sample::resolveFeatures(features), {});
  const Ran ran = execute(judge.string() + " " + save("features.docx", bytes) + " " +
                          save("everything.docx", test::packed(sample::everything())) + " " +
                          save("smallest.docx", write(smallest, {}, {})) + " " +
                          save("paged.docx", test::packed(paged(14330))));
  EXPECT_EQ(ran.status, 0) << ran.output;
}

TEST_F(DocxOracle, LibreOfficeFindsTheSamePages) {
  if (!installed("soffice") || !installed("pdfinfo")) {
    GTEST_SKIP() << "SKIPPED: no LibreOffice (package libreoffice-writer-nogui) or no poppler";
  }
  // 50 rows of 276 twips and a border, 10 for the lowest border and 20 for the stay: 14,330.
  const std::string files = save("fits.docx", test::packed(paged(14330))) + " " +
                            save("moves.docx", test::packed(paged(14329)));
  const Ran ran = execute("soffice --headless --norestore -env:UserInstallation=file://" +
                          (folder_ / "profile").string() + " --convert-to pdf --outdir " +
                          folder_.string() + " " + files);
  ASSERT_EQ(ran.status, 0) << ran.output;
  const auto pages = [&](const std::string& name) {
    return execute("pdfinfo " + (folder_ / name).string() + " | grep Pages: | tr -dc 0-9").output;
  };
  EXPECT_EQ(pages("fits.pdf"), "2");
  EXPECT_EQ(pages("moves.pdf"), "3");
  // The last row and the repeated header row, not a blank page; above them the page's number.
  const Ran text = execute("pdftotext -f 2 -l 2 " + (folder_ / "moves.pdf").string() +
                           " - | tr -s '\\n\\f' ' '");
  EXPECT_EQ(text.output, "2 0 49 ");
}

// Microsoft's own validator, where its command is named: OOXML_VALIDATOR=…/ooxml-validator.
TEST_F(DocxOracle, TheSdkAgrees) {
  const std::filesystem::path judge =
      std::filesystem::path(CHANCERY_PROJECT_DIR) / "../shared/oracles/docx-sdk-check";
  if (!exists(judge) || std::getenv("OOXML_VALIDATOR") == nullptr) {
    GTEST_SKIP() << "SKIPPED: no docx-sdk-check";
  }
  const format::Document features = sample::features();
  const std::string bytes = write(features, sample::resolveFeatures(features), {});
  const Ran ran = execute(judge.string() + " " + save("features.docx", bytes));
  EXPECT_EQ(ran.status, 0) << ran.output;
}

TEST_F(DocxOracle, LibreOfficeShowsWhatFieldsAndNotesSay) {
  if (!installed("soffice") || !installed("pdftotext")) {
    GTEST_SKIP() << "SKIPPED: no LibreOffice (package libreoffice-writer-nogui) or no poppler";
  }
  const format::Document features = sample::features();
  const std::string bytes = write(features, sample::resolveFeatures(features), {});
  const Ran ran = execute("soffice --headless --norestore -env:UserInstallation=file://" +
                          (folder_ / "profile").string() + " --convert-to pdf --outdir " +
                          folder_.string() + " " + save("features.docx", bytes));
  ASSERT_EQ(ran.status, 0) << ran.output;
  const std::string text = execute("pdftotext -layout " + (folder_ / "features.pdf").string() +
                                   " - | tr '\\n\\f' '  ' | tr -s ' .'")
                               .output;
  for (const char* words :
       {"1 Общие положения . 3 ", "Таблица 1 – Показатели . 3 ", "Сноска1 и вторая2, см. таблицу 1",
        "Группа а", "Группа в", "Школы Сады", "Подготовка", "Первая. 2 Вторая."}) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\nin " << text;
  }
}

}  // namespace
}  // namespace chancery::docx
