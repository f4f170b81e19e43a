#include "html/style_sheet.h"

#include <algorithm>
#include <map>

namespace chancery::html {
namespace {

using format::Align;
using format::ParagraphStyle;
using format::Section;

/// Screens at least this wide show indents and justified lines as the print does.
constexpr std::string_view kWide = "@media (min-width:45em){\n";

/// What does not depend on the document. Sizes are relative, so that readers can enlarge them.
constexpr std::string_view kCommon =
    "html{font-size:112.5%;color:#000;background:#fff}\n"
    "body{margin:0;padding:1rem;line-height:1.4;overflow-wrap:break-word}\n"
    "section{margin:0 auto 3rem}\n"
    "h1,h2,h3,h4,h5,h6{margin:1em 0 .5em;font-size:1em;font-weight:normal}\n"
    "p{margin:.4em 0}\n"
    "ol,ul{margin:0;padding:0;list-style-type:\"\"}\n"
    "li ol,li ul{padding-left:1.5em}\n"
    ".row{display:flex;flex-wrap:wrap;gap:.5em 2em;margin:1em 0}\n"
    ".row>div{flex:1 1 14em}\n"
    ".bottom{align-items:flex-end}\n"
    ".scroll{overflow-x:auto;margin:1em 0}\n"
    "table{border-collapse:collapse;min-width:100%}\n"
    "th,td{border:1px solid;padding:.2em .4em;text-align:left;vertical-align:top;"
    "font-weight:normal}\n"
    "caption{padding:.2em 0;text-align:left}\n"
    "figure{margin:1em 0}\n"
    "img,svg{max-width:100%;height:auto}\n"
    "details{margin:.5em 0}\n"
    "nav li{margin:.2em 0}\n"
    ".notes{border-top:1px solid;margin-top:1.5em;font-size:.9em}\n"
    ".notes p:first-of-type{display:inline}\n"
    "sup,sub{line-height:0}\n"
    ".regular{font-weight:normal}\n"
    ".upright{font-style:normal}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n";

std::string_view nameOf(Align align) {
  switch (align) {
    case Align::right:
      return "right";
    case Align::center:
      return "center";
    case Align::justify:
      return "justify";
    case Align::left:
      break;
  }
  return "left";
}

/// Hundredths of the whole: "0.86em", "42.5%".
std::string relative(Length part, Length whole, int percent, std::string_view unit) {
  if (whole <= Length()) whole = Length::pt(1);
  const std::int64_t hundredths = part.scaled(percent, 1).toEmu() * 100 / whole.toEmu();
  const std::int64_t size = std::abs(hundredths);
  std::string result = hundredths < 0 ? "-" : "";
  result += std::to_string(size / 100);
  if (size % 100 != 0) {
    result += '.';
    result += static_cast<char>('0' + size / 10 % 10);
    if (size % 10 != 0) result += static_cast<char>('0' + size % 10);
  }
  return result.append(unit);
}

Length textWidth(const Section& section) {
  return section.pageWidth - section.left - section.right;
}

/// The declarations of one rule.
struct Rules {
  std::string text;

  void add(std::string_view name, std::string_view value) {
    if (!text.empty()) text += ';';
    text.append(name).append(":").append(value);
  }
};

class StyleSheet {
 public:
  explicit StyleSheet(const format::Document& document) : document_(document) {
    for (const Section& section : document.sections) {
      for (const format::Block& block : section.blocks) findWidths(block, textWidth(section));
    }
    for (const format::Footnote& note : document.footnotes) {
      for (const format::Paragraph& paragraph : note.paragraphs) {
        if (!document.sections.empty()) {
          widths_.emplace(paragraph.style, textWidth(document.sections[0]));
        }
      }
    }
    findBase();
  }

  std::string write() {
    out_ = kCommon;
    out_ += "body{font-family:" + families(base_ ? base_->text : format::TextStyle()) + "}\n";
    addSections();
    for (const auto& [style, width] : widths_) addStyle(at(style));
    out_ += kWide;
    for (const auto& [style, width] : widths_) addWideStyle(at(style), width);
    out_ += "}\n";
    for (const Align align : {Align::left, Align::center, Align::right, Align::justify}) {
      out_ += '.' + alignClass(align) + "{text-align:" + std::string(nameOf(align)) + "}\n";
    }
    return std::move(out_);
  }

 private:
  const ParagraphStyle& at(int style) const {
    return document_.styles[static_cast<std::size_t>(style)];
  }

