#include "pdf/deflater.h"

#include <libdeflate.h>

#include "base/error.h"

namespace chancery::pdf {
namespace {

// Measured against level 6 everywhere, on a report of 46 pages and a table of 94. Pages of level 1
// take half the time and are 8 % (text) and 10 % (tables) larger; level 3 takes two thirds and they
// are 4 % larger. Objects, mostly those of the structure, are 11 % larger at level 4 but 1 % at
// level 5, at three quarters of the time. Together files are 3 % and 6 % larger.
constexpr int kQuick = 1;
constexpr int kThorough = 5;

}  // namespace

Deflater::Deflater()
    : quick_(libdeflate_alloc_compressor(kQuick)),
      thorough_(libdeflate_alloc_compressor(kThorough)) {
  if (quick_ && thorough_) return;
  libdeflate_free_compressor(quick_);
  libdeflate_free_compressor(thorough_);
  throw WorldError("compress", "PDF", "out of memory");
}

Deflater::~Deflater() {
  libdeflate_free_compressor(quick_);
  libdeflate_free_compressor(thorough_);
}

std::string Deflater::deflate(std::string_view bytes, Effort effort) {
  libdeflate_compressor* compressor = effort == Effort::quick ? quick_ : thorough_;
  std::string result(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  const std::size_t size = libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(),
                                                    result.data(), result.size());
  check(size > 0, "pdf: deflate within its own bound");
  result.resize(size);
  return result;
}

DeflaterPool::Loan DeflaterPool::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto deflater = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(deflater)};
    }
  }
  return {*this, std::make_unique<Deflater>()};
}

void DeflaterPool::giveBack(std::unique_ptr<Deflater> deflater) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(deflater));
}

}  // namespace chancery::pdf
