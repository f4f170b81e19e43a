#include "format/requisites.h"

#include <algorithm>
#include <initializer_list>

#include "base/utf8.h"
#include "lang/agreement.h"

namespace chancery::format {

using document::Attribute;
using document::Inline;
using document::Kind;
using document::Node;

namespace {

constexpr char kNoBreakSpace[] = "\u00a0";

/// Builds one paragraph of several lines, each of which may come from another node.
class Lines {
 public:
  Lines(Context& context, StyleName style, Origin origin)
      : paragraph_(makeParagraph(context, style, "", origin)) {}

  /// Begins a new line; a line that stays empty is not set.
  Lines& line() {
    pendingBreak_ = !paragraph_.runs.empty();
    return *this;
  }
  Lines& add(std::string text, Origin origin) {
    if (text.empty()) return *this;
    if (pendingBreak_) text.insert(0, 1, '\n');
    pendingBreak_ = false;
    Run run;
    run.text = std::move(text);
    run.origin = origin;
    paragraph_.runs.push_back(std::move(run));
    return *this;
  }
  /// The text of a node, if there is one.
  Lines& add(const Node* node) {
    if (!node) return *this;
    for (const Inline& piece : node->text) add(piece.text, piece.origin);
    return *this;
  }
  bool empty() const { return paragraph_.runs.empty(); }
  Paragraph take() { return std::move(paragraph_); }

