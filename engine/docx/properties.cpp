#include "docx/properties.h"

#include <algorithm>
#include <vector>

namespace chancery::docx {
namespace {

// w:firstLine and w:hanging are two names of one signed value (17.3.1.12).
void appendFirstLine(Markup& out, Length firstLine) {
  if (firstLine < Length()) {
    out.attribute("w:hanging", (-firstLine).toTwips());
  } else {
    out.attribute("w:firstLine", firstLine.toTwips());
  }
}

bool alike(const format::LineSpacing& a, const format::LineSpacing& b) {
  if (a.rule != b.rule) return false;
  return a.rule == format::LineSpacing::Rule::multiple ? a.multiple240 == b.multiple240
                                                       : a.length == b.length;
}

bool alike(const format::TabStop& a, const format::TabStop& b) {
  return a.at == b.at && a.align == b.align && a.leader == b.leader;
}

// A tab cannot justify: such a stop is a left one.
std::string_view tabName(format::Align align) {
  return align == format::Align::justify ? "left" : alignName(align);
}

std::string_view raiseName(format::Raise raise) {
  switch (raise) {
    case format::Raise::none:
      return "baseline";
    case format::Raise::superscript:
      return "superscript";
    case format::Raise::subscript:
      return "subscript";
  }
  return "baseline";
}

bool has(const std::vector<format::TabStop>& tabs, const format::TabStop& stop) {
  return std::any_of(tabs.begin(), tabs.end(),
                     [&](const format::TabStop& other) { return alike(stop, other); });
}

// Stops of the base that the style does not have are cleared (17.3.1.37).
void appendTabs(Markup& out, const std::vector<format::TabStop>& tabs,
                const std::vector<format::TabStop>& base) {
  out.element("w:tabs", [&] {
    for (const format::TabStop& stop : base) {
      const bool stays = std::any_of(tabs.begin(), tabs.end(), [&](const format::TabStop& other) {
        return other.at == stop.at;
      });
      if (stays) continue;
      out.raw("<w:tab w:val=\"clear\"").attribute("w:pos", stop.at.toTwips()).raw("/>");
    }
    for (const format::TabStop& stop : tabs) {
      if (has(base, stop)) continue;
      out.raw("<w:tab").attribute("w:val", tabName(stop.align));
      if (stop.leader) out.raw(" w:leader=\"dot\"");
      out.attribute("w:pos", stop.at.toTwips()).raw("/>");
    }
  });
}

}  // namespace

void appendFonts(Markup& out, std::string_view family) {
  out.raw("<w:rFonts");
  for (const auto name : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) out.attribute(name, family);
  out.raw("/>");
}

void appendSize(Markup& out, Length size) {
  const std::int64_t halfPoints = (size.toTwips() + 5) / 10;
  out.value("w:sz", halfPoints).value("w:szCs", halfPoints);
}

void appendRunProperties(Markup& out, const format::TextStyle& style,
                         const format::TextStyle& base) {
  if (style.family != base.family) appendFonts(out, style.family);
  if (style.bold != base.bold) out.flag("w:b", style.bold).flag("w:bCs", style.bold);
  if (style.italic != base.italic) out.flag("w:i", style.italic).flag("w:iCs", style.italic);
  if (style.letterSpacing != base.letterSpacing) {
    out.value("w:spacing", style.letterSpacing.toTwips());
  }
  if (style.size != base.size) appendSize(out, style.size);
  if (style.underline != base.underline) out.value("w:u", style.underline ? "single" : "none");
  if (style.raise != base.raise) out.value("w:vertAlign", raiseName(style.raise));
}

void appendIndents(Markup& out, Length left, Length right, Length firstLine) {
  out.raw("<w:ind").attribute("w:left", left.toTwips()).attribute("w:right", right.toTwips());
  appendFirstLine(out, firstLine);
  out.raw("/>");
}

void appendNumberingIndents(Markup& out, Length left, Length firstLine) {
  out.raw("<w:ind").attribute("w:left", left.toTwips());
  appendFirstLine(out, firstLine);
  out.raw("/>");
}

void appendSpacing(Markup& out, const format::ParagraphStyle& style) {
  using Rule = format::LineSpacing::Rule;
  const format::LineSpacing& spacing = style.spacing;
  const bool multiple = spacing.rule == Rule::multiple;
  out.raw("<w:spacing")
      .attribute("w:before", style.before.toTwips())
      .attribute("w:after", style.after.toTwips())
      .attribute("w:line", multiple ? spacing.multiple240 : spacing.length.toTwips())
      .attribute("w:lineRule", multiple                        ? "auto"
                               : spacing.rule == Rule::atLeast ? "atLeast"
                                                               : "exact")
      .raw("/>");
}

std::string_view alignName(format::Align align) {
  switch (align) {
    case format::Align::left:
      return "left";
    case format::Align::right:
      return "right";
    case format::Align::center:
      return "center";
    case format::Align::justify:
      return "both";
  }
  return "left";
}

void appendParagraphProperties(Markup& out, const format::ParagraphStyle& style,
                               const format::ParagraphStyle& base) {
  if (style.keepWithNext != base.keepWithNext) out.flag("w:keepNext", style.keepWithNext);
  if (style.keepLines != base.keepLines) out.flag("w:keepLines", style.keepLines);
  if (style.widowControl != base.widowControl) out.flag("w:widowControl", style.widowControl);
  appendTabs(out, style.tabs, base.tabs);
  if (style.hyphenate != base.hyphenate) out.flag("w:suppressAutoHyphens", !style.hyphenate);
  if (style.before != base.before || style.after != base.after ||
      !alike(style.spacing, base.spacing)) {
    appendSpacing(out, style);
  }
  if (style.left != base.left || style.right != base.right || style.firstLine != base.firstLine) {
    appendIndents(out, style.left, style.right, style.firstLine);
  }
  if (style.align != base.align) out.value("w:jc", alignName(style.align));
  if (style.outlineLevel != base.outlineLevel) {
    // 0 … 8 are levels, 9 is body text (17.3.1.20).
    out.value("w:outlineLvl", style.outlineLevel == 0 ? 9 : style.outlineLevel - 1);
  }
}

}  // namespace chancery::docx
