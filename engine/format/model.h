#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/source.h"

/// The formatted document: a document to which a style profile has been applied. Everything on
/// paper is a paragraph or a table here, with every figure stated. Layout and DOCX both read this
/// one value, which is why a PDF and a DOCX agree. All strings are UTF-8.
namespace chancery::format {

enum class Align : std::uint8_t { left, right, center, justify };
enum class VerticalAlign : std::uint8_t { top, center, bottom };

/// What a paragraph is to a reader (and to assistive technology), whatever its look.
enum class Role : std::uint8_t {
  paragraph, heading1, heading2, heading3, heading4, listItem
};

struct TextStyle {
  std::string family;     ///< as the office names it: "Times New Roman"; DOCX writes this
  std::string pdfFamily;  ///< what PDF uses for it: "Tinos"
  Length size;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  Length letterSpacing;
  auto operator<=>(const TextStyle&) const = default;
};

struct LineSpacing {
  enum class Rule : std::uint8_t { multiple, atLeast, exact };
  Rule rule = Rule::multiple;
  int multiple240 = 240;  ///< for `multiple`: 240ths of a line (240 = single), as in DOCX
  Length length;          ///< for atLeast and exact
};

/// A named paragraph style; DOCX writes it as a style of that id and name.
struct ParagraphStyle {
  std::string id;    ///< ASCII, e.g. "Clause1"
  std::string name;  ///< as Word shows it, e.g. "Пункт 1"
  TextStyle text;
  Align align = Align::left;
  Length left, right;    ///< indents from the text area (or cell)
  Length firstLine;      ///< relative to `left`; negative hangs
  Length before, after;  ///< between two paragraphs the larger of after and before counts
  LineSpacing spacing;
  bool keepWithNext = false;
  bool keepLines = false;
  bool widowControl = true;  ///< no single line of a paragraph alone at a page's foot or head
  int outlineLevel = 0;      ///< 1 … 9 for headings, 0 for none
};

/// How the labels of one kind of list look. Level i uses levels[i]. In a labelled paragraph the
/// level's `left` and `firstLine` replace the style's, as they do in DOCX.
struct NumberingLevel {
  enum class Kind : std::uint8_t { decimal, upperRoman, lowerRoman, russianLower, bullet };
  Kind kind = Kind::decimal;
  std::string pattern;  ///< DOCX lvlText: "%1.%2." or the bullet itself
  Length left, firstLine;
};
struct Numbering {
  std::string id;  ///< ASCII, e.g. "clauses"
  std::vector<NumberingLevel> levels;
};

/// One use of a numbering, which counts by itself from `start`.
struct NumberingInstance {
  int numbering = 0;  ///< index into Document::numberings
  int start = 1;
};

/// A paragraph's place in a list; `label` is the computed text ("1.2."), shown before the
/// paragraph's text and followed by one space.
struct Label {
  int instance = 0;  ///< index into Document::instances
  int level = 0;
  std::string text;
};

/// A piece of text in one style. Line ends inside `text` ('\n') are forced line breaks.
struct Run {
  enum class Field : std::uint8_t { none, pageNumber, pageCount };
  std::string text;  ///< for a field: ignored by layout, which computes it
  std::optional<TextStyle> style;  ///< when it differs from the paragraph's
  Field field = Field::none;
  Origin origin;
};

struct Paragraph {
  int style = 0;  ///< index into Document::styles
  std::vector<Run> runs;
  std::optional<Label> label;
  Role role = Role::paragraph;
  // Added to what the style says:
  bool keepWithNext = false;
  bool keepLines = false;
  std::optional<Align> align;  ///< instead of the style's
  Origin origin;
};

struct Table;
using Block = std::variant<Paragraph, Table>;

struct Cell {
  std::vector<Block> blocks;  ///< empty = an empty cell; nested tables are allowed
  int columnSpan = 1;
  int rowSpan = 1;  ///< the following rows have no cell at this place
  VerticalAlign verticalAlign = VerticalAlign::top;
  bool header = false;  ///< a header cell for assistive technology
};

struct Row {
  std::vector<Cell> cells;
  bool repeat = false;        ///< a header row, repeated on every page; such rows come first
  bool split = true;          ///< may continue on the next page (a row taller than a page always may)
  bool keepWithNext = false;  ///< stands on one page with the start of the next row
};

/// What a table is told about a column's width; layout finds the rest from content.
struct Column {
  enum class Width : std::uint8_t { content, fixed, share };
  Width width = Width::content;
  Length fixed;   ///< for fixed
  int share = 1;  ///< for share: parts of what is left
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool presentational = false;  ///< places things side by side; not a table to a reader
  Length border;                ///< line width; 0 = none
  Length paddingX, paddingY;    ///< inside each cell
  Length width;                 ///< of the whole table; 0 = the text area (or the cell)
  Length left;                  ///< shift of the table's left edge from the text area's
  int index = 0;                ///< number of this table in the document, key into Resolved
  Origin origin;
};

/// Pages of one size, with their running header.
struct Section {
  Length pageWidth, pageHeight;
  Length left, right, top, bottom;  ///< margins
  bool landscape = false;
  Length pageNumberOffset;          ///< from the page's top edge to the header's top; see header
  std::optional<Paragraph> header;  ///< runs in the top margin; holds the page number field
  bool headerOnFirst = false;       ///< the section's first page has it too
  std::optional<int> firstPageNumber;  ///< restarts the count
  std::vector<Block> blocks;
};

struct Document {
  std::string title;
  std::string author;    ///< the organisation
  std::string language;  ///< "ru-RU"
  std::vector<ParagraphStyle> styles;
  std::vector<Numbering> numberings;
  std::vector<NumberingInstance> instances;
  std::vector<Section> sections;
  int tableCount = 0;  ///< Table::index is below this
};

/// What only layout knows and DOCX needs.
struct Resolved {
  std::vector<std::vector<Length>> columnWidths;  ///< by Table::index; they add up to its width
  int pageCount = 0;
};

/// The formatted document as indented text, for goldens.
std::string dump(const Document& document);

}  // namespace chancery::format
