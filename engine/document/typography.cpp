#include "document/document.h"

namespace chancery::document {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";

/// The rules look at the whole text of a node: a number may stand in another inline than its «№».
void applyToText(std::vector<Inline>& text, const lang::TypographyRules& rules) {
  std::string whole;
  for (const Inline& piece : text) whole += piece.text;
  const std::vector<std::size_t> spaces = lang::findNoBreakSpaces(whole, rules);
  std::size_t end = whole.size();
  auto space = spaces.rbegin();
  for (auto piece = text.rbegin(); piece != text.rend(); ++piece) {
    const std::size_t begin = end - piece->text.size();
    for (; space != spaces.rend() && *space >= begin; ++space) {
      piece->text.replace(*space - begin, 1, kNoBreakSpace);
    }
    end = begin;
  }
}

}  // namespace

void applyTypography(Node& document, const lang::TypographyRules& rules) {
  if (!document.text.empty()) applyToText(document.text, rules);
  for (Node& child : document.children) applyTypography(child, rules);
}

}  // namespace chancery::document
