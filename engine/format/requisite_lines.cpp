#include "format/requisite_lines.h"

#include "base/clock.h"
#include "document/vocabulary.h"
#include "lang/dates.h"

namespace chancery::format {

using document::Inline;
using document::Kind;
using document::Node;

namespace {

/// "(05) ", set by the style of such numbers.
Run numberRun(const PartWork& work, int requisite) {
  Run run;
  run.text = std::string("(") + (requisite < 10 ? "0" : "") + std::to_string(requisite) + ")\u00a0";
  run.style = work.context.profile.look(StyleName::requisiteNumber).text;
  return run;
}

int shownNumber(const PartWork& work, Kind kind) {
  return work.showNumbers ? document::ruleOf(kind).requisite : 0;
}

}  // namespace

Lines::Lines(PartWork& work, StyleName style, Origin origin)
    : work_(work), style_(style), paragraph_(makeParagraph(work.context, style, "", origin)) {}

Lines& Lines::add(std::string text, Origin origin) {
  if (text.empty()) return *this;
  if (pendingBreak_) text.insert(0, 1, '\n');
  pendingBreak_ = false;
  Run run;
  run.text = std::move(text);
  run.origin = origin;
  paragraph_.runs.push_back(std::move(run));
  return *this;
}

Lines& Lines::addStyled(std::string text, const TextStyle& style, Origin origin) {
  if (text.empty()) return *this;
  add(std::move(text), origin);
  paragraph_.runs.back().style = style;
  return *this;
}

Lines& Lines::add(const Node* node) {
  if (!node) return *this;
  const TextStyle& usual = work_.context.profile.look(style_).text;
  for (const Inline& piece : node->text) {
    add(piece.text, piece.origin);
    if ((!piece.bold || usual.bold) && (!piece.italic || usual.italic)) continue;
    TextStyle& style = paragraph_.runs.back().style.emplace(usual);
    style.bold = usual.bold || piece.bold;
    style.italic = usual.italic || piece.italic;
  }
  return *this;
}

Lines& Lines::addDate(const Node* node, std::string_view format) {
  if (!node) return *this;
  const auto date = parseDate(node->plainText());
  if (!date) return add(node);
  const Profile& profile = work_.context.profile;
  const auto text = lang::formatDate(*date, format.empty() ? profile.dateFormat : format);
  return add(lang::typeset(text.value_or(""), lang::spacesOnly(profile.typography)),
             node->text.front().origin);
}

Lines& Lines::addOrBlank(const Node* node, const std::string& blank, Origin origin) {
  return hasText(node) ? add(node) : add(blank, origin);
}

Lines& Lines::addDateOrBlank(const Node* node, const std::string& blank, Origin origin) {
  return hasText(node) ? addDate(node) : add(blank, origin);
}

Lines& Lines::addPattern(std::string_view pattern, std::initializer_list<const Node*> values,
                         Origin origin, std::string_view dateFormat) {
  for (std::size_t at; (at = pattern.find('%')) != std::string_view::npos;) {
    add(std::string(pattern.substr(0, at)), origin);
    const auto place = static_cast<std::size_t>(pattern[at + 1] - '1');
    addDate(values.begin()[place], dateFormat);
    pattern.remove_prefix(at + 2);
  }
  return add(std::string(pattern), origin);
}

Lines& Lines::addNumber(Kind kind) {
  const int number = shownNumber(work_, kind);
  if (number == 0) return *this;
  const Run run = numberRun(work_, number);
  return addStyled(run.text, *run.style, {});
}

bool hasText(const Node* node) {
  return node && !node->text.empty();
}

void addNumber(PartWork& work, Kind kind, Paragraph& paragraph) {
  const int number = shownNumber(work, kind);
  if (number != 0) paragraph.runs.insert(paragraph.runs.begin(), numberRun(work, number));
}

Cell cellOf(Paragraph paragraph, VerticalAlign align) {
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

Row wholeRow() {
  Row row;
  row.split = false;
  return row;
}

}  // namespace chancery::format
