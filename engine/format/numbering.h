#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "format/model.h"
#include "format/profile.h"

namespace chancery::format {

/// Counts the labels of clauses and lists and registers what DOCX needs to count them again.
class NumberingCounter {
 public:
  /// One running list: its numbering and the counts of its levels.
  struct Running {
    int instance = 0;
    int numbering = 0;
    std::vector<int> counts;
    int start = 1;       ///< the first number at startLevel
    int startLevel = 0;
  };

  NumberingCounter(const Profile& profile, Document& document)
      : profile_(profile), document_(document) {}

  /// Begins a list of the profile's kind `name` whose items have the indents of style `style`; its
  /// first number at `level` is `start`.
  Running begin(const std::string& name, StyleName style, int start = 1, int level = 0);
  /// Begins the numbering of headings: each level has the indents of its heading's style.
  Running beginHeadings();

  /// The label of the next item at `level` (from 0; deeper levels than the profile has use its
  /// last one). Deeper levels start anew.
  Label next(Running& list, int level);

 private:
  Running beginWith(int numbering, int start, int level);

  const Profile& profile_;
  Document& document_;
  std::map<std::pair<std::string, StyleName>, int> numberings_;
};

/// `value` ≥ 1 in the form of a numbering: 4 → "4", "IV", "iv", "г".
std::string numberText(NumberingLevel::Kind kind, int value);

}  // namespace chancery::format
