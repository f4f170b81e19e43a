#include "pdf/writer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <thread>

#include "base/utf8.h"
#include "pdf/conformance.h"
#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/tools.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;
using pdf_test::ReadPdf;
using pdf_test::runOn;
using pdf_test::words;

const Moment kMoment = *parseMoment("2026-06-05T09:30:00Z");

std::string write(const pages::Pages& pages, Level level = Level::a2a) {
  return Writer().write(pages, {level, kMoment, {}});
}

std::string textOf(const std::string& pdf) {
  return words(runOn(pdf, "pdftotext -raw {} -"));
}

TEST(Writer, EveryLevelIsSoundByQpdf) {
  for (const Level level : {Level::a2a, Level::a3a, Level::b1}) {
    const std::string report = runOn(write(pdf_test::sampleOrder(), level), "qpdf --check {}");
    EXPECT_NE(report.find("No syntax or stream encoding errors found"), std::string::npos);
    EXPECT_EQ(report.find("WARNING"), std::string::npos) << report;
  }
}

TEST(Writer, TextComesOutAsItWentIn) {
  for (const Level level : {Level::a2a, Level::b1}) {
    EXPECT_EQ(textOf(write(pdf_test::sampleOrder(), level)),
              "1 ПРИКАЗ В целях подготовки к отопительному сезону и в соответствии с планом № 7 — "
              "(«Зима») 2 приказываю: 1. Утвердить план. 2. Назначить ответственных. План работ "
              "Мероприятие Срок Раздел 1 Осмотр зданий II. Организация М.П. Примечание. Срочно");
  }
}

TEST(Writer, StructureIsReadInOrder) {
  const std::string text = runOn(write(pdf_test::sampleOrder()), "pdfinfo -struct-text {}");
  EXPECT_EQ(words(text),
            "Document H1 (block) \"ПРИКАЗ\" P (block) \"В целях подготовки к отопительному сезону "
            "и в соответствии с планом № 7 — («Зима»)\" \"приказываю:\" L (block): "
            "/ListNumbering /Decimal LI (block) Lbl (block) \"1. \" LBody (block) "
            "\"Утвердить план.\" LI (block) Lbl (block) \"2. \" LBody (block) "
            "\"Назначить ответственных.\" H2 (block) \"План работ\" Table (block) THead TR TH: "
            "/Scope /Column /ColSpan 2 \"Мероприятие\" TH: /Scope /Column /RowSpan 2 \"Срок\" "
            "TBody TR TH: /Scope /Row \"Раздел 1\" TD \"Осмотр зданий\" TD: /RowSpan 2 TR TD: "
            "/ColSpan 3 \"II. Организация\" Figure: /BBox [85 438.89 110.34 453.89] \"М.П.\" Note "
            "<note-0000000024> (inline) "
            "\"Примечание.\" P (block) \"Срочно\"");
}

TEST(Writer, SameInputGivesSameBytes) {
  const pages::Pages order = pdf_test::sampleOrder();
  const Writer writer;
  const Options options{Level::a2a, kMoment, {}};
  const std::string first = writer.write(order, options);
  writer.write(pdf_test::manyPages(3), {Level::b1, kMoment, {}});
  EXPECT_EQ(writer.write(order, options), first) << "what was written before has a say";
  EXPECT_EQ(Writer().write(pdf_test::sampleOrder(), options), first);
}

TEST(Writer, TimeZoneAndLocaleHaveNoSay) {
  const std::string first = write(pdf_test::sampleOrder());
  ::setenv("TZ", "Asia/Vladivostok", 1);
  ::setenv("LC_ALL", "ru_RU.UTF-8", 1);
  ::tzset();
  EXPECT_EQ(write(pdf_test::sampleOrder()), first);
  ::unsetenv("TZ");
  ::unsetenv("LC_ALL");
  ::tzset();
}

TEST(Writer, OtherTextIsAnotherIdentity) {
  const auto idOf = [](const std::string& pdf) {
    const std::size_t at = pdf.find("/ID[<");
    return pdf.substr(at, 37);
  };
  pages::Pages order = pdf_test::sampleOrder();
  const std::string first = idOf(write(order));
  order.title += '.';
  EXPECT_NE(idOf(write(order)), first);
  order = pdf_test::sampleOrder();
  order.pages[0].runs[1].x += Length::pt(1);
  EXPECT_NE(idOf(write(order)), first);
}

