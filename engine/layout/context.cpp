#include "layout/context.h"

#include "layout/objects.h"
#include "text/messages.h"

namespace chancery::layout {
namespace {

// LibreOffice's measure of super- and subscripts, which is Word's size too.
constexpr int kRaisedPercent = 58;

}  // namespace

Leavings::Leavings() : charts(std::make_shared<Charts>()) {}

int Context::styleOf(const format::TextStyle& style) {
  const auto found = leavings.numbers.find(style);
  const int number = found == leavings.numbers.end() ? newStyle(style) : found->second;
  const SetStyle& set = this->style(number);
  if (set.replaced) {
    warnOnce(text::kFontReplaced, {style.pdfFamily, shaper.faceOf(set.face)->family()}, {},
             &text::kFontReplacedHint);
  }
  return number;
}

int Context::newStyle(const format::TextStyle& style) {
  SetStyle set;
  set.face = shaper.face({style.pdfFamily, style.bold, style.italic}, &set.replaced);
  const fonts::Face& face = *shaper.faceOf(set.face);
  set.size = style.size;
  set.letterSpacing = toTwips(style.letterSpacing);
  set.underline = style.underline;
  set.unitsPerEm = shaper.unitsPerEm(set.face);
  set.height = fontHeight(face.metrics(), style.size);
  if (style.raise != format::Raise::none) {
    // The line stays as high as without: a superscript's top is that of the line's text, a
    // subscript's foot is too.
    set.size = Length::twips(style.size.toTwips() * kRaisedPercent / 100);
    const FontHeight small = fontHeight(face.metrics(), set.size);
    set.shift = style.raise == format::Raise::superscript ? small.ascent - set.height.ascent
                                                          : set.height.descent - small.descent;
  }
  set.spaceUnits = shaper.space(set.face).advance;
  set.spaceWidth = text::toLength(set.spaceUnits, set.size, set.unitsPerEm) + set.letterSpacing;
  set.pixels = PixelScale(set.size, set.unitsPerEm, set.letterSpacing);
  leavings.styles.push_back(set);
  const int number = static_cast<int>(leavings.styles.size()) - 1;
  leavings.numbers.emplace(style, number);
  return number;
}

int Context::unraised(const format::TextStyle& style) {
  format::TextStyle plain = style;
  plain.raise = format::Raise::none;
  return styleOf(plain);
}

int Context::styleOfParagraph(int paragraphStyle) {
  const auto index = static_cast<std::size_t>(paragraphStyle);
  if (ofParagraph_.size() < document.styles.size()) ofParagraph_.resize(document.styles.size(), -1);
  if (ofParagraph_[index] < 0) ofParagraph_[index] = styleOf(document.styles[index].text);
  return ofParagraph_[index];
}

void Context::shrunk(int object, format::ObjectSize size) {
  resolved.objectSizes.resize(document.objects.size());
  resolved.objectSizes[static_cast<std::size_t>(object)] = size;
}

// Words of the data are told where the data has them, others where the template does.
Place Context::place(const Origin& origin) const {
  if (!sources) return {};
  const bool data = origin.data && (origin.words == Words::data || !origin.stated);
  return sources->place(data ? origin.data : origin.stated);
}

bool Context::canHyphenate() {
  if (shaper.canHyphenate()) return true;
  warnOnce(text::kNoPatterns, {shaper.patternsPath()}, {}, &text::kNoPatternsHint);
  return false;
}

void Context::tellLacking(const text::Shaped& shaped, const Origin& origin) {
  for (const text::Lacking& lacking : shaped.lacking) {
    if (!lacking_.insert(lacking.character).second) continue;
    text::report(lacking, shaper.faceOf(lacking.wanted)->family(),
                 shaper.faceOf(lacking.used)->family(), place(origin), diagnostics);
  }
}

void Context::warnOnce(const Message& message, std::vector<std::string> arguments,
                       const Origin& origin, const Text* hint) {
  Warned warned{message.code, arguments.empty() ? "" : arguments[0], origin.stated.source,
                origin.stated.offset};
  if (!warned_.insert(std::move(warned)).second) return;
  const std::vector<std::string> hintArguments = arguments;
  auto added = diagnostics.warning(message, place(origin), std::move(arguments));
  if (hint) added.hint(*hint, hintArguments);
}

void Context::stop(const Message& message, std::vector<std::string> arguments, const Text& hint,
                   const Origin& origin) {
  if (!stopped) diagnostics.error(message, place(origin), std::move(arguments)).hint(hint);
  stopped = true;
}

}  // namespace chancery::layout
