#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "format/inlines.h"
#include "format/messages.h"
#include "format/profile_blocks.h"
#include "format/table_columns.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

int spanOf(std::string_view value) {
  int span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return span;
}

void alignAll(std::vector<Block>& blocks, Align align) {
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block); paragraph && !paragraph->align) {
      paragraph->align = align;
    }
  }
}

Row fullWidthRow(std::size_t count) {
  Row row;
  row.cells.emplace_back();
  row.cells.back().columnSpan = static_cast<int>(count);
  return row;
}

/// The rows of one table below its header.
class Body {
 public:
  Body(Context& context, const Node& node, const Columns& columns, Table& table)
      : context_(context), columns_(columns), table_(table), split_(context.profile.splitRows) {
    const std::string_view rows = node.attribute(Attribute::rows);
    if (!rows.empty()) split_ = rows == "split";
    numbers_.resize(columns.count(), 0);
    taken_.resize(columns.count(), 0);
  }

  void addRow(const Node& node) {
    const bool isTotal = node.attribute(Attribute::total) == "yes";
    if (isTotal) endGroups();
    Row row;
    row.split = split_;
    const std::string_view split = node.attribute(Attribute::split);
    if (!split.empty()) row.split = split == "yes";
    row.keepWithNext = node.attribute(Attribute::keep) == "with-next";
    row.cells.reserve(node.children.size());
    std::size_t column = 0;
    for (const Node& child : node.children) {
      skipTaken(column);
      row.cells.push_back(makeCell(child, column, isTotal));
      const Cell& cell = row.cells.back();
      for (int i = 0; i < cell.columnSpan && column < taken_.size(); ++i) {
        taken_[column++] = cell.rowSpan - 1;
      }
    }
    skipTaken(column);
    table_.rows.push_back(std::move(row));
    if (isTotal) firstOfGroups_ = table_.rows.size();
  }

  /// A section: its first paragraph is the title, a row that stays with the next; the rest is its
  /// body, a row of its own that may go on to the next page; columns repeat the header.
  void addSection(const Node& node) {
    endGroups();
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (columns_.numbers[i] == Columns::Numbers::bySection) numbers_[i] = 0;
    }
    addSectionRows(node);
    appendHeaderRows(context_, node, columns_.count(), false, table_.rows);
    firstOfGroups_ = table_.rows.size();
  }

  /// Merges what was added since the last section or total.
  void endGroups() {
    const auto first = table_.rows.begin() + static_cast<std::ptrdiff_t>(firstOfGroups_);
    if (!columns_.groups.empty()) {
      mergeGroups(columns_.groups, columns_.count(), first, table_.rows.end());
    }
    firstOfGroups_ = table_.rows.size();
  }

 private:
  void skipTaken(std::size_t& column) {
    while (column < taken_.size() && taken_[column] > 0) --taken_[column++];
  }

  Cell makeCell(const Node& node, std::size_t column, bool isTotal) {
    Cell cell;
    cell.columnSpan = spanOf(node.attribute(Attribute::columns));
    cell.rowSpan = spanOf(node.attribute(Attribute::rows));
    cell.header = node.attribute(Attribute::header) == "yes";
    const TextStyles styles = isTotal ? kInTotal : kInCell;
    for (const Node& block : node.children) appendBlock(context_, block, styles, cell.blocks);
    auto align = parseAlign(node.attribute(Attribute::align));
    if (column < columns_.count()) {
      const bool isNumbered = columns_.numbers[column] != Columns::Numbers::none && !isTotal;
      if (isNumbered && cell.blocks.empty()) cell.blocks.push_back(rowNumber(node, column));
      if (!align) align = columns_.aligns[column];
      cell.verticalAlign = columns_.verticalAligns[column];
    }
    cell.verticalAlign =
        parseVerticalAlign(node.attribute(Attribute::verticalAlign), cell.verticalAlign);
    if (align) alignAll(cell.blocks, *align);
    return cell;
  }

  Paragraph rowNumber(const Node& cell, std::size_t column) {
    Origin origin = cell.origin;
    origin.words = Words::engine;
    const std::string number = std::to_string(++numbers_[column]);
    return makeParagraph(context_, StyleName::tableText,
                         filled(context_.profile.blocks.rowNumber, {number}), origin);
  }

  void addSectionRows(const Node& node) {
    Row title = fullWidthRow(columns_.count());
    title.split = false;
    Row body = fullWidthRow(columns_.count());
    for (const Node& child : node.children) {
      std::vector<Block>& titleBlocks = title.cells[0].blocks;
      if (titleBlocks.empty() && child.kind == Kind::paragraph) {
        titleBlocks.push_back(makeParagraph(context_, StyleName::tableSection, child));
      } else {
        appendBlock(context_, child, kInCell, body.cells[0].blocks);
      }
    }
    const bool hasTitle = !title.cells[0].blocks.empty();
    const bool hasBody = !body.cells[0].blocks.empty();
    title.keepWithNext = hasBody || node.attribute(Attribute::keep) == "with-next";
    if (hasTitle || !hasBody) table_.rows.push_back(std::move(title));
    if (hasBody) table_.rows.push_back(std::move(body));
  }

  Context& context_;
  const Columns& columns_;
  Table& table_;
  bool split_;
  std::vector<int> numbers_;
  std::vector<int> taken_;  // rows that a cell from above still takes, by column
  std::size_t firstOfGroups_ = 0;
};

