#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "docx/context.h"
#include "docx/markup.h"
#include "docx/relations.h"
#include "format/model.h"

namespace chancery::docx {

/// Writes blocks of one part as WordprocessingML.
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
  /// @param relations of the part; both outlive the object
  Body(Context& context, Relations& relations)
      : context_(context), document_(context.document), relations_(relations) {}

  /// What a paragraph gets from where it stands.
  struct Place {
    bool keepWithNext = false;
    std::string_view section = {};  ///< the w:sectPr that it carries
    bool keepLastRow = false;       ///< of a table: with what follows
    bool keepLines = false;         ///< of each paragraph
  };

  /// The blocks of a section; `properties` is its w:sectPr, which goes into the last paragraph,
  /// or behind it in the last section.
  void appendSection(Markup& out, std::size_t section, std::string_view properties);
  void appendParagraph(Markup& out, const format::Paragraph& paragraph, Place place);
  void appendStay(Markup& out, Place place);
  /// The paragraphs of a footnote: the first one begins with the automatic mark.
  void appendNote(Markup& out, const format::Footnote& note, bool automatic);

  /// Runs with the objects that stand at places of their own; they go into the next paragraph.
  void place(const std::vector<format::Placed>& placed);

  /// What page number fields show until they are computed anew.
  void setPageNumber(int number) { pageNumber_ = number; }
  void setSection(std::size_t section) { section_ = section; }

 private:
  // body.cpp
  void appendBlocks(Markup& out, const std::vector<format::Block>& blocks, Place place);
  void appendEmptyParagraph(Markup& out, int style, Place place);
  void appendContents(Markup& out, const format::Contents& contents, Place place);
  void appendProperties(Markup& out, const format::Paragraph& paragraph,
                        const format::ParagraphStyle& style, Place place);
  void appendMark(Markup& out, const format::Paragraph& paragraph,
                  const format::ParagraphStyle& style);
  const format::ParagraphStyle& styleOf(const format::Paragraph& paragraph) const;

  // runs.cpp
  void appendRuns(Markup& out, const format::Paragraph& paragraph,
                  const format::ParagraphStyle& style);
  std::size_t appendText(Markup& out, const std::vector<format::Run>& runs, std::size_t first);
  std::size_t appendControl(Markup& out, const std::vector<format::Run>& runs, std::size_t first);
  void appendRun(Markup& out, const std::string& properties, std::string_view text);
  void appendRunText(Markup& out, std::string_view text);
  void appendSequence(Markup& out, const format::Run& run);
  void appendSpecial(Markup& out, const format::Run& run);
  void appendFieldStart(Markup& out, std::string_view properties, std::string_view instruction);
  void appendField(Markup& out, std::string_view properties, std::string_view instruction,
                   std::string_view result);
  void appendFootnoteMark(Markup& out, const format::Run& run);
  std::string runProperties(const format::Run& run);
  const format::TextStyle& look(const format::Run& run) const;
  bool isText(const format::Run& run) const;
  bool isField(const format::Run& run) const;

  // tables.cpp
  struct Grid;
  void appendTable(Markup& out, const format::Table& table, std::string_view caption, Place place);
  void appendRow(Markup& out, const format::Table& table, std::size_t row, Grid& grid, Place place);
  void appendCovered(Markup& out, Grid& grid, bool begins, int emptyStyle, Place place);
  void appendCell(Markup& out, const format::Cell& cell, Grid& grid, int emptyStyle, Place place);
  void appendCellBlocks(Markup& out, const format::Cell& cell, int emptyStyle, Place place);
  bool groupBreaks(int table, std::size_t row, int column) const;

  Context& context_;
  const format::Document& document_;
  Relations& relations_;
  int pageNumber_ = 1;
  std::size_t section_ = 0;
  std::string firstRuns_;   // of the next paragraph
  std::string lastRuns_;    // of the paragraph being written
  bool repeating_ = false;  // a label that stands again: it has no marks of its own
  bool inCell_ = false;
  bool inTable_ = false;  // of data: not one that only places things
  bool inNote_ = false;   // paragraphs are in Document::footnoteStyle
  bool inContents_ = false;

  // Of the paragraph being written:
  const format::TextStyle* base_ = nullptr;
  std::size_t stops_ = 0;      // of its style
  std::size_t stopsLeft_ = 0;  // in its line
  std::optional<ContentsPlan::Sequence> sequence_;
  const format::Run* numbered_ = nullptr;  // the run of sequence_
};

/// Whether the last of `blocks` is written as a paragraph.
bool endsWithParagraph(const std::vector<format::Block>& blocks);

}  // namespace chancery::docx
