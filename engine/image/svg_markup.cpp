#include "image/svg_markup.h"

#include "base/base64.h"
#include "base/error.h"

namespace chancery::image {
namespace {

std::string hex(const Color& color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string result = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    result += kDigits[part >> 4];
    result += kDigits[part & 15];
  }
  return result;
}

std::string point(Length x, Length y) {
  return svgNumber(x) + ' ' + svgNumber(y);
}

std::string stepsOf(const Path& path) {
  using Type = Segment::Type;
  std::string steps;
  for (const Segment& segment : path.segments) {
    if (segment.type == Type::close) {
      if (!steps.empty()) steps += 'Z';
    } else if (segment.type == Type::move || steps.empty()) {
      steps += 'M' + point(segment.x, segment.y);
    } else if (segment.type == Type::line) {
      steps += 'L' + point(segment.x, segment.y);
    } else {
      steps += 'C' + point(segment.x1, segment.y1) + ' ' + point(segment.x2, segment.y2) + ' ' +
               point(segment.x, segment.y);
    }
  }
  return steps;
}

}  // namespace

std::string svgNumber(Length length) {
  constexpr std::int64_t kEmuPerHundredth = Length::kEmuPerPoint / 100;
  const std::int64_t emu = length.toEmu();
  const std::int64_t size = ((emu < 0 ? -emu : emu) + kEmuPerHundredth / 2) / kEmuPerHundredth;
  std::string result = emu < 0 && size != 0 ? "-" : "";
  result += std::to_string(size / 100);
  if (size % 100 == 0) return result;
  result += '.';
  result += static_cast<char>('0' + size / 10 % 10);
  if (size % 10 != 0) result += static_cast<char>('0' + size % 10);
  return result;
}

void addPath(Markup& out, const Path& path) {
  const std::string steps = stepsOf(path);
  if (steps.empty() || (!path.fill && !path.stroke)) return;
  out.raw("<path").attribute("d", steps);
  if (!path.fill) {
    out.raw(" fill=\"none\"");
  } else if (*path.fill != Color{}) {
    out.attribute("fill", hex(*path.fill));
  }
  if (path.fill && path.evenOdd) out.raw(" fill-rule=\"evenodd\"");
  if (path.stroke) {
    out.attribute("stroke", hex(*path.stroke))
        .attribute("stroke-width", svgNumber(path.strokeWidth));
    std::string dashes;
    for (const Length dash : path.dashes) dashes += (dashes.empty() ? "" : " ") + svgNumber(dash);
    if (!dashes.empty()) out.attribute("stroke-dasharray", dashes);
  }
  out.raw("/>");
}

void addLabel(Markup& out, const Label& label) {
  out.raw("<text")
      .attribute("x", svgNumber(label.x))
      .attribute("y", svgNumber(label.y))
      .attribute("font-size", svgNumber(label.size));
  if (label.anchor != Label::Anchor::start) {
    out.attribute("text-anchor", label.anchor == Label::Anchor::middle ? "middle" : "end");
  }
  if (label.bold) out.raw(" font-weight=\"bold\"");
  if (label.turned) out.attribute("transform", "rotate(-90 " + point(label.x, label.y) + ')');
  if (label.color != Color{}) out.attribute("fill", hex(label.color));
  out.raw(">").text(label.text).raw("</text>");
}

std::string dataAddress(const Picture& picture) {
  const Raster* raster = picture.raster();
  check(raster != nullptr, "image: a drawing has no raster");
  const bool isKnown = !picture.bytes.empty() &&
                       (picture.mediaType == "image/png" || picture.mediaType == "image/jpeg");
  std::string address = "data:" + (isKnown ? picture.mediaType : "image/png") + ";base64,";
  appendBase64(address, isKnown ? picture.bytes : writePng(*raster));
  return address;
}

}  // namespace chancery::image
