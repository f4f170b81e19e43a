#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::bench {

/// The least that a writer of compressed files can do: pack the bytes that it was handed.
class Floor {
 public:
  explicit Floor(std::vector<std::string> plain) : plain_(std::move(plain)) {}

  /// Deflates every piece at level 6. Result: bytes of all of them, packed.
  std::size_t pack() const;
  std::size_t size() const;  ///< bytes, unpacked

 private:
  std::vector<std::string> plain_;
};

/// The unpacked streams of a PDF of ours, the parts of a DOCX.
Floor floorOfPdf(std::string_view pdf);
Floor floorOfDocx(std::string_view docx);

}  // namespace chancery::bench
