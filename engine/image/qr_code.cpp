#include <qrencode.h>

#include <memory>

#include "image/picture.h"

namespace chancery::image {
namespace {

constexpr std::size_t kLongest = 2'300;  // bytes; version 40 at level M holds 2,331
constexpr int kQuiet = 4;                // ISO/IEC 18004, 6.3.8: modules of light around the symbol

struct Symbol {
  std::unique_ptr<QRcode, decltype(&QRcode_free)> code;

  int across() const { return code->width + 2 * kQuiet; }
  bool isDark(int x, int y) const { return (code->data[y * code->width + x] & 1) != 0; }
};

/// Calls `run(x, y, length)` for each row's runs of dark modules, the quiet zone counted.
template <typename Run>
void forRuns(const Symbol& symbol, Run run) {
  for (int y = 0; y < symbol.code->width; ++y) {
    for (int x = 0; x < symbol.code->width; ++x) {
      if (!symbol.isDark(x, y)) continue;
      const int start = x;
      while (x < symbol.code->width && symbol.isDark(x, y)) ++x;
      run(start + kQuiet, y + kQuiet, x - start);
    }
  }
}

std::string asSvg(const Symbol& symbol, Length size) {
  const std::string across = std::to_string(symbol.across());
  // SVG has no EMU; hundredths of a millimetre are near enough for a size that the place decides.
  const std::int64_t hundredths = (size.toEmu() + 180) / 360;
  const std::string side = std::to_string(hundredths / 100) + '.' +
                           std::to_string(hundredths / 10 % 10) + std::to_string(hundredths % 10);
  std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + side + "mm\" height=\"" +
                    side + "mm\" viewBox=\"0 0 " + across + ' ' + across + "\"><path d=\"";
  forRuns(symbol, [&](int x, int y, int length) {
    const std::string run = std::to_string(length);
    svg += 'M' + std::to_string(x) + ' ' + std::to_string(y) + 'h' + run + "v1h-" + run + 'z';
  });
  return svg + "\"/></svg>";
}

}  // namespace

std::shared_ptr<const Picture> qrCode(std::string_view text, Length size) {
  if (text.empty() || text.size() > kLongest) return nullptr;
  const Symbol symbol{
      {QRcode_encodeData(static_cast<int>(text.size()),
                         reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
       &QRcode_free}};
  if (!symbol.code) return nullptr;
  // One path: neighbouring modules then show no seam.
  Path path;
  path.fill = Color{};
  const auto at = [&](int module) { return size.scaled(module, symbol.across()); };
  forRuns(symbol, [&](int x, int y, int length) {
    const Length left = at(x), right = at(x + length), top = at(y), bottom = at(y + 1);
    path.segments.push_back({Segment::Type::move, left, top, {}, {}, {}, {}});
    path.segments.push_back({Segment::Type::line, right, top, {}, {}, {}, {}});
    path.segments.push_back({Segment::Type::line, right, bottom, {}, {}, {}, {}});
    path.segments.push_back({Segment::Type::line, left, bottom, {}, {}, {}, {}});
    path.segments.push_back({Segment::Type::close, left, top, {}, {}, {}, {}});
  });
  auto picture = std::make_shared<Picture>();
  picture->width = picture->height = size;
  picture->mediaType = "image/svg+xml";
  picture->bytes = asSvg(symbol, size);
  picture->content = Drawing{size, size, {std::move(path)}, {}};
  return picture;
}

}  // namespace chancery::image
