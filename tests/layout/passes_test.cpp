// Documents that show numbers of their pages are laid out more than once; what does not change is
// laid out once. Each must look like the same document with the numbers written down.
#include <gtest/gtest.h>

#include "build.h"
#include "chart/chart.h"
#include "pages/pages.h"

namespace chancery::layout {
namespace {

using Texts = std::vector<std::string>;
using Field = format::Run::Field;

class PassesTest : public testing::Test {
 protected:
  format::Document document = test::document();
  test::Laid laid;

  // Pages of ten lines. The text begins with the number of pages.
  PassesTest() {
    test::addSection(document, 4000, 2760);
    add("").runs = {count()};
  }
  static format::Run count() {
    format::Run run;
    run.field = Field::pageCount;
    return run;
  }
  std::vector<format::Block>& blocks() { return document.sections[0].blocks; }
  format::Paragraph& add(std::string text, int style = 0) {
    blocks().emplace_back(test::paragraph(std::move(text), style));
    return std::get<format::Paragraph>(blocks().back());
  }
  void addLines(int lines) {
    for (int i = 0; i < lines; ++i) add("строка");
  }

  static void state(format::Paragraph& paragraph, const std::string& number) {
    for (format::Run& run : paragraph.runs) {
      if (run.field == Field::pageCount) run = {number, {}, {}, {}};
    }
  }
  static void state(std::vector<format::Block>& blocks, const std::string& number) {
    for (format::Block& block : blocks) {
      if (auto* paragraph = std::get_if<format::Paragraph>(&block)) state(*paragraph, number);
      auto* table = std::get_if<format::Table>(&block);
      if (!table) continue;
      for (format::Row& row : table->rows) {
        for (format::Cell& cell : row.cells) state(cell.blocks, number);
      }
    }
  }

  // Lays the document out, and its twin in which `number` stands in place of every field.
  void expectAsStated(const std::string& number) {
    laid = test::layout(document);
    EXPECT_EQ(std::to_string(laid.result.resolved.pageCount), number);
    format::Document stated = document;
    state(stated.sections[0].blocks, number);
    const test::Laid other = test::layout(stated);
    EXPECT_EQ(pages::dump(laid.result.pages), pages::dump(other.result.pages));
    EXPECT_EQ(laid.result.resolved.columnWidths, other.result.resolved.columnWidths);
    EXPECT_EQ(test::codes(laid.diagnostics), test::codes(other.diagnostics));
    expectResolvedAlike();
  }

