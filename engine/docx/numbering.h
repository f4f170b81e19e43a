#pragma once

#include <optional>
#include <string>
#include <vector>

#include "format/model.h"

namespace chancery::docx {

/// Gives every numbering instance its w:num, so that Word counts what the labels say.
///
/// Word keeps one count per w:abstractNum, whichever w:num a paragraph names. So instances share
/// an abstractNum only when one is over before the next begins (which then restarts the count);
/// instances that are interleaved get their own. Bullets do not count and share one w:num.
class NumberingPlan {
 public:
  explicit NumberingPlan(const format::Document& document);

  bool empty() const { return instances_.empty(); }
  int numId(int instance) const { return instances_[static_cast<std::size_t>(instance)]; }

  /// word/numbering.xml
  std::string part() const;

 private:
  struct Use {  // where in the document an instance is used
    int first = -1;
    int last = -1;
    int firstLevel = 0;
  };
  struct Abstract {
    int numbering = 0;
    int start = 1;
    int lastUse = -1;
    int numId = 0;  // of the only num, for bullets
  };
  struct Num {
    int abstract = 0;
    std::optional<int> start;  // otherwise than the abstractNum says
  };

  void collect(const std::vector<format::Block>& blocks, int& position);
  void collect(const format::Paragraph& paragraph, int& position);
  void assign(std::size_t instance);
  int addNum(int abstract, std::optional<int> start);

  const format::Document& document_;
  std::vector<Use> uses_;
  std::vector<Abstract> abstracts_;
  std::vector<Num> nums_;
  std::vector<int> instances_;  // the numId of each
};

}  // namespace chancery::docx
