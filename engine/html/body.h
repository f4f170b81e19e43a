#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/markup.h"
#include "format/model.h"

namespace chancery::html {

/// Gives headings their levels: the first is h1, the title of a later part stands below it, and
/// none is more than one level deeper than the heading before it.
class Outline {
 public:
  /// Level of a heading of this role in a part (counted from 0).
  int next(format::Role role, std::size_t part);
  bool empty() const { return open_.empty(); }

 private:
  std::vector<int> open_;  // wanted levels of the headings that enclose what comes now
  bool isTitled_ = false;  // the first part has a title
};

/// What is read where a bookmark stands; for references that name its page only.
std::vector<std::string> bookmarkTexts(const format::Document& document);

/// Writes the blocks of a document.
class Body {
 public:
  explicit Body(const format::Document& document);

  void addSection(const format::Section& section, std::size_t part);
  bool hasHeadings() const { return !outline_.empty(); }
  std::string take() { return out_.take(); }

 private:
  using Blocks = const format::Block*;
  using Runs = const format::Run*;

  // body.cpp: blocks
  void addBlocks(Blocks first, Blocks end);
  Blocks addBlock(Blocks block, Blocks end);
  void addList(Blocks first, Blocks end);
  void addParagraph(const format::Paragraph& paragraph);
  void openParagraph(std::string_view tag, const format::Paragraph& paragraph);
  void addContent(const format::Paragraph& paragraph);
  void addContents(const format::Contents& contents);
  void addFootnotes();

  // runs.cpp: what stands in a line
  void addRuns(const format::Paragraph& paragraph, Runs end);
  void addLinked(Runs first, Runs end, const format::TextStyle& usual);
  void addRun(const format::Run& run, const format::TextStyle& usual);
  void addText(const format::Run& run, const format::TextStyle& usual);
  void addFootnoteMark(const format::Run& run);

  // objects.cpp: pictures and charts
  bool isFigure(const format::Paragraph& paragraph) const;
  void addFigure(const format::Paragraph& paragraph, const format::Paragraph* caption);
  void addObject(int index);
  void addDrawing(const image::Drawing& drawing, const format::Object& object,
                  const std::string& alternative);
  void addChartData(const chart::Chart& chart);
  void addDataOfCharts(const format::Paragraph& paragraph);
  void addPlaced(const format::Section& section);
  const format::Object& object(int index) const;

  // tables.cpp
  void addTable(const format::Table& table, const format::Paragraph* caption);
  void addSideBySide(const format::Table& table);
  void addBodyRows(const format::Table& table, std::size_t first);
  void addRows(const format::Table& table, std::size_t first, std::size_t end, bool inHead);
  void addCell(const format::Cell& cell, std::string_view scope);

  std::string_view inLanguage(std::string_view russian, std::string_view english) const {
    return document_.language.starts_with("ru") ? russian : english;
  }

  const format::Document& document_;
  const std::vector<std::string> bookmarkTexts_;
  Markup out_;
  Outline outline_;
  std::size_t part_ = 0;
  int tables_ = 0;
  int charts_ = 0;
  int depth_ = 0;            // of tables inside tables
  int contents_ = 0;         // tables of contents so far
  std::vector<int> marked_;  // footnotes whose marks stand in this section
};

/// Whether there is anything to read or see: paragraphs without words only keep things apart.
bool isEmpty(const format::Paragraph& paragraph);

}  // namespace chancery::html
