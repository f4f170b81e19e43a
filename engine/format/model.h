#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/source.h"
#include "chart/chart.h"
#include "image/picture.h"

/// The formatted document: a document to which a style profile has been applied. Everything on
/// paper is a paragraph or a table here, with every figure stated. Layout and DOCX both read this
/// one value, which is why a PDF and a DOCX agree. All strings are UTF-8.
namespace chancery::format {

enum class Align : std::uint8_t { left, right, center, justify };
enum class VerticalAlign : std::uint8_t { top, center, bottom };

/// What a paragraph is to a reader (and to assistive technology), whatever its look.
enum class Role : std::uint8_t {
  paragraph, heading1, heading2, heading3, heading4, listItem,
  caption,       ///< the name of a table or figure, beside it
  contentsItem,  ///< a line of a table of contents
};

/// The level of a heading, 1 … 4; 0 for everything else.
int headingLevel(Role role);

/// Where text stands against its line: footnote marks are superscript.
enum class Raise : std::uint8_t { none, superscript, subscript };

struct TextStyle {
  std::string family;     ///< as the office names it: "Times New Roman"; DOCX writes this
  std::string pdfFamily;  ///< what PDF uses for it: "Tinos"
  Length size;
  bool bold = false;
  bool italic = false;
  bool underline = false;
  Length letterSpacing;
  Raise raise = Raise::none;
  auto operator<=>(const TextStyle&) const = default;
};

struct LineSpacing {
  enum class Rule : std::uint8_t { multiple, atLeast, exact };
  Rule rule = Rule::multiple;
  int multiple240 = 240;  ///< for `multiple`: 240ths of a line (240 = single), as in DOCX
  Length length;          ///< for atLeast and exact
};

/// A stop for '\t'. At a right stop the text after the tab, up to the next tab or the line's end,
/// ends there. A tab with no stop left goes on as one space.
struct TabStop {
  Length at;  ///< from the paragraph's left edge, indents not counted
  Align align = Align::left;
  bool leader = false;  ///< filled with dots
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
  std::vector<TabStop> tabs;
  bool hyphenate = false;    ///< words may be divided at the end of a line
};

/// The level at which a paragraph stands in the document's outline, 1 … 9; 0 for none.
int outlineLevel(Role role, const ParagraphStyle& style);

/// How the labels of one kind of list look. Level i uses levels[i]. In a labelled paragraph the
/// level's `left` and `firstLine` replace the style's, as they do in DOCX.
struct NumberingLevel {
  enum class Kind : std::uint8_t {
    decimal, upperRoman, lowerRoman, russianLower, bullet, russianUpper, latinLower, latinUpper
  };
  Kind kind = Kind::decimal;
  std::string pattern;  ///< DOCX lvlText: "%1.%2." or the bullet itself
  Length left, firstLine;
};
struct Numbering {
  std::string id;  ///< ASCII, e.g. "clauses"
  std::vector<NumberingLevel> levels;
};

/// One use of a numbering, which counts by itself from `start`. A list that continues another has
/// the same instance.
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

/// A piece of a paragraph in one style. Line ends inside `text` ('\n') are forced line breaks, tabs
/// go to the style's stops.
struct Run {
  enum class Field : std::uint8_t {
    none,
    pageNumber,
    pageCount,         ///< of the document
    sectionPageCount,  ///< of the section
    pageOf,            ///< number of the page on which bookmark `index` stands
    object,            ///< a picture or chart that stands in the line: objects[index]
    footnote,          ///< the mark of footnotes[index]; `text` is its label
  };
  std::string text = {};  ///< for a page field: ignored by layout, which computes it
  std::optional<TextStyle> style = {};  ///< when it differs from the paragraph's
  Field field = Field::none;
  int index = -1;  ///< what the field is about
  int link = -1;   ///< the bookmark that the run leads to (a cross reference); -1 = none
  Origin origin = {};
};

/// What a link, a cross reference or a contents line leads to: the paragraph that bears it.
struct Bookmark {
  std::string id;  ///< unique, ASCII: "appendix-2", "table-3"
};

/// A picture or a chart. It stands on its line like one large letter, or at a place of its own.
struct Object {
  std::variant<std::shared_ptr<const image::Picture>, std::shared_ptr<const chart::Chart>> content;
  Length width, height;
  std::string alternative;  ///< what it tells to those who do not see it
  bool decorative = false;  ///< tells nothing: an artifact
  std::string id;           ///< ASCII, unique
  TextStyle text;           ///< of a chart's labels
  Origin origin;
};

/// An object at a fixed place of a section's first page, measured from its top left corner; text
/// does not flow around it.
struct Placed {
  int object = -1;
  Length x, y;
};

struct Paragraph {
  int style = 0;  ///< index into Document::styles
  std::vector<Run> runs;
  std::optional<Label> label;
  Role role = Role::paragraph;
  // Added to what the style says:
  bool keepWithNext = false;
  bool keepLines = false;
  bool pageBreakBefore = false;
  std::optional<Align> align;  ///< instead of the style's
  int bookmark = -1;           ///< index into Document::bookmarks
  Origin origin;
};

/// A note at the foot of the page on which its mark stands. Long notes go on on the next page.
struct Footnote {
  std::string label;  ///< "1"
  std::vector<Paragraph> paragraphs;  ///< without the label, which is set before the first one
  Origin origin;
};

/// A table of contents or a list of tables or figures, its lines already made: text, a tab, the
/// page as a field, all linked to their bookmark. DOCX writes a TOC field around them.
struct Contents {
  enum class Of : std::uint8_t { headings, tables, figures };
  Of of = Of::headings;
  int levels = 3;
  std::vector<Paragraph> lines;
};

struct Table;
using Block = std::variant<Paragraph, Table, Contents>;

struct Cell {
  std::vector<Block> blocks;  ///< empty = an empty cell; nested tables are allowed
  int columnSpan = 1;
  int rowSpan = 1;  ///< the following rows have no cell at this place
  VerticalAlign verticalAlign = VerticalAlign::top;
  bool header = false;  ///< a header cell for assistive technology
  /// Of a cell with rowSpan > 1: its content stands again, as an artifact, at the top of each page
  /// that its rows continue on (the label of a group). See Resolved::groupBreaks.
  bool repeatLabel = false;
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

/// A page of another PDF, which a PDF shows as it is. Other outputs tell of it in words.
struct ForeignPage {
  int file = 0;             ///< index into Document::foreign
  int page = 0;             ///< from 0
  std::string alternative;  ///< what it tells to those who do not see it
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
  std::optional<Paragraph> footer;  ///< runs in the bottom margin
  Length footerOffset;              ///< from the page's bottom edge to the footer's bottom
  bool footerOnFirst = true;
  std::optional<int> firstPageNumber;  ///< restarts the count
  bool startsOdd = false;           ///< begins on an odd page; a blank page may come before it
  std::vector<Placed> placed;       ///< on the first page
  /// The section is this one page; its blocks stand where the page itself cannot be shown (DOCX).
  std::optional<ForeignPage> foreign;
  std::vector<Block> blocks;
};

/// Another PDF of which pages are shown.
struct ForeignFile {
  std::string name;  ///< as the document names it
  std::shared_ptr<const std::string> bytes;
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
  std::vector<Bookmark> bookmarks;
  std::vector<Object> objects;
  std::vector<Footnote> footnotes;  ///< in the order of their marks
  ParagraphStyle footnoteStyle;         ///< of all paragraphs of notes; their own `style` is ignored
  std::vector<ForeignFile> foreign;
  Length footnoteRule;              ///< length of the rule above the notes of a page
  bool mirrorMargins = false;       ///< even pages: left and right margins change sides
};

/// Rows of a table at which a page began inside a group: the label of `column` stands there again.
struct GroupBreak {
  int table = 0;   ///< Table::index
  int row = 0;     ///< index into Table::rows
  int column = 0;  ///< first grid column of the spanning cell
  auto operator<=>(const GroupBreak&) const = default;
};

/// The size that an object has on paper.
struct ObjectSize {
  Length width, height;
  auto operator<=>(const ObjectSize&) const = default;
};

/// What only layout knows and DOCX needs.
struct Resolved {
  std::vector<int> bookmarkPages;       ///< by index; the number that the page bears; 0 = nowhere
  std::vector<int> sectionPageCounts;   ///< by index of the section
  std::vector<GroupBreak> groupBreaks;  ///< in order
  std::vector<std::vector<Length>> columnWidths;  ///< by Table::index; they add up to its width
  int pageCount = 0;
  /// By index of the object; 0 × 0 = as stated. Empty when all are: most fit into their places.
  std::vector<ObjectSize> objectSizes;
};

/// The formatted document as indented text, for goldens.
std::string dump(const Document& document);

}  // namespace chancery::format
