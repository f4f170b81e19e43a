#include <algorithm>

#include "format/requisite_groups.h"
#include "format/requisite_pictures.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

bool isOrganisation(Kind kind) {
  return kind == Kind::organisation || kind == Kind::line;
}

bool isPicture(Kind kind) {
  return kind == Kind::coatOfArms || kind == Kind::emblem || kind == Kind::trademark;
}

/// Address, telephone, e-mail and site on lines of their own, the codes on one.
Paragraph contacts(PartWork& work, const Node& node) {
  const MarkWords& words = work.context.profile.words;
  Lines lines(work, StyleName::contacts, node.origin);
  lines.addNumber(Kind::contacts);
  bool begins = false;  // the number of the requisite begins no line of its own
  for (const Kind kind : {Kind::address, Kind::phone, Kind::email, Kind::site}) {
    for (const Node& child : node.children) {
      if (child.kind != kind) continue;
      if (std::exchange(begins, true)) lines.line();
      if (kind == Kind::phone) {
        lines.addPattern(words.phone, {&child}, node.origin);
      } else if (kind == Kind::email) {
        lines.addPattern(words.email, {&child}, node.origin);
      } else {
        lines.add(&child);
      }
    }
  }
  bool first = true;
  const auto addCode = [&](Kind kind, const std::string& pattern) {
    const Node* code = node.find(kind);
    if (!code) return;
    if (!std::exchange(first, false)) {
      lines.add(", ", node.origin);
    } else if (begins) {
      lines.line();
    }
    lines.addPattern(pattern, {code}, node.origin);
  };
  addCode(Kind::okpo, words.okpo);
  addCode(Kind::ogrn, words.ogrn);
  addCode(Kind::inn, words.inn);
  return lines.take();
}

/// The words of a letterhead (or of one side of it) from the top down: lines of the organisation
/// that follow each other are one paragraph.
void appendWords(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const auto& children = node.children;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Node& child = children[i];
    if (isOrganisation(child.kind)) {
      Lines lines(work, StyleName::letterhead, node.origin);
      lines.addNumber(child.kind).add(&child);
      for (; i + 1 < children.size() && isOrganisation(children[i + 1].kind); ++i) {
        lines.line().add(&children[i + 1]);
      }
      blocks.push_back(lines.take());
    } else if (child.kind == Kind::unit || child.kind == Kind::post) {
      const StyleName style = child.kind == Kind::unit ? StyleName::unit : StyleName::authorPost;
      blocks.push_back(Lines(work, style, child.origin).addNumber(child.kind).add(&child).take());
    } else if (child.kind == Kind::contacts) {
      blocks.push_back(contacts(work, child));
    }
  }
}

std::vector<Block> pictures(PartWork& work, const Node& node, Length room) {
  std::vector<Block> blocks;
  for (const Node& child : node.children) {
    if (!isPicture(child.kind)) continue;
    if (auto picture = letterheadPicture(work, child, room)) blocks.push_back(std::move(*picture));
  }
  return blocks;
}

/// Two languages side by side, the coat of arms between them.
void appendSides(PartWork& work, const Node& node, const std::vector<const Node*>& sides,
                 std::vector<Block>& blocks) {
  const InCell inCell(work.context.styles);
  const Length middle = work.context.profile.letterhead.cornerGap * 3;
  Table table = makeSideBySide(work.context, {shareColumn(), fixedColumn(middle), shareColumn()});
  table.origin = node.origin;
  table.rows.push_back(wholeRow());
  table.rows[0].keepWithNext = true;
  auto& cells = table.rows[0].cells;
  cells.resize(3);
  appendWords(work, *sides[0], cells[0].blocks);
  cells[1].blocks = pictures(work, node, middle);
  for (std::size_t i = 1; i < sides.size(); ++i) appendWords(work, *sides[i], cells[2].blocks);
  blocks.push_back(std::move(table));
}

/// Where the requisites at the head of a part stand beside a corner letterhead.
enum class Corner { left, right, none };

Corner cornerOf(const Node& node) {
  switch (node.kind) {
    case Kind::letterhead:
    case Kind::kind:
    case Kind::registration:
    case Kind::replyTo:
    case Kind::place:
      return Corner::left;
    case Kind::formCode:
    case Kind::access:
    case Kind::control:
    case Kind::addressee:
      return Corner::right;
    case Kind::stamps:  // a stamp of agreement faces one of approval under the letterhead
      return node.find(Kind::agreed) ? Corner::none : Corner::right;
    default:
      return Corner::none;
  }
}

/// Date and number in one line.
Paragraph registrationLine(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  Lines lines(work, StyleName::registrationDate, node.origin);
  lines.addNumber(Kind::date)
      .addDateOrBlank(node.find(Kind::date), profile.dateBlank, node.origin)
      .add(" ", node.origin)
      .addNumber(Kind::number)
      .add(profile.numberSign, node.origin)
      .addOrBlank(node.find(Kind::number), profile.numberBlank, node.origin);
  return lines.take();
}

