#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "docx/context.h"
#include "docx/parts.h"
#include "docx/relations.h"
#include "format/model.h"

namespace chancery::docx {

/// The parts that hang on sections: word/header1.xml …, word/footer1.xml …, and each section's
/// w:sectPr.
///
/// A section without a header after one that has it gets an empty header, since Word would carry
/// the former on; so for footers and those of first pages. A first page that differs makes the
/// section have a title page. Objects placed on a page that does not begin with a paragraph hang on
/// the header of the first page.
class SectionPlan {
 public:
  /// @param relations of the main part, which get the headers' relationships
  SectionPlan(Context& context, Relations& relations);

  /// w:sectPr of the section.
  std::string properties(std::size_t section) const;
  /// Headers and footers, with their relationships where they have some.
  const Parts& parts() const { return parts_; }

  /// Whether the section's placed objects hang on its own first paragraph.
  static bool startsWithParagraph(const format::Section& section);

 private:
  enum Slot { header, firstHeader, footer, firstFooter, kSlots };
  struct Stated {
    std::array<std::string, kSlots> relations;  // "" = none
    bool titlePage = false;
  };
  struct Content {
    const format::Paragraph* paragraph = nullptr;
    const std::vector<format::Placed>* placed = nullptr;
    int pageNumber = 1;

    explicit operator bool() const { return paragraph != nullptr || placed != nullptr; }
  };
  std::array<Content, kSlots> contents(const format::Section& section, bool titlePage) const;
  std::string add(Slot slot, const Content& content, std::size_t section);

  Context& context_;
  Relations& relations_;
  std::vector<Stated> sections_;
  Parts parts_;
  int headers_ = 0;
  int footers_ = 0;
};

}  // namespace chancery::docx
