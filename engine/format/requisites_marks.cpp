#include "format/requisite_groups.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// "на 3 л. в 1 экз.", for the figures that are stated.
std::string countsOf(const MarkWords& words, const Node& enclosure) {
  std::string text;
  const auto add = [&](std::string pattern, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += ' ';
    if (const std::size_t at = pattern.find("%1"); at != std::string::npos) {
      pattern.replace(at, 2, value);
    }
    text += pattern;
  };
  add(words.sheets, enclosure.attribute(Attribute::sheets));
  add(words.copies, enclosure.attribute(Attribute::copies));
  return text;
}

void addEnclosure(PartWork& work, const Node& node, Lines& lines) {
  lines.add(&node);
  const std::string counts = countsOf(work.context.profile.words, node);
  if (counts.empty()) return;
  lines.add((node.text.empty() ? "" : " ") + counts, statedBy(node));
}

/// The text of the node, or the usual word where it has none.
Paragraph wordMark(PartWork& work, const Node& node, StyleName style, const std::string& usual) {
  return Lines(work, style, node.origin)
      .addNumber(node.kind)
      .addOrBlank(&node, usual, node.origin)
      .take();
}

/// ГОСТ Р 7.0.97-2025, 27: what came in, its number and its date.
Paragraph receipt(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  const MarkWords& words = profile.words;
  Lines lines(work, StyleName::receipt, node.origin);
  lines.addNumber(Kind::receipt);
  if (const Node* text = node.find(Kind::text)) lines.add(text).line();
  const Node* number = node.find(Kind::number);
  const Node* date = node.find(Kind::date);
  if (number) {
    lines.add(words.receipt + profile.numberSign, node.origin)
        .addOrBlank(number, profile.numberBlank, node.origin);
  }
  if (date) {
    lines.add((number ? " " : "") + words.of, node.origin)
        .addDateOrBlank(date, profile.dateBlank, node.origin);
  }
  return lines.take();
}

/// ГОСТ Р 7.0.97-2025, 28: who carries it out, what, until when, by whose word and when.
Paragraph resolution(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  Lines lines(work, StyleName::resolution, node.origin);
  lines.addNumber(Kind::resolution);
  bool begun = false;
  const auto begin = [&] {
    if (std::exchange(begun, true)) lines.line();
  };
  for (const Node& child : node.children) {
    if (child.kind != Kind::performer) continue;
    begin();
    lines.add(&child);
  }
  if (const Node* text = node.find(Kind::text)) {
    begin();
    lines.add(text);
  }
  if (const Node* due = node.find(Kind::due)) {
    begin();
    lines.addPattern(profile.words.due, {due}, node.origin);
  }
  begin();
  addSignedName(work, node, lines);
  lines.line().addDateOrBlank(node.find(Kind::date), profile.dateBlank, node.origin);
  return lines.take();
}

/// ГОСТ Р 7.0.97-2025, 30: «В дело № 01-08», the year, and who sent it there.
Paragraph filing(PartWork& work, const Node& node) {
  const Profile& profile = work.context.profile;
  Lines lines(work, StyleName::filing, node.origin);
  lines.addNumber(Kind::filing)
      .add(profile.words.filing + profile.numberSign, node.origin)
      .addOrBlank(node.find(Kind::number), profile.numberBlank, node.origin);
  if (const Node* text = node.find(Kind::text)) lines.add(" ", node.origin).add(text);
  lines.line().add(node.find(Kind::post));
  if (node.find(Kind::name)) {
    lines.line();
    addSignedName(work, node, lines);
  }
  if (const Node* date = node.find(Kind::date)) {
    lines.line().addDateOrBlank(date, profile.dateBlank, node.origin);
  }
  return lines.take();
}

}  // namespace

/// ГОСТ Р 7.0.97-2025, 19: «Приложение: на 3 л. в 1 экз.», or a numbered list beside the word.
void appendEnclosures(PartWork& work, const Node& node, std::vector<Block>& blocks) {
  const MarkWords& words = work.context.profile.words;
  Lines caption(work, StyleName::enclosures, node.origin);
  caption.addNumber(Kind::enclosures);
  addCaption(node, words.enclosures, caption);
  if (node.children.size() == 1) {
    caption.add(" ", node.origin);
    addEnclosure(work, node.children[0], caption);
    blocks.push_back(caption.take());
    return;
  }
  caption.add("\u00a0", node.origin);  // keeps the word apart from the list
  Lines list(work, StyleName::enclosures, node.origin);
  int number = 0;
  for (const Node& enclosure : node.children) {
    if (number > 0) list.line();
    list.add(std::to_string(++number) + ".\u00a0", enclosure.origin);
    addEnclosure(work, enclosure, list);
  }
  Table table = makeSideBySide(work.context, {Column(), shareColumn()});
  table.origin = node.origin;
  Row row;
  row.cells.push_back(cellOf(caption.take()));
  row.cells.push_back(cellOf(list.take()));
  table.rows.push_back(std::move(row));
  blocks.push_back(std::move(table));
}

std::optional<Paragraph> mark(PartWork& work, const Node& node) {
  const MarkWords& words = work.context.profile.words;
  switch (node.kind) {
    case Kind::formCode:
      return formCode(work, node);
    case Kind::access:
      return access(work, node);
    case Kind::replyTo:
      return replyTo(work, node);
    case Kind::addressee:
      return linesOf(work, node, StyleName::addressee);
    case Kind::appendixMark:
      return appendixMark(work, node);
    case Kind::executor:
      return linesOf(work, node, StyleName::executor);
    case Kind::seal:
      return wordMark(work, node, StyleName::seal, words.seal);
    case Kind::control:
      return wordMark(work, node, StyleName::control, words.control);
    case Kind::receipt:
      return receipt(work, node);
    case Kind::resolution:
      return resolution(work, node);
    case Kind::filing:
      return filing(work, node);
    default:
      return std::nullopt;
  }
}

}  // namespace chancery::format