TEST(Writer, ServesSeveralThreads) {
  const Writer writer;
  const pages::Pages order = pdf_test::sampleOrder();
  std::vector<std::string> files(6);
  std::vector<std::thread> threads;
  for (auto& file : files) {
    threads.emplace_back([&] { file = writer.write(order, {Level::a2a, kMoment, {}}); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& file : files) EXPECT_EQ(file, files[0]);
}

TEST(Writer, NoPagesAreOneBlankPage) {
  for (const Level level : {Level::a2a, Level::b1}) {
    const std::string pdf = write(pages::Pages{}, level);
    EXPECT_NE(runOn(pdf, "qpdf --check {}").find("No syntax"), std::string::npos);
    const std::string info = runOn(pdf, "pdfinfo {}");
    EXPECT_NE(info.find("Pages:           1\n"), std::string::npos) << info;
    EXPECT_NE(info.find("595.28 x 841.89 pts (A4)"), std::string::npos) << info;
    EXPECT_NE(info.find("Title:           Документ\n"), std::string::npos) << info;
  }
}

TEST(Writer, BlankPageInTheMiddleStays) {
  PageBuilder builder;
  builder.page().text(builder.element(StructureType::paragraph), 85, 100, "раз");
  builder.page().page().text(builder.element(StructureType::paragraph), 85, 100, "три");
  const ReadPdf read(write(builder.pages));
  ASSERT_EQ(read.contents.size(), 3u);
  EXPECT_TRUE(read.contents[1].operators.empty());
  EXPECT_EQ(read.contents[2].glyphs.size(), 3u);
}

TEST(Writer, PagesHaveTheirOwnSizes) {
  PageBuilder builder;
  builder.page().page(Length::mm(297), Length::mm(210));
  const std::string info = runOn(write(builder.pages), "pdfinfo -l 2 {}");
  EXPECT_NE(info.find("Page    1 size:  595.28 x 841.89 pts (A4)"), std::string::npos) << info;
  EXPECT_NE(info.find("Page    2 size:  841.89 x 595.28 pts (A4)"), std::string::npos) << info;
}

TEST(Writer, ManyPagesMakeATree) {
  for (const int count : {256, 257, 600}) {
    for (const Level level : {Level::a2a, Level::b1}) {
      PageBuilder builder;
      for (int i = 0; i < count; ++i) builder.page(Length::pt(100 + i));
      const std::string pdf = write(builder.pages, level);
      const pdf_test::PdfObjects objects(pdf);
      const auto pages = objects.pages();
      ASSERT_EQ(pages.size(), static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) {
        const auto& page = objects.at(pages[static_cast<std::size_t>(i)]);
        EXPECT_EQ(pdf_test::PdfObjects::number(page["/MediaBox"][2]), 100 + i);
      }
      const auto& root = objects.get(objects.catalog(), "/Pages");
      EXPECT_EQ(root["/Count"].GetInt(), count);
      EXPECT_EQ(root["/Kids"].Size(),
                count == 256 ? 256u : (static_cast<unsigned>(count) + 255) / 256);
    }
  }
}

TEST(Writer, NodesOfThePageTreeCountTheirPages) {
  PageBuilder builder;
  for (int i = 0; i < 300; ++i) builder.page();
  const std::string pdf = write(builder.pages);
  const pdf_test::PdfObjects objects(pdf);
  const auto& root = objects.get(objects.catalog(), "/Pages");
  const auto& first = objects.resolve(root["/Kids"][0]);
  const auto& second = objects.resolve(root["/Kids"][1]);
  EXPECT_EQ(first["/Count"].GetInt(), 256);
  EXPECT_EQ(second["/Count"].GetInt(), 44);
  EXPECT_EQ(pdf_test::PdfObjects::text(second, "/Parent"),
            pdf_test::PdfObjects::text(objects.catalog(), "/Pages"));
}

TEST(Writer, UnusualCharactersAreEmbeddedToo) {
  PageBuilder builder;
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.page().text(paragraph, 85, 100, "угол α равен Ω ").text(paragraph, 85, 120, "Әлфия");
  EXPECT_EQ(textOf(write(builder.pages)), "угол α равен Ω Әлфия");
}

TEST(Writer, TextOfMissingCharactersIsKept) {
  PageBuilder builder;
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.page().text(paragraph, 85, 100, "до ").text(paragraph, 200, 100, "中文").more(" после");
  EXPECT_EQ(textOf(write(builder.pages)), "до 中文 после");
}

TEST(Writer, SeveralFacesStandSideBySide) {
  PageBuilder builder;
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.page().text(paragraph, 85, 100, "Обычный ").face("Tinos", true).more("жирный ");
  builder.face("PT Sans", false, true).more("чужой ").face("DejaVu Sans").more("☎");
  const std::string pdf = write(builder.pages);
  EXPECT_EQ(textOf(pdf), "Обычный жирный чужой ☎");
  const std::string fonts = runOn(pdf, "pdffonts {}");
  for (const char* name : {"+Tinos ", "+Tinos-Bold ", "+PTSans-Italic ", "+DejaVuSans "}) {
    EXPECT_NE(fonts.find(name), std::string::npos) << name << fonts;
  }
  EXPECT_EQ(fonts.find(" no "), std::string::npos) << "embedded, subset, with Unicode: " << fonts;
}

TEST(Writer, SmallestLevelIsUntagged) {
  const std::string pdf = write(pdf_test::sampleOrder(), Level::b1);
  EXPECT_EQ(pdf.substr(0, 8), "%PDF-1.4");
  const ReadPdf read(pdf);
  EXPECT_FALSE(read.objects.has(read.objects.catalog(), "/StructTreeRoot"));
  EXPECT_FALSE(read.objects.has(read.objects.catalog(), "/MarkInfo"));
  EXPECT_FALSE(read.objects.has(read.objects.at(read.pages[0]), "/Tabs"));
  EXPECT_TRUE(read.contents[0].marks.empty());
  for (const auto& [name, font] : read.fonts) {
    EXPECT_TRUE(read.objects.has(*font.descriptor, "/CIDSet")) << name;
  }
}

TEST(Writer, AttachmentsComeOutAsTheyWentIn) {
  const Options options{Level::a3a,
                        kMoment,
                        {{"order.json", "application/json", "Исходные данные", "{\"a\":1}"},
                         {"данные.xml", "application/xml", "", "<a/>"}}};
  const std::string pdf = Writer().write(pdf_test::sampleOrder(), options);
  EXPECT_EQ(runOn(pdf, "pdfdetach -save 1 -o /dev/stdout {}"), "{\"a\":1}");
  EXPECT_EQ(runOn(pdf, "pdfdetach -save 2 -o /dev/stdout {}"), "<a/>");
  EXPECT_EQ(runOn(pdf, "pdfdetach -list {}"), "2 embedded files\n1: order.json\n2: данные.xml\n");
}

TEST(WriterDeathTest, BrokenPagesAreOurError) {
  const auto broken = [](void (*breakIt)(pages::Pages&)) {
    pages::Pages order = pdf_test::sampleOrder();
    breakIt(order);
    write(order);
  };
  EXPECT_DEATH(broken([](auto& p) { p.pages[0].runs[0].face = 9; }), "unknown face");
  EXPECT_DEATH(broken([](auto& p) { p.pages[0].runs[0].glyphCount = 9999; }), "glyphs outside");
  EXPECT_DEATH(broken([](auto& p) { p.pages[0].runs[0].textLength = 9999; }), "text outside");
  EXPECT_DEATH(broken([](auto& p) { p.pages[0].runs[0].element = 999; }), "unknown element");
  EXPECT_DEATH(broken([](auto& p) { p.pages[0].runs[0].element = -2; }), "unknown element");
  const Options attached{Level::a2a, kMoment, {{"a", "b", "c", "d"}}};
  EXPECT_DEATH(Writer().write(pdf_test::sampleOrder(), attached), "only PDF/A-3 carries files");
}

TEST(Writer, PassesThePreflightOfPdfA1b) {
  const std::string checker = CHANCERY_PROJECT_DIR "/../shared/oracles/pdfa1b-preflight";
  const pdf_test::TemporaryFile file(write(fullSample(), Level::b1));
  const auto outcome = pdf_test::run(checker + " " + file.path());
  if (outcome.code != 0 && outcome.text.find("is a valid") == std::string::npos &&
      outcome.text.find("is not valid") == std::string::npos) {
    GTEST_SKIP() << "SKIPPED: PDFBox Preflight is not here: " << outcome.text;
  }
  EXPECT_EQ(outcome.code, 0) << outcome.text;
}

}  // namespace
}  // namespace chancery::pdf
