#include "docx/sections.h"

#include <algorithm>

#include "docx/body.h"

namespace chancery::docx {
namespace {

// Whether the first page has another header or footer than the others.
bool firstPageDiffers(const format::Section& section) {
  return (section.header && !section.headerOnFirst) || (section.footer && !section.footerOnFirst) ||
         (!section.placed.empty() && !SectionPlan::startsWithParagraph(section));
}

void appendReference(Markup& out, std::string_view kind, std::string_view type,
                     std::string_view relation) {
  if (relation.empty()) return;
  out.raw("<w:").raw(kind).raw("Reference").attribute("w:type", type);
  out.attribute("r:id", relation).raw("/>");
}

// The sheet that stands for a page of a PDF is as large as the page, as far as Word has such sheets
// (to 22 inches) and the words on it find room.
std::int64_t sheetSize(const format::Section& section, Length size) {
  constexpr std::int64_t kLeast = 4'000, kMost = 31'680;
  return section.foreign ? std::clamp(size.toTwips(), kLeast, kMost) : size.toTwips();
}

}  // namespace

bool SectionPlan::startsWithParagraph(const format::Section& section) {
  return section.blocks.empty() ||
         std::holds_alternative<format::Paragraph>(section.blocks.front());
}

SectionPlan::SectionPlan(Context& context, Relations& relations)
    : context_(context), relations_(relations) {
  std::array<bool, kSlots> carried{};  // by a former section
  const auto& sections = context.document.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    Stated stated;
    stated.titlePage = firstPageDiffers(sections[i]);
    const auto wanted = contents(sections[i], stated.titlePage);
    for (const Slot slot : {header, firstHeader, footer, firstFooter}) {
      const Content& content = wanted[slot];
      const bool used = stated.titlePage || (slot != firstHeader && slot != firstFooter);
      if (!used || (!content && !carried[slot])) continue;
      stated.relations[slot] = add(slot, content, i);
      carried[slot] = static_cast<bool>(content);
    }
    sections_.push_back(std::move(stated));
  }
}

std::array<SectionPlan::Content, SectionPlan::kSlots> SectionPlan::contents(
    const format::Section& section, bool titlePage) const {
  const int first = section.firstPageNumber.value_or(1);
  std::array<Content, kSlots> contents;
  if (section.header) contents[header] = {&*section.header, nullptr, first + (titlePage ? 1 : 0)};
  if (section.footer) contents[footer] = {&*section.footer, nullptr, first + (titlePage ? 1 : 0)};
  if (section.header && section.headerOnFirst) {
    contents[firstHeader] = {&*section.header, nullptr, first};
  }
  if (section.footer && section.footerOnFirst) {
    contents[firstFooter] = {&*section.footer, nullptr, first};
  }
  if (!section.placed.empty() && !startsWithParagraph(section)) {
    contents[firstHeader].placed = &section.placed;
  }
  return contents;
}

// Result: the id of its relationship. Equal parts are one.
std::string SectionPlan::add(Slot slot, const Content& content, std::size_t section) {
  const bool above = slot == header || slot == firstHeader;
  const std::string_view root = above ? "w:hdr" : "w:ftr";
  Relations own;
  Body body(context_, own);
  body.setPageNumber(content.pageNumber);
  body.setSection(section);
  if (content.placed != nullptr) body.place(*content.placed);
  Markup out;
  out.raw(kXmlDeclaration).raw("<").raw(root).raw(kMainNamespace).raw(kRelationshipsNamespace);
  out.raw(">");
  if (content.paragraph != nullptr) {
    body.appendParagraph(out, *content.paragraph, {});
  } else if (content.placed != nullptr) {
    body.appendStay(out, {});
  } else {
    out.raw("<w:p/>");
  }
  out.raw("</").raw(root).raw(">");

  const std::string_view kind = above ? "header" : "footer";
  const std::string type = wordType(kind);
  if (own.empty()) {
    for (const Part& part : parts_) {
      if (part.type == type && part.bytes == out.view()) {
        return relations_.add(kind, part.name.substr(std::string_view("word/").size()));
      }
    }
  }
  const std::string file =
      std::string(kind) + std::to_string(above ? ++headers_ : ++footers_) + ".xml";
  parts_.push_back({"word/" + file, type, out.take(), false, own.empty()});
  if (!own.empty()) parts_.push_back({relationsName("word/" + file), "", own.part(), false});
  return relations_.add(kind, file);
}

std::string SectionPlan::properties(std::size_t index) const {
  const format::Section& section = context_.document.sections[index];
  const Stated& stated = sections_[index];
  Markup out;
  out.raw("<w:sectPr>");
  appendReference(out, "header", "default", stated.relations[header]);
  appendReference(out, "header", "first", stated.relations[firstHeader]);
  appendReference(out, "footer", "default", stated.relations[footer]);
  appendReference(out, "footer", "first", stated.relations[firstFooter]);
  out.value("w:type", section.startsOdd ? "oddPage" : "nextPage");
  out.raw("<w:pgSz")
      .attribute("w:w", sheetSize(section, section.pageWidth))
      .attribute("w:h", sheetSize(section, section.pageHeight));
  if (section.landscape) out.raw(" w:orient=\"landscape\"");
  // Without a footer: should one be added by hand, it starts in the middle of the margin.
  const Length footerOffset = section.footer ? section.footerOffset : section.bottom / 2;
  out.raw("/><w:pgMar")
      .attribute("w:top", section.top.toTwips())
      .attribute("w:right", section.right.toTwips())
      .attribute("w:bottom", section.bottom.toTwips())
      .attribute("w:left", section.left.toTwips())
      .attribute("w:header", section.pageNumberOffset.toTwips())
      .attribute("w:footer", footerOffset.toTwips())
      .raw(" w:gutter=\"0\"/>");
  if (section.firstPageNumber) {
    out.raw("<w:pgNumType").attribute("w:start", *section.firstPageNumber).raw("/>");
  }
  if (stated.titlePage) out.raw("<w:titlePg/>");
  out.raw("</w:sectPr>");
  return out.take();
}

}  // namespace chancery::docx
