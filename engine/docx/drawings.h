#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "archive/writer.h"
#include "base/clock.h"
#include "docx/markup.h"
#include "docx/media.h"
#include "docx/parts.h"
#include "docx/pool.h"
#include "docx/relations.h"
#include "format/model.h"

namespace chancery::docx {

/// Pictures and charts as DrawingML, and the parts that they need: media, charts, workbooks.
/// Source: ECMA-376-1, 20.4 (wp), 20.2 (pic), 21.2 (charts).
class Drawings {
 public:
  /// @param loan outlives the object
  Drawings(const format::Document& document, const format::Resolved& resolved, Moment moment,
           const Pool::Loan& loan)
      : document_(document),
        resolved_(resolved),
        moment_(moment),
        loan_(loan),
        media_(loan.pool()) {}

  /// w:drawing of an object that stands in its line.
  /// @param relations of the part that is being written
  void appendInline(Markup& out, int object, Relations& relations);
  /// w:drawing of an object that stands behind the text, at a place of the page.
  void appendPlaced(Markup& out, const format::Placed& placed, Relations& relations);

  bool empty() const { return media_.empty() && charts_.empty(); }
  /// The parts of all that was appended, each once.
  void appendParts(Parts& parts) const;

 private:
  struct ChartFiles {
    std::string target;  // of the relationship, from the folder word
    Parts parts;         // the chart, its relationships, its workbook
  };
  const format::Object& object(int index) const;
  format::ObjectSize sizeOf(int index) const;
  void appendExtent(Markup& out, format::ObjectSize size);
  void appendNames(Markup& out, const format::Object& object);
  void appendGraphic(Markup& out, int index, Relations& relations);
  void appendPicture(Markup& out, int index, const image::Picture& picture, Relations& relations);
  const std::string& chartTarget(int index, const chart::Chart& chart);

  const format::Document& document_;
  const format::Resolved& resolved_;
  Moment moment_;
  const Pool::Loan& loan_;
  Media media_;
  std::map<int, ChartFiles> charts_;  // by object
  int drawings_ = 0;                  // the last wp:docPr id
};

}  // namespace chancery::docx