  // What a DOCX needs is the same without pages, and so is what the user is told.
  void expectResolvedAlike() {
    Engine engine(test::library());
    Diagnostics diagnostics;
    const format::Resolved resolved = engine.resolve(document, {}, diagnostics);
    const format::Resolved& whole = laid.result.resolved;
    EXPECT_EQ(resolved.pageCount, whole.pageCount);
    EXPECT_EQ(resolved.columnWidths, whole.columnWidths);
    EXPECT_EQ(resolved.bookmarkPages, whole.bookmarkPages);
    EXPECT_EQ(resolved.sectionPageCounts, whole.sectionPageCounts);
    EXPECT_EQ(resolved.objectSizes, whole.objectSizes);
    EXPECT_EQ(resolved.groupBreaks, whole.groupBreaks);
    EXPECT_EQ(test::codes(diagnostics), test::codes(laid.diagnostics));
  }
};

TEST_F(PassesTest, ParagraphsAndListsStayAsTheyWere) {
  const int justified = test::addStyle(document);
  document.styles.back().align = format::Align::justify;
  document.styles.back().text.bold = true;
  for (int i = 0; i < 8; ++i) add("Слова, которым нужны две строки, и ещё несколько", justified);
  blocks().emplace_back(test::item("1)", "первый пункт"));
  blocks().emplace_back(test::item("2)", "второй пункт"));
  add("");
  add("конец");
  expectAsStated("3");
}

TEST_F(PassesTest, NumbersInCellsMoveTheColumns) {
  format::Table& table = test::addTable(document, blocks(), 2);
  table.rows.push_back(
      test::row({"", "слова, которые ломаются по-своему, как только места меньше"}));
  table.rows.push_back(test::row({"а", "б"}));
  table.rows[0].cells[0].blocks.emplace_back(test::paragraph(""));
  std::get<format::Paragraph>(table.rows[0].cells[0].blocks[0]).runs = {count(), {"/"}, count()};
  addLines(100);
  expectAsStated("11");
}

TEST_F(PassesTest, TablesStayAsTheyWere) {
  format::Table& table = test::addTable(document, blocks(), 2);
  for (int i = 0; i < 12; ++i) {
    table.rows.push_back(test::row({"", "слово за словом и так далее, пока не кончится строка"}));
  }
  format::Table inner;
  inner.columns.resize(1);
  inner.index = document.tableCount++;
  inner.rows.push_back(test::row({"внутри"}));
  table.rows[3].cells[0].blocks.emplace_back(inner);
  table.rows[3].cells[0].blocks.emplace_back(test::paragraph("и после"));
  expectAsStated("3");
}

// The second word of three is a hieroglyph that the face lacks; the last one is wider than the
// page.
TEST_F(PassesTest, FindingsAreToldOnceAndInTheirOrder) {
  addLines(3);
  add("слово 水 слово");
  add("снова 水");
  document.styles.push_back(document.styles[0]);
  document.styles.back().text.pdfFamily = "Нет такого";
  add("другим шрифтом", 1);
  add("и ещё", 1);
  add(std::string(60, 'w'));
  format::Table& table = test::addTable(document, blocks(), 1);
  table.width = Length::twips(500);
  table.rows.push_back(test::row({"неразрываемо"}));
  expectAsStated("2");
  EXPECT_EQ(test::codes(laid.diagnostics), (Texts{"N122", "N120", "L111", "L112", "L111"}));
}

TEST_F(PassesTest, NotesAndObjectsAreSetAnew) {
  addLines(3);
  format::Paragraph noted = test::paragraph("со сноской");
  test::addNote(document, noted, "Текст сноски.");
  blocks().emplace_back(noted);
  format::Paragraph shown = test::paragraph("");
  test::addObject(document, shown, 5000, 1000);  // wider than the page
  blocks().emplace_back(shown);
  expectAsStated("1");
  EXPECT_EQ(laid.result.resolved.objectSizes.at(0).width, Length::twips(4000));
}

TEST_F(PassesTest, GroupsContinueAlike) {
  format::Table& table = test::addTable(document, blocks(), 2);
  for (int i = 0; i < 14; ++i) table.rows.push_back(test::row({"слово"}));
  format::Cell label = test::cell("Раздел");
  label.rowSpan = 14;
  label.repeatLabel = true;
  table.rows[0].cells.insert(table.rows[0].cells.begin(), label);
  expectAsStated("2");
  EXPECT_EQ(laid.result.resolved.groupBreaks.size(), 1u);
}

// Without pages nothing is drawn, but what labels lack is told.
TEST_F(PassesTest, LabelsOfChartsAreLookedAt) {
  chart::Chart chart;
  chart.categories = {"水", "б"};
  chart.series.push_back({"Школ", {"3", "5"}});
  test::addObject(document, add(""), 3000, 2000);
  document.objects[0].content = std::make_shared<const chart::Chart>(chart);
  expectAsStated("1");
  EXPECT_EQ(laid.diagnostics.all().size(), 1u);
}

TEST_F(PassesTest, TooManyPagesAreToldOnce) {
  addLines(30);
  laid = test::layout(document, {.pages = 2});
  EXPECT_EQ(test::codes(laid.diagnostics), Texts{"L101"});
}

}  // namespace
}  // namespace chancery::layout
