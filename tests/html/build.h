#pragma once

#include <string>

#include "format/model.h"
#include "support/reading.h"

/// Short words for documents in the tests of HTML.
namespace chancery::html::test {

/// Styles 0 «Text», 1 «Bold» (bold and italic); a portrait section; numberings 0 of numbers and
/// 1 of bullets, with instances of the same number.
inline format::Document document() {
  format::Document document;
  document.title = "Приказ";
  document.language = "ru-RU";
  format::ParagraphStyle style;
  style.id = "Text";
  style.text.family = "Times New Roman";
  style.text.pdfFamily = "Tinos";
  style.text.size = Length::pt(14);
  document.styles.push_back(style);
  style.id = "Bold";
  style.text.bold = style.text.italic = true;
  document.styles.push_back(style);
  format::NumberingLevel level;
  document.numberings.push_back({"numbers", {level, level, level}});
  level.kind = format::NumberingLevel::Kind::bullet;
  document.numberings.push_back({"bullets", {level}});
  document.instances = {{0, 1}, {1, 1}};
  document.sections.emplace_back();
  document.sections[0].pageWidth = Length::mm(210);
  document.sections[0].left = Length::mm(30);
  document.sections[0].right = Length::mm(10);
  return document;
}

inline format::Paragraph paragraph(std::string text, int style = 0) {
  format::Paragraph paragraph;
  paragraph.style = style;
  format::Run run;
  run.text = std::move(text);
  paragraph.runs.push_back(std::move(run));
  return paragraph;
}

inline format::Paragraph heading(std::string text, format::Role role) {
  format::Paragraph result = paragraph(std::move(text));
  result.role = role;
  return result;
}

inline format::Paragraph item(std::string label, std::string text, int level = 0,
                              int instance = 0) {
  format::Paragraph result = paragraph(std::move(text));
  result.label = {instance, level, std::move(label)};
  result.role = format::Role::listItem;
  return result;
}

inline format::Cell cell(std::string text, bool header = false) {
  format::Cell cell;
  cell.header = header;
  if (!text.empty()) cell.blocks.push_back(paragraph(std::move(text)));
  return cell;
}

/// The file as a tree without its DOCTYPE; fails when it is not well-formed.
inline xml::Node parsed(const std::string& html) {
  testing::ReadText read;
  testing::readInto(read, html.substr(html.find('\n') + 1));
  EXPECT_FALSE(read.diagnostics.hasErrors()) << html;
  return read.root;
}

/// What stands inside `main`, without line ends.
inline std::string mainOf(const std::string& html) {
  const std::size_t from = html.find("<main>") + 6;
  std::string result;
  for (const char c : html.substr(from, html.find("</main>") - from)) {
    if (c != '\n') result += c;
  }
  return result;
}

}  // namespace chancery::html::test
