#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "docx/markup.h"
#include "docx/numbering.h"
#include "format/model.h"

namespace chancery::docx {

/// Writes blocks as WordprocessingML.
///
/// Where the format asks for a paragraph that the document does not have (a section or a cell that
/// ends with a table or holds nothing to end with, two tables in a row, which Word would join), a
/// *stay* is written: an empty paragraph exactly 1 pt high with no space around it. Layout gives
/// it the same 1 pt of height (1 twip where it ends a cell: LibreOffice collapses it there). The
/// last row before the stay that ends a section is kept with it, since a table that fills its page
/// would push it onto a blank one.
///
/// An empty cell holds one empty paragraph in the style of the first paragraph of the row's first
/// cell that has one and spans no rows; else of the table's first paragraph; else style 0.
class Body {
 public:
  Body(const format::Document& document, const format::Resolved& resolved,
       const NumberingPlan& numbering);

  /// What a paragraph gets from where it stands.
  struct Place {
    bool keepWithNext = false;
    std::string_view section = {};  ///< the w:sectPr that it carries
    bool keepLastRow = false;       ///< of a table: with what follows
  };

  /// The blocks of a section that is not the last; `properties` (w:sectPr) goes into their last
  /// paragraph.
  void appendSection(Markup& out, const std::vector<format::Block>& blocks,
                     std::string_view properties);
  /// The blocks of the last section, and its w:sectPr behind them.
  void appendLastSection(Markup& out, const std::vector<format::Block>& blocks,
                         std::string_view properties);
  void appendParagraph(Markup& out, const format::Paragraph& paragraph, Place place);

  /// What page number fields show until they are computed anew.
  void setPageNumber(int number) { pageNumber_ = std::to_string(number); }

  /// Every font family written so far and by styles.
  const std::set<std::string, std::less<>>& families() const { return families_; }

 private:
  // body.cpp
  void appendBlocks(Markup& out, const std::vector<format::Block>& blocks, Place place);
  void appendEmptyParagraph(Markup& out, int style, Place place);
  void appendStay(Markup& out, Place place);
  void appendStyleAndKeeps(Markup& out, const format::Paragraph& paragraph, Place place);
  void appendMark(Markup& out, const format::Paragraph& paragraph,
                  const format::ParagraphStyle& style);
  void appendRuns(Markup& out, const format::Paragraph& paragraph, const format::TextStyle& base);
  void appendRunText(Markup& out, std::string_view text);
  void appendField(Markup& out, const format::Run& run, const std::string& properties);
  std::string runProperties(const format::Run& run, const format::TextStyle& base);

  // tables.cpp
  struct Grid;
  void appendTable(Markup& out, const format::Table& table, Place place);
  void appendRow(Markup& out, const format::Table& table, const format::Row& row, Grid& grid,
                 Place place);
  void appendCell(Markup& out, const format::Cell& cell, Grid& grid, int emptyStyle, Place place);

  const format::Document& document_;
  const format::Resolved& resolved_;
  const NumberingPlan& numbering_;
  std::string pageNumber_ = "1";
  std::set<std::string, std::less<>> families_;
};

}  // namespace chancery::docx
