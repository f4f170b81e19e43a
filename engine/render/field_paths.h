#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"
#include "data/data_set.h"

namespace chancery::render {

/// The paths of the values of a data set by the places where they stand: what DOCX names its
/// fields by.
///
/// A path is the keys from the root down, with the number of an item (from 1) behind the key of its
/// list: "clauses/2/text". '/' and '~' in a key are "~1" and "~0" (RFC 6901).
class FieldPaths {
 public:
  /// @param sources those that the data was read from; not kept
  FieldPaths(data::DataSet data, const Sources& sources);

  /// "" = no value begins there.
  std::string find(Position position) const;

 private:
  struct Value {
    xml::DomNode node;
    std::uint32_t parent = 0;  // index; the root is its own
    std::uint32_t item = 0;    // 0 = no item of a list
  };
  void collect(std::uint32_t parent, const Sources& sources);
  void append(std::string& path, std::uint32_t value) const;

  data::DataSet data_;
  SourceId source_ = 0;
  std::vector<Value> values_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> offsets_;  // offset, value; in order
};

}  // namespace chancery::render
