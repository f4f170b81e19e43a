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

/// Texts whose very characters count: a hyphen in a document's number is no dash.
bool isCode(Kind kind) {
  return kind == Kind::number || kind == Kind::phone || kind == Kind::date;
}

}  // namespace

void applyTypography(Node& document, const lang::TypographyRules& rules) {
  if (!document.text.empty()) {
    applyToText(document.text, isCode(document.kind) ? lang::spacesOnly(rules) : rules);
  }
  for (Node& child : document.children) applyTypography(child, rules);
}

}  // namespace chancery::document
