#include <gtest/gtest.h>

#include "docx/body.h"
#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::cell;
using sample::emptyCell;
using sample::paragraph;
using sample::row;
using test::compact;
using test::Node;

constexpr const char* kStay =
    "<w:p><w:pPr><w:spacing w:after=\"0\" w:before=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
    "<w:ind w:firstLine=\"0\" w:left=\"0\" w:right=\"0\"/>"
    "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:pPr></w:p>";

/// A document that holds one table, and what became of it.
struct Made {
  format::Document document = sample::document();
  format::Table table;
  std::vector<std::vector<Length>> widths;

  Made(int columns, std::vector<format::Row> rows)
      : table(sample::table(document, columns, std::move(rows))) {}

  Node written() {
    document.sections[0].blocks = {table, paragraph("после")};
    format::Resolved resolved = sample::resolve(document);
    if (!widths.empty()) resolved.columnWidths = widths;
    const std::string docx = write(document, resolved, {});
    return test::parse(test::part(docx, "word/document.xml")).child("w:body").child("w:tbl");
  }
};

/// Cells of the table, row by row: "text(width,span,merge)".
std::string cellsOf(const Node& table) {
  std::string out;
  for (const Node& tr : table.children) {
    if (tr.name != "w:tr") continue;
    for (const Node& tc : tr.children) {
      if (tc.name != "w:tc") continue;
      const Node& properties = tc.child("w:tcPr");
      for (const Node* p : tc.all("w:p")) out += test::textOf(*p);
      out += "(" + properties.child("w:tcW").attribute("w:w");
      if (properties.has("w:gridSpan")) out += " span " + properties.child("w:gridSpan").val();
      if (properties.has("w:vMerge")) out += " merge " + properties.child("w:vMerge").val();
      out += ") ";
    }
    out += "| ";
  }
  return out;
}

TEST(DocxTables, TableProperties) {
  Made made(2, {row({cell("а"), cell("б")})});
  made.table.left = Length::mm(-2);
  made.table.paddingY = Length::pt(1);
  const std::string line = " w:color=\"auto\" w:space=\"0\" w:sz=\"4\" w:val=\"single\"/>";
  EXPECT_EQ(compact(made.written().child("w:tblPr")),
            "<w:tblPr><w:tblW w:type=\"dxa\" w:w=\"9638\"/><w:tblInd w:type=\"dxa\" w:w=\"-113\"/>"
            "<w:tblBorders><w:top" +
                line + "<w:left" + line + "<w:bottom" + line + "<w:right" + line + "<w:insideH" +
                line + "<w:insideV" + line +
                "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
                "<w:top w:type=\"dxa\" w:w=\"20\"/><w:left w:type=\"dxa\" w:w=\"108\"/>"
                "<w:bottom w:type=\"dxa\" w:w=\"20\"/><w:right w:type=\"dxa\" w:w=\"108\"/>"
                "</w:tblCellMar><w:tblLook w:val=\"0600\"/></w:tblPr>");
}

TEST(DocxTables, BordersAreEighthsOfAPoint) {
  const auto size = [](Length border) {
    Made made(1, {row({cell("а")})});
    made.table.border = border;
    return made.written().child("w:tblPr").child("w:tblBorders").child("w:top").attribute("w:sz");
  };
  EXPECT_EQ(size(Length::pt(1)), "8");
  EXPECT_EQ(size(Length::pt(0.7)), "6");
  EXPECT_EQ(size(Length::pt(0.1)), "2");
  EXPECT_EQ(size(Length::emu(1)), "2");
  EXPECT_EQ(size(Length()), "");
}

TEST(DocxTables, ColumnsAddUpToTheTable) {
  Made made(3, {row({cell("а"), cell("б", 2)})});
  made.widths = {{Length::emu(1000), Length::emu(1000), Length::emu(1000)}};
  Node table = made.written();
  std::string grid;
  for (const Node& column : table.child("w:tblGrid").children)
    grid += column.attribute("w:w") + " ";
  EXPECT_EQ(grid, "2 1 2 ");  // edges at 1.57, 3.15 and 4.72 twips
  EXPECT_EQ(table.child("w:tblPr").child("w:tblW").attribute("w:w"), "5");
  EXPECT_EQ(cellsOf(table), "а(2) б(3 span 2) | ");
}

TEST(DocxTables, RowSpansContinueBelow) {
  Made made(3, {row({cell("а", 1, 2), cell("б", 2, 3)}), row({}), row({cell("в")}),
                row({cell("г"), cell("д"), cell("е")})});
  EXPECT_EQ(cellsOf(made.written()),
            "а(3213 merge restart) б(6425 span 2 merge restart) | "
            "(3213 merge ) (6425 span 2 merge ) | "
            "в(3213) (6425 span 2 merge ) | "
            "г(3213) д(3212) е(3213) | ");
}

