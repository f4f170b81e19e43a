#pragma once

#include <cstddef>
#include <vector>

#include "format/model.h"
#include "pages/pages.h"

namespace chancery::layout {

/// Where the text of one paragraph hangs in the logical structure.
struct ParagraphElements {
  pages::ElementId text = pages::kArtifact;
  pages::ElementId label = pages::kArtifact;   ///< for the label; equals `text` outside lists
  pages::ElementId around = pages::kArtifact;  ///< where the paragraph's footnotes stand
  const format::Footnote* note = nullptr;      ///< whose first paragraph this is
};

/// Is a run text in the element of its paragraph, no link, picture or mark of a note?
bool isPlain(const format::Run& run);

/// The elements of a paragraph's runs, in their order. One that has nothing but text hangs it on
/// its own element; links, marks of notes and pictures have elements of their own, and so has the
/// text between them then.
class RunElements {
 public:
  RunElements(class Structure& structure, const format::Document& document,
              const format::Paragraph& paragraph, pages::ElementId parent);
  /// Call it once for each run, in their order.
  pages::ElementId of(const format::Run& run);

 private:
  Structure& structure_;
  const format::Document& document_;
  pages::ElementId parent_;
  bool mixed_ = false;
  pages::ElementId latest_ = pages::kArtifact;  ///< what the next run may continue
  int link_ = -1;                               ///< of that
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

  /// The element of a picture or chart; a decorative one is an artifact.
  pages::ElementId addFigure(const format::Object& object, pages::ElementId parent);

  /// The elements of a paragraph; consecutive list items of one numbering instance make a list,
  /// deeper ones a list inside the item before. `next` is the block after it, or null.
  ParagraphElements addParagraph(const format::Document& document,
                                 const format::Paragraph& paragraph, const format::Block* next,
                                 pages::ElementId parent, OpenLists& lists);

  pages::StructureElements take() { return std::move(elements_); }

 private:
  ParagraphElements addListItem(const format::Document& document,
                                const format::Paragraph& paragraph, const format::Block* next,
                                pages::ElementId parent, OpenLists& lists);

  pages::StructureElements elements_;
};

}  // namespace chancery::layout
