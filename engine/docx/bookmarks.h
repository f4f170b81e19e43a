#pragma once

#include <string>
#include <vector>

#include "format/model.h"

namespace chancery::docx {

/// Names and places of bookmarks: what a paragraph that bears one is, and how Word calls it.
///
/// A name is the bookmark's id with '_' for what Word does not take (letters, digits and '_', 40 of
/// them, a letter first; case does not tell two names apart). Equal ids give equal names in every
/// document; where two would collide, the later one gets a number.
class Bookmarks {
 public:
  Bookmarks(const format::Document& document, const format::Resolved& resolved);

  const std::string& name(int bookmark) const { return at(bookmark).name; }
  /// Whether it stands anywhere, so that a field may refer to it.
  bool stands(int bookmark) const { return bookmark >= 0 && at(bookmark).stands; }
  /// The page that it bears; 0 = none.
  int page(int bookmark) const;
  /// Outline level of the paragraph: 1 …, 0 for none.
  int level(int bookmark) const { return at(bookmark).level; }

 private:
  struct Mark {
    std::string name;
    bool stands = false;
    int level = 0;
  };
  const Mark& at(int bookmark) const { return marks_.at(static_cast<std::size_t>(bookmark)); }
  void collect(const std::vector<format::Block>& blocks);

  const format::Document& document_;
  const format::Resolved& resolved_;
  std::vector<Mark> marks_;
};

}  // namespace chancery::docx
