// Pages that no sane layout makes, but that break no promise of pages.h: the writer must give a
// sound file for each of them.
#include <gtest/gtest.h>

#include <random>

#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/tools.h"
#include "pdf/writer.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;

std::string write(const pages::Pages& pages, Level level) {
  return Writer().write(pages, {level, Moment{}, {}});
}

void expectSound(const pages::Pages& pages) {
  for (const Level level : {Level::a2a, Level::b1}) {
    const std::string report = pdf_test::runOn(write(pages, level), "qpdf --check {}");
    EXPECT_NE(report.find("No syntax or stream encoding errors found"), std::string::npos)
        << report;
    EXPECT_EQ(report.find("WARNING"), std::string::npos) << report;
  }
}

class WildPages : public testing::TestWithParam<int> {};

// Random numbers wherever pages.h allows a number.
pages::Pages wildPages(unsigned seed) {
  std::mt19937_64 random(seed);
  const auto upTo = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1));
  };
  const auto length = [&] { return Length::emu((upTo(2) - 1) * upTo(40'000'000'000)); };
  PageBuilder builder;
  builder.face("Tinos").face("PT Sans").face("DejaVu Sans Mono", true);
  pages::Pages& pages = builder.pages;
  for (std::int64_t i = upTo(40); i > 0; --i) {
    const auto parent = upTo(static_cast<std::int64_t>(pages.structure.size()) - 1);
    builder.element(static_cast<StructureType>(upTo(24)), static_cast<pages::ElementId>(parent));
    auto& element = pages.structure.back();
    element.columnSpan = static_cast<std::uint16_t>(upTo(65'535));
    element.numberedList = upTo(1) != 0;
    if (upTo(3) == 0) element.alternative = "\x01()\\ \r\n ж";
  }
  for (std::int64_t p = upTo(5); p > 0; --p) {
    pages::Page& page = builder.page(Length::emu(upTo(180'000'000)), Length::mm(297)).lastPage();
    for (std::int64_t i = upTo(200); i > 0; --i) {
      page.glyphs.push_back({static_cast<std::uint16_t>(upTo(65'535)),
                             static_cast<std::int32_t>(upTo(4'294'967'295) - 2'147'483'648)});
    }
    page.text = "Ж(a)\\\r\n ";
    for (std::int64_t i = upTo(30); i > 0; --i) {
      pages::TextRun run;
      run.face = static_cast<std::uint16_t>(upTo(2));
      run.size = upTo(3) == 0 ? length() : Length::pt(14);
      run.x = length();
      run.y = length();
      run.firstGlyph =
          static_cast<std::uint32_t>(upTo(static_cast<std::int64_t>(page.glyphs.size())));
      run.glyphCount = static_cast<std::uint32_t>(
          upTo(static_cast<std::int64_t>(page.glyphs.size()) - run.firstGlyph));
      run.textOffset = upTo(1) == 0 ? 2 : 0;
      run.textLength = static_cast<std::uint32_t>(page.text.size()) - run.textOffset;
      run.element = static_cast<pages::ElementId>(
          upTo(static_cast<std::int64_t>(pages.structure.size())) - 1);
      page.runs.push_back(run);
      page.rules.push_back({length(), length(), length(), length(), run.element, {1, 2, 3}});
    }
  }
  return pages;
}

TEST_P(WildPages, GiveASoundFile) {
  expectSound(wildPages(static_cast<unsigned>(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Seeds, WildPages, testing::Range(1, 21));

TEST(Hostile, ElementWithoutContentAndDeepNesting) {
  PageBuilder builder;
  builder.page();
  pages::ElementId parent = 0;
  for (int i = 0; i < 5000; ++i) parent = builder.element(StructureType::division, parent);
  builder.element(StructureType::paragraph);
  builder.text(parent, 85, 100, "глубоко");
  expectSound(builder.pages);
}

TEST(Hostile, VeryLongLine) {
  PageBuilder builder;
  builder.page().spaceExtra(Length::pt(3));
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "слово ";
  builder.text(builder.element(StructureType::paragraph), 85, 100, text);
  const pdf_test::ReadPdf read(write(builder.pages, Level::a2a));
  EXPECT_EQ(read.contents[0].glyphs.size(), 180'000u);
  EXPECT_LE(read.contents[0].longestString, 32'767u);
}

TEST(Hostile, TitleOfControlCharacters) {
  PageBuilder builder;
  builder.page();
  builder.pages.title = "\x01\x02";
  builder.pages.author = "<&>\"'\t";
  builder.pages.language = "";
  const std::string pdf = write(builder.pages, Level::a2a);
  const pdf_test::PdfObjects objects(pdf);
  EXPECT_EQ(pdf_test::PdfObjects::text(objects.catalog(), "/Lang"), "ru-RU");
  const std::string xmp = objects.streamOf(objects.catalog(), "/Metadata");
  EXPECT_NE(xmp.find("<rdf:li>&lt;&amp;&gt;&quot;'</rdf:li>"), std::string::npos);
  EXPECT_NE(xmp.find(">Документ</rdf:li>"), std::string::npos);
}

}  // namespace
}  // namespace chancery::pdf
