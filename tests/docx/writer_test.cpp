#include "docx/writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/utf8.h"
#include "docx/features.h"
#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::cell;
using sample::paragraph;
using sample::row;

/// Parts and their trees as one text.
std::string dump(const std::string& docx) {
  std::string out;
  for (const auto& [name, bytes] : test::unpack(docx)) {
    out += "== " + name + "\n";
    if (name.ends_with(".png")) continue;
    if (name.ends_with(".svg")) continue;
    out += name.ends_with(".xlsx") ? dump(bytes) : test::canonical(test::parse(bytes));
  }
  return out;
}

// CHANCERY_UPDATE_GOLDENS=1 rewrites the expectation.
void expectGolden(const std::string& actual, const std::string& name) {
  const std::filesystem::path path =
      std::filesystem::path(CHANCERY_PROJECT_DIR) / "tests/docx/golden" / name;
  if (std::getenv("CHANCERY_UPDATE_GOLDENS") != nullptr) writeFile(path, actual);
  EXPECT_EQ(findFile(path, 1u << 20).value_or(""), actual);
}

TEST(DocxWriter, EverythingAsGolden) {
  expectGolden(dump(test::packed(sample::everything())), "everything.txt");
}

TEST(DocxWriter, FeaturesAsGolden) {
  const format::Document document = sample::features();
  const format::Resolved resolved = sample::resolveFeatures(document);
  expectGolden(dump(write(document, resolved, {*parseMoment("2026-06-05T09:30:15Z")})),
               "features.txt");
}

TEST(DocxWriter, AWriterKeepsNothingThatShows) {
  const Writer writer;
  const format::Document one = sample::everything();
  const format::Document two = sample::features();
  const format::Resolved ones = sample::resolve(one);
  const format::Resolved twos = sample::resolveFeatures(two);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(writer.write(one, ones, {}), write(one, ones, {}));
    EXPECT_EQ(writer.write(two, twos, {}), write(two, twos, {}));
  }
}

TEST(DocxWriter, TheSmallestDocumentAsGolden) {
  format::Document document;
  document.sections.emplace_back();
  expectGolden(dump(write(document, {}, {})), "smallest.txt");
}

TEST(DocxWriter, EqualInputGivesEqualBytes) {
  EXPECT_EQ(test::packed(sample::everything()), test::packed(sample::everything()));
}

TEST(DocxWriter, NothingButTheTimeDependsOnTheMoment) {
  const format::Document document = sample::everything();
  const format::Resolved resolved = sample::resolve(document);
  auto one = test::unpack(write(document, resolved, {*parseMoment("2026-01-01T00:00:00Z")}));
  auto two = test::unpack(write(document, resolved, {*parseMoment("2030-12-31T23:59:59Z")}));
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].second == two[i].second, one[i].first != "docProps/core.xml") << one[i].first;
  }
}

TEST(DocxWriter, ABigTableStaysBigAndWhole) {
  format::Document document = sample::document();
  std::vector<format::Row> rows;
  for (int i = 0; i < 2000; ++i) {
    rows.push_back(row({cell(std::to_string(i)), cell("Мероприятие"), cell("срок")}));
  }
  document.sections[0].blocks = {sample::table(document, 3, rows)};
  const test::Node body = test::body(document);
  const auto cells = body.all("w:tc");
  ASSERT_EQ(cells.size(), 6000u);
  EXPECT_EQ(test::textOf(cells[5997]->child("w:p")), "1999");
}

/// What of a text may stand in XML, as a reader gets it back.
std::string allowed(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool control = c < 0x20 && c != '\t' && c != '\n';
    if (!control && c != 0xFFFE && c != 0xFFFF) utf8::append(out, c);
  }
  return out;
}

/// Characters that break careless writers, and any others.
rc::Gen<std::string> hostileText() {
  const auto special = rc::gen::elementOf(std::vector<char32_t>{
      U'<',   U'>',   U'&',    U'"',   U'\'',  U']',    U' ',    U'\n',  U'\t',
      U'\r',  U'\0',  U'\x1B', 0x7F,   0x85,   0xA0,    0xAD,    0x2028, 0x202E,
      0xFEFF, 0xFFFD, 0xFFFE,  0xFFFF, 0xF000, 0x1F600, 0x10FFFF});
  const auto letter = rc::gen::map(rc::gen::inRange<int>(0x20, 0xD7FF),
                                   [](int c) { return static_cast<char32_t>(c); });
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(special, letter)),
                      [](const std::vector<char32_t>& characters) {
                        std::string text;
                        for (const char32_t c : characters) utf8::append(text, c);
                        return text;
                      });
}

TEST(DocxWriter, TextInIsTextOut) {
  const bool holds = rc::check("what goes in comes out, in paragraphs and in cells", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(3, hostileText());
    format::Document document = sample::document();
    for (format::ParagraphStyle& style : document.styles) {
      for (int i = 1; i < 500; ++i) style.tabs.push_back({Length::twips(i)});
    }
    document.title = pieces[0];
    format::Paragraph first = paragraph("");
    for (const std::string& piece : pieces) first.runs.push_back(sample::run(piece));
    first.runs[1] = sample::bold(pieces[1]);
    document.sections[0].blocks = {first, sample::table(document, 1, {row({cell(pieces[2])})}),
                                   paragraph(pieces[1])};
    const std::string docx = test::packed(document);
    const test::Node body = test::parse(test::part(docx, "word/document.xml")).child("w:body");
    const auto paragraphs = body.all("w:p");
    RC_ASSERT(paragraphs.size() == 3u);
    RC_ASSERT(test::textOf(*paragraphs[0]) == allowed(pieces[0] + pieces[1] + pieces[2]));
    RC_ASSERT(test::textOf(*paragraphs[1]) == allowed(pieces[2]));
    RC_ASSERT(test::textOf(*paragraphs[2]) == allowed(pieces[1]));
    const test::Node core = test::parse(test::part(docx, "docProps/core.xml"));
    std::string title;
    for (const test::Node& piece : core.child("dc:title").children) title += piece.text;
    RC_ASSERT(title == allowed(pieces[0]));
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace chancery::docx
