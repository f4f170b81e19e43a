#include "format/blocks.h"
#include "format/profile_blocks.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// «Приложение 2. Перечень школ»; the pattern is cut where a number or title is missing.
std::string appendixLine(const Context& context, const Target& target) {
  const std::string& pattern = context.profile.blocks.appendixTitle;
  const Node* part = target.node->find(Kind::part);
  const Node* title = part ? part->find(Kind::title) : nullptr;
  const std::string words = title ? oneLine(title->plainText()) : std::string();
  if (target.number.empty()) {
    std::string start = pattern.substr(0, pattern.find("%1"));
    while (start.ends_with(' ')) start.pop_back();
    while (start.ends_with("\u00a0")) start.resize(start.size() - 2);
    return words.empty() ? start : start + ". " + words;
  }
  return filled(words.empty() ? pattern.substr(0, pattern.find("%1") + 2) : pattern,
                {target.number, words});
}

std::string lineOf(const Context& context, const Target& target) {
  const BlockLook& look = context.profile.blocks;
  const std::string title(target.node->attribute(Attribute::title));
  const auto captioned = [&](const std::string& pattern) {
    return filled(title.empty() ? pattern.substr(0, pattern.find("%1") + 2) : pattern,
                  {target.number, title});
  };
  switch (target.kind) {
    case Target::Kind::table:
      return captioned(look.tableCaption);
    case Target::Kind::figure:
      return captioned(look.figureCaption);
    case Target::Kind::appendix:
      return appendixLine(context, target);
    default:
      break;
  }
  std::string number = target.label ? target.label->text
                                    : std::string(target.node->attribute(Attribute::number));
  if (!number.empty()) number += ' ';
  return number + oneLine(target.node->plainText());
}

StyleName styleOf(const Target& target, Contents::Of of) {
  if (of != Contents::Of::headings) return StyleName::contentsList;
  if (target.kind == Target::Kind::appendix || target.level == 1) return StyleName::contents1;
  return target.level == 2 ? StyleName::contents2 : StyleName::contents3;
}

/// Text, dots, page: the whole line leads to what it names.
Paragraph makeLine(Context& context, const Node& node, const Target& target, Contents::Of of) {
  Paragraph line;
  line.style = context.styles.index(styleOf(target, of));
  line.role = Role::contentsItem;
  line.origin = node.origin;
  const Origin origin = target.node->origin;
  const int to = target.bookmark;
  line.runs.push_back({.text = lineOf(context, target), .link = to, .origin = origin});
  line.runs.push_back({.text = "\t", .link = to, .origin = node.origin});
  line.runs.push_back({.field = Run::Field::pageOf, .index = to, .link = to, .origin = node.origin});
  return line;
}

}  // namespace

void appendContents(Context& context, const Node& node, std::vector<Block>& blocks) {
  Contents contents;
  const std::string_view of = node.attribute(Attribute::of);
  contents.of = of == "tables"    ? Contents::Of::tables
                : of == "figures" ? Contents::Of::figures
                                  : Contents::Of::headings;
  const std::string_view levels = node.attribute(Attribute::levels);
  if (!levels.empty()) contents.levels = levels[0] - '0';
  for (const Target& target : context.targets->all()) {
    if (!Targets::lists(node, context.scope, target)) continue;
    contents.lines.push_back(makeLine(context, node, target, contents.of));
  }
  if (contents.lines.empty()) return;
  const std::string title(node.attribute(Attribute::title));
  if (!title.empty()) {
    Paragraph paragraph = makeParagraph(context, StyleName::contentsTitle, title, statedBy(node));
    paragraph.keepWithNext = true;
    blocks.push_back(std::move(paragraph));
  }
  blocks.emplace_back(std::move(contents));
}

}  // namespace chancery::format
