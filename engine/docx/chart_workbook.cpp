#include "docx/chart_workbook.h"

#include "docx/markup.h"
#include "docx/relations.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kSheetNamespace =
    " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

constexpr std::string_view kTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType="
    "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
    "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType="
    "\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";

// Cell format 0 is plain, 1 a date (number format 14, the short date of the reader's country).
constexpr std::string_view kStyles =
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"2\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\"/></cellXfs>";

std::string reference(std::size_t column, std::size_t row) {
  return columnName(column) + std::to_string(row);
}

void appendText(Markup& out, std::size_t column, std::size_t row, std::string_view text) {
  out.raw("<c").attribute("r", reference(column, row)).raw(" t=\"inlineStr\"><is>");
  out.raw("<t xml:space=\"preserve\">").text(text).raw("</t></is></c>");
}

std::string sheetPart(const ChartData& data) {
  Markup out;
  out.raw(kXmlDeclaration).raw("<worksheet").raw(kSheetNamespace).raw("><sheetData><row r=\"1\">");
  for (std::size_t i = 0; i < data.columns.size(); ++i) {
    appendText(out, i + 1, 1, data.columns[i].name);
  }
  out.raw("</row>");
  for (std::size_t i = 0; i < data.categories.size(); ++i) {
    const std::size_t row = i + 2;
    out.raw("<row").attribute("r", static_cast<std::int64_t>(row)).raw(">");
    appendText(out, 0, row, data.categories[i]);
    for (std::size_t k = 0; k < data.columns.size(); ++k) {
      const ChartData::Column& column = data.columns[k];
      if (column.values[i].empty()) continue;
      out.raw("<c").attribute("r", reference(k + 1, row)).raw(column.dates ? " s=\"1\"" : "");
      out.raw("><v>").text(column.values[i]).raw("</v></c>");
    }
    out.raw("</row>");
  }
  out.raw("</sheetData></worksheet>");
  return out.take();
}

std::string workbookPart() {
  Markup out;
  out.raw(kXmlDeclaration).raw("<workbook").raw(kSheetNamespace).raw(kRelationshipsNamespace);
  out.raw("><sheets><sheet").attribute("name", kSheetName);
  out.raw(" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
  return out.take();
}

std::string stylesPart() {
  Markup out;
  out.raw(kXmlDeclaration).raw("<styleSheet").raw(kSheetNamespace).raw(">").raw(kStyles);
  out.raw("</styleSheet>");
  return out.take();
}

}  // namespace

std::string chartWorkbook(const ChartData& data, Moment moment, const Pool::Loan& loan) {
  Relations package;
  package.add("officeDocument", "xl/workbook.xml");
  Relations workbook;
  workbook.add("worksheet", "worksheets/sheet1.xml");
  workbook.add("styles", "styles.xml");

  archive::Writer archive(moment, *loan);
  const auto addShared = [&](std::string_view name, const std::string& bytes) {
    archive.add(name, *loan.pool().packed(bytes, *loan));
  };
  addShared("[Content_Types].xml", std::string(kXmlDeclaration).append(kTypes));
  addShared("_rels/.rels", package.part());
  addShared("xl/workbook.xml", workbookPart());
  addShared("xl/_rels/workbook.xml.rels", workbook.part());
  addShared("xl/styles.xml", stylesPart());
  archive.add("xl/worksheets/sheet1.xml", sheetPart(data));
  return archive.finish();
}

}  // namespace chancery::docx
