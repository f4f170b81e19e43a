#include <gtest/gtest.h>

#include "pdf/deflater.h"
#include "pdf/inspecting.h"
#include "pdf/raw_pdf.h"
#include "pdf/tools.h"

namespace chancery::pdf {
namespace {

using pdf_test::look;
using pdf_test::Looked;
using pdf_test::pagesOf;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::RawScan;

TEST(InspectRefusal, NoPdf) {
  const Looked outcome = look("GIF89a");
  EXPECT_FALSE(outcome.file);
  EXPECT_EQ(outcome.words(), "order.json:7:3: error [P102]: the file “act.pdf” is no PDF\n");
}

TEST(InspectRefusal, DamagedFiles) {
  const std::string whole = RawPage().file();
  for (const std::string& broken :
       {std::string("%PDF-1.4\n"), whole.substr(0, 200), whole.substr(0, whole.size() / 2),
        std::string("%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")}) {
    const Looked outcome = look(broken);
    EXPECT_FALSE(outcome.file);
    EXPECT_EQ(outcome.code(), "P101") << broken.size();
    EXPECT_EQ(outcome.diagnostics.all().size(), 1u);
    EXPECT_EQ(outcome.diagnostics.all()[0].hintText(Language::english),
              "open the file in another program and save it anew as PDF/A");
  }
}

TEST(InspectRefusal, EncryptedFiles) {
  const pdf_test::TemporaryFile plain(RawPage().file());
  const pdf_test::TemporaryFile locked("");
  for (const char* password : {"", "secret"}) {
    for (const char* way : {"40 --", "128 --use-aes=y --", "256 --"}) {
      const auto made =
          pdf_test::run("qpdf --allow-weak-crypto --encrypt '" + std::string(password) +
                        "' owner " + way + " " + plain.path() + " " + locked.path());
      ASSERT_EQ(made.code, 0) << made.text;
      const Looked outcome = look(pdf_test::bytesOf(locked.path()));
      EXPECT_FALSE(outcome.file);
      EXPECT_EQ(outcome.code(), "P104") << password << ' ' << way << outcome.words();
    }
  }
}

TEST(InspectRefusal, ContentThatCannotBeUnpacked) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
  raw.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>");
  raw.stream("/Filter/FlateDecode", "xxxx");
  EXPECT_EQ(look(raw.file()).words(),
            "order.json:7:3: error [P101]: the PDF “act.pdf” is damaged: ePdfError_Flate\n"
            "    hint: open the file in another program and save it anew as PDF/A\n");
}

TEST(InspectRefusal, LayersThatAreSwitchedOff) {
  RawPage raw;
  raw.catalog = "/OCProperties<</D<</OFF[5 0 R]>>/OCGs[5 0 R]>>";
  const Looked outcome = look(raw.file());
  EXPECT_EQ(
      outcome.words(),
      "order.json:7:3: error [P105]: the PDF “act.pdf” has layers that are switched off\n"
      "    hint: print the file to PDF once more: only what is seen will be in the new file\n");
}

std::string treeOf(const std::string& entries) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/MediaBox[0 0 10 10]" + entries + ">>");
  raw.object("<</Type/Page/Parent 2 0 R>>");
  return raw.file();
}

TEST(InspectRefusal, CountsOfPages) {
  EXPECT_EQ(look(treeOf("/Count 0/Kids[]")).words(),
            "order.json:7:3: error [P103]: the PDF “act.pdf” has 0 pages, 1 to 2000 are allowed\n");
  EXPECT_EQ(look(treeOf("")).code(), "P103");
  EXPECT_EQ(look(treeOf("/Count -3/Kids[3 0 R]")).code(), "P103");
  std::string kids;
  for (int i = 0; i < 2'000; ++i) kids += "3 0 R ";
  EXPECT_EQ(look(treeOf("/Count 2000/Kids[" + kids + "]")).file->pages.size(), 2'000u);
  EXPECT_EQ(
      look(treeOf("/Count 2001/Kids[3 0 R " + kids + "]")).words(),
      "order.json:7:3: error [P103]: the PDF “act.pdf” has 2001 pages, 1 to 2000 are allowed\n");
  EXPECT_EQ(look(treeOf("/Count 2/Kids[3 0 R]")).code(), "P101") << "fewer than it says";
}

TEST(InspectRefusal, TreesThatLeadInACircle) {
  EXPECT_EQ(look(treeOf("/Count 1/Kids[2 0 R]")).code(), "P101");
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]/Parent 3 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>");
  EXPECT_EQ(look(raw.file()).code(), "P101");
}

TEST(InspectRefusal, ObjectsThatLeadInACircle) {
  RawPdf raw;
  raw.object("<</Type/Catalog/Pages 2 0 R>>");
  raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
  raw.object("<</Type/Page/Parent 2 0 R/MediaBox 4 0 R/Contents 4 0 R>>");
  raw.object("5 0 R");
  raw.object("4 0 R");
  EXPECT_EQ(look(raw.file()).code(), "P101");
  RawPage page;
  page.page += "/Parent 3 0 R/Rotate 7 0 R/Resources 7 0 R";
  RawPdf own = page.pdf();
  own.object("7 0 R");
  EXPECT_EQ(pagesOf(own.file()), "200x100 page");
}

TEST(InspectRefusal, PicturesThatUnpackToTooMuch) {
  Deflater deflater;
  RawScan raw;
  raw.image =
      "/Width 20000/Height 7000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode";
  raw.samples = deflater.deflate(std::string((std::size_t{128} << 20) + 1, ' '));
  EXPECT_EQ(pagesOf(raw.file()), "200x100 page");
}

}  // namespace
}  // namespace chancery::pdf
