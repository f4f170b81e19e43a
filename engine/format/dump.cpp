#include <cstdio>
#include <variant>

#include "format/model.h"

namespace chancery::format {
namespace {

std::string mm(Length length) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%lld.%02lldmm",
                static_cast<long long>(length.toEmu() / 36000),
                static_cast<long long>(length.toEmu() < 0 ? -length.toEmu() % 36000 / 360
                                                          : length.toEmu() % 36000 / 360));
  return buffer;
}

std::string pt(Length length) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2fpt", length.toPt());
  return buffer;
}

const char* name(Align align) {
  switch (align) {
    case Align::left:
      return "left";
    case Align::right:
      return "right";
    case Align::center:
      return "center";
    default:
      return "justify";
  }
}

const char* name(Role role) {
  static constexpr const char* kNames[] = {"", " heading1", " heading2", " heading3", " heading4",
                                           " item", " caption", " contents-item"};
  return kNames[static_cast<int>(role)];
}

const char* name(Contents::Of of) {
  static constexpr const char* kNames[] = {"headings", "tables", "figures"};
  return kNames[static_cast<int>(of)];
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      result += c;
    }
  }
  return result + '"';
}

class Dumper {
 public:
  explicit Dumper(const Document& document) : document_(document) {}

  std::string run() {
    line(0, "document " + quoted(document_.title) + " author " + quoted(document_.author) + ' ' +
                document_.language);
    for (const ParagraphStyle& style : document_.styles) dumpStyle(style);
    for (const Numbering& numbering : document_.numberings) dumpNumbering(numbering);
    for (std::size_t i = 0; i < document_.objects.size(); ++i) dumpObject(i);
    for (const Section& section : document_.sections) dumpSection(section);
    dumpNotes();
    return std::move(out_);
  }

