#include "generator.h"

namespace chancery::random {
namespace {

// What stands around a token: all that breaks, shapes or is escaped in its own way.
constexpr std::string_view kFillers[] = {"и",
                                         "о",
                                         "№ 5",
                                         "«Школа»",
                                         "2021–2023",
                                         "и/или",
                                         "(далее",
                                         "–",
                                         "школ).",
                                         "ОУ,",
                                         "научно-практическая",
                                         "Каме́нск",
                                         "О.П. Веснина",
                                         "1&amp;2",
                                         "a&lt;b",
                                         "12 000 ₽",
                                         "ёлка",
                                         "Excel",
                                         "общеобразовательных",
                                         "до 31.05.2026",
                                         "…",
                                         "63-ФЗ",
                                         "п. 2",
                                         "г. Озёрный"};

constexpr std::string_view kListStyles[] = {"number", "bullet", "dash",  "paren",
                                            "letter", "latin",  "roman", "multilevel"};
constexpr std::string_view kGroups[] = {"Школы", "Детские сады",
                                        "Учреждения дополнительного образования"};
constexpr std::string_view kListed[] = {"headings", "tables", "figures"};
constexpr std::string_view kCharts[] = {"bar", "line", "pie"};
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

// Text of blocks: with notes and references, which requisites may not hold.
std::string Generator::prose(int words) {
  std::string text = inlines(words);
  if (oneIn(12)) text += ".<note>" + sentence(1 + below(oneIn(9) ? 200 : 20)) + "</note>";
  if (!ids_.empty() && oneIn(10)) {
    constexpr std::string_view kShown[] = {"number", "page", "both"};
    text += " (см. <ref to=\"" +
            ids_[static_cast<std::size_t>(below(static_cast<int>(ids_.size())))] + "\" show=\"" +
            std::string(kShown[below(3)]) + "\"/>)";
  }
  return text;
}

std::string Generator::plainWords(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += (i > 0 ? " " : "") + std::string(kFillers[below(24)]);
  return text;
}

// An element that a reference may lead to: «<name attributes id="…"», open.
std::string Generator::named(std::string_view name, std::string_view attributes) {
  std::string tag = "<" + std::string(name) + std::string(attributes);
  if (oneIn(2)) return tag;
  ids_.push_back("x" + std::to_string(ids_.size()));
  return tag + " id=\"" + ids_.back() + "\"";
}

void Generator::textElement(std::string_view name, int words) {
  const std::string tag(name);
  add("<" + tag + ">" + (tag == "p" ? prose(words) : inlines(words)) + "</" + tag + ">\n");
}

Document Generator::document() {
  out_ = {};
  ids_.clear();
  hasContents_ = oneIn(3);
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
  listStyles_.clear();
  if (oneIn(3)) running();
  requisites(isAppendix);
  if (hasContents_ && !isAppendix) contents();
  blocks(9, 0);
  if (!isAppendix && oneIn(2)) {
    textElement("command", 1);
    clauses(1);
  }
  blocks(4, 0);
  if (oneIn(2)) signature();
  if (oneIn(3)) {
    add("<executor><name>" + sentence(2) + "</name><phone>" + sentence(1) +
        "</phone></executor>\n");
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
      add("<" + tag + "><post>" + sentence(1 + below(9)) + "</post><name>" + sentence(1) +
          "</name></" + tag + ">");
    }
    add("</stamps>\n");
  }
  if (!oneIn(2)) return;
  if (isAppendix && hasContents_) {
    add("<title>" + plainWords(1 + below(20)) + "</title>\n");
  } else {
    textElement("title", 1 + below(20));
  }
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
    case 2:
      if (oneIn(2)) return oneIn(2) ? chart() : figure();
      break;
    case 4:
      return heading();
    case 6:
      if (oneIn(3)) return add("<page-break/>\n");
      if (oneIn(3)) return keep(depth);
      break;
    case 5:
      add("<abbreviations><abbreviation><short>" + sentence(1) + "</short><full>" + sentence(5) +
          "</full></abbreviation></abbreviations>\n");
      return;
    default:
      break;
  }
  textElement("p", 1 + below(60));
}

void Generator::list(int depth) {
  const std::string style(kListStyles[below(8)]);
  const bool known = depth == 0 && !listStyles_.insert(style).second;
  add("<list style=\"" + style + "\"" +
      (known && oneIn(4) ? " continue=\"yes\""
       : oneIn(8)        ? " start=\"7\""
                         : "") +
      ">");
  for (int i = below(5); i >= 0; --i) {
    add("<item>" + prose(1 + below(12)));
    if (oneIn(4)) blocks(2, depth + 1);
    add("</item>");
  }
  add("</list>\n");
}

