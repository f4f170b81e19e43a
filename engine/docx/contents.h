#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "docx/bookmarks.h"
#include "format/model.h"

namespace chancery::docx {

/// What tables of contents and captions ask of the rest of the document, so that Word finds again
/// what the lines say when it makes them anew: the built-in names of styles ("toc 1", "table of
/// figures", "caption"), and SEQ fields in the captions that a list of tables or figures leads to.
class ContentsPlan {
 public:
  ContentsPlan(const format::Document& document, const Bookmarks& bookmarks);

  /// By style: its built-in name, or "".
  const std::vector<std::string>& builtInNames() const { return names_; }

  /// The field that a contents block is: "TOC \o …".
  static std::string instruction(const format::Contents& contents);

  /// A SEQ field inside a caption's text.
  struct Sequence {
    std::size_t run = 0;  ///< the run whose text holds the number
    std::size_t begin = 0, end = 0;
    std::string instruction;
  };
  /// For the paragraphs of the document in their order: the number of a caption that a list leads
  /// to. Nothing for any other paragraph.
  std::optional<Sequence> sequence(const format::Paragraph& caption);

 private:
  void collect(const std::vector<format::Block>& blocks, const Bookmarks& bookmarks);
  void collect(const format::Contents& contents, const Bookmarks& bookmarks);
  void name(int style, const std::string& name);

  const format::Document& document_;
  std::vector<std::string> names_;
  std::vector<std::optional<format::Contents::Of>> lists_;  // by bookmark
  std::array<int, 3> counts_{};                             // by Contents::Of
};

}  // namespace chancery::docx
