#include "html/body.h"

#include <algorithm>

#include "html/style_sheet.h"

namespace chancery::html {

using format::Block;
using format::NumberingLevel;
using format::Paragraph;
using format::Role;

namespace {

const format::Label* labelOf(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  // A numbered heading has a label, too, and is no item of a list.
  const bool isItem = paragraph && paragraph->label && paragraph->role == Role::listItem;
  return isItem ? &*paragraph->label : nullptr;
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

/// The caption of what stands above or below it.
const Paragraph* captionAt(const Block* block, const Block* end) {
  if (block == end) return nullptr;
  const auto* paragraph = std::get_if<Paragraph>(block);
  return paragraph && paragraph->role == Role::caption ? paragraph : nullptr;
}

const format::Table* dataTableAt(const Block* block, const Block* end) {
  if (block == end) return nullptr;
  const auto* table = std::get_if<format::Table>(block);
  return table && !table->presentational ? table : nullptr;
}

/// Calls `see` for every paragraph of some blocks, those of inner tables included.
template <typename See>
void eachParagraph(const std::vector<Block>& blocks, const See& see) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      see(*paragraph);
    } else if (const auto* table = std::get_if<format::Table>(&block)) {
      for (const format::Row& row : table->rows) {
        for (const format::Cell& cell : row.cells) eachParagraph(cell.blocks, see);
      }
    }
  }
}

}  // namespace

int Outline::next(Role role, std::size_t part) {
  int wanted = format::headingLevel(role);
  if (part == 0 && wanted == 1) isTitled_ = true;
  if (part > 0 && isTitled_) ++wanted;
  while (!open_.empty() && open_.back() >= wanted) open_.pop_back();
  open_.push_back(wanted);
  constexpr std::size_t kDeepest = 6;
  return static_cast<int>(std::min(open_.size(), kDeepest));
}

std::vector<std::string> bookmarkTexts(const format::Document& document) {
  std::vector<std::string> texts(document.bookmarks.size());
  if (texts.empty()) return texts;
  const auto keep = [&](const Paragraph& paragraph) {
    if (paragraph.bookmark < 0) return;
    std::string& text = texts.at(static_cast<std::size_t>(paragraph.bookmark));
    if (paragraph.label) text = paragraph.label->text + ' ';
    for (const format::Run& run : paragraph.runs) {
      if (run.field == format::Run::Field::none) text += run.text;
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
  };
  for (const format::Section& section : document.sections) eachParagraph(section.blocks, keep);
  return texts;
}

bool isEmpty(const Paragraph& paragraph) {
  using Field = format::Run::Field;
  return !paragraph.label &&
         std::all_of(paragraph.runs.begin(), paragraph.runs.end(), [](const format::Run& run) {
           return run.text.empty() && run.link < 0 && run.field != Field::object &&
                  run.field != Field::footnote;
         });
}

Body::Body(const format::Document& document)
    : document_(document), bookmarkTexts_(bookmarkTexts(document)) {}

void Body::addSection(const format::Section& section, std::size_t part) {
  part_ = part;
  out_.raw(section.landscape ? "<section class=\"landscape\">\n" : "<section>\n");
  addPlaced(section);
  addBlocks(section.blocks.data(), section.blocks.data() + section.blocks.size());
  addFootnotes();
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
    } else {
      first = addBlock(first, end);
    }
  }
}

