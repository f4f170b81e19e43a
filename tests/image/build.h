#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "image/picture.h"

namespace chancery::image {

/// What `read` gave, with what it said.
struct Read {
  std::shared_ptr<const Picture> picture;
  Diagnostics diagnostics;

  /// Codes of the diagnostics in order: "I112 I110".
  std::string codes() const {
    std::string text;
    for (const Diagnostic& d : diagnostics.all())
      text += (text.empty() ? "" : " ") + std::string(d.message->code);
    return text;
  }
};

inline Read readBytes(std::string bytes, const Limits& limits = {}) {
  Read result;
  result.picture = read(std::move(bytes), "p", {"data.json", 3, 7}, limits, result.diagnostics);
  return result;
}

/// An SVG of 96 × 96 pixels (an inch) with this inside.
inline std::string svgOf(std::string_view inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
         "width=\"96\" height=\"96\">" +
         std::string(inside) + "</svg>";
}

/// A path in pixels: "M0,0 L1,0 C1,1 2,2 3,3 Z".
inline std::string pathText(const Path& path) {
  const auto number = [](Length length) {
    const std::int64_t hundredths =
        (length.toEmu() * 100 + (length.toEmu() < 0 ? -4762 : 4762)) / 9525;
    std::string text = std::to_string(hundredths / 100);
    if (hundredths < 0 && hundredths > -100) text = "-0";
    const auto rest = static_cast<int>(hundredths < 0 ? -hundredths % 100 : hundredths % 100);
    if (rest != 0) {
      text += '.' + std::to_string(rest / 10);
      if (rest % 10 != 0) text += std::to_string(rest % 10);
    }
    return text;
  };
  std::string out;
  for (const Segment& s : path.segments) {
    if (!out.empty()) out += ' ';
    if (s.type == Segment::Type::close) {
      out += 'Z';
      continue;
    }
    out += s.type == Segment::Type::move ? 'M' : s.type == Segment::Type::line ? 'L' : 'C';
    if (s.type == Segment::Type::curve)
      out += number(s.x1) + ',' + number(s.y1) + ' ' + number(s.x2) + ',' + number(s.y2) + ' ';
    out += number(s.x) + ',' + number(s.y);
  }
  return out;
}

}  // namespace chancery::image
