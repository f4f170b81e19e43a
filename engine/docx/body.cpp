#include "docx/body.h"

#include "base/error.h"
#include "docx/properties.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

const format::TextStyle& styleOf(const format::Run& run, const format::TextStyle& base) {
  return run.style ? *run.style : base;
}

bool isTable(const format::Block& block) {
  return std::holds_alternative<format::Table>(block);
}

// The outline level that assistive technology should hear, 0 for none.
int headingLevel(format::Role role) {
  switch (role) {
    case format::Role::heading1:
      return 1;
    case format::Role::heading2:
      return 2;
    case format::Role::heading3:
      return 3;
    case format::Role::heading4:
      return 4;
    case format::Role::paragraph:
    case format::Role::listItem:
    case format::Role::caption:
    case format::Role::contentsItem:
      return 0;
  }
  return 0;
}

}  // namespace

Body::Body(const format::Document& document, const format::Resolved& resolved,
           const NumberingPlan& numbering)
    : document_(document), resolved_(resolved), numbering_(numbering) {
  families_.insert(normalStyle(document).text.family);
  for (const format::ParagraphStyle& style : document.styles) families_.insert(style.text.family);
}

void Body::appendSection(Markup& out, const std::vector<format::Block>& blocks,
                         std::string_view properties) {
  if (blocks.empty() || isTable(blocks.back())) {
    appendBlocks(out, blocks, {.keepLastRow = true});
    appendStay(out, {.section = properties});
  } else {
    appendBlocks(out, blocks, {.section = properties});
  }
}

void Body::appendLastSection(Markup& out, const std::vector<format::Block>& blocks,
                             std::string_view properties) {
  appendBlocks(out, blocks, {.keepLastRow = true});
  // Word wants a paragraph at the end, and would add one of full height.
  if (blocks.empty() || isTable(blocks.back())) appendStay(out, {});
  out.raw(properties);
}

// `place.section` goes to the last block, which is then a paragraph; so does `keepLastRow`, where
// that is a table.
void Body::appendBlocks(Markup& out, const std::vector<format::Block>& blocks, Place place) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Place own = i + 1 == blocks.size() ? place : Place{.keepWithNext = place.keepWithNext};
    if (const auto* table = std::get_if<format::Table>(&blocks[i])) {
      if (i > 0 && isTable(blocks[i - 1])) appendStay(out, {.keepWithNext = place.keepWithNext});
      appendTable(out, *table, own);
    } else {
      appendParagraph(out, std::get<format::Paragraph>(blocks[i]), own);
    }
  }
}

void Body::appendStay(Markup& out, Place place) {
  out.raw("<w:p><w:pPr>");
  if (place.keepWithNext) out.flag("w:keepNext");
  out.raw(
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
      "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/>"
      "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr>");
  out.raw(place.section).raw("</w:pPr></w:p>");
}

void Body::appendEmptyParagraph(Markup& out, int style, Place place) {
  format::Paragraph paragraph;
  paragraph.style = style;
  appendParagraph(out, paragraph, place);
}

void Body::appendParagraph(Markup& out, const format::Paragraph& paragraph, Place place) {
  if (document_.styles.empty()) {  // then there is nothing but empty cells
    out.raw("<w:p/>");
    return;
  }
  const format::ParagraphStyle& style =
      document_.styles.at(static_cast<std::size_t>(paragraph.style));
  out.raw("<w:p>");
  out.element("w:pPr", [&] {
    appendStyleAndKeeps(out, paragraph, place);
    if (paragraph.label) {
      out.raw("<w:numPr>")
          .value("w:ilvl", paragraph.label->level)
          .value("w:numId", numbering_.numId(paragraph.label->instance))
          .raw("</w:numPr>");
    }
    if (paragraph.align && *paragraph.align != style.align) {
      out.value("w:jc", alignName(*paragraph.align));
    }
    const int level = headingLevel(paragraph.role);
    if (level > 0 && style.outlineLevel != level) out.value("w:outlineLvl", level - 1);
    appendMark(out, paragraph, style);
    out.raw(place.section);
  });
  appendRuns(out, paragraph, style.text);
  out.raw("</w:p>");
}

