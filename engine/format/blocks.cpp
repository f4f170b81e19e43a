#include "format/blocks.h"

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

/// Appends the inlines as runs; a look that differs from the style's is stated in the run.
void appendRuns(const std::vector<document::Inline>& text, const TextStyle& style,
                std::vector<Run>& runs) {
  for (const document::Inline& piece : text) {
    Run run;
    run.text = piece.text;
    run.origin = piece.origin;
    if ((piece.bold && !style.bold) || (piece.italic && !style.italic)) {
      run.style = style;
      run.style->bold = style.bold || piece.bold;
      run.style->italic = style.italic || piece.italic;
    }
    runs.push_back(std::move(run));
  }
}

/// A paragraph that ends in a colon leads in what follows and is not left alone at a page's foot.
/// In a cell only whole rows are held together, so it does not count there.
void keepLeadIn(TextStyles styles, Paragraph& paragraph) {
  const bool inCell = styles.text == StyleName::tableText;
  if (!inCell && !paragraph.runs.empty() && paragraph.runs.back().text.ends_with(':')) {
    paragraph.keepWithNext = true;
  }
}

StyleName headingStyle(std::string_view level) {
  return level == "2" ? StyleName::heading2 : level == "3" ? StyleName::heading3 : StyleName::heading1;
}

/// A document's title is its first level of headings; headings within the text follow it.
Role headingRole(std::string_view level) {
  return level == "2" ? Role::heading3 : level == "3" ? Role::heading4 : Role::heading2;
}

void appendHeading(Context& context, const Node& node, std::vector<Block>& blocks) {
  const std::string_view level = node.attribute(Attribute::level);
  Paragraph paragraph = makeParagraph(context, headingStyle(level), node);
  const std::string_view number = node.attribute(Attribute::number);
  if (!number.empty()) {
    Run run;
    run.text = std::string(number) + ' ';
    run.origin = statedBy(node);
    paragraph.runs.insert(paragraph.runs.begin(), std::move(run));
  }
  paragraph.role = headingRole(level);
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

void appendList(Context& context, const Node& node, int depth, TextStyles styles,
                std::vector<Block>& blocks) {
  const std::string_view named = node.attribute(Attribute::style);
  const std::string look(named.empty() ? "number" : named);
  NumberingCounter::Running list = context.numbering.begin(look, styles.item);
  for (const Node& item : node.children) {
    Label label = context.numbering.next(list, depth);
    appendLabelled(context, item, std::move(label), styles, blocks, [&](const Node& child) {
      if (child.kind != Kind::list) return false;
      appendList(context, child, depth + 1, styles, blocks);
      return true;
    });
  }
}

void appendClause(Context& context, const Node& clause, int level,
                  NumberingCounter::Running& running, std::vector<Block>& blocks) {
  static constexpr TextStyles kInClause{StyleName::text, StyleName::clause};
  Label label = context.numbering.next(running, level);
  appendLabelled(context, clause, std::move(label), kInClause, blocks, [&](const Node& child) {
    if (child.kind != Kind::clause) return false;
    appendClause(context, child, level + 1, running, blocks);
    return true;
  });
}

/// «ИМЦ – информационно-методический центр».
void appendAbbreviations(Context& context, const Node& node, std::vector<Block>& blocks) {
  for (const Node& entry : node.children) {
    const Node* shortForm = entry.find(Kind::shortForm);
    const Node* fullForm = entry.find(Kind::fullForm);
    Paragraph paragraph = makeParagraph(context, StyleName::abbreviation, "", entry.origin);
    paragraph.runs.clear();
    const TextStyle& style = context.profile.look(StyleName::abbreviation).text;
    if (shortForm) appendRuns(shortForm->text, style, paragraph.runs);
    if (shortForm && fullForm) {
      paragraph.runs.push_back({.text = "\u00a0– ", .origin = entry.origin});
    }
    if (fullForm) appendRuns(fullForm->text, style, paragraph.runs);
    blocks.push_back(std::move(paragraph));
  }
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
  appendRuns(node.text, context.profile.look(style).text, paragraph.runs);
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
    case Kind::paragraph: {
      Paragraph paragraph = makeParagraph(context, styles.text, node);
      keepLeadIn(styles, paragraph);
      blocks.push_back(std::move(paragraph));
      break;
    }
    case Kind::heading:
      appendHeading(context, node, blocks);
      break;
    case Kind::list:
      appendList(context, node, 0, styles, blocks);
      break;
    case Kind::abbreviations:
      appendAbbreviations(context, node, blocks);
      break;
    case Kind::table:
      blocks.push_back(makeTable(context, node));
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
