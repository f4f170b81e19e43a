#include "layout/context.h"

#include "text/messages.h"

namespace chancery::layout {

int Context::styleOf(const format::TextStyle& style) {
  const auto found = known_.find(style);
  if (found != known_.end()) return found->second;

  bool replaced = false;
  SetStyle set;
  set.face = shaper.face({style.pdfFamily, style.bold, style.italic}, &replaced);
  const fonts::Face& face = *shaper.faceOf(set.face);
  if (replaced) {
    warnOnce(text::kFontReplaced, {style.pdfFamily, face.family()}, &text::kFontReplacedHint);
  }
  set.size = style.size;
  set.letterSpacing = toTwips(style.letterSpacing);
  set.underline = style.underline;
  set.unitsPerEm = shaper.unitsPerEm(set.face);
  set.height = fontHeight(face.metrics(), style.size);
  set.spaceUnits = shaper.space(set.face).advance;
  set.spaceWidth = text::toLength(set.spaceUnits, set.size, set.unitsPerEm) + set.letterSpacing;
  set.pixels = PixelScale(set.size, set.unitsPerEm, set.letterSpacing);
  styles_.push_back(set);
  const int number = static_cast<int>(styles_.size()) - 1;
  known_.emplace(style, number);
  return number;
}

int Context::styleOfParagraph(int paragraphStyle) {
  const auto index = static_cast<std::size_t>(paragraphStyle);
  if (ofParagraph_.size() < document.styles.size()) ofParagraph_.resize(document.styles.size(), -1);
  if (ofParagraph_[index] < 0) ofParagraph_[index] = styleOf(document.styles[index].text);
  return ofParagraph_[index];
}

void Context::tellLacking(const text::Shaped& shaped) {
  for (const text::Lacking& lacking : shaped.lacking) {
    if (!lacking_.emplace(lacking.character, lacking.wanted).second) continue;
    text::report(lacking, shaper.faceOf(lacking.wanted)->family(),
                 shaper.faceOf(lacking.used)->family(), Place{}, diagnostics);
  }
}

void Context::warnOnce(const Message& message, std::vector<std::string> arguments,
                       const Text* hint) {
  if (!warned_.emplace(message.code, arguments.empty() ? "" : arguments[0]).second) return;
  const std::vector<std::string> hintArguments = arguments;
  auto added = diagnostics.warning(message, Place{}, std::move(arguments));
  if (hint) added.hint(*hint, hintArguments);
}

void Context::stop(const Message& message, std::vector<std::string> arguments, const Text& hint) {
  if (!stopped) diagnostics.error(message, Place{}, std::move(arguments)).hint(hint);
  stopped = true;
}

}  // namespace chancery::layout
