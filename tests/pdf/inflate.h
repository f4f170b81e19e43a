#pragma once

#include <libdeflate.h>

#include <string>

namespace chancery::pdf_test {

/// Undoes FlateDecode; "" when `bytes` are no zlib stream.
inline std::string inflate(const std::string& bytes) {
  std::string result(bytes.size() * 60 + 4096, '\0');
  std::size_t size = 0;
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  const auto outcome = libdeflate_zlib_decompress(decompressor, bytes.data(), bytes.size(),
                                                  result.data(), result.size(), &size);
  libdeflate_free_decompressor(decompressor);
  result.resize(outcome == LIBDEFLATE_SUCCESS ? size : 0);
  return result;
}

}  // namespace chancery::pdf_test
