#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/tools.h"
#include "pdf/writer.h"

namespace chancery::pdf {
namespace {

using pages::StructureType;
using pdf_test::PageBuilder;

constexpr int kSeeds = 25;

/// Random documents: words of several alphabets, faces, sizes, justification, breaks between runs,
/// words and lines, with rounding errors everywhere.
class RandomDocument {
 public:
  explicit RandomDocument(unsigned seed) : random_(seed) { make(); }

  PageBuilder builder;
  std::vector<std::string> expected;  // by page

 private:
  int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

  std::string word() {
    static const std::vector<std::string> kLetters = {
        "а", "б", "в",  "ж", "й", "ё", "щ", "Ц", "Ю", "a",   "f", "i", "W", "0", "7",
        "(", ")", "\\", ".", "№", "§", "«", "»", "—", "₽", "&", "<", "%", "α", "ő"};
    std::string result;
    for (int i = upTo(11); i >= 0; --i) {
      result += kLetters[static_cast<std::size_t>(upTo(static_cast<int>(kLetters.size()) - 1))];
    }
    return result;
  }

  void chooseLook() {
    static const char* const kFamilies[] = {"Tinos", "PT Serif", "Arimo", "DejaVu Sans"};
    builder.face(kFamilies[upTo(upTo(3))], upTo(3) == 0, upTo(5) == 0);
    builder.size(8 + upTo(20) * 0.5);
    builder.spaceExtra(Length::emu(upTo(60'000) - 9'000));
    if (upTo(6) == 0) builder.color({static_cast<std::uint8_t>(upTo(255)), 0, 0});
  }

  void make() {
    for (int page = upTo(3); page >= 0; --page) {
      builder.page();
      std::string text;
      auto element = builder.element(StructureType::paragraph);
      for (int line = 0; line < 20; ++line) {
        if (upTo(2) == 0) element = builder.element(StructureType::paragraph);
        if (upTo(2) == 0) chooseLook();
        addLine(element, 60 + 36 * line, text);
      }
      expected.push_back(text);
    }
  }

  void addLine(pages::ElementId element, double y, std::string& text) {
    std::string first = word() + ' ';
    builder.text(element, 40 + upTo(1000) / 97.0, y, first);
    text += (text.empty() ? "" : " ") + first.substr(0, first.size() - 1);
    for (int i = upTo(3); i > 0; --i) {
      const std::string next = word();
      if (upTo(4) == 0) chooseLook();
      builder.more(next + ' ');
      text += ' ' + next;
    }
  }

  std::mt19937 random_;
};

std::string write(const pages::Pages& pages, Level level) {
  return Writer().write(pages, {level, Moment{}, {}});
}

class RandomPages : public testing::TestWithParam<int> {};

// What a reader extracts page by page is what went in.
TEST_P(RandomPages, TextInIsTextOut) {
  const RandomDocument document(static_cast<unsigned>(GetParam()));
  const Level level = GetParam() % 3 == 0 ? Level::b1 : Level::a2a;
  const std::string text =
      pdf_test::runOn(write(document.builder.pages, level), "pdftotext -raw {} -");
  std::size_t begin = 0;
  for (const std::string& expected : document.expected) {
    const std::size_t end = text.find('\f', begin);
    EXPECT_EQ(pdf_test::words(text.substr(begin, end - begin)), expected);
    begin = end + 1;
  }
}

// Every glyph stands within a thousandth of its size and a hundredth of a point from where the
// pages want it, at the end of a line as well as at its beginning.
TEST_P(RandomPages, GlyphsStandWhereThePagesPutThem) {
  const RandomDocument document(static_cast<unsigned>(GetParam()));
  const pages::Pages& pages = document.builder.pages;
  const pdf_test::ReadPdf read(write(pages, Level::a2a));
  ASSERT_EQ(read.contents.size(), pages.pages.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const pages::Page& page = pages.pages[i];
    auto shown = read.contents[i].glyphs.begin();
    for (const pages::TextRun& run : page.runs) {
      Length x = run.x;
      for (std::uint32_t k = 0; k < run.glyphCount; ++k, ++shown) {
        const pages::Glyph& glyph = page.glyphs[run.firstGlyph + k];
        ASSERT_NE(shown, read.contents[i].glyphs.end());
        if (glyph.id == 0) {
          ASSERT_NE(shown->code, 0) << "a missing character is shown as a replacement";
        } else {
          ASSERT_EQ(shown->code, glyph.id);
        }
        ASSERT_EQ(shown->font, "/F" + std::to_string(run.face));
        ASSERT_NEAR(shown->size, run.size.toPt(), 0.0051);
        ASSERT_NEAR(shown->x, x.toPt(), run.size.toPt() / 1000 + 0.0051);
        ASSERT_NEAR(shown->y, (page.height - run.y).toPt(), 0.0051);
        x += Length::emu(glyph.advance);
      }
    }
    EXPECT_EQ(shown, read.contents[i].glyphs.end()) << "more glyphs than the page has";
  }
}

/// Adds pictures, shapes, links and an outline to a random document, anywhere on its pages.
void decorate(PageBuilder& builder, unsigned seed) {
  std::mt19937 random(seed);
  const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  const int pages = static_cast<int>(builder.pages.pages.size());
  for (int i = upTo(3); i >= 0; --i) {
    const int width = 1 + upTo(20), height = 1 + upTo(20), channels = upTo(1) == 0 ? 1 : 3;
    builder.pages.pictures.push_back(upTo(2) == 0
                                         ? pdf_test::clearPicture(width, height, channels)
                                         : pdf_test::picture(width, height, channels, upTo(250)));
  }
  builder.pages.pictures.push_back(pdf_test::jpegPicture());
  const int pictures = static_cast<int>(builder.pages.pictures.size());
  for (pages::Page& page : builder.pages.pages) {
    std::swap(page, builder.pages.pages.back());  // the builder works on the last one
    const auto figure = builder.element(StructureType::figure);
    builder.pages.structure.back().alternative = "Figure";
    for (int i = upTo(3); i > 0; --i) {
      builder.image(upTo(2) == 0 ? pages::kArtifact : figure, upTo(500), upTo(800), upTo(99),
                    upTo(99), static_cast<std::uint32_t>(upTo(pictures - 1)));
    }
    for (int i = upTo(5); i > 0; --i) {
      std::string steps = "M 5 5";
      for (int k = upTo(9); k > 0; --k) {
        steps += upTo(2) == 0 ? " C" : " L";
        const int numbers = steps.back() == 'C' ? 6 : 2;
        for (int n = 0; n < numbers; ++n) steps += ' ' + std::to_string(upTo(60000) / 97.0);
        if (upTo(4) == 0) steps += " Z";
      }
      image::Path path = pdf_test::path(steps);
      path.evenOdd = upTo(1) == 0;
      if (upTo(2) == 0) path.fill.reset();
      if (upTo(1) == 0) path.stroke = image::Color{static_cast<std::uint8_t>(upTo(255)), 9, 9};
      path.strokeWidth = Length::emu(upTo(60'000));
      for (int k = upTo(3); k > 0; --k) path.dashes.push_back(Length::emu(upTo(90'000)));
      builder.shape(upTo(2) == 0 ? pages::kArtifact : figure, path);
    }
    for (int i = upTo(3); i > 0; --i) {
      const auto type = upTo(1) == 0 ? StructureType::link : StructureType::reference;
      builder.link(builder.element(type), upTo(500), upTo(800), upTo(99), upTo(20),
                   static_cast<std::uint32_t>(upTo(pages - 1)), "Link");
    }
    for (int i = upTo(3); i > 0; --i) {
      builder.pages.outline.push_back({"Item", 1 + upTo(4),
                                       static_cast<std::uint32_t>(upTo(pages - 1)),
                                       Length::pt(upTo(800))});
    }
    if (upTo(1) == 0) page.label = std::to_string(1 + upTo(5));
    std::swap(page, builder.pages.pages.back());
  }
}

// Pictures and links change nothing of the text, and the file is sound.
TEST_P(RandomPages, WithPicturesShapesAndLinksAreSound) {
  RandomDocument document(static_cast<unsigned>(GetParam()));
  decorate(document.builder, static_cast<unsigned>(GetParam()));
  const pages::Pages& pages = document.builder.pages;
  for (const Level level : {Level::a2a, Level::b1}) {
    const std::string pdf = write(pages, level);
    EXPECT_EQ(write(pages, level), pdf);
    const std::string report = pdf_test::runOn(pdf, "qpdf --check {}");
    EXPECT_NE(report.find("No syntax or stream encoding errors found"), std::string::npos);
    EXPECT_EQ(report.find("WARNING"), std::string::npos) << report;
    std::string expected;
    for (const std::string& page : document.expected) expected += page + ' ';
    expected.pop_back();
    EXPECT_EQ(pdf_test::words(pdf_test::runOn(pdf, "pdftotext -raw {} -")), expected);
  }
}

// What the structure tree says of content and annotations is what the pages hold.
TEST_P(RandomPages, TagsLeadToEverythingShown) {
  RandomDocument document(static_cast<unsigned>(GetParam()));
  decorate(document.builder, static_cast<unsigned>(GetParam()));
  const pages::Pages& pages = document.builder.pages;
  const pdf_test::ReadPdf read(write(pages, Level::a2a));
  std::size_t links = 0, found = 0;
  for (const pages::Page& page : pages.pages) links += page.links.size();
  std::vector<std::pair<int, int>> referred, shown;
  for (const auto& element : read.elements) {
    found += element.annotations.size();
    referred.insert(referred.end(), element.content.begin(), element.content.end());
  }
  EXPECT_EQ(found, links);
  for (std::size_t i = 0; i < read.contents.size(); ++i) {
    EXPECT_TRUE(read.contents[i].isBalanced);
    EXPECT_EQ(read.contents[i].paintedOutside, 0);
    EXPECT_EQ(read.contents[i].objects.size(), pages.pages[i].images.size());
    for (const int mcid : read.contents[i].mcids) shown.emplace_back(static_cast<int>(i), mcid);
  }
  std::sort(referred.begin(), referred.end());
  EXPECT_EQ(referred, shown);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomPages, testing::Range(1, kSeeds + 1));

}  // namespace
}  // namespace chancery::pdf
