#include <algorithm>

#include "base/utf8.h"
#include "format/requisite_groups.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

Lines postLines(PartWork& work, const Node& node) {
  Lines post(work, StyleName::signature, node.origin);
  post.addNumber(Kind::signature).add(node.find(Kind::post));
  if (node.find(Kind::post)) post.line();
  post.add(node.find(Kind::organisation));
  return post;
}

/// What the frame says, line by line; no lines at all when nothing is known yet.
Paragraph markLines(PartWork& work, const Node& node) {
  const ElectronicSignatureLook& look = work.context.profile.electronicSignature;
  Lines lines(work, StyleName::electronicSignature, node.origin);
  TextStyle bold = work.context.profile.look(StyleName::electronicSignature).text;
  bold.bold = true;
  lines.addNumber(Kind::electronicSignature).addStyled(look.title, bold, node.origin);
  if (const Node* certificate = node.find(Kind::certificate)) {
    lines.line().addPattern(look.certificate, {certificate}, node.origin);
  }
  if (const Node* owner = node.find(Kind::owner)) {
    lines.line().addPattern(look.owner, {owner}, node.origin);
  }
  const Node* from = node.find(Kind::validFrom);
  const Node* to = node.find(Kind::validTo);
  if (from && to) lines.line().addPattern(look.valid, {from, to}, node.origin, look.dateFormat);
  return lines.take();
}

/// As many empty lines as the mark is going to have.
void appendEmptyPlace(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const ElectronicSignatureLook& look = work.context.profile.electronicSignature;
  const auto titleLines = 1 + std::count(look.title.begin(), look.title.end(), '\n');
  for (auto line = -3 - titleLines; line < 0; ++line) {
    blocks.push_back(makeParagraph(work.context, StyleName::electronicSignature, "", node.origin));
  }
}

/// ГОСТ Р 7.0.97-2025, 23: where the handwritten signature would stand; nothing overlaps it.
Table frame(PartWork& work, const Node& node) {
  const ElectronicSignatureLook& look = work.context.profile.electronicSignature;
  Table table = makeSideBySide(work.context, {shareColumn()});
  table.origin = node.origin;
  table.paddingX = table.paddingY = look.padding;
  table.rows.push_back(wholeRow());
  table.rows[0].cells.resize(1);
  auto& blocks = table.rows[0].cells[0].blocks;
  if (node.children.empty()) {
    appendEmptyPlace(work, node, blocks);
  } else {
    table.border = look.border;
    blocks.push_back(markLines(work, node));
  }
  return table;
}

Cell frameCell(PartWork& work, const Node& node) {
  Cell cell;
  cell.verticalAlign = VerticalAlign::bottom;
  // An empty line keeps the frame off what stands above it.
  cell.blocks.push_back(
      makeParagraph(work.context, StyleName::electronicSignature, "", node.origin));
  cell.blocks.push_back(frame(work, node));
  return cell;
}

/// Post at left, initials and surname flush right on the post's last line; the mark of an
/// electronic signature between them.
Row signatureRow(PartWork& work, const Node& node) {
  Row row = wholeRow();
  row.cells.push_back(cellOf(postLines(work, node).take(), VerticalAlign::bottom));
  if (const Node* mark = node.find(Kind::electronicSignature)) {
    row.cells.push_back(frameCell(work, *mark));
  }
  Lines name(work, StyleName::signatureName, node.origin);
  name.add(node.find(Kind::name));
  row.cells.push_back(cellOf(name.take(), VerticalAlign::bottom));
  return row;
}

std::vector<Column> signatureColumns(const Profile& profile, const Node& node) {
  if (!node.find(Kind::electronicSignature)) {
    return {shareColumn(), fixedColumn(profile.signatureNameWidth)};
  }
  const ElectronicSignatureLook& look = profile.electronicSignature;
  return {shareColumn(), fixedColumn(look.width), fixedColumn(look.nameWidth)};
}

int linesOfParagraph(const Paragraph& paragraph, std::size_t charactersOfLine) {
  std::size_t characters = 0;
  for (const Run& run : paragraph.runs) characters += utf8::countCharacters(run.text);
  return static_cast<int>(characters / charactersOfLine) + 1;
}

/// Lines that a row has at least: those of its longest cell, were it as wide as the text area.
int linesOfRow(const Row& row, std::size_t charactersOfLine) {
  int most = 0;
  for (const Cell& cell : row.cells) {
    int lines = 0;
    for (const Block& block : cell.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
        lines += linesOfParagraph(*paragraph, charactersOfLine);
      }
    }
    most = std::max(most, lines);
  }
  return most;
}

/// Holds the last rows to what follows the table. Result: how many lines they have.
int keepRows(Table& table, int wanted, std::size_t charactersOfLine) {
  int lines = 0;
  for (auto row = table.rows.rbegin(); row != table.rows.rend() && lines < wanted; ++row) {
    row->keepWithNext = true;
    lines += linesOfRow(*row, charactersOfLine);
  }
  return lines;
}

}  // namespace