Table makeTable(Context& context, const Node& node) {
  Table table;
  table.index = context.out.tableCount++;
  table.origin = node.origin;
  table.border = context.profile.tableBorder;
  table.paddingX = context.profile.tablePaddingX;
  table.paddingY = context.profile.tablePaddingY;
  const Columns columns = readColumns(node);
  for (const Node* column : columns.nodes) table.columns.push_back(parseColumn(context, *column));
  const bool repeat = node.attribute(Attribute::header) != "once";
  appendHeaderRows(context, node, columns.count(), repeat, table.rows);
  Body body(context, node, columns, table);
  body.endGroups();  // the header's rows are not merged
  for (const Node& child : node.children) {
    if (child.kind == Kind::row) {
      body.addRow(child);
    } else if (child.kind == Kind::sectionRow) {
      body.addSection(child);
    }
  }
  body.endGroups();
  if (!table.rows.empty()) table.rows.back().keepWithNext = false;
  return table;
}

/// The longest run of characters without a break, in a node's own and nested text.
std::size_t longestWord(const Node& node) {
  std::size_t longest = 0;
  const std::string text = node.plainText();
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find_first_of(" \n-/", from), text.size());
    longest = std::max(longest, utf8::countCharacters(std::string_view(text).substr(from, to - from)));
    from = to + 1;
  }
  for (const Node& child : node.children) longest = std::max(longest, longestWord(child));
  return longest;
}

/// The least width that the columns need, by their longest words: fonts are not known here, so a
/// character counts as six tenths of the size, a little more than the widest text has.
Length leastWidth(const Context& context, const Node& node) {
  constexpr int kTenthsOfSize = 6;
  const Length size = context.profile.look(StyleName::tableText).text.size;
  const Length padding = context.profile.tablePaddingX * 2;
  const auto leaves = leafColumns(node);
  std::vector<std::size_t> words;
  for (const Node* column : leaves) words.push_back(longestWord(*column));
  for (const Node& row : node.children) {
    if (row.kind != Kind::row || row.children.size() != leaves.size()) continue;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      if (!row.children[i].attribute(Attribute::columns).empty()) break;
      words[i] = std::max(words[i], longestWord(row.children[i]));
    }
  }
  Length total;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto fixed = parseLength(leaves[i]->attribute(Attribute::width));
    total += fixed.value_or(size.scaled(static_cast<std::int64_t>(words[i]) * kTenthsOfSize, 10) + padding);
  }
  return total;
}

bool wantsLandscape(const Context& context, const Node& node) {
  const std::string_view orientation = node.attribute(Attribute::orientation);
  if (orientation == "landscape") return true;
  return orientation == "auto" && leastWidth(context, node) > context.styles.textWidth();
}

void checkWidth(Context& context, const Node& node, const Table& table) {
  Length fixed;
  for (const Column& column : table.columns) fixed += column.fixed;
  const Length room = context.styles.textWidth();
  if (fixed <= room) return;
  const auto millimetres = [](Length length) {
    return std::to_string((length.toEmu() + Length::kEmuPerMillimetre / 2) / Length::kEmuPerMillimetre);
  };
  context.diagnostics
      .error(messages::kTableTooWide, context.sources.place(node.origin.stated),
             {millimetres(fixed), millimetres(room)})
      .hint(messages::kTooWideHint);
}

void appendParts(Context& context, const Node& node, std::vector<Block>& blocks) {
  auto caption = makeCaption(context, node, StyleName::tableCaption, context.profile.blocks.tableCaption);
  if (caption) {
    caption->keepWithNext = true;
    blocks.push_back(std::move(*caption));
  }
  blocks.push_back(makeTable(context, node));
  auto& table = std::get<Table>(blocks.back());
  if (&blocks == context.flow) checkWidth(context, node, table);
  const Node* source = node.find(Kind::source);
  if (!source) return;
  if (!table.rows.empty()) table.rows.back().keepWithNext = true;
  blocks.push_back(makeParagraph(context, StyleName::tableNote, *source));
}

}  // namespace

void appendTable(Context& context, const Node& node, std::vector<Block>& blocks) {
  const bool turns =
      &blocks == context.flow && !context.landscape && wantsLandscape(context, node);
  if (turns) context.turn(true);
  appendParts(context, node, blocks);
  if (turns) context.turn(false);
}

Table makeSideBySide(Context& context, std::vector<Column> columns) {
  Table table;
  table.index = context.out.tableCount++;
  table.presentational = true;
  table.columns = std::move(columns);
  return table;
}

}  // namespace chancery::format
