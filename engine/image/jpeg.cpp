#include <algorithm>
#include <utility>

#include "image/jpeg_codec.h"
#include "image/messages.h"
#include "image/picture.h"
#include "image/readers.h"

namespace chancery::image {
namespace {

constexpr int kMostScans = 100;

unsigned byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// A number of 2 or 4 bytes in the byte order that an Exif block states.
struct Exif {
  std::string_view bytes;
  bool little = false;

  /// 0 beyond the end.
  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes.size() || size > bytes.size() - at) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = (value << 8) | byteAt(bytes, at + (little ? size - 1 - i : i));
    return value;
  }
};

// Exif 2.32, 4.6: a TIFF header, then a directory of 12-byte entries; 0x0112 is Orientation.
int orientationOf(std::string_view segment) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  if (!segment.starts_with(kExif)) return 1;
  Exif exif{segment.substr(kExif.size())};
  if (!exif.bytes.starts_with("II") && !exif.bytes.starts_with("MM")) return 1;
  exif.little = exif.bytes[0] == 'I';
  const std::size_t directory = exif.number(4, 4);
  const std::uint32_t entries = exif.number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (entry + 12 > exif.bytes.size()) return 1;
    if (exif.number(entry, 2) != 0x0112) continue;
    const std::uint32_t value = exif.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

struct Header {
  std::string kept;  ///< the file without what its camera and editor tell
  int width = 0, height = 0, components = 0;
  int precision = 0;
  unsigned frame = 0;  ///< the SOF marker: 0xC0 …
  int orientation = 1;
  double dotsPerMetreX = 0, dotsPerMetreY = 0;
  int scans = 0;
  bool whole = false;
};

bool isFrame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Whether a segment stays: what decoding needs, with JFIF (APP0) and Adobe's colour transform
/// (APP14). Profiles, places, dates and thumbnails do not go into a document.
bool isKept(unsigned marker, std::string_view data) {
  if (marker == 0xE0) return data.starts_with(std::string_view("JFIF\0", 5));
  if (marker == 0xEE) return data.starts_with("Adobe");
  return marker < 0xE0;
}

void readSegment(unsigned marker, std::string_view data, Header& header) {
  if (isFrame(marker) && data.size() >= 6 && header.frame == 0) {
    header.frame = marker;
    header.precision = static_cast<int>(byteAt(data, 0));
    header.height = static_cast<int>(byteAt(data, 1) << 8 | byteAt(data, 2));
    header.width = static_cast<int>(byteAt(data, 3) << 8 | byteAt(data, 4));
    header.components = static_cast<int>(byteAt(data, 5));
  }
  if (marker == 0xE1 && header.orientation == 1) header.orientation = orientationOf(data);
  // T.871, 10.1: units 1 are dots per inch, 2 per centimetre.
  if (marker == 0xE0 && data.starts_with(std::string_view("JFIF\0", 5)) && data.size() >= 12) {
    const unsigned units = byteAt(data, 7);
    const double scale = units == 1 ? 1 / 0.0254 : units == 2 ? 100 : 0;
    header.dotsPerMetreX = scale * (byteAt(data, 8) << 8 | byteAt(data, 9));
    header.dotsPerMetreY = scale * (byteAt(data, 10) << 8 | byteAt(data, 11));
  }
}

/// Where the entropy-coded data that begin at `at` end: at the next marker that is not part of them
/// (T.81, B.1.1.5: a stuffed zero or a restart). npos when the file ends before.
std::size_t endOfScan(std::string_view bytes, std::size_t at) {
  while ((at = bytes.find('\xFF', at)) != std::string_view::npos) {
    if (at + 1 >= bytes.size()) return std::string_view::npos;
    const unsigned next = byteAt(bytes, at + 1);
    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    at += next == 0xFF ? 1 : 2;
  }
  return at;
}

// T.81, B.1.1: segments of a marker, a length and data; scans between them.
Header walk(std::string_view bytes) {
  Header header;
  header.kept = bytes.substr(0, 2);
  std::size_t at = 2;
  while (at + 4 <= bytes.size() || (at + 2 <= bytes.size() && bytes.substr(at, 2) == "\xFF\xD9")) {
    if (bytes[at] != '\xFF') return header;
    const unsigned marker = byteAt(bytes, at + 1);
    if (marker == 0xFF) {  // fill bytes may stand before a marker
      ++at;
      continue;
    }
    if (marker == 0xD9) {
      header.kept += bytes.substr(at, 2);
      header.whole = header.frame != 0 && header.scans > 0;
      return header;
    }
    const std::size_t length = byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3);
    if (length < 2 || length > bytes.size() - at - 2) return header;
    const std::string_view data = bytes.substr(at + 4, length - 2);
    readSegment(marker, data, header);
    std::size_t end = at + 2 + length;
    if (marker == 0xDA) {
      if (++header.scans > kMostScans) return header;
      end = endOfScan(bytes, end);
      if (end == std::string_view::npos) return header;
    }
    if (isKept(marker, data)) header.kept += bytes.substr(at, end - at);
    at = end;
  }
  return header;
}

/// Why a frame cannot be shown; "" when it can.
std::string obstacle(const Header& header) {
  if (header.precision != 8) return std::to_string(header.precision) + " bit";
  const bool known = header.frame <= 0xC2 || header.frame == 0xC9 || header.frame == 0xCA;
  if (!known) return "SOF" + std::to_string(header.frame - 0xC0);
  if (header.components != 1 && header.components != 3 && header.components != 4)
    return std::to_string(header.components) + " components";
  return {};
}

/// Whether every program shows the file as it is: upright, not CMYK, not arithmetically coded.
bool isPlain(const Header& header) {
  return header.components != 4 && header.orientation == 1 && header.frame <= 0xC2;
}

}  // namespace

bool isJpeg(std::string_view bytes) {
  return bytes.starts_with("\xFF\xD8\xFF");
}

std::shared_ptr<const Picture> readJpeg(std::string bytes, const Request& request) {
  Header header = walk(bytes);
  if (!header.whole || header.width == 0 || header.height == 0) return request.damaged();
  if (!request.fits(header.width, header.height)) return nullptr;
  const std::string why = obstacle(header);
  if (!why.empty()) {
    request.diagnostics
        .error(messages::kUnsupportedJpeg, request.place, {std::string(request.name), why})
        .hint(messages::kSaveAgain);
    return nullptr;
  }
  Raster raster;
  raster.width = header.width;
  raster.height = header.height;
  raster.channels = header.components == 1 ? 1 : 3;
  if (!isPlain(header)) {
    auto samples = jpeg::decode(header.kept, header.width, header.height, raster.channels);
    if (!samples) return request.damaged();
    if (header.orientation != 1) samples = oriented(*samples, header.orientation);
    raster.width = samples->width;
    raster.height = samples->height;
    header.kept = jpeg::encode(*samples);
    if (header.orientation >= 5) std::swap(header.dotsPerMetreX, header.dotsPerMetreY);
  }
  raster.coding = Raster::Coding::jpeg;
  raster.bytes = header.kept;
  auto picture = std::make_shared<Picture>();
  picture->width = naturalSize(raster.width, header.dotsPerMetreX);
  picture->height = naturalSize(raster.height, header.dotsPerMetreY);
  picture->mediaType = "image/jpeg";
  picture->bytes = std::move(header.kept);
  picture->content = std::move(raster);
  return picture;
}

}  // namespace chancery::image
