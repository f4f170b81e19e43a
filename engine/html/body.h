#pragma once

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

/// Writes the blocks of a document.
class Body {
 public:
  explicit Body(const format::Document& document) : document_(document) {}

  void addSection(const format::Section& section, std::size_t part);
  bool hasHeadings() const { return !outline_.empty(); }
  std::string take() { return out_.take(); }

 private:
  using Blocks = const format::Block*;

  void addBlocks(Blocks first, Blocks end);
  void addList(Blocks first, Blocks end);
  void addParagraph(const format::Paragraph& paragraph);
  void addRun(const format::Run& run, const format::TextStyle& usual);
  void addTable(const format::Table& table);
  void addSideBySide(const format::Table& table);
  void addRows(const format::Table& table, std::size_t first, std::size_t end, bool inHead);
  void addCell(const format::Cell& cell, bool ofColumn);

  const format::Document& document_;
  Markup out_;
  Outline outline_;
  std::size_t part_ = 0;
  int tables_ = 0;
  int depth_ = 0;  // of tables inside tables
};

}  // namespace chancery::html
