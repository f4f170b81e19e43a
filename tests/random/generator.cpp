#include "generator.h"

namespace chancery::random {
namespace {

// What stands around a token: all that breaks, shapes or is escaped in its own way.
constexpr std::string_view kFillers[] = {
    "и",       "о",        "№ 5",       "«Школа»",      "2021–2023",       "и/или",
    "(далее",  "–",        "школ).",    "ОУ,",          "научно-практическая", "Каме́нск",
    "О.П. Веснина", "1&amp;2", "a&lt;b", "12 000 ₽",    "ёлка",            "Excel",
    "общеобразовательных", "до 31.05.2026", "…", "63-ФЗ", "п. 2", "г. Озёрный"};

constexpr std::string_view kListStyles[] = {"number", "bullet", "dash", "paren"};
constexpr std::string_view kWidths[] = {"", " width=\"30mm\"", " width=\"1*\"", " width=\"2*\"",
                                        " width=\"auto\""};

}  // namespace

// Every token ends in a letter of its own so that none is the beginning of another.
std::string Generator::word() {
  constexpr std::string_view kStems[] = {"слово", "Мера", "обеспечение", "ШКОЛА", "word", "я"};
  std::string token = std::string(kStems[below(6)]) + std::to_string(out_.tokens.size()) + "ж";
  if (oneIn(300)) {
    std::string head;  // wider than any column
    for (int i = 0; i < 60; ++i) head += "щ";
    token = head + token;
  }
  out_.tokens.push_back(token);
  return token;
}

std::string Generator::sentence(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += oneIn(2) ? word() : std::string(kFillers[below(24)]);
  }
  return text;
}

std::string Generator::inlines(int words) {
  std::string text = sentence(words);
  if (oneIn(5)) text += " <b>" + sentence(2) + "</b>";
  if (oneIn(5)) text += " <i>" + sentence(2) + "</i>" + sentence(1);
  if (oneIn(8)) text += "<br/>" + sentence(2);
  return text;
}

void Generator::textElement(std::string_view name, int words) {
  const std::string tag(name);
  add("<" + tag + ">" + inlines(words) + "</" + tag + ">\n");
}

Document Generator::document() {
  out_ = {};
  add("<document xmlns=\"urn:chancery:document\" title=\"Документ\">\n");
  part(false);
  const int appendices = below(3);
  for (int i = 0; i < appendices; ++i) {
    add("<appendix>");
    part(true);
    add("</appendix>\n");
  }
  add("</document>\n");
  return std::move(out_);
}

void Generator::part(bool isAppendix) {
  add(oneIn(3) ? "<part orientation=\"landscape\">\n" : "<part>\n");
  requisites(isAppendix);
  blocks(9, 0);
  if (!isAppendix && oneIn(2)) {
    textElement("command", 1);
    clauses(1);
  }
  blocks(4, 0);
  if (oneIn(2)) signature();
  if (oneIn(3)) {
    add("<executor><name>" + sentence(2) + "</name><phone>" + sentence(1) + "</phone></executor>\n");
  }
  add("</part>\n");
}

void Generator::requisites(bool isAppendix) {
  if (!isAppendix && oneIn(2)) {
    add("<letterhead>");
    for (int i = below(4); i >= 0; --i) textElement("line", 1 + below(6));
    add("</letterhead>\n");
    textElement("kind", 1);
    // No tokens: the marks of the appendices show both again.
    add("<registration><date>5 июня 2026 г.</date><number>217-од</number></registration>\n");
  }
  if (isAppendix && oneIn(2)) {
    add("<appendix-mark><to><text>" + sentence(4) + "</text></to></appendix-mark>\n");
  }
  if (oneIn(3)) {
    add("<stamps>");
    for (const std::string_view stamp : {"agreed", "approved"}) {
      if (oneIn(2)) continue;
      const std::string tag(stamp);
      add("<" + tag + "><post>" + sentence(1 + below(9)) + "</post><name>" + sentence(1) + "</name></" +
          tag + ">");
    }
    add("</stamps>\n");
  }
  if (oneIn(2)) textElement("title", 1 + below(20));
}

