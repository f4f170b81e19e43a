#include <algorithm>

#include "docx/body.h"
#include "docx/properties.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

using Field = format::Run::Field;

bool sameValue(const format::Run& a, const format::Run& b) {
  return a.origin.data.source == b.origin.data.source &&
         a.origin.data.offset == b.origin.data.offset && a.origin.words == b.origin.words;
}

}  // namespace

const format::TextStyle& Body::look(const format::Run& run) const {
  return run.style ? *run.style : *base_;
}

std::string Body::runProperties(const format::Run& run) {
  if (!run.style || *run.style == *base_) return {};
  if (run.style->family != base_->family) context_.families.insert(run.style->family);
  Markup properties;
  properties.element("w:rPr", [&] { appendRunProperties(properties, *run.style, *base_); });
  return properties.take();
}

// Text that needs nothing but w:r around it.
bool Body::isText(const format::Run& run) const {
  return run.field == Field::none && &run != numbered_;
}

// A value that gets a content control.
bool Body::isField(const format::Run& run) const {
  return context_.controls.covers(run.origin) && !repeating_ &&
         (!inTable_ || context_.fieldsInTables);
}

void Body::appendRuns(Markup& out, const format::Paragraph& paragraph,
                      const format::ParagraphStyle& style) {
  base_ = &style.text;
  stops_ = stopsLeft_ = style.tabs.size();
  const std::vector<format::Run>& runs = paragraph.runs;
  if (!repeating_ && paragraph.role == format::Role::caption) {
    sequence_ = context_.contents.sequence(paragraph);
    numbered_ = sequence_ ? &runs[sequence_->run] : nullptr;
  }
  int link = -1;
  for (std::size_t i = 0; i < runs.size();) {
    const int wanted = context_.bookmarks.stands(runs[i].link) ? runs[i].link : -1;
    if (wanted != link) {
      if (link >= 0) out.raw("</w:hyperlink>");
      if (wanted >= 0) {
        out.raw("<w:hyperlink").attribute("w:anchor", context_.bookmarks.name(wanted));
        out.raw(" w:history=\"1\">");
      }
      link = wanted;
    }
    if (isText(runs[i])) {
      i = appendText(out, runs, i);
    } else {
      appendSpecial(out, runs[i++]);
    }
  }
  if (link >= 0) out.raw("</w:hyperlink>");
  numbered_ = nullptr;
  sequence_.reset();
}

// Neighbours of one look become one w:r: templates cut text into many pieces, and shaping kerns
// over their seams. Result: the run behind them.
std::size_t Body::appendText(Markup& out, const std::vector<format::Run>& runs, std::size_t first) {
  const format::Run& run = runs[first];
  if (isField(run)) return appendControl(out, runs, first);
  std::size_t next = first + 1;
  const auto joins = [&](const format::Run& other) {
    return isText(other) && other.link == run.link && look(other) == look(run) && !isField(other);
  };
  if (next == runs.size() || !joins(runs[next])) {
    if (!run.text.empty()) appendRun(out, runProperties(run), run.text);
    return next;
  }
  std::string text = run.text;
  while (next < runs.size() && joins(runs[next])) text += runs[next++].text;
  if (!text.empty()) appendRun(out, runProperties(run), text);
  return next;
}

// One control holds all runs of one value, but not the spaces around it: behind a control they
// would take part of the line's end in LibreOffice, where others hang.
std::size_t Body::appendControl(Markup& out, const std::vector<format::Run>& runs,
                                std::size_t first) {
  struct Piece {
    const format::Run* run;
    std::string text;
  };
  std::vector<Piece> pieces;
  std::size_t next = first;
  for (; next < runs.size(); ++next) {
    const format::Run& run = runs[next];
    if (!isText(run) || run.link != runs[first].link || !sameValue(run, runs[first])) break;
    if (run.text.empty()) continue;
    if (!pieces.empty() && look(*pieces.back().run) == look(run)) {
      pieces.back().text += run.text;
    } else {
      pieces.push_back({&run, run.text});
    }
  }
  if (pieces.empty()) return next;
  constexpr std::string_view kSpaces = " \n\t";
  std::string& front = pieces.front().text;
  const std::size_t begin = std::min(front.find_first_not_of(kSpaces), front.size());
  if (begin > 0) appendRun(out, runProperties(*pieces.front().run), front.substr(0, begin));
  front.erase(0, begin);
  std::string& back = pieces.back().text;
  const std::size_t end = back.find_last_not_of(kSpaces) + 1;
  const std::string behind = back.substr(end);
  back.resize(end);

  const bool empty = pieces.size() == 1 && front.empty();
  const std::string path = empty ? std::string() : context_.controls.path(runs[first].origin);
  if (!path.empty()) context_.controls.open(out, path);
  for (const Piece& piece : pieces) {
    if (!piece.text.empty()) appendRun(out, runProperties(*piece.run), piece.text);
  }
  if (!path.empty()) Controls::close(out);
  if (!behind.empty()) appendRun(out, runProperties(*pieces.back().run), behind);
  return next;
}

void Body::appendRun(Markup& out, const std::string& properties, std::string_view text) {
  out.raw("<w:r>").raw(properties);
  appendRunText(out, text);
  out.raw("</w:r>");
}

