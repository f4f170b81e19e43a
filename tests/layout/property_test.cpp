#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "build.h"

namespace chancery::layout {
namespace {

const char* const kWords[] = {"О",
                              "приказ",
                              "№\u00A05",
                              "«Школа»",
                              "2021-2023",
                              "и/или",
                              "(далее",
                              "–",
                              "школ).",
                              "ОУ,",
                              "научно-практическая",
                              "муниципального",
                              "общеобразовательных",
                              "а☎б",
                              "обра\u00ADзец"};

std::string someText(int most) {
  std::string text;
  const int count = *rc::gen::inRange(0, most);
  for (int i = 0; i < count; ++i) {
    if (i > 0) text += *rc::gen::inRange(0, 12) == 0 ? '\n' : ' ';
    text += kWords[*rc::gen::inRange(0, 15)];
  }
  return text;
}

std::vector<format::Block> someBlocks(format::Document& document, int most, int depth);

format::Run fieldRun(format::Run::Field field, int index, int link) {
  format::Run run;
  run.field = field;
  run.index = index;
  run.link = link;
  return run;
}

// A link, a reference, a picture, raised text or a footnote at a paragraph's end.
void addFeature(format::Document& document, format::Paragraph& paragraph) {
  const int bookmark = *rc::gen::inRange(0, 3);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      paragraph.runs.push_back({" ссылка "});
      paragraph.runs.back().link = bookmark;
      break;
    case 1:
      paragraph.runs.push_back(fieldRun(format::Run::Field::pageOf, bookmark, bookmark));
      break;
    case 2:
      test::addObject(document, paragraph, *rc::gen::inRange(50, 14000),
                      *rc::gen::inRange(50, 12000));
      break;
    case 3: {
      format::TextStyle style = document.styles[0].text;
      style.raise = *rc::gen::element(format::Raise::superscript, format::Raise::subscript);
      paragraph.runs.push_back({"выше", style});
      break;
    }
    case 4:
      test::addNote(document, paragraph, someText(*rc::gen::inRange(2, 60)));
      break;
    case 5:
      if (paragraph.bookmark < 0) paragraph.bookmark = bookmark;
      paragraph.pageBreakBefore = *rc::gen::inRange(0, 4) == 0;
      break;
  }
}

format::Table someTable(format::Document& document, int depth) {
  format::Table table;
  table.index = document.tableCount++;
  const int columns = *rc::gen::inRange(1, 5);
  table.columns.resize(static_cast<std::size_t>(columns));
  table.border = Length::twips(*rc::gen::inRange(0, 2) * 10);
  table.paddingX = Length::twips(*rc::gen::inRange(0, 2) * 85);
  const int rows = *rc::gen::inRange(1, 7);
  std::vector<int> covered(static_cast<std::size_t>(columns), 0);
  for (int r = 0; r < rows; ++r) {
    format::Row row;
    row.repeat = r == 0 && *rc::gen::inRange(0, 2) == 0;
    row.split = *rc::gen::inRange(0, 3) > 0;
    row.keepWithNext = *rc::gen::inRange(0, 5) == 0;
    for (int c = 0; c < columns;) {
      if (covered[static_cast<std::size_t>(c)] > 0) {
        --covered[static_cast<std::size_t>(c++)];
        continue;
      }
      format::Cell cell;
      cell.blocks = someBlocks(document, 3, depth + 1);
      cell.repeatLabel = *rc::gen::inRange(0, 3) == 0;
      cell.verticalAlign = *rc::gen::element(
          format::VerticalAlign::top, format::VerticalAlign::center, format::VerticalAlign::bottom);
      cell.rowSpan = row.repeat ? 1 : *rc::gen::inRange(1, std::min(rows - r, 3) + 1);
      covered[static_cast<std::size_t>(c++)] = cell.rowSpan - 1;
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<format::Block> someBlocks(format::Document& document, int most, int depth) {
  std::vector<format::Block> blocks;
  const int count = *rc::gen::inRange(0, most);
  for (int i = 0; i < count; ++i) {
    if (depth < 3 && *rc::gen::inRange(0, 5) == 0) {
      blocks.emplace_back(someTable(document, depth));
    } else if (!document.bookmarks.empty() && *rc::gen::inRange(0, 12) == 0) {
      format::Contents contents;
      for (int line = *rc::gen::inRange(0, 4); line > 0; --line) {
        contents.lines.push_back(test::paragraph(someText(9) + "\t", 3));
        contents.lines.back().runs.push_back(fieldRun(format::Run::Field::pageOf, 0, 0));
      }
      blocks.emplace_back(std::move(contents));
    } else {
      format::Paragraph paragraph = test::paragraph(someText(25), *rc::gen::inRange(0, 3));
      paragraph.keepWithNext = *rc::gen::inRange(0, 6) == 0;
      paragraph.keepLines = *rc::gen::inRange(0, 6) == 0;
      if (!document.bookmarks.empty() && *rc::gen::inRange(0, 4) == 0) {
        addFeature(document, paragraph);
      }
      blocks.emplace_back(std::move(paragraph));
    }
  }
  return blocks;
}

enum class Features { none, all };

format::Document someDocument(Features features = Features::all) {
  format::Document document = test::document();
  test::addStyle(document);
  document.styles.back().align = format::Align::justify;
  document.styles.back().before = Length::twips(60);
  document.styles.back().spacing.multiple240 = 276;
  test::addStyle(document);
  document.styles.back().text.size = Length::pt(9);
  document.styles.back().firstLine = Length::twips(300);
  document.styles.back().after = Length::twips(90);
  test::addStyle(document);
  document.styles.back().tabs = {{Length::twips(900), format::Align::left},
                                 {Length::twips(2500), format::Align::right, true}};
  document.footnoteStyle = document.styles[2];
  document.footnoteRule = Length::twips(1000);
  if (features == Features::all) document.bookmarks = {{"a"}, {"b"}, {"c"}};
  test::addSection(document, *rc::gen::inRange(3000, 12000), *rc::gen::inRange(1500, 9000));
  document.sections[0].left = document.sections[0].bottom = Length::twips(100);
  auto blocks = someBlocks(document, 9, 0);
  document.sections[0].blocks = std::move(blocks);
  if (*rc::gen::inRange(0, 3) == 0) document.sections[0].footer = test::paragraph("низ\tстр.", 3);
  document.mirrorMargins = *rc::gen::inRange(0, 2) == 0;
  return document;
}

// All text that is to be seen, by cells and paragraphs in any order: a split row's cells come
// apart.
void gather(const format::Paragraph& paragraph, const std::vector<int>& bookmarkPages,
            std::string& text) {
  for (const format::Run& run : paragraph.runs) {
    text += run.text;
    if (run.field != format::Run::Field::pageOf) continue;
    const int page = bookmarkPages.at(static_cast<std::size_t>(run.index));
    text += page > 0 ? std::to_string(page) : "–";
  }
}
void gather(const std::vector<format::Block>& blocks, const std::vector<int>& bookmarkPages,
            std::string& text) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      gather(*paragraph, bookmarkPages, text);
    } else if (const auto* contents = std::get_if<format::Contents>(&block)) {
      for (const format::Paragraph& line : contents->lines) gather(line, bookmarkPages, text);
    } else {
      for (const format::Row& row : std::get<format::Table>(block).rows) {
        for (const format::Cell& cell : row.cells) gather(cell.blocks, bookmarkPages, text);
      }
    }
  }
}
void gather(const format::Document& document, const std::vector<int>& bookmarkPages,
            std::string& text) {
  gather(document.sections[0].blocks, bookmarkPages, text);
  for (const format::Footnote& note : document.footnotes) {
    text += note.label;
    for (const format::Paragraph& paragraph : note.paragraphs)
      gather(paragraph, bookmarkPages, text);
  }
}

std::string sortedWithoutSpaces(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](char c) { return c == ' ' || c == '\n' || c == '\t'; }),
             text.end());
  std::sort(text.begin(), text.end());
  return text;
}

