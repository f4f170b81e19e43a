#include "image/svg_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace chancery::image::svg {
namespace {

constexpr double kMost = 1e7;
constexpr double kPixelsPerInch = 96;

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct Unit {
  std::string_view name;
  double pixels;
};
constexpr std::array<Unit, 6> kUnits = {{{"px", 1},
                                         {"pt", kPixelsPerInch / 72},
                                         {"pc", kPixelsPerInch / 6},
                                         {"mm", kPixelsPerInch / 25.4},
                                         {"cm", kPixelsPerInch / 2.54},
                                         {"in", kPixelsPerInch}}};

std::optional<double> unitOf(std::string_view name, double whole, double fontSize) {
  if (name.empty()) return 1;
  if (name == "%") return whole / 100;
  if (name == "em") return fontSize;
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return unit.pixels;
  }
  return std::nullopt;
}

Matrix rotation(double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
}

std::optional<Matrix> transformOf(std::string_view name, const std::vector<double>& v) {
  const auto degrees = [](double value) { return std::tan(value * std::numbers::pi / 180); };
  const std::size_t n = v.size();
  if (name == "matrix" && n == 6) return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
  if (name == "translate" && (n == 1 || n == 2)) return Matrix{1, 0, 0, 1, v[0], n == 2 ? v[1] : 0};
  if (name == "scale" && (n == 1 || n == 2)) return Matrix{v[0], 0, 0, n == 2 ? v[1] : v[0], 0, 0};
  if (name == "rotate" && n == 1) return rotation(v[0]);
  if (name == "rotate" && n == 3) {
    return Matrix{1, 0, 0, 1, v[1], v[2]} * rotation(v[0]) * Matrix{1, 0, 0, 1, -v[1], -v[2]};
  }
  if (name == "skewX" && n == 1) return Matrix{1, 0, degrees(v[0]), 1, 0, 0};
  if (name == "skewY" && n == 1) return Matrix{1, degrees(v[0]), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

void NumberReader::skipSpace() {
  while (!atEnd() && isSpace(peek())) ++at_;
}

void NumberReader::skipComma() {
  skipSpace();
  if (peek() == ',') {
    ++at_;
    skipSpace();
  }
}

std::optional<double> NumberReader::number() {
  skipSpace();
  std::size_t start = at_;
  if (peek() == '+') start = ++at_;
  // from_chars would read "inf" and "nan", which are no numbers here.
  const std::size_t digit = peek() == '-' ? start + 1 : start;
  const char first = digit < text_.size() ? text_[digit] : '\0';
  if (first != '.' && (first < '0' || first > '9')) return std::nullopt;
  double value = 0;
  const auto [end, error] =
      std::from_chars(text_.data() + start, text_.data() + text_.size(), value);
  if (error != std::errc() || !(std::abs(value) <= kMost)) return std::nullopt;
  at_ = static_cast<std::size_t>(end - text_.data());
  return value;
}

std::optional<bool> NumberReader::flag() {
  skipSpace();
  if (peek() != '0' && peek() != '1') return std::nullopt;
  return take() == '1';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::size_t end = std::min(text.size(), kShown);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

std::optional<double> parseLength(std::string_view text, double whole, double fontSize) {
  NumberReader reader(trimmed(text));
  const auto value = reader.number();
  if (!value) return std::nullopt;
  // "2em" is read as a number and a unit; "2e" of an exponent never stands alone.
  const auto unit = unitOf(reader.rest(), whole, fontSize);
  if (!unit) return std::nullopt;
  const double length = *value * *unit;
  if (!(std::abs(length) <= kMost)) return std::nullopt;
  return length;
}

std::optional<double> parseOpacity(std::string_view text) {
  const auto value = parseLength(text, 1, 0);
  if (!value) return std::nullopt;
  return std::clamp(*value, 0.0, 1.0);
}

Matrix Matrix::operator*(const Matrix& inner) const {
  return {a * inner.a + c * inner.b, b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
          b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

double Matrix::scale() const {
  return std::sqrt(std::abs(a * d - b * c));
}

std::optional<Matrix> parseTransform(std::string_view text) {
  Matrix matrix;
  NumberReader reader(text);
  for (reader.skipComma(); !reader.atEnd(); reader.skipComma()) {
    const std::size_t open = reader.rest().find('(');
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view name = trimmed(reader.rest().substr(0, open));
    for (std::size_t i = 0; i <= open; ++i) reader.take();
    std::vector<double> values;
    for (reader.skipSpace(); reader.peek() != ')'; reader.skipComma()) {
      const auto value = reader.number();
      if (!value) return std::nullopt;
      values.push_back(*value);
    }
    reader.take();
    const auto next = transformOf(name, values);
    if (!next) return std::nullopt;
    matrix = matrix * *next;
  }
  return matrix;
}

std::optional<ViewBox> parseViewBox(std::string_view text) {
  NumberReader reader(text);
  std::array<double, 4> values{};
  for (double& value : values) {
    const auto number = reader.number();
    if (!number) return std::nullopt;
    value = *number;
    reader.skipComma();
  }
  if (!reader.atEnd() || values[2] <= 0 || values[3] <= 0) return std::nullopt;
  return ViewBox{values[0], values[1], values[2], values[3]};
}

std::optional<Matrix> fitViewBox(const ViewBox& box, double width, double height,
                                 std::string_view aspect) {
  double sx = width / box.width;
  double sy = height / box.height;
  aspect = trimmed(aspect);
  if (aspect == "none") return Matrix{sx, 0, 0, sy, -box.x * sx, -box.y * sy};
  if (aspect.empty()) aspect = "xMidYMid";
  const std::string_view align = aspect.substr(0, aspect.find(' '));
  const std::string_view meet = trimmed(aspect.substr(align.size()));
  constexpr std::array<std::string_view, 3> kParts = {"Min", "Mid", "Max"};
  if (align.size() != 8 || align[0] != 'x' || align[4] != 'Y') return std::nullopt;
  const auto* x = std::find(kParts.begin(), kParts.end(), align.substr(1, 3));
  const auto* y = std::find(kParts.begin(), kParts.end(), align.substr(5, 3));
  // «slice» would need clipping.
  if (x == kParts.end() || y == kParts.end() || !(meet.empty() || meet == "meet"))
    return std::nullopt;
  sx = sy = std::min(sx, sy);
  const double left = (width - box.width * sx) * static_cast<double>(x - kParts.begin()) / 2;
  const double top = (height - box.height * sy) * static_cast<double>(y - kParts.begin()) / 2;
  return Matrix{sx, 0, 0, sy, left - box.x * sx, top - box.y * sy};
}

}  // namespace chancery::image::svg
