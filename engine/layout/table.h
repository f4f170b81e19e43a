#pragma once

#include "layout/flow.h"

namespace chancery::layout {

/// In a DOCX a paragraph must stand between two tables and after the last; it is one point high
/// there, so it is here. (The one that must end a cell after a table takes no room in LibreOffice.)
inline constexpr Length kAfterTable = Length::twips(20);

/// Turns a table into rows, one at a time, so that a long table needs no more memory than a page.
class TableMaker {
 public:
  /// @param width of the text area or cell around the table
  /// @param depth 1 for a table in no other
  TableMaker(Context& context, const format::Table& table, Length width, pages::ElementId parent,
             int depth);

  /// @param gap above the first row
  /// @param keepLast the last row stands with what follows
  /// @param keep the first row stands with what was before; set anew for what follows
  void run(Length gap, bool keepLast, bool& keep, const Sink& sink);

 private:
  struct Open {  // a cell that goes on in the rows below
    CellBox place;
    int rows = 0;
  };

  int rowsOfGroup(const format::Row& row, int index) const;
  std::shared_ptr<RowBox> makeRow(const format::Row& row, int index);
  CellBox makeCell(const format::Cell& cell, const format::Row& row, int column,
                   pages::ElementId parent);
  Length roomInCells() const;
  pages::ElementId addCellElement(const format::Cell& cell, const format::Row& row,
                                  pages::ElementId parent);
  pages::ElementId groupElement(const format::Row& row);

  Context& context_;
  const format::Table& table_;
  pages::ElementId parent_;
  int depth_;
  std::shared_ptr<TableBox> box_;
  pages::ElementId tableElement_ = pages::kArtifact;
  pages::ElementId head_ = pages::kArtifact, body_ = pages::kArtifact;
  std::vector<Open> open_;  // by column
};

/// The widths of a table's columns, in whole twips; their sum is the table's width.
///
/// Fixed columns have what they ask for, shares divide what the others leave, and columns by
/// content lie between their longest word and their longest line, so that rows become low.
///
/// @param depth 1 for a table in no other: its shaped text is left in `context.measured`
std::vector<Length> columnWidths(Context& context, const format::Table& table, Length width,
                                 int depth);

/// What a table needs at least, and at most has use for.
ContentWidth contentWidth(Context& context, const format::Table& table);

}  // namespace chancery::layout
