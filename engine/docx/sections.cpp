#include "docx/sections.h"

#include <algorithm>

namespace chancery::docx {
namespace {

std::string headerPart(const format::Section& section, Body& body) {
  Markup out;
  out.raw(kXmlDeclaration).raw("<w:hdr").raw(kMainNamespace).raw(kRelationshipsNamespace).raw(">");
  if (section.header) {
    body.setPageNumber(firstVisibleNumber(section));
    body.appendParagraph(out, *section.header, {});
  } else {
    out.raw("<w:p/>");
  }
  out.raw("</w:hdr>");
  return out.take();
}

}  // namespace

int firstVisibleNumber(const format::Section& section) {
  return section.firstPageNumber.value_or(1) + (section.headerOnFirst ? 0 : 1);
}

SectionPlan::SectionPlan(const format::Document& document, Body& body, int firstRelation)
    : document_(document), firstRelation_(firstRelation) {
  for (const format::Section& section : document.sections) {
    const bool stated = section.header || !headers_.empty();
    headerOf_.push_back(stated ? static_cast<int>(headers_.size()) : -1);
    if (stated) headers_.push_back(headerPart(section, body));
  }
}

std::string SectionPlan::properties(std::size_t index) const {
  const format::Section& section = document_.sections[index];
  Markup out;
  out.raw("<w:sectPr>");
  if (headerOf_[index] >= 0) {
    out.raw("<w:headerReference w:type=\"default\"")
        .attribute("r:id", "rId" + std::to_string(firstRelation_ + headerOf_[index]))
        .raw("/>");
  }
  out.value("w:type", "nextPage");
  out.raw("<w:pgSz")
      .attribute("w:w", section.pageWidth.toTwips())
      .attribute("w:h", section.pageHeight.toTwips());
  if (section.landscape) out.raw(" w:orient=\"landscape\"");
  out.raw("/><w:pgMar")
      .attribute("w:top", section.top.toTwips())
      .attribute("w:right", section.right.toTwips())
      .attribute("w:bottom", section.bottom.toTwips())
      .attribute("w:left", section.left.toTwips())
      .attribute("w:header", section.pageNumberOffset.toTwips())
      // There is no footer; should one be added by hand, it starts in the middle of the margin.
      .attribute("w:footer", (section.bottom / 2).toTwips())
      .raw(" w:gutter=\"0\"/>");
  if (section.firstPageNumber) {
    out.raw("<w:pgNumType").attribute("w:start", *section.firstPageNumber).raw("/>");
  }
  if (section.header && !section.headerOnFirst) out.raw("<w:titlePg/>");
  out.raw("</w:sectPr>");
  return out.take();
}

}  // namespace chancery::docx