void Body::appendStyleAndKeeps(Markup& out, const format::Paragraph& paragraph, Place place) {
  const format::ParagraphStyle& style = document_.styles[static_cast<std::size_t>(paragraph.style)];
  if (style.id != kNormalId) out.value("w:pStyle", style.id);
  if ((paragraph.keepWithNext || place.keepWithNext) && !style.keepWithNext) {
    out.flag("w:keepNext");
  }
  if (paragraph.keepLines && !style.keepLines) out.flag("w:keepLines");
}

// The paragraph mark counts in the height of the last line in Word: where all runs look otherwise
// than the style, so does the mark. A label looks as the mark does, so with a label it keeps the
// style's look.
void Body::appendMark(Markup& out, const format::Paragraph& paragraph,
                      const format::ParagraphStyle& style) {
  if (paragraph.label || paragraph.runs.empty()) return;
  const format::TextStyle& first = styleOf(paragraph.runs.front(), style.text);
  for (const format::Run& run : paragraph.runs) {
    if (styleOf(run, style.text) != first) return;
  }
  out.element("w:rPr", [&] { appendRunProperties(out, first, style.text); });
}

std::string Body::runProperties(const format::Run& run, const format::TextStyle& base) {
  if (!run.style || *run.style == base) return {};
  if (run.style->family != base.family) families_.insert(run.style->family);
  Markup properties;
  properties.element("w:rPr", [&] { appendRunProperties(properties, *run.style, base); });
  return properties.take();
}

// Neighbours of one look become one w:r: templates cut text into many pieces, and shaping kerns
// over their seams.
void Body::appendRuns(Markup& out, const format::Paragraph& paragraph,
                      const format::TextStyle& base) {
  const std::vector<format::Run>& runs = paragraph.runs;
  for (std::size_t i = 0; i < runs.size();) {
    const std::string properties = runProperties(runs[i], base);
    if (runs[i].field != format::Run::Field::none) {
      appendField(out, runs[i++], properties);
      continue;
    }
    std::string text = runs[i].text;
    std::size_t next = i + 1;
    while (next < runs.size() && runs[next].field == format::Run::Field::none &&
           styleOf(runs[next], base) == styleOf(runs[i], base)) {
      text += runs[next++].text;
    }
    if (!text.empty()) {
      out.raw("<w:r>").raw(properties);
      appendRunText(out, text);
      out.raw("</w:r>");
    }
    i = next;
  }
}

// Text between line breaks and tabs, which are elements of their own.
void Body::appendRunText(Markup& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\t"), text.size());
    const std::string_view piece = text.substr(0, end);
    if (!piece.empty()) {
      // XML readers may strip spaces at either end otherwise (17.3.3.31).
      const bool outer = piece.front() == ' ' || piece.back() == ' ';
      out.raw(outer ? "<w:t xml:space=\"preserve\">" : "<w:t>").text(piece).raw("</w:t>");
    }
    if (end == text.size()) return;
    out.raw(text[end] == '\n' ? "<w:br/>" : "<w:tab/>");
    text.remove_prefix(end + 1);
  }
}

void Body::appendField(Markup& out, const format::Run& run, const std::string& properties) {
  const bool count = run.field == format::Run::Field::pageCount;
  const std::string result = count ? std::to_string(resolved_.pageCount) : pageNumber_;
  const auto part = [&](std::string_view content) {
    out.raw("<w:r>").raw(properties).raw(content).raw("</w:r>");
  };
  part("<w:fldChar w:fldCharType=\"begin\"/>");
  part(count ? "<w:instrText xml:space=\"preserve\"> NUMPAGES </w:instrText>"
             : "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>");
  part("<w:fldChar w:fldCharType=\"separate\"/>");
  part("<w:t>" + result + "</w:t>");
  part("<w:fldChar w:fldCharType=\"end\"/>");
}

}  // namespace chancery::docx
