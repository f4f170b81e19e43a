#include "format/blocks.h"

#include <charconv>

#include "format/inlines.h"
#include "format/messages.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

std::optional<Align> parseAlign(std::string_view name) {
  if (name == "left") return Align::left;
  if (name == "right") return Align::right;
  if (name == "center") return Align::center;
  if (name == "justify") return Align::justify;
  return std::nullopt;
}

namespace {

/// A paragraph that ends in a colon leads in what follows and is not left alone at a page's foot.
/// In a cell only whole rows are held together, so it does not count there.
void keepLeadIn(TextStyles styles, Paragraph& paragraph) {
  const bool inCell = styles.text != StyleName::text;
  if (!inCell && !paragraph.runs.empty() && paragraph.runs.back().text.ends_with(':')) {
    paragraph.keepWithNext = true;
  }
}

StyleName headingStyle(std::string_view level) {
  return level == "2"   ? StyleName::heading2
         : level == "3" ? StyleName::heading3
         : level == "4" ? StyleName::heading4
                        : StyleName::heading1;
}

/// A document's title is its first level of headings; headings within the text follow it.
Role headingRole(std::string_view level) {
  return level == "2" ? Role::heading3 : level == "3" || level == "4" ? Role::heading4 : Role::heading2;
}

void appendHeading(Context& context, const Node& node, std::vector<Block>& blocks) {
  const std::string_view level = node.attribute(Attribute::level);
  const StyleName style = headingStyle(level);
  Paragraph paragraph = makeParagraph(context, style, node);
  const std::string_view number = node.attribute(Attribute::number);
  if (const Target* target = context.targets->of(node)) {
    paragraph.label = target->label;
    paragraph.bookmark = target->bookmark;
  }
  if (!number.empty() && number != "auto") {
    Run run;
    run.text = std::string(number) + ' ';
    run.origin = statedBy(node);
    paragraph.runs.insert(paragraph.runs.begin(), std::move(run));
  }
  paragraph.role = headingRole(level);
  paragraph.pageBreakBefore = context.profile.look(style).newPage && !blocks.empty();
  blocks.push_back(std::move(paragraph));
}

/// Formats the content of a list item or a clause: its first paragraph carries the label.
template <typename OnOther>
void appendLabelled(Context& context, const Node& node, Label label, TextStyles styles,
                    std::vector<Block>& blocks, OnOther onOther) {
  std::optional<Label> pending = std::move(label);
  const auto place = [&](Paragraph paragraph) {
    paragraph.label = std::move(pending);
    pending.reset();
    paragraph.role = Role::listItem;
    paragraph.origin = node.origin;
    blocks.push_back(std::move(paragraph));
  };
  for (const Node& child : node.children) {
    if (child.kind == Kind::paragraph && pending) {
      Paragraph paragraph = makeParagraph(context, styles.item, child);
      keepLeadIn(styles, paragraph);
      place(std::move(paragraph));
      continue;
    }
    if (pending) place(makeParagraph(context, styles.item, "", node.origin));
    if (!onOther(child)) appendBlock(context, child, styles, blocks);
  }
  if (pending) place(makeParagraph(context, styles.item, "", node.origin));
}

/// Begins a list, or goes on with the last one of its style and depth.
NumberingCounter::Running beginList(Context& context, const Node& node, const std::string& look,
                                    int depth, StyleName style) {
  if (node.attribute(Attribute::continued) == "yes") {
    const auto last = context.lists.find({look, depth});
    if (last != context.lists.end()) return last->second;
    context.diagnostics
        .error(messages::kNothingToContinue, context.sources.place(node.origin.stated))
        .hint(messages::kContinueHint);
  }
  int start = 1;
  const std::string_view stated = node.attribute(Attribute::start);
  std::from_chars(stated.data(), stated.data() + stated.size(), start);
  return context.numbering.begin(look, style, start, depth);
}

/// `outer` is the multilevel list that this one is a level of.
void appendList(Context& context, const Node& node, int depth, TextStyles styles,
                NumberingCounter::Running* outer, std::vector<Block>& blocks) {
  static const std::string kMultilevel = "multilevel";
  const std::string_view named = node.attribute(Attribute::style);
  const std::string look(!named.empty() ? named : outer ? kMultilevel : "number");
  const bool isLevel = outer && look == kMultilevel;
  NumberingCounter::Running own;
  if (!isLevel) own = beginList(context, node, look, depth, styles.item);
  NumberingCounter::Running& list = isLevel ? *outer : own;
  NumberingCounter::Running* passed = look == kMultilevel ? &list : nullptr;
  for (const Node& item : node.children) {
    Label label = context.numbering.next(list, depth);
    appendLabelled(context, item, std::move(label), styles, blocks, [&](const Node& child) {
      if (child.kind != Kind::list) return false;
      appendList(context, child, depth + 1, styles, passed, blocks);
      return true;
    });
  }
  if (!isLevel) context.lists.insert_or_assign({look, depth}, std::move(own));
}

void appendClause(Context& context, const Node& clause, int level,
                  NumberingCounter::Running& running, std::vector<Block>& blocks) {
  static constexpr TextStyles kInClause{StyleName::text, StyleName::clause};
  Label label = context.numbering.next(running, level);
  const std::size_t first = blocks.size();
  const Target* target = context.targets->of(clause);
  appendLabelled(context, clause, std::move(label), kInClause, blocks, [&](const Node& child) {
    if (child.kind != Kind::clause) return false;
    appendClause(context, child, level + 1, running, blocks);
    return true;
  });
  if (target) std::get<Paragraph>(blocks[first]).bookmark = target->bookmark;
}

/// «ИМЦ – информационно-методический центр».
void appendAbbreviations(Context& context, const Node& node, std::vector<Block>& blocks) {
  for (const Node& entry : node.children) {
    const Node* shortForm = entry.find(Kind::shortForm);
    const Node* fullForm = entry.find(Kind::fullForm);
    Paragraph paragraph = makeParagraph(context, StyleName::abbreviation, "", entry.origin);
    paragraph.runs.clear();
    const TextStyle& style = context.profile.look(StyleName::abbreviation).text;
    if (shortForm) appendRuns(context, *shortForm, style, paragraph.runs);
    if (shortForm && fullForm) {
      paragraph.runs.push_back({.text = "\u00a0– ", .origin = entry.origin});
    }
    if (fullForm) appendRuns(context, *fullForm, style, paragraph.runs);
    blocks.push_back(std::move(paragraph));
  }
}

/// Blocks that stay on one page: each paragraph and row is held to the next.
void appendKept(Context& context, const Node& node, TextStyles styles, std::vector<Block>& blocks) {
  std::vector<Block> kept;
  for (const Node& child : node.children) appendBlock(context, child, styles, kept);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const bool isLast = i + 1 == kept.size();
    if (auto* paragraph = std::get_if<Paragraph>(&kept[i])) {
      paragraph->keepLines = true;
      paragraph->keepWithNext = paragraph->keepWithNext || !isLast;
    } else if (auto* table = std::get_if<Table>(&kept[i])) {
      for (Row& row : table->rows) {
        row.split = false;
        row.keepWithNext = true;
      }
      if (isLast && !table->rows.empty()) table->rows.back().keepWithNext = false;
    }
    blocks.push_back(std::move(kept[i]));
  }
}

