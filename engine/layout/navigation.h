#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "pages/pages.h"

namespace chancery::layout {

/// Where things stand that links, references and the outline lead to. Where a link leads is known
/// only when all pages are: until resolve() a pages::Link has the target's number in `page`.
class Navigation {
 public:
  explicit Navigation(const format::Document& document)
      : bookmarks_(document.bookmarks.size()),
        targets_(document.bookmarks.size() + document.footnotes.size()) {}

  /// Tells where a paragraph begins that is a target or a heading; the first time counts.
  /// @param page index; `number`: what the page bears
  void place(const ParagraphBox& box, std::size_t page, int number, Length top);

  /// The same for a target without a paragraph on the page.
  void placeBookmark(int bookmark, std::size_t page, int number, Length top);

  /// Adds to the latest link of `page`, or a new one, a piece of a line. Pieces of one element side
  /// by side are one area.
  void addLink(pages::Page& page, const pages::Link& piece);

  /// The numbers of the pages on which the bookmarks stand; 0 = nowhere.
  std::vector<int> bookmarkPages() const;
  std::vector<pages::OutlineItem> takeOutline() { return std::move(outline_); }

  /// Points links to pages; those that lead nowhere go.
  void resolve(std::vector<pages::Page>& pages) const;

 private:
  struct Target {
    bool known = false;
    std::uint32_t page = 0;
    int number = 0;
    Length top;
  };
  std::size_t bookmarks_;
  std::vector<Target> targets_;  // bookmarks, then footnotes
  std::vector<pages::OutlineItem> outline_;
  bool anyLink_ = false;
};

}  // namespace chancery::layout
