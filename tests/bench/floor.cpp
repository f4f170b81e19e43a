#include "floor.h"

#include <libdeflate.h>

#include <memory>

#include "archive/reader.h"
#include "base/error.h"

namespace chancery::bench {
namespace {

constexpr int kLevel = 6;
constexpr std::size_t kLargestStream = 64u << 20;

struct FreeCompressor {
  void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};
struct FreeDecompressor {
  void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

}  // namespace

std::size_t Floor::pack() const {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
      libdeflate_alloc_compressor(kLevel));
  std::size_t packed = 0;
  std::string buffer;
  for (const std::string& piece : plain_) {
    buffer.resize(libdeflate_zlib_compress_bound(compressor.get(), piece.size()));
    packed += libdeflate_zlib_compress(compressor.get(), piece.data(), piece.size(), buffer.data(),
                                       buffer.size());
  }
  return packed;
}

std::size_t Floor::size() const {
  std::size_t bytes = 0;
  for (const std::string& piece : plain_) bytes += piece.size();
  return bytes;
}

Floor floorOfPdf(std::string_view pdf) {
  constexpr std::string_view kOpen = "\nstream\n", kClose = "\nendstream";
  const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
      libdeflate_alloc_decompressor());
  std::vector<std::string> plain;
  for (std::size_t at = 0; (at = pdf.find(kOpen, at)) != std::string_view::npos;) {
    at += kOpen.size();
    const std::size_t end = pdf.find(kClose, at);
    if (end == std::string_view::npos) break;
    std::string piece(kLargestStream / 16, '\0');
    std::size_t size = 0;
    if (libdeflate_zlib_decompress(decompressor.get(), pdf.data() + at, end - at, piece.data(),
                                   piece.size(), &size) == LIBDEFLATE_SUCCESS) {
      piece.resize(size);
      plain.push_back(std::move(piece));
    }
    at = end;
  }
  check(!plain.empty(), "a PDF has streams");
  return Floor(std::move(plain));
}

Floor floorOfDocx(std::string_view docx) {
  Diagnostics diagnostics;
  const auto archive = archive::Reader::open(docx, "bench.docx", {}, diagnostics);
  check(archive.has_value(), "a DOCX is an archive");
  std::vector<std::string> plain;
  for (const archive::Entry& entry : archive->entries()) {
    plain.push_back(archive->read(entry, diagnostics).value_or(""));
  }
  return Floor(std::move(plain));
}

}  // namespace chancery::bench
