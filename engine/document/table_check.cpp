#include "document/table_check.h"

#include "document/messages.h"

namespace chancery::document {

void TableCheck::skipTaken(std::size_t& column) {
  while (column < taken_.size() && taken_[column].rows > 0) --taken_[column++].rows;
}

void TableCheck::put(const CellSpan& cell, std::size_t& column) {
  bool overlaps = false;
  for (std::size_t i = 0; i < cell.columns; ++i, ++column) {
    if (column >= taken_.size()) continue;
    overlaps = overlaps || taken_[column].rows > 0;
    taken_[column] = {cell.rows - 1, cell.place};
  }
  if (overlaps) diagnostics_.error(messages::kCellsOverlap, sources_.place(cell.place));
}

void TableCheck::addRow(const std::vector<CellSpan>& cells, Position row) {
  std::size_t column = 0;
  for (const CellSpan& cell : cells) {
    skipTaken(column);
    put(cell, column);
  }
  skipTaken(column);
  if (column == taken_.size()) return;
  diagnostics_.error(messages::kColumnsUneven, sources_.place(row),
                     {std::to_string(column), std::to_string(taken_.size())});
}

void TableCheck::end() {
  for (std::size_t column = 0; column < taken_.size(); ++column) {
    const Taken& taken = taken_[column];
    const bool isNew = column == 0 || taken_[column - 1].by.offset != taken.by.offset;
    if (taken.rows > 0 && isNew) {
      diagnostics_.error(messages::kSpanTooLong, sources_.place(taken.by)).hint(messages::kSpanHint);
    }
  }
  for (Taken& taken : taken_) taken = {};
}

}  // namespace chancery::document
