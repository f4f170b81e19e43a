#include "layout/line_metrics.h"

#include <algorithm>

namespace chancery::layout {
namespace {

std::int64_t roundedDivision(std::int64_t value, std::int64_t divisor) {
  return (2 * value + divisor) / (2 * divisor);
}

}  // namespace

FontHeight fontHeight(const fonts::Metrics& metrics, Length size) {
  const std::int64_t pixelsPerEm = size.toTwips() * kPixelsPerTwip;
  const auto pixels = [&](int units) {
    return roundedDivision(units * pixelsPerEm, metrics.unitsPerEm);
  };
  const auto twips = [](std::int64_t px) { return roundedDivision(px, kPixelsPerTwip); };
  const std::int64_t ascent = pixels(metrics.ascent);
  const std::int64_t height = twips(ascent + pixels(metrics.descent));
  const std::int64_t leading = twips(pixels(metrics.lineGap));
  const std::int64_t above = twips(ascent);
  return {Length::twips(above + leading), Length::twips(height - above)};
}

LineBox lineBox(const LineContent& content, const format::LineSpacing& spacing) {
  const bool objects = content.object > Length();
  const Length text = content.font.ascent + content.font.descent;
  LineBox box;
  box.baseline = content.text ? std::max(content.font.ascent, content.object) : content.object;
  const Length natural = content.text ? box.baseline + content.font.descent : content.object;
  box.height = natural;
  auto rule = spacing.rule;
  if (rule == format::LineSpacing::Rule::exact && objects)
    rule = format::LineSpacing::Rule::atLeast;
  switch (rule) {
    case format::LineSpacing::Rule::multiple: {
      // Kept in whole per cent, as LibreOffice does.
      const std::int64_t percent = roundedDivision(std::int64_t{spacing.multiple240} * 100, 240);
      const Length extra = Length::twips(text.toTwips() * percent / 100) - text;
      if (extra >= Length()) {
        box.trailing = extra;
      } else if (!objects) {
        box.height += extra;
        box.baseline += extra;
      }
      break;
    }
    case format::LineSpacing::Rule::atLeast: {
      const Length least = Length::twips(spacing.length.toTwips());
      if (least > natural) {
        box.baseline += least - natural;
        box.height = least;
      }
      break;
    }
    case format::LineSpacing::Rule::exact:
      box.height = Length::twips(spacing.length.toTwips());
      box.baseline = Length::twips(box.height.toTwips() * 4 / 5);
      break;
  }
  return box;
}

}  // namespace chancery::layout
