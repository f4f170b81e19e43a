#include "docx/sample.h"

namespace chancery::docx::sample {
namespace {

format::ParagraphStyle style(std::string id, std::string name, Length size) {
  format::ParagraphStyle style;
  style.id = std::move(id);
  style.name = std::move(name);
  style.text = {"Times New Roman", "Tinos", size, false, false, false, Length()};
  return style;
}

std::vector<format::ParagraphStyle> styles() {
  auto body = style("BodyText", "Текст документа", Length::pt(14));
  body.align = format::Align::justify;
  body.firstLine = Length::mm(12.5);
  body.tabs = {{Length::mm(165), format::Align::right, true}};
  auto head = style("Heading1", "heading 1", Length::pt(14));
  head.text.bold = true;
  head.align = format::Align::center;
  head.before = head.after = Length::pt(12);
  head.keepWithNext = head.keepLines = true;
  head.outlineLevel = 1;
  auto clauseStyle = style("Clause", "Пункт", Length::pt(14));
  clauseStyle.align = format::Align::justify;
  auto table = style("TableText", "Текст таблицы", Length::pt(12));
  auto note = style("Note", "Примечание", Length::pt(10));
  note.text.italic = true;
  note.widowControl = false;
  note.spacing = {format::LineSpacing::Rule::exact, 240, Length::pt(12)};
  return {body, head, clauseStyle, table, note};
}

format::NumberingLevel level(format::NumberingLevel::Kind kind, std::string pattern) {
  return {kind, std::move(pattern), Length(), Length::mm(12.5)};
}

format::Section portrait() {
  format::Section section;
  section.pageWidth = Length::mm(210);
  section.pageHeight = Length::mm(297);
  section.left = Length::mm(30);
  section.right = Length::mm(10);
  section.top = section.bottom = Length::mm(20);
  section.pageNumberOffset = Length::mm(10);
  section.header = paragraph("", cellText);
  section.header->align = format::Align::center;
  section.header->runs = {field(format::Run::Field::pageNumber)};
  return section;
}

}  // namespace

format::Document document() {
  using Kind = format::NumberingLevel::Kind;
  format::Document document;
  document.title = "Об утверждении плана";
  document.author = "Отдел образования";
  document.language = "ru-RU";
  document.styles = styles();
  document.numberings = {
      {"clauses",
       {level(Kind::decimal, "%1."), level(Kind::decimal, "%1.%2."),
        level(Kind::russianLower, "%3)")}},
      {"bullets", {level(Kind::bullet, "–")}},
      {"roman", {level(Kind::upperRoman, "%1."), level(Kind::lowerRoman, "(%2)")}}};
  document.sections = {portrait()};
  return document;
}

format::Run run(std::string text) {
  format::Run run;
  run.text = std::move(text);
  return run;
}

format::Run bold(std::string text) {
  format::Run run;
  run.text = std::move(text);
  run.style = {"Times New Roman", "Tinos", Length::pt(14), true, false, false, Length()};
  return run;
}

format::Run field(format::Run::Field field) {
  format::Run run;
  run.field = field;
  return run;
}

format::Paragraph paragraph(std::string text, int style) {
  format::Paragraph paragraph;
  paragraph.style = style;
  if (!text.empty()) paragraph.runs.push_back(run(std::move(text)));
  return paragraph;
}

format::Paragraph labelled(std::string label, int instance, int level, std::string text) {
  format::Paragraph item = paragraph(std::move(text), clause);
  item.label = format::Label{instance, level, std::move(label)};
  return item;
}

format::Cell cell(std::string text, int columnSpan, int rowSpan) {
  format::Cell cell = emptyCell(columnSpan, rowSpan);
  cell.blocks.push_back(paragraph(std::move(text), cellText));
  return cell;
}

format::Cell emptyCell(int columnSpan, int rowSpan) {
  format::Cell cell;
  cell.columnSpan = columnSpan;
  cell.rowSpan = rowSpan;
  return cell;
}

format::Row row(std::vector<format::Cell> cells) {
  format::Row row;
  row.cells = std::move(cells);
  return row;
}

format::Table table(format::Document& document, int columns, std::vector<format::Row> rows) {
  format::Table table;
  table.columns.resize(static_cast<std::size_t>(columns));
  table.rows = std::move(rows);
  table.border = Length::pt(0.5);
  table.paddingX = Length::mm(1.9);
  table.index = document.tableCount++;
  return table;
}

namespace {

void resolveBlocks(const std::vector<format::Block>& blocks, Length width,
                   format::Resolved& resolved) {
  for (const format::Block& block : blocks) {
    const auto* table = std::get_if<format::Table>(&block);
    if (table == nullptr) continue;
    const auto count = table->columns.size();
    auto& widths = resolved.columnWidths[static_cast<std::size_t>(table->index)];
    widths.assign(count, width / static_cast<std::int64_t>(count));
    for (const format::Row& row : table->rows) {
      for (const format::Cell& cell : row.cells) {
        resolveBlocks(cell.blocks, widths.front() * cell.columnSpan - table->paddingX * 2,
                      resolved);
      }
    }
  }
}

}  // namespace

format::Resolved resolve(const format::Document& document) {
  format::Resolved resolved;
  resolved.columnWidths.resize(static_cast<std::size_t>(document.tableCount));
  resolved.pageCount = 2;
  for (const format::Section& section : document.sections) {
    resolveBlocks(section.blocks, section.pageWidth - section.left - section.right, resolved);
  }
  return resolved;
}

format::Document everything() {
  format::Document all = document();
  all.instances = {{0, 1}, {1, 1}, {0, 4}};
  auto& first = all.sections[0].blocks;
  auto head = paragraph("Об утверждении плана\nна 2026 год", heading);
  head.role = format::Role::heading1;
  first.push_back(head);
  auto mixed = paragraph("В соответствии с ");
  mixed.runs.push_back(bold("пунктом\t5"));
  mixed.runs.push_back(run(" <приказа> & «плана»"));
  first.push_back(mixed);
  first.push_back(labelled("1.", 0, 0, "Утвердить план."));
  first.push_back(labelled("1.1.", 0, 1, "Прилагается."));
  first.push_back(labelled("–", 1, 0, "пункт;"));
  first.push_back(labelled("2.", 0, 0, "Назначить."));
  first.push_back(labelled("4.", 2, 0, "Продолжить."));
  auto last = paragraph("Всего страниц: ");
  last.runs.push_back(field(format::Run::Field::pageCount));
  last.align = format::Align::right;
  last.keepLines = true;
  first.push_back(last);

  format::Section wide = all.sections[0];
  wide.blocks.clear();
  std::swap(wide.pageWidth, wide.pageHeight);
  wide.landscape = true;
  wide.headerOnFirst = true;
  wide.firstPageNumber = 3;
  auto plan = table(all, 3, {});
  plan.rows = {row({cell("№", 1, 2), cell("Мероприятие", 2)}), row({cell("что"), cell("срок")}),
               row({cell("1"), cell("Совещание"), emptyCell()}), row({cell("Итого", 3)})};
  for (std::size_t i = 0; i < 2; ++i) {
    plan.rows[i].repeat = true;
    plan.rows[i].keepWithNext = true;
    plan.rows[i].split = false;
  }
  plan.rows[0].cells[0].verticalAlign = format::VerticalAlign::center;
  auto inner = table(all, 1, {row({cell("вложенная")})});
  plan.rows[3].cells[0].blocks.push_back(inner);
  wide.blocks.push_back(plan);
  all.sections.push_back(wide);
  return all;
}

}  // namespace chancery::docx::sample
