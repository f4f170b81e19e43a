#include "docx/contents.h"

#include <algorithm>
#include <string_view>

namespace chancery::docx {
namespace {

using Of = format::Contents::Of;

// The labels of captions in a Russian Word, which its dialogs know.
std::string_view sequenceName(Of of) {
  return of == Of::tables ? "Таблица" : "Рисунок";
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

int linkOf(const format::Paragraph& line) {
  for (const format::Run& run : line.runs) {
    if (run.link >= 0) return run.link;
  }
  return -1;
}

// The last group of digits of a number like "3" or "2.1".
std::pair<std::size_t, std::size_t> findNumber(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && !isDigit(text[begin])) ++begin;
  std::size_t end = begin;
  while (true) {
    while (end < text.size() && isDigit(text[end])) ++end;
    if (end + 1 >= text.size() || text[end] != '.' || !isDigit(text[end + 1])) break;
    begin = ++end;
  }
  return {begin, end};
}

}  // namespace

ContentsPlan::ContentsPlan(const format::Document& document, const Bookmarks& bookmarks)
    : document_(document), names_(document.styles.size()), lists_(document.bookmarks.size()) {
  for (const format::Section& section : document.sections) collect(section.blocks, bookmarks);
}

void ContentsPlan::collect(const std::vector<format::Block>& blocks, const Bookmarks& bookmarks) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      if (paragraph->role == format::Role::caption) name(paragraph->style, "caption");
    } else if (const auto* contents = std::get_if<format::Contents>(&block)) {
      collect(*contents, bookmarks);
    } else if (!document_.bookmarks.empty()) {
      for (const format::Row& row : std::get<format::Table>(block).rows) {
        for (const format::Cell& cell : row.cells) collect(cell.blocks, bookmarks);
      }
    }
  }
}

void ContentsPlan::collect(const format::Contents& contents, const Bookmarks& bookmarks) {
  for (const format::Paragraph& line : contents.lines) {
    const int link = linkOf(line);
    if (contents.of != Of::headings) {
      name(line.style, "table of figures");
      if (link >= 0) lists_.at(static_cast<std::size_t>(link)) = contents.of;
    } else if (link >= 0 && bookmarks.level(link) > 0) {
      name(line.style, "toc " + std::to_string(bookmarks.level(link)));
    }
  }
}

// A style has one name, and a name one style: the first come.
void ContentsPlan::name(int style, const std::string& name) {
  std::string& own = names_.at(static_cast<std::size_t>(style));
  if (own.empty() && std::find(names_.begin(), names_.end(), name) == names_.end()) own = name;
}

// \h: the lines are links; \z: no page numbers in the web view; \u: outline levels of paragraphs.
std::string ContentsPlan::instruction(const format::Contents& contents) {
  if (contents.of != Of::headings) {
    return std::string("TOC \\h \\z \\c \"").append(sequenceName(contents.of)) + "\"";
  }
  return "TOC \\o \"1-" + std::to_string(contents.levels) + "\" \\h \\z \\u";
}

std::optional<ContentsPlan::Sequence> ContentsPlan::sequence(const format::Paragraph& caption) {
  if (caption.bookmark < 0) return std::nullopt;
  const auto& list = lists_[static_cast<std::size_t>(caption.bookmark)];
  if (!list) return std::nullopt;
  for (std::size_t i = 0; i < caption.runs.size(); ++i) {
    const format::Run& run = caption.runs[i];
    if (run.field != format::Run::Field::none) continue;
    const auto [begin, end] = findNumber(run.text);
    if (begin == end || end - begin > 6) continue;
    const int number = std::stoi(run.text.substr(begin, end - begin));
    int& count = counts_[static_cast<std::size_t>(*list)];
    std::string instruction = std::string("SEQ ").append(sequenceName(*list)) + " \\* ARABIC";
    // Word counts by itself; where the document counts otherwise, it is told.
    if (number != count + 1) instruction += " \\r " + std::to_string(number);
    count = number;
    return Sequence{i, begin, end, std::move(instruction)};
  }
  return std::nullopt;
}

}  // namespace chancery::docx