// Text between line breaks and tabs, which are elements of their own. A tab without a stop left is
// one space, where Word would go to a stop that nobody stated.
void Body::appendRunText(Markup& out, std::string_view text) {
  while (!text.empty()) {
    // Quicker than find_first_of, which searches its set for each character.
    const auto stop =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; });
    const auto end = static_cast<std::size_t>(stop - text.begin());
    const std::string_view piece = text.substr(0, end);
    if (!piece.empty()) {
      // XML readers may strip spaces at either end otherwise (17.3.3.31).
      const bool outer = piece.front() == ' ' || piece.back() == ' ';
      out.raw(outer ? "<w:t xml:space=\"preserve\">" : "<w:t>").text(piece).raw("</w:t>");
    }
    if (end == text.size()) return;
    if (text[end] == '\n') {
      out.raw("<w:br/>");
      stopsLeft_ = stops_;
    } else if (stopsLeft_ == 0) {
      out.raw("<w:t xml:space=\"preserve\"> </w:t>");
    } else {
      // In text copied from a contents its leader's dots would stick to the words otherwise.
      const std::string_view space = inContents_ ? "<w:t xml:space=\"preserve\"> </w:t>" : "";
      out.raw(space).raw("<w:tab/>").raw(space);
      --stopsLeft_;
    }
    text.remove_prefix(end + 1);
  }
}

void Body::appendSpecial(Markup& out, const format::Run& run) {
  const auto number = [](int value) { return std::to_string(value); };
  const std::string properties = runProperties(run);
  switch (run.field) {
    case Field::none:
      return appendSequence(out, run);
    case Field::pageNumber:
      return appendField(out, properties, "PAGE", number(pageNumber_));
    case Field::pageCount:
      return appendField(out, properties, "NUMPAGES", number(context_.resolved.pageCount));
    case Field::sectionPageCount: {
      const std::vector<int>& counts = context_.resolved.sectionPageCounts;
      const int count = section_ < counts.size() ? counts[section_] : context_.resolved.pageCount;
      return appendField(out, properties, "SECTIONPAGES", number(count));
    }
    case Field::pageOf: {
      if (!context_.bookmarks.stands(run.index)) return;
      const std::string page = number(context_.bookmarks.page(run.index));
      return appendField(out, properties, "PAGEREF " + context_.bookmarks.name(run.index) + " \\h",
                         page);
    }
    case Field::object:
      out.raw("<w:r>").raw(properties);
      context_.drawings.appendInline(out, run.index, relations_);
      out.raw("</w:r>");
      return;
    case Field::footnote:
      return appendFootnoteMark(out, run);
  }
}

// The number of a caption that a list leads to is a field: Word finds the caption by it.
void Body::appendSequence(Markup& out, const format::Run& run) {
  const std::string properties = runProperties(run);
  const std::string_view text = run.text;
  const std::string_view before = text.substr(0, sequence_->begin);
  const std::string_view behind = text.substr(sequence_->end);
  if (!before.empty()) appendRun(out, properties, before);
  appendField(out, properties, sequence_->instruction,
              text.substr(sequence_->begin, sequence_->end - sequence_->begin));
  if (!behind.empty()) appendRun(out, properties, behind);
}

// What Word counts by itself it shows as its own mark; any other label stands as it is.
void Body::appendFootnoteMark(Markup& out, const format::Run& run) {
  const format::Footnote& note = document_.footnotes.at(static_cast<std::size_t>(run.index));
  format::TextStyle raised = *base_;
  raised.raise = format::Raise::superscript;
  out.raw("<w:r><w:rPr>").value("w:rStyle", kFootnoteMarkId);
  format::TextStyle own = look(run);
  own.raise = format::Raise::superscript;
  appendRunProperties(out, own, raised);
  out.raw("</w:rPr>");
  const bool automatic = note.label == std::to_string(run.index + 1);
  if (!repeating_) {
    out.raw("<w:footnoteReference");
    if (!automatic) out.raw(" w:customMarkFollows=\"1\"");
    out.attribute("w:id", run.index + 1).raw("/>");
  }
  if (repeating_ || !automatic) out.raw("<w:t>").text(note.label).raw("</w:t>");
  out.raw("</w:r>");
}

void Body::appendFieldStart(Markup& out, std::string_view properties,
                            std::string_view instruction) {
  const auto part = [&](std::string_view content) {
    out.raw("<w:r>").raw(properties).raw(content).raw("</w:r>");
  };
  part("<w:fldChar w:fldCharType=\"begin\"/>");
  out.raw("<w:r>").raw(properties).raw("<w:instrText xml:space=\"preserve\"> ");
  out.text(instruction).raw(" </w:instrText></w:r>");
  part("<w:fldChar w:fldCharType=\"separate\"/>");
}

void Body::appendField(Markup& out, std::string_view properties, std::string_view instruction,
                       std::string_view result) {
  appendFieldStart(out, properties, instruction);
  out.raw("<w:r>").raw(properties).raw("<w:t>").text(result).raw("</w:t></w:r><w:r>");
  out.raw(properties).raw("<w:fldChar w:fldCharType=\"end\"/></w:r>");
}

}  // namespace chancery::docx