void Generator::blocks(int most, int depth) {
  for (int i = below(most + 1); i > 0; --i) block(depth);
}

void Generator::block(int depth) {
  switch (below(depth == 0 ? 8 : 4)) {
    case 0:
      if (depth < 3) return list(depth);
      break;
    case 1:
      if (depth < 2) return table(depth);
      break;
    case 4:
      add("<heading level=\"" + std::to_string(1 + below(3)) + "\">" + sentence(1 + below(9)) +
          "</heading>\n");
      return;
    case 5:
      add("<abbreviations><abbreviation><short>" + sentence(1) + "</short><full>" + sentence(5) +
          "</full></abbreviation></abbreviations>\n");
      return;
    default: break;
  }
  textElement("p", 1 + below(60));
}

void Generator::list(int depth) {
  add("<list style=\"" + std::string(kListStyles[below(4)]) + "\">");
  for (int i = below(5); i >= 0; --i) {
    add("<item>" + inlines(1 + below(12)));
    if (oneIn(4)) blocks(2, depth + 1);
    add("</item>");
  }
  add("</list>\n");
}

void Generator::table(int depth) {
  const int columns = 1 + below(depth == 0 ? 6 : 2);
  add(oneIn(4) ? "<table header=\"once\">\n" : "<table>\n");
  for (int i = 0; i < columns; ++i) {
    add("<column" + std::string(kWidths[below(5)]) + ">" + sentence(1 + below(3)) + "</column>");
  }
  if (oneIn(3)) {
    for (int i = 0; i < columns; ++i) add("<column-number>" + sentence(1) + "</column-number>");
  }
  for (int i = below(depth == 0 ? 12 : 3); i >= 0; --i) {
    if (oneIn(6)) {
      add("<section-row keep=\"with-next\"><p>" + sentence(1 + below(8)) + "</p></section-row>\n");
    } else {
      plainRows(columns, depth);
    }
  }
  add("</table>\n");
}

// A row; or two of which the second is covered at its first column.
void Generator::plainRows(int columns, int depth) {
  const std::string row = oneIn(5) ? "<row split=\"yes\">" : oneIn(5) ? "<row keep=\"with-next\">" : "<row>";
  if (columns > 1 && oneIn(5)) {
    add(row);
    cell(1, 2, depth);
    for (int i = 1; i < columns; ++i) cell(1, 1, depth);
    add("</row>\n<row>");
    for (int i = 1; i < columns; ++i) cell(1, 1, depth);
    add("</row>\n");
    return;
  }
  add(row);
  for (int i = 0; i < columns;) {
    const int span = oneIn(6) ? 1 + below(columns - i) : 1;
    cell(span, 1, depth);
    i += span;
  }
  add("</row>\n");
}

void Generator::cell(int columnSpan, int rowSpan, int depth) {
  add("<cell");
  if (columnSpan > 1) add(" columns=\"" + std::to_string(columnSpan) + "\"");
  if (rowSpan > 1) add(" rows=\"" + std::to_string(rowSpan) + "\"");
  add(">");
  if (!oneIn(8)) {
    add(inlines(1 + below(oneIn(20) ? 400 : 12)));
    if (oneIn(6)) blocks(2, depth + 1);
  }
  add("</cell>");
}

void Generator::clauses(int depth) {
  if (depth == 1) add("<clauses>\n");
  for (int i = below(4); i >= 0; --i) {
    add("<clause>" + inlines(1 + below(30)));
    if (depth < 4 && oneIn(3)) clauses(depth + 1);
    add("</clause>\n");
  }
  if (depth == 1) add("</clauses>\n");
}

void Generator::signature() {
  for (int i = below(3); i >= 0; --i) {
    add("<signature><post>" + sentence(1 + below(10)) + "</post><name>" + sentence(1) +
        "</name></signature>\n");
  }
}

}  // namespace chancery::random
