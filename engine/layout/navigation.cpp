#include "layout/navigation.h"

#include <algorithm>

namespace chancery::layout {
namespace {

// A paragraph's text on one line.
std::string plainText(const ParagraphBox& box) {
  std::string text;
  for (const TextPart& part : box.parts) text += part.text();
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  const std::size_t end = text.find_last_not_of(' ');
  text.resize(end == std::string::npos ? 0 : end + 1);
  return text;
}

}  // namespace

void Navigation::place(const ParagraphBox& box, std::size_t page, int number, Length top) {
  const auto index = static_cast<std::uint32_t>(page);
  if (box.target >= 0 && static_cast<std::size_t>(box.target) < targets_.size()) {
    Target& target = targets_[static_cast<std::size_t>(box.target)];
    if (!target.known) target = {true, index, number, top};
  }
  if (box.outlineLevel <= 0) return;
  std::string text = plainText(box);
  if (!text.empty()) outline_.push_back({std::move(text), box.outlineLevel, index, top});
}

void Navigation::placeBookmark(int bookmark, std::size_t page, int number, Length top) {
  if (static_cast<std::size_t>(bookmark) >= targets_.size()) return;
  Target& target = targets_[static_cast<std::size_t>(bookmark)];
  if (!target.known) target = {true, static_cast<std::uint32_t>(page), number, top};
}

void Navigation::addLink(pages::Page& page, const pages::Link& piece) {
  anyLink_ = true;
  if (!page.links.empty()) {
    pages::Link& last = page.links.back();
    if (last.element == piece.element && last.y == piece.y && last.page == piece.page) {
      last.width = piece.x + piece.width - last.x;
      last.description += piece.description;
      return;
    }
  }
  page.links.push_back(piece);
}

std::vector<int> Navigation::bookmarkPages() const {
  std::vector<int> numbers;
  numbers.reserve(bookmarks_);
  for (std::size_t i = 0; i < bookmarks_; ++i) {
    numbers.push_back(targets_[i].known ? targets_[i].number : 0);
  }
  return numbers;
}

void Navigation::resolve(std::vector<pages::Page>& pages) const {
  if (!anyLink_) return;
  for (pages::Page& page : pages) {
    std::erase_if(page.links, [&](const pages::Link& link) {
      return link.page >= targets_.size() || !targets_[link.page].known;
    });
    for (pages::Link& link : page.links) {
      const Target& target = targets_[link.page];
      link.page = target.page;
      link.top = target.top;
      while (link.description.ends_with(' ')) link.description.pop_back();
    }
  }
}

}  // namespace chancery::layout