void Generator::table(int depth) {
  const int columns = 1 + below(depth == 0 ? 6 : 2);
  add(named("table", oneIn(4) ? " header=\"once\"" : ""));
  if (oneIn(3)) add(" title=\"" + (hasContents_ ? plainWords(4) : sentence(4)) + "\"");
  add(">\n");
  const bool grouped = columns > 1 && oneIn(4);
  const int joined = columns > 2 && oneIn(4) ? 2 : 0;  // the last two under one title
  int fixed = 0;  // six of 30 mm would not fit into the sheet
  for (int i = 0; i < columns; ++i) {
    if (joined > 0 && i == columns - joined) add("<column>" + sentence(1));
    std::string_view width = kWidths[below(5)];
    if (width == kWidths[1] && ++fixed > 5) width = kWidths[0];
    add("<column" + std::string(width) + (grouped && i == 0 ? " group=\"yes\"" : "") +
        ">" + sentence(1 + below(3)) + "</column>");
  }
  if (joined > 0) add("</column>");
  if (oneIn(3)) {
    for (int i = 0; i < columns; ++i) add("<column-number>" + sentence(1) + "</column-number>");
  }
  for (int i = below(depth == 0 ? 12 : 3); i >= 0; --i) {
    if (oneIn(6)) {
      add("<section-row keep=\"with-next\"><p>" + sentence(1 + below(8)) + "</p></section-row>\n");
    } else {
      plainRows(columns, depth, grouped);
    }
  }
  if (oneIn(6)) textElement("source", 4);
  add("</table>\n");
}

std::string Generator::rowOpening() {
  if (oneIn(5)) return "<row split=\"yes\">";
  if (oneIn(5)) return "<row keep=\"with-next\">";
  return oneIn(9) ? "<row total=\"yes\">" : "<row>";
}

// A row; or two of which the second is covered at its first column.
void Generator::plainRows(int columns, int depth, bool grouped) {
  const std::string row = rowOpening();
  if (grouped) {  // cells of equal text, hence without tokens, are merged
    add("<row><cell>" + std::string(kGroups[below(3)]) + "</cell>");
    for (int i = 1; i < columns; ++i) cell(1, 1, depth);
    add("</row>\n");
    return;
  }
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
    add(prose(1 + below(oneIn(20) ? 400 : 12)));
    if (oneIn(6)) blocks(2, depth + 1);
  }
  add("</cell>");
}

void Generator::heading() {
  const std::size_t referable = ids_.size();
  add(named("heading", " level=\"" + std::to_string(1 + below(4)) + "\"") +
      (oneIn(2) ? " number=\"auto\">" : ">"));
  // A reference to a heading without a number shows its words.
  add((hasContents_ || ids_.size() > referable ? plainWords(1 + below(9))
                                               : sentence(1 + below(9))) +
      "</heading>\n");
}

void Generator::running() {
  add("<header" + std::string(oneIn(2) ? " first=\"yes\"" : "") + ">" + plainWords(3) +
      " <page-number/></header>\n");
  add("<footer>стр. <page-number/> из <page-count/> (<section-page-count/>)</footer>\n");
}

void Generator::contents() {
  const std::string of(kListed[below(3)]);
  add("<contents title=\"Содержание\" of=\"" + of + "\"/>\n");
}

void Generator::chart() {
  const int categories = 1 + below(9);
  add(named("chart", " kind=\"" + std::string(kCharts[below(3)]) + "\""));
  if (oneIn(2)) add(" title=\"" + (hasContents_ ? plainWords(3) : sentence(3)) + "\"");
  add(">");
  for (int i = 0; i < categories; ++i) add("<category>" + std::to_string(2018 + i) + "</category>");
  add("<series title=\"Всего\">");
  for (int i = 0; i < categories; ++i)
    add("<value>" + std::to_string(1 + below(900)) + ",5</value>");
  add("</series></chart>\n");
}

void Generator::figure() {
  add(named("figure", " href=\"plan.png\" alt=\"План\""));
  if (oneIn(2)) add(" title=\"" + (hasContents_ ? plainWords(3) : sentence(3)) + "\"");
  if (oneIn(2)) add(" width=\"" + std::to_string(5 + below(250)) + "mm\"");
  add("/>\n");
}

void Generator::keep(int depth) {
  add("<keep>");
  textElement("p", 5);
  if (oneIn(2)) list(depth);
  textElement("p", 5);
  add("</keep>\n");
}

void Generator::clauses(int depth) {
  if (depth == 1) add("<clauses>\n");
  for (int i = below(4); i >= 0; --i) {
    add("<clause>" + prose(1 + below(30)));
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