 private:
  Paragraph paragraph_;
  bool pendingBreak_ = false;
};

bool hasText(const Node* node) { return node && !node->text.empty(); }

/// The node's text, or the blank that the profile prints for what is still to come.
void addOrBlank(Lines& lines, const Node* node, const std::string& blank, Origin origin) {
  if (hasText(node)) {
    lines.add(node);
  } else {
    lines.add(blank, origin);
  }
}

Paragraph oneParagraph(Context& context, StyleName style, const Node& node) {
  return makeParagraph(context, style, node);
}

Paragraph letterhead(Context& context, const Node& node) {
  Lines lines(context, StyleName::letterhead, node.origin);
  for (const Node& line : node.children) lines.line().add(&line);
  return lines.take();
}

Cell cellOf(Paragraph paragraph, VerticalAlign align = VerticalAlign::top) {
  Cell cell;
  cell.verticalAlign = align;
  cell.blocks.push_back(std::move(paragraph));
  return cell;
}

Column shareColumn() {
  Column column;
  column.width = Column::Width::share;
  return column;
}

Column fixedColumn(Length width) {
  Column column;
  column.width = Column::Width::fixed;
  column.fixed = width;
  return column;
}

/// Date at left, number at right, on one line.
Table registration(Context& context, const Node& node) {
  const Profile& profile = context.profile;
  Table table = makeSideBySide(context, {shareColumn(), shareColumn()});
  table.origin = node.origin;
  Lines date(context, StyleName::registrationDate, node.origin);
  addOrBlank(date, node.find(Kind::date), profile.dateBlank, node.origin);
  Lines number(context, StyleName::registrationNumber, node.origin);
  number.add(profile.numberSign, node.origin);
  addOrBlank(number, node.find(Kind::number), profile.numberBlank, node.origin);
  Row row;
  row.split = false;
  row.keepWithNext = true;
  row.cells.push_back(cellOf(date.take()));
  row.cells.push_back(cellOf(number.take()));
  table.rows.push_back(std::move(row));
  return table;
}

/// Post at left, initials and surname flush right on the post's last line.
Row signatureRow(Context& context, const Node& node) {
  Lines post(context, StyleName::signature, node.origin);
  post.line().add(node.find(Kind::post));
  post.line().add(node.find(Kind::organisation));
  Lines name(context, StyleName::signatureName, node.origin);
  name.add(node.find(Kind::name));
  Row row;
  row.split = false;
  row.cells.push_back(cellOf(post.take(), VerticalAlign::bottom));
  row.cells.push_back(cellOf(name.take(), VerticalAlign::bottom));
  return row;
}

void appendSignature(Context& context, const Node& node, bool followsSignature,
                     std::vector<Block>& blocks) {
  if (!followsSignature) {
    blocks.push_back(
        makeSideBySide(context, {shareColumn(), fixedColumn(context.profile.signatureNameWidth)}));
    std::get<Table>(blocks.back()).origin = node.origin;
  }
  auto& table = std::get<Table>(blocks.back());
  if (!table.rows.empty()) table.rows.back().keepWithNext = true;
  table.rows.push_back(signatureRow(context, node));
}

/// Holds the last lines before the signature to it, so that it never stands alone on a page.
/// Counted in characters, since lines are not known yet: fewer than a full line has are assumed.
void keepWithSignature(Context& context, std::vector<Block>& blocks) {
  constexpr std::size_t kCharactersOfLine = 60;
  std::size_t wanted =
      static_cast<std::size_t>(context.profile.keepLinesWithSignature) * kCharactersOfLine;
  for (auto block = blocks.rbegin(); block != blocks.rend() && wanted > 0; ++block) {
    auto* paragraph = std::get_if<Paragraph>(&*block);
    if (!paragraph) return;
    paragraph->keepWithNext = paragraph->keepLines = true;
    std::size_t characters = 0;
    for (const Run& run : paragraph->runs) characters += utf8::countCharacters(run.text);
    const std::size_t lines = characters / kCharactersOfLine + 1;
    wanted -= std::min(wanted, lines * kCharactersOfLine);
  }
}

/// СОГЛАСОВАНО or УТВЕРЖДАЮ: caption, post, organisation, place for the handwriting, name, date.
Paragraph personStamp(Context& context, const Node& node, StyleName style,
                      const std::string& usualCaption) {
  Lines lines(context, style, node.origin);
  const std::string_view caption = node.attribute(Attribute::caption);
  lines.line();
  if (caption.empty()) {
    lines.add(usualCaption, node.origin);
  } else {
    lines.add(std::string(caption), statedBy(node));
  }
  lines.line().add(node.find(Kind::post));
  lines.line().add(node.find(Kind::organisation));
  const Node* name = node.find(Kind::name);
  lines.line().add(context.profile.signatureLine, node.origin).add(name);
  lines.line();
  addOrBlank(lines, node.find(Kind::date), context.profile.dateBlank, node.origin);
  return lines.take();
}

/// «от 5 июня 2026 г. № 217», for the parts that are there; an empty one leaves its blank.
void addActDateAndNumber(Context& context, const Node& act, Lines& lines) {
  const Node* date = act.find(Kind::date);
  const Node* number = act.find(Kind::number);
  if (!date && !number) return;
  lines.line();
  if (date) {
    lines.add(std::string("от") + kNoBreakSpace, date->origin);
    addOrBlank(lines, date, context.profile.dateBlank, date->origin);
  }
  if (number) {
    lines.add((date ? " " : "") + context.profile.numberSign, number->origin);
    addOrBlank(lines, number, context.profile.numberBlank, number->origin);
  }
}

/// УТВЕРЖДЕНА / приказом … / от … № …; the word agrees with what is approved.
Paragraph actStamp(Context& context, const Node& node, const std::string& approvedTitle) {
  Lines lines(context, StyleName::approvedBy, node.origin);
  const Node* text = node.find(Kind::text);
  const std::string_view caption = node.attribute(Attribute::caption);
  const bool hasOwn = text && lang::beginsWithApproved(text->plainText());
  if (!caption.empty()) {
    lines.add(std::string(caption), statedBy(node));
  } else if (!hasOwn) {
    lines.add(lang::approvedForm(approvedTitle), node.origin);
  }
  lines.line().add(text);
  addActDateAndNumber(context, node, lines);
  return lines.take();
}

/// «Приложение № 2 / к приказу … / от … № …».
Paragraph appendixMark(Context& context, const Node& node) {
  const Profile& profile = context.profile;
  Lines lines(context, StyleName::appendixMark, node.origin);
  lines.add(profile.appendixCaption, node.origin);
  const Node* number = node.find(Kind::number);
  if (hasText(number)) {
    lines.add(kNoBreakSpace + profile.numberSign, node.origin).add(number);
  }
  if (const Node* to = node.find(Kind::to)) {
    lines.line().add(to->find(Kind::text));
    addActDateAndNumber(context, *to, lines);
  }
  return lines.take();
}

Cell stampCell(Context& context, const Node& stamps, Kind kind, StyleName style,
               const std::string& caption) {
  Cell cell;
  for (const Node& stamp : stamps.children) {
    if (stamp.kind != kind) continue;
    if (!cell.blocks.empty()) cell.blocks.push_back(makeParagraph(context, style, "", {}));
    cell.blocks.push_back(personStamp(context, stamp, style, caption));
  }
  return cell;
}

/// СОГЛАСОВАНО at the left edge facing УТВЕРЖДАЮ at the right one, then УТВЕРЖДЕНО by an act.
void appendStamps(Context& context, const Node& node, const std::string& approvedTitle,
                  std::vector<Block>& blocks) {
  Cell agreed = stampCell(context, node, Kind::agreed, StyleName::agreed,
                          context.profile.agreedCaption);
  Cell approved = stampCell(context, node, Kind::approved, StyleName::approved,
                            context.profile.approvedCaption);
  if (!agreed.blocks.empty() || !approved.blocks.empty()) {
    const StyleLook& look = context.profile.look(StyleName::approvedBy);
    const Length width = std::min(look.width.value_or(Length::mm(80)),
                                  (context.styles.textWidth() - Length::mm(5)) / 2);
    Table table = makeSideBySide(
        context, {fixedColumn(width), shareColumn(), fixedColumn(width)});
    table.origin = node.origin;
    Row row;
    row.split = false;
    row.keepWithNext = true;
    row.cells.push_back(std::move(agreed));
    row.cells.emplace_back();
    row.cells.push_back(std::move(approved));
    table.rows.push_back(std::move(row));
    blocks.push_back(std::move(table));
  }
  for (const Node& stamp : node.children) {
    if (stamp.kind == Kind::approvedBy) {
      blocks.push_back(actStamp(context, stamp, approvedTitle));
    }
  }
}

Paragraph executor(Context& context, const Node& node) {
  Lines lines(context, StyleName::executor, node.origin);
  for (const Node& child : node.children) lines.line().add(&child);
  return lines.take();
}

/// Requisites of one paragraph: node kind → style.
std::optional<StyleName> simpleStyle(Kind kind) {
  switch (kind) {
    case Kind::kind:
      return StyleName::kind;
    case Kind::place:
      return StyleName::place;
    case Kind::title:
      return StyleName::title;
    case Kind::subtitle:
      return StyleName::subtitle;
    case Kind::command:
      return StyleName::command;
    default:
      return std::nullopt;
  }
}

std::string titleOf(const Node& part) {
  const Node* title = part.find(Kind::title);
  return title ? title->plainText() : std::string();
}

void appendNode(Context& context, const Node& part, const Node& node, bool followsSignature,
                std::vector<Block>& blocks) {
  if (const auto style = simpleStyle(node.kind)) {
    Paragraph paragraph = oneParagraph(context, *style, node);
    if (node.kind == Kind::title) paragraph.role = Role::heading1;
    blocks.push_back(std::move(paragraph));
    return;
  }
  switch (node.kind) {
    case Kind::letterhead:
      blocks.push_back(letterhead(context, node));
      break;
    case Kind::registration:
      blocks.push_back(registration(context, node));
      break;
    case Kind::clauses:
      appendClauses(context, node, blocks);
      break;
    case Kind::signature:
      if (!followsSignature) keepWithSignature(context, blocks);
      appendSignature(context, node, followsSignature, blocks);
      break;
    case Kind::stamps:
      appendStamps(context, node, titleOf(part), blocks);
      break;
    case Kind::appendixMark:
      blocks.push_back(appendixMark(context, node));
      break;
    case Kind::executor:
      blocks.push_back(executor(context, node));
      break;
    default:
      appendBlock(context, node, kInText, blocks);
  }
}

}  // namespace

void appendPartContent(Context& context, const Node& part, std::vector<Block>& blocks) {
  bool followsSignature = false;
  for (const Node& node : part.children) {
    appendNode(context, part, node, followsSignature, blocks);
    followsSignature = node.kind == Kind::signature;
  }
}

}  // namespace chancery::format
