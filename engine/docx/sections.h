#pragma once

#include <string>
#include <vector>

#include "docx/body.h"
#include "format/model.h"

namespace chancery::docx {

/// The parts that hang on sections: word/header1.xml … and each section's w:sectPr.
///
/// A section without a header after one that has it gets an empty header, since Word would carry
/// the former on. A first page without the header is a title page with no header of its own.
class SectionPlan {
 public:
  /// @param firstRelation number of the first header's relationship (rId…)
  SectionPlan(const format::Document& document, Body& body, int firstRelation);

  /// w:sectPr of the section.
  std::string properties(std::size_t section) const;
  const std::vector<std::string>& headers() const { return headers_; }

 private:
  const format::Document& document_;
  int firstRelation_;
  std::vector<int> headerOf_;  // by section: index into headers_, -1 for none
  std::vector<std::string> headers_;
};

/// What a page number field of the section shows until it is computed anew: the first number that
/// can be seen.
int firstVisibleNumber(const format::Section& section);

}  // namespace chancery::docx