void appendSignature(PartWork& work, const Node& node, bool follows, std::vector<Block>& blocks) {
  std::vector<Column> columns = signatureColumns(work.context.profile, node);
  // Signatures with and without a mark have other columns: a table each, held together.
  if (follows && std::get<Table>(blocks.back()).columns.size() != columns.size()) {
    std::get<Table>(blocks.back()).rows.back().keepWithNext = true;
    follows = false;
  }
  if (!follows) {
    blocks.push_back(makeSideBySide(work.context, std::move(columns)));
    std::get<Table>(blocks.back()).origin = node.origin;
  }
  auto& table = std::get<Table>(blocks.back());
  if (!table.rows.empty()) table.rows.back().keepWithNext = true;
  table.rows.push_back(signatureRow(work, node));
}

void appendJointSignature(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  constexpr std::size_t kBesideEachOther = 2;
  Table table = makeSideBySide(work.context, {shareColumn(), shareColumn()});
  table.origin = node.origin;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i % kBesideEachOther == 0) {
      if (!table.rows.empty()) table.rows.back().keepWithNext = true;
      table.rows.push_back(wholeRow());
      table.rows.back().cells.resize(kBesideEachOther);
    }
    const Node& signature = node.children[i];
    Lines lines = postLines(work, signature);
    lines.line();
    addSignedName(work, signature, lines);
    auto& cell = table.rows.back().cells[i % kBesideEachOther];
    cell.verticalAlign = VerticalAlign::bottom;
    cell.blocks.push_back(lines.take());
    if (const Node* mark = signature.find(Kind::electronicSignature)) {
      cell.blocks.push_back(frame(work, *mark));
    }
  }
  blocks.push_back(std::move(table));
}

void appendElectronicSignature(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const Length width = work.context.profile.electronicSignature.width;
  Table table = makeSideBySide(work.context, {shareColumn(), fixedColumn(width), shareColumn()});
  table.origin = node.origin;
  table.rows.push_back(wholeRow());
  table.rows[0].cells.resize(3);
  table.rows[0].cells[1] = frameCell(work, node);
  blocks.push_back(std::move(table));
}

/// Counted in characters, since lines are not known yet: fewer than a full line has are assumed.
void keepWithSignature(Context& context, std::vector<Block>& blocks) {
  const auto charactersOfLine = static_cast<std::size_t>(context.profile.charactersOfLine);
  int wanted = context.profile.keepLinesWithSignature;
  for (auto block = blocks.rbegin(); block != blocks.rend() && wanted > 0; ++block) {
    if (auto* table = std::get_if<Table>(&*block)) {
      wanted -= keepRows(*table, wanted, charactersOfLine);
      if (!table->presentational) return;
    } else if (auto* paragraph = std::get_if<Paragraph>(&*block)) {
      paragraph->keepWithNext = paragraph->keepLines = true;
      wanted -= linesOfParagraph(*paragraph, charactersOfLine);
    } else {
      return;
    }
  }
}

/// ГОСТ Р 7.0.97-2025, 26: «Верно», post, signature, name, date, where the original is, the seal.
void appendCopyMark(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const Profile& profile = work.context.profile;
  Lines caption(work, StyleName::copyMark, node.origin);
  caption.addNumber(Kind::copyMark);
  addCaption(node, profile.words.copy, caption);
  blocks.push_back(caption.take());
  std::get<Paragraph>(blocks.back()).keepWithNext = true;
  if (node.find(Kind::post) || node.find(Kind::name)) {
    Table table =
        makeSideBySide(work.context, {shareColumn(), fixedColumn(profile.signatureNameWidth)});
    table.origin = node.origin;
    Row row = wholeRow();
    row.keepWithNext = node.find(Kind::date) || node.find(Kind::text);
    Lines post(work, StyleName::copyMark, node.origin);
    post.add(node.find(Kind::post));
    Lines name(work, StyleName::copyMark, node.origin);
    name.add(node.find(Kind::name));
    row.cells.push_back(cellOf(post.take(), VerticalAlign::bottom));
    row.cells.push_back(cellOf(name.take(), VerticalAlign::bottom));
    std::get<Paragraph>(row.cells[1].blocks[0]).align = Align::right;
    table.rows.push_back(std::move(row));
    blocks.push_back(std::move(table));
  }
  Lines rest(work, StyleName::copyMark, node.origin);
  if (const Node* date = node.find(Kind::date)) {
    rest.addDateOrBlank(date, profile.dateBlank, node.origin);
  }
  rest.line().add(node.find(Kind::text));
  if (!rest.empty()) blocks.push_back(rest.take());
  if (const Node* seal = node.find(Kind::seal)) blocks.push_back(*mark(work, *seal));
}

}  // namespace chancery::format
