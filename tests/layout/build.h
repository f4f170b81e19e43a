#pragma once

#include <string>
#include <utility>
#include <vector>

#include "format/model.h"
#include "layout/layout.h"

/// A few words in which layout's tests write documents down.
namespace chancery::layout::test {

/// Style 0 is «text»: Tinos 12 pt, left, no indents or spaces.
format::Document document(double size = 12);

/// Adds a style like style 0 and gives its number; change it through document.styles.back().
int addStyle(format::Document& document);

/// A page of `width` × `height` twips without margins.
format::Section& addSection(format::Document& document, int width, int height);

format::Paragraph paragraph(std::string text, int style = 0);
format::Paragraph item(std::string label, std::string text, int level = 0, int style = 0);

/// Columns by content, no border, no padding; numbered within the document.
format::Table& addTable(format::Document& document, std::vector<format::Block>& blocks,
                        std::size_t columns);
format::Cell cell(std::string text);
format::Cell cell(std::vector<format::Block> blocks);
format::Row row(std::vector<std::string> texts);

/// Puts the mark of a new footnote at a paragraph's end.
void addNote(format::Document& document, format::Paragraph& paragraph, std::string text);
/// A grey picture of `width` × `height` twips at a paragraph's end.
void addObject(format::Document& document, format::Paragraph& paragraph, int width, int height);

struct Laid {
  Result result;
  Diagnostics diagnostics;
};
Laid layout(const format::Document& document, const Limits& limits = {});

/// A line of text with its place, in twips from the page's top left corner.
struct SeenLine {
  int page = 0;
  long x = 0, y = 0;  ///< of the first glyph; of the baseline
  long width = 0;     ///< all glyphs, spaces at the end included
  std::string text;
  auto operator<=>(const SeenLine&) const = default;
};

/// What stands on the pages: neighbouring runs of one baseline joined. Page numbers and other
/// artifacts are left out unless asked for.
std::vector<SeenLine> lines(const pages::Pages& pages, bool artifacts = false);

/// Only the texts, without spaces at line ends; "|" before a page's first line.
std::vector<std::string> texts(const pages::Pages& pages);

/// All texts of runs, one after another.
std::string allText(const pages::Pages& pages);

/// The faces of the tests, found once.
const fonts::Library& library();

/// Codes of the findings, in their order.
std::vector<std::string> codes(const Diagnostics& diagnostics);

}  // namespace chancery::layout::test
