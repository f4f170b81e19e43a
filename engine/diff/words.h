#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diff/diff.h"

namespace chancery::diff {

/// A word, or a mark of punctuation, with what stands before it.
struct Word {
  std::string_view text;
  std::string_view space;  ///< "", " " or "\n"
};

/// Words of a text; «01.05.2026», «3.2» and «2026/27» are one word each. `text` must outlive them.
std::vector<Word> wordsOf(std::string_view text);

/// `text` with ordinary spaces for no-break ones, and none at its ends.
std::string plain(std::string_view text);

/// Gives words numbers: equal words have equal ones, in both versions.
class WordBook {
 public:
  std::uint32_t numberOf(std::string_view word);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

/// What became of a text, word by word. The pieces that are not `added` make the first text, those
/// that are not `removed` the second.
///
/// Changes with hardly a word between them are told as one. Texts that differ in more than
/// kMostWordChanges words are told as replaced whole.
std::vector<Piece> compareWords(std::string_view before, std::string_view after);

inline constexpr std::size_t kMostWordChanges = 800;

}  // namespace chancery::diff
