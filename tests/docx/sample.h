#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "format/model.h"

/// Formatted documents built by hand: short words for long structures.
namespace chancery::docx::sample {

enum Style { text, heading, clause, cellText, small };

/// A4 portrait with a page number in the header and the styles above; no blocks.
format::Document document();

format::Run run(std::string text);
format::Run bold(std::string text);  ///< as in style `text`, but bold
format::Run field(format::Run::Field field);
format::Paragraph paragraph(std::string text, int style = Style::text);
format::Paragraph labelled(std::string label, int instance, int level, std::string text = "x");

format::Cell cell(std::string text, int columnSpan = 1, int rowSpan = 1);
format::Cell emptyCell(int columnSpan = 1, int rowSpan = 1);
format::Row row(std::vector<format::Cell> cells);
/// A bordered table of equal columns, 170 mm wide, with the next free index.
format::Table table(format::Document& document, int columns, std::vector<format::Row> rows);

/// Column widths as layout would give them to `table`: equal shares of 170 mm.
format::Resolved resolve(const format::Document& document);

/// Every element of the format in one document: two sections, lists, a table with spans.
format::Document everything();

}  // namespace chancery::docx::sample
