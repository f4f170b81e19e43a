#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace chancery::document {

/// What one cell takes of its table's grid.
struct CellSpan {
  std::size_t columns = 1;
  std::size_t rows = 1;
  Position place;
};

/// Checks that the rows of one table fill its columns; used on what was read and on templates whose
/// rows are all stated.
class TableCheck {
 public:
  TableCheck(std::size_t columns, const Sources& sources, Diagnostics& diagnostics)
      : taken_(columns), sources_(sources), diagnostics_(diagnostics) {}

  void addRow(const std::vector<CellSpan>& cells, Position row);
  /// The table or one of its sections ends: no cell reaches further.
  void end();

 private:
  struct Taken {
    std::size_t rows = 0;  ///< that a cell from above still takes in this column
    Position by;
  };

  void skipTaken(std::size_t& column);
  void put(const CellSpan& cell, std::size_t& column);

  std::vector<Taken> taken_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace chancery::document
