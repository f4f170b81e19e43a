#include <algorithm>

#include "format/requisite_groups.h"
#include "lang/agreement.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

constexpr char kNoBreakSpace[] = "\u00a0";

/// СОГЛАСОВАНО or УТВЕРЖДАЮ: caption, post, organisation, place for the handwriting, name, date.
Paragraph personStamp(PartWork& work, const Node& node, StyleName style,
                      const std::string& usualCaption) {
  const Profile& profile = work.context.profile;
  Lines lines(work, style, node.origin);
  lines.addNumber(node.kind);
  addCaption(node, usualCaption, lines);
  lines.line().add(node.find(Kind::post));
  lines.line().add(node.find(Kind::organisation));
  lines.line();
  addSignedName(work, node, lines);
  lines.line().addDateOrBlank(node.find(Kind::date), profile.dateBlank, node.origin);
  return lines.take();
}

/// СОГЛАСОВАНО / протокол … / от … № …
Paragraph agreedByAct(PartWork& work, const Node& node) {
  Lines lines(work, StyleName::agreed, node.origin);
  lines.addNumber(node.kind);
  addCaption(node, work.context.profile.agreedCaption, lines);
  lines.line().add(node.find(Kind::text));
  addActDateAndNumber(work, node, lines);
  return lines.take();
}

Paragraph agreedStamp(PartWork& work, const Node& node) {
  if (node.find(Kind::text)) return agreedByAct(work, node);
  return personStamp(work, node, StyleName::agreed, work.context.profile.agreedCaption);
}

/// УТВЕРЖДЕНА / приказом … / от … № …; the word agrees with what is approved.
Paragraph actStamp(PartWork& work, const Node& node) {
  Lines lines(work, StyleName::approvedBy, node.origin);
  lines.addNumber(node.kind);
  const Node* text = node.find(Kind::text);
  const std::string_view caption = node.attribute(Attribute::caption);
  const bool hasOwn = text && lang::beginsWithApproved(text->plainText());
  if (!caption.empty()) {
    lines.add(std::string(caption), statedBy(node)).line();
  } else if (!hasOwn) {
    lines.add(lang::approvedForm(work.title), node.origin).line();
  }
  lines.add(text);
  addActDateAndNumber(work, node, lines);
  return lines.take();
}

/// Post, place for the handwriting and name, date, remarks.
Paragraph visa(PartWork& work, const Node& node) {
  Lines lines(work, StyleName::visa, node.origin);
  lines.addNumber(Kind::visa).add(node.find(Kind::post));
  if (node.find(Kind::post)) lines.line();
  addSignedName(work, node, lines);
  lines.line().addDateOrBlank(node.find(Kind::date), work.context.profile.dateBlank, node.origin);
  lines.line().add(node.find(Kind::remarks));
  return lines.take();
}

/// Two stamps facing each other at the edges of the text area.
Table facing(PartWork& work, Origin origin) {
  const Profile& profile = work.context.profile;
  const Length room = (work.context.styles.textWidth() - profile.stampGap) / 2;
  const Length width = std::min(profile.stampWidth, room);
  Table table =
      makeSideBySide(work.context, {fixedColumn(width), shareColumn(), fixedColumn(width)});
  table.origin = origin;
  return table;
}

Row facingRow() {
  Row row = wholeRow();
  row.cells.resize(3);
  return row;
}

/// The stamps of one kind, below each other.
void fillCell(PartWork& work, const Node& stamps, Kind kind, Cell& cell) {
  const StyleName style = kind == Kind::agreed ? StyleName::agreed : StyleName::approved;
  for (const Node& stamp : stamps.children) {
    if (stamp.kind != kind) continue;
    if (!cell.blocks.empty()) cell.blocks.push_back(makeParagraph(work.context, style, "", {}));
    cell.blocks.push_back(kind == Kind::agreed ? agreedStamp(work, stamp)
                                               : approvalStamp(work, stamp));
  }
}

}  // namespace

Paragraph approvalStamp(PartWork& work, const Node& node) {
  if (node.kind == Kind::approvedBy) return actStamp(work, node);
  return personStamp(work, node, StyleName::approved, work.context.profile.approvedCaption);
}

/// СОГЛАСОВАНО at the left edge facing УТВЕРЖДАЮ at the right one, then УТВЕРЖДЕНО by an act.
void appendStamps(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  if (node.find(Kind::agreed) || node.find(Kind::approved)) {
    Table table = facing(work, node.origin);
    Row row = facingRow();
    row.keepWithNext = true;
    const InCell inCell(work.context.styles);
    fillCell(work, node, Kind::agreed, row.cells[0]);
    fillCell(work, node, Kind::approved, row.cells[2]);
    table.rows.push_back(std::move(row));
    blocks.push_back(std::move(table));
  }
  for (const Node& stamp : node.children) {
    if (stamp.kind == Kind::approvedBy) blocks.push_back(actStamp(work, stamp));
  }
}

void appendBesideEachOther(PartWork& work, const Node& node, bool follows,
                           std::vector<Block>& blocks) {
  if (!follows) blocks.push_back(facing(work, node.origin));
  const auto place = [&](Cell& cell) {
    // The style of such stamps is that of the sheet's top, without space above.
    if (node.kind == Kind::agreed) {
      cell.blocks.push_back(makeParagraph(work.context, StyleName::agreed, "", {}));
    }
    cell.blocks.push_back(node.kind == Kind::visa ? visa(work, node) : agreedStamp(work, node));
  };
  auto& rows = std::get<Table>(blocks.back()).rows;
  const InCell inCell(work.context.styles);
  if (rows.empty() || !rows.back().cells[2].blocks.empty()) {
    rows.push_back(facingRow());
    place(rows.back().cells[0]);
  } else {
    place(rows.back().cells[2]);
  }
}

/// «Приложение № 2 / к приказу … / от … № …».
Paragraph appendixMark(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  Lines lines(work, StyleName::appendixMark, node.origin);
  lines.addNumber(Kind::appendixMark).add(profile.appendixCaption, node.origin);
  const Node* number = node.find(Kind::number);
  if (hasText(number)) {
    lines.add(kNoBreakSpace + profile.numberSign, node.origin).add(number);
  }
  if (const Node* to = node.find(Kind::to)) {
    lines.line().add(to->find(Kind::text));
    addActDateAndNumber(work, *to, lines);
  }
  return lines.take();
}

void addActDateAndNumber(PartWork& work, const Node& act, Lines& lines) {
  const Profile& profile = work.context.profile;
  const Node* date = act.find(Kind::date);
  const Node* number = act.find(Kind::number);
  if (!date && !number) return;
  lines.line();
  if (date) {
    lines.add(profile.words.of, date->origin).addDateOrBlank(date, profile.dateBlank, date->origin);
  }
  if (number) {
    lines.add((date ? " " : "") + profile.numberSign, number->origin)
        .addOrBlank(number, profile.numberBlank, number->origin);
  }
}

void addCaption(const Node& node, const std::string& usual, Lines& lines) {
  const std::string_view caption = node.attribute(Attribute::caption);
  if (caption.empty()) {
    lines.add(usual, node.origin);
  } else {
    lines.add(std::string(caption), statedBy(node));
  }
}

void addSignedName(PartWork& work, const Node& node, Lines& lines) {
  lines.add(work.context.profile.signatureLine, node.origin).add(node.find(Kind::name));
}

}  // namespace chancery::format
