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
                                           " item"};
  return kNames[static_cast<int>(role)];
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
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
    for (const Section& section : document_.sections) dumpSection(section);
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
    line(1, text);
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
    line(1, text);
    for (const Block& block : s.blocks) dumpBlock(block, 2);
  }

  void dumpBlock(const Block& block, int depth) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      dumpParagraph(*paragraph, depth);
    } else {
      dumpTable(std::get<Table>(block), depth);
    }
  }

  void dumpParagraph(const Paragraph& p, int depth) {
    std::string text = document_.styles[static_cast<std::size_t>(p.style)].id + name(p.role);
    if (p.align) text += std::string(" ") + name(*p.align);
    if (p.keepWithNext) text += " keep-next";
    if (p.keepLines) text += " keep-lines";
    if (p.label) {
      text += " label " + quoted(p.label->text) + '@' + std::to_string(p.label->instance) + '.' +
              std::to_string(p.label->level);
    }
    for (const Run& run : p.runs) {
      text += ' ';
      if (run.style) text += std::string(run.style->bold ? "b" : "") + (run.style->italic ? "i" : "");
      if (run.field == Run::Field::pageNumber) {
        text += "{page}";
      } else if (run.field == Run::Field::pageCount) {
        text += "{pages}";
      } else {
        text += quoted(run.text);
      }
    }
    line(depth, text);
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
