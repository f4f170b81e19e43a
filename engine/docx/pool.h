#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "archive/writer.h"
#include "image/picture.h"

namespace chancery::docx {

/// What a writer keeps between documents: compressors that wait for work (making one costs more
/// than compressing a page), the deflated form of parts that documents of one look share, and the
/// PNG of pictures that do not come as one (an emblem is drawn as samples once).
///
/// Threads: safe.
class Pool {
 public:
  /// A compressor on loan; it goes back when the loan ends.
  class Loan {
   public:
    Loan(Pool& pool, std::unique_ptr<archive::Packer> packer)
        : pool_(pool), packer_(std::move(packer)) {}
    ~Loan() { pool_.giveBack(std::move(packer_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    archive::Packer& operator*() const { return *packer_; }
    Pool& pool() const { return pool_; }

   private:
    Pool& pool_;
    std::unique_ptr<archive::Packer> packer_;
  };

  Loan borrow();

  /// `bytes` packed: by `packer`, or earlier. At most kMostShared of
  /// kMostSharedBytes are kept; when they are full, all go.
  std::shared_ptr<const archive::Packed> packed(const std::string& bytes, archive::Packer& packer);

  /// The samples of `picture` as PNG, a drawing at `dpi`: made now, or earlier from a file of equal
  /// bytes. Kept are kMostPictures bytes at most, of files and PNG together.
  std::shared_ptr<const std::string> png(const image::Picture& picture, int dpi);

  static constexpr std::size_t kMostShared = 128;
  static constexpr std::size_t kMostSharedBytes = 8u << 20;
  static constexpr std::size_t kMostPictures = 16u << 20;
  /// Of libdeflate: a fifth faster than 5, and the text of an order is 6 % larger than with 6.
  static constexpr int kLevel = 4;

 private:
  void giveBack(std::unique_ptr<archive::Packer> packer);

  std::mutex mutex_;
  // Guarded by mutex_:
  std::vector<std::unique_ptr<archive::Packer>> idle_;
  std::map<std::string, std::shared_ptr<const archive::Packed>, std::less<>> shared_;
  std::map<std::pair<std::string, int>, std::shared_ptr<const std::string>> pictures_;
  std::size_t sharedBytes_ = 0;   // of shared_: what was packed
  std::size_t pictureBytes_ = 0;  // of pictures_: keys and what they lead to
};

}  // namespace chancery::docx
