// Ready-made PDF files as appendices, through the whole engine: what is shown, what is lost of the
// claim, what is refused.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "pdf/raw_pdf.h"
#include "render/render.h"
#include "support/temp_folder.h"

namespace chancery::render {
namespace {

namespace fs = std::filesystem;
using pdf_test::claiming;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::RawScan;

constexpr const char* kTemplate =
    R"(<template xmlns="urn:chancery:document" xmlns:t="urn:chancery:template"
  id="t" title="Т" profile="gost-7.0.97-2025">
  <t:fields><t:field name="file" type="line" label="Файл"/></t:fields>
  <part><p>Текст</p></part><part><pdf-pages href="{file}" alt="Акт"/></part>
</template>)";

class PdfAppendix : public ::testing::Test {
 protected:
  void SetUp() override {
    writeFile(folder_.path() / "t.template.xml", kTemplate);
    job_.templateName = (folder_.path() / "t.template.xml").string();
    job_.dataName = "data.json";
    job_.dataText = "{\n  \"file\": \"act.pdf\"}";
    job_.formats = {Format::pdf};
  }

  /// What is said when the document is made with this file; its outputs stay.
  std::string rendering(const std::string& file) {
    job_.files = {{"act.pdf", file}};
    Diagnostics diagnostics;
    result_ = engine_.render(job_, diagnostics);
    return formatText(diagnostics, Language::english);
  }
  std::string output(std::size_t i = 0) const { return result_->outputs.at(i).bytes; }
  bool claims(const std::string& part) const {
    return output().find("<pdfaid:part>" + part + "<") != std::string::npos;
  }