  /// Indents are parts of the width of the text area that a style is first used in.
  void findWidths(const format::Block& block, Length width) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      widths_.emplace(paragraph->style, width);
    } else if (const auto* table = std::get_if<format::Table>(&block)) {
      for (const format::Row& row : table->rows) {
        for (const format::Cell& cell : row.cells) {
          for (const format::Block& inner : cell.blocks) findWidths(inner, width);
        }
      }
    } else {
      for (const format::Paragraph& line : std::get<format::Contents>(block).lines) {
        widths_.emplace(line.style, width);
      }
    }
  }

  /// The style of most of the text gives the size that readers set in their browser.
  void findBase() {
    std::map<int, std::size_t> bytes;
    for (const Section& section : document_.sections) {
      for (const format::Block& block : section.blocks) {
        const auto* paragraph = std::get_if<format::Paragraph>(&block);
        if (!paragraph) continue;
        for (const format::Run& run : paragraph->runs) bytes[paragraph->style] += run.text.size();
      }
    }
    const auto most = std::max_element(bytes.begin(), bytes.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    if (most != bytes.end()) {
      base_ = &at(most->first);
    } else if (!widths_.empty()) {
      base_ = &at(widths_.begin()->first);
    }
  }

  static std::string quoted(const std::string& family) {
    std::string name;
    // What could end the string or the style element does not stand in the name of a font.
    std::copy_if(family.begin(), family.end(), std::back_inserter(name), [](char c) {
      return std::string_view("\"\\<>&\n\r\f").find(c) == std::string_view::npos;
    });
    return '"' + name + '"';
  }

  static std::string families(const format::TextStyle& text) {
    std::string result;
    if (!text.family.empty()) result += quoted(text.family) + ',';
    if (!text.pdfFamily.empty() && text.pdfFamily != text.family) {
      result += quoted(text.pdfFamily) + ',';
    }
    return result + "serif";
  }

  /// Lines hold as much as in the print.
  void addSections() {
    for (const bool landscape : {false, true}) {
      for (const Section& section : document_.sections) {
        if (section.landscape != landscape) continue;
        out_ += landscape ? "section.landscape" : "section";
        const Length size = base_ ? base_->text.size : Length();
        out_ += "{max-width:" + relative(textWidth(section), size, 1, "em") + "}\n";
        break;
      }
    }
  }

  void addStyle(const ParagraphStyle& style) {
    Rules rules;
    const format::TextStyle& text = style.text;
    if (style.align == Align::center || style.align == Align::right) {
      rules.add("text-align", nameOf(style.align));
    }
    if (base_ && text.size != base_->text.size) {
      rules.add("font-size", relative(text.size, base_->text.size, 1, "em"));
    }
    if (base_ && text.family != base_->text.family) rules.add("font-family", families(text));
    if (text.bold) rules.add("font-weight", "bold");
    if (text.italic) rules.add("font-style", "italic");
    if (text.underline) rules.add("text-decoration", "underline");
    if (text.letterSpacing != Length()) {
      rules.add("letter-spacing", relative(text.letterSpacing, text.size, 1, "em"));
    }
    if (style.before > Length())
      rules.add("margin-top", relative(style.before, text.size, 1, "em"));
    if (style.after > Length())
      rules.add("margin-bottom", relative(style.after, text.size, 1, "em"));
    addRule(style, rules.text);
  }

  void addWideStyle(const ParagraphStyle& style, Length width) {
    Rules rules;
    if (style.align == Align::justify) rules.add("text-align", "justify");
    if (style.left > Length()) rules.add("margin-left", relative(style.left, width, 100, "%"));
    if (style.right > Length()) rules.add("margin-right", relative(style.right, width, 100, "%"));
    if (style.firstLine > Length()) {
      rules.add("text-indent", relative(style.firstLine, style.text.size, 1, "em"));
    }
    addRule(style, rules.text);
  }

  void addRule(const ParagraphStyle& style, const std::string& rules) {
    if (!rules.empty()) out_ += '.' + style.id + '{' + rules + "}\n";
  }

  const format::Document& document_;
  const ParagraphStyle* base_ = nullptr;
  std::map<int, Length> widths_;  // of the styles in use
  std::string out_;
};

}  // namespace

std::string alignClass(Align align) {
  return "to-" + std::string(nameOf(align));
}

std::string styleSheet(const format::Document& document) {
  return StyleSheet(document).write();
}

}  // namespace chancery::html
