#include "docx/body.h"

#include "docx/properties.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

void appendWords(std::string& text, const format::Paragraph& paragraph) {
  for (const format::Run& run : paragraph.runs) {
    for (const char c : run.text) text.push_back(c == '\n' || c == '\t' ? ' ' : c);
  }
}

// The caption beside a table: above it, or else below.
std::string captionOf(const std::vector<format::Block>& blocks, std::size_t table) {
  std::string text;
  const auto take = [&](std::size_t i) {
    if (i >= blocks.size() || !text.empty()) return;
    const auto* paragraph = std::get_if<format::Paragraph>(&blocks[i]);
    if (paragraph == nullptr || paragraph->role != format::Role::caption) return;
    appendWords(text, *paragraph);
  };
  if (table > 0) take(table - 1);
  take(table + 1);
  return text;
}

}  // namespace

bool endsWithParagraph(const std::vector<format::Block>& blocks) {
  if (blocks.empty()) return false;
  const auto* contents = std::get_if<format::Contents>(&blocks.back());
  if (contents != nullptr) return !contents->lines.empty();
  return std::holds_alternative<format::Paragraph>(blocks.back());
}

Context::Context(const format::Document& formatted, const format::Resolved& laidOut,
                 const Options& options, const Pool::Loan& loan)
    : document(formatted),
      resolved(laidOut),
      numbering(formatted),
      bookmarks(formatted, laidOut),
      contents(formatted, bookmarks),
      controls(options.fieldPath ? &options.fieldPath : nullptr),
      fieldsInTables(options.fieldsInTables),
      drawings(formatted, laidOut, options.moment, loan),
      marked(formatted.bookmarks.size()) {
  families.insert(normalStyle(formatted).text.family);
  for (const format::ParagraphStyle& style : formatted.styles) families.insert(style.text.family);
  if (!formatted.footnotes.empty()) families.insert(formatted.footnoteStyle.text.family);
}

void Body::appendSection(Markup& out, std::size_t index, std::string_view properties) {
  const format::Section& section = document_.sections[index];
  section_ = index;
  setPageNumber(section.firstPageNumber.value_or(1));
  const bool ends = endsWithParagraph(section.blocks);
  const bool last = index + 1 == document_.sections.size();
  const std::string_view carried = last ? std::string_view() : properties;
  Place place{.section = ends ? carried : std::string_view(), .keepLastRow = true};
  appendBlocks(out, section.blocks, place);
  // Word wants a paragraph at the end, and would add one of full height.
  if (!ends) appendStay(out, {.section = carried});
  if (last) out.raw(properties);
}