void appendLeft(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  switch (node.kind) {
    case Kind::letterhead:
      appendLetterhead(work, node, blocks);
      break;
    case Kind::registration:
      blocks.push_back(registrationLine(work, node));
      break;
    case Kind::replyTo:
      blocks.push_back(replyTo(work, node));
      break;
    default: {
      const StyleName style = node.kind == Kind::kind ? StyleName::kind : StyleName::place;
      blocks.push_back(makeParagraph(work.context, style, node));
      addNumber(work, node.kind, std::get<Paragraph>(blocks.back()));
    }
  }
}

void appendRight(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  if (node.kind == Kind::stamps) {
    for (const Node& stamp : node.children) blocks.push_back(approvalStamp(work, stamp));
  } else {
    blocks.push_back(*mark(work, node));
  }
}

void alignAll(std::vector<Block>& blocks, Align align) {
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) paragraph->align = align;
  }
}

}  // namespace

void appendLetterhead(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  std::vector<const Node*> sides;
  for (const Node& child : node.children) {
    if (child.kind == Kind::side) sides.push_back(&child);
  }
  if (!sides.empty()) {
    appendSides(work, node, sides, blocks);
  } else {
    for (Block& block : pictures(work, node, work.context.styles.textWidth())) {
      blocks.push_back(std::move(block));
    }
  }
  appendWords(work, node, blocks);
}

bool hasCornerLetterhead(const Profile& profile, const Node& part) {
  const Node* letterhead = part.find(Kind::letterhead);
  if (!letterhead) return false;
  const std::string_view form = letterhead->attribute(Attribute::form);
  return form.empty() ? profile.letterhead.corner : form == "corner";
}

std::size_t appendCorner(PartWork& work, const Node& part, std::vector<Block>& blocks) {
  const LetterheadLook& look = work.context.profile.letterhead;
  const Length width = std::min(look.cornerWidth, work.context.styles.textWidth() / 2);
  Table table = makeSideBySide(work.context,
                               {fixedColumn(width), fixedColumn(look.cornerGap), shareColumn()});
  table.origin = part.find(Kind::letterhead)->origin;
  Row row = wholeRow();
  row.keepWithNext = true;
  row.cells.resize(3);
  const InCell inCell(work.context.styles);
  std::size_t taken = 0;
  for (; taken < part.children.size(); ++taken) {
    const Node& node = part.children[taken];
    const Corner corner = cornerOf(node);
    if (corner == Corner::none) break;
    if (corner == Corner::left) {
      appendLeft(work, node, row.cells[0].blocks);
    } else {
      appendRight(work, node, row.cells[2].blocks);
    }
  }
  alignAll(row.cells[0].blocks, look.cornerAlign);
  table.rows.push_back(std::move(row));
  blocks.push_back(std::move(table));
  return taken;
}

/// Date at left, number at right, on one line.
void appendRegistration(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const Profile& profile = work.context.profile;
  Table table = makeSideBySide(work.context, {shareColumn(), shareColumn()});
  table.origin = node.origin;
  Lines date(work, StyleName::registrationDate, node.origin);
  date.addNumber(Kind::date).addDateOrBlank(node.find(Kind::date), profile.dateBlank, node.origin);
  Lines number(work, StyleName::registrationNumber, node.origin);
  number.addNumber(Kind::number)
      .add(profile.numberSign, node.origin)
      .addOrBlank(node.find(Kind::number), profile.numberBlank, node.origin);
  Row row = wholeRow();
  row.keepWithNext = true;
  row.cells.push_back(cellOf(date.take()));
  row.cells.push_back(cellOf(number.take()));
  table.rows.push_back(std::move(row));
  blocks.push_back(std::move(table));
}

/// «На № … от …»: what is not known is left for handwriting.
Paragraph replyTo(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  const MarkWords& words = profile.words;
  Lines lines(work, StyleName::replyTo, node.origin);
  lines.addNumber(Kind::replyTo)
      .add(words.reply + profile.numberSign, node.origin)
      .addOrBlank(node.find(Kind::number), words.replyNumberBlank, node.origin)
      .add(" " + words.of, node.origin)
      .addDateOrBlank(node.find(Kind::date), words.replyDateBlank, node.origin);
  return lines.take();
}

Paragraph access(PartWork& work, const Node& node) {
  Lines lines(work, StyleName::access, node.origin);
  lines.addNumber(Kind::access).add(node.find(Kind::text));
  const Node* copy = node.find(Kind::number);
  if (hasText(copy)) {
    if (hasText(node.find(Kind::text))) lines.line();
    lines.addPattern(work.context.profile.words.copyNumber, {copy}, node.origin);
  }
  return lines.take();
}

Paragraph linesOf(PartWork& work, const Node& node, StyleName style) {
  Lines lines(work, style, node.origin);
  lines.addNumber(node.kind);
  bool first = true;
  for (const Node& child : node.children) {
    if (!std::exchange(first, false)) lines.line();
    lines.add(&child);
  }
  return lines.take();
}

Paragraph formCode(PartWork& work, const Node& node) {
  Lines lines(work, StyleName::formCode, node.origin);
  lines.addNumber(Kind::formCode)
      .addPattern(work.context.profile.words.formCode, {&node}, node.origin);
  return lines.take();
}

}  // namespace chancery::format
