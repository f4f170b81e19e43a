#include "html/body.h"

#include <algorithm>

#include "html/style_sheet.h"

namespace chancery::html {

using format::Block;
using format::NumberingLevel;
using format::Paragraph;
using format::Role;

namespace {

int wantedLevel(Role role) {
  switch (role) {
    case Role::heading1:
      return 1;
    case Role::heading2:
      return 2;
    case Role::heading3:
      return 3;
    case Role::heading4:
      return 4;
    case Role::paragraph:
    case Role::listItem:
    case Role::caption:
    case Role::contentsItem:
      break;
  }
  return 0;
}

const format::Label* labelOf(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph && paragraph->label ? &*paragraph->label : nullptr;
}

bool isOf(const Block& block, int instance) {
  const format::Label* label = labelOf(block);
  return label && label->instance == instance;
}

bool isBulleted(const format::Document& document, const format::Label& label) {
  const auto& instance = document.instances[static_cast<std::size_t>(label.instance)];
  const auto& levels = document.numberings[static_cast<std::size_t>(instance.numbering)].levels;
  const auto level = static_cast<std::size_t>(label.level);
  return level < levels.size() && levels[level].kind == NumberingLevel::Kind::bullet;
}

/// Whether there is anything to read: paragraphs without words only keep things apart.
bool isEmpty(const Paragraph& paragraph) {
  return !paragraph.label && std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                                         [](const format::Run& run) { return run.text.empty(); });
}

}  // namespace

int Outline::next(Role role, std::size_t part) {
  int wanted = wantedLevel(role);
  if (part == 0 && wanted == 1) isTitled_ = true;
  if (part > 0 && isTitled_) ++wanted;
  while (!open_.empty() && open_.back() >= wanted) open_.pop_back();
  open_.push_back(wanted);
  constexpr std::size_t kDeepest = 6;
  return static_cast<int>(std::min(open_.size(), kDeepest));
}

void Body::addSection(const format::Section& section, std::size_t part) {
  part_ = part;
  out_.raw(section.landscape ? "<section class=\"landscape\">\n" : "<section>\n");
  addBlocks(section.blocks.data(), section.blocks.data() + section.blocks.size());
  out_.raw("</section>\n");
}

/// A list reaches from its first item to its last one: what stands between belongs to the items.
void Body::addBlocks(Blocks first, Blocks end) {
  while (first != end) {
    if (const format::Label* label = labelOf(*first)) {
      Blocks last = end - 1;
      while (!isOf(*last, label->instance)) --last;
      addList(first, last + 1);
      first = last + 1;
      continue;
    }
    if (const auto* paragraph = std::get_if<Paragraph>(first)) {
      if (!isEmpty(*paragraph)) addParagraph(*paragraph);
    } else if (const auto* table = std::get_if<format::Table>(first)) {
      addTable(*table);
    }
    ++first;
  }
}

/// Items of one level; what follows an item's paragraph stands inside it, deeper items as a list.
void Body::addList(Blocks first, Blocks end) {
  const format::Label top = *labelOf(*first);
  const std::string_view tag = isBulleted(document_, top) ? "ul" : "ol";
  out_.raw("<").raw(tag).raw(">\n");
  while (first != end) {
    Blocks next = first + 1;
    while (next != end && !(isOf(*next, top.instance) && labelOf(*next)->level <= top.level))
      ++next;
    out_.raw("<li>");
    addParagraph(std::get<Paragraph>(*first));
    addBlocks(first + 1, next);
    out_.raw("</li>\n");
    first = next;
  }
  out_.raw("</").raw(tag).raw(">\n");
}

void Body::addParagraph(const Paragraph& paragraph) {
  const auto& style = document_.styles[static_cast<std::size_t>(paragraph.style)];
  std::string tag = "p";
  if (wantedLevel(paragraph.role) > 0) {
    tag = 'h' + std::to_string(outline_.next(paragraph.role, part_));
  }
  std::string classes = style.id;
  if (paragraph.align) classes += ' ' + alignClass(*paragraph.align);
  out_.raw("<").raw(tag).attribute("class", classes).raw(">");
  if (paragraph.label) {
    out_.raw("<span class=\"label\">").text(paragraph.label->text).raw("</span> ");
  }
  for (const format::Run& run : paragraph.runs) addRun(run, style.text);
  out_.raw("</").raw(tag).raw(">\n");
}

void Body::addRun(const format::Run& run, const format::TextStyle& usual) {
  if (run.field != format::Run::Field::none) return;  // there are no pages
  const format::TextStyle& look = run.style ? *run.style : usual;
  std::string end;
  const auto open = [&](bool differs, std::string_view start, std::string_view close) {
    if (!differs) return;
    out_.raw(start);
    end.insert(0, close);
  };
  open(look.bold && !usual.bold, "<b>", "</b>");
  open(!look.bold && usual.bold, "<span class=\"regular\">", "</span>");
  open(look.italic && !usual.italic, "<i>", "</i>");
  open(!look.italic && usual.italic, "<span class=\"upright\">", "</span>");
  open(look.underline && !usual.underline, "<u>", "</u>");
  std::string_view rest = run.text;
  for (std::size_t at; (at = rest.find('\n')) != std::string_view::npos;
       rest.remove_prefix(at + 1)) {
    out_.text(rest.substr(0, at)).raw("<br/>");
  }
  out_.text(rest).raw(end);
}

}  // namespace chancery::html