// Prints the seed when it fails (RC_PARAMS="seed=…" runs it again).
template <typename Property>
void holds(const char* name, Property property) {
  EXPECT_TRUE(rc::check(name, property));
}

TEST(LayoutProperties, NoTextIsLost) {
  holds("every character of the document is on a page, once", [] {
    const format::Document document = someDocument();
    const auto laid = test::layout(document);
    const auto codes = test::codes(laid.diagnostics);
    RC_PRE(std::count(codes.begin(), codes.end(), "L116") == 0);
    std::string stated;
    gather(document, laid.result.resolved.bookmarkPages, stated);
    RC_ASSERT(sortedWithoutSpaces(test::allText(laid.result.pages)) == sortedWithoutSpaces(stated));
  });
}

TEST(LayoutProperties, NothingIsOutsideItsPage) {
  holds("glyphs stand between the edges of the page", [] {
    const format::Document document = someDocument();
    const auto laid = test::layout(document);
    const auto codes = test::codes(laid.diagnostics);
    const bool squeezed = std::count(codes.begin(), codes.end(), "L112") > 0;
    RC_LOG() << format::dump(document) << pages::dump(laid.result.pages);
    for (const pages::Page& page : laid.result.pages.pages) {
      for (const pages::TextRun& run : page.runs) {
        // Spaces at a line's end hang out.
        const std::string text = page.text.substr(run.textOffset, run.textLength);
        if (text.find_first_not_of(' ') == std::string::npos) continue;
        RC_ASSERT(run.x >= Length());
        RC_ASSERT(run.y > Length());
        RC_ASSERT(run.y <= page.height);
        RC_ASSERT(squeezed || run.x <= page.width);
      }
      for (const pages::Image& image : page.images) {
        RC_ASSERT(image.x >= Length());
        RC_ASSERT(image.y >= Length());
        RC_ASSERT(squeezed || image.x + image.width <= page.width);
        RC_ASSERT(image.y + image.height <= page.height);
      }
      for (const pages::Link& link : page.links) {
        RC_ASSERT(link.page < laid.result.pages.pages.size());
      }
    }
  });
}