// `place.section` goes to the last block, which then ends with a paragraph; so does `keepLastRow`,
// where that is a table.
void Body::appendBlocks(Markup& out, const std::vector<format::Block>& blocks, Place place) {
  bool afterTable = false;
  bool rowKept = false;  // the table above stays with what follows it
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Place inside{.keepWithNext = place.keepWithNext, .keepLines = place.keepLines};
    const Place own = i + 1 == blocks.size() ? place : inside;
    if (const auto* paragraph = std::get_if<format::Paragraph>(&blocks[i])) {
      appendParagraph(out, *paragraph, own);
      afterTable = false;
    } else if (const auto* table = std::get_if<format::Table>(&blocks[i])) {
      if (afterTable) appendStay(out, {.keepWithNext = place.keepWithNext || rowKept});
      appendTable(out, *table, table->presentational ? std::string() : captionOf(blocks, i), own);
      afterTable = true;
      rowKept = !table->rows.empty() && table->rows.back().keepWithNext;
    } else {
      const auto& contents = std::get<format::Contents>(blocks[i]);
      appendContents(out, contents, own);
      afterTable = afterTable && contents.lines.empty();
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
  out.raw(place.section).raw("</w:pPr>").raw(firstRuns_).raw("</w:p>");
  firstRuns_.clear();
}

void Body::appendEmptyParagraph(Markup& out, int style, Place place) {
  format::Paragraph paragraph;
  paragraph.style = style;
  appendParagraph(out, paragraph, place);
}

const format::ParagraphStyle& Body::styleOf(const format::Paragraph& paragraph) const {
  if (inNote_) return document_.footnoteStyle;
  return document_.styles.at(static_cast<std::size_t>(paragraph.style));
}

void Body::appendParagraph(Markup& out, const format::Paragraph& paragraph, Place place) {
  if (document_.styles.empty() && !inNote_) {  // then there is nothing but empty cells
    out.raw("<w:p>").raw(firstRuns_).raw("</w:p>");
    firstRuns_.clear();
    return;
  }
  const format::ParagraphStyle& style = styleOf(paragraph);
  out.raw("<w:p>");
  out.element("w:pPr", [&] { appendProperties(out, paragraph, style, place); });
  const int bookmark = repeating_ ? -1 : paragraph.bookmark;
  const bool marks = bookmark >= 0 && !context_.marked.at(static_cast<std::size_t>(bookmark));
  if (marks) {
    context_.marked[static_cast<std::size_t>(bookmark)] = true;
    out.raw("<w:bookmarkStart").attribute("w:id", bookmark);
    out.attribute("w:name", context_.bookmarks.name(bookmark)).raw("/>");
  }
  out.raw(firstRuns_);
  firstRuns_.clear();
  if (!paragraph.runs.empty()) appendRuns(out, paragraph, style);
  out.raw(lastRuns_);
  lastRuns_.clear();
  if (marks) out.raw("<w:bookmarkEnd").attribute("w:id", bookmark).raw("/>");
  out.raw("</w:p>");
}

// Element order: CT_PPr.
void Body::appendProperties(Markup& out, const format::Paragraph& paragraph,
                            const format::ParagraphStyle& style, Place place) {
  if (style.id != kNormalId) out.value("w:pStyle", style.id);
  if ((paragraph.keepWithNext || place.keepWithNext) && !style.keepWithNext) {
    out.flag("w:keepNext");
  }
  if ((paragraph.keepLines || place.keepLines) && !style.keepLines) out.flag("w:keepLines");
  if (paragraph.pageBreakBefore) out.flag("w:pageBreakBefore");
  if (paragraph.label) {
    out.raw("<w:numPr>")
        .value("w:ilvl", paragraph.label->level)
        .value("w:numId", context_.numbering.numId(paragraph.label->instance))
        .raw("</w:numPr>");
  }
  if (paragraph.align && *paragraph.align != style.align) {
    out.value("w:jc", alignName(*paragraph.align));
  }
  const int level = format::outlineLevel(paragraph.role, style);
  if (style.outlineLevel != level) out.value("w:outlineLvl", level - 1);
  appendMark(out, paragraph, style);
  out.raw(place.section);
}

// The paragraph mark counts in the height of the last line in Word: where all runs look otherwise
// than the style, so does the mark. A label looks as the mark does, so with a label it keeps the
// style's look.
void Body::appendMark(Markup& out, const format::Paragraph& paragraph,
                      const format::ParagraphStyle& style) {
  if (paragraph.label || paragraph.runs.empty()) return;
  const auto lookOf = [&](const format::Run& run) -> const format::TextStyle& {
    return run.style ? *run.style : style.text;
  };
  const format::TextStyle& first = lookOf(paragraph.runs.front());
  if (&first == &style.text) return;
  for (const format::Run& run : paragraph.runs) {
    if (lookOf(run) != first) return;
  }
  out.element("w:rPr", [&] { appendRunProperties(out, first, style.text); });
}

// The field begins in the first line and ends in the last one, so that no paragraph is added. Word
// offers to make a table of contents anew where a gallery control holds it; that cannot hold the
// end of a section, and a cell has to end with a paragraph.
void Body::appendContents(Markup& out, const format::Contents& contents, Place place) {
  if (contents.lines.empty()) return;
  const bool gallery =
      contents.of == format::Contents::Of::headings && place.section.empty() && !inCell_;
  if (gallery) {
    out.raw(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
  }
  const bool outer = std::exchange(inContents_, true);
  for (std::size_t i = 0; i < contents.lines.size(); ++i) {
    const bool last = i + 1 == contents.lines.size();
    if (i == 0) {
      Markup start;
      appendFieldStart(start, "", ContentsPlan::instruction(contents));
      firstRuns_ += start.view();
    }
    if (last) lastRuns_ = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    appendParagraph(
        out, contents.lines[i],
        last ? place : Place{.keepWithNext = place.keepWithNext, .keepLines = place.keepLines});
  }
  inContents_ = outer;
  if (gallery) out.raw("</w:sdtContent></w:sdt>");
}

void Body::place(const std::vector<format::Placed>& placed) {
  Markup out;
  for (const format::Placed& object : placed) {
    out.raw("<w:r>");
    context_.drawings.appendPlaced(out, object, relations_);
    out.raw("</w:r>");
  }
  firstRuns_ += out.view();
}

// The mark, set as in the text, and one space stand before the first paragraph's text.
void Body::appendNote(Markup& out, const format::Footnote& note, bool automatic) {
  inNote_ = true;
  Markup mark;
  mark.raw("<w:r><w:rPr>").value("w:rStyle", kFootnoteMarkId).raw("</w:rPr>");
  if (automatic) {
    mark.raw("<w:footnoteRef/>");
  } else {
    mark.raw("<w:t>").text(note.label).raw("</w:t>");
  }
  mark.raw("</w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>");
  firstRuns_ = mark.take();
  const format::Paragraph none;
  if (note.paragraphs.empty()) appendParagraph(out, none, {});
  for (const format::Paragraph& paragraph : note.paragraphs) appendParagraph(out, paragraph, {});
  inNote_ = false;
}

}  // namespace chancery::docx
