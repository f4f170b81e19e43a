#include "support/formatting.h"

namespace chancery::format {
namespace {

using Tables = testing::Formatting;

const Table& tableOf(const Document& document) {
  for (const Block& block : document.sections[0].blocks) {
    if (const auto* table = std::get_if<Table>(&block)) return *table;
  }
  throw std::logic_error("no table");
}

TEST_F(Tables, CaptionAboveAndSourceBelow) {
  EXPECT_EQ(blocksOf("<table title=\"План\"><column/><row><cell>а</cell></row><source>Источник: <i>б</i></source></table>"
                     "<p>в</p>"),
            "    TableCaption caption keep-next \"Таблица\u00a01\u00a0– План\"\n"
            "    table 0 auto\n"
            "      row keep-next\n        cell\n          TableText \"а\"\n"
            "    TableNoteAfterTable \"Источник:\" i\" б\"\n"
            "    BodyText \"в\"\n");
}

TEST_F(Tables, HeadersOfSeveralLevels) {
  EXPECT_EQ(blocksOf("<table><column>№</column><column>2026<column>план<column>I</column><column>II</column>"
                     "</column><column>факт</column></column>"
                     "<column-number>1</column-number><column-number>2</column-number><column-number>3</column-number>"
                     "<column-number>4</column-number>"
                     "<row><cell>1</cell><cell>2</cell><cell>3</cell><cell>4</cell></row></table>"),
            "    table 0 auto auto auto auto\n"
            "      row repeat keep-next\n"
            "        header-cell rows 3 middle\n          TableHeader \"№\"\n"
            "        header-cell columns 3 middle\n          TableHeader \"2026\"\n"
            "      row repeat keep-next\n"
            "        header-cell columns 2 middle\n          TableHeader \"план\"\n"
            "        header-cell rows 2 middle\n          TableHeader \"факт\"\n"
            "      row repeat keep-next\n"
            "        header-cell middle\n          TableHeader \"I\"\n"
            "        header-cell middle\n          TableHeader \"II\"\n"
            "      row repeat keep-next\n"
            "        header-cell middle\n          TableColumnNumber \"1\"\n"
            "        header-cell middle\n          TableColumnNumber \"2\"\n"
            "        header-cell middle\n          TableColumnNumber \"3\"\n"
            "        header-cell middle\n          TableColumnNumber \"4\"\n"
            "      row\n"
            "        cell\n          TableText \"1\"\n        cell\n          TableText \"2\"\n"
            "        cell\n          TableText \"3\"\n        cell\n          TableText \"4\"\n");
}

TEST_F(Tables, ASectionMayRepeatAHeaderOfSeveralLevels) {
  const Table table = tableOf(formatPart(
      "<table><column/><column/><section-row>а<column>б<column>в</column><column>г</column></column></section-row></table>"));
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[1].cells.size(), 1u);
  EXPECT_EQ(table.rows[1].cells[0].columnSpan, 2);
  EXPECT_FALSE(table.rows[1].repeat);
  EXPECT_EQ(table.rows[2].cells.size(), 2u);
}

TEST_F(Tables, RowsAreNumbered) {
  EXPECT_EQ(blocksOf("<table><column number=\"yes\"/><column number=\"section\" align=\"right\"/>"
                     "<section-row>а</section-row><row><cell/><cell/></row><row><cell>2а</cell><cell/></row>"
                     "<section-row>б</section-row><row><cell/><cell/></row><row total=\"yes\"><cell/><cell>Итого</cell></row>"
                     "</table>"),
            "    table 0 auto auto\n"
            "      row\n        cell columns 2\n          TableSection \"а\"\n"
            "      row\n        cell\n          TableText center \"1.\"\n        cell\n          TableText right \"1.\"\n"
            "      row\n        cell\n          TableText center \"2а\"\n        cell\n          TableText right \"2.\"\n"
            "      row\n        cell columns 2\n          TableSection \"б\"\n"
            "      row\n        cell\n          TableText center \"2.\"\n        cell\n          TableText right \"1.\"\n"
            "      row\n        cell\n        cell\n          TableTotal right \"Итого\"\n");
}

TEST_F(Tables, EqualNeighboursAreMergedWithinTheGroupsBefore) {
  const std::string row = "<row><cell>%</cell><cell>%</cell><cell>%</cell></row>";
  std::string rows;
  for (const char* values : {"А1x", "А1x", "А2x", "Б2x", "Б2y"}) {
    std::string text = row;
    const std::string letters(values);
    const std::string parts[] = {letters.substr(0, 2), letters.substr(2, 1), letters.substr(3, 1)};
    for (const std::string& part : parts) text.replace(text.find('%'), 1, part);
    rows += text;
  }
  EXPECT_EQ(blocksOf("<table><column group=\"yes\"/><column group=\"yes\"/><column/>" + rows + "</table>"),
            "    table 0 auto auto auto\n"
            "      row\n        cell rows 3 repeat-label\n          TableText \"А\"\n"
            "        cell rows 2 repeat-label\n          TableText \"1\"\n"
            "        cell\n          TableText \"x\"\n"
            "      row\n        cell\n          TableText \"x\"\n"
            "      row\n        cell\n          TableText \"2\"\n        cell\n          TableText \"x\"\n"
            "      row\n        cell rows 2 repeat-label\n          TableText \"Б\"\n"
            "        cell rows 2 repeat-label\n          TableText \"2\"\n"
            "        cell\n          TableText \"x\"\n"
            "      row\n        cell\n          TableText \"y\"\n");
}

TEST_F(Tables, GroupsEndAtSectionsTotalsAndWhatIsNoPlainText) {
  const auto spans = [&](const std::string& rows) {
    std::string found;
    const Document document =
        formatPart("<table><column group=\"yes\">а</column><column/>" + rows + "</table>");
    for (const Row& row : tableOf(document).rows) {
      found += row.cells.size() == 2 && row.cells[0].rowSpan > 1 ? std::to_string(row.cells[0].rowSpan) : "-";
    }
    return found;
  };
  const std::string a = "<row><cell>а</cell><cell/></row>";
  EXPECT_EQ(spans(a + a), "-2-");  // the header is not merged with what is below it
  EXPECT_EQ(spans(a + a + "<section-row>с</section-row>" + a + a + a), "-2--3--");
  EXPECT_EQ(spans(a + "<row total=\"yes\"><cell>а</cell><cell/></row>" + a), "----");
  EXPECT_EQ(spans("<row><cell/><cell/></row><row><cell/><cell/></row>"), "---");
  EXPECT_EQ(spans(a + "<row><cell>а<note>б</note></cell><cell/></row>" + a), "----");
  EXPECT_EQ(spans(a + "<row><cell columns=\"2\">а</cell></row>" + a + a), "---2-");
  EXPECT_EQ(spans("<row><cell><list><item>а</item></list></cell><cell/></row>"
                  "<row><cell><list><item>а</item></list></cell><cell/></row>"), "---");
}

TEST_F(Tables, VerticalAlignmentOfColumnsAndCells) {
  const Table table = tableOf(formatPart(
      "<table><column vertical-align=\"center\"/><column/><row><cell>а</cell><cell vertical-align=\"bottom\">б</cell></row>"
      "<row><cell vertical-align=\"top\">в</cell><cell>г</cell></row></table>"));
  EXPECT_EQ(table.rows[0].cells[0].verticalAlign, VerticalAlign::center);
  EXPECT_EQ(table.rows[0].cells[1].verticalAlign, VerticalAlign::bottom);
  EXPECT_EQ(table.rows[1].cells[0].verticalAlign, VerticalAlign::top);
  EXPECT_EQ(table.rows[1].cells[1].verticalAlign, VerticalAlign::top);
}

TEST_F(Tables, ColumnsKeepTheirAlignmentBesideCellsFromAbove) {
  const Table table = tableOf(formatPart(
      "<table><column/><column align=\"right\"/><row><cell rows=\"2\">а</cell><cell>1</cell></row>"
      "<row><cell>2</cell></row></table>"));
  EXPECT_EQ(std::get<Paragraph>(table.rows[1].cells[0].blocks[0]).align, Align::right);
}

TEST_F(Tables, RowsSplitAsTheTableSays) {
  const std::string row = "<row><cell>а</cell></row><row split=\"no\"><cell>б</cell></row>";
  const Table split = tableOf(formatPart("<table rows=\"split\"><column/>" + row + "</table>"));
  EXPECT_TRUE(split.rows[0].split);
  EXPECT_FALSE(split.rows[1].split);
  profile_.splitRows = true;
  EXPECT_FALSE(tableOf(formatPart("<table rows=\"whole\"><column/>" + row + "</table>")).rows[0].split);
  EXPECT_TRUE(tableOf(formatPart("<table><column/>" + row + "</table>")).rows[0].split);
}

}  // namespace
}  // namespace chancery::format
