#include "format/format.h"

#include "format/requisites.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

Section makeSection(const Profile& profile, bool landscape) {
  Section section;
  section.landscape = landscape;
  section.pageWidth = landscape ? profile.pageHeight : profile.pageWidth;
  section.pageHeight = landscape ? profile.pageWidth : profile.pageHeight;
  const bool turn = landscape && profile.rotateLandscape;
  // A landscape sheet is a portrait one turned clockwise: the binding edge comes to the top.
  section.left = turn ? profile.bottom : profile.left;
  section.top = turn ? profile.left : profile.top;
  section.right = turn ? profile.top : profile.right;
  section.bottom = turn ? profile.right : profile.bottom;
  section.pageNumberOffset = profile.pageNumberOffset;
  return section;
}

/// The running header: the page's number.
Paragraph makeHeader(Context& context) {
  Paragraph header = makeParagraph(context, StyleName::pageNumber, "", {});
  Run number;
  number.field = Run::Field::pageNumber;
  header.runs.push_back(std::move(number));
  return header;
}

struct PartPlace {
  bool first = false;           ///< the document's first part
  bool opensAppendix = false;
};

Section formatPart(Context& context, const Node& part, PartPlace place) {
  const bool landscape = part.attribute(Attribute::orientation) == "landscape";
  Section section = makeSection(context.profile, landscape);
  const Length textWidth = section.pageWidth - section.left - section.right;
  context.styles.setTextArea(textWidth, landscape);
  const bool restarts = place.opensAppendix && context.profile.restartInAppendices;
  if (restarts) section.firstPageNumber = 1;
  section.headerOnFirst = !(place.first || restarts) || context.profile.numberPagesFrom == 1;
  section.header = makeHeader(context);
  appendPartContent(context, part, section);
  return section;
}

void formatParts(Context& context, const Node& document) {
  bool first = true;
  for (const Node& child : document.children) {
    if (child.kind == Kind::part) {
      context.out.sections.push_back(formatPart(context, child, {first, false}));
      first = false;
      continue;
    }
    bool opens = true;
    for (const Node& part : child.children) {
      context.out.sections.push_back(formatPart(context, part, {first, opens}));
      first = opens = false;
    }
  }
}

/// The title in the file's properties: «ПРИКАЗ. Об утверждении …».
std::string titleOf(const Node& document) {
  const Node* part = document.find(Kind::part);
  const Node* title = part ? part->find(Kind::title) : nullptr;
  std::string text = title ? title->plainText() : std::string(document.attribute(Attribute::title));
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text.empty() ? "Документ" : text;
}

std::string authorOf(const Node& document) {
  const Node* part = document.find(Kind::part);
  const Node* letterhead = part ? part->find(Kind::letterhead) : nullptr;
  std::string author;
  if (!letterhead) return author;
  const Node* side = letterhead->find(Kind::side);  // the first of two languages
  for (const Node& line : (side ? side : letterhead)->children) {
    if (line.kind != Kind::line && line.kind != Kind::organisation) continue;
    if (!author.empty()) author += ", ";
    author += line.plainText();
  }
  return author;
}

}  // namespace

Document apply(const Node& document, const Profile& profile,
               const Pictures& pictures, const Sources& sources, Diagnostics& diagnostics) {
  Document out;
  out.title = titleOf(document);
  out.author = authorOf(document);
  const std::string_view language = document.attribute(Attribute::language);
  out.language = language.empty() ? profile.language : std::string(language);
  Context context(profile, pictures, sources, diagnostics, out);
  formatParts(context, document);
  return out;
}

}  // namespace chancery::format
