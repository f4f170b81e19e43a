#include "format/format.h"

#include "format/foreign_pages.h"
#include "format/sections.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// References lead to an appendix' first paragraph, its mark.
void bookmarkAppendix(Context& context, const Node& appendix, std::size_t firstSection) {
  const Target* target = context.targets->of(appendix);
  if (!target || target->bookmark < 0) return;
  for (std::size_t i = firstSection; i < context.out.sections.size(); ++i) {
    if (Paragraph* paragraph = firstParagraph(context.out.sections[i].blocks)) {
      paragraph->bookmark = target->bookmark;
      return;
    }
  }
}

void formatPart(Context& context, const Node& part, PartPlace place) {
  if (isForeignPage(part)) return appendForeignPage(context, part, place);
  appendPart(context, part, place);
}

void formatParts(Context& context, const Node& document) {
  bool first = true;
  for (const Node& child : document.children) {
    if (child.kind == Kind::part) {
      formatPart(context, child, {first, false});
      first = false;
      continue;
    }
    const std::size_t firstSection = context.out.sections.size();
    context.scope = context.targets->scopeOf(child);
    context.lists.clear();
    bool opens = true;
    for (const Node& part : child.children) {
      formatPart(context, part, {first, opens});
      first = opens = false;
    }
    context.scope = 0;
    bookmarkAppendix(context, child, firstSection);
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
  const Targets targets(document, profile, context.numbering, out);
  context.targets = &targets;
  formatParts(context, document);
  out.mirrorMargins = profile.mirrorMargins;
  if (!out.footnotes.empty()) {
    out.footnoteStyle = out.styles[static_cast<std::size_t>(context.styles.index(StyleName::footnote))];
    out.footnoteRule = profile.blocks.noteRule;
  }
  return out;
}

}  // namespace chancery::format