  testing::TempFolder folder_;
  Job job_;
  std::optional<Result> result_;
  Engine engine_{{fs::path(CHANCERY_PROJECT_DIR) / "doc-templates"}};
};

constexpr const char* kSaveAsPdfA =
    "    hint: save the appendix as PDF/A-1, PDF/A-2 or PDF/A-3 and make the document again\n";

TEST_F(PdfAppendix, AFileThatIsPdfAKeepsTheClaim) {
  RawPage raw;
  raw.xmp = claiming("2", "U");
  EXPECT_EQ(rendering(raw.file()), "");
  EXPECT_TRUE(claims("2"));
  EXPECT_NE(output().find("pdfuaid"), std::string::npos);
  EXPECT_EQ(result_->pageCount, 2);
}

TEST_F(PdfAppendix, AFileThatIsNotDropsTheClaim) {
  EXPECT_EQ(rendering(RawPage().file()),
            std::string("data.json:1:1: warning [R112]: the appendix “act.pdf” does not claim to "
                        "be PDF/A: neither does the document with it\n") +
                kSaveAsPdfA);
  ASSERT_TRUE(result_);
  EXPECT_EQ(output().find("pdfaid"), std::string::npos);
  EXPECT_EQ(output().find("pdfuaid"), std::string::npos);
}

TEST_F(PdfAppendix, AnotherPartDropsTheClaim) {
  RawPage raw;
  raw.xmp = claiming("2", "B");
  job_.level = pdf::Level::b1;
  EXPECT_EQ(rendering(raw.file()),
            std::string("data.json:1:1: warning [R113]: the appendix “act.pdf” claims PDF/A of "
                        "another part: the document with it does not claim PDF/A\n") +
                kSaveAsPdfA);
  EXPECT_EQ(output().find("pdfaid"), std::string::npos);
  raw.xmp = claiming("1", "B");
  EXPECT_EQ(rendering(raw.file()), "");
  EXPECT_TRUE(claims("1"));
}

TEST_F(PdfAppendix, PrintingColoursDropTheClaim) {
  RawPage raw;
  raw.xmp = claiming("2", "U");
  raw.catalog = "/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 7 0 R>>]";
  RawPdf pdf = raw.pdf();
  pdf.stream("/N 4", "profile");
  EXPECT_EQ(rendering(pdf.file()),
            std::string("data.json:1:1: warning [R114]: the appendix “act.pdf” is meant for "
                        "printing colours (CMYK): the document with it does not claim PDF/A\n") +
                kSaveAsPdfA);
  EXPECT_EQ(output().find("pdfaid"), std::string::npos);
}

TEST_F(PdfAppendix, FontsWithoutCharactersCostTheLevel) {
  RawPage raw;
  raw.xmp = claiming("2", "B");
  raw.font = "";
  EXPECT_EQ(rendering(raw.file()),
            std::string("data.json:1:1: warning [R115]: fonts of the appendix “act.pdf” do not "
                        "tell their characters: the document with it claims PDF/A at level B, no "
                        "PDF/UA\n") +
                kSaveAsPdfA);
  EXPECT_TRUE(claims("2"));
  EXPECT_NE(output().find("<pdfaid:conformance>B<"), std::string::npos);
  EXPECT_EQ(output().find("pdfuaid"), std::string::npos);
}

TEST_F(PdfAppendix, AScanNeverCostsTheClaim) {
  EXPECT_EQ(rendering(RawScan().file()), "");
  EXPECT_TRUE(claims("2"));
  job_.level = pdf::Level::b1;
  EXPECT_EQ(rendering(RawScan().file()), "");
  EXPECT_TRUE(claims("1"));
}

TEST_F(PdfAppendix, ScansInOtherEncodingsAreShownAsPages) {
  for (const char* entries :
       {"/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode",
        "/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode",
        "/Width 2/Height 2/Filter/JPXDecode",
        "/Width 2/Height 2/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode"}) {
    RawScan raw;
    raw.image = entries;
    job_.formats = {Format::pdf, Format::html, Format::pages};
    EXPECT_NE(rendering(raw.file()).find("warning [R112]"), std::string::npos) << entries;
    const std::string filter(entries + std::string_view(entries).rfind('/'));
    EXPECT_NE(output().find("/Filter " + filter), std::string::npos) << "byte by byte";
    EXPECT_NE(output(1).find("Здесь – страница 1 файла «act.pdf»: она показана в PDF."),
              std::string::npos);
    EXPECT_NE(
        output(2).find(
            "page 2: 200.00 x 100.00\nDocument/Sect[2]/Figure alt \"Акт\"\n  page 1 of file 0\n"),
        std::string::npos)
        << output(2);
  }
}

TEST_F(PdfAppendix, PlansMayBeLargerThanOurSheets) {
  RawPage raw;
  raw.xmp = claiming("2", "U");
  raw.page = "/MediaBox[0 0 3370 14400]";
  job_.formats = {Format::pages, Format::docx};
  EXPECT_EQ(rendering(raw.file()), "");
  EXPECT_NE(output().find("page 2: 3370.00 x 14400.00\n"), std::string::npos) << output();
}

TEST_F(PdfAppendix, OtherFormatsLoseNoClaim) {
  for (const Format format : {Format::docx, Format::html, Format::svg}) {
    job_.formats = {format};
    EXPECT_EQ(rendering(RawPage().file()), "");
    EXPECT_TRUE(result_);
  }
}

TEST_F(PdfAppendix, FilesThatCannotBeShownAreErrors) {
  const auto refusal = [&](const std::string& file) {
    const std::string words = rendering(file);
    EXPECT_FALSE(result_);
    return words.substr(0, words.find('\n'));
  };
  EXPECT_EQ(refusal("GIF89a"), "data.json:1:1: error [P102]: the file “act.pdf” is no PDF");
  EXPECT_EQ(refusal(RawPage().file().substr(0, 300)).substr(0, 63),
            "data.json:1:1: error [P101]: the PDF “act.pdf” is damaged: ");
  RawPdf empty;
  empty.object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Count 0/Kids[]>>");
  EXPECT_EQ(refusal(empty.file()),
            "data.json:1:1: error [P103]: the PDF “act.pdf” has 0 pages, 1 to 2000 are allowed");
  job_.files = std::vector<NamedFile>();
  Diagnostics diagnostics;
  EXPECT_FALSE(engine_.render(job_, diagnostics));
  EXPECT_EQ(diagnostics.all().at(0).message->code, "R107");
}

}  // namespace
}  // namespace chancery::render
