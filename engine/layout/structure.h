#pragma once

#include <cstddef>
#include <vector>

#include "format/model.h"
#include "pages/pages.h"

namespace chancery::layout {

/// Where the text of one paragraph hangs in the logical structure.
struct ParagraphElements {
  pages::ElementId text = pages::kArtifact;
  pages::ElementId label = pages::kArtifact;  ///< for the label; equals `text` outside lists
};

/// The lists that are open at some place of a document, the innermost last.
struct OpenLists {
  struct Level {
    int instance = 0;
    int level = 0;
    pages::ElementId list = pages::kArtifact;
    pages::ElementId body = pages::kArtifact;  ///< of its latest item
  };
  std::vector<Level> levels;
};

/// Grows the logical structure in reading order.
class Structure {
 public:
  Structure();

  pages::ElementId add(pages::StructureType type, pages::ElementId parent);
  pages::StructureElement& at(pages::ElementId id);

  /// The elements of a paragraph; consecutive list items of one numbering instance make a list,
  /// deeper ones a list inside the item before. `next` is the block after it, or null.
  ParagraphElements addParagraph(const format::Document& document,
                                 const format::Paragraph& paragraph, const format::Block* next,
                                 pages::ElementId parent, OpenLists& lists);

  std::vector<pages::StructureElement> take() { return std::move(elements_); }

 private:
  ParagraphElements addListItem(const format::Document& document,
                                const format::Paragraph& paragraph, const format::Block* next,
                                pages::ElementId parent, OpenLists& lists);

  std::vector<pages::StructureElement> elements_;
};

}  // namespace chancery::layout
