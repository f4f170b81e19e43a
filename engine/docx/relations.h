#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery::docx {

/// What one part refers to (ECMA-376-2, 9.3): rId1, rId2 … in the order in which they were added.
class Relations {
 public:
  /// The id of a relationship to `target`, a path from the part's own folder. Equal relationships
  /// have one id.
  /// @param type the last word of its type: "image", "header"
  std::string add(std::string_view type, std::string_view target);

  bool empty() const { return relations_.empty(); }
  /// The part's .rels
  std::string part() const;

 private:
  std::vector<std::pair<std::string, std::string>> relations_;  // type, target
};

/// Where the relationships of a part stand: "word/_rels/document.xml.rels".
std::string relationsName(std::string_view part);

}  // namespace chancery::docx
