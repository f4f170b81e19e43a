#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chancery::format {

/// The parts of a document that have a look of their own. The order is that of styleRules().
enum class StyleName : std::uint8_t {
  text, letterhead, kind, registrationDate, registrationNumber, place, title, subtitle, command,
  clause, listItem, heading1, heading2, heading3, signature, signatureName, executor, agreed,
  approved, approvedBy, appendixMark, tableText, tableHeader, tableColumnNumber, tableSection,
  abbreviation, pageNumber,
  // Requisites that few documents have
  picture, formCode, unit, authorPost, contacts, replyTo, access, addressee, cornerTitle, enclosures,
  visa, electronicSignature, seal, copyMark, receipt, resolution, control, filing, qrCode,
  requisiteNumber,
  // Blocks that few documents have
  heading4, tableCaption, figureCaption, figure, tableNote, tableTotal, footnote, runningHeader,
  runningFooter, contentsTitle, contents1, contents2, contents3, contentsList, chartText,
  coverTitle, coverSubtitle, coverPlace,
  count
};
inline constexpr std::size_t kStyleCount = static_cast<std::size_t>(StyleName::count);

/// What a style is called, and what it looks like where a profile does not tell.
struct StyleRule {
  StyleName style;
  std::string_view name;  ///< in a profile
  const char* id;         ///< in DOCX
  const char* wordName;   ///< as Word shows it
  int outlineLevel = 0;
  /// The style whose look it has where the profile does not define it; itself when every profile
  /// must. One that stands before it.
  StyleName like;
};

/// In the order of StyleName.
const std::array<StyleRule, kStyleCount>& styleRules();

inline const StyleRule& ruleOf(StyleName style) {
  return styleRules()[static_cast<std::size_t>(style)];
}

}  // namespace chancery::format