TEST(LayoutProperties, RunsCoverTheirPagesGlyphsAndText) {
  holds("runs follow each other without gaps", [] {
    const auto laid = test::layout(someDocument());
    for (const pages::Page& page : laid.result.pages.pages) {
      std::uint32_t glyphs = 0, text = 0;
      for (const pages::TextRun& run : page.runs) {
        RC_ASSERT(run.firstGlyph == glyphs);
        RC_ASSERT(run.textOffset == text);
        glyphs += run.glyphCount;
        text += run.textLength;
      }
      RC_ASSERT(glyphs == page.glyphs.size());
      RC_ASSERT(text == page.text.size());
    }
  });
}

TEST(LayoutProperties, ContentHangsOnLeaves) {
  holds("no element with children has text; parents stand before children", [] {
    const auto laid = test::layout(someDocument());
    const auto& structure = laid.result.pages.structure;
    std::vector<bool> hasChildren(structure.size(), false);
    for (std::size_t i = 1; i < structure.size(); ++i) {
      RC_ASSERT(structure[i].parent >= 0);
      RC_ASSERT(static_cast<std::size_t>(structure[i].parent) < i);
      hasChildren[static_cast<std::size_t>(structure[i].parent)] = true;
    }
    for (const pages::Page& page : laid.result.pages.pages) {
      for (const pages::TextRun& run : page.runs) {
        if (run.element == pages::kArtifact) continue;
        RC_ASSERT(!hasChildren[static_cast<std::size_t>(run.element)]);
      }
    }
  });
}

TEST(LayoutProperties, LayoutIsDeterministic) {
  holds("two engines, and one engine twice, give the same pages", [] {
    const format::Document document = someDocument();
    const format::Document other = someDocument();
    Engine engine(test::library());
    Diagnostics diagnostics;
    const std::string first = pages::dump(engine.layout(document, {}, diagnostics).pages);
    engine.layout(other, {}, diagnostics);
    RC_ASSERT(pages::dump(engine.layout(document, {}, diagnostics).pages) == first);
    RC_ASSERT(pages::dump(test::layout(document).result.pages) == first);
  });
}

TEST(LayoutProperties, ASectionDoesNotTouchTheNext) {
  holds("the pages of a document are those of its sections", [] {
    format::Document document = someDocument(Features::none);
    const auto alone = test::layout(document);
    document.sections.push_back(document.sections[0]);
    const auto both = test::layout(document);
    const std::size_t count = alone.result.pages.pages.size();
    RC_ASSERT(both.result.pages.pages.size() == 2 * count);
    for (std::size_t i = 0; i < count; ++i) {
      RC_ASSERT(both.result.pages.pages[i].text == alone.result.pages.pages[i].text);
      RC_ASSERT(both.result.pages.pages[count + i].text == alone.result.pages.pages[i].text);
    }
  });
}

TEST(LayoutProperties, ColumnsAddUp) {
  holds("edges grow, and the widths of a table by content fill its place", [] {
    const format::Document document = someDocument();
    const auto laid = test::layout(document);
    for (const format::Block& block : document.sections[0].blocks) {
      const auto* table = std::get_if<format::Table>(&block);
      if (!table) continue;
      Length sum;
      for (const Length width :
           laid.result.resolved.columnWidths[static_cast<std::size_t>(table->index)]) {
        RC_ASSERT(width > Length());
        sum += width;
      }
      RC_ASSERT(sum == document.sections[0].pageWidth - Length::twips(100));
    }
  });
}

}  // namespace
}  // namespace chancery::layout