 private:
  void line(int depth, const std::string& text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  void dumpStyle(const ParagraphStyle& s) {
    std::string text = "style " + s.id + ' ' + s.text.family + '/' + s.text.pdfFamily + ' ' +
                       pt(s.text.size) + (s.text.bold ? " bold" : "") +
                       (s.text.italic ? " italic" : "") + ' ' + name(s.align);
    text += " left " + mm(s.left) + " right " + mm(s.right) + " first " + mm(s.firstLine);
    text += " before " + pt(s.before) + " after " + pt(s.after);
    text += " spacing " + std::to_string(s.spacing.multiple240);
    if (s.keepWithNext) text += " keep-next";
    if (s.keepLines) text += " keep-lines";
    if (s.hyphenate) text += " hyphenate";
    if (s.outlineLevel) text += " outline " + std::to_string(s.outlineLevel);
    for (const TabStop& tab : s.tabs) {
      text += " tab " + mm(tab.at) + ' ' + name(tab.align) + (tab.leader ? " dots" : "");
    }
    line(1, text);
  }

  void dumpObject(std::size_t index) {
    const Object& object = document_.objects[index];
    std::string text = "object " + std::to_string(index) + ' ' + object.id + ' ' + mm(object.width) +
                       " x " + mm(object.height);
    if (const auto* made = std::get_if<std::shared_ptr<const chart::Chart>>(&object.content)) {
      text += " chart " + std::to_string((*made)->categories.size()) + " categories";
    }
    text += object.decorative ? " decorative" : ' ' + quoted(object.alternative);
    line(1, text);
  }

  void dumpNotes() {
    for (const Footnote& note : document_.footnotes) {
      line(1, "footnote " + quoted(note.label));
      for (const Paragraph& paragraph : note.paragraphs) dumpParagraph(paragraph, 2);
    }
  }

  void dumpNumbering(const Numbering& numbering) {
    std::string text = "numbering " + numbering.id;
    for (const NumberingLevel& level : numbering.levels) {
      text += ' ' + quoted(level.pattern) + " left " + mm(level.left) + " first " +
              mm(level.firstLine);
    }
    line(1, text);
  }

  void dumpSection(const Section& s) {
    std::string text = "section " + mm(s.pageWidth) + " x " + mm(s.pageHeight) + " margins " +
                       mm(s.left) + ' ' + mm(s.top) + ' ' + mm(s.right) + ' ' + mm(s.bottom);
    if (s.headerOnFirst) text += " header-on-first";
    if (s.firstPageNumber) text += " starts at " + std::to_string(*s.firstPageNumber);
    if (s.startsOdd) text += " starts-odd";
    if (s.footer && !s.footerOnFirst) text += " no-footer-on-first";
    line(1, text);
    for (const Placed& placed : s.placed) {
      line(2, "placed object " + std::to_string(placed.object) + " at " + mm(placed.x) + ' ' + mm(placed.y));
    }
    if (s.header && !isPageNumberAlone(*s.header)) dumpRunning("header", *s.header);
    if (!s.header) line(2, "no header");
    if (s.footer) dumpRunning("footer", *s.footer);
    for (const Block& block : s.blocks) dumpBlock(block, 2);
  }

  /// The header that nearly all sections have is not worth a line.
  static bool isPageNumberAlone(const Paragraph& paragraph) {
    return paragraph.runs.size() == 1 && paragraph.runs[0].field == Run::Field::pageNumber;
  }

  void dumpRunning(const std::string& what, const Paragraph& paragraph) {
    line(2, what);
    dumpParagraph(paragraph, 3);
  }

  void dumpBlock(const Block& block, int depth) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      dumpParagraph(*paragraph, depth);
    } else if (const auto* table = std::get_if<Table>(&block)) {
      dumpTable(*table, depth);
    } else {
      const auto& contents = std::get<Contents>(block);
      line(depth, std::string("contents of ") + name(contents.of) + ' ' + std::to_string(contents.levels));
      for (const Paragraph& one : contents.lines) dumpParagraph(one, depth + 1);
    }
  }

  void dumpParagraph(const Paragraph& p, int depth) {
    std::string text = document_.styles[static_cast<std::size_t>(p.style)].id + name(p.role);
    if (p.align) text += std::string(" ") + name(*p.align);
    if (p.keepWithNext) text += " keep-next";
    if (p.keepLines) text += " keep-lines";
    if (p.pageBreakBefore) text += " page-break";
    if (p.bookmark >= 0) text += " #" + bookmark(p.bookmark);
    if (p.label) {
      text += " label " + quoted(p.label->text) + '@' + std::to_string(p.label->instance) + '.' +
              std::to_string(p.label->level);
    }
    for (const Run& run : p.runs) {
      text += ' ';
      if (run.style) {
        text += std::string(run.style->bold ? "b" : "") + (run.style->italic ? "i" : "") +
                (run.style->raise == Raise::superscript ? "^" : "");
      }
      text += textOf(run);
      if (run.link >= 0) text += "->" + bookmark(run.link);
    }
    line(depth, text);
  }

  std::string bookmark(int index) const {
    return document_.bookmarks[static_cast<std::size_t>(index)].id;
  }

  std::string textOf(const Run& run) const {
    switch (run.field) {
      case Run::Field::pageNumber:
        return "{page}";
      case Run::Field::pageCount:
        return "{pages}";
      case Run::Field::sectionPageCount:
        return "{section-pages}";
      case Run::Field::pageOf:
        return "{page-of " + bookmark(run.index) + '}';
      case Run::Field::object:
        return "{object " + std::to_string(run.index) + '}';
      case Run::Field::footnote:
        return "{note " + std::to_string(run.index) + '}' + quoted(run.text);
      default:
        return quoted(run.text);
    }
  }

  void dumpTable(const Table& table, int depth) {
    std::string text = "table " + std::to_string(table.index);
    if (table.presentational) text += " side-by-side";
    for (const Column& column : table.columns) {
      text += column.width == Column::Width::fixed   ? ' ' + mm(column.fixed)
              : column.width == Column::Width::share ? ' ' + std::to_string(column.share) + '*'
                                                     : " auto";
    }
    line(depth, text);
    for (const Row& row : table.rows) {
      line(depth + 1, std::string("row") + (row.repeat ? " repeat" : "") +
                          (row.split ? " split" : "") + (row.keepWithNext ? " keep-next" : ""));
      for (const Cell& cell : row.cells) dumpCell(cell, depth + 2);
    }
  }

  void dumpCell(const Cell& cell, int depth) {
    std::string text = cell.header ? "header-cell" : "cell";
    if (cell.columnSpan != 1) text += " columns " + std::to_string(cell.columnSpan);
    if (cell.rowSpan != 1) text += " rows " + std::to_string(cell.rowSpan);
    if (cell.repeatLabel) text += " repeat-label";
    if (cell.verticalAlign == VerticalAlign::center) text += " middle";
    if (cell.verticalAlign == VerticalAlign::bottom) text += " bottom";
    line(depth, text);
    for (const Block& block : cell.blocks) dumpBlock(block, depth + 1);
  }

  const Document& document_;
  std::string out_;
};

}  // namespace

std::string dump(const Document& document) { return Dumper(document).run(); }

}  // namespace chancery::format
