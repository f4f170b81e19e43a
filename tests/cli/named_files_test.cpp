// An order with a picture and ready-made PDF appendices on its way to the site.
#include <gtest/gtest.h>

#include <fstream>

#include "office.h"
#include "pdf/raw_pdf.h"
#include "pdf/tools.h"

namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEmblem =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
    "<path d='M0 0H40V40H0Z' fill='#123456'/></svg>";

/// An order with an emblem, a merged PDF and a scan.
std::string orderWithFiles() {
  std::string data = kOrderData;
  data.erase(data.rfind('}'));
  data.replace(data.find("Открыть школу."), std::string("Открыть школу.").size(),
               "Открыть школу по акту (приложение 1) и скану (приложение 2).");
  return data + R"json(, "coatOfArms": "emblem.svg",
  "appendices": [{"template": "pdf", "file": "act.pdf", "alt": "Акт"},
                 {"template": "pdf", "file": "scan.pdf", "alt": "Скан"}]})json";
}

std::string actSaying(const std::string& word) {
  pdf_test::RawPage raw;
  raw.content = "BT /F0 12 Tf 20 50 Td (" + word + ") Tj ET";
  raw.xmp = pdf_test::claiming("2", "U");
  return raw.file();
}

class CasesWithFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    writeFile(office_.path("order.json"), orderWithFiles());
    writeFile(office_.path("emblem.svg"), kEmblem);
    writeFile(office_.path("act.pdf"), actSaying("First"));
    writeFile(office_.path("scan.pdf"), pdf_test::RawScan().file());
  }
  Ended start() const {
    return office_.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  }
  int act(const char* person, const char* answer) const {
    return office_.inOffice({"act", "1", answer, "--as", person}).code;
  }
  /// The one file with this ending on the site.
  std::string published(const std::string& ending) const {
    for (const auto& entry : fs::directory_iterator(office_.path("o/site/orders"))) {
      if (entry.path().extension() == ending) return readFile(entry.path(), 1 << 24);
    }
    return "";
  }

  ProgramOffice office_;
};

TEST_F(CasesWithFiles, TheDocumentKeepsThemAsTheyWereWhenItWasSent) {
  const Ended started = start();
  ASSERT_EQ(started.code, 0) << started.err;
  writeFile(office_.path("act.pdf"), actSaying("Second"));
  fs::remove(office_.path("scan.pdf"));
  fs::remove(office_.path("emblem.svg"));
  for (const char* person : {"lugov", "rodnikova", "svetlova"}) EXPECT_EQ(act(person, "agree"), 0);
  EXPECT_EQ(act("vesnina", "sign"), 0);

  const std::string pdf = published(".pdf");
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdfinfo {} | grep Pages")), "Pages: 4");
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdftotext -f 3 -l 3 {} -")), "First");
  EXPECT_NE(pdf.find("<pdfaid:part>2<"), std::string::npos) << "the claim is kept";
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdfimages -list {} | tail -n +3 | wc -l")), "1");
  pdf_test::runOn(pdf, "qpdf --check {}");
  EXPECT_EQ(published(".docx").substr(0, 2), "PK");
  const Ended verified = office_.run({"verify", "o"});
  EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

TEST_F(CasesWithFiles, ReworkSendsThemAnew) {
  ASSERT_EQ(start().code, 0);
  EXPECT_EQ(
      office_.inOffice({"act", "1", "refuse", "--as", "lugov", "--remark", "Не тот акт"}).code, 0);
  EXPECT_EQ(act("rodnikova", "agree"), 0);
  writeFile(office_.path("act.pdf"), actSaying("Second"));
  const Ended sent =
      office_.inOffice({"act", "1", "submit", "--data", "order.json", "--as", "yaseneva"});
  EXPECT_EQ(sent.code, 0) << sent.err;
  fs::remove(office_.path("act.pdf"));
  for (const char* person : {"lugov", "rodnikova", "svetlova"}) EXPECT_EQ(act(person, "agree"), 0);
  EXPECT_EQ(act("vesnina", "sign"), 0);
  EXPECT_EQ(pdf_test::words(pdf_test::runOn(published(".pdf"), "pdftotext -f 3 -l 3 {} -")),
            "Second");
}

TEST_F(CasesWithFiles, NothingBeginsWithoutThem) {
  fs::remove(office_.path("act.pdf"));
  const Ended missing = start();
  EXPECT_EQ(missing.code, 1);
  EXPECT_NE(missing.err.find("R107"), std::string::npos) << missing.err;
  writeFile(office_.path("act.pdf"), "no PDF");
  const Ended wrong = start();
  EXPECT_EQ(wrong.code, 1);
  EXPECT_NE(wrong.err.find("P102"), std::string::npos) << wrong.err;
  EXPECT_EQ(office_.inOffice({"show", "1"}).code, 1) << "there is no case";
}

TEST_F(CasesWithFiles, ALostClaimIsToldWhenTheDocumentIsRendered) {
  writeFile(office_.path("act.pdf"), pdf_test::RawPage().file());
  const Ended ended = office_.run({"render", "order", "--data", "order.json", "--out", "a.pdf"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE((ended.out + ended.err).find("R112"), std::string::npos) << ended.out << ended.err;
}

}  // namespace
}  // namespace chancery::cli
