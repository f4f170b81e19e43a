#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace chancery::pdf {

/// How long to look for repetitions.
enum class Effort {
  quick,     ///< for pages, which have few
  thorough,  ///< for objects, where it pays, and for what is kept between files
};

/// Compresses streams for the filter FlateDecode (zlib format). One object serves one thread.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string deflate(std::string_view bytes, Effort effort = Effort::thorough);

 private:
  libdeflate_compressor* quick_;
  libdeflate_compressor* thorough_;
};

/// Deflaters that wait for work: making one costs more than compressing a page. Threads: safe.
class DeflaterPool {
 public:
  /// A deflater on loan; it goes back when the loan ends.
  class Loan {
   public:
    Loan(DeflaterPool& pool, std::unique_ptr<Deflater> deflater)
        : pool_(pool), deflater_(std::move(deflater)) {}
    ~Loan() { pool_.giveBack(std::move(deflater_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Deflater& operator*() const { return *deflater_; }

   private:
    DeflaterPool& pool_;
    std::unique_ptr<Deflater> deflater_;
  };

  Loan borrow();

 private:
  void giveBack(std::unique_ptr<Deflater> deflater);

  std::mutex mutex_;
  std::vector<std::unique_ptr<Deflater>> idle_;  // guarded by mutex_
};

}  // namespace chancery::pdf
