#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "layout/paragraph.h"

namespace chancery::layout {

struct RowBox;

/// A line, a table row or (with neither) empty space: what stands whole on one page (a row can be
/// split first).
struct Item {
  std::shared_ptr<const ParagraphBox> paragraph;  ///< of a line; or
  std::shared_ptr<RowBox> row;
  std::uint32_t line = 0;
  Length gap;       ///< above it; counts nothing after an automatic page break
  Length height;    ///< must fit on the page
  Length trailing;  ///< below it, when something follows
  bool breakBefore = true;  ///< a page may end before it
  bool repeated = false;    ///< a header row shown once more
};

/// What stands in a cell.
struct Flow {
  std::vector<Item> items;
  Length after;  ///< space below the last paragraph
};

/// A cell over several rows, shared by the rows that it crosses.
struct Span {
  int lastRow = 0;
  Length need;  ///< height that its content asks for, padding and border included
  Length used;  ///< heights of its rows so far
};

struct CellBox {
  int column = 0;
  int columnSpan = 1;
  Flow flow;
  format::VerticalAlign verticalAlign = format::VerticalAlign::top;
  std::shared_ptr<Span> span;  ///< null for a cell of one row
  bool continued = false;      ///< the place of a cell that began in a row above
};

/// A table that is being laid out.
struct TableBox {
  std::vector<Length> edges;  ///< of the columns, from the left end of the text; count + 1
  Length border;
  Length paddingX, paddingY;
  std::vector<std::shared_ptr<RowBox>> headers;
  bool repeatsHeaders = false;

  Length inset() const;  ///< from a column's left edge to its text
  Length textWidth(int column, int columnSpan) const;
  Length verticalExtra() const { return border + paddingY * 2; }
};

struct RowBox {
  const TableBox* table = nullptr;  ///< lives as long as the context
  int index = 0;
  std::vector<CellBox> cells;  ///< by column, places of continued cells included
  Length base;    ///< height that the cells of this row alone ask for
  Length height;  ///< with what spans ask for; see settle()
  bool header = false;
  bool splittable = true;
  bool keeps = false;  ///< stands with the next row
};

/// Height of a flow's content, gaps and trailing space included.
Length contentHeight(const Flow& flow);

/// Sets an item's height; a row's depends on the rows before it when cells span. To be called for
/// items in their order.
void settle(Item& item);

enum class Force { no, yes };

/// Prepares rows from `tail` on to stand on a page of their own: cells that began in `head` go on
/// there with what did not fit above.
void cutSpans(std::vector<Item>& head, std::vector<Item>& tail, Force force);

/// Splits a row so that the first part is at most `room` high. Null when nothing sensible would
/// stay; with Force::yes only when nothing at all can. `item` keeps the first part.
/// Result: the rest, as an item.
std::unique_ptr<Item> splitRow(Item& item, Length room, Force force);

using Sink = std::function<void(Item&&)>;

/// Turns blocks into items.
class FlowBuilder {
 public:
  /// @param width of the text area or cell
  /// @param depth number of tables around
  FlowBuilder(Context& context, Length width, pages::ElementId parent, int depth, Sink sink);

  /// @param next the block after it, or null
  void add(const format::Block& block, const format::Block* next);
  void addAll(const std::vector<format::Block>& blocks);
  /// Ends a section: after a table a DOCX has an empty paragraph there, which the table's last row
  /// must not leave to the next page.
  void endSection();
  Length after() const { return after_; }

  /// The only paragraph of a cell hangs its text on the cell's element itself.
  void setSole(bool sole) { sole_ = sole; }

 private:
  void addParagraph(const format::Paragraph& paragraph, const format::Block* next);
  void addTable(const format::Table& table, bool endsSection);
  void addStay();

  Context& context_;
  Length width_;
  pages::ElementId parent_;
  int depth_;
  Sink sink_;
  OpenLists lists_;
  Length after_;  // of the paragraph before
  bool afterTable_ = false;
  bool keep_ = false;  // what comes stands with what was before
  bool sole_ = false;
};

}  // namespace chancery::layout
