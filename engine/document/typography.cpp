#include "document/document.h"

namespace chancery::document {
namespace {

/// The rules look at the whole text of a node: a number may stand in another inline than its «№».
void applyToText(std::vector<Inline>& text, const lang::TypographyRules& rules) {
  std::string whole;
  for (const Inline& piece : text) whole += piece.text;
  const std::vector<lang::TypographyEdit> edits = lang::findTypographyEdits(whole, rules);
  std::size_t end = whole.size();
  auto edit = edits.rbegin();
  for (auto piece = text.rbegin(); piece != text.rend(); ++piece) {
    const std::size_t begin = end - piece->text.size();
    for (; edit != edits.rend() && edit->offset >= begin; ++edit) {
      piece->text.replace(edit->offset - begin, edit->length, edit->text);
    }
    end = begin;
  }
}

/// Words that stand in attributes: captions of tables, figures and charts.
void applyToAttributes(Node& node, const lang::TypographyRules& rules) {
  for (auto& [attribute, value] : node.attributes) {
    if (attribute != Attribute::title && attribute != Attribute::xTitle &&
        attribute != Attribute::yTitle) {
      continue;
    }
    const std::vector<lang::TypographyEdit> edits = lang::findTypographyEdits(value, rules);
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      value.replace(edit->offset, edit->length, edit->text);
    }
  }
}

/// Texts whose very characters count: a hyphen in a document's number is no dash.
bool isCode(Kind kind) {
  switch (kind) {
    case Kind::number:
    case Kind::phone:
    case Kind::date:
    case Kind::email:
    case Kind::site:
    case Kind::formCode:
    case Kind::okpo:
    case Kind::ogrn:
    case Kind::inn:
    case Kind::certificate:
    case Kind::validFrom:
    case Kind::validTo:
    case Kind::value:
      return true;
    default:
      return false;
  }
}

/// Names of tables, figures, charts, their axes and series, and of contents.
bool isPrinted(Kind kind, Attribute attribute) {
  const bool named = kind == Kind::table || kind == Kind::figure || kind == Kind::chart ||
                     kind == Kind::series || kind == Kind::contents;
  return named && (attribute == Attribute::title || attribute == Attribute::xTitle ||
                   attribute == Attribute::yTitle);
}

}  // namespace

void applyTypography(Node& document, const lang::TypographyRules& rules) {
  if (document.kind == Kind::qrCode) return;  // read by machines, byte by byte
  if (!document.text.empty()) {
    applyToText(document.text, isCode(document.kind) ? lang::spacesOnly(rules) : rules);
  }
  for (auto& [attribute, value] : document.attributes) {
    if (isPrinted(document.kind, attribute)) value = lang::typeset(value, rules);
  }
  if (!document.attributes.empty() && document.kind != Kind::document) {
    applyToAttributes(document, rules);
  }
  for (Node& child : document.children) applyTypography(child, rules);
}

}  // namespace chancery::document
