#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery::text {

/// Where a line may end.
///
/// UAX #14 by ICU, tailored to what LibreOffice Writer and Word do, so that a PDF and its DOCX
/// break alike: a line may also end after a hyphen before a digit («2021-|2023») and after a
/// hyphen that begins a word, and between a quotation mark, a space and an opening bracket
/// («"Школа" |(далее»); never beside a no-break space or a word joiner. After a slash («и/или») a
/// line ends only when there is no better place in it.
/// Threads: not synchronised.
class Breaks {
 public:
  Breaks();
  ~Breaks();

  /// May a line end at the spaces that stand between these two characters?
  bool afterSpaces(char32_t before, char32_t after);

  /// May a line end between these two neighbours?
  bool between(char32_t before, char32_t after);

  struct Inside {
    std::size_t offset = 0;  ///< bytes
    bool afterSlash = false;
    bool operator==(const Inside&) const = default;
  };
  /// The places inside a chunk without spaces at which a line may end, ascending; neither its start
  /// nor its end.
  void inside(std::string_view chunk, std::vector<Inside>& places);

 private:
  struct Iterator;
  bool isBoundary(std::u16string_view text, std::int32_t offset);

  std::unique_ptr<Iterator> iterator_;  // made when first needed: loading its rules takes time
  std::unordered_map<std::uint64_t, bool> spacePairs_;
};

}  // namespace chancery::text
