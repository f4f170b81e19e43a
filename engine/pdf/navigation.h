#pragma once

#include <string>
#include <vector>

#include "pages/pages.h"
#include "pdf/object_writer.h"

namespace chancery::pdf {

/// Objects of pages: number of page 0, the others follow.
struct PageObjects {
  int first = 0;
  const std::vector<pages::Page>& pages;

  int numberOf(std::size_t page) const { return first + static_cast<int>(page); }
};

/// Writes the outline that viewers show beside the pages. An item stands below the last one of a
/// smaller level, so that levels without gaps are not needed. Items below the first level are
/// folded, unless there is one first item only.
/// @return the catalogue's entries, "" without an outline
/// Source: ISO 32000-1, 12.3.3.
std::string writeOutline(ObjectWriter& out, const std::vector<pages::OutlineItem>& items,
                         const PageObjects& pages);

/// The catalogue's entry with the numbers that pages bear; "" where they are those of the sheets.
/// A page without a number counts between its neighbours, as a title page does.
/// Source: ISO 32000-1, 12.4.2.
std::string pageLabels(const std::vector<pages::Page>& pages);

/// A link's annotation under its element.
struct LinkAnnotation {
  pages::ElementId element = pages::kArtifact;
  int page = 0;
  int number = 0;  ///< of the annotation's object
};

/// Link annotations of all pages, in their order.
class Links {
 public:
  Links(const std::vector<pages::Page>& pages, ObjectWriter& out);

  /// The page's entry, "" without links.
  std::string annotationsOf(std::size_t page) const;
  /// Writes the annotations. In a tagged file the n-th has the key `pages` + n in the parent tree.
  /// Source: ISO 32000-1, 12.5.6.5; ISO 19005-2, 6.3; ISO 14289-1, 7.18.
  void write(ObjectWriter& out, const PageObjects& pages, bool isTagged) const;
  const std::vector<LinkAnnotation>& annotations() const { return annotations_; }

 private:
  std::vector<LinkAnnotation> annotations_;
  std::vector<std::size_t> starts_;  // by page; one more at the end; empty without links
};

}  // namespace chancery::pdf
