#include <algorithm>

#include "html/body.h"

namespace chancery::html {

using format::Run;

namespace {

/// Words that lead to a page's number say little without it: "table 3, p. 7" becomes "table 3"; of
/// "p. 7" nothing is left.
std::string_view withoutPageWord(std::string_view text) {
  const std::size_t comma = text.rfind(", ");
  return comma == std::string_view::npos ? std::string_view() : text.substr(0, comma);
}

}  // namespace

/// Runs that lead to one place are one link.
void Body::addRuns(const format::Paragraph& paragraph, Runs end) {
  const format::TextStyle& usual = document_.styles[static_cast<std::size_t>(paragraph.style)].text;
  for (Runs run = paragraph.runs.data(); run != end;) {
    if (run->link < 0) {
      addRun(*run++, usual);
      continue;
    }
    const Runs first = run;
    while (run != end && run->link == first->link) ++run;
    addLinked(first, run, usual);
  }
}

void Body::addLinked(Runs first, Runs end, const format::TextStyle& usual) {
  const auto to = static_cast<std::size_t>(first->link);
  out_.raw("<a").attribute("href", '#' + document_.bookmarks[to].id).raw(">");
  bool isShown = false;
  for (Runs run = first; run != end; ++run) {
    const bool leadsToPage = run + 1 != end && run[1].field == Run::Field::pageOf;
    if (leadsToPage && run->field == Run::Field::none) {
      Run words = *run;
      words.text = withoutPageWord(run->text);
      isShown |= !words.text.empty();
      addRun(words, usual);
    } else {
      isShown |= run->field == Run::Field::none && !run->text.empty();
      addRun(*run, usual);
    }
  }
  if (!isShown) out_.text("«" + bookmarkTexts_[to] + "»");
  out_.raw("</a>");
}

void Body::addRun(const Run& run, const format::TextStyle& usual) {
  switch (run.field) {
    case Run::Field::none:
      return addText(run, usual);
    case Run::Field::object:
      return addObject(run.index);
    case Run::Field::footnote:
      return addFootnoteMark(run);
    case Run::Field::pageNumber:  // there are no pages
    case Run::Field::pageCount:
    case Run::Field::sectionPageCount:
    case Run::Field::pageOf:
      return;
  }
}

void Body::addText(const Run& run, const format::TextStyle& usual) {
  const format::TextStyle& look = run.style ? *run.style : usual;
  std::string end;
  const auto open = [&](bool differs, std::string_view start, std::string_view close) {
    if (!differs) return;
    out_.raw(start);
    end.insert(0, close);
  };
  open(look.bold && !usual.bold, "<b>", "</b>");
  open(!look.bold && usual.bold, "<span class=\"regular\">", "</span>");
  open(look.italic && !usual.italic, "<i>", "</i>");
  open(!look.italic && usual.italic, "<span class=\"upright\">", "</span>");
  open(look.underline && !usual.underline, "<u>", "</u>");
  open(look.raise == format::Raise::superscript, "<sup>", "</sup>");
  open(look.raise == format::Raise::subscript, "<sub>", "</sub>");
  std::string_view rest = run.text;
  for (std::size_t at; (at = rest.find('\n')) != std::string_view::npos;
       rest.remove_prefix(at + 1)) {
    out_.text(rest.substr(0, at)).raw("<br/>");
  }
  out_.text(rest).raw(end);
}

/// A second mark of one note leads there too, but the way back is to the first.
void Body::addFootnoteMark(const Run& run) {
  const std::string number = std::to_string(run.index + 1);
  const bool isFirst = std::find(marked_.begin(), marked_.end(), run.index) == marked_.end();
  out_.raw("<sup><a");
  if (isFirst) {
    marked_.push_back(run.index);
    out_.attribute("id", "mark-" + number);
  }
  out_.attribute("href", "#note-" + number)
      .raw(" role=\"doc-noteref\"")
      .attribute("aria-label", std::string(inLanguage("Сноска ", "Note ")) + run.text)
      .raw(">")
      .text(run.text)
      .raw("</a></sup>");
}

}  // namespace chancery::html
