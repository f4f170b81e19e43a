#include "docx/bookmarks.h"

#include <algorithm>
#include <unordered_set>

namespace chancery::docx {
namespace {

constexpr std::size_t kLongestName = 40;

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string nameOf(const std::string& id) {
  std::string name;
  if (id.empty() || !isLetter(id.front())) name = "b_";
  for (const char c : id) name += isLetter(c) || isDigit(c) ? c : '_';
  if (name.size() > kLongestName) name.resize(kLongestName);
  return name;
}

class Names {
 public:
  std::string give(const std::string& id) {
    const std::string wanted = nameOf(id);
    std::string name = wanted;
    for (int i = 2; !taken_.insert(folded(name)).second; ++i) {
      const std::string number = "_" + std::to_string(i);
      name = wanted.substr(0, kLongestName - number.size()) + number;
    }
    return name;
  }

 private:
  static std::string folded(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(), lower);
    return name;
  }

  std::unordered_set<std::string> taken_;
};

}  // namespace

Bookmarks::Bookmarks(const format::Document& document, const format::Resolved& resolved)
    : document_(document), resolved_(resolved) {
  if (document.bookmarks.empty()) return;
  Names names;
  for (const format::Bookmark& bookmark : document.bookmarks) {
    marks_.push_back({names.give(bookmark.id), false, 0});
  }
  for (const format::Section& section : document.sections) collect(section.blocks);
}

void Bookmarks::collect(const std::vector<format::Block>& blocks) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      if (paragraph->bookmark < 0) continue;
      Mark& mark = marks_.at(static_cast<std::size_t>(paragraph->bookmark));
      if (mark.stands) continue;
      mark.stands = true;
      mark.level = format::outlineLevel(
          paragraph->role, document_.styles.at(static_cast<std::size_t>(paragraph->style)));
    } else if (const auto* table = std::get_if<format::Table>(&block)) {
      for (const format::Row& row : table->rows) {
        for (const format::Cell& cell : row.cells) collect(cell.blocks);
      }
    }
  }
}

int Bookmarks::page(int bookmark) const {
  const auto index = static_cast<std::size_t>(bookmark);
  return index < resolved_.bookmarkPages.size() ? resolved_.bookmarkPages[index] : 0;
}

}  // namespace chancery::docx
