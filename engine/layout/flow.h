#pragma once

#include <functional>
#include <memory>
#include <span>
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
  Length gap;               ///< above it; counts nothing after an automatic page break
  Length height;            ///< must fit on the page
  Length trailing;          ///< below it, when something follows
  bool breakBefore = true;  ///< a page may end before it
  bool repeated = false;    ///< a header row shown once more
  bool newPage = false;     ///< begins a page, with the gap above it
};

/// What stands in a cell: items from `first` on. What is before has gone to earlier pages; so a
/// cell of a thousand pages is cut into pages without being copied a thousand times.
struct Flow {
  std::vector<Item> items;
  std::size_t first = 0;
  Length height;  ///< of all items, gaps and trailing space included; see add()
  Length after;   ///< space below the last paragraph

  bool empty() const { return first == items.size(); }
  std::size_t size() const { return items.size() - first; }
  Item& at(std::size_t index) { return items[first + index]; }
  const Item& at(std::size_t index) const { return items[first + index]; }
  std::span<Item> all() { return std::span(items).subspan(first); }
  std::span<const Item> all() const { return std::span(items).subspan(first); }
  void add(Item&& item) {
    height += item.gap + item.height + item.trailing;
    items.push_back(std::move(item));
  }
  Length contentHeight() const { return height + after; }
  /// Adds up the height anew, after items were changed.
  void measure();
};

/// The lines of a footnote, in the section's width.
struct NoteLines {
  Flow flow;
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
  std::shared_ptr<Span> span;         ///< null for a cell of one row
  bool continued = false;             ///< the place of a cell that began in a row above
  std::shared_ptr<const Flow> label;  ///< stands again on each page that its rows continue on,
  bool repeated = false;              ///< as here
};

/// A table that is being laid out.
struct TableBox {
  int index = 0;  ///< format::Table::index
  Origin origin;
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
  Length base;                 ///< height that the cells of this row alone ask for
  Length height;               ///< with what spans ask for; see settle()
  bool header = false;
  bool splittable = true;
  bool keeps = false;  ///< stands with the next row
};

/// Sets an item's height; a row's depends on the rows before it when cells span. To be called for
/// items in their order.
void settle(Item& item);

enum class Force { no, yes };

/// Prepares rows from `tail` on to stand on a page of their own: cells that began in `head` go on
/// there with what did not fit above. The label of a group that had room above is shown again,
/// which `breaks` tells; without `breaks` (in a cell) it is not.
void cutSpans(std::span<Item> head, std::span<Item> tail, Force force,
              std::vector<format::GroupBreak>* breaks);

/// The footnotes whose marks stand in an item, in reading order; repeated labels show theirs only.
void notesOf(const Item& item, std::vector<int>& notes);

/// The most of `room` that a row may have here so that the notes of what then stays above find
/// room too: `heightOf` tells how high these notes are together.
Length roomBesideNotes(const Item& row, Length room,
                       const std::function<Length(const std::vector<int>&)>& heightOf);

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
  ParagraphElements elementsOf(const format::Paragraph& paragraph, const format::Block* next);
  void addParagraph(const format::Paragraph& paragraph, const ParagraphElements& elements);
  std::shared_ptr<ParagraphBox> makeLines(const format::Paragraph& paragraph,
                                          const ParagraphElements& elements);
  std::shared_ptr<ParagraphBox> takeMeasured(const format::Paragraph& paragraph);
  std::shared_ptr<ParagraphBox> findKept(const format::Paragraph& paragraph) const;
  void addContents(const format::Contents& contents);
  void addNotes(const ParagraphBox& box, pages::ElementId around);
  void addNote(int note, pages::ElementId around);
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