void appendParagraph(Context& context, const Node& node, TextStyles styles,
                     std::vector<Block>& blocks) {
  Paragraph paragraph = makeParagraph(context, styles.text, node);
  keepLeadIn(styles, paragraph);
  const std::string_view keep = node.attribute(Attribute::keep);
  paragraph.keepWithNext = paragraph.keepWithNext || keep == "with-next";
  paragraph.keepLines = keep == "lines";
  blocks.push_back(std::move(paragraph));
}

}  // namespace

Origin statedBy(const Node& node) {
  Origin origin = node.origin;
  origin.words = Words::stated;
  return origin;
}

Paragraph makeParagraph(Context& context, StyleName style, const Node& node) {
  Paragraph paragraph;
  paragraph.style = context.styles.index(style);
  paragraph.align = parseAlign(node.attribute(Attribute::align));
  paragraph.origin = node.origin;
  appendRuns(context, node, context.profile.look(style).text, paragraph.runs);
  return paragraph;
}

Paragraph makeParagraph(Context& context, StyleName style, std::string text, Origin origin) {
  Paragraph paragraph;
  paragraph.style = context.styles.index(style);
  paragraph.origin = origin;
  if (!text.empty()) {
    Run run;
    run.text = std::move(text);
    run.origin = origin;
    paragraph.runs.push_back(std::move(run));
  }
  return paragraph;
}

void appendBlock(Context& context, const Node& node, TextStyles styles,
                 std::vector<Block>& blocks) {
  switch (node.kind) {
    case Kind::paragraph:
      appendParagraph(context, node, styles, blocks);
      break;
    case Kind::heading:
      appendHeading(context, node, blocks);
      break;
    case Kind::list:
      appendList(context, node, 0, styles, nullptr, blocks);
      break;
    case Kind::abbreviations:
      appendAbbreviations(context, node, blocks);
      break;
    case Kind::table:
      appendTable(context, node, blocks);
      break;
    case Kind::figure:
      appendFigure(context, node, blocks);
      break;
    case Kind::chart:
      appendChart(context, node, blocks);
      break;
    case Kind::contents:
      appendContents(context, node, blocks);
      break;
    case Kind::keep:
      appendKept(context, node, styles, blocks);
      break;
    case Kind::pageBreak:
      context.pageBreaks.push_back(blocks.size());
      break;
    default:
      break;
  }
}

void appendClauses(Context& context, const Node& clauses, std::vector<Block>& blocks) {
  NumberingCounter::Running running = context.numbering.begin("clauses", StyleName::clause);
  for (const Node& clause : clauses.children) appendClause(context, clause, 0, running, blocks);
}

}  // namespace chancery::format