/// Writes a block and its caption; the result is the one behind.
Body::Blocks Body::addBlock(Blocks block, Blocks end) {
  if (const Paragraph* caption = captionAt(block, end)) {
    if (const format::Table* table = dataTableAt(block + 1, end)) {
      addTable(*table, caption);
      return block + 2;
    }
  }
  if (const auto* paragraph = std::get_if<Paragraph>(block)) {
    if (!isFigure(*paragraph)) {
      if (!isEmpty(*paragraph)) addParagraph(*paragraph);
      return block + 1;
    }
    const Paragraph* caption = captionAt(block + 1, end);
    addFigure(*paragraph, caption);
    return block + (caption ? 2 : 1);
  }
  if (const auto* table = std::get_if<format::Table>(block)) {
    addTable(*table, nullptr);
  } else {
    addContents(std::get<format::Contents>(*block));  // throws on a block that is new to us
  }
  return block + 1;
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
  std::string tag = "p";
  if (format::headingLevel(paragraph.role) > 0) {
    tag = 'h' + std::to_string(outline_.next(paragraph.role, part_));
  }
  openParagraph(tag, paragraph);
  addContent(paragraph);
  out_.raw("</").raw(tag).raw(">\n");
  addDataOfCharts(paragraph);
}

void Body::openParagraph(std::string_view tag, const Paragraph& paragraph) {
  std::string classes = document_.styles[static_cast<std::size_t>(paragraph.style)].id;
  if (paragraph.align) classes += ' ' + alignClass(*paragraph.align);
  out_.raw("<").raw(tag).attribute("class", classes);
  if (paragraph.bookmark >= 0) {
    out_.attribute("id", document_.bookmarks[static_cast<std::size_t>(paragraph.bookmark)].id);
  }
  out_.raw(">");
}

void Body::addContent(const Paragraph& paragraph) {
  if (paragraph.label) {
    out_.raw("<span class=\"label\">").text(paragraph.label->text).raw("</span> ");
  }
  addRuns(paragraph, paragraph.runs.data() + paragraph.runs.size());
}

/// There are no pages, so a line ends where its page number would be led to.
void Body::addContents(const format::Contents& contents) {
  std::string name;
  switch (contents.of) {
    case format::Contents::Of::headings:
      name = inLanguage("Содержание", "Contents");
      break;
    case format::Contents::Of::tables:
      name = inLanguage("Таблицы", "Tables");
      break;
    case format::Contents::Of::figures:
      name = inLanguage("Рисунки", "Figures");
      break;
  }
  if (contents.lines.empty()) return;
  if (++contents_ > 1) name += ' ' + std::to_string(contents_);
  out_.raw("<nav").attribute("aria-label", name).raw(">\n<ul>\n");
  for (const Paragraph& line : contents.lines) {
    const Runs first = line.runs.data();
    const Runs end = std::find_if(first, first + line.runs.size(), [](const format::Run& run) {
      return run.text.find('\t') != std::string::npos;
    });
    openParagraph("li", line);
    if (line.label) {
      out_.raw("<span class=\"label\">").text(line.label->text).raw("</span> ");
    }
    addRuns(line, end);
    out_.raw("</li>\n");
  }
  out_.raw("</ul>\n</nav>\n");
}

/// Notes stand at the end of the part that their marks stand in, each with the way back.
void Body::addFootnotes() {
  if (marked_.empty()) return;
  const std::vector<int> marked = std::move(marked_);
  marked_.clear();
  std::string name(inLanguage("Сноски", "Notes"));
  if (part_ > 0) name += ' ' + std::to_string(part_ + 1);
  out_.raw("<section class=\"notes\"").attribute("aria-label", name).raw(">\n<ol>\n");
  for (const int index : marked) {
    const format::Footnote& note = document_.footnotes[static_cast<std::size_t>(index)];
    const std::string number = std::to_string(index + 1);
    out_.raw("<li").attribute("id", "note-" + number).raw("><a");
    out_.attribute("href", "#mark-" + number)
        .attribute("aria-label",
                   std::string(inLanguage("К тексту, сноска ", "Back to note ")) + note.label)
        .raw(">")
        .text(note.label)
        .raw("</a> ");
    for (const Paragraph& paragraph : note.paragraphs) addParagraph(paragraph);
    out_.raw("</li>\n");
  }
  out_.raw("</ol>\n</section>\n");
}

}  // namespace chancery::html