TEST(DocxTables, RowSpansInTheMiddle) {
  Made made(3, {row({cell("а"), cell("б", 1, 2), cell("в")}), row({cell("г"), cell("д")})});
  EXPECT_EQ(cellsOf(made.written()),
            "а(3213) б(3212 merge restart) в(3213) | г(3213) (3212 merge ) д(3213) | ");
}

TEST(DocxTables, ShortRowsAreFilledUp) {
  Made made(3, {row({cell("а"), cell("б", 1, 2)}), row({}), row({})});
  EXPECT_EQ(cellsOf(made.written()),
            "а(3213) б(3212 merge restart) (3213) | (3213) (3212 merge ) (3213) | "
            "(9638 span 3) | ");
}

TEST(DocxTables, TooWideRowsLoseNoText) {
  Made made(
      2, {row({cell("а", 9), cell("б")}), row({cell("в"), cell("г", 1, 2)}), row({cell("д", 2)})});
  EXPECT_EQ(cellsOf(made.written()),
            "а(9638 span 2) б(0) | в(4819) г(4819 merge restart) | д(4819) (4819 merge ) | ");
}

TEST(DocxTables, RowProperties) {
  Made made(1, {row({cell("а")}), row({cell("б")}), row({cell("в")})});
  made.table.rows[0].repeat = true;
  made.table.rows[0].split = false;
  made.table.rows[1].split = false;
  const Node table = made.written();
  const auto rows = table.all("w:tr");
  EXPECT_EQ(compact(rows[0]->child("w:trPr")), "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  EXPECT_EQ(compact(rows[1]->child("w:trPr")), "<w:trPr><w:cantSplit/></w:trPr>");
  EXPECT_FALSE(rows[2]->has("w:trPr"));
}

// LibreOffice would let such a row stand without what follows if it said w:cantSplit.
TEST(DocxTables, TheOnlyRowIsHeldTogetherByItsParagraphsWhenItIsKept) {
  Made made(1, {row({cell("а")})});
  made.table.rows[0].split = false;
  const Node free = made.written();
  EXPECT_TRUE(free.child("w:tr").has("w:trPr"));
  made.table.rows[0].keepWithNext = true;
  const Node kept = made.written();
  EXPECT_FALSE(kept.child("w:tr").has("w:trPr"));
  EXPECT_TRUE(kept.child("w:tr").child("w:tc").child("w:p").child("w:pPr").has("w:keepLines"));
}

TEST(DocxTables, HeaderRowsDescribeTheTable) {
  Made made(2, {row({cell("Срок\nдо"), cell("Кто", 1)}), row({cell("а"), cell("б")})});
  made.table.rows[0].repeat = true;
  Node properties = made.written().child("w:tblPr");
  EXPECT_EQ(properties.child("w:tblLook").val(), "0620");
  EXPECT_EQ(properties.child("w:tblDescription").val(), "Срок до; Кто");
  made.table.presentational = true;
  properties = made.written().child("w:tblPr");
  EXPECT_FALSE(properties.has("w:tblDescription"));
}

TEST(DocxTables, CellsAlignVertically) {
  Made made(3, {row({cell("а"), cell("б"), cell("в")})});
  made.table.rows[0].cells[1].verticalAlign = format::VerticalAlign::center;
  made.table.rows[0].cells[2].verticalAlign = format::VerticalAlign::bottom;
  const Node table = made.written();
  const auto cells = table.all("w:tc");
  EXPECT_FALSE(cells[0]->child("w:tcPr").has("w:vAlign"));
  EXPECT_EQ(cells[1]->child("w:tcPr").child("w:vAlign").val(), "center");
  EXPECT_EQ(cells[2]->child("w:tcPr").child("w:vAlign").val(), "bottom");
}

TEST(DocxTables, ARowKeptWithTheNextKeepsAllItsParagraphs) {
  Made made(2,
            {row({cell("а"), emptyCell()}), row({cell("в"), cell("г", 1, 2)}), row({cell("д")})});
  auto inner = sample::table(made.document, 1, {row({cell("б")})});
  made.table.rows[0].cells[0].blocks.push_back(inner);
  made.table.rows[0].keepWithNext = true;
  made.table.rows[2].keepWithNext = true;
  std::string keeps;
  const Node table = made.written();
  for (const Node* p : table.all("w:p")) {
    keeps += p->child("w:pPr").has("w:keepNext") ? 'k' : '.';
  }
  // Text, inner table, stay and empty cell; в and г; д and the cell under г.
  EXPECT_EQ(keeps, "kkkk..kk");
}

TEST(DocxTables, EmptyCellsTakeTheStyleOfTheirRow) {
  const auto styles = [](Made made) {
    std::string out;
    const Node table = made.written();
    for (const Node* p : table.all("w:p")) {
      out += p->child("w:pPr").child("w:pStyle").val() + " ";
    }
    return out;
  };
  format::Cell note = emptyCell();
  note.blocks = {paragraph("x", sample::small)};
  EXPECT_EQ(styles(Made(2, {row({emptyCell(), note})})), "Note Note ");
  // A cell that spans rows says nothing of this one; then the table's first paragraph counts.
  format::Cell tall = note;
  tall.rowSpan = 2;
  EXPECT_EQ(styles(Made(2, {row({cell("а"), cell("б")}), row({tall, emptyCell()}), row({note})})),
            "TableText TableText Note TableText Note Note ");
  EXPECT_EQ(styles(Made(1, {row({emptyCell()})})), "BodyText ");
}

TEST(DocxTables, ACellEndsWithAParagraph) {
  Made made(1, {row({emptyCell()})});
  made.table.rows[0].cells[0].blocks = {sample::table(made.document, 1, {row({cell("а")})})};
  const Node table = made.written();
  const Node& outer = *table.all("w:tc").front();
  EXPECT_EQ(outer.children[1].name, "w:tbl");
  EXPECT_EQ(compact(outer.children[2]), kStay);
}

TEST(DocxTables, AStayPartsTwoTables) {
  format::Document document = sample::document();
  const auto one = sample::table(document, 1, {row({cell("а")})});
  const auto two = sample::table(document, 1, {row({cell("б")})});
  document.sections[0].blocks = {one, two, paragraph("в")};
  const Node body = test::body(document);
  ASSERT_EQ(body.children.size(), 5u);
  EXPECT_EQ(compact(body.children[1]), kStay);
  EXPECT_EQ(body.children[2].name, "w:tbl");
  EXPECT_EQ(test::textOf(body.children[3]), "в");
}

std::string withBreaks(Made& made, std::vector<format::GroupBreak> breaks) {
  made.document.sections[0].blocks = {made.table, paragraph("после")};
  format::Resolved resolved = sample::resolve(made.document);
  resolved.groupBreaks = std::move(breaks);
  const std::string docx = write(made.document, resolved, {});
  return cellsOf(test::parse(test::part(docx, "word/document.xml")).child("w:body").child("w:tbl"));
}

TEST(DocxTables, AGroupsLabelStandsAgainWhereAPageBegins) {
  Made made(
      2, {row({cell("Г", 1, 4), cell("а")}), row({cell("б")}), row({cell("в")}), row({cell("г")})});
  made.table.rows[0].cells[0].repeatLabel = true;
  made.table.rows[0].cells[0].verticalAlign = format::VerticalAlign::center;
  EXPECT_EQ(withBreaks(made, {{0, 2, 0}}),
            "Г(4819 merge restart) а(4819) | (4819 merge ) б(4819) | "
            "Г(4819 merge restart) в(4819) | (4819 merge ) г(4819) | ");
  EXPECT_EQ(withBreaks(made, {{0, 1, 1}, {1, 1, 0}}),
            "Г(4819 merge restart) а(4819) | (4819 merge ) б(4819) | "
            "(4819 merge ) в(4819) | (4819 merge ) г(4819) | ");
  made.table.rows[0].cells[0].repeatLabel = false;
  EXPECT_EQ(withBreaks(made, {{0, 2, 0}}),
            "Г(4819 merge restart) а(4819) | (4819 merge ) б(4819) | "
            "(4819 merge ) в(4819) | (4819 merge ) г(4819) | ");
}

TEST(DocxTables, ALabelThatStandsAgainHasNoMarksOfItsOwn) {
  Made made(2, {row({cell("Г", 1, 2), cell("а")}), row({cell("б")})});
  format::Cell& group = made.table.rows[0].cells[0];
  group.repeatLabel = true;
  group.verticalAlign = format::VerticalAlign::center;
  made.document.bookmarks = {{"group"}};
  auto& label = std::get<format::Paragraph>(group.blocks[0]);
  label.bookmark = 0;
  label.runs[0].origin.words = Words::data;
  label.runs[0].origin.data = {1, 1};
  format::Run mark = sample::field(format::Run::Field::footnote);
  mark.index = 0;
  label.runs.push_back(mark);
  made.document.footnotes = {{"1", {paragraph("x")}, {}}};
  made.document.sections[0].blocks = {made.table, paragraph("после")};
  format::Resolved resolved = sample::resolve(made.document);
  resolved.groupBreaks = {{0, 1, 0}};
  Options options;
  options.fieldPath = [](Position) { return "group"; };
  options.fieldsInTables = true;
  const std::string docx = write(made.document, resolved, options);
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  EXPECT_EQ(body.all("w:bookmarkStart").size(), 1u);
  EXPECT_EQ(body.all("w:footnoteReference").size(), 1u);
  EXPECT_EQ(body.all("w:sdt").size(), 1u);
  const Node& again = *body.all("w:tc").at(2);
  EXPECT_EQ(compact(again.child("w:tcPr")),
            "<w:tcPr><w:tcW w:type=\"dxa\" w:w=\"4819\"/><w:vMerge w:val=\"restart\"/>"
            "<w:vAlign w:val=\"center\"/></w:tcPr>");
  EXPECT_EQ(test::textOf(again.child("w:p")), "Г1");
}

TEST(DocxTables, CellsHoldFieldsWhereWanted) {
  Made made(1, {row({cell("а")})});
  format::Run& run = std::get<format::Paragraph>(made.table.rows[0].cells[0].blocks[0]).runs[0];
  run.origin.words = Words::data;
  run.origin.data = {1, 1};
  Options options;
  options.fieldPath = [](Position) { return "a"; };
  const auto fields = [&] {
    made.document.sections[0].blocks = {made.table, paragraph("после")};
    const std::string docx = write(made.document, sample::resolve(made.document), options);
    return test::parse(test::part(docx, "word/document.xml")).all("w:sdt").size();
  };
  EXPECT_EQ(fields(), 0u);
  made.table.presentational = true;
  EXPECT_EQ(fields(), 1u);
  made.table.presentational = false;
  options.fieldsInTables = true;
  EXPECT_EQ(fields(), 1u);
  // What stands beside a table is a field all the same.
  options.fieldsInTables = false;
  made.document.sections[0].blocks.clear();
  auto beside = paragraph("б");
  beside.runs[0].origin = run.origin;
  made.document.sections[0].blocks = {made.table, beside};
  const std::string docx = write(made.document, sample::resolve(made.document), options);
  EXPECT_EQ(test::parse(test::part(docx, "word/document.xml")).all("w:sdt").size(), 1u);
}

TEST(DocxTables, TheCaptionNamesTheTable) {
  Made made(1, {row({cell("а")})});
  auto caption = paragraph("Таблица 1\n– Итоги");
  caption.role = format::Role::caption;
  const auto named = [&](std::vector<format::Block> blocks) {
    made.document.sections[0].blocks = std::move(blocks);
    const Node body = test::body(made.document);
    return body.child("w:tbl").child("w:tblPr").child("w:tblCaption").val();
  };
  EXPECT_EQ(named({caption, made.table, paragraph("после")}), "Таблица 1 – Итоги");
  EXPECT_EQ(named({made.table, caption}), "Таблица 1 – Итоги");
  EXPECT_EQ(named({paragraph("до"), made.table, paragraph("после")}), "");
  EXPECT_EQ(named({caption, paragraph("до"), made.table}), "");
  auto below = caption;
  below.runs[0].text = "под";
  EXPECT_EQ(named({caption, made.table, below}), "Таблица 1 – Итоги");
  made.table.presentational = true;
  EXPECT_EQ(named({caption, made.table}), "");
}

TEST(DocxTables, SeveralHeaderRowsRepeat) {
  Made made(1, {row({cell("а")}), row({cell("б")}), row({cell("в")})});
  made.table.rows[0].repeat = made.table.rows[1].repeat = true;
  const Node table = made.written();
  EXPECT_EQ(table.all("w:tblHeader").size(), 2u);
}

TEST(DocxTables, AStayHoldsToTheNextTableWhatIsHeldToIt) {
  format::Document document = sample::document();
  auto one = sample::table(document, 1, {row({cell("а")})});
  one.rows.back().keepWithNext = true;
  const auto two = sample::table(document, 1, {row({cell("б")})});
  const auto three = sample::table(document, 1, {row({cell("в")})});
  document.sections[0].blocks = {one, two, three, paragraph("г")};
  const Node body = test::body(document);
  ASSERT_EQ(body.children.size(), 7u);
  EXPECT_TRUE(body.children[1].child("w:pPr").has("w:keepNext"));
  EXPECT_EQ(compact(body.children[3]), kStay);
}

TEST(DocxTablesDeathTest, EveryTableMustBeResolved) {
  Made made(1, {row({cell("а")})});
  made.document.sections[0].blocks = {made.table};
  EXPECT_DEATH(write(made.document, {}, {}), "layout resolved every table");
}

}  // namespace
}  // namespace chancery::docx
