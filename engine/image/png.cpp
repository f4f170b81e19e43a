#include <png.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "image/picture.h"
#include "image/readers.h"

namespace chancery::image {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
constexpr std::size_t kChunkFrame = 12;  // length, type, checksum

/// What stays of a file: the image itself and how to show it. Texts, times, profiles, the frames of
/// an animation and what a camera tells about its owner do not go into a document.
constexpr std::array<std::string_view, 9> kKeptChunks = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                         "gAMA", "sRGB", "pHYs", "sBIT"};

std::uint32_t big32(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[at + i])};
  };
  return (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
}

struct Chunks {
  std::string kept;  ///< the file without what is not wanted
  std::int64_t width = 0, height = 0;
  double dotsPerMetreX = 0, dotsPerMetreY = 0;
  bool whole = false;  ///< it begins with IHDR, ends with IEND
};

// ISO/IEC 15948, clause 5.3: a chunk is its length, type, data and checksum.
Chunks walk(std::string_view bytes) {
  Chunks chunks;
  chunks.kept.reserve(bytes.size());
  chunks.kept = kSignature;
  std::size_t at = kSignature.size();
  while (bytes.size() - at >= kChunkFrame) {
    const std::size_t length = big32(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - kChunkFrame) return chunks;
    const std::string_view data = bytes.substr(at + 8, length);
    if (chunks.width == 0) {
      if (type != "IHDR" || length != 13) return chunks;
      chunks.width = big32(data, 0);
      chunks.height = big32(data, 4);
      if (chunks.width == 0) return chunks;
    }
    if (type == "pHYs" && length == 9 && data[8] == 1) {
      chunks.dotsPerMetreX = big32(data, 0);
      chunks.dotsPerMetreY = big32(data, 4);
    }
    if (std::find(kKeptChunks.begin(), kKeptChunks.end(), type) != kKeptChunks.end())
      chunks.kept += bytes.substr(at, kChunkFrame + length);
    at += kChunkFrame + length;
    if (type == "IEND") {
      chunks.whole = true;
      return chunks;
    }
  }
  return chunks;
}

/// libpng's simplified interface, which keeps its jumps to itself.
struct Image {
  Image() { png.version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(&png); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  png_image png = {};
};

/// The samples of an interleaved image with alpha, apart; alpha stays empty when all is opaque.
void takeApart(const std::string& mixed, int channels, Raster& raster) {
  const std::size_t step = static_cast<std::size_t>(channels) + 1;
  const std::size_t pixels = mixed.size() / step;
  raster.bytes.resize(pixels * static_cast<std::size_t>(channels));
  raster.alpha.resize(pixels);
  bool opaque = true;
  for (std::size_t i = 0; i < pixels; ++i) {
    const char* from = mixed.data() + i * step;
    std::copy_n(from, channels, raster.bytes.data() + i * static_cast<std::size_t>(channels));
    raster.alpha[i] = from[channels];
    opaque = opaque && from[channels] == '\xFF';
  }
  if (opaque) raster.alpha.clear();
}

}  // namespace

bool isPng(std::string_view bytes) {
  return bytes.starts_with(kSignature);
}

std::shared_ptr<const Picture> readPng(std::string bytes, const Request& request) {
  Chunks chunks = walk(bytes);
  if (!chunks.whole) return request.damaged();
  if (!request.fits(chunks.width, chunks.height)) return nullptr;
  Image image;
  if (png_image_begin_read_from_memory(&image.png, chunks.kept.data(), chunks.kept.size()) == 0)
    return request.damaged();
  // Nobody's 16-bit samples are linear light, which libpng takes them for unless told.
  image.png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  const bool color = (image.png.format & PNG_FORMAT_FLAG_COLOR) != 0;
  const bool alpha = (image.png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.png.format = (color ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY) |
                     (alpha ? std::uint32_t{PNG_FORMAT_FLAG_ALPHA} : 0u);
  Raster raster;
  raster.width = static_cast<int>(image.png.width);
  raster.height = static_cast<int>(image.png.height);
  raster.channels = color ? 3 : 1;
  std::string samples(PNG_IMAGE_SIZE(image.png), '\0');
  if (png_image_finish_read(&image.png, nullptr, samples.data(), 0, nullptr) == 0)
    return request.damaged();
  if (alpha) {
    takeApart(samples, raster.channels, raster);
  } else {
    raster.bytes = std::move(samples);
  }
  auto picture = std::make_shared<Picture>();
  picture->width = naturalSize(raster.width, chunks.dotsPerMetreX);
  picture->height = naturalSize(raster.height, chunks.dotsPerMetreY);
  picture->mediaType = "image/png";
  picture->bytes = std::move(chunks.kept);
  picture->content = std::move(raster);
  return picture;
}

std::string writePng(const Raster& raster) {
  check(raster.coding == Raster::Coding::samples, "only samples are written as PNG");
  const auto pixels =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
  const auto channels = static_cast<std::size_t>(raster.channels);
  check(raster.bytes.size() == pixels * channels, "a raster has all its samples");
  const bool alpha = !raster.alpha.empty();
  check(!alpha || raster.alpha.size() == pixels, "alpha has a byte for each pixel");
  std::string mixed;
  if (alpha) {
    mixed.reserve(pixels * (channels + 1));
    for (std::size_t i = 0; i < pixels; ++i)
      mixed.append(raster.bytes, i * channels, channels).push_back(raster.alpha[i]);
  }
  Image image;
  image.png.width = static_cast<std::uint32_t>(raster.width);
  image.png.height = static_cast<std::uint32_t>(raster.height);
  image.png.format = (raster.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY) |
                     (alpha ? std::uint32_t{PNG_FORMAT_FLAG_ALPHA} : 0u);
  std::string file(PNG_IMAGE_PNG_SIZE_MAX(image.png), '\0');
  png_alloc_size_t size = file.size();
  const int written = png_image_write_to_memory(
      &image.png, file.data(), &size, 0, alpha ? mixed.data() : raster.bytes.data(), 0, nullptr);
  if (written == 0) throw WorldError("encode", "PNG", image.png.message);
  file.resize(size);
  return file;
}

}  // namespace chancery::image
